"""In what the same indicator differs between two plans; unknown, not set and 0 are three things."""

from __future__ import annotations

from decimal import Decimal

import pytest

from alignchecker.model.indicators import (
    Comparison,
    Difference,
    ListedIndicator,
    MeasuredValue,
    ValueState,
)

UNKNOWN = MeasuredValue("", None, ValueState.UNKNOWN)


def value(number: str, year: int | None = 2029, unit: str = "%") -> MeasuredValue:
    amount = (unit, Decimal(number), Decimal(number))
    return MeasuredValue(number + unit, year, ValueState.SET, amount)


def words(text: str) -> MeasuredValue:
    return MeasuredValue(text, 2029, ValueState.SET)


def dash(year: int | None = 2029) -> MeasuredValue:
    return MeasuredValue("―", year, ValueState.NOT_SET)


def indicator(*targets: MeasuredValue) -> ListedIndicator:
    return ListedIndicator("urn:i", "指標", "urn:p", "計画", False, (), (UNKNOWN,), targets)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (value("70"), value("70.0"), set()),
        (value("70"), value("50"), {Difference.VALUE}),
        (value("0"), dash(), {Difference.NOT_SET}),
        (dash(), dash(), set()),
        (value("0"), UNKNOWN, set()),
        (UNKNOWN, dash(), set()),
        (value("70"), value("70", unit="人"), {Difference.UNIT}),
        (value("70"), value("70", 2030), {Difference.YEAR}),
        (value("70"), value("70", 2030, "人"), {Difference.YEAR, Difference.UNIT}),
        (words("増加"), words("増 加"), set()),
        (words("増加"), words("維持"), {Difference.VALUE}),
    ],
)
def test_differences(one: MeasuredValue, other: MeasuredValue, expected: set[Difference]) -> None:
    found = Comparison(indicator(one), indicator(other), reviewed=False).differences
    assert found["target"] == expected
    assert not found["baseline"]


def test_years_that_both_have_are_compared() -> None:
    one = indicator(value("60", 2027), value("70", 2029))
    other = indicator(value("60", 2027), value("75", 2031))
    assert not Comparison(one, other, reviewed=True).differences["target"]
