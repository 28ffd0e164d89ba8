"""The W3C tests of the SPARQL 1.1 Protocol: python -m tests.conformance.sparql_protocol [FOLDER].

FOLDER is sparql/sparql11/protocol of github.com/w3c/rdf-tests, which is not in this repository; by
default it is sparql-protocol in what ALIGNCHECKER_CONFORMANCE names. The server holds data1–3 as
the named graphs that the manifest speaks of, and data0, of which it has no file, as an empty one.

Each request is sent as it is written, with /sparql for /sparql/. A test passes if all its answers
have one of the expected statuses, and the format and truth value where these are given.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)
from rdflib import Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node
from starlette.testclient import TestClient

from alignchecker.web.endpoint.questions import Snapshot

from ..web.serving import BEARER, client, parts_of, settings

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
_DATA = "http://kasei.us/2009/09/sparql/data/"
_FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        "application/sparql-results+json", "application/sparql-results+xml", "text/csv",
        "text/tab-separated-values",
    },
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml"},
}  # fmt: skip


def folder() -> Path:
    """Where the suite lies, if it does."""
    beside = Path(__file__).parents[3] / "shared" / "conformance"
    return Path(os.environ.get("ALIGNCHECKER_CONFORMANCE", beside)) / "sparql-protocol"


@dataclass(frozen=True, slots=True)
class Sent:
    """A request of a test. statuses: first digits of those expected. format: key of _FORMATS."""

    method: str
    address: str
    headers: Mapping[str, str]
    body: bytes | None
    statuses: frozenset[int]
    format: str | None
    truth: bool | None


@dataclass(frozen=True, slots=True)
class Case:
    """One test. name: "query_get"."""

    name: str
    requests: Sequence[Sent]

    @property
    def is_query(self) -> bool:
        """Whether it is about queries; the others are about updates."""
        return "update" not in self.name


def cases(where: Path) -> Sequence[Case]:
    """The tests of the suite, in the order of its manifest."""
    graph = Graph().parse(where / "manifest.ttl", publicID=where.as_uri())
    found = []
    for entry in _list(graph, next(graph.objects(None, MF.entries))):
        requests = _list(graph, graph.value(graph.value(entry, MF.action), HT.requests))
        found.append(Case(str(entry).partition("#")[2], [_sent(graph, r) for r in requests]))
    return found


def _list(graph: Graph, first: Node | None) -> Sequence[Node]:
    return [] if first is None else list(Collection(graph, first))


def _sent(graph: Graph, request: Node) -> Sent:
    headers = {
        str(graph.value(field, HT.fieldName)): str(graph.value(field, HT.fieldValue))
        for field in _list(graph, graph.value(request, HT.headers))
    }
    content = graph.value(request, HT.body)
    body = None
    if content is not None:
        encoding = str(graph.value(content, CNT.characterEncoding))
        body = str(graph.value(content, CNT.chars)).encode(encoding)
    expected = graph.value(request, HT.resp)
    truth = graph.value(expected, MF.expectedBoolean)
    wanted = graph.value(expected, MF.expectedFormat)
    return Sent(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1),
        headers,
        body,
        frozenset(int(str(s)[-3]) for s in graph.objects(expected, MF.expectedStatus)),
        None if wanted is None else str(wanted),
        None if truth is None else str(truth) == "true",
    )


@dataclass(frozen=True, slots=True)
class _Fixed:
    """Always the same statements."""

    snapshot: Snapshot

    def current(self) -> Snapshot:
        return self.snapshot


@contextmanager
def endpoint(where: Path, empty: Path) -> Iterator[TestClient]:
    """Whoever asks a server that holds the data of the suite. empty: a folder."""
    graphs = {f"{_DATA}data{n}.rdf": where / f"data{n}.nt" for n in (1, 2, 3)}
    quads = [
        Quad(said.subject, said.predicate, said.object, NamedNode(name))
        for name, file in graphs.items()
        for said in parse(file.read_bytes(), RdfFormat.N_TRIPLES)
    ]
    written = serialize(quads, format=RdfFormat.N_QUADS)
    assert written is not None
    snapshot = Snapshot("1", written, (f"{_DATA}data0.rdf", *graphs))
    with client(settings(empty)) as asking:
        asking.headers.update(BEARER)
        parts_of(asking).queries.source = _Fixed(snapshot)
        yield asking


def passes(case: Case, asking: TestClient) -> str | None:
    """What is wrong with the first answer that is not as expected; None where all are."""
    for sent in case.requests:
        answer = asking.request(
            sent.method, sent.address, headers=dict(sent.headers), content=sent.body
        )
        if answer.status_code // 100 not in sent.statuses:
            return f"{answer.status_code}: {answer.text[:200]}"
        media_type = answer.headers.get("content-type", "").partition(";")[0]
        if sent.format is not None and media_type not in _FORMATS[sent.format]:
            return f"{media_type} for {sent.format}"
        if sent.truth is not None and _truth(answer.content, media_type) is not sent.truth:
            return f"not {sent.truth}"
    return None


def _truth(content: bytes, media_type: str) -> bool | None:
    form = QueryResultsFormat.from_media_type(media_type)
    found = parse_query_results(content, form) if form is not None else None
    return bool(found) if isinstance(found, QueryBoolean) else None


def main(arguments: Sequence[str]) -> int:
    """Prints what fails and the score; 1 if a test about queries fails."""
    where = Path(arguments[0]) if arguments else folder()
    score = {True: [0, 0], False: [0, 0]}
    with tempfile.TemporaryDirectory() as empty, endpoint(where, Path(empty)) as asking:
        for case in cases(where):
            wrong = passes(case, asking)
            score[case.is_query][0] += wrong is None
            score[case.is_query][1] += 1
            if wrong is not None:
                print(f"{case.name}: {wrong}")
    for is_query, (right, every) in score.items():
        print(f"{'queries' if is_query else 'updates (all are refused)'}: {right} of {every}")
    return int(score[True][0] != score[True][1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
