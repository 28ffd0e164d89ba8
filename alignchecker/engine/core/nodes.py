"""Components that look at all value nodes of a focus node (SHACL 4.2, 4.4.5, 4.5, 4.8.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.core.parameter import Parameter, Place, iri, whole_number
from alignchecker.engine.core.paths import read_path
from alignchecker.engine.core.shape import Check, Constraint, Values, Violation
from alignchecker.engine.core.validation import Validation, all_values, some_values
from alignchecker.model.names import SH
from alignchecker.sparql.functions import OPERATORS
from alignchecker.triples.index import ANYTHING
from alignchecker.triples.terms import Term

_PROPERTY, _PATH = NamedNode(SH + "property"), NamedNode(SH + "path")


def _min_count(_: Place, value: Term) -> Check:
    least = whole_number(value)
    return all_values(lambda _run, _focus, ends: len(ends) < least)


def _max_count(_: Place, value: Term) -> Check:
    most = whole_number(value)
    return all_values(lambda _run, _focus, ends: len(ends) > most)


def _unique_lang(place: Place, _: Term) -> Check | None:
    """One result for each language that two values have; its value is none."""
    if not place.graph.flag(place.node, "uniqueLang"):
        return None

    def check(
        run: Validation, constraint: Constraint, values: Values
    ) -> Iterator[tuple[int, Violation]]:
        for focus, ends in values.items():
            terms = (run.term(end) for end in ends) if len(ends) > 1 else ()
            tags = (t.language.lower() for t in terms if isinstance(t, Literal) and t.language)
            for count in Counter(tags).values():
                if count > 1:
                    yield focus, Violation(focus, constraint, constraint.path)

    return check


def _others(run: Validation, predicate: NamedNode, focus: int) -> Collection[int]:
    return run.index.column(run.index.number(predicate)).values(focus)


def _equals(_: Place, value: Term) -> Check:
    predicate = iri(value)

    def failing(run: Validation, focus: int, ends: Collection[int]) -> Iterable[int]:
        others = _others(run, predicate, focus)
        yield from (end for end in ends if end not in others)
        yield from (other for other in others if other not in ends)

    return some_values(failing)


def _disjoint(_: Place, value: Term) -> Check:
    predicate = iri(value)

    def failing(run: Validation, focus: int, ends: Collection[int]) -> Iterable[int]:
        others = _others(run, predicate, focus)
        return (end for end in ends if end in others)

    return some_values(failing)


def _less(operator: str) -> Callable[[Place, Term], Check]:
    """Each pair that is not in order is a result, so a value may come more than once."""
    compare = OPERATORS[operator]

    def build(_: Place, value: Term) -> Check:
        predicate = iri(value)

        def failing(run: Validation, focus: int, ends: Collection[int]) -> Iterable[int]:
            for other in _others(run, predicate, focus):
                for end in ends:
                    if compare(run.value(end), run.value(other)) is not True:
                        yield end

        return some_values(failing)

    return build


def _closed(place: Place, _: Term) -> Check | None:
    graph = place.graph
    if not graph.flag(place.node, "closed"):
        return None
    listed = graph.one(place.node, "ignoredProperties")
    allowed = {iri(member) for member in graph.members(listed)} if listed is not None else set()
    for shape in graph.values(place.node, _PROPERTY):
        paths = (read_path(graph, path) for path in graph.values(shape, _PATH))
        allowed.update(path for path in paths if isinstance(path, NamedNode))
    return _only(allowed)


def _only(allowed: Collection[NamedNode]) -> Check:
    """Each statement about a value node by another property is a result with that property."""

    def check(
        run: Validation, constraint: Constraint, values: Values
    ) -> Iterator[tuple[int, Violation]]:
        nodes = {end for ends in values.values() for end in ends}
        run.index.has_read({ANYTHING})
        for number in list(run.index.columns):
            predicate = run.term(number)
            if not isinstance(predicate, NamedNode) or predicate in allowed:
                continue
            column = run.index.column(number)
            said = {node: column.values(node) for node in nodes.intersection(column.subjects())}
            for focus, ends in values.items() if said else ():
                for end in ends:
                    for value in said.get(end, ()):
                        yield focus, Violation(focus, constraint, predicate, value)

    return check


NODES: Mapping[str, Parameter] = {
    "minCount": Parameter("MinCount", _min_count, single=True, on_node_shapes=False),
    "maxCount": Parameter("MaxCount", _max_count, single=True, on_node_shapes=False),
    "uniqueLang": Parameter("UniqueLang", _unique_lang, single=True, on_node_shapes=False),
    "equals": Parameter("Equals", _equals),
    "disjoint": Parameter("Disjoint", _disjoint),
    "lessThan": Parameter("LessThan", _less("<"), on_node_shapes=False),
    "lessThanOrEquals": Parameter("LessThanOrEquals", _less("<="), on_node_shapes=False),
    "closed": Parameter("Closed", _closed, single=True),
}
