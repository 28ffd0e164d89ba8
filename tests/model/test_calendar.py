"""Every way in which municipal plans write years, periods and dates."""

from __future__ import annotations

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
        ("R8", 2026),
        ("H27", 2015),
        ("2026年度", 2026),
        ("２０２６年度", 2026),
        ("令和八年度", 2026),
        ("昭和六十三年", 1988),
        ("8050問題", None),
        ("100人", None),
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
        ("令和8年度→令和11年度", 2026, 2029),
        ("平成二十七年度―平成三十一年度", 2015, 2019),
        ("平成27～31年度", 2015, 2019),
        ("平成30～令和5年度", 2018, 2023),
        ("R8-R12", 2026, 2030),
        ("Ｒ８－Ｒ１２", 2026, 2030),
        ("2026年度～2030年度", 2026, 2030),
        ("2026-2030年度", 2026, 2030),
        ("令和８（2026）年度から令和12（2030）年度", 2026, 2030),
        ("2026（令和8）年度～2030（令和12）年度", 2026, 2030),
        ("令和8年4月～令和13年3月", 2026, 2030),
        ("令和8年4月1日から令和13年3月31日まで", 2026, 2030),
    ],
)
def test_periods(text: str, first: int, last: int) -> None:
    found = [found.period for found in periods(text)]
    assert [(period.first, period.last) for period in found] == [(first, last)]


def test_no_period_backwards_or_without_years() -> None:
    assert not list(periods("令和12年度～令和8年度、3～5歳、令和8年度のみ"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和8年3月", ["2026-03"]),
        ("令和５年１２月２２日に閣議決定", ["2023-12-22"]),
        ("R6.4.1", ["2024-04-01"]),
        ("平成二十七年三月", ["2015-03"]),
        ("2026年3月", ["2026-03"]),
        ("令和8年13月", []),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert [date for date, _ in dates(text)] == expected


@given(st.integers(min_value=1870, max_value=2100))
def test_labels_are_read_back(fiscal_year: int) -> None:
    assert year(fiscal_year_label(fiscal_year, "ja")) == fiscal_year
    if fiscal_year >= 1900:
        assert fiscal_year > 2099 or year(fiscal_year_label(fiscal_year, "en")) == fiscal_year


@pytest.mark.parametrize("text", ["", "百", "十十", "abc", "二三"])
def test_no_number(text: str) -> None:
    assert kanji_number(text) is None
