"""Automatic numbers of Word lists and headings are read as Word prints them."""

from __future__ import annotations

import itertools
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignchecker.importers.word.document import read_word
from alignchecker.importers.word.number_formats import printed
from alignchecker.reading.content import Paragraph, Table
from tests.importers.word_files import p, styled, tbl, tc, tr, write_word


def lvl(level: int, text: str, fmt: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, definition: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def override(level: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}">{inner}</w:lvlOverride>'


def item(name: int, level: int = 0, text: str = "x", more: str = "") -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>{more}'
    return p(text, properties)


def read(tmp_path: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    path = write_word(tmp_path / "plan.docx", body, numbering=numbering, styles=styles)
    return [block.text for block in read_word(path).blocks if isinstance(block, Paragraph)]


OUTLINE = abstract(
    0,
    lvl(0, "第%1章"),
    lvl(1, "%1-%2", more='<w:suff w:val="space"/>'),
    lvl(2, "(%3)", more='<w:suff w:val="nothing"/>'),
)


def levels(*levels: int) -> str:
    return "".join(item(1, level) for level in levels)


def test_levels_count_and_restart(tmp_path: Path) -> None:
    numbering = OUTLINE + num(1, 0)
    assert read(tmp_path, levels(0, 1, 1, 2, 2, 1, 2, 0, 1, 2), numbering) == [
        "第1章　x", "1-1 x", "1-2 x", "(1)x", "(2)x", "1-3 x", "(1)x", "第2章　x", "2-1 x", "(1)x",
    ]  # fmt: skip


def test_a_level_above_that_was_not_used_shows_its_start(tmp_path: Path) -> None:
    assert read(tmp_path, levels(1, 1, 0, 1), OUTLINE + num(1, 0)) == [
        "1-1 x", "1-2 x", "第1章　x", "1-1 x",
    ]  # fmt: skip


def test_start_none_and_odd_labels(tmp_path: Path) -> None:
    numbering = (
        abstract(0, lvl(0, "%1.", start=5), lvl(1, "%1%2", "none"), lvl(2, "%9 %3 100%", start=0))
        + num(1, 0)
        + num(2, 99)
    )
    body = levels(0, 0, 1, 2) + item(1, 7) + item(2) + item(3) + item(0)
    assert read(tmp_path, body, numbering) == [
        "5.　x", "6.　x", "6　x", " 0 100%　x", "x", "x", "x", "x",
    ]  # fmt: skip


def test_lists_of_one_definition_go_on_unless_they_start_again(tmp_path: Path) -> None:
    numbering = (
        abstract(0, lvl(0, "%1"), lvl(1, "%1.%2"))
        + num(1, 0)
        + num(2, 0)
        + num(3, 0, override(0, '<w:startOverride w:val="1"/>'))
        + num(4, 0, override(1, '<w:startOverride w:val="7"/>'))
    )
    body = item(1) + item(2) + item(3) + item(3) + item(1) + item(4, 1) + item(4, 1) + item(4)
    assert read(tmp_path, body + item(4, 1), numbering) == [
        "1　x", "2　x", "1　x", "2　x", "3　x", "3.7　x", "3.8　x", "4　x", "4.7　x",
    ]  # fmt: skip


def test_a_list_may_replace_a_level(tmp_path: Path) -> None:
    other = override(0, lvl(0, "（%1）", "aiueoFullWidth"))
    numbering = abstract(0, lvl(0, "%1.")) + num(1, 0) + num(2, 0, other)
    assert read(tmp_path, item(1) + item(2) + item(1), numbering) == ["1.　x", "（イ）　x", "3.　x"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "2", "1", "1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "2", "3", "4"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "2", "3", "1"]),
        ('<w:lvlRestart w:val="2"/>', ["1", "2", "1", "1"]),
    ],
)
def test_what_restarts_a_level(tmp_path: Path, restart: str, expected: list[str]) -> None:
    numbering = abstract(0, lvl(0, ""), lvl(1, ""), lvl(2, "%3", more=restart)) + num(1, 0)
    found = read(tmp_path, levels(0, 1, 2, 2, 1, 2, 0, 1, 2), numbering)
    assert [text.removesuffix("　x") for text in found if text != "x"] == expected


def test_legal_levels_show_digits_only(tmp_path: Path) -> None:
    numbering = abstract(
        0, lvl(0, "%1", "upperRoman"), lvl(1, "%1.%2", "aiueo", more="<w:isLgl/>")
    ) + num(1, 0)
    assert read(tmp_path, levels(0, 0, 1), numbering) == ["I　x", "II　x", "2.1　x"]


def test_bullets_are_marked_and_printed_in_cells(tmp_path: Path) -> None:
    numbering = abstract(0, lvl(0, "\uf06c", "bullet"), lvl(1, "(%2)")) + num(1, 0)
    table = tbl(tr(tc(item(1, 0, "見守り") + item(1, 1, "相談")), tc("y")))
    path = write_word(tmp_path / "plan.docx", item(1, 0, "声かけ") + table, numbering=numbering)
    paragraph, found = read_word(path).blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(found, Table)
    assert (paragraph.text, paragraph.bullet) == ("声かけ", True)
    assert found.rows[0][0].text == "・見守り\n(1)　相談"


STYLES = """
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="heading 3"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="plain"><w:name w:val="前書き"/><w:basedOn w:val="h1"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="h4"><w:name w:val="補足"/><w:basedOn w:val="h2"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="child"><w:name w:val="節"/><w:basedOn w:val="h3"/></w:style>
"""


def test_numbers_through_styles(tmp_path: Path) -> None:
    linked = '<w:pStyle w:val="h3"/>'
    numbering = abstract(0, lvl(0, "%1"), lvl(1, "%1-%2"), lvl(2, "(%3)", more=linked)) + num(1, 0)
    body = "".join(styled(name, name) for name in ("h1", "h2", "h3", "child", "plain", "h2"))
    off = '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    deeper = '<w:pStyle w:val="h1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert read(tmp_path, body + p("off", off) + p("deep", deeper), numbering, STYLES) == [
        "1　h1", "1-1　h2", "(1)　h3", "(2)　child", "plain", "1-2　h2", "off", "1-3　deep",
    ]  # fmt: skip
    numbering += abstract(5, lvl(0, "〈%1〉")) + num(2, 5)
    own = '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="2"/></w:numPr>'
    assert read(tmp_path, styled("h4", "a") + p("b", own), numbering, STYLES) == [
        "〈1〉　a", "〈2〉　b",
    ]  # fmt: skip


def test_a_definition_may_stand_behind_a_list_style(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="計画"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="計画"/>{lvl(0, "%1)")}'
        "</w:abstractNum>" + num(1, 0) + num(2, 1)
    )
    assert read(tmp_path, item(1) + item(2), numbering) == ["1)　x", "2)　x"]


def test_what_word_counts(tmp_path: Path) -> None:
    numbering = abstract(0, lvl(0, "%1.")) + num(1, 0)
    gone = "<w:rPr><w:del/></w:rPr>"
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    body = item(1) + item(1, text="") + item(1) + item(1, text="", more=hidden)
    body += item(1, text="", more=gone) + item(1)
    assert read(tmp_path, body, numbering) == ["1.　x", "3.　x", "4.　x"]
    joined = item(1, text="a", more=gone) + item(1, text="b", more=gone) + item(1, text="")
    assert read(tmp_path, joined + item(1), numbering) == ["1.　ab", "2.　x"]


def test_a_label_has_an_end(tmp_path: Path) -> None:
    numbering = abstract(0, lvl(0, "%1" * 9000, start=999_999_999)) + num(1, 0)
    assert read(tmp_path, item(1), numbering) == [f"{'999999999' * 29}"[:255] + "　x"]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {1: "１", 10: "１０"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("aiueo", {1: "ｱ", 5: "ｵ", 46: "ﾝ", 47: "ｱ"}),
        ("aiueoFullWidth", {1: "ア", 46: "ン"}),
        ("iroha", {1: "ｲ", 3: "ﾊ"}),
        ("irohaFullWidth", {1: "イ", 48: "ン"}),
        ("upperRoman", {4: "IV", 14: "XIV", 1999: "MCMXCIX"}),
        ("lowerRoman", {9: "ix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b"}),
        ("japaneseCounting", {1: "一", 10: "十", 21: "二十一", 1234: "千二百三十四"}),
        ("chineseCounting", {10: "十"}),
        ("japaneseLegal", {1: "壱", 12: "壱拾弐"}),
        ("ideographDigital", {1: "一", 10: "一〇", 23: "二三"}),
        ("none", {1: ""}),
        ("no-such-format", {3: "3"}),
    ],
)  # fmt: skip
def test_formats(name: str, numbers: dict[int, str]) -> None:
    assert {number: printed(number, name) for number in numbers} == numbers


FORMATS = (
    "decimal", "decimalFullWidth", "decimalEnclosedCircle", "aiueo", "irohaFullWidth", "upperRoman",
    "lowerLetter", "japaneseCounting", "japaneseLegal", "ideographDigital", "ideographTraditional",
)  # fmt: skip


@given(st.sampled_from(FORMATS), st.integers(0, 999_999_999))
def test_any_number_has_a_short_print(name: str, number: int) -> None:
    assert 0 < len(printed(number, name)) <= 40


@pytest.mark.parametrize("name", ["upperRoman", "upperLetter", "japaneseCounting", "japaneseLegal"])
def test_no_two_numbers_print_alike(name: str) -> None:
    assert len({printed(number, name) for number in range(1, 700)}) == 699


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=30))
def test_outline_numbers_agree_with_counting_by_hand(
    tmp_path_factory: pytest.TempPathFactory, used: list[int]
) -> None:
    used = [0, *used]
    numbering = abstract(
        0, *(lvl(n, ".".join(f"%{i + 1}" for i in range(n + 1))) for n in range(3))
    )
    path = tmp_path_factory.getbasetemp() / "outline.docx"
    write_word(path, levels(*used), numbering=numbering + num(1, 0))
    counts = [0, 0, 0]
    expected = []
    for level in used:
        counts[level] += 1
        counts[level + 1 :] = [0] * (2 - level)
        expected.append(".".join(str(max(count, 1)) for count in counts[: level + 1]) + "　x")
    found = [block.text for block in read_word(path).blocks if isinstance(block, Paragraph)]
    assert found == expected


def test_the_lists_of_python_docx(tmp_path: Path) -> None:
    document = docx.Document()
    for name, text in itertools.product(("List Number", "List Bullet"), ("一つ", "二つ")):
        document.add_paragraph(text, style=name)
    document.save(str(tmp_path / "plan.docx"))
    blocks = read_word(tmp_path / "plan.docx").blocks
    found = [(block.text, block.bullet) for block in blocks if isinstance(block, Paragraph)]
    assert found == [("1.　一つ", False), ("2.　二つ", False), ("一つ", True), ("二つ", True)]
