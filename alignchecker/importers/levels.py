"""How deep the items of a plan stand, for formats that say only what stands under what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignchecker.model.plan import ItemDraft, ItemKind

NO_LEVEL = frozenset({ItemKind.GROUP, ItemKind.VISION})
"""Kinds that count as no level of the plan (design §3)."""


def with_levels(items: Sequence[ItemDraft]) -> tuple[ItemDraft, ...]:
    """The items with ``level`` set from their parents: 1 for the plan's own top, 0 for groups.

    An item whose chain of parents comes back to itself stands where the chain breaks off.
    """
    by_id = {item.id: item for item in items}
    depths: dict[str, int] = {}
    for item in items:
        chain: dict[str, ItemDraft] = {}
        step: ItemDraft | None = item
        while step is not None and step.id not in depths and step.id not in chain:
            chain[step.id] = step
            step = by_id.get(step.parent or "")
        depth = depths.get(step.id, 0) if step is not None else 0
        for each in reversed(chain.values()):
            depth += each.kind not in NO_LEVEL
            depths[each.id] = depth
    return tuple(
        replace(item, level=0 if item.kind in NO_LEVEL else depths[item.id]) for item in items
    )
