"""One shape for another engine: what belongs to it, and no other shape that has targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.core.shapes_graph import ShapesGraph
from alignchecker.engine.targets import CLASSES
from alignchecker.model.names import RDF, SH
from alignchecker.triples.terms import Node, Statement, Term

_TYPE = NamedNode(RDF + "type")
_PROPERTY, _PARAMETER = NamedNode(SH + "property"), NamedNode(SH + "parameter")
_TARGET_CLASS = NamedNode(SH + "targetClass")
_TARGETS = {
    NamedNode(SH + name)
    for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target")
}
_EVERYWHERE = ("SPARQLFunction", "SPARQLTargetType", "SPARQLAskValidator")


def excerpt(statements: Iterable[Statement], shape: Node) -> Iterator[Statement]:
    """The statements that a shape needs.

    That is all it leads to, the shapes that it is a property shape of (its siblings count for
    sh:qualifiedValueShapesDisjoint), and the constraint components that the graph declares. Of all
    those only the shape itself keeps its targets; where it is aimed at its own instances, it says
    so by sh:targetClass.
    """
    graph = ShapesGraph(statements)
    for node in _needed(graph, shape):
        for predicate, values in graph.about(node).items():
            for value in values:
                is_class = predicate == _TYPE and value.value in CLASSES
                if node == shape and is_class:
                    yield node, _TARGET_CLASS, node
                elif node == shape or (predicate not in _TARGETS and not is_class):
                    yield node, predicate, value


def _needed(graph: ShapesGraph, shape: Node) -> Iterable[Node]:
    found: dict[Node, None] = {}
    declared = [n for value in graph.objects(_PARAMETER) for n in graph.subjects(_PARAMETER, value)]
    functions = [
        node for kind in _EVERYWHERE for node in graph.subjects(_TYPE, NamedNode(SH + kind))
    ]
    waiting: list[Term] = [*functions, *declared, shape]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Literal) or node in found or not graph.about(node):
            continue
        found[node] = None
        waiting += [value for values in graph.about(node).values() for value in values]
        waiting += graph.subjects(_PROPERTY, node)
    return found
