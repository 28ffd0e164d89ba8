"""Headings as sparse vectors: runs of characters and concepts, weighted by how rare they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alignchecker.links.suggestion.concepts import Concepts
from alignchecker.links.suggestion.spelling import grams

Vector = Mapping[str, float]
"""Run of characters, or concept -> what it counts."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What an item says. above: the headings over it, the topmost first. taught: of measures of
    other plans that a reviewer linked to it.
    """

    label: str
    above: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()


class Space:
    """Weights of runs and concepts by their rarity among the headings of two plans.

    A heading is a unit vector of its runs and one of its concepts. Both leave out the rarity of a
    term, as that is the same in all headings: the product of two headings is the sum over their
    terms of both values and ``squares``.
    """

    squares: Vector
    """Term -> the square of its rarity (inverse document frequency, as scikit-learn's)."""

    def __init__(self, headings: Iterable[str], concepts: Concepts) -> None:
        kinds = list(dict.fromkeys(headings))
        runs = {heading: grams(heading) for heading in kinds}
        self._named = {heading: concepts.weighted(heading) for heading in kinds}
        self.squares = {**_squares(runs.values()), **_squares(self._named.values())}
        self._runs = {heading: self._unit(dict.fromkeys(runs[heading], 1.0)) for heading in kinds}
        self._concepts = {heading: self._unit(named) for heading, named in self._named.items()}

    def runs(self, heading: str) -> Vector:
        """One of the headings by its runs of characters."""
        return self._runs[heading]

    def concepts(self, heading: str) -> Vector:
        """One of the headings by its concepts; empty where it names none."""
        return self._concepts[heading]

    def named(self, heading: str) -> Vector:
        """What each concept counts in one of the headings: 1 where it is named."""
        return self._named[heading]

    def weighed(self, vector: Vector) -> Vector:
        """A vector to be multiplied with others, with the squares in it."""
        squares = self.squares
        return {term: value * squares[term] for term, value in vector.items()}

    def _unit(self, vector: Vector) -> Vector:
        squares = self.squares
        length = math.sqrt(sum([v * v * squares[term] for term, v in vector.items()]))
        return {term: value / length for term, value in vector.items()} if length else {}


def mixed(parts: Sequence[tuple[float, Vector]]) -> Vector:
    """The weighted sum of some vectors."""
    found: dict[str, float] = {}
    for weight, vector in parts:
        if weight:
            for term, value in vector.items():
                found[term] = found.get(term, 0.0) + weight * value
    return found


def _squares(documents: Iterable[Iterable[str]]) -> Vector:
    counted: Counter[str] = Counter()
    total = 0
    for document in documents:
        counted.update(document)
        total += 1
    rarity = {term: math.log((1 + total) / (1 + n)) + 1 for term, n in counted.items()}
    return {term: value * value for term, value in rarity.items()}
