"""What a document holds, whatever its format: paragraphs and tables, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from alignchecker.model.plan import Capture, ImportWarning, Position


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, with "\\n" where it breaks a line itself.

    depth: of a heading, from 1, where the format says that it is one. bullet: an entry of a list
    without numbers; the number of a numbered one is part of the text ("(1) 健康づくり").
    gap: set apart from what stands above it; False where it may go on there (a line of a PDF).
    """

    text: str
    place: Position
    depth: int | None = None
    bullet: bool = False
    gap: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; blank cells have the text ""."""

    text: str
    place: Position


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Where the cells of a row of a sheet stand: its number from 1, its line in a CSV file."""

    file: str
    number: int
    sheet: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a sheet, which may hold millions: a place for each took more than their texts."""

    text: str
    row: SheetRow
    column: int

    @property
    def place(self) -> Position:
        """Where the cell stands."""
        row = self.row
        name = f"{column_letters(self.column)}{row.number}"
        return Position(row.file, row.line, row.sheet, name)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of one length; a merged cell is the same object wherever it covers.

    header_rows: how many rows the format itself marks as header, 0 where it does not say.
    """

    rows: tuple[tuple[Cell | SheetCell, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """A document in reading order.

    sha256: of the file's bytes. unread: what the format's reader could not read, and what it had
    to decide. capture: how the text came to be, where the format says so.
    """

    file: str
    sha256: str
    blocks: tuple[Paragraph | Table, ...]
    unread: tuple[ImportWarning, ...] = ()
    capture: Capture | None = None


@lru_cache(maxsize=1 << 14)
def column_letters(column: int) -> str:
    """What a spreadsheet calls a column, from 1.

    >>> column_letters(1), column_letters(27), column_letters(16384)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
