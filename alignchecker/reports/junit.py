"""Report -> JUnit XML, which most CI servers show: a suite for each family, a case for each rule.

A rule that found something has a case for each finding, for a case can fail only once. Findings
that somebody has dealt with are skipped cases, as are rules that were not run.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from alignchecker.lang import say
from alignchecker.model.finding import Finding, Outcome, Report, RuleRun, State
from alignchecker.reports import sentences
from alignchecker.reports.families import family
from alignchecker.rules.catalogue import Rule

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2), though a document may."""


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:
    """The report as a tree of suites; unread files are errors of a suite of their own."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.rule].append(finding)
    suites: dict[str, list[_Case]] = defaultdict(list)
    for run in report.rules:
        rule = rules[run.rule]
        suites[family(rule, lang)] += _cases(run, rule, found[run.rule], lang)
    for file in report.inputs:
        problem = None if file.error is None else ("error", file.error.text(lang), "")
        suites[say("ci.files", lang)].append(_Case(file.path, "files", 0.0, problem))
    lines = [line for name, cases in suites.items() for line in _suite(name, cases)]
    every = [case for cases in suites.values() for case in cases]
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="alignchecker" {_counts(every)}>', *lines, "</testsuites>", "",
    ])  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Case:
    """problem: kind (failure, error, skipped), message, and details; None where all is well."""

    name: str
    group: str
    seconds: float
    problem: tuple[str, str, str] | None


def _cases(run: RuleRun, rule: Rule, findings: list[Finding], lang: str) -> Iterator[_Case]:
    title = f"{rule.title[lang]} ({rule.id})"
    words = sentences.outcome(run, lang)
    if run.outcome is Outcome.FAILED:
        yield _Case(title, rule.id, run.seconds, ("error", words, ""))
    elif run.outcome is Outcome.NOT_RUN:
        yield _Case(title, rule.id, run.seconds, ("skipped", words, ""))
    elif not findings:
        yield _Case(title, rule.id, run.seconds, None)
    for finding in findings:
        kind = "failure" if finding.state is State.NEW else "skipped"
        problem = (kind, sentences.message(rule, finding, lang), _details(finding, rule, lang))
        yield _Case(f"{finding.focus.label} ({rule.id})", rule.id, run.seconds, problem)


def _details(finding: Finding, rule: Rule, lang: str) -> str:
    """Plan, places and what to do, a line each."""
    places = [sentences.place(place, lang) for place in finding.locations]
    rows = [
        ("severity", say(f"severity.{finding.severity.word}", lang)),
        ("plan", finding.plan.title if finding.plan else None),
        *(("place", place) for place in places),
        ("current", finding.current),
        ("evidence", sentences.evidence(rule, finding, lang)),
        ("remedy", sentences.remedy(rule, finding, lang)),
        ("department", finding.department),
        *(("waived", sentences.waived(waiver, lang)) for waiver in finding.waived),
    ]
    return "\n".join(f"{say(f'field.{key}', lang)}: {value}" for key, value in rows if value)


def _suite(name: str, cases: list[_Case]) -> Iterator[str]:
    yield f"  <testsuite name={_quoted(name)} {_counts(cases)}>"
    for case in cases:
        head = f"name={_quoted(case.name)} classname={_quoted(f'alignchecker.{case.group}')}"
        if case.problem is None:
            yield f'    <testcase {head} time="{case.seconds:.3f}"/>'
            continue
        kind, message, details = case.problem
        yield f'    <testcase {head} time="{case.seconds:.3f}">'
        text = escape(_NO_XML.sub("", details))
        yield f"      <{kind} message={_quoted(message)}>{text}</{kind}>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _counts(cases: list[_Case]) -> str:
    kinds = [case.problem[0] for case in cases if case.problem is not None]
    counted = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    words = [f'{name}="{kinds.count(kind)}"' for name, kind in counted.items()]
    return " ".join([f'tests="{len(cases)}"', *words])


def _quoted(text: str) -> str:
    return quoteattr(_NO_XML.sub("", text))
