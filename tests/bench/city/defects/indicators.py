"""Planters of the family indicator: what cannot be measured, and values that do not agree."""

from __future__ import annotations

from dataclasses import replace

from alignchecker.graph.indicator_names import is_share, is_specific
from tests.bench.city.defects.site import Site
from tests.bench.city.model import Indicator, Item, Plan, Value

_YOUNGER, _OLDER = "15歳以上の市民", "20歳以上の市民"


def _falls(indicator: Indicator) -> bool:
    return (indicator.value("target").number or 0) < (indicator.value("baseline").number or 0)


def _own(item: Item) -> list[Indicator]:
    """The indicators of an item and of the measures below it."""
    return [i for node in (item, *item.children) for i in node.indicators]


def _bare(item: Item) -> bool:
    return not any(i.taken for i in _own(item))


def _clear(item: Item) -> None:
    for node in (item, *item.children):
        node.indicators.clear()


def _is_measured(plan: Plan) -> bool:
    return len(plan.policies()) > 2 and not plan.taken & {"hung"}


def measures_without_indicator(site: Site) -> str | None:
    """One of the items that have the plan's indicators has none."""
    plan = site.plan("indicators", lambda p: _is_measured(p) and any(map(_bare, p.policies())))
    if plan is None:
        return None
    plan.taken.add("hung")
    _clear(next(filter(_bare, plan.policies())))
    return plan.iri


def few_measures_with_indicator(site: Site) -> str | None:
    """Fewer than half of the items have an indicator, in a plan that gives its whole text."""
    plan = site.plan(
        "indicators", lambda p: _is_measured(p) and p.full and all(map(_bare, p.policies()))
    )
    if plan is None:
        return None
    plan.taken.add("hung")
    policies = plan.policies()
    for policy in policies[(len(policies) - 1) // 2 :]:
        _clear(policy)
    for item in policies[: (len(policies) - 1) // 2]:
        for measure in item.children:
            measure.indicators.clear()
    return plan.iri


def indicators_without_item(site: Site) -> str | None:
    """An indicator belongs to no item, though most do."""
    plan = site.plan("hung", lambda p: len(p.policies()) > 2)
    if plan is None:
        return None
    name = f"{plan.slug}のまちに住み続けたいと思う市民の割合"
    values = [Value("baseline", (plan.first or 0) - 1, 61), Value("target", plan.last, 70)]
    plan.indicators.append(Indicator(plan.fresh("indicator"), name, "％", values, "up"))
    return plan.iri


def indicators_without_baseline(site: Site) -> str | None:
    """An indicator gives neither a baseline nor an actual value."""
    found = site.indicator()
    if found is not None:
        found[1].drop("baseline", "actual")
    return found and found[0].iri


def indicators_without_target(site: Site) -> str | None:
    """An indicator gives no target."""
    found = site.indicator()
    if found is not None:
        found[1].drop("target")
    return found and found[0].iri


def indicators_target_not_set(site: Site) -> str | None:
    """The target of an indicator is a dash."""
    found = site.indicator()
    if found is None:
        return None
    target = found[1].value("target")
    target.number = target.operator = None
    return found[0].iri


def indicators_without_unit(site: Site) -> str | None:
    """An area has no unit."""
    found = site.indicator()
    if found is None:
        return None
    found[1].name = f"{found[1].name.partition('」')[0]}」の面積"
    found[1].unit = None
    return found[0].iri


def indicators_without_year(site: Site) -> str | None:
    """A baseline gives no year."""
    found = site.indicator()
    if found is None:
        return None
    found[1].drop("actual")
    found[1].value("baseline").year = None
    return found[0].iri


def target_worse_than_baseline(site: Site) -> str | None:
    """Baseline and target are the wrong way round."""
    found = site.indicator()
    if found is None:
        return None
    indicator = found[1]
    indicator.direction = "down" if _falls(indicator) else "up"
    indicator.drop("actual")
    start, target = indicator.value("baseline"), indicator.value("target")
    start.number, target.number = target.number, start.number
    return indicator.iri


def target_met_at_baseline(site: Site) -> str | None:
    """A target of 'at least' or 'at most' is met before the plan begins."""
    found = site.indicator()
    if found is None:
        return None
    indicator = found[1]
    indicator.drop("actual")
    start, target = indicator.value("baseline"), indicator.value("target")
    target.operator = "le" if _falls(indicator) else "ge"
    start.number, target.number = target.number, start.number
    return indicator.iri


def maintained_value_unknown(site: Site) -> str | None:
    """The baseline is to be kept and is a dash."""
    found = site.indicator()
    if found is None:
        return None
    found[1].drop("actual")
    start, target = found[1].value("baseline"), found[1].value("target")
    start.number = start.operator = target.number = None
    target.operator = "maintain"
    return found[1].iri


def target_outside_period(site: Site) -> str | None:
    """The target is for a year after the plan."""
    found = site.indicator()
    if found is None or found[0].last is None:
        return None
    found[1].value("target").year = found[0].last + 2
    return found[1].iri


def target_not_after_baseline(site: Site) -> str | None:
    """Target and baseline are for the same year."""
    found = site.indicator()
    if found is None:
        return None
    found[1].drop("actual")
    found[1].value("baseline").year = found[1].value("target").year
    return found[1].iri


def indicator_scope_mixed(site: Site) -> str | None:
    """The target adds up over the years, the baseline does not."""
    found = site.indicator()
    if found is None:
        return None
    found[1].value("target").scope = "cumulative"
    return found[1].iri


def share_out_of_range(site: Site) -> str | None:
    """A target of a share is above 100 percent."""
    found = site.indicator(lambda _, indicator: is_share(indicator.name))
    if found is None:
        return None
    found[1].value("target").number = 850
    return found[1].iri


def indicator_value_contradicts(site: Site) -> str | None:
    """An indicator gives two baselines for one year."""
    found = site.indicator()
    if found is None:
        return None
    start = found[1].value("baseline")
    found[1].values.append(replace(start, number=(start.number or 0) + 1))
    return found[1].iri


def indicator_series_joined(site: Site) -> str | None:
    """The baseline is of other people than what follows it."""
    found = site.indicator()
    if found is None:
        return None
    start, following = found[1].values[:2]
    start.population, following.population = _OLDER, _YOUNGER
    return found[1].iri


def _copy(indicator: Indicator, item: Item) -> Indicator:
    """The indicator once more at another item, without what was reached so far."""
    made = replace(
        indicator, iri=f"{item.iri}/i{len(item.indicators) + 1}", taken=True,
        values=[replace(value) for value in indicator.values],
    )  # fmt: skip
    made.drop("actual")
    item.indicators.append(made)
    return made


def _shift(indicator: Indicator, kind: str, step: int) -> None:
    """Moves a value away from the other one by a step, or towards it if that is negative."""
    way = -1 if _falls(indicator) else 1
    value = indicator.value(kind)
    value.number = (value.number or 0) + step * way


def repeated_indicator_differs(site: Site) -> str | None:
    """An indicator is listed again with another target."""
    found = site.indicator(
        lambda p, i: len(p.policies()) > 1 and "hung" not in p.taken and is_specific(i.name)
    )
    if found is None:
        return None
    plan, indicator = found
    plan.taken.add("indicators")
    other = next(item for item in plan.policies() if indicator not in item.indicators)
    again = _copy(indicator, other)
    again.name, again.repeated = f"{again.name}（再掲）", True
    _shift(again, "target", 1)
    return again.iri


def _twice(site: Site) -> tuple[Indicator, Indicator] | None:
    """An indicator, and the same in another plan of the city for the same years."""
    # Nothing is compared with a plan whose next edition is known.
    replaced = {plan.replaces for plan in site.city.register}
    plans = [plan for plan in site.city.plans if plan not in replaced]
    found = site.indicator(
        lambda p, i: is_specific(i.name) and p in plans and any(_covers(x, p) for x in plans)
    )
    if found is None:
        return None
    plan, indicator = found
    other = next(p for p in site.shuffled(plans) if _covers(p, plan))
    other.taken.add("indicators")
    return indicator, _copy(indicator, other.policies()[0])


def _covers(other: Plan, plan: Plan) -> bool:
    """Whether a plan runs in the last year of another one, and can take an indicator of it."""
    if other is plan or other.taken & {"hung", "constituent"}:
        return False
    return (other.first or 0) <= (plan.last or 0) <= (other.last or 0)


def same_indicator_target_differs(site: Site) -> str | None:
    """Two plans have other targets for one indicator."""
    found = _twice(site)
    if found is not None:
        _shift(found[1], "target", 1)
    return found and found[1].iri


def same_indicator_baseline_differs(site: Site) -> str | None:
    """Two plans give other baselines for one indicator."""
    found = _twice(site)
    if found is not None:
        _shift(found[1], "baseline", -1)
    return found and found[1].iri


def indicator_defined_differently(site: Site) -> str | None:
    """Indicators of one name in two plans are of other people."""
    found = _twice(site)
    if found is not None:
        found[0].population, found[1].population = _OLDER, _YOUNGER
    return found and found[1].iri
