"""What is no query, what is not answered here, and what Oxigraph has otherwise than SPARQL."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from alignchecker.model.names import PREFIXES
from alignchecker.sparql.errors import QueryError, Unsupported
from alignchecker.sparql.query import constructed, prepare, solutions
from alignchecker.sparql.table import UNBOUND
from alignchecker.triples.index import Index

THIS = frozenset({"this"})
EX = "https://example.org/"


def index_of(*statements: tuple[str, str, str | int]) -> Index:
    """An index of statements about nodes of EX; numbers and words in quotes are literals."""
    index = Index()

    def term(text: str | int) -> NamedNode | Literal:
        if isinstance(text, int) or text.startswith('"'):
            return Literal(text.strip('"') if isinstance(text, str) else text)
        return NamedNode(EX + text)

    index.add(
        index.number_all((NamedNode(EX + s), NamedNode(EX + p), term(o)) for s, p, o in statements)
    )
    return index


def rows(index: Index, query: str) -> list[tuple[str | None, ...]]:
    """The rows of a SELECT, terms by what stands behind the last slash."""
    found = solutions(index, prepare(query, {"ex": EX, **PREFIXES}))
    columns = found.columns.values()
    return [
        tuple(None if n == UNBOUND else index.terms[n].value.rpartition("/")[2] for n in row)
        for row in zip(*columns, strict=True)
    ]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT",
        "SELECT ?a WHERE { ?a ex:p }",
        "SELECT ?a WHERE { ?a ex:p ?b",
        "SELECT ?a WHERE { ?a ex:p ?b } }",
        "SELECT ?a WHERE { ?a nope:p ?b }",
        "SELECT ?a WHERE { ?a ex:p 'x }",
        "SELECT ?a WHERE { FILTER (STRLEN(?a, ?a) = 1) }",
        "SELECT ?a WHERE { FILTER (?a NOT ?b) }",
        "SELECT ?a WHERE { ?a ex:p ` }",
        "SELECT ?a WHERE { ?a ex:p '\\q' }",
        "SELECT ?a WHERE { FILTER (" + "(" * 3000 + "?a" + ")" * 3000 + ") }",
    ],
)
def test_no_query(query: str) -> None:
    with pytest.raises((QueryError, Unsupported)):
        prepare(query, {"ex": EX})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?a WHERE { ?a ?p ?b }",
        "SELECT ?a WHERE { ?a ex:p ?b MINUS { ?a ex:q ?b } }",
        "SELECT ?a WHERE { VALUES ?a { ex:b } }",
        "SELECT ?a WHERE { SERVICE <http://x/> { ?a ex:p ?b } }",
        "SELECT ?a WHERE { { SELECT ?a WHERE { ?a ex:p ?b } } }",
        "SELECT (COUNT(?a) AS ?n) WHERE { ?a ex:p ?b }",
        "SELECT ?a WHERE { ?a ex:p ?b } LIMIT 1",
        "SELECT ?a WHERE { ?a !ex:p ?b }",
        "SELECT ?a WHERE { ?a ex:p (1 2) }",
        "SELECT ?a WHERE { ?a <p> ?b }",
        "SELECT ?a WHERE { ?a ex:p ?b FILTER (ex:own(?b)) }",
        # Each could see a variable that SPARQL has without a value there.
        "SELECT ?a WHERE { ?a ex:p ?b { ?c ex:q ?d FILTER (?b = ?d) } }",
        "SELECT ?a WHERE { ?a ex:p ?b { ?c ex:q ?d OPTIONAL { ?d ex:r ?b } } }",
        "SELECT ?a WHERE { ?a ex:p ?b BIND (1 AS ?b) }",
        "SELECT ?a (1 AS ?a) WHERE { ?a ex:p ?b }",
    ],
)
def test_not_answered_here(query: str) -> None:
    with pytest.raises(Unsupported):
        prepare(query, {"ex": EX}, THIS)


def test_what_is_given_has_its_value_everywhere() -> None:
    """SHACL's $this, within groups where SPARQL has other variables without a value."""
    query = "SELECT $this WHERE { ?a ex:p ?b { ?c ex:q ?d FILTER ($this = ?d) } }"
    prepare(query, {"ex": EX}, THIS)
    with pytest.raises(Unsupported):
        prepare(query.replace("?a ex:p ?b", "?a ex:p $this"), {"ex": EX})


def test_a_path_of_no_length_is_there_for_a_node_that_is_not() -> None:
    """SPARQL 1.1, section 18.4 (ZeroLengthPath); Oxigraph has none."""
    assert rows(index_of(), "SELECT ?x WHERE { ?x ex:p* ex:nowhere }") == [("nowhere",)]


def test_nodes_have_no_order() -> None:
    """SPARQL 1.1, section 17.3: < is of numbers, strings, truth values and times."""
    index = index_of(("a", "p", "b"))
    assert rows(index, "SELECT ?x WHERE { ?x ex:p ?y FILTER (?x < ?y || false) }") == []


def test_rows_in_order() -> None:
    index = index_of(("a", "p", 10), ("b", "p", 9), ("c", "p", '"z"'), ("d", "p", "n"))
    found = rows(index, "SELECT ?x WHERE { ?x ex:p ?y } ORDER BY ?y ?x")
    assert found == [("d",), ("b",), ("a",), ("c",)]
    found = rows(index, "SELECT ?x WHERE { ?x ex:p ?y } ORDER BY DESC(?y)")
    assert found == [("c",), ("a",), ("b",), ("d",)]


def test_constructed_triples_have_all_their_terms() -> None:
    index = index_of(("a", "p", "b"), ("b", "q", "c"))
    query = "CONSTRUCT { ?x ex:r ?z } WHERE { ?x ex:p|ex:q ?y OPTIONAL { ?y ex:q ?z } }"
    (triple,) = constructed(index, prepare(query, {"ex": EX}))
    assert [index.terms[n].value.rpartition("/")[2] for n in triple] == ["a", "r", "c"]


def test_a_literal_is_the_subject_of_no_constructed_triple() -> None:
    index = index_of(("a", "p", '"words"'), ("a", "p", "b"))
    query = "CONSTRUCT { ?y ex:q ?x } WHERE { ?x ex:p ?y }"
    (triple,) = constructed(index, prepare(query, {"ex": EX}))
    assert [index.terms[n].value.rpartition("/")[2] for n in triple] == ["b", "q", "a"]
