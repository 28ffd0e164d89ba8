"""Indicators as tables: measures with their indicators, indicators with their measures, plans."""

from __future__ import annotations

from collections.abc import Iterator

from alignchecker.lang import say
from alignchecker.model.indicators import (
    IndicatorCoverage,
    ListedIndicator,
    Measured,
    MeasuredItem,
    PlanIndicators,
)
from alignchecker.reports import sentences
from alignchecker.reports.office.tables import Column, Table, cell


def indicator_tables(coverage: IndicatorCoverage, lang: str) -> list[Table]:
    """The three tables; one without rows is there too and says that it has none."""
    return [_by_item(coverage, lang), _by_indicator(coverage, lang), _compared(coverage, lang)]


def _by_item(coverage: IndicatorCoverage, lang: str) -> Table:
    columns = [
        Column(say("column.plan", lang), 22),
        Column(say("office.level", lang), 12),
        Column(say("column.number", lang), 8),
        Column(say("office.measure", lang), 36),
        Column(say("office.indicator", lang), 44),
        Column(say("office.baseline-value", lang), 22),
        Column(say("office.target-value", lang), 22),
    ]
    rows = [
        [cell(text, lang) for text in row]
        for plan in coverage.plans
        for item in plan.items
        for row in _item_rows(plan, item, lang)
    ]
    return Table(say("office.by-measure", lang), columns, rows)


def _item_rows(plan: PlanIndicators, item: MeasuredItem, lang: str) -> Iterator[list[str]]:
    """A row for each indicator of an item; one that says why where it has none."""
    head = [plan.title, item.level, item.number or "", item.label]
    names = {indicator.iri: indicator for indicator in plan.indicators}
    found = [names[iri] for iri in item.indicators if iri in names]
    for indicator in found:
        yield [*head, indicator.name, *_values(indicator, lang)]
    if not found:
        yield [*head, _without(plan, item, lang), "", ""]


def _without(plan: PlanIndicators, item: MeasuredItem, lang: str) -> str:
    measured = plan.measured(item)
    if measured is Measured.WAIVED:
        return say("coverage.waived", lang, reason=item.waived)
    return say("coverage.none-here" if measured is Measured.UNKNOWN else "coverage.none", lang)


def _by_indicator(coverage: IndicatorCoverage, lang: str) -> Table:
    columns = [
        Column(say("column.plan", lang), 22),
        Column(say("office.indicator", lang), 44),
        Column(say("office.baseline-value", lang), 22),
        Column(say("office.target-value", lang), 22),
        Column(say("office.measures-of", lang), 44),
    ]
    rows = []
    for plan in coverage.plans:
        for indicator in plan.indicators:
            is_unmarked = indicator.repeated and "再掲" not in indicator.name
            name = indicator.name + (say("coverage.repeated", lang) if is_unmarked else "")
            owners = "\n".join(label for _, label in indicator.items)
            words = [name, *_values(indicator, lang), owners or say("coverage.no-item", lang)]
            rows.append([cell(text, lang) for text in (plan.title, *words)])
    return Table(say("office.by-indicator", lang), columns, rows)


def _compared(coverage: IndicatorCoverage, lang: str) -> Table:
    side = [
        Column(say("column.plan", lang), 20),
        Column(say("office.indicator", lang), 28),
        Column(say("office.baseline-value", lang), 18),
        Column(say("office.target-value", lang), 18),
    ]
    other = [Column(say("office.other", lang, of=c.heading), c.width) for c in side]
    columns = [*side, *other, Column(say("office.same", lang), 16)]
    rows = []
    for comparison in coverage.comparisons:
        one, two = (
            [indicator.plan_title, indicator.name, *_values(indicator, lang)]
            for indicator in (comparison.one, comparison.other)
        )
        key = "office.reviewed" if comparison.reviewed else "office.proposed"
        rows.append([cell(text, lang) for text in (*one, *two, say(key, lang))])
    return Table(say("office.compared", lang), columns, rows)


def _values(indicator: ListedIndicator, lang: str) -> list[str]:
    return [
        sentences.measured(values, lang, between="\n")
        for values in (indicator.baselines, indicator.targets)
    ]
