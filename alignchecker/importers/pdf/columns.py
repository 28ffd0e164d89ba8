"""In which order a page is read: one column or two, headings over both where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from alignchecker.importers.pdf.glyphs import Glyph
from alignchecker.importers.pdf.lines import main_size, text_rows

_SPLIT = 1.2
"""In em: a wider gap within a row may be the gutter."""
_MIN_ROWS = 4
_MAX_CROSSING = 0.35
"""Headings over both columns, and what stands above or below them."""
_MIN_FULL = 0.4
_MANY_ROWS, _MIN_FULL_OF_MANY = 10, 0.25
_FULL = 0.7
_HEADING = 1.15
_SAME_SIZE = 0.03
_MAX_CANDIDATES = 400
_MAX_SEGMENTS = 4_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a row without a wide gap, or a box (no glyphs, its index)."""

    x0: float
    x1: float
    top: float
    bottom: float
    size: float = 0.0
    glyphs: tuple[Glyph, ...] = ()
    box: int | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the page that is read from above: glyphs and boxes (by index) between them.

    column: "1/1" for the whole width, "1/2" and "2/2" for the left and right column.
    """

    column: str
    glyphs: tuple[Glyph, ...]
    boxes: tuple[int, ...]


def read_areas(
    glyphs: Sequence[Glyph], boxes: Sequence[tuple[float, float, float, float]]
) -> list[Area]:
    """The areas of a page in reading order; boxes (x0, top, x1, bottom) stand for their insides."""
    segments = [part for row in text_rows(glyphs) for part in _split(row)]
    framed = [Segment(*_sides(box), box=i) for i, box in enumerate(boxes)]
    parts = sorted([*segments, *framed], key=lambda part: (part.top, part.x0))
    gutter = _gutter(segments, framed)
    if gutter is None:
        return [_area("1/1", parts)] if parts else []
    return [area for area in _in_bands(parts, gutter) if area.glyphs or area.boxes]


def _sides(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = box
    return x0, x1, top, bottom


def _split(row: Sequence[Glyph]) -> Iterator[Segment]:
    size = main_size(row)
    inked = [glyph for glyph in row if not glyph.is_space]
    starts = [0, *(i for i, (a, b) in enumerate(pairwise(inked), 1) if b.x0 - a.x1 > _SPLIT * size)]
    for start, end in zip(starts, [*starts[1:], len(inked)], strict=True):
        part = inked[start:end]
        x0, x1 = part[0].x0, max(glyph.x1 for glyph in part)
        spaces = [glyph for glyph in row if glyph.is_space and x0 <= glyph.x0 <= x1]
        top, bottom = min(g.top for g in part), max(g.bottom for g in part)
        yield Segment(x0, x1, top, bottom, main_size(part), (*part, *spaces))


def _gutter(segments: Sequence[Segment], boxes: Sequence[Segment]) -> float | None:
    """The middle of the band that hardly any row crosses; None where there are no two columns."""
    if not segments or len(segments) > _MAX_SEGMENTS:
        return None
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    quarter = (right - left) / 4
    rows = [s for s in segments if s.size]
    solid = [*rows, *boxes]
    ends = sorted({round(s.x1, 1) for s in solid})[:_MAX_CANDIDATES]
    starts = sorted({round(s.x0, 1) for s in solid})
    following = ((end, next((x for x in starts if x > end), right)) for end in ends)
    middles = [((end + start) / 2, start - end) for end, start in following]
    central = [(x, gap) for x, gap in middles if left + quarter <= x <= right - quarter]
    # Lines of the two columns need not stand at one height, but hardly any runs over the gutter.
    best = min(central, key=lambda c: (sum(_crosses(s, c[0]) for s in solid), -c[1]), default=None)
    if best is None or sum(_crosses(s, best[0]) for s in solid) > _MAX_CROSSING * len(solid):
        return None
    bands = _bands(rows, best[0])
    is_gutter = any(_are_columns(band, best[0], left, right) for band in bands)
    return best[0] if is_gutter else None


def _are_columns(band: Sequence[Segment], gutter: float, left: float, right: float) -> bool:
    """Running text on both sides: enough lines, and many of them fill their column.

    A table without rules has short entries at least on one side.
    """
    for side, width in (
        ([s for s in band if s.x1 <= gutter], gutter - left),
        ([s for s in band if s.x0 >= gutter], right - gutter),
    ):
        full = sum(s.x1 - s.x0 >= _FULL * width for s in side)
        least = _MIN_FULL_OF_MANY if len(side) >= _MANY_ROWS else _MIN_FULL
        if len(side) < _MIN_ROWS or full < least * len(side):
            return False
    return True


def _bands(parts: Sequence[Segment], gutter: float) -> list[list[Segment]]:
    """The parts cut wherever one crosses the gutter; that one is a band of its own."""
    bands: list[list[Segment]] = [[]]
    size = median([part.size for part in parts if part.size] or [0.0])
    for part in parts:
        if _crosses(part, gutter) or _stands_over_both(part, parts, gutter, size):
            bands += [[part], []]
        else:
            bands[-1].append(part)
    return [band for band in bands if band]


def _crosses(part: Segment, gutter: float) -> bool:
    return part.x0 < gutter < part.x1


def _stands_over_both(part: Segment, parts: Sequence[Segment], gutter: float, size: float) -> bool:
    """A heading at the left with nothing beside it on the right, nor beside others of its size."""
    if part.x1 > gutter or part.size < _HEADING * size:
        return False
    alike = (p for p in parts if abs(p.size - part.size) <= _SAME_SIZE * part.size)
    return not any(other.x0 > gutter or _has_right(other, parts, gutter) for other in alike)


def _has_right(part: Segment, parts: Sequence[Segment], gutter: float) -> bool:
    """Something stands beside it in the right column."""
    reach = part.size / 4
    return any(
        other.x0 > gutter and other.top < part.bottom + reach and other.bottom > part.top - reach
        for other in parts
    )


def _in_bands(parts: Sequence[Segment], gutter: float) -> Iterator[Area]:
    whole: list[Segment] = []
    for band in _bands(parts, gutter):
        left = [part for part in band if part.x1 <= gutter]
        right = [part for part in band if part.x0 >= gutter]
        if not left or not right or len(band) == 1:
            whole += band
            continue
        yield _area("1/1", whole)
        whole = []
        yield _area("1/2", left)
        yield _area("2/2", right)
    yield _area("1/1", whole)


def _area(column: str, parts: Sequence[Segment]) -> Area:
    glyphs = tuple(glyph for part in parts for glyph in part.glyphs)
    return Area(column, glyphs, tuple(part.box for part in parts if part.box is not None))
