"""A plan as an importer reads it: nothing guessed, None where the text does not say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item is, whatever its plan calls the level (ontology: code:kind-*)."""

    VISION = "vision"
    GROUP = "group"
    GOAL = "goal"
    POLICY = "policy"
    DIRECTION = "direction"
    MEASURE = "measure"
    ACTION = "action"


class Form(StrEnum):
    """How much of the plan the document holds (code:form-*)."""

    FULL = "full"
    SUMMARY = "summary"
    EXTRACT = "extract"


class Capture(StrEnum):
    """How the text came to be (code:capture-*)."""

    BORN_DIGITAL = "born-digital"
    OCR = "ocr"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a document; lines and pages from 1."""

    file: str
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Fiscal years, both inclusive: 令和8年度から令和11年度まで is Period(2026, 2029)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One item of the plan's tree.

    id: path of codes below the edition ("1/2", "1101", "g1", "vision", "1/1/a2"), unique.
    level: 1 for the plan's own top level (goals); groups and the vision are 0.
    label: as printed, wrapped lines joined. code: the code that places it, where there is one.
    printed_number: the number beside the heading, as a plain number ("1"), even if codes differ.
    confidence: 0–1, lower where the method had to choose.
    """

    id: str
    level: int
    level_name: str
    kind: ItemKind
    label: str
    parent: str | None
    position: Position
    code: str | None = None
    printed_number: str | None = None
    text: str | None = None
    departments: tuple[str, ...] = ()
    repeated: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RelationDraft:
    """「…」を勘案し: the plan named, and the words that tie this plan to it.

    name: as quoted, without years in brackets. verb, rank: notation in the code lists ("weigh",
    "highest"), None if unsaid. verb_text: begins with "…" where other words stand between.
    """

    name: str
    verb: str | None
    rank: str | None
    verb_text: str
    position: Position


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """A statutory plan that this text says it is (or, with item, that one heading of it is).

    plan_type: notation in code:plan-types ("children"), None where the words fit none.
    """

    quoted_as: str
    plan_type: str | None
    cited_act: str | None
    item: str | None
    position: Position


@dataclass(frozen=True, slots=True)
class CountClaim:
    """「7つの基本目標」: what the text says about the number of its own items.

    quoted_as: the words as printed ("7つの基本目標").
    """

    level_name: str
    count: int
    quoted_as: str
    position: Position


@dataclass(frozen=True, slots=True)
class PlanMention:
    """Another plan, or another edition of this one, whose years the text prints.

    name: as printed with its edition ("第5次青葉市総合計画"), without the years.
    """

    name: str
    period: Period
    position: Position


@dataclass(frozen=True, slots=True)
class ActCitation:
    """An Act, or one of its provisions, as the text names it."""

    quoted_as: str
    position: Position


SPURIOUS_HEADING = "spurious-heading"
"""Code of the warning about a heading whose codes belong to another: label, number, prefix."""


@dataclass(frozen=True, slots=True)
class ImportWarning:
    """What could not be read or had to be decided: code in lang/ ("period-unknown"), arguments."""

    code: str
    arguments: tuple[str, ...] = ()
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as read from one document.

    title: without edition and form ("小美玉市地域福祉計画"), but as printed where only the second
    of two plans has an edition ("高齢者福祉計画・第9期介護保険事業計画"). edition: "第4次".
    part: "前期".
    published: "YYYY-MM" or "YYYY-MM-DD". plan_type: notation in code:plan-types.
    measure_level: the level name whose items are the plan's measures, None if it has none.
    sha256: of the document's bytes.
    """

    file: str
    sha256: str
    title: str | None = None
    edition: str | None = None
    part: str | None = None
    plan_type: str | None = None
    form: Form | None = None
    capture: Capture | None = None
    stage: str | None = None
    publisher: str | None = None
    department: str | None = None
    published: str | None = None
    period: Period | None = None
    period_position: Position | None = None
    stated_years: int | None = None
    vision: str | None = None
    measure_level: str | None = None
    items: tuple[ItemDraft, ...] = ()
    relations: tuple[RelationDraft, ...] = ()
    roles: tuple[RoleDraft, ...] = ()
    claims: tuple[CountClaim, ...] = ()
    mentions: tuple[PlanMention, ...] = ()
    citations: tuple[ActCitation, ...] = ()
    warnings: tuple[ImportWarning, ...] = ()
    unverified: tuple[str, ...] = ()
    """Facts that a person supplied without being sure of them, by field name."""
    facts_position: dict[str, Position] = field(default_factory=dict)
    """Where title, publisher, published, department and vision were read, by field name."""

    def structure(self) -> PlanDraft:
        """The plan without sentences: headings and facts only."""
        return replace(self, items=tuple(replace(item, text=None) for item in self.items))
