"""Scores of all items of a plan -> probabilities.

A measure is thought to choose among all items and 該当なし, each with the exponential of its
score. What that says of a candidate is then set right by how often it came true on the plans that
the weights were fitted on (isotonic regression, a line from knot to knot).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignchecker.links.scoring import Weights


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was fitted for one way of comparing. none: the score of 該当なし. knots: what was said
    and how often it came true, both rising.
    """

    weights: Weights
    none: float
    knots: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Chances:
    """none: that no item is a counterpart. items: place -> that a reviewer would accept it.

    They need not sum up to 1: a measure may have several counterparts.
    """

    none: float
    items: Mapping[int, float]


def chances(scores: Mapping[int, float], total: int, fitted: Fitted) -> Chances:
    """Probabilities from the scores of the items that have one. total: number of all items."""
    highest = max(fitted.none, 0.0, *scores.values())
    weight = {place: math.exp(score - highest) for place, score in scores.items()}
    none = math.exp(fitted.none - highest)
    whole = none + sum(weight.values()) + (total - len(scores)) * math.exp(-highest)
    return Chances(
        none / whole, {place: calibrated(w / whole, fitted.knots) for place, w in weight.items()}
    )


def calibrated(said: float, knots: Sequence[tuple[float, float]]) -> float:
    """How often what was said comes true. Beyond the last knot nothing is known: it stays there.

    >>> calibrated(0.5, [(0.4, 0.2), (0.6, 0.4)])
    0.3
    """
    whole = [(0.0, 0.0), *knots, (1.0, knots[-1][1])]
    for (x, y), (next_x, next_y) in pairwise(whole):
        if said <= next_x:
            return round(y + (next_y - y) * (said - x) / (next_x - x), 9)
    return knots[-1][1]
