"""Report -> a SHACL validation report (SHACL 3.6) in Turtle, as any SHACL tool reads it.

A finding is one result, also where it tells of several, with dcterms:relation to its other nodes.
What has been waived is no result, so that sh:conforms says whether anything is left to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker.lang import LANGUAGES
from alignchecker.model.finding import Finding, Outcome, Report, State
from alignchecker.model.names import DCTERMS, RDF, SH
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.reports.turtle import Statement, finding_iri, term, turtle, words
from alignchecker.rules.catalogue import Rule

_REPORT = NamedNode("urn:x-alignchecker:report")
_TYPE = NamedNode(RDF + "type")
_SEVERITIES = {
    Severity.VIOLATION: "Violation",
    Severity.WARNING: "Warning",
    Severity.INFO: "Info",
}


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001 (has both)
    """The report; messages are in all languages, whichever is asked for."""
    return turtle(_statements(report, rules))


def _statements(report: Report, rules: Mapping[str, Rule]) -> Iterator[Statement]:
    results = [finding for finding in report.findings if finding.state is not State.WAIVED]
    unknown = any(not file.read for file in report.inputs) or any(
        run.outcome is Outcome.FAILED for run in report.rules
    )
    yield _REPORT, _TYPE, _sh("ValidationReport")
    if not unknown or results:
        # Where something was not looked at, nobody knows that all is well.
        yield _REPORT, _sh("conforms"), Literal(not results)
    for finding in results:
        yield _REPORT, _sh("result"), finding_iri(finding)
    for finding in results:
        yield from _result(finding, rules[finding.rule])


def _result(finding: Finding, rule: Rule) -> Iterator[Statement]:
    node = finding_iri(finding)
    yield node, _TYPE, _sh("ValidationResult")
    yield node, _sh("focusNode"), NamedNode(finding.focus.iri)
    if finding.path is not None and finding.path.type == "uri":
        yield node, _sh("resultPath"), NamedNode(finding.path.value)
    if finding.value is not None:
        yield node, _sh("value"), term(finding.value)
    yield node, _sh("resultSeverity"), _sh(_SEVERITIES[finding.severity])
    yield node, _sh("sourceShape"), rule.iri
    component = finding.component or SH + "SPARQLConstraintComponent"
    yield node, _sh("sourceConstraintComponent"), NamedNode(component)
    for lang in LANGUAGES:
        said = [sentences.message(rule, finding, lang), *sentences.notes(finding, lang)]
        yield node, _sh("resultMessage"), words(" ".join(said), lang)
    for reference in finding.related:
        yield node, NamedNode(DCTERMS + "relation"), NamedNode(reference.iri)


def _sh(name: str) -> NamedNode:
    return NamedNode(SH + name)
