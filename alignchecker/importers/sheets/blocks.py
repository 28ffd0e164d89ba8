"""From the filled cells of a sheet to paragraphs and tables, for workbooks and CSV alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.model.errors import InputError
from alignchecker.reading.content import Paragraph, SheetCell, SheetRow, Table

MAX_CELLS = 6_000_000
"""Of one file, the blank cells and the copies of merged ones that its tables hold included."""

_LONG_TEXT = 100
_NOTE_MARKS = ("※", "＊", "*", "（注", "(注", "注）", "注)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's filled cells with their columns, ascending; numbers from 1 as the sheet shows them.

    Rows with the same columns share one tuple of them, so that a row costs no more than its cells.
    """

    number: int
    columns: tuple[int, ...]
    cells: tuple[SheetCell, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area, all four inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class Allowance:
    """How many cells a file may still hold: hostile areas end in an error, not in the memory."""

    path: str
    left: int = MAX_CELLS

    def spend(self, cells: int, text: str = "") -> None:
        """Count more cells, long texts as several; InputError when the file holds too many."""
        self.left -= cells + cells * len(text) // _LONG_TEXT
        if self.left < 0:
            raise InputError(
                f"表のセルが多すぎます（上限 {MAX_CELLS:,}）。"
                "使っていない行と列を削除するか、ファイルを分けて読み込んでください。",
                f"The tables have too many cells (limit {MAX_CELLS:,}). Delete the rows and columns"
                " that are not used, or split the file.",
                self.path,
            )


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with the merged cells that reach into it.

    starts: the columns where another cell begins. bottom: the last row that its cells reach.
    """

    number: int
    columns: tuple[int, ...]
    cells: tuple[SheetCell, ...]
    starts: tuple[int, ...]
    bottom: int


def sheet_blocks(
    rows: Sequence[Row], merges: Sequence[Area], allowance: Allowance
) -> Iterator[Paragraph | Table]:
    """The rows of a sheet, ascending, as paragraphs (one cell in a row) and tables (more).

    A row of one cell belongs to the table around it where no blank row sets it apart. Raises
    InputError for more cells than the allowance has left.
    """
    lines = list(_with_merged(rows, merges, allowance))
    enclosed = _enclosed(lines)
    table: list[_Line] = []
    first = 0
    for i, line in enumerate(lines):
        if len(line.starts) > 1 or (table and _goes_on(line, lines[i - 1], first, enclosed[i])):
            first = min(first, line.starts[0]) if table else line.starts[0]
            table.append(line)
            continue
        if table:
            yield _table(table, allowance)
            table = []
        yield Paragraph(line.cells[0].text, line.cells[0].place)
    if table:
        yield _table(table, allowance)


def _with_merged(
    rows: Sequence[Row], merges: Sequence[Area], allowance: Allowance
) -> Iterator[_Line]:
    """The rows that show a cell of their own, with the merged cells that cover them."""
    waiting = sorted(merges, key=lambda area: (area.first_row, area.first_column), reverse=True)
    width = max((row.columns[-1] for row in rows), default=0)
    covers: dict[int, tuple[int, SheetCell]] = {}
    for row in rows:
        covers = {c: cover for c, cover in covers.items() if cover[0] >= row.number}
        for _, cell in covers.values():
            allowance.spend(1, cell.text)
        shown = dict(zip(row.columns, row.cells, strict=True)) if covers or waiting else {}
        new = {column: cell for column, cell in shown.items() if column not in covers}
        if shown and not new:
            continue
        while waiting and waiting[-1].first_row <= row.number:
            area = waiting.pop()
            anchor = new.get(area.first_column) if area.first_row == row.number else None
            if anchor is not None:
                last = min(area.last_column, width)
                allowance.spend(last - area.first_column, anchor.text)
                cover = (area.last_row, anchor)
                covers.update(dict.fromkeys(range(area.first_column, last + 1), cover))
        if not covers:
            yield _Line(row.number, row.columns, row.cells, row.columns, row.number)
            continue
        shown.update({column: cell for column, (_, cell) in covers.items()})
        columns = tuple(sorted(shown))
        cells = tuple(shown[column] for column in columns)
        starts = tuple(c for i, c in enumerate(columns) if not i or cells[i] is not cells[i - 1])
        bottom = max(last for last, _ in covers.values())
        yield _Line(row.number, columns, cells, starts, bottom)


def _follows(line: _Line, above: _Line) -> bool:
    """No blank row stands between the two."""
    return line.number <= above.bottom + 1


def _enclosed(lines: Sequence[_Line]) -> list[bool]:
    """Whether a row of several cells comes after each row before the next blank row."""
    enclosed = [False] * len(lines)
    for i in range(len(lines) - 2, -1, -1):
        below = lines[i + 1]
        enclosed[i] = _follows(below, lines[i]) and (len(below.starts) > 1 or enclosed[i + 1])
    return enclosed


def _goes_on(line: _Line, above: _Line, first: int, is_enclosed: bool) -> bool:
    """Whether a row of one cell belongs to the table that ends above it.

    first: the table's first column. After the last full row only what stands right of it goes on,
    its left neighbours being carried from above; at the left edge or with a mark it is a note.
    """
    if not _follows(line, above):
        return False
    if is_enclosed:
        return line.starts[0] >= first
    return line.starts[0] > first and not line.cells[0].text.lstrip().startswith(_NOTE_MARKS)


def _table(lines: Sequence[_Line], allowance: Allowance) -> Table:
    """The rows made equally long; columns in which no cell begins are left out."""
    columns = tuple(sorted({c for starts in {line.starts for line in lines} for c in starts}))
    blanks = len(lines) * len(columns) - sum(len(line.cells) for line in lines)
    allowance.spend(max(0, blanks))
    return Table(tuple(_cells(line, columns) for line in lines))


def _cells(line: _Line, columns: tuple[int, ...]) -> tuple[SheetCell, ...]:
    if line.columns == columns:
        return line.cells
    filled = dict(zip(line.columns, line.cells, strict=True))
    covered = sum(column in filled for column in columns)
    if len(line.starts) == 1 and covered > 1 and covered * 4 >= len(columns) * 3:
        return line.cells[:1] * len(columns)
    row = _row(line)
    return tuple(
        filled[column] if column in filled else SheetCell("", row, column) for column in columns
    )


def _row(line: _Line) -> SheetRow:
    """The row itself, which the merged cells in it may not stand in."""
    beside = line.cells[0].row
    if beside.number == line.number:
        return beside
    return SheetRow(beside.file, line.number, beside.sheet, beside.line)
