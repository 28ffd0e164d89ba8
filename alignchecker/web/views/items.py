"""One item of a plan: where it stands, what it answers, what answers it, what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.model.finding import Finding
from alignchecker.model.indicators import ListedIndicator
from alignchecker.model.outlines import Entry
from alignchecker.web.addresses import Addresses, addresses, home
from alignchecker.web.checking import checking
from alignchecker.web.parts import latest, parts
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of
from alignchecker.web.work.checks import Latest

Ends = Mapping[str, Sequence[tuple[Entry, bool]]]
"""Title of a plan -> items of it at the other end of links, and whether by accepted ones."""


def page(request: Request) -> Response:
    """An item with all that the check knows of it."""
    here, found = parts(request), latest(request)
    is_current = here.checks.keep_up()
    known = addresses(found)
    entry = _entry(request, known)
    plan = known.homes[entry.iri]
    texts = {s.texts["id"]: s for s in found.listing(session_of(request).lang).every}
    return html(
        request,
        "item.html",
        entry=entry,
        key=request.path_params["item"],
        plan=plan,
        above=known.above(entry),
        up=_by_plan(known, ((b.iri, b.accepted) for b in entry.bonds)),
        down=_by_plan(known, ((e.iri, ok) for e, ok in known.answers.get(entry.iri, ()))),
        excused=[known.summaries[p].title for p in entry.excused if p in known.summaries],
        reviews={
            title: address
            for (of, higher), title in known.pairs.items()
            if of == plan.plan and (address := known.review(entry, higher))
        },
        findings=[texts[f.fingerprint] for f in _findings(found, entry)],
        indicators=_indicators(found, entry),
        file=home(here, found, plan.plan),
        known=known,
        checking=checking(here, is_current=is_current),
    )


def source(request: Request) -> Response:
    """Leads to where the item was read, beside its place in the document."""
    here, found = parts(request), latest(request)
    known = addresses(found)
    entry = _entry(request, known)
    plan = known.homes[entry.iri].plan
    file = home(here, found, plan)
    if file is None or not file.is_import:
        raise Refusal(404, "plan")
    return RedirectResponse(here.readings.address(file, plan, entry.iri), 303)


def _entry(request: Request, known: Addresses) -> Entry:
    found = known.items.get(request.path_params["item"])
    if found is None:
        raise Refusal(404, "item")
    return found


def _by_plan(known: Addresses, ends: Iterable[tuple[str, bool]]) -> Ends:
    found: dict[str, list[tuple[Entry, bool]]] = defaultdict(list)
    for iri, accepted in ends:
        if iri in known.entries:
            found[known.homes[iri].title].append((known.entries[iri], accepted))
    return {title: sorted(found[title], key=lambda end: not end[1]) for title in sorted(found)}


def _findings(found: Latest, entry: Entry) -> Sequence[Finding]:
    every = found.checked.report.findings
    return [finding for finding in every if finding.focus.iri == entry.iri]


def _indicators(found: Latest, entry: Entry) -> Sequence[ListedIndicator]:
    coverage = found.checked.report.coverage
    plans = coverage.indicators.plans if coverage is not None else ()
    return [
        indicator
        for plan in plans
        for indicator in plan.indicators
        if any(iri == entry.iri for iri, _ in indicator.items)
    ]
