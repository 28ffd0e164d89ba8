"""The cells of a workbook as text, exactly as they were typed: what the plan workbook needs.

openpyxl takes "x005F_" out of every text, so that what looks like an escape would not come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from alignchecker.importers.packages import Package, parse_xml, too_large
from alignchecker.importers.sheets.strings import damaged

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_CELLS = 1_000_000
"""Of one sheet, the blank ones included."""
_INDEX = re.compile(r"[0-9]{1,9}")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Rows = dict[int, dict[str, str]]
"""Row number from 1 -> letters of the column -> text; blank cells are left out."""


def sheet_parts(package: Package) -> dict[str, str]:
    """Name of each sheet -> its part, in the workbook's order."""
    data = package.part(package.main)
    if data is None:
        return {}
    targets = {relation.id: relation.target for relation in package.relations(package.main)}
    sheets = parse_xml(data, package.path).iter("{*}sheet")
    return {s.get("name", ""): targets.get(s.get(_RELATION_ID, ""), "") for s in sheets}


def read_rows(package: Package, part: str, strings: list[str]) -> Rows:
    """The cells of a sheet; strings: of the whole workbook. Formulas count as their last result.

    Raises InputError for a cell that refers to a text that is not there.
    """
    data = package.part(part) if part else None
    rows: Rows = {}
    if data is None:
        return rows
    for count, cell in enumerate(parse_xml(data, package.path).iter("{*}c")):
        if count >= _MAX_CELLS:
            raise too_large(package.path)
        place = _REFERENCE.fullmatch(cell.get("r", ""))
        text = _text(cell, strings, package.path)
        if place and text:
            rows.setdefault(int(place[2]), {})[place[1]] = text
    return rows


def shared_strings(package: Package) -> list[str]:
    """The texts that cells refer to by number."""
    kinds = {relation.kind: relation.target for relation in package.relations(package.main)}
    data = package.part(kinds.get("sharedStrings", ""))
    if data is None:
        return []
    return [_string(element) for element in parse_xml(data, package.path).iter("{*}si")]


def _text(cell: etree._Element, strings: list[str], path: Path) -> str:
    kind = cell.get("t", "n")
    inline = cell.find("{*}is")
    if inline is not None:
        return _string(inline)
    value = cell.findtext("{*}v") or ""
    if kind == "s" and value:
        number = int(value) if _INDEX.fullmatch(value) else len(strings)
        if number >= len(strings):
            raise damaged(str(path))
        return strings[number]
    return _number(value) if kind == "n" else _unescaped(value)


def _string(element: etree._Element) -> str:
    """The text without its furigana, which stands beside it in rPh."""
    return _unescaped("".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = etree.QName(child).localname
        if name == "t":
            yield child.text or ""
        elif name == "r":
            yield from _pieces(child)


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold are written _x0001_ (ECMA-376 part 1, 22.9.2.19)."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)

    return _ESCAPE.sub(character, text)


def _number(value: str) -> str:
    """2026.0 as 2026; whatever is no number as it stands."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
