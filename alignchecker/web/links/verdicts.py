"""A verdict that a page or a program sends -> a record, unless something has changed meanwhile."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.graph.fingerprints import is_same
from alignchecker.links.reviewing import Answer
from alignchecker.model.links import LinkRecord, LinkReview, LinkStatus, Verdict, standing, valid
from alignchecker.web.links.board import Pair
from alignchecker.web.links.desk import Desk
from alignchecker.web.links.linked import Linked
from alignchecker.web.links.screen import review_key
from alignchecker.web.refusing import Refusal

GIVEN = ("accept", "reject", "hold", "no-counterpart", "confirm")
"""What can be said. confirm: of a link that was accepted, whose wording has changed since."""
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says. to: an item of the other plan, "none" for what has no counterpart.

    was_start, was_end: fingerprints of what they were shown, "" where they do not say.
    seen: keys of the reviews that they were shown, None where they do not say.
    """

    measure: str
    to: str
    verdict: str
    reviewer: str
    reason: str = ""
    decides: bool = False
    was_start: str = ""
    was_end: str = ""
    seen: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What came of it. others: what was recorded meanwhile. is_new: False where the same stands
    there already, so that nothing was written."""

    link: LinkRecord
    review: LinkReview
    others: Sequence[LinkReview]
    is_new: bool


class Reworded(Exception):
    """An end says something else than it did when the page was shown; nothing was written.

    ends: old fingerprint and what stands there now, of those that changed.
    """

    def __init__(self, ends: Sequence[tuple[str, str]]) -> None:
        super().__init__("reworded")
        self.ends = ends


def give(desk: Desk, key: str, said: Said, day: datetime.date) -> Given:
    """Records a verdict.

    Raises Refusal for what cannot be said, Reworded, and the errors of ``Desk.recording``.
    """
    _check(said)
    with desk.recording() as (linked, additions):
        pair = pair_of(linked, key)
        link, verdict = _meant(linked, pair, said)
        _check_wording(linked, link, said)
        known = linked.reviewing.links.get(link.iri)
        reviews = known.reviews if known else ()
        others = [r for r in reviews if said.seen is not None and review_key(r) not in said.seen]
        answer = Answer(
            verdict,
            said.reviewer,
            day.isoformat(),
            said.reason,
            decides=said.decides and verdict in {Verdict.ACCEPT, Verdict.REJECT},
        )
        same = _said_already(linked, link, answer)
        if same is not None:
            return Given(link, same, [r for r in others if r != same], is_new=False)
        addition = linked.reviewing.said(link, answer)
        additions.append(addition)
    return Given(addition.link, addition.reviews[0], others, is_new=True)


def undo(desk: Desk, link: str, review: str, reviewer: str, day: datetime.date) -> Given:
    """Takes back a verdict of a reviewer on a link. review: its IRI, "" for their last one.

    Raises Refusal where there is no such link, ConfigError where nothing can be taken back, and the
    errors of ``Desk.recording``.
    """
    _check_name(reviewer)
    with desk.recording() as (linked, additions):
        known = linked.reviewing.links.get(link)
        if known is None:
            raise Refusal(404, "link")
        answer = Answer(Verdict.UNDO, reviewer, day.isoformat())
        addition = linked.reviewing.undone(known, answer, review)
        additions.append(addition)
    return Given(addition.link, addition.reviews[0], (), is_new=True)


def pair_of(linked: Linked, key: str) -> Pair:
    """The pair of a key. Raises Refusal where there is none."""
    pair = linked.pairs.get(key)
    if pair is None:
        raise Refusal(404, "pair")
    return pair


def _check(said: Said) -> None:
    if said.verdict not in GIVEN:
        raise Refusal(422, "verdict")
    _check_name(said.reviewer)
    if not said.to and said.verdict != "no-counterpart":
        raise Refusal(422, "candidate")
    if said.verdict == "no-counterpart" and not said.reason.strip():
        raise Refusal(422, "none-reason")


def _check_name(reviewer: str) -> None:
    if not reviewer.strip() or len(reviewer) > LONGEST_NAME:
        raise Refusal(422, "reviewer", most=LONGEST_NAME)


def _meant(linked: Linked, pair: Pair, said: Said) -> tuple[LinkRecord, Verdict]:
    """The link that is meant, and what is recorded of it."""
    if said.measure not in pair.measures or linked.entry(said.measure) is None:
        raise Refusal(404, "measure")
    is_none = said.verdict == "no-counterpart" or said.to == "none"
    end = (None, pair.to) if is_none else (said.to, None)
    link = linked.reviewing.between(said.measure, *end)
    is_known = link.iri in linked.reviewing.links
    if not is_none and linked.plan_of(said.to) != pair.to and not is_known:
        raise Refusal(404, "item")
    if said.verdict != "confirm":
        if is_none and said.verdict == "accept":
            raise Refusal(422, "candidate")
        return link, Verdict(said.verdict)
    if link.status is not LinkStatus.ACCEPTED or not is_known:
        raise Refusal(422, "not-accepted")
    return link, Verdict.NO_COUNTERPART if is_none else Verdict.ACCEPT


def _check_wording(linked: Linked, link: LinkRecord, said: Said) -> None:
    pairs = zip((said.was_start, said.was_end), linked.wordings(link), strict=True)
    changed = [
        (was, now.text)
        for was, now in pairs
        if was and not (now.fingerprint and is_same(was, now.fingerprint))
    ]
    if changed:
        raise Reworded(changed)


def _said_already(linked: Linked, link: LinkRecord, answer: Answer) -> LinkReview | None:
    """The review that says the same already: of a button that was pressed twice."""
    wanted = (" ".join(answer.reviewer.split()), answer.verdict, answer.reason.strip(), answer.date)
    ends = linked.wordings(link)
    for review in standing(valid(link.reviews)):
        said = (review.reviewer, review.verdict, review.reason, review.date)
        if said == wanted and review.decides == answer.decides and (
            review.start, review.end) == ends:  # fmt: skip
            return review
    return None
