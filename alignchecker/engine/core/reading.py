"""A shapes graph -> shapes, each read once, with all that they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.core.logic import LOGIC
from alignchecker.engine.core.nodes import NODES
from alignchecker.engine.core.parameter import Parameter, Place
from alignchecker.engine.core.paths import read_path
from alignchecker.engine.core.shape import Check, Constraint, IllFormed, Shape
from alignchecker.engine.core.shapes_graph import ShapesGraph
from alignchecker.engine.core.sparql import constraint_query, sparql_check
from alignchecker.engine.core.values import VALUES
from alignchecker.model.names import SH
from alignchecker.sparql.errors import Unsupported
from alignchecker.triples.terms import Node, Term

PARAMETERS: Mapping[str, Parameter] = {**VALUES, **NODES, **LOGIC}
"""The parameters of SHACL Core by their local names."""
_SPARQL = "sparql"
_SILENT = {
    "path", "targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "severity",
    "message", "deactivated", "name", "description", "order", "group", "defaultValue", "flags",
    "ignoredProperties", "qualifiedValueShape", "qualifiedValueShapesDisjoint", "declare",
}  # fmt: skip
"""Properties of a shape that constrain nothing by themselves."""
_PATH, _MESSAGE = NamedNode(SH + "path"), "message"
_VIOLATION = NamedNode(SH + "Violation")
_PARAMETER = NamedNode(SH + "parameter")


class Reader:
    """Reads the shapes of one graph, each with what it refers to."""

    def __init__(self, graph: ShapesGraph) -> None:
        self.graph = graph
        self._known: dict[Term, Shape] = {}
        self._open: list[Term] = []
        self._custom = {
            path
            for parameter in graph.objects(_PARAMETER)
            for path in graph.values(parameter, _PATH)
        }
        """Parameters of constraint components that the graph declares itself."""

    def shape(self, node: Term) -> Shape:
        """The shape of a node.

        Raises IllFormed for what SHACL calls ill-formed, Unsupported for what only another engine
        can do, QueryError for a query that is none.
        """
        if node not in self._known:
            if isinstance(node, Literal) or not self.graph.about(node):
                raise IllFormed(f"there is no shape {node}")
            if node in self._open:
                raise Unsupported("a shape that refers to itself")
            self._open.append(node)
            try:
                self._known[node] = self._read(node)
            finally:
                self._open.pop()
        return self._known[node]

    def _read(self, node: Node) -> Shape:
        declared = self.graph.one(node, "path")
        path = None if declared is None else read_path(self.graph, declared)
        if self.graph.flag(node, "deactivated"):
            return Shape(node, path, ())
        return Shape(node, path, tuple(self._constraints(Place(self.graph, self, node, path))))

    def _constraints(self, place: Place) -> Iterator[Constraint]:
        for predicate, values in self.graph.about(place.node).items():
            name = predicate.value.removeprefix(SH)
            if predicate in self._custom:
                raise Unsupported(f"the constraint component of <{predicate.value}>")
            if name == predicate.value or name in _SILENT:
                continue
            if name == _SPARQL:
                for value in values:
                    yield from self._sparql(place, value)
            elif name in PARAMETERS:
                yield from self._core(place, name, values)
            else:
                raise Unsupported(f"sh:{name}")

    def _core(self, place: Place, name: str, values: list[Term]) -> Iterator[Constraint]:
        parameter = PARAMETERS[name]
        if parameter.single and len(values) > 1:
            raise IllFormed(f"{place.node} has {len(values)} values of sh:{name}")
        if place.path is None and not parameter.on_node_shapes:
            raise IllFormed(f"{place.node} has sh:{name} but no sh:path")
        for value in values:
            check = parameter.build(place, value)
            if check is not None:
                yield self._constraint(place, parameter.component, {name: value}, check)

    def _sparql(self, place: Place, value: Term) -> Iterator[Constraint]:
        if isinstance(value, Literal):
            raise IllFormed(f"{value} is no SPARQL constraint")
        query = constraint_query(place, value)
        if query is not None:
            asked = self.graph.literals(value, "select")[0]
            check = sparql_check(query, is_node_shape=place.path is None)
            made = self._constraint(place, "SPARQL", {"select": asked}, check, value)
            yield replace(made, query=query)

    def _constraint(
        self,
        place: Place,
        component: str,
        parameters: Mapping[str, Term],
        check: Check,
        statement: Node | None = None,
    ) -> Constraint:
        own = () if statement is None else self.graph.literals(statement, _MESSAGE)
        return Constraint(
            component=NamedNode(f"{SH}{component}ConstraintComponent"),
            source=place.node,
            path=place.path,
            severity=severity(self.graph, place.node),
            messages=own or self.graph.literals(place.node, _MESSAGE),
            parameters={name: _stated(self.graph, value) for name, value in parameters.items()},
            check=check,
            statement=statement,
        )


def stated_parameters(
    graph: ShapesGraph, node: Node, component: NamedNode
) -> Mapping[str, tuple[Term, ...]]:
    """What a shape says to a component of SHACL Core, by the names of parameters."""
    return {
        name: tuple(term for value in values for term in _stated(graph, value))
        for name, parameter in PARAMETERS.items()
        if component.value == f"{SH}{parameter.component}ConstraintComponent"
        and (values := graph.values(node, NamedNode(SH + name)))
    }


def _stated(graph: ShapesGraph, value: Term) -> tuple[Term, ...]:
    """A parameter's value, of a list its members."""
    return tuple(graph.members(value)) if graph.is_list(value) else (value,)


def severity(graph: ShapesGraph, node: Node) -> NamedNode:
    """The severity of a shape (SHACL 2.1.4)."""
    stated = graph.one(node, "severity")
    if stated is not None and not isinstance(stated, NamedNode):
        raise IllFormed(f"{stated} is not a severity")
    return stated or _VIOLATION
