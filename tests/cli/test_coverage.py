"""``coverage``: measures and indicators both ways, and plans side by side."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

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


def test_what_answers_a_higher_plan_as_text() -> None:
    out = run("coverage", "data").out
    table = out[out.index("小美玉市こども計画 → こども大綱（勘案）") :]
    assert "上位計画の項目26件: 対応あり10　候補のみ11　対象外0　対応なし5　不明0" in table
    assert "対応ありは8件です" in table
    assert " × 校則の見直し\n" in table
    assert " ○ (4) こどもの貧困対策\n      ← こどもの貧困の解消に向けた対策\n" in table
    assert "本計画の施策25件" in table
    assert "○ 対応あり　△ 候補のみ　－ 対象外　× 対応なし　？ 不明" in table
    assert "26 items of the higher plan: 10 answered" in run("coverage", "data", "--lang", "en").out


def test_relations_as_json() -> None:
    document = json.loads(run("coverage", "tests/corpus", "--output-format", "json").out)
    for table in document["relations"]:
        assert set(table) == {"relation", "plan", "higher", "verb", "force", "items", "measures"}
        for side in (table["items"], table["measures"]):
            assert sum(side["deep"].values()) == sum(side["shallow"].values()) == len(side["rows"])
            assert side["deep"]["open"] <= side["shallow"]["open"]
            assert all(len(row) == 8 for row in side["rows"])


def test_relations_as_csv(tmp_path: Path) -> None:
    target = tmp_path / "対応表.csv"
    run("coverage", "data", "--output-format", "csv", "--output", str(target))
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    gaps = {
        row["項目"] for row in rows if row["状況"] == "対応なし" and row["どちら側か"][0] == "上"
    }
    assert len(gaps) == 5
    assert "校則の見直し" in gaps


def test_a_plan_thought_away() -> None:
    document = json.loads(
        run("coverage", "data", "--without", "小美玉市こども計画", "--output-format", "json").out
    )
    table = document["relations"][0]
    assert table["items"]["deep"]["open"] == 26
    unknown = run("coverage", "data", "--without", "小美玉市子ども計画")
    assert unknown.status == 2
    assert "小美玉市こども計画" in unknown.err


def test_the_tables_alone_as_a_workbook_and_without_a_plan(tmp_path: Path) -> None:
    def rows(*more: str) -> list[tuple[object, ...]]:
        target = tmp_path / "対応表.xlsx"
        ran = run(
            "coverage", "tests/corpus/aoba", "--output-format", "xlsx", "--output", target, *more
        )
        assert ran.status == 0
        book = load_workbook(target)
        assert book.sheetnames == [
            "対応表（上位計画→施策）",
            "対応表（施策→上位計画）",
            "指標（施策から）",
            "指標（指標から）",
            "指標（計画間の比較）",
        ]
        return list(book.worksheets[0].iter_rows(min_row=3, values_only=True))

    def answered(found: list[tuple[object, ...]]) -> int:
        return sum("放課後の居場所づくり" in str(row[8]) for row in found)

    assert answered(rows()) > 0
    assert answered(rows("--without", "青葉市こども計画")) == 0
