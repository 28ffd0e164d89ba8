"""指摘: the check, its findings to filter, and each beside its place in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.model.errors import AligncheckerError
from alignchecker.model.finding import Finding
from alignchecker.reports.html.findings import DETAILS, FILTERS, Listing, Shown
from alignchecker.web.addresses import home
from alignchecker.web.checking import checking
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.paging import Paged, asked_of, paged
from alignchecker.web.parts import Parts, day, field, latest, parts, within
from alignchecker.web.reading.readings import Excerpt, position_of
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of
from alignchecker.web.work.checks import Latest

_PAGE = 50
_ASKED = (*FILTERS, "text")
"""What findings are filtered by."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The findings that a filter leaves, a page of them.

    severities: the word of a severity and its text -> how many, whichever severity is asked for.
    """

    listed: Paged[Shown]
    severities: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, listing: Listing, query: QueryParams) -> Chosen:
        """What the address of a page asks for."""
        asked = asked_of(query, _ASKED)
        every = left(listing, {name: asked[name] for name in asked if name != "severity"})
        severities = Counter((shown.word, shown.texts["severity"]) for shown in every)
        return cls(paged(left(listing, asked), "/findings", asked, query, _PAGE), severities)

    @property
    def query(self) -> str:
        """What the page of a finding is told, so that the way on and back keeps the filter."""
        return f"?{urlencode(self.listed.asked)}" if self.listed.asked else ""


def left(listing: Listing, asked: Mapping[str, str]) -> Sequence[Shown]:
    """The findings that a filter leaves, the worst first."""
    sought = asked.get("text", "").strip().lower()
    return [
        shown
        for shown in listing.every
        if all(shown.texts[name] == asked[name] for name in FILTERS if name in asked)
        and (not sought or sought in "\n".join(shown.texts.values()).lower())
    ]


def page(request: Request) -> Response:
    """The findings of the last check; only the list, where the filter asks for it."""
    here = parts(request)
    is_current = here.checks.keep_up()
    found = here.checks.latest
    listing = found.listing(session_of(request).lang) if found is not None else None
    is_part = request.headers.get("hx-target") == "chosen"
    return html(
        request,
        "chosen.html" if is_part and listing is not None else "listing.html",
        listing=listing,
        chosen=None if listing is None else Chosen.of(listing, request.query_params),
        filters=FILTERS,
        checking=checking(here, is_current=is_current),
    )


def check(request: Request, form: FormData) -> Response:
    """Checks again, as of the day that the form names; back to the page that asked for it."""
    here = parts(request)
    here.checks.begin(replace(here.checks.asked, as_of=day(field(form, "as_of"))))
    return RedirectResponse(within(field(form, "here") or "/findings"), 303)


def one(request: Request) -> Response:
    """One finding beside its place, among those that the filter in its address leaves."""
    here, found = parts(request), latest(request)
    finding = found.findings.get(request.path_params["fingerprint"])
    if finding is None:
        raise Refusal(404, "finding")
    lang = session_of(request).lang
    asked = asked_of(request.query_params, _ASKED)
    every = left(found.listing(lang), asked)
    ids = [shown.texts["id"] for shown in every]
    if finding.fingerprint not in ids:
        # The language, or the filter itself, was changed meanwhile.
        asked, every = {}, found.listing(lang).every
        ids = [shown.texts["id"] for shown in every]
    number = ids.index(finding.fingerprint)
    file, excerpt = _source(here, found, finding, lang)
    return html(
        request,
        "finding.html",
        shown=every[number],
        details=DETAILS,
        before=ids[number - 1] if number else None,
        after=ids[number + 1] if number + 1 < len(ids) else None,
        number=number + 1,
        count=len(ids),
        query=f"?{urlencode(asked)}" if asked else "",
        file=file,
        finding=finding,
        excerpt=excerpt,
    )


def _source(
    here: Parts, found: Latest, finding: Finding, lang: str
) -> tuple[PlanFile | None, Excerpt | None]:
    """The file of the finding's plan, and what is printed around its place."""
    file = home(here, found, finding.plan.iri) if finding.plan is not None else None
    if file is None or finding.plan is None:
        return None, None
    try:
        reading = here.readings.of(file, finding.plan.iri) if file.is_import else None
    except AligncheckerError:
        return file, None  # a plan written by hand may say what no import does
    places = [place for place in finding.locations if place.path != str(file.path)]
    if reading is None or not reading.draft.passages:
        return file, None
    return file, reading.excerpt(map(position_of, places), lang)
