"""What is printed on every page and belongs to none: running headers, footers, page numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.importers.pdf.lines import Line

_ZONE = 0.12
"""Of the page's height, at the top and at the bottom."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-‐–—―ー~〜・|<>()\s]*(?:p(?:age)?\.?|第)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:/\s*\d{1,4}|頁|ページ)?"
    r"[-‐–—―ー~〜・|<>()\s]*",
    re.IGNORECASE,
)
_LARGER = 1.05
_MIN_PAGES = 3
_NOTE = re.compile(r"\s*(?:[*＊※†‡]|注\s*\d|\d{1,3}\s*[)）]|[(（]\s*注|（注)")
_NOTE_SIZE = 0.92
_NOTE_ZONE = 0.5


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page outside its tables and frames, and the page's height in points.

    rules: heights of the short horizontal rules, one of which may stand over footnotes.
    """

    number: int
    height: float
    lines: tuple[Line, ...]
    rules: tuple[float, ...] = ()


def running_lines(pages: Sequence[PageLines], body_size: float) -> set[Line]:
    """The lines in the margins that repeat from page to page, and the page numbers.

    A line repeats where it stands on three pages, or on half of them; its digits may count the
    pages, but do not otherwise change: 基本目標1, 基本目標2 are headings.
    """
    found: set[Line] = set()
    repeated: defaultdict[tuple[bool, str], list[Line]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if not _in_zone(line, page.height):
                continue
            folded = unicodedata.normalize("NFKC", line.text).strip()
            if _PAGE_NUMBER.fullmatch(folded) and _is_outermost(line, page):
                found.add(line)
            elif line.size <= _LARGER * body_size:
                is_top = line.middle < page.height / 2
                repeated[is_top, _DIGITS.sub("#", folded)].append(line)
    enough = min(_MIN_PAGES, max(2, (len(pages) + 1) // 2))
    for lines in repeated.values():
        if len({line.page for line in lines}) >= enough and _counts_pages(lines):
            found.update(lines)
    return found


def foot_notes(page: PageLines, body_size: float) -> list[Line]:
    """The small lines at the end of a page below a short rule, or from the first note's mark on."""
    notes: list[Line] = []
    for line in sorted(page.lines, key=lambda line: line.middle, reverse=True):
        if line.size > _NOTE_SIZE * body_size or line.middle < _NOTE_ZONE * page.height:
            break
        notes.insert(0, line)
    for i, line in enumerate(notes):
        ruled = any(0 <= line.top - rule <= 2 * line.size for rule in page.rules)
        if ruled or _NOTE.match(line.text):
            return notes[i:]
    return []


def _in_zone(line: Line, height: float) -> bool:
    return line.middle < _ZONE * height or line.middle > (1 - _ZONE) * height


def _is_outermost(line: Line, page: PageLines) -> bool:
    """No other line stands further out, unless it is in the zone as well."""
    is_top = line.middle < page.height / 2
    further = (other for other in page.lines if (other.middle < line.middle) == is_top)
    return all(_in_zone(other, page.height) for other in further if other is not line)


def _counts_pages(lines: Sequence[Line]) -> bool:
    """The lines are the same but for a number that grows with the pages."""
    texts = {unicodedata.normalize("NFKC", line.text) for line in lines}
    if len(texts) == 1:
        return True
    offsets = Counter(
        offset
        for line in lines
        for offset in {int(n[:9]) - line.page for n in _DIGITS.findall(line.text)}
    )
    return max(offsets.values(), default=0) * 5 >= len(lines) * 3
