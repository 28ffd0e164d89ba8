"""A city as it is made: filled by the makers, altered by the planters, then written as Turtle.

IRIs are relative to ``BASE`` or begin with http. Notations of code lists stand without their
scheme: kind "goal" is code:kind-goal. ``taken`` marks what a planter has altered, so that no two
defects meet in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.bench.city.records import (
    Claim,
    Department,
    Passage,
    Procedure,
    Progress,
    Role,
    Waiver,
)

BASE = "https://example.jp/bench/"
AS_OF_YEAR = 2026
"""The fiscal year of the date for which planted defects are counted."""


@dataclass(slots=True, eq=False)
class Value:
    """A value of an indicator: kind "baseline", "target" or "actual"; number None for a dash."""

    kind: str
    year: int | None
    number: float | None
    operator: str | None = "eq"
    scope: str | None = None
    population: str | None = None


@dataclass(slots=True, eq=False)
class Indicator:
    """An indicator of a policy or a measure, or of the plan where ``owner`` is None."""

    iri: str
    name: str
    unit: str | None
    values: list[Value]
    direction: str | None = None
    population: str | None = None
    repeated: bool = False
    taken: bool = False

    def value(self, kind: str) -> Value:
        """Its value of a kind. Raises StopIteration where there is none."""
        return next(value for value in self.values if value.kind == kind)

    def drop(self, *kinds: str) -> None:
        """Takes the values of some kinds out."""
        self.values = [value for value in self.values if value.kind not in kinds]


@dataclass(slots=True, eq=False)
class Item:
    """An item of a plan; number is printed with the heading and counts under its parent."""

    iri: str
    kind: str
    level: str
    label: str
    order: int
    number: int | None = None
    parent: Item | None = None
    code: str | None = None
    is_measure: bool = False
    answerable: bool = False
    text: str | None = None
    departments: list[str] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    children: list[Item] = field(default_factory=list)
    taken: bool = False

    def lineage(self) -> Iterator[str]:
        """The labels of the item and of those above it, as fingerprints take them."""
        yield self.label
        if self.parent is not None:
            yield from self.parent.lineage()


@dataclass(slots=True, eq=False)
class Review:
    """What somebody decided about a link: verdict "accept", "reject" or "no-counterpart"."""

    reviewer: str
    date: str
    verdict: str


@dataclass(slots=True, eq=False)
class Link:
    """A link of an item to another; without ``target`` a note that ``plan`` has no counterpart.

    anchor: the one link that surely answers its target, which no planter takes away.
    fingerprint: None where none is kept, else what is added to the label it is computed from.
    """

    iri: str
    source: Item
    target: str | None
    plan: str
    reviews: list[Review] = field(default_factory=list)
    confidence: str = "0.8"
    contribution: str | None = None
    fingerprint: str | None = None
    anchor: bool = False

    @property
    def accepted(self) -> bool:
        """Whether all that was said of it is yes."""
        return bool(self.reviews) and all(r.verdict != "reject" for r in self.reviews)


@dataclass(slots=True, eq=False)
class Relation:
    """How a plan stands to another: target is the IRI of an edition or a series."""

    iri: str
    quoted: str
    verb: str
    phrase: str
    target: str | None
    rank: str | None = None
    by_law: bool = False


@dataclass(slots=True, eq=False)
class Mention:
    """Years that the text prints for another edition, and by how much they are wrong."""

    iri: str
    edition: Plan
    error: int = 0


@dataclass(slots=True, eq=False)
class Plan:
    """An edition of a plan with its series. measures: those of its items that are measures."""

    slug: str
    iri: str
    series: str
    title: str
    series_title: str
    first: int | None
    last: int | None
    plan_type: str | None = None
    edition_name: str | None = None
    stated_years: int | None = None
    adopted: str | None = None
    department: str | None = None
    vision: str | None = None
    measure_level: str | None = None
    full: bool = False
    constitutes: list[str] = field(default_factory=list)
    replaces: Plan | None = None
    items: list[Item] = field(default_factory=list)
    measures: list[Item] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    procedures: list[Procedure] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    serial: int = 0

    def policies(self) -> list[Item]:
        """The items that carry the plan's indicators: those right above its measures."""
        return list(dict.fromkeys(m.parent for m in self.measures if m.parent is not None))

    def goals(self) -> list[Item]:
        """Its goals, in their order."""
        return [item for item in self.items if item.kind == "goal"]

    def actions(self) -> list[Item]:
        """Its actions, in their order."""
        return [item for item in self.items if item.kind == "action"]

    def next_order(self) -> int:
        """The place of an item that is put at the end."""
        return self.items[-1].order + 1 if self.items else 1

    def relate(self, relation: Relation) -> Relation:
        """Adds a relation."""
        self.relations.append(relation)
        return relation

    def fresh(self, name: str) -> str:
        """An IRI below the plan's that nothing has yet."""
        self.serial += 1
        return f"{self.iri}/{name}/{self.serial}"

    def say(self, text: str, *, about: str = "", heading: bool = False) -> Passage:
        """Adds a passage at the end of the document."""
        passage = Passage(self.fresh("passage"), 10 * self.serial, text, heading, about)
        self.passages.append(passage)
        return passage

    def passage(self, about: str) -> Passage | None:
        """The first passage that is there for something."""
        return next((p for p in self.passages if p.about == about), None)


@dataclass(slots=True, eq=False)
class Prefecture:
    """A prefecture with the plans that cities cite."""

    code: str
    name: str
    romanised: str
    plans: list[Plan] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class City:
    """A city. plans: those with measures, the comprehensive plan first. register: others of its
    series that are known without text: earlier and later editions. others: plans of neighbours.
    """

    code: str
    name: str
    romanised: str
    misspelt: str
    prefecture: Prefecture
    plans: list[Plan] = field(default_factory=list)
    register: list[Plan] = field(default_factory=list)
    neighbours: list[tuple[str, Plan]] = field(default_factory=list)
    departments: list[Department] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)

    @property
    def iri(self) -> str:
        """Its IRI as an organisation."""
        return self.code

    @property
    def comprehensive(self) -> Plan:
        """The plan that all others stand under."""
        return self.plans[0]

    def links(self) -> Iterator[Link]:
        """All links of its plans."""
        for plan in self.plans:
            for item in plan.items:
                yield from item.links
