"""Tables of a plan: where one begins, which columns are levels, what each row adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.model.normalize import fold
from alignchecker.reading.columns import (
    Column,
    Role,
    cell_of,
    header_length,
    printed,
    read_columns,
)
from alignchecker.reading.indicator_rows import (
    IndicatorRow,
    ProgressRow,
    indicator_name,
    read_indicators,
    read_progress,
)
from alignchecker.reading.level_words import is_action, level_word
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import read_list_item, read_marker, split_inline

_CHAIN_SEPARATOR = re.compile(r"\s*[／/→＞>⇒|｜]\s*|\s*[-－―]{1,2}\s*(?=[^\s\d])|\s+")
_LONG_CELL = 60
_GOES_ON = "・、のをにとが）"
"""A line of a cell that begins so goes on with the one above."""
_NUMBER_CELL = re.compile(r"[\d().・①-⑳ア-コA-Z-]{1,8}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the items that are new in it with level and place, and what it says of the last."""

    line: Line
    items: tuple[tuple[str, str, int], ...]
    departments: str
    text: str
    indicators: tuple[IndicatorRow, ...]
    progress: tuple[ProgressRow, ...]


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

    A header that is printed again, as on a new page, cuts nothing. A row of one cell stands alone.
    """
    columns: tuple[Column, ...] | None = None
    heading: list[tuple[str, ...]] = []
    held: list[Line] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        wide = [other.cells for other in lines[i : i + 5] if len(other.cells) == len(line.cells)]
        marked = sum(other.header for other in lines[i : i + 5])
        length = header_length(wide, marked=marked) if len(line.cells) > 1 else 0
        if heading and line.cells == heading[0]:
            i += len(heading)
            continue
        found = read_columns(wide[:length]) if length and length < len(wide) else None
        if found or len(line.cells) == 1:
            if held:
                yield Part(columns, tuple(held))
                held = []
            if found:
                columns, heading = found, list(wide[:length])
                i += length
                continue
            yield Part(None, (line,))
        else:
            held.append(line)
        i += 1
    if held:
        yield Part(columns, tuple(held))


def hierarchy(columns: Sequence[Column], rows: Sequence[Line]) -> tuple[str, ...]:
    """The levels of a table from top to bottom: the fewer different cells, the higher.

    Columns of sentences hold no items.
    """
    return tuple(column.word for column in _levels(columns, rows) if column.word)


def read_rows(
    columns: Sequence[Column], lines: Sequence[Line], year: int | None = None
) -> Iterator[Row]:
    """The rows with blank cells filled from above; only what is new in a row is its item.

    year: the fiscal year that the table's title names, for progress without a year of its own.
    """
    levels = _levels(columns, lines)
    numbers = _number_columns(columns, levels, lines)
    others = [
        c for c in columns if c.role is Role.TEXT or (c.role is Role.LEVEL and c not in levels)
    ]
    held: dict[int, str] = {}
    name = owner = ""
    for line in lines:
        items = tuple(_new_items(levels, numbers, line, held))
        name = indicator_name(columns, line) or ("" if items else name)
        owner = _label(items[-1][1]) if items else owner
        texts = (cell_of(line, c).replace("\n", "") for c in others if c not in numbers.values())
        yield Row(
            line,
            items,
            printed(columns, line, Role.DEPARTMENT) if levels else "",
            "\n".join(filter(None, texts)),
            tuple(read_indicators(columns, line, name, owner)),
            tuple(read_progress(columns, line, year, owner)),
        )


def _new_items(
    levels: Sequence[Column], numbers: dict[int, Column], line: Line, held: dict[int, str]
) -> Iterator[tuple[str, str, int]]:
    """The items of a row that the row above does not have; held: each column's last print."""
    renewed = False
    for column in levels:
        cell = cell_of(line, column)
        number = cell_of(line, numbers[column.index]) if column.index in numbers else ""
        key = f"{number}\t{cell}"
        if not cell or (held.get(column.index) == key and not renewed):
            continue
        held[column.index] = key
        renewed = True
        prefix = "" if not number or read_marker(cell) else f"{number} "
        for part in _entries(cell, column):
            yield column.word or "", prefix + part, line.number_of(column.index)


def _label(cell: str) -> str:
    marker = read_marker(cell)
    return marker.label if marker else cell


def _levels(columns: Sequence[Column], lines: Sequence[Line]) -> list[Column]:
    levels = []
    for column in columns:
        cells = [cell for line in lines if (cell := cell_of(line, column))]
        if column.role is Role.LEVEL and cells and not _is_prose(cells) and not _are_numbers(cells):
            levels.append((len(set(cells)), column.index, column))
    return [column for _, _, column in sorted(levels, key=lambda level: level[:2])]


def _is_prose(cells: Sequence[str]) -> bool:
    sentences = sum("。" in cell for cell in cells)
    length = sum(len(cell) for cell in cells) / len(cells)
    return sentences * 2 >= len(cells) or length > _LONG_CELL


def _are_numbers(cells: Sequence[str]) -> bool:
    return all(_NUMBER_CELL.fullmatch(fold(cell).strip()) for cell in cells)


def _number_columns(
    columns: Sequence[Column], levels: Sequence[Column], lines: Sequence[Line]
) -> dict[int, Column]:
    """Columns of numbers, by the index of the level whose items they number.

    Those are the items directly to the right, or those that there are as many of.
    """
    found: dict[int, Column] = {}
    for column in columns:
        cells = {cell for line in lines if (cell := cell_of(line, column))}
        numbers = column.role is Role.NUMBER or (column.role is Role.LEVEL and column not in levels)
        if not numbers or not cells or not _are_numbers(sorted(cells)):
            continue
        right = [c for c in levels if c.index == column.index + 1]
        as_many = [c for c in levels if len({cell_of(line, c) for line in lines}) == len(cells)]
        for level in [c for c in right if c in as_many or column.word] or as_many or right:
            found.setdefault(level.index, column)
            break
    return found


def _entries(cell: str, column: Column) -> list[str]:
    """The items that one cell lists: bulleted, numbered, or projects one below the other."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    starts = [read_list_item(line) is not None for line in lines]
    if not any(starts):
        starts = [read_marker(line) is not None for line in lines]
    if not any(starts) and is_action(column.word or "") and all(len(line) > 3 for line in lines):
        starts = [line[0] not in _GOES_ON for line in lines]
    whole: list[str] = []
    for line, begins in zip(lines, starts, strict=True):
        is_open = bool(whole) and whole[-1].count("（") > whole[-1].count("）")
        if begins and not is_open:
            whole.append(read_list_item(line) or line)
        elif whole:
            whole[-1] += line
        else:
            whole.append(line)
    return [part for entry in whole for part in split_inline(entry)]
