"""Bad input is told apart and explained; any text gives a sound draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignchecker.importers import read_document
from alignchecker.importers.decoding import MAX_BYTES, Document, read_text
from alignchecker.importers.text import draft_of
from alignchecker.model.errors import InputError

TEXT = "基本目標1 支え合うまち\n施策1 見守りの推進\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("mark.txt", b"\xef\xbb\xbf \n"),
        ("zip.txt", b"PK\x03\x04rest"),
        ("zeros.txt", b"a\0b"),
        ("utf16.txt", b"\xff\xfea"),
        ("broken.txt", TEXT.encode() + b"\xff\xfe\xfd"),
        ("plan.docx", b"PK\x03\x04"),
        ("plan", TEXT.encode()),
    ],
)
def test_unreadable_files_are_refused(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        read_document(path)
    assert error.value.ja.endswith("ください。")
    assert error.value.en.endswith(".")


def test_missing_file_folder_and_too_large(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_document(tmp_path / "missing.txt")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(InputError):
        read_document(folder)
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError):
        read_document(large)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(TEXT.replace("\n", end).encode(encoding))
    assert read_text(path).text == TEXT
    assert [item.id for item in read_document(path).items] == ["1", "1/1"]


def test_same_bytes_same_draft(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read_document(path) == read_document(path)


_PIECES = st.sampled_from(
    [
        "基本目標1", "基本目標 2 学び", "施策", "施策1 遊び", "1 ", "(1) 支援", "①見守り", "1-1 道",
        "1101 川", "主な取組", "・",
        "\t", "\n", "\n\n", " ", "  ", "／", "：", "●", "【", "】", "## ", "| a | b |", "基本理念",
        "計画", "令和8年度", "～", "第1章", "担当課：", "。", "「", "」", "目次", "……3", "（再掲）",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=2000)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join)))
def test_any_text_gives_unique_ids_and_parents(text: str) -> None:
    draft = draft_of(Document(Path("plan.txt"), text, "utf-8", "0" * 64))
    ids = [item.id for item in draft.items]
    assert len(ids) == len(set(ids))
    seen: set[str] = set()
    for item in draft.items:
        assert item.parent is None or item.parent in seen
        assert item.label.strip()
        seen.add(item.id)


def test_a_mark_with_nothing_behind_it_is_no_item() -> None:
    text = "施策1 遊び\n・\n・川の清掃\n"
    draft = draft_of(Document(Path("plan.txt"), text, "utf-8", "0" * 64))
    assert [item.label for item in draft.items] == ["遊び", "川の清掃"]
