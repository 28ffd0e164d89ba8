"""How far the review of a measure's links to a plan is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alignchecker.model.links import LinkRecord, LinkStatus, Verdict, standing, valid


class State(StrEnum):
    """What the links of a measure come to; keys in lang/. rejected: nothing but rejections so far.
    unseen: no link at all. proposed: links that nobody has looked at."""

    LINKED = "linked"
    NONE = "none"
    HELD = "held"
    DISPUTED = "disputed"
    REJECTED = "rejected"
    PROPOSED = "proposed"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Standing:
    """is_suspect: an end of an accepted link says something else since."""

    state: State
    is_suspect: bool

    def passes(self, wanted: str) -> bool:
        """Whether a filter lets it through: "todo", "suspect" (what has to be looked at again),
        "held"; "all" and anything else lets through all."""
        if wanted == "todo":
            return self.state in {State.UNSEEN, State.PROPOSED}
        if wanted == "suspect":
            return self.is_suspect or self.state is State.DISPUTED
        return wanted != "held" or self.state is State.HELD


FILTERS = ("todo", "suspect", "held", "all")


def state(links: Sequence[LinkRecord]) -> State:
    """What links of one measure to one plan come to, the most pressing first."""
    links = [link for link in links if not link.is_withdrawn]
    found = {(link.status, link.to is None) for link in links}
    statuses = {status for status, _ in found}
    if LinkStatus.DISPUTED in statuses:
        return State.DISPUTED
    if (LinkStatus.ACCEPTED, False) in found:
        return State.LINKED
    if (LinkStatus.ACCEPTED, True) in found:
        return State.NONE
    if any(r.verdict is Verdict.HOLD for link in links for r in standing(link.reviews)):
        return State.HELD
    if any(not valid(link.reviews) for link in links):
        return State.PROPOSED
    return State.REJECTED if links else State.UNSEEN


def counts(standings: Iterable[Standing]) -> Mapping[str, int]:
    """How many measures are in each state, and of how many a wording has changed."""
    found: Counter[str] = Counter()
    for one in standings:
        found[one.state.value] += 1
        found["suspect"] += one.is_suspect
    return {key: found[key] for key in (*State, "suspect")}
