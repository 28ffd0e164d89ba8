"""What the columns of a table hold, by their headers: levels, departments, indicators, progress."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from alignchecker.model.normalize import normalize
from alignchecker.model.plan import Scope, ValueKind
from alignchecker.reading.headers import (
    Role,
    header_level,
    is_header_cell,
    is_year,
    plain_role,
    value_kind,
)
from alignchecker.reading.lines import Line
from alignchecker.reading.values import read_fiscal_year, read_scope

_MAX_HEADER = 24
_MAX_HEADER_ROWS = 3
_NAMES = {"項目", "内容", "名称", "区分", ""}
_EDITION = re.compile(
    r"第[\d一二三四五六七八九十]+[期次](?=の|.*計画)|[前後]期(?=.*計画)"
    r"|(?:前|現|現行|次|次期|新|旧|今回の?|前回の?|本|当)計画"
    r"|[改策]定[前後]|見直し[前後]|変更[前後]|[新旧](?=(?:基本|施策|体系))"
)
_STARTED = re.compile(r"(?:計画)?策定時|(?:計画)?(?:開始|当初)|基準値")
_OUTSIDE = re.compile(r"(?:関係|関連|連携|協力|実施)(?:機関|団体|主体|先)")
_DIVISIONS_OF_OFFICES = {f"{who}{what}" for who in ("", "担当", "所管", "主管") for what in (
    "部", "局", "部局", "部名", "部局名")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its header (the rows of it joined), its role.

    word: the level, of a level. kind, fiscal_year, scope: of a value or a record of progress.
    """

    index: int
    header: str
    role: Role
    word: str | None = None
    kind: ValueKind | None = None
    fiscal_year: int | None = None
    scope: Scope | None = None


def cell_of(line: Line, column: Column) -> str:
    """What a row prints in a column."""
    return line.cells[column.index] if column.index < len(line.cells) else ""


def printed(columns: Sequence[Column], line: Line, role: Role) -> str:
    """What a row prints in the columns of a role, joined by 、 where that is several things."""
    cells = [cell_of(line, c).replace("\n", "、") for c in columns if c.role is role]
    return "、".join(dict.fromkeys(filter(None, cells)))


def header_length(
    rows: Sequence[Sequence[str]], *, marked: int = 0, is_certain: bool = False
) -> int:
    """How many of the first rows head a table; 0 where they are no header.

    rows: merged cells repeated. marked: how many the format marks. is_certain: the format says
    that this is a table. A header goes on in the next row under a merged cell, or below a cell that
    spans columns.
    """
    if not rows or not _is_header(rows[0], is_certain=is_certain, is_marked=marked > 0):
        return 0
    length = 1
    while length < min(len(rows) - 1, _MAX_HEADER_ROWS):
        above, row = _spread(rows[length - 1], rows[length]), rows[length]
        if length >= marked and not _goes_on(above, row):
            break
        length += 1
    return length


def read_columns(rows: Sequence[Sequence[str]]) -> tuple[Column, ...] | None:
    """The columns that header rows name, None if they hold nothing of a plan."""
    rows = [_spread(rows[0], rows[1]) if len(rows) > 1 else rows[0], *rows[1:]]
    width = max(len(row) for row in rows)
    headers = [
        list(dict.fromkeys(row[i].strip() for row in rows if i < len(row) and row[i].strip()))
        for i in range(width)
    ]
    columns = [_column(i, parts) for i, parts in enumerate(headers)]
    has_values = sum(c.role is Role.VALUE for c in columns) > 0
    has_names = any(c.role is Role.INDICATOR for c in columns)
    kinds = {c.kind for c in columns if c.role is Role.VALUE}
    if has_names or ValueKind.BASELINE in kinds:
        columns = [_as_target(c, columns) for c in columns]
        has_values = any(c.role is Role.VALUE for c in columns)
    if has_values and not has_names:
        columns = _with_names(columns)
        has_names = any(c.role is Role.INDICATOR for c in columns)
    if has_names:
        columns = _with_latest(_with_plain_years(columns))
    if not has_values or not (has_names or any(c.role is Role.LEVEL for c in columns)):
        aside = (Role.VALUE, Role.UNIT, Role.SURVEY, Role.POPULATION)
        columns = [replace(c, role=Role.TEXT) if c.role in aside else c for c in columns]
    columns = _settled(columns)
    if has_names and not has_values:
        columns = [replace(c, role=Role.ASIDE, word=None) if _is_field(c) else c for c in columns]
    if _compare_editions(columns):
        return tuple(replace(c, role=Role.TEXT, word=None) for c in columns)
    roles = {c.role for c in columns}
    if Role.LEVEL in roles or {Role.INDICATOR, Role.VALUE} <= roles:
        return tuple(columns)
    return None


def _compare_editions(columns: Sequence[Column]) -> bool:
    """第9期計画の基本方針 beside 第10期計画の基本目標: what became of the items of another edition.

    Such a table sets out no plan: its rows are no items of the one that prints it.
    """
    found = (_EDITION.match(normalize(c.header)) for c in columns if c.role is Role.LEVEL)
    editions = [match[0] if match else None for match in found]
    return len(set(editions)) > 1 and None not in editions


def _is_field(column: Column) -> bool:
    """施策分野 beside mere names of indicators: what these are about, and no level."""
    return column.role is Role.LEVEL and normalize(column.header).endswith("分野")


def _spread(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """A header whose blank cells belong to the cell on their left: 施策 | (blank) over № | 名称."""
    spread = list(upper)
    for i in range(1, min(len(upper), len(lower))):
        if not spread[i].strip() and lower[i].strip() and lower[i - 1].strip():
            spread[i] = spread[i - 1]
    return spread


def _is_header(row: Sequence[str], *, is_certain: bool, is_marked: bool) -> bool:
    """A row of header words: the first and most of them; fewer where a table is certain.

    Where the format marks the row as header, one is enough.
    """
    filled = list(dict.fromkeys(cell.strip() for cell in row if cell.strip()))
    short = all(len(normalize(cell)) <= _MAX_HEADER and "。" not in cell for cell in filled)
    known = [is_header_cell(cell) for cell in filled]
    if len(filled) < 2 or not short:
        return False
    if is_marked:
        return any(known)
    return (known[0] and sum(known) * 2 > len(filled)) or (
        is_certain and sum(known) >= 2 and sum(known) * 2 >= len(filled)
    )


def _goes_on(above: Sequence[str], row: Sequence[str]) -> bool:
    """The row below a header row is header too: it repeats merged cells, or splits a wide one."""
    pairs = [(a.strip(), b.strip()) for a, b in zip(above, row, strict=False)]
    same = sum(bool(a) and a == b for a, b in pairs)
    under = not pairs[0][1]
    wide = any(a and a == b for (a, _), (b, _) in pairwise(pairs))
    own = [b for a, b in pairs if b and a != b]
    short = all(len(normalize(b)) <= _MAX_HEADER and "。" not in b for b in own)
    known = sum(map(is_header_cell, own))
    if under and own and known == len(own):
        # (令和6年度) below 現状値, nothing below the other headers.
        return all(above[i].strip() for i, (_, b) in enumerate(pairs) if b)
    return bool(own) and short and (same > 0 or wide) and known * 2 >= len(own)


def _column(index: int, parts: Sequence[str]) -> Column:
    header = " ".join(part.replace("\n", "") for part in parts)
    # The lowest row says it: a line on the plan's period may stand over the whole table.
    own = (read_fiscal_year(part) for part in reversed(parts))
    year = next(filter(None, own), None) or read_fiscal_year(header)
    column = Column(index, header, Role.TEXT, fiscal_year=year, scope=read_scope(header))
    kind = next((k for part in reversed(parts) if (k := value_kind(part))), None)
    roles = [role for part in reversed(parts) if (role := plain_role(part))]
    if roles and (kind is None or len(parts) == 1 or plain_role(parts[-1])):
        return replace(column, role=roles[0])
    # 内容 below 主な取組 is about the actions; 名称 below it names them.
    named = parts if not parts or not is_header_cell(parts[-1]) else parts[-1:]
    word = next((w for part in reversed(named) if (w := header_level(part))), None)
    if kind is not None and (word is None or kind is not ValueKind.TARGET or year):
        return replace(column, role=Role.VALUE, kind=kind)
    return replace(column, role=Role.LEVEL, word=word) if word is not None else column


def _settled(columns: list[Column]) -> list[Column]:
    """What columns are beside others: 部 and 関係機関 beside 課 are aside.

    実績 beside 評価 is what was done.
    """
    roles = {c.role for c in columns}
    kinds = {c.kind for c in columns if c.role is Role.VALUE}
    is_report = Role.EVALUATION in roles and kinds == {ValueKind.ACTUAL}
    offices = [c for c in columns if c.role is Role.DEPARTMENT]
    outside = [c for c in offices if _OUTSIDE.match(normalize(c.header))]
    outside = outside if len(outside) < len(offices) else []
    is_report = is_report and not roles & {Role.INDICATOR, Role.UNIT}
    settled = []
    for column in columns:
        is_division = normalize(column.header) in _DIVISIONS_OF_OFFICES
        if column in outside or (Role.DEPARTMENT in roles and is_division):
            settled.append(replace(column, role=Role.ASIDE, word=None))
        elif is_report and column.role is Role.VALUE:
            settled.append(replace(column, role=Role.DONE, kind=None))
        else:
            settled.append(column)
    return settled


def _with_plain_years(columns: list[Column]) -> list[Column]:
    """令和4年度（実績） | 令和6年度 | 令和7年度: plain years after the one of record are targets.

    What the record says is then what they start from.
    """
    records = [c for c in columns if c.role is Role.VALUE]
    last = max((c.fiscal_year or 0 for c in records), default=0)
    plain = [c for c in columns if c.role is Role.TEXT and is_year(c.header)]
    if len(records) != 1 or records[0].kind is not ValueKind.ACTUAL or not last or not plain:
        return columns
    if any((c.fiscal_year or 0) <= last for c in plain):
        return columns
    years = {c.index for c in plain}
    return [
        replace(c, role=Role.VALUE, kind=ValueKind.TARGET) if c.index in years
        else replace(c, kind=ValueKind.BASELINE) if c in records
        else c
        for c in columns
    ]  # fmt: skip


def _with_latest(columns: list[Column]) -> list[Column]:
    """策定時 | 現状値 | 目標値: beside what the plan started from, 現状 is the latest record."""
    started = [c for c in columns if c.kind is ValueKind.BASELINE and _STARTED.match(c.header)]
    if not started:
        return columns
    return [
        replace(c, kind=ValueKind.ACTUAL)
        if c.kind is ValueKind.BASELINE and c not in started
        else c
        for c in columns
    ]


def _with_names(columns: list[Column]) -> list[Column]:
    """What is counted: plain text before a column of units, or the first beside 現状 and 目標."""
    for before, column in pairwise(columns):
        if column.role is Role.UNIT and before.role is Role.TEXT:
            place = before.index
            return [replace(c, role=Role.INDICATOR) if c.index == place else c for c in columns]
    kinds = {c.kind for c in columns if c.role is Role.VALUE}
    first = columns[0]
    is_name = first.role is Role.TEXT and normalize(first.header) in _NAMES
    if is_name and {ValueKind.BASELINE, ValueKind.TARGET} <= kinds:
        return [replace(first, role=Role.INDICATOR), *columns[1:]]
    return columns


def _as_target(column: Column, columns: Sequence[Column]) -> Column:
    """目標 is a level in an outline, but a value beside an indicator's name or baseline.

    It stays a level left of the indicator where another column holds the target.
    """
    is_value = column.role is Role.LEVEL and (column.word or "") in {"目標", "成果目標", "最終目標"}
    names = [c.index for c in columns if c.role is Role.INDICATOR]
    has_other = any(c.kind is ValueKind.TARGET and c.role is Role.VALUE for c in columns)
    if not is_value or (has_other and names and column.index < names[0]):
        return column
    year = read_fiscal_year(column.header)
    return replace(column, role=Role.VALUE, word=None, kind=ValueKind.TARGET, fiscal_year=year)
