"""SPARQL-based constraints (SHACL 5): the query asked once, with all focus nodes as $this."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.core.parameter import Place, text
from alignchecker.engine.core.paths import path_text
from alignchecker.engine.core.shape import Check, Constraint, IllFormed, Values, Violation
from alignchecker.engine.core.shapes_graph import ShapesGraph
from alignchecker.engine.core.validation import Validation
from alignchecker.model.names import SH
from alignchecker.sparql.algebra import Query, variables
from alignchecker.sparql.errors import Unsupported
from alignchecker.sparql.query import prepare, solutions
from alignchecker.sparql.table import UNBOUND, Table
from alignchecker.triples.terms import Node, Term

_THIS = "this"
_GIVEN = frozenset({_THIS})
_OWN = ("path", "value")
_PATH = re.compile(r"[$?]PATH\b")
_NOT_BOUND_HERE = {"currentShape", "shapesGraph"}
_WITH_MEANING = {"message", "failure"}
_DECLARE, _PREFIXES = NamedNode(SH + "declare"), NamedNode(SH + "prefixes")
_IMPORTS = NamedNode("http://www.w3.org/2002/07/owl#imports")


def constraint_query(place: Place, node: Node) -> Query | None:
    """What one sh:sparql asks; None for a deactivated one.

    Raises QueryError for what is no query, Unsupported for one that cannot be asked of all nodes at
    once, IllFormed where there is no query.
    """
    graph = place.graph
    if graph.flag(node, "deactivated"):
        return None
    select = graph.one(node, "select")
    if select is None:
        raise IllFormed(f"{place.node} has sh:sparql without sh:select")
    asked = text(select)
    if place.path is not None:
        written = path_text(place.path)
        asked = _PATH.sub(lambda _: written, asked)
    query = prepare(asked, prefixes(graph, node), _GIVEN)
    _check_names(query)
    return query


def sparql_check(query: Query, *, is_node_shape: bool) -> Check:
    """The check of a query: its rows are results."""

    def check(
        run: Validation, constraint: Constraint, values: Values
    ) -> Iterator[tuple[int, Violation]]:
        given = Table({_THIS: list(values)}, len(values))
        found = solutions(run.index, query, given)
        for violation in _violations(run, constraint, found, is_node_shape=is_node_shape):
            yield violation.focus, violation

    return check


def _check_names(query: Query) -> None:
    hidden = variables(query.where) & _NOT_BOUND_HERE
    if hidden:
        raise Unsupported(f"${min(hidden)}")
    given = {variable.name for variable, _ in query.columns} & _WITH_MEANING
    if given:
        raise Unsupported(f"?{min(given)} in a constraint")


def _violations(
    run: Validation, constraint: Constraint, found: Table, *, is_node_shape: bool
) -> Iterator[Violation]:
    """One for each focus node, path and value; of several rows the first by its words."""
    rows: dict[tuple[int, int, int], list[tuple[int, ...]]] = {}
    names = list(found.columns)
    key = [names.index(name) if name in names else -1 for name in (_THIS, *_OWN)]
    for row in zip(*found.columns.values(), strict=True):
        this, path, value = (UNBOUND if place < 0 else row[place] for place in key)
        rows.setdefault((this, path, value), []).append(row)
    for (this, path, value), same in rows.items():
        bound = [_bound(names, row) for row in dict.fromkeys(same)]
        term = None if path == UNBOUND else run.term(path)
        yield Violation(
            this,
            constraint,
            term if isinstance(term, NamedNode) else constraint.path,
            this if value == UNBOUND and is_node_shape else value,
            bound[0] if len(bound) == 1 else min(bound, key=lambda row: _words(run, row)),
        )


def _bound(names: list[str], row: tuple[int, ...]) -> Mapping[str, int]:
    return {name: number for name, number in zip(names, row, strict=True) if number != UNBOUND}


def _words(run: Validation, row: Mapping[str, int]) -> list[tuple[str, str]]:
    return sorted((name, _word(run.term(number))) for name, number in row.items())


def _word(term: Term) -> str:
    return term.value if isinstance(term, (Literal, NamedNode)) else str(term)


def prefixes(graph: ShapesGraph, node: Node) -> dict[str, str]:
    """The prefixes of a query (SHACL 5.2.1); of what is imported only what stands here is read."""
    waiting, seen = list(graph.values(node, _PREFIXES)), set[Term]()
    found: dict[str, str] = {}
    while waiting:
        group = waiting.pop()
        if group in seen:
            continue
        seen.add(group)
        waiting += graph.values(group, _IMPORTS)
        for entry in graph.values(group, _DECLARE):
            if not isinstance(entry, Literal):
                prefix, namespace = graph.one(entry, "prefix"), graph.one(entry, "namespace")
                if isinstance(prefix, Literal) and isinstance(namespace, (Literal, NamedNode)):
                    found[prefix.value] = namespace.value
    return found
