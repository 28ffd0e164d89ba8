"""Rows come in one order, and what Oxigraph cannot sort does not end the process."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from alignchecker.queries.answering import asking
from alignchecker.queries.asked import read
from alignchecker.queries.sorting import ordered_by, sortable

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = NamedNode(_XSD + "integer")


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("SELECT ?a { ?a ?b ?c }", True),
        ("SELECT ?a { ?a ?b ?c } LIMIT 1", False),
        ("SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (COUNT(*) > 0)", True),
        ("SELECT ?a { ?a ?b ?c } VALUES ?a { <a:b> }", True),
        ("SELECT ?a { { SELECT ?a { ?a ?b ?c } ORDER BY ?a } }", True),
        ("SELECT ?a { ?a ?b ?c } ORDER BY DESC(?a)", False),
        ("ASK { ?a ?b ?c }", False),
    ],
)
def test_rows_without_an_order_get_one(text: str, ordered: bool) -> None:
    asked = read(text, "a.rq")
    found = ordered_by(asked, ["a"])
    assert (found is not asked) is ordered
    assert not ordered or isinstance(Store().query(found.text), QuerySolutions)


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        ("?a", 1),
        ("DESC(?a) ?b", 2),
        ("desc(STRLEN(?a)) ?b LIMIT 3", 2),
        ("(?a + 1) ASC(?b) VALUES (?a) { (1) }", 2),
        ("COALESCE(?a, ?b) <http://www.w3.org/2001/XMLSchema#integer>(?a) OFFSET 1", 2),
        ("(EXISTS { _:a ?b ?c })", 0),
    ],
)
def test_each_condition_stands_behind_the_group_of_its_value(order: str, keys: int) -> None:
    asked = read(f"SELECT * {{ ?a ?b ?c }} ORDER BY {order}", "a.rq")
    text = sortable(asked).text
    assert text.count("isNumeric( ") == keys
    assert isinstance(Store().query(text), QuerySolutions)


def _number(drawn: random.Random) -> str:
    number = drawn.randrange(300)
    return drawn.choice((f'"{number}"', f"{number}", f"{number}.5e0", f'"{number}"@en'))


def _time(drawn: random.Random) -> str:
    zone = drawn.choice(("", "Z", "+09:00", "-14:00", "+14:00"))
    day = f"2020-01-{drawn.randrange(1, 29):02}"
    hour = drawn.randrange(24)
    return drawn.choice(
        (f'"{day}T{hour:02}:00:00{zone}"^^<{_XSD}dateTime>', f'"{day}{zone}"^^<{_XSD}date>')
    )


def _duration(drawn: random.Random) -> str:
    months, days = drawn.randrange(5), drawn.randrange(150)
    return f'"P{months}M{days}D"^^<{_XSD}duration>'


@pytest.mark.parametrize("makes", [(_number,), (_time,), (_duration,), (_number, _time, _duration)])
@pytest.mark.parametrize("order", ["?x", "DESC(?x)", "(?x)", "COALESCE(?x, 1)"])
def test_values_that_oxigraph_cannot_compare_are_sorted(
    makes: tuple[Callable[[random.Random], str], ...], order: str
) -> None:
    """Left to Oxigraph 0.5, some of these end the process."""
    for seed in range(5):
        drawn = random.Random(seed)
        values = " ".join(drawn.choice(makes)(drawn) for _ in range(300))
        text = f"SELECT ?x {{ VALUES ?x {{ {values} }} }} ORDER BY {order}"
        found = asking(Store())(read(text, "a.rq"))
        assert isinstance(found, QuerySolutions)
        assert len(list(found)) == 300


def test_times_of_one_kind_keep_their_order() -> None:
    days = [f'"2020-0{month}-01"^^<{_XSD}date>' for month in (3, 1, 2)]
    text = f"SELECT ?x {{ VALUES ?x {{ {' '.join(days)} 7 'a' UNDEF <urn:a> }} }} ORDER BY ?x"
    found = asking(Store())(read(text, "a.rq"))
    assert isinstance(found, QuerySolutions)
    values = [getattr(row["x"], "value", None) for row in found]
    assert values == [None, "urn:a", "a", "2020-01-01", "2020-02-01", "2020-03-01", "7"]


@pytest.mark.parametrize("tail", ["ORDER BY ?o", "ORDER BY DESC(?o) LIMIT 300", ""])
def test_numbers_among_texts_that_look_like_numbers_are_sorted(tail: str) -> None:
    """Left to Oxigraph 0.5, this ends the process."""
    drawn = random.Random(1)
    store = Store()
    for number in range(400):
        value = str(drawn.randrange(1000))
        node = NamedNode(f"urn:{number}")
        literal = Literal(value, datatype=_INTEGER) if drawn.random() < 0.5 else Literal(value)
        store.add(Quad(node, node, literal))
    found = asking(store)(read(f"SELECT ?o {{ ?s ?p ?o }} {tail}", "a.rq"))
    assert isinstance(found, QuerySolutions)
    kinds = [row["o"].datatype == _INTEGER for row in found]
    assert kinds == sorted(kinds, reverse="DESC" in tail)
