"""Rules of a project's own on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.rules.own import COMPONENT, DOCUMENTED, PLAIN, SPARQL, project

from .running import ROOT, run

SCHEMAS = ROOT / "alignchecker" / "reports" / "schemas"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path, DOCUMENTED, PLAIN, SPARQL, COMPONENT)


def test_rules_lists_them(folder: Path) -> None:
    shown = run("rules", cwd=folder)
    assert "独自の規則" in shown.out
    assert "city-hall" in shown.out
    ran = run("rules", "--output-format", "json", cwd=folder)
    document = json.loads(ran.out)
    schema = json.loads((SCHEMAS / "rules.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    own = {rule["id"]: rule for rule in document["rules"] if rule["family"] == "own"}
    assert list(own) == ["department-shape", "titles", "years"]
    assert own["years"]["source"] == "rules-2.ttl:14"


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("rule", ["plan-too-short", "department-shape", "years", "titles"])
def test_explain_explains_them(folder: Path, rule: str, lang: str) -> None:
    ran = run("explain", rule, "--lang", lang, cwd=folder)
    assert (ran.status, ran.err) == (0, "")
    assert f"({rule})" in ran.out.splitlines()[0]
    assert ("SELECT $this" in ran.out) == (rule in {"plan-too-short", "years"})


def test_config_show_names_their_files(folder: Path) -> None:
    shown = run("config", "show", cwd=folder).out
    assert "shapes: rules-0.ttl, rules-1.ttl, rules-2.ttl, rules-3.ttl" in shown


def test_check_runs_them_beside_the_catalogue(folder: Path) -> None:
    ran = run("check", ".", "--output-format", "json", cwd=folder)
    assert ran.status == 1
    document = json.loads(ran.out)
    schema = json.loads((SCHEMAS / "check.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    found = {finding["rule"] for finding in document["findings"]}
    assert {"plan-too-short", "department-shape", "years", "titles"} <= found
    engines = {run["id"]: run["engine"] for run in document["rules"]}
    assert engines["titles"] == "pyshacl"
    assert engines["period-unknown"] == "fast"


def test_an_unknown_rule_names_the_nearest_of_ones_own(folder: Path) -> None:
    ran = run("check", ".", "--select", "departmnt-shape", cwd=folder)
    assert ran.status == 2
    assert "「department-shape」ではありませんか" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "_:a a sh:NodeShape ; sh:targetClass aln:Measure ; sh:not _:a .",
        "ex:A a sh:NodeShape ; sh:targetClass aln:Measure ; sh:property "
        + "[ sh:path aln:parent ; sh:property " * 1500
        + "[]"
        + " ]" * 1500
        + " .",
        "ex:A a sh:PropertyShape ; sh:targetClass aln:Measure ; sh:minCount 1 ; sh:path _:p ."
        " _:p sh:inversePath _:p .",
        "ex:A a sh:NodeShape ; sh:targetClass aln:Measure ; sh:in _:l . _:l rdf:first 1 ;"
        " rdf:rest _:l .",
        'ex:A a sh:NodeShape ; sh:targetClass aln:Measure ; sh:pattern "(" .',
        'ex:A a sh:NodeShape ; sh:targetClass aln:Measure ; sh:sparql [ sh:select "SELECT" ] .',
    ],
    ids=["circle", "deep", "path in a circle", "list in a circle", "no pattern", "no query"],
)
def test_odd_shapes_fail_alone(tmp_path: Path, text: str) -> None:
    ran = run("check", ".", "--output-format", "json", cwd=project(tmp_path, text, PLAIN))
    document = json.loads(ran.out)
    outcomes = {run["id"]: run["outcome"] for run in document["rules"] if run["findings"] >= 0}
    assert outcomes["department-shape"] == "ran"
    odd = [i for i in outcomes if i in {"a", "rules-0"}]
    assert [outcomes[rule] for rule in odd] in (["failed"], ["ran"])
