"""Rows of indicators and of progress: what each says, with the years that its headers name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alignchecker.model.normalize import fold
from alignchecker.model.plan import Operator, Scope, ValueKind
from alignchecker.reading.columns import Column, cell_of, printed
from alignchecker.reading.headers import Role, is_year, value_kind
from alignchecker.reading.labels import is_repeated
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import read_list_item, read_marker
from alignchecker.reading.values import Value, read_fiscal_year, read_scope, read_values

_UNIT_IN_NAME = re.compile(r"[(\[](?:単位:?)?([^()\[\]\d]{1,6})[)\]]$")
_UNITS = re.compile(
    r"(?P<unit>(?:%|人|件|回|か所|箇所|校|園|団体|世帯|戸|円|千円|万円|百万円|億円|km|ha|kg|t|トン|台|日"
    r"|時間|位|点|歳|倍|店|社|本|冊|組|ポイント|種類|自治会|地区)(?:/(?:年|月|日|人|世帯))?)"
    r"(?:[・、](?:累計|累積|延べ|年間))?"
)


_YEAR = r"\s*(?:\((?P<{}>[^()]*)\))?\s*:?\s*"
_INLINE = re.compile(
    r"(?P<name>\S.{1,60}?)[\s:、(\[]+(?:現状|現況|基準|策定時)値?"
    + _YEAR.format("from")
    + r"(?P<old>[^\s→]{1,24}?)[\s→、]+目標値?"
    + _YEAR.format("to")
    + r"(?P<new>[^\s→]{1,24}?)[)\]]?"
)
_VALUE_LINE = re.compile(
    r"(?P<kind>(?:現状|現況|基準|目標|実績|策定時|中間目標|最終目標)値?(?:\s*\([^()]*\))?)[\s:]+(?P<value>\S.{0,30})"
)
_DASH = re.compile(r"[-－―—‐–ー−]+")
_MAX_TITLE = 60
_TITLE = re.compile(r"[(\[<【]?[^\s\d()]{0,4}指標\s*\d{1,3}[)\]>】]?[\s:.]*(?P<name>[^\s:.].*)")
_ARROW = re.compile(r"[→⇒➡]")
_FROM_PRESENT = re.compile(r"(?:現状|現況|基準)値?\s*[→~]")
_MOVE = re.compile(
    r"(?P<name>[^\d→０-９]{0,40}?)\s*(?P<old>[無有なしあり未]{1,2}|[\d０-９][^→\s]{0,12})\s*[→⇒]\s*(?P<new>\S{1,24})"
)
_REPORT = re.compile(r"進捗|実績|点検|評価|達成状況|実施状況")


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator as its row prints it: values with what their columns say of them.

    values: kind, fiscal year (of the cell, else of its header), value, number of the cell.
    owner: label of the item that the row is about, "" where the table names none.
    """

    name: str
    line: int
    values: tuple[tuple[ValueKind, int | None, Value, int], ...]
    unit: str | None
    scope: Scope | None
    population: str | None
    source_survey: str | None
    departments: str
    repeated: bool
    owner: str


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """What a row records of one fiscal year; evaluation and text None where blank.

    owner: label of the item that the row is about.
    """

    fiscal_year: int
    evaluation: str | None
    text: str | None
    line: int
    owner: str


@dataclass(frozen=True, slots=True)
class Above:
    """What the lines above a table say of its rows.

    fiscal_year: that the title reports on (令和7年度 進捗管理シート). indicator: whose series the
    rows are, "" where none is named (指標13 観光入込客数 over the rows 道内客 and 道外客).
    """

    fiscal_year: int | None = None
    indicator: str = ""

    def and_line(self, text: str) -> Above:
        """With what one more line says; another heading ends the indicator.

        >>> Above().and_line("令和7年度 進捗管理シート").fiscal_year
        2025
        >>> Above().and_line("令和7年度から始まる計画").fiscal_year is None
        True
        >>> Above().and_line("### 指標13　観光入込客数").and_line("訪れた人の数です。").indicator
        '観光入込客数'
        >>> Above().and_line("指標13　観光入込客数").and_line("### 交通の充実").indicator
        ''
        """
        is_title = len(text) <= _MAX_TITLE and "。" not in text
        reports = is_title and _REPORT.search(text) is not None
        year = (read_fiscal_year(text) if reports else None) or self.fiscal_year
        bare = text.strip().lstrip("#*■◆●○ ")
        named = _TITLE.fullmatch(fold(bare)) if is_title else None
        if named:
            return Above(year, _name_and_unit(bare[named.start("name") :])[0])
        marker = read_marker(text)
        ends = marker is not None and bool(marker.number or marker.word or marker.depth)
        return Above(year, "" if ends else self.indicator)

    def name_of(self, row: str) -> str:
        """The name of the indicator that a row prints, itself or as one series of it."""
        return f"{self.indicator}（{row}）" if self.indicator and row else self.indicator or row


def indicator_name(columns: Sequence[Column], line: Line) -> str:
    """The name that a row prints, of several columns the later ones in brackets."""
    cells = [cell_of(line, c).replace("\n", "") for c in columns if c.role is Role.INDICATOR]
    names = list(dict.fromkeys(cell for cell in cells if cell and not _DASH.fullmatch(cell)))
    return names[0] + "".join(f"（{name}）" for name in names[1:]) if names else ""


def read_indicators(
    columns: Sequence[Column], line: Line, name: str, owner: str
) -> Iterator[IndicatorRow]:
    """The indicator of a row; several where its cells print values for the same several groups.

    name: of the row or carried from above; owner: of the row's item, its name where there is none.
    """
    moves = [move for c in columns for move in _moves(c, line, owner)]
    if moves:
        yield from moves
        return
    values = [
        (c.kind, value.fiscal_year or c.fiscal_year, value, line.number_of(c.index))
        for c in columns
        if c.role is Role.VALUE and c.kind and not _is_beside_value(columns, line, c)
        for value in read_values(cell_of(line, c))
    ]
    values = _with_years(values)
    # Dashes for values: the item has no indicator. A sentence that is judged (定性評価) is none.
    is_words = not name or "。" in name or any("定性評価" in cell for cell in line.cells)
    if is_words and all(value.operator is None for _, _, value, _ in values):
        return
    name = name or owner
    if not name or not values:
        return
    place = next(
        (line.number_of(c.index) for c in columns if c.role is Role.INDICATOR), line.number
    )
    scopes = {c.scope for c in columns if c.role in (Role.VALUE, Role.INDICATOR)} - {None}
    plain, unit = _name_and_unit(name)
    row = IndicatorRow(
        name=plain,
        line=place,
        values=tuple(values),
        unit=printed(columns, line, Role.UNIT) or unit,
        scope=read_scope(name) or (scopes.pop() if len(scopes) == 1 else None),
        population=printed(columns, line, Role.POPULATION) or None,
        source_survey=printed(columns, line, Role.SURVEY) or None,
        departments=printed(columns, line, Role.DEPARTMENT),
        repeated=is_repeated(name),
        owner=owner,
    )
    labels = list(dict.fromkeys(value.label for _, _, value, _ in values if value.label))
    if len(labels) < 2:
        yield row
        return
    for label in labels:
        own = tuple(v for v in row.values if v[2].label in (label, None))
        yield replace(row, name=f"{plain}（{label}）", values=own)


def _moves(column: Column, line: Line, owner: str) -> Iterator[IndicatorRow]:
    """受診率 / 51.3％→60％ below 目標値（現状→令和11年度）: name, baseline and target in a cell."""
    if column.role is not Role.VALUE or not _FROM_PRESENT.search(fold(column.header)):
        return
    name = ""
    number = line.number_of(column.index)
    for text in cell_of(line, column).split("\n"):
        match = _MOVE.fullmatch(text.strip())
        if match is None:
            name = text.strip()
            continue
        plain, unit = _name_and_unit((match["name"] or name).strip())
        kinds = ((ValueKind.BASELINE, None), (ValueKind.TARGET, column.fiscal_year))
        values = [
            (kind, value.fiscal_year or year, value, number)
            for (kind, year), part in zip(kinds, (match["old"], match["new"]), strict=True)
            for value in read_values(part)
        ]
        if plain:
            yield IndicatorRow(
                plain, number, tuple(values), unit, read_scope(plain), None, None, "",
                is_repeated(plain), owner,
            )  # fmt: skip
        name = ""


def _with_years(
    values: Sequence[tuple[ValueKind, int | None, Value, int]],
) -> list[tuple[ValueKind, int | None, Value, int]]:
    """現状値 31.4％ | 基準年度 H27: a year in a cell of its own is that of the values before it."""
    found: list[tuple[ValueKind, int | None, Value, int]] = []
    for kind, year, value, number in values:
        if not found or kind != found[-1][0] or not _is_year_of_value(value):
            found.append((kind, year, value, number))
            continue
        own = read_fiscal_year(value.quoted_as)
        for place in range(len(found) - 1, -1, -1):
            earlier, known, what, where = found[place]
            if earlier != kind:
                break
            found[place] = (earlier, known or own, what, where)
    return found


def _is_year_of_value(value: Value) -> bool:
    return value.operator is Operator.TEXT and is_year(value.quoted_as)


def _is_beside_value(columns: Sequence[Column], line: Line, column: Column) -> bool:
    """The cell stands below the same header as the value on its left: an arrow, a rank, a reason.

    A year there is the value's.
    """
    left = next((c for c in columns if c.index == column.index - 1), None)
    if left is None or left.header != column.header or left.role is not Role.VALUE:
        return False
    cell, before = cell_of(line, column), cell_of(line, left)
    if _ARROW.fullmatch(cell):
        return True
    return bool(before) and not _ARROW.fullmatch(before) and not is_year(cell)


def read_value_line(text: str, line: int) -> tuple[ValueKind, int | None, Value, int] | None:
    """目標値（令和11年度）　65.0％ – a value of the indicator named above; None for others."""
    match = _VALUE_LINE.fullmatch(fold(text).strip())
    kind = value_kind(match.group("kind")) if match else None
    values = read_values(text.strip()[match.start("value") :]) if match and kind else ()
    if match is None or kind is None or len(values) != 1 or "。" in text:
        return None
    year = values[0].fiscal_year or read_fiscal_year(match.group("kind"))
    return kind, year, values[0], line


def indicator_of_lines(
    name: str, line: int, values: Sequence[tuple[ValueKind, int | None, Value, int]]
) -> IndicatorRow:
    """The indicator that a line names and the lines below give values of."""
    plain, unit = _name_and_unit(name)
    repeated = is_repeated(name)
    scope = read_scope(name)
    return IndicatorRow(plain, line, tuple(values), unit, scope, None, None, "", repeated, "")


def read_inline_indicator(text: str, line: int) -> IndicatorRow | None:
    """An indicator that a line prints with baseline and target, None for any other line.

    >>> row = read_inline_indicator("(1) 移行者数　現状（平成28年度）5人　目標（令和5年度）12人", 1)
    >>> row.name, [(kind.value, year, value.number) for kind, year, value, _ in row.values]
    ('移行者数', [('baseline', 2016, Decimal('5')), ('target', 2023, Decimal('12'))])
    """
    match = _INLINE.fullmatch(fold(text))
    if match is None:
        return None
    name, unit = _name_and_unit(text[: match.end("name")].strip())
    values = [
        (kind, value.fiscal_year or read_fiscal_year(match.group(year) or ""), value, line)
        for kind, year, printed_value in (
            (ValueKind.BASELINE, "from", text[match.start("old") : match.end("old")]),
            (ValueKind.TARGET, "to", text[match.start("new") : match.end("new")]),
        )
        for value in read_values(printed_value)
    ]
    repeated = is_repeated(name)
    return IndicatorRow(
        name, line, tuple(values), unit, read_scope(name), None, None, "", repeated, ""
    )


def _name_and_unit(name: str) -> tuple[str, str | None]:
    """参加者数（人） as the name and its unit."""
    marker = read_marker(name)
    is_counted = marker is not None and marker.number is not None
    numbered = marker.label if marker and is_counted and marker.word in (None, "指標") else ""
    bare = numbered or read_list_item(name) or name
    match = _UNIT_IN_NAME.search(fold(bare))
    unit = _UNITS.fullmatch(match.group(1)) if match else None
    if match and unit:
        return bare[: match.start()].strip(), unit.group("unit")
    return bare, None


def read_progress(
    columns: Sequence[Column], line: Line, year: int | None, owner: str
) -> Iterator[ProgressRow]:
    """One record for each fiscal year that a row evaluates or reports on.

    year: that the table's title names. owner: label of the row's item.
    """
    records: dict[int, dict[Role, str]] = {}
    places: dict[int, int] = {}
    for column in columns:
        fiscal_year = column.fiscal_year or year
        if column.role not in (Role.EVALUATION, Role.DONE) or fiscal_year is None:
            continue
        records.setdefault(fiscal_year, {})[column.role] = cell_of(line, column).replace("\n", "")
        places.setdefault(fiscal_year, line.number_of(column.index))
    for fiscal_year, said in records.items():
        evaluation, text = _said(said, Role.EVALUATION), _said(said, Role.DONE)
        if evaluation or text:
            yield ProgressRow(fiscal_year, evaluation, text, places[fiscal_year], owner)


def _said(said: dict[Role, str], role: Role) -> str | None:
    """What a record says; None for a blank and for a dash."""
    text = said.get(role, "").strip()
    return None if not text or not text.strip("-―－ー—") else text
