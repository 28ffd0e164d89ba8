"""Indicators: one for each item right above the measures, and a few on measures."""

from __future__ import annotations

from random import Random

from tests.bench.city.model import AS_OF_YEAR, Indicator, Item, Plan, Value
from tests.bench.city.words import MEASURED, Measured

_ON_MEASURES = 0.04


def measure(plan: Plan, subject: str, dice: Random) -> None:
    """Gives a plan its indicators. subject: words that no other plan's indicators begin with."""
    policies = plan.policies()
    for place, policy in enumerate(policies):
        hang(plan, policy, subject, MEASURED[place % len(MEASURED)], dice)
    room = len(policies) // 2
    for item in plan.measures:
        if room and dice.random() < _ON_MEASURES:
            room -= 1
            hang(plan, item, subject, dice.choice(MEASURED), dice)


def hang(plan: Plan, item: Item, subject: str, what: Measured, dice: Random) -> Indicator:
    """Adds an indicator to an item."""
    number = len(item.indicators) + 1
    name = f"{subject}「{item.label}」{what.tail}"
    made = Indicator(f"{item.iri}/i{number}", name, what.unit, list(_values(plan, what, dice)))
    if dice.random() < 0.3:
        made.direction = "down" if what.down else "up"
    item.indicators.append(made)
    return made


def _values(plan: Plan, what: Measured, dice: Random) -> list[Value]:
    """Baseline of the year before the plan, what was reached if a year is over, and the target."""
    assert plan.first is not None
    assert plan.last is not None
    start = dice.randint(what.low, what.high)
    way = -1 if what.down else 1
    step = max(2, start // 5)
    found = [Value("baseline", plan.first - 1, start)]
    if plan.first < AS_OF_YEAR and dice.random() < 0.5:
        found.append(Value("actual", AS_OF_YEAR - 1, start + way * (step // 2)))
    return [*found, Value("target", plan.last, start + way * step)]
