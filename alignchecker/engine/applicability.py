"""Which rules a run has something to do for, and for how many nodes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from alignchecker.engine import plain
from alignchecker.engine.scope import Scope
from alignchecker.graph.dataset import Dataset, aln
from alignchecker.graph.describe import Describer
from alignchecker.model.finding import OF_ANOTHER_PROFILE
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.selection import Selection


@dataclass(frozen=True, slots=True)
class Applicability:
    """Counts the nodes that rules apply to."""

    dataset: Dataset
    describe: Describer
    selection: Selection
    scope: Scope
    _nodes: dict[str, frozenset[int]] = field(default_factory=dict)
    """By condition: many rules have the same."""

    def examined(self, rule: Rule) -> int | None:
        """How many nodes of the inputs a rule applies to, in plans that it applies to.

        None where only running it can tell.
        """
        plan_of, applies = self.describe.plan_of, self.selection.applies
        if rule.plain:
            aimed = plain.examined(self.dataset, self.scope, rule)
            return None if aimed is None else sum(applies(rule, plan_of(node)) for node in aimed)
        query = condition(rule)
        if query not in self._nodes:
            self._nodes[query] = applicable(self.dataset, query)
        nodes = self._nodes[query]
        if self.selection.applies_everywhere(rule):
            return len(nodes)
        terms = self.dataset.index.terms
        return sum(applies(rule, plan_of(terms[number])) for number in nodes)


def why_not(rule: Rule, chosen: Selection, stated: Collection[NamedNode]) -> str | None:
    """Why a rule is not run: key in lang/. stated: the properties that the run has."""
    if not chosen.has_profile(rule):
        return OF_ANOTHER_PROFILE
    missing = sorted(name for name in rule.needs if aln(name) not in stated)
    return f"needs-{missing[0]}" if missing else None


def condition(rule: Rule) -> str:
    """The query for the nodes that a documented rule has something to say about."""
    assert rule.target is not None
    return rule.applies_to or f"SELECT ?this WHERE {{ ?this a <{rule.target.value}> }}"


def applicable(dataset: Dataset, query: str) -> frozenset[int]:
    """The numbers of the nodes of a condition that an input describes."""
    nodes = dataset.memory.answer(query, lambda: dataset.nodes(query))
    return nodes & dataset.inputs()
