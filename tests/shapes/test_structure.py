"""What the rule about groups leaves alone."""

from __future__ import annotations

import pytest

from alignchecker.rules.catalogue import load_catalogue

from .running import dataset_of, evaluate

GROUPS = """
    ex:plan a aln:PlanEdition .
    ex:goal a aln:Item ; aln:inPlan ex:plan ; aln:levelName "目標" ; skos:prefLabel "支える"@ja .
    ex:g1 a aln:Item ; aln:inPlan ex:plan ; aln:parent ex:goal ; aln:kind code:kind-group ;
        skos:prefLabel "乳幼児期"@ja .
    ex:g2 a aln:Item ; aln:inPlan ex:plan ; aln:parent ex:goal ; aln:kind code:kind-group ;
        skos:prefLabel "学童期"@ja .
    """


def outside(*parents: str) -> int:
    """How many of some measures in a row stand outside groups; each given by its parent."""
    items = "".join(
        f"""ex:m{i} a aln:Measure ; aln:inPlan ex:plan ; aln:parent ex:{parent} ; aln:order {i} ;
            aln:levelName "施策" ; skos:prefLabel "施策{i}"@ja ."""
        for i, parent in enumerate(parents)
    )
    rule = load_catalogue().rule("item-outside-groups")
    return len(evaluate(dataset_of(GROUPS + items), rule).results)


@pytest.mark.parametrize(
    ("parents", "count"),
    [
        (("g1", "g1", "goal", "g2"), 1),
        (("goal", "g1", "g1", "g2"), 0),
        (("g1", "goal", "goal"), 0),
        (("g1", "g1", "g2"), 0),
        (("goal", "goal"), 0),
    ],
    ids=["between groups", "before the first", "groups are few", "all grouped", "no groups"],
)
def test_an_item_behind_a_group_of_its_siblings(parents: tuple[str, ...], count: int) -> None:
    assert outside(*parents) == count
