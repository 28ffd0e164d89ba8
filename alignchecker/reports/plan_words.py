"""What is told of a plan in several forms: its period, and what it stands under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alignchecker.graph.codes import label
from alignchecker.lang import COMMAS, say
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.model.finding import PlanSummary


def ties(plan: PlanSummary, lang: str) -> dict[str, str]:
    """Title of each plan that it stands under -> the verbs that say how."""
    verbs: dict[str, list[str]] = {}
    for tie in plan.stands_under:
        verbs.setdefault(tie.title, []).append(label("verb", tie.verb, lang))
    return {title: COMMAS[lang].join(words) for title, words in verbs.items()}


def counted(plans: Sequence[PlanSummary], lang: str) -> str:
    """How many plans were examined, how many of these with items, and how many items."""
    measures = sum(plan.measures for plan in plans)
    return say(
        "report.plans",
        lang,
        count=len(plans),
        filled=sum(plan.items > 0 for plan in plans),
        measures=measures,
        items=sum(plan.items for plan in plans) - measures,
    )


def runs(years: Iterable[tuple[int, int]], lang: str) -> str:
    """Runs of fiscal years, each from its first to its last.

    >>> runs([(2026, 2026), (2028, 2030)], "ja")
    '令和8年度、令和10年度～令和12年度'
    """
    return COMMAS[lang].join(_run(first, last, lang) for first, last in years)


def _run(first: int, last: int, lang: str) -> str:
    one, other = (fiscal_year_label(year, lang) for year in (first, last))
    return one if first == last else say("plans.years", lang, first=one, last=other)


def period(plan: PlanSummary, lang: str) -> str:
    """From which fiscal year to which, or that it is unknown."""
    unknown = say("plans.unknown", lang)
    first, last = (
        fiscal_year_label(year, lang) if year is not None else unknown
        for year in (plan.first_year, plan.last_year)
    )
    return unknown if first == last == unknown else say("plans.years", lang, first=first, last=last)
