"""Values become terms, whatever they hold, and nothing else of the query changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from alignchecker.model.errors import ConfigError
from alignchecker.queries.asked import read
from alignchecker.queries.binding import bound, bound_text, terms
from alignchecker.queries.header import Header, Kind, Parameter, Words

_WORDS = Words("値", "the value")
_PLAN = NamedNode("https://example.org/plan")


def _header(kind: Kind, default: str | None = None, *, is_optional: bool = False) -> Header:
    parameter = Parameter("value", kind, _WORDS, None, default, is_optional)
    return Header(None, {"value": parameter}, {})


def _terms(kind: Kind, value: str) -> object:
    return terms(_header(kind), {"value": value}, lambda _: _PLAN, "ja")["value"]


def _typed(value: str, kind: str) -> Literal:
    return Literal(value, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}"))


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        (Kind.PLAN, "こども計画", _PLAN),
        (Kind.IRI, "https://e.org/日本", NamedNode("https://e.org/日本")),
        (Kind.IRI, "<urn:a:b>", NamedNode("urn:a:b")),
        (Kind.IRI, "aln:Measure", NamedNode("https://w3id.org/alignchecker/ns#Measure")),
        (Kind.TEXT, "", Literal("")),
        (Kind.INTEGER, "+2027", _typed("2027", "integer")),
        (Kind.DATE, "2027-03-31", _typed("2027-03-31", "date")),
    ],
)
def test_a_value_is_a_term_of_its_kind(kind: Kind, value: str, term: object) -> None:
    assert _terms(kind, value) == term


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.IRI, "no iri"),
        (Kind.IRI, "https://e.org/a> } ; DROP ALL #"),
        (Kind.INTEGER, "2027.5"),
        (Kind.INTEGER, "１2"),
        (Kind.DATE, "2027-02-30"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: Kind, value: str) -> None:
    with pytest.raises(ConfigError, match="Write it like"):
        _terms(kind, value)


def test_what_is_left_out_has_its_default_or_stays_open_or_is_asked_for() -> None:
    def found(header: Header) -> object:
        return terms(header, {}, lambda _: _PLAN, "en")

    language = {"lang": Literal("en")}
    assert found(_header(Kind.TEXT, "x")) == {**language, "value": Literal("x")}
    assert found(_header(Kind.TEXT, is_optional=True)) == language
    with pytest.raises(ConfigError, match="Give the value, for example: --param value="):
        found(_header(Kind.TEXT))


def test_a_parameter_that_is_not_there_is_told_the_nearest() -> None:
    with pytest.raises(ConfigError, match="Did you mean 'value'"):
        terms(_header(Kind.TEXT), {"valeu": "x"}, lambda _: _PLAN, "ja")


def test_only_names_with_a_dollar_sign_are_replaced() -> None:
    asked = read("SELECT ?value { BIND($value AS ?x) FILTER(?x = '$value') }", "a.rq")
    text = bound(asked, {"value": Literal("1")}).text
    assert text == """SELECT ?value { BIND( "1" AS ?x ) FILTER( ?x = '$value' ) }"""


def test_a_text_for_people_keeps_its_lines_prefixes_and_comments() -> None:
    written = (
        "PREFIX a: <urn:a:>\nSELECT ?value {  # $value\n  ?s a:p $value, '$value', $other\n}\n"
    )
    text = bound_text(read(written, "a.rq"), {"value": Literal("二\n", language="ja")})
    assert text == written.replace("p $value", 'p "二\\n"@ja')


@given(st.text())
def test_a_text_for_people_asks_the_same(value: str) -> None:
    asked = read("SELECT ?x {\n  BIND($value AS ?x) }", "a.rq")
    term = terms(_header(Kind.TEXT), {"value": value}, lambda _: _PLAN, "ja")
    assert read(bound_text(asked, term), "a.rq").text == bound(asked, term).text


@given(st.text())
def test_a_text_comes_out_as_it_went_in(value: str) -> None:
    asked = read("SELECT ?x { BIND($value AS ?x) }", "a.rq")
    term = terms(_header(Kind.TEXT), {"value": value}, lambda _: _PLAN, "ja")
    found = Store().query(bound(asked, term).text)
    assert isinstance(found, QuerySolutions)
    assert [row["x"] for row in found] == [Literal(value)]
