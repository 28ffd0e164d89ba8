"""What a shape is made of, after reading."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from alignchecker.sparql.algebra import Path, Query
from alignchecker.sparql.table import UNBOUND
from alignchecker.triples.terms import Node, Term

if TYPE_CHECKING:
    from alignchecker.engine.core.validation import Validation

Values = Mapping[int, Collection[int]]
"""Focus node -> its value nodes (SHACL 2.1.3), as numbers of terms."""


class IllFormed(Exception):
    """A shape that SHACL calls ill-formed: what is wrong with it, and with which shape."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One validation result (SHACL 3.6.2). value: UNBOUND where there is none.

    row: the other variables that a SPARQL constraint bound.
    """

    focus: int
    constraint: Constraint
    path: Path | None
    value: int = UNBOUND
    row: Mapping[str, int] = field(default_factory=dict)


Check = Callable[["Validation", "Constraint", Values], Iterable[tuple[int, Violation]]]
"""Gives, for some focus nodes and their value nodes, violations, each behind the node it is of."""


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """What a shape asks by one parameter.

    source: the shape. statement: the node that holds a SPARQL constraint, query: what it asks.
    parameters: what a sentence about it may name.
    """

    component: NamedNode
    source: Node
    path: Path | None
    severity: NamedNode
    messages: tuple[Literal, ...]
    parameters: Mapping[str, tuple[Term, ...]]
    check: Check
    statement: Node | None = None
    query: Query | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A node shape, or with a path a property shape. A deactivated one has no constraints."""

    node: Node
    path: Path | None
    constraints: tuple[Constraint, ...]
