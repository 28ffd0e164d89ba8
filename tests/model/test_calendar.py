"""Every way in which municipal plans write years, periods and dates."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignchecker.model.calendar import dates, fiscal_year_label, kanji_number, periods, year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和8年度", 2026),
        ("令和元年度", 2019),
        ("平成31年度", 2019),
        ("平成31年度＝2019", 2019),
        ("平成31（令和元）年度", 2019),
        ("昭和60年度", 1985),
        ("大正12年", 1923),
        ("R8", 2026),
        ("H27", 2015),
        ("Ｓ６０年度", 1985),
        ("㋿8年度", 2026),
        ("令8年度", 2026),
        ("2026年度", 2026),
        ("２０２６年度", 2026),
        ("西暦2026年", 2026),
        ("FY2026", 2026),
        ("令和八年度", 2026),
        ("令和十二年度", 2030),
        ("令和一二年度", 2030),
        ("二〇二六年度", 2026),
        ("昭和六十三年", 1988),
        ("令和 8 年度", 2026),
        ("8050問題", None),
        ("100人", None),
        ("2000人", None),
        ("1,950世帯", None),
        ("2,026", None),
        ("令和0年度", None),
        ("令和の時代", None),
        ("’26年度", None),
        ("法令8", None),
        ("マグニチュードM7.3", None),
        ("H2Oの循環", None),
        ("FSR8型", None),
        ("国道134号", None),
        ("二〇二六人", None),
    ],
)
def test_year(text: str, expected: int | None) -> None:
    assert year(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("令和8年度から令和11年度までの4年間", 2026, 2029),
        ("令和8年度～令和12年度", 2026, 2030),
        ("令和8年度〜令和12年度", 2026, 2030),
        ("令和 8 年度 ～ 令和 12 年度", 2026, 2030),
        ("令和8年度→令和11年度", 2026, 2029),
        ("平成二十七年度―平成三十一年度", 2015, 2019),
        ("令和八年度から令和一二年度まで", 2026, 2030),
        ("二〇二六年度～二〇二九年度", 2026, 2029),
        ("平成27～31年度", 2015, 2019),
        ("令和8～11年度", 2026, 2029),
        ("令和8年度から11年度まで", 2026, 2029),
        ("平成30～令和5年度", 2018, 2023),
        ("平成30年度～令和4年度", 2018, 2022),
        ("平成31（令和元）年度～令和5年度", 2019, 2023),
        ("R8-R12", 2026, 2030),
        ("R8～12", 2026, 2030),
        ("Ｒ８－Ｒ１２", 2026, 2030),
        ("Ｒ８年度－Ｒ１２年度", 2026, 2030),
        ("令8年度～令12年度", 2026, 2030),
        ("㍻30年度～㋿4年度", 2018, 2022),
        ("2026年度～2030年度", 2026, 2030),
        ("2026-2030年度", 2026, 2030),
        ("2026-2029", 2026, 2029),
        ("2026～29年度", 2026, 2029),
        ("令和８（2026）年度から令和12（2030）年度", 2026, 2030),
        ("令和８年度（2026年度）から令和12年度（2030年度）", 2026, 2030),
        ("令和８年度〔2026年度〕～令和12年度〔2030年度〕", 2026, 2030),
        ("2026（令和8）年度～2030（令和12）年度", 2026, 2030),
        ("西暦2026（令和8）年度～西暦2030（令和12）年度", 2026, 2030),
        ("前期5年（令和8年度～令和12年度）", 2026, 2030),
        ("令和8年4月～令和13年3月", 2026, 2030),
        ("令和8年4月1日から令和12年3月31日まで", 2026, 2029),
        ("令和8(2026)年4月1日から令和12(2030)年3月31日まで", 2026, 2029),
        ("令和八年四月一日から令和十二年三月三十一日まで", 2026, 2029),
        ("令和8年～令和12年3月", 2026, 2029),
        ("令和7年10月～令和12年3月", 2025, 2029),
        ("H31.4~R2.3", 2019, 2019),
        ("R8.4.1～R12.3.31", 2026, 2029),
        ("2026/4/1～2030/3/31", 2026, 2029),
        ("2026-04-01～2030-03-31", 2026, 2029),
        ("2026年度から4年間", 2026, 2029),
        ("令和2年度から10年間", 2020, 2029),
        ("令和8年度からの五か年計画", 2026, 2030),
        ("令和８年度（2026年度）から10年間", 2026, 2035),
        ("令和8年4月から4年間", 2026, 2029),
    ],
)
def test_periods(text: str, first: int, last: int) -> None:
    found = [found.period for found in periods(text)]
    assert [(period.first, period.last) for period in found] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "令和12年度～令和8年度",
        "令和0年度～令和3年度",
        "令和8年度～令和99年度",
        "3～5歳",
        "令和8年度のみ",
        "令和8年度、令和9年度",
        "令和8年度から実施し、4年間で見直す",
        "令和8年度から4年間ごとに見直す",
        "’26～’29",
        "R8-12",
        "2026-12",
        "令和8～11",
        "令和7年6月1日から令和7年8月31日まで",
        "令和8年10月～令和9年2月",
        "令和8年1月～令和10年12月",
        "令和8年10月から4年間",
        "M6～M7",
        "1,950～2,026",
        "1950～2026人",
    ],
)
def test_no_period(text: str) -> None:
    assert list(periods(text)) == []


def test_two_periods_in_one_text() -> None:
    text = "前期（令和8～12年度）、後期（令和13年度から5年間）"
    assert [(f.period.first, f.period.last, text[f.start : f.end]) for f in periods(text)] == [
        (2026, 2030, "令和8～12年度"),
        (2031, 2035, "令和13年度から5年間"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和8年3月", ["2026-03"]),
        ("令和５年１２月２２日に閣議決定", ["2023-12-22"]),
        ("R6.4.1", ["2024-04-01"]),
        ("平成二十七年三月", ["2015-03"]),
        ("令和八年三月三十一日", ["2026-03-31"]),
        ("令和8（2026）年3月", ["2026-03"]),
        ("2026年3月", ["2026-03"]),
        ("2026/3/31", ["2026-03-31"]),
        ("令和8年13月", []),
        ("令和8年2月30日", []),
        ("令和8年度", []),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert [date for date, _ in dates(text)] == expected


@given(st.integers(min_value=1870, max_value=2100))
def test_labels_are_read_back(fiscal_year: int) -> None:
    assert year(fiscal_year_label(fiscal_year, "ja")) == fiscal_year
    if fiscal_year >= 1900:
        assert fiscal_year > 2099 or year(fiscal_year_label(fiscal_year, "en")) == fiscal_year


@pytest.mark.parametrize(
    ("text", "number"),
    [("十", 10), ("二十", 20), ("九十九", 99), ("一二", 12), ("一一〇一", 1101), ("１２", 12)],
)
def test_kanji_number(text: str, number: int) -> None:
    assert kanji_number(text) == number


@pytest.mark.parametrize("text", ["", "百", "十十", "abc", "〇一", "二十〇", "一〇〇〇〇", "①"])
def test_no_number(text: str) -> None:
    assert kanji_number(text) is None


@pytest.mark.parametrize(
    "text", ["令和8" + " " * 50_000 + "x", "令和8年度" * 8000, "R8~x" * 15_000, "(" * 50_000]
)
def test_long_lines_take_no_long_time(text: str) -> None:
    start = time.process_time()
    assert list(periods(text)) == []
    list(dates(text))
    assert time.process_time() - start < 2
