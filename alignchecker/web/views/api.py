"""The views as JSON under /api: as the command line gives it, where it does."""

from __future__ import annotations

from starlette.requests import Request

from alignchecker.model.outlines import Entry
from alignchecker.reports import correspondence_json, coverage_json
from alignchecker.reports.check_json import plan_json
from alignchecker.reports.html.hierarchy import drawn
from alignchecker.reports.json_values import Json
from alignchecker.web.addresses import outline
from alignchecker.web.inventory import Inventory, Row
from alignchecker.web.keys import key_of
from alignchecker.web.parts import latest, parts
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import session_of
from alignchecker.web.views import answering, measuring, periods


def coverage(request: Request) -> Json:
    """The pairs of plans with their figures; the rows are in those of one pair."""
    found = latest(request)
    every = answering.pairs(found).values()
    relations: list[Json] = [
        {
            "key": pair.key,
            "plan": {"iri": pair.table.of.plan, "title": pair.table.of.title},
            "higher": {"iri": pair.table.of.higher, "title": pair.table.of.higher_title},
            "verb": pair.table.of.verb,
            "force": pair.table.of.force,
            "extract": pair.partial,
            "items": {depth: dict(counts) for depth, counts in pair.items.items()},
            "measures": {depth: dict(counts) for depth, counts in pair.measures.items()},
        }
        for pair in every
    ]
    return {"revision": found.revision, "relations": relations}


def pair(request: Request) -> Json:
    """One pair, as ``coverage --output-format json`` gives it under "relations"."""
    found = answering.pair_of(request)
    return {
        "revision": latest(request).revision,
        "relation": correspondence_json.tables([found.table.of])[0],
    }


def hierarchy(request: Request) -> Json:
    """Which plan stands under which, as far up as is known."""
    found, lang = latest(request), session_of(request).lang
    drawing = drawn(found.checked.report.plans, lang)
    outlines = found.checked.shelf.outlines
    plans: list[Json] = [plan_json(plan) for plan in found.checked.report.plans]
    trees: Json = {iri: key_of(iri) for iri in outlines}
    ties: list[Json] = [
        {
            "plan": {"iri": tie.plan_iri, "title": tie.plan},
            "higher": {"iri": tie.higher_iri, "title": tie.higher},
            "verbs": list(tie.verbs),
            "force": None if tie.force == "unknown" else tie.force,
            "uncovered": None
            if tie.uncovered is None
            else [{"first": first, "last": last} for first, last in tie.uncovered],
        }
        for tie in drawing.ties
    ]
    return {"revision": found.revision, "plans": plans, "ties": ties, "trees": trees}


def tree(request: Request) -> Json:
    """The items of a plan, and what they are linked to."""
    found = latest(request)
    of = outline(request, found)
    items: list[Json] = [_item(entry) for entry in of.entries]
    return {
        "revision": found.revision,
        "plan": {"iri": of.plan, "title": of.title},
        "items": items,
    }


def _item(entry: Entry) -> Json:
    return {
        "iri": entry.iri,
        "label": entry.label,
        "levelName": entry.level or None,
        "number": entry.number,
        "parent": entry.parent,
        "measure": entry.is_measure,
        "answerable": entry.answerable,
        "links": [{"to": bond.iri, "accepted": bond.accepted} for bond in entry.bonds],
        "noCounterpartIn": list(entry.excused),
    }


def timeline(request: Request) -> Json:
    """The periods of the plans of the folder, and how they stand on a day."""
    found = latest(request)
    on = periods.as_of(found, request.query_params.get("on", ""))
    facts = found.checked.shelf.facts
    plans: list[Json] = [
        {
            "iri": plan.iri,
            "title": plan.title,
            "series": facts[plan.iri].series if plan.iri in facts else None,
            "partOf": facts[plan.iri].part_of if plan.iri in facts else None,
            "period": {"first": plan.first_year, "last": plan.last_year},
            "status": plan.status,
            "successor": plan.successor,
        }
        for plan in periods.standing(found, on)
    ]
    return {"revision": found.revision, "asOf": on.isoformat() if on else None, "plans": plans}


def indicators(request: Request) -> Json:
    """Indicators as ``coverage --output-format json`` gives them; of one plan, if asked for."""
    found = latest(request)
    of, wanted = measuring.indicators(found), request.query_params.get("plan")
    if wanted is not None and wanted not in {plan.iri for plan in of.plans}:
        raise Refusal(404, "plan")
    said = coverage_json.indicators(of, wanted)
    return {"revision": found.revision, **said}


def inventory(request: Request) -> list[Json]:
    """The rows of the list of plans."""
    here, lang = parts(request), session_of(request).lang
    rows = Inventory.of(here.checks.latest, here.project.files(), lang).own
    return [_row(row) for row in rows]


def _row(row: Row) -> Json:
    facts = row.facts
    return {
        "iri": row.plan.iri,
        "file": row.file.key if row.file is not None else None,
        "level": facts.level,
        "stage": facts.stage,
        "department": facts.department,
        "adopted": facts.adopted,
        "acts": list(facts.laws),
        "above": len(row.plan.stands_under),
        "below": row.below,
        "measures": row.measures,
        "linked": row.linked,
        "findings": dict(row.counts),
        "changed": row.changed,
        "corrections": row.corrected,
    }
