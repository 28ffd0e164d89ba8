"""What a person changed in an earlier import stays, whatever a new reading says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from alignchecker.diff.changes import ITEM_FIELDS, PLAN_FIELDS, FactChange, value_text
from alignchecker.diff.identity import paired, value_content, value_subject
from alignchecker.diff.matching import match
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import (
    IndicatorDraft,
    ItemDraft,
    PlanDraft,
    RelationDraft,
    RoleDraft,
)

_T = TypeVar("_T", PlanDraft, ItemDraft, IndicatorDraft, RelationDraft, RoleDraft)
_NEVER_FILLED = {"form", "capture", "stated_years", "measure_level", "text", "repeated"}
"""Facts that a document may well cease to state; without its source the new reading decides."""
_PRINTED = ("label", "code", "printed_number")
"""Only what is known to be a person's change stays; otherwise it is a new heading or number."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The new reading with what stays of the old. kept: facts that the new one has otherwise."""

    draft: PlanDraft
    kept: tuple[FactChange, ...]


def merge(old: PlanDraft, new: PlanDraft, origin: PlanDraft | None) -> Merged:
    """Keeps what a person changed: facts of ``old`` that its own document does not give.

    new: with the ids of old. origin: what old's document gives when it is read again; None where
    it is not at hand, and then only what the new reading leaves empty is kept.
    """
    if origin is not None and not any(item.text for item in old.items):
        origin = origin.structure()
    kept: list[FactChange] = []
    items = _items(old, new, origin, kept)
    draft = _merged(old, new, origin, PLAN_FIELDS, None, kept)
    solved = {f"{f}-unknown" for f in PLAN_FIELDS if getattr(draft, f) is not None}
    held = [f for f in old.unverified if getattr(draft, f, None) != getattr(new, f, None)]
    draft = replace(
        draft,
        items=items,
        relations=_entries(
            (old.relations, new.relations, origin.relations if origin else None),
            "name",
            ("verb", "rank", "verb_text"),
            kept,
        ),
        roles=_entries(
            (old.roles, new.roles, origin.roles if origin else None),
            "quoted_as",
            ("plan_type", "cited_act"),
            kept,
        ),
        indicators=_indicators(old, new, origin, kept),
        warnings=tuple(w for w in new.warnings if w.code not in solved),
        unverified=tuple(dict.fromkeys((*new.unverified, *held))),
    )
    return Merged(draft, tuple(kept))


def _items(
    old: PlanDraft, new: PlanDraft, origin: PlanDraft | None, kept: list[FactChange]
) -> tuple[ItemDraft, ...]:
    before = {item.id: item for item in old.items}
    first = _in_ids_of(old, origin)
    fields = tuple(f for f in ITEM_FIELDS if f != "text" or any(i.text for i in old.items))
    merged = {}
    for item in new.items:
        was = before.get(item.id)
        source = first.get(item.id)
        if was is None:
            merged[item.id] = item
            continue
        names = (*fields, *_PRINTED) if source else fields
        merged[item.id] = _merged(was, item, source, names, was.label, kept)
    if origin is not None:
        _keep_places(merged, before, first, kept)
    return tuple(merged.values())


def set_by_hand(
    old: PlanDraft, origin: PlanDraft | None, item_ids: Collection[str]
) -> Iterator[FactChange]:
    """Facts of some items that a person set: the value, and what the document gives instead.

    Nothing where the document is not at hand.
    """
    first = _in_ids_of(old, origin)
    for item in old.items:
        source = first.get(item.id)
        if source is not None and item.id in item_ids:
            for name in ("label", *ITEM_FIELDS):
                was, given = getattr(item, name), getattr(source, name)
                if was != given and was not in (None, ()):
                    yield FactChange(item.label, name, value_text(was), value_text(given))


def _in_ids_of(old: PlanDraft, origin: PlanDraft | None) -> dict[str, ItemDraft]:
    """The items of the document as read again, by the ids that they have in the old import."""
    if origin is None:
        return {}
    ids = {now: before for before, now in match(old.items, origin.items).pairs.items()}
    return {
        ids[item.id]: replace(item, id=ids[item.id], parent=ids.get(item.parent or ""))
        for item in origin.items
        if item.id in ids
    }


def _keep_places(
    merged: dict[str, ItemDraft],
    before: Mapping[str, ItemDraft],
    first: Mapping[str, ItemDraft],
    kept: list[FactChange],
) -> None:
    """Items that a person hung elsewhere stay there, unless that would make a circle."""
    for item_id, source in first.items():
        item, parent = merged.get(item_id), before[item_id].parent
        if item is None or parent in {source.parent, item.parent}:
            continue
        if parent is not None and (parent not in merged or item_id in _above(merged, parent)):
            continue
        if item.parent != source.parent:
            place = merged[item.parent].label if item.parent in merged else None
            own = merged[parent].label if parent else None
            kept.append(FactChange(item.label, "parent", own, place))
        merged[item_id] = replace(item, parent=parent)


def _indicators(
    old: PlanDraft, new: PlanDraft, origin: PlanDraft | None, kept: list[FactChange]
) -> tuple[IndicatorDraft, ...]:
    first = origin.indicators if origin else None
    names = ("unit", "scope", "population", "source_survey", "departments")
    merged = _entries((old.indicators, new.indicators, first), "name", names, kept)
    if first is None:
        return merged
    before = {entry.id: entry for entry in old.indicators}
    source = {label_key(entry.name): entry for entry in first}
    return tuple(
        _with_values(before[entry.id], entry, source[label_key(entry.name)], kept)
        if entry.id in before and label_key(entry.name) in source
        else entry
        for entry in merged
    )


def _with_values(
    old: IndicatorDraft, new: IndicatorDraft, origin: IndicatorDraft, kept: list[FactChange]
) -> IndicatorDraft:
    """The new values, but the old one where a person wrote another than the document has."""
    before = {value_subject(value): value for value in old.values}
    source = {value_subject(value): value for value in origin.values}
    values = []
    for value in new.values:
        was, first = before.get(value_subject(value)), source.get(value_subject(value))
        if was and first and value_content(was) != value_content(first):
            if value_content(value) != value_content(first):
                kept.append(FactChange(new.name, "values", was.quoted_as, value.quoted_as))
            values.append(replace(was, position=value.position))
        else:
            values.append(value)
    return replace(new, values=tuple(values))


def _entries(
    readings: tuple[Sequence[_T], Sequence[_T], Sequence[_T] | None], subject: str,
    names: Sequence[str], kept: list[FactChange],
) -> tuple[_T, ...]:  # fmt: skip
    """The entries of old, new and origin, merged where they are about the same subject."""
    old, new, origin = readings

    def about(entry: _T) -> str:
        return label_key(getattr(entry, subject))

    before = paired(old, new, (about,))
    first = paired(origin or (), old, (about,))
    merged = list(new)
    for place, was in before.items():
        entry = new[place]
        source = origin[first[was]] if origin is not None and was in first else None
        merged[place] = _merged(old[was], entry, source, names, getattr(entry, subject), kept)
    return tuple(merged)


def _above(items: Mapping[str, ItemDraft], item_id: str) -> set[str]:
    found: set[str] = set()
    above: str | None = item_id
    while above is not None and above not in found and above in items:
        found.add(above)
        above = items[above].parent
    return found


def _merged(
    old: _T, new: _T, origin: _T | None, names: Sequence[str], subject: str | None,
    kept: list[FactChange],
) -> _T:  # fmt: skip
    """The new value of each fact, or the old one where a person set it."""
    stay = {}
    for name in names:
        was, now = getattr(old, name), getattr(new, name)
        if was == now or was in (None, (), ""):
            continue
        source = getattr(origin, name) if origin is not None else None
        by_hand = origin is not None and was != source
        unsaid = origin is None and now in (None, ()) and name not in _NEVER_FILLED
        if by_hand or unsaid:
            stay[name] = was
        if unsaid or (by_hand and now != source):
            kept.append(FactChange(subject, name, value_text(was), value_text(now)))
    return replace(new, **stay)
