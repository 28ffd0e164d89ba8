"""What stands above a city in the data that the package ships: the state's plans and the SDGs."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode, parse

from alignchecker.model.names import ALN, DATA
from alignchecker.model.resources import resource

OUTLINE = f"{DATA}jp/children-outline/2023"
OUTLINE_TITLE = "こども大綱"
SDGS = f"{DATA}un/global-framework/2015"
SDGS_TITLE = "持続可能な開発目標（SDGs）"
GOALS = tuple(f"http://metadata.un.org/sdg/{number}" for number in range(1, 18))


@cache
def outline_units() -> tuple[str, ...]:
    """The headings of こども大綱 that children's plans are expected to answer."""
    file = resource("data", "national", "kodomo-taiko.ttl")
    return tuple(
        sorted(
            quad.subject.value
            for quad in parse(path=str(file))
            if quad.predicate == NamedNode(ALN + "answerable")
            and quad.object == Literal(True)
            and isinstance(quad.subject, NamedNode)
        )
    )


@cache
def items_of(edition: str) -> tuple[str, ...]:
    """The items of an edition of a plan of the state, none where it is known by name only."""
    file = resource("data", "national", "state-plans.ttl")
    return tuple(
        quad.subject.value
        for quad in parse(path=str(file))
        if quad.predicate == NamedNode(ALN + "inPlan")
        and quad.object == NamedNode(edition)
        and isinstance(quad.subject, NamedNode)
    )
