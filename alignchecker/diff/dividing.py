"""Splits and mergers: an item whose words, text or sub-items two or more items share out.

Nobody declares either, so both are found from what is left over after matching, and are likely at
best. A merger is a split read from the new plan to the old one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from alignchecker.diff.likeness import Likeness, topic
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft

_WITHIN = 0.5
"""Share of a part's words that the whole must have."""
_OWN = 0.3
"""Share of a part's words that must be of the whole and of no other part."""
_COVERED = 0.45
"""Share of the whole that its parts must have together."""
_REPEATED = 0.8
"""Share of the whole's label that each part repeats, where they only say of what (子どもの…)."""
_LONG = 15
"""Characters of a text from which it says more than a label."""
_CHILDREN = 2
"""Sub-items that a part must have taken over, where its words say nothing."""


_Of = Callable[[ItemDraft], str]


@dataclass(frozen=True, slots=True)
class Division:
    """Ids of the whole in one reading and of its parts in the other, in plan order."""

    whole: str
    parts: tuple[str, ...]


def divisions(
    wholes: Sequence[ItemDraft], parts: Sequence[ItemDraft], same: Mapping[str, str]
) -> list[Division]:
    """What was divided. same: id of an item among the wholes -> of the same among the parts.

    At least one part must be an item that is new; the other may be what the whole was taken for.
    """
    return list(_Divider(wholes, parts, same).every())


class _Divider:
    def __init__(
        self, wholes: Sequence[ItemDraft], parts: Sequence[ItemDraft], same: Mapping[str, str]
    ) -> None:
        self.parts, self.same = {item.id: item for item in parts}, same
        self.wholes = {item.id: item for item in wholes}
        self.found = {part: whole for whole, part in same.items()}
        self.new = [item for item in parts if item.id not in self.found]
        self.words = Likeness(text for item in (*wholes, *parts) for text in _texts(item))
        self.order = {item.id: place for place, item in enumerate(parts)}
        self.below: dict[str, list[str]] = defaultdict(list)
        for item in parts:
            if item.parent and item.id in self.found:
                self.below[item.parent].append(self.found[item.id])

    def every(self) -> Iterator[Division]:
        """The clearest first: what the labels of one item share out is no part of another's text.

        Gives the wholes in plan order.
        """
        candidates = self.candidates()
        used = set[str]()
        found: dict[str, list[str]] = {}
        for divided in (self.by_labels, self.repeated, self.by_texts, self.by_children):
            for whole_id, some in candidates.items():
                if whole_id in found:
                    continue
                whole = self.wholes[whole_id]
                fresh = [item for item in some if item.id not in used and item.kind is whole.kind]
                parts = divided(whole, self.parts.get(self.same.get(whole_id, "")), fresh)
                if parts:
                    used |= set(parts)
                    found[whole_id] = sorted(parts, key=self.order.__getitem__)
        yield from (Division(i, tuple(found[i])) for i in self.wholes if i in found)

    def candidates(self) -> dict[str, list[ItemDraft]]:
        """Of each whole the new items that share its words, its text or its sub-items."""
        near: dict[str, dict[str, ItemDraft]] = {item: {} for item in self.wholes}
        for of in (_label, _text):
            among = [item for item in self.wholes.values() if of(item)]
            new = [item for item in self.new if of(item)]
            nearest = self.words.nearest([of(i) for i in new], [of(i) for i in among])
            for part, places in zip(new, nearest, strict=True):
                for place in places:
                    near[among[place].id][part.id] = part
        for part in self.new:
            for child in self.children(part):
                near.setdefault(self.wholes[child].parent or "", {})[part.id] = part
        near.pop("", None)
        return {whole: list(parts.values()) for whole, parts in near.items() if parts}

    def by_labels(
        self, whole: ItemDraft, twin: ItemDraft | None, fresh: Sequence[ItemDraft]
    ) -> list[str]:
        """Parts whose labels stand in that of the whole."""
        return self.shared_out(whole, twin, fresh, _label)

    def by_texts(
        self, whole: ItemDraft, twin: ItemDraft | None, fresh: Sequence[ItemDraft]
    ) -> list[str]:
        """Parts whose texts stand in that of the whole; beside it, where it kept its name."""
        if twin is not None and label_key(twin.label) == label_key(whole.label):
            fresh = [item for item in fresh if self.is_beside(whole, item)]
        return self.shared_out(whole, twin, fresh, _text)

    def shared_out(
        self, whole: ItemDraft, twin: ItemDraft | None, fresh: Sequence[ItemDraft], of: _Of
    ) -> list[str]:
        """Parts whose words stand in those of the whole, each some that the others have not."""
        full = _name if of is _label else of
        words = full(whole)
        if not words or (twin and label_key(full(twin)) == label_key(words)):
            return []
        both = [item for item in (twin, *fresh) if item is not None and of(item)]
        inside = [i for i in both if self.words.within(of(i), words) >= _WITHIN]
        inside.sort(
            key=lambda i: (
                -self.words.share([of(i)], words),
                not self.is_beside(whole, i),
                self.order[i.id],
            )
        )
        chosen: list[ItemDraft] = []
        for item in inside:
            mine = self.words.within(of(item), words)
            others = [of(i) for i in chosen]
            if not chosen or self.words.own(of(item), words, others) >= _OWN * mine:
                chosen.append(item)
        is_taken = len(chosen) > 1 and (twin is None or twin in chosen)
        covered = self.words.share([full(i) for i in chosen], words)
        return [i.id for i in chosen] if is_taken and covered >= _COVERED else []

    def repeated(
        self, whole: ItemDraft, twin: ItemDraft | None, fresh: Sequence[ItemDraft]
    ) -> list[str]:
        """Neighbours that all repeat the label and only add to it: 子どもの…, 高齢者の…."""
        if twin is not None and label_key(twin.label) == label_key(whole.label):
            return []
        parts = [
            item
            for item in (twin, *fresh)
            if item is not None
            and self.words.within(whole.label, item.label) >= _REPEATED
            and self.is_beside(whole, item)
        ]
        is_taken = len(parts) > 1 and (twin is None or twin in parts)
        return [item.id for item in parts] if is_taken else []

    def is_beside(self, whole: ItemDraft, part: ItemDraft) -> bool:
        """Whether a part stands where the whole stood."""
        if whole.parent is None or part.parent is None:
            return whole.parent is part.parent
        return self.same.get(whole.parent) == part.parent

    def by_children(
        self, whole: ItemDraft, twin: ItemDraft | None, fresh: Sequence[ItemDraft]
    ) -> list[str]:
        """Parts under which the sub-items of the whole now stand, and mostly those."""
        taken = [
            item
            for item in fresh
            if len(self.children(item)) >= _CHILDREN
            and all(self.wholes[child].parent == whole.id for child in self.children(item))
        ]
        if twin is not None:
            kept = [c for c in self.children(twin) if self.wholes[c].parent == whole.id]
            taken = [twin, *taken] if kept else []
        return [item.id for item in taken] if len(taken) > 1 else []

    def children(self, part: ItemDraft) -> list[str]:
        """Ids, on the side of the wholes, of what stands under an item on that of the parts."""
        return self.below.get(part.id, [])


def _name(item: ItemDraft) -> str:
    return item.label


def _label(item: ItemDraft) -> str:
    """What a label is about: which of 推進 and 充実 is done there says nothing of a part."""
    return topic(item.label)


def _text(item: ItemDraft) -> str:
    return item.text if item.text and len(item.text) >= _LONG else ""


def _texts(item: ItemDraft) -> Iterator[str]:
    yield item.label
    yield _label(item)
    if _text(item):
        yield _text(item)
