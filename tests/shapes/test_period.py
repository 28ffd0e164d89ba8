"""What the rules about periods and editions leave alone, and what they find beyond examples."""

from __future__ import annotations

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
    ex:all-1 a aln:PlanEdition ; dcterms:isVersionOf ex:all ; aln:lastFiscalYear 2020 .
    ex:plan a aln:PlanEdition ; dcterms:publisher %s ; aln:firstFiscalYear 2026 ;
        aln:lastFiscalYear 2030 ; aln:relation ex:r .
    ex:r a aln:PlanRelation ; aln:quotedAs "総合計画"@ja ; aln:verb code:verb-under ."""
    assert found("cited-edition-expired", text % "ex:a") == 1
    assert found("cited-edition-expired", text % "ex:b") == 0
