"""Report -> Markdown for a pull request or the summary of a job: what there is, then the worst.

A comment on GitHub holds 65,536 characters; what does not fit is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from alignchecker.lang import say
from alignchecker.model.finding import Finding, Outcome, Report, State
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.reports.wrapping import harmless
from alignchecker.rules.catalogue import Rule

_MOST = 60_000
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()+!|~&$])")
_NAMES = re.compile(r"[@#]")
"""Before a name, GitHub sends its bearer a mail; before a number, it links an issue."""
_JOINER = "\N{WORD JOINER}"
_MARKS = {Severity.VIOLATION: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """A table for each plan; findings that somebody has dealt with are only counted."""
    lines = list(_head(report, rules, lang))
    size = sum(len(line) + 1 for line in lines)
    plan: str | None = ""
    new = [finding for finding in report.findings if finding.state is State.NEW]
    for number, finding in enumerate(new):
        of_plan = finding.plan.iri if finding.plan else None
        added = [_row(finding, rules[finding.rule], lang)]
        if of_plan != plan:
            added = [*_heading(finding, lang), *added]
        size += sum(len(line) + 1 for line in added)
        if size > _MOST:
            lines += ["", say("ci.left-out", lang, count=len(new) - number)]
            break
        lines += added
        plan = of_plan
    return "\n".join(lines) + "\n"


def _head(report: Report, rules: Mapping[str, Rule], lang: str) -> Iterator[str]:
    states = Counter(finding.state for finding in report.findings)
    counts = Counter(f.severity for f in report.findings if f.state is State.NEW)
    yield f"## {say('ci.title', lang)}"
    yield ""
    words = [f"{mark} {say(f'severity.{s.word}', lang)} {counts[s]}" for s, mark in _MARKS.items()]
    words += [
        f"{say(f'state.{state.value}', lang)} {states[state]}"
        for state in (State.KNOWN, State.WAIVED)
        if states[state]
    ]
    yield "　".join(words)
    problems = [file.error.text(lang) for file in report.inputs if file.error is not None] + [
        f"{rules[run.rule].title[lang]}: {sentences.outcome(run, lang)}"
        for run in report.rules
        if run.outcome is Outcome.FAILED
    ]
    if problems:
        yield ""
        yield from (f"- ⚠️ {escaped(problem)}" for problem in problems)
    if not counts and not problems:
        yield ""
        yield say("report.none", lang)


def _heading(finding: Finding, lang: str) -> list[str]:
    title = finding.plan.title if finding.plan else say("report.no-plan", lang)
    columns = [say(f"field.{key}", lang) for key in ("severity", "place", "finding", "remedy")]
    return ["", f"### {escaped(title)}", "", cells(columns), cells(["---"] * len(columns))]


def _row(finding: Finding, rule: Rule, lang: str) -> str:
    place = sentences.document_place(finding, lang)
    severity = f"{_MARKS[finding.severity]} {say(f'severity.{finding.severity.word}', lang)}"
    message = " ".join([sentences.message(rule, finding, lang), *sentences.notes(finding, lang)])
    said = [place, message, sentences.remedy(rule, finding, lang)]
    return cells([severity, *map(escaped, said)])


def cells(words: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(words)} |"


def escaped(text: str) -> str:
    """Words of a document as words: no markup, no mention of a person, no second row."""
    marked = _SPECIAL.sub(r"\\\1", " ".join(harmless(text).split()))
    return _NAMES.sub(lambda match: match[0] + _JOINER, marked)
