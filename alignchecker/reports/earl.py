"""Report -> EARL 1.0 in Turtle: what came of each rule, and of each finding.

A rule that found nothing passed, if it had anything to look at. What may only be missing from the
document that was read (a summary, a scan), and what rests on facts that nobody has verified, cannot
be told; what has been waived does not apply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker import __version__
from alignchecker.lang import LANGUAGES
from alignchecker.model.finding import Confidence, Finding, Outcome, Report, RuleRun, State
from alignchecker.model.names import DCTERMS, FOAF, RDF, XSD
from alignchecker.reports import sentences
from alignchecker.reports.turtle import Statement, finding_iri, turtle, words
from alignchecker.rules.catalogue import Rule

EARL = "http://www.w3.org/ns/earl#"
_TOOL = NamedNode("urn:x-alignchecker:tool")
_PLANS = NamedNode("urn:x-alignchecker:plans")
_TYPE = NamedNode(RDF + "type")
_OUTCOMES = {
    Outcome.RAN: "passed",
    Outcome.NONE_APPLICABLE: "inapplicable",
    Outcome.NOT_RUN: "untested",
    Outcome.FAILED: "cantTell",
}
_MAYBE_MISSING = {"summary", "extract", "ocr", "read"}
"""Softenings of what may stand in the whole document, or in it as it is printed."""


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001 (has both)
    """An assertion for each finding, and for each rule without one; in all languages."""
    return turtle(_statements(report, rules), {"earl": EARL, "foaf": FOAF})


def _statements(report: Report, rules: Mapping[str, Rule]) -> Iterator[Statement]:
    yield _TOOL, _TYPE, _earl("Software")
    yield _TOOL, NamedNode(DCTERMS + "title"), Literal("alignchecker", language="en")
    yield _TOOL, NamedNode(DCTERMS + "hasVersion"), Literal(__version__)
    yield _PLANS, _TYPE, _earl("TestSubject")
    for plan in report.plans:
        if plan.input:
            yield _PLANS, NamedNode(DCTERMS + "hasPart"), NamedNode(plan.iri)
    found = {finding.rule for finding in report.findings}
    for run in report.rules:
        yield from _criterion(rules[run.rule])
        if run.rule not in found:
            yield from _of_rule(run, rules[run.rule], report)
    for finding in report.findings:
        yield from _of_finding(finding, rules[finding.rule], report)


def _criterion(rule: Rule) -> Iterator[Statement]:
    yield rule.iri, _TYPE, _earl("TestCriterion")
    for lang, title in sorted(rule.title.items()):
        yield rule.iri, NamedNode(DCTERMS + "title"), Literal(title, language=lang)


def _of_rule(run: RuleRun, rule: Rule, report: Report) -> Iterator[Statement]:
    node = NamedNode(f"urn:x-alignchecker:assertion:{run.rule}")
    said = {lang: sentences.outcome(run, lang) for lang in LANGUAGES}
    yield from _assertion(node, _PLANS, rule, _OUTCOMES[run.outcome], said, report)


def _of_finding(finding: Finding, rule: Rule, report: Report) -> Iterator[Statement]:
    # That a plan is an earl:TestSubject follows. Said here, this file would be its source.
    subject = NamedNode(finding.plan.iri) if finding.plan else _PLANS
    node = finding_iri(finding)
    said = {lang: sentences.message(rule, finding, lang) for lang in LANGUAGES}
    yield from _assertion(node, subject, rule, _outcome(finding), said, report)
    yield _result(node), _earl("pointer"), NamedNode(finding.focus.iri)


def _outcome(finding: Finding) -> str:
    if finding.state is State.WAIVED:
        return "inapplicable"
    unknown = _MAYBE_MISSING & {softening.key for softening in finding.softened}
    return "cantTell" if unknown or finding.confidence is Confidence.LOW else "failed"


def _assertion(
    node: NamedNode,
    subject: NamedNode,
    rule: Rule,
    outcome: str,
    said: Mapping[str, str],
    report: Report,
) -> Iterator[Statement]:
    result = _result(node)
    yield node, _TYPE, _earl("Assertion")
    yield node, _earl("assertedBy"), _TOOL
    yield node, _earl("subject"), subject
    yield node, _earl("test"), rule.iri
    yield node, _earl("mode"), _earl("automatic")
    yield node, _earl("result"), result
    yield result, _TYPE, _earl("TestResult")
    yield result, _earl("outcome"), _earl(outcome)
    if report.as_of is not None:
        day = Literal(report.as_of, datatype=NamedNode(XSD + "date"))
        yield result, NamedNode(DCTERMS + "date"), day
    for lang in said:
        yield result, NamedNode(DCTERMS + "description"), words(said[lang], lang)


def _result(assertion: NamedNode) -> NamedNode:
    return NamedNode(f"{assertion.value}:result")


def _earl(name: str) -> NamedNode:
    return NamedNode(EARL + name)
