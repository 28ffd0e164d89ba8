"""What is told of a plan in several forms: its period, and what it stands under."""

from __future__ import annotations

from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.model.finding import PlanSummary


def ties(plan: PlanSummary, lang: str) -> dict[str, str]:
    """Title of each plan that it stands under -> the verbs that say how."""
    verbs: dict[str, list[str]] = {}
    for tie in plan.stands_under:
        verbs.setdefault(tie.title, []).append(label("verb", tie.verb, lang))
    comma = "、" if lang == "ja" else ", "
    return {title: comma.join(words) for title, words in verbs.items()}


def period(plan: PlanSummary, lang: str) -> str:
    """From which fiscal year to which, or that it is unknown."""
    unknown = say("plans.unknown", lang)
    first, last = (
        fiscal_year_label(year, lang) if year is not None else unknown
        for year in (plan.first_year, plan.last_year)
    )
    return unknown if first == last == unknown else say("plans.years", lang, first=first, last=last)
