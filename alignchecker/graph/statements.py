"""The statements of a file, indexed both ways, in the order they come."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph.dataset import Node, Statement, Term, aln, integer
from alignchecker.model.errors import InputError
from alignchecker.model.names import CODE
from alignchecker.model.plan import Position

_Enum = TypeVar("_Enum", bound=StrEnum)


class Statements:
    """Statements by subject and by value, in the order they come."""

    def __init__(self, statements: Iterable[Statement], path: str) -> None:
        self.path = path
        self._about: dict[Node, dict[NamedNode, list[Term]]] = {}
        self._to: dict[tuple[NamedNode, Term], list[Node]] = {}
        for subject, predicate, value in statements:
            self._about.setdefault(subject, {}).setdefault(predicate, []).append(value)
            self._to.setdefault((predicate, value), []).append(subject)

    def terms(self, node: Node, predicate: NamedNode) -> list[Term]:
        """The values of a property."""
        return self._about.get(node, {}).get(predicate, [])

    def nodes(self, node: Node, predicate: NamedNode) -> list[Node]:
        """The values that are no literals."""
        return [term for term in self.terms(node, predicate) if not isinstance(term, Literal)]

    def blank(self, node: Node) -> list[BlankNode]:
        """The blank nodes that a node leads to."""
        about = self._about.get(node, {}).values()
        return [term for of in about for term in of if isinstance(term, BlankNode)]

    def subjects(self, predicate: NamedNode, value: Term) -> list[Node]:
        """The nodes that have a value of a property."""
        return self._to.get((predicate, value), [])

    def texts(self, node: Node, predicate: NamedNode) -> list[str]:
        """Literal values, Japanese ones and those without a language before others."""
        found = [term for term in self.terms(node, predicate) if isinstance(term, Literal)]
        found.sort(key=lambda literal: literal.language not in {"ja", None})
        return [literal.value for literal in found]

    def text(self, node: Node, predicate: NamedNode) -> str | None:
        """The first of the texts, or None."""
        return next(iter(self.texts(node, predicate)), None)

    def number(self, node: Node, predicate: NamedNode) -> int | None:
        """The first value as a whole number, or None."""
        return integer(next(iter(self.terms(node, predicate)), None))

    def decimal(self, node: Node, predicate: NamedNode) -> Decimal | None:
        """The first value as a decimal; files have been checked before (values.py)."""
        text = self.text(node, predicate)
        return Decimal(text) if text else None

    def is_true(self, node: Node, predicate: NamedNode) -> bool:
        """Whether the property is set to true."""
        return self.text(node, predicate) in {"true", "1"}

    def notation(self, node: Node, predicate: NamedNode, scheme: str) -> str | None:
        """The notation of a concept of ours: "weigh" of code:verb-weigh."""
        prefix = f"{CODE}{scheme}-"
        values = (n.value for n in self.nodes(node, predicate) if isinstance(n, NamedNode))
        return next((v.removeprefix(prefix) for v in values if v.startswith(prefix)), None)

    def choice(self, node: Node, name: str, scheme: str, choices: type[_Enum]) -> _Enum | None:
        """The concept as a member of an enum. Raises InputError for one that is none of it."""
        notation = self.notation(node, aln(name), scheme)
        if notation is None:
            return None
        if notation in set(choices):
            return choices(notation)
        known = ", ".join(f"code:{scheme}-{choice}" for choice in choices)
        raise InputError(
            f"aln:{name} の code:{scheme}-{notation} は、取り込んだ計画では使えません"
            f"（{node}）。{known} のいずれかに直してください。",
            f"aln:{name} of an imported plan cannot be code:{scheme}-{notation} ({node}). "
            f"Write one of {known}.",
            self.path,
        )

    def position(self, node: Node, name: str = "position") -> Position | None:
        """Where a node was read."""
        for place in self.nodes(node, aln(name)):
            file = self.text(place, aln("file"))
            if file is not None:
                return Position(
                    file=file,
                    line=self.number(place, aln("line")),
                    sheet=self.text(place, aln("sheet")),
                    cell=self.text(place, aln("cell")),
                    page=self.number(place, aln("page")),
                )
        return None
