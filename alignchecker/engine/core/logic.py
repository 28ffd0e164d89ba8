"""Components that refer to other shapes (SHACL 4.6, 4.7)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from pyoxigraph import NamedNode

from alignchecker.engine.core.parameter import Parameter, Place, whole_number
from alignchecker.engine.core.shape import Check, Constraint, IllFormed, Shape, Values, Violation
from alignchecker.engine.core.validation import Validation, all_values, each_value
from alignchecker.model.names import SH
from alignchecker.sparql.errors import Unsupported
from alignchecker.triples.terms import Term

_PROPERTY = NamedNode(SH + "property")
_QUALIFIED = NamedNode(SH + "qualifiedValueShape")
_NOBODY = frozenset[int]()


def _node(place: Place, value: Term) -> Check:
    shape = place.shapes.shape(value)
    if shape.path is not None:
        raise IllFormed(f"sh:node leads to the property shape {value}")
    return each_value(lambda run, numbers: run.failing(shape, numbers))


def _not(place: Place, value: Term) -> Check:
    shape = place.shapes.shape(value)
    return each_value(lambda run, numbers: frozenset(numbers) - run.failing(shape, numbers))


def _members(place: Place, value: Term) -> list[Shape]:
    return [place.shapes.shape(member) for member in place.graph.members(value)]


def _and(place: Place, value: Term) -> Check:
    shapes = _members(place, value)
    return each_value(
        lambda run, numbers: _NOBODY.union(*(run.failing(shape, numbers) for shape in shapes))
    )


def _or(place: Place, value: Term) -> Check:
    shapes = _members(place, value)

    def failing(run: Validation, numbers: Collection[int]) -> Collection[int]:
        left = frozenset(numbers)
        for shape in shapes:
            left = run.failing(shape, left)
        return left

    return each_value(failing)


def _xone(place: Place, value: Term) -> Check:
    """A shape that is listed twice counts twice."""
    shapes = _members(place, value)

    def failing(run: Validation, numbers: Collection[int]) -> Collection[int]:
        sets = [run.failing(shape, numbers) for shape in shapes]
        return [n for n in numbers if sum(n not in failed for failed in sets) != 1]

    return each_value(failing)


def _property(place: Place, value: Term) -> Check:
    """The results of the property shape stand for themselves, once for each way to a node."""
    shape = place.shapes.shape(value)
    if shape.path is None:
        raise IllFormed(f"sh:property leads to {value}, which has no sh:path")

    def check(run: Validation, _: Constraint, values: Values) -> Iterator[tuple[int, Violation]]:
        found = run.violations(shape, {end for ends in values.values() for end in ends})
        for focus, ends in values.items():
            for end in ends:
                for violation in found.get(end, ()):
                    yield focus, violation

    return check


def _qualified(limit: str) -> Callable[[Place, Term], Check | None]:
    """How many values conform to a shape, and with sh:qualifiedValueShapesDisjoint to no sibling.

    (SHACL 4.7.3.) Without sh:qualifiedValueShape the other parameters ask for nothing.
    """

    def build(place: Place, value: Term) -> Check | None:
        number = whole_number(value)
        wanted = place.graph.values(place.node, _QUALIFIED)
        if not wanted:
            return None
        if place.path is None:
            raise IllFormed(f"{place.node} counts values without sh:path")
        if len(wanted) > 1:
            raise Unsupported("several values of sh:qualifiedValueShape")
        shape = place.shapes.shape(wanted[0])
        siblings = [place.shapes.shape(node) for node in _siblings(place, wanted[0])]

        def fails(run: Validation, _: int, ends: Collection[int]) -> bool:
            counted = set(ends) - run.failing(shape, ends)
            for sibling in siblings:
                counted &= run.failing(sibling, counted)
            return len(counted) < number if limit == "min" else len(counted) > number

        return all_values(fails)

    return build


def _siblings(place: Place, own: Term) -> list[Term]:
    graph = place.graph
    if not graph.flag(place.node, "qualifiedValueShapesDisjoint"):
        return []
    beside = [
        node
        for parent in graph.subjects(_PROPERTY, place.node)
        for node in graph.values(parent, _PROPERTY)
    ]
    found = [shape for node in beside for shape in graph.values(node, _QUALIFIED)]
    return [shape for shape in dict.fromkeys(found) if shape != own]


LOGIC: Mapping[str, Parameter] = {
    "not": Parameter("Not", _not),
    "and": Parameter("And", _and),
    "or": Parameter("Or", _or),
    "xone": Parameter("Xone", _xone),
    "node": Parameter("Node", _node),
    "property": Parameter("Property", _property),
    "qualifiedMinCount": Parameter("QualifiedMinCount", _qualified("min"), single=True),
    "qualifiedMaxCount": Parameter("QualifiedMaxCount", _qualified("max"), single=True),
}
