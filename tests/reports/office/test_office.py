"""The workbook and the document: hostile texts, both languages, equal bytes, how they print."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree
from openpyxl import load_workbook

from alignchecker.lang.answers import COLUMNS, KEPT, PRIORITIES, STATUSES
from alignchecker.model.finding import Report, State
from alignchecker.model.review import Priority, Review, Status
from alignchecker.reports.office.heights import height
from alignchecker.reports.office.tables import cell

from .reports import HOSTILE, hostile, of_the_city, parts, render

FORMS = ("xlsx", "docx")
_JAPANESE = re.compile("[぀-ヿ一-鿿]")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _words(xml: str) -> str:
    return "".join(map(str, etree.fromstring(xml.encode()).itertext()))


def _findings(report: Report, lang: str = "ja") -> list[dict[str, object]]:
    book = load_workbook(io.BytesIO(render("xlsx", report, lang)))
    sheet = book["指摘一覧" if lang == "ja" else "Findings"]
    names, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


@pytest.mark.parametrize("form", FORMS)
def test_equal_reports_give_equal_bytes_without_a_clock(form: str) -> None:
    first, second = (render(form, of_the_city()) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
    assert "2000-01-01T00:00:00Z" in parts(first)["docProps/core.xml"]


@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_stay_texts_and_the_parts_are_xml(form: str) -> None:
    found = parts(render(form, hostile()))
    for text in found.values():
        etree.fromstring(text.encode())
    content = "".join(text for name, text in found.items() if not name.endswith(".rels"))
    assert not re.search(r"<f[ >]|<hyperlink|<w:hyperlink|HYPERLINK|DDE(?:AUTO)? ", content)
    links = [text for name, text in found.items() if name.endswith(".rels")]
    assert not any('TargetMode="External"' in text for text in links)
    assert "calc" in content


def test_hostile_texts_are_the_words_that_a_cell_shows() -> None:
    rows = _findings(hostile())
    assert len(rows) == len(HOSTILE)
    for row, text in zip(rows, HOSTILE, strict=True):
        shown = cell(text, "ja")
        # openpyxl takes the escape of an escape for nothing.
        assert str(row["現在の記載"] or "").replace("_x005F_", "_") == shown
        assert len(shown.encode("utf-16-le")) // 2 <= 32_767


def test_a_document_takes_hostile_texts_too() -> None:
    document = docx.Document(io.BytesIO(render("docx", hostile())))
    words = {p.text for t in document.tables for p in t._tbl.iter(f"{_W}t") if p.text}
    assert "=cmd|' /C calc'!A0" in words
    assert any("<r>太字</r>" in word for word in words)


@pytest.mark.parametrize("form", FORMS)
def test_the_english_one_has_no_japanese_but_what_plans_print(form: str) -> None:
    """Of a report without findings, plans and tables all words are ours."""
    runs = tuple(replace(run, reason=None) for run in of_the_city().rules)
    ours = replace(of_the_city(), findings=(), plans=(), rules=runs, coverage=None)
    content = render(form, ours, "en")
    texts = [
        _words(text)
        for name, text in parts(content).items()
        if name.startswith(("xl/sharedStrings", "word/document", "word/footer"))
    ]
    assert len("".join(texts)) > 200
    assert [found for text in texts for found in _JAPANESE.findall(text)] == []
    # Names of tabs and headings are in attributes of the workbook.
    assert not _JAPANESE.search(parts(content).get("xl/workbook.xml", ""))


def test_english_headings_and_choices() -> None:
    book = load_workbook(io.BytesIO(render("xlsx", of_the_city(), "en")))
    assert not any(_JAPANESE.search(name) for name in book.sheetnames)
    heads = [
        str(heading.value)
        for sheet in book.worksheets[1:-1]
        for heading in sheet[str(sheet.auto_filter.ref).partition(":")[0].removeprefix("A")]
    ]
    assert len(heads) > 30
    assert not any(_JAPANESE.search(head) for head in heads)
    sheet = book["Findings"]
    offered = {v.formula1 for v in sheet.data_validations.dataValidation}
    assert offered == {'"open,done,dismissed"', '"top,high,middle,low"'}


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_no_key_is_left_where_words_should_be(form: str, lang: str) -> None:
    for text in parts(render(form, of_the_city(), lang)).values():
        assert not re.search(r"\b(?:office|column|review|standing|field)\.[a-z-]{3,}\b", text)
        assert not re.search(r"\{[?$]?\w+\}", _words(text))


def test_how_the_workbook_prints() -> None:
    content = render("xlsx", of_the_city())
    book = load_workbook(io.BytesIO(content))
    for sheet in book.worksheets[:-1]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    sheets = [t for n, t in parts(content).items() if "worksheets/sheet" in n][:-1]
    for text in sheets:
        assert '<pageSetUpPr fitToPage="1"/>' in text
        assert "&amp;P / &amp;N</oddFooter>" in text
    for sheet in book.worksheets[1:-1]:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None
        assert sheet.print_title_rows is not None
    assert book.worksheets[-1].sheet_state == "veryHidden"
    fonts = {c.font.name for sheet in book.worksheets[:-1] for r in sheet.iter_rows() for c in r
             if c.value is not None}  # fmt: skip
    assert fonts == {"游ゴシック"}


def test_hidden_columns_carry_what_reading_back_needs() -> None:
    report = of_the_city()
    rows = _findings(report)
    assert list(rows[0]) == [*(ja for ja, _ in COLUMNS.values()), *KEPT]
    assert [row["fingerprint"] for row in rows] == [f.fingerprint for f in report.findings]
    assert all(row["was-status"] in STATUSES for row in rows)


def test_what_was_answered_shows_in_both() -> None:
    said = Review(Status.DONE, Priority.TOP, "本編を直した", "企画課", "2026-06-01")
    report = of_the_city()
    findings = (replace(report.findings[0], review=said), *report.findings[1:])
    report = replace(report, findings=findings)
    row = _findings(report)[0]
    told = [row[key] for key in ("状態", "優先度", "理由・コメント", "記入者", "記入日")]
    assert told == ["反映済", "最優先", "本編を直した", "企画課", "2026-06-01"]
    document = docx.Document(io.BytesIO(render("docx", report)))
    cells = document.tables[1].rows[1].cells
    assert cells[-1].text == "反映済\n最優先\n本編を直した\n企画課\n2026-06-01"


def test_what_is_waived_is_dismissed_with_its_reason() -> None:
    report = of_the_city()
    waived = [n for n, f in enumerate(report.findings) if f.state is State.WAIVED]
    rows = _findings(report)
    assert len(waived) == 5
    for number in waived:
        assert rows[number]["状態"] == "見送り"
        assert rows[number]["理由・コメント"]


def test_rows_of_a_document_stay_whole_below_their_heading_and_pages_are_numbered() -> None:
    content = render("docx", of_the_city())
    document = docx.Document(io.BytesIO(content))
    for table in document.tables[1:]:
        first, *others = table._tbl.tr_lst
        assert first.find(f"{_W}trPr/{_W}tblHeader") is not None
        for row in [first, *others]:
            is_tall = any(len(cell.findall(f".//{_W}br")) >= 10 for cell in row.iter(f"{_W}tc"))
            assert (row.find(f"{_W}trPr/{_W}cantSplit") is None) == is_tall
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    assert " PAGE " in "".join(parts(content).values())


def test_every_style_of_a_document_names_a_japanese_font() -> None:
    styles = etree.fromstring(parts(render("docx", of_the_city()))["word/styles.xml"].encode())
    used = {"Normal", "Title", "Heading1", "Heading2", "Heading3"}
    defaults = styles.find(f"{_W}docDefaults//{_W}rFonts")
    fonts = [s.find(f"{_W}rPr/{_W}rFonts") for s in styles if s.get(f"{_W}styleId") in used]
    assert len(fonts) == len(used)
    for font in [defaults, *fonts]:
        assert font is not None
        assert str(font.get(f"{_W}eastAsia")).startswith("游")
        assert not [name for name in font.keys() if "Theme" in name]  # noqa: SIM118 – lxml


def test_words_for_answers_are_told_apart() -> None:
    for words in (STATUSES, PRIORITIES, COLUMNS):
        for language in (0, 1):
            assert len({word[language] for word in words.values()}) == len(words)


def test_rows_are_as_high_as_their_longest_cell_and_never_too_high_for_excel() -> None:
    assert height([("短い", 20), ("", 5)]) == 18.75
    assert height([("一\n二\n三", 20)]) == 3 * 18.75
    assert height([("あ" * 5000, 10)]) == 409


def test_rows_grow_when_somebody_writes_into_them() -> None:
    sheets = [t for n, t in parts(render("xlsx", of_the_city())).items() if "worksheets/sheet" in n]
    rows = [row for text in sheets for row in re.findall("<row [^>]*>", text)]
    assert len(rows) > 200
    assert not any("customHeight" in row for row in rows)
