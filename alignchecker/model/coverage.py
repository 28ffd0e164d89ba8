"""対応表 and indicators side by side, as reports show them: what answers what, between plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from alignchecker.model.indicators import IndicatorCoverage


class Standing(StrEnum):
    """How an item stands to the other plan.

    unknown: the other plan was not read whole, or nobody has begun to link the two.
    """

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    WAIVED = "waived"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Counterpart:
    """The other end of a link. accepted: by a review; else proposed.

    direct: of the item itself, not of one below it.
    """

    iri: str
    label: str
    plan: str
    plan_title: str
    accepted: bool
    direct: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its counterparts. above: labels of the items above it, the topmost first.

    waived: the reason why it has none, "" where none was written down; None where nobody said that
    it needs none. known: whether no counterpart
    is known to be there where none is listed.
    """

    iri: str
    label: str
    number: str | None
    above: tuple[str, ...]
    counterparts: tuple[Counterpart, ...]
    waived: str | None
    known: bool

    def standing(self, *, deep: bool = True) -> Standing:
        """deep: what answers an item below it counts."""
        counted = [c for c in self.counterparts if deep or c.direct]
        if any(c.accepted for c in counted):
            return Standing.ACCEPTED
        if self.waived is not None:
            return Standing.WAIVED
        if counted:
            return Standing.PROPOSED
        return Standing.OPEN if self.known else Standing.UNKNOWN


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A plan beside one that it stands under. verb, force: notations, None where not stated.

    items: of the higher plan, in its order. measures: of the plan, in its order.
    """

    relation: str
    plan: str
    title: str
    higher: str
    higher_title: str
    verb: str | None
    force: str | None
    items: tuple[Row, ...]
    measures: tuple[Row, ...]

    def without(self, plan: str) -> Correspondence:
        """The table as it would be if a plan ended: its measures answer nothing any more."""
        items = tuple(
            replace(row, counterparts=tuple(c for c in row.counterparts if c.plan != plan))
            for row in self.items
        )
        return replace(self, items=items, measures=() if self.plan == plan else self.measures)


def figures(rows: Iterable[Row], *, deep: bool = True) -> Mapping[Standing, int]:
    """How many rows stand how, all standings named."""
    counted = Counter(row.standing(deep=deep) for row in rows)
    return {standing: counted[standing] for standing in Standing}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What answers what among the plans of the inputs, and how their indicators compare."""

    relations: tuple[Correspondence, ...]
    indicators: IndicatorCoverage

    def without(self, plan: str) -> Coverage:
        """The same as if a plan ended; nobody stands under it any more."""
        left = (table for table in self.relations if table.higher != plan)
        return replace(self, relations=tuple(table.without(plan) for table in left))
