"""Indicators, progress sheets and lists of departments, from tables of several shapes."""

from __future__ import annotations

import pytest

from alignchecker.model.plan import Operator, Scope, ValueKind
from tests.reading.contents import read
from tests.reading.drafting import draft as draft_of_text

GOAL = "#基本目標1　安心して暮らす"
MEASURE = "##施策1　見守りの輪を広げる"
NEXT = "##施策2　避難の備え"


def test_a_table_below_a_measure_is_about_it() -> None:
    draft = read(
        GOAL,
        MEASURE,
        "声かけを行います。",
        [
            "指標名 | 単位 | 現状値（令和6年度） | 中間目標（R8） | 目標値（令和11年度） | 担当課",
            "見守り協力者数（累計） | 人 | 120 | 150 | 200以上 | 福祉課・こども課",
            "訪問を知っている市民の割合（再掲） | ％ | ― | 維持 | 前年比増 | 福祉課",
        ],
        NEXT,
    )
    first, second = draft.indicators
    assert (first.id, first.item, first.name) == ("1/1/i1", "1/1", "見守り協力者数（累計）")
    assert (first.unit, first.scope, first.departments) == (
        "人",
        Scope.CUMULATIVE,
        ("福祉課", "こども課"),
    )
    assert [(v.kind, v.fiscal_year, v.operator) for v in first.values] == [
        (ValueKind.BASELINE, 2024, Operator.EQ),
        (ValueKind.TARGET, 2026, Operator.EQ),
        (ValueKind.TARGET, 2029, Operator.GE),
    ]
    assert [v.operator for v in second.values] == [None, Operator.MAINTAIN, Operator.TEXT]
    assert second.repeated
    assert first.position.cell == "A2"
    assert [v.position.cell for v in first.values] == ["C2", "D2", "E2"]
    assert draft.items[1].departments == ()
    assert draft.items[1].text == "声かけを行います。"


def test_a_list_of_indicators_at_the_end_names_the_measures() -> None:
    draft = read(
        GOAL,
        MEASURE,
        NEXT,
        "#資料編",
        [
            "施策 | 成果指標 | 基準値/n（R6） | 目標値/n（R11）",
            "1 見守りの輪を広げる | 協力者数 | 120人 | 200人",
            "2 避難の備え | 訓練参加者数 | 50人 | 80人",
            "^ | 備蓄食の数 | 1,000食 | 2,000食",
        ],
    )
    assert [(i.name, i.item) for i in draft.indicators] == [
        ("協力者数", "1/1"),
        ("訓練参加者数", "1/2"),
        ("備蓄食の数", "1/2"),
    ]


def test_indicators_under_no_item_are_the_plans() -> None:
    draft = read(
        "#第1章　成果指標",
        ["指標 | 現状 | 目標", "住みよいと思う市民の割合 | 61.2％ | 70％"],
        GOAL,
        MEASURE,
    )
    (indicator,) = draft.indicators
    assert (indicator.id, indicator.item) == ("i1", None)
    assert [v.kind for v in indicator.values] == [ValueKind.BASELINE, ValueKind.TARGET]
    assert [v.fiscal_year for v in indicator.values] == [None, None]


def test_a_row_with_two_numbers_is_two_indicators() -> None:
    draft = read(
        GOAL,
        MEASURE,
        [
            "指標 | 現状値 | 目標値",
            "健康寿命 | 男性 79.8年/n女性 84.1年 | 男性 80.5年/n女性 84.5年",
        ],
    )
    assert [(i.name, [str(v.number) for v in i.values]) for i in draft.indicators] == [
        ("健康寿命（男性）", ["79.8", "80.5"]),
        ("健康寿命（女性）", ["84.1", "84.5"]),
    ]


def test_a_name_in_two_columns() -> None:
    draft = read(
        GOAL,
        MEASURE,
        [
            "指標 | < | 現状値 | 目標値",
            "健康寿命 | 男性 | 79.8年 | 80.5年",
            "^ | 女性 | 84.1年 | 84.5年",
        ],
    )
    assert [i.name for i in draft.indicators] == ["健康寿命（男性）", "健康寿命（女性）"]


def test_figures_of_a_project_are_its_own_indicator() -> None:
    draft = read(
        GOAL,
        MEASURE,
        ["事業名 | 現状値（R6） | 目標値（R11） | 担当課", "配食サービス | 30人 | 50人 | 福祉課"],
    )
    (indicator,) = draft.indicators
    assert (indicator.name, indicator.item) == ("配食サービス", "1/1/a1")
    assert draft.items[-1].departments == ("福祉課",)


def test_indicators_in_a_text_with_tabs() -> None:
    draft = draft_of_text(
        "基本目標1　安心して暮らす\n施策1　見守りの輪を広げる\n"
        "指標\t単位\t現状値（R6）\t目標値（R11）\n協力者数\t人\t120\t200以上\n\n施策2　避難の備え\n"
    )
    (indicator,) = draft.indicators
    assert (indicator.name, indicator.unit, indicator.item) == ("協力者数", "人", "1/1")
    assert [(v.fiscal_year, str(v.number)) for v in indicator.values] == [
        (2024, "120"),
        (2029, "200"),
    ]


def test_an_indicator_printed_twice_is_one() -> None:
    table = ["指標 | 現状値 | 目標値", "協力者数 | 120人 | 200人"]
    draft = read("#成果指標一覧", table, GOAL, MEASURE, table)
    assert [(i.id, i.item) for i in draft.indicators] == [("1/1/i1", "1/1")]


def test_progress_sheet_with_years_in_its_headers() -> None:
    draft = read(
        [
            "施策 | 令和7年度 | < | 令和8年度 | <",
            "^ | 取組実績 | 評価 | 取組実績 | 評価",
            "1 見守りの輪を広げる | 訪問12回 | B | 訪問20回 | A",
            "2 避難の備え | 訓練1回 | C |  | ",
        ]
    )
    found = [(p.item, p.fiscal_year, p.evaluation, p.text) for p in draft.progress]
    assert found == [
        ("1", 2025, "B", "訪問12回"),
        ("1", 2026, "A", "訪問20回"),
        ("2", 2025, "C", "訓練1回"),
    ]


def test_progress_sheet_with_the_year_in_its_title() -> None:
    draft = read(
        "令和7年度　潮見市地域福祉計画　進捗管理シート",
        [
            "No. | 事業名 | 担当課 | 実施状況 | 進捗評価",
            "1 | 配食サービス | 福祉課 | 50人が利用した | 順調",
            "2 | 声かけ訪問 | 福祉課 | 0回 | 遅れ",
        ],
    )
    assert [(p.item, p.fiscal_year, p.evaluation) for p in draft.progress] == [
        ("1", 2025, "順調"),
        ("2", 2025, "遅れ"),
    ]
    assert draft.progress[0].text == "50人が利用した"


def test_evaluation_without_a_year_is_no_record() -> None:
    draft = read(["事業名 | 評価", "配食サービス | A", "声かけ訪問 | B"])
    assert draft.progress == ()


def test_list_of_departments() -> None:
    draft = read(
        "潮見市の組織の変遷",
        [
            "課名 | 設置年月日 | 廃止年月日 | 後継の課",
            "児童課 | 平成20年4月1日 | 令和7年3月31日 | こども未来課・子育て支援課",
            "こども未来課 | 令和7年4月1日 |  | ",
            "企画課 | 平成20年度 | 令和5年度 | ―",
        ],
    )
    assert [(d.name, d.first, d.last, d.successors) for d in draft.departments] == [
        ("児童課", "2008-04-01", "2025-03-31", ("こども未来課", "子育て支援課")),
        ("こども未来課", "2025-04-01", None, ()),
        ("企画課", "2008-04-01", "2024-03-31", ()),
    ]
    assert draft.warnings == ()


@pytest.mark.parametrize("header", ["課名 | 電話 | 備考", "課名 | 設置年月日 | 場所"])
def test_other_lists_of_departments(header: str) -> None:
    assert read([header, "福祉課 | 令和7年4月1日 | 本庁"]).departments == ()


def test_plain_years_after_the_year_of_record_are_targets() -> None:
    draft = read(
        GOAL,
        MEASURE,
        [
            "指標名 | 単位 | 令和5年度（実績） | 令和6年度 | 令和7年度",
            "見守り協力者数 | 人 | 120 | 150 | 維持",
        ],
    )
    assert [(v.kind, v.fiscal_year) for v in draft.indicators[0].values] == [
        (ValueKind.BASELINE, 2023), (ValueKind.TARGET, 2024), (ValueKind.TARGET, 2025),
    ]  # fmt: skip


def test_several_years_of_record_say_nothing_of_plain_years() -> None:
    draft = read(
        GOAL,
        MEASURE,
        [
            "指標名 | 令和4年度（実績） | 令和5年度（実績） | 令和6年度",
            "見守り協力者数 | 110 | 120 | 150",
        ],
    )
    assert [v.kind for v in draft.indicators[0].values] == [ValueKind.ACTUAL, ValueKind.ACTUAL]


def test_headers_of_older_plans() -> None:
    draft = read(
        GOAL,
        MEASURE,
        ["成果指標 | 単位 | 当初（H12） | ５か年目標（H17）", "利用者数 | 人 | なし | 1,400"],
    )
    assert [(v.kind, v.fiscal_year) for v in draft.indicators[0].values] == [
        (ValueKind.BASELINE, 2000), (ValueKind.TARGET, 2005),
    ]  # fmt: skip


def test_goals_beside_an_indicator_with_target_stay_goals() -> None:
    draft = read(
        [
            "目標 | 目標指標 | 単位 | 現状値（H27） | < | 目標値（H33）",
            "来訪者の拡大 | 年間利用者数 | 人 | 100 | → | 150",
            "空き店舗の解消 | 空き店舗数 | 店 | 88 | → | ―",
        ]
    )
    assert [item.label for item in draft.items] == ["来訪者の拡大", "空き店舗の解消"]
    values = [(i.name, [(v.kind, v.quoted_as) for v in i.values]) for i in draft.indicators]
    assert values == [
        ("年間利用者数", [(ValueKind.BASELINE, "100"), (ValueKind.TARGET, "150")]),
        ("空き店舗数", [(ValueKind.BASELINE, "88"), (ValueKind.TARGET, "―")]),
    ]


def test_dashes_for_name_and_values_are_no_indicator() -> None:
    draft = read(
        [
            "施策 | 指標 | 現状（R5） | 目標（R10）",
            "見守りの輪を広げる | 協力者数 | 120 | 150",
            "避難の備え | ― | ― | ―",
        ]
    )
    assert [indicator.name for indicator in draft.indicators] == ["協力者数"]


def test_indicators_of_the_whole_plan_are_about_no_item() -> None:
    draft = read(
        [
            "基本目標 | 施策",
            "1 安心して暮らす | (1) 見守りの輪を広げる",
            "^ | (2) 避難の備え",
        ],
        [
            "基本目標 | 指標名 | 現状値（令和2年） | 目標値（令和7年）",
            "計画全体 | 住み続けたい人の割合 | 70％ | 75％",
            "安心して暮らす | 協力者数 | 120人 | 150人",
        ],
    )
    items = {indicator.name: indicator.item for indicator in draft.indicators}
    assert items == {"住み続けたい人の割合": None, "協力者数": "1"}
    assert "計画全体" not in [item.label for item in draft.items]


def test_a_card_gives_an_indicator_in_rows() -> None:
    draft = read(
        GOAL,
        [
            "施策名 | 1 見守りの輪を広げる",
            "担当課 | 福祉課",
            "指標 | 見守り協力者数",
            "現状値（令和4年度） | 120人",
            "目標値（令和10年度） | 150人以上",
        ],
    )
    (indicator,) = draft.indicators
    assert (indicator.name, indicator.item) == ("見守り協力者数", "1/1")
    assert [(v.kind, v.fiscal_year, v.operator) for v in indicator.values] == [
        (ValueKind.BASELINE, 2022, Operator.EQ),
        (ValueKind.TARGET, 2028, Operator.GE),
    ]
    assert draft.items[-1].departments == ("福祉課",)


def test_what_is_counted_may_stand_under_a_plain_word() -> None:
    draft = read(
        GOAL,
        MEASURE,
        ["項目 | 現状（令和4年度） | 目標（令和15年度）", "再造林率 | 68％ | 90％"],
    )
    assert [(i.name, len(i.values)) for i in draft.indicators] == [("再造林率", 2)]


def test_as_many_indicators_as_measures_are_of_the_actions_that_print_them() -> None:
    draft = read(
        [
            "基本目標 | 施策 | 事業 | 指標 | 基準値（R5） | 目標値（R10）",
            "1 安心して暮らす | (1) 見守りの輪を広げる | 声かけ運動 | － | － | －",
            "1 安心して暮らす | (1) 見守りの輪を広げる | 訪問相談 | 相談件数 | 10 | 20",
            "1 安心して暮らす | (2) 避難の備え | 訓練 | 参加者数 | 30 | 40",
            "1 安心して暮らす | (2) 避難の備え | 備蓄 | － | － | －",
        ]
    )
    labels = {item.id: item.label for item in draft.items}
    assert {i.name: labels[i.item or ""] for i in draft.indicators} == {
        "相談件数": "訪問相談",
        "参加者数": "訓練",
    }


def test_of_a_range_of_years_the_last_counts() -> None:
    draft = read(GOAL, ["指標 | 現状 | 目標", "開催数 | 24件（R元～R2平均） | 907件（R2～7年度）"])
    (indicator,) = draft.indicators
    assert [(v.fiscal_year, str(v.number)) for v in indicator.values] == [
        (2020, "24"),
        (2025, "907"),
    ]


@pytest.mark.parametrize(
    ("name", "plain", "unit"),
    [
        ("ごみの排出量（トン）", "ごみの排出量", "トン"),
        ("利用者数（人/年）", "利用者数", "人/年"),
        ("参加者数（人・累計）", "参加者数", "人"),
        ("参加者数（累計）", "参加者数（累計）", None),
        ("満足度（大人）", "満足度（大人）", None),
    ],
)
def test_a_unit_behind_the_name(name: str, plain: str, unit: str | None) -> None:
    (indicator,) = read(GOAL, ["指標 | 現状 | 目標", f"{name} | 10 | 20"]).indicators
    assert (indicator.name, indicator.unit) == (plain, unit)


@pytest.mark.parametrize(("offices", "own"), [(1, "福祉課"), (2, None)])
def test_an_office_printed_for_every_measure_is_not_the_plans(
    offices: int, own: str | None
) -> None:
    lines = ["青葉市環境計画", "令和8年3月", "青葉市", *["担当課：福祉課"] * offices]
    assert draft_of_text("\n".join(lines) + "\n").department == own


def test_a_year_in_a_column_of_its_own_is_that_of_the_value_before() -> None:
    draft = read(
        GOAL,
        MEASURE,
        ["指標 | 現状値 | 基準年度 | 目標値（令和11年度）", "見守り協力者数 | 120人 | H27 | 200人"],
    )
    assert [(v.kind, v.fiscal_year, v.quoted_as) for v in draft.indicators[0].values] == [
        (ValueKind.BASELINE, 2015, "120人"),
        (ValueKind.TARGET, 2029, "200人"),
    ]


def test_the_period_above_a_table_is_no_year_of_its_values() -> None:
    draft = read(
        [
            "計画期間 | 令和8年度～令和11年度 | | ",
            "施策 | 指標 | 現状値（令和6年度） | 目標値（令和11年度）",
            "見守りの輪を広げる | 見守り協力者数 | 120人 | 200人",
        ],
    )
    assert [v.fiscal_year for v in draft.indicators[0].values] == [2024, 2029]


@pytest.mark.parametrize("title", ["指標13　来訪者数", "【成果指標2】来訪者数", "指標1：来訪者数"])
def test_rows_below_the_heading_of_an_indicator_are_its_series(title: str) -> None:
    draft = read(
        f"#####{title}",
        "訪れた人の実人数",
        [
            "区分 | 単位 | 現状値 | 目標値",
            "市内 | 万人 | 30（R6年度） | 35（R11年度）",
            "市外 | 万人 | 40（R6年度） | 50（R11年度）",
        ],
        "#####指標14　宿泊者数",
        ["区分 | 単位 | 現状値 | 目標値", " | 万人 | 3（R6年度） | 5（R11年度）"],
        "####交通の充実",
        ["指標 | 単位 | 現状値 | 目標値", "バスの便数 | 便 | 3（R6年度） | 5（R11年度）"],
    )
    assert [(i.name, len(i.values)) for i in draft.indicators] == [
        ("来訪者数（市内）", 2),
        ("来訪者数（市外）", 2),
        ("宿泊者数", 2),
        ("バスの便数", 2),
    ]


def test_beside_what_a_plan_started_from_the_present_is_a_record() -> None:
    draft = read(
        GOAL,
        MEASURE,
        [
            "指標 | 策定時 | 現状値 | 目標値",
            "見守り協力者数 | 120人（R元年度） | 150人（R7年度） | 200人（R7年度）",
        ],
        ["指標 | 現状値 | 目標値", "訪問の件数 | 20件（R6年度） | 30件（R11年度）"],
    )
    kinds = [[value.kind for value in indicator.values] for indicator in draft.indicators]
    assert kinds == [
        [ValueKind.BASELINE, ValueKind.ACTUAL, ValueKind.TARGET],
        [ValueKind.BASELINE, ValueKind.TARGET],
    ]


def test_name_baseline_and_target_in_one_cell() -> None:
    draft = read(
        GOAL,
        [
            "施策 | 加わる視点 | 目標値（現状→令和11年度）",
            "1 見守りの輪 | 訪問を広げます。 | 見守り協力者数/n120人→200人",
            "2 避難の備え | 計画を作ります。 | 避難所の備蓄率/n56.8％→100％/n個別避難計画/n無→有",
        ],
    )
    assert [
        (i.name, [(v.kind, v.fiscal_year, v.quoted_as) for v in i.values]) for i in draft.indicators
    ] == [
        (
            "見守り協力者数",
            [(ValueKind.BASELINE, None, "120人"), (ValueKind.TARGET, 2029, "200人")],
        ),
        (
            "避難所の備蓄率",
            [(ValueKind.BASELINE, None, "56.8％"), (ValueKind.TARGET, 2029, "100％")],
        ),
        ("個別避難計画", [(ValueKind.BASELINE, None, "無"), (ValueKind.TARGET, 2029, "有")]),
    ]


def test_a_lost_header_left_of_the_target() -> None:
    draft = read(
        [
            "指標 |  | 目標 | ",
            "医療満足度 | 44.2％（令和4年度） | 58.0％（令和8年度） | 県民意識調査",
            "介護職員数 | 21,730人（令和3年度） | 23,339人（令和7年度） | 長寿介護課調べ",
        ],
        ["指標 |  | 目標 | ", "相談の体制 | 検討中 | 整備（令和8年度） | 福祉課調べ"],
    )
    assert [[(v.kind, v.fiscal_year) for v in i.values] for i in draft.indicators] == [
        [(ValueKind.BASELINE, 2022), (ValueKind.TARGET, 2026)],
        [(ValueKind.BASELINE, 2021), (ValueKind.TARGET, 2025)],
        [(ValueKind.TARGET, 2026)],
    ]


def test_a_sentence_with_dashes_is_no_indicator() -> None:
    draft = read(
        GOAL,
        MEASURE,
        [
            "成果指標 | ('22) 基準値 | ('28) 目標値",
            "地域の関係機関の連携が進んでいる。 | ― | ―",
            "交通マネジメントの強化（定性評価） | ― | ―",
            "見守り協力者数 | 120人 | ―",
        ],
    )
    assert [(i.name, [v.fiscal_year for v in i.values]) for i in draft.indicators] == [
        ("見守り協力者数", [2022, 2028])
    ]


def test_the_year_of_the_target_in_a_column_of_its_own() -> None:
    draft = read(
        [
            "指標 | 基準値 | 現状値 | 目標値 | 目標年 | 出典",
            "定員充足率 | R2 90.9％ | R6 93.8％ | 男 98％／女 99％ | R12 | 学事課調べ",
        ]
    )
    assert [(v.kind, v.fiscal_year) for i in draft.indicators for v in i.values] == [
        (ValueKind.BASELINE, 2020),
        (ValueKind.ACTUAL, 2024),
        (ValueKind.TARGET, 2030),
        (ValueKind.BASELINE, 2020),
        (ValueKind.ACTUAL, 2024),
        (ValueKind.TARGET, 2030),
    ]


def test_one_header_over_a_value_and_what_stands_beside_it() -> None:
    draft = read(
        [
            "指標 | 現状値（2024年度） | < | 目標値（2029年度） | <",
            "立地件数 | 128 | 3 | 172（2026～29累計） | 過去3年間の平均値（43件）の4年分",
            "合格者数 | 3,329 | ― | 23,420 | 全国7位を目指す",
        ]
    )
    assert [[v.quoted_as for v in i.values] for i in draft.indicators] == [
        ["128", "172（2026～29累計）"],
        ["3,329", "23,420"],
    ]


@pytest.mark.parametrize(("last", "is_held"), [(2024, False), (2028, True), (2029, True)])
def test_years_that_most_targets_lie_outside_are_not_the_period(
    last: int, *, is_held: bool
) -> None:
    rows = [f"見守り協力者数{n} | 120人 | 200人（{2025 + n}年度）" for n in range(1, 5)]
    draft = read(
        "潮見市地域福祉計画",
        "令和8年3月",
        "潮見市",
        f"本計画の期間は、2022年度から{last}年度までとします。",
        ["指標 | 現状値（2021年度） | 目標値", *rows],
    )
    assert (draft.period is not None) is is_held
