"""What reviews come to: whoever says what, in which order, and in which copy of the file."""

from __future__ import annotations

from itertools import permutations

import pytest

from alignchecker.model.links import LinkReview, LinkStatus, Verdict, status

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


def test_no_counterpart_agrees_with_an_acceptance_where_the_link_says_so() -> None:
    both = [review("A", ACCEPT), review("B", NONE)]
    assert status(both, has_target=False) is LinkStatus.ACCEPTED
