"""Groups of a query, evaluated over a table of bindings that they are handed.

A group is handed what is bound around it, where SPARQL evaluates it by itself and joins afterwards.
Where that could make a difference, ``scope.check`` has refused the query.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, count

from alignchecker.sparql.algebra import (
    Bind,
    Element,
    Exists,
    Expression,
    Filter,
    Group,
    Optional,
    Pattern,
    Union,
    Var,
    bindable,
    variables,
)
from alignchecker.sparql.edges import Edge, edge
from alignchecker.sparql.expressions import Expressions
from alignchecker.sparql.joining import cost, join, join_at_once, star
from alignchecker.sparql.table import UNBOUND, UNIT, Table, stacked
from alignchecker.triples.index import Index

_FANNING = 2
"""From how many rows for each row a join is looked at twice."""
_Asked = tuple[Expression, frozenset[str]]
"""A filter that waits, and the variables that must have their values before."""


class Evaluation:
    """One query's run over an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.expressions = Expressions(index, self.exists)
        self._edges: dict[object, Edge] = {}
        self._marks = count()

    def group(self, group: Group, table: Table, wanted: frozenset[str]) -> Table:
        """The rows of a table that a group goes with, with what it binds.

        wanted: the variables that somebody asks for afterwards; others may be left out.
        """
        waiting = [e.condition for e in group.elements if isinstance(e, Filter)]
        own = bindable(group)
        asked = [(c, variables(c) & own) for c in waiting]
        parts = list(_parts(group.elements))
        for place, part in enumerate(parts):
            later = wanted.union(*map(variables, _flat(waiting, parts[place + 1 :])))
            if isinstance(part, list):
                table = self._patterns(part, table, asked, later)
            else:
                table = self._element(part, table, later)
            table = self._filtered(table, asked)
            if not table.size:
                return table
        for condition, _ in asked:
            table = table.keep(self.expressions.conditions(condition, table))
        return table

    def _filtered(self, table: Table, asked: list[_Asked]) -> Table:
        """Applies the filters whose variables all have their values by now."""
        certain = table.columns.keys() - table.maybe
        for entry in [entry for entry in asked if entry[1] <= certain]:
            asked.remove(entry)
            table = table.keep(self.expressions.conditions(entry[0], table))
        return table

    def _patterns(
        self,
        patterns: Sequence[Pattern],
        table: Table,
        asked: list[_Asked],
        wanted: frozenset[str],
    ) -> Table:
        """Joins patterns, always the one next of which the fewest rows are to be expected."""
        waiting = list(patterns)
        while waiting and table.size:
            table = self._filtered(table, asked)
            costs = [cost(self.index, p, self._edge(p), table) for p in waiting]
            best = min(costs)
            # Many rows for each: what one tie leaves open, ties to several known things decide.
            tied = star(table, waiting) if best[1] > _FANNING * table.size else ()
            if tied:
                waiting = [pattern for pattern in waiting if pattern not in tied]
                other = UNIT
                for pattern in sorted(tied, key=lambda p: self._edge(p).size):
                    other = join(self.index, pattern, self._edge(pattern), other)
                table = join_at_once(table, other)
            else:
                pattern = waiting.pop(costs.index(best))
                table = join(self.index, pattern, self._edge(pattern), table)
            table = table.only(wanted.union(*map(variables, waiting)))
        return table

    def _edge(self, pattern: Pattern) -> Edge:
        found = self._edges.get(pattern.path)
        if found is None:
            found = self._edges[pattern.path] = edge(self.index, pattern.path)
        return found

    def _element(self, element: Element, table: Table, wanted: frozenset[str]) -> Table:
        match element:
            case Optional(group):
                return self._optional(group, table, wanted)
            case Union(branches):
                return stacked([self.group(branch, table, wanted) for branch in branches])
            case Bind(expression, Var(name)):
                rows = self.expressions.numbers(expression, table)
                return table.with_column(name, rows, maybe=UNBOUND in rows)
        raise AssertionError(element)

    def _optional(self, group: Group, table: Table, wanted: frozenset[str]) -> Table:
        mark, numbered = self._numbered(table)
        found = self.group(group, numbered, wanted | numbered.columns.keys())
        there = set(found.columns[mark]) if found.size else set()
        if len(there) == table.size:
            result = found
        else:
            result = stacked([found, numbered.keep([i not in there for i in range(table.size)])])
        for name in bindable(group):
            if name not in result.columns:
                result = result.with_column(name, [UNBOUND] * result.size, maybe=True)
        return result.only([name for name in result.columns if name != mark])

    def _numbered(self, table: Table) -> tuple[str, Table]:
        """The rows with their places beside them, in a column of which the name is given."""
        mark = f".row{next(self._marks)}"
        return mark, table.with_column(mark, list(range(table.size)))

    def exists(self, exists: Exists, table: Table) -> list[bool]:
        """For each row whether the group has a solution that goes with it."""
        shared = [name for name in table.columns if name in variables(exists.group)]
        asked = table.only(shared)
        once = asked.distinct()
        mark, numbered = self._numbered(once)
        found = self.group(exists.group, numbered, frozenset({mark}))
        there = set(found.columns[mark]) if found.size else set()
        if not shared:
            return [bool(there)] * table.size
        if len(shared) == 1:
            rows = once.columns[shared[0]]
            alive = {rows[i] for i in there}
            return [number in alive for number in asked.columns[shared[0]]]
        keys = list(zip(*once.columns.values(), strict=True))
        held = {keys[i] for i in there}
        return [key in held for key in zip(*asked.columns.values(), strict=True)]


def _flat(conditions: Sequence[object], parts: Sequence[object]) -> Iterable[object]:
    """Conditions and the elements of parts."""
    return chain(conditions, *(part if isinstance(part, list) else [part] for part in parts))


def _parts(elements: Iterable[Element]) -> Iterable[list[Pattern] | Element]:
    """Neighbouring patterns together, the other elements by themselves, filters left out."""
    run: list[Pattern] = []
    for element in elements:
        if isinstance(element, Pattern):
            run.append(element)
        elif not isinstance(element, Filter):
            if run:
                yield run
            run = []
            yield element
    if run:
        yield run
