"""Measures and indicators of each plan, seen from both sides, and the same indicator across plans.

The list of indicators never shows the measures that have none; the list of measures does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ValueState(StrEnum):
    """Whether a value is there: a dash says that none is set, silence leaves it unknown."""

    SET = "set"
    NOT_SET = "not-set"
    UNKNOWN = "unknown"


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
    """A value as printed, with its unit. fiscal_year None: unknown."""

    printed: str
    fiscal_year: int | None
    state: ValueState


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


@dataclass(frozen=True, slots=True)
class IndicatorCoverage:
    """What ``alignchecker coverage`` shows."""

    plans: tuple[PlanIndicators, ...]
    comparisons: tuple[Comparison, ...]
