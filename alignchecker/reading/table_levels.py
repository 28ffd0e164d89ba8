"""Which columns of a table are levels of the plan, and which number their items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from alignchecker.model.normalize import fold, normalize
from alignchecker.reading.cell_items import cell_items
from alignchecker.reading.columns import Column, cell_of
from alignchecker.reading.headers import Role
from alignchecker.reading.level_words import is_action, is_column, vision_word
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import bare_marker

_PLACE = re.compile(r"[部編章節項](?:[・/][部編章節項])+")
"""Such a column says where the item stands, and is no level over it."""
_STATUS = re.compile(
    r"(?:継続|拡[充大]|新規|縮小|廃止|完了|終了|見直し|充実|統合|検討|実施|維持|改善|強化|推進|再掲|○|◎|→|-|―|－)"
    r"(?:[・／/、](?:継続|拡[充大]|新規|見直し|充実|実施|強化))?"
)
"""方向性: 拡充 says how an item goes on, and is no item."""
_LONG_CELL = 60
_NUMBER_CELL = re.compile(r"[\d().・①-⑳ア-コA-Z-]{1,8}")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


def read_levels(columns: Sequence[Column], lines: Sequence[Line]) -> list[Column]:
    """The columns that hold items, from top to bottom, in whatever order they stand."""
    named = [c for c in columns if c.role is Role.LEVEL and _hold_labels(_cells(c, lines))]
    unnamed = [
        replace(c, word=_BRACKETS.sub("", normalize(c.header)))
        for c in columns
        if c.role is Role.TEXT
        and c.header
        and not is_column(c.header)
        and not _PLACE.fullmatch(normalize(c.header))
        and not vision_word(_BRACKETS.sub("", normalize(c.header)))
        and _hold_labels(_cells(c, lines))
        and (_nests(c, named, lines) or _has_own_numbers(c, columns))
    ]
    return sorted((*named, *unnamed), key=lambda c: (*_height(c, lines), c.index))


def _height(column: Column, lines: Sequence[Line]) -> tuple[bool, int]:
    """Where a level stands, the highest first: actions below all else, then by different entries.

    Not every item has entries in the columns below, and one cell may list several.
    """
    are_actions = is_action(column.word or "")
    cells = set(_cells(column, lines))
    return are_actions, len(
        {e for cell in cells for e in cell_items(cell, are_actions=are_actions)}
    )


def is_status(column: Column, lines: Sequence[Line]) -> bool:
    """The column says how each item goes on (継続, 拡充), and nothing else."""
    cells = _cells(column, lines)
    return bool(cells) and all(map(_STATUS.fullmatch, cells))


def _cells(column: Column, lines: Sequence[Line]) -> list[str]:
    return [cell for line in lines if (cell := cell_of(line, column))]


def _hold_labels(cells: Sequence[str]) -> bool:
    is_other = _is_prose(cells) or are_numbers(cells) or all(map(_STATUS.fullmatch, cells))
    return bool(cells) and not is_other


def _nests(column: Column, levels: Sequence[Column], lines: Sequence[Line]) -> bool:
    """A column whose header names no known level is one all the same where its cells are such.

    It stands left of a level; each of its cells covers items of that level, none of which belongs
    to two of its cells; and each of its cells belongs to one item of the level to its left.
    """
    right = [level for level in levels if level.index > column.index]
    left = [level for level in levels if level.index < column.index]
    if not right or len(set(_cells(column, lines))) >= len(set(_cells(right[-1], lines))):
        return False
    return _belongs(right[-1], column, lines) and all(_belongs(column, c, lines) for c in left)


def _has_own_numbers(column: Column, columns: Sequence[Column]) -> bool:
    """施策課題 beside 施策課題コード: what has numbers of its own is a level."""
    before = next((c for c in columns if c.index == column.index - 1), None)
    own = normalize(column.header)
    return before is not None and before.role is Role.NUMBER and own in normalize(before.header)


def _belongs(lower: Column, upper: Column, lines: Sequence[Line]) -> bool:
    """Nearly each cell of the lower column stands beside one cell of the upper one only."""
    seen: dict[str, str] = {}
    above = ""
    others = 0
    for line in lines:
        above = cell_of(line, upper) or above
        cell = cell_of(line, lower)
        others += bool(cell) and seen.setdefault(cell, above) != above
    return others * 10 <= len(seen)


def _is_prose(cells: Sequence[str]) -> bool:
    lines = [line for cell in cells for line in cell.split("\n")]
    sentences = sum("。" in cell for cell in cells)
    return sentences * 2 >= len(cells) or sum(map(len, lines)) > _LONG_CELL * len(lines)


def are_numbers(cells: Sequence[str]) -> bool:
    """All cells only number what stands beside them."""
    return all(map(_is_number, cells))


def _is_number(cell: str) -> bool:
    """3, 1-2, ①, 第1章 or 目標1, and nothing else."""
    return bool(_NUMBER_CELL.fullmatch(fold(cell).strip())) or bare_marker(cell) is not None


def number_columns(
    columns: Sequence[Column], levels: Sequence[Column], lines: Sequence[Line]
) -> dict[int, Column]:
    """Columns of numbers, by the index of the level whose items they number.

    Those are the items directly to the right, if each has one number, or those that there are as
    many of.
    """
    found: dict[int, Column] = {}
    for column in columns:
        cells = set(_cells(column, lines))
        right = [c for c in levels if c.index == column.index + 1]
        same_header = any(c.header == column.header for c in right)
        numbers = column.role in (Role.NUMBER, Role.LEVEL) or same_header
        if not numbers or column in levels or not cells or not are_numbers(sorted(cells)):
            continue
        beside = [c for c in right if _belongs(c, column, lines)]
        as_many = [c for c in levels if len(set(_cells(c, lines))) == len(cells)]
        for level in (beside or as_many or right)[:1]:
            found.setdefault(level.index, column)
    return found
