"""A run over the index: which violations each node gives under a shape, all nodes at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from alignchecker.engine.core.shape import Check, Constraint, Shape, Values, Violation
from alignchecker.engine.targets import instances
from alignchecker.sparql.algebra import Path
from alignchecker.sparql.edges import Edge, edge
from alignchecker.sparql.values import Value, value_of
from alignchecker.triples.index import Index
from alignchecker.triples.terms import Term


class _Themselves(Mapping[int, Collection[int]]):
    """Nodes that are their own value nodes."""

    def __init__(self, nodes: Collection[int]) -> None:
        self._nodes = nodes

    def __iter__(self) -> Iterator[int]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    def __getitem__(self, node: int) -> Collection[int]:
        return (node,)


class Validation:
    """What is known by now of the nodes of one index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._violations: dict[Shape, dict[int, list[Violation]]] = {}
        self._asked: dict[Shape, set[int]] = {}
        self._edges: dict[Path, Edge] = {}
        self._instances: dict[NamedNode, frozenset[int]] = {}
        self._read: dict[int, Value] = {}

    def results(self, shape: Shape, nodes: Collection[int]) -> Iterator[tuple[int, Violation]]:
        """What each of some nodes gives under a shape, each violation behind its node."""
        values = self.values(shape.path, nodes) if nodes and shape.constraints else {}
        for constraint in shape.constraints if values else ():
            yield from constraint.check(self, constraint, values)

    def violations(self, shape: Shape, nodes: Iterable[int]) -> Mapping[int, Sequence[Violation]]:
        """The same by node, remembered; nodes that conform are left out, others may be added."""
        known = self._violations.setdefault(shape, {})
        asked = self._asked.setdefault(shape, set())
        new = [node for node in dict.fromkeys(nodes) if node not in asked]
        asked.update(new)
        for node, violation in self.results(shape, new):
            known.setdefault(node, []).append(violation)
        return known

    def failing(self, shape: Shape, nodes: Collection[int]) -> frozenset[int]:
        """Those of some nodes that do not conform to a shape (SHACL 3.4.2)."""
        found = self.violations(shape, nodes)
        return frozenset(node for node in nodes if node in found)

    def values(self, path: Path | None, nodes: Collection[int]) -> Values:
        """The value nodes of focus nodes: with a path its ends, without the node itself."""
        if path is None:
            return _Themselves(nodes)
        found = self._edges.get(path)
        if found is None:
            found = self._edges[path] = edge(self.index, path)
        if found.single is not None:
            single = found.single
            return {node: (single[node],) if node in single else () for node in nodes}
        get = found.ends.get
        return {node: tuple(dict.fromkeys(get(node, ()))) for node in nodes}

    def instances(self, kind: NamedNode) -> frozenset[int]:
        """The SHACL instances of a class (SHACL 1.4)."""
        if kind not in self._instances:
            self._instances[kind] = frozenset(instances(self.index, self.index.find(kind)))
        return self._instances[kind]

    def term(self, number: int) -> Term:
        """The term of a number."""
        return self.index.terms[number]

    def value(self, number: int) -> Value:
        """What a term means to SPARQL's operators."""
        if number not in self._read:
            self._read[number] = value_of(self.index.terms[number])
        return self._read[number]


Failing = Callable[[Validation, Collection[int]], Collection[int]]


def each_value(failing: Failing) -> Check:
    """A check of each value node by itself: those that fail are the values of its results."""

    def check(
        run: Validation, constraint: Constraint, values: Values
    ) -> Iterable[tuple[int, Violation]]:
        bad = frozenset(failing(run, {value for ends in values.values() for value in ends}))
        for focus, ends in values.items() if bad else ():
            for value in ends:
                if value in bad:
                    yield focus, Violation(focus, constraint, constraint.path, value)

    return check


def each_term(accepts: Callable[[Term], bool]) -> Check:
    """A check of each value node by what term it is."""
    return each_value(
        lambda run, numbers: [number for number in numbers if not accepts(run.term(number))]
    )


def all_values(fails: Callable[[Validation, int, Collection[int]], bool]) -> Check:
    """A check of all value nodes of a focus node together: a result without value."""

    def check(
        run: Validation, constraint: Constraint, values: Values
    ) -> Iterable[tuple[int, Violation]]:
        for focus, ends in values.items():
            if fails(run, focus, ends):
                yield focus, Violation(focus, constraint, constraint.path)

    return check


def some_values(
    failing: Callable[[Validation, int, Collection[int]], Iterable[int]],
) -> Check:
    """A check of value nodes against their focus node: a result for each value that it names."""

    def check(
        run: Validation, constraint: Constraint, values: Values
    ) -> Iterable[tuple[int, Violation]]:
        for focus, ends in values.items():
            for value in failing(run, focus, ends):
                yield focus, Violation(focus, constraint, constraint.path, value)

    return check
