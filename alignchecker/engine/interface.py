"""What an engine takes and gives, so that a second one can stand beside the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from alignchecker.graph.dataset import Dataset, Node, Term
from alignchecker.model.finding import Severity
from alignchecker.rules.catalogue import Rule


@dataclass(frozen=True, slots=True)
class Result:
    """One SHACL validation result, with the other variables of the row it came from."""

    focus: Node
    path: Term | None
    value: Term | None
    severity: Severity
    row: Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one rule gave: its results, or the words of the engine where it failed."""

    rule: Rule
    results: tuple[Result, ...]
    seconds: float
    failure: str | None = None


class Engine(Protocol):
    """Evaluates rules; a rule that fails does not stop the others."""

    def evaluate(self, dataset: Dataset, rules: Sequence[Rule]) -> list[Evaluation]:
        """One evaluation per rule, in the order given; results sorted."""
        ...
