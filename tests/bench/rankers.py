"""What suggestions are set beside: BM25 and TF-IDF, and the marks that a ranking gets."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import mean

from alignchecker.model.normalize import label_key

Ranker = Callable[[Sequence[str], Sequence[str]], list[list[int]]]
"""Measures, items -> for each measure the places of the items, the best first."""


def _characters(text: str) -> list[str]:
    key = label_key(text)
    return [*key, *(key[i : i + 2] for i in range(len(key) - 1))]


def bm25(measures: Sequence[str], items: Sequence[str]) -> list[list[int]]:
    """Okapi BM25 over pairs of characters (k1 1.2, b 0.75)."""
    bags = [Counter(g for g in _characters(item) if len(g) > 1) for item in items]
    seen = Counter(gram for bag in bags for gram in bag)
    usual = mean(sum(bag.values()) for bag in bags)

    def score(measure: str, bag: Counter[str]) -> float:
        length = 1.2 * (0.25 + 0.75 * sum(bag.values()) / usual)
        return sum(
            math.log(1 + (len(items) - seen[g] + 0.5) / (seen[g] + 0.5))
            * bag[g] * 2.2 / (bag[g] + length)
            for g in dict.fromkeys(_characters(measure))
            if g in bag
        )  # fmt: skip

    return [_ranked([score(measure, bag) for bag in bags]) for measure in measures]


def tf_idf(measures: Sequence[str], items: Sequence[str]) -> list[list[int]]:
    """Cosine of TF-IDF over one and two characters, as scikit-learn weighs it."""
    texts = [Counter(_characters(text)) for text in (*measures, *items)]
    seen = Counter(gram for text in texts for gram in text)
    rarity = {g: math.log((1 + len(texts)) / (1 + n)) + 1 for g, n in seen.items()}
    units = []
    for text in texts:
        vector = {g: n * rarity[g] for g, n in text.items()}
        length = math.sqrt(sum(v * v for v in vector.values())) or 1
        units.append({g: v / length for g, v in vector.items()})
    own, others = units[: len(measures)], units[len(measures) :]
    return [_ranked([sum(v * o.get(g, 0.0) for g, v in m.items()) for o in others]) for m in own]


def _ranked(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda at: (-scores[at], at))


def marks(ranking: Sequence[int], answers: frozenset[int]) -> tuple[float, float, float]:
    """P@1, R@5 and average precision of one ranking.

    >>> marks([2, 1, 0], frozenset({1}))
    (0.0, 1.0, 0.5)
    """
    hits = [at in answers for at in ranking]
    found = [sum(hits[: i + 1]) / (i + 1) for i, hit in enumerate(hits) if hit]
    return float(hits[0]), sum(hits[:5]) / len(answers), sum(found) / len(answers)


def interval(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The 95% interval of the mean difference, of 2,000 paired samples."""
    chance, pairs = random.Random(1), [a - b for a, b in zip(ours, theirs, strict=True)]
    drawn = sorted(mean(chance.choices(pairs, k=len(pairs))) for _ in range(2000))
    return drawn[50], drawn[1949]
