"""What a new edition of a plan asks of the others: what to look at again, the worst first.

How bad it is comes from two things: what happened (an answer that lost its ground is worse than one
to an item that only moved), and how strongly the law ties the plan to the changed one (the
strongest verb of its relations).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from alignchecker.diff.revision import Kind, Revision, Sureness
from alignchecker.model.plan import ItemDraft

FORCES = ("binding", "weighing", "administrative", None)
"""How strongly the law ties a plan to another, the strongest first; None: no relation says."""
_OF_FORCE = {"binding": 0, "weighing": 1, "administrative": 2, None: 2}


class Reason(StrEnum):
    """Why something is to be looked at again; the worst first."""

    EDITION = "edition"
    REMOVED = "removed"
    REPLACED = "replaced"
    SPLIT = "split"
    MERGED = "merged"
    UNANSWERED = "unanswered"
    RENAMED = "renamed"
    CHANGED = "changed"
    INDICATOR = "indicator"
    WHOLE = "whole"
    NO_COUNTERPART = "no-counterpart"
    PERIOD = "period"
    EDITION_UNSTATED = "edition-unstated"
    MOVED = "moved"
    RENUMBERED = "renumbered"


class Priority(StrEnum):
    """How soon to look at something, as officers grade what is found; the worst first."""

    TOP = "top"
    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


WORST = tuple(Reason)
_GRADES = {
    # What the plan says is no longer so.
    Reason.EDITION: 0, Reason.REMOVED: 0, Reason.REPLACED: 0, Reason.SPLIT: 0, Reason.MERGED: 0,
    Reason.UNANSWERED: 0,
    # It may no longer be so.
    Reason.RENAMED: 1, Reason.CHANGED: 1, Reason.INDICATOR: 1, Reason.WHOLE: 1,
    Reason.NO_COUNTERPART: 1,
    # It is so, but its form or its time is to be looked at.
    Reason.PERIOD: 2, Reason.EDITION_UNSTATED: 2, Reason.MOVED: 2, Reason.RENUMBERED: 2,
}  # fmt: skip
OF_KIND = {
    Kind.REMOVED: Reason.REMOVED, Kind.SPLIT: Reason.SPLIT, Kind.MERGED: Reason.MERGED,
    Kind.REPLACED: Reason.REPLACED, Kind.RENAMED: Reason.RENAMED, Kind.CHANGED: Reason.CHANGED,
    Kind.MOVED: Reason.MOVED, Kind.RENUMBERED: Reason.RENUMBERED,
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

    @property
    def priority(self) -> Priority:
        """What happened and the force of the tie together; a link only proposed is less urgent."""
        grade = _GRADES[self.reason] + _OF_FORCE[self.force] + (self.accepted is False)
        return tuple(Priority)[min(grade, len(Priority) - 1)]


@dataclass(frozen=True, slots=True)
class Share:
    """What one department has to look at in one plan; None where that is unknown."""

    title: str | None
    department: str | None
    counts: Mapping[Priority, int]


@dataclass(frozen=True, slots=True)
class Impacts:
    """All of them, the worst first. unlinked: plans tied to the changed one without any link."""

    revision: Revision
    found: tuple[Impact, ...]
    unlinked: tuple[str, ...]

    def shares(self) -> tuple[Share, ...]:
        """By plan and department, who has the worst first; what no plan answers stands last."""
        found: dict[tuple[str | None, str | None], Counter[Priority]] = {}
        for impact in self.found:
            found.setdefault((impact.title, impact.department), Counter())[impact.priority] += 1
        shares = [
            Share(title, department, {priority: counted[priority] for priority in Priority})
            for (title, department), counted in found.items()
        ]
        return tuple(sorted(shares, key=lambda share: share.title is None))
