"""Why an item is a candidate for a measure, in what both have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from alignchecker.links.suggestion.spelling import spelt_alike
from alignchecker.links.suggestion.vectors import Heading, Space, Vector
from alignchecker.model.suggestion import Grounds

_MOST = 3
_PARTICLES = "に対する|に関する|に向けた|における|のための|による|に係る|など|から|まで"
_BEFORE = re.compile(r"^[・、,()「」]+")
_KATAKANA = re.compile("[ァ-ヺー]+")
_KATAKANA_AFTER = re.compile("[ァ-ヺー]+$")
_MID_WORD = re.compile(r"^[ぁ-ん・、,()「」]+")
_AFTER = re.compile(rf"(?:{_PARTICLES}|[のやをにがはとへでな等・、,()「」])+$")
_EMPTY = {
    *("推進", "充実", "支援", "整備", "強化", "促進", "向上", "事業", "対策", "取組", "確保"),
    *("体制", "づくり", "環境", "活動", "実施", "管理", "運営", "必要"),
}
"""Words of which nearly every heading has one: they are no reason."""


class Reasons:
    """What measures and items share, among the headings of a space."""

    def __init__(self, space: Space, labels: Mapping[str, str]) -> None:
        self._space, self._labels = space, labels
        self._named: dict[Heading, dict[str, float]] = {}

    def of(self, measure: Heading, item: Heading, *, meaning: bool) -> Grounds:
        """What a measure and an item share. meaning: whether embeddings found them alike."""
        own, other = self._space.named(measure.label), self._concepts(item)
        both = {concept: own[concept] * other[concept] for concept in own if concept in other}
        most = max(both.values(), default=0.0)
        about = self._names(concept for concept, weight in both.items() if weight == most)
        return Grounds(
            terms=_shared(measure.label, (item.label, *item.above)),
            concepts=about if most == 1.0 else (),
            related=about if most < 1.0 else (),
            siblings=_siblings(measure.label, item.taught) if item.taught else (),
            meaning=meaning,
        )

    def _names(self, concepts: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self._labels[concept] for concept in concepts})[:_MOST])

    def _concepts(self, item: Heading) -> Vector:
        """What each concept counts in an item or in the headings above it."""
        named = self._named.get(item)
        if named is None:
            named = {}
            for text in (*item.above, item.label):
                for concept, weight in self._space.named(text).items():
                    named[concept] = max(weight, named.get(concept, 0.0))
            self._named[item] = named
        return named


def _siblings(label: str, taught: Sequence[str]) -> tuple[str, ...]:
    """The measures of other plans that have most pairs of characters in common with a heading."""
    alike = [(len(_pairs(label).kinds & _pairs(text).kinds), text) for text in taught]
    best = sorted((pair for pair in alike if pair[0] > 1), key=lambda pair: (-pair[0], pair[1]))
    return tuple(dict.fromkeys(text for _, text in best))[:_MOST]


def _shared(label: str, others: Iterable[str]) -> tuple[str, ...]:
    """Words that a heading has in common with others, the longest first."""
    found = {word for other in others for word in _common(label, other)}
    words = sorted(found, key=lambda word: (-len(word), word))
    whole = [w for i, w in enumerate(words) if not any(w in longer for longer in words[:i])]
    return tuple(whole[:_MOST])


def _common(label: str, other: str) -> list[str]:
    """The longest runs of a heading that another has too, without what is no word at their ends.

    >>> _common("多様な遊びの充実", "多様な遊びや体験")
    ['多様な遊び']
    """
    own, others = _pairs(label), _pairs(other)
    shared = own.kinds & others.kinds
    words, end = [], 0
    for start, pair in enumerate(own.all) if shared else ():
        if start + 1 < end or pair not in shared:
            continue
        end = start + 2
        while end < len(own.key) and own.key[start : end + 1] in others.key:
            end += 1
        word = _word(own.key, start, end)
        if len(word) > 1 and word not in _EMPTY:
            words.append(word)
    return words


def _word(text: str, start: int, end: int) -> str:
    """A part of a heading without particles after it and what is left of words that it cuts.

    >>> _word("ボランティアの育成", 3, 9)
    '育成'
    """
    run = text[start:end]
    if start and _KATAKANA.match(text, start - 1):
        cut = _KATAKANA.match(run)
        run = run[cut.end() :] if cut else run
    if _KATAKANA.match(text, end):
        run = _KATAKANA_AFTER.sub("", run)
    begins = start == 0 or _BEFORE.match(text[start - 1]) is not None
    return (_BEFORE if begins else _MID_WORD).sub("", _AFTER.sub("", run))


@dataclass(frozen=True, slots=True)
class _Pairs:
    """A heading as compared, and its pairs of neighbouring characters."""

    key: str
    all: tuple[str, ...]
    kinds: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _pairs(text: str) -> _Pairs:
    key = spelt_alike(text)
    found = tuple(map(add, key, key[1:]))
    return _Pairs(key, found, frozenset(found))
