"""What labels cannot match: items whose text stayed, and what a person should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from alignchecker.diff.likeness import Likeness
from alignchecker.diff.matching import Doubt, Matching, match
from alignchecker.model.plan import ItemDraft

_SAME = 0.7
"""Likeness of two texts from which they are one, with changes."""
_LONG = 15
"""Characters from which a text says something of its own."""


def with_same_texts(old: Sequence[ItemDraft], new: Sequence[ItemDraft]) -> Matching:
    """The items that are the same: by label, and of those left by their text."""
    matching = match(old, new)
    found = set(matching.pairs.values())
    before = [i for i in old if i.id not in matching.pairs and _is_long(i)]
    now = [i for i in new if i.id not in found and _is_long(i)]
    pairs = {a.id: b.id for a, b in _alike(before, now)}
    if not pairs:
        return matching
    every = {**matching.pairs, **pairs}
    ordered = {item.id: every[item.id] for item in old if item.id in every}
    return Matching(ordered, tuple(_left(matching.doubts, ordered)))


def one_each(
    removed: Iterable[ItemDraft], added: Iterable[ItemDraft], same: Mapping[str, str]
) -> Iterator[tuple[ItemDraft, ItemDraft]]:
    """The one that went and the one that came of a kind under one item: perhaps renamed."""
    gone: dict[tuple[str | None, str], list[ItemDraft]] = defaultdict(list)
    come: dict[tuple[str | None, str], list[ItemDraft]] = defaultdict(list)
    for item in removed:
        if item.parent is not None and item.parent in same:
            gone[same[item.parent], item.kind].append(item)
    for item in added:
        come[item.parent, item.kind].append(item)
    for place, some in gone.items():
        if len(some) == len(come.get(place, ())) == 1:
            yield some[0], come[place][0]


def _alike(
    old: Sequence[ItemDraft], new: Sequence[ItemDraft]
) -> Iterator[tuple[ItemDraft, ItemDraft]]:
    """The best for each other."""
    likeness = Likeness(item.text or "" for item in (*old, *new))
    scores: dict[tuple[int, int], float] = {}
    nearest = likeness.nearest([i.text or "" for i in old], [i.text or "" for i in new])
    for place, others in enumerate(nearest):
        for other in others:
            if old[place].kind is new[other].kind:
                texts = old[place].text or "", new[other].text or ""
                scores[place, other] = likeness.of(*texts)
    for (one, other), score in scores.items():
        rivals = (s for (a, b), s in scores.items() if (a == one) != (b == other))
        if score >= _SAME and score > max(rivals, default=0.0):
            yield old[one], new[other]


def _left(doubts: Iterable[Doubt], pairs: Mapping[str, str]) -> Iterator[Doubt]:
    found = set(pairs.values())
    for doubt in doubts:
        old = tuple(i for i in doubt.old if i not in pairs)
        new = tuple(i for i in doubt.new if i not in found)
        if old and new:
            yield Doubt(old, new)


def _is_long(item: ItemDraft) -> bool:
    return item.text is not None and len(item.text) >= _LONG
