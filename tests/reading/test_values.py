"""Cells of indicator tables as people fill them in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from alignchecker.model.plan import Operator, Scope
from alignchecker.reading.values import read_fiscal_year, read_values


@pytest.mark.parametrize(
    ("cell", "operator", "number", "unit"),
    [
        ("80", Operator.EQ, "80", None),
        ("８０．５％", Operator.EQ, "80.5", "%"),
        ("1,234人", Operator.EQ, "1234", "人"),
        ("▲3.2％", Operator.EQ, "-3.2", "%"),
        ("－12.5", Operator.EQ, "-12.5", None),
        ("120万円", Operator.EQ, "1200000", "円"),
        ("80％以上", Operator.GE, "80", "%"),
        ("2回以上/年", Operator.GE, "2", "回"),
        ("15人以下", Operator.LE, "15", "人"),
        ("30分以内", Operator.LE, "30", "分"),
        ("100％を維持", Operator.MAINTAIN, "100", "%"),
        ("約80％", Operator.EQ, "80", "%"),
        ("5か所", Operator.EQ, "5", "か所"),
        ("48.3千t-CO2", Operator.EQ, "48300", "t-CO2"),
        ("１．３１倍以上", Operator.GE, "1.31", "倍"),
    ],
)
def test_one_number(cell: str, operator: Operator, number: str, unit: str | None) -> None:
    (value,) = read_values(cell)
    assert (value.operator, value.number, value.unit) == (operator, Decimal(number), unit)
    assert value.quoted_as == cell


@pytest.mark.parametrize(
    ("cell", "lower", "upper"),
    [
        ("37.5～50％", "37.5", "50"),
        ("37.5%〜50%", "37.5", "50"),
        ("－3～5", "-3", "5"),
        ("▲40～▲45", "-45", "-40"),
    ],
)
def test_range(cell: str, lower: str, upper: str) -> None:
    (value,) = read_values(cell)
    assert value.operator is Operator.RANGE
    assert (value.lower, value.upper, value.number) == (Decimal(lower), Decimal(upper), None)


@pytest.mark.parametrize("cell", ["―", "－", "-", "ー", "—", "（―）", "未設定"])
def test_a_dash_is_not_set(cell: str) -> None:
    (value,) = read_values(cell)
    assert (value.operator, value.number) == (None, None)


@pytest.mark.parametrize("cell", ["", " ", "\n"])
def test_a_blank_cell_says_nothing(cell: str) -> None:
    assert read_values(cell) == ()


@pytest.mark.parametrize(
    "cell",
    ["前年比増", "全国平均以上", "過去最高値", "増加", "実施", "3.5％未満", "353→350", "令和6年度"],
)
def test_words_are_no_numbers(cell: str) -> None:
    (value,) = read_values(cell)
    assert (value.operator, value.number) == (Operator.TEXT, None)


def test_maintain_with_the_number() -> None:
    (value,) = read_values("0（維持）")
    assert (value.operator, value.number) == (Operator.MAINTAIN, Decimal(0))


@pytest.mark.parametrize(
    "cell", ["12345678901234567890円", "99999999999億円", "1～9999999999999999"]
)
def test_numbers_that_no_plan_can_mean_stay_words(cell: str) -> None:
    (value,) = read_values(cell)
    assert (value.operator, value.number, value.upper) == (Operator.TEXT, None, None)


@pytest.mark.parametrize("cell", ["維持", "現状維持", "現状を維持"])
def test_maintain(cell: str) -> None:
    (value,) = read_values(cell)
    assert (value.operator, value.number) == (Operator.MAINTAIN, None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("男性 45.2％／女性 38.1％", [("男性", "45.2"), ("女性", "38.1")]),
        ("男性：45.2％\n女性：38.1％", [("男性", "45.2"), ("女性", "38.1")]),
        ("小学校 98.0\n中学校 97.1", [("小学校", "98.0"), ("中学校", "97.1")]),
        ("①45％ ②38％", [("①", "45"), ("②", "38")]),
        ("50人/10件", [(None, "50"), (None, "10")]),
    ],
)
def test_two_numbers(cell: str, expected: list[tuple[str | None, str]]) -> None:
    found = [(value.label, value.number) for value in read_values(cell)]
    assert found == [(label, Decimal(number)) for label, number in expected]


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("72.4％（R5）", 2023),
        ("R5: 72.4％", 2023),
        ("72.4％\n（令和5年度）", 2023),
        ("72.4％", None),
    ],
)
def test_year_in_the_cell(cell: str, year: int | None) -> None:
    (value,) = read_values(cell)
    assert (value.fiscal_year, value.number) == (year, Decimal("72.4"))


@pytest.mark.parametrize(
    ("cell", "scope"),
    [
        ("累計120件", Scope.CUMULATIVE),
        ("延べ 120件", Scope.CUMULATIVE),
        ("120件（5年間の合計）", Scope.CUMULATIVE),
        ("年間120件", Scope.ANNUAL),
        ("120件/年", Scope.ANNUAL),
        ("120件", None),
    ],
)
def test_scope(cell: str, scope: Scope | None) -> None:
    (value,) = read_values(cell)
    assert (value.scope, value.number) == (scope, Decimal(120))


def test_of_several_brackets_the_one_with_a_year_says_the_year() -> None:
    (value,) = read_values("28市町村（68.3％）（R３年度）")
    assert value.fiscal_year == 2021


def test_a_part_of_a_whole_is_one_value() -> None:
    (value,) = read_values("6,724㎡/14,545㎡（R3年度）")
    assert (value.operator, value.fiscal_year) == (Operator.TEXT, 2021)
    assert len(read_values("男性 45.2％／女性 38.1％")) == 2


def test_a_year_at_the_end_of_a_cell_is_that_of_all_its_values() -> None:
    values = read_values("登録者数 3,828人、設置数 545人（R5）")
    assert [value.fiscal_year for value in values] == [2023, 2023]
    own = read_values("10人（R4）、12人（R5）")
    assert [value.fiscal_year for value in own] == [2022, 2023]


@pytest.mark.parametrize(
    ("cell", "years"),
    [
        ("R2 74.8％", [2020]),
        ("R5 小学5年生4.8％／中学2年生7.3％", [2023, 2023]),
        ("172（2026～29累計）", [2029]),
        ("令和6年度 12人、令和11年度 20人", [2024, 2029]),
        ("R12", [2030]),
        ("R2", [2020]),
    ],
)
def test_years_before_a_value_and_spans_without_a_second_century(
    cell: str, years: list[int]
) -> None:
    read = [value.fiscal_year or read_fiscal_year(value.quoted_as) for value in read_values(cell)]
    assert read == years
