"""The other verbs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from alignchecker.rules.catalogue import load_catalogue

from .running import ROOT, run


def test_rules_json_follows_its_schema() -> None:
    document = json.loads(run("rules", "--output-format", "json").out)
    schema = ROOT / "alignchecker" / "reports" / "schemas" / "rules.schema.json"
    jsonschema.validate(document, json.loads(schema.read_text(encoding="utf-8")))
    assert [rule["id"] for rule in document["rules"]] == list(load_catalogue().rules)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_explain_says_all_that_the_shape_says(lang: str) -> None:
    for rule_id in ("cited-edition-expired", "outline-units-unanswered"):
        rule = load_catalogue().rule(rule_id)
        out = run("explain", rule_id, "--lang", lang).out.replace("\n", "")
        for text in (rule.title, rule.description, rule.why, rule.source):
            assert text[lang].replace(" ", "") in out.replace(" ", "")


def test_explain_unknown_rule() -> None:
    ran = run("explain", "measure-without-lnik")
    assert ran.status == 2
    assert "measure-without-link" in ran.err


def test_plans_lists_ties_and_successors() -> None:
    document = json.loads(run("plans", "tests/corpus", "--output-format", "json").out)
    assert len([plan for plan in document["plans"] if plan["input"]]) >= 6
    assert any(plan["successor"] for plan in document["plans"])
    assert any(plan["standsUnder"] for plan in document["plans"])
    assert {plan["status"] for plan in document["plans"]} <= {"not-asked", "period-unknown"}


def test_plans_with_a_date_says_what_has_ended() -> None:
    out = run("plans", "tests/corpus", "--as-of", "2026-11-22").out
    assert "期間終了" in out
    assert "計画期間中" in out


def test_config_show(tmp_path: Path) -> None:
    (tmp_path / "alignchecker.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    ran = run("config", "show", tmp_path)
    assert ran.status == 0
    assert "fail-on: warning" in ran.out
    assert "alignchecker.toml" in ran.out


def test_what_goes_to_a_pipe_is_utf8_wherever_we_run(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text("基本目標1 预防を広げる\n\n施策1 健診\n\n施策2 相談\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "alignchecker", "import", str(text)],
        env={**os.environ, "PYTHONIOENCODING": "cp932", "COLUMNS": "abc"},
        capture_output=True,
        check=True,
    )
    assert "预防を広げる" in done.stdout.decode("utf-8")


def test_columns_that_are_no_number_do_no_harm() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alignchecker", "rules"],
        env={**os.environ, "COLUMNS": "abc"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
