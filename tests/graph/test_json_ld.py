"""JSON-LD says what the statements say, and reads as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)
from rdflib import Dataset as RdflibDataset
from rdflib.compare import isomorphic

from alignchecker.graph.dataset import Statement
from alignchecker.graph.json_ld import json_ld
from alignchecker.model.errors import ConfigError
from alignchecker.model.names import ALN, CODE, DATA, DCTERMS, RDF, SKOS, XSD
from tests.corpus import golden
from tests.data.remake import DATA as PLANS

GRAPH = NamedNode("https://example.jp/graph")
_FILES = sorted([*golden.CITY.rglob("*.ttl"), *PLANS.rglob("*.ttl")])

_nodes = st.sampled_from([
    *(NamedNode(iri) for iri in (ALN + "Item", CODE + "kind-goal", DATA + "a/1", "urn:x:y")),
    *(BlankNode(f"n{number}") for number in range(4)),
])  # fmt: skip
_predicates = st.sampled_from([
    NamedNode(iri) for iri in (
        RDF + "type", ALN + "parent", ALN + "quotedAs", ALN + "order", ALN + "unknownTerm",
        SKOS + "prefLabel", DCTERMS + "title", DCTERMS + "publisher", "urn:x:p",
    )
])  # fmt: skip
_texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=4)
_literals = st.one_of(
    _texts.map(Literal),
    _texts.map(lambda text: Literal(text, language="ja")),
    st.integers().map(lambda number: Literal(str(number), datatype=NamedNode(XSD + "integer"))),
    st.sampled_from(["007", "true", "1", "0.50", "x"]).flatmap(
        lambda text: st.sampled_from(["integer", "boolean", "decimal", "date"]).map(
            lambda kind: Literal(text, datatype=NamedNode(XSD + kind))
        )
    ),
)


def canonical(quads: Iterable[Quad]) -> set[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def again(statements: list[Statement]) -> set[str]:
    return canonical(parse(json_ld(statements, GRAPH), format=RdfFormat.JSON_LD))


@given(st.lists(st.tuples(_nodes, _predicates, st.one_of(_nodes, _literals)), max_size=12))
@settings(max_examples=300)
def test_it_says_the_same_again(statements: list[Statement]) -> None:
    assert again(statements) == canonical(Quad(*s, GRAPH) for s in statements)


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_every_file_of_the_city_and_of_real_plans(file: Path) -> None:
    quads = list(parse(file.read_bytes(), format=RdfFormat.TURTLE, base_iri=file.as_uri()))
    statements: list[Statement] = [quad.triple for quad in quads]
    assert again(statements) == canonical(Quad(*s, GRAPH) for s in statements)


def test_another_reader_reads_the_same() -> None:
    file = golden.CITY / "plans" / "indicators.ttl"
    quads = parse(file.read_bytes(), format=RdfFormat.TURTLE, base_iri=file.as_uri())
    content = json_ld([quad.triple for quad in quads], GRAPH)
    read = RdflibDataset().parse(data=content, format="json-ld")
    turtle = RdflibDataset().parse(file, format="turtle", publicID=file.as_uri())
    (named,) = (graph for graph in read.graphs() if str(graph.identifier) == GRAPH.value)
    assert isomorphic(named, turtle.default_graph)


def test_it_reads_as_json() -> None:
    item, place = NamedNode(DATA + "x/1"), BlankNode("p")
    said = json_ld(
        [
            (item, NamedNode(RDF + "type"), NamedNode(ALN + "Measure")),
            (item, NamedNode(SKOS + "prefLabel"), Literal("植樹", language="ja")),
            (item, NamedNode(ALN + "order"), Literal(3)),
            (item, NamedNode(ALN + "kind"), NamedNode(CODE + "kind-measure")),
            (item, NamedNode(ALN + "position"), place),
            (place, NamedNode(ALN + "line"), Literal(12)),
        ],
        GRAPH,
    )
    document = json.loads(said)
    assert document["@graph"] == [{
        "@id": "alnd:x/1", "@type": "Measure", "skos:prefLabel": {"ja": "植樹"}, "order": 3,
        "kind": "code:kind-measure", "position": {"line": 12},
    }]  # fmt: skip
    assert "http" not in json.dumps(document["@graph"])


def test_an_iri_that_would_be_another_one_is_refused() -> None:
    item = NamedNode("code:kind-goal")
    with pytest.raises(ConfigError, match="code"):
        json_ld([(item, NamedNode(RDF + "type"), NamedNode(ALN + "Item"))], GRAPH)
