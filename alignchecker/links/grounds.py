"""Why an item is a candidate for a measure, in what both have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from alignchecker.links.concepts import Concepts
from alignchecker.links.vectors import Heading, grams, spelt_alike
from alignchecker.model.suggestion import Grounds

_MOST = 3
_HIRAGANA_AT_ENDS = re.compile(r"^[ぁ-ん・、,()]+|[ぁ-ん・、,()]+$")
_EMPTY = {
    *("推進", "充実", "支援", "整備", "強化", "促進", "向上", "事業", "対策", "取組", "確保"),
    *("体制", "づくり", "環境", "活動", "実施", "管理", "運営"),
}
"""Words of which nearly every heading has one: they are no reason."""


def grounds(measure: Heading, item: Heading, concepts: Concepts, *, meaning: bool) -> Grounds:
    """What a measure and an item share. meaning: whether embeddings found them alike."""
    alike = [(len(_runs(measure.label) & _runs(taught)), taught) for taught in item.taught]
    best = sorted((pair for pair in alike if pair[0] > 1), key=lambda pair: (-pair[0], pair[1]))
    return Grounds(
        terms=_shared(measure.label, (item.label, *item.above)),
        concepts=_about(measure, item, concepts),
        siblings=tuple(dict.fromkeys(taught for _, taught in best))[:_MOST],
        meaning=meaning,
    )


def _about(measure: Heading, item: Heading, concepts: Concepts) -> tuple[str, ...]:
    """The concepts that both name; where there is none, what theirs have near them."""
    own = _weighted(concepts, measure.label)
    other: dict[str, float] = {}
    for text in (*item.above, item.label):
        for concept, weight in _weighted(concepts, text).items():
            other[concept] = max(weight, other.get(concept, 0.0))
    both = {concept: weight * other[concept] for concept, weight in own.items() if concept in other}
    most = max(both.values(), default=0.0)
    names = sorted({concepts.label[c] for c, weight in both.items() if weight == most})
    return tuple(names[:_MOST])


def _shared(label: str, others: Sequence[str]) -> tuple[str, ...]:
    """Words that a heading has in common with others, the longest first."""
    found: dict[str, None] = {}
    for other in others:
        if _runs(label) & _runs(other):
            found.update(dict.fromkeys(_common(spelt_alike(label), spelt_alike(other))))
    words = sorted(found, key=lambda word: (-len(word), word))
    whole = [w for i, w in enumerate(words) if not any(w in longer for longer in words[:i])]
    return tuple(whole[:_MOST])


def _common(own: str, other: str) -> Iterator[str]:
    for block in SequenceMatcher(None, own, other, autojunk=False).get_matching_blocks():
        word = _HIRAGANA_AT_ENDS.sub("", own[block.a : block.a + block.size])
        if len(word) > 1 and word not in _EMPTY:
            yield word


@lru_cache(maxsize=1 << 14)
def _runs(text: str) -> frozenset[str]:
    return frozenset(gram for gram in grams(text) if len(gram) > 1)


@lru_cache(maxsize=1 << 14)
def _weighted(concepts: Concepts, text: str) -> Mapping[str, float]:
    return concepts.weighted(spelt_alike(text))
