"""The reference engine: pySHACL on an rdflib graph, with parsed queries kept.

pySHACL hands the same query text to its graph once per focus node, and rdflib parses it each time;
most of a run went there. The graph below parses a text once. It also keeps the rows, because the
variables of a row that a message names are not part of a SHACL result.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import BNode, Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as QueryResult
from rdflib.term import Node as RdfNode
from rdflib.term import URIRef

from alignchecker.engine.interface import Evaluation, Result
from alignchecker.graph.dataset import Dataset, Statement, Term
from alignchecker.graph.rdflib_terms import rdflib_term
from alignchecker.model.names import SH
from alignchecker.rules.catalogue import Rule, severity_of

_RowKey = tuple[RdfNode, RdfNode | None, RdfNode | None]


class _RememberingGraph(Graph):
    """An rdflib graph that parses each query text once and notes rows by (this, path, value)."""

    def __init__(self, triples: Iterable[Statement]) -> None:
        super().__init__()
        self._parsed: dict[str, Query] = {}
        self.rows: dict[_RowKey, list[dict[str, RdfNode]]] = defaultdict(list)
        for subject, predicate, value in triples:
            self.add((rdflib_term(subject), URIRef(predicate.value), rdflib_term(value)))

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> QueryResult:
        if isinstance(query_object, str):
            if query_object not in self._parsed:
                self._parsed[query_object] = prepareQuery(query_object)
            query_object = self._parsed[query_object]
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

    def evaluate(self, dataset: Dataset, rules: Sequence[Rule]) -> list[Evaluation]:
        """See ``Engine``."""
        graph = _RememberingGraph(dataset.triples())
        return [self._evaluate(graph, rule) for rule in rules]

    def _evaluate(self, graph: _RememberingGraph, rule: Rule) -> Evaluation:
        graph.rows.clear()
        shapes = _RememberingGraph(rule.triples)
        started = time.perf_counter()
        try:
            _, report, text = pyshacl.validate(
                graph, shacl_graph=shapes, inplace=True, do_owl_imports=False, advanced=False
            )
        # A query of a rule can fail in as many ways as rdflib has errors; the run goes on.
        except Exception as error:
            return Evaluation(rule, (), time.perf_counter() - started, str(error) or repr(error))
        seconds = time.perf_counter() - started
        if not isinstance(report, Graph):
            return Evaluation(rule, (), seconds, str(text))
        # One result per focus node, path and value, however many rows came to it.
        found = {_order(result): result for result in _results(report, graph)}
        return Evaluation(rule, tuple(found[key] for key in sorted(found)), seconds)


def _results(report: Graph, graph: _RememberingGraph) -> Iterable[Result]:
    for node in set(report.objects(None, URIRef(SH + "result"))):
        focus = report.value(node, URIRef(SH + "focusNode"))
        path = report.value(node, URIRef(SH + "resultPath"))
        value = report.value(node, URIRef(SH + "value"))
        severity = report.value(node, URIRef(SH + "resultSeverity"))
        if focus is None or severity is None:
            continue
        rows = graph.rows.get((focus, path, value)) or graph.rows.get((focus, path, None)) or [{}]
        row = min(rows, key=lambda r: sorted((k, str(v)) for k, v in r.items()))
        subject = _pyoxigraph(focus)
        assert not isinstance(subject, Literal)
        yield Result(
            subject,
            None if path is None else _pyoxigraph(path),
            # SHACL: without ?value the focus node is the value.
            None if value is None or value == focus else _pyoxigraph(value),
            severity_of(str(severity)),
            {name: _pyoxigraph(term) for name, term in row.items()},
        )


def _order(result: Result) -> tuple[str, str, str]:
    return str(result.focus), str(result.path), str(result.value)


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
