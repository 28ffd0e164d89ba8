"""Items that carry one IRI in two files of an edition, as ``import --update`` leaves them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from alignchecker.diff.leftovers import doubts_left
from alignchecker.diff.likeness import Likeness
from alignchecker.diff.matching import Matching
from alignchecker.diff.revision import Edition
from alignchecker.model.normalize import label_key


def with_same_names(
    old: Edition, new: Edition, matching: Matching
) -> tuple[Matching, Mapping[str, str]]:
    """The items found so far and those of one IRI, and which pairs the IRI makes certain.

    A draft that was imported afresh has the IRIs of its numbers, which go to others as soon as
    something is inserted: where one IRI stands for two labels of which one stands elsewhere now, no
    IRI is believed; where the labels have nothing in common, that one is not.
    """
    shared = _shared(old, new)
    if not shared or _is_renumbered(old, new, shared):
        return matching, {}
    before, now = ({i.id: i for i in edition.draft.items} for edition in (old, new))
    likeness = Likeness(i.label for i in (*before.values(), *now.values()))
    named = {
        a: b
        for a, b in shared.items()
        if matching.pairs.get(a) == b
        or likeness.of(before[a].label, now[b].label) > 0
        or (before[a].text is not None and before[a].text == now[b].text)
    }
    taken = set(named.values())
    others = {a: b for a, b in matching.pairs.items() if a not in named and b not in taken}
    every = {**named, **others}
    pairs = {item: every[item] for item in before if item in every}
    return Matching(pairs, tuple(doubts_left(matching.doubts, pairs))), named


def _shared(old: Edition, new: Edition) -> dict[str, str]:
    """Ids of items of one IRI, of one edition."""
    if not old.iri or old.iri != new.iri:
        return {}
    ids = {iri: item for item, iri in new.names.items()}
    return {item: ids[iri] for item, iri in old.names.items() if iri in ids}


def _is_renumbered(old: Edition, new: Edition, shared: Mapping[str, str]) -> bool:
    """Whether a label that occurs once in both editions has another IRI now."""
    places: list[dict[str, str]] = []
    for edition in (old, new):
        counted = Counter(label_key(item.label) for item in edition.draft.items)
        keys = {label_key(item.label): item.id for item in edition.draft.items}
        places.append({key: item for key, item in keys.items() if counted[key] == 1})
    was, is_now = places
    return any(shared.get(item) != is_now[key] for key, item in was.items() if key in is_now)
