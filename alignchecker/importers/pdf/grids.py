"""From the rules of a page to the grids of its tables and to its frames."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pdfplumber.table import (
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from alignchecker.importers.pdf.glyphs import Rule

_SNAP = 3.0
_MIN_RULE = 6.0
_MIN_TRACK = 5.0
"""Narrower rows and columns are the space between double rules."""
_MIN_PARALLEL = 3
_MAX_RULES = 1_200
_MAX_CROSSINGS = 4_000
_PAGE_SHARE = 0.5

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells that touch one another; one cell alone is a frame.

    xs, ys: the edges of its columns and rows. open_top, open_bottom: the rule there is missing,
    the cells were cut by the end of the page.
    """

    cells: tuple[Box, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def box(self) -> Box:
        """The box around all cells."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cover(self) -> dict[tuple[int, int], Box]:
        """The cell at each position, by row and column from 0; none where none was drawn."""
        rows, columns = _middles(self.ys), _middles(self.xs)
        found: dict[tuple[int, int], Box] = {}
        for cell in self.cells:
            x0, top, x1, bottom = cell
            for i in range(bisect_left(rows, top), bisect_left(rows, bottom)):
                for j in range(bisect_left(columns, x0), bisect_left(columns, x1)):
                    found[i, j] = cell
        return found


def read_grids(rules: Sequence[Rule], width: float, height: float) -> tuple[list[Grid], bool]:
    """The grids of a page from above, and whether its rules are too many to be those of tables."""
    merged = _merged(rules)
    if len(merged) > _MAX_RULES:
        return [], True
    ends = _page_cuts(merged)
    closed = _merged([*merged, *ends, *_open_sides(merged)])
    crossings = edges_to_intersections(list(map(_edge, closed)), _SNAP, _SNAP)
    if len(crossings) > _MAX_CROSSINGS:
        return [], True
    cells: list[Box] = [
        (float(x0), float(top), float(x1), float(bottom))
        for x0, top, x1, bottom in intersections_to_cells(crossings)
        if (x1 - x0) * (bottom - top) <= _PAGE_SHARE * width * height
        and min(x1 - x0, bottom - top) >= _MIN_TRACK
    ]
    grids = [_grid(group, ends) for group in _touching(cells)]
    return sorted(grids, key=lambda grid: (grid.box[1], grid.box[0])), False


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on or behind one another as one; dashes become a line."""
    edges = [_edge(rule) for rule in rules]
    merged = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    found = (
        Rule(float(e["x0"]), float(e["top"]), float(e["x1"]), float(e["bottom"])) for e in merged
    )
    return [rule for rule in found if rule.x1 - rule.x0 + rule.bottom - rule.top >= _MIN_RULE]


def _edge(rule: Rule) -> dict[str, float | str]:
    """A rule as pdfplumber has it."""
    return {
        "x0": rule.x0, "x1": rule.x1, "top": rule.top, "bottom": rule.bottom,
        "doctop": rule.top, "width": rule.x1 - rule.x0, "height": rule.bottom - rule.top,
        "orientation": "h" if rule.is_horizontal else "v", "object_type": "line",
    }  # fmt: skip


def _open_sides(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The left and right sides of tables that are ruled within only."""
    across = [rule for rule in rules if rule.is_horizontal]
    upright = [rule for rule in rules if not rule.is_horizontal]
    for group in _alike(across, lambda rule: (rule.x0, rule.x1)):
        x0, x1 = group[0].x0, group[0].x1
        top, bottom = min(r.top for r in group), max(r.top for r in group)
        reach = [r for r in upright if r.top < bottom - _SNAP and r.bottom > top + _SNAP]
        if not any(x0 + _SNAP < rule.x0 < x1 - _SNAP for rule in reach):
            continue
        for x in (x0, x1):
            if not any(abs(rule.x0 - x) <= _SNAP for rule in reach):
                yield Rule(x, top, x, bottom)


def _page_cuts(rules: Sequence[Rule]) -> list[Rule]:
    """The rules missing where upright ones end together: a table cut by the end of the page."""
    across = [rule for rule in rules if rule.is_horizontal]
    upright = [rule for rule in rules if not rule.is_horizontal]
    ends = [(g[0].top, g) for g in _alike(upright, lambda r: (r.top,))]
    ends += [(g[0].bottom, g) for g in _alike(upright, lambda r: (r.bottom,))]
    cuts: list[Rule] = []
    for y, group in ends:
        x0, x1 = min(rule.x0 for rule in group), max(rule.x0 for rule in group)
        met = (rule for rule in across if rule.x0 < x1 - _SNAP and rule.x1 > x0 + _SNAP)
        if not any(abs(rule.top - y) <= _SNAP for rule in met):
            cuts.append(Rule(x0, y, x1, y))
    return cuts


def _alike(
    rules: Iterable[Rule], measure: Callable[[Rule], tuple[float, ...]]
) -> Iterator[list[Rule]]:
    """Groups of rules that agree in all measures; too few are no evidence."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=measure):
        values = measure(rule)
        first = measure(groups[-1][0]) if groups else ()
        if groups and all(abs(a - b) <= _SNAP for a, b in zip(values, first, strict=True)):
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return (group for group in groups if len(group) >= _MIN_PARALLEL)


def _touching(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells in groups, each connected by shared corners."""
    group_of: dict[tuple[float, float], int] = {}
    groups: list[list[Box]] = []
    for cell in cells:
        x0, top, x1, bottom = cell
        corners = ((x0, top), (x0, bottom), (x1, top), (x1, bottom))
        known = sorted({group_of[corner] for corner in corners if corner in group_of})
        target = known[0] if known else len(groups)
        if not known:
            groups.append([])
        groups[target].append(cell)
        for other in known[1:]:
            groups[target] += groups[other]
            groups[other] = []
        for corner in [*corners, *(c for c, g in group_of.items() if g in known[1:])]:
            group_of[corner] = target
    return [group for group in groups if group]


def _grid(cells: Sequence[Box], ends: Sequence[Rule]) -> Grid:
    xs = _tracks(x for x0, _, x1, _ in cells for x in (x0, x1))
    ys = _tracks(y for _, top, _, bottom in cells for y in (top, bottom))

    def is_cut(y: float) -> bool:
        return any(abs(end.top - y) <= _SNAP and end.x0 < xs[-1] and end.x1 > xs[0] for end in ends)

    return Grid(tuple(cells), xs, ys, is_cut(ys[0]), is_cut(ys[-1]))


def _middles(edges: Sequence[float]) -> list[float]:
    return [(a + b) / 2 for a, b in pairwise(edges)]


def _tracks(edges: Iterable[float]) -> tuple[float, ...]:
    """The edges of rows or columns; of edges too close for one between them, the first."""
    found: list[float] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] >= _MIN_TRACK:
            found.append(edge)
    return tuple(found)
