"""Scores of all items of a plan for each measure: one sum of products over sparse vectors.

A score is a weighted sum of likenesses, each the product of two vectors. Their weights go into
the vectors of the items, so that one pass over the terms of a measure sums up all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.links.concepts import Concepts
from alignchecker.links.vectors import Heading, Space, Vector, mixed


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
        self._space, self._weights, self._size = space, weights, len(items)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        vectors: dict[str, tuple[Vector, Vector]] = {}
        for place, item in enumerate(items):
            for term, value in self._item(item, vectors).items():
                self._postings[term].append((place, value))

    def scores(self, measure: Heading) -> list[float]:
        """The score of each item; 0 where it shares nothing with the measure."""
        weights, found = self._weights, [0.0] * self._size
        runs, concepts = self._space.runs, self._space.concepts
        parts = [(1.0, runs(measure.label)), (1.0, concepts(measure.label))]
        for above in measure.above:
            share = 1 / len(measure.above)
            parts += [(weights.up_runs * share, runs(above))]
            parts += [(weights.up_concepts * share, concepts(above))]
        for term, value in mixed(parts).items():
            for place, weight in self._postings.get(term, ()):
                found[place] += value * weight
        return found

    def _item(self, item: Heading, vectors: dict[str, tuple[Vector, Vector]]) -> Vector:
        """The vector of an item, with the weights in it."""
        weights = self._weights
        parts = list(self._both(item.label, weights.runs, weights.concepts, vectors))
        for above in item.above:
            share = 1 / len(item.above)
            runs, concepts = weights.above_runs * share, weights.above_concepts * share
            parts += self._both(above, runs, concepts, vectors)
        for taught in item.taught:
            # Ten links to an item say more than one, but not ten times as much.
            share = weights.taught / len(item.taught) ** 0.5
            parts += self._both(taught, share, share, vectors)
        return mixed(parts)

    def _both(
        self, text: str, runs: float, concepts: float, vectors: dict[str, tuple[Vector, Vector]]
    ) -> tuple[tuple[float, Vector], tuple[float, Vector]]:
        if text not in vectors:
            vectors[text] = self._space.runs(text), self._space.concepts(text)
        return (runs, vectors[text][0]), (concepts, vectors[text][1])
