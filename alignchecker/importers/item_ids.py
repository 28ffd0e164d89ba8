"""Ids for items that a format gives none: the path of codes that the text importer would give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from alignchecker.importers.levels import NO_LEVEL
from alignchecker.model.normalize import normalize
from alignchecker.model.plan import ItemDraft, ItemKind

# What an IRI cannot hold (RFC 3987), and the path's own separators at its ends.
_NO_ID = re.compile(r"[\x00-\x20\x7f-\xa0<>\"{}|\\^`\[\]]|^/|/$|//")


def is_id(text: str) -> bool:
    """Whether a text can be the id of an item.

    >>> is_id("1/2"), is_id("1 2"), is_id("")
    (True, False, False)
    """
    return bool(text) and not _NO_ID.search(text)


def provisional(number: int) -> str:
    """An id until give_ids gives one; no real id begins like this."""
    return f"\0{number}"


def give_ids(items: Sequence[ItemDraft]) -> dict[str, str]:
    """Id of each item -> its id for good: its own, or for a provisional one a new one.

    No item may stand under itself, and chains of parents be shorter than what Python recurses.
    """
    by_id = {item.id: item for item in items}
    ids = {key: key for key in by_id if not key.startswith("\0")}
    taken = set(ids)
    unnumbered: Counter[str | None] = Counter()
    copies: Counter[str] = Counter()

    def give(item: ItemDraft) -> None:
        if item.parent is not None and item.parent not in ids:
            give(by_id[item.parent])
        unnumbered[item.parent] += item.printed_number is None
        base = _path(item, by_id, ids, unnumbered[item.parent])
        found = base
        while found in taken:
            copies[base] += 1
            found = f"{base}~{copies[base] + 1}"
        taken.add(found)
        ids[item.id] = found

    for item in items:
        if item.id not in ids:
            give(item)
    return ids


def with_ids(items: Sequence[ItemDraft]) -> list[ItemDraft]:
    """The items with their ids for good, parents included."""
    ids = give_ids(items)
    return [
        replace(item, id=ids[item.id], parent=None if item.parent is None else ids[item.parent])
        for item in items
    ]


def _path(item: ItemDraft, by_id: dict[str, ItemDraft], ids: dict[str, str], index: int) -> str:
    """The code where it goes on from the parent's, else the number below the parent's id."""
    parent = by_id[item.parent] if item.parent is not None else None
    code = _clean(item.code)
    above = (_clean(parent.code) or "\0") if parent is not None else ""
    if code and code.startswith(above):
        return code
    letter = "a" if item.kind is ItemKind.ACTION else "u"
    own = _clean(item.printed_number) or f"{letter}{index}"
    is_top = parent is None or parent.kind in NO_LEVEL
    return own if is_top else f"{ids[item.parent or '']}/{own}"


def _clean(text: str | None) -> str:
    return re.sub(r"[^\w.~-]+", "-", normalize(text or "")).strip("-")
