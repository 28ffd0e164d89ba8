"""``diff`` and ``impact`` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from .running import ROOT, run

_PLANS = ROOT / "tests" / "corpus" / "aoba" / "plans"
_SCHEMAS = ROOT / "alignchecker" / "reports" / "schemas"
_OUTLINE = ROOT / "data" / "national" / "kodomo-taiko.ttl"
_OLD = """青葉市環境基本計画

計画期間は、令和6年度から令和10年度までの5年間とします。

基本目標1　緑を守る
施策1　公園の整備
施策2　里山の保全
"""


@pytest.fixture(name="drafts")
def two_drafts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(_OLD, encoding="utf-8")
    changed = _OLD.replace("令和10年度までの5年間", "令和11年度までの6年間")
    new.write_text(changed.replace("公園の整備", "公園の整備と維持"), encoding="utf-8")
    return old, new


@pytest.fixture(name="outline")
def new_outline(tmp_path: Path) -> Path:
    """こども大綱 of another year, in which one heading is renamed and one another."""
    text = _OUTLINE.read_text("utf-8")
    text = text.replace("children-outline/2023/>", "children-outline/2028/>")
    text = text.replace("outline:2023", "outline:2028").replace(
        "outline:2028 a aln:PlanEdition ;",
        "outline:2028 a aln:PlanEdition ; dcterms:replaces outline:2023 ;"
        " aln:firstFiscalYear 2028 ; aln:lastFiscalYear 2032 ;",
    )
    text = text.replace('prefLabel "居場所づくり"', 'prefLabel "こどもの居場所づくりの推進"')
    other = 'prefLabel "デジタル社会を生きる力の育成"'
    text = text.replace('prefLabel "就労支援、雇用と経済的基盤の安定のための取組"', other)
    path = tmp_path / "大綱.ttl"
    path.write_text(text, encoding="utf-8")
    return path


def test_documents_side_by_side(drafts: tuple[Path, Path]) -> None:
    ran = run("diff", *drafts)
    assert ran.status == 0
    assert "名称変更" in ran.out
    assert "計画期間の変更" in ran.out
    english = run("diff", *drafts, "--lang", "en")
    assert "period changed" in english.out
    assert run("diff", drafts[0], drafts[0]).out.endswith("変更はありません。\n")


def test_json(drafts: tuple[Path, Path]) -> None:
    document = json.loads(run("diff", *drafts, "--output-format", "json").out)
    jsonschema.validate(document, json.loads((_SCHEMAS / "diff.schema.json").read_text("utf-8")))
    (row,) = [row for row in document["items"] if "renamed" in row["kinds"]]
    assert row["new"][0]["label"] == "公園の整備と維持"
    assert [fact["field"] for fact in document["plan"]] == ["period", "stated_years"]


def test_of_several_plans_one_is_named(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    ran = run("diff", _PLANS / "comprehensive.ttl", _PLANS / "comprehensive.ttl")
    assert ran.status == 2
    assert "--plan" in ran.err
    missing = run("diff", tmp_path / "ない.docx", drafts[0])
    assert missing.status == 2
    assert "ない.docx" in missing.err


def test_output_is_never_an_input(drafts: tuple[Path, Path]) -> None:
    ran = run("diff", *drafts, "--output", drafts[0])
    assert ran.status == 2
    assert drafts[0].read_text("utf-8") == _OLD


def test_a_new_outline(outline: Path) -> None:
    ran = run("impact", _PLANS.parent, "--changed", outline, "--output-format", "json")
    document = json.loads(ran.out)
    assert ran.status == 0
    jsonschema.validate(document, json.loads((_SCHEMAS / "impact.schema.json").read_text("utf-8")))
    found = document["impacts"]
    assert {impact["force"] for impact in found} == {"weighing"}
    reasons = [(impact["reason"], impact["priority"]) for impact in found]
    assert reasons == [
        ("removed", "high"),
        ("unanswered", "high"),
        ("renamed", "middle"),
        ("no-counterpart", "middle"),
        ("period", "low"),
        ("edition-unstated", "low"),
    ]
    assert found[0]["label"] == "若者の就労支援"
    assert found[1]["plan"] is None
    assert found[1]["new"][0]["label"] == "デジタル社会を生きる力の育成"
    assert found[2]["sureness"] == "likely"
    assert document["shares"][0]["department"] == "こども課"


def test_each_department_gets_its_part(outline: Path, tmp_path: Path) -> None:
    book = tmp_path / "見直し.xlsx"
    ran = run(
        "impact", _PLANS.parent, "--changed", outline, "--output-format", "xlsx", "--output", book
    )
    assert ran.status == 0
    assert load_workbook(book).sheetnames == ["計画・所管ごと", "見直し一覧"]
    said = run("impact", _PLANS.parent, "--changed", outline, "--output-format", "csv").out
    assert said.splitlines()[1].startswith("こども課,高,青葉市こども計画,若者の就労支援,")


_CITING = """@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix code: <https://w3id.org/alignchecker/code/> .
@prefix e: <https://example.jp/plans/> .

e:g1 a aln:PlanEdition ; dcterms:isVersionOf e:green ; dcterms:title "第1期緑の計画"@ja ;
    aln:firstFiscalYear 2020 ; aln:lastFiscalYear 2024 .
e:g1a a aln:Item ; aln:inPlan e:g1 ; skos:prefLabel "緑の保全"@ja .
e:g2 a aln:PlanEdition ; dcterms:isVersionOf e:green ; dcterms:title "第2期緑の計画"@ja ;
    aln:firstFiscalYear 2025 ; aln:lastFiscalYear 2029 .
e:g2a a aln:Item ; aln:inPlan e:g2 ; skos:prefLabel "緑の保全"@ja .
e:p a aln:PlanEdition ; dcterms:title "公園計画"@ja ; aln:relation e:p1 , e:p2 ;
    aln:firstFiscalYear 2022 ; aln:lastFiscalYear 2024 .
e:p1 a aln:PlanRelation ; aln:quotedAs "第1期緑の計画" ; aln:verb code:verb-weigh .
e:p2 a aln:PlanRelation ; aln:quotedAs "緑の計画" ; aln:verb code:verb-weigh .
e:m a aln:PlanEdition ; dcterms:title "第2期緑の計画"@ja ; aln:mentionedIn e:p ;
    aln:firstFiscalYear 2025 ; aln:lastFiscalYear 2029 .
"""


def test_no_edition_is_not_the_old_one_and_a_mention_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "plans.ttl"
    path.write_text(_CITING, encoding="utf-8")
    ran = run("impact", path, "--changed", "第2期緑の計画", "--output-format", "json")
    assert ran.status == 0, ran.err
    found = {i["words"][0]: i["reason"] for i in json.loads(ran.out)["impacts"] if i["words"]}
    assert found == {"第1期緑の計画": "edition", "緑の計画": "edition-unstated"}


def test_editions_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "plans.ttl"
    path.write_text(_CITING, encoding="utf-8")
    ran = run("diff", path, path, "--plan", "第1期緑の計画", "--plan", "第2期緑の計画")
    assert ran.status == 0, ran.err
    assert "旧の1項目と新の1項目" in ran.out
    assert run("diff", path, path, *["--plan", "緑"] * 3).status == 2


@pytest.mark.parametrize(
    ("changed", "words"),
    [("新大綱.docx", "ファイルがありません"), ("comprehensive.ttl", "PATH に加え")],
)
def test_what_changed_is_asked_for(changed: str, words: str) -> None:
    ran = run("impact", _PLANS.parent, "--changed", _PLANS / changed)
    assert ran.status == 2
    assert changed in ran.err or "第2次青葉市総合計画" in ran.err
    assert words in ran.err
    assert "--plan" not in ran.err


def test_a_folder_without_a_plan_is_named(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "空"
    folder.mkdir()
    ran = run("diff", folder, drafts[0])
    assert ran.status == 2
    assert "空" in ran.err


def test_the_same_outline_asks_for_nothing() -> None:
    ran = run("impact", _PLANS.parent, "--changed", _OUTLINE, "--output-format", "json")
    reasons = {impact["reason"] for impact in json.loads(ran.out)["impacts"]}
    assert reasons <= {"whole", "no-counterpart"}


def test_words_of_both_languages(outline: Path) -> None:
    japanese = run("impact", _PLANS.parent, "--changed", outline)
    assert "法律上、勘案・参酌・調和等" in japanese.out
    assert "新しい版にありません" in japanese.out
    english = run("impact", _PLANS.parent, "--changed", outline, "--lang", "en")
    assert "the law asks to weigh" in english.out


def test_a_plan_without_an_earlier_edition_asks_for_it() -> None:
    title = "青葉市こども計画"
    ran = run("impact", _PLANS.parent, "--changed", title)
    assert ran.status == 2
    assert "--old" in ran.err
