"""From a Turtle file back to the draft: nothing is lost, nothing is added."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from alignchecker.graph.drafts import read_plans
from alignchecker.graph.turtle import to_turtle
from alignchecker.importers import read_document
from alignchecker.model.errors import InputError
from alignchecker.model.plan import (
    DepartmentDraft,
    ItemDraft,
    ItemKind,
    Period,
    PlanDraft,
    Position,
    RelationDraft,
)
from tests.data.remake import PLANS
from tests.reading.drafts import with_records

TEXTS = Path(__file__).parents[1] / "reading" / "texts"


def _again(path: Path, text: str) -> PlanDraft:
    path.write_text(text, encoding="utf-8", newline="\n")
    (plan,) = read_plans(path).plans
    return plan.draft


@given(draft=with_records())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_draft_comes_back_as_the_same_turtle(draft: PlanDraft, tmp_path: Path) -> None:
    written = to_turtle(draft)
    again = _again(tmp_path / "plan.ttl", written)
    assert to_turtle(again) == written
    assert again.items == tuple(draft.items)
    assert again.relations == draft.relations
    assert again.indicators == draft.indicators
    assert read_plans(tmp_path / "plan.ttl").others == ()


@pytest.mark.parametrize(
    "path", sorted(p for p in TEXTS.iterdir() if p.suffix in {".txt", ".md"}), ids=lambda p: p.stem
)
def test_imported_texts_come_back(path: Path, tmp_path: Path) -> None:
    draft = read_document(path)
    again = _again(tmp_path / "plan.ttl", to_turtle(draft))
    assert to_turtle(again) == to_turtle(draft)
    assert again.items == draft.items
    assert (again.title, again.edition, again.part) == (draft.title, draft.edition, draft.part)


@pytest.mark.parametrize("number", PLANS)
def test_shipped_plans_come_back(number: str) -> None:
    stored = read_plans(PLANS[number])
    (plan,) = stored.plans
    assert to_turtle(plan.draft) == PLANS[number].read_text(encoding="utf-8")
    assert stored.others == ()


def _at(line: int) -> Position:
    return Position("plan.txt", line)


_GOAL = ItemDraft("1", 1, "基本目標", ItemKind.GOAL, "緑を守る", None, _at(9), printed_number="1")
_MEASURE = ItemDraft("1/1", 2, "施策", ItemKind.MEASURE, "植樹", "1", _at(11), printed_number="1")
_PLAN = PlanDraft(
    file="plan.txt",
    sha256="ab" * 32,
    title="潮見市緑の基本計画",
    edition="第2次",
    plan_type="green",
    publisher="潮見市",
    period=Period(2026, 2030),
    period_position=_at(5),
    measure_level="施策",
    items=(_GOAL, _MEASURE),
    relations=(
        RelationDraft("潮見市総合計画", "under", "highest", "のもと", _at(7)),
        RelationDraft("白波県緑の計画", "weigh", None, "を勘案し", _at(7)),
    ),
    facts_position={"title": _at(1)},
)


@pytest.fixture
def turtle(tmp_path: Path) -> Path:
    path = tmp_path / "plan.ttl"
    path.write_text(to_turtle(_PLAN), encoding="utf-8", newline="\n")
    return path


def test_a_correction_by_hand_is_read_and_leaves_nothing_over(turtle: Path) -> None:
    text = turtle.read_text(encoding="utf-8")
    text = text.replace("aln:firstFiscalYear 2026", "aln:firstFiscalYear 2027")
    turtle.write_text(text.replace('"植樹"', '"植樹の推進"'), encoding="utf-8")
    stored = read_plans(turtle)
    (plan,) = stored.plans
    assert plan.edition.value.endswith("/fy2026")
    assert plan.draft.period == Period(2027, 2030)
    assert plan.draft.items[1].label == "植樹の推進"
    assert stored.others == ()


def test_what_no_draft_can_hold_is_given(turtle: Path) -> None:
    added = """
<fy2026/link/1> a aln:Link ; aln:from <fy2026/1/1> ; aln:to <https://example.jp/x> ;
    aln:review [ a aln:Review ; aln:reviewer "緑政課" ] .
<fy2026/1/1> aln:direction "up" .
"""
    turtle.write_text(turtle.read_text(encoding="utf-8") + added, encoding="utf-8")
    others = read_plans(turtle).others
    assert sorted(p.value.rpartition("#")[2] for _, p, _ in others) == [
        "direction", "from", "review", "reviewer", "to", "type", "type",
    ]  # fmt: skip


def test_a_relation_taken_out_by_hand_stays_out(turtle: Path) -> None:
    blocks = turtle.read_text(encoding="utf-8").split("\n\n")
    kept = [block for block in blocks if not block.startswith("<fy2026/relation/1>")]
    text = "\n\n".join(kept).replace("<fy2026/relation/1> , ", "")
    turtle.write_text(text, encoding="utf-8")
    stored = read_plans(turtle)
    assert stored.plans[0].draft.relations == _PLAN.relations[1:]
    assert stored.others == ()


def test_another_base_is_no_difference(turtle: Path) -> None:
    (plan,) = read_plans(turtle).plans
    turtle.write_text(to_turtle(plan.draft, "https://example.jp/plans/"), encoding="utf-8")
    stored = read_plans(turtle)
    assert stored.plans[0].base == "https://example.jp/plans/"
    assert stored.plans[0].draft == plan.draft
    assert stored.others == ()


def test_plans_that_are_only_mentioned_are_no_drafts(tmp_path: Path) -> None:
    path = tmp_path / "cited.ttl"
    path.write_text(
        "@prefix aln: <https://w3id.org/alignchecker/ns#> .\n"
        "<http://example.jp/p> a aln:PlanEdition .\n",
        encoding="utf-8",
    )
    assert read_plans(path).plans == ()


def test_a_kind_that_no_import_gives_is_an_error_that_names_the_choices(turtle: Path) -> None:
    text = turtle.read_text(encoding="utf-8").replace("code:kind-goal", "code:kind-gaol")
    turtle.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="kind-gaol") as caught:
        _ = read_plans(turtle).plans
    assert "code:kind-goal" in caught.value.ja


def test_a_department_corrected_by_hand_leaves_nothing_over(tmp_path: Path) -> None:
    path = tmp_path / "plan.ttl"
    office = DepartmentDraft("子ども課", "2020-04", None, ("こども政策課",), _at(20))
    text = to_turtle(replace(_PLAN, departments=(office,)))
    path.write_text(text.replace('"子ども課"', '"こども課"'), encoding="utf-8")
    stored = read_plans(path)
    assert stored.plans[0].draft.departments == (replace(office, name="こども課"),)
    assert stored.others == ()
