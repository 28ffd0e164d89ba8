"""What a check looked at: plans, files, rules; and what it could not look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alignchecker.model.finding import Outcome, PlanSummary, Report, State
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.reports.families import family
from alignchecker.rules.catalogue import Rule

_PARTIAL = {"summary", "extract"}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule and what became of it. idle: it applied to nothing or was not run."""

    id: str
    title: str
    family: str
    outcome: str
    findings: int
    idle: bool
    failed: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """The head of a report and its end.

    counts: findings that are not waived, by the word of their severity; the worst first.
    own, cited: plans of the inputs, and those that they stand under. unread: sentences on files.
    doubts: what an importer asks to have checked, by file. notices: on files of rules.
    """

    as_of: str | None
    counts: Mapping[str, int]
    waived: int
    known: int
    gone: int
    baseline: str | None
    since: str | None
    own: Sequence[PlanSummary]
    cited: Sequence[PlanSummary]
    files: Sequence[str]
    unread: Sequence[str]
    doubts: Mapping[str, Sequence[str]]
    notices: Sequence[str]
    rules: Sequence[RuleLine]
    failed: int

    @classmethod
    def of(cls, report: Report, rules: Mapping[str, Rule], lang: str) -> Examined:
        """What stands in a report of the check, and in none of its findings."""
        open_ones = Counter(f.severity for f in report.findings if f.state is not State.WAIVED)
        states = Counter(f.state for f in report.findings)
        lines = list(_lines(report, rules, lang))
        return cls(
            as_of=report.as_of,
            counts={s.word: open_ones[s] for s in sorted(Severity, reverse=True)},
            waived=states[State.WAIVED],
            known=states[State.KNOWN],
            gone=len(report.gone),
            baseline=report.baseline,
            since=report.since,
            own=report.examined_plans,
            cited=[plan for plan in report.plans if not plan.input],
            files=[file.path for file in report.inputs if file.read],
            unread=[f.error.text(lang) for f in report.inputs if f.error is not None],
            doubts={
                file.path: [sentences.doubt(warning, lang) for warning in file.warnings]
                for file in report.inputs
                if file.warnings
            },
            notices=[f"{n.path}: {n.text(lang)}" for n in report.notices],
            rules=lines,
            failed=sum(line.failed for line in lines),
        )

    @property
    def partial(self) -> Sequence[PlanSummary]:
        """Plans of the inputs of which only a summary or an extract was read."""
        return [plan for plan in self.own if plan.form in _PARTIAL]


def _lines(report: Report, rules: Mapping[str, Rule], lang: str) -> Iterator[RuleLine]:
    for run in report.rules:
        if run.is_of_another_profile:
            continue
        rule = rules[run.rule]
        yield RuleLine(
            rule.id,
            rule.title[lang],
            family(rule, lang),
            sentences.outcome(run, lang),
            run.findings,
            idle=run.outcome in {Outcome.NONE_APPLICABLE, Outcome.NOT_RUN},
            failed=run.outcome is Outcome.FAILED,
        )
