"""A fixed sample of the valid, random and hostile queries that the command sends by thousands."""

from __future__ import annotations

from .hostile_queries import run


def test_no_request_leaves_nothing_ends_and_the_next_query_answers() -> None:
    told = run(150, seed=7, seconds=1.0)
    assert told.wrong == []
    assert told.checked == 3
    valid = sum(n for (kind, _), n in told.statuses.items() if kind == "valid")
    assert valid > 75
    assert told.filled > 10
    assert told.compared > 3
    assert len({kind for kind, _ in told.statuses}) >= 9
