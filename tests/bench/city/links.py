"""Links of measures to what stands above and beside their plan, with who decided what on them.

Each unit that has to be answered has one anchor, a link that no planter takes away: what is planted
then changes nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.bench.city.frames import GOALS, OUTLINE, SDGS, items_of, outline_units
from tests.bench.city.model import City, Item, Link, Plan, Review
from tests.bench.city.words import REVIEWERS

_REJECTED = _PROPOSED = 0.04
_FINGERPRINTS = 0.25
_CONTRIBUTIONS = ("direct", "partial", "context")


def linked(
    source: Item, target: str | None, plan: str, dice: Random, *, verdict: str | None = "accept"
) -> Link:
    """Adds a link to an item (of a plan); without verdict it stays a proposal."""
    link = Link(f"{source.iri}/link/{len(source.links) + 1}", source, target, plan)
    link.confidence = f"0.{dice.randint(5, 9)}"
    if verdict is not None:
        link.reviews.append(reviewed(dice, verdict))
    if dice.random() < 0.2:
        link.contribution = dice.choice(_CONTRIBUTIONS)
    source.links.append(link)
    return link


def reviewed(dice: Random, verdict: str) -> Review:
    """A review by some department on some day."""
    day = f"2026-{dice.randint(4, 6):02}-{dice.randint(1, 28):02}"
    return Review(dice.choice(REVIEWERS), day, verdict)


def link_city(city: City, dice: Random) -> None:
    """Links all measures of a city's plans, as their relations say."""
    units = city.comprehensive.measures
    seen = set[str]()
    place = 0
    for plan in city.plans[1:]:
        for measure in plan.measures:
            unit = units[place % len(units)]
            place += 1
            link = linked(measure, unit.iri, city.comprehensive.iri, dice)
            link.anchor = unit.iri not in seen
            seen.add(unit.iri)
            if dice.random() < _FINGERPRINTS:
                link.fingerprint = ""
            _more(city, measure, units, unit, dice)
        _beside(city, plan, dice)
    _beside(city, city.comprehensive, dice)


def _more(city: City, measure: Item, units: Sequence[Item], unit: Item, dice: Random) -> None:
    """Now and then a second link that was rejected, or that nobody looked at yet."""
    other = units[dice.randrange(len(units))]
    throw = dice.random()
    if other is not unit and throw < _REJECTED + _PROPOSED:
        verdict = "reject" if throw < _REJECTED else None
        linked(measure, other.iri, city.comprehensive.iri, dice, verdict=verdict)


def _beside(city: City, plan: Plan, dice: Random) -> None:
    """Links to all else that a plan's relations name, so far as its items are known."""
    known = {p.iri: p for p in (*city.plans, *city.prefecture.plans)}
    for relation in plan.relations:
        other = relation.target or ""
        if other == OUTLINE:
            waived = {waiver.subject for waiver in city.waivers}
            units = [unit for unit in outline_units() if unit not in waived]
            _to_units(plan, units, other, dice)
            _others_have_none(plan, units, other, dice)
        elif other == SDGS:
            for place, measure in enumerate(
                plan.measures[:: 1 if plan is city.comprehensive else 5]
            ):
                linked(measure, dice.choice(GOALS), other, dice).anchor = place == 0
        elif other in known and known[other] is not city.comprehensive:
            _to_plan(plan, known[other], dice)
        elif other.startswith("http") and (items := items_of(other)):
            _to_units(plan, items, other, dice)


def _to_plan(plan: Plan, other: Plan, dice: Random) -> None:
    """To all that has to be answered; of a sister plan, to one of its goals."""
    units = [item.iri for item in other.items if item.answerable]
    _to_units(plan, units or [other.goals()[0].iri], other.iri, dice)


def _to_units(plan: Plan, units: Sequence[str], other: str, dice: Random) -> None:
    for place, unit in enumerate(units):
        linked(plan.measures[place % len(plan.measures)], unit, other, dice).anchor = True


def _others_have_none(plan: Plan, units: Sequence[str], other: str, dice: Random) -> None:
    """Measures beyond the units of the outline: linked once more, or noted as the city's own."""
    for measure in plan.measures[len(units) :]:
        if dice.random() < 0.2:
            linked(measure, None, other, dice, verdict="no-counterpart")
        else:
            linked(measure, dice.choice(units), other, dice)
