"""What the rules about Acts leave alone, and what they find beyond their examples."""

from __future__ import annotations

import pytest

from alignchecker.rules.catalogue import load_catalogue

from .running import dataset_of, evaluate

ACT = """
    ex:act a aln:Act ; dcterms:title "介護保険法"@ja .
    ex:article a aln:Provision ; dcterms:isPartOf ex:act ; aln:articleLabel "第117条" ;
        aln:demands ex:demand .
    ex:demand a aln:Demand ; aln:onPlanType code:type-long-term-care ; """
PLAN = """
    ex:care a aln:PlanEdition ; aln:planType code:type-long-term-care ; aln:relation ex:r ;
        dcterms:spatial <http://data.e-stat.go.jp/lod/sac/C99201> .
    ex:i a aln:Item ; aln:inPlan ex:care ; skos:prefLabel "介護予防"@ja .
    ex:r a aln:PlanRelation ; """
HARMONY = "aln:demandVerb code:verb-harmonize ; aln:targetType code:type-community-welfare ."
UNIFY = "aln:demandVerb code:verb-unify ; aln:targetType code:type-elderly-welfare ; "
PREFECTURE = """aln:demandVerb code:verb-weigh ; aln:targetType code:type-prefectural-health ;
    aln:whereExists true ."""
OTHER = 'aln:quotedAs "青葉市総合計画"@ja ; aln:verb code:verb-under .'


def missing(demand: str, relation: str = OTHER, more: str = "") -> int:
    """How many relations that the Act asks for are reported missing."""
    rule = load_catalogue().rule("required-relation-missing")
    return len(evaluate(dataset_of(ACT + demand + PLAN + relation + more), rule).results)


def test_plan_that_is_not_in_the_data_is_known_by_its_name() -> None:
    assert missing(HARMONY) == 1
    assert missing(HARMONY, 'aln:quotedAs "第3期青葉市地域福祉計画"@ja .') == 0
    assert missing(HARMONY, 'aln:quotedAs "青葉県地域福祉支援計画"@ja .') == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("関連計画：川辺町地域福祉計画（第3期）　同時に策定し、整合を図る", 0),
        ("地域の福祉を進めます。", 1),
    ],
)
def test_plan_that_a_table_of_plans_names_is_not_missing(text: str, count: int) -> None:
    passage = (
        f'ex:care aln:passage ex:p . ex:p a aln:Passage ; aln:order 1 ; aln:text "{text}"@ja .'
    )
    assert missing(HARMONY, more=passage) == count


def test_plan_need_not_cite_what_it_is_itself() -> None:
    mandatory = UNIFY + "aln:obligation code:obligation-mandatory ."
    assert missing(mandatory) == 1
    assert missing(mandatory, more="ex:i aln:constitutes code:type-elderly-welfare .") == 0


def test_what_an_act_merely_allows_is_not_missing() -> None:
    assert missing(UNIFY + "aln:obligation code:obligation-permissive .") == 0


def test_extract_is_left_alone() -> None:
    assert missing(HARMONY, more="ex:care aln:form code:form-extract .") == 0


@pytest.mark.parametrize(("area", "count"), [("C99000", 1), ("C98000", 0)])
def test_prefectural_plan_counts_where_the_prefecture_has_one(area: str, count: int) -> None:
    assert missing(PREFECTURE) == 0
    higher = f"""ex:higher a aln:PlanEdition ; aln:planType code:type-prefectural-health ;
        dcterms:spatial <http://data.e-stat.go.jp/lod/sac/{area}> ."""
    assert missing(PREFECTURE, more=higher) == count


@pytest.mark.parametrize(
    ("verb", "count"), [("align", 1), ("harmonize", 0), ("accord", 0), ("other", 0)]
)
def test_only_administrative_words_differ_from_the_act(verb: str, count: int) -> None:
    rule = load_catalogue().rule("relation-verb-differs-from-act")
    relation = f"aln:target ex:welfare ; aln:verb code:verb-{verb} ."
    welfare = "ex:welfare a aln:PlanSeries ; aln:planType code:type-community-welfare ."
    dataset = dataset_of(ACT + HARMONY + PLAN + relation + welfare)
    assert len(evaluate(dataset, rule).results) == count


@pytest.mark.parametrize(
    ("quoted", "cited_act", "count"),
    [
        ("地方再犯防止推進計画", True, 0),
        ("青葉市地方再犯防止推進計画", True, 0),
        ("地方再犯防止計画", True, 1),
        ("再犯防止推進計画", False, 0),
    ],
)
def test_only_names_given_as_the_acts_are_compared(
    quoted: str, *, cited_act: bool, count: int
) -> None:
    rule = load_catalogue().rule("statutory-name-misquoted")
    act = ACT.replace("long-term-care", "recidivism-prevention")
    role = f"""aln:statutoryName "地方再犯防止推進計画" .
        ex:role a aln:StatutoryRole ; aln:planType code:type-recidivism-prevention ;
            aln:quotedAs "{quoted}"@ja ."""
    cited = 'ex:role aln:citedAct "再犯の防止等の推進に関する法律"@ja .' if cited_act else ""
    assert len(evaluate(dataset_of(act + role + cited), rule).results) == count
