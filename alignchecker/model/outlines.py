"""Plans as a person leafs through them: their items with what they answer, and their facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bond:
    """The item at the upper end of a link. accepted: by a review; else proposed."""

    iri: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An item. parent: IRI of the one it stands below, None for those on top.

    is_measure: on the level that has to be linked. answerable: lower plans are expected to answer
    it. bonds: what it is linked to, the accepted ones first. excused: plans in which a reviewer
    said that it has no counterpart.
    """

    iri: str
    label: str
    level: str
    number: str | None
    parent: str | None
    is_measure: bool
    answerable: bool
    bonds: tuple[Bond, ...] = ()
    excused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The items of a plan, in its order."""

    plan: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def linked(self) -> int:
        """How many of its measures have an accepted link to anything."""
        return sum(
            entry.is_measure and any(bond.accepted for bond in entry.bonds)
            for entry in self.entries
        )

    @property
    def measures(self) -> int:
        """How many measures it has."""
        return sum(entry.is_measure for entry in self.entries)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What an inventory says of a plan beside its summary; None where it is unknown.

    series: IRI of what it is an edition of. part_of: of the plan that it is a part of. level,
    stage: notations. department: as printed. adopted: YYYY-MM[-DD]. laws: titles of the Acts that
    ask for it, by today's data.
    """

    iri: str
    series: str | None = None
    part_of: str | None = None
    level: str | None = None
    stage: str | None = None
    department: str | None = None
    adopted: str | None = None
    laws: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """All plans that are known, by IRI: those of the inputs, and what they stand under."""

    outlines: Mapping[str, Outline]
    facts: Mapping[str, PlanFacts]
