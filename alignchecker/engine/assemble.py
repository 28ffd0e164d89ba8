"""SHACL results -> findings: rolled up, waived, softened, with labels and places.

What a rule's row binds, a sentence may name: {?value}, or for a rule that rolls up {?count} and
{?values}. Three names mean something here: ?relation is the tie whose verb says how much a gap
weighs, where that is not the focus node itself; ?place the position to show instead of the focus
node's; ?current the words that stand in the document now.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.interface import Evaluation, Result
from alignchecker.graph.citations import fiscal_year
from alignchecker.graph.dataset import Dataset, Node, Role, Term, aln, integer
from alignchecker.graph.describe import Describer, term_text
from alignchecker.graph.facts import RUN
from alignchecker.model.finding import Argument, Finding, Location, Severity, State
from alignchecker.model.names import XSD
from alignchecker.rules.catalogue import Rule, severity_of
from alignchecker.rules.severity import Circumstances, confidence, soften
from alignchecker.rules.waivers import Waivers

_INTEGER = NamedNode(XSD + "integer")
_FALSE = "false"


@dataclass(frozen=True, slots=True)
class Assembler:
    """Makes findings out of the results of one run."""

    dataset: Dataset
    describe: Describer
    waivers: Waivers
    configured: Mapping[str, Severity]

    def findings(self, evaluation: Evaluation) -> list[Finding]:
        """All findings of a rule about input files, sorted as they are reported."""
        rule = evaluation.rule
        ours = [r for r in evaluation.results if in_scope(self.dataset, r.focus)]
        found = (self._finding(rule, group, state) for group, state in self._groups(rule, ours))
        return sorted(found, key=_by_place)

    def _groups(
        self, rule: Rule, results: Sequence[Result]
    ) -> Iterator[tuple[list[Result], State]]:
        groups: dict[tuple[object, State], list[Result]] = defaultdict(list)
        for number, result in enumerate(results):
            state = State.WAIVED if self._waived(rule, result) else State.NEW
            groups[result.focus if rule.roll_up else number, state].append(result)
        for (_, state), group in groups.items():
            yield group, state

    def _waived(self, rule: Rule, result: Result) -> bool:
        """A waiver counts for one plan: its own item against a rule or a higher plan, or somebody
        else's item (a unit of an outline) against that plan. So no city waives for another.
        """
        plan = self.describe.plan_of(result.focus)
        nodes = [n for n in (result.focus, result.value) if n is not None and not _literal(n)]
        own = [n for n in nodes if n == result.focus or self.describe.plan_of(n) == plan]
        against = [rule.iri, *(t for t in result.row.values() if isinstance(t, NamedNode))]
        return any(self.waivers.cover(own, other) for other in against) or (
            plan is not None and self.waivers.cover(nodes, plan)
        )

    def _finding(self, rule: Rule, group: Sequence[Result], state: State) -> Finding:
        first = group[0]
        # A list weighs as much as the heaviest thing on it.
        weighed = [(self._circumstances(result), result) for result in group]
        known, (severity, softened) = max(
            ((k, soften(r.severity, rule.softened_by, k)) for k, r in weighed),
            key=lambda pair: pair[1][0],
        )
        severity = self.configured.get(rule.id, severity)
        value = None if rule.roll_up else first.value
        plan = self.describe.plan_of(first.focus)
        related = [r.value for r in group if r.value is not None]
        return Finding(
            rule=rule.id,
            severity=severity,
            state=state,
            fingerprint=_fingerprint(rule, state, first.focus, first.path, value),
            focus=self.describe.reference(first.focus),
            plan=self.describe.plan_ref(plan) if plan is not None else None,
            path=term_text(first.path),
            value=term_text(value),
            arguments=self._arguments(rule, group),
            current=self._current(first),
            department=self.describe.department(first.focus),
            confidence=confidence(rule.softened_by, known),
            locations=self._locations(first),
            related=tuple(
                self.describe.reference(v) for v in related if not isinstance(v, Literal)
            ),
            softened=softened,
        )

    def _locations(self, result: Result) -> tuple[Location, ...]:
        """Where the focus node stands; with ?place, at that position of the document instead."""
        place = result.row.get("place")
        if place is None or isinstance(place, Literal):
            return self.describe.locations(result.focus)
        return self.describe.locations_at(result.focus, place)

    def _current(self, result: Result) -> str | None:
        given = result.row.get("current")
        return given.value if isinstance(given, Literal) else self.describe.current(result.focus)

    def _arguments(self, rule: Rule, group: Sequence[Result]) -> dict[str, Argument]:
        first = group[0]
        arguments: dict[str, Argument] = {
            name: self._argument(term) for name, term in sorted(first.row.items())
        }
        arguments["this"] = self.describe.reference(first.focus)
        if rule.roll_up:
            values = [r.value for r in group if r.value is not None]
            arguments["values"] = tuple(self.describe.reference(v) for v in values)
            arguments["count"] = len(values)
        return arguments

    def _argument(self, term: Term) -> Argument:
        if isinstance(term, Literal):
            number = integer(term) if term.datatype == _INTEGER else None
            return term.value if number is None else number
        return self.describe.reference(term)

    def _circumstances(self, result: Result) -> Circumstances:
        plan = self.describe.plan_of(result.focus)
        nodes = {t for t in (result.focus, result.value, *result.row.values()) if t is not None}
        return Circumstances(
            force_cap=max(self._force_caps(result), default=None),
            form=self._notation(plan, "form"),
            capture=self._notation(plan, "capture"),
            unverified=any(self._unverified(node) for node in nodes),
            machine_read=plan is not None and self._value(plan, "sourceDocument") is not None,
            ended=plan is not None and self.has_ended(plan),
        )

    def has_ended(self, plan: NamedNode) -> bool:
        """Whether a plan has ended by the date of the check; False without a date."""
        last = fiscal_year(self.dataset, plan, "last")
        now = fiscal_year(self.dataset, RUN, "asOf")
        return last is not None and now is not None and last < now

    def _force_caps(self, result: Result) -> list[Severity]:
        """How much the tie binds that a gap is measured by: the relation's verb, or a demand's."""
        relation = result.row.get("relation", result.focus)
        verbs = [*self._values(relation, "verb"), *self._values(result.value, "demandVerb")]
        caps = [self._value(self._value(verb, "legalForce"), "severityCap") for verb in verbs]
        return [severity_of(cap.value) for cap in caps if isinstance(cap, NamedNode)]

    def _notation(self, plan: NamedNode | None, name: str) -> str | None:
        concept = self.dataset.value(plan, aln(name)) if plan is not None else None
        return concept.value.rpartition(f"#{name}-")[2] if concept is not None else None

    def _unverified(self, node: Term) -> bool:
        stated = self._value(node, "verified")
        return isinstance(stated, Literal) and stated.value == _FALSE

    def _values(self, node: Term | None, name: str) -> list[Term]:
        if node is None or isinstance(node, Literal):
            return []
        return self.dataset.objects(node, aln(name))

    def _value(self, node: Term | None, name: str) -> Term | None:
        return next(iter(self._values(node, name)), None)


def _literal(term: Term) -> TypeGuard[Literal]:
    return isinstance(term, Literal)


def in_scope(dataset: Dataset, node: Node) -> bool:
    """Whether a node is described in an input, as against a shipped frame."""
    source = dataset.file_of(node)
    return source is not None and source.role is Role.INPUT


def _by_place(finding: Finding) -> tuple[list[tuple[str, int, int, str]], str, str]:
    """Where it stands; places without a line (nodes without a name, sheets) come first."""
    places = [(p.path, p.line or 0, p.page or 0, p.cell or "") for p in finding.locations]
    return places, finding.focus.iri, finding.fingerprint


def _fingerprint(
    rule: Rule, state: State, focus: Term, path: Term | None, value: Term | None
) -> str:
    """The same for the same finding whatever else changes in the files.

    A rolled-up finding may be waived for some of its values: then it is two, and they differ.
    """
    parts = [rule.id, *("" if term is None else term.value for term in (focus, path, value))]
    if rule.roll_up and state is State.WAIVED:
        parts.append(state.value)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
