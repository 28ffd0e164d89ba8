"""The findings as rows: what people read, what they answer, and what is needed to read it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from alignchecker.lang import LANGUAGES, say
from alignchecker.lang.answers import COLUMNS, KEPT, PRIORITIES, STATUSES
from alignchecker.model.finding import Finding, Report, State
from alignchecker.model.review import MOST_LISTED, Status
from alignchecker.model.severity import Severity
from alignchecker.reports import related, sentences
from alignchecker.reports.office.tables import cell
from alignchecker.rules.answers import results_of, shown
from alignchecker.rules.catalogue import Rule


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding by column (lang/answers.py). kept: the hidden columns. plan: IRI, "" for none."""

    cells: Mapping[str, str]
    kept: Mapping[str, str]
    severity: Severity
    plan: str


def headings(lang: str) -> dict[str, str]:
    """Key of each column that people see -> its heading."""
    return {key: words[LANGUAGES.index(lang)] for key, words in COLUMNS.items()}


def finding_rows(report: Report, rules: Mapping[str, Rule], lang: str) -> Iterator[FindingRow]:
    """The findings as they are reported: by plan, the worst first."""
    for number, finding in enumerate(report.findings, start=1):
        yield _row(number, finding, rules[finding.rule], lang)


def _row(number: int, finding: Finding, rule: Rule, lang: str) -> FindingRow:
    answer = shown(finding)
    which = LANGUAGES.index(lang)
    texts = {
        "number": str(number),
        "severity": say(f"severity.{finding.severity.word}", lang),
        "priority": PRIORITIES[answer.priority][which] if answer.priority else "",
        "plan": finding.plan.title if finding.plan else say("report.no-plan", lang),
        "place": sentences.document_place(finding, lang),
        "label": finding.focus.name(lang),
        "message": _message(finding, rule, lang),
        "current": finding.current,
        "evidence": sentences.evidence(rule, finding, lang),
        "remedy": sentences.remedy(rule, finding, lang),
        "department": finding.department,
        "status": STATUSES[answer.status][which],
        "comment": answer.comment,
        "person": answer.person,
        "date": answer.date,
    }
    kept = (
        finding.fingerprint,
        finding.rule,
        finding.focus.iri,
        results_of(finding),
        answer.status.value,
        answer.priority.value if answer.priority else "",
        answer.comment,
        answer.person,
        answer.date,
    )
    return FindingRow(
        {key: cell(text, lang) for key, text in texts.items()},
        {key: cell(text, lang) for key, text in zip(KEPT, kept, strict=True)},
        finding.severity,
        finding.plan.iri if finding.plan else "",
    )


def _message(finding: Finding, rule: Rule, lang: str) -> str:
    """What is wrong, with what the finding lists and why it weighs less than usual."""
    message = sentences.message(rule, finding, lang)
    if finding.state is State.KNOWN:
        message = say("office.known", lang, message=message)
    listed = related.names(rule, finding, lang, most=MOST_LISTED)
    review, is_waived = finding.review, finding.state is State.WAIVED
    is_taken_back = is_waived and review is not None and review.status is Status.OPEN
    return "\n".join([
        message,
        *(f"・{name}" for name in listed),
        *sentences.notes(finding, lang),
        *([say("office.taken-back", lang)] if is_taken_back else []),
    ])  # fmt: skip
