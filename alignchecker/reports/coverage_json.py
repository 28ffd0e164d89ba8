"""Measures and indicators as JSON; every key is always present, null where unknown."""

from __future__ import annotations

import json

from alignchecker.model.coverage import Coverage
from alignchecker.model.indicators import (
    IndicatorCoverage,
    ListedIndicator,
    MeasuredItem,
    MeasuredValue,
    PlanIndicators,
    ValueState,
)
from alignchecker.reports import correspondence_json
from alignchecker.reports.json_values import Json


def render(coverage: Coverage) -> str:
    """The document, with a line break at its end."""
    document = {
        "schema": 1,
        **indicators(coverage.indicators),
        "relations": correspondence_json.tables(coverage.relations),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def indicators(of: IndicatorCoverage, plan: str | None = None) -> dict[str, Json]:
    """The part on indicators. plan: only this one, and what compares its indicators."""
    return {
        "plans": [_plan(each) for each in of.plans if plan in {None, each.iri}],
        "comparisons": [
            {
                "indicators": [_indicator(comparison.one), _indicator(comparison.other)],
                "reviewed": comparison.reviewed,
            }
            for comparison in of.comparisons
            if plan in {None, comparison.one.plan, comparison.other.plan}
        ],
    }


def _plan(plan: PlanIndicators) -> Json:
    return {
        "iri": plan.iri,
        "title": plan.title,
        "indicatorLevel": plan.level,
        "partial": plan.partial,
        "items": [_item(item) for item in plan.items],
        "indicators": [_indicator(indicator) for indicator in plan.indicators],
    }


def _item(item: MeasuredItem) -> Json:
    return {
        "iri": item.iri,
        "label": item.label,
        "levelName": item.level or None,
        "number": item.number,
        "indicators": list(item.indicators),
        "waived": item.waived,
    }


def _indicator(indicator: ListedIndicator) -> Json:
    return {
        "iri": indicator.iri,
        "name": indicator.name,
        "plan": indicator.plan,
        "planTitle": indicator.plan_title,
        "repeated": indicator.repeated,
        "items": [{"iri": iri, "label": label} for iri, label in indicator.items],
        "baselines": [_value(value) for value in indicator.baselines],
        "targets": [_value(value) for value in indicator.targets],
    }


def _value(value: MeasuredValue) -> Json:
    return {
        "printed": None if value.state is ValueState.UNKNOWN else value.printed,
        "fiscalYear": value.fiscal_year,
        "state": value.state.value,
    }
