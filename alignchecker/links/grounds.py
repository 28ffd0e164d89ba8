"""Why an item is a candidate for a measure, in what both have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from alignchecker.links.concepts import Concepts
from alignchecker.links.vectors import Heading, grams, spelt_alike
from alignchecker.model.suggestion import Grounds

_MOST = 3
_HIRAGANA_AT_ENDS = re.compile(r"^[ぁ-ん・、,()]+|[ぁ-ん・、,()]+$")
_EMPTY = frozenset(
    "推進 充実 支援 整備 強化 促進 向上 事業 対策 取組 確保 体制 づくり 環境 活動 実施 管理 運営".split()
)
"""Words of which nearly every heading has one: they are no reason."""


def grounds(measure: Heading, item: Heading, concepts: Concepts, *, meaning: bool) -> Grounds:
    """What a measure and an item share. meaning: whether embeddings found them alike."""
    both = concepts.named(spelt_alike(measure.label)) & concepts.named(
        spelt_alike(" ".join((item.label, *item.above)))
    )
    names = sorted({concepts.label[concept] for concept in both})
    own = set(grams(measure.label))
    alike = [(len(own & set(grams(taught))), taught) for taught in item.taught]
    best = sorted((pair for pair in alike if pair[0] > 1), key=lambda pair: (-pair[0], pair[1]))
    return Grounds(
        terms=_shared(measure.label, (item.label, *item.above)),
        concepts=tuple(names[:_MOST]),
        siblings=tuple(dict.fromkeys(taught for _, taught in best))[:_MOST],
        meaning=meaning,
    )


def _shared(label: str, others: Sequence[str]) -> tuple[str, ...]:
    """Words that a heading has in common with others, the longest first."""
    own, found = spelt_alike(label), dict[str, None]()
    for other in map(spelt_alike, others):
        matcher = SequenceMatcher(None, own, other, autojunk=False)
        for block in matcher.get_matching_blocks():
            word = _HIRAGANA_AT_ENDS.sub("", own[block.a : block.a + block.size])
            if len(word) > 1 and word not in _EMPTY:
                found[word] = None
    return tuple(sorted(found, key=lambda word: (-len(word), word))[:_MOST])
