"""What the endpoint says of itself and of its data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store
from starlette.testclient import TestClient

from alignchecker.web.endpoint.describing import SD, VOID

from ..serving import AOBA, HERE
from .asking import analyst

_PREFIXES = f"PREFIX sd: <{SD}> PREFIX void: <{VOID}> PREFIX dcterms: <http://purl.org/dc/terms/> "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("city") / "aoba"
    shutil.copytree(AOBA, found)
    (found / "plans" / "broken.ttl").write_text("<a> <b", encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def asking(folder: Path) -> Iterator[TestClient]:
    with analyst(folder) as found:
        yield found


def _store(asking: TestClient, address: str, accept: str = "text/turtle") -> Store:
    answer = asking.get(address, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith(accept)
    store = Store()
    form = RdfFormat.from_media_type(accept)
    assert form is not None
    store.load(answer.content, form)
    return store


def _values(store: Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(_PREFIXES + query)
    assert isinstance(found, QuerySolutions)
    return [tuple(getattr(term, "value", str(term)) for term in row) for row in found]


def _count(asking: TestClient, pattern: str) -> str:
    query = f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"
    answer = asking.post("/sparql", data={"query": query})
    return str(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_the_service_is_described(asking: TestClient) -> None:
    store = _store(asking, "/sparql")
    ends = "?s a sd:Service ; sd:endpoint ?e ; sd:supportedLanguage sd:SPARQL11Query"
    assert _values(store, f"SELECT ?s ?e {{ {ends} }}") == [(f"{HERE}/sparql",) * 2]
    triples = "?s sd:defaultDataset/sd:defaultGraph/void:triples ?n"
    assert _values(store, f"SELECT ?n {{ {triples} }}") == [(_count(asking, "?s ?p ?o"),)]
    graphs = _values(store, "SELECT ?n { ?s sd:namedGraph/sd:name ?n }")
    there = _count(asking, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert str(len(graphs)) == there
    comment = "<http://www.w3.org/2000/01/rdf-schema#comment>"
    comments = _values(store, f"SELECT ?c {{ ?s {comment} ?c }}")
    assert len(comments) == 2
    assert all("30" in said and "broken.ttl" in said for (said,) in comments)


@pytest.mark.parametrize(
    "accept", ["application/ld+json", "application/rdf+xml", "application/n-triples"]
)
def test_it_is_the_same_in_each_form(asking: TestClient, accept: str) -> None:
    for address in ("/sparql", "/sparql/void"):
        assert len(_store(asking, address, accept)) == len(_store(asking, address))


def test_the_data_is_described(asking: TestClient) -> None:
    store = _store(asking, "/sparql/void")
    said = _values(store, "SELECT ?t ?s ?c { ?d void:triples ?t ; void:distinctSubjects ?s ;"
                   " void:classes ?c ; void:sparqlEndpoint ?e }")  # fmt: skip
    assert said == [(
        _count(asking, "?s ?p ?o"),
        _count(asking, "SELECT DISTINCT ?s { ?s ?p ?o }"),
        _count(asking, "SELECT DISTINCT ?c { ?s a ?c FILTER(isIRI(?c)) }"),
    )]  # fmt: skip
    properties = _values(store, "SELECT ?p ?n { [] void:property ?p ; void:triples ?n }")
    assert len(properties) > 20
    for name, number in properties[::9]:
        assert _count(asking, f"?s <{name}> ?o") == number
    vocabularies = {name for (name,) in _values(store, "SELECT ?v { ?d void:vocabulary ?v }")}
    assert {"https://w3id.org/alignchecker/ns#", "http://purl.org/dc/terms/"} <= vocabularies


def test_plans_that_contribute_to_others_are_a_linkset(asking: TestClient) -> None:
    store = _store(asking, "/sparql/void")
    found = _values(store, "SELECT ?f ?t ?n { [] a void:Linkset ; void:triples ?n ;"
                    " void:subjectsTarget/dcterms:subject ?f ;"
                    " void:objectsTarget/dcterms:subject ?t }")  # fmt: skip
    assert found
    for plan, higher, number in found:
        aln = "https://w3id.org/alignchecker/ns#"
        ends = f"?s <{aln}inPlan> <{plan}> . ?o <{aln}inPlan> <{higher}>"
        assert _count(asking, f"?s <{aln}contributesTo> ?o . {ends}") == number


def test_no_path_is_told(asking: TestClient, folder: Path) -> None:
    for address in ("/sparql", "/sparql/void"):
        assert str(folder) not in asking.get(address).text
    every = asking.post("/sparql", data={"query": "SELECT * { GRAPH ?g { ?s ?p ?o } }"})
    assert every.status_code == 200
    assert str(folder) not in every.text
    assert NamedNode(folder.as_uri()).value not in every.text


def test_a_form_that_there_is_not_is_refused(asking: TestClient) -> None:
    assert asking.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
    assert asking.post("/sparql/void").status_code == 405
