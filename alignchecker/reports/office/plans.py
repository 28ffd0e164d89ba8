"""The plans as a table: period, what they stand under, the years left open, the next edition."""

from __future__ import annotations

from collections.abc import Sequence

from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.model.finding import PlanSummary
from alignchecker.reports.office.tables import Column, Table, cell
from alignchecker.reports.plan_words import period, runs, ties


def plan_table(plans: Sequence[PlanSummary], lang: str) -> Table:
    """The plans of the inputs first, then those that they cite."""
    columns = [
        Column(say("column.plan", lang), 32),
        Column(say("plans.type", lang), 22),
        Column(say("plans.period", lang), 26),
        Column(say("plans.status", lang), 12),
        Column(say("plans.under", lang), 46),
        Column(say("office.uncovered", lang), 36),
        Column(say("plans.successor", lang), 26),
    ]
    ordered = sorted(plans, key=lambda plan: not plan.input)
    return Table(
        say("office.plans", lang), columns, [_row(plan, lang) for plan in ordered],
        say("office.plans-note", lang),
    )  # fmt: skip


def _row(plan: PlanSummary, lang: str) -> list[str]:
    shipped = "" if plan.input else say("plans.frame", lang)
    none = say("plans.no-successor", lang) if plan.last_year is not None else ""
    under = (f"{title}（{verbs}）" for title, verbs in ties(plan, lang).items())
    texts = [
        plan.title + shipped,
        label("type", plan.plan_type, lang) if plan.plan_type else "",
        period(plan, lang),
        say(f"status.{plan.status}", lang),
        "\n".join(under),
        "\n".join(_uncovered(plan, lang)),
        plan.successor or none,
    ]
    return [cell(text, lang) for text in texts]


def _uncovered(plan: PlanSummary, lang: str) -> list[str]:
    """For each plan above: the years in which none of its editions is in force."""
    found: dict[str, None] = {}
    for tie in plan.stands_under:
        missing = tie.uncovered
        years = say("plans.unknown", lang) if missing is None else runs(missing, lang)
        if years:
            found[say("office.years-of", lang, plan=tie.title, years=years)] = None
    return list(found)
