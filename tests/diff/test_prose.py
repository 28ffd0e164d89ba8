"""Paragraphs beside the items: told once, in the order of the new plan, not where they moved."""

from __future__ import annotations

from dataclasses import replace

from alignchecker.diff.prose import PassageChange, passage_changes
from alignchecker.model.plan import (
    IndicatorDraft,
    ItemDraft,
    ItemKind,
    PassageDraft,
    PlanDraft,
    Position,
)

PLACE = Position("素案.txt", line=1)
ITEM = ItemDraft(
    "1", 1, "施策", ItemKind.MEASURE, "緑の保全", None, PLACE, code="1", text="森を守ります。"
)


def plan(*passages: str) -> PlanDraft:
    indicator = IndicatorDraft("i", "植樹の本数", "1", PLACE)
    texts = tuple(PassageDraft(text, PLACE) for text in passages)
    return PlanDraft("素案.txt", "0", items=(ITEM,), indicators=(indicator,), passages=texts)


def changes(old: PlanDraft, new: PlanDraft) -> list[PassageChange]:
    return list(passage_changes(old, new))


def test_a_reworded_paragraph_stands_beside_the_old_one() -> None:
    old = "市は、地域の団体と連携し、緑を増やします。"
    new = "市は、地域の団体や企業と連携し、緑を増やします。"
    found = changes(
        plan("はじめに", "施策1 緑の保全", old), plan("はじめに", "施策1 緑の保全", new)
    )
    assert found == [PassageChange(old, new, "緑の保全")]


def test_what_came_and_went_stands_in_the_order_of_the_new_plan() -> None:
    first, last = "はじめに、この計画の背景を述べます。", "おわりに、進め方を述べます。"
    old = plan(first, "森林環境譲与税を充てます。", last)
    new = plan(first, last, "毎年度、審議会に報告します。")
    assert changes(old, new) == [
        PassageChange("森林環境譲与税を充てます。", None, None),
        PassageChange(None, "毎年度、審議会に報告します。", None),
    ]


def test_what_only_stands_elsewhere_is_no_change() -> None:
    texts = ("はじめに", "背景を述べます。", "進め方を述べます。")
    assert changes(plan(*texts), plan(*texts[::-1])) == []
    # Twice is more than once.
    assert len(changes(plan(*texts), plan(*texts, texts[1]))) == 1


def test_what_the_items_and_indicators_tell_is_not_told_again() -> None:
    old = plan("施策1 緑の保全", "森を守ります。", "植樹の本数　10本")
    item = replace(ITEM, label="緑の保全と再生", text="森を守り、育てます。")
    new = plan("施策1 緑の保全と再生", "森を守り、育てます。", "植樹の本数　20本")
    assert changes(old, replace(new, items=(item,))) == []


def test_without_paragraphs_nothing_is_known() -> None:
    assert changes(plan(), plan("はじめに")) == []
    assert changes(plan("はじめに"), plan()) == []


def test_a_line_that_names_several_items_is_told_by_them() -> None:
    """A row of an outline; where it names one item alone, what else it says counts."""
    outline = Position("素案.txt", line=7)

    def drawn(line: str, *labels: str) -> PlanDraft:
        draft = plan("はじめに、この計画の背景を述べます。")
        items = [replace(ITEM, id=label, label=label, position=outline) for label in labels]
        passages = (*draft.passages, PassageDraft(line, outline))
        return replace(draft, items=(ITEM, *items), passages=passages)

    old = drawn("1. 緑の体系　(1) 街路樹の手入れ (2) 公園の花壇", "街路樹の手入れ", "公園の花壇")
    new = drawn("1. 緑の体系　(1) 街路樹の管理 (2) 公園の花壇", "街路樹の管理", "公園の花壇")
    assert changes(old, new) == []
    one = drawn("街路樹の手入れは、市民と行い、毎年度の結果を公表します。", "街路樹の手入れ")
    two = drawn("街路樹の手入れは、市民と行い、毎月の結果を公表します。", "街路樹の手入れ")
    assert [change.new for change in changes(one, two)] == [two.passages[-1].text]
