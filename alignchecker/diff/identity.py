"""What the nodes of a new reading are called, so that everything still there keeps its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from alignchecker.diff.matching import Matching
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import (
    SPURIOUS_HEADING,
    ActCitation,
    CountClaim,
    ImportWarning,
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    PlanDraft,
    PlanMention,
    ProgressDraft,
    RelationDraft,
    RoleDraft,
)

Entry = (
    RelationDraft
    | RoleDraft
    | CountClaim
    | ActCitation
    | PlanMention
    | ProgressDraft
    | ImportWarning
)
"""What documents.triples numbers: <edition>/relation/1 and so on."""


_T = TypeVar("_T")


def numbered(draft: PlanDraft) -> dict[str, Sequence[Entry]]:
    """The entries that triples numbers, by the word before their number."""
    return {
        "relation": draft.relations,
        "role": draft.roles,
        "claim": draft.claims,
        "citation": draft.citations,
        "mention": draft.mentions,
        "progress": draft.progress,
        "left-out": [w for w in draft.warnings if w.code == SPURIOUS_HEADING],
    }


def with_old_ids(
    new: PlanDraft, old: PlanDraft, matching: Matching, used: Collection[str]
) -> PlanDraft:
    """The new reading with the ids of the old one, and ids never used before for what is new.

    used: ids of everything that is or ever was below the edition.
    """
    ids = _item_ids(new.items, matching, used)
    items = tuple(
        replace(item, id=ids[item.id], parent=item.parent and ids[item.parent])
        for item in new.items
    )
    roles = tuple(replace(role, item=role.item and ids.get(role.item)) for role in new.roles)
    progress = tuple(replace(entry, item=ids.get(entry.item, entry.item)) for entry in new.progress)
    indicators = _indicators(new.indicators, old.indicators, ids, {*used, *ids.values()})
    return replace(new, items=items, roles=roles, progress=progress, indicators=indicators)


def _item_ids(
    items: Iterable[ItemDraft], matching: Matching, used: Collection[str]
) -> dict[str, str]:
    """New id -> the id to write; what is new is called after its parent, as the importer does."""
    ids = {now: before for before, now in matching.pairs.items()}
    taken = {*used, *ids.values()}
    for item in items:
        if item.id not in ids:
            ids[item.id] = _free(_below(item.id, item.parent, ids), taken)
            taken.add(ids[item.id])
    return ids


def _below(new_id: str, parent: str | None, ids: Mapping[str, str]) -> str:
    if parent is None or not new_id.startswith(parent + "/"):
        return new_id
    return ids.get(parent, parent) + new_id.removeprefix(parent)


def _free(wanted: str, taken: Collection[str]) -> str:
    """The id, or where it is taken 1/3~2, 1/3~3 …"""
    found, copy = wanted, 2
    while found in taken:
        found, copy = f"{wanted}~{copy}", copy + 1
    return found


def _indicators(
    new: Sequence[IndicatorDraft],
    old: Sequence[IndicatorDraft],
    ids: Mapping[str, str],
    used: Collection[str],
) -> tuple[IndicatorDraft, ...]:
    moved = [replace(entry, item=entry.item and ids.get(entry.item)) for entry in new]
    pairs = paired(old, moved, (lambda i: (i.item, label_key(i.name)), lambda i: label_key(i.name)))
    taken, found = set(used), []
    for place, (entry, own) in enumerate(zip(moved, new, strict=True)):
        if place in pairs:
            found.append(replace(entry, id=old[pairs[place]].id))
        else:
            found.append(replace(entry, id=_free(_below(own.id, own.item, ids), taken)))
            taken.add(found[-1].id)
    return tuple(found)


def entry_pairs(old: PlanDraft, new: PlanDraft) -> dict[str, dict[int, int]]:
    """For each numbered kind: place in the new list -> place of the same entry in the old one."""
    before = numbered(old)
    keys: tuple[Callable[[Entry], Hashable], ...] = (_content, _subject)
    if old.sha256 == new.sha256:
        # Of one document: an entry stands where it stood, whatever a person made of its name.
        keys = (*keys, _place)
    return {kind: paired(before[kind], entries, keys) for kind, entries in numbered(new).items()}


def value_pairs(old: PlanDraft, new: PlanDraft) -> dict[str, dict[int, int]]:
    """Id of an indicator -> place of each of its values now -> place of the same value before."""
    before = {entry.id: entry.values for entry in old.indicators}
    return {
        entry.id: paired(before.get(entry.id, ()), entry.values, (value_content, value_subject))
        for entry in new.indicators
    }


def value_content(value: IndicatorValueDraft) -> Hashable:
    """All that a value says."""
    return tuple(getattr(value, f.name) for f in fields(value) if f.name != "position")


def value_subject(value: IndicatorValueDraft) -> Hashable:
    """What a value is of: target of 2030."""
    return value.kind, value.fiscal_year


def paired(
    old: Sequence[_T], new: Sequence[_T], keys: Sequence[Callable[[_T], Hashable]]
) -> dict[int, int]:
    """Place in new -> place in old of the entries with equal keys, in order; key after key."""
    pairs: dict[int, int] = {}
    for key in keys:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        taken = set(pairs.values())
        for place, entry in enumerate(old):
            if place not in taken:
                waiting[key(entry)].append(place)
        for place, entry in enumerate(new):
            if place not in pairs and waiting.get(key(entry)):
                pairs[place] = waiting[key(entry)].pop(0)
    return pairs


def _content(entry: Entry) -> Hashable:
    return tuple(getattr(entry, f.name) for f in fields(entry) if f.name != "position")


def _subject(entry: Entry) -> Hashable:
    """What an entry is about, whatever it says of it."""
    match entry:
        case RelationDraft() | PlanMention():
            return label_key(entry.name)
        case RoleDraft() | ActCitation():
            return label_key(entry.quoted_as)
        case CountClaim():
            return entry.level_name
        case ProgressDraft():
            return entry.item, entry.fiscal_year
        case ImportWarning():
            return entry.arguments


def _place(entry: Entry) -> Hashable:
    """Where it was read; of one without a place, itself and no other."""
    at = entry.position
    place = None if at is None else (at.line, at.sheet, at.cell, at.page)
    return place if place is not None and any(place) else object()


def entry_words(entry: Entry) -> str:
    """The words of the plan that an entry is about."""
    match entry:
        case RelationDraft() | PlanMention():
            return entry.name
        case RoleDraft() | ActCitation() | CountClaim():
            return entry.quoted_as
        case ProgressDraft():
            return f"{entry.item} {entry.fiscal_year}"
        case ImportWarning():
            return entry.arguments[0]
