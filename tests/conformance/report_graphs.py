"""Validation reports as graphs of rdflib, and what of two of them is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pyoxigraph import BlankNode, NamedNode
from pyoxigraph import Literal as PlainLiteral
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node as RdfNode

from alignchecker.engine.interface import Result
from alignchecker.graph.dataset import Statement, Term
from alignchecker.graph.rdflib_terms import rdflib_term
from alignchecker.model.names import RDF, SH
from alignchecker.sparql.algebra import Either, Inverse, Repeat, Steps
from alignchecker.sparql.algebra import Path as PropertyPath
from alignchecker.triples.terms import canonical

_REPEATS = {
    (True, True): "zeroOrMorePath",
    (False, True): "oneOrMorePath",
    (True, False): "zeroOrOnePath",
}


def graph_of(said: Iterable[Statement]) -> Graph:
    """Statements as a graph of rdflib, their literals in the form of the index."""
    graph = Graph()
    for subject, predicate, value in said:
        graph.add((node_of(subject), URIRef(predicate.value), node_of(value)))
    return graph


def node_of(term: Term) -> RdfNode:
    """A term for rdflib, which would write "none"^^xsd:boolean as "false" if it were asked to."""
    if not isinstance(term, PlainLiteral) or term.language is not None:
        return rdflib_term(term)
    plain = canonical(term)
    is_string = plain.datatype.value.endswith("#string")
    datatype = None if is_string else URIRef(plain.datatype.value)
    return Literal(plain.value, datatype=datatype, normalize=False)


def tell(report: Graph, node: BNode, result: Result, original: Mapping[Term, BlankNode]) -> None:
    """Writes a result into a report. original: what shapes without a name were called."""
    source, told = result.source, BNode()
    assert source is not None
    report.add((node, URIRef(SH + "result"), told))
    values: dict[str, Term | None] = {
        "focusNode": result.focus,
        "value": result.value,
        "resultSeverity": source.severity,
        "sourceConstraintComponent": source.component,
        "sourceConstraint": source.statement,
        "sourceShape": original.get(source.shape, source.shape),
    }
    for name, value in values.items():
        if value is not None:
            report.add((told, URIRef(SH + name), node_of(value)))
    for message in source.messages:
        report.add((told, URIRef(SH + "resultMessage"), node_of(message)))
    if source.path is not None:
        report.add((told, URIRef(SH + "resultPath"), _path_node(report, source.path)))


def _path_node(graph: Graph, path: PropertyPath) -> RdfNode:
    """A path as RDF (SHACL 2.3.1)."""
    node = BNode()
    match path:
        case NamedNode():
            return URIRef(path.value)
        case Inverse(inner):
            graph.add((node, URIRef(SH + "inversePath"), _path_node(graph, inner)))
        case Repeat(inner, from_none, to_many):
            name = _REPEATS[from_none, to_many]
            graph.add((node, URIRef(SH + name), _path_node(graph, inner)))
        case Steps(paths):
            return _list(graph, paths)
        case Either(paths):
            graph.add((node, URIRef(SH + "alternativePath"), _list(graph, paths)))
    return node


def _list(graph: Graph, paths: Sequence[PropertyPath]) -> RdfNode:
    rest: RdfNode = URIRef(RDF + "nil")
    for path in reversed(paths):
        node = BNode()
        graph.add((node, URIRef(RDF + "first"), _path_node(graph, path)))
        graph.add((node, URIRef(RDF + "rest"), rest))
        rest = node
    return rest


def compared(
    graph: Graph, report: RdfNode, asked: Sequence[str], same: Callable[[RdfNode], RdfNode]
) -> Graph:
    """What of a report is compared; each result with a path of its own."""
    found, node = Graph(), BNode()
    conforms = URIRef(SH + "conforms")
    found.add((node, conforms, graph.value(report, conforms) or Literal("missing")))
    for result in graph.objects(report, URIRef(SH + "result")):
        told = BNode()
        found.add((node, URIRef(SH + "result"), told))
        for name in asked:
            for value in graph.objects(result, URIRef(SH + name)):
                kept = _copied(graph, value, found) if name == "resultPath" else same(value)
                found.add((told, URIRef(SH + name), kept))
    return found


def canonical_literal(term: RdfNode) -> RdfNode:
    """A literal of rdflib in the form of the index."""
    if not isinstance(term, Literal) or term.language or term.datatype is None:
        return term
    return node_of(PlainLiteral(str(term), datatype=NamedNode(str(term.datatype))))


def rewritten(term: RdfNode) -> RdfNode:
    """The same, rewritten by rdflib before."""
    if not isinstance(term, Literal) or term.datatype is None:
        return term
    return canonical_literal(Literal(str(term), datatype=term.datatype))


def _copied(graph: Graph, node: RdfNode, into: Graph) -> RdfNode:
    if not isinstance(node, BNode):
        return node
    copy = BNode()
    for predicate, value in graph.predicate_objects(node):
        into.add((copy, predicate, _copied(graph, value, into)))
    return copy
