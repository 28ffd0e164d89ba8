"""What the parameters of SHACL's constraint components are declared with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.core.shape import Check, IllFormed, Shape
from alignchecker.engine.core.shapes_graph import ShapesGraph
from alignchecker.sparql.algebra import Path
from alignchecker.sparql.values import value_of
from alignchecker.triples.terms import Node, Term


class Shapes(Protocol):
    """Reads shapes that a parameter refers to."""

    def shape(self, node: Term) -> Shape:
        """The shape of a node. Raises IllFormed where there is none, Unsupported for some."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a parameter stands: the shape that has it, and its path."""

    graph: ShapesGraph
    shapes: Shapes
    node: Node
    path: Path | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. build: gives the check for a value; None where it asks for nothing there.

    single: a shape has one value of it at most. on_node_shapes: whether a node shape may have it.
    """

    component: str
    build: Callable[[Place, Term], Check | None]
    single: bool = False
    on_node_shapes: bool = True


def whole_number(value: Term) -> int:
    """The number that a parameter states. Raises IllFormed for anything else."""
    number = value_of(value)
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise IllFormed(f"{value} is not a number of things")
    return number


def iri(value: Term) -> NamedNode:
    """The IRI that a parameter states. Raises IllFormed for anything else."""
    if not isinstance(value, NamedNode):
        raise IllFormed(f"{value} is not an IRI")
    return value


def text(value: Term) -> str:
    """The words that a parameter states. Raises IllFormed for anything else."""
    if not isinstance(value, Literal):
        raise IllFormed(f"{value} is not a text")
    return value.value
