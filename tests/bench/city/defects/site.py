"""What planters are given: a sound city, dice, and free places in it that no defect is in yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from tests.bench.city.model import City, Indicator, Item, Link, Plan
from tests.bench.city.words import DISTRICTS

_T = TypeVar("_T")
_STEMS = ("まちなか再生プラン", "水辺再生プラン", "歩いて暮らすまちプラン", "花のまちプラン",
          "夜空を守るプラン", "駅前広場プラン")  # fmt: skip

PlanTest = Callable[[Plan], bool]
ItemTest = Callable[[Item], bool]


def any_plan(_: Plan) -> bool:
    """A condition that all plans meet."""
    return True


def any_item(_: Item) -> bool:
    """A condition that all items meet."""
    return True


@dataclass(slots=True)
class Site:
    """A city under planting. keys: rule -> what its findings are about, one key for each."""

    city: City
    dice: Random
    keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    pairs: set[tuple[str, str]] = field(default_factory=set)

    def also(self, rule: str, key: str) -> None:
        """A finding that the defect of another rule cannot but make."""
        self.keys[rule].add(key)

    def shuffled(self, things: Iterable[_T]) -> Iterator[_T]:
        """Things in their order, from one of them on and round."""
        every = list(things)
        start = self.dice.randrange(len(every)) if every else 0
        yield from every[start:]
        yield from every[:start]

    def plan(self, facet: str, where: PlanTest = any_plan) -> Plan | None:
        """A plan that has no defect in a facet yet; from now on it has one."""
        for plan in self.shuffled(self.city.plans):
            if facet not in plan.taken and where(plan):
                plan.taken.add(facet)
                return plan
        return None

    def measure(
        self, where: ItemTest = any_item, plans: PlanTest = any_plan, *, linked: bool = False
    ) -> tuple[Plan, Item] | None:
        """A measure that no defect is in yet; linked: of a sectoral plan that has links."""
        for plan in self.shuffled(self.city.plans):
            if linked and (plan is self.city.comprehensive or "links" in plan.taken):
                continue
            for measure in self.shuffled(plan.measures) if plans(plan) else ():
                if not measure.taken and where(measure):
                    measure.taken = True
                    return plan, measure
        return None

    def pair(self, where: Callable[[Plan, Plan], bool]) -> tuple[Plan, Plan] | None:
        """Two sectoral plans of which the first has links and says nothing about the second."""
        for plan in self.shuffled(self.city.plans[1:]):
            if "links" in plan.taken:
                continue
            stated = {relation.target for relation in plan.relations}
            for other in self.shuffled(self.city.plans[1:]):
                names = (plan.iri, other.iri)
                free = names not in self.pairs and not stated & {other.iri, other.series}
                if other is not plan and free and where(plan, other):
                    self.pairs.add(names)
                    return plan, other
        return None

    def indicator(
        self, where: Callable[[Plan, Indicator], bool] = lambda _plan, _indicator: True
    ) -> tuple[Plan, Indicator] | None:
        """An indicator that no defect is in yet."""
        for plan in self.shuffled(self.city.plans):
            for policy in self.shuffled(plan.policies()):
                for indicator in policy.indicators:
                    if not indicator.taken and where(plan, indicator):
                        indicator.taken = True
                        return plan, indicator
        return None

    def minor(
        self, first: int | None, last: int | None, *, heading: bool = False,
        plan_type: str | None = None,
    ) -> Plan:  # fmt: skip
        """A small plan of the city, known by its period; heading: and by one of its headings."""
        number = len(self.city.register) + 1
        rest, stem = divmod(number, len(_STEMS))
        again, district = divmod(rest, len(DISTRICTS))
        name = f"{self.city.name}{DISTRICTS[district]}{again or ''}{_STEMS[stem]}"
        slug = f"minor-{number}"
        series = f"{self.city.iri}/{slug}"
        plan = Plan(slug, f"{series}/1", series, name, name, first, last, plan_type)
        if heading:
            add_heading(plan)
        self.city.register.append(plan)
        return plan

    def free_unit(self) -> Item | None:
        """A measure of the comprehensive plan that no planter counts on, now without links to it.

        They are moved to another one.
        """
        units = [unit for unit in self.city.comprehensive.measures if not unit.taken]
        if len(units) < 2:
            return None
        unit, heir = self.dice.sample(units, 2)
        unit.taken = heir.taken = True
        for link in list(self.links_to(unit.iri)):
            there = next((x for x in link.source.links if x.target == heir.iri), None)
            if there is not None:
                # Of two links that would be one, the better stays.
                worse = link if there.accepted else there
                worse.source.links.remove(worse)
                there.anchor = link.anchor = there.anchor or link.anchor
            link.target = heir.iri
        return unit

    def links_to(self, iri: str) -> Iterator[Link]:
        """All links of the city to an item."""
        return (link for link in self.city.links() if link.target == iri)

    def a_plan(self, slug: str) -> Plan | None:
        """The plan of a kind, if the city has it."""
        return next((plan for plan in self.city.plans if plan.slug == slug), None)


def add_heading(plan: Plan) -> Item:
    """Adds a heading to a plan that has no tree."""
    item = Item(f"{plan.iri}/1", "heading", "章", f"{plan.series_title}の考え方", 1)
    plan.items.append(item)
    return item
