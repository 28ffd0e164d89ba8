"""Contradictions and the few axioms that each rests on, found by leaving out what is not needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Triple

from alignchecker.graph.dataset import Term
from alignchecker.reasoning.axioms import TYPE, Axiom, Kind, triples_of
from alignchecker.reasoning.hermit import Contradictory, Hermit, OutOfTime
from alignchecker.reasoning.shrinking import Judge, rings, smallest
from alignchecker.reasoning.suspects import Suspect, suspects
from alignchecker.reasoning.theory import Theory

MOST = 20
"""Contradictions without a known pattern that are looked for in one run."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Axioms that cannot all hold, statements of the files first.

    smallest: none of them can be left out; False where time ran out before that was certain.
    alike: statements elsewhere that contradict the ontology in the same way.
    """

    axioms: tuple[Axiom, ...]
    smallest: bool = True
    alike: tuple[Axiom, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and whether that is all there is."""

    contradictions: tuple[Contradiction, ...]
    impossible: tuple[tuple[NamedNode, Contradiction], ...]
    all_found: bool


def examine(theory: Theory, hermit: Hermit) -> Found:
    """Looks for classes that can have no member and statements that contradict the ontology.

    Raises OutOfTime where not even that could be told, ReasonerError.
    """
    search = _Search(theory, hermit)
    known = [Contradiction((statement, rule)) for statement, rule in theory.misfits]
    impossible, whole = search.impossible_classes(), True
    sound = not search.contradictory(theory.statements)
    found = known if sound else [*known, *search.suspected()]
    if not sound:
        rest, whole = search.others()
        found += rest
    return Found(tuple(_gathered(found)), tuple(impossible), whole and search.whole)


@dataclass(slots=True)
class _Search:
    theory: Theory
    hermit: Hermit
    doubtful: set[Axiom] = field(default_factory=set)
    """Statements that are set aside: without them, what has been found is gone."""
    whole: bool = True

    def contradictory(self, statements: Sequence[Axiom]) -> bool:
        return self._among(self.theory.ontology)([statements]) is not None

    def _among(self, rules: Sequence[Axiom]) -> Judge:
        """Judges statements together with some axioms of the ontology and the names in them."""

        def given(statements: Sequence[Axiom]) -> Iterator[Triple]:
            yield from self._with_declarations([*rules, *statements])
            yield from self.theory.names(statements)

        return lambda sets: self.hermit.first_contradictory([given(s) for s in sets])

    def _alone(self, sets: Sequence[Sequence[Axiom]]) -> int | None:
        """Judges axioms with nothing beside them."""
        return self.hermit.first_contradictory([self._with_declarations(s) for s in sets])

    def impossible_classes(self) -> list[tuple[NamedNode, Contradiction]]:
        theory = self.theory
        declared = (Triple(*s) for of in theory.declarations.values() for s in of)
        try:
            iris = self.hermit.impossible_classes([*declared, *triples_of(theory.ontology)])
        except Contradictory:
            return []
        found = []
        for iri in _uppermost(iris, theory.ontology):
            kind = NamedNode(iri)
            member = Axiom(Kind.TYPE, (NamedNode("urn:x-alignchecker:member"), TYPE, kind), None)
            reason = self._narrowed([member])
            axioms = tuple(a for a in reason.axioms if a != member)
            found.append((kind, replace(reason, axioms=axioms)))
        return found

    def suspected(self) -> list[Contradiction]:
        """One contradiction for each pattern that HermiT confirms, with all that are like it."""
        groups: dict[object, list[Suspect]] = defaultdict(list)
        for suspect in suspects(self.theory):
            groups[_pattern(suspect.axioms)].append(suspect)
        found = []
        for group in groups.values():
            first = group[0]
            try:
                axioms = self._confirmed(first.axioms)
            except OutOfTime:
                self.whole = False
                break
            if axioms is None:
                continue
            # What is built in the same way is contradictory in the same way.
            alike = [s.doubtful[0] for s in group[1:]]
            more = [d for s in group for d in s.doubtful[1:]]
            found.append(Contradiction(tuple(axioms), alike=(*alike, *more)))
            self.doubtful.update(d for suspect in group for d in suspect.doubtful)
        return found

    def _confirmed(self, suspected: Sequence[Axiom]) -> list[Axiom] | None:
        """The axioms that are needed; None where HermiT finds no contradiction in them.

        All without one axiom each, then all: where only the last contradicts itself, one run of
        HermiT has both confirmed the suspect and shown that nothing can be left out.
        """
        axioms = list(suspected)
        while True:
            rests = [axioms[:i] + axioms[i + 1 :] for i in range(len(axioms))]
            first = self._alone([*rests, axioms])
            if first is None or first == len(rests):
                return None if first is None else axioms
            axioms = rests[first]

    def others(self) -> tuple[list[Contradiction], bool]:
        """What no pattern shows: parts are left out for as long as the rest contradicts itself."""
        found: list[Contradiction] = []
        try:
            while len(found) < MOST:
                left = [s for s in self.theory.statements if s not in self.doubtful]
                if not self.contradictory(left):
                    return found, True
                found.append(self._narrowed(left))
                mine = [a for a in found[-1].axioms if a.is_statement]
                self.doubtful.update(mine)
                if not mine or not found[-1].smallest:
                    return found, False
        except OutOfTime:
            pass
        return found, False

    def _narrowed(self, statements: Sequence[Axiom]) -> Contradiction:
        """A smallest contradiction among many statements and the whole ontology.

        First without what only shipped files say: that is seldom part of it, and often most of it.
        """
        rules: Sequence[Axiom] = self.theory.ontology
        ours = [s for s in statements if s.graph is None or s.graph in self.theory.inputs]
        *_, concerned = rings(ours, rules)
        few, sure = list(statements), False
        try:
            if self._among(concerned)([ours]) is not None:
                few, rules = ours, concerned
            few, sure = smallest(few, self._among(rules))
            if sure:
                axioms = self._with_rules([*few, *self._differences(few)], rules)
                few, sure = smallest(axioms, self._alone)
        except OutOfTime:
            sure = False
        return Contradiction(tuple(few), sure)

    def _with_rules(self, few: list[Axiom], rules: Sequence[Axiom]) -> list[Axiom]:
        """Some statements with as many axioms around them as it takes to contradict themselves."""
        sets = [[*few, *ring] for ring in rings(few, rules)]
        enough = self._alone(sets)
        return [*few, *rules] if enough is None else sets[enough]

    def _differences(self, statements: Iterable[Axiom]) -> Iterator[Axiom]:
        nodes = sorted({node for s in statements for node in s.nodes()}, key=str)
        for one, other in combinations(nodes, 2):
            different = self.theory.differ(one, other)
            if different is not None:
                yield different

    def _with_declarations(self, axioms: Sequence[Axiom]) -> list[Triple]:
        return [*self.theory.declared(axioms), *triples_of(axioms)]


def _uppermost(impossible: Sequence[str], ontology: Iterable[Axiom]) -> Sequence[str]:
    """Of the classes without members those that are not below another such class."""
    known = set(impossible)
    below = {
        (axiom.triple[0].value, axiom.triple[2].value)
        for axiom in ontology
        if axiom.kind is Kind.SUBCLASS and not isinstance(axiom.triple[2], Literal)
    }
    lower = {
        one for one, other in below if one != other and other in known and (other, one) not in below
    }
    return [iri for iri in impossible if iri not in lower] or impossible


def _pattern(axioms: Iterable[Axiom]) -> object:
    """What stays the same where the same mistake is made about other things of the same file."""
    numbers: dict[Term, int] = {}

    def shape(axiom: Axiom, nodes: set[NamedNode]) -> Iterator[object]:
        yield from (axiom.kind, axiom.graph)
        for term in axiom.triple:
            if term in nodes:
                yield numbers.setdefault(term, len(numbers))
            else:
                yield term.datatype if isinstance(term, Literal) else term

    return tuple(
        tuple(shape(axiom, set(axiom.nodes()) if axiom.is_statement else set())) for axiom in axioms
    )


def _gathered(found: Iterable[Contradiction]) -> list[Contradiction]:
    """Statements that cannot be read as OWL are gathered as the others have been."""
    groups: dict[object, list[Contradiction]] = defaultdict(list)
    for one in found:
        groups[_pattern(one.axioms)].append(one)
    return [
        replace(first, alike=(*first.alike, *(other.axioms[0] for other in others)))
        for first, *others in groups.values()
    ]
