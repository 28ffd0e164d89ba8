"""The forms for CI: as each of their readers wants them, whatever a document holds."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from alignchecker.model.errors import InputError
from alignchecker.model.finding import (
    Finding,
    InputFile,
    Location,
    Outcome,
    Reference,
    Report,
    State,
    Waived,
)
from alignchecker.model.severity import Severity
from alignchecker.reports import forms
from alignchecker.rules.catalogue import Rule, load_catalogue
from tests.corpus import golden

ROOT = Path(__file__).parents[2]
SCHEMA = "sarif/sarif-schema-2.1.0.json"
HOSTILE = '|<b>x</b> `a` @mayor #1 [x](y) $x$ ::error::\x1b[2J\r\n% ]]> & "\udc83"'


report = golden.report


def rules() -> Mapping[str, Rule]:
    return load_catalogue().rules


def rendered(form: str, of: Report | None = None, lang: str = "ja") -> str:
    return forms.render(form, of or report(), rules(), lang)


def hostile(finding: Finding) -> Finding:
    """A finding of which all words of a document are hostile."""
    reference = Reference("urn:x", HOSTILE, (Location("計画 %,:\n.ttl", 3),))
    arguments = {
        name: HOSTILE if isinstance(value, str) else reference if isinstance(value, Reference)
        else (reference,) if isinstance(value, tuple) else value
        for name, value in finding.arguments.items()
    }  # fmt: skip
    plan = finding.plan and replace(finding.plan, title=HOSTILE)
    return replace(
        finding, arguments=arguments, plan=plan, focus=reference, current=HOSTILE,
        department=HOSTILE, locations=reference.locations, related=(reference,),
    )  # fmt: skip


def of_all_states() -> Report:
    """A report with all that can happen: dealt with, without place, unread, failed, hostile."""
    first, second, third, *others = report().findings
    failed, *runs = report().rules
    waived = Waived("終期を\n意図している", HOSTILE, "2027-03-31")
    return replace(
        report(),
        findings=(
            replace(first, state=State.WAIVED, waived=(waived,)),
            replace(second, state=State.KNOWN),
            replace(third, locations=()),
            *map(hostile, others),
        ),
        rules=(replace(failed, outcome=Outcome.FAILED, reason="x\ny", examined=None), *runs),
        inputs=(*report().inputs, InputFile("b.ttl", InputError("壊れた\n行", "broken", "b.ttl"))),
        baseline="baseline.json",
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("form", sorted({*forms.NAMES} - {forms.TEXT, *forms.BYTES}))
def test_the_same_report_gives_the_same_bytes(form: str, lang: str) -> None:
    text = rendered(form, of_all_states(), lang)
    assert text == rendered(form, of_all_states(), lang)
    assert text.endswith("\n")


def test_sarif_is_what_the_standard_says() -> None:
    folder = os.environ.get("ALIGNCHECKER_CONFORMANCE", ROOT.parent / "shared" / "conformance")
    path = Path(folder, SCHEMA)
    if not path.is_file():
        pytest.skip(f"no SARIF schema in {folder}: set ALIGNCHECKER_CONFORMANCE to its folder")
    schema = json.loads(path.read_text("utf-8"))
    for lang in ("ja", "en"):
        for of in (report(), of_all_states(), replace(report(), findings=(), inputs=())):
            document = json.loads(rendered("sarif", of, lang).encode("utf-8", "replace"))
            jsonschema.Draft7Validator(schema).validate(document)


def test_sarif_keeps_githubs_limits_worst_first() -> None:
    one = next(f for f in report().findings if f.severity is Severity.INFO)
    places = tuple(Location("a.ttl", line) for line in range(1, 121))
    worst = replace(one, severity=Severity.VIOLATION, locations=places)
    others = [replace(one, locations=places[:2])] * 6000
    many = replace(report(), findings=(*others, worst))
    run = json.loads(rendered("sarif", many))["runs"][0]
    assert len(run["results"]) == 5000
    assert run["results"][0]["level"] == "error"
    assert all(len(r["locations"]) == 1 for r in run["results"])
    assert max(len(r["relatedLocations"]) for r in run["results"]) == 100
    assert all(len(rule["properties"]["tags"]) <= 10 for rule in run["tool"]["driver"]["rules"])
    assert "1001件" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_tells_what_was_dealt_with_and_what_failed() -> None:
    run = json.loads(rendered("sarif", of_all_states()))["runs"][0]
    assert not run["invocations"][0]["executionSuccessful"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2
    states = Counter(r["baselineState"] for r in run["results"])
    known = [f for f in of_all_states().findings if f.state is State.KNOWN]
    assert states["unchanged"] == len(known) > 0
    waived = [f for f in of_all_states().findings if f.waived]
    assert sum("suppressions" in r for r in run["results"]) == len(waived) > 0
    assert all(r["locations"] for r in run["results"]), "GitHub takes no result without a place"


def test_junit_counts_what_it_holds() -> None:
    tree = ET.fromstring(rendered("junit", of_all_states()))
    cases = list(tree.iter("testcase"))
    assert int(tree.attrib["tests"]) == len(cases)
    for kind, name in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        held = sum(case.find(kind) is not None for case in cases)
        assert held == int(tree.attrib[name])
        assert held == sum(int(suite.attrib[name]) for suite in tree)
    new = [f for f in of_all_states().findings if f.state is State.NEW]
    assert int(tree.attrib["failures"]) == len(new)
    assert int(tree.attrib["errors"]) == 2
    ran = {case.attrib["classname"] for case in cases}
    assert {f"alignchecker.{run.rule}" for run in report().rules} <= ran


def test_annotations_are_one_line_each_and_no_more_than_are_shown() -> None:
    lines = rendered("github", of_all_states()).splitlines()
    assert all(
        re.fullmatch(r"::(error|warning|notice) [^:\r\n]+::[^\r\n]+", line) for line in lines
    )
    shown = Counter(line[2:].split(" ")[0] for line in lines)
    assert set(shown) == {"error", "warning", "notice"}
    assert max(shown.values()) == 10
    assert lines[0].startswith("::error file=b.ttl,")
    ranks = [("error", "warning", "notice").index(line[2:].split(" ")[0]) for line in lines]
    assert ranks == sorted(ranks)


def test_annotations_stand_at_lines_that_there_are() -> None:
    finding = next(f for f in report().findings if f.severity is Severity.VIOLATION)
    placed = {"a.ttl": Location("a.ttl", 7), "計画.docx": Location("計画.docx", 12)}
    lines = [
        rendered("github", replace(report(), findings=(replace(finding, locations=(place,)),)))
        for place in placed.values()
    ]
    assert "line=7" in lines[0]
    assert "line=" not in lines[1]
    assert lines[1].split("::")[2].startswith("計画.docx ")
    of_word = replace(report(), findings=(replace(finding, locations=(placed["計画.docx"],)),))
    where = lines[1].split("::")[2].partition("%0A")[0]
    assert json.loads(rendered("gitlab", of_word))[0]["description"].startswith(f"{where} ")
    result = json.loads(rendered("sarif", of_word))["runs"][0]["results"][0]
    assert result["message"]["text"].startswith(f"{where}\n")
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_gitlab_knows_every_finding_by_a_fingerprint_of_its_own() -> None:
    issues = json.loads(rendered("gitlab", of_all_states()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert len(issues) == len([f for f in of_all_states().findings if f.state != "waived"])
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major"}
    assert all(
        issue["location"]["path"] and issue["location"]["lines"]["begin"] for issue in issues
    )


def test_markdown_is_words_and_fits_a_comment() -> None:
    text = rendered("markdown", of_all_states())
    rows = [line for line in text.splitlines() if line.startswith(("| 🔴", "| 🟡"))]
    assert rows
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows), "no cell ends a cell"
    assert "@mayor" not in text
    assert "<b>" not in text
    assert "\x1b" not in text
    many = replace(report(), findings=report().findings * 60)
    text = rendered("markdown", many)
    assert len(text) <= 65536
    assert "ほかに" in text
    left = int(re.search(r"ほかに(\d+)件", text)[1])  # type: ignore[index]
    shown = sum(line.startswith(("| 🔴", "| 🟡", "| 🔵")) for line in text.splitlines())
    assert shown + left == len([f for f in many.findings if f.state is State.NEW])


def test_nothing_found_is_said() -> None:
    none = replace(report(), findings=())
    assert "指摘はありません" in rendered("markdown", none)
    assert rendered("github", none) == ""
    assert json.loads(rendered("gitlab", none)) == []
