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


def _numbered(*numbers: int) -> str:
    return "".join(
        f"""ex:n{place} a aln:Item ; aln:inPlan ex:p ; aln:parent ex:g1 ; aln:order {place} ;
            aln:levelName "施策" ; aln:printedNumber "{number}" ;
            skos:prefLabel "施策{place}"@ja ."""
        for place, number in enumerate(numbers, start=1)
    )


@pytest.mark.parametrize(
    ("rule", "sound", "doubtful"),
    [
        ("numbering-gap", (1, 2, 4), (1, 2, 4, 1, 2)),
        ("duplicate-number", (1, 2, 2), (1, 2, 2, 1, 2)),
        ("claimed-count-mismatch", (1, 2, 3), (1, 2, 1, 2)),
        ("goal-without-measure", (1, 2, 3), (1, 2, 1, 2)),
    ],
)
def test_what_needs_the_tree_is_not_asked_of_one_in_doubt(
    rule: str, sound: tuple[int, ...], doubtful: tuple[int, ...]
) -> None:
    more = (
        LOOSE
        + """ex:m aln:parent ex:g1 . ex:p aln:claim ex:c .
        ex:c a aln:CountClaim ; aln:levelName "施策" ; aln:claimedCount 9 ."""
    )
    found = {
        numbers: len(
            evaluate(
                dataset_of(GOALS + more + _numbered(*numbers)), load_catalogue().rule(rule)
            ).results
        )
        for numbers in (sound, doubtful)
    }
    assert found == {sound: 1, doubtful: 0}
