"""Tables whose columns only a blank keeps apart: cut by the header's words and the numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from alignchecker.reading.level_words import is_column, is_department_column, level_word
from alignchecker.reading.markers import Marker, bare_marker, read_marker

_MAX_HEADER = 60
_MIN_PROSE = 20
_DEPARTMENT = re.compile(r"(?:課|室|所|局|部|係|センター|館|署|庁|会)(?:$|[、・])")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as (index of the line, cells), empty where the columns are lost; end: behind them."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    end: int


def column_words(text: str) -> tuple[str, ...]:
    """The headers that a line names with blanks between them, empty for any other line.

    >>> column_words("基本目標 基本施策 方向性"), column_words("基本目標 支え合うまち")
    (('基本目標', '基本施策', '方向性'), ())
    """
    words = text.split() if len(text) <= _MAX_HEADER else []
    if len(words) < 2 or not all(map(is_column, words)) or level_word(words[0]) is None:
        return ()
    return tuple(words)


def read_table(texts: Sequence[str], gaps: Sequence[bool], start: int) -> Table | None:
    """The table under the header at an index; None where what follows is no table.

    gaps: whether a blank line stands before each. Its rows are cut where each level has a numbering
    of its own and one column of text at most has none; otherwise they cannot be told apart.
    """
    reader = _Reader(column_words(texts[start]))
    is_table = False
    end = start + 1
    while end < len(texts) and not column_words(texts[end]):
        pieces = list(_pieces(texts[end]))
        if not reader.fits(pieces, gap=gaps[end], is_first=end == start + 1):
            break
        columns = {reader.add(end, piece) for piece in pieces}
        is_table = is_table or len(columns) > 1
        end += 1
    if reader.styles:
        if reader.merges_levels():
            return Table((), end)
        return Table(tuple(reader.rows()) if reader.is_sound() else (), end) if is_table else None
    wide = [i for i in range(start + 1, end) if len(texts[i].split()) >= len(reader.words)]
    has_more = len(reader.words) > 2 or any(map(_holds_text, reader.words))
    return Table((), end) if len(wide) > 1 and has_more else None


def _holds_text(header: str) -> bool:
    """The column holds sentences or departments, no items: 方向性, 内容, 担当課."""
    return level_word(header) in (None, "方向性")


def _pieces(text: str) -> Iterator[str]:
    """The words of a line, a number with what it numbers."""
    held = ""
    for word in text.split():
        whole = f"{held} {word}".strip()
        if level_word(whole) or bare_marker(whole):
            held = whole
            continue
        yield whole
        held = ""
    if held:
        yield held


@dataclass(slots=True)
class _Reader:
    """Puts one piece after another into its column."""

    words: tuple[str, ...]
    styles: dict[str, int] = field(default_factory=dict)
    column: int = -1
    _rows: list[tuple[int, list[list[str]]]] = field(default_factory=list)
    _last: dict[int, int] = field(default_factory=dict)

    def fits(self, pieces: Sequence[str], *, gap: bool, is_first: bool) -> bool:
        """The line can be a row of the table, or go on with one."""
        marker = read_marker(pieces[0])
        if is_first:
            return not gap or (marker is not None and len(pieces) > 1)
        if marker is None:
            return not gap
        return self._place(marker) is not None

    def add(self, line: int, piece: str) -> int:
        """Put a piece where its numbering, or the lack of one, says; that column, from 0."""
        marker = read_marker(piece)
        place = self._place(marker) if marker else None
        if marker and place is not None:
            self.styles.setdefault(marker.style, place)
            self._last[place] = marker.ordinal or 0
            for lower in [column for column in self._last if column > place]:
                del self._last[lower]
            if place <= self.column or not self._rows:
                self._rows.append((line, [[] for _ in self.words]))
            self.column = place
            self._rows[-1][1][place] = [piece]
        elif self._rows:
            self._append(piece)
        return self.column

    def _append(self, piece: str) -> None:
        cells = self._rows[-1][1]
        below = self.column + 1
        has_label = len(cells[self.column]) > 1 or not bare_marker(cells[self.column][0])
        if has_label and below < len(self.words) and _holds_text(self.words[below]):
            self.column = below
        cells[self.column].append(piece)

    def _place(self, marker: Marker) -> int | None:
        """The column of a marker, by its style; a new style takes the next level."""
        if marker.number is None:
            return None
        place = self.styles.get(marker.style)
        if place is None:
            free = max(self.styles.values(), default=-1) + 1
            word = level_word(self.words[free]) if free < len(self.words) else None
            is_level = word is not None and marker.word in (None, word)
            return free if is_level and marker.ordinal == 1 else None
        last = self._last.get(place, 0)
        return place if marker.ordinal in (1, last, last + 1) else None

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows with the line that each begins on."""
        return ((line, tuple(map(" ".join, cells))) for line, cells in self._rows)

    def merges_levels(self) -> bool:
        """A level has no numbering, so its cells stand at the end of the level's above it."""
        bare = [i for i in self._free() if not _holds_text(self.words[i])]
        above = [row[i - 1] for i in bare for _, row in self._rows if row[i - 1]]
        return sum(len(cell) > 1 for cell in above) * 2 > len(above) > 1

    def is_sound(self) -> bool:
        """One column at most has no numbering, and holds sentences or departments."""
        free = self._free()
        cells = [(self.words[i], row[i]) for i in free for _, row in self.rows() if row[i]]
        return len(free) <= 1 and all(_is_text(header, cell) for header, cell in cells)

    def _free(self) -> list[int]:
        return [i for i in range(len(self.words)) if i not in self.styles.values()]


def _is_text(header: str, cell: str) -> bool:
    if is_department_column(header):
        return bool(_DEPARTMENT.search(cell))
    return _holds_text(header) and (len(cell.split(maxsplit=1)[0]) >= _MIN_PROSE or "。" in cell)
