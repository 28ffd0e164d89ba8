"""Findings and the report they stand in. Formats read these; nothing here knows a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from alignchecker.model.errors import AligncheckerError
from alignchecker.model.severity import Severity

if TYPE_CHECKING:
    from alignchecker.model.coverage import Coverage
    from alignchecker.model.plan import ImportWarning
    from alignchecker.model.review import Review


class State(StrEnum):
    """Whether somebody has dealt with a finding before."""

    NEW = "new"
    KNOWN = "known"
    WAIVED = "waived"


class Confidence(StrEnum):
    """How sure the finding is: lower where the facts are unverified or the text was OCR-read."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Outcome(StrEnum):
    """What became of a rule in a run."""

    RAN = "ran"
    NONE_APPLICABLE = "none-applicable"
    NOT_RUN = "not-run"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place: path with line and column (from 1), or sheet and cell, or page."""

    path: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A node as a person meets it: its label, and where it is written.

    label_en: only for what has an English name of its own (concepts of the code lists).
    unverified: nobody has checked yet that this is what its source says.
    in_text: words found in the text of a plan; of use only with the places where they stand.
    """

    iri: str
    label: str
    locations: tuple[Location, ...] = ()
    label_en: str | None = None
    unverified: bool = False
    in_text: bool = False

    def name(self, lang: str) -> str:
        """The label to show in a language: what a plan prints stays as printed."""
        return self.label_en or self.label if lang == "en" else self.label


@dataclass(frozen=True, slots=True)
class TermText:
    """An RDF term as SPARQL results JSON has it (type: uri, bnode, literal)."""

    type: str
    value: str
    language: str | None = None
    datatype: str | None = None


Argument = Reference | tuple[Reference, ...] | int | str
"""What a placeholder of a rule's sentence stands for; ints whose name ends in Year are years."""


@dataclass(frozen=True, slots=True)
class PlanRef:
    """The plan a finding is about."""

    iri: str
    title: str
    edition: str | None


@dataclass(frozen=True, slots=True)
class Softening:
    """Why a severity is lower than the rule's own: key in lang/ ("summary", "ocr", …)."""

    key: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class ResultKey:
    """What one SHACL result is known by in later runs.

    fingerprint: of rule, focus node, path and value by their IRIs. content: of the same by their
    words and the headings above them. label, value: the nodes as a person meets them.
    """

    fingerprint: str
    content: str
    label: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Waived:
    """Why a finding is waived, who said so, until when and on which day (YYYY-MM-DD)."""

    reason: str
    person: str
    until: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to act on. Sentences are put together by reports from the rule and arguments."""

    rule: str
    severity: Severity
    state: State
    fingerprint: str
    focus: Reference
    plan: PlanRef | None
    path: TermText | None
    value: TermText | None
    arguments: Mapping[str, Argument]
    current: str | None
    department: str | None
    confidence: Confidence
    locations: tuple[Location, ...]
    related: tuple[Reference, ...] = ()
    softened: tuple[Softening, ...] = ()
    keys: tuple[ResultKey, ...] = ()
    """One for each result that it tells: several where the rule rolls up."""
    waived: tuple[Waived, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    """Sentences of the shape itself by language, "" for none, where the rule has none."""
    component: str | None = None
    """The constraint component that a sentence is made from where the shape has none."""
    review: Review | None = None
    """What somebody answered to it; None where nobody has."""


@dataclass(frozen=True, slots=True)
class GoneFinding:
    """What a baseline has and this run did not find any more."""

    rule: str
    plan: str | None
    label: str
    value: str | None
    fingerprint: str


OF_ANOTHER_PROFILE = "profile-inactive"
"""The reason of a rule that is for plans of another kind than those that were read."""


@dataclass(frozen=True, slots=True)
class RuleRun:
    """What one rule did: how many nodes it applied to (None: not counted), how long it took."""

    rule: str
    outcome: Outcome
    examined: int | None
    findings: int
    seconds: float
    reason: str | None = None
    """Key in lang/ ("needs-asOf") or, for a failure, the engine's words."""
    engine: str | None = None
    """The engine that ran it, "fast" or "pyshacl"; None where it was not run."""
    left: str | None = None
    """Why the fast engine left it to pySHACL, in the engine's words."""

    @property
    def is_of_another_profile(self) -> bool:
        """Whether it is for plans of another kind: then it has not been left out."""
        return self.reason == OF_ANOTHER_PROFILE


@dataclass(frozen=True, slots=True)
class InputFile:
    """A path that was asked for and whether it could be read."""

    path: str
    error: AligncheckerError | None = None
    warnings: tuple[ImportWarning, ...] = ()

    @property
    def read(self) -> bool:
        """Whether it was read whole."""
        return self.error is None


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be known of a file of rules, though it keeps nothing from running."""

    path: str
    line: int | None
    ja: str
    en: str

    def text(self, lang: str) -> str:
        """What it says in "ja" or "en"."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True, slots=True)
class PlanTie:
    """What a plan says of one that it stands under.

    verb, force: notations; force is None where it is unknown.
    title: of the edition that is meant, else the name as quoted. target: its IRI where it is known.
    uncovered: first and last of each run of the plan's fiscal years in which no edition of the
    other is in force; None where a period is unknown.
    """

    verb: str
    title: str
    target: str | None = None
    force: str | None = None
    uncovered: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan edition that is known, and what it stands under."""

    iri: str
    title: str
    edition: str | None
    plan_type: str | None
    publisher: str | None
    first_year: int | None
    last_year: int | None
    form: str | None
    status: str
    items: int
    measures: int
    input: bool
    stands_under: tuple[PlanTie, ...] = ()
    ends_same_year: tuple[str, ...] = ()
    successor: str | None = None
    obligation: str | None = None
    """How strongly Acts ask that it be made: notation of the strongest of ``statutory``."""
    statutory: tuple[tuple[str, str], ...] = ()
    """(notation of plan type, of obligation) of each statutory plan that it, or an item, is."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that one check found out."""

    as_of: str | None
    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]
    rules: tuple[RuleRun, ...]
    plans: tuple[PlanSummary, ...]
    loading_seconds: float = 0.0
    gone: tuple[GoneFinding, ...] = ()
    baseline: str | None = None
    """The file of the baseline that findings were compared with."""
    since: str | None = None
    """The revision whose findings are left out."""
    notices: tuple[Notice, ...] = ()
    coverage: Coverage | None = None
    """None where no form of the report asks for it."""

    @property
    def examined_plans(self) -> tuple[PlanSummary, ...]:
        """The plans that inputs describe, with their items or without."""
        return tuple(plan for plan in self.plans if plan.input)
