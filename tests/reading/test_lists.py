"""Lists below measures: with sentences below each entry, or printed again with departments."""

from __future__ import annotations

from alignchecker.model.plan import PlanDraft
from tests.reading.contents import read
from tests.reading.drafting import COVER
from tests.reading.drafting import draft as draft_of_text


def actions(draft: PlanDraft) -> list[tuple[str, tuple[str, ...]]]:
    return [(i.label, i.departments) for i in draft.items if i.level_name == "主な取組"]


def test_a_sentence_below_each_entry_does_not_end_the_list() -> None:
    draft = read(
        "#基本目標1　安心して暮らす",
        "##施策1　見守りの輪を広げる",
        "主な取組：",
        "○声かけ運動",
        "町会とともに行います。",
        "○訪問相談",
        "保健師が訪ねます。",
        "○居場所づくり",
    )
    assert [label for label, _ in actions(draft)] == ["声かけ運動", "訪問相談", "居場所づくり"]
    texts = {item.label: item.text for item in draft.items}
    assert "町会とともに行います。" in (texts["声かけ運動"] or "")


def test_a_sentence_below_a_whole_list_ends_it() -> None:
    draft = read(
        "#基本目標1　安心して暮らす",
        "##施策1　見守りの輪を広げる",
        "主な取組：",
        "○声かけ運動",
        "○訪問相談",
        "次の計画とも整合を図ります。",
        "○地域福祉計画",
    )
    assert [label for label, _ in actions(draft)] == ["声かけ運動", "訪問相談"]


def test_items_of_an_overview_that_are_listed_again_with_departments() -> None:
    draft = read(
        [
            "基本目標 | 施策 | 主な取組",
            "1 安心して暮らす | (1) 見守りの輪を広げる | 声かけ運動",
            "^ | ^ | 訪問相談",
        ],
        "#基本目標1　安心して暮らす",
        "##（1）見守りの輪を広げる",
        "一人暮らしの世帯が増えています。",
        "・声かけ運動【福祉課】",
        "・訪問相談【福祉課・健康課】",
    )
    assert actions(draft) == [("声かけ運動", ("福祉課",)), ("訪問相談", ("福祉課", "健康課"))]
    assert "list-items-unread" not in [warning.code for warning in draft.warnings]


def test_the_title_of_a_passage_is_no_part_of_the_heading_above() -> None:
    text = (
        "基本目標1　安心して暮らす\n施策1　見守りの輪　【強化】\n現状と課題\n"
        "一人暮らしの世帯が増えています。\n施策2　避難の備え\n現状と課題\n備えが足りません。\n"
    )
    labels = [item.label for item in draft_of_text(COVER + text).items]
    assert labels[1:] == ["見守りの輪　【強化】", "避難の備え"]
