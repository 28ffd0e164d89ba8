"""What the rules about the structure of a plan leave alone."""

from __future__ import annotations

import pytest

from alignchecker.rules.catalogue import load_catalogue

from .running import dataset_of, evaluate

GOALS = """
    ex:g1 a aln:Item ; aln:inPlan ex:p ; aln:kind code:kind-goal ; skos:prefLabel "学び"@ja .
    ex:g2 a aln:Item ; aln:inPlan ex:p ; aln:kind code:kind-goal ; skos:prefLabel "育ち"@ja .
    ex:p a aln:PlanEdition ."""
LOOSE = 'ex:m a aln:Measure ; aln:inPlan ex:p ; skos:prefLabel "居場所づくり"@ja .'


def test_goals_of_a_plan_whose_measures_stand_apart_are_left_alone() -> None:
    rule = load_catalogue().rule("goal-without-measure")
    assert evaluate(dataset_of(GOALS + LOOSE), rule).results == ()
    nested = LOOSE + "ex:m aln:parent ex:g1 ."
    assert len(evaluate(dataset_of(GOALS + nested), rule).results) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("認知症施策は第6章に独立した章として置きます。", 0),
        ("子育ての支援（第三章を参照）", 0),
        ("学びを支えます。", 1),
        ("計画の前文の章句を大切にします。", 1),
    ],
)
def test_goals_that_point_to_another_chapter_are_left_alone(text: str, found: int) -> None:
    rule = load_catalogue().rule("goal-without-measure")
    nested = LOOSE + f'ex:m aln:parent ex:g1 . ex:g2 aln:text "{text}"@ja .'
    assert len(evaluate(dataset_of(GOALS + nested), rule).results) == found
