"""The grid of a Word table: which cell stands where, before any text is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from alignchecker.importers.packages import too_large
from alignchecker.importers.word.xml import (
    CELL,
    DELETED,
    ROW,
    VAL,
    flat,
    is_on,
    number,
    value,
    w,
)
from alignchecker.reading.content import column_letters

_MAX_SPAN = 63  # Word's own limit on columns
_ROWS, _CELLS = frozenset({ROW}), frozenset({CELL})


@dataclass(eq=False, slots=True)
class Box:
    """A cell as printed: its element (None for a gap in the row), and its first place ("B3")."""

    element: etree._Element | None = None
    merged: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of boxes, all of one length; a merged cell is the same box wherever it covers.

    cells: every cell of the file in its order, with None for one that another cell covers.
    """

    rows: tuple[tuple[Box, ...], ...]
    cells: tuple[tuple[etree._Element, Box | None], ...]
    header_rows: int


def grid_of(table: etree._Element, room: int, path: Path) -> Grid:
    """The grid of a table without rows whose deletion is tracked.

    Raises InputError where the grid has more places than there is room for; path is its file.
    """
    rows: list[list[Box]] = []
    cells: list[tuple[etree._Element, Box | None]] = []
    headers = width = 0
    for row in flat(table, _ROWS):
        properties = row.find(w("trPr"))
        if properties is not None and any(child.tag in DELETED for child in properties):
            continue
        headers += headers == len(rows) and is_on(properties, "tblHeader") is True
        rows.append(_row(row, properties, rows[-1] if rows else [], cells))
        width = max(width, len(rows[-1]))
        if len(rows) * width > room:
            raise too_large(path)
    return Grid(_addressed(rows), tuple(cells), headers if headers < len(rows) else 0)


def _row(
    row: etree._Element,
    properties: etree._Element | None,
    above: list[Box],
    cells: list[tuple[etree._Element, Box | None]],
) -> list[Box]:
    """The boxes of one row by column; notes its cells."""
    boxes = [Box()] * _span(properties, "gridBefore", 0)
    for cell in flat(row, _CELLS):
        own = cell.find(w("tcPr"))
        merge = None if own is None else own.find(w("vMerge"))
        # Without a value the cell goes on from above (ECMA-376 part 1, 17.4.84).
        goes_on = merge is not None and merge.get(VAL, "continue") == "continue"
        covering = above[len(boxes)] if goes_on and len(boxes) < len(above) else None
        if covering is not None and not covering.merged:
            covering = None
        if boxes and value(own, "hMerge") == "continue":
            covering = boxes[-1]
        cells.append((cell, None))
        if covering is None:
            covering = Box(cell, merged=merge is not None)
            cells[-1] = (cell, covering)
        boxes += [covering] * _span(own, "gridSpan", 1)
    return boxes + [Box()] * _span(properties, "gridAfter", 0)


def _span(properties: etree._Element | None, name: str, default: int) -> int:
    return max(default, min(number(value(properties, name), default), _MAX_SPAN))


def _addressed(rows: list[list[Box]]) -> tuple[tuple[Box, ...], ...]:
    """The rows filled up to one length, without columns that no row tells from the one before."""
    width = max((len(row) for row in rows), default=0)
    full = [row + [Box()] * (width - len(row)) for row in rows]
    kept = [c for c in range(width) if c == 0 or any(row[c] is not row[c - 1] for row in full)]
    result = tuple(tuple(row[c] for c in kept) for row in full)
    names = [column_letters(column) for column in range(1, len(kept) + 1)]
    for line, row in enumerate(result, start=1):
        for name, box in zip(names, row, strict=True):
            box.address = box.address or f"{name}{line}"
    return result
