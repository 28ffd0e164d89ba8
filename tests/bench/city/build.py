"""Puts a city together: sound, as every planter expects to find it."""

from __future__ import annotations

from random import Random

from tests.bench.city import departments, indicators, items, links, plans, progress, texts
from tests.bench.city.frames import outline_units
from tests.bench.city.model import City, Prefecture
from tests.bench.city.records import Waiver
from tests.bench.city.words import ENDS, FIRSTS, LEADS, SECONDS


def name_of(index: int) -> tuple[str, str, str]:
    """Name, romanised name and misspelt name of the city of an index; no two are the same.

    >>> name_of(0)
    ('青葉沢市', 'aobasawa-shi', '青葉択市')
    """
    rest, first = divmod(index, len(FIRSTS))
    rest, second = divmod(rest, len(SECONDS))
    lead, end = divmod(rest, len(ENDS))
    before, before_sound = LEADS[lead % len(LEADS)]
    stem, sound = FIRSTS[first]
    character, character_sound, look_alike = SECONDS[(first + second) % len(SECONDS)]
    ending, ending_sound = ENDS[end]
    return (
        f"{before}{stem}{character}{ending}",
        f"{before_sound}{sound}{character_sound}-{ending_sound}",
        f"{before}{stem}{look_alike}{ending}",
    )


def build(prefecture: Prefecture, code: str, index: int, measures: int, dice: Random) -> City:
    """A sound city of so many measures. index: by which it is named."""
    name, romanised, misspelt = name_of(index)
    city = City(code, name, romanised, misspelt, prefecture)
    departments.found(city)
    kinds = plans.kinds(plans.sizes(measures), dice)
    for place, (size, (kind, district)) in enumerate(kinds):
        plan = plans.make(city, kind, district, place, dice)
        items.grow(plan, kind, size, dice)
        departments.assign(plan, place, dice)
        indicators.measure(plan, f"{district}{kind.title.removesuffix('計画')}", dice)
        progress.record(plan, dice)
        city.plans.append(plan)
    for plan, (_, (kind, _)) in zip(city.plans, kinds, strict=True):
        plans.relate(city, plan, kind, dice)
        texts.write(city, plan, kind, dice)
    _leave_out(city, dice)
    links.link_city(city, dice)
    return city


def _leave_out(city: City, dice: Random) -> None:
    """Says of one unit of the outline that the city does nothing about it, and why."""
    for plan in city.plans:
        if plan.slug == "children":
            city.waivers.append(
                Waiver(
                    f"{city.iri}/waiver/1",
                    "out-of-scope",
                    dice.choice(outline_units()),
                    plan.iri,
                    "県の事業で行うため",
                    "企画政策課",
                    "2025-02-10",
                    "2029-03-31",
                )
            )
