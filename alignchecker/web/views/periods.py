"""計画期間: which plan holds when, by edition and beside what it stands under."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from alignchecker.graph.plans import status_of
from alignchecker.model.calendar import fiscal_year_of
from alignchecker.model.finding import PlanSummary
from alignchecker.reports.html.timeline import Timeline
from alignchecker.web.addresses import addresses
from alignchecker.web.checking import checking
from alignchecker.web.paging import asked_of, has
from alignchecker.web.parts import day, parts
from alignchecker.web.rendering import html
from alignchecker.web.work.checks import Latest

STATUSES = ("in-force", "coming", "ended", "period-unknown")


def page(request: Request) -> Response:
    """The editions of each plan, as of a day; and below, beside the plans above them."""
    here = parts(request)
    is_current = here.checks.keep_up()
    found = here.checks.latest
    asked = asked_of(request.query_params, ("on", "status", "text"))
    on = as_of(found, asked.get("on", "")) if found is not None else None
    every = standing(found, on) if found is not None else []
    wanted = asked.get("status") if on is not None else None
    chosen = [
        plan
        for plan in every
        if has(asked.get("text", ""), plan.title)
        and (wanted not in STATUSES or plan.status == wanted)
    ]
    facts = found.checked.shelf.facts.values() if found is not None else ()
    others = [p for p in found.checked.report.plans if not p.input] if found is not None else []
    return html(
        request,
        "timeline_page.html",
        asked=asked,
        on=on,
        now=fiscal_year_of(on) if on is not None else None,
        statuses=STATUSES,
        counts={s: sum(plan.status == s for plan in every) for s in STATUSES},
        count=len(chosen),
        editions=Timeline.editions(
            chosen, {f.iri: f.series for f in facts}, {f.iri: f.part_of for f in facts}
        ),
        above=Timeline.of([*chosen, *others]),
        lead=addresses(found).plan if found is not None else None,
        checking=checking(here, is_current=is_current),
    )


def as_of(found: Latest, text: str) -> datetime.date | None:
    """The day that is asked for, else that of the check. Raises Refusal for no day."""
    return day(text or found.checked.report.as_of or "")


def standing(found: Latest, on: datetime.date | None) -> Sequence[PlanSummary]:
    """The plans of the folder, each with its state on a day."""
    return [
        replace(plan, status=status_of(plan.first_year, plan.last_year, on))
        for plan in found.checked.report.examined_plans
    ]
