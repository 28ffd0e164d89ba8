"""How much of what there is among some statements, for those who have not seen them (VoID)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the default graph. classes: with their instances. properties: with their triples.

    plans: those that have items, with their titles. links: plan and the one it contributes to ->
    how many items of the first contribute to items of the second, as accepted links say.
    """

    triples: int = 0
    subjects: int = 0
    objects: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)
    plans: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[tuple[str, str], int] = field(default_factory=dict)
