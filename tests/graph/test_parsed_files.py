"""What files say is kept between runs: the same as reading them, and never what is not so."""

from __future__ import annotations

import os
import shutil
import stat
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph import file_statements
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.file_statements import Said, read_file
from alignchecker.graph.parsed_files import Parsed, ParsedFiles
from alignchecker.importers import read_document
from alignchecker.model.names import XSD
from alignchecker.model.plan import ImportWarning, Position
from alignchecker.triples.terms import Statement, Term

CORPUS = Path(__file__).parents[1] / "corpus"
_TURTLE = """@prefix : <urn:x:> .
:a :p "計画"@ja , "計画", 7, 007, "x"^^:d ; :q [ :r :b ] .
"""
_TEXT = """# みどり市環境基本計画
令和8年3月　みどり市
計画期間　令和8年度～令和12年度
第1章　計画の考え方
基本目標1　自然とともに生きるまち
基本施策1　緑を守る
"""


def _statements(dataset: Dataset, said: Said) -> list[Statement]:
    terms = dataset.index.terms
    return [(terms[s], terms[p], terms[o]) for s, p, o in said[0]]  # type: ignore[misc]


def _read(path: Path, kept: ParsedFiles | None = None) -> list[Statement]:
    dataset = Dataset()
    return _statements(dataset, read_file(dataset, path, kept))


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on, reading a file itself is a failure of the test."""

    def fail(*_: object) -> None:
        pytest.fail("the file has been read again")

    def call() -> None:
        for reader in ("read_quads", "read_document"):
            monkeypatch.setattr(file_statements, reader, fail)

    return call


@pytest.mark.parametrize(("name", "text"), [("plan.ttl", _TURTLE), ("plan.txt", _TEXT)])
def test_a_file_is_read_once(
    tmp_path: Path, name: str, text: str, unread: Callable[[], None]
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    kept = ParsedFiles(tmp_path / "kept")
    first, other = Dataset(), Dataset()
    said = read_file(first, path, kept)
    assert said[0]
    assert said == read_file(Dataset(), path)
    unread()
    other.index.number(NamedNode("urn:x:b"))
    again = read_file(other, path, kept)
    assert again[0] != said[0], "numbers are those of the other index"
    assert _statements(other, again) == _statements(first, said)
    assert again[1] == said[1]


def test_every_file_of_a_city_is_kept(tmp_path: Path, unread: Callable[[], None]) -> None:
    kept = ParsedFiles(tmp_path / "kept")
    files = sorted(CORPUS.rglob("*.ttl"))
    said = [_read(file, kept) for file in files]
    unread()
    assert said == [_read(file, kept) for file in files]
    assert len(list(kept.folder.iterdir())) == len(files)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:0],
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: bytes(32) + content[32:],
        lambda content: content + b"x",
    ],
    ids=["empty", "half", "one bit", "another hash", "longer"],
)
def test_a_damaged_entry_is_rebuilt(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "plan.ttl"
    path.write_text(_TURTLE, encoding="utf-8")
    kept = ParsedFiles(tmp_path / "kept")
    said = read_file(Dataset(), path, kept)
    (entry,) = kept.folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(spoil(whole))
    assert read_file(Dataset(), path, kept) == said
    assert entry.read_bytes() == whole


def test_what_reading_depends_on_makes_another_entry(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_TEXT, encoding="utf-8")
    kept = ParsedFiles(tmp_path / "kept")
    before = _read(path, kept)
    path.with_suffix(".corrections.toml").write_text(
        '[[correction]]\nfield = "title"\nvalue = "みどり市みどりの計画"\nreason = "表紙"\n',
        encoding="utf-8",
    )
    after = _read(path, kept)
    assert before != after == _read(path)


def test_a_file_saved_while_it_is_read_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_TEXT, encoding="utf-8")

    def save(document: Path) -> object:
        draft = read_document(document)
        document.write_text(_TEXT + "基本施策2　水を守る\n", encoding="utf-8")
        return draft

    monkeypatch.setattr(file_statements, "read_document", save)
    kept = ParsedFiles(tmp_path / "kept")
    read_file(Dataset(), path, kept)
    assert not kept.folder.exists()


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path: Path) -> None:
    path = tmp_path / "plan.ttl"
    path.write_text(_TURTLE, encoding="utf-8")
    (tmp_path / "file").touch()
    said = read_file(Dataset(), path, ParsedFiles(tmp_path / "file" / "kept"))
    assert said == read_file(Dataset(), path)


def test_only_the_user_can_look_into_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "plan.ttl"
    path.write_text(_TURTLE, encoding="utf-8")
    kept = ParsedFiles(tmp_path / "kept")
    read_file(Dataset(), path, kept)
    if os.name == "posix":
        assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700


def test_what_was_not_of_use_for_longest_makes_room(tmp_path: Path) -> None:
    kept = ParsedFiles(tmp_path / "kept")
    entry = Parsed([NamedNode("urn:x")], (array("I", [0]), array("I", [0]), array("I", [0])))
    a, b, c, d = map(kept.name, "abcd")
    for number, name in enumerate((a, b, c)):
        kept.put(name, entry)
        os.utime(kept.folder / name, (number, number))
    # A folder that a user names may be one of theirs.
    (kept.folder / "計画.docx").write_bytes(bytes(10_000))
    os.utime(kept.folder / "計画.docx", (0, 0))
    assert kept.get(a) == entry
    size = (kept.folder / a).stat().st_size
    ParsedFiles(kept.folder, most=2 * size).put(d, entry)
    assert {file.name for file in kept.folder.iterdir()} == {a, c, d, "計画.docx"}
    shutil.rmtree(kept.folder)
    assert kept.get(a) is None


_literals = st.one_of(
    st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"]))),
    st.builds(Literal, st.text(max_size=4), language=st.sampled_from(["ja", "en-gb"])),
    st.builds(Literal, st.text(max_size=4), datatype=st.sampled_from([NamedNode(XSD + "date")])),
)


@given(
    st.lists(
        st.one_of(_literals, st.sampled_from([NamedNode("urn:x:計画"), BlankNode("p1")])),
        max_size=6,
    ),
    st.data(),
)
def test_every_term_and_warning_comes_back(
    tmp_path_factory: pytest.TempPathFactory, terms: list[Term], data: st.DataObject
) -> None:
    places = st.lists(st.integers(0, max(len(terms) - 1, 0)), min_size=2, max_size=2)
    columns = [array("I", data.draw(places) if terms else []) for _ in range(3)]
    warnings = (
        ImportWarning("unread", ("\udc83", "頁"), Position("計画.docx", 3, None, "B2", None)),
        ImportWarning("period-unknown"),
    )
    parsed = Parsed(terms, (columns[0], columns[1], columns[2]), warnings)
    kept = ParsedFiles(tmp_path_factory.mktemp("kept"))
    kept.put("name", parsed)
    assert kept.get("name") == parsed


def test_literals_with_a_direction_are_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "plan.ttl"
    path.write_text('<urn:a> <urn:b> "x"@ar--rtl .', encoding="utf-8")
    kept = ParsedFiles(tmp_path / "kept")
    assert read_file(Dataset(), path, kept) == read_file(Dataset(), path, kept)
    assert not kept.folder.exists()
