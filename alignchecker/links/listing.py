"""The links from one plan to another as people review them, with the measures that have none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from alignchecker.graph.fingerprints import differing, is_same
from alignchecker.links.reviewing import Reviewing
from alignchecker.links.taking import state_of
from alignchecker.model.links import LinkRecord, LinkStatus, Wording, read_last
from alignchecker.model.suggestion import Candidate


@dataclass(frozen=True, slots=True)
class Changed:
    """What an end said when the link was last taken, "" where nobody kept it, and says now."""

    then: str
    now: str


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A link to review; for a measure without any, what would be said of the plan as a whole.

    link: with its IRI, also where it is not recorded yet. is_recorded: whether it is. start, end:
    what the ends say now; end is blank where there is none. state: see taking.state_of. candidate:
    what suggested a link that nobody has recorded.
    """

    link: LinkRecord
    is_recorded: bool
    plans: tuple[str, str]
    start: Wording
    end: Wording
    state: str
    changed: tuple[Changed, ...] = ()
    candidate: Candidate | None = None


def listed(
    reviewing: Reviewing,
    start: str,
    to: str,
    suggested: Mapping[str, Sequence[Candidate]] | None = None,
) -> Iterator[ListedLink]:
    """The links between two editions, in the order of the first one's items.

    suggested: IRI of a measure -> candidates, the likeliest first; they follow the links of a
    measure none of whose links is accepted, unless a link to the same item is there.
    """
    items, titles = reviewing.items, reviewing.describer
    plans = (titles.label(NamedNode(start)), titles.label(NamedNode(to)))
    by_start: dict[str, list[LinkRecord]] = {}
    for link in reviewing.links.values():
        if _plan(reviewing, link.to or "") == to or to in {link.to, link.none_in}:
            by_start.setdefault(link.start, []).append(link)
    own = [entry for entry in items.values() if entry.plan.value == start]
    for entry in sorted(own, key=lambda e: (e.order is None, e.order or 0, e.node.value)):
        found = by_start.get(entry.node.value, [])
        for link in found:
            yield _listed(reviewing, link, plans)
        if not any(link.status is LinkStatus.ACCEPTED for link in found):
            ends = {link.to for link in found}
            for candidate in (suggested or {}).get(entry.node.value, ()):
                if candidate.iri not in ends:
                    link = reviewing.between(entry.node.value, candidate.iri)
                    yield _listed(reviewing, link, plans, candidate)
        if not found and entry.is_measure:
            link = reviewing.between(entry.node.value, None, to)
            yield _listed(reviewing, link, plans)


def _listed(
    reviewing: Reviewing,
    link: LinkRecord,
    plans: tuple[str, str],
    candidate: Candidate | None = None,
) -> ListedLink:
    start, end = reviewing.wordings(link)
    pairs = zip(read_last(link), (start, end), strict=True)
    changed = tuple(
        Changed(*differing(then.text, now.text)) if then.text else Changed("", now.text)
        for then, now in pairs
        if then.fingerprint and now.fingerprint and not is_same(then.fingerprint, now.fingerprint)
    )
    known = reviewing.links.get(link.iri)
    return ListedLink(
        link, known is not None, plans, start, end, state_of(known), changed, candidate
    )


def _plan(reviewing: Reviewing, item: str) -> str:
    entry = reviewing.items.get(NamedNode(item)) if item else None
    return entry.plan.value if entry else ""
