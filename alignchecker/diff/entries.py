"""Relations and indicators of two editions: which is which, and which changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from alignchecker.diff.likeness import Likeness, best_pairs
from alignchecker.diff.matching import Matching
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import IndicatorDraft, PlanDraft, RelationDraft

_E = TypeVar("_E")
_ALIKE = 0.6
"""Likeness of names from which two indicators are likely one."""
_MARKS = "*＊※ \u3000"
_UNIT = re.compile(r"[*＊※]?[（(][^（()）]{1,8}[)）]$")


@dataclass(frozen=True)
class EntryChange(Generic[_E]):
    """An entry before and now, None where there is none.

    is_likely: that both are one rests on the likeness of their names, or on nothing else being left
    of the item.
    """

    old: _E | None
    new: _E | None
    is_likely: bool = False


def relation_changes(old: PlanDraft, new: PlanDraft) -> Iterator[EntryChange[RelationDraft]]:
    """Relations that came, went, or say otherwise how the plan stands to the other."""
    found = _paired(old.relations, new.relations, (_exact, lambda r: label_key(r.name)))
    return (c for c in found if c.old is None or c.new is None or _exact(c.old) != _exact(c.new))


def _exact(relation: RelationDraft) -> Hashable:
    # A verb that is none of the list is written as "other" and read back as None.
    verb = relation.verb if relation.verb != "other" else None
    return label_key(relation.name), verb, relation.rank


def indicator_changes(
    old: PlanDraft, new: PlanDraft, matching: Matching
) -> Iterator[EntryChange[IndicatorDraft]]:
    """Indicators that came, went, were renamed, or have other values.

    One under another name is likely the same where the names are alike, or where it is the only one
    left of its item in both plans.
    """
    items = matching.pairs

    def said(indicator: IndicatorDraft) -> Hashable:
        return name_key(indicator.name), tuple(_values(indicator))

    def placed(side: Sequence[IndicatorDraft], entry: IndicatorDraft) -> Hashable:
        return items.get(entry.item or "") if side is old.indicators else entry.item

    mine = [(placed(old.indicators, e), e) for e in old.indicators]
    yours = [(placed(new.indicators, e), e) for e in new.indicators]
    found = _paired(
        mine,
        yours,
        (
            lambda pair: (name_key(pair[1].name), pair[0]),
            lambda pair: name_key(pair[1].name),
        ),
    )
    changes = [EntryChange(c.old and c.old[1], c.new and c.new[1]) for c in found]
    for change in _renamed(_alike(changes), items):
        if change.old is None or change.new is None or said(change.old) != said(change.new):
            yield change


def name_key(name: str) -> str:
    """The form in which names are compared: without the marks that lead to notes.

    >>> name_key("製造品出荷額等＊") == name_key("製造品出荷額等")
    True
    """
    return label_key(name.rstrip(_MARKS)) or label_key(name)


def _values(indicator: IndicatorDraft) -> Iterator[Hashable]:
    for value in indicator.values:
        yield value.kind, value.quoted_as, value.fiscal_year


def _renamed(
    changes: Sequence[EntryChange[IndicatorDraft]], items: dict[str, str]
) -> Iterator[EntryChange[IndicatorDraft]]:
    gone: dict[str, list[IndicatorDraft]] = defaultdict(list)
    come: dict[str, list[IndicatorDraft]] = defaultdict(list)
    for change in changes:
        if change.new is None and change.old is not None and change.old.item in items:
            gone[items[change.old.item or ""]].append(change.old)
        elif change.old is None and change.new is not None and change.new.item:
            come[change.new.item].append(change.new)
    yield from _joined(
        changes,
        [
            (some[0], come[item][0])
            for item, some in gone.items()
            if len(some) == len(come.get(item, ())) == 1
        ],
    )


def _alike(changes: Sequence[EntryChange[IndicatorDraft]]) -> list[EntryChange[IndicatorDraft]]:
    gone = [change.old for change in changes if change.old is not None and change.new is None]
    come = [change.new for change in changes if change.new is not None and change.old is None]
    names = [_bare(entry.name) for entry in gone], [_bare(entry.name) for entry in come]
    likeness = Likeness(name for side in names for name in side)
    scores = {
        (place, other): likeness.of(names[0][place], names[1][other])
        for place, others in enumerate(likeness.nearest(*names))
        for other in others
    }
    pairs = [(gone[a], come[b]) for a, b in best_pairs(scores) if scores[a, b] >= _ALIKE]
    return list(_joined(changes, pairs))


def _bare(name: str) -> str:
    """A name without the marks and the unit that tables put behind it."""
    return _UNIT.sub("", name.rstrip(_MARKS)) or name


def _joined(
    changes: Sequence[EntryChange[IndicatorDraft]],
    pairs: Sequence[tuple[IndicatorDraft, IndicatorDraft]],
) -> Iterator[EntryChange[IndicatorDraft]]:
    """The changes with what went and what came as one."""
    came = {id(old): new for old, new in pairs}
    taken = {id(new) for _, new in pairs}
    for change in changes:
        if change.new is None and id(change.old) in came:
            yield EntryChange(change.old, came[id(change.old)], is_likely=True)
        elif change.old is not None or id(change.new) not in taken:
            yield change


def _paired(
    old: Sequence[_E], new: Sequence[_E], keys: Sequence[Callable[[_E], Hashable]]
) -> list[EntryChange[_E]]:
    """Entries with one key, the first key first and in their order; then those left."""
    pairs: dict[int, int] = {}
    for key in keys:
        left: dict[Hashable, list[int]] = defaultdict(list)
        for place, entry in enumerate(new):
            if place not in pairs.values():
                left[key(entry)].append(place)
        for place, entry in enumerate(old):
            if place not in pairs and left.get(key(entry)):
                pairs[place] = left[key(entry)].pop(0)
    taken = set(pairs.values())
    found = [
        EntryChange(entry, new[pairs[n]] if n in pairs else None) for n, entry in enumerate(old)
    ]
    return found + [EntryChange(None, entry) for n, entry in enumerate(new) if n not in taken]
