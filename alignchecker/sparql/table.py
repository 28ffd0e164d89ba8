"""Bindings by columns: a variable's column holds the number of its term in every row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress

UNBOUND = -1
"""Stands in the column of a variable in a row that gives it no value."""

Rows = list[int]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of bindings. maybe: variables that some rows may leave without value."""

    columns: Mapping[str, Rows]
    size: int
    maybe: frozenset[str] = frozenset()
    _repetition: dict[str, float] = field(default_factory=dict, compare=False)

    def repetition(self, name: str) -> float:
        """How often a value comes in a variable's column, on the average."""
        if name not in self._repetition:
            self._repetition[name] = self.size / max(len(set(self.columns[name])), 1)
        return self._repetition[name]

    def keep(self, wanted: Sequence[object]) -> Table:
        """The rows whose entry in ``wanted`` is true."""
        size = sum(map(bool, wanted))
        if size == self.size:
            return self
        columns = {name: list(compress(rows, wanted)) for name, rows in self.columns.items()}
        return Table(columns, size, self.maybe)

    def pick(self, places: Sequence[int], new: Mapping[str, Rows]) -> Table:
        """The rows at some places, in that order, with new columns beside them."""
        columns = {
            name: [rows[i] for i in places]
            for name, rows in self.columns.items()
            if name not in new
        }
        return Table({**columns, **new}, len(places), self.maybe - new.keys())

    def with_column(self, name: str, rows: Rows, *, maybe: bool = False) -> Table:
        """The same rows with one more column, or another one in its place."""
        unsure = self.maybe | {name} if maybe else self.maybe - {name}
        return Table({**self.columns, name: rows}, self.size, unsure)

    def only(self, names: Collection[str]) -> Table:
        """The same rows without the other columns."""
        columns = {name: rows for name, rows in self.columns.items() if name in names}
        if len(columns) == len(self.columns):
            return self
        return Table(columns, self.size, self.maybe & columns.keys())

    def distinct(self) -> Table:
        """Each row once."""
        if len(self.columns) == 1:
            ((name, rows),) = self.columns.items()
            once = list(dict.fromkeys(rows))
            return Table({name: once}, len(once), self.maybe)
        rows_once = list(dict.fromkeys(zip(*self.columns.values(), strict=True)))
        if not self.columns:
            return Table({}, min(self.size, 1))
        columns = zip(*rows_once, strict=True) if rows_once else ((),) * len(self.columns)
        named = dict(zip(self.columns, map(list, columns), strict=True))
        return Table(named, len(rows_once), self.maybe)

    def bound(self, name: str) -> tuple[Table, Table]:
        """The rows that give a variable a value, and the others, there without its column."""
        has = [number != UNBOUND for number in self.columns[name]]
        those = self.keep(has)
        others = self.keep([not one for one in has])
        without = {n: rows for n, rows in others.columns.items() if n != name}
        return (
            Table(those.columns, those.size, self.maybe - {name}),
            Table(without, others.size, self.maybe - {name}),
        )


UNIT = Table({}, 1)
"""One row without bindings: what every query begins with."""


def stacked(tables: Sequence[Table]) -> Table:
    """The rows of several tables, one below the other."""
    filled = [table for table in tables if table.size]
    if not filled:
        return Table(tables[0].columns if tables else {}, 0)
    if len(filled) == 1:
        return filled[0]
    names = dict.fromkeys(name for table in filled for name in table.columns)
    columns = {
        name: list(chain(*(table.columns.get(name, [UNBOUND] * table.size) for table in filled)))
        for name in names
    }
    missing = {name for name in names for table in filled if name not in table.columns}
    maybe = frozenset(missing).union(*(table.maybe for table in filled))
    return Table(columns, sum(table.size for table in filled), maybe)
