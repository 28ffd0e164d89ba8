"""What an Excel workbook and a Word document show, as texts that can be compared line by line."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.table import Table
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet


def shown_workbook(content: bytes) -> str:
    """Each sheet with how it is framed and offered, then a row a line."""
    book = load_workbook(io.BytesIO(content))
    lines = [line for sheet in book.worksheets for line in _sheet(sheet)]
    return "".join(f"{line}\n" for line in lines)


def _sheet(sheet: Worksheet) -> Iterator[str]:
    yield f"# {sheet.title} ({sheet.sheet_state})"
    hidden = sorted(k for k, v in sheet.column_dimensions.items() if v.hidden)
    yield f"frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref}, hidden from {hidden[:1]}"
    for validation in sheet.data_validations.dataValidation:
        yield f"choice {validation.sqref}: {validation.formula1}"
    for marked in sheet.conditional_formatting:
        yield f"marked {marked.sqref}: {marked.rules[0].formula}"
    for row in sheet.iter_rows(values_only=True):
        yield " | ".join(_line(value) for value in row).rstrip(" |")
    yield ""


def shown_document(content: bytes) -> str:
    """The paragraphs with their styles, and the tables, a row a line, as they stand."""
    lines = []
    for part in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(part, Table):
            lines += [_cells(row) for row in part._tbl.tr_lst]
        elif part.text:
            lines.append(f"[{part.style and part.style.name}] {_line(part.text)}")
    return "".join(f"{line}\n" for line in lines)


def _cells(row: object) -> str:
    texts = []
    for cell in row.tc_lst:  # type: ignore[attr-defined]
        pieces = cell.xpath(".//w:t | .//w:br")
        texts.append("".join((p.text or "") if p.tag.endswith("}t") else "⏎" for p in pieces))
    return " | ".join(texts)


def _line(value: object) -> str:
    return "" if value is None else str(value).replace("\n", "⏎")
