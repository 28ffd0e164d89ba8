"""Graphs that a rule's own query would match, more or less, as a hypothesis strategy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from hypothesis import strategies as st
from pyoxigraph import NamedNode

from alignchecker.graph.facts import run_facts
from alignchecker.rules.catalogue import Rule
from alignchecker.sparql.algebra import (
    Call,
    Either,
    Exists,
    Filter,
    Group,
    Inverse,
    Optional,
    Path,
    Pattern,
    Repeat,
    Slot,
    Steps,
    Union,
    Var,
)
from alignchecker.sparql.query import prepare
from alignchecker.triples.terms import Statement, Term
from tests.shapes.running import AS_OF

from .material import TYPE, Case, known_values, rules
from .terms import NODES, TERMS


@dataclass(frozen=True, slots=True)
class Step:
    """A triple pattern of a query. tested: whether it stands within EXISTS."""

    subject: Slot
    predicate: NamedNode
    value: Slot
    tested: bool


@cache
def steps() -> Mapping[str, Sequence[Step]]:
    """Rule -> the triple patterns of its query, of all alternatives, with paths taken apart."""
    return {rule.id: tuple(_steps(rule)) for rule in rules()}


def _steps(rule: Rule) -> Iterator[Step]:
    query = prepare(rule.select, rule.prefixes, frozenset({"this"}))
    for pattern, tested in _patterns(query.where, tested=False):
        for subject, predicate, value in _walked(pattern.subject, pattern.path, pattern.value):
            yield Step(subject, predicate, value, tested)


def _patterns(part: object, *, tested: bool) -> Iterator[tuple[Pattern, bool]]:
    match part:
        case Pattern():
            yield part, tested
        case Exists(group):
            yield from _patterns(group, tested=True)
        case Filter(inner) | Optional(inner):
            yield from _patterns(inner, tested=tested)
        case Call(_, parts) | Union(parts) | Group(parts):
            for each in parts:
                yield from _patterns(each, tested=tested)


def _walked(subject: Slot, path: Path, value: Slot) -> Iterator[tuple[Slot, NamedNode, Slot]]:
    match path:
        case NamedNode():
            yield subject, path, value
        case Inverse(inner):
            yield from _walked(value, inner, subject)
        case Either(branches):
            yield from chain(*(_walked(subject, branch, value) for branch in branches))
        case Repeat(inner):
            yield from _walked(subject, inner, value)
        case Steps(parts):
            between = [Var(f"{subject}/{value}/{number}") for number in range(1, len(parts))]
            slots = [subject, *between, value]
            yield from chain(*map(_walked, slots, parts, slots[1:]))


@st.composite
def _matches(draw: st.DrawFn, rule: Rule) -> list[Statement]:
    """A query's patterns with terms for its variables; some patterns are left out."""
    asked = steps()[rule.id]
    nodes = {Var("this"), *(step.subject for step in asked)}
    chosen: dict[Slot, Term] = {}

    def term(slot: Slot, predicate: NamedNode) -> Term:
        if not isinstance(slot, Var):
            return slot
        if slot not in chosen:
            seen = st.sampled_from(known_values().get(predicate, NODES))
            values = st.sampled_from(NODES) if slot in nodes else st.one_of(seen, seen, TERMS)
            chosen[slot] = draw(values)
        return chosen[slot]

    found: list[Statement] = []
    if rule.target is not None:
        found.append((term(Var("this"), TYPE), TYPE, rule.target))  # type: ignore[arg-type]
    chances = draw(st.lists(st.integers(0, 9), min_size=len(asked), max_size=len(asked)))
    for step, chance in zip(asked, chances, strict=True):
        if chance >= (7 if step.tested else 1):
            node = term(step.subject, step.predicate)
            found.append((node, step.predicate, term(step.value, step.predicate)))  # type: ignore[arg-type]
    return found


@st.composite
def patterned(draw: st.DrawFn) -> Case:
    """What one or two queries match, each with several values for its variables."""
    asked = draw(st.lists(st.sampled_from(rules()), min_size=1, max_size=2))
    copies = [draw(_matches(rule)) for rule in asked for _ in range(draw(st.integers(1, 2)))]
    graph = tuple(dict.fromkeys(chain(*copies, run_facts(AS_OF))))
    return Case(graph, frozenset(rule.id for rule in asked))
