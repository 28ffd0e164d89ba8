"""Scores -> probabilities, by logistic curves of a score and its lead.

Not by shares of all scores: what was said of an item would depend on how many others its plan has.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.links.suggestion.products import Scored
from alignchecker.links.suggestion.scoring import Weights

_PRIOR = 5
"""So many measures of the plans that were fitted on count beside a plan's own."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve. base, score, lead: what nothing, a point of score and one of lead add."""

    base: float
    score: float
    lead: float = 0.0

    def at(self, score: float, lead: float = 0.0) -> float:
        """How likely something is.

        >>> Curve(0.0, 1.0, 0.5).at(2.0, -4.0)
        0.5
        """
        return 1 / (1 + math.exp(-(self.base + self.score * score + self.lead * lead)))


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was fitted for one way of comparing.

    accepted: that a reviewer would accept an item, by its score and by how far it is above the
    best of the others. none: that no item is a counterpart, by how far the score of the best one
    is above what measures of the same plan get. usual: what those of the fitted plans got.
    """

    weights: Weights
    accepted: Curve
    none: Curve
    usual: float


@dataclass(frozen=True, slots=True)
class Chances:
    """Of the items that were found for a measure, in their order; none: of 該当なし.

    These need not sum up to 1: a measure may have several counterparts.
    """

    items: tuple[float, ...]
    none: float


def usual(found: Sequence[Sequence[Scored]], prior: float) -> float:
    """The mean of the best scores of a plan's measures, with some of what others got.

    In other words: whole plans differ in how like their headings are to those of the other plan,
    and what is low for one is high for another.

    >>> usual([[(4.0, 0), (1.0, 2)], []], 2.0)
    2.0
    """
    best = [scored[0][0] if scored else 0.0 for scored in found]
    return (sum(best) + _PRIOR * prior) / (len(best) + _PRIOR)


def leads(scores: Sequence[float]) -> list[float]:
    """How far each score is above the highest of the others; the highest come first.

    >>> leads([5.0, 3.0, 1.0])
    [2.0, -2.0, -4.0]
    """
    first, second = (*scores, 0.0, 0.0)[:2]
    return [score - (first if rank else second) for rank, score in enumerate(scores)]


def chances(best: Sequence[Scored], usual_score: float, fitted: Fitted) -> Chances:
    """Probabilities from the highest scores of a measure, the highest first, two at least if the
    plan has as many. usual_score: of the plan's measures.
    """
    scores = [score for score, _ in best]
    items = map(fitted.accepted.at, scores, leads(scores))
    first = scores[0] if scores else 0.0
    return Chances(tuple(items), fitted.none.at(first - usual_score))
