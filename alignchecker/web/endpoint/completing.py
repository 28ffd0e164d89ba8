"""What the editor completes: prefixes, and the classes and properties that there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from alignchecker.model.names import PREFIXES, RDF
from alignchecker.model.resources import resource
from alignchecker.reports.json_values import Json
from alignchecker.web.endpoint.counts import Counts

_OWL = "http://www.w3.org/2002/07/owl#"
_TYPE = NamedNode(RDF + "type")
_CLASSES = frozenset({_OWL + "Class"})
_PROPERTIES = frozenset(_OWL + kind for kind in ("ObjectProperty", "DatatypeProperty"))


def terms(counts: Counts) -> Mapping[str, Json]:
    """By kind: those of the ontology, and all others that the data uses; sorted."""
    return {
        "prefixes": [f"{prefix}: <{iri}>" for prefix, iri in sorted(PREFIXES.items())],
        "classes": [*sorted(_declared(_CLASSES) | counts.classes.keys())],
        "properties": [*sorted(_declared(_PROPERTIES) | counts.properties.keys())],
    }


@cache
def _declared(kinds: frozenset[str]) -> frozenset[str]:
    """Terms of the ontology that are of one of some kinds."""
    return frozenset(
        said.subject.value
        for said in _ontology()
        if said.predicate == _TYPE
        and isinstance(said.object, NamedNode)
        and said.object.value in kinds
        and isinstance(said.subject, NamedNode)
    )


def _ontology() -> Iterator[Quad]:
    for file in sorted(resource("ontology").glob("*.ttl")):
        yield from parse(file.read_bytes(), RdfFormat.TURTLE)
