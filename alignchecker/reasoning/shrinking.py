"""From many axioms that contradict each other to the few that are needed for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from alignchecker.graph.dataset import Node
from alignchecker.reasoning.axioms import Axiom, Kind
from alignchecker.reasoning.hermit import OutOfTime

Judge = Callable[[Sequence[Sequence[Axiom]]], int | None]
"""Sets of axioms -> the number of the first that contradicts itself, or None."""

_AT_ONCE = 16
_MUCH = 20_000
_FEW = 64
_WIDER = 4


def smallest(axioms: Sequence[Axiom], judge: Judge) -> tuple[list[Axiom], bool]:
    """The axioms that are needed for a contradiction; False with them where time ran out.

    The last axiom of the shortest contradictory beginning is needed; then the same again with it
    and what stands before it. The judge is given beginnings of several lengths at a time, the
    shortest first. What is needed besides is seldom far from what is known to be needed, so that
    goes to the front.
    """
    left, needed = list(axioms), list[Axiom]()
    try:
        while True:
            shortest = 0
            while shortest < len(left):
                ends = list(_ends(shortest, len(left), near=bool(needed)))
                first = judge([[*left[:end], *needed] for end in ends])
                if first is None:
                    shortest = ends[-1] + 1
                else:
                    shortest = ends[first - 1] + 1 if first else shortest
                    left = left[: ends[first]]
            if not left:
                break
            needed.append(left.pop())
            if len(left) > _FEW:
                left = _nearest_first(left, needed)
    except OutOfTime:
        return _as_in([*left, *needed], axioms), False
    return _as_in(needed, axioms), True


def _ends(start: int, stop: int, *, near: bool) -> Iterator[int]:
    """Where beginnings end, at least ``start`` and below ``stop``.

    Spread evenly, fewer where they are long; near: growing by leaps, while they are short.
    """
    yield start
    if near and stop - start > _FEW and start * _WIDER < min(stop, _MUCH):
        end = max(start, 1) * _WIDER
        while end < min(stop, _MUCH):
            yield end
            end *= _WIDER
        return
    at_once = max(2, min(_AT_ONCE, _MUCH // stop))
    step = -(-(stop - start) // at_once)
    yield from range(start + step, stop, step)


def _nearest_first(axioms: Sequence[Axiom], known: Iterable[Axiom]) -> list[Axiom]:
    """The axioms by how many steps lie between their things and those of the known ones."""
    touching: dict[Node, list[int]] = defaultdict(list)
    for number, axiom in enumerate(axioms):
        for node in axiom.nodes():
            touching[node].append(number)
    order: dict[int, None] = {}
    seen = {node for axiom in known for node in axiom.nodes()}
    edge = seen
    while edge:
        reached = sorted({number for node in edge for number in touching.get(node, ())})
        order.update(dict.fromkeys(reached))
        edge = {node for number in reached for node in axioms[number].nodes()} - seen
        seen |= edge
    order.update(dict.fromkeys(range(len(axioms))))
    return [axioms[number] for number in order]


def _as_in(some: Iterable[Axiom], all_of: Sequence[Axiom]) -> list[Axiom]:
    kept = set(some)
    return [axiom for axiom in all_of if axiom in kept]


def rings(few: Iterable[Axiom], ontology: Iterable[Axiom]) -> Iterator[list[Axiom]]:
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
