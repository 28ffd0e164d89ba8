"""What is found in any city, sound or not, because of what cities are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tests.bench.city.frames import OUTLINE
from tests.bench.city.model import AS_OF_YEAR, City

_TOGETHER = 3


def natural(city: City) -> Iterator[tuple[str, str]]:
    """Rules that find something in a city as it stands, each with what it is about."""
    for plan in city.plans:
        if plan.plan_type is None and not plan.constitutes:
            yield "law-not-examined", plan.iri
        for relation in plan.relations:
            if relation.target == OUTLINE and city.waivers:
                yield "outline-units-unanswered", f"{relation.iri} waived"
    for iri in _resting(city):
        yield "rests-on-changed-wording", iri
    ending: dict[int, set[str]] = defaultdict(set)
    for plan in (*city.plans, *city.register):
        if plan.last is not None and plan.last >= AS_OF_YEAR:
            ending[plan.last].add(plan.series)
    for year, series in ending.items():
        if len(series) >= _TOGETHER:
            yield "plans-ending-together", f"{city.iri} {year}"


def _resting(city: City) -> set[str]:
    """Plans with goals above a measure that has changed, or with measures that answer it."""
    changed = {
        link.source.iri: plan.iri
        for plan in city.plans
        for measure in plan.measures
        for link in measure.links
        if link.fingerprint and link.accepted
    }
    answering = {
        plan.iri
        for plan in city.plans
        for measure in plan.measures
        for link in measure.links
        if link.target in changed and link.accepted
    }
    return answering | set(changed.values())
