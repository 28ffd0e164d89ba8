"""Saved queries with other values than their examples, on the fictional city."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from pyoxigraph import QuerySolutions

from alignchecker.queries.answering import asking
from alignchecker.queries.asked import read
from alignchecker.queries.binding import bound, terms
from alignchecker.queries.library import library
from alignchecker.queries.plans import plan_finder

from .expected import CITY, store_of


def _column(name: str, column: str, given: Mapping[str, str]) -> Counter[str]:
    """How often each value stands in a column of the answer; "" where there is none."""
    saved, ask = library()[name], asking(store_of(CITY))
    asked = bound(read(saved.text, name), terms(saved.header, given, plan_finder(ask), "en"))
    answer = ask(asked)
    assert isinstance(answer, QuerySolutions)
    return Counter("" if row[column] is None else row[column].value for row in answer)


@pytest.mark.parametrize(
    ("name", "plan", "state"),
    [
        ("demands-without-answer", "第3期青葉市地域福祉計画", "unknown (text not read)"),
        ("relations-missing-by-law", "青葉市自殺対策計画", "unknown (items not read)"),
    ],
)
def test_what_was_not_read_is_unknown(name: str, plan: str, state: str) -> None:
    assert _column(name, "state", {"plan": plan}).keys() == {state}


@pytest.mark.parametrize(
    ("name", "column", "plans"),
    [
        ("plan-hierarchy", "statedIn", 11),
        ("provisions-cited", "citing", 4),
        ("items-by-label", "heldIn", 4),
        ("indicators-without-baseline-or-target", "listedIn", 1),
    ],
)
def test_without_a_plan_all_plans_are_asked(name: str, column: str, plans: int) -> None:
    given = {"word": "図書館"} if name == "items-by-label" else {}
    found = _column(name, column, given)
    assert len(found) == plans
    for plan, rows in found.items():
        assert _column(name, column, given | {"plan": plan}) == {plan: rows}
