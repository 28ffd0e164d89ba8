"""Where to look first: the contradictions that plans most often have, found without a reasoner.

HermiT says that a city's files contradict each other somewhere, not where; asking it about ever
smaller parts takes minutes. Nearly always a thing is said to be of two kinds that exclude each
other, or has two values where one is due. Each suspect here is a small set of axioms; HermiT then
judges it, and what is no suspect is still found, only more slowly (explaining.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Node, Term
from alignchecker.model.names import RDF, XSD
from alignchecker.reasoning.axioms import Axiom, Kind
from alignchecker.reasoning.theory import Theory

_Kinds = frozenset[Node]
"""Classes of which a thing is one: the members of a union, or a single class."""

_TAKES = {
    XSD + "string": {XSD + "string"},
    XSD + "integer": {XSD + "integer"},
    XSD + "decimal": {XSD + "decimal", XSD + "integer"},
    XSD + "boolean": {XSD + "boolean"},
    RDF + "langString": {RDF + "langString"},
}


@dataclass(frozen=True, slots=True)
class Suspect:
    """Axioms that probably contradict each other.

    doubtful: the statements of the side that has less to be said for it; without them the rest
    agrees. axioms begins with one of them.
    """

    axioms: tuple[Axiom, ...]
    doubtful: tuple[Axiom, ...]


@dataclass(frozen=True, slots=True)
class _Support:
    """Why a thing is of some kind: the statements, and the axioms that lead from them to it."""

    statements: tuple[Axiom, ...]
    axioms: tuple[Axiom, ...]


def suspects(theory: Theory) -> Iterator[Suspect]:
    """All suspects, in the order of the statements. Time grows with the number of statements."""
    by_property: dict[Node, list[Axiom]] = defaultdict(list)
    for axiom in theory.ontology:
        by_property[axiom.triple[0]].append(axiom)
    yield from _two_kinds(theory, by_property)
    yield from _values(theory, by_property)


def _two_kinds(theory: Theory, rules: Mapping[Node, Sequence[Axiom]]) -> Iterator[Suspect]:
    classes = _Classes(theory.ontology)
    for supports in _supports(theory, rules, classes).values():
        ruled_out = set[_Kinds]()
        for one, other in combinations(supports, 2):
            if one in ruled_out or other in ruled_out:
                continue
            between = classes.exclusion(one, other)
            if between is None:
                continue
            weak, strong = sorted((one, other), key=lambda kinds: len(supports[kinds]))
            ruled_out.add(weak)
            pair = [_clearest(supports[weak]), _clearest(supports[strong])]
            axioms = [a for support in pair for a in (*support.statements, *support.axioms)]
            yield Suspect(
                tuple(dict.fromkeys([*axioms, *between])),
                tuple(dict.fromkeys(s.statements[0] for s in supports[weak])),
            )


def _clearest(supports: Sequence[_Support]) -> _Support:
    """What needs the fewest steps: a type that is stated, before one that follows."""
    return min(supports, key=lambda s: (len(s.axioms), len(s.statements)))


def _supports(
    theory: Theory, rules: Mapping[Node, Sequence[Axiom]], classes: _Classes
) -> dict[Node, dict[_Kinds, list[_Support]]]:
    """For every thing the kinds that it is of, and why."""
    found: dict[Node, dict[_Kinds, list[_Support]]] = defaultdict(lambda: defaultdict(list))

    def kinds_of(term: Term) -> _Kinds:
        assert not isinstance(term, Literal)
        return frozenset(theory.unions.get(term, (term,)))

    for statement in theory.statements:
        subject, predicate, value = statement.triple
        if statement.kind is Kind.TYPE:
            found[subject][kinds_of(value)].append(_Support((statement,), ()))
        elif statement.kind is Kind.VALUE:
            for rule in rules.get(predicate, ()):
                about = {Kind.DOMAIN: subject, Kind.RANGE: value}.get(rule.kind)
                if about is not None and not isinstance(about, Literal):
                    reason = _Support((statement,), (rule,))
                    found[about][kinds_of(rule.triple[2])].append(reason)
    for statement in theory.statements:
        subject, predicate, value = statement.triple
        if predicate not in classes.only or isinstance(value, Literal):
            continue
        for kinds, reasons in list(found[subject].items()):
            for rule, path in classes.values_only(kinds, predicate):
                reason = _clearest(reasons)
                through = _Support((statement, *reason.statements), (*reason.axioms, *path, rule))
                found[value][kinds_of(rule.detail[1])].append(through)
    return found


class _Classes:
    """Which classes exclude each other, and by which axioms."""

    def __init__(self, ontology: Iterable[Axiom]) -> None:
        self.above: dict[Node, list[Axiom]] = defaultdict(list)
        self.apart: dict[frozenset[Node], Axiom] = {}
        self.only: dict[NamedNode, list[Axiom]] = defaultdict(list)
        self._known: dict[tuple[_Kinds, _Kinds], tuple[Axiom, ...] | None] = {}
        for axiom in ontology:
            subject, _, value = axiom.triple
            if axiom.kind is Kind.SUBCLASS:
                self.above[subject].append(axiom)
            elif axiom.kind is Kind.DISJOINT and not isinstance(value, Literal):
                self.apart.setdefault(frozenset((subject, value)), axiom)
            elif axiom.kind is Kind.ONLY and isinstance(axiom.detail[0], NamedNode):
                self.only[axiom.detail[0]].append(axiom)

    def exclusion(self, one: _Kinds, other: _Kinds) -> tuple[Axiom, ...] | None:
        """The axioms by which nothing is of both kinds, or None where something may be."""
        if (one, other) not in self._known:
            self._known[one, other] = self._exclusion(one, other)
        return self._known[one, other]

    def _exclusion(self, one: _Kinds, other: _Kinds) -> tuple[Axiom, ...] | None:
        found: dict[Axiom, None] = {}
        for a in sorted(one, key=str):
            for b in sorted(other, key=str):
                axioms = self._between(a, b)
                if axioms is None:
                    return None
                found.update(dict.fromkeys(axioms))
        return tuple(found)

    def _between(self, one: Node, other: Node) -> tuple[Axiom, ...] | None:
        for a, up in self.supers(one).items():
            for b, along in self.supers(other).items():
                axiom = self.apart.get(frozenset((a, b)))
                if axiom is not None:
                    return (*up, *along, axiom)
        return None

    def supers(self, kind: Node) -> dict[Node, tuple[Axiom, ...]]:
        """The class and those above it, with the axioms that lead there."""
        found: dict[Node, tuple[Axiom, ...]] = {kind: ()}
        waiting = [kind]
        while waiting:
            current = waiting.pop()
            for axiom in self.above.get(current, ()):
                value = axiom.triple[2]
                if not isinstance(value, Literal) and value not in found:
                    found[value] = (*found[current], axiom)
                    waiting.append(value)
        return found

    def values_only(
        self, kinds: _Kinds, predicate: NamedNode
    ) -> Iterator[tuple[Axiom, tuple[Axiom, ...]]]:
        """What things of a kind may have as values: the axiom, and the way up to it."""
        if len(kinds) == 1:
            supers = self.supers(min(kinds, key=str))
            for axiom in self.only[predicate]:
                if axiom.triple[0] in supers:
                    yield axiom, supers[axiom.triple[0]]


def _values(theory: Theory, rules: Mapping[Node, Sequence[Axiom]]) -> Iterator[Suspect]:
    """Two values where one is due, values that point back, texts where numbers are due."""
    groups: dict[tuple[Kind, Node, Term], list[Axiom]] = defaultdict(list)
    rule_of: dict[tuple[Kind, Node], Axiom] = {}
    pairs: dict[Axiom, dict[tuple[Term, Term], Axiom]] = defaultdict(dict)
    for statement in theory.statements:
        subject, predicate, value = statement.triple
        for rule in rules.get(predicate, ()):
            if rule.kind is Kind.FUNCTIONAL:
                groups[rule.kind, predicate, subject].append(statement)
                rule_of[rule.kind, predicate] = rule
            elif rule.kind is Kind.INVERSE_FUNCTIONAL:
                groups[rule.kind, predicate, value].append(statement)
                rule_of[rule.kind, predicate] = rule
            elif rule.kind is Kind.ASYMMETRIC:
                pairs[rule][subject, value] = statement
            elif rule.kind is Kind.RANGE and isinstance(value, Literal):
                wanted = _TAKES.get(getattr(rule.triple[2], "value", ""))
                if wanted is not None and value.datatype.value not in wanted:
                    yield Suspect((statement, rule), (statement,))
    for (kind, on, _), statements in groups.items():
        yield from _more_than_one(theory, statements, rule_of[kind, on])
    for rule, found in pairs.items():
        for (one, other), statement in found.items():
            back = found.get((other, one))
            if back is not None and str(one) <= str(other):
                yield Suspect(tuple(dict.fromkeys([statement, back, rule])), (statement,))


def _more_than_one(theory: Theory, statements: Sequence[Axiom], rule: Axiom) -> Iterator[Suspect]:
    end = 0 if rule.kind is Kind.INVERSE_FUNCTIONAL else 2
    first, *others = statements
    found: list[tuple[Axiom, tuple[Axiom, ...]]] = []
    for other in others:
        one, two = first.triple[end], other.triple[end]
        if isinstance(one, NamedNode) and isinstance(two, NamedNode):
            different = theory.differ(one, two)
            if different is not None:
                found.append((other, (first, other, rule, different)))
        elif one != two:
            found.append((other, (first, other, rule)))
    if found:
        yield Suspect(found[0][1], tuple(statement for statement, _ in found))
