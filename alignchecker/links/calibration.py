"""Scores of all items of a plan -> probabilities.

A measure is thought to choose among all items and 該当なし, each with the exponential of its
score. What that says of a candidate is then set right by how often it came true on the plans that
the weights were fitted on (isotonic regression, a line from knot to knot).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
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
    """none: that no item is a counterpart. whole: what the exponentials are shares of."""

    none: float
    whole: float
    fitted: Fitted

    def item(self, score: float) -> float:
        """That a reviewer would accept an item of this score.

        These need not sum up to 1: a measure may have several counterparts.
        """
        return calibrated(math.exp(score) / self.whole, self.fitted.knots)


def chances(scores: Iterable[float], fitted: Fitted) -> Chances:
    """Probabilities from the scores of all items, which weights keep far below 100."""
    none = math.exp(fitted.none)
    whole = none + sum(map(math.exp, scores))
    return Chances(none / whole, whole, fitted)


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
