"""What a new edition of a plan asks of the others: what to look at again, the worst first.

The worst is what the law ties closest (the strongest verb of the plan's relations to the changed
one), and within that what lost its ground: an answer to an item that is gone is worse than one to
an item that only moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from alignchecker.diff.revision import Kind, Revision, Sureness
from alignchecker.model.plan import ItemDraft

FORCES = ("binding", "weighing", "administrative", None)
"""How strongly the law ties a plan to another, the strongest first; None: no relation says."""


class Reason(StrEnum):
    """Why something is to be looked at again; the worst first."""

    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"
    UNANSWERED = "unanswered"
    RENAMED = "renamed"
    CHANGED = "changed"
    EDITION = "edition"
    WHOLE = "whole"
    NO_COUNTERPART = "no-counterpart"
    INDICATOR = "indicator"
    PERIOD = "period"
    MOVED = "moved"
    RENUMBERED = "renumbered"


WORST = tuple(Reason)
OF_KIND = {
    Kind.REMOVED: Reason.REMOVED, Kind.SPLIT: Reason.SPLIT, Kind.MERGED: Reason.MERGED,
    Kind.RENAMED: Reason.RENAMED, Kind.CHANGED: Reason.CHANGED, Kind.MOVED: Reason.MOVED,
    Kind.RENUMBERED: Reason.RENUMBERED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Impact:
    """One thing to look at again.

    plan, focus: IRIs; None where every plan is meant (an item that nobody answers). label: of the
    focus. force: notation of the strongest tie, None where no relation says one. accepted: False of
    a link that is only proposed, None of what is no link. old, new: items of the changed plan.
    sureness: of the match of old and new, None where there is nothing to match. words: names of
    indicators, or the plan as cited. years: first and last fiscal year of the plan, where they are
    the reason.
    """

    reason: Reason
    plan: str | None
    title: str | None
    force: str | None
    focus: str | None
    label: str
    department: str | None = None
    accepted: bool | None = None
    old: tuple[ItemDraft, ...] = ()
    new: tuple[ItemDraft, ...] = ()
    sureness: Sureness | None = None
    words: tuple[str, ...] = ()
    years: tuple[int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Impacts:
    """All of them, the worst first. unlinked: plans tied to the changed one without any link."""

    revision: Revision
    found: tuple[Impact, ...]
    unlinked: tuple[str, ...]
