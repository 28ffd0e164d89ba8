"""Indicators and records of progress as drafts: to which item they belong, under which id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignchecker.model.normalize import label_key
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    Position,
    ProgressDraft,
)
from alignchecker.reading.departments import split_departments
from alignchecker.reading.entry import Entry
from alignchecker.reading.indicator_rows import IndicatorRow, ProgressRow


def read_indicator_drafts(
    entries: Sequence[Entry], item: str | None, file: str
) -> Iterator[IndicatorDraft]:
    """The indicators among the rows of one item, or of none, each once although printed twice."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    rows = (entry.row for entry in entries if isinstance(entry.row, IndicatorRow))
    for row in rows:
        if indicator_key(row) not in seen:
            seen.add(indicator_key(row))
            identifier = f"{item}/i{len(seen)}" if item else f"i{len(seen)}"
            yield _indicator(row, identifier, item, file)


def indicator_key(row: IndicatorRow) -> tuple[str, tuple[str, ...]]:
    """What two prints of one indicator have in common: name and printed values."""
    return label_key(row.name), tuple(label_key(value.quoted_as) for _, _, value, _ in row.values)


def read_progress_drafts(entries: Sequence[Entry], item: str, file: str) -> Iterator[ProgressDraft]:
    """The records of progress among the rows of one item."""
    for entry in entries:
        if isinstance(entry.row, ProgressRow):
            row = entry.row
            place = Position(file, row.line)
            yield ProgressDraft(item, row.fiscal_year, row.evaluation, row.text, place)


def _indicator(row: IndicatorRow, identifier: str, item: str | None, file: str) -> IndicatorDraft:
    values = tuple(
        IndicatorValueDraft(
            kind=kind,
            quoted_as=value.quoted_as,
            position=Position(file, number),
            fiscal_year=year,
            operator=value.operator,
            number=value.number,
            lower=value.lower,
            upper=value.upper,
            unit=value.unit,
            scope=value.scope,
        )
        for kind, year, value, number in row.values
    )
    units = {value.unit for value in values if value.unit}
    return IndicatorDraft(
        id=identifier,
        name=row.name,
        item=item,
        position=Position(file, row.line),
        values=values,
        unit=row.unit or (units.pop() if len(units) == 1 else None),
        scope=row.scope,
        population=row.population,
        source_survey=row.source_survey,
        departments=tuple(split_departments(row.departments)),
        repeated=row.repeated,
    )
