"""Links between items of plans, with the reviews that people gave, and what these come to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

BY_HAND = "https://w3id.org/semapv/vocab/ManualMappingCuration"
"""The justification of a link that a verdict made."""


class Verdict(StrEnum):
    """What a reviewer says of a link. hold: nothing yet, and no more what was said before.

    undo: one verdict of the same reviewer is taken back, as if it had not been given; what they had
    said before it counts again.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    HOLD = "hold"
    NO_COUNTERPART = "no-counterpart"
    UNDO = "undo"


class Contribution(StrEnum):
    """How far an item answers the other."""

    DIRECT = "direct"
    PARTIAL = "partial"
    CONTEXT = "context"


class LinkStatus(StrEnum):
    """What the reviews of a link come to."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Wording:
    """What an end of a link said when it was read. fingerprint: see graph/fingerprints.py.

    text: label and body as people read them; "" where only the fingerprint was kept.
    """

    fingerprint: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class LinkReview:
    """One verdict of one reviewer. iri: "" until it is recorded.

    date: YYYY-MM-DD, "" where it was not written down. order: one more than the highest of the
    reviews of that link that its writer knew; 0 where nobody numbered it. decides: settles what
    those before it disagreed about. contribution: None where it leaves the link's own. undoes: of
    an undo, the IRI of the review that it takes back; else "".
    """

    reviewer: str
    verdict: Verdict
    date: str = ""
    reason: str = ""
    order: int = 0
    decides: bool = False
    contribution: Contribution | None = None
    start: Wording = Wording()
    end: Wording = Wording()
    iri: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A link with its reviews. to: an item, or a plan as a whole; none_in: the plan in which the
    item has no counterpart. One of the two is None.
    """

    iri: str
    start: str
    to: str | None
    none_in: str | None = None
    contribution: Contribution | None = None
    justification: str = ""
    confidence: str = ""
    comment: str = ""
    reviews: tuple[LinkReview, ...] = ()

    @property
    def status(self) -> LinkStatus:
        """What its reviews come to."""
        return status(self.reviews, has_target=self.to is not None)

    @property
    def kind(self) -> Contribution | None:
        """How far it answers, as the last review says that says so."""
        said = [r for r in valid(self.reviews) if r.contribution is not None]
        return said[-1].contribution if said else self.contribution

    @property
    def is_withdrawn(self) -> bool:
        """Whether all verdicts were taken back and nobody had proposed it: a verdict made it.

        Then all is as if there were no link. One that somebody proposed is proposed again.
        """
        made = self.justification == BY_HAND and not self.confidence and not self.comment
        return (
            bool(self.reviews)
            and not valid(self.reviews)
            and made
            and self.iri == link_iri(self.start, self.to or self.none_in or "")
        )

    @property
    def next_order(self) -> int:
        """The number of its next review."""
        return 1 + max((review.order for review in self.reviews), default=0)


def in_order(reviews: Iterable[LinkReview]) -> list[LinkReview]:
    """Reviews from the first to the last: by day, then as they were numbered."""
    return sorted(reviews, key=lambda r: (r.date, r.order, r.reviewer, r.verdict, r.iri))


def valid(reviews: Sequence[LinkReview]) -> list[LinkReview]:
    """The verdicts that were not taken back, in order; those that take back are none themselves.

    Only what the same reviewer said can be taken back, and an undo cannot: the verdict is given
    again instead.
    """
    undone = {(r.reviewer, r.undoes) for r in reviews if r.verdict is Verdict.UNDO}
    return [
        review
        for review in in_order(reviews)
        if review.verdict is not Verdict.UNDO and (review.reviewer, review.iri) not in undone
    ]


def standing(reviews: Sequence[LinkReview]) -> list[LinkReview]:
    """The reviews that count: of each reviewer the last, of those that no decision has settled.

    Several of one reviewer count where nothing tells which came last. A decision settles what its
    writer knew: what has a lower number, and what has none and is not of a later day. So what
    somebody else said meanwhile in a copy of the file stays visible. What was taken back does not
    count.
    """
    reviews = valid(reviews)
    decided = max((r.order for r in reviews if r.decides), default=0)
    day = max((r.date for r in reviews if r.decides and r.order == decided), default="")
    counting = [r for r in reviews if r.order >= decided or (r.order == 0 and r.date > day)]
    last: dict[str, tuple[str, int]] = {}
    for review in counting:
        last[review.reviewer] = max(last.get(review.reviewer, ("", 0)), (review.date, review.order))
    return [r for r in in_order(counting) if (r.date, r.order) == last[r.reviewer]]


def status(reviews: Sequence[LinkReview], *, has_target: bool) -> LinkStatus:
    """Without a verdict a link is proposed; else all verdicts that stand must agree.

    No counterpart, said of a link to an item, is a no to that item.

    >>> accept = LinkReview("企画課", Verdict.ACCEPT, "2026-05-01", order=1)
    >>> no = LinkReview("こども課", Verdict.REJECT, "2026-05-02", order=2)
    >>> status([accept, no], has_target=True).value
    'disputed'
    >>> decision = LinkReview("部長", Verdict.ACCEPT, "2026-05-03", order=3, decides=True)
    >>> status([accept, no, decision], has_target=True).value
    'accepted'
    """
    yes = {Verdict.ACCEPT} if has_target else {Verdict.ACCEPT, Verdict.NO_COUNTERPART}
    said = {r.verdict in yes for r in standing(reviews) if r.verdict is not Verdict.HOLD}
    if not said:
        return LinkStatus.PROPOSED
    if len(said) > 1:
        return LinkStatus.DISPUTED
    return LinkStatus.ACCEPTED if said.pop() else LinkStatus.REJECTED


def read_last(link: LinkRecord) -> tuple[Wording, Wording]:
    """What both ends said when somebody last took the link: what changes are held against."""
    start = end = Wording()
    for review in valid(link.reviews):
        if review.verdict in {Verdict.ACCEPT, Verdict.NO_COUNTERPART}:
            start = review.start if review.start.fingerprint else start
            end = review.end if review.end.fingerprint else end
    return start, end


def link_iri(start: str, to: str) -> str:
    """What a link between two things is called: the same for whoever makes it."""
    return f"{start}/link/{_digest(start, to)}"


def review_iri(link: str, review: LinkReview) -> str:
    """What a review is called: the same for equal ones, so that copies meet again as one."""
    said = (
        review.reviewer, review.verdict.value, review.date, review.reason, str(review.order),
        "decides" if review.decides else "", review.contribution or "",
        review.start.fingerprint, review.start.text, review.end.fingerprint, review.end.text,
        # Reviews that take nothing back keep the names that they had before there were others.
        *((review.undoes,) if review.undoes else ()),
    )  # fmt: skip
    return f"{link}/review/{_digest(link, json.dumps(said, ensure_ascii=False))}"


def _digest(*parts: str) -> str:
    whole = "\n".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:16]
