"""Tables as formats give them: headers, merged cells, columns in any order."""

from __future__ import annotations

import pytest

from alignchecker.model.plan import Form, ItemKind, Period, PlanDraft
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


def test_section_rows_that_are_groups_keep_equal_labels_apart() -> None:
    draft = read(
        [
            "取組テーマ | 行動目標 | 所管",
            "【若い世代】 | | ",
            "食生活 | 朝食をとる | 健康課",
            " | 野菜を食べる | 健康課",
            "【高齢の世代】 | | ",
            "食生活 | よくかんで食べる | 健康課・介護課",
            "運動 | 毎日歩く | 健康課",
            "※毎年度見直す | | ",
        ]
    )
    assert [(i.level_name, i.label, i.parent) for i in draft.items] == [
        ("group", "若い世代", None),
        ("取組テーマ", "食生活", "g1"),
        ("行動目標", "朝食をとる", "u1"),
        ("行動目標", "野菜を食べる", "u1"),
        ("group", "高齢の世代", None),
        ("取組テーマ", "食生活", "g2"),
        ("行動目標", "よくかんで食べる", "u2"),
        ("取組テーマ", "運動", "g2"),
        ("行動目標", "毎日歩く", "u3"),
    ]


def test_a_level_that_only_this_table_calls_so() -> None:
    draft = read(
        [
            "№ | めざす姿の分類 | № | 施策 | 対象 | 担当課",
            "1 | くらしの分野 | 1 | 見守りの輪を広げる | 全市民 | 福祉課",
            "1 | くらしの分野 | 2 | 避難の備え | 全市民 | 防災課",
            "2 | まなびの分野 | 1 | 図書館の充実 | 児童 | 図書館",
        ]
    )
    assert rows(draft) == [
        ("めざす姿の分類", "1", "くらしの分野", None),
        ("施策", "1", "見守りの輪を広げる", "くらしの分野"),
        ("施策", "2", "避難の備え", "くらしの分野"),
        ("めざす姿の分類", "2", "まなびの分野", None),
        ("施策", "1", "図書館の充実", "まなびの分野"),
    ]
    assert draft.items[1].text == "全市民"


def test_a_column_that_does_not_nest_is_no_level() -> None:
    draft = read(
        [
            "種別 | 施策 | 担当課",
            "新規 | 見守りの輪を広げる | 福祉課",
            "継続 | 避難の備え | 防災課",
            "新規 | 図書館の充実 | 図書館",
            "継続 | 図書館の充実 | 図書館",
        ]
    )
    assert {item.level_name for item in draft.items} == {"施策"}


def test_facts_in_rows_of_two_cells() -> None:
    draft = read(
        "第4次青葉市男女共同参画プラン　施策一覧",
        [
            "計画期間 | 令和8年度～令和12年度",
            "基本理念 | みんなが輝くまち",
            "上位計画 | 青葉市総合計画、青葉県男女共同参画プラン",
            "策定 | 令和8年3月　青葉市　人権課",
        ],
        ["基本目標 | 施策", "1 働く | (1) 就労の支援", "^ | (2) 両立の支援"],
    )
    assert (draft.title, draft.edition, draft.form) == (
        "青葉市男女共同参画プラン",
        "第4次",
        Form.EXTRACT,
    )
    assert draft.period == Period(2026, 2030)
    assert draft.vision == "みんなが輝くまち"
    assert [(r.name, r.rank, r.verb) for r in draft.relations] == [
        ("青葉市総合計画", "higher", None),
        ("青葉県男女共同参画プラン", "higher", None),
    ]
    assert (draft.publisher, draft.published) == ("青葉市", "2026-03")


def test_items_printed_again_without_what_stands_above_them() -> None:
    draft = read(
        "#1　体系",
        [
            "基本目標 | プロジェクト | 施策",
            "1 つなぐ | 1 路線の再編 | 1-1 幹線の維持",
            "2 守る | 2 利用の促進 | 2-1 割引",
        ],
        "#2　内容",
        "##プロジェクト1　路線の再編",
        ["施策 | 担当課", "1-1 幹線の維持 | 企画課"],
        "##プロジェクト2　利用の促進",
        ["施策 | 担当課", "2-1 割引 | 福祉課"],
    )  # fmt: skip
    assert [(i.id, i.departments) for i in draft.items] == [
        ("1", ()),
        ("1/1", ()),
        ("1/1/1-1", ("企画課",)),
        ("2", ()),
        ("2/2", ()),
        ("2/2/2-1", ("福祉課",)),
    ]


def test_a_column_of_mixed_words_nests_by_its_place() -> None:
    draft = read(
        [
            "施策 | 取組の方向 | 事業名",
            "基本施策1 体制 | (1) 庁内 | 本部会議",
            "^ | (2) 庁外 | 連絡会",
            "重点施策1 高齢者 | (1) 孤立 | サロン",
            "^ | (2) 介護 | 交流会",
            "重点施策2 働く人 | (1) 啓発 | 出前講座",
        ]
    )
    labels = {item.id: item.label for item in draft.items}
    parents = {item.label: labels.get(item.parent or "") for item in draft.items}
    assert (
        parents["重点施策2 働く人"] if "重点施策2 働く人" in parents else parents["働く人"]
    ) is None
    assert (parents["孤立"], parents["介護"], parents["啓発"]) == ("高齢者", "高齢者", "働く人")
    assert parents["出前講座"] == "啓発"


def test_what_follows_a_table_is_about_the_heading_over_it() -> None:
    draft = read(
        "##施策1　子育て支援",
        ["主な事業 | 担当課", "一時預かり | こども課"],
        ["成果指標 | 現状値（R6） | 目標値（R12）", "待機児童数 | 12人 | 0人"],
        "##施策2　学校教育",
        ["主な事業 | 担当課", "校舎改修 | 教育課"],
    )
    assert [(i.name, i.item) for i in draft.indicators] == [("待機児童数", "1")]


def test_a_column_of_status_is_no_level() -> None:
    draft = read(
        [
            "施策 | 事業名 | 方向性",
            "1 子育て | 一時預かり | 拡充",
            "^ | 児童館 | 継続",
            "2 教育 | 校舎改修 | 新規",
        ]
    )
    assert {item.level_name for item in draft.items} == {"施策", "事業"}


def test_codes_of_any_length_beside_their_level() -> None:
    draft = read(
        [
            "政策コード | 政策 | 課題コード | 課題 | 作成課",
            "3 | 人を育てる | 31101000 | 子育ての支援 | こども課",
            "3 | 人を育てる | 31102000 | 保育の充実 | 保育課",
            "4 | 環境を守る | 41101000 | 水の保全 | 環境課",
        ]
    )
    assert [i.code or i.printed_number for i in draft.items] == [
        "3", "31101000", "31102000", "4", "41101000",
    ]  # fmt: skip
    assert draft.items[1].departments == ("こども課",)


def test_blank_header_cells_belong_to_the_one_on_their_left() -> None:
    draft = read(
        [
            "基本目標 |  | 施策 |  | 担当課 | 予算（千円） |",
            "№ | 名称 | № | 名称 |  | R8 | R9",
            "1 | 安心して暮らす | 1 | 見守りの輪を広げる | 福祉課 | 100 | 110",
            "1 | 安心して暮らす | 2 | 避難の備え | 防災課 | 200 | 210",
            " | 小計 |  |  |  | 300 | 320",
            "2 | 学びを楽しむ | 1 | 図書館の充実 | 図書館 | 50 | 50",
            " | 合計 |  |  |  | 350 | 370",
        ]
    )
    assert rows(draft) == TREE


def test_a_level_below_rows_of_its_own_with_numbers_in_a_column_without_header() -> None:
    draft = read(
        [
            "基本目標 | 施策 | 取組 |  | 市民 | 市 | 所管課",
            "基本目標1/n安心して暮らす |  |  |  |  |  |",
            " | (1) 見守りの輪を広げる |  |  |  |  |",
            " |  | ① | 声かけ運動 | ○ | ◎ | 福祉課",
            " |  | ② | 訪問相談 |  | ◎ | 福祉課",
            "基本目標2/n人が集まるまち |  |  |  |  |  |",
            " | (1) 図書館の充実 |  |  |  |  |",
            " |  | ① | 読み聞かせ | ◎ | ○ | 図書館",
            "凡例 |  | ◎：主体となる　○：協力する |  |  |  |",
        ]
    )
    assert [(level, label) for level, _, label, _ in rows(draft)] == [
        ("基本目標", "安心して暮らす"), ("施策", "見守りの輪を広げる"),
        ("取組", "声かけ運動"), ("取組", "訪問相談"),
        ("基本目標", "人が集まるまち"), ("施策", "図書館の充実"), ("取組", "読み聞かせ"),
    ]  # fmt: skip


def test_a_number_on_its_own_line_of_a_cell_counts_nobody() -> None:
    draft = read(
        [
            "基本目標1/n安心して暮らす | (1) 見守りの輪を広げる",
            "^ | (2) 避難の備え",
            "基本目標2/n人が集まるまち | (1) 図書館の充実",
        ]
    )
    assert [label for _, _, label, above in rows(draft) if above is None] == [
        "安心して暮らす",
        "人が集まるまち",
    ]


def test_actions_printed_again_below_their_measure_under_a_shorter_name() -> None:
    draft = read(
        [
            "基本目標 | 施策 | 主要事業",
            "1 安心して暮らす | 1 見守りの輪を広げる | 1 声かけ運動/n2 訪問相談",
        ],
        "#基本目標1　安心して暮らす",
        "##施策1　見守りの輪を広げる",
        ["№ | 事業名 | 内容 | 担当課", "1 | 声かけ運動 | 町会と行う。 | 福祉課"],
    )
    assert [(level, label) for level, _, label, _ in rows(draft)][2:] == [
        ("主要事業", "声かけ運動"),
        ("主要事業", "訪問相談"),
    ]
    assert draft.items[2].departments == ("福祉課",)


def test_departments_of_the_city_stand_beside_others() -> None:
    draft = read(
        [
            "基本目標 | 施策 | 市の担当課 | 関係機関",
            "1 安心して暮らす | (1) 見守りの輪を広げる | 福祉課 | 警察署",
            "^ | (2) 避難の備え | 防災課 | 消防団本部",
        ]
    )
    assert [i.departments for i in draft.items if i.level_name == "施策"] == [
        ("福祉課",),
        ("防災課",),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "第2期計画の基本方針 | 第3期計画の基本目標 | 考え方",
        "現行計画の施策 | 次期計画の施策 | 備考",
        "前期基本計画の政策 | 後期基本計画の施策 | 見直しの理由",
    ],
)
def test_what_became_of_the_items_of_another_edition_is_no_tree(header: str) -> None:
    draft = read(
        [header, "1 見守る | 1 安心して暮らす | 継承", "2 備える | 2 学びを楽しむ | 再編"],
        "#基本目標1　安心して暮らす",
        "##施策1　見守りの輪を広げる",
        "##施策2　避難の備え",
        "#基本目標2　学びを楽しむ",
        "##施策1　図書館の充実",
    )
    assert rows(draft) == TREE


def test_two_levels_of_one_edition_are_a_tree() -> None:
    draft = read(
        [
            "第3期計画の基本目標 | 施策",
            "1 安心して暮らす | 1 見守りの輪を広げる",
            "^ | 2 避難の備え",
        ]
    )
    assert [label for _, _, label, _ in rows(draft)] == [label for _, _, label, _ in TREE[:3]]


def test_fields_beside_names_of_indicators_are_no_level() -> None:
    draft = read(
        "#基本目標1　安心して暮らす",
        "##施策1　見守りの輪を広げる",
        "##施策2　避難の備え",
        "#基本目標2　学びを楽しむ",
        "##施策1　図書館の充実",
        ["施策分野 | 主要KPI候補 | データソース", "見守り | 訪問件数 | 市の実績"],
    )
    assert rows(draft) == TREE
