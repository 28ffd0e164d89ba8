"""Which item of an earlier reading of a plan is which of a later one.

Labels decide, never numbers alone: numbers shift whenever something is inserted. An item is the
same if its label is the same in the same place, or occurs once anywhere (moved); if its label is
like one that lost its item (renamed); or if most of what stands below it is the same. Where two
could be meant and neither is clearly better, none is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from alignchecker.diff.likeness import Likeness
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft, ItemKind

_ENOUGH = 0.6
"""Score from which two items are the same, and from which a person is asked otherwise."""
_MARGIN = 0.15
"""By how much the best must lead over the next."""
_ALIKE = 0.35
"""Likeness below which labels say different things, whatever stands around them."""
_ROUNDS = 12
_NONE: Mapping[str, str] = MappingProxyType({})
_Key = Callable[["_Side", ItemDraft], Hashable]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Items that could be the same without one pair being clearly right: ids, in plan order."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """pairs: id of an earlier item -> id of the same item now. doubts: for a person to look at."""

    pairs: dict[str, str]
    doubts: tuple[Doubt, ...] = ()


def match(
    old: Sequence[ItemDraft], new: Sequence[ItemDraft], known: Mapping[str, str] = _NONE
) -> Matching:
    """The items of two readings that are the same; time grows with their number.

    known: pairs that are certain beforehand; an id of them that ``old`` lacks stays as it is.

    >>> from alignchecker.model.plan import Position
    >>> def item(id, label):
    ...     place = Position("plan.txt")
    ...     return ItemDraft(id, 1, "施策", ItemKind.MEASURE, label, None, place, id)
    >>> match([item("1", "緑の保全"), item("2", "水辺の再生")], [item("1", "水辺の再生")]).pairs
    {'2': '1'}
    """
    matcher = _Matcher(old, new)
    for before, now in known.items():
        matcher.known(before, now)
    found = matcher.run()
    return Matching({**known, **found.pairs}, found.doubts)


def number(item: ItemDraft) -> str | None:
    """The number that an item has, as its code or as printed."""
    return item.code or item.printed_number


class _Side:
    """One of the two readings; ``same`` says which items of it have been found in the other."""

    def __init__(self, items: Sequence[ItemDraft]) -> None:
        self.items = {item.id: item for item in items}
        self.children: dict[str | None, list[ItemDraft]] = defaultdict(list)
        for item in self.items.values():
            self.children[item.parent].append(item)
        self.place = {item_id: place for place, item_id in enumerate(self.items)}
        self.same: dict[str, str] = {}

    def open(self) -> list[ItemDraft]:
        return [item for item in self.items.values() if item.id not in self.same]

    def below(self, item: ItemDraft) -> tuple[str, ...]:
        return tuple(sorted(label_key(child.label) for child in self.children[item.id]))


class _Matcher:
    def __init__(self, old: Sequence[ItemDraft], new: Sequence[ItemDraft]) -> None:
        self.old, self.new = _Side(old), _Side(new)
        self.likeness = Likeness(item.label for item in (*old, *new))

    def run(self) -> Matching:
        self.vision()
        for _ in range(_ROUNDS):
            before = len(self.old.same)
            self.by_label()
            self.by_likeness()
            if len(self.old.same) == before:
                break
        self.leftover_labels()
        self.by_label()
        pairs = {id_: self.old.same[id_] for id_ in self.old.items if id_ in self.old.same}
        return Matching(pairs, tuple(self.doubts()))

    def known(self, old: str, new: str) -> None:
        """Takes a pair as certain."""
        self.new.same[new] = old
        if old in self.old.items:
            self.old.same[old] = new

    def pair(self, old: ItemDraft, new: ItemDraft) -> None:
        self.old.same[old.id] = new.id
        self.new.same[new.id] = old.id

    def vision(self) -> None:
        """A plan has one vision; a new wording of it is still that."""
        found = [
            [item for item in side.items.values() if item.kind is ItemKind.VISION]
            for side in (self.old, self.new)
        ]
        if all(len(visions) == 1 for visions in found) and self.is_open(found[0][0], found[1][0]):
            self.pair(found[0][0], found[1][0])

    def by_label(self) -> None:
        """The same label: once in each, or under the same parent; then what hangs below decides."""
        keys: tuple[_Key, ...] = (
            # Of measures of one name in one place, those of one text belong together.
            lambda side, item: (item.kind, self.parent(side, item), side.below(item), item.text),
            lambda side, item: (item.kind, self.parent(side, item), side.below(item)),
            lambda side, item: (item.kind, self.parent(side, item)),
            self.parent,
        )
        for _ in range(_ROUNDS):
            before = len(self.old.same)
            self.once(lambda _, item: item.kind)
            self.once(lambda _, __: None)
            for key in keys:
                self.in_order(key)
            if len(self.old.same) == before:
                return

    def parent(self, side: _Side, item: ItemDraft) -> Hashable:
        """The same value for items under the same parent; under one not found yet, its own."""
        if item.parent is None:
            return None
        if side is self.old:
            return self.old.same.get(item.parent, ("old", item.parent))
        return item.parent if item.parent in self.new.same else ("new", item.parent)

    def buckets(self, side: _Side, key: _Key, items: Iterable[ItemDraft]) -> _Buckets:
        buckets: _Buckets = defaultdict(list)
        for item in items:
            buckets[label_key(item.label), key(side, item)].append(item)
        return buckets

    def once(self, key: _Key) -> None:
        """Labels that occur once in either plan, those found already included."""
        old = self.buckets(self.old, key, self.old.items.values())
        new = self.buckets(self.new, key, self.new.items.values())
        for name, (first, *more) in old.items():
            others = new.get(name, [])
            if not more and len(others) == 1 and self.is_open(first, others[0]):
                self.pair(first, others[0])

    def is_open(self, old: ItemDraft, new: ItemDraft) -> bool:
        return old.id not in self.old.same and new.id not in self.new.same

    def in_order(self, key: _Key) -> None:
        """Repeated labels in one place: by number where some are missing, else in their order."""
        old = self.buckets(self.old, key, self.old.open())
        new = self.buckets(self.new, key, self.new.open())
        for name, firsts in old.items():
            others = new.get(name, [])
            if len(firsts) != len(others):
                by_number = {number(item): item for item in reversed(others)}
                for item in firsts:
                    other = by_number.pop(number(item), None)
                    if other is not None:
                        self.pair(item, other)
            rest = ([i for i in firsts if i.id not in self.old.same],
                    [i for i in others if i.id not in self.new.same])  # fmt: skip
            for item, other in zip(*rest, strict=False):
                self.pair(item, other)

    def leftover_labels(self) -> None:
        """A repeated label of which one is left on both sides: moved, if from or to a known place.

        相談支援 under a goal that went and under one that came are two measures.
        """
        old = self.buckets(self.old, lambda _, __: None, self.old.open())
        new = self.buckets(self.new, lambda _, __: None, self.new.open())
        for name, firsts in old.items():
            others = new.get(name, [])
            if len(firsts) != 1 or len(others) != 1:
                continue
            parents = firsts[0].parent, others[0].parent
            known = parents[0] in self.old.same or parents[1] in self.new.same
            if known or None in parents:
                self.pair(firsts[0], others[0])

    def by_likeness(self) -> None:
        """Renamed: the best for each other, and clearly better than the next."""
        scores = self.scores()
        firsts, seconds = _ranked(scores, 0), _ranked(scores, 1)
        for (old_id, new_id), score in sorted(scores.items(), key=lambda pair: -pair[1]):
            old, new = self.old.items[old_id], self.new.items[new_id]
            if label_key(old.label) == label_key(new.label) and not self.shared_below(old, new):
                continue  # A repeated label: where it stands decides, not that it is the same.
            next_best = max(_next(firsts[old_id], new_id), _next(seconds[new_id], old_id))
            if score >= _ENOUGH and score - next_best >= _MARGIN and self.is_open(old, new):
                self.pair(old, new)

    def scores(self) -> dict[tuple[str, str], float]:
        """Score of every pair of items not found yet that is worth a look."""
        found: dict[tuple[str, str], float] = {}
        for old, new in self.candidates():
            if (old.id, new.id) not in found:
                found[old.id, new.id] = self.score(old, new)
        return {pair: score for pair, score in found.items() if score > 0}

    def candidates(self) -> Iterator[tuple[ItemDraft, ItemDraft]]:
        """Labels that share rare pairs of characters; one number in one place; the same below."""
        old, new = self.old.open(), self.new.open()
        nearest = self.likeness.nearest([i.label for i in old], [i.label for i in new])
        for item, places in zip(old, nearest, strict=True):
            yield from ((item, new[place]) for place in places)
        numbered: dict[Hashable, ItemDraft] = {}
        for item in reversed(new):
            numbered[self.parent(self.new, item), number(item)] = item
        for item in old:
            other = numbered.get((self.parent(self.old, item), number(item)))
            if other is not None:
                yield item, other
            for child in self.old.children[item.id]:
                twin = self.new.items.get(self.old.same.get(child.id, ""))
                if twin and twin.parent and twin.parent not in self.new.same:
                    yield item, self.new.items[twin.parent]

    def score(self, old: ItemDraft, new: ItemDraft) -> float:
        """Likeness of the labels, and for what stands around them up to 0.8 more."""
        alike = self.likeness.of(old.label, new.label)
        below = self.shared_below(old, new)
        if alike < _ALIKE and below < 0.5:
            return 0.0
        same_place = self.parent(self.old, old) == self.parent(self.new, new)
        same_number = same_place and number(old) == number(new)
        return (
            alike
            + 0.2 * same_place
            + 0.1 * same_number
            + 0.5 * below
            - 0.3 * (old.kind is not new.kind)
        )

    def shared_below(self, old: ItemDraft, new: ItemDraft) -> float:
        """Share of the items directly below that are the same; 0 unless at least two are."""
        below = self.old.children[old.id], self.new.children[new.id]
        twins = {self.old.same.get(child.id) for child in below[0]}
        common = sum(child.id in twins for child in below[1])
        return common / max(map(len, below)) if common >= 2 else 0.0

    def doubts(self) -> Iterator[Doubt]:
        """What is left and alike, in groups: a split, a merger, a label that could be two."""
        near: dict[str, set[str]] = defaultdict(set)
        for (old_id, new_id), score in self.scores().items():
            if score >= _ENOUGH:
                near["o" + old_id].add("n" + new_id)
                near["n" + new_id].add("o" + old_id)
        seen: set[str] = set()
        for start in [*("o" + item for item in self.old.items)]:
            group, waiting = set[str](), [start] if start in near else []
            while waiting:
                node = waiting.pop()
                if node not in seen:
                    seen.add(node)
                    group.add(node)
                    waiting += near[node]
            if group:
                old = (node[1:] for node in group if node[0] == "o")
                new = (node[1:] for node in group if node[0] == "n")
                yield Doubt(
                    tuple(sorted(old, key=self.old.place.__getitem__)),
                    tuple(sorted(new, key=self.new.place.__getitem__)),
                )


_Buckets = dict[tuple[str, Hashable], list[ItemDraft]]


def _ranked(scores: dict[tuple[str, str], float], end: int) -> dict[str, dict[str, float]]:
    """The scores of each item at one end (0 old, 1 new), by the item at the other."""
    ranked: dict[str, dict[str, float]] = defaultdict(dict)
    for pair, score in scores.items():
        ranked[pair[end]][pair[1 - end]] = score
    return ranked


def _next(scores: dict[str, float], but: str) -> float:
    return max((score for other, score in scores.items() if other != but), default=0.0)
