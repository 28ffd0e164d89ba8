"""Which rules apply to which plan, and how heavy they weigh there: by type, unless chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, aln
from alignchecker.model.names import CODE
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import Catalogue, Rule
from alignchecker.rules.configuration import Choice

_BASE_PROFILES = ("base", "municipal-jp")


@dataclass(frozen=True, slots=True)
class _PlanRules:
    profiles: frozenset[str]
    rules: frozenset[str]
    severity: Mapping[str, Severity]


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules of a run. rules: all that were not left out for every plan.

    complete: whether nothing was left out by select or ignore, for any plan.
    """

    rules: tuple[Rule, ...]
    complete: bool
    severity: Mapping[str, Severity]
    _by_plan: Mapping[NamedNode, _PlanRules]
    _profiles: frozenset[str]

    def has_profile(self, rule: Rule) -> bool:
        """Whether the rule's profile is that of any plan, or was chosen."""
        return rule.profile in self._profiles

    def applies(self, rule: Rule, plan: NamedNode | None) -> bool:
        """Whether a rule applies to what belongs to a plan (None: to no plan)."""
        own = self._by_plan.get(plan) if plan is not None else None
        if own is None:
            return self.has_profile(rule)
        return rule.profile in own.profiles and rule.id in own.rules

    def applies_everywhere(self, rule: Rule) -> bool:
        """Whether a rule applies to whatever plan a node belongs to."""
        own = self._by_plan.values()
        return self.has_profile(rule) and all(
            rule.profile in of_plan.profiles and rule.id in of_plan.rules for of_plan in own
        )

    def severity_of(self, rule: Rule, plan: NamedNode | None) -> Severity | None:
        """The severity that was configured, for the plan before all plans; None if none was."""
        own = self._by_plan.get(plan) if plan is not None else None
        configured = own.severity if own is not None else self.severity
        return configured.get(rule.id)


def selection(
    catalogue: Catalogue,
    dataset: Dataset,
    plans: Collection[NamedNode],
    everywhere: Choice,
    by_plan: Mapping[NamedNode, Choice],
) -> Selection:
    """The rules that apply to each of some plans.

    Raises ConfigError for a rule, family or profile that does not exist.
    """
    rules = catalogue.select(everywhere.select, everywhere.ignore)
    for choice in (everywhere, *by_plan.values()):
        for rule_id in choice.severity:
            catalogue.rule(rule_id)
    own: dict[NamedNode, _PlanRules] = {}
    for plan in plans:
        choice = by_plan.get(plan, Choice())
        chosen = choice.profile or everywhere.profile
        allowed = {rule.id for rule in catalogue.select(choice.select, choice.ignore)}
        own[plan] = _PlanRules(
            catalogue.with_parents(chosen or _profiles_of(catalogue, _types(dataset, plan))),
            frozenset(rule.id for rule in rules if rule.id in allowed),
            {**everywhere.severity, **choice.severity},
        )
    base = catalogue.with_parents(everywhere.profile or _BASE_PROFILES)
    left_out = [c for c in (everywhere, *by_plan.values()) if c.select or c.ignore]
    return Selection(
        rules=tuple(rules),
        complete=not left_out,
        severity=everywhere.severity,
        _by_plan=own,
        _profiles=base.union(*(rules_of.profiles for rules_of in own.values())),
    )


def _profiles_of(catalogue: Catalogue, types: Collection[str]) -> Iterable[str]:
    by_type = [p.id for p in catalogue.profiles.values() if not p.plan_types.isdisjoint(types)]
    return [*_BASE_PROFILES, *by_type]


def _types(dataset: Dataset, plan: NamedNode) -> set[str]:
    """Notations of the types that a plan, or an item of it, is of."""
    nodes = [plan, *dataset.subjects(aln("inPlan"), plan)]
    terms = [
        term
        for node in nodes
        for name in ("planType", "constitutes")
        for term in dataset.objects(node, aln(name))
    ]
    return {t.value.removeprefix(CODE) for t in terms if isinstance(t, NamedNode)}
