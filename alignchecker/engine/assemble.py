"""SHACL results -> findings: rolled up, waived, softened, with labels and places.

What a rule's row binds, a sentence may name: {?value}, or for a rule that rolls up {?count} and
{?values}. Three names mean something here: ?relation is the tie whose verb says how much a gap
weighs, where that is not the focus node itself; ?place the position to show instead of the focus
node's; ?current the words that stand in the document now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from pyoxigraph import Literal, NamedNode

from alignchecker.engine import plain
from alignchecker.engine.fingerprint import digest, fingerprint
from alignchecker.engine.interface import Evaluation, Result
from alignchecker.engine.scope import Scope
from alignchecker.graph.citations import fiscal_year
from alignchecker.graph.dataset import Dataset, Node, Term, aln, integer
from alignchecker.graph.describe import Describer, term_text
from alignchecker.graph.facts import RUN
from alignchecker.model.finding import (
    Argument,
    Finding,
    Location,
    ResultKey,
    State,
)
from alignchecker.model.names import XSD
from alignchecker.model.normalize import label_key
from alignchecker.model.review import Review, results_key
from alignchecker.model.severity import Severity
from alignchecker.rules.baseline import Baseline
from alignchecker.rules.catalogue import Rule, severity_of
from alignchecker.rules.review_file import Reviews
from alignchecker.rules.selection import Selection
from alignchecker.rules.severity import Circumstances, confidence, soften
from alignchecker.rules.waivers import Waiver, Waivers

_INTEGER = NamedNode(XSD + "integer")
_FALSE = "false"


@dataclass(frozen=True, slots=True)
class _Told:
    """A result with what is known of it beforehand."""

    result: Result
    key: ResultKey
    waivers: Sequence[Waiver]
    known: bool

    @property
    def state(self) -> State:
        if self.waivers:
            return State.WAIVED
        return State.KNOWN if self.known else State.NEW


@dataclass(frozen=True, slots=True)
class Assembly:
    """The findings of one rule.

    keys: of all its results, also of those that were there before. covered: waivers that were
    used, with what they cover.
    """

    findings: tuple[Finding, ...]
    keys: tuple[ResultKey, ...]
    covered: frozenset[tuple[Node, Node]]


@dataclass(frozen=True, slots=True)
class Assembler:
    """Makes findings out of the results of one run."""

    dataset: Dataset
    describe: Describer
    waivers: Waivers
    selection: Selection
    baseline: Baseline
    before: Baseline | None
    """What was there before and is left out, with what is waived; None: nothing is left out."""

    scope: Scope
    reviews: Reviews = field(default_factory=Reviews)

    def findings(self, evaluation: Evaluation) -> Assembly:
        """All findings of a rule about input files, sorted as they are reported."""
        rule = evaluation.rule
        results = plain.once(evaluation.results) if rule.plain else evaluation.results
        told = self._told(rule, [r for r in results if self._ours(rule, r)])
        keys = tuple(t.key for t in told)
        covered = {(w.node, t.result.focus) for t in told for w in t.waivers}
        if self.before is not None:
            old = self.before.compare(rule.id, keys).known
            pairs = zip(told, old, strict=True)
            told = [t for t, is_old in pairs if not is_old and t.state is not State.WAIVED]
        found = (self._finding(rule, group) for group in _groups(rule, told))
        return Assembly(tuple(sorted(found, key=_by_place)), keys, frozenset(covered))

    def _ours(self, rule: Rule, result: Result) -> bool:
        focus = result.focus
        is_here = self.scope.touches(focus) if rule.plain else self.scope.holds(focus)
        return is_here and self.selection.applies(rule, self.describe.plan_of(focus))

    def _told(self, rule: Rule, results: Sequence[Result]) -> list[_Told]:
        keys = [self._key(rule, result) for result in results]
        known = self.baseline.compare(rule.id, keys).known
        return [
            _Told(result, key, self._waivers(rule, result), is_known)
            for result, key, is_known in zip(results, keys, known, strict=True)
        ]

    def _key(self, rule: Rule, result: Result) -> ResultKey:
        """By IRIs, and by words: the plan's name, and the headings down to focus and value."""
        terms = [result.focus, result.path, result.value]
        plan = self.describe.plan_of(result.focus)
        words = [self._words(t) for t in (plan, *terms) if t is not None]
        value, own = result.value, plain.key(result.source)
        return ResultKey(
            digest(rule.id, *("" if t is None else t.value for t in terms), *own),
            digest(rule.id, *words, *own),
            self.describe.label(result.focus),
            None if value is None else self.describe.label(value),
        )

    def _words(self, term: Term) -> str:
        return "/".join(label_key(label) for label in self.describe.trail(term))

    def _waivers(self, rule: Rule, result: Result) -> list[Waiver]:
        """A waiver counts for one plan: its own item against a rule or a higher plan, or somebody
        else's item (a unit of an outline) against that plan. So no city waives for another.
        """
        plan = self.describe.plan_of(result.focus)
        nodes = [n for n in (result.focus, result.value) if n is not None and not _literal(n)]
        own = [n for n in nodes if n == result.focus or self.describe.plan_of(n) == plan]
        against = [rule.iri, *(t for t in result.row.values() if isinstance(t, NamedNode))]
        found = [w for other in against for w in self.waivers.covering(own, other)]
        return found + (self.waivers.covering(nodes, plan) if plan is not None else [])

    def _finding(self, rule: Rule, told: Sequence[_Told]) -> Finding:
        group, state = [t.result for t in told], told[0].state
        first = group[0]
        # A list weighs as much as the heaviest thing on it, and is excused as little.
        weighed = [(self._circumstances(rule, result), result) for result in group]
        reasons = rule.softened_by | {"stage"}
        known, (severity, softened) = max(
            ((k, soften(r.severity, reasons, k)) for k, r in weighed),
            key=lambda pair: (pair[1][0], -len(pair[1][1])),
        )
        plan = self.describe.plan_of(first.focus)
        configured = self.selection.severity_of(rule, plan)
        value = None if rule.roll_up or first.value == first.focus else first.value
        values = [r.value for r in group if r.value is not None and r.value != r.focus]
        related = [self.describe.reference(v) for v in values if not isinstance(v, Literal)]
        if rule.roll_up:
            related.sort(key=lambda r: (_order(r.locations), r.iri))
        return Finding(
            rule=rule.id,
            severity=severity if configured is None else configured,
            state=state,
            fingerprint=fingerprint(rule, state, first, value),
            focus=self.describe.reference(first.focus),
            plan=self.describe.plan_ref(plan) if plan is not None else None,
            path=term_text(first.path),
            value=term_text(value),
            arguments=self._arguments(rule, group),
            current=self._current(first),
            department=self.describe.department(first.focus),
            confidence=confidence(rule.softened_by, known),
            locations=self._locations(first),
            related=tuple(related),
            softened=softened,
            keys=tuple(t.key for t in told),
            waived=tuple(dict.fromkeys(w.said for t in told for w in t.waivers)),
            stated=plain.stated(first.source) if first.source is not None else {},
            component=plain.component(first.source) if first.source is not None else None,
            review=self._review(rule, told, value),
        )

    def _review(self, rule: Rule, told: Sequence[_Told], value: Term | None) -> Review | None:
        """What was answered, also before the finding was waived or known for some of its values."""
        first = told[0]
        names = [fingerprint(rule, s, first.result, value) for s in (first.state, State.NEW)]
        return self.reviews.of(names, results_key(t.key.fingerprint for t in told))

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
        if first.source is not None:
            told = plain.arguments(self.describe, first, first.source)
            return {**told, "this": self.describe.reference(first.focus)}
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

    def _circumstances(self, rule: Rule, result: Result) -> Circumstances:
        plan = self.describe.plan_of(result.focus)
        nodes = {t for t in (result.focus, result.value, *result.row.values()) if t is not None}
        return Circumstances(
            force_cap=max(self._force_caps(result), default=None),
            form=self._notation(plan, "form"),
            capture=self._notation(plan, "capture"),
            unverified=any(self._unverified(node) for node in nodes),
            machine_read=plan is not None and self._value(plan, "sourceDocument") is not None,
            ended=plan is not None and self.has_ended(plan),
            not_due=plan is not None and self._is_not_due(rule, plan),
        )

    def _is_not_due(self, rule: Rule, plan: NamedNode) -> bool:
        """Whether the plan's document is of a stage before the one that the rule asks from.

        A document that does not say its stage is taken as whole.
        """
        due, now = (
            integer(self._value(stage, "stageOrder"))
            for stage in (rule.due_from, self._value(plan, "stage"))
        )
        return due is not None and now is not None and now < due

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


def _by_place(finding: Finding) -> tuple[list[tuple[str, int, int, str, int, str]], str, str]:
    """Where it stands; places without a line (nodes without a name, sheets) come first."""
    return _order(finding.locations), finding.focus.iri, finding.fingerprint


def _order(places: Sequence[Location]) -> list[tuple[str, int, int, str, int, str]]:
    """The order of a document: A2 stands before A10."""
    return [
        (p.path, p.line or 0, p.page or 0, p.sheet or "", len(p.cell or ""), p.cell or "")
        for p in places
    ]


def _groups(rule: Rule, told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """What makes one finding: a result, or the results of a focus node that are in one state."""
    groups: dict[tuple[object, State], list[_Told]] = defaultdict(list)
    for number, one in enumerate(told):
        groups[one.result.focus if rule.roll_up else number, one.state].append(one)
    yield from groups.values()
