"""Contradictions and the few axioms that each rests on, found by leaving out what is not needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Triple

from alignchecker.graph.dataset import Node, Term
from alignchecker.reasoning.axioms import TYPE, Axiom, Kind, triples_of
from alignchecker.reasoning.hermit import Contradictory, Hermit, OutOfTime
from alignchecker.reasoning.suspects import Suspect, suspects
from alignchecker.reasoning.theory import Theory

MOST = 20
"""Contradictions without a known pattern that are looked for in one run."""
_AT_ONCE = 16
_MUCH = 20_000


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
        background = self._background(statements, self.theory.ontology)
        return self.hermit.contradictory([*background, *triples_of(statements)])

    def _background(self, statements: Sequence[Axiom], rules: Sequence[Axiom]) -> list[Triple]:
        """What stays while statements are left out: rules of the ontology, declarations, names."""
        declared = self.theory.declared([*statements, *rules])
        return [*declared, *triples_of(rules), *self.theory.names(statements)]

    def impossible_classes(self) -> list[tuple[NamedNode, Contradiction]]:
        theory = self.theory
        declared = (Triple(*s) for of in theory.declarations.values() for s in of)
        try:
            iris = self.hermit.impossible_classes([*declared, *triples_of(theory.ontology)])
        except Contradictory:
            return []
        found = []
        for iri in iris:
            kind = NamedNode(iri)
            member = Axiom(Kind.TYPE, (NamedNode("urn:x-alignchecker:member"), TYPE, kind), None)
            reason = self._narrowed([member])
            axioms = tuple(a for a in reason.axioms if a != member)
            found.append((kind, replace(reason, axioms=axioms)))
        return [(kind, why) for kind, why in found if not _follows(kind, why, set(iris))]

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
            sets = [self._with_declarations(some) for some in (*rests, axioms)]
            first = self.hermit.first_contradictory(sets)
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
        *_, concerned = _rings(ours, rules)
        few, sure = list(statements), False
        try:
            background = self._background(ours, concerned)
            if self.hermit.contradictory([*background, *triples_of(ours)]):
                few, rules = ours, concerned
            else:
                background = self._background(statements, rules)
            few, sure = self._smallest(few, background)
            if sure:
                axioms = self._with_rules([*few, *self._differences(few)], rules)
                few, sure = self._smallest(axioms)
        except OutOfTime:
            sure = False
        return Contradiction(tuple(few), sure)

    def _with_rules(self, few: list[Axiom], rules: Sequence[Axiom]) -> list[Axiom]:
        """Some statements with as many axioms around them as it takes to contradict themselves."""
        sets = [[*few, *ring] for ring in _rings(few, rules)]
        enough = self.hermit.first_contradictory([self._with_declarations(s) for s in sets])
        return [*few, *rules] if enough is None else sets[enough]

    def _differences(self, statements: Iterable[Axiom]) -> Iterator[Axiom]:
        nodes = sorted({node for s in statements for node in s.nodes()}, key=str)
        for one, other in combinations(nodes, 2):
            different = self.theory.differ(one, other)
            if different is not None:
                yield different

    def _smallest(
        self, axioms: Sequence[Axiom], background: Sequence[Triple] = ()
    ) -> tuple[list[Axiom], bool]:
        """The axioms that are needed for a contradiction; whether that came to an end in time.

        The last axiom of the shortest contradictory beginning is needed; then the same again with
        it and what stands before it. HermiT is given beginnings of several lengths, the shortest
        first, and stops at the first that contradicts itself.
        """
        left, needed = list(axioms), list[Axiom]()
        try:
            while True:
                shortest = 0
                while shortest < len(left):
                    step = -(-(len(left) - shortest) // _at_once(len(left)))
                    ends = range(shortest, len(left), step)
                    beginnings = [[*left[:end], *needed] for end in ends]
                    sets = [[*background, *self._with_declarations(b)] for b in beginnings]
                    first = self.hermit.first_contradictory(sets)
                    if first is None:
                        shortest = ends[-1] + 1
                    else:
                        shortest = max(shortest, ends[first] - step + 1)
                        left = left[: ends[first]]
                if not left:
                    break
                needed.append(left.pop())
        except OutOfTime:
            return _in_order([*left, *needed], axioms), False
        return _in_order(needed, axioms), True

    def _with_declarations(self, axioms: Sequence[Axiom]) -> list[Triple]:
        return [*self.theory.declared(axioms), *triples_of(axioms)]


def _rings(few: Iterable[Axiom], ontology: Iterable[Axiom]) -> Iterator[list[Axiom]]:
    """The axioms of the ontology that the terms of some statements lead to, in ever wider rings."""
    terms = {term for axiom in few for term in axiom.terms()}
    left, taken = list(ontology), list[Axiom]()
    while True:
        now = {a for a in left if _speaks_of(a, terms)}
        if taken and not now:
            return
        taken += [a for a in left if a in now]
        left = [a for a in left if a not in now]
        yield list(taken)
        if not now:
            return
        terms.update(term for axiom in now for term in axiom.terms())


def _speaks_of(axiom: Axiom, terms: set[Node]) -> bool:
    subject, _, value = axiom.triple
    if axiom.kind is Kind.DISJOINT:
        return subject in terms and value in terms
    if axiom.kind is Kind.OTHER:
        return bool(axiom.terms() & terms)
    return subject in terms


def _follows(kind: NamedNode, why: Contradiction, impossible: set[str]) -> bool:
    """Whether a class has no members only because a class above it has none."""
    return any(
        a.kind is Kind.SUBCLASS and a.triple[0] == kind and a.triple[2].value in impossible
        for a in why.axioms
        if not isinstance(a.triple[2], Literal)
    )


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


def _at_once(size: int) -> int:
    """How many sets of up to that size HermiT is given in one run."""
    return max(2, min(_AT_ONCE, _MUCH // size))


def _in_order(some: Iterable[Axiom], all_of: Sequence[Axiom]) -> list[Axiom]:
    kept = set(some)
    return [axiom for axiom in all_of if axiom in kept]
