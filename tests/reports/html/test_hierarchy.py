"""The picture of plans: higher ones above, lines beside boxes rather than through them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alignchecker.model.finding import PlanSummary, PlanTie
from alignchecker.reports.html.hierarchy import Drawing, drawn


def plan(name: str, *above: str, own: bool = True, force: str | None = None) -> PlanSummary:
    """A plan that stands under some others by the word 勘案."""
    ties = tuple(PlanTie("weigh", f"計画{a}", f"urn:{a}", force, None) for a in above)
    return PlanSummary(
        iri=f"urn:{name}", title=f"計画{name}", edition=None, plan_type=None, publisher=None,
        first_year=None, last_year=None, form=None, status="period-unknown", items=0, measures=0,
        input=own, stands_under=ties,
    )  # fmt: skip


def heights(drawing: Drawing) -> dict[str, int]:
    return {box.title.removeprefix("計画"): box.y for box in drawing.boxes}


def test_higher_plans_stand_above() -> None:
    drawing = drawn([plan("市", "県"), plan("県", "国", own=False), plan("国", own=False)], "ja")
    at = heights(drawing)
    assert at["国"] < at["県"] < at["市"]
    assert [edge.verbs for edge in drawing.edges] == ["勘案", "勘案"]


def test_a_shipped_plan_that_nobody_cites_is_not_drawn() -> None:
    drawing = drawn([plan("市", "国"), plan("国", own=False), plan("別", own=False)], "ja")
    assert set(heights(drawing)) == {"市", "国"}


def test_plans_in_a_circle_are_drawn() -> None:
    drawing = drawn([plan("甲", "乙"), plan("乙", "丙"), plan("丙", "甲")], "ja")
    assert set(heights(drawing)) == {"甲", "乙", "丙"}
    assert len(drawing.edges) == 3


def test_a_plan_that_is_only_quoted_is_drawn_as_such() -> None:
    quoted = PlanTie("other", "国の指針")
    drawing = drawn([replace(plan("市"), stands_under=(quoted,))], "ja")
    assert {(box.title, box.known) for box in drawing.boxes} == {
        ("計画市", True),
        ("国の指針", False),
    }
    assert [edge.force for edge in drawing.edges] == ["unknown"]


def test_a_plan_without_ties_is_named_beside_the_picture() -> None:
    drawing = drawn([plan("独"), plan("市", "国"), plan("国")], "ja")
    assert list(drawing.alone.values()) == ["計画独"]


def test_the_strongest_force_is_drawn() -> None:
    ties = (
        PlanTie("weigh", "計画国", "urn:国", "weighing", None),
        PlanTie("conform", "計画国", "urn:国", "binding", ((2027, 2027),)),
    )
    drawing = drawn([replace(plan("市"), stands_under=ties), plan("国")], "ja")
    assert [edge.force for edge in drawing.edges] == ["binding"]
    assert [len(tie.verbs) for tie in drawing.ties] == [2]


@given(st.lists(st.lists(st.integers(0, 29), max_size=4), min_size=1, max_size=30))
def test_lines_pass_between_boxes(above: list[list[int]]) -> None:
    plans = [
        plan(str(n), *(str(a) for a in dict.fromkeys(ends) if a < len(above)))
        for n, ends in enumerate(above)
    ]
    drawing = drawn(plans, "ja")
    assert drawing == drawn(plans, "ja")
    tops = {box.y for box in drawing.boxes}
    for edge in drawing.edges:
        assert all(0 <= x <= drawing.width or abs(x) <= drawing.margin * 2 for x, _ in edge.points)
        points = [(edge.x, edge.turn), *edge.points]
        for (x, y), (next_x, next_y) in pairwise(points):
            if y - drawing.box_height in tops and next_y in tops and next_y < y:
                assert x == next_x
                assert not [
                    box
                    for box in drawing.boxes
                    if box.y == next_y and box.x < x < box.x + drawing.box_width
                ]
    for one in drawing.boxes:
        for other in drawing.boxes:
            if one is not other and one.y == other.y:
                assert abs(one.x - other.x) > drawing.box_width
