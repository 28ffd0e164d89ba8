"""Headings as sparse vectors: runs of characters and concepts, weighted by how rare they are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from alignchecker.links.concepts import Concepts
from alignchecker.model.normalize import label_key

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Heading:
    """What an item says. above: the headings over it, the topmost first. taught: of measures of
    other plans that a reviewer linked to it.
    """

    label: str
    above: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 14)
def grams(text: str) -> tuple[str, ...]:
    """Pairs of neighbouring characters of a heading, and its ideographs alone, each once.

    >>> grams("子どもの遊び")[:3]
    ('こど', 'ども', 'もの')
    """
    key = spelt_alike(text)
    pairs = (key[i : i + 2] for i in range(len(key) - 1))
    alone = (letter for letter in key if "\u4e00" <= letter <= "\u9fff")
    return tuple(dict.fromkeys((*pairs, *alone)))


def spelt_alike(text: str) -> str:
    """A heading in one spelling of the words that plans spell differently.

    >>> spelt_alike("障害児と子供") == spelt_alike("障がい児とこども")
    True
    """
    key = label_key(text).replace("障害", "障がい").replace("障碍", "障がい")
    return key.replace("子供", "こども").replace("子ども", "こども")


class Space:
    """Weights of runs and concepts by their rarity among the headings of two plans."""

    def __init__(self, headings: Iterable[str], concepts: Concepts) -> None:
        self._concepts = concepts
        kinds = list(dict.fromkeys(headings))
        self._rarity = _rarity(grams(heading) for heading in kinds)
        self._named = {heading: concepts.weighted(spelt_alike(heading)) for heading in kinds}
        self._known = _rarity(self._named[heading] for heading in kinds)

    def runs(self, heading: str) -> Vector:
        """A heading as a unit vector of its runs of characters."""
        return _unit({gram: self._rarity.get(gram, 0.0) for gram in grams(heading)})

    def concepts(self, heading: str) -> Vector:
        """A heading as a unit vector of its concepts; empty where it names none."""
        named = self._named.get(heading)
        if named is None:
            named = self._concepts.weighted(spelt_alike(heading))
        return _unit({c: weight * self._known.get(c, 0.0) for c, weight in named.items()})


def mixed(parts: Sequence[tuple[float, Mapping[str, float]]]) -> Vector:
    """The weighted sum of some vectors."""
    found: Vector = defaultdict(float)
    for weight, vector in parts:
        if weight:
            for name, value in vector.items():
                found[name] += weight * value
    return dict(found)


def _rarity(documents: Iterable[Iterable[str]]) -> Vector:
    """Term -> its inverse document frequency, smoothed as scikit-learn does."""
    counted: Counter[str] = Counter()
    total = 0
    for document in documents:
        counted.update(document)
        total += 1
    return {term: math.log((1 + total) / (1 + n)) + 1 for term, n in counted.items()}


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {name: value / length for name, value in vector.items()} if length else {}
