"""The records of waivers.toml with which a finding is waived: this one, and no other.

A record holds for one thing against one rule (or one plan): so for all findings of that rule about
it, also those that come up later. A finding that lists things of a plan therefore gets a record for
each of them. Where that would excuse more than the person saw, or cannot be written down, there is
none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode

from alignchecker.graph import codes
from alignchecker.graph.describe import Describer
from alignchecker.model.finding import Finding, PlanRef, Reference, State
from alignchecker.model.review import MOST_LISTED, Review
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.toml_blocks import block

_INDICATORS = "indicator"


class Unwritable(StrEnum):
    """Why a finding cannot be waived by records."""

    NO_PLAN = "no-plan"
    NO_NAME = "no-name"
    OTHERS = "others"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Waiving:
    """The findings of a check, seen by what a record would cover."""

    findings: Sequence[Finding]
    rules: Mapping[str, Rule]
    describe: Describer

    def blocks(self, finding: Finding, review: Review, message: str) -> list[str] | Unwritable:
        """The records that waive a finding for the reason of a review, or why there are none.

        message: what the finding says, as a comment for those who read the file.
        """
        plan, rule = finding.plan, self.rules[finding.rule]
        if plan is None:
            return Unwritable.NO_PLAN
        if not rule.roll_up:
            things = [finding.focus]
        elif len(finding.keys) > MOST_LISTED:
            return Unwritable.TOO_MANY
        else:
            things = list(finding.related)
            # Words that are listed are no things that a record could name.
            if len({thing.iri for thing in things}) != len(finding.keys):
                return Unwritable.NO_NAME
        records = [self._record(finding, plan, rule, thing) for thing in things]
        problem = next((r for r in records if isinstance(r, Unwritable)), None)
        if problem is not None:
            return problem
        said = {"reason": review.comment, "person": review.person, "date": review.date}
        return [
            block("waiver", {**record, **said}, f"{plan.title}: {message}")
            for record in records
            if not isinstance(record, Unwritable)
        ]

    def _record(
        self, finding: Finding, plan: PlanRef, rule: Rule, thing: Reference
    ) -> dict[str, str] | Unwritable:
        """What a record says of one thing beside the reason."""
        try:
            node = NamedNode(thing.iri)
        except ValueError:
            return Unwritable.NO_NAME
        of = self.describe.plan_of(node)
        # Records are read before they are there; so none can be about another.
        if of is None or self.describe.is_a(node, "Waiver"):
            return Unwritable.NO_NAME
        # Somebody else's item is waived against the plan: for all rules, not for this one alone.
        is_own = of.value == plan.iri
        against = finding.rule if is_own else plan.iri
        if any(self._covers_too(f, finding, thing.iri, is_own=is_own) for f in self.findings):
            return Unwritable.OTHERS
        if rule.family == _INDICATORS and self.describe.is_a(node, "Item"):
            kind = "no-indicator"
        else:
            kind = "out-of-scope"
        named = {"item": thing.iri, "label": thing.label} if node != of else {}
        return {
            "kind": codes.label("waiver", kind, "ja"),
            "plan": of.value,
            **named,
            "against": against,
        }

    def _covers_too(self, other: Finding, finding: Finding, iri: str, *, is_own: bool) -> bool:
        """Whether a record on a thing would excuse another finding as well."""
        if other is finding or other.state is State.WAIVED or iri not in _things(other):
            return False
        if is_own:
            return other.rule == finding.rule
        of = self.describe.plan_of(NamedNode(iri))
        plans = {finding.plan, *([self.describe.plan_ref(of)] if of is not None else [])}
        return other.plan in plans


def _things(finding: Finding) -> set[str]:
    """All that a record could name to cover a finding, or a part of it."""
    listed = {reference.iri for reference in finding.related}
    value = {finding.value.value} if finding.value is not None else set()
    return {finding.focus.iri, *listed, *value}
