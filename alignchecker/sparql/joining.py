"""One triple pattern joined to a table, from whichever end is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from alignchecker.sparql.algebra import Pattern, Slot, Var, variables
from alignchecker.sparql.edges import AnyOf, Edge, PlainEdge, Turned
from alignchecker.sparql.table import Rows, Table, stacked
from alignchecker.triples.index import Index

Cost = tuple[bool, float]
"""Whether every row goes with every pair, and about how many rows there will be."""


def cost(index: Index, pattern: Pattern, edge: Edge, table: Table) -> Cost:
    """What a join costs. What has nothing to do with the table yet waits for what has."""
    names = variables(pattern)
    is_apart = table.size > 1 and bool(names) and names.isdisjoint(table.columns)
    return is_apart, _rows_after(index, pattern, edge, table)


def _rows_after(index: Index, pattern: Pattern, edge: Edge, table: Table) -> float:
    """About how many rows a join gives; exact where one end is a constant."""
    subject, value = _ends(index, pattern, table)
    if isinstance(value, int):
        there = len(edge.starts.get(value, ()))  # type: ignore[arg-type]
        return min(table.size / 2, there) if subject is not None else table.size * there
    if isinstance(subject, int):
        if edge.single is not None:
            return table.size * (subject in edge.single)
        return table.size * len(edge.ends.get(subject, ()))  # type: ignore[arg-type]
    if subject is not None and value is not None:
        return min(table.size / 2, edge.size)
    if subject is not None or value is not None:
        name, fan = (subject or value, _fan(edge, forward=subject is not None))
        rows = table.size * fan
        # No more than all pairs, for each time that a value comes.
        return rows if rows <= edge.size else min(rows, edge.size * table.repetition(str(name)))
    return table.size * float(edge.size)


def _fan(edge: Edge, *, forward: bool) -> float:
    """How many nodes a node leads to, or is led to from, on the average."""
    if edge.single is not None and forward:
        return 1.0
    ends = edge.ends if forward else edge.starts
    return edge.size / max(len(ends), 1) if isinstance(edge, PlainEdge) else 2.0


_End = int | str | None
"""A constant's number, the name of a variable with values, or None for a free one."""


def _ends(index: Index, pattern: Pattern, table: Table) -> tuple[_End, _End]:
    def given(slot: Slot) -> _End:
        if isinstance(slot, Var):
            return slot.name if slot.name in table.columns else None
        # Not find(): a path of no length leads from a node to itself, in the graph or not.
        return index.number(slot)

    return given(pattern.subject), given(pattern.value)


def join(index: Index, pattern: Pattern, edge: Edge, table: Table) -> Table:
    """The rows of a table that the pattern goes with, with the variables that it binds."""
    if isinstance(edge, AnyOf):
        return stacked([join(index, pattern, inner, table) for inner in edge.edges])
    if isinstance(edge, Turned):
        turned = Pattern(pattern.value, pattern.path, pattern.subject)
        return join(index, turned, edge.edge, table)
    unsure = variables(pattern) & table.maybe
    if unsure:
        parts = table.bound(min(unsure))
        return stacked([join(index, pattern, edge, part) for part in parts])
    return _joined(pattern, edge, table, *_ends(index, pattern, table))


def _joined(pattern: Pattern, edge: Edge, table: Table, subject: _End, value: _End) -> Table:
    if subject is None and value is None:
        return _enumerated(pattern, edge, table)
    if subject is None:
        return _reached(table, value, _name(pattern.subject), edge.starts)
    if value is not None:
        return _tested(table, subject, value, edge)
    if edge.single is not None:
        return _looked_up(table, subject, _name(pattern.value), edge.single)
    return _reached(table, subject, _name(pattern.value), edge.ends)


def _name(slot: Slot) -> str:
    assert isinstance(slot, Var)
    return slot.name


def _rows(table: Table, end: _End) -> Rows:
    return table.columns[end] if isinstance(end, str) else [end or 0] * table.size


def _enumerated(pattern: Pattern, edge: Edge, table: Table) -> Table:
    names = _name(pattern.subject), _name(pattern.value)
    pairs = list(edge.pairs())
    if names[0] == names[1]:
        new = {names[0]: [a for a, b in pairs if a == b]}
    else:
        new = {names[0]: [a for a, _ in pairs], names[1]: [b for _, b in pairs]}
    size = len(new[names[0]])
    if not table.columns and table.size == 1:
        return Table(new, size)
    places = [i for i in range(table.size) for _ in range(size)]
    return table.pick(places, {name: rows * table.size for name, rows in new.items()})


def _looked_up(table: Table, start: _End, name: str, single: Mapping[int, int]) -> Table:
    """Where a node leads to one node at most."""
    found = list(map(single.get, _rows(table, start)))
    if None not in found:
        return table.with_column(name, found)  # type: ignore[arg-type]
    kept = table.keep([end is not None for end in found])
    return kept.with_column(name, [end for end in found if end is not None])


def _reached(table: Table, start: _End, name: str, ends: Mapping[int, Iterable[int]]) -> Table:
    if isinstance(start, int):
        there = list(ends.get(start, ()))
        places = [i for i in range(table.size) for _ in there]
        return table.pick(places, {name: there * table.size})
    get = ends.get
    found = [get(node, ()) for node in _rows(table, start)]
    reached = list(chain.from_iterable(found))
    if len(reached) == table.size and () not in found:
        return table.with_column(name, reached)
    places = [i for i, there in enumerate(found) for _ in there]
    return table.pick(places, {name: reached})


def _tested(table: Table, start: _End, end: _End, edge: Edge) -> Table:
    """Both ends are known: rows whose two nodes the path connects."""
    starts, ends = _rows(table, start), _rows(table, end)
    if edge.single is not None:
        get = edge.single.get
        return table.keep([get(a) == b for a, b in zip(starts, ends, strict=True)])
    if isinstance(end, int):
        leading = set(edge.starts.get(end, ()))
        return table.keep([a in leading for a in starts])
    reach = edge.ends.get
    return table.keep([b in reach(a, ()) for a, b in zip(starts, ends, strict=True)])


def star(table: Table, patterns: Sequence[Pattern]) -> Sequence[Pattern]:
    """The patterns that tie one new variable to two or more that have their values, if any do."""
    ties: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        free = variables(pattern) - table.columns.keys()
        known = variables(pattern) & table.columns.keys() - table.maybe
        if len(free) == len(known) == 1:
            ties.setdefault(min(free), []).append(pattern)
    several = [tied for tied in ties.values() if len(tied) > 1]
    return max(several, key=len, default=())


def join_at_once(table: Table, other: Table) -> Table:
    """The rows of two tables that agree in all variables that both have, each with its value."""
    shared = [name for name in other.columns if name in table.columns]
    places: dict[tuple[int, ...], list[int]] = {}
    for place, key in enumerate(zip(*(other.columns[name] for name in shared), strict=True)):
        places.setdefault(key, []).append(place)
    keys = zip(*(table.columns[name] for name in shared), strict=True)
    pairs = [(i, place) for i, key in enumerate(keys) for place in places.get(key, ())]
    new = {
        name: [rows[place] for _, place in pairs]
        for name, rows in other.columns.items()
        if name not in table.columns
    }
    return table.pick([i for i, _ in pairs], new)
