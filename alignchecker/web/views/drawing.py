"""体系図: which plan stands under which, and a plan from its goals to what its measures answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from alignchecker.model.outlines import Entry, Outline
from alignchecker.reports.html.hierarchy import drawn
from alignchecker.reports.html.tree import branches, tree
from alignchecker.web.addresses import Addresses, addresses, outline
from alignchecker.web.checking import checking
from alignchecker.web.keys import key_of
from alignchecker.web.parts import latest, parts
from alignchecker.web.rendering import html, session_of
from alignchecker.web.work.checks import Latest


def page(request: Request) -> Response:
    """The plans of the folder with all that they stand under."""
    here, lang = parts(request), session_of(request).lang
    is_current = here.checks.keep_up()
    found = here.checks.latest
    return html(
        request,
        "hierarchy_page.html",
        hierarchy=None
        if found is None
        else found.once(("hierarchy", lang), lambda: drawn(found.checked.report.plans, lang)),
        lead=None if found is None else addresses(found).plan,
        checking=checking(here, is_current=is_current),
    )


def one(request: Request) -> Response:
    """A plan as a tree, with what its measures answer: in all plans, or in the one asked for."""
    here, found = parts(request), latest(request)
    is_current = here.checks.keep_up()
    of, known = outline(request, found), addresses(found)
    higher = above(known, of)
    asked = request.query_params.get("higher", "")
    wanted = known.outlines[asked].plan if asked in higher else None
    return html(
        request,
        "tree_page.html",
        key=request.path_params["key"],
        of=of,
        tree=found.once(("tree", of.plan, wanted), lambda: tree(of, _ends(found), wanted)),
        branches=branches(of),
        bonds=bonds,
        known=known,
        lead=known.item,
        higher=higher,
        wanted=wanted,
        is_own=of.plan in found.checked.homes,
        checking=checking(here, is_current=is_current),
    )


def above(known: Addresses, of: Outline) -> Mapping[str, str]:
    """Key -> title of each plan that items of a plan are linked to, by title."""
    plans = {
        known.homes[bond.iri].plan: known.homes[bond.iri].title
        for entry in of.entries
        for bond in entry.bonds
        if bond.iri in known.homes
    }
    return {key_of(iri): title for iri, title in sorted(plans.items(), key=lambda pair: pair[1])}


def _ends(found: Latest) -> Mapping[str, tuple[Entry, Outline]]:
    def make() -> Mapping[str, tuple[Entry, Outline]]:
        known = addresses(found)
        return {iri: (entry, known.homes[iri]) for iri, entry in known.entries.items()}

    return found.once("ends", make)


def bonds(known: Addresses, entry: Entry, wanted: str | None) -> Sequence[tuple[Entry, str, bool]]:
    """The items that one is linked to, the titles of their plans, and whether it is accepted.

    wanted: only those of this plan; None: of all.
    """
    return [
        (known.entries[bond.iri], known.homes[bond.iri].title, bond.accepted)
        for bond in entry.bonds
        if bond.iri in known.entries and wanted in {None, known.homes[bond.iri].plan}
    ]
