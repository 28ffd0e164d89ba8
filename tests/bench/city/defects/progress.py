"""Planters of the family progress: records that are missing, doubled or of the wrong year."""

from __future__ import annotations

from dataclasses import replace

from tests.bench.city.defects.site import Site
from tests.bench.city.model import Plan
from tests.bench.city.progress import DUE
from tests.bench.city.records import Progress


def _recorded(plan: Plan) -> bool:
    return len(plan.progress) > 2


def progress_year_missing(site: Site) -> str | None:
    """There are records of the year before the last, and none of the last."""
    plan = site.plan("progress", lambda p: _recorded(p) and (p.first or DUE) < DUE)
    if plan is None:
        return None
    for record in plan.progress:
        record.year = DUE - 1
    return plan.iri


def progress_records_missing(site: Site) -> str | None:
    """A measure has no record though the others have."""

    def last_is_recorded(plan: Plan) -> bool:
        last = plan.measures[-1]
        return not last.taken and any(record.item == last.iri for record in plan.progress)

    plan = site.plan("progress", lambda p: _recorded(p) and last_is_recorded(p))
    if plan is None:
        return None
    plan.measures[-1].taken = True
    plan.progress = [r for r in plan.progress if r.item != plan.measures[-1].iri]
    return plan.iri


def plans_without_progress(site: Site) -> str | None:
    """A plan has no records though others of the city have."""
    recorded = [plan for plan in site.city.plans if _recorded(plan)]
    plan = (
        site.plan("progress", lambda p: _recorded(p) and not p.removed)
        if len(recorded) > 1
        else None
    )
    if plan is None:
        return None
    plan.progress.clear()
    return site.city.iri


def progress_evaluation_missing(site: Site) -> str | None:
    """A record says what was done and gives no evaluation."""
    plan = site.plan("progress", _recorded)
    if plan is None:
        return None
    record = plan.progress[0]
    record.text, record.evaluation = record.text or "予定した内容を実施した。", None
    return plan.iri


def progress_outside_period(site: Site) -> str | None:
    """A record is of the year before the plan."""
    plan = site.plan("progress", lambda p: _recorded(p) and p.first == DUE)
    if plan is None:
        return None
    record = replace(plan.progress[0], iri=plan.fresh("progress-before"), year=DUE - 1)
    plan.progress.append(record)
    return plan.iri


def progress_records_differ(site: Site) -> str | None:
    """A measure has two evaluations for a year."""
    single = {m.iri for p in site.city.plans for m in p.measures if len(m.departments) < 2}
    plan = site.plan(
        "progress", lambda p: _recorded(p) and any(r.item in single for r in p.progress)
    )
    if plan is None:
        return None
    first = next(record for record in plan.progress if record.item in single)
    again = replace(first, iri=plan.fresh("progress-again"), evaluation="D")
    plan.progress.append(again)
    return again.iri


def progress_of_removed_items(site: Site) -> str | None:
    """A record is of an item that the plan no longer has."""
    plan = site.plan("removed", _recorded)
    if plan is None:
        return None
    plan.removed.append("案内板の設置")
    item = f"{plan.iri}/removed/{len(plan.removed)}"
    plan.progress.append(Progress(plan.fresh("progress-removed"), item, DUE, "B"))
    return plan.iri
