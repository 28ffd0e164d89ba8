"""Tables as formats give them: headers, merged cells, columns in any order."""

from __future__ import annotations

import pytest

from alignchecker.model.plan import ItemKind, PlanDraft
from tests.reading.contents import read

Row = tuple[str, str | None, str, str | None]


def rows(draft: PlanDraft) -> list[Row]:
    """Level, number, label and the parent's label of each item."""
    labels = {item.id: item.label for item in draft.items}
    return [
        (i.level_name, i.printed_number or i.code, i.label, labels.get(i.parent or ""))
        for i in draft.items
    ]


TREE = [
    ("基本目標", "1", "安心して暮らす", None),
    ("施策", "1", "見守りの輪を広げる", "安心して暮らす"),
    ("施策", "2", "避難の備え", "安心して暮らす"),
    ("基本目標", "2", "学びを楽しむ", None),
    ("施策", "1", "図書館の充実", "学びを楽しむ"),
]


def test_merged_cells() -> None:
    draft = read(
        [
            "基本目標 | 施策 | 担当課",
            "1 安心して暮らす | (1) 見守りの輪を広げる | 福祉課",
            "^ | (2) 避難の備え | 防災課・土木課",
            "2 学びを楽しむ | (1) 図書館の充実 | 図書館",
        ]
    )
    assert rows(draft) == TREE
    assert [i.departments for i in draft.items if i.level_name == "施策"] == [
        ("福祉課",),
        ("防災課", "土木課"),
        ("図書館",),
    ]


def test_blank_cells_are_carried_down() -> None:
    draft = read(
        [
            "基本目標 | 施策",
            "1 安心して暮らす | (1) 見守りの輪を広げる",
            " | (2) 避難の備え",
            "2 学びを楽しむ | (1) 図書館の充実",
        ]
    )
    assert rows(draft) == TREE


def test_columns_in_any_order_and_numbers_in_columns_of_their_own() -> None:
    draft = read(
        [
            "担当課 | No. | 施策名 | 基本目標",
            "福祉課 | 1 | 見守りの輪を広げる | 1 安心して暮らす",
            "防災課 | 2 | 避難の備え | ^",
            "図書館 | 3 | 図書館の充実 | 2 学びを楽しむ",
        ]
    )
    assert rows(draft) == [
        (word, "3" if label == "図書館の充実" else number, label, parent)
        for word, number, label, parent in TREE
    ]


def test_one_header_over_number_and_name() -> None:
    draft = read(
        [
            "基本目標 | < | 施策 | <",
            "1 | 安心して暮らす | 1 | 見守りの輪を広げる",
            "^ | ^ | 2 | 避難の備え",
            "2 | 学びを楽しむ | 1 | 図書館の充実",
        ]
    )
    assert rows(draft) == TREE


def test_header_of_two_rows_and_again_on_the_next_page() -> None:
    draft = read(
        [
            "基本目標 | 施策 | 指標 | < | <",
            "^ | ^ | 指標名 | 現状値（R6） | 目標値（R11）",
            "1 安心して暮らす | (1) 見守りの輪を広げる | 見守り協力者数 | 120人 | 200人",
            "^ | (2) 避難の備え | 訓練参加者数 | 1,050人 | ―",
            "基本目標 | 施策 | 指標 | < | <",
            "^ | ^ | 指標名 | 現状値（R6） | 目標値（R11）",
            "2 学びを楽しむ | (1) 図書館の充実 | 貸出冊数 | 4.2冊 | 5冊以上",
        ]
    )
    assert rows(draft) == TREE
    assert [(i.name, i.item, [v.fiscal_year for v in i.values]) for i in draft.indicators] == [
        ("見守り協力者数", "1/1", [2024, 2029]),
        ("訓練参加者数", "1/2", [2024, 2029]),
        ("貸出冊数", "2/1", [2024, 2029]),
    ]


def test_goals_as_rows_over_the_whole_table() -> None:
    draft = read(
        [
            "施策 | 内容 | 担当課",
            "基本目標1 安心して暮らす | < | <",
            "(1) 見守りの輪を広げる | 声かけを行います。 | 福祉課",
            "(2) 避難の備え | 訓練を行います。 | 防災課",
            "基本目標2 学びを楽しむ | < | <",
            "(1) 図書館の充実 | 蔵書を増やします。 | 図書館",
        ]
    )
    assert rows(draft) == TREE
    assert [item.text for item in draft.items if item.level_name == "施策"] == [
        "声かけを行います。",
        "訓練を行います。",
        "蔵書を増やします。",
    ]


def test_a_diagram_without_header() -> None:
    draft = read(
        [
            "基本目標1　安心して暮らす | 施策1　見守りの輪を広げる",
            "^ | 施策2　避難の備え",
            "基本目標2　学びを楽しむ | 施策1　図書館の充実",
        ]
    )
    assert rows(draft) == TREE


def test_cards() -> None:
    draft = read(
        "基本目標1　安心して暮らす",
        ["施策名 | (1) 見守りの輪を広げる", "担当課 | 福祉課、こども課", "内容 | 声かけ。"],
        ["施策名 | (2) 避難の備え", "担当課 | 防災課", "内容 | 訓練を行います。"],
        "基本目標2　学びを楽しむ",
        ["施策名 | (1) 図書館の充実", "担当課 | 図書館", "内容 | 蔵書を増やします。"],
    )
    assert rows(draft) == TREE
    departments = [i.departments for i in draft.items if i.level_name == "施策"]
    assert departments == [("福祉課", "こども課"), ("防災課",), ("図書館",)]


def test_several_actions_in_one_cell() -> None:
    draft = read(
        [
            "施策 | 主な取組",
            "1 見守り | ・声かけ訪問の実施/n・配食サービス（社協への/n委託を含む）",
            "2 備え | 防災訓練の実施/nハザードマップの配布",
            "3 学び | ①出前講座　②読み聞かせ",
        ]
    )
    actions = [i.label for i in draft.items if i.kind is ItemKind.ACTION]
    assert actions == [
        "声かけ訪問の実施",
        "配食サービス（社協への委託を含む）",
        "防災訓練の実施",
        "ハザードマップの配布",
        "出前講座",
        "読み聞かせ",
    ]


def test_places_of_cells() -> None:
    draft = read(
        "はじめに",
        [
            "基本目標 | 施策",
            "1 安心して暮らす | (1) 見守りの輪を広げる",
            "^ | (2) 避難の備え",
        ],
    )
    places = [(i.position.sheet, i.position.cell) for i in draft.items]
    assert places == [("表1", "A2"), ("表1", "B2"), ("表1", "B3")]


def test_a_frame_around_text_is_no_table() -> None:
    draft = read(
        "基本目標1　安心して暮らす",
        ["施策1　見守りの輪を広げる/n声かけを行います。"],
        ["施策2　避難の備え/n訓練を行います。"],
    )
    assert [i.label for i in draft.items] == ["安心して暮らす", "見守りの輪を広げる", "避難の備え"]
    assert draft.items[1].text == "声かけを行います。"


def test_styles_of_headings_nest() -> None:
    draft = read(
        "#第1章　計画の策定にあたって",
        "##1　策定の趣旨",
        "まちの姿が変わってきました。",
        "#第2章　施策の展開",
        "##基本目標1　安心して暮らす",
        "###(1) 見守りの輪を広げる",
        "声かけを行います。",
        "###(2) 避難の備え",
        "##基本目標2　学びを楽しむ",
        "###(1) 図書館の充実",
        "#第3章　計画の推進",
        "##1　推進体制",
    )
    assert [(word, number, label, parent) for word, number, label, parent in rows(draft)] == TREE


@pytest.mark.parametrize(
    "table",
    [
        ["年度 | 人口 | 世帯数", "令和5年度 | 1,000人 | 400世帯", "令和6年度 | 990人 | 401世帯"],
        ["氏名 | 所属 | 備考", "青葉太郎 | 商工会 | 会長", "潮見花子 | 公募 | "],
        ["開催日 | 内容", "令和7年7月1日 | 第1回策定委員会", "令和7年9月1日 | 第2回策定委員会"],
    ],
)
def test_tables_of_other_things_add_no_items(table: list[str]) -> None:
    draft = read("基本目標1　安心して暮らす", "施策1　見守りの輪を広げる", "資料編", table)
    assert [i.label for i in draft.items] == ["安心して暮らす", "見守りの輪を広げる"]
    assert draft.indicators == ()
