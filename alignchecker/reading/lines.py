"""From a text to its lines: numbered, cut into cells, hard wraps and double spacing undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import east_asian_width

from alignchecker.model.normalize import fold
from alignchecker.model.plan import Position
from alignchecker.reading.markers import read_marker

_PAGE_NUMBER = re.compile(r"^[-~\s・|]*\d{1,3}[-~\s・|]*$|^[pP]\.?\s*\d{1,3}$")
_LEADER = re.compile(r"(?:[.・…‥·]\s*){3,}\s*\d{1,3}$|(?:[…‥]\s*)+\d{1,3}$")
_CONTENTS = re.compile(r"^[■◆●【\[]*\s*(目\s*次|もくじ|contents)\s*[】\]]*$", re.IGNORECASE)
_CONTENTS_ENTRY = re.compile(r"[^\d\s].*?(?:\s|\t)[-~]?\s*(?:p\.?)?\d{1,3}$", re.IGNORECASE)
_TAIL = 60
_MIN_FULL_LINES = 5
_TABLE_RULE = re.compile(r"^\|?[\s:|+-]+\|[\s:|+-]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number from 1, its text, its cells (one if it is no table row).

    gap: a blank line stands before it. raw: the line with the space around it.
    table: which table the row belongs to, where the format says so. cell_numbers: one for each
    cell, where they have places of their own. header: the format marks the row as a header.
    """

    number: int
    text: str
    cells: tuple[str, ...]
    gap: bool
    raw: str = ""
    table: int | None = None
    cell_numbers: tuple[int, ...] = ()
    header: bool = False

    def number_of(self, cell: int) -> int:
        """Where a cell stands, by its index from 0."""
        return self.cell_numbers[cell] if self.cell_numbers else self.number


@dataclass(frozen=True, slots=True)
class Source:
    """The lines that carry text, and whether a table of contents was printed before them.

    places: where the lines and cells stand, by their numbers from 1; None where a line's number is
    its place.
    """

    lines: tuple[Line, ...]
    has_contents: bool
    places: tuple[Position, ...] | None = None


def read_lines(text: str) -> Source:
    """The lines of a document without blank lines, page numbers and table of contents."""
    rows = text.split("\n")
    spaced = _double_spaced(rows)
    has_tabs = any("\t" in row.strip() for row in rows)
    lines: list[Line] = []
    blanks = 2
    for number, row in enumerate(rows, start=1):
        if not row.strip():
            # Blank cells of a table row are not a blank line between paragraphs.
            blanks += 0 if "\t" in row or "|" in row else 1
            continue
        if _TABLE_RULE.match(fold(row)) and "-" in fold(row):
            continue
        gap = blanks > (1 if spaced else 0)
        lines.append(_line(number, row, gap=gap, has_tabs=has_tabs))
        blanks = 0
    kept, has_contents = without_contents(lines)
    return Source(tuple(_unwrapped(kept)), has_contents)


def display_width(text: str) -> int:
    """Columns that a text takes on a fixed grid: full-width characters count two."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def _line(number: int, row: str, *, gap: bool, has_tabs: bool) -> Line:
    text = row.strip()
    indented = bool(re.match(r"\t|[ \u3000]{2,}", row))
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        cells = [cell.strip() for cell in text[1:-1].split("|")]
    elif has_tabs:
        cells = [cell.strip() for cell in row.strip(" \u3000").split("\t")]
    else:
        cells = [cell for cell in re.split(r"[ \u3000]{2,}", text) if cell]
        cells = [""] * (indented and len(cells) > 1) + cells
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return Line(number, text, tuple(cells), gap, row)


def _double_spaced(rows: Sequence[str]) -> bool:
    """Every line is followed by a blank one: that one says nothing about paragraphs."""
    filled = [bool(row.strip()) for row in rows]
    neighbours = sum(a and b for a, b in pairwise(filled))
    return sum(filled) > 10 and neighbours == 0 and not _single_gaps_only(filled)


def _single_gaps_only(filled: Sequence[bool]) -> bool:
    """Gaps of one blank line only: paragraphs set apart, nothing doubled."""
    inner = "".join("x" if mark else "." for mark in filled).strip(".")
    return "..." not in inner


def without_contents(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    kept: list[Line] = []
    inside = found = False
    for line in lines:
        folded = fold(line.text)
        if _CONTENTS.match(folded.strip()):
            inside = found = True
            continue
        if _LEADER.search(folded[-_TAIL:]) and len(line.text) > 4:
            found = True
            continue
        if inside and len(folded) <= 2 * _TAIL and _CONTENTS_ENTRY.match(folded):
            continue
        inside = False
        if not _PAGE_NUMBER.match(folded):
            kept.append(line)
    return kept, found


def _unwrapped(lines: list[Line]) -> list[Line]:
    """The lines with hard wraps undone, where the document has a line length at all.

    A line as long as the longest ones goes on in the next line. Evidence of a line length is that
    many lines reach it; it is counted in characters or in columns, whichever more lines agree on.
    """
    best: tuple[int, list[bool]] = (0, [])
    for measure in (len, display_width):
        widths = [measure(line.raw) for line in lines]
        # A full-width character that does not fit leaves one column empty.
        longest = max(widths, default=0) - (1 if measure is display_width else 0)
        full = [width >= longest for width in widths]
        if 16 <= longest <= 160 and sum(full) > best[0]:
            best = (sum(full), full)
    if best[0] < max(_MIN_FULL_LINES, len(lines) // 8):
        return lines
    return _joined(lines, best[1])


def _joined(lines: list[Line], full: Sequence[bool]) -> list[Line]:
    result: list[Line] = []
    goes_on = False
    for line, is_full in zip(lines, full, strict=True):
        cut = bool(result) and result[-1].text.endswith(("(", "（", "「"))
        if goes_on and not line.gap and (cut or read_marker(line.text) is None):
            last = result[-1]
            cells = (*last.cells[:-1], last.cells[-1] + line.cells[0], *line.cells[1:])
            if last.raw.endswith("\t"):
                cells = (*last.cells, *line.cells)
            result[-1] = replace(last, text=last.text + line.text, cells=cells, raw=line.raw)
        else:
            result.append(line)
        goes_on = is_full
    return result
