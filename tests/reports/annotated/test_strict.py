"""Files in the namespaces of ISO/IEC 29500 strict, and files under (not encrypted) protection."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from tests.importers.word_files import STRICT
from tests.reports.annotated.documents import (
    annotated,
    assert_members_kept,
    edited,
    excel_plan,
    members,
    report_on,
    word_plan,
)
from tests.reports.annotated.test_comments import marked
from tests.reports.annotated.test_notes import BOXES, NOTES, SHEET, SHEET_RELATIONS, boxes, notes

NAMES = "spreadsheetml|wordprocessingml|officeDocument|drawingml"
TRANSITIONAL = re.compile(rf"http://schemas\.openxmlformats\.org/({NAMES})/2006/")
OURS = "http://purl.oclc.org/ooxml/"
SETTINGS = "word/settings.xml"


def strict(path: Path) -> Path:
    """The file as Office saves it in the strict form."""
    texts = {
        name: TRANSITIONAL.sub(rf"{OURS}\1/", data.decode())
        for name, data in members(path.read_bytes()).items()
        if name.endswith((".xml", ".rels"))
    }
    return edited(path, texts)


def test_strict_names_are_those_of_the_standard() -> None:
    assert all(name.startswith(OURS) for name in STRICT.values())


def test_a_strict_workbook_stays_strict(tmp_path: Path) -> None:
    usual = report_on(excel_plan(tmp_path / "usual.xlsx"))
    path = strict(excel_plan(tmp_path / "計画.xlsx"))
    report = report_on(path)
    assert [f.rule for f in report.findings] == [f.rule for f in usual.findings]
    before, after = path.read_bytes(), annotated(report)
    changed = {SHEET, SHEET_RELATIONS, "[Content_Types].xml"}
    assert_members_kept(before, after, changed, {NOTES, BOXES})
    parts = members(after)
    for name in (SHEET, SHEET_RELATIONS, NOTES):
        assert b"schemas.openxmlformats.org/spreadsheetml" not in parts[name], name
        assert b"schemas.openxmlformats.org/officeDocument" not in parts[name], name
    sheet = etree.fromstring(parts[SHEET])
    (drawing,) = (e for e in sheet if etree.QName(e).localname == "legacyDrawing")
    (id_,) = (v for n, v in drawing.attrib.items() if str(n).startswith(f"{{{OURS}officeDocument/"))
    related = {r.get("Id"): r for r in etree.fromstring(parts[SHEET_RELATIONS])}
    assert related[str(id_)].get("Target") == f"/{BOXES}"
    assert related[str(id_)].get("Type") == f"{OURS}officeDocument/relationships/vmlDrawing"
    root = etree.fromstring(parts[NOTES])
    assert etree.QName(root).namespace == f"{OURS}spreadsheetml/main"
    assert boxes(after) == [(0, 0), (4, 4), (5, 1)]
    (tmp_path / "写し.xlsx").write_bytes(after)
    assert report_on(tmp_path / "写し.xlsx").findings
    assert annotated(report_on(tmp_path / "写し.xlsx")) == after


def test_a_strict_word_file_stays_strict(tmp_path: Path) -> None:
    path = strict(word_plan(tmp_path / "計画.docx", comments=["確認"]))
    after = annotated(report_on(path))
    parts = members(after)
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"schemas.openxmlformats.org/wordprocessingml" not in parts[name], name
    text = parts["word/comments.xml"].decode()
    assert 'w:author="課長"' in text
    assert 'w:author="alignchecker"' in text


def protected(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    sheet.protection.password = "kodomo"


def test_notes_are_written_into_a_protected_sheet_which_stays_protected(tmp_path: Path) -> None:
    path = excel_plan(tmp_path / "計画.xlsx")
    book = openpyxl.load_workbook(path)
    protected(book.worksheets[0])
    book.security.lockStructure = True
    book.save(path)
    before, after = members(path.read_bytes()), annotated(report_on(path))
    parts = members(after)
    kept = re.search(rb"<sheetProtection[^>]*/>", before[SHEET])
    assert kept
    assert kept[0] in parts[SHEET]
    assert parts["xl/workbook.xml"] == before["xl/workbook.xml"]
    assert set(notes(after)) == {"A1", "E5", "B6"}


@pytest.mark.parametrize("kind", ["readOnly", "comments", "trackedChanges", "forms"])
def test_comments_are_written_into_a_protected_document(tmp_path: Path, kind: str) -> None:
    path = word_plan(tmp_path / "計画.docx")
    settings = members(path.read_bytes())[SETTINGS].decode()
    said = f'<w:documentProtection w:edit="{kind}" w:enforcement="1"/>'
    edited(path, {SETTINGS: settings.replace("<w:zoom", f"{said}<w:zoom", 1)})
    assert said in members(path.read_bytes())[SETTINGS].decode()
    after = annotated(report_on(path))
    assert members(after)[SETTINGS] == members(path.read_bytes())[SETTINGS]
    assert marked(after)
