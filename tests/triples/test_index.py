"""The index against plain sets, whatever is added and taken out in whichever order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from alignchecker.model.names import XSD
from alignchecker.triples.index import ANYTHING, Index, Numbered

TRIPLES = st.tuples(st.integers(0, 4), st.integers(5, 7), st.integers(0, 12))
STEPS = st.lists(st.tuples(st.booleans(), TRIPLES), max_size=60)


def contents(index: Index) -> set[Numbered]:
    """What an index holds, read from both ends."""
    forward = {
        (s, p, o) for p, c in index.columns.items() for s in c.subjects() for o in c.values(s)
    }
    backward = {
        (s, p, o) for p, c in index.columns.items() for o, of in c.backward.items() for s in of
    }
    pairs = {(s, p, o) for p, c in index.columns.items() for s, o in c.pairs()}
    assert forward == backward == pairs
    assert index.size == len(forward)
    return forward


@given(STEPS, st.integers(0, 60))
def test_what_goes_in_comes_out(steps: list[tuple[bool, Numbered]], turn: int) -> None:
    index, expected = Index(), Counter[Numbered]()
    for number, (is_added, triple) in enumerate(steps):
        if number == turn:
            contents(index)  # from here on the way back is kept up to date
        if is_added:
            index.add([triple])
            expected[triple] += 1
        elif expected[triple]:
            index.remove([triple])
            expected[triple] -= 1
    assert contents(index) == {triple for triple, times in expected.items() if times}


@given(st.lists(TRIPLES), st.lists(TRIPLES), st.lists(TRIPLES))
def test_replacing_is_taking_out_and_adding(
    others: list[Numbered], old: list[Numbered], new: list[Numbered]
) -> None:
    index = Index()
    index.add(others)
    index.add(old)
    index.replace(old, new)
    assert contents(index) == {*others, *new}
    with index.without(new):
        assert contents(index) == set(others)
    assert contents(index) == {*others, *new}


def test_changes_and_reads_are_noted() -> None:
    index = Index()
    index.add([(1, 5, 2)])
    assert index.changes(0, {5}) is None
    index.keep_log()
    before = index.clock
    with index.reading() as reads:
        index.column(5)
        with index.reading() as inner:
            index.column(6)
        assert inner == {6}
    assert reads == {5, 6}
    assert index.is_unchanged({5, 6, ANYTHING}, before)
    index.add([(3, 6, 4)])
    assert index.is_unchanged({5}, before)
    assert not index.is_unchanged({6}, before)
    assert not index.is_unchanged({ANYTHING}, before)
    index.add([])
    index.remove([(1, 5, 2)])
    assert index.changes(before, {ANYTHING}) == {(3, 6, 4), (1, 5, 2)}
    assert index.changes(index.clock - 1, {5}) == {(1, 5, 2)}
    assert index.changes(before, {6}) == {(3, 6, 4)}
    assert index.changes(index.clock, {5}) == set()
    assert index.changes(before - 1, {5}) is None


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("007", "integer", "7"),
        ("+7", "integer", "7"),
        ("1", "boolean", "true"),
        ("1.50", "decimal", "1.5"),
        ("abc", "integer", "abc"),
        ("9" * 400, "integer", "9" * 400),
        ("2026-04-01", "date", "2026-04-01"),
    ],
)
def test_values_have_one_form(written: str, kind: str, value: str) -> None:
    index, datatype = Index(), NamedNode(XSD + kind)
    number = index.number(Literal(written, datatype=datatype))
    term = index.terms[number]
    assert term.value == value
    assert index.find(Literal(written, datatype=datatype)) == number
    assert index.number(Literal(value, datatype=datatype)) == number


def test_a_log_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who watches a city all day would keep every change of it."""
    monkeypatch.setattr("alignchecker.triples.index._MOST_LOGGED", 10)
    index = Index()
    index.keep_log()
    start = index.clock
    for number in range(5):
        index.add([(number, 5, 1)])
    assert index.changes(start, {5}) == {(number, 5, 1) for number in range(5)}
    for _ in range(20):
        index.remove([(0, 5, 1)])
        index.add([(0, 5, 1)])
    assert index.changes(start, {5}) is None
    later = index.clock
    index.add([(9, 5, 1)])
    assert index.changes(later, {5}) == {(9, 5, 1)}
