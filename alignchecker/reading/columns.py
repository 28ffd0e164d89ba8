"""What the columns of a table hold, by their headers: levels, departments, indicators, progress."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from alignchecker.model.normalize import normalize
from alignchecker.model.plan import Scope, ValueKind
from alignchecker.reading.level_words import is_column, is_department_column, level_word
from alignchecker.reading.lines import Line
from alignchecker.reading.values import read_fiscal_year, read_scope

_MAX_HEADER = 24
_MAX_HEADER_ROWS = 3
_NUMBER = re.compile(
    r"(?:No\.?|№|番号|通し番号|整理番号|コード|施策番号|事業番号|項番)", re.IGNORECASE
)
_INDICATOR = re.compile(
    r".*(?:指標|KPI|KGI|ものさし)(?:名|名称|項目|の名称|・目標)?|数値目標(?:名|項目)?"
    r"|(?:評価|目標|成果)項目",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"現状|現況|基準[値年]|策定時|初期値|スタート値|直近値|^基準$")
_TARGET = re.compile(r"目標(?!項目|名)|計画値|見込[み値]|見込$|^中間$|^最終$|目指す値")
_ACTUAL = re.compile(r"実績値|実績$|^実績|達成値|最新値")
_EVALUATION = re.compile(r"評価|進捗(?:度|状況|率)?|達成(?:度|状況|率)|判定|ランク")
_DONE = re.compile(r"(?:取組|取り組み|取組み|実施|事業|進捗)(?:の)?(?:実績|状況|結果)")
_YEAR_ONLY = re.compile(
    r"(?:(?:令和|平成|R|H)(?:元|\d{1,2})|20\d\d)(?:年度?|末)*(?:\(.*\))?", re.IGNORECASE
)
_UNIT = re.compile(r"単位")
_SURVEY = re.compile(r"(?:出典|資料|根拠|算出(?:方法|根拠)|調査名?|データソース|把握方法).*")
_POPULATION = re.compile(r"(?:対象者?|分母|対象範囲)")


class Role(StrEnum):
    """What the cells of a column are."""

    LEVEL = "level"
    NUMBER = "number"
    DEPARTMENT = "department"
    INDICATOR = "indicator"
    UNIT = "unit"
    VALUE = "value"
    SURVEY = "survey"
    POPULATION = "population"
    EVALUATION = "evaluation"
    DONE = "done"
    TEXT = "text"


_ROLES = (
    (Role.NUMBER, _NUMBER),
    (Role.UNIT, _UNIT),
    (Role.SURVEY, _SURVEY),
    (Role.POPULATION, _POPULATION),
)


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


def header_length(rows: Sequence[Sequence[str]], *, marked: int = 0) -> int:
    """How many of the first rows head a table; 0 where they are no header.

    rows: of a table as its format gives it, merged cells repeated. marked: how many the format
    marks. A header goes on in the next row under a merged cell, or below a cell that spans columns.
    """
    if not rows or not _is_header(rows[0]):
        return 0
    length = 1
    while length < min(len(rows) - 1, _MAX_HEADER_ROWS):
        above, row = rows[length - 1], rows[length]
        if length >= marked and not _goes_on(above, row):
            break
        length += 1
    return length


def read_columns(rows: Sequence[Sequence[str]]) -> tuple[Column, ...] | None:
    """The columns that header rows name, None if they hold nothing of a plan."""
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
        columns = [_as_target(c) for c in columns]
        has_values = any(c.role is Role.VALUE for c in columns)
    if not has_values or not (has_names or any(c.role is Role.LEVEL for c in columns)):
        columns = [replace(c, role=Role.TEXT) if c.role is Role.VALUE else c for c in columns]
    roles = {c.role for c in columns}
    if Role.LEVEL in roles or {Role.INDICATOR, Role.VALUE} <= roles:
        return tuple(columns)
    return None


def _is_header(row: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    short = all(len(normalize(cell)) <= _MAX_HEADER and "。" not in cell for cell in filled)
    known = sum(_is_known(cell) for cell in filled)
    return len(set(filled)) >= 2 and short and known * 2 > len(filled) and _is_known(filled[0])


def _is_known(cell: str) -> bool:
    plain = normalize(cell)
    return (
        is_column(cell)
        or _value_kind(plain) is not None
        or any(p.fullmatch(plain) for p in (_NUMBER, _INDICATOR, _UNIT, _YEAR_ONLY, _SURVEY))
        or bool(_DONE.search(plain) or _EVALUATION.search(plain))
    )


def _goes_on(above: Sequence[str], row: Sequence[str]) -> bool:
    """The row below a header row is header too: it repeats merged cells, or splits a wide one."""
    pairs = [(a.strip(), b.strip()) for a, b in zip(above, row, strict=False)]
    same = sum(bool(a) and a == b for a, b in pairs)
    wide = any(a and a == b for (a, _), (b, _) in pairwise(pairs))
    own = [b for a, b in pairs if b and a != b]
    short = all(len(normalize(b)) <= _MAX_HEADER and "。" not in b for b in own)
    known = sum(map(_is_known, own))
    return bool(own) and short and (same > 0 or wide) and known * 2 >= len(own)


def _column(index: int, parts: Sequence[str]) -> Column:
    header = " ".join(part.replace("\n", "") for part in parts)
    leaf = normalize(parts[-1]) if parts else ""
    year = read_fiscal_year(header)
    column = Column(index, header, Role.TEXT, fiscal_year=year, scope=read_scope(header))
    kind = _value_kind(normalize(header))
    role = _plain_role(leaf, normalize(header), single=len(parts) == 1 or kind is None)
    if role is not None and not (role is Role.EVALUATION and kind is not None):
        return replace(column, role=role)
    word = next((w for part in reversed(parts) if (w := level_word(part))), None)
    if kind is not None and (word is None or kind is not ValueKind.TARGET or year):
        return replace(column, role=Role.VALUE, kind=kind)
    return replace(column, role=Role.LEVEL, word=word) if word is not None else column


def _plain_role(leaf: str, header: str, *, single: bool) -> Role | None:
    """The role that a header's last row says by itself; of several rows, an indicator's group."""
    for role, pattern in _ROLES:
        if pattern.fullmatch(leaf):
            return role
    if is_department_column(leaf):
        return Role.DEPARTMENT
    if _DONE.search(header):
        return Role.DONE
    if _INDICATOR.fullmatch(leaf):
        return Role.INDICATOR if single else None
    return Role.EVALUATION if _EVALUATION.search(leaf) else None


def _value_kind(plain: str) -> ValueKind | None:
    """Baseline, target or actual by the header; a bare year says none of them."""
    if _BASELINE.search(plain):
        return ValueKind.BASELINE
    if _TARGET.search(plain):
        return ValueKind.TARGET
    return ValueKind.ACTUAL if _ACTUAL.search(plain) else None


def _as_target(column: Column) -> Column:
    """目標 is a level in an outline, but a value beside an indicator's name or baseline."""
    is_value = column.role is Role.LEVEL and (column.word or "") in {"目標", "成果目標", "最終目標"}
    if not is_value:
        return column
    year = read_fiscal_year(column.header)
    return replace(column, role=Role.VALUE, word=None, kind=ValueKind.TARGET, fiscal_year=year)
