"""Contradictions with a known pattern are found where they are, and sound material is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.graph.loading import load
from alignchecker.reasoning.suspects import suspects
from alignchecker.reasoning.theory import read_theory
from tests.corpus import golden

from .theories import kinds, suspected

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param("ex:a a aln:Item , aln:Link .", ["disjoint", "type", "type"], id="two types"),
        pytest.param(
            "ex:a a aln:Measure , aln:PlanPart .",
            ["disjoint", "subclass", "subclass", "type", "type"],
            id="classes below disjoint ones",
        ),
        pytest.param(
            "ex:i aln:parent ex:p . ex:p a aln:PlanEdition .",
            ["disjoint", "range", "type", "value"],
            id="a plan as parent",
        ),
        pytest.param(
            "ex:p a aln:PlanEdition ; dcterms:isVersionOf ex:q . ex:q a aln:PlanEdition .",
            ["disjoint", "only", "type", "type", "value"],
            id="an edition as series",
        ),
        pytest.param(
            "ex:d a aln:Department ; aln:department 'こども課' .",
            ["disjoint", "disjoint", "disjoint", "domain", "type", "value"],
            id="a property of plans, items or indicators",
        ),
        pytest.param(
            "ex:a aln:firstFiscalYear 2026 , 2027 .", ["functional", "value", "value"], id="years"
        ),
        pytest.param(
            "ex:i aln:parent ex:a , ex:b .",
            ["different", "functional", "value", "value"],
            id="two parents",
        ),
        pytest.param(
            "ex:a aln:relation ex:r . ex:b aln:relation ex:r .",
            ["different", "inverse-functional", "value", "value"],
            id="relation of two plans",
        ),
        pytest.param(
            "ex:i aln:parent ex:j . ex:j aln:parent ex:i .",
            ["asymmetric", "value", "value"],
            id="parents of each other",
        ),
        pytest.param("ex:i aln:parent ex:i .", ["asymmetric", "value"], id="its own parent"),
        pytest.param(
            "ex:i aln:department 'こども課'@ja .", ["range", "value"], id="text with a language"
        ),
    ],
)
def test_suspect(tmp_path: Path, facts: str, expected: list[str]) -> None:
    (found,) = suspected(tmp_path, facts)
    assert kinds(found) == expected


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param("ex:m a aln:Item , aln:Measure .", id="a class and the one above"),
        pytest.param("ex:i aln:inPlan ex:p . ex:i a aln:Indicator .", id="one of a union"),
        pytest.param("ex:i aln:parent ex:a , ex:b . ex:a owl:sameAs ex:b .", id="said to be one"),
        pytest.param("ex:a aln:department 'こども課' , '福祉課' .", id="many values allowed"),
        pytest.param("ex:v aln:number 5 , 5 .", id="the same value twice"),
        pytest.param("ex:v aln:lower 5 ; aln:upper 5.5 .", id="whole numbers are numbers"),
        pytest.param("ex:i aln:parent ex:j . ex:j aln:parent ex:k .", id="a chain"),
        pytest.param("ex:s a aln:PlanSeries ; dcterms:publisher ex:c .", id="no restriction"),
    ],
)
def test_what_may_well_be(tmp_path: Path, facts: str) -> None:
    assert suspected(tmp_path, facts) == []


def test_names_in_different_files_may_mean_the_same(tmp_path: Path) -> None:
    one, other = "ex:i aln:parent ex:a .", "ex:i aln:parent ex:b ."
    assert suspected(tmp_path, one, other) == []
    assert len(suspected(tmp_path, one, other, "ex:a aln:order 1 . ex:b aln:order 2 .")) == 1


def test_the_side_with_less_to_say_for_it_is_doubtful(tmp_path: Path) -> None:
    (found,) = suspected(
        tmp_path, "ex:a a aln:PlanEdition , aln:Item ; aln:parent ex:b ; aln:order 1 ."
    )
    assert [str(s.triple[2]).rpartition("#")[2] for s in found.doubtful] == ["PlanEdition>"]


def test_one_plan_taken_for_a_goal_by_many_is_one_suspect(tmp_path: Path) -> None:
    items = "".join(f"ex:i{n} aln:parent ex:p . " for n in range(5))
    plan = "ex:p a aln:PlanEdition ; aln:firstFiscalYear 2026 ; aln:relation ex:r ; "
    more = "aln:statedYears 5 ; aln:lastFiscalYear 2030 ; aln:claim ex:c ; aln:capture ex:k ."
    (found,) = suspected(tmp_path, items + plan + more)
    assert len(found.doubtful) == 5


@pytest.mark.parametrize("folder", [golden.CITY, ROOT / "data"], ids=["aoba", "data"])
def test_sound_material_has_no_suspect(folder: Path) -> None:
    theory = read_theory(load([folder]))
    assert list(suspects(theory)) == []
    assert theory.misfits == ()
