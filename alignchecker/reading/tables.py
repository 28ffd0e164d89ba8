"""Tables of a plan: where one begins, which columns are levels, what each row adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from alignchecker.model.plan import ValueKind
from alignchecker.reading.cell_items import cell_items
from alignchecker.reading.columns import (
    Column,
    cell_of,
    header_length,
    printed,
    read_columns,
)
from alignchecker.reading.headers import Role, value_kind
from alignchecker.reading.indicator_rows import (
    Above,
    IndicatorRow,
    ProgressRow,
    indicator_name,
    read_indicators,
    read_progress,
)
from alignchecker.reading.level_words import is_action, level_word
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import on_one_line, read_marker
from alignchecker.reading.table_levels import are_numbers, is_status, number_columns, read_levels
from alignchecker.reading.values import read_values

_CHAIN_SEPARATOR = re.compile(r"\s*[／/→＞>⇒|｜]\s*|\s*[-－―]{1,2}\s*(?=[^\s\d])|\s+")
_NOTE = re.compile(r"[※＊*]|[(（]?注\d*[)）:：]")
_NOTE_LEAD = re.compile(r"凡例|用語(?:解説|の説明)?|備考|注記?|出典|資料")
_WHOLE_PLAN = re.compile(r"[(（【]?(?:(?:本|当)?計画(?:の)?)?全体[)）】]?|全計画|計画全般")
"""In a column of items: what the row says is about none of them."""
_SUM = re.compile(r"(?:.*\s)?(?:[小合総]\s*計|総合計)")
_BRACKETED = re.compile(r"[【《〈＜<].+[】》〉＞>]")


@dataclass(frozen=True, slots=True)
class TableItem:
    """An item as a cell prints it: its level, its text with its number, where it stands.

    rank: how many levels of the table are above its own.
    """

    word: str
    text: str
    number: int
    rank: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the items that are new in it, and what it says of the last.

    section: what the row says over those below it; it says nothing else then.
    """

    line: Line
    section: str | None = None
    items: tuple[TableItem, ...] = ()
    departments: str = ""
    text: str = ""
    indicators: tuple[IndicatorRow, ...] = ()
    progress: tuple[ProgressRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under one header; columns None where no header says what the rows hold."""

    columns: tuple[Column, ...] | None
    lines: tuple[Line, ...]


def header(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns, if a row of cells heads a table of the plan."""
    return read_columns([cells]) if header_length([cells]) else None


def chain(cells: Sequence[str]) -> tuple[str, ...]:
    """The level names that a line lists from top to bottom: 基本目標／基本施策／施策の方向."""
    text = " ".join(cells)
    words = [level_word(part) for part in _CHAIN_SEPARATOR.split(text.strip()) if part]
    named = tuple(word for word in words if word)
    unknown = len(words) - len(named)
    return named if len(named) >= 2 and unknown <= 1 and len(set(named)) == len(named) else ()


def rows_after(lines: Sequence[Line], start: int, columns: Sequence[Column]) -> list[Line]:
    """The rows that follow a header in a text; blank lines between them do not end the table."""
    rows: list[Line] = []
    for line in lines[start + 1 :]:
        if len(line.cells) < 2 or len(line.cells) > len(columns) + 1:
            break
        rows.append(line)
    return rows


def parts(lines: Sequence[Line]) -> Iterator[Part]:
    """A table as its format gives it, cut where a row heads what follows.

    A header that is printed again, as on a new page, cuts nothing; rows of sums are left out.
    """
    columns: tuple[Column, ...] | None = None
    heading: list[tuple[str, ...]] = []
    held: list[Line] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        if heading and line.cells == heading[0]:
            i += len(heading)
            continue
        found, length = _columns_at(lines, i)
        if found is None:
            if not (columns and _is_sum(line)):
                held.append(line)
            i += 1
            continue
        if held:
            yield Part(columns, tuple(held))
            held = []
        columns, heading = found, [other.cells for other in lines[i : i + length]]
        i += length
    if held:
        yield Part(columns, tuple(held))


def _columns_at(lines: Sequence[Line], i: int) -> tuple[tuple[Column, ...] | None, int]:
    """The columns that the rows from a place on head, and how many rows do; None where none."""
    if len(lines[i].cells) < 2:
        return None, 0
    near = list(takewhile(lambda row: len(row.cells) == len(lines[i].cells), lines[i : i + 5]))
    cells = [row.cells for row in near]
    length = header_length(cells, marked=sum(row.header for row in near), is_certain=True)
    has_rows = length > 0 and i + length < len(lines)
    below = cells[length:]
    heads = [*cells[: length - 1], _over_values(_over_numbers(cells[length - 1], below), below)]
    return (read_columns(heads) if has_rows else None), length


def _over_values(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Headers with the blank one left of the target named, where values with years stand below.

    The header of a merged cell is lost when a table is taken from print.
    """
    filled = list(head)
    for i in range(1, len(head) - 1):
        is_left_of_target = value_kind(head[i + 1]) is ValueKind.TARGET or head[i + 1] == "目標"
        cells = [row[i] for row in rows if i < len(row) and row[i].strip()]
        dated = sum(any(value.fiscal_year for value in read_values(cell)) for cell in cells)
        if not head[i].strip() and is_left_of_target and cells and dated * 2 > len(cells):
            filled[i] = "現状値"
    return filled


def _over_numbers(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Headers with a blank one filled from the left, where that one's cells only number.

    取組 | (blank) over 1 | 見守り is one header over number and name.
    """
    filled = list(head)
    for i in range(1, len(filled)):
        own = [row[i] for row in rows if i < len(row) and row[i].strip()]
        left = [row[i - 1] for row in rows if row[i - 1].strip()]
        if not filled[i].strip() and own and left and are_numbers(left) and not are_numbers(own):
            filled[i] = filled[i - 1]
    return filled


def _is_sum(line: Line) -> bool:
    """A row of sums: the first cell that is not blank says 小計 or 合計."""
    first = next((cell for cell in line.cells if cell), "")
    return _SUM.fullmatch(first) is not None


def is_note(text: str) -> bool:
    """※ or 注 before a text says that it is a note to the table."""
    return bool(_NOTE.match(text))


def section_title(line: Line, columns: Sequence[Column]) -> str | None:
    """What a row says over the rows below it: 【高齢期】 or 基本目標1 …; None for other rows.

    It fills the whole row, or stands alone in its first cell in brackets or as another level.
    ※ before it says that it is a note, as 凡例 is with what stands beside it.
    """
    if len(line.cells) == 1:
        return on_one_line(line.cells[0])
    first = on_one_line(line.cells[0])
    if _NOTE_LEAD.fullmatch(first):
        return f"※{first}"
    if not first or any(line.cells[1:]):
        return None
    if is_note(first):
        return first
    marker = read_marker(first)
    words = {column.word for column in columns}
    is_other = marker is not None and marker.word is not None and marker.word not in words
    return first if is_other or _BRACKETED.fullmatch(first) else None


def hierarchy(columns: Sequence[Column], rows: Sequence[Line]) -> tuple[str, ...]:
    """The levels of a table from top to bottom; columns of sentences hold no items."""
    plain = [row for row in rows if section_title(row, columns) is None]
    return tuple(column.word for column in read_levels(columns, plain) if column.word)


def read_rows(columns: Sequence[Column], lines: Sequence[Line], above: Above) -> Iterator[Row]:
    """The rows with blank cells filled from above; only what is new in a row is its item."""
    titles = [section_title(line, columns) for line in lines]
    rows = [line for line, title in zip(lines, titles, strict=True) if title is None]
    levels = read_levels(columns, rows)
    numbers = number_columns(columns, levels, rows)
    known = {column.index for column in (*levels, *numbers.values())}
    others = [
        c
        for c in columns
        if c.role in (Role.TEXT, Role.LEVEL) and c.index not in known and not is_status(c, rows)
    ]
    measured = _measured_level(columns, levels, rows)
    held: dict[int, str] = {}
    name = owner = ""
    for line, title in zip(lines, titles, strict=True):
        if title is not None:
            held.clear()
            name = owner = ""
            yield Row(line, title)
            continue
        items = tuple(_new_items(levels, numbers, line, held))
        name = indicator_name(columns, line) or ("" if items else name)
        owner = next((_label(i.text) for i in reversed(items) if i.word in measured), owner)
        if not levels and others:
            owner = _label(cell_of(line, others[0]).replace("\n", "")) or owner
        yield Row(
            line,
            None,
            items,
            printed(columns, line, Role.DEPARTMENT) if levels else "",
            "\n".join(text for c in others if (text := cell_of(line, c).replace("\n", ""))),
            tuple(read_indicators(columns, line, above.name_of(name), owner)),
            tuple(read_progress(columns, line, above.fiscal_year, owner)),
        )


def _measured_level(
    columns: Sequence[Column], levels: Sequence[Column], lines: Sequence[Line]
) -> set[str | None]:
    """The levels whose items the indicators of a table may be about.

    Where there are as many indicators as items of one level, each where its item begins, and more
    items below, only that one.
    """
    rows = [line for line in lines if indicator_name(columns, line)]
    for upper, lower in reversed(list(pairwise(levels))):
        above = dict(zip((line.number for line in lines[1:]), lines, strict=False))
        own = [line for line in rows if _begins(line, above.get(line.number), upper)]
        as_many = len(set(_filled(upper, lines))) == len(rows) == len(own) > 1
        if as_many and len(set(_filled(lower, lines))) > len(rows):
            return {upper.word}
    return {level.word for level in levels}


def _begins(line: Line, above: Line | None, column: Column) -> bool:
    """The row prints another item of the column than the row above."""
    cell = cell_of(line, column)
    return bool(cell) and (above is None or cell_of(above, column) != cell)


def _filled(column: Column, lines: Sequence[Line]) -> list[str]:
    return [cell for line in lines if (cell := cell_of(line, column))]


def _new_items(
    levels: Sequence[Column], numbers: dict[int, Column], line: Line, held: dict[int, str]
) -> Iterator[TableItem]:
    """The items of a row that the row above does not have; held: each column's last print."""
    renewed = False
    for rank, column in enumerate(levels):
        cell = cell_of(line, column)
        number = cell_of(line, numbers[column.index]) if column.index in numbers else ""
        key = f"{number}\t{cell}"
        if (
            not cell
            or _WHOLE_PLAN.fullmatch(cell)
            or (held.get(column.index) == key and not renewed)
        ):
            continue
        held[column.index] = key
        renewed = True
        prefix = "" if not number or read_marker(cell) else f"{number} "
        for part in cell_items(cell, are_actions=is_action(column.word or "")):
            place = line.number_of(column.index)
            yield TableItem(column.word or "", prefix + part, place, rank)


def _label(cell: str) -> str:
    marker = read_marker(cell)
    return marker.label if marker else cell
