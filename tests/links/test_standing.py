"""What reviews come to: whoever says what, in which order, and in which copy of the file."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from alignchecker.model.links import (
    Contribution,
    LinkRecord,
    LinkReview,
    LinkStatus,
    Verdict,
    review_iri,
    status,
)

ACCEPT, REJECT, HOLD, NONE = (
    Verdict.ACCEPT, Verdict.REJECT, Verdict.HOLD, Verdict.NO_COUNTERPART,
)  # fmt: skip


def review(
    who: str, verdict: Verdict, date: str = "2026-05-01", order: int = 0, *, decides: bool = False
) -> LinkReview:
    return LinkReview(who, verdict, date, order=order, decides=decides)


@pytest.mark.parametrize(
    ("reviews", "wanted"),
    [
        ([], "proposed"),
        ([review("A", ACCEPT)], "accepted"),
        ([review("A", HOLD)], "proposed"),
        ([review("A", ACCEPT), review("B", REJECT)], "disputed"),
        ([review("A", ACCEPT), review("B", NONE)], "disputed"),
        # A third opinion does not settle it; who differs has to change, or somebody to decide.
        ([review("A", ACCEPT), review("B", REJECT), review("C", ACCEPT)], "disputed"),
        ([review("A", ACCEPT), review("A", REJECT, "2026-05-02")], "rejected"),
        ([review("A", ACCEPT, order=1), review("A", REJECT, order=2)], "rejected"),
        ([review("A", ACCEPT), review("A", REJECT)], "disputed"),
        ([review("A", ACCEPT, order=1), review("A", HOLD, order=2)], "proposed"),
        (
            [review("A", ACCEPT, order=1), review("B", REJECT, order=2),
             review("C", REJECT, order=3, decides=True)],
            "rejected",
        ),
        # Said in another copy before the decision was known there.
        (
            [review("A", ACCEPT, order=1), review("C", REJECT, order=2, decides=True),
             review("B", ACCEPT, order=2)],
            "disputed",
        ),
        # Written by hand after the decision.
        (
            [review("C", REJECT, order=1, decides=True), review("B", ACCEPT, "2026-05-02")],
            "disputed",
        ),
        ([review("C", REJECT, order=1, decides=True), review("B", ACCEPT)], "rejected"),
    ],
)  # fmt: skip
def test_status_whatever_order_the_records_stand_in(reviews: list[LinkReview], wanted: str) -> None:
    for order in permutations(reviews):
        assert status(order, has_target=True).value == wanted


def undo(of: LinkReview, order: int, who: str = "A") -> LinkReview:
    return LinkReview(who, Verdict.UNDO, "2026-05-01", order=order, undoes=of.iri)


def test_what_was_taken_back_counts_no_more_and_what_was_before_it_does() -> None:
    first = replace(review("A", ACCEPT, order=1), iri="urn:1", contribution=Contribution.PARTIAL)
    second = replace(review("A", REJECT, order=2), iri="urn:2")
    other = replace(review("B", REJECT, order=3, decides=True), iri="urn:3")
    for order in permutations([first, second, undo(second, 3)]):
        assert status(order, has_target=True) is LinkStatus.ACCEPTED
    assert status([first, undo(first, 2)], has_target=True) is LinkStatus.PROPOSED
    link = LinkRecord("urn:l", "urn:a", "urn:b", reviews=(first, undo(first, 2)))
    assert link.kind is None
    # A decision that is taken back settles nothing; nobody takes back what somebody else said.
    decided = [first, other, undo(other, 4, "B")]
    assert status(decided, has_target=True) is LinkStatus.ACCEPTED
    assert status([first, other, undo(other, 4)], has_target=True) is LinkStatus.REJECTED


def test_an_undo_is_not_undone_and_names_of_other_reviews_stay() -> None:
    first = replace(review("A", ACCEPT, order=1), iri="urn:1")
    back = replace(undo(first, 2), iri="urn:2")
    again = replace(undo(back, 3), iri="urn:3")
    assert status([first, back, again], has_target=True) is LinkStatus.PROPOSED
    assert review_iri("urn:l", back) != review_iri("urn:l", replace(back, undoes=""))
    assert review_iri("urn:l", review("A", ACCEPT)) == "urn:l/review/868b7225873aa937"


def test_no_counterpart_agrees_with_an_acceptance_where_the_link_says_so() -> None:
    both = [review("A", ACCEPT), review("B", NONE)]
    assert status(both, has_target=False) is LinkStatus.ACCEPTED
