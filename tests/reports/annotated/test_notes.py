"""Notes in workbooks: at the cell that the report names, and nothing else is touched."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple
from xlsxwriter import Workbook as XlsxWriter

from alignchecker.importers.sheets.xlsx import read_spreadsheet
from alignchecker.model.finding import Location
from tests.reports.annotated.documents import (
    ROWS,
    annotated,
    assert_members_kept,
    edited,
    excel_plan,
    members,
    moved,
    report_on,
)

SHEET, SHEET_RELATIONS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
TYPES, NOTES = "[Content_Types].xml", "xl/comments.xml"
BOXES = "xl/drawings/vmlDrawing.vml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"


def notes(data: bytes, sheet: str = "施策体系") -> dict[str, str]:
    """The texts of notes by cell, as openpyxl reads them."""
    rows = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows()
    return {c.coordinate: c.comment.text for row in rows for c in row if c.comment is not None}


def boxes(data: bytes, part: str = BOXES) -> list[tuple[int, int]]:
    """Row and column, from 0, of the boxes that are drawn for notes."""
    text = members(data)[part].decode()
    found = re.findall(r"<\w+:Row>(\d+)</\w+:Row>\s*<\w+:Column>(\d+)</", text)
    return [(int(row), int(column)) for row, column in found]


def written(path: Path, notes: dict[str, str]) -> Path:
    """The plan as another program writes it."""
    book = XlsxWriter(path)
    sheet = book.add_worksheet("施策体系")
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, [cell or "" for cell in row])
    for cell, text in notes.items():
        sheet.write_comment(cell, text)
    sheet.insert_button("H1", {"caption": "確認"})
    book.close()
    return path


def test_findings_stand_where_the_check_says(tmp_path: Path) -> None:
    report = report_on(excel_plan(tmp_path / "計画.xlsx"))
    found = notes(annotated(report))
    places = {f.locations[0].cell for f in report.findings}
    assert places == {"A1", "E5"}
    assert set(found) == {"A1", "E5", "B6"}
    assert found["E5"].startswith("alignchecker:\n【要確認】指標「受診率」の目標の年度")
    assert "\n――――――――\n【要確認】指標「受診率」の目標値90%は" in found["E5"]
    assert found["E5"].endswith("\n規則: target-worse-than-baseline")
    assert "ここが該当します: 子育て支援" in found["B6"]
    assert boxes(annotated(report)) == [(0, 0), (4, 4), (5, 1)]


def test_all_else_is_as_it_was(tmp_path: Path) -> None:
    path = excel_plan(tmp_path / "計画.xlsx")
    before, after = path.read_bytes(), annotated(report_on(path))
    assert_members_kept(before, after, {SHEET, SHEET_RELATIONS, TYPES}, {NOTES, BOXES})
    was, now = members(before), members(after)
    drawing = rb'<legacyDrawing( xmlns:r="[^"]+")? r:id="rId[0-9]+"\s*/>'
    assert re.sub(drawing, b"", now[SHEET]) == was[SHEET]
    relation = rb'<Relationship Id="rId[0-9]+" Type="[^"]+" Target="/xl/[a-zA-Z/]+\.(xml|vml)"/>'
    ours = [m[0] for m in re.finditer(relation, now[SHEET_RELATIONS])][-2:]
    assert now[SHEET_RELATIONS].replace(b"".join(ours), b"") == was[SHEET_RELATIONS]
    types = rb'<Override PartName="/xl/comments.xml"[^>]+/>|<Default Extension="vml"[^>]+/>'
    assert re.sub(types, b"", now[TYPES]) == was[TYPES]
    assert annotated(report_on(path)) == after, "the same file, byte for byte"


def test_the_drawing_stands_where_the_schema_wants_it(tmp_path: Path) -> None:
    report = report_on(excel_plan(tmp_path / "計画.xlsx"))
    root = etree.fromstring(members(annotated(report))[SHEET])
    names = [etree.QName(child).localname for child in root]
    assert names[-2:] == ["drawing", "legacyDrawing"]
    path = excel_plan(tmp_path / "別.xlsx")
    text = members(path.read_bytes())[SHEET].decode()
    edited(path, {SHEET: text.replace("</worksheet>", "<extLst/></worksheet>")})
    root = etree.fromstring(members(annotated(report_on(path)))[SHEET])
    names = [etree.QName(child).localname for child in root]
    assert names[-3:] == ["drawing", "legacyDrawing", "extLst"]


def test_notes_of_others_stay_and_are_gone_on_with(tmp_path: Path) -> None:
    own = {"A1": "課長より & <至急>", "D5": "健康課に確認"}
    for make in (excel_plan, written):
        path = make(tmp_path / f"{make.__name__}.xlsx", own)
        before, after = path.read_bytes(), annotated(report_on(path))
        was = notes(before)
        found = notes(after)
        assert set(found) >= {"A1", "D5", "E5", "B6"}
        assert found["D5"] == was["D5"]
        assert found["A1"].startswith(was["A1"] + "\n――――――――\nalignchecker:\n【要確認】")
        changed = {n for n, data in members(after).items() if data != members(before).get(n)}
        assert_members_kept(before, after, changed, set())
        assert len(changed) == 2, "the notes and their boxes"
        part = next(name for name in changed if name.endswith(".vml"))
        assert boxes(after, part)[:2] == boxes(before, part)
        places = [coordinate_to_tuple(cell) for cell in found]
        assert sorted(boxes(after, part)) == sorted((row - 1, col - 1) for row, col in places)
        ids = re.findall(r'id="(_x0000_s\d+)"', members(after)[part].decode())
        assert len(set(ids)) == len(ids)


def test_the_annotated_plan_reads_as_the_plan(tmp_path: Path) -> None:
    path = excel_plan(tmp_path / "計画.xlsx", {"A1": "課長より"})
    blocks = read_spreadsheet(path).blocks
    path.write_bytes(annotated(report_on(path)))
    assert read_spreadsheet(path).blocks == blocks


def test_a_note_of_runs_takes_one_more(tmp_path: Path) -> None:
    path = excel_plan(tmp_path / "計画.xlsx", {"A1": "課長より"})
    (part,) = (name for name in members(path.read_bytes()) if "/comment" in name and "xml" in name)
    text = members(path.read_bytes())[part].decode()
    report = report_on(path)
    for runs in ("<r><rPr><b/></rPr><t>課長</t></r><r><t>より</t></r><phoneticPr fontId='1'/>", ""):
        edited(path, {part: re.sub(r"<text>.*</text>", f"<text>{runs}</text>", text)})
        root = etree.fromstring(members(annotated(report))[part])
        first = next(e for e in root.iter("{*}comment") if e.get("ref") == "A1")
        names = [etree.QName(e).localname for e in first[0]]
        assert names == (["r", "r", "r", "phoneticPr"] if runs else ["r"])


def test_what_has_no_place_stands_on_the_first_sheet_that_is_shown(tmp_path: Path) -> None:
    path = excel_plan(tmp_path / "計画.xlsx")
    report = report_on(path)
    shown = report.inputs[0].path
    for place in (
        None,
        Location(shown, sheet="ない", cell="B2"),
        Location(shown, sheet="x", cell="AAAA1"),
    ):
        found = notes(annotated(moved(report, *([place] if place else []))))
        assert set(found) == {"A1"}
        words = (
            f"{place.sheet}シート {place.cell} についての指摘" if place else "文書全体についての"
        )
        assert words in found["A1"]
    book = members(path.read_bytes())["xl/workbook.xml"].decode()
    edited(
        path,
        {
            "xl/workbook.xml": re.sub(
                'name="施策体系"( sheetId="1")? state="visible"',
                'name="施策体系" sheetId="1" state="hidden"',
                book,
            )
        },
    )
    assert set(notes(annotated(moved(report)), "覚え書き")) == {"A1"}


def test_notes_on_two_sheets(tmp_path: Path) -> None:
    report = report_on(excel_plan(tmp_path / "計画.xlsx"))
    shown = report.inputs[0].path
    places = (
        Location(shown, sheet="覚え書き", cell="B2"),
        Location(shown, sheet="施策体系", cell="XFD1048576"),
    )
    data = annotated(moved(report, *places))
    assert set(notes(data, "覚え書き")) == {"B2"}
    text = members(data)[BOXES].decode()
    other = members(data)["xl/drawings/vmlDrawing1.vml"].decode()
    assert 'data="1"' in text
    assert 'data="2"' in other
    assert "16383" in re.findall(r"<x:Anchor>(.*?)</x:Anchor>", text)[0]


def test_a_cell_takes_as_many_as_one_can_read(tmp_path: Path) -> None:
    report = report_on(excel_plan(tmp_path / "計画.xlsx"))
    place = Location(report.inputs[0].path, sheet="施策体系", cell="B2")
    (text,) = notes(annotated(moved(report, place, times=100))).values()
    assert text.count("規則: ") == 30
    assert "70件" in text
    assert len(text) < 32767


def threaded(path: Path) -> Path:
    """A plan with a thread of comments in E5, as Excel keeps it."""
    path = excel_plan(path, {"E5": "[スレッド化されたコメント]"})
    thread = (
        f'<ThreadedComments xmlns="{THREADS}">'
        '<threadedComment ref="E5" personId="{P}" id="{T}">'
        "<text>値は？</text></threadedComment></ThreadedComments>"
    )
    person = f'<personList xmlns="{THREADS}"><person displayName="課長" id="{{P}}"/></personList>'
    relation = (
        '<Relationship Id="t1" Target="/xl/threadedComments/threadedComment1.xml"'
        ' Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/>'
    )
    of_book = relation.replace("threadedComments/threadedComment1", "persons/person").replace(
        "threadedComment", "person"
    )
    parts = {name: data.decode() for name, data in members(path.read_bytes()).items()
             if name in (SHEET_RELATIONS, "xl/_rels/workbook.xml.rels")}  # fmt: skip
    end = "</Relationships>"
    return edited(path, {
        "xl/threadedComments/threadedComment1.xml": thread,
        "xl/persons/person.xml": person,
        SHEET_RELATIONS: parts[SHEET_RELATIONS].replace(end, relation + end),
        "xl/_rels/workbook.xml.rels":
            parts["xl/_rels/workbook.xml.rels"].replace(end, of_book + end),
    })  # fmt: skip


def test_a_thread_gets_replies(tmp_path: Path) -> None:
    path = threaded(tmp_path / "計画.xlsx")
    before, after = path.read_bytes(), annotated(report_on(path))
    assert notes(after)["E5"] == notes(before)["E5"]
    assert set(notes(after)) == {"A1", "B6", "E5"}
    part = "xl/threadedComments/threadedComment1.xml"
    first, *replies = etree.fromstring(members(after)[part])
    assert first.findtext("{*}text") == "値は？"
    assert len(replies) == 2
    assert {(r.get("ref"), r.get("parentId"), r.get("dT")) for r in replies} == {
        ("E5", "{T}", "2026-11-22T00:00:00.00")
    }
    assert len({r.get("id") for r in replies}) == 2
    persons = etree.fromstring(members(after)["xl/persons/person.xml"])
    assert [p.get("displayName") for p in persons] == ["課長", "alignchecker"]
    assert {r.get("personId") for r in replies} == {persons[1].get("id")}
    path.write_bytes(after)
    again = members(annotated(report_on(path)))["xl/persons/person.xml"]
    assert again == members(after)["xl/persons/person.xml"]


def test_vml_that_is_no_xml_is_added_to(tmp_path: Path) -> None:
    path = written(tmp_path / "計画.xlsx", {"D5": "確認"})
    part = "xl/drawings/vmlDrawing1.vml"
    text = members(path.read_bytes())[part].decode()
    broken = text.replace(
        "</xml>", "<v:shape><v:textbox><div>a<br>b</div></v:textbox></v:shape></xml>"
    )
    edited(path, {part: broken})
    after = members(annotated(report_on(path)))[part].decode()
    assert after.startswith(broken.removesuffix("</xml>"))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_text_is_a_formula_or_breaks_the_file(tmp_path: Path, lang: str) -> None:
    report = report_on(excel_plan(tmp_path / "計画.xlsx"))
    hostile = "=cmd|'/c calc'!A1 _x0041_ \x00\x1b[2J\ud800 ]]> <b>&\ufffe \"'"
    place = Location(report.inputs[0].path, sheet="施策体系", cell="B2")
    finding = replace(moved(report, place).findings[0], stated={"": hostile})
    data = annotated(replace(report, findings=(finding,)), lang)
    text = etree.fromstring(members(data)[NOTES]).findtext(".//{*}comment//{*}t") or ""
    assert "=cmd|'/c calc'!A1 _x005F_x0041_ [2J� ]]> <b>&� \"'" in text
    assert text.startswith("alignchecker:\n" + ("【要確認】=cmd" if lang == "ja" else "["))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
