"""Which focus nodes some changed statements can bear on, told from a constraint's query.

A row of a query comes about by statements, one for each of its patterns. Of those that changed, the
one least far from $this is reached from it through statements that are there now. So from where a
changed statement fits into a pattern, the way back along the patterns leads to every $this for
which the answer can be another one; and perhaps to some more, which does no harm.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from alignchecker.sparql.algebra import (
    Bind,
    Call,
    Either,
    Exists,
    Expression,
    Filter,
    Group,
    Inverse,
    Optional,
    Path,
    Pattern,
    Query,
    Repeat,
    Steps,
    Union,
    Var,
    variables,
)
from alignchecker.sparql.edges import edge
from alignchecker.sparql.joining import join
from alignchecker.sparql.table import Table
from alignchecker.triples.index import Index, Numbered

_THIS = "this"
_Changes = Mapping[int, Collection[tuple[int, int]]]
"""Predicate -> subjects and values of the statements that came or went."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A pattern, and those that hold wherever it does: of its group and of the groups around."""

    pattern: Pattern
    beside: tuple[Pattern, ...]


class _Unknown(Exception):
    """A change of which nobody can say how far it reaches."""


def affected(index: Index, query: Query, changed: Collection[Numbered]) -> set[int] | None:
    """The nodes whose answer can have changed; None for all of them."""
    by_predicate: dict[int, set[tuple[int, int]]] = {}
    for subject, predicate, value in changed:
        by_predicate.setdefault(predicate, set()).add((subject, value))
    found: set[int] = set()
    try:
        for placed in _placed(query.where, ()):
            found |= _reached(index, placed, by_predicate)
        for _, expression in query.columns:
            for placed in _in_expression(expression, ()):
                found |= _reached(index, placed, by_predicate)
    except _Unknown:
        return None
    return found


def _placed(group: Group, around: tuple[Pattern, ...]) -> Iterator[_Placed]:
    own = tuple(e for e in group.elements if isinstance(e, Pattern))
    beside = (*around, *own)
    for element in group.elements:
        match element:
            case Pattern():
                yield _Placed(element, tuple(p for p in beside if p is not element))
            case Optional(inner):
                yield from _placed(inner, beside)
            case Union(branches):
                for branch in branches:
                    yield from _placed(branch, beside)
            case Filter(expression) | Bind(expression, _):
                yield from _in_expression(expression, beside)


def _in_expression(expression: Expression, around: tuple[Pattern, ...]) -> Iterator[_Placed]:
    match expression:
        case Exists(group):
            yield from _placed(group, around)
        case Call(_, arguments):
            for argument in arguments:
                yield from _in_expression(argument, around)


def _reached(index: Index, placed: _Placed, changed: _Changes) -> set[int]:
    """What the changes lead back to that fit into one pattern."""
    found: set[int] = set()
    for subjects, values in _fitting(index, placed.pattern.path, changed):
        ends = ((placed.pattern.subject, subjects), (placed.pattern.value, values))
        ways = [
            (way, slot, nodes)
            for slot, nodes in ends
            if isinstance(slot, Var) and (way := _way(slot.name, placed.beside)) is not None
        ]
        if not ways:
            raise _Unknown
        way, start, nodes = min(ways, key=lambda found: len(found[0]))
        found |= _follow(index, way, Table({start.name: list(nodes)}, len(nodes)))
    return found


def _fitting(index: Index, path: Path, changed: _Changes) -> Iterator[tuple[set[int], set[int]]]:
    """At which nodes changes come into a path: seen from its beginning, and from its end."""
    match path:
        case NamedNode():
            pairs = changed.get(index.find(path), ())
            if pairs:
                yield {s for s, _ in pairs}, {o for _, o in pairs}
        case Inverse(inner):
            yield from ((o, s) for s, o in _fitting(index, inner, changed))
        case Either(paths):
            for inner in paths:
                yield from _fitting(index, inner, changed)
        case Repeat(inner):
            walk = edge(index, path)
            for subjects, values in _fitting(index, inner, changed):
                before = {n for s in subjects for n in walk.starts.get(s, ())}
                behind = {n for o in values for n in walk.ends.get(o, ())}
                yield subjects | before, values | behind
        case Steps(paths):
            # Where a change comes in lies between the ends: known only to be somewhere.
            if any(True for inner in paths for _ in _fitting(index, inner, changed)):
                raise _Unknown


def _follow(index: Index, way: Sequence[tuple[Pattern, str]], table: Table) -> set[int]:
    for pattern, name in way:
        table = join(index, pattern, edge(index, pattern.path), table).only({name}).distinct()
        if not table.size:
            return set()
    return set(table.columns[_THIS])


def _way(start: str, patterns: Sequence[Pattern]) -> list[tuple[Pattern, str]] | None:
    """Patterns that lead from a variable to $this, each with the variable that it leads to."""
    ways: dict[str, list[tuple[Pattern, str]]] = {start: []}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        for pattern in patterns:
            names = variables(pattern)
            if name in names and len(names) > 1:
                (other,) = names - {name}
                if other not in ways:
                    ways[other] = [*ways[name], (pattern, other)]
                    waiting.append(other)
    return ways.get(_THIS)
