"""reviews.toml: what it may say, which answer counts, and that appending changes nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from alignchecker.model.errors import InputError
from alignchecker.model.review import Priority, Review, Status
from alignchecker.rules.review_file import FILE, Record, Reviews
from alignchecker.rules.toml_blocks import appended, block

SAID = Review(Status.DISMISSED, Priority.LOW, "理由", "企画課", "2026-06-01")
RECORD = Record(SAID, "0123456789abcdef", "link-cycle", "青葉市こども計画", "居場所", "aaaa")
WRITTEN = """\
[[review]]
status = "反映済"
person = "企画課"
date = 2026-06-01
fingerprint = "0123456789abcdef"
"""


def write(folder: Path, text: str) -> Path:
    file = folder / FILE
    file.write_text(text, encoding="utf-8")
    return file


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    file = write(tmp_path, RECORD.text())
    assert Reviews.read([file]).of([RECORD.fingerprint], "aaaa") == SAID


def test_the_last_answer_counts_whatever_name_it_was_given_under(tmp_path: Path) -> None:
    later = Record(Review(Status.DONE, None, "", "企画課", "2026-06-02"), "fedcba9876543210")
    reviews = Reviews.read([write(tmp_path, RECORD.text() + later.text())])
    both = reviews.of([RECORD.fingerprint, later.fingerprint], "aaaa")
    assert both is not None
    assert both.status is Status.DONE
    assert reviews.of(["0" * 16], "aaaa") is None


def test_what_was_dismissed_is_open_again_when_the_finding_lists_other_things(
    tmp_path: Path,
) -> None:
    found = Reviews.read([write(tmp_path, RECORD.text())]).of([RECORD.fingerprint], "bbbb")
    assert found is not None
    assert (found.status, found.comment) == (Status.OPEN, "理由")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WRITTEN.replace("status", "statsu"), "status"),
        (WRITTEN.replace("反映済", "済"), "未対応、反映済、見送り"),
        (WRITTEN.replace('person = "企画課"\n', ""), "person"),
        (WRITTEN.replace('"企画課"', "3"), 'person = "…"'),
        (WRITTEN.replace("2026-06-01", '"6月1日"'), "2026-06-01"),
        (WRITTEN.replace("[[review]]", "[review]"), "[[review]]"),
        (WRITTEN + '\n[other]\nx = 1\n', "[[review]]"),
        ("[[review]\n", "TOML"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        Reviews.read([write(tmp_path, text)])
    assert said in caught.value.ja
    assert FILE in caught.value.ja
    assert caught.value.en


@pytest.mark.parametrize(
    "old",
    [
        b"",
        b"# \xe6\xb3\xa8",
        b"# a\r\n\r\n[[review]]\r\n",
        b"\xef\xbb\xbf# bom\n",
        b"x = [\n  1, # one\n]",
    ],
)
def test_what_stands_in_a_file_stays_byte_for_byte(tmp_path: Path, old: bytes) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(old)
    content = appended(file, [block("review", {"a": "1"})])
    assert content.startswith(old)
    assert content.endswith(b'a = "1"\r\n' if b"\r\n" in old else b'a = "1"\n')
    assert tomllib.loads(content.decode("utf-8-sig"))["review"][-1] == {"a": "1"}


def test_a_file_that_takes_no_blocks_is_not_spoiled(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('review = [{ a = "1" }]\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.toml"):
        appended(file, [block("review", {"a": "2"})])


@pytest.mark.parametrize(
    "text", ['"]\nx = 1', "\\", "a\nb", "\x00\x7f\u0085", "\ud800", "'''", "#", '"""']
)
def test_any_text_can_be_a_value_or_a_note(text: str) -> None:
    table = tomllib.loads(block("review", {"comment": text}, note=text))
    assert table["review"] == [{"comment": text.encode(errors="replace").decode()}]
