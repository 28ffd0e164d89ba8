"""Tables whose columns are levels of the plan: headers, merged cells, departments, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.reading.level_words import is_column, is_department_column, level_word
from alignchecker.reading.lines import Line

_CHAIN_SEPARATOR = re.compile(r"\s*[／/→＞>⇒|｜]\s*|\s*[-－―]{1,2}\s*(?=[^\s\d])|\s+")
_MAX_HEADER = 24
_LONG_CELL = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its header, and the level it holds, if it holds one."""

    index: int
    header: str
    word: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the items that are new in it with their levels, who is responsible, its text."""

    line: Line
    items: tuple[tuple[str, str], ...]
    departments: str
    text: str


def header(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns, if a row of cells heads a table with at least one level."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(len(cell) > _MAX_HEADER or "。" in cell for cell in filled):
        return None
    if sum(is_column(cell) for cell in filled) * 2 <= len(filled) or not is_column(filled[0]):
        return None
    columns = tuple(Column(i, cell, level_word(cell)) for i, cell in enumerate(cells))
    return columns if any(column.word for column in columns) else None


def chain(cells: Sequence[str]) -> tuple[str, ...]:
    """The level names that a line lists from top to bottom: 基本目標／基本施策／施策の方向."""
    text = " ".join(cells)
    words = [level_word(part) for part in _CHAIN_SEPARATOR.split(text.strip()) if part]
    named = tuple(word for word in words if word)
    unknown = len(words) - len(named)
    return named if len(named) >= 2 and unknown <= 1 and len(set(named)) == len(named) else ()


def rows_after(lines: Sequence[Line], start: int, columns: Sequence[Column]) -> list[Line]:
    """The table rows that follow a header; blank lines between them do not end the table."""
    rows: list[Line] = []
    for line in lines[start + 1 :]:
        if len(line.cells) < 2 or len(line.cells) > len(columns) + 1:
            break
        rows.append(line)
    return rows


def hierarchy(columns: Sequence[Column], rows: Sequence[Line]) -> tuple[str, ...]:
    """The levels of a table from top to bottom: the fewer different cells, the higher.

    Columns of sentences hold no items.
    """
    return tuple(column.word for column in _levels(columns, rows) if column.word)


def read_rows(columns: Sequence[Column], lines: Sequence[Line]) -> Iterator[Row]:
    """The rows with blank cells filled from above; only what is new in a row is its item."""
    levels = _levels(columns, lines)
    held: dict[int, str] = {}
    for line in lines:
        items: list[tuple[str, str]] = []
        renewed = False
        for column in levels:
            cell = _cell(line, column)
            if cell and (renewed or held.get(column.index) != cell):
                held[column.index] = cell
                items.append((column.word or "", cell))
                renewed = True
        others = [column for column in columns if column not in levels and _cell(line, column)]
        responsible = [c for c in others if is_department_column(c.header)]
        texts = [c for c in others if c not in responsible]
        yield Row(
            line,
            tuple(items),
            "、".join(_cell(line, c) for c in responsible),
            "\n".join(_cell(line, c) for c in texts),
        )


def _cell(line: Line, column: Column) -> str:
    return line.cells[column.index] if column.index < len(line.cells) else ""


def _levels(columns: Sequence[Column], lines: Sequence[Line]) -> list[Column]:
    levels = []
    for column in columns:
        cells = [cell for line in lines if (cell := _cell(line, column))]
        if column.word and cells and not _is_prose(cells):
            levels.append((len(set(cells)), column.index, column))
    return [column for _, _, column in sorted(levels, key=lambda level: level[:2])]


def _is_prose(cells: Sequence[str]) -> bool:
    sentences = sum("。" in cell for cell in cells)
    length = sum(len(cell) for cell in cells) / len(cells)
    return sentences * 2 >= len(cells) or length > _LONG_CELL
