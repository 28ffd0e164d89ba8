"""The report of changes, in both languages."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest

from alignchecker.diff.changes import ITEM_FIELDS, PLAN_FIELDS, Changes, compare
from alignchecker.diff.matching import Doubt, Matching
from alignchecker.diff.report import change_lines
from alignchecker.lang.changes import CHANGES, FIELDS
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    PlanDraft,
    RelationDraft,
    ValueKind,
)
from tests.diff.editing import PLACE

_PLACEHOLDER = re.compile(r"\{(\w+)")


def item(item_id: str, label: str, parent: str | None = None, text: str | None = None) -> ItemDraft:
    number = item_id.rpartition("/")[2]
    return ItemDraft(
        item_id, 1, "施策", ItemKind.MEASURE, label, parent, PLACE, code=number, text=text
    )


def draft(*items: ItemDraft, indicator: str | None = None, verb: str | None = None) -> PlanDraft:
    value = IndicatorValueDraft(ValueKind.TARGET, indicator or "", PLACE)
    return PlanDraft(
        "素案.txt", "0" * 64, items=items,
        indicators=(IndicatorDraft("i1", "植樹本数", None, PLACE, (value,)),) if indicator else (),
        relations=(RelationDraft("青葉市総合計画", verb, None, "", PLACE),),
    )  # fmt: skip


def lines(old: PlanDraft, new: PlanDraft, matching: Matching, lang: str = "ja") -> list[str]:
    return list(change_lines(compare(old, new, matching), lang))


@pytest.mark.parametrize("key", [*CHANGES, *FIELDS])
def test_both_languages_say_the_same(key: str) -> None:
    japanese, english = {**CHANGES, **FIELDS}[key]
    assert japanese.strip()
    assert english.strip()
    assert set(_PLACEHOLDER.findall(japanese)) == set(_PLACEHOLDER.findall(english))


def test_every_fact_and_every_kind_of_change_has_a_name() -> None:
    lists = {"relations", "roles", "claims", "citations", "mentions", "indicators"}
    assert {*PLAN_FIELDS, *ITEM_FIELDS, *lists} <= set(FIELDS)
    assert {f"count-{field.name}" for field in fields(Changes)} <= set(CHANGES)


def test_nothing_changed() -> None:
    same = draft(item("1", "植樹"))
    assert lines(same, same, Matching({"1": "1"})) == ["前回の取り込みからの変更はありません。"]
    assert not compare(same, same, Matching({"1": "1"}))


def test_every_change_is_a_line() -> None:
    old = draft(item("1", "植樹"), item("1/1", "苗木"), item("2", "水辺"), item("2/1", "清掃", "2"))
    new = draft(
        item("1", "植樹祭"), item("2/1", "清掃", "1"), item("3", "花壇"), item("1/1", "苗木")
    )
    found = lines(old, new, Matching({"1": "1", "1/1": "1/1", "2/1": "2/1"}))
    assert found == [
        "前回の取り込みからの変更: 追加1件、削除1件、名称変更1件、移動1件",
        "追加: 3 花壇",
        "削除: 2 水辺",
        "名称変更: 1 植樹 → 1 植樹祭",
        "移動: 清掃（水辺 → 植樹祭）",
    ]


def test_item_moved_to_the_top() -> None:
    old = draft(item("1", "植樹"), item("1/1", "苗木", "1"))
    new = draft(item("1", "植樹"), item("1/1", "苗木"))
    pairs = Matching({"1": "1", "1/1": "1/1"})
    assert "移動: 苗木（植樹 → 最上位）" in lines(old, new, pairs)
    assert "moved: 苗木 (植樹 → top level)" in lines(old, new, pairs, "en")


def test_child_of_an_added_parent_has_moved() -> None:
    old = draft(item("1", "苗木"))
    new = draft(item("2", "緑"), item("2/1", "苗木", "2"))
    assert "移動: 苗木（最上位 → 緑）" in lines(old, new, Matching({"1": "2/1"}))


def test_texts_are_named_and_not_repeated() -> None:
    pairs = Matching({"1": "1"})
    found = lines(draft(item("1", "植樹", text="甲")), draft(item("1", "植樹", text="乙")), pairs)
    assert found[1:] == ["記載の変更: 植樹 本文"]
    # The earlier import was made without sentences.
    assert not compare(draft(item("1", "植樹")), draft(item("1", "植樹", text="乙")), pairs)


def test_values_of_indicators_are_compared() -> None:
    pairs = Matching({"1": "1"})
    old, new = (draft(item("1", "植樹"), indicator=value) for value in ("100本", "200本"))
    found = "記載の変更: 計画 指標: 植樹本数 目標値 100本 → 植樹本数 目標値 200本"
    assert found in lines(old, new, pairs)
    assert "指標: なし → 植樹本数" in "".join(lines(draft(item("1", "植樹")), new, pairs))


def test_other_verb_is_the_same_read_back_or_not() -> None:
    one, other = (draft(item("1", "植樹"), verb=verb) for verb in (None, "other"))
    assert not compare(one, other, Matching({"1": "1"}))


def test_doubts_are_told_with_what_to_do() -> None:
    old, new = draft(item("1", "防災・防犯")), draft(item("1", "防災"), item("2", "防犯"))
    found = lines(old, new, Matching({}, (Doubt(("1",), ("1", "2")),)))
    assert "要確認1件" in found[0]
    assert "旧「防災・防犯」と新「防災」「防犯」" in found[-1]


def test_values_of_code_lists_are_told_by_their_labels() -> None:
    old = replace(draft(item("1", "植樹")), plan_type="children")
    raised = replace(item("1", "植樹"), kind=ItemKind.GOAL, repeated=True)
    new = replace(draft(raised), plan_type="green")
    same = Matching({"1": "1"})
    ja, en = "".join(lines(old, new, same)), "".join(lines(old, new, same, "en"))
    assert "項目の種別: 施策 → 基本目標" in ja
    assert "再掲: いいえ → はい" in ja
    assert "種類: 市町村こども計画 → " in ja
    assert "Measure → Goal" in en
    assert not re.search("measure →|children →", ja + en)
    bare, said = draft(item("1", "植樹")), draft(item("1", "植樹"), verb="weigh")
    assert "青葉市総合計画 → 青葉市総合計画 勘案" in "".join(lines(bare, said, same))
