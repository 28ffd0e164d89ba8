"""The XML of a worksheet, read piece by piece (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO

from alignchecker.importers.sheets.blocks import Allowance, Area, Row
from alignchecker.importers.sheets.codes import GENERAL
from alignchecker.importers.sheets.numbers import shown_number, shown_text
from alignchecker.importers.sheets.strings import (
    TextTarget,
    damaged,
    local_name,
    parse_part,
    plain,
)
from alignchecker.model.plan import Position
from alignchecker.reading.content import SheetCell, SheetRow, column_letters

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_LONGEST_NUMBER = 40
_TRUE = ("1", "true")
# A1:C3, and A:A and 3:5 of whole columns and rows (18.18.62).
_AREA = re.compile(r"\$?([A-Z]{0,3})\$?(\d{0,7})(:)?\$?([A-Z]{0,3})\$?(\d{0,7})")
# Elements without text cost time, if no memory.
_ELEMENTS_PER_CELL = 3
_BOOLEANS = {"0": "FALSE", "1": "TRUE"}


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to.

    formats: a number format code for each cell style.
    """

    path: str
    file: str
    strings: Sequence[str]
    formats: Sequence[str]
    is_1904: bool


@dataclass(slots=True)
class Tally:
    """How often something was met in a sheet, and where first."""

    count: int = 0
    first: Position | None = None

    def add(self, place: Position) -> None:
        """Count one more."""
        self.count += 1
        self.first = self.first or place


@dataclass(slots=True)
class SheetCells:
    """The filled cells of a sheet, row by row, and what the user must know about them."""

    rows: list[Row] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    errors: Tally = field(default_factory=Tally)
    unvalued: Tally = field(default_factory=Tally)
    is_hidden_in_part: bool = False


def read_sheet(stream: IO[bytes], sheet: str, book: Book, allowance: Allowance) -> SheetCells:
    """The cells of a worksheet as a person sees them.

    Raises InputError for broken XML, places that no sheet has, and more cells than are allowed.
    """
    target = _SheetTarget(sheet, book, allowance)
    parse_part(stream, target, book.path)
    return target.cells


@lru_cache(maxsize=MAX_COLUMN)
def column_number(letters: str) -> int:
    """The number of a column, counted from 1; 0 for what is no column's letters.

    >>> column_number("A"), column_number("XFD"), column_number("XFE"), column_number("a")
    (1, 16384, 0, 0)
    """
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number if 0 < number <= MAX_COLUMN and column_letters(number) == letters else 0


class _SheetTarget(TextTarget):
    def __init__(self, sheet: str, book: Book, allowance: Allowance) -> None:
        super().__init__(book.path)
        self.cells = SheetCells()
        self._sheet, self._book, self._allowance = sheet, book, allowance
        self._row = self._column = self._elements = 0
        self._row_text = ""
        self._columns: list[int] = []
        self._filled: list[SheetCell] = []
        self._cells_row = SheetRow(book.file, 0, sheet)
        self._shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._hidden_columns = bytearray(MAX_COLUMN + 1)
        self._is_hidden = self._in_cell = self._has_formula = self._has_value = False
        self._place = self._kind = self._style = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements % _ELEMENTS_PER_CELL == 0:
            self._allowance.spend(1)
        name = local_name(tag)
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self._has_value = True
            self._is_text = self._in_cell and not self._is_reading
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "rPh":
            self._is_reading = True
        elif name == "mergeCell":
            self._allowance.spend(1)
            self.cells.merges.append(self._area(attributes.get("ref", "")))
        elif name == "col" and attributes.get("hidden") in _TRUE:
            self._hide(int(attributes.get("min", "0")), int(attributes.get("max", "0")))

    def end(self, tag: str) -> None:
        name = local_name(tag)
        if name in ("v", "t"):
            self._is_text = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._is_reading = False

    def close(self) -> None:
        used = {column for columns in self._shared for column in columns}
        self.cells.is_hidden_in_part |= any(self._hidden_columns[column] for column in used)

    def _hide(self, first: int, last: int) -> None:
        if not 1 <= first <= last <= MAX_COLUMN:
            raise damaged(self._path)
        self._hidden_columns[first : last + 1] = b"\1" * (last - first + 1)

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes["r"]) if "r" in attributes else self._row + 1
        # Rows and their cells stand in order (18.3.1.73); the blocks are made in that order.
        if not self._row < number <= MAX_ROW:
            raise damaged(self._path)
        self._row, self._row_text, self._column = number, str(number), 0
        self._columns, self._filled = [], []
        self._cells_row = SheetRow(self._book.file, number, self._sheet)
        self._is_hidden = attributes.get("hidden") in _TRUE

    def _end_row(self) -> None:
        if not self._filled:
            return
        columns = tuple(self._columns)
        columns = self._shared.setdefault(columns, columns)
        self.cells.rows.append(Row(self._row, columns, tuple(self._filled)))
        self.cells.is_hidden_in_part |= self._is_hidden

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place is None:
            column = self._column + 1
            place = f"{column_letters(column)}{self._row}"
        else:
            letters = place[: -len(self._row_text)]
            column = column_number(letters) if place.endswith(self._row_text) else 0
        if not self._column < column <= MAX_COLUMN:
            raise damaged(self._path)
        self._column, self._place = column, place
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._in_cell, self._has_formula, self._has_value = True, False, False
        self._clear()

    def _end_cell(self) -> None:
        self._in_cell = False
        raw = self._text()
        if self._has_formula and not raw and not (self._has_value and self._kind == "str"):
            self.cells.unvalued.add(self._position())
        text = self._shown(raw) if raw else ""
        if not text.strip():
            return
        self._allowance.spend(1, text)
        if self._kind == "e":
            self.cells.errors.add(self._position())
        self._columns.append(self._column)
        self._filled.append(SheetCell(text, self._cells_row, self._column))

    def _position(self) -> Position:
        return Position(self._book.file, None, self._sheet, self._place)

    def _shown(self, raw: str) -> str:
        if self._kind == "n":
            if len(raw) > _LONGEST_NUMBER:
                return raw
            return shown_number(raw, self._format(), is_1904=self._book.is_1904)
        if self._kind == "b":
            return _BOOLEANS.get(raw, raw)
        if self._kind == "d":
            return raw.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
        if self._kind == "e":
            return raw
        return shown_text(self._string(raw), self._format())

    def _string(self, raw: str) -> str:
        if self._kind != "s":
            return plain(raw)
        number = int(raw)
        if not 0 <= number < len(self._book.strings):
            raise damaged(self._path)
        return self._book.strings[number]

    def _format(self) -> str:
        number = int(self._style)
        return self._book.formats[number] if 0 <= number < len(self._book.formats) else GENERAL

    def _area(self, reference: str) -> Area:
        match = _AREA.fullmatch(reference)
        if not reference or match is None:
            raise damaged(self._path)
        first_column, first_row = column_number(match[1] or "A"), int(match[2] or 1)
        if not match[3]:
            return Area(first_row, first_column, first_row, first_column)
        columns = sorted((first_column, column_number(match[4]) or MAX_COLUMN))
        rows = sorted((first_row, int(match[5] or MAX_ROW)))
        return Area(rows[0], columns[0], rows[1], columns[1])
