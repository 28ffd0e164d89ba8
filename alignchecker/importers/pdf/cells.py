"""What stands in the grids of a page: tables of cells, and paragraphs in frames."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignchecker.importers.pdf.glyphs import Glyph
from alignchecker.importers.pdf.grids import Box, Grid
from alignchecker.importers.pdf.lines import Line, Ruler, joined, read_lines
from alignchecker.reading.markers import read_list_item, read_marker

_SENTENCE_END = ("。", "．", "」", "』", "）", ")")
_SHORT = 1.5
"""In em: a line that ends further from the edge of its cell ends where its author ended it."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's text and the line of the page that it begins in, None where it is blank.

    is_cut: the text breaks off within a sentence at the end of a full line.
    """

    text: str
    number: int | None = None
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as far as it stands on one page; a merged cell is one object wherever it covers.

    xs: the edges of its columns in points. open_top, open_bottom: its rule there is missing.
    """

    page: int
    rows: tuple[tuple[GridCell, ...], ...]
    xs: tuple[float, ...]
    top: float
    bottom: float
    open_top: bool
    open_bottom: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines with a box around them; x0 and x1 are its sides."""

    lines: tuple[Line, ...]
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Filled:
    """A grid with the characters that stand in its cells, at least one."""

    grid: Grid
    cells: dict[Box, list[Glyph]]

    @property
    def box(self) -> Box:
        """The box of the grid, or of its only cell with text."""
        return next(iter(self.cells)) if len(self.cells) == 1 else self.grid.box

    @property
    def glyphs(self) -> list[Glyph]:
        """The characters of all cells."""
        return [glyph for glyphs in self.cells.values() for glyph in glyphs]


def fill(glyphs: Sequence[Glyph], grids: Sequence[Grid]) -> tuple[list[Filled], list[Glyph]]:
    """Every character in the smallest cell around it, and the characters that stand in none.

    Grids without any text are decoration.
    """
    covers = [grid.cover() for grid in grids]
    filled: list[dict[Box, list[Glyph]]] = [{} for _ in grids]
    rest: list[Glyph] = []
    last: tuple[int, Box, Glyph] | None = None
    for glyph in glyphs:
        x = (glyph.x0 + glyph.x1) / 2
        around = [
            (_extent(cell), i, cell)
            for i, grid in enumerate(grids)
            if (cell := covers[i].get(_position(grid, x, glyph.middle))) is not None
        ]
        if around:
            _, i, cell = min(around)
        elif last is not None and _follows(last[2], glyph):
            # Punctuation hangs over the edge of its cell.
            i, cell, _ = last
        else:
            rest.append(glyph)
            continue
        filled[i].setdefault(cell, []).append(glyph)
        last = i, cell, glyph
    inked = [
        {cell: held for cell, held in cells.items() if not all(glyph.is_space for glyph in held)}
        for cells in filled
    ]
    return [Filled(grids[i], held) for i, held in enumerate(inked) if held], rest


def _follows(before: Glyph, glyph: Glyph) -> bool:
    """The character stands directly behind another one, on its line and in its size."""
    slack = before.size / 10
    on_line = before.size == glyph.size and abs(before.middle - glyph.middle) < slack
    return on_line and abs(glyph.x0 - before.x1) < slack


def read_filled(filled: Filled, lines: Ruler) -> PageTable | Frame:
    """The table that a grid is, or the frame where only one of its cells has text."""
    texts = {cell: read_lines(glyphs, lines) for cell, glyphs in filled.cells.items()}
    if len(texts) > 1:
        return _table(filled.grid, texts, lines.page)
    x0, top, x1, bottom = filled.box
    return Frame(tuple(texts[filled.box]), x0, x1, top, bottom)


def cell_text(lines: Sequence[Line], x0: float, x1: float) -> str:
    """The text of a cell between two sides, with "\\n" where a line was ended by its author."""
    if not lines:
        return ""
    if len(lines) > 1 and all(len(line.text) == 1 for line in lines):
        return "".join(line.text for line in lines)
    edge = _edge(lines, x0, x1)
    text = lines[0].text
    for line, following in pairwise(lines):
        is_short = edge - line.x1 > _SHORT * line.size
        begins = (read_marker(following.text) or read_list_item(following.text)) is not None
        text = f"{text}\n{following.text}" if is_short or begins else joined(text, following.text)
    return text


def is_cut(lines: Sequence[Line], x0: float, x1: float) -> bool:
    """The text of a cell breaks off within a sentence at the end of a full line."""
    last = lines[-1]
    is_full = _edge(lines, x0, x1) - last.x1 <= _SHORT * last.size
    return is_full and not last.text.endswith(_SENTENCE_END)


def _edge(lines: Sequence[Line], x0: float, x1: float) -> float:
    """How far the lines of a cell may run: as far from its right side as from its left one."""
    padding = min(max(0.0, min(line.x0 for line in lines) - x0), lines[0].size)
    return x1 - padding


def _extent(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _position(grid: Grid, x: float, y: float) -> tuple[int, int]:
    """The row and column in which a point lies, from 0; outside there is no cell."""
    return bisect_right(grid.ys, y) - 1, bisect_right(grid.xs, x) - 1


def _table(grid: Grid, texts: dict[Box, list[Line]], page: int) -> PageTable:
    made = {box: GridCell("") for box in grid.cells}
    for (x0, top, x1, bottom), lines in texts.items():
        text = cell_text(lines, x0, x1)
        made[x0, top, x1, bottom] = GridCell(text, lines[0].number, is_cut(lines, x0, x1))
    cover = grid.cover()
    # A position without a cell, in a table that is no rectangle, is blank as well.
    rows = tuple(
        tuple(
            made[cover[i, j]] if (i, j) in cover else GridCell("") for j in range(len(grid.xs) - 1)
        )
        for i in range(len(grid.ys) - 1)
    )
    return PageTable(
        page,
        rows,
        grid.xs,
        grid.ys[0],
        grid.ys[-1],
        grid.open_top,
        grid.open_bottom,
    )
