"""The items with the highest products with a vector, without an exact product for each of them.

A term that many items have is kept as one long integer with 32 bits for each item. Multiplied with
what the term counts in a measure and added up, these give all products at once, rounded down, as
fast as the interpreter multiplies long integers. Only the items that may be among the best by
these are multiplied exactly.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest

from alignchecker.links.suggestion.vectors import Vector

_FULL = (1 << 32) - 1
_MOST = 1 << 15
"""The highest value in an item, rounded; what is left of 32 bits is for the measure."""
_SPARSE = 64
"""A term that at most one in so many items has is added item by item."""
_SPARE = 8
"""So many products that are nearly among the best are looked at before all are."""

Scored = tuple[float, int]
"""The product, and the place of the item."""


class Products:
    """The items of a plan as vectors, ready to be multiplied with those of measures."""

    def __init__(self, items: Sequence[Vector]) -> None:
        self._items = items
        self._scale = _MOST / max((max(item.values()) for item in items if item), default=1.0)
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, item in enumerate(items):
            for term, value in item.items():
                found[term].append((place, int(value * self._scale)))
        few = len(items) / _SPARSE
        self._few = {term: pairs for term, pairs in found.items() if len(pairs) <= few}
        self._many = {t: self._packed(pairs) for t, pairs in found.items() if len(pairs) > few}

    def best(self, measure: Vector, most: int, added: Sequence[float] = ()) -> list[Scored]:
        """The items with the highest sums, the highest first; of equals, the first in the plan.

        Those of no positive sum are left out. added: what is added to each product.
        """
        row, slack = self._rounded(measure, added)
        found = []
        for place in _highest(row, most, slack):
            item, more = self._items[place], added[place] if added else 0.0
            sum_ = sum([q * item[term] for term, q in measure.items() if term in item]) + more
            if sum_ > 0:
                found.append((-sum_, place))
        return [(-sum_, place) for sum_, place in sorted(found)[:most]]

    def _rounded(self, measure: Vector, added: Sequence[float]) -> tuple[list[int], int]:
        """The sum of each item, scaled and too low, and by how much it may be too low."""
        scale = _FULL / _MOST / (sum(measure.values()) or 1.0)
        total, slack = 0, len(measure) * (_MOST + 1)
        rest = []
        for term, value in measure.items():
            weight = int(value * scale)
            slack += weight
            if term in self._many:
                total += weight * self._many[term]
            elif term in self._few:
                rest.append((weight, self._few[term]))
        row = self._unpacked(total)
        for weight, pairs in rest:
            for place, rounded in pairs:
                row[place] += weight * rounded
        if added:
            whole = scale * self._scale
            row = [value + int(more * whole) for value, more in zip(row, added, strict=True)]
            slack += 2
        return row, slack

    def _packed(self, pairs: Sequence[tuple[int, int]]) -> int:
        row = [0] * len(self._items)
        for place, rounded in pairs:
            row[place] = rounded
        return int.from_bytes(struct.pack(f"<{len(row)}I", *row), "little")

    def _unpacked(self, total: int) -> list[int]:
        size = len(self._items)
        return list(struct.unpack(f"<{size}I", total.to_bytes(4 * size, "little")))


def _highest(row: Sequence[int], most: int, slack: int) -> Iterator[int]:
    """Places of all values that are at most so much lower than the last of the highest ones."""
    values = nlargest(most + _SPARE, row)
    least = values[:most][-1] - slack
    if values[-1] >= least:
        yield from (place for place, value in enumerate(row) if value >= least)
        return
    place, before = -1, None
    for value in values:
        if value < least:
            return
        place = row.index(value, place + 1 if value == before else 0)
        before = value
        yield place
