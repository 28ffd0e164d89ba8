"""From a text to its lines: numbered, cut into cells, hard wraps and double spacing undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol
from unicodedata import east_asian_width

from alignchecker.model.normalize import fold
from alignchecker.model.plan import Position
from alignchecker.reading.lost_columns import column_words, read_table
from alignchecker.reading.markers import Marker, bare_marker, headed_list, read_marker

_PAGE_NUMBER = re.compile(
    r"^[-~\s・|]*\d{1,3}[-~\s・|]*$|^[pP]\.?\s*\d{1,3}$"
    r"|^\d{1,3}\s*(?:ページ|頁)$|^\d{1,3}\s?/\s?\d{1,3}$"
)
_LEADER = re.compile(r"(?:[.・…‥·_]\s*){3,}\s*\d{1,3}$|(?:[…‥]\s*)+\d{1,3}$")
_CONTENTS = re.compile(r"^[■◆●【\[]*\s*(目\s*次|もくじ|contents)\s*[】\]]*$", re.IGNORECASE)
_CONTENTS_ENTRY = re.compile(r"[^\d\s].*?(?:\s|\t)[-~]?\s*(?:p\.?)?\d{1,3}$", re.IGNORECASE)
_TAIL = 60
_MIN_FULL_LINES = 5
_NEAR = 6
_IN_BRACKETS = re.compile(r"[(（][^()（）]+[)）]")
_BLANKS = (" ", "\u3000")


class Placed(Protocol):
    """What knows its place: positions are made for what a draft states, not for every cell."""

    @property
    def place(self) -> Position: ...


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
    cell_numbers: Sequence[int] = ()
    header: bool = False

    def number_of(self, cell: int) -> int:
        """Where a cell stands, by its index from 0."""
        return self.cell_numbers[cell] if self.cell_numbers else self.number


@dataclass(frozen=True, slots=True)
class Source:
    """The lines that carry text, and whether a table of contents was printed before them.

    places: what the lines and cells were made of, by their numbers from 1; None where a line's
    number is its place. columns_lost: the header lines of tables whose columns cannot be told
    apart; their rows are left out. printed: the lines with these rows, before any is cut into cells
    that only a blank keeps apart.
    """

    lines: tuple[Line, ...]
    has_contents: bool
    places: tuple[Placed, ...] | None = None
    columns_lost: tuple[int, ...] = ()
    printed: Sequence[Line] = ()


def read_lines(text: str) -> Source:
    """The lines of a document without blank lines, page numbers and table of contents."""
    rows = text.split("\n")
    lines, page_starts = _filled(rows)
    lines = _without_running_lines(lines)
    kept, has_contents = without_contents(lines)
    whole = _with_markers_moved(_unwrapped(kept, page_starts))
    restored, lost = _with_columns(whole)
    return Source(tuple(restored), has_contents, columns_lost=tuple(lost), printed=whole)


def _filled(rows: Sequence[str]) -> tuple[list[Line], set[int]]:
    """The lines that are not blank, and the numbers of those that a page begins with."""
    spaced = _double_spaced(rows)
    has_tabs = any("\t" in row.strip() for row in rows)
    lines: list[Line] = []
    page_starts: set[int] = set()
    blanks, is_new_page = 2, False
    for number, printed in enumerate(rows, start=1):
        is_new_page = is_new_page or "\f" in printed
        row = printed.replace("\f", "")
        if not row.strip():
            # Blank cells of a table row are not a blank line between paragraphs.
            blanks += 0 if "\t" in row or "|" in row else 1
            continue
        if _is_table_rule(row):
            continue
        line = _line(number, row, gap=blanks > (1 if spaced else 0), has_tabs=has_tabs)
        lines.append(line)
        is_page_number = bool(_PAGE_NUMBER.match(fold(line.text)))
        if is_new_page and not is_page_number:
            page_starts.add(number)
        is_new_page = is_page_number
        blanks = blanks if is_page_number else 0
    return lines, page_starts


def _without_running_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines without what is printed beside most page numbers, as the plan's name is.

    The first print, which may be the cover, stays.
    """
    pages = [i for i, line in enumerate(lines) if _PAGE_NUMBER.match(fold(line.text))]
    beside = [j for i in pages for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    counts = Counter(lines[j].text for j in beside if not lines[j].text.endswith("。"))
    running = {text for text, count in counts.items() if count >= max(3, len(pages) // 2)}
    taken = {j for j in beside if j > 0 and lines[j].text in running}
    return [line for j, line in enumerate(lines) if j not in taken]


def _is_table_rule(row: str) -> bool:
    """The rule under the header of a Markdown table: |---|:--|."""
    return "|" in row and "-" in fold(row) and not fold(row).strip(" \t:|+-")


def display_width(text: str) -> int:
    """Columns that a text takes on a fixed grid: full-width characters count two."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def _line(number: int, row: str, *, gap: bool, has_tabs: bool) -> Line:
    text = row.strip()
    indented = bool(re.match(r"\t|[ \u3000]{2,}", row))
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        cells = [cell.strip() for cell in text[1:-1].split("|")]
    elif "｜" in text.strip("｜"):
        cells = [cell.strip(" \u3000") for cell in text.strip("｜").split("｜")]
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
    """The lines without a table of contents and page numbers; whether there was such a table."""
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


def _unwrapped(lines: list[Line], page_starts: Collection[int]) -> list[Line]:
    """The lines with hard wraps undone, where the document has a line length at all.

    page_starts: numbers of lines whose gap may be the page's, not the paragraph's.

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
    return _joined(lines, best[1], page_starts)


def _joined(lines: list[Line], full: Sequence[bool], page_starts: Collection[int]) -> list[Line]:
    groups: list[list[Line]] = []
    goes_on = False
    for line, is_full in zip(lines, full, strict=True):
        above = groups[-1][-1].text if groups else ""
        cut = above.endswith(("(", "（", "「"))
        apart = line.gap and (line.number not in page_starts or above.endswith("。"))
        if goes_on and not apart and (cut or read_marker(line.text) is None):
            groups[-1].append(line)
        else:
            groups.append([line])
        goes_on = is_full
    # Blanks behind most lines are padding; behind a few, they stand between words.
    is_padded = sum(line.raw.endswith(_BLANKS) for line in lines) * 2 > len(lines)
    return [_whole(group, is_padded=is_padded) if len(group) > 1 else group[0] for group in groups]


def _whole(group: Sequence[Line], *, is_padded: bool) -> Line:
    """Lines that are parts of one, as one."""
    cells = [[cell] for cell in group[0].cells]
    texts = [group[0].text]
    for last, line in pairwise(group):
        between = " " if last.raw.endswith(_BLANKS) and not is_padded else ""
        texts.append(between + line.text)
        first, *others = line.cells
        if last.raw.endswith("\t"):
            cells.append([first])
        else:
            cells[-1].append(between + first)
        cells += [[cell] for cell in others]
    whole = tuple("".join(parts) for parts in cells)
    return replace(group[0], text="".join(texts), cells=whole, raw=group[-1].raw)


def _with_markers_moved(lines: list[Line]) -> list[Line]:
    """A number that ends a line, cut from what it numbers, moved to the next line.

    Evidence is that the number before or after it stands near in the same way.
    """
    ends = [_last_marker(line) for line in lines]
    if not any(ends):
        return lines
    starts = [bare_marker(line.text.split(maxsplit=1)[0]) for line in lines]
    moved: list[Line] = []
    carried = ""
    for i, line in enumerate(lines):
        text = f"{carried} {line.text}".strip()
        carried, end = "", ends[i]
        following = lines[i + 1] if i + 1 < len(lines) else None
        if end and following and not following.gap and len(following.cells) == 1:
            near = (*starts[i : i + _NEAR], *ends[max(0, i - _NEAR) : i + _NEAR])
            inside = {(m.style, m.ordinal) for m in near if m}
            words = (*line.text.split()[:-1], *following.text.split())
            inside |= {(m.style, m.ordinal) for word in words if (m := bare_marker(word))}
            if any((end.style, (end.ordinal or 0) + step) in inside for step in (-1, 1)):
                carried = text.split()[-1]
                text = text[: -len(carried)].strip()
        moved.append(replace(line, text=text, cells=(text,)) if text != line.text else line)
    return moved


def _last_marker(line: Line) -> Marker | None:
    """The marker without a label that ends a line of several words."""
    _, blank, last = line.text[-_TAIL:].rpartition(" ")
    return bare_marker(last) if blank and len(line.cells) == 1 else None


def _with_columns(lines: list[Line]) -> tuple[list[Line], list[int]]:
    """Rows cut into the cells that only a blank keeps apart, and where that cannot be done."""
    texts, gaps = [line.text for line in lines], [line.gap for line in lines]
    result: list[Line] = []
    lost: list[int] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        words = column_words(line.text) if len(line.cells) == 1 else ()
        is_alone = bool(words) and i + 1 < len(lines) and len(lines[i + 1].cells) == 1
        table = read_table(texts, gaps, i) if is_alone else None
        if table is None:
            _append(result, lines, i)
            i += 1
            continue
        result.append(replace(line, cells=words) if table.rows else line)
        result += [replace(lines[row], cells=cells) for row, cells in table.rows]
        lost += [] if table.rows else [line.number]
        i = table.end
    return result, lost


def _append(result: list[Line], lines: Sequence[Line], i: int) -> None:
    """The line, as a row of two cells where a list stands, or begins, behind a heading.

    What stands in brackets before the list goes on with the heading on the line above.
    """
    line = lines[i]
    start = _list_start(lines, i) if len(line.cells) == 1 else None
    head, rest = line.text[:start].strip(), line.text[start:]
    above = result[-1] if result and not line.gap and len(result[-1].cells) == 1 else None
    if start is not None and read_marker(head):
        line = replace(line, cells=(head, rest))
    elif start is not None and above and _IN_BRACKETS.fullmatch(head) and read_marker(above.text):
        whole = f"{above.text} {head}"
        result[-1] = replace(above, text=whole, cells=(whole,))
        line = replace(line, text=rest, cells=(rest,))
    result.append(line)


def _list_start(lines: Sequence[Line], i: int) -> int | None:
    """Where in a line a list begins that has a second entry there or on the next line."""
    text = lines[i].text
    start = headed_list(text)
    if start is None and i + 1 < len(lines):
        following = lines[i + 1]
        if not following.gap and len(following.cells) == 1:
            start = headed_list(f"{text} {following.text}")
    return start if start is not None and start < len(text) else None
