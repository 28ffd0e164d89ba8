"""``coverage``: measures and indicators both ways, and plans side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.shapes.running import EXAMPLE

from .running import run

KEYS = {"iri", "name", "plan", "planTitle", "repeated", "items", "baselines", "targets"}


def test_both_sides_as_text() -> None:
    out = run("coverage", "tests/corpus").out
    assert "施策3 地域活動への参画  指標なし" in out
    assert "施策4 意識を育てる教育  対象外（教育の成果は数値で測らず" in out
    assert "現状値 設定なし（令和6年度）  目標値 120人（令和11年度）" in out
    assert "現状値 不明  目標値 400人（令和11年度）" in out
    assert "→ 審議会等への参画の促進" in out
    comparison = out[out.index("指標の比較") :]
    assert "青葉市生涯スポーツ推進計画: 子宮頸がん検診受診率" in comparison
    assert "第2次青葉市男女共同参画計画: 子宮頸がん検診の受診率" in comparison


def test_json_has_every_key() -> None:
    document = json.loads(run("coverage", "tests/corpus", "--output-format", "json").out)
    assert document["schema"] == 1
    plan = next(p for p in document["plans"] if p["iri"].endswith("/gender/fy2025"))
    assert set(plan) == {"iri", "title", "indicatorLevel", "partial", "items", "indicators"}
    assert (plan["indicatorLevel"], len(plan["items"])) == ("施策", 7)
    assert [item["waived"] is not None for item in plan["items"]] == [False] * 6 + [True]
    listed = {indicator["iri"] for indicator in plan["indicators"]}
    assert all(set(item["indicators"]) <= listed for item in plan["items"])
    assert all(set(indicator) == KEYS for indicator in plan["indicators"])
    states = {v["state"] for i in plan["indicators"] for v in (*i["baselines"], *i["targets"])}
    assert states == {"set", "not-set", "unknown"}
    assert {c["reviewed"] for c in document["comparisons"]} == {False}


def test_the_two_plans_of_ibaraki_side_by_side() -> None:
    document = json.loads(run("coverage", "data", "--output-format", "json").out)
    pair = next(c for c in document["comparisons"] if c["indicators"][0]["name"] == "里親委託率")
    assert pair["reviewed"]
    assert [i["targets"][0]["fiscalYear"] for i in pair["indicators"]] == [2029, 2029]


PLAN = (
    EXAMPLE
    + """
ex:p a aln:PlanEdition ; dcterms:title "青葉市環境基本計画"@ja ; aln:form code:form-%s .
ex:m1 a aln:Measure ; aln:inPlan ex:p ; aln:levelName "施策" ; aln:printedNumber "1" ;
    skos:prefLabel "省エネルギー"@ja ; aln:order 1 .
ex:m2 a aln:Measure ; aln:inPlan ex:p ; aln:levelName "施策" ; aln:printedNumber "2" ;
    skos:prefLabel "環境学習"@ja ; aln:order 2 .
"""
)
WAIVER = """
[[waiver]]
kind = "指標を置かない"
plan = "青葉市環境基本計画"
item = "2"
against = "measures-without-indicator"
reason = "数で表しにくい"
person = "環境課長"
date = 2026-06-01
"""


@pytest.mark.parametrize(("form", "said"), [("full", "指標なし"), ("summary", "不明（概要版")])
def test_what_a_summary_lacks_is_unknown_and_waivers_of_the_project_count(
    tmp_path: Path, form: str, said: str
) -> None:
    (tmp_path / "plan.ttl").write_text(PLAN % form, encoding="utf-8")
    (tmp_path / "waivers.toml").write_text(WAIVER, encoding="utf-8")
    out = run("coverage", tmp_path).out
    assert f"施策1 省エネルギー  {said}" in out
    assert "施策2 環境学習  対象外（数で表しにくい）" in out


def test_a_plan_that_cannot_be_read_is_an_error() -> None:
    assert run("coverage", "tests/no-such-folder").status == 2
