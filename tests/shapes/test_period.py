"""What the rules about periods and editions leave alone, and what they find beyond examples."""

from __future__ import annotations

import pytest

from alignchecker.rules.catalogue import load_catalogue

from .running import dataset_of, evaluate

SERIES = """
    ex:tourism a aln:PlanSeries ; dcterms:title "青葉市観光計画"@ja .
    ex:tourism-3 a aln:PlanEdition ; dcterms:isVersionOf ex:tourism ;
        dcterms:title "第3次青葉市観光計画"@ja ;
        aln:firstFiscalYear 2019 ; aln:lastFiscalYear 2025 .
    """
CITING = """
    ex:plan a aln:PlanEdition ; aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2030 ;
        aln:relation ex:r .
    ex:r a aln:PlanRelation ; aln:quotedAs "第3次青葉市観光計画"@ja ; aln:verb code:verb-regard .
    """


def found(rule_id: str, text: str) -> int:
    return len(evaluate(dataset_of(text), load_catalogue().rule(rule_id)).results)


def test_a_plan_may_take_up_its_own_predecessor() -> None:
    assert found("cited-edition-expired", SERIES + CITING) == 1
    own = "ex:plan dcterms:isVersionOf ex:tourism ."
    assert found("cited-edition-expired", SERIES + CITING + own) == 0


def test_several_editions_in_force_are_one_finding() -> None:
    more = "".join(
        f"""ex:tourism-{n} a aln:PlanEdition ; dcterms:isVersionOf ex:tourism ;
            aln:firstFiscalYear 2026 ; aln:lastFiscalYear 203{n} ."""
        for n in (4, 5)
    )
    assert found("cited-edition-expired", SERIES + CITING + more) == 1


def test_a_successor_that_begins_early_is_a_successor() -> None:
    plan = SERIES.replace("2025 .", "2028 .") + CITING
    assert found("higher-plan-ends-earlier", plan) == 1
    successor = """ex:tourism-4 a aln:PlanEdition ; dcterms:isVersionOf ex:tourism ;
        aln:firstFiscalYear 2027 ; aln:lastFiscalYear 2036 ."""
    assert found("higher-plan-ends-earlier", plan + successor) == 0


def test_a_bare_name_never_means_another_citys_plan() -> None:
    text = """
    ex:a skos:prefLabel "青葉市"@ja . ex:b skos:prefLabel "若草市"@ja .
    ex:all a aln:PlanSeries ; dcterms:title "総合計画"@ja ; dcterms:publisher ex:a .
    ex:all-1 a aln:PlanEdition ; dcterms:isVersionOf ex:all ; aln:lastFiscalYear 2028 .
    ex:plan a aln:PlanEdition ; dcterms:publisher %s ; aln:firstFiscalYear 2026 ;
        aln:lastFiscalYear 2030 ; aln:relation ex:r .
    ex:r a aln:PlanRelation ; aln:quotedAs "総合計画"@ja ; aln:verb code:verb-under ."""
    assert found("higher-plan-ends-earlier", text % "ex:a") == 1
    assert found("higher-plan-ends-earlier", text % "ex:b") == 0


def test_a_bare_name_does_not_mean_the_only_known_edition_if_that_is_over() -> None:
    """「総合振興計画」 may be the one that is still to come: what is known is not what is cited."""
    text = """
    ex:all a aln:PlanSeries ; dcterms:title "総合振興計画"@ja .
    ex:all-5 a aln:PlanEdition ; dcterms:isVersionOf ex:all ; aln:lastFiscalYear 2026 ;
        dcterms:title "第5次総合振興計画"@ja .
    ex:plan a aln:PlanEdition ; aln:firstFiscalYear 2027 ; aln:relation ex:r .
    ex:r a aln:PlanRelation ; aln:quotedAs "%s"@ja ; aln:verb code:verb-under ."""
    assert found("cited-edition-expired", text % "総合振興計画") == 0
    assert found("edition-cited-without-number", text % "総合振興計画") == 1
    assert found("cited-edition-expired", text % "第五次総合振興計画") == 1


# ---- plans that end together

THREE = "".join(
    f"""ex:s{i} a aln:PlanSeries .
    ex:p{i} a aln:PlanEdition ; dcterms:isVersionOf ex:s{i} ; dcterms:publisher ex:city ;
        aln:lastFiscalYear {{year}} ."""
    for i in range(3)
)


@pytest.mark.parametrize(
    ("year", "more", "count"),
    [
        (2029, 'ex:city skos:prefLabel "青葉市"@ja .', 2),
        (2026, 'ex:city skos:prefLabel "青葉市"@ja .', 2),
        (2025, 'ex:city skos:prefLabel "青葉市"@ja .', 0),
        (2029, 'ex:city skos:prefLabel "若葉県"@ja .', 0),
        (2029, 'ex:city skos:prefLabel "青葉市"@ja . ex:p2 aln:mentionedIn ex:p1 .', 0),
        (2029, 'ex:city skos:prefLabel "青葉市"@ja . ex:p2 dcterms:isVersionOf ex:s1 .', 2),
    ],
    ids=["later", "this year", "over", "prefecture", "only mentioned", "of two series"],
)
def test_three_plans_of_a_city_that_end_together(year: int, more: str, count: int) -> None:
    assert found("plans-ending-together", THREE.format(year=year) + more) == count


def test_editions_and_parts_of_one_plan_are_one() -> None:
    city = 'ex:city skos:prefLabel "青葉市"@ja .'
    same = THREE.format(year=2029).replace("ex:s2", "ex:s1")
    assert found("plans-ending-together", same + city) == 0


# ---- the last year

ENDING = """
    ex:s a aln:PlanSeries .
    ex:now a aln:PlanEdition ; dcterms:isVersionOf ex:s ; aln:lastFiscalYear %d .
    """
ITEM = 'ex:i a aln:Item ; aln:inPlan ex:now ; skos:prefLabel "施策"@ja .'


@pytest.mark.parametrize(
    ("year", "more", "count"),
    [
        (2026, ITEM, 1),
        (2027, ITEM, 0),
        (2025, ITEM, 0),
        (2026, "", 0),
        (2026, ITEM + "ex:next a aln:PlanEdition ; dcterms:replaces ex:now .", 0),
    ],
    ids=["this year", "next year", "over", "known by its period only", "a draft follows"],
)
def test_a_plan_in_its_last_year_wants_a_successor(year: int, more: str, count: int) -> None:
    assert found("plan-ends-this-year", ENDING % year + more) == count


@pytest.mark.parametrize(("duty", "count"), [("mandatory", 0), ("permissive", 1)])
def test_terms_that_an_act_requires_are_the_laws_business(duty: str, count: int) -> None:
    act = f"""ex:d a aln:Demand ; aln:onPlanType code:type-childcare ; aln:termYears 5 ;
        aln:obligation code:obligation-{duty} . ex:now aln:planType code:type-childcare ."""
    assert found("plan-ends-this-year", ENDING % 2026 + ITEM + act) == count


# ---- years that a text prints of another edition


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("第3次青葉市観光計画", 1),
        ("青葉市観光計画（第3次）", 1),
        ("青葉市観光計画", 0),
        ("第3次青葉市観光計画 前期基本計画", 0),
        ("第2次青葉市観光計画", 0),
        ("第3次青葉市交通計画", 0),
    ],
)
def test_only_years_of_the_edition_that_is_named_are_compared(title: str, count: int) -> None:
    mention = f"""ex:plan dcterms:title "青葉市産業計画"@ja .
        ex:m a aln:PlanEdition ; aln:mentionedIn ex:plan ; dcterms:title "{title}"@ja ;
        aln:firstFiscalYear 2018 ; aln:lastFiscalYear 2024 ."""
    assert found("period-quoted-wrongly", SERIES + CITING + mention) == count


def test_of_an_unknown_period_nothing_is_said() -> None:
    mention = """ex:m a aln:PlanEdition ; aln:mentionedIn ex:plan ;
        dcterms:title "第3次青葉市観光計画"@ja ;
        aln:firstFiscalYear 2018 ; aln:lastFiscalYear 2024 ."""
    bare = SERIES.replace("aln:firstFiscalYear 2019 ; aln:lastFiscalYear 2025", "")
    assert found("period-quoted-wrongly", bare + CITING + mention) == 0
    assert found("period-quoted-wrongly", SERIES + CITING + mention) == 1


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("国の基本指針", 0),
        ("障害福祉サービス等及び障害児通所支援等の円滑な実施を確保するための基本的な指針", 0),
        ("国の行動計画策定指針", 0),
        ("国の障がい福祉計画", 1),
        ("白波県障がい者計画", 1),
    ],
)
def test_the_states_guideline_is_no_plan_to_compare_with(name: str, count: int) -> None:
    text = """
    ex:d a aln:Demand ; aln:onPlanType code:type-disability-welfare ;
        aln:targetType code:type-disability-welfare-guideline .
    ex:plan a aln:PlanEdition ; aln:planType code:type-disability-welfare ; aln:relation ex:r .
    ex:m a aln:Measure ; aln:inPlan ex:plan ; skos:prefLabel "相談支援"@ja .
    ex:r a aln:PlanRelation ; aln:quotedAs "%s"@ja ; aln:verb code:verb-accord ."""
    assert found("cited-plans-unknown", text % name) == count


@pytest.mark.parametrize("rule", ["period-unknown", "plan-ends-this-year"])
def test_a_plan_of_which_only_indicators_are_here_is_examined_too(rule: str) -> None:
    years = "" if rule == "period-unknown" else "aln:lastFiscalYear 2026 ;"
    text = f"""ex:plan a aln:PlanEdition ; {years} dcterms:title "青葉市総合計画"@ja ;
        aln:hasIndicator ex:i . ex:i a aln:Indicator ; aln:inPlan ex:plan ;
        skos:prefLabel "見守り協力者数"@ja ."""
    assert found(rule, text) == 1
