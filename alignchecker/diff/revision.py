"""Two editions or drafts of a plan side by side, as data: what became of every item.

The base of ``diff`` and ``impact``; ``revising`` makes it. What matching finds is told apart by its
ground: the same IRI, or the same label in the one place where it can be, is certain; what rests on
likeness is likely; and what only stands where another stood is left to a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alignchecker.diff.changes import DoubtfulItems, FactChange
from alignchecker.diff.entries import EntryChange
from alignchecker.diff.prose import PassageChange
from alignchecker.graph.dataset import Statement, aln
from alignchecker.graph.drafts import StoredPlan
from alignchecker.model.plan import IndicatorDraft, ItemDraft, PlanDraft, RelationDraft


class Sureness(StrEnum):
    """How sure it is that items are the same."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Kind(StrEnum):
    """What became of an item. An item can be renamed, moved, renumbered and changed at once.

    REPLACED: one came where another went, so alike that it may be the same under another name.
    """

    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"
    RENAMED = "renamed"
    ADDED = "added"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Edition:
    """A plan to compare. iri: of the edition; names: id of an item -> its IRI.

    answerable: IRIs of the items that its file says other plans are to answer; none where it does
    not say.
    """

    draft: PlanDraft
    iri: str
    names: Mapping[str, str]
    answerable: frozenset[str] = frozenset()

    @classmethod
    def of(cls, plan: StoredPlan, statements: Iterable[Statement] = ()) -> Edition:
        """A plan as a file holds it, with what the file says."""
        names = {item.id: str(plan.node(item.id).value) for item in plan.draft.items}
        answerable = (
            str(subject.value)
            for subject, predicate, value in statements
            if predicate == aln("answerable") and str(value.value) == "true"
        )
        return cls(plan.draft, plan.edition.value, names, frozenset(answerable))


@dataclass(frozen=True, slots=True)
class Row:
    """What became of items: usually one old and one new; none where it was added or removed.

    kinds: none where nothing changed. fields: facts that changed, by field name of ItemDraft.
    sureness: None where there is nothing to be sure of. places: labels above, old and new.
    """

    old: tuple[ItemDraft, ...]
    new: tuple[ItemDraft, ...]
    kinds: tuple[Kind, ...]
    fields: tuple[str, ...] = ()
    sureness: Sureness | None = None
    places: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Revision:
    """All that differs between two editions.

    rows: of all items in the order of the new plan, what was removed where it stood; none where
    either plan has no items, for then nothing is known. facts: of the plan itself. undecided: items
    that could be the same; they count as removed and as added. passages: paragraphs that none of
    these tells of.
    """

    old: Edition
    new: Edition
    rows: tuple[Row, ...]
    facts: tuple[FactChange, ...]
    relations: tuple[EntryChange[RelationDraft], ...]
    indicators: tuple[EntryChange[IndicatorDraft], ...]
    undecided: tuple[DoubtfulItems, ...]
    passages: tuple[PassageChange, ...] = ()

    @property
    def changed(self) -> tuple[Row, ...]:
        """The rows in which something changed."""
        return tuple(row for row in self.rows if row.kinds)

    def counts(self) -> dict[Kind, int]:
        """How many rows are of each kind, all named."""
        counted = Counter(kind for row in self.rows for kind in row.kinds)
        return {kind: counted[kind] for kind in Kind}
