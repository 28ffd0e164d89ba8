"""指摘: the check, its findings to filter, and each beside its place in the document."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.model.calendar import is_iso_day
from alignchecker.model.errors import AligncheckerError
from alignchecker.model.finding import Finding, Location
from alignchecker.reports.html.findings import DETAILS, FILTERS, Listing, Shown
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.inventory import checking
from alignchecker.web.parts import Parts, field, latest, parts, within
from alignchecker.web.reading.readings import Excerpt, position_of
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of
from alignchecker.web.views.paging import asked_of

_PAGE = 50
_ASKED = (*FILTERS, "text")
"""What findings are filtered by."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The findings that a filter leaves, a page of them. asked: what is filtered by.

    severities: the word of a severity and its text -> how many, whichever severity is asked for.
    """

    asked: Mapping[str, str]
    count: int
    shown: Sequence[Shown]
    number: int
    pages: int
    severities: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, listing: Listing, query: QueryParams) -> Chosen:
        """What the address of a page asks for."""
        asked = asked_of(query, _ASKED)
        found = left(listing, asked)
        every = left(listing, {name: asked[name] for name in asked if name != "severity"})
        severities = Counter((shown.word, shown.texts["severity"]) for shown in every)
        pages = max(1, -(-len(found) // _PAGE))
        wanted = query.get("page", "1")
        number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 7 else 1
        number = min(max(number, 1), pages)
        shown = found[(number - 1) * _PAGE : number * _PAGE]
        return cls(asked, len(found), shown, number, pages, severities)

    def address(self, number: int | None = None) -> str:
        """Of a page of the same findings; of the first without a number."""
        query = dict(self.asked) | ({} if number in {None, 1} else {"page": str(number)})
        return "/findings" + (f"?{urlencode(query)}" if query else "")

    def only(self, severity: str) -> str:
        """The address of the same findings of one severity, of all where it is ""."""
        query = {**self.asked, "severity": severity}
        return f"/findings?{urlencode({name: said for name, said in query.items() if said})}"

    @property
    def query(self) -> str:
        """What the page of a finding is told, so that the way on and back keeps the filter."""
        return f"?{urlencode(self.asked)}" if self.asked else ""


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


def day(text: str) -> datetime.date | None:
    """A day as YYYY-MM-DD, None for none. Raises Refusal for anything else."""
    if text and not is_iso_day(text):
        raise Refusal(400, "day", text=text[:20])
    return datetime.date.fromisoformat(text) if text else None


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
    file, excerpt = _source(here, found.checked.homes, finding, lang)
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
    here: Parts, homes: Mapping[str, str], finding: Finding, lang: str
) -> tuple[PlanFile | None, Excerpt | None]:
    """The file of the finding's plan, and what is printed around its place."""
    home = homes.get(finding.plan.iri) if finding.plan is not None else None
    file = next((f for f in here.project.files().values() if str(f.path) == home), None)
    if file is None or finding.plan is None:
        return None, None
    try:
        reading = here.readings.of(file, finding.plan.iri) if file.is_import else None
    except AligncheckerError:
        return file, None  # a plan written by hand may say what no import does
    places = _in_document(finding.locations, home)
    if reading is None or not reading.draft.passages:
        return file, None
    return file, reading.excerpt(map(position_of, places), lang)


def _in_document(places: Sequence[Location], home: str | None) -> Sequence[Location]:
    return [place for place in places if place.path != home]
