"""What an engine takes and gives, so that a second one can stand beside the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Term
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import Rule
from alignchecker.sparql.algebra import Path


@dataclass(frozen=True, slots=True)
class Source:
    """What of a shape a result comes from (SHACL 3.6.2), where the rule is no more than the shape.

    shape, component, severity: as sh:sourceShape, sh:sourceConstraintComponent and
    sh:resultSeverity give them. path: sh:resultPath. statement: sh:sourceConstraint.
    messages: those that the shape states itself, with {?var} unless an engine has filled them in.
    parameters: what the constraint asks for, by the names of its parameters.
    """

    shape: Node
    component: NamedNode
    severity: NamedNode
    path: Path | None
    statement: Node | None
    messages: tuple[Literal, ...]
    parameters: Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Result:
    """One SHACL validation result, with the other variables of the row it came from.

    focus: of a plain shape it may be a literal. path: an IRI, or a literal that writes a longer
    path as SPARQL does. source: None for a rule with documentation of its own.
    """

    focus: Node
    path: Term | None
    value: Term | None
    severity: Severity
    row: Mapping[str, Term]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one rule gave: its results, or the words of the engine where it failed.

    engine: the one that ran it. left: why the fast engine left it to the other one.
    """

    rule: Rule
    results: tuple[Result, ...]
    seconds: float
    failure: str | None = None
    engine: str = "fast"
    left: str | None = None


Begin = Callable[[Rule], None]


def silent(_: Rule) -> None:
    """Where nobody asks which rule is run."""


class Engine(Protocol):
    """Evaluates rules; a rule that fails does not stop the others."""

    def evaluate(
        self, dataset: Dataset, rules: Sequence[Rule], begin: Begin = silent
    ) -> list[Evaluation]:
        """One evaluation per rule, in the order given; results sorted.

        begin: is told of each rule before it is run, of one that is left to another engine twice.
        """
        ...
