"""The sheet 指標: one value per row, rows of one indicator under one id or one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignchecker.importers.workbook.items import Names, refer
from alignchecker.importers.workbook.rows import Row
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    Operator,
    Scope,
    ValueKind,
)
from alignchecker.reading.values import read_values

_OF_INDICATOR = ("name", "item", "unit", "scope", "population", "source_survey", "departments")


def read_indicators(rows: Sequence[Row], names: Names) -> tuple[IndicatorDraft, ...]:
    """The indicators in the order of their first rows; problems are noted in the rows."""
    groups: dict[tuple[str, str | None], list[Row]] = {}
    known: dict[tuple[str, str | None], tuple[str, str | None]] = {}
    for row in rows:
        given = (row.text("id") or "").strip()
        name = (row.text("name") or "", _item(row, names))
        # A row that a person added goes to the indicator of its name.
        key = (given, None) if given else known.get(name, name)
        known.setdefault(name, key)
        groups.setdefault(key, []).append(row)
    ids = {key[0] for key, of in groups.items() if of[0].text("id")}
    found: list[IndicatorDraft] = []
    for of in groups.values():
        item = refer(of[0], "item", names)
        identifier = (of[0].text("id") or "").strip() or _free(item, ids)
        ids.add(identifier)
        found.append(_indicator(of, identifier, item))
        for row in of[1:]:
            _agree(row, of[0], names)
    return tuple(found)


def _item(row: Row, names: Names) -> str | None:
    """The item, or what was written for it."""
    text = row.text("item")
    found = names.find(text) if text else []
    return found[0] if len(found) == 1 else text


def _free(item: str | None, ids: set[str]) -> str:
    prefix, number = f"{item}/i" if item else "i", 1
    while f"{prefix}{number}" in ids:
        number += 1
    return f"{prefix}{number}"


def _indicator(rows: list[Row], identifier: str, item: str | None) -> IndicatorDraft:
    first = rows[0]
    return IndicatorDraft(
        id=identifier,
        name=first.needed("name"),
        item=item,
        position=first.place(at="name"),
        values=tuple(_value(row) for row in rows if _has_value(row)),
        unit=first.text("unit"),
        scope=first.choice("scope", Scope),
        population=first.text("population"),
        source_survey=first.text("source_survey"),
        departments=first.offices("departments"),
        repeated=first.flag("repeated"),
    )


def _agree(row: Row, first: Row, names: Names) -> None:
    """What is said of the indicator must be the same on each of its rows, or blank."""
    for key in _OF_INDICATOR:
        own, other = row.text(key), first.text(key)
        is_same = key == "item" and _item(row, names) == _item(first, names)
        if own is not None and own != other and not is_same:
            place = first.places.get(key, "")
            row.wrong(
                key,
                f"同じ指標の{first.number}行目（{place}）と違います。どちらかに揃えてください。",
                f"differs from row {first.number} ({place}), the same indicator; make them agree.",
            )


def _has_value(row: Row) -> bool:
    return any(row.text(key) for key in ("value_kind", "quoted_as", "number", "lower", "upper"))


def _value(row: Row) -> IndicatorValueDraft:
    row.needed("value_kind")
    quoted, number = row.text("quoted_as"), row.decimal("number")
    value = IndicatorValueDraft(
        kind=row.choice("value_kind", ValueKind) or ValueKind.TARGET,
        quoted_as=quoted or row.text("number") or "",
        position=row.place("value_place", at="quoted_as"),
        fiscal_year=row.year("fiscal_year"),
        operator=row.choice("operator", Operator),
        number=number,
        lower=row.decimal("lower"),
        upper=row.decimal("upper"),
        unit=row.text("value_unit"),
        scope=row.choice("value_scope", Scope),
    )
    if row.text("value_place") is not None and quoted == row.text("quoted_before"):
        return value
    return _read_again(row, value, quoted)


def _read_again(row: Row, value: IndicatorValueDraft, quoted: str | None) -> IndicatorValueDraft:
    """The value by what a person wrote as printed; by the columns beside it if those are filled."""
    values = read_values(quoted or "")
    if len(values) > 1:
        row.wrong(
            "quoted_as",
            "値が二つ以上あります。1行に一つずつ書いてください。",
            "holds several values; write one per row.",
        )
    filled = (value.operator, value.number, value.lower, value.upper) != (None,) * 4
    is_changed = row.text("quoted_before") is not None
    if not values or (filled and not is_changed):
        is_bare = value.operator is None and value.number is not None
        return replace(value, operator=Operator.EQ) if is_bare else value
    read = values[0]
    return replace(
        value,
        operator=read.operator,
        number=read.number,
        lower=read.lower,
        upper=read.upper,
        unit=read.unit,
        scope=read.scope,
        fiscal_year=value.fiscal_year or read.fiscal_year,
    )
