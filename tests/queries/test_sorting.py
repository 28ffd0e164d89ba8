"""Rows come in one order, and what Oxigraph cannot sort does not end the process."""

from __future__ import annotations

import random

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from alignchecker.queries.answering import asking
from alignchecker.queries.asked import read
from alignchecker.queries.sorting import numbers_last, ordered_by

_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


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
    ("order", "safe"),
    [
        ("?a", "ASC( isNumeric( ?a ) ) ?a"),
        ("DESC(?a) ?b", "DESC( isNumeric( ?a ) ) DESC( ?a ) ASC( isNumeric( ?b ) ) ?b"),
        ("desc(STRLEN(?a)) ?b", "desc( STRLEN( ?a ) ) ?b"),
    ],
)
def test_what_is_no_number_comes_before_what_is(order: str, safe: str) -> None:
    asked = read(f"SELECT * {{ ?a ?b ?c }} ORDER BY {order}", "a.rq")
    assert numbers_last(asked).text == f"SELECT * {{ ?a ?b ?c }} ORDER BY {safe}"


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
