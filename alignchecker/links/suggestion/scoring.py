"""How much an item of a plan has in common with a measure: one sum of products.

A score is a weighted sum of likenesses, each the product of two vectors. Their weights go into
the vectors of the items, so that one product gives the sum of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.links.suggestion.concepts import Concepts
from alignchecker.links.suggestion.products import Products, Scored
from alignchecker.links.suggestion.vectors import Heading, Space, Vector, mixed


@dataclass(frozen=True, slots=True)
class Weights:
    """What each likeness counts.

    runs: of characters of both headings. above_runs: of the headings over the item. up_runs: of
    those over the measure. concepts, above_concepts, up_concepts: the same of concepts.
    taught: likeness to measures of other plans that are linked to the item. meaning: of embeddings.
    """

    runs: float = 0.0
    above_runs: float = 0.0
    up_runs: float = 0.0
    concepts: float = 0.0
    above_concepts: float = 0.0
    up_concepts: float = 0.0
    taught: float = 0.0
    meaning: float = 0.0


def space_of(measures: Sequence[Heading], items: Sequence[Heading], known: Concepts) -> Space:
    """The weights of terms among the headings of two plans."""
    both = (*measures, *items)
    headings = (h for heading in both for h in (heading.label, *heading.above, *heading.taught))
    return Space(headings, known)


class Scorer:
    """Scores the items of a plan for headings of measures."""

    def __init__(self, space: Space, items: Sequence[Heading], weights: Weights) -> None:
        self._space, self._weights = space, weights
        self._products = Products([mixed(list(self._item(item))) for item in items])

    def best(self, measure: Heading, meant: Sequence[float], most: int) -> list[Scored]:
        """The highest scores and the places of their items; only items that share something.

        meant: the likeness of each item to the measure by embeddings; empty without them.
        """
        added = [self._weights.meaning * likeness for likeness in meant]
        vector = self._space.weighed(mixed(list(self._measure(measure))))
        return self._products.best(vector, most, added)

    def _measure(self, measure: Heading) -> Iterator[tuple[float, Vector]]:
        weights, above = self._weights, measure.above
        yield from self._both(measure.label, 1.0, 1.0)
        for text in above:
            yield from self._both(
                text, weights.up_runs / len(above), weights.up_concepts / len(above)
            )

    def _item(self, item: Heading) -> Iterator[tuple[float, Vector]]:
        weights, above = self._weights, item.above
        yield from self._both(item.label, weights.runs, weights.concepts)
        for text in above:
            yield from self._both(
                text, weights.above_runs / len(above), weights.above_concepts / len(above)
            )
        # Ten links to an item say more than one, but not ten times as much.
        share = weights.taught / len(item.taught) ** 0.5 if item.taught else 0.0
        for text in item.taught:
            yield from self._both(text, share, share)

    def _both(self, text: str, runs: float, concepts: float) -> Iterator[tuple[float, Vector]]:
        yield runs, self._space.runs(text)
        yield concepts, self._space.concepts(text)
