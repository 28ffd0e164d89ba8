"""A plan as an importer reads it: nothing guessed, None where the text does not say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
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


class ValueKind(StrEnum):
    """What a value of an indicator is (code:value-*)."""

    BASELINE = "baseline"
    TARGET = "target"
    ACTUAL = "actual"


class Operator(StrEnum):
    """How a value is to be read (code:operator-*); TEXT is a condition in words (前年比増)."""

    EQ = "eq"
    GE = "ge"
    LE = "le"
    RANGE = "range"
    MAINTAIN = "maintain"
    TEXT = "text"


class Scope(StrEnum):
    """Whether a value is one year's or adds up over the years (code:scope-*)."""

    ANNUAL = "annual"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a document; lines and pages from 1.

    line: of a text; of a docx the paragraph, counted through body and tables; of a PDF the line of
    its page. sheet, cell: of a workbook; of a docx table 表1 and B3; of a CSV the cell alone.
    """

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
class IndicatorValueDraft:
    """One value of an indicator as printed ("37.5～50％").

    operator: None where the text prints a dash: no value is set, which is not 0.
    number: of eq, ge, le, and of maintain where a number stands with it. lower, upper: of range.
    fiscal_year: None where neither the cell nor its header says it.
    """

    kind: ValueKind
    quoted_as: str
    position: Position
    fiscal_year: int | None = None
    operator: Operator | None = None
    number: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """An indicator with its values in the order printed.

    id: path below the edition ("1/2/i1", "i3" where it stands under no item), unique.
    item: id of the item that it measures, None where it stands under none.
    """

    id: str
    name: str
    item: str | None
    position: Position
    values: tuple[IndicatorValueDraft, ...] = ()
    unit: str | None = None
    scope: Scope | None = None
    population: str | None = None
    source_survey: str | None = None
    departments: tuple[str, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class ProgressDraft:
    """What a progress sheet (進捗管理シート) records of one item in one fiscal year.

    evaluation: the mark or word as printed ("B", "順調"). text: what was done. None where blank.
    """

    item: str
    fiscal_year: int
    evaluation: str | None
    text: str | None
    position: Position


@dataclass(frozen=True, slots=True)
class DepartmentDraft:
    """A department with the days between which it is that: of a list of reorganisations.

    first, last: "YYYY-MM-DD" or "YYYY-MM", both inclusive, None where the list is silent.
    """

    name: str
    first: str | None
    last: str | None
    successors: tuple[str, ...]
    position: Position


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


INDICATORS = "指標"
"""What a count claim counts that is about indicators, in place of a level's name."""


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


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A paragraph, line or table row of the document, in the order printed.

    text: wrapped lines joined, cells of a row with a full-width space between; never blank.
    heading: the format of the document marks it as one (of a text file nothing is known).
    """

    text: str
    position: Position
    heading: bool = False


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
    sha256: of the document's bytes. departments: of a list of departments, not of the plan.
    passages: all that is printed, without contents, page numbers and running heads.
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
    indicators: tuple[IndicatorDraft, ...] = ()
    progress: tuple[ProgressDraft, ...] = ()
    departments: tuple[DepartmentDraft, ...] = ()
    passages: tuple[PassageDraft, ...] = ()
    warnings: tuple[ImportWarning, ...] = ()
    unverified: tuple[str, ...] = ()
    """Facts that a person supplied without being sure of them, by field name."""
    facts_position: dict[str, Position] = field(default_factory=dict)
    """Where title, publisher, published, department and vision were read, by field name."""

    def structure(self) -> PlanDraft:
        """The plan without sentences: headings and facts only."""
        items = tuple(replace(item, text=None) for item in self.items)
        return replace(self, items=items, passages=())
