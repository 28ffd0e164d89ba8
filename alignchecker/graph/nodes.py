"""Pieces of triples that several writers make: concepts of code lists, positions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph.dataset import Node, Statement, aln
from alignchecker.model.names import CODE, RDF, SKOS
from alignchecker.model.plan import Position

TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(SKOS + "prefLabel")
NOTATION = NamedNode(SKOS + "notation")


def code(scheme: str, notation: str) -> NamedNode:
    """A concept of a code list: code("verb", "weigh")."""
    return NamedNode(f"{CODE}{scheme}-{notation}")


def position_triples(
    node: Node, position: Position | None, name: str = "position"
) -> Iterator[Statement]:
    """Where a node stands in its document, as a blank node; name: of the property."""
    if position is None:
        return
    digest = hashlib.sha256(repr((str(node), name, position)).encode()).hexdigest()
    place = BlankNode("p" + digest[:16])
    yield node, aln(name), place
    yield place, TYPE, aln("Position")
    yield place, aln("file"), Literal(position.file)
    for field, number in (("line", position.line), ("page", position.page)):
        if number is not None:
            yield place, aln(field), Literal(number)
    for field, text in (("sheet", position.sheet), ("cell", position.cell)):
        if text is not None:
            yield place, aln(field), Literal(text)
