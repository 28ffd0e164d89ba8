"""対応表 for a page: the figures of each two plans, a matrix of both, and either side item by item.

A matrix has hardly more cells than marks: up to five blank ones between two marks are one, so that
a line guides the eye every five columns, and rows without a mark in a part of the columns are only
counted there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from alignchecker.model.coverage import (
    Correspondence,
    Counterpart,
    Coverage,
    Row,
    Standing,
    figures,
)
from alignchecker.reports.standings import MARKS

_WIDEST = 40
"""How many columns fit on a page of A4 beside the names of the rows."""
_GUIDE = 5
_MOST = 10
_MOST_PLANS = 3
"""How many counterparts of an item, and how many other plans that have some, are named."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A mark, or as many blank cells as ``span`` says."""

    mark: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A measure and its cells in a block."""

    row: Row
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Block:
    """Some columns of a matrix. left_out: measures without a mark in them that are not listed."""

    first: int
    columns: Sequence[Row]
    lines: Sequence[Line]
    left_out: int

    @property
    def last(self) -> int:
        """The number of the last column, as ``first`` is of the first; from 1."""
        return self.first + len(self.columns) - 1


@dataclass(frozen=True)
class Table:
    """A plan beside one that it stands under, for a page."""

    of: Correspondence

    def counts(self, side: str, *, deep: bool = True) -> Mapping[str, int]:
        """How many items or measures stand how, by the word of the standing."""
        rows = self.of.items if side == "items" else self.of.measures
        return {standing.value: count for standing, count in figures(rows, deep=deep).items()}

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The matrix in parts that a page is wide enough for; none without marks."""
        return list(_blocks(self.of)) if any(row.counterparts for row in self.of.items) else []

    def own(self, row: Row) -> Sequence[Counterpart]:
        """The counterparts of an item in the two plans of the table."""
        return [c for c in row.counterparts if c.plan in {self.of.plan, self.of.higher}]

    def others(self, row: Row) -> Mapping[str, int]:
        """How many an item has in the other plans that answer it most, by their titles."""
        return dict(self._other_plans(row).most_common(_MOST_PLANS))

    def elsewhere(self, row: Row) -> int:
        """How many an item has in plans that are not named."""
        return self._other_plans(row).total() - sum(self.others(row).values())

    def _other_plans(self, row: Row) -> Counter[str]:
        here = {self.of.plan, self.of.higher}
        return Counter(c.plan_title for c in row.counterparts if c.plan not in here)


@dataclass(frozen=True)
class Answers:
    """All tables. marks: standing -> its mark. most: how many counterparts of an item are named."""

    tables: Sequence[Table]
    marks: Mapping[Standing, str]
    most = _MOST

    @classmethod
    def of(cls, coverage: Coverage | None) -> Answers:
        """Those of a report; none where it has none."""
        return cls([Table(r) for r in coverage.relations] if coverage else [], MARKS)


def _blocks(of: Correspondence) -> Iterator[Block]:
    marks = _marks(of)
    parts = list(_parts(of.items))
    first = 1
    for columns in parts:
        iris = [row.iri for row in columns]
        lines = [Line(row, list(_cells(marks.get(row.iri, {}), iris))) for row in of.measures]
        if len(parts) > 1:
            lines = [line for line in lines if any(cell.mark for cell in line.cells)]
        yield Block(first, columns, lines, len(of.measures) - len(lines))
        first += len(columns)


def _marks(of: Correspondence) -> Mapping[str, Mapping[str, str]]:
    """Measure -> item -> ● for a link to the item itself, ○ to one below it, △ proposed only."""
    found: dict[str, dict[str, str]] = {}
    for item in of.items:
        for c in item.counterparts:
            if c.plan == of.plan:
                mark = "△" if not c.accepted else "●" if c.direct else "○"
                found.setdefault(c.iri, {})[item.iri] = mark
    return found


def _parts(items: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The columns in parts, divided where a heading of the higher plan begins if that can be."""
    part: list[Row] = []
    for _, group in groupby(items, key=lambda row: row.above[:1]):
        together = list(group)
        if part and len(part) + len(together) > _WIDEST:
            yield part
            part = []
        part += together
        while len(part) > _WIDEST:
            yield part[:_WIDEST]
            part = part[_WIDEST:]
    if part:
        yield part


def _cells(marks: Mapping[str, str], columns: Sequence[str]) -> Iterator[Cell]:
    numbered = ((marks.get(iri, ""), number) for number, iri in enumerate(columns))
    for (mark, _), group in groupby(numbered, key=lambda pair: (pair[0], pair[1] // _GUIDE)):
        together = list(group)
        if mark:
            yield from (Cell(mark) for _ in together)
        else:
            yield Cell("", len(together))
