"""What the rules about links and answers leave alone, and what they find beyond their examples."""

from __future__ import annotations

import pytest

from alignchecker.graph.fingerprints import fingerprint
from alignchecker.rules.catalogue import load_catalogue

from .running import dataset_of, evaluate

ENDS = """
    ex:higher a aln:PlanEdition . ex:lower a aln:PlanEdition .
    ex:to a aln:Item ; aln:inPlan ex:higher ; aln:parent ex:above ; skos:prefLabel "居場所"@ja .
    ex:above a aln:Item ; aln:inPlan ex:higher ; skos:prefLabel "%s"@ja .
    ex:from a aln:Measure ; aln:inPlan ex:lower ; skos:prefLabel "%s"@ja .
    ex:l a aln:Link ; aln:from ex:from ; aln:to ex:to %s .
    """
ACCEPTED = '; aln:review [ a aln:Review ; aln:reviewer "課" ; aln:verdict code:verdict-accept ]'


def found(rule_id: str, text: str) -> int:
    return len(evaluate(dataset_of(text), load_catalogue().rule(rule_id)).results)


def suspect(above: str, label: str, more: str = ACCEPTED) -> int:
    """Findings on a link that was accepted when the labels were 目標1, 居場所 and 遊びの場."""
    kept = f"""; aln:fingerprintFrom "{fingerprint(["遊びの場"])}" ;
        aln:fingerprintTo "{fingerprint(["居場所", "目標1"])}" """
    return found("link-suspect", ENDS % (above, label, kept + more))


@pytest.mark.parametrize(
    ("above", "label", "count"),
    [
        ("目標1", "遊びの場", 0),
        ("目標 １", "遊びの　場", 0),
        ("目標1", "遊び場", 1),
        ("目標2", "遊びの場", 1),
        ("目標2", "遊び場", 2),
    ],
)
def test_a_link_is_suspect_where_a_label_or_one_above_changed(
    above: str, label: str, count: int
) -> None:
    assert suspect(above, label) == count


def test_a_link_that_nobody_accepted_or_that_kept_nothing_is_not_suspect() -> None:
    assert suspect("目標1", "遊び場", "") == 0
    assert found("link-suspect", ENDS % ("目標1", "遊び場", ACCEPTED)) == 0


# ---- units that only an ended plan answers; the date of the check is in fiscal year 2026


def answered(higher: str, *lasts: str) -> int:
    """Findings where plans with these last years answer one unit of a higher plan."""
    text = f"""ex:higher a aln:PlanEdition {higher} .
        ex:unit a aln:Item ; aln:inPlan ex:higher ; aln:answerable true ;
            skos:prefLabel "居場所"@ja ."""
    for i, last in enumerate(lasts):
        city = "" if "publisher" in last else "; dcterms:publisher ex:city"
        text += f"""ex:p{i} a aln:PlanEdition {city} {last} .
            ex:m{i} a aln:Measure ; aln:inPlan ex:p{i} ; skos:prefLabel "遊びの場"@ja .
            ex:l{i} a aln:Link ; aln:from ex:m{i} ; aln:to ex:unit ."""
    return found("units-answered-by-ended-plans-only", text)


ENDED, RUNNING, UNKNOWN = "; aln:lastFiscalYear 2025", "; aln:lastFiscalYear 2026", ""


@pytest.mark.parametrize(
    ("lasts", "count"),
    [
        ((ENDED,), 1),
        ((RUNNING,), 0),
        ((ENDED, RUNNING), 0),
        ((ENDED, UNKNOWN), 0),
        ((ENDED, "; aln:lastFiscalYear 2020"), 1),
        ((ENDED, RUNNING + " ; dcterms:publisher ex:other"), 1),
    ],
)
def test_a_unit_is_answered_while_any_plan_that_answers_it_may_run(
    lasts: tuple[str, ...], count: int
) -> None:
    assert answered("", *lasts) == count


def test_units_of_higher_plans_that_are_over_are_left_alone() -> None:
    assert answered(ENDED, ENDED) == 0
    assert answered(RUNNING, ENDED) == 1
