"""How alike two labels are: shared pairs of characters, the rare ones counting for more."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from alignchecker.model.normalize import label_key

_COMMON = 60
_KEPT = 12
_DEED = re.compile(r"(?<=..)の?(?:更なる)?(?:推進|充実|強化|向上|促進|整備|確保|実施)$")


def topic(label: str) -> str:
    """What a label is about, without what is done there.

    >>> topic("相談支援の更なる充実"), topic("推進")
    ('相談支援', '推進')
    """
    return _DEED.sub("", label) or label


class Likeness:
    """Compares labels of two plans; 「の推進」, which every other label ends in, says little."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._grams: dict[str, frozenset[str]] = {}
        for label in labels:
            self._grams.setdefault(label, _pairs(label_key(label)))
        counts = Counter(gram for grams in self._grams.values() for gram in grams)
        total = len(self._grams)
        self._weight = {gram: math.log(1 + total / count) for gram, count in counts.items()}
        self._size = {
            label: sum(self._weight[g] for g in sorted(grams))
            for label, grams in self._grams.items()
        }

    def of(self, first: str, second: str) -> float:
        """0 (nothing in common) to 1: Dice's coefficient of the weighted pairs."""
        shared = sorted(self._grams[first] & self._grams[second])
        size = self._size[first] + self._size[second]
        return 2 * sum(self._weight[gram] for gram in shared) / size if size else 0.0

    def within(self, part: str, whole: str) -> float:
        """How much of a text another has, wherever it stands there: 0 (nothing) to 1 (all)."""
        return self.share([whole], part)

    def share(self, parts: Iterable[str], whole: str) -> float:
        """How much of a text some others have together: 0 to 1."""
        known = frozenset[str]().union(*(self._grams[part] for part in parts))
        inside = {gram for gram in self._grams[whole] if gram[0] != "^" and gram[-1] != "$"}
        size = self._sum(inside)
        return self._sum(known & inside) / size if size else 0.0

    def own(self, part: str, whole: str, others: Iterable[str]) -> float:
        """How much of a part stands in the whole and in none of some others: 0 to 1."""
        known = frozenset[str]().union(*(self._grams[other] for other in others))
        inside = {gram for gram in self._grams[part] if gram[0] != "^" and gram[-1] != "$"}
        size = self._sum(inside)
        return self._sum((inside & self._grams[whole]) - known) / size if size else 0.0

    def _sum(self, grams: Iterable[str]) -> float:
        return sum(self._weight[gram] for gram in sorted(grams))

    def nearest(self, labels: Sequence[str], among: Sequence[str]) -> list[list[int]]:
        """For each label the places of the labels that share most with it, at most twelve.

        Pairs of characters that stand in very many labels are not followed, so that the time grows
        with the number of labels and not with its square.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for place, label in enumerate(among):
            for gram in self._grams[label]:
                places[gram].append(place)
        return [self._shared(label, places) for label in labels]

    def _shared(self, label: str, places: dict[str, list[int]]) -> list[int]:
        shared: dict[int, float] = defaultdict(float)
        for gram in sorted(self._grams[label]):
            if len(places.get(gram, ())) <= _COMMON:
                for place in places.get(gram, ()):
                    shared[place] += self._weight[gram]
        return sorted(shared, key=lambda place: (-shared[place], place))[:_KEPT]


def _pairs(key: str) -> frozenset[str]:
    """Neighbouring characters; a mark at both ends lets single characters count too."""
    marked = f"^{key}$"
    return frozenset(marked[i : i + 2] for i in range(len(marked) - 1))


def best_pairs(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs of places that are the best for each other, without an equal."""
    best: list[dict[int, list[float]]] = [defaultdict(list), defaultdict(list)]
    for pair, score in scores.items():
        for side, place in zip(best, pair, strict=True):
            side[place].append(score)
    tops = [{place: sorted(some, reverse=True) for place, some in side.items()} for side in best]
    return sorted(
        pair
        for pair, score in scores.items()
        if all(
            top[place][0] == score and score not in top[place][1:]
            for top, place in zip(tops, pair, strict=True)
        )
    )
