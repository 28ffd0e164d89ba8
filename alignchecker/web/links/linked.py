"""The plans and links of the folder at one moment, and how far each measure is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import aln
from alignchecker.graph.entries import Entry
from alignchecker.graph.fingerprints import is_same, wording
from alignchecker.links.reviewing import Reviewing
from alignchecker.model.links import LinkRecord, LinkStatus, Wording, read_last
from alignchecker.web.keys import key_of
from alignchecker.web.links.board import Board, Pair
from alignchecker.web.links.files import Looked
from alignchecker.web.links.standing import Standing, state


@dataclass(slots=True)
class Linked:
    """Plans and links of the folder at one moment. by_start: IRI of an item -> its links."""

    board: Board
    looked: Looked
    reviewing: Reviewing
    pairs: Mapping[str, Pair] = field(init=False)
    by_start: dict[str, tuple[LinkRecord, ...]] = field(init=False)
    _standings: dict[tuple[str, str], Standing] = field(default_factory=dict)
    _wordings: dict[str, Wording] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pairs = {key_of(pair.start, pair.to): pair for pair in self.board.pairs}
        self.by_start = {}
        for link in self.reviewing.links.values():
            self.by_start[link.start] = (*self.by_start.get(link.start, ()), link)

    def note(self, link: LinkRecord) -> None:
        """Takes in what a link is now."""
        others = self.by_start.get(link.start, ())
        names = [other.iri for other in others]
        if link.iri in names:
            changed = tuple(link if other.iri == link.iri else other for other in others)
        else:
            changed = (*others, link)
        self.by_start[link.start] = changed
        for key in [key for key in self._standings if key[0] == link.start]:
            del self._standings[key]

    def links(self, pair: Pair, measure: str) -> tuple[LinkRecord, ...]:
        """The links of a measure to a plan, to its items or to it as a whole."""
        every = self.by_start.get(measure, ())
        return tuple(link for link in every if self._leads_to(link, pair.to))

    def standing(self, pair: Pair, measure: str) -> Standing:
        """What the links of a measure to a plan come to."""
        key = (measure, pair.to)
        found = self._standings.get(key)
        if found is None:
            links = self.links(pair, measure)
            found = Standing(state(links), any(map(self.is_suspect, links)))
            self._standings[key] = found
        return found

    def is_suspect(self, link: LinkRecord) -> bool:
        """Whether a link was taken, and an end says something else since (as ``link-suspect``)."""
        return link.status is LinkStatus.ACCEPTED and any(
            kept and now.fingerprint and not is_same(kept, now.fingerprint)
            for kept, now in zip(self.kept(link), self.wordings(link), strict=True)
        )

    def wordings(self, link: LinkRecord) -> tuple[Wording, Wording]:
        """What both ends of a link say now; blank for what is no item."""
        return self.wording(link.start), self.wording(link.to or "")

    def wording(self, item: str) -> Wording:
        """What an item says now; blank for what is none."""
        found = self._wordings.get(item)
        if found is None:
            items = self.reviewing.items
            found = wording(items, NamedNode(item)) if _is_name(item) else Wording()
            self._wordings[item] = found
        return found

    def entry(self, item: str) -> Entry | None:
        """What stands in a plan under a name."""
        return self.reviewing.items.get(NamedNode(item)) if _is_name(item) else None

    def kept(self, link: LinkRecord) -> Iterator[str]:
        """The fingerprints of both ends when the link was last taken; "" where unknown."""
        for last, end in zip(read_last(link), ("From", "To"), strict=True):
            own = self.reviewing.dataset.value(NamedNode(link.iri), aln(f"fingerprint{end}"))
            yield last.fingerprint or ("" if own is None else own.value)

    def _leads_to(self, link: LinkRecord, plan: str) -> bool:
        return plan in {link.to, link.none_in} or self.plan_of(link.to or "") == plan

    def plan_of(self, item: str) -> str:
        """The plan that an item stands in; "" for what is none."""
        entry = self.entry(item)
        return entry.plan.value if entry else ""


def _is_name(iri: str) -> bool:
    try:
        NamedNode(iri)
    except ValueError:
        return False
    return True
