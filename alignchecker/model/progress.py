"""What is being done, as whoever waits for it may be told. Nothing that is found depends on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a run goes through; keys in lang/ ("progress.reading", …)."""

    READING = "reading"
    FRAMES = "frames"
    DERIVING = "deriving"
    RULES = "rules"
    REASONING = "reasoning"
    TABLES = "tables"
    IMPORTING = "importing"
    MUNICIPALITIES = "municipalities"
    SUMMING = "summing"
    SUGGESTING = "suggesting"
    RENDERING = "rendering"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a stage that has begun. number: which of ``total``; name: of a file or rule."""

    stage: Stage
    number: int = 0
    total: int = 0
    name: str = ""


Observer = Callable[[Step], None]
"""Is told of each step as it begins; must return at once."""


def unobserved(_: Step) -> None:
    """The observer where nobody waits."""
