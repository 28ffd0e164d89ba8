"""What labels cannot match: items whose text stayed, and what a person should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from alignchecker.diff.likeness import Likeness, best_pairs, topic
from alignchecker.diff.matching import Doubt, Matching, match
from alignchecker.model.plan import ItemDraft

_SAME = 0.7
"""Likeness of two texts from which they are one, with changes."""
_LONG = 15
"""Characters from which a text says something of its own."""
_TOPIC, _TOPIC_ELSEWHERE = 0.25, 0.3
"""Likeness of labels from which one may be the other reworded: in one place, and in another."""
_THERE = 0.15
"""What one place counts for between rivals."""


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
    return Matching(ordered, tuple(doubts_left(matching.doubts, ordered)))


def doubts_left(doubts: Iterable[Doubt], pairs: Mapping[str, str]) -> Iterator[Doubt]:
    """What is still in doubt once pairs have been found."""
    found = set(pairs.values())
    for doubt in doubts:
        old = tuple(i for i in doubt.old if i not in pairs)
        new = tuple(i for i in doubt.new if i not in found)
        if old and new:
            yield Doubt(old, new)


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


def replaced(
    removed: Sequence[ItemDraft],
    added: Sequence[ItemDraft],
    same: Mapping[str, str],
    labels: Iterable[str],
) -> Iterator[tuple[ItemDraft, ItemDraft]]:
    """What came where another of its kind went, the most alike for each other.

    Too little to call it renamed: a topic in common (障がい児 …), mostly in one place. labels: of
    all items of both plans; what many of them have (高齢者の…) is no topic.
    """
    topics = [topic(item.label) for item in removed], [topic(item.label) for item in added]
    likeness = Likeness(map(topic, labels))
    near = likeness.nearest(*topics)
    there = _nearest_there(removed, added, same, likeness, topics)
    scores: dict[tuple[int, int], float] = {}
    for place, old in enumerate(removed):
        for other in {*near[place], *there.get(place, ())}:
            if old.kind is added[other].kind:
                alike = likeness.of(topics[0][place], topics[1][other])
                is_there = _place(old, same) == added[other].parent
                if alike >= (_TOPIC if is_there else _TOPIC_ELSEWHERE):
                    scores[place, other] = alike + _THERE * is_there
    for one, other in best_pairs(scores):
        yield removed[one], added[other]


def _nearest_there(
    removed: Sequence[ItemDraft],
    added: Sequence[ItemDraft],
    same: Mapping[str, str],
    likeness: Likeness,
    topics: tuple[Sequence[str], Sequence[str]],
) -> Mapping[int, Sequence[int]]:
    """Numbers of old items -> those of the new ones in their place that share most with them."""
    gone: dict[str | None, list[int]] = defaultdict(list)
    come: dict[str | None, list[int]] = defaultdict(list)
    for number, item in enumerate(removed):
        gone[_place(item, same)].append(number)
    for number, item in enumerate(added):
        come[item.parent].append(number)
    found: dict[int, Sequence[int]] = {}
    for place, some in gone.items():
        others = come.get(place, ())
        nearest = likeness.nearest([topics[0][n] for n in some], [topics[1][n] for n in others])
        for number, near in zip(some, nearest, strict=True):
            found[number] = [others[at] for at in near]
    return found


def _place(old: ItemDraft, same: Mapping[str, str]) -> str | None:
    """What an old item would stand under in the new plan; "" where that is gone."""
    return None if old.parent is None else same.get(old.parent, "")


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
    for one, other in best_pairs(scores):
        if scores[one, other] >= _SAME:
            yield old[one], new[other]


def _is_long(item: ItemDraft) -> bool:
    return item.text is not None and len(item.text) >= _LONG
