"""The reference engine: pySHACL on an rdflib graph, with parsed queries kept.

pySHACL hands the same query text to its graph once per focus node, and rdflib parses it each time;
most of a run went there. Here a text is parsed once in a process. The graph below also keeps the
rows, because the variables of a row that a message names are not part of a SHACL result.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import BNode, Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as QueryResult
from rdflib.term import Node as RdfNode
from rdflib.term import URIRef

from alignchecker.engine.core.excerpt import excerpt
from alignchecker.engine.core.paths import path_text, read_path
from alignchecker.engine.core.reading import stated_parameters
from alignchecker.engine.core.shape import IllFormed
from alignchecker.engine.core.shapes_graph import ShapesGraph
from alignchecker.engine.interface import Begin, Evaluation, Result, Source, silent
from alignchecker.graph.dataset import Dataset, Statement, Term
from alignchecker.graph.rdflib_terms import rdflib_term
from alignchecker.model.names import SH
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import Rule, severity_of
from alignchecker.sparql.algebra import Path

_MESSAGE = NamedNode(SH + "message")
_SELECT = NamedNode(SH + "select")
_VALIDATORS = [NamedNode(SH + name) for name in ("validator", "nodeValidator", "propertyValidator")]
_ADVANCED = {SH + name for name in ("target", "expression", "values", "returnType")}
"""Properties of SHACL-AF that pySHACL minds only if told so. (It would also apply rules, but those
are refused when shapes are read: they change the data.)"""
_RowKey = tuple[RdfNode, RdfNode | None, RdfNode | None]


@lru_cache(maxsize=1024)
def _parsed(query: str) -> Query:
    """A query as rdflib works with it: it is parsed for longer than it is asked of a small plan."""
    return prepareQuery(query)


class _RememberingGraph(Graph):
    """An rdflib graph that takes queries parsed and notes rows by (this, path, value)."""

    def __init__(self, triples: Iterable[Statement]) -> None:
        super().__init__()
        self.rows: dict[_RowKey, list[dict[str, RdfNode]]] = defaultdict(list)
        for subject, predicate, value in triples:
            self.add((rdflib_term(subject), rdflib_term(predicate), rdflib_term(value)))

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> QueryResult:
        if isinstance(query_object, str):
            query_object = _parsed(query_object)
        result = super().query(query_object, *args, **kwargs)
        if result.type == "SELECT":
            this = (kwargs.get("initBindings") or {}).get("this")
            for binding in result.bindings:
                row: dict[str, RdfNode] = {str(name): term for name, term in binding.items()}
                focus = row.get("this", this)
                if focus is not None:
                    self.rows[focus, row.get("path"), row.get("value")].append(row)
        return result


class PyshaclEngine:
    """pySHACL, one run per rule, so that a rule that fails fails alone and times are its own."""

    def evaluate(
        self, dataset: Dataset, rules: Sequence[Rule], begin: Begin = silent
    ) -> list[Evaluation]:
        """See ``Engine``."""
        graph = _RememberingGraph(dataset.triples())
        found = []
        for rule in rules:
            begin(rule)
            found.append(replace(self._evaluate(graph, rule), engine="pyshacl"))
        return found

    def _evaluate(self, graph: _RememberingGraph, rule: Rule) -> Evaluation:
        graph.rows.clear()
        own = tuple(excerpt(rule.triples, rule.iri)) if rule.plain else rule.triples
        shapes = _RememberingGraph(own)
        started = time.perf_counter()
        try:
            _, report, text = pyshacl.validate(
                graph,
                shacl_graph=shapes,
                inplace=True,
                do_owl_imports=False,
                advanced=any(predicate.value in _ADVANCED for _, predicate, _ in own),
            )
        # A query of a rule can fail in as many ways as rdflib has errors; the run goes on.
        except Exception as error:
            return Evaluation(rule, (), time.perf_counter() - started, str(error) or repr(error))
        seconds = time.perf_counter() - started
        if not isinstance(report, Graph):
            return Evaluation(rule, (), seconds, str(text))
        try:
            results = _plain_results(report, graph, own) if rule.plain else _results(report, graph)
            found = list(results)
        except IllFormed as error:
            return Evaluation(rule, (), seconds, str(error))
        if not rule.plain:
            # One result per focus node, path and value, also where the focus is the value.
            found = list({_order(result): result for result in found}.values())
        return Evaluation(rule, tuple(sorted(found, key=_order)), seconds)


def _nodes(report: Graph) -> Iterator[tuple[RdfNode, dict[str, RdfNode]]]:
    """Results with their values by the local names of SHACL's properties."""
    for node in set(report.objects(None, URIRef(SH + "result"))):
        about = {str(p).removeprefix(SH): o for p, o in report.predicate_objects(node)}
        if "focusNode" in about and "resultSeverity" in about:
            yield node, about


def _results(report: Graph, graph: _RememberingGraph) -> Iterator[Result]:
    # pySHACL has a result for each row; to look at all rows for each of them takes minutes.
    named = ("focusNode", "resultPath", "value", "resultSeverity")
    once = {tuple(map(about.get, named)): about for _, about in _nodes(report)}
    for about in once.values():
        focus, path, value = about["focusNode"], about.get("resultPath"), about.get("value")
        yield Result(
            _pyoxigraph(focus),  # type: ignore[arg-type]
            None if path is None else _pyoxigraph(path),
            # SHACL: without ?value the focus node is the value.
            None if value is None or value == focus else _pyoxigraph(value),
            severity_of(str(about["resultSeverity"])),
            _row(graph, about),
        )


def _row(graph: _RememberingGraph, about: Mapping[str, RdfNode]) -> dict[str, Term]:
    """The variables of the row that a result came from, of several the first by its words."""
    focus, path, value = about["focusNode"], about.get("resultPath"), about.get("value")
    keys = ((focus, path, value), (focus, path, None), (focus, None, value), (focus, None, None))
    known = filter(None, map(graph.rows.get, keys))
    rows: Sequence[Mapping[str, RdfNode]] = next(known, [{}])
    row = min(rows, key=lambda r: sorted((k, str(v)) for k, v in r.items()))
    return {name: _pyoxigraph(term) for name, term in row.items()}


def _plain_results(
    report: Graph, graph: _RememberingGraph, statements: Iterable[Statement]
) -> Iterator[Result]:
    """With what a report needs to know of the shape."""
    shapes = ShapesGraph(statements)
    paths = ShapesGraph(
        (_pyoxigraph(s), NamedNode(str(p)), _pyoxigraph(o))  # type: ignore[misc]
        for s, p, o in report
    )
    for node, about in _nodes(report):
        severity = NamedNode(str(about["resultSeverity"]))
        path = about.get("resultPath")
        read = None if path is None else read_path(paths, _pyoxigraph(path))
        value = about.get("value")
        yield Result(
            _pyoxigraph(about["focusNode"]),  # type: ignore[arg-type]
            read if read is None or isinstance(read, NamedNode) else Literal(path_text(read)),
            None if value is None else _pyoxigraph(value),
            severity_of(severity.value, Severity.VIOLATION),
            _row(graph, about) if "sourceConstraint" in about else {},
            _source(shapes, report, node, severity, read),
        )


def _source(
    shapes: ShapesGraph, report: Graph, node: RdfNode, severity: NamedNode, path: Path | None
) -> Source:
    def stated(name: str) -> Any:
        found = report.value(node, URIRef(SH + name))
        return None if found is None else _pyoxigraph(found)

    shape, component = stated("sourceShape"), stated("sourceConstraintComponent")
    statement = stated("sourceConstraint")
    # pySHACL drops languages, and makes a message up, in English, where nobody has one.
    own = shapes.literals(statement, "message") if statement is not None else ()
    own = own or shapes.literals(shape, "message")
    validators = (v for name in _VALIDATORS for v in shapes.values(component, name))
    if not own and any(shapes.values(t, _MESSAGE) for t in (component, *validators)):
        told = map(_pyoxigraph, report.objects(node, URIRef(SH + "resultMessage")))
        own = tuple(m for m in sorted(told, key=str) if isinstance(m, Literal))
    return Source(
        shape,
        component,
        severity,
        path,
        statement,
        own,
        {"select": tuple(shapes.values(statement, _SELECT))}
        if statement is not None
        else stated_parameters(shapes, shape, component),
    )


def _order(result: Result) -> tuple[str, ...]:
    source = result.source
    own = () if source is None else (source.component.value, str(source.shape))
    return (str(result.focus), str(result.path), str(result.value), *own)


def _pyoxigraph(term: Any) -> Term:
    if isinstance(term, URIRef):
        return NamedNode(str(term))
    if isinstance(term, BNode):
        return BlankNode(str(term))
    if term.language:
        return Literal(str(term), language=term.language)
    return (
        Literal(str(term), datatype=NamedNode(str(term.datatype)))
        if term.datatype
        else Literal(str(term))
    )
