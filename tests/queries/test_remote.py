"""An endpoint elsewhere: what it is asked, and what is said where it does not answer as it should.

tests/queries/test_virtuoso.py asks a real one.
"""

from __future__ import annotations

import base64
import json
from urllib.parse import parse_qs

import pytest
from pyoxigraph import Literal, QueryBoolean, QuerySolutions, QueryTriples

from alignchecker.model.errors import ConfigError
from alignchecker.queries.answering import Answer
from alignchecker.queries.asked import read
from alignchecker.queries.errors import QueryFailed
from alignchecker.queries.remote import Endpoint

from .answering_server import Reply, Server, answering

_SELECT = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s"
_CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def _rows(*values: str) -> bytes:
    bindings = [{"s": {"type": "literal", "value": value}} for value in values]
    return json.dumps({"head": {"vars": ["s"]}, "results": {"bindings": bindings}}).encode()


def _ask(server: Server, query: str = _SELECT, seconds: float = 10, most: int = 10_000) -> Answer:
    return Endpoint.at(server.url, seconds, most).asking()(read(query, "a query", None))


def _values(answer: Answer) -> list[str]:
    assert isinstance(answer, QuerySolutions)
    return [term.value for row in answer for term in row if isinstance(term, Literal)]


def test_a_query_goes_in_the_body_of_a_form() -> None:
    with answering(Reply(_rows("青葉市", "b"))) as server:
        assert _values(_ask(server)) == ["青葉市", "b"]
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("POST", "/sparql")
    assert seen.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert seen.headers["Accept"] == "application/sparql-results+json"
    assert "Authorization" not in seen.headers
    assert parse_qs(seen.body) == {"query": [read(_SELECT, "q").text]}


def test_rows_without_an_order_are_asked_for_in_one() -> None:
    with answering(Reply(_rows("a"))) as server:
        _ask(server, "SELECT * WHERE { ?s ?p ?o }")
    assert len(server.seen) == 2
    assert parse_qs(server.seen[1].body)["query"][0].endswith("ORDER BY ?s")


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (b'{"head": {}, "boolean": true}', True),
        (b'{"head": {}, "boolean": false}', False),
        (_rows("1"), True),
        (_rows("0"), False),
        (_rows(), False),
    ],
)
def test_yes_and_no(body: bytes, answer: bool) -> None:
    with answering(Reply(body)) as server:
        found = _ask(server, "ASK { ?s ?p ?o }")
    assert isinstance(found, QueryBoolean)
    assert bool(found) == answer


@pytest.mark.parametrize("media", ["application/n-triples", "text/turtle; charset=utf-8"])
def test_triples(media: str) -> None:
    with answering(Reply('<urn:a> <urn:b> "あ"@ja .'.encode(), media)) as server:
        found = _ask(server, _CONSTRUCT)
    assert isinstance(found, QueryTriples)
    assert [str(triple) for triple in found] == ['<urn:a> <urn:b> "あ"@ja']
    assert "text/turtle" in server.seen[0].headers["Accept"]


def test_a_user_and_a_password_are_sent_and_never_shown() -> None:
    with answering(Reply(b"no such table", "text/plain", 400)) as server:
        url = server.url.replace("http://", "http://%E9%9D%92:p%40ss@") + "?key=secret#there"
        with pytest.raises(QueryFailed) as failed:
            Endpoint.at(url).asking()(read(_SELECT, "q"))
    (seen,) = server.seen
    assert seen.headers["Authorization"] == "Basic " + base64.b64encode("青:p@ss".encode()).decode()
    assert seen.path == "/sparql?key=secret"
    for text in (failed.value.ja, failed.value.en):
        assert text.startswith(f"{server.url}: ")
        assert "no such table" in text
        assert "p@ss" not in text
        assert "secret" not in text


_PAGE = b"<!doctype html><title>Welcome</title>"


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(_PAGE, "text/html"), "no answer of SPARQL (text/html)"),
        (Reply(_PAGE, "text/html", 404), "404 Not Found"),
        (Reply(b"\n  line 3: syntax error\nmore", "text/plain", 400), "(line 3: syntax error)"),
        (Reply(b"", "text/plain", 500), "500 Internal Server Error"),
        (Reply(b"x" * 9000, "text/plain", 500), "x" * 300 + ")"),
        (Reply(b"who?", "text/plain", 401), "Give https://user:password@"),
        (Reply(_rows("a", "b")[:-9]), "cut off or broken"),
        (Reply(_rows("a"), length=500), "cut off or broken"),
        (Reply(b"{}"), "cut off or broken"),
        (Reply(b"\xff\xfe"), "cut off or broken"),
        (Reply(_rows("x" * 20_000)), "too large (at most 10,000 bytes)"),
        (Reply(_rows("x" * 20_000), length=-1), "too large"),
    ],
)
def test_what_is_no_answer_is_said(reply: Reply, words: str) -> None:
    with answering(reply) as server, pytest.raises(QueryFailed) as failed:
        _ask(server)
    assert words in failed.value.en
    assert failed.value.ja != failed.value.en


@pytest.mark.parametrize(
    "reply", [Reply(b"<urn:a> <urn:b>", "text/turtle"), Reply(_PAGE, "text/html")]
)
def test_triples_that_are_none(reply: Reply) -> None:
    with answering(reply) as server, pytest.raises(QueryFailed):
        _ask(server, _CONSTRUCT)


@pytest.mark.parametrize(
    "reply", [Reply(_rows("a"), pause=5), Reply(_rows("a"), pieces=60, pause=0.1)]
)
def test_who_answers_too_slowly_is_not_waited_for(reply: Reply) -> None:
    with answering(reply) as server, pytest.raises(QueryFailed, match=r"within 0\.5 seconds"):
        _ask(server, seconds=0.5)


def test_nobody_there() -> None:
    with answering(Reply()) as server:
        pass
    with pytest.raises(QueryFailed, match="cannot be reached"):
        _ask(server)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirection_within_the_host_is_followed_with_the_query(status: int) -> None:
    moved = Reply(status=status, headers={"Location": "/new"})
    with answering(moved, Reply(_rows("a"))) as server:
        assert _values(_ask(server)) == ["a"]
    assert [(seen.method, seen.path) for seen in server.seen] == [
        ("POST", "/sparql"),
        ("POST", "/new"),
    ]
    assert server.seen[0].body == server.seen[1].body


def test_redirections_have_an_end() -> None:
    moved = Reply(status=307, headers={"Location": "/sparql"})
    with answering(moved) as server, pytest.raises(QueryFailed):
        _ask(server)
    assert len(server.seen) < 10


def test_another_host_is_never_asked() -> None:
    with answering(Reply(_rows("a"))) as other:
        places = [other.url, other.url.replace("127.0.0.1", "localhost"), "ftp://127.0.0.1/x"]
        for place in places:
            moved = Reply(status=307, headers={"Location": place})
            with answering(moved) as server, pytest.raises(QueryFailed, match="another address"):
                _ask(server)
            assert len(server.seen) == 1
    assert other.seen == []


@pytest.mark.parametrize(
    "address",
    ["", "sparql", "example.jp/sparql", "ftp://example.jp/", "file:///etc/passwd", "http://",
     "http://[::1", "http://example.jp:port/"],
)  # fmt: skip
def test_only_addresses_of_the_web_are_taken(address: str) -> None:
    with pytest.raises(ConfigError, match="http://"):
        Endpoint.at(address)


def test_an_address_keeps_what_belongs_to_it() -> None:
    endpoint = Endpoint.at("HTTPS://a:b@[2001:db8::1]:8443/x/y?default-graph-uri=urn:g#z")
    assert endpoint.url == "https://[2001:db8::1]:8443/x/y?default-graph-uri=urn:g"
    assert endpoint.shown == "https://[2001:db8::1]:8443/x/y"
    assert Endpoint.at("http://example.jp").url == "http://example.jp/"
