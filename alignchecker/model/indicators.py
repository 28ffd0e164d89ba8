"""Measures and indicators of each plan, seen from both sides, and the same indicator across plans.

The list of indicators never shows the measures that have none; the list of measures does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from unicodedata import normalize


class ValueState(StrEnum):
    """Whether a value is there: a dash says that none is set, silence leaves it unknown."""

    SET = "set"
    NOT_SET = "not-set"
    UNKNOWN = "unknown"


class Difference(StrEnum):
    """In what two values of one indicator differ. not-set: one of them is a dash."""

    UNIT = "unit"
    VALUE = "value"
    YEAR = "year"
    NOT_SET = "not-set"


class Measured(StrEnum):
    """Whether an item has an indicator.

    unknown: a summary or an extract, all that was read of the plan, shows none.
    """

    PRESENT = "present"
    WAIVED = "waived"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MeasuredValue:
    """A value as printed, with its unit. fiscal_year None: unknown.

    amount: what it is compared by, where it is a number: in what it is counted (its unit in one
    form, and whether it adds up), from how much to how much.
    """

    printed: str
    fiscal_year: int | None
    state: ValueState
    amount: tuple[str, Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class MeasuredItem:
    """An item on the level where its plan puts its indicators, with all that measure it.

    indicators: IRIs. waived: the reason why it goes without, None where nobody gave one.
    """

    iri: str
    label: str
    level: str
    number: str | None
    indicators: tuple[str, ...]
    waived: str | None


@dataclass(frozen=True, slots=True)
class ListedIndicator:
    """An indicator with what it measures. items: IRIs and labels of the items it hangs on.

    baselines, targets: by year; one of state unknown where the plan prints none.
    """

    iri: str
    name: str
    plan: str
    plan_title: str
    repeated: bool
    items: tuple[tuple[str, str], ...]
    baselines: tuple[MeasuredValue, ...]
    targets: tuple[MeasuredValue, ...]


@dataclass(frozen=True, slots=True)
class PlanIndicators:
    """One plan of the inputs. level: where it puts its indicators, None if on no level.

    partial: only a summary or an extract was read, so that what it lacks is unknown.
    """

    iri: str
    title: str
    level: str | None
    items: tuple[MeasuredItem, ...]
    indicators: tuple[ListedIndicator, ...]
    partial: bool

    def measured(self, item: MeasuredItem) -> Measured:
        """Whether one of its items has an indicator."""
        if item.indicators:
            return Measured.PRESENT
        if item.waived is not None:
            return Measured.WAIVED
        return Measured.UNKNOWN if self.partial else Measured.MISSING

    def figures(self) -> Mapping[Measured, int]:
        """How many of its items have an indicator or have not, all named."""
        counted = Counter(map(self.measured, self.items))
        return {measured: counted[measured] for measured in Measured}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator in two plans. reviewed: a person called both the same."""

    one: ListedIndicator
    other: ListedIndicator
    reviewed: bool

    @property
    def differences(self) -> Mapping[str, frozenset[Difference]]:
        """In what the baselines and the targets of the two differ, by "baseline" and "target".

        Where one of the plans prints none, nothing is known to differ.
        """
        return {
            "baseline": _differences(self.one.baselines, self.other.baselines),
            "target": _differences(self.one.targets, self.other.targets),
        }


@dataclass(frozen=True, slots=True)
class IndicatorCoverage:
    """What ``alignchecker coverage`` shows."""

    plans: tuple[PlanIndicators, ...]
    comparisons: tuple[Comparison, ...]


def _differences(
    one: Iterable[MeasuredValue], other: Iterable[MeasuredValue]
) -> frozenset[Difference]:
    mine, theirs = (
        {v.fiscal_year: v for v in values if v.state is not ValueState.UNKNOWN}
        for values in (one, other)
    )
    if not mine or not theirs:
        return frozenset()
    found = {d for year in mine.keys() & theirs if (d := _difference(mine[year], theirs[year]))}
    if mine.keys().isdisjoint(theirs):
        found.add(Difference.YEAR)
        units = ({v.amount[0] for v in values.values() if v.amount} for values in (mine, theirs))
        first, second = units
        if first and second and first.isdisjoint(second):
            found.add(Difference.UNIT)
    return frozenset(found)


def _difference(one: MeasuredValue, other: MeasuredValue) -> Difference | None:
    """In what two values of one year differ."""
    if one.state is not other.state:
        return Difference.NOT_SET
    if one.amount is None or other.amount is None:
        words = (normalize("NFKC", value.printed).replace(" ", "") for value in (one, other))
        return Difference.VALUE if len(set(words)) > 1 else None
    if one.amount[0] != other.amount[0]:
        return Difference.UNIT
    return Difference.VALUE if one.amount != other.amount else None
