"""The focus nodes of a shape (SHACL 2.1.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import NamedNode

from alignchecker.model.names import RDF, RDFS, SH
from alignchecker.sparql.errors import Unsupported
from alignchecker.triples.index import Index, Numbered
from alignchecker.triples.terms import Node, Statement

_TYPE = NamedNode(RDF + "type")
_SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")
CLASSES = (RDFS + "Class", "http://www.w3.org/2002/07/owl#Class")
"""A shape that is one of these is aimed at its own instances (SHACL 2.1.3.3)."""


def focus_nodes(index: Index, shape: Node, triples: Iterable[Statement]) -> list[int]:
    """The numbers of the nodes that a shape is aimed at, each once.

    triples: those that have the shape as their subject, among others. Raises Unsupported for a
    target that SHACL itself does not know (SHACL-AF).
    """
    return list(dict.fromkeys(_targets(index, shape, triples)))


def aim_changes(
    index: Index, shape: Node, triples: Iterable[Statement], changed: Collection[Numbered]
) -> set[int] | None:
    """Nodes that changes may have made targets, or no targets any more; None for any node."""
    if any(predicate == index.find(_SUB_CLASS_OF) for _, predicate, _ in changed):
        return None
    aims = {index.find(o) for s, p, o in triples if s == shape and "target" in p.value}
    aims.add(index.find(_TYPE))
    return {node for s, p, o in changed if p in aims for node in (s, o)}


def _targets(index: Index, shape: Node, triples: Iterable[Statement]) -> Iterator[int]:
    for subject, predicate, value in triples:
        if subject != shape:
            continue
        if predicate == _TYPE and value.value in CLASSES:
            yield from instances(index, index.find(shape))
        match predicate.value.removeprefix(SH):
            case "targetClass":
                yield from instances(index, index.find(value))
            case "targetSubjectsOf":
                yield from index.column(index.number(value)).subjects()
            case "targetObjectsOf":
                yield from index.column(index.number(value)).backward
            case "targetNode":
                yield index.number(value)
            case "target":
                raise Unsupported("sh:target")


def instances(index: Index, kind: int) -> Iterator[int]:
    """Instances of a class and of its subclasses."""
    types = index.column(index.number(_TYPE)).backward
    below = index.column(index.number(_SUB_CLASS_OF)).backward
    waiting, seen = [kind], {kind}
    while waiting:
        one = waiting.pop()
        yield from types.get(one, ())
        for other in below.get(one, ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
