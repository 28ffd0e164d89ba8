"""Measures and indicators as text: each plan from both sides, then plans side by side."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from alignchecker.lang import say
from alignchecker.model.indicators import (
    Comparison,
    IndicatorCoverage,
    ListedIndicator,
    Measured,
    MeasuredItem,
    PlanIndicators,
)
from alignchecker.reports import sentences
from alignchecker.reports.wrapping import harmless, listed


def render(coverage: IndicatorCoverage, lang: str, console: Console) -> None:
    """Prints the tables of every plan, and the comparison where there is one."""
    if not coverage.plans:
        _print(console, say("coverage.nothing", lang))
    for plan in coverage.plans:
        _plan(plan, lang, console)
    if coverage.comparisons:
        _heading(console, say("coverage.comparison", lang))
        for comparison in coverage.comparisons:
            _comparison(comparison, lang, console)


def _plan(plan: PlanIndicators, lang: str, console: Console) -> None:
    _heading(console, plan.title)
    names = {indicator.iri: indicator for indicator in plan.indicators}
    if plan.items:
        measured = plan.figures()[Measured.PRESENT]
        counts = {"level": plan.level, "units": len(plan.items), "measured": measured}
        _print(console, say("coverage.by-item", lang, **counts), "bold")
        for item in plan.items:
            _print(console, f"  {_item(item, plan.measured(item), lang)}")
            for iri in item.indicators:
                if iri in names:
                    _print(console, f"      ・{names[iri].name}")
    if plan.indicators:
        _print(console, say("coverage.by-indicator", lang, count=len(plan.indicators)), "bold")
    for indicator in plan.indicators:
        is_unmarked = indicator.repeated and "再掲" not in indicator.name
        repeated = say("coverage.repeated", lang) if is_unmarked else ""
        _print(console, f"  {indicator.name}{repeated}")
        _print(console, f"      {_values(indicator, lang)}")
        labels = "、".join(label for _, label in indicator.items)
        _print(console, f"      → {labels or say('coverage.no-item', lang)}")


def _item(item: MeasuredItem, measured: Measured, lang: str) -> str:
    name = f"{item.level}{item.number or ''} {item.label}".strip()
    if measured is Measured.PRESENT:
        return name
    if measured is Measured.WAIVED:
        return f"{name}  {say('coverage.waived', lang, reason=item.waived)}"
    is_unknown = measured is Measured.UNKNOWN
    key = "coverage.none-here" if is_unknown else "coverage.none"
    return f"{name}  {say(key, lang)}"


def _comparison(comparison: Comparison, lang: str, console: Console) -> None:
    key = "coverage.reviewed" if comparison.reviewed else "coverage.proposed"
    _print(console, f"{comparison.one.name}  {say(key, lang)}", "bold")
    for indicator in (comparison.one, comparison.other):
        _print(console, f"  {indicator.plan_title}: {indicator.name}")
        _print(console, f"      {_values(indicator, lang)}")


def _values(indicator: ListedIndicator, lang: str) -> str:
    return say(
        "coverage.values",
        lang,
        baseline=sentences.measured(indicator.baselines, lang),
        target=sentences.measured(indicator.targets, lang),
    )


def _heading(console: Console, text: str) -> None:
    console.print()
    console.rule(Text(harmless(text), style="bold"), align="left")


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Text(listed(text, console.width), style=style))
