"""指標: the same indicator in several plans, all indicators, and the measures that have none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from alignchecker.model.indicators import (
    Comparison,
    Difference,
    IndicatorCoverage,
    ListedIndicator,
    Measured,
    MeasuredItem,
    PlanIndicators,
)
from alignchecker.web.addresses import addresses
from alignchecker.web.checking import checking
from alignchecker.web.keys import key_of
from alignchecker.web.paging import Paged, asked_of, has, paged
from alignchecker.web.parts import parts
from alignchecker.web.rendering import html
from alignchecker.web.work.checks import Latest

_PAGE = 100
VIEWS = ("same", "all", "bare")
_NONE = IndicatorCoverage((), ())


@dataclass(frozen=True, slots=True)
class Same:
    """An indicator as several plans have it. differences: of baselines and of targets.

    reviewed: whether a person called all of them the same.
    """

    members: Sequence[ListedIndicator]
    reviewed: bool
    differences: Mapping[str, frozenset[Difference]]

    @property
    def differs(self) -> bool:
        """Whether anything is known to differ."""
        return any(self.differences.values())


@dataclass(frozen=True, slots=True)
class Bare:
    """An item on the level of the indicators without one, and what is known of why."""

    plan: PlanIndicators
    item: MeasuredItem
    measured: Measured


def page(request: Request) -> Response:
    """One of the three lists, filtered by plan and words."""
    here = parts(request)
    is_current = here.checks.keep_up()
    found = here.checks.latest
    of = indicators(found)
    asked = dict(asked_of(request.query_params, ("view", "plan", "text", "differs")))
    view = asked.get("view", VIEWS[0]) if asked.get("view") in VIEWS else VIEWS[0]
    plans = {key_of(plan.iri): plan for plan in of.plans}
    wanted = plans.get(asked.get("plan", ""))
    plan, text = wanted.iri if wanted is not None else None, asked.get("text", "")
    listed: Paged[Same] | Paged[ListedIndicator] | Paged[Bare]
    query, path = request.query_params, "/indicators"
    if view == "same":
        chosen = same(of, plan, text, only_different="differs" in asked)
        listed = paged(chosen, path, asked, query, _PAGE)
    elif view == "all":
        listed = paged(all_of(of, plan, text), path, asked, query, _PAGE)
    else:
        listed = paged(bare(of, plan, text), path, asked, query, _PAGE)
    return html(
        request,
        "indicators_page.html",
        view=view,
        views=VIEWS,
        plans=plans,
        listed=listed,
        counts=[(p, p.figures()) for p in of.plans if p.items and plan in {None, p.iri}],
        known=addresses(found) if found is not None else None,
        checking=checking(here, is_current=is_current),
    )


def indicators(found: Latest | None) -> IndicatorCoverage:
    """Those of a check."""
    coverage = found.checked.report.coverage if found is not None else None
    return coverage.indicators if coverage is not None else _NONE


def same(
    of: IndicatorCoverage, plan: str | None, text: str, *, only_different: bool
) -> Sequence[Same]:
    """Indicators that several plans have; the ones that differ first."""
    found = [
        each
        for each in _same(of.comparisons)
        if (plan is None or any(member.plan == plan for member in each.members))
        and has(text, *(word for m in each.members for word in (m.name, m.plan_title)))
        and (each.differs or not only_different)
    ]
    return sorted(found, key=lambda each: not each.differs)


def all_of(of: IndicatorCoverage, plan: str | None, text: str) -> Sequence[ListedIndicator]:
    """All indicators of the plans, in the order of the report."""
    return [
        indicator
        for each in of.plans
        if plan in {None, each.iri}
        for indicator in each.indicators
        if has(text, indicator.name, *(label for _, label in indicator.items))
    ]


def bare(of: IndicatorCoverage, plan: str | None, text: str) -> Sequence[Bare]:
    """Items without an indicator where their plan puts them."""
    return [
        Bare(each, item, each.measured(item))
        for each in of.plans
        if plan in {None, each.iri}
        for item in each.items
        if not item.indicators and has(text, item.label, item.number)
    ]


def _same(comparisons: Iterable[Comparison]) -> Sequence[Same]:
    """Pairs put together where they have an indicator in common."""
    groups: dict[str, list[Comparison]] = {}
    for pair in comparisons:
        ends = (pair.one.iri, pair.other.iri)
        met = {id(groups[iri]): groups[iri] for iri in ends if iri in groups}
        together = [*(known for group in met.values() for known in group), pair]
        for iri in {i for p in together for i in (p.one.iri, p.other.iri)}:
            groups[iri] = together
    every = {id(group): group for group in groups.values()}
    return [_one(pairs) for pairs in every.values()]


def _one(pairs: Sequence[Comparison]) -> Same:
    members = {each.iri: each for pair in pairs for each in (pair.one, pair.other)}
    differences = {
        side: frozenset(d for pair in pairs for d in pair.differences[side])
        for side in ("baseline", "target")
    }
    return Same(list(members.values()), all(pair.reviewed for pair in pairs), differences)
