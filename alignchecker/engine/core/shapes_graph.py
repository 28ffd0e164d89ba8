"""The statements of a shape with all it refers to, looked up by node and property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.core.shape import IllFormed
from alignchecker.model.names import RDF, SH
from alignchecker.triples.terms import Node, Statement, Term

_FIRST, _REST = NamedNode(RDF + "first"), NamedNode(RDF + "rest")
_NIL = NamedNode(RDF + "nil")
_TRUE = "true"


class ShapesGraph:
    """Look-ups in the order of the statements."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.statements = tuple(statements)
        self._about: dict[Node, dict[NamedNode, list[Term]]] = {}
        self._leading: defaultdict[tuple[NamedNode, Term], list[Node]] = defaultdict(list)
        for subject, predicate, value in dict.fromkeys(self.statements):
            self._about.setdefault(subject, {}).setdefault(predicate, []).append(value)
            self._leading[predicate, value].append(subject)

    def about(self, node: Term) -> dict[NamedNode, list[Term]]:
        """Properties of a node with their values."""
        return {} if isinstance(node, Literal) else self._about.get(node, {})

    def values(self, node: Term, predicate: NamedNode) -> list[Term]:
        """The values of a property."""
        return self.about(node).get(predicate, [])

    def subjects(self, predicate: NamedNode, value: Term) -> list[Node]:
        """The nodes that have a value of a property."""
        return self._leading.get((predicate, value), [])

    def objects(self, predicate: NamedNode) -> list[Term]:
        """All values of a property, at whatever node."""
        return [value for name, value in self._leading if name == predicate]

    def one(self, node: Node, name: str) -> Term | None:
        """The value of a property of SHACL; None without one. Raises IllFormed for several."""
        found = self.values(node, NamedNode(SH + name))
        if len(found) > 1:
            raise IllFormed(f"{node} has {len(found)} values of sh:{name}")
        return found[0] if found else None

    def flag(self, node: Node, name: str) -> bool:
        """Whether a property of SHACL is true; only "true" itself counts."""
        found = self.one(node, name)
        return isinstance(found, Literal) and found.value == _TRUE

    def literals(self, node: Node, name: str) -> tuple[Literal, ...]:
        """The literals that a property of SHACL has."""
        found = self.values(node, NamedNode(SH + name))
        return tuple(value for value in found if isinstance(value, Literal))

    def is_list(self, node: Term) -> bool:
        """Whether a node is a list, the empty one too."""
        return node == _NIL or bool(self.values(node, _FIRST))

    def members(self, node: Term) -> Iterator[Term]:
        """The members of a list. Raises IllFormed for what is none (SHACL 1.4, SHACL list)."""
        seen = set[Term]()
        while node != _NIL:
            first, rest = self.values(node, _FIRST), self.values(node, _REST)
            if len(first) != 1 or len(rest) != 1 or node in seen:
                raise IllFormed(f"{node} is not a list")
            seen.add(node)
            yield first[0]
            node = rest[0]
