"""All shipped rules over random graphs: the same results from both engines.

Graphs are plans that were spoiled, before or after facts were derived from them, and what queries
ask for with terms that come from nowhere. ``python -m tests.bench.parity`` draws more of them.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings

from .cases import ALTERED, ASSERTED, MATCHED, derived
from .comparing import compared
from .deviations import deviation
from .material import Case

_FOUND = Counter[str]()
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
_few = settings(max_examples=80, deadline=None, suppress_health_check=_SLOW)


def compare(case: Case) -> None:
    """Asks both engines; fails where they differ and it is not known why."""
    for asked in compared(case):
        if asked.fast != asked.reference:
            name = deviation(asked)
            assert name is not None, (asked.rule.id, asked.failure, asked.fast, asked.reference)
            _FOUND["deviations"] += 1
        _FOUND["left"] += asked.left
        _FOUND["with results" if asked.fast else "without"] += 1


@_few
@given(ASSERTED)
def test_what_is_derived_from_spoiled_plans(case: Case) -> None:
    compare(derived(case))


@_few
@given(ALTERED)
def test_facts_that_follow_from_nothing(case: Case) -> None:
    compare(case)


@_few
@given(MATCHED)
def test_what_queries_ask_for(case: Case) -> None:
    compare(case)


def test_many_of_them_had_results() -> None:
    """Runs behind the others: a comparison of nothing with nothing compares little."""
    assert _FOUND["with results"] > 150, _FOUND
    assert _FOUND["left"] + _FOUND["deviations"] < 30, _FOUND
