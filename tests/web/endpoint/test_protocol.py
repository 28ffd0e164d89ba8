"""What is a request of the protocol, what is refused, and the forms of answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from ..serving import BEARER, TOKEN, city, client, officer, settings
from .asking import Fixed, analyst

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UTF8 = {"Content-Type": 'application/sparql-query; charset="UTF-8"'}
ROWS = "SELECT ?s ?o { ?s <urn:p> ?o } ORDER BY ?s LIMIT 2"


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with analyst(tmp_path_factory.mktemp("empty"), Fixed()) as found:
        yield found


def _reason(asking: TestClient, status: int, method: str = "GET", **sent: object) -> str:
    answer = asking.request(method, "/sparql", **sent)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    error = answer.json()["error"]
    assert set(error["message"]) == {"ja", "en"}
    return str(error["reason"])


def test_a_query_is_taken_in_each_of_the_three_ways(asking: TestClient) -> None:
    answers = [
        asking.get("/sparql", params={"query": ROWS}),
        asking.post("/sparql", data={"query": ROWS}),
        asking.post("/sparql", content=ROWS, headers=DIRECT),
        asking.post("/sparql", content=ROWS, headers=UTF8),
    ]  # fmt: skip
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    rows = answers[0].json()["results"]["bindings"]
    assert [row["s"]["value"] for row in rows] == ["urn:s0", "urn:s1"]


def test_head_says_what_get_would(asking: TestClient) -> None:
    said = asking.head("/sparql", params={"query": ROWS})
    got = asking.get("/sparql", params={"query": ROWS})
    assert (said.status_code, said.content) == (200, b"")
    assert said.headers["content-type"] == got.headers["content-type"]


@pytest.mark.parametrize(
    ("accept", "query", "media_type", "begins"),
    [
        ("", ROWS, "application/sparql-results+json", b'{"head"'),
        ("*/*", ROWS, "application/sparql-results+json", b'{"head"'),
        ("application/json", ROWS, "application/json", b'{"head"'),
        ("application/sparql-results+xml", ROWS, "application/sparql-results+xml", b"<?xml"),
        ("text/csv", ROWS, "text/csv; charset=utf-8", b"s,o\r\nurn:s0,urn:o0\r\n"),
        ("text/tab-separated-values", ROWS, "text/tab-separated-values; charset=utf-8",
         b"?s\t?o\n<urn:s0>\t<urn:o0>\n"),
        ("text/csv;q=0.2, application/xml;q=0.9", ROWS, "application/xml", b"<?xml"),
        ("text/csv;q=0, text/*;q=0.1, application/xml;q=0", ROWS,
         "text/tab-separated-values; charset=utf-8", b"?s"),
        ("text/csv, */*;q=0.1", "ASK {}", "application/sparql-results+json", b'{"head"'),
        ("", "ASK {}", "application/sparql-results+json", b'{"head"'),
        ("", "CONSTRUCT WHERE { <urn:s0> ?p ?o }", "text/turtle; charset=utf-8", b"@prefix"),
        ("application/n-triples", "CONSTRUCT WHERE { <urn:s0> ?p ?o }", "application/n-triples",
         b"<urn:s0> <urn:p> <urn:o0> .\n"),
        ("application/ld+json", "DESCRIBE <urn:s0>", "application/ld+json", b"[{"),
        ("application/rdf+xml", "DESCRIBE <urn:s0>", "application/rdf+xml", b"<?xml"),
    ],
)  # fmt: skip
def test_the_answer_has_the_form_that_is_accepted(
    asking: TestClient, accept: str, query: str, media_type: str, begins: bytes
) -> None:
    answer = asking.post("/sparql", data={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.content.startswith(begins)
    assert answer.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("accept", "query"),
    [("image/png", ROWS), ("text/csv", "ASK {}"), ("text/csv", "DESCRIBE <urn:s0>"),
     ("text/turtle", ROWS), ("*/*;q=0", ROWS), ("q=1;;", ROWS)],
)  # fmt: skip
def test_no_form_is_forced_on_anybody(asking: TestClient, accept: str, query: str) -> None:
    sent = {"data": {"query": query}, "headers": {"Accept": accept}}
    assert _reason(asking, 406, "POST", **sent) == "query-accept"


def test_what_is_no_request_of_the_protocol_is_refused(asking: TestClient) -> None:
    def reason(status: int, content: str | bytes, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return _reason(asking, status, "POST", content=content, headers=named)

    two, direct, form = "query=ASK%7B%7D&query=ASK%7B%7D", DIRECT["Content-Type"], FORM
    assert _reason(asking, 400, params=two) == "query-several"
    assert reason(400, two, **form) == "query-several"
    also = {"params": "query=ASK%7B%7D", "content": "ASK {}", "headers": DIRECT}
    assert _reason(asking, 400, "POST", **also) == "query-several"
    assert reason(400, "x=1", **form) == "query-missing"
    assert reason(415, "ASK {}") == "query-kind"
    assert reason(415, '{"query": "ASK {}"}', Content_Type="application/json") == "query-kind"
    utf16 = f"{direct}; charset=utf-16"
    assert reason(415, "ASK {}".encode("utf-16"), Content_Type=utf16) == "query-kind"
    zipped = {"Content_Type": direct, "Content_Encoding": "gzip"}
    assert reason(415, b"\x1f\x8b", **zipped) == "query-kind"
    assert reason(400, b"ASK {} # \xff", Content_Type=direct) == "query-characters"
    assert reason(400, b"query=ASK%7B%7D%23%ff", **form) == "query-characters"
    assert reason(413, b"#" * 2_000_000, Content_Type=direct) == "large"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "FOO"])
def test_other_methods_are_refused(asking: TestClient, method: str) -> None:
    answer = asking.request(method, "/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "query", ["", "ASK {", "SELECT ?x", "ASK {} ASK {}", "SELECT (1 AS ?a) (2 AS ?a) {}", "\0"]
)
def test_what_is_no_query_is_refused_with_its_place(asking: TestClient, query: str) -> None:
    sent = {"data": {"query": query}}
    assert _reason(asking, 400, "POST", **sent) == "query"


def test_updates_are_refused_and_change_nothing(asking: TestClient) -> None:
    clear = "CLEAR ALL"
    update = {"Content-Type": "application/sparql-update"}
    assert _reason(asking, 403, params={"update": clear}) == "query-update"
    assert _reason(asking, 403, "POST", data={"update": clear}) == "query-update"
    assert _reason(asking, 403, "POST", content=clear, headers=update) == "query-update"
    for text in (clear, "INSERT DATA { <urn:a> <urn:b> 1 }", "DELETE WHERE { ?s ?p ?o }",
                 "LOAD <http://127.0.0.1/>", "BASE <urn:x> DROP ALL", "#\nCLEAR ALL"):  # fmt: skip
        assert _reason(asking, 400, "POST", data={"query": text}) == "query"
    count = asking.post("/sparql", data={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"})
    assert count.json()["results"]["bindings"][0]["n"]["value"] == "300"


def test_graphs_of_the_request_go_before_those_of_the_query(asking: TestClient) -> None:
    def truth(query: str, **graphs: str) -> bool:
        answer = asking.get("/sparql", params={"query": query, **graphs})
        assert answer.status_code == 200, answer.text
        return bool(answer.json()["boolean"])

    in_default, in_named = "ASK { ?s ?p ?o }", "ASK { GRAPH ?g { ?s ?p ?o } }"
    assert truth(in_default, **{"default-graph-uri": "urn:g"})
    assert not truth(in_default, **{"default-graph-uri": "urn:empty"})
    assert not truth(in_default, **{"named-graph-uri": "urn:g"})
    assert truth(in_named, **{"named-graph-uri": "urn:g"})
    assert not truth(in_named, **{"default-graph-uri": "urn:g"})
    assert not truth("ASK FROM <urn:g> { ?s ?p ?o }", **{"default-graph-uri": "urn:empty"})
    assert truth("ASK FROM <urn:g> { ?s ?p ?o }")
    assert not truth("ASK FROM NAMED <urn:g> { ?s ?p ?o }")


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("graph", ["http://127.0.0.1:9/", "file:///etc/passwd", "", "g", "<urn:g>"])
def test_graphs_that_are_not_there_are_refused(asking: TestClient, name: str, graph: str) -> None:
    assert _reason(asking, 400, params={"query": "ASK {}", name: graph}) == "query-graph"


def test_relative_names_are_those_of_the_endpoint(asking: TestClient) -> None:
    answer = asking.get("/sparql", params={"query": "CONSTRUCT { <s> <p> 1 } {}"})
    (said,) = parse(answer.content, RdfFormat.TURTLE)
    assert str(said.subject) == "<http://127.0.0.1:8311/s>"


def test_rows_without_an_order_come_always_in_the_same(asking: TestClient) -> None:
    answer = asking.get("/sparql", params={"query": "SELECT ?s { ?s ?p ?o }"})
    values = [row["s"]["value"] for row in answer.json()["results"]["bindings"]]
    assert values == sorted(values)
    assert len(values) == 300


def test_strangers_get_no_answer_and_a_browser_is_told_in_words(tmp_path: Path) -> None:
    with client(settings(tmp_path)) as stranger:
        for sent in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic x"}):
            answer = stranger.get("/sparql", params={"query": "ASK {}"}, headers=sent)
            assert answer.status_code == 401
            assert answer.json()["error"]["reason"] == "bearer"
        said = stranger.get("/sparql", headers={"Accept": "text/html"})
        assert said.status_code == 401
        assert "?token=" in said.text
        assert (
            stranger.get("/sparql", params={"query": "ASK {}", "token": TOKEN}).status_code == 401
        )


def test_a_browser_needs_what_our_pages_send(tmp_path: Path) -> None:
    with officer(settings(tmp_path)) as browser:
        sent = {"query": "ASK {}"}
        other = {"Origin": "http://evil.example"}
        assert browser.post("/sparql", data=sent, headers=other).status_code == 403
        assert browser.post("/sparql", data=sent, headers={"X-CSRF-Token": ""}).status_code == 403
        embedded = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
        assert browser.get("/sparql", params=sent, headers=embedded).status_code == 403


def test_the_folder_is_asked_as_it_is(tmp_path: Path) -> None:
    count = {"query": "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s a aln:PlanEdition } }"}
    count["query"] = "PREFIX aln: <https://w3id.org/alignchecker/ns#> " + count["query"]
    with analyst(city(tmp_path)) as asking:

        def plans() -> int:
            answer = asking.post("/sparql", data=count)
            return int(answer.json()["results"]["bindings"][0]["n"]["value"])

        before = plans()
        assert before >= 2
        (tmp_path / "plans" / "children.ttl").unlink()
        assert 1 <= plans() < before


def test_a_folder_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "alignchecker.toml").write_text("nonsense = 1\n", encoding="utf-8")
    with analyst(tmp_path) as asking:
        answer = asking.post("/sparql", data={"query": "ASK {}"})
        assert answer.status_code == 422
        assert json.loads(answer.content)["error"]["reason"] == "input"


def test_the_token_is_all_that_a_program_needs(tmp_path: Path) -> None:
    with client(settings(tmp_path)) as program:
        for accept in ("*/*", "text/html"):
            sent = {**BEARER, "Accept": accept}
            answer = program.post("/sparql", data={"query": "ASK {}"}, headers=sent)
            assert answer.status_code == 200
