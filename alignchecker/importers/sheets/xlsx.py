"""The reader of Excel workbooks (.xlsx)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from alignchecker.importers.packages import Package, open_package, parse_xml
from alignchecker.importers.sheets.blocks import Allowance, sheet_blocks
from alignchecker.importers.sheets.codes import BUILT_IN, GENERAL
from alignchecker.importers.sheets.strings import damaged, read_strings
from alignchecker.importers.sheets.xml import MAX_COLUMN, MAX_ROW, Book, SheetCells, read_sheet
from alignchecker.model.errors import InputError
from alignchecker.model.plan import ImportWarning, Position
from alignchecker.reading.content import Content, Paragraph, Table, column_letters

EXCEL_MAIN = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEFAULT_NAME = re.compile(r"(?:sheet|シート)\s*\d*(?:\s*\(\d+\))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tab that has cells: its name and its part."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet that has content, be it only formulas without results."""

    name: str
    cells: SheetCells
    boxes: tuple[Paragraph, ...]


def read_spreadsheet(path: Path) -> Content:
    """The cells and text boxes of a workbook's visible sheets as paragraphs and tables.

    Values are texts as Excel shows them. Raises InputError for what is no workbook, is broken, is
    protected by a password, holds nothing or too much.
    """
    with open_package(path, EXCEL_MAIN) as package:
        allowance = Allowance(str(path))
        sheets = worksheets(package)
        pages = tuple(_pages(package, sheets, allowance))
        hidden = (s.name for s in sheets if s.is_hidden)
        unread = (
            *package.unread,
            *(
                ImportWarning("hidden-sheet", (name,), Position(path.name, sheet=name))
                for name in hidden
            ),
            *(warning for page in pages for warning in _warnings(page)),
        )
        sha256 = package.sha256
    blocks = tuple(_blocks(pages, allowance, path.name))
    if not blocks:
        raise _nothing(path, has_formulas=bool(pages))
    return Content(path.name, sha256, blocks, unread)


def _nothing(path: Path, *, has_formulas: bool) -> InputError:
    if has_formulas:
        return InputError(
            "数式の計算結果が保存されていません。"
            "Excelで開いて上書き保存してから、もう一度読み込んでください。",
            "The results of the formulas are not saved. Open the file in Excel, save it and import"
            " it again.",
            str(path),
        )
    return InputError(
        "表示されているシートに、文字の入ったセルがありません。"
        "内容のあるシートを表示して保存してから、もう一度読み込んでください。",
        "No visible sheet holds any text. Unhide the sheets that do, save the file and import it"
        " again.",
        str(path),
    )


def _pages(package: Package, sheets: Sequence[Sheet], allowance: Allowance) -> Iterator[_Page]:
    book = _book(package)
    for sheet in sheets:
        if sheet.is_hidden:
            continue
        with package.stream(sheet.part) as stream:
            cells = read_sheet(stream, sheet.name, book, allowance)
        boxes = tuple(_boxes(package, sheet, allowance))
        if cells.rows or boxes or cells.unvalued.count:
            yield _Page(sheet.name, cells, boxes)


def _blocks(pages: Sequence[_Page], allowance: Allowance, file: str) -> Iterator[Paragraph | Table]:
    filled = [page for page in pages if page.cells.rows or page.boxes]
    for page in filled:
        name = unicodedata.normalize("NFKC", page.name)
        if len(filled) > 1 and not _DEFAULT_NAME.fullmatch(name):
            yield Paragraph(page.name, Position(file, sheet=page.name), depth=1)
        yield from sheet_blocks(page.cells.rows, page.cells.merges, allowance)
        yield from page.boxes


def _warnings(page: _Page) -> Iterator[ImportWarning]:
    cells = page.cells
    if cells.is_hidden_in_part:
        place = cells.rows[0].cells[0].place
        yield ImportWarning("hidden-rows", (page.name,), Position(place.file, sheet=page.name))
    tallies = {"cell-error": cells.errors, "formula-without-value": cells.unvalued}
    for code, tally in tallies.items():
        if tally.first is not None:
            arguments = (page.name, str(tally.count), tally.first.cell or "")
            yield ImportWarning(code, arguments, tally.first)


def worksheets(package: Package) -> tuple[Sheet, ...]:
    """The worksheets in the order of their tabs; chart and dialog sheets are left out."""
    if package.main.endswith(".bin"):
        raise InputError(
            "Excelバイナリブック（.xlsb）は読み取れません。"
            "Excelブック（.xlsx）形式で保存し直してから、もう一度読み込んでください。",
            "A binary workbook (.xlsb) is not read. Save it as an Excel workbook (.xlsx) and"
            " import that.",
            str(package.path),
        )
    named = {r.target: r.id for r in package.relations(package.main) if r.kind == "worksheet"}
    parts = {id_: part for part, id_ in named.items()}
    sheets = tuple(
        Sheet(sheet.get("name", ""), parts.pop(sheet.get(_RELATION, "")), _is_hidden(sheet))
        for sheet in _main(package).iterfind("{*}sheets/{*}sheet")
        if sheet.get(_RELATION, "") in parts
    )
    known = {name.lower() for name in package.names}
    if any(sheet.part.lower() not in known for sheet in sheets):
        raise damaged(str(package.path))
    return sheets


def _is_hidden(sheet: etree._Element) -> bool:
    return sheet.get("state", "visible") != "visible"


def _main(package: Package) -> etree._Element:
    return parse_xml(package.part(package.main) or b"", package.path)


def _book(package: Package) -> Book:
    """Shared strings, number formats and the day from which dates count."""
    known = {name.lower() for name in package.names}
    parts = {r.kind: r.target for r in package.relations(package.main) if r.target.lower() in known}
    strings: list[str] = []
    if "sharedStrings" in parts:
        with package.stream(parts["sharedStrings"]) as stream:
            strings = read_strings(stream, str(package.path))
    formats: tuple[str, ...] = ()
    if "styles" in parts:
        formats = _formats(parse_xml(package.part(parts["styles"]) or b"", package.path))
    properties = _main(package).find("{*}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return Book(str(package.path), package.path.name, strings, formats, is_1904)


def _formats(styles: etree._Element) -> tuple[str, ...]:
    """The number format code of each cell style (18.8.10)."""
    codes = {str(number): code for number, code in BUILT_IN.items()}
    for own in styles.iterfind("{*}numFmts/{*}numFmt"):
        codes[own.get("numFmtId", "")] = own.get("formatCode", GENERAL)
    return tuple(
        codes.get(style.get("numFmtId", "0"), GENERAL)
        for style in styles.iterfind("{*}cellXfs/{*}xf")
    )


def _boxes(package: Package, sheet: Sheet, allowance: Allowance) -> Iterator[Paragraph]:
    """The paragraphs of the text boxes that float over a sheet, in the file's order (20.5)."""
    drawings = (r.target for r in package.relations(sheet.part) if r.kind == "drawing")
    data = package.part(next(drawings, ""))
    if data is None:
        return
    for body in parse_xml(data, package.path).iter("{*}txBody"):
        above = list(body.iterancestors())
        # The fallback says the same again for programs that know less.
        if any(element.tag == _FALLBACK for element in above):
            continue
        corner = next((cell for element in above if (cell := _corner(element))), None)
        place = Position(package.path.name, sheet=sheet.name, cell=corner)
        for text in ("".join(_runs(paragraph)) for paragraph in body.iterfind("{*}p")):
            if text.strip():
                allowance.spend(1, text)
                yield Paragraph(text, place)


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for part in paragraph.iter("{*}t", "{*}br"):
        yield (part.text or "") if part.tag.endswith("}t") else "\n"


def _corner(anchor: etree._Element) -> str | None:
    """The cell under a shape's upper left corner, which the file counts from 0."""
    column, row = (anchor.findtext(f"{{*}}from/{{*}}{name}", "") for name in ("col", "row"))
    if not (column.isdecimal() and row.isdecimal() and len(column + row) <= 12):
        return None
    if int(column) >= MAX_COLUMN or int(row) >= MAX_ROW:
        return None
    return f"{column_letters(int(column) + 1)}{int(row) + 1}"
