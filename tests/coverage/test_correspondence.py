"""The tables of what answers what say the same as the rules on coverage do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from alignchecker.coverage.correspondence import correspondences
from alignchecker.engine.check import CheckOptions, check
from alignchecker.graph.describe import Describer
from alignchecker.graph.loading import load
from alignchecker.model.coverage import Correspondence, Standing, figures
from alignchecker.model.names import PREFIXES
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.waivers import Waivers
from tests.corpus import golden

DATA = Path(__file__).parents[2] / "data"
PLANS = """
ex:city a org:FormalOrganization ; skos:prefLabel "青葉市"@ja .
ex:outline a aln:PlanEdition ; dcterms:title "こども大綱"@ja ;
    aln:planType code:type-children-outline .
ex:goal a aln:Item ; aln:inPlan ex:outline ; skos:prefLabel "居場所"@ja ;
    aln:answerable true ; aln:order 1 .
ex:part a aln:Item ; aln:inPlan ex:outline ; skos:prefLabel "放課後"@ja ; aln:parent ex:goal ;
    aln:answerable true ; aln:order 2 .
ex:other a aln:Item ; aln:inPlan ex:outline ; skos:prefLabel "就労"@ja ;
    aln:answerable true ; aln:order 3 .
ex:children a aln:PlanEdition ; dcterms:title "青葉市こども計画"@ja ; dcterms:publisher ex:city ;
    aln:planType code:type-children ; aln:relation ex:r .
ex:r a aln:PlanRelation ; aln:target ex:outline ; aln:verb code:verb-weigh .
ex:club a aln:Measure ; aln:inPlan ex:children ; skos:prefLabel "放課後児童クラブ"@ja .
ex:welfare a aln:PlanEdition ; dcterms:title "青葉市地域福祉計画"@ja ; dcterms:publisher ex:city .
ex:work a aln:Measure ; aln:inPlan ex:welfare ; skos:prefLabel "就労支援"@ja .
ex:else a aln:PlanEdition ; dcterms:title "緑野市こども計画"@ja ; dcterms:publisher ex:town .
ex:theirs a aln:Measure ; aln:inPlan ex:else ; skos:prefLabel "若者の就労"@ja .
"""
ACCEPTED = "aln:review [ a aln:Review ; aln:reviewer '企画課' ; aln:verdict code:verdict-accept ]"
LINKED = f"ex:l a aln:Link ; aln:from ex:club ; aln:to ex:part ; {ACCEPTED} ."


def tables(path: Path) -> dict[tuple[str, str], Correspondence]:
    """Of the plans of a folder or file, by the titles of both plans."""
    dataset = load([path])
    waivers = Waivers.read(dataset, golden.AS_OF)
    rules = load_catalogue().rules.values()
    found = correspondences(dataset, Describer(dataset), waivers, rules)
    return {(table.title, table.higher_title): table for table in found}


def made(folder: Path, *more: str) -> Correspondence:
    """The table of 青葉市こども計画 and こども大綱."""
    names = {**PREFIXES, "ex": "https://example.jp/"}
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in names.items())
    path = folder / "plans.ttl"
    path.write_text(head + PLANS + "\n".join(more), encoding="utf-8")
    return tables(path)["青葉市こども計画", "こども大綱"]


def standings(table: Correspondence, *, deep: bool = True) -> Mapping[str, Standing]:
    return {row.label: row.standing(deep=deep) for row in table.items}


@cache
def shipped() -> Correspondence:
    return tables(DATA)["小美玉市こども計画", "こども大綱"]


def test_it_counts_as_the_rules_do() -> None:
    rules = ["outline-units-unanswered", "units-answered-by-proposals-only"]
    report = check(CheckOptions([DATA], as_of=golden.AS_OF, select=rules))
    found = {finding.rule: len(finding.related) for finding in report.findings}
    counts = figures(shipped().items)
    assert counts[Standing.OPEN] == found["outline-units-unanswered"] == 5
    assert counts[Standing.PROPOSED] == found["units-answered-by-proposals-only"] == 11
    assert sum(counts.values()) == 26
    assert figures(shipped().items, deep=False)[Standing.OPEN] == 7


def test_both_sides_hold_the_same_links() -> None:
    of_items = {
        (row.iri, c.iri)
        for row in shipped().items
        for c in row.counterparts
        if c.direct and c.plan == shipped().plan
    }
    of_measures = {(c.iri, row.iri) for row in shipped().measures for c in row.counterparts}
    assert of_items
    answerable = {row.iri for row in shipped().items}
    assert {pair for pair in of_measures if pair[0] in answerable} == of_items


def test_what_answers_an_item_below_answers_it_in_depth_only(tmp_path: Path) -> None:
    table = made(tmp_path, LINKED)
    assert standings(table) == {
        "居場所": Standing.ACCEPTED, "放課後": Standing.ACCEPTED, "就労": Standing.OPEN,
    }  # fmt: skip
    assert standings(table, deep=False)["居場所"] is Standing.OPEN
    assert [row.above for row in table.items] == [(), ("居場所",), ()]


def test_where_nobody_has_begun_to_link_all_is_unknown(tmp_path: Path) -> None:
    table = made(tmp_path)
    assert set(standings(table).values()) == {Standing.UNKNOWN}
    assert figures(table.measures)[Standing.UNKNOWN] == 1


def test_an_extract_has_no_gaps(tmp_path: Path) -> None:
    table = made(tmp_path, LINKED, "ex:outline aln:form code:form-extract .")
    assert standings(table)["就労"] is Standing.UNKNOWN


def test_plans_of_the_same_city_answer_together_and_no_others(tmp_path: Path) -> None:
    own = f"ex:w a aln:Link ; aln:from ex:work ; aln:to ex:other ; {ACCEPTED} ."
    theirs = f"ex:t a aln:Link ; aln:from ex:theirs ; aln:to ex:other ; {ACCEPTED} ."
    assert standings(made(tmp_path, LINKED, own))["就労"] is Standing.ACCEPTED
    assert standings(made(tmp_path, LINKED, theirs))["就労"] is Standing.OPEN


def test_a_plan_can_be_thought_away(tmp_path: Path) -> None:
    own = f"ex:w a aln:Link ; aln:from ex:work ; aln:to ex:other ; {ACCEPTED} ."
    table = made(tmp_path, LINKED, own)
    left = table.without("https://example.jp/welfare")
    assert standings(left)["就労"] is Standing.OPEN
    assert standings(left)["放課後"] is Standing.ACCEPTED
    assert table.without(table.plan).measures == ()


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_no_counterpart_counts_once_it_is_accepted(tmp_path: Path, verdict: str) -> None:
    declared = f"""ex:n a aln:Link ; aln:from ex:club ; aln:noCounterpartIn ex:outline ; aln:review
        [ a aln:Review ; aln:reviewer "企画課" ; aln:verdict code:verdict-{verdict} ] .
        ex:w a aln:Link ; aln:from ex:work ; aln:to ex:other ; {ACCEPTED} .
        ex:l2 a aln:Link ; aln:from ex:second ; aln:to ex:part ; {ACCEPTED} .
        ex:second a aln:Measure ; aln:inPlan ex:children ; skos:prefLabel "遊び場"@ja ."""
    standing = {row.label: row.standing() for row in made(tmp_path, declared).measures}
    expected = Standing.WAIVED if verdict == "accept" else Standing.OPEN
    assert standing == {"放課後児童クラブ": expected, "遊び場": Standing.ACCEPTED}


def test_what_is_waived_says_why() -> None:
    table = tables(golden.CITY)["青葉市こども計画", "こども大綱"]
    waived = {row.label: row.waived for row in table.items if row.standing() is Standing.WAIVED}
    assert waived == {"校則の見直し": "校則は県立高校に関わる"}, "another one is past its date"


def test_what_is_waived_against_a_rule_on_links_is_waived_here() -> None:
    found = tables(golden.CITY)
    table = found["青葉市こども計画", "第2次青葉市総合計画 後期基本計画"]
    item = next(row for row in table.items if row.iri.endswith("/comprehensive/fy2022-koki/3/1/2"))
    assert (item.standing(), item.waived is not None) == (Standing.WAIVED, True)
    rules = [rule for rule in load_catalogue().rules.values() if rule.family == "indicator"]
    dataset = load([golden.CITY])
    waivers = Waivers.read(dataset, golden.AS_OF)
    others = correspondences(dataset, Describer(dataset), waivers, rules)
    left = [row for t in others for row in t.items if row.iri == item.iri]
    assert left
    assert all(row.waived is None for row in left), "a waiver of something else says nothing here"


def test_plans_of_unknown_publishers_do_not_answer_for_each_other(tmp_path: Path) -> None:
    own = f"ex:w a aln:Link ; aln:from ex:work ; aln:to ex:other ; {ACCEPTED} ."
    table = made(tmp_path, LINKED, own)
    assert standings(table)["就労"] is Standing.ACCEPTED
    path = tmp_path / "plans.ttl"
    text = path.read_text("utf-8").replace(" ; dcterms:publisher ex:city", "")
    path.write_text(text, encoding="utf-8")
    table = tables(path)["青葉市こども計画", "こども大綱"]
    assert standings(table)["就労"] is Standing.OPEN
    assert standings(table)["放課後"] is Standing.ACCEPTED
