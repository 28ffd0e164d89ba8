"""Tables that go on over the end of a page, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from alignchecker.importers.pdf.cells import GridCell, PageTable
from alignchecker.importers.pdf.lines import joined
from alignchecker.model.plan import Position
from alignchecker.reading.content import Cell, Table, column_letters
from alignchecker.reading.markers import read_list_item, read_marker

_SAME_EDGE = 3.0
_FAR_DOWN = 0.55
_FAR_UP = 0.35

Placed = tuple[int, GridCell]
"""A cell with its page."""


def goes_on(above: PageTable, below: PageTable, height: float) -> bool:
    """The second table is the first one's rest: next page, same columns, nothing left below."""
    return (
        below.page == above.page + 1
        and len(above.xs) == len(below.xs)
        and all(abs(a - b) <= _SAME_EDGE for a, b in zip(above.xs, below.xs, strict=True))
        and above.bottom >= _FAR_DOWN * height
        and below.top <= _FAR_UP * height
    )


def read_table(pieces: Sequence[PageTable], file: str, number: int) -> Table:
    """One table of its pieces on following pages; number: which table of the document it is."""
    # A style that rules no top or bottom at all says nothing about where pages cut.
    has_top, has_bottom = not pieces[0].open_top, not pieces[-1].open_bottom
    rows = [[(pieces[0].page, cell) for cell in row] for row in pieces[0].rows]
    headers = [_repeated(pieces[0], piece) for piece in pieces[1:]]
    for (above, piece), header in zip(pairwise(pieces), headers, strict=True):
        more = [[(piece.page, cell) for cell in row] for row in piece.rows[header:]]
        is_open = (above.open_bottom and has_bottom) or (piece.open_top and has_top and not header)
        if more and (is_open or _is_rest(rows[-1], more[0])):
            rows[-1] = _one_row(rows[-1], more.pop(0))
        rows += more
    return Table(_cells(rows, file, number), min(filter(None, headers), default=0))


def _repeated(first: PageTable, piece: PageTable) -> int:
    """How many rows at the top of a piece repeat those of the first: its header."""
    count = 0
    for row, other in zip(first.rows, piece.rows, strict=False):
        texts = [cell.text for cell in row]
        if texts != [cell.text for cell in other] or not any(texts):
            break
        count += 1
    # A piece of nothing but repeated rows would be no piece.
    return count if count < min(len(first.rows), len(piece.rows)) else 0


def _is_rest(above: Sequence[Placed], below: Sequence[Placed]) -> bool:
    """The row has no name of its own, and all that it says goes on from a sentence cut above."""
    pairs = [(cell, rest) for (_, cell), (_, rest) in zip(above, below, strict=True) if rest.text]
    if below[0][1].text or not above[0][1].text or not pairs:
        return False
    return all(
        cell.is_cut and read_marker(rest.text) is None and read_list_item(rest.text) is None
        for cell, rest in pairs
    )


def _one_row(above: Sequence[Placed], below: Sequence[Placed]) -> list[Placed]:
    """A row cut by the end of the page, cell by cell; merged cells stay one object."""
    whole: dict[tuple[int, int], Placed] = {}
    row: list[Placed] = []
    for (page, cell), (_, rest) in zip(above, below, strict=True):
        key = (id(cell), id(rest))
        text = joined(cell.text, rest.text)
        whole.setdefault(key, (page, replace(cell, text=text)) if rest.text else (page, cell))
        row.append(whole[key])
    return row


def _cells(
    rows: Sequence[Sequence[Placed]], file: str, number: int
) -> tuple[tuple[Cell, ...], ...]:
    made: dict[int, Cell] = {}
    table: list[tuple[Cell, ...]] = []
    for i, row in enumerate(rows, start=1):
        cells: list[Cell] = []
        for j, (page, cell) in enumerate(row):
            if id(cell) not in made:
                name = f"{column_letters(j + 1)}{i}"
                place = Position(file, cell.number, f"表{number}", name, page)
                made[id(cell)] = Cell(cell.text, place)
            cells.append(made[id(cell)])
        table.append(tuple(cells))
    return tuple(table)
