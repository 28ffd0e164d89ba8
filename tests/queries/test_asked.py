"""What may be asked, and what an engine gets of it."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from alignchecker.queries.asked import read
from alignchecker.queries.errors import QueryRefused

GRAPH = "https://w3id.org/alignchecker/graph/plans/a.ttl"
_PREFIXES = "PREFIX : <http://127.0.0.1/> PREFIX x: <http://127.0.0.1/> "


def _refused(text: str) -> str:
    with pytest.raises(QueryRefused) as caught:
        read(text, "a.rq", [GRAPH])
    return caught.value.en


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service<http://127.0.0.1/>{ ?s ?p ?o } }",
        "SELECT * { SeRvIcE # a comment\n SILENT ?where { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        r"SELECT * { \U00000053\u0045RVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { SERVICE :g { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { MINUS { SERVICE x:g { ?s ?p ?o } } } } }",
        "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "x"SERVICE <http://127.0.0.1/> { ?s ?p ?o } }',
    ],
)
def test_service_is_refused_however_it_is_written(text: str) -> None:
    assert "SERVICE is not taken" in _refused(_PREFIXES + text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE:g { ?s ?p ?o } }",
        "SELECT * { SERVICEx:g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o }UNIONSERVICE",
        "SELECT * { ?s aSERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT*FROMx:g{ ?s ?p ?o }",
    ],
)
def test_what_an_engine_without_tokens_takes_for_service_or_from_is_refused(text: str) -> None:
    assert _refused(_PREFIXES + text)


def test_a_name_that_begins_with_service_is_a_name() -> None:
    text = "PREFIX services: <http://example.org/> SELECT * { ?service services:a 'SERVICE' }"
    asked = read(text, "a.rq")
    assert asked.text == "SELECT * { ?service <http://example.org/a> 'SERVICE' }"


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://127.0.0.1/>",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX : <a:> delete where { ?s ?p ?o }",
        "CLEAR ALL",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        r"\u0043LEAR ALL",
    ],
)
def test_an_update_is_called_one(text: str) -> None:
    assert "an update" in _refused(text)


@pytest.mark.parametrize(
    "clause",
    [
        "FROM <http://127.0.0.1/g>",
        "FROM NAMED <http://127.0.0.1/g>",
        "from :g",
        f"FROM <{GRAPH}> FROM NAMED :g",
        f"FROM <{GRAPH}x>",
        "FROM <../graph/plans/b.ttl>",
    ],
)
def test_from_beyond_the_dataset_is_refused(clause: str) -> None:
    base = "BASE <https://w3id.org/alignchecker/x/> "
    assert "FROM NAMED can only name" in _refused(base + _PREFIXES + f"SELECT * {clause} {{}}")


@pytest.mark.parametrize(
    "clause", [f"FROM <{GRAPH}>", "FROM NAMED g:a.ttl", "FROM <../graph/plans/a.ttl>"]
)
def test_from_within_the_dataset_reaches_the_engine_as_a_whole_iri(clause: str) -> None:
    prologue = "BASE <https://w3id.org/alignchecker/x/> PREFIX g: <../graph/plans/> "
    asked = read(f"{prologue} SELECT * {clause} WHERE {{ ?s ?p ?o }}", "a.rq", [GRAPH])
    assert f"<{GRAPH}>" in asked.text
    assert asked.names_graphs


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no query"),
        ("SELEKT * {}", "no query"),
        ("SELECT * { ?s aln:inPlan ?o }", "PREFIX aln: <https://w3id.org/alignchecker/ns#>"),
        ("SELECT * { ?s ?p ?o } LIMITS 3", "'LIMITS' is no word"),
        ("PREFIX aln <x> SELECT * {}", "Write BASE"),
        ("PREFIX a:b: <x> SELECT * {}", "Write BASE"),
        ("SELECT * { ?s ?p ?o ", "do not match"),
        ("SELECT * { ?s ?p ?o }}", "do not match"),
        ("ASK " + "{" * 65 + "}" * 65, "more than 64 brackets"),
        ("ASK {}" + " " * 100_000, "too long"),
        ("SELECT * { ?s ?p ~ }", "cannot be read as SPARQL"),
        (r"ASK { ?s ?p \u0022x\u0022 }", "cannot be read as SPARQL"),
        (r"ASK { ?s ?p '\uD800' } \U00110000", "cannot be read as SPARQL"),
    ],
)
def test_what_is_no_query_gets_what_to_do(text: str, said: str) -> None:
    assert said in _refused(text)


def test_the_place_is_that_of_the_text_as_written() -> None:
    with pytest.raises(QueryRefused) as caught:
        read("SELECT *\nWHERE { ?s ?p ?o .\n  SERVICE <http://127.0.0.1/> {} }", "a.rq")
    assert (caught.value.path, caught.value.line, caught.value.column) == ("a.rq", 3, 3)


def test_strings_keep_their_escapes_and_names_lose_theirs() -> None:
    text = (
        r"PREFIX p: <http://e.org/> ASK { p:a\,b%20 p:c '\u0022\\u0041\n' , '''it's''' , '\u3042' }"
    )
    store = Store()
    subject, predicate = NamedNode("http://e.org/a,b%20"), NamedNode("http://e.org/c")
    for value in ('"\\u0041\n', "it's", "あ"):
        store.add(Quad(subject, predicate, Literal(value)))
    assert bool(store.query(read(text, "a.rq").text))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (CONCAT ( 'a' , 'b' ) AS ?x) {}",
        "SELECT (COALESCE (?y , 1) AS ?x) { FILTER ( ?z IN (1) || NOT EXISTS {} ) }",
        "PREFIX é: <a:> SELECT ?é { ?é é:é () ; a é:p1.2 . }",
        "SELECT*{?s<a:p>?o,-1.5e3,+2,true;<a:q>/^<a:r>*|!(<a:s>|^a)_:b .FILTER(?s< ?o&&?o>?s)}",
        'DESCRIBE ?s WHERE { ?s ?p \'x\'@ja-JP , """a"b"""^^<a:t> } # the end',
    ],
)
def test_whatever_is_sparql_stays_so(text: str) -> None:
    Store().query(read(text, "a.rq").text)
