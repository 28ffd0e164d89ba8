"""Items that an overview lists and the body sets out under headings of another form."""

from __future__ import annotations

import pytest

from tests.reading.contents import read
from tests.reading.test_tables import TREE, rows

OVERVIEW = ["基本目標 | 内容", "1．安心して暮らす | 見守ります。", "2．学びを楽しむ | 支えます。"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("5-1　安心な暮らし（基本目標1）", "5-2　学びのよろこび（基本目標2）"),
        ("第1節　安心して暮らすために【基本目標１】", "第2節　学びを楽しむ【基本目標２】"),
    ],
)
def test_headings_that_say_which_item_they_set_out(first: str, second: str) -> None:
    draft = read(
        OVERVIEW,
        "#第5章 施策の展開",
        f"##{first}",
        "###施策1　見守りの輪を広げる",
        "###施策2　避難の備え",
        f"##{second}",
        "###施策1　図書館の充実",
    )
    assert rows(draft) == TREE


def test_one_heading_that_points_to_an_item_is_not_that_item() -> None:
    draft = read(
        OVERVIEW,
        "#第5章 施策の展開",
        "##5-1　遠くの友だち（基本目標2）",
        "##5-2　近くの友だち",
    )
    assert [label for _, _, label, _ in rows(draft)][:2] == ["安心して暮らす", "学びを楽しむ"]


def test_a_mark_behind_a_heading_makes_no_other_item() -> None:
    draft = read(
        [
            "基本目標 | 内容",
            "1．安心して暮らす | 見守ります。",
            "2．学びを楽しむ【新設】 | 支えます。",
        ],
        "【2つの基本目標】",
        ["1 | 安心して暮らす | → 5-1", "2 | 学びを楽しむ（独立した章） | → 5-2"],
    )
    assert [label for _, _, label, _ in rows(draft)] == ["安心して暮らす", "学びを楽しむ【新設】"]


def test_words_in_another_order_under_one_number_are_one_heading() -> None:
    draft = read(
        "#基本目標1　安全・安心なまち",
        "##施策1　見守りの輪を広げる",
        "達成度を測る指標",
        "#基本目標1　安心・安全なまち",
        "##施策2　避難の備え",
    )
    assert [(number, label) for _, number, label, _ in rows(draft)] == [
        ("1", "安全・安心なまち"),
        ("1", "見守りの輪を広げる"),
        ("2", "避難の備え"),
    ]
