"""A plan as CSV for a spreadsheet: a line for each item, and for each indicator that it has.

What other forms hold and this one does not: positions, relations to other plans, progress, links.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from alignchecker.graph.indicator_values import Value, printed
from alignchecker.lang import COMMAS, say
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    PlanDraft,
    ValueKind,
)
from alignchecker.reports.inert import BYTE_ORDER_MARK, inert

_COLUMNS = ("id", "level", "number", "item", "above", "departments", "indicator",
            "baseline", "target", "text")  # fmt: skip

_NODE = NamedNode("urn:x-alignchecker:value")
"""What has the value: words do not depend on it."""


def render(draft: PlanDraft, lang: str) -> str:
    """The lines, with a byte order mark in front; no cell is a formula.

    Indicators that stand under no item come last.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([say(f"listing.{name}", lang) for name in _COLUMNS])
    for line in _lines(draft, lang):
        writer.writerow([inert(cell) for cell in line])
    return BYTE_ORDER_MARK + text.getvalue()


def _lines(draft: PlanDraft, lang: str) -> Iterator[list[str]]:
    items = {item.id: item for item in draft.items}
    indicators: dict[str | None, list[IndicatorDraft]] = defaultdict(list)
    for indicator in draft.indicators:
        indicators[indicator.item].append(indicator)
    for item in draft.items:
        head = [
            item.id,
            item.level_name,
            item.printed_number or "",
            item.label,
            " > ".join(_above(item, items)),
            "、".join(item.departments),
        ]
        for figures in _figures(indicators[item.id], lang) or [["", "", ""]]:
            yield [*head, *figures, item.text or ""]
    for figures in _figures(indicators[None], lang):
        yield [*[""] * 6, *figures, ""]


def _above(item: ItemDraft, items: Mapping[str, ItemDraft]) -> list[str]:
    """Labels of the items above, the topmost first."""
    labels: list[str] = []
    step = items.get(item.parent or "")
    while step is not None and len(labels) < len(items):
        labels.append(step.label)
        step = items.get(step.parent or "")
    return labels[::-1]


def _figures(indicators: list[IndicatorDraft], lang: str) -> list[list[str]]:
    """Name, values that are measured, and targets of each indicator."""
    return [
        [
            indicator.name,
            _values(indicator, lang, targets=False),
            _values(indicator, lang, targets=True),
        ]
        for indicator in indicators
    ]


def _values(indicator: IndicatorDraft, lang: str, *, targets: bool) -> str:
    return COMMAS[lang].join(
        _value(value, indicator, lang)
        for value in indicator.values
        if (value.kind is ValueKind.TARGET) == targets
    )


def _value(value: IndicatorValueDraft, indicator: IndicatorDraft, lang: str) -> str:
    """As the plan prints it, with its unit and year; of values without words, their numbers."""
    words = printed(
        Value(
            node=_NODE,
            kind=value.kind.value,
            year=value.fiscal_year,
            operator=value.operator.value if value.operator else None,
            number=value.number,
            lower=value.lower,
            upper=value.upper,
            unit=value.unit or indicator.unit,
            scope=None,
            population=None,
            survey=None,
            quoted=value.quoted_as or None,
        )
    )
    if value.fiscal_year is None:
        return words
    year = fiscal_year_label(value.fiscal_year, lang)
    return say("coverage.in-year", lang, value=words, year=year)
