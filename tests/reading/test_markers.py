"""Every way in which plans number headings and lists, and numbers that number nothing."""

from __future__ import annotations

import time

import pytest

from alignchecker.reading.markers import (
    bare_marker,
    headed_list,
    read_lead,
    read_marker,
    split_inline,
)
from alignchecker.reading.numerals import number_text, value
from tests.reading.drafting import draft


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("1 見守りの推進", "plain", "1"),
        ("１　見守りの推進", "plain", "1"),
        ("1「見守り」の推進", "plain", "1"),
        ("一　見守りの推進", "kanji", "1"),
        ("十二、見守りの推進", "kanji", "12"),
        ("一二　見守りの推進", "kanji", "12"),
        ("Ⅰ 見守りの推進", "roman", "1"),
        ("Ⅳ．見守りの推進", "roman", "4"),
        ("I. 見守りの推進", "roman", "1"),
        ("ⅰ 見守りの推進", "roman-small", "1"),
        ("i) 見守りの推進", "close-roman-small", "1"),
        ("(ii) 見守りの推進", "paren-roman-small", "2"),
        ("1. 見守りの推進", "dot", "1"),
        ("１．見守りの推進", "dot", "1"),
        ("⒈見守りの推進", "dot", "1"),
        ("1、見守りの推進", "comma", "1"),
        ("1，見守りの推進", "comma", "1"),
        ("(1) 見守りの推進", "paren", "1"),
        ("（１）見守りの推進", "paren", "1"),
        ("⑴見守りの推進", "paren", "1"),
        ("（一）見守りの推進", "paren-kanji", "1"),
        ("㈠見守りの推進", "paren-kanji", "1"),
        ("[1] 見守りの推進", "bracket", "1"),
        ("【１】見守りの推進", "bracket", "1"),
        ("〔Ⅱ〕見守りの推進", "bracket-roman", "2"),
        ("1）見守りの推進", "close", "1"),
        ("1）1）見守りの推進", "close", "1"),
        ("1）(1) 見守りの推進", "close", "1"),
        ("①見守りの推進", "circled", "1"),
        ("㉑ 見守りの推進", "circled", "21"),
        ("❶見守りの推進", "black", "1"),
        ("㊀見守りの推進", "circled-kanji", "1"),
        ("ア 見守りの推進", "kana", "1"),
        ("ｱ 見守りの推進", "kana", "1"),
        ("イ．見守りの推進", "kana", "2"),
        ("シ　見守りの推進", "kana", "12"),
        ("（ア）見守りの推進", "paren-kana", "1"),
        ("（ｲ）見守りの推進", "paren-kana", "2"),
        ("ア）見守りの推進", "close-kana", "1"),
        ("a 見守りの推進", "latin-small", "1"),
        ("ａ　見守りの推進", "latin-small", "1"),
        ("(b) 見守りの推進", "paren-latin-small", "2"),
        ("A. 見守りの推進", "dot-latin", "1"),
        ("第1章 見守りの推進", "chapter:章", "1"),
        ("第２章　見守りの推進", "chapter:章", "2"),
        ("第一節 見守りの推進", "chapter:節", "1"),
        ("第三部見守りの推進", "chapter:部", "3"),
        ("第1項 見守りの推進", "ordinal:項", "1"),
        ("第１　見守りの推進", "ordinal", "1"),
        ("第二　見守りの推進", "ordinal-kanji", "2"),
        ("1-2 見守りの推進", "hier2", "1-2"),
        ("１－２　見守りの推進", "hier2", "1-2"),
        ("1－(2) 見守りの推進", "hier2", "1-2"),
        ("1-(2)見守りの推進", "hier2", "1-2"),
        ("1.2.3 見守りの推進", "hier3", "1-2-3"),
        ("1‐2‐3 見守りの推進", "hier3", "1-2-3"),
        ("１ー２　見守りの推進", "hier2", "1-2"),
        ("1-1-① 見守りの推進", "hier3", "1-1-1"),
        ("1-1-①見守りの推進", "hier3", "1-1-1"),
        ("1-1①見守りの推進", "hier3", "1-1-1"),
        ("1-1. 見守りの推進", "hier2", "1-1"),
        ("一－二　見守りの推進", "hier2", "1-2"),
        ("Ⅱ-1-(3) 見守りの推進", "hier3", "2-1-3"),
        ("A-1 見守りの推進", "hier2", "1-1"),
        ("1101 見守りの推進", "code4", "1101"),
        ("一一〇一　見守りの推進", "code4", "1101"),
        ("## 1-2 見守りの推進", "h2:hier2", "1-2"),
    ],
)
def test_numbered_headings(line: str, style: str, number: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.style, marker.number, marker.word) == (style, number, None)
    assert marker.label.endswith("見守り」の推進" if "「" in line else "見守りの推進")


@pytest.mark.parametrize(
    ("line", "word", "number"),
    [
        ("基本目標1 支え合うまち", "基本目標", "1"),
        ("基本目標１　支え合うまち", "基本目標", "1"),
        ("基本目標Ⅰ 支え合うまち", "基本目標", "1"),
        ("基本目標ⅰ 支え合うまち", "基本目標", "1"),
        ("基本目標一　支え合うまち", "基本目標", "1"),
        ("基本目標一「支え合うまち」", "基本目標", "1"),
        ("基本目標十二　支え合うまち", "基本目標", "12"),
        ("基本目標：1 支え合うまち", "基本目標", "1"),
        ("基本目標 1：支え合うまち", "基本目標", "1"),
        ("基本目標1人と人が支え合うまち", "基本目標", "1"),
        ("目標その1 支え合うまち", "目標", "1"),
        ("目標その一　支え合うまち", "目標", "1"),
        ("目標 第1 支え合うまち", "目標", "1"),
        ("施策1-1 支え合うまち", "施策", "1-1"),
        ("施策１－（１）支え合うまち", "施策", "1-1"),
        ("施策Ⅰ-2 支え合うまち", "施策", "1-2"),
        ("施策（1）支え合うまち", "施策", "1"),
        ("施策（一）支え合うまち", "施策", "1"),
        ("施策⑴支え合うまち", "施策", "1"),
        ("施策ア 支え合うまち", "施策", "1"),
        ("施策A 支え合うまち", "施策", "1"),
        ("施策1101 支え合うまち", "施策", "1101"),
        ("【施策1】支え合うまち", "施策", "1"),
        ("【施策１】　支え合うまち", "施策", "1"),
        ("■取組①　支え合うまち", "取組", "1"),
        ("取組❷支え合うまち", "取組", "2"),
        ("取組1-1-① 支え合うまち", "取組", "1-1-1"),
        ("(1) 施策1：支え合うまち", "施策", "1"),
    ],
)
def test_level_words_with_numbers(line: str, word: str, number: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.style, marker.number) == (f"word:{word}", number)
    assert marker.label.endswith("支え合うまち")


NOT_NUMBERS = (
    "3つの柱", "3 つの柱", "80%", "80 %", "令和8年", "2026年 の見直し", "2026 年度の見直し",
    "100人",
    "100 人", "1日", "1 日", "5か年計画", "5 か年計画", "24時間対応", "24 時間", "1.5倍",
    "1.5 倍", "1/2",
    "1/2 補助", "2-3歳児の遊び", "2-3 歳児の遊び", "0歳", "0 歳児", "1人ひとり",
    "1 人ひとりの暮らし",
    "一人ひとり", "一体的", "一体的 な", "三世代", "十分な", "十分 な", "第1子", "第3次",
    "第3次 の計画", "第2期",
    "第１条", "第１条 目的", "第1 条", "第1項目", "第1部会", "4月1日", "4 月1日", "1億",
    "1 億円", "65歳以上",
    "65 歳以上", "10代", "10 代", "1,000人", "1、2歳", "12～15", "8050問題", "二十歳",
    "アクセス", "イ",
    "e-mail", "AI の活用", "a school",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_NUMBERS)
@pytest.mark.parametrize("behind", ["", "の見守り"])
def test_numbers_that_number_nothing(text: str, behind: str) -> None:
    assert read_marker(text + behind) is None


@pytest.mark.parametrize(
    "text",
    [
        "目標3つの柱", "目標80%の達成", "目標値 80% の達成", "目標100人が参加", "目標 100 人",
        "取組10代の居場所",
        "施策2-3歳児の遊び", "事業1億円", "プラン2030", "ビジョン2030 概要版",
        "目標一体的な支援", "目標三世代の交流",
        "目標一人ひとりの参加", "施策アクセスの改善", "目標2026年",
        "基本目標1では、見守りを進めます",
    ],
)  # fmt: skip
def test_level_words_that_number_nothing(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("(1) 学び (2) 遊び", ["(1) 学び", "(2) 遊び"]),
        ("（一）学び（二）遊び", ["（一）学び", "（二）遊び"]),
        ("①学び②遊び", ["①学び", "②遊び"]),
        ("⑴学び⑵遊び", ["⑴学び", "⑵遊び"]),
        ("一、学び 二、遊び", ["一、学び", "二、遊び"]),
        ("育ち (1) 学び (2) 遊び", ["育ち (1) 学び (2) 遊び"]),
        ("1 目的は (1) 学び (2) 遊びです。", ["1 目的は (1) 学び (2) 遊びです。"]),
        ("(1) 学び (仮称)", ["(1) 学び (仮称)"]),
        ("(1) 学び (3) 遊び", ["(1) 学び (3) 遊び"]),
    ],
)
def test_inline_lists(text: str, parts: list[str]) -> None:
    assert split_inline(text) == parts


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1. 育ち (1) 学び (2) 遊び", "(1) 学び (2) 遊び"),
        ("基本目標1 育ち　①学び ②遊び", "①学び ②遊び"),
        ("第1章 育ち 一、学び 二、遊び", "一、学び 二、遊び"),
        ("1. 育ち(1)学び(2)遊び", None),
        ("1. 育ち (2) 学び (3) 遊び", None),
        ("1. 育ち (1) 学び", None),
        ("1 目的は (1) 学び (2) 遊びです。", None),
    ],
)
def test_list_behind_a_heading(text: str, rest: str | None) -> None:
    start = headed_list(text)
    assert (None if start is None else text[start:]) == rest


@pytest.mark.parametrize("text", ["(2)", "②", "1.", "1", "基本目標1", "Ⅱ", "（一）", "1-2"])
def test_numbers_alone(text: str) -> None:
    assert bare_marker(text) is not None


@pytest.mark.parametrize("text", ["", "見守り", "(2) 見守り", "3つ", "80%", "基本目標", "・"])
def test_what_is_no_number_alone(text: str) -> None:
    assert bare_marker(text) is None


def test_each_numbering_is_a_level_of_its_own() -> None:
    text = (
        "基本目標一　支え合うまち\n施策（一）見守り\n取組①　声かけ\n取組②　訪問\n"
        "施策（二）居場所\n取組①　広場\n基本目標二　学ぶまち\n施策（一）図書館\n取組❶　本\n"
    )
    assert [item.id for item in draft(text).items] == [
        "1", "1/1", "1/1/1", "1/1/2", "1/2", "1/2/1", "2", "2/1", "2/1/1",
    ]  # fmt: skip


def test_values() -> None:
    every = ("①", "⑳", "㉑", "㊿", "➀", "❶", "⓫", "➓", "㊉", "⒇", "㈩", "⒛", "Ⅻ", "ⅰ", "ｺ")
    assert [value(text) for text in every] == [
        1,
        20,
        21,
        50,
        1,
        1,
        11,
        10,
        10,
        20,
        10,
        20,
        12,
        1,
        10,
    ]
    assert number_text("1-あ") is None


@pytest.mark.parametrize(
    "line",
    [
        "■" * 30_000 + "x", "■" + " " * 30_000 + "x", "施策" + " " * 30_000 + "x",
        "1" + " " * 30_000 + "つ",
        "1-" * 15_000 + "x", "(1)" * 10_000, "一" * 30_000, "1 (1) " * 8000, "・" * 30_000,
        "基本" * 15_000,
        "施策1" + "-1" * 15_000 + "つ",
    ],
)  # fmt: skip
def test_long_lines_take_no_long_time(line: str) -> None:
    start = time.process_time()
    read_marker(line)
    read_lead(line)
    split_inline(line)
    assert time.process_time() - start < 2
