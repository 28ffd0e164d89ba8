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


_NOT_LINKED = {"plan": "第2期青葉市スポーツ推進計画", "outline": "こども大綱"}


def test_of_plans_not_linked_yet_the_units_are_unknown_not_unanswered() -> None:
    given = _NOT_LINKED | {"date": "2026-10-01"}
    states = _column("plan-coverage-between", "state", given)
    assert states.keys() == {"answered", "proposed only", "waived as out of scope", "unknown"}
    assert _column("units-unanswered-by-plan", "unit", _NOT_LINKED) == {}
    assert _column("measures-without-counterpart-in", "measure", _NOT_LINKED) == {}


@pytest.mark.parametrize(
    ("day", "units"),
    [("2026-03-31", [4, 1, 1, 20]), ("2026-10-01", [4, 1, 1, 20]), ("2028-04-01", [4, 1, 0, 21])],
)
def test_a_waiver_counts_while_it_is_in_force(day: str, units: list[int]) -> None:
    given = {"plan": "青葉市こども計画", "outline": "こども大綱", "date": day}
    assert _column("plan-coverage-between", "units", given) == Counter(map(str, units))


@pytest.mark.parametrize(("day", "number"), [("2026-03-31", "5"), ("2026-10-01", "2")])
def test_of_two_waivers_the_one_of_the_day_is_in_force(day: str, number: str) -> None:
    found = _column("waivers-in-force", "waiver", {"date": day})
    mine = [iri for iri in found if iri.rpartition("/")[2] in {"2", "5"}]
    assert mine == [f"https://example.jp/data/aoba/waiver/{number}"]


@pytest.mark.parametrize(
    ("name", "column", "plans"),
    [
        ("plan-hierarchy", "statedIn", 11),
        ("provisions-cited", "citing", 4),
        ("items-by-label", "heldIn", 4),
        ("indicators-without-baseline-or-target", "listedIn", 1),
        ("links-between-plans", "inPlan", 6),
        ("measures-without-link", "inPlan", 12),
        ("departments-without-link", "inPlan", 17),
        ("reviews-counted", "inPlan", 6),
    ],
)
def test_without_a_plan_all_plans_are_asked(name: str, column: str, plans: int) -> None:
    given = {"word": "図書館"} if name == "items-by-label" else {}
    found = _column(name, column, given)
    assert len(found) == plans
    for plan, rows in found.items():
        assert _column(name, column, given | {"plan": plan}) == {plan: rows}
