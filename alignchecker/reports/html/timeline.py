"""Periods of plans year by year, each beside those of the plans that it stands under."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from alignchecker.model.finding import PlanSummary

_ROOMY = 18
_MOST_YEARS = 40
"""More years fit on no page; a plan that is so far from the others is left out."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some years: "period", "uncovered" (this plan runs and the higher one does not), "overlap"
    (another edition of the same plan runs as well) or ""."""

    kind: str
    first: int
    years: int

    @property
    def last(self) -> int:
        """The last year."""
        return self.first + self.years - 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A plan's line. own: whether it is the plan itself; else one that it stands under.

    status: key in lang/, where editions are shown beside each other.
    """

    iri: str
    title: str
    own: bool
    stretches: Sequence[Stretch]
    first: int
    last: int
    status: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """groups: a plan's own line, then those above it.

    unknown: IRI -> title of plans whose period is not known, or ends before it begins. beyond: of
    those too far from the others.
    """

    years: Sequence[int]
    groups: Sequence[Sequence[Bar]]
    unknown: Mapping[str, str]
    beyond: Mapping[str, str]

    @property
    def step(self) -> int:
        """How many columns have one year written above them: all have no room in a wide table."""
        return 1 if len(self.years) <= _ROOMY else 2 if len(self.years) <= 2 * _ROOMY else 5

    @classmethod
    def of(cls, plans: Sequence[PlanSummary]) -> Timeline:
        """The plans of the inputs whose periods are known, each with those above it."""
        ours = [plan for plan in plans if plan.input]
        known = [period for plan in ours if (period := _Period.of(plan))]
        window = _window(known)
        shown = [period for period in known if period.is_within(window)]
        others = (period for plan in plans if (period := _Period.of(plan)))
        above = {period.plan.iri: period for period in others if period.is_within(window)}
        groups = [
            [own, *(above[t.target] for t in own.plan.stands_under if t.target in above)]
            for own in shown
        ]
        every = [period for group in groups for period in group]
        first = min((period.first for period in every), default=0)
        years = range(first, max((period.last for period in every), default=first - 1) + 1)
        return cls(
            years,
            [list(_group(group, years)) for group in groups],
            {plan.iri: plan.title for plan in ours if _Period.of(plan) is None},
            {period.plan.iri: period.plan.title for period in known if period not in shown},
        )

    @classmethod
    def editions(
        cls,
        plans: Sequence[PlanSummary],
        series: Mapping[str, str | None],
        wholes: Mapping[str, str | None],
    ) -> Timeline:
        """The plans alone, the editions of one plan together.

        series: plan -> what it is an edition of. wholes: plan -> the plan that it is a part of; the
        parts of one plan run at the same time.
        """
        known = [period for plan in plans if (period := _Period.of(plan))]
        window = _window(known)
        shown = [period for period in known if period.is_within(window)]
        together: dict[str, list[_Period]] = {}
        for period in sorted(shown, key=lambda p: (p.first, p.last, p.plan.iri)):
            iri = period.plan.iri
            together.setdefault(series.get(iri) or iri, []).append(period)
        groups = sorted(together.values(), key=lambda group: group[-1].plan.title)
        first = min((period.first for period in shown), default=0)
        years = range(first, max((period.last for period in shown), default=first - 1) + 1)
        return cls(
            years,
            [[_edition(period, group, years, wholes) for period in group] for group in groups],
            {plan.iri: plan.title for plan in plans if _Period.of(plan) is None},
            {period.plan.iri: period.plan.title for period in known if period not in shown},
        )


@dataclass(frozen=True, slots=True)
class _Period:
    plan: PlanSummary
    first: int
    last: int

    @classmethod
    def of(cls, plan: PlanSummary) -> _Period | None:
        if plan.first_year is None or plan.last_year is None or plan.first_year > plan.last_year:
            return None
        return cls(plan, plan.first_year, plan.last_year)

    def is_within(self, years: range) -> bool:
        return self.first in years and self.last in years


def _window(periods: Sequence[_Period]) -> range:
    """The years around the middle one of the plans."""
    middle = sorted(period.first for period in periods)[len(periods) // 2] if periods else 0
    return range(middle - _MOST_YEARS // 2, middle + _MOST_YEARS // 2)


def _group(periods: Sequence[_Period], years: range) -> Iterator[Bar]:
    own, seen = periods[0], set[str]()
    for period in periods:
        if period.plan.iri in seen:
            continue
        seen.add(period.plan.iri)
        ties = (t for t in own.plan.stands_under if t.target == period.plan.iri)
        missing = next((t.uncovered for t in ties), None) or ()
        yield Bar(
            period.plan.iri,
            period.plan.title,
            period is own,
            _stretches(period, missing, years),
            period.first,
            period.last,
        )


def _edition(
    period: _Period, group: Sequence[_Period], years: range, wholes: Mapping[str, str | None]
) -> Bar:
    """An edition; years that another one of the same plan has as well are marked."""

    def whole(of: _Period) -> str:
        return wholes.get(of.plan.iri) or of.plan.iri

    others = [other for other in group if whole(other) != whole(period)]

    def kind(year: int) -> str:
        if not period.first <= year <= period.last:
            return ""
        return "overlap" if any(o.first <= year <= o.last for o in others) else "period"

    plan = period.plan
    return Bar(
        plan.iri, plan.title, True, _runs(kind, years), period.first, period.last, plan.status
    )


def _stretches(
    period: _Period, uncovered: Sequence[tuple[int, int]], years: range
) -> Sequence[Stretch]:
    def kind(year: int) -> str:
        if period.first <= year <= period.last:
            return "period"
        return "uncovered" if any(first <= year <= last for first, last in uncovered) else ""

    return _runs(kind, years)


def _runs(kind: Callable[[int], str], years: range) -> Sequence[Stretch]:
    together = ((name, list(group)) for name, group in groupby(years, key=kind))
    return [Stretch(name, group[0], len(group)) for name, group in together]
