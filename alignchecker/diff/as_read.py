"""Which item of an earlier import is which of a new reading, where a person corrected items.

An import holds what was corrected, a new reading what is printed; they are held against each other
as they were read, so that an item keeps its id whatever it was called or put below since.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from alignchecker.diff.matching import Matching, match
from alignchecker.model.correction import Correction
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft, PlanDraft


def match_as_read(
    old: PlanDraft, new: PlanDraft, held: Sequence[Correction], *, is_same_document: bool
) -> Matching:
    """The items that are the same, also those that corrections dropped from the old draft.

    held: the corrections that the old draft follows. is_same_document: then an item is where it
    was, whatever it is called.
    """
    before = _as_read(old.items, held)
    pairs = _by_place(before, new.items) if is_same_document else {}
    pairs |= _dropped(before, new.items, held, pairs)
    return match(before, new.items, pairs)


def _as_read(items: Iterable[ItemDraft], held: Sequence[Correction]) -> list[ItemDraft]:
    labels = {c.item: c.as_read for c in held if c.field == "label"}
    return [replace(item, label=labels.get(item.id) or item.label) for item in items]


def _by_place(old: Iterable[ItemDraft], new: Iterable[ItemDraft]) -> dict[str, str]:
    """Items alone at their place in both, or alone there with their label."""
    pairs: dict[str, str] = {}
    for with_label in (False, True):
        before, now = (_only_ones(items, with_label=with_label) for items in (old, new))
        taken = set(pairs.values())
        for key, id_ in before.items():
            if id_ not in pairs and key in now and now[key] not in taken:
                pairs[id_] = now[key]
    return pairs


def _only_ones(items: Iterable[ItemDraft], *, with_label: bool) -> dict[Hashable, str]:
    found: dict[Hashable, str | None] = {}
    for item in items:
        at = item.position
        place = (at.line, at.sheet, at.cell, at.page)
        if not any(place):
            continue
        key = (place, label_key(item.label) if with_label else None)
        found[key] = None if key in found else item.id
    return {key: id_ for key, id_ in found.items() if id_ is not None}


def _dropped(
    old: Sequence[ItemDraft],
    new: Sequence[ItemDraft],
    held: Sequence[Correction],
    pairs: dict[str, str],
) -> dict[str, str]:
    """What is no item of the old draft, as a person said, by the id that it had there."""
    ids, taken = {item.id for item in old}, set(pairs.values())
    labels = {label_key(item.label) for item in old}
    by_label: dict[str, list[str]] = {}
    for item in new:
        if item.id not in taken:
            by_label.setdefault(label_key(item.label), []).append(item.id)
    found: dict[str, str] = {}
    for correction in held:
        id_, key = correction.item, label_key(correction.as_read or "")
        if correction.field != "no_item" or id_ is None or id_ in ids:
            continue
        others = [other for other in by_label.get(key, []) if other not in found.values()]
        if id_ in others:
            found[id_] = id_
        elif len(others) == 1 and key not in labels:
            found[id_] = others[0]
    return found
