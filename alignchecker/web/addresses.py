"""What addresses call the plans and items of a check, and who answers an item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from starlette.requests import Request

from alignchecker.model.finding import PlanSummary
from alignchecker.model.outlines import Entry, Outline
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.keys import key_of
from alignchecker.web.parts import Parts
from alignchecker.web.refusing import Refusal
from alignchecker.web.work.checks import Latest


@dataclass(frozen=True)
class Addresses:
    """The addresses of one check."""

    latest: Latest

    @cached_property
    def summaries(self) -> Mapping[str, PlanSummary]:
        """The plans that are known, by IRI."""
        return {plan.iri: plan for plan in self.latest.checked.report.plans}

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """The outlines of plans with items, by key."""
        return {key_of(iri): found for iri, found in self.latest.checked.shelf.outlines.items()}

    @cached_property
    def homes(self) -> Mapping[str, Outline]:
        """Item -> the outline of its plan."""
        return {
            entry.iri: outline
            for outline in self.latest.checked.shelf.outlines.values()
            for entry in outline.entries
        }

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """All items by IRI."""
        every = self.latest.checked.shelf.outlines.values()
        return {entry.iri: entry for outline in every for entry in outline.entries}

    @cached_property
    def items(self) -> Mapping[str, Entry]:
        """All items by key."""
        return {key_of(iri): entry for iri, entry in self.entries.items()}

    @cached_property
    def answers(self) -> Mapping[str, Sequence[tuple[Entry, bool]]]:
        """Item -> those that are linked to it, and whether by an accepted link."""
        found: dict[str, list[tuple[Entry, bool]]] = defaultdict(list)
        for entry in self.entries.values():
            for bond in entry.bonds:
                found[bond.iri].append((entry, bond.accepted))
        return found

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], str]:
        """Each plan of the folder and one that it stands under -> title of the latter."""
        coverage = self.latest.checked.report.coverage
        tables = coverage.relations if coverage is not None else ()
        own = {plan.iri for plan in self.latest.checked.report.examined_plans}
        return {(t.plan, t.higher): t.higher_title for t in tables if t.plan in own}

    def item(self, iri: str) -> str | None:
        """Where an item is shown."""
        return f"/items/{key_of(iri)}" if iri in self.entries else None

    def plan(self, iri: str | None) -> str | None:
        """Where the tree of a plan is shown; of one without items where it was read."""
        if iri is None:
            return None
        if iri in self.latest.checked.shelf.outlines:
            return f"/hierarchy/{key_of(iri)}"
        return self.row(iri)

    def review(self, measure: Entry, higher: str) -> str | None:
        """Where the links of a measure to a plan are reviewed; None where there are none to be."""
        plan = self.homes[measure.iri].plan
        if not measure.is_measure or (plan, higher) not in self.pairs:
            return None
        return f"/links/{key_of(plan, higher)}?{urlencode({'measure': measure.iri})}"

    def row(self, iri: str) -> str | None:
        """Where the inventory shows a plan."""
        return f"/plans#plan-{key_of(iri)}" if iri in self.summaries else None

    def above(self, entry: Entry) -> Sequence[Entry]:
        """The items that one stands below, the topmost first."""
        found: list[Entry] = []
        seen = {entry.iri}
        step = entry.parent
        while step is not None and step in self.entries and step not in seen:
            seen.add(step)
            found.append(self.entries[step])
            step = self.entries[step].parent
        return found[::-1]


def addresses(latest: Latest) -> Addresses:
    """Those of a check, put together once."""
    return latest.once("addresses", lambda: Addresses(latest))


def outline(request: Request, latest: Latest) -> Outline:
    """The outline that an address names. Raises Refusal where there is none."""
    found = addresses(latest).outlines.get(request.path_params["key"])
    if found is None:
        raise Refusal(404, "plan")
    return found


def home(here: Parts, latest: Latest, plan: str) -> PlanFile | None:
    """The file of the folder that describes a plan."""
    path = latest.checked.homes.get(plan)
    files = here.project.files().values() if path is not None else ()
    return next((file for file in files if str(file.path) == path), None)
