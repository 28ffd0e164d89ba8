"""From what a page shows to its lines, tables and frames in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from alignchecker.importers.pdf.cells import fill, read_filled
from alignchecker.importers.pdf.columns import read_areas
from alignchecker.importers.pdf.content import Page, Part
from alignchecker.importers.pdf.glyphs import Rule, Sheet
from alignchecker.importers.pdf.grids import Box, read_grids
from alignchecker.importers.pdf.lines import read_lines, ruler

_SHORTEST, _LONGEST = 0.08, 0.6
"""Of the page's width: a rule that may stand over footnotes."""


def read_page(sheet: Sheet) -> tuple[Page, bool]:
    """A page in reading order, and whether it has too many rules to look for tables."""
    grids, is_drawing = read_grids(sheet.rules, sheet.width, sheet.height)
    filled, rest = fill(sheet.glyphs, grids)
    parts: list[Part] = []
    count = 0
    for area in read_areas(rest, [grid.box for grid in filled]):
        inside = [filled[i] for i in area.boxes]
        glyphs = [*area.glyphs, *(glyph for grid in inside for glyph in grid.glyphs)]
        lines = ruler(glyphs, sheet.number, count)
        bodies = [*read_lines(area.glyphs, lines), *(read_filled(grid, lines) for grid in inside)]
        bodies.sort(key=lambda body: body.top)
        parts += (Part(area.column, body) for body in bodies)
        count += len(lines.heights)
    rules = tuple(_short_rules(sheet, [grid.box for grid in grids]))
    return Page(sheet.number, sheet.width, sheet.height, tuple(parts), rules), is_drawing


def _short_rules(sheet: Sheet, boxes: Sequence[Box]) -> list[float]:
    """The heights of short horizontal rules outside of tables."""

    def is_free(rule: Rule) -> bool:
        return not any(
            x0 <= rule.x0 <= x1 and top - 1 <= rule.top <= bottom + 1
            for x0, top, x1, bottom in boxes
        )

    return sorted(
        rule.top
        for rule in sheet.rules
        if rule.is_horizontal
        and _SHORTEST * sheet.width <= rule.x1 - rule.x0 <= _LONGEST * sheet.width
        and rule.top > sheet.height / 2
        and is_free(rule)
    )
