"""The report as RDF: what SHACL tools and readers of EARL expect."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import RDF as RDFLIB_RDF
from rdflib import Graph, URIRef

from alignchecker.model.finding import InputFile, Outcome, Report, State
from alignchecker.model.names import DCTERMS, RDF, SH
from alignchecker.reports import coverage_turtle
from alignchecker.reports.earl import EARL
from tests.corpus import golden

from .test_ci import of_all_states, rendered, report

_TYPE = NamedNode(RDF + "type")


def quads(form: str, of: Report) -> list[Quad]:
    text = rendered(form, of).encode("utf-8", "replace")
    return list(parse(text, format=RdfFormat.TURTLE))


def values(found: list[Quad], predicate: str) -> list[object]:
    return [quad.object for quad in found if quad.predicate.value == predicate]


def test_a_result_for_each_finding_that_is_not_waived() -> None:
    found = quads("turtle", of_all_states())
    left = [f for f in of_all_states().findings if f.state is not State.WAIVED]
    results = {q.subject for q in found if q.object == NamedNode(SH + "ValidationResult")}
    assert len(results) == len(left)
    assert set(values(found, SH + "result")) == results
    for name in ("focusNode", "resultSeverity", "sourceShape", "sourceConstraintComponent"):
        assert Counter(q.subject for q in found if q.predicate.value == SH + name) == Counter(
            dict.fromkeys(results, 1)
        ), name
    languages = {value.language for value in values(found, SH + "resultMessage")}  # type: ignore[attr-defined]
    assert languages == {"ja", "en"}


def test_other_tools_read_it() -> None:
    graph = Graph().parse(data=rendered("turtle"), format="turtle")
    reports = list(graph.subjects(RDFLIB_RDF.type, URIRef(SH + "ValidationReport")))
    assert len(reports) == 1
    assert str(graph.value(reports[0], URIRef(SH + "conforms"))) == "false"


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (replace(report(), findings=()), [Literal(True)]),
        (report(), [Literal(False)]),
        (replace(of_all_states(), findings=()), []),
    ],
    ids=["nothing found", "found", "nothing found, but not all was looked at"],
)
def test_it_conforms_only_if_that_is_known(of: Report, expected: list[Literal]) -> None:
    assert values(quads("turtle", of), SH + "conforms") == expected


def test_outcomes_of_rules_and_findings() -> None:
    of = of_all_states()
    found = quads("earl", of)
    outcomes = Counter(
        str(value.value).removeprefix(EARL)  # type: ignore[attr-defined]
        for value in values(found, EARL + "outcome")
    )
    silent = {run.rule for run in of.rules} - {finding.rule for finding in of.findings}
    runs = Counter(run.outcome for run in of.rules if run.rule in silent)
    waived = sum(finding.state is State.WAIVED for finding in of.findings)
    assert outcomes["passed"] == runs[Outcome.RAN]
    assert outcomes["untested"] == runs[Outcome.NOT_RUN]
    assert outcomes["inapplicable"] == runs[Outcome.NONE_APPLICABLE] + waived
    assert outcomes["cantTell"] > runs[Outcome.FAILED], "a summary may leave out what is missing"
    assert sum(outcomes.values()) == len(silent) + len(of.findings)


def test_every_assertion_names_tool_subject_and_test() -> None:
    found = quads("earl", report())
    assertions = [q.subject for q in found if q.object == NamedNode(EARL + "Assertion")]
    assert assertions
    for name in ("assertedBy", "subject", "test", "result"):
        named = [q.subject for q in found if q.predicate.value == EARL + name]
        assert Counter(named) == Counter(assertions), name
    parts = values(found, DCTERMS + "hasPart")
    assert len(parts) == sum(plan.input for plan in report().plans)


def test_a_file_that_was_not_read_is_no_pass() -> None:
    unread = replace(report(), findings=(), inputs=(*report().inputs, _unread()))
    assert values(quads("turtle", unread), SH + "conforms") == []


def _unread() -> InputFile:
    return of_all_states().inputs[-1]


@pytest.mark.parametrize("form", ["turtle", "earl", "coverage"])
def test_a_report_among_the_plans_changes_nothing(tmp_path: Path, form: str) -> None:
    """Whoever saves a report beside the plans gets the same findings and tables again."""
    city = tmp_path / "aoba"
    shutil.copytree(golden.CITY, city)
    before = golden.report_on(city)
    found = before.coverage
    assert found is not None
    text = (
        coverage_turtle.render(found, golden.AS_OF, None)
        if form == "coverage"
        else rendered(form, before)
    )
    (city / f"{form}.ttl").write_text(text, encoding="utf-8")
    after = golden.report_on(city)
    assert golden.rows(after, city) == golden.rows(before, city)
    assert after.coverage == found
    assert after.plans == before.plans
