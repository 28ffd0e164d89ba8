"""The best items are those that all exact products give, in the same order."""

from __future__ import annotations

import random

import pytest

from alignchecker.links.suggestion.products import Products, Scored
from alignchecker.links.suggestion.vectors import Vector

_TERMS = [f"t{at}" for at in range(300)]


def _vector(chance: random.Random, size: int) -> Vector:
    """A vector of frequent and rare terms, some of equal values."""
    terms = {_TERMS[int(300 * chance.random() ** 3)] for _ in range(size)}
    return {term: chance.choice([1.0, chance.random(), 4.0]) for term in sorted(terms)}


def _plainly(measure: Vector, items: list[Vector], most: int, added: list[float]) -> list[Scored]:
    sums = []
    for place, item in enumerate(items):
        total = sum(value * item[term] for term, value in measure.items() if term in item)
        sums.append((total + (added[place] if added else 0.0), place))
    return sorted((s for s in sums if s[0] > 0), key=lambda s: (-s[0], s[1]))[:most]


@pytest.mark.parametrize("size", [1, 3, 40, 400])
@pytest.mark.parametrize("most", [1, 5, 1000])
@pytest.mark.parametrize("is_added", [False, True])
def test_the_best_are_found_with_their_exact_products(
    size: int, most: int, *, is_added: bool
) -> None:
    chance = random.Random(size * most)
    items = [_vector(chance, 12) for _ in range(size)]
    items[-1] = items[0]
    products = Products(items)
    for _ in range(20):
        measure = _vector(chance, 9)
        added = [chance.uniform(-3, 3) for _ in items] if is_added else []
        assert products.best(measure, most, added) == _plainly(measure, items, most, added)


def test_of_equals_the_first_in_the_plan_come_first() -> None:
    products = Products([{"a": 1.0}] * 30)
    assert [place for _, place in products.best({"a": 1.0}, 5)] == [0, 1, 2, 3, 4]


def test_what_shares_nothing_is_left_out() -> None:
    products = Products([{"a": 1.0}, {"b": 1.0}, {}])
    assert products.best({"b": 2.0}, 5) == [(2.0, 1)]
    assert products.best({"c": 2.0}, 5) == []
    assert products.best({}, 5) == []
