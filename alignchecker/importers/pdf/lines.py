"""From the characters of an area to its lines of text: ruby and footnote marks left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from alignchecker.importers.pdf.glyphs import Glyph

_ROW = 0.4
"""Of an em: characters whose middles differ less stand in one row."""
_SMALL = 0.75
_RUBY = 0.66
_RAISED = 0.12
_WIDE_GAP = 0.8
_ROW_GAP = 2.5
_LATIN_GAP = 0.2
_NO_GAP = 0.08
_KANA = re.compile(r"[ぁ-ゖァ-ヺー゛゜・\s]+")
_NOTE_MARK = re.compile(r"(?:[*＊※†‡]|注)?\s*[(（]?\d{0,3}[)）]?[,、]?")
_LATIN = re.compile(r"[A-Za-z0-9,.;:!?()%&'\"/-]")
_JAPANESE = re.compile(r"[ぁ-ヿ㐀-鿿々〇]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its box; size of its letters in points.

    face: the font of its Japanese letters, "" where it has none. page: from 1. number: the line of
    the page that it stands in, from 1, counted as one reads, a row of a table as one line or more.
    is_row: a wide gap parts it, as in a list of names and values.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    face: str
    page: int
    number: int
    is_row: bool = False

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Ruler:
    """The heights at which the lines of an area of a page stand, to number them.

    before: how many lines of the page are read before those of the area.
    """

    page: int
    before: int
    heights: tuple[float, ...]

    def number(self, middle: float) -> int:
        """The number of the line that stands at a height."""
        after = bisect_left(self.heights, middle)
        near = [i for i in (after - 1, after) if 0 <= i < len(self.heights)]
        nearest = min(near, key=lambda i: abs(self.heights[i] - middle), default=0)
        return self.before + nearest + 1


def ruler(glyphs: Sequence[Glyph], page: int, before: int) -> Ruler:
    """The heights of all lines of an area, tables and frames included."""
    rows = text_rows(glyphs)
    return Ruler(page, before, tuple(sorted(_middle(row) for row in rows)))


def read_lines(glyphs: Sequence[Glyph], lines: Ruler) -> list[Line]:
    """The lines of an area of a page, from above."""
    found: list[Line] = []
    for row in map(_without_marks, text_rows(glyphs)):
        text = _text(row)
        if not text:
            continue
        inked = [glyph for glyph in row if not glyph.is_space]
        size = main_size(inked)
        middle = _middle(inked)
        found.append(
            Line(
                text,
                inked[0].x0,
                max(glyph.x1 for glyph in inked),
                middle - size / 2,
                middle + size / 2,
                size,
                _main_face(inked),
                lines.page,
                lines.number(middle),
                any(b.x0 - a.x1 > _ROW_GAP * size for a, b in pairwise(inked)),
            )
        )
    return found


def text_rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The characters in rows from above, each from the left, without ruby."""
    rows = [_printed_once(row) for row in _clustered(glyphs)]
    return [row for i, row in enumerate(rows) if not _is_ruby(row, rows[i + 1 : i + 3])]


def main_size(glyphs: Sequence[Glyph]) -> float:
    """The size of most characters, the larger of two that are as frequent."""
    sizes = Counter(glyph.size for glyph in glyphs if not glyph.is_space)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def joined(text: str, more: str) -> str:
    """Two parts of a wrapped text as one: with a space only between Latin words.

    >>> joined("計画は令和", "８年度"), joined("Sustainable", "Development Goals")
    ('計画は令和８年度', 'Sustainable Development Goals')
    """
    both_digits = text[-1:].isdigit() and more[:1].isdigit()
    latin = _LATIN.match(text[-1:]) and re.match(r"[A-Za-z0-9(]", more)
    return f"{text} {more}" if latin and not both_digits else text + more


def _clustered(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    largest = 0.0
    inked = (glyph for glyph in glyphs if not glyph.is_space)
    spaces = [glyph for glyph in glyphs if glyph.is_space]
    rows: list[list[Glyph]] = []
    for glyph in sorted(inked, key=lambda g: (g.middle, g.x0)):
        size = max(largest, glyph.size)
        if row and glyph.middle - row[0].middle > _ROW * size:
            rows.append(row)
            row, size = [], glyph.size
        row.append(glyph)
        largest = size
    if row:
        rows.append(row)
    heights = [_middle(row) for row in rows]
    for space in spaces:
        at = bisect_left(heights, space.middle)
        near = [i for i in (at - 1, at) if 0 <= i < len(rows)]
        if near:
            closest = min(near, key=lambda i: abs(heights[i] - space.middle))
            if abs(heights[closest] - space.middle) <= _ROW * space.size:
                rows[closest].append(space)
    for found in rows:
        yield sorted(found, key=lambda g: (g.x0, g.x1))


def _printed_once(row: list[Glyph]) -> list[Glyph]:
    """The row without characters printed twice to look bold or shadowed."""
    kept: list[Glyph] = []
    for glyph in row:
        twins = (g for g in kept[-2:] if g.text == glyph.text and not g.is_space)
        if not any(abs(twin.x0 - glyph.x0) < glyph.size / 5 for twin in twins):
            kept.append(glyph)
    return kept


def _middle(row: Sequence[Glyph]) -> float:
    """The height of the characters of the row's main size."""
    size = main_size(row)
    heights = sorted(g.middle for g in row if g.size == size) or [row[0].middle]
    return heights[len(heights) // 2]


def _is_ruby(row: Sequence[Glyph], below: Sequence[Sequence[Glyph]]) -> bool:
    """Small kana directly above larger characters, or marks raised above them."""
    text = "".join(glyph.text for glyph in row).strip()
    size = main_size(row)
    for base in below:
        base_size = main_size(base)
        distance = _middle(base) - _middle(row)
        inside = base[0].x0 - base_size <= row[0].x0 and row[-1].x1 <= base[-1].x1 + base_size
        if not inside or distance > 1.1 * base_size:
            continue
        if size <= _RUBY * base_size and _KANA.fullmatch(text):
            return True
        touching = distance < (size + base_size) / 2
        if touching and size <= _SMALL * base_size and _NOTE_MARK.fullmatch(text):
            return True
    return False


def _without_marks(row: Sequence[Glyph]) -> list[Glyph]:
    """The row with the raised numbers that point to footnotes blanked; m² keeps its exponent."""
    size = main_size(row)
    middle = _middle(row)
    kept: list[Glyph] = []
    run: list[Glyph] = []
    for glyph in row:
        bottom = middle + size / 2
        raised = glyph.bottom < bottom - _RAISED * size
        if glyph.size <= _SMALL * size and raised and not glyph.is_space:
            run.append(glyph)
            continue
        kept += _unless_mark(run, kept)
        run = []
        kept.append(glyph)
    kept += _unless_mark(run, kept)
    return kept


def _unless_mark(run: Sequence[Glyph], before: Sequence[Glyph]) -> Sequence[Glyph]:
    """Raised characters as they belong to the text, the mark of a footnote as blank space."""
    text = "".join(glyph.text for glyph in run)
    is_unit = bool(before) and before[-1].text.endswith(("m", "ｍ")) and text in ("2", "3")
    is_mark = bool(before) and bool(_NOTE_MARK.fullmatch(text)) and not is_unit
    return [replace(glyph, text="") for glyph in run] if is_mark else run


def _text(row: Sequence[Glyph]) -> str:
    """The row as text, with a space wherever the print leaves one."""
    size = main_size(row)
    parts: list[str] = []
    last: Glyph | None = None
    space = ""
    for glyph in row:
        if glyph.is_space:
            space = glyph.text if space != "\u3000" else space
            continue
        if last is not None:
            parts.append(_space(last, glyph, space, size))
        parts.append(glyph.text)
        last, space = glyph, ""
    return "".join(parts)


def _space(last: Glyph, glyph: Glyph, printed: str, size: float) -> str:
    gap = glyph.x0 - last.x1
    if gap >= _WIDE_GAP * size or (printed == "\u3000" and gap > _NO_GAP * size):
        return "\u3000"
    latin = bool(_LATIN.match(last.text) and _LATIN.match(glyph.text))
    if (printed and gap > _NO_GAP * size) or (latin and gap >= _LATIN_GAP * size):
        return " "
    return ""


def _main_face(row: Sequence[Glyph]) -> str:
    faces = Counter(glyph.face for glyph in row if _JAPANESE.match(glyph.text))
    return max(faces, key=lambda face: (faces[face], face), default="")
