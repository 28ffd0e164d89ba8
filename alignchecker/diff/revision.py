"""Two editions or drafts of a plan side by side: what became of every item, and how sure that is.

The base of ``diff`` and ``impact``. What matching finds is told apart by its ground: the same label
in the one place where it can be is certain, what rests on likeness is likely, and what could be
several is left to a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alignchecker.diff.changes import (
    ITEM_FIELDS,
    PLAN_FIELDS,
    DoubtfulItems,
    FactChange,
    differing,
)
from alignchecker.diff.dividing import Division, divisions
from alignchecker.diff.entries import EntryChange, indicator_changes, relation_changes
from alignchecker.diff.leftovers import one_each, with_same_texts
from alignchecker.diff.matching import Matching
from alignchecker.graph.dataset import Statement, aln
from alignchecker.graph.drafts import StoredPlan
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import IndicatorDraft, ItemDraft, ItemKind, PlanDraft, RelationDraft

_FACTS = tuple(field for field in PLAN_FIELDS if field != "capture")
"""How a document was captured is no part of what it says."""


class Sureness(StrEnum):
    """How sure it is that items are the same."""

    CERTAIN = "certain"
    LIKELY = "likely"


class Kind(StrEnum):
    """What became of an item. An item can be renamed, moved, renumbered and changed at once."""

    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"
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

    rows: of all items in the order of the new plan, what was removed where it stood. facts: of the
    plan itself. undecided: items that could be the same; they count as removed and as added.
    """

    old: Edition
    new: Edition
    rows: tuple[Row, ...]
    facts: tuple[FactChange, ...]
    relations: tuple[EntryChange[RelationDraft], ...]
    indicators: tuple[EntryChange[IndicatorDraft], ...]
    undecided: tuple[DoubtfulItems, ...]

    @property
    def changed(self) -> tuple[Row, ...]:
        """The rows in which something changed."""
        return tuple(row for row in self.rows if row.kinds)

    def counts(self) -> dict[Kind, int]:
        """How many rows are of each kind, all named."""
        counted = Counter(kind for row in self.rows for kind in row.kinds)
        return {kind: counted[kind] for kind in Kind}


def revise(old: Edition, new: Edition) -> Revision:
    """What changed from one edition to the next."""
    matching = with_same_texts(old.draft.items, new.draft.items)
    builder = _Rows(old, new, matching)
    return Revision(
        old=old,
        new=new,
        rows=tuple(builder.ordered()),
        facts=tuple(differing(None, _FACTS, old.draft, new.draft)),
        relations=tuple(relation_changes(old.draft, new.draft)),
        indicators=tuple(indicator_changes(old.draft, new.draft, matching)),
        undecided=tuple(_undecided(builder, matching)),
    )


def _undecided(builder: _Rows, matching: Matching) -> Iterator[DoubtfulItems]:
    seen = set[str]()
    for doubt in matching.doubts:
        old = tuple(builder.old[i] for i in doubt.old if i not in builder.gone)
        new = tuple(builder.fresh[i] for i in doubt.new if i not in builder.come)
        if old and new:
            seen |= {item.id for item in old}
            yield DoubtfulItems(old, new)
    removed = [i for i in builder.old.values() if i.id not in {*matching.pairs, *builder.gone}]
    found = set(matching.pairs.values())
    added = [i for i in builder.fresh.values() if i.id not in {*found, *builder.come}]
    for before, now in one_each(removed, added, matching.pairs):
        if before.id not in seen:
            yield DoubtfulItems((before,), (now,))


class _Rows:
    """Makes the rows of a revision."""

    def __init__(self, old: Edition, new: Edition, matching: Matching) -> None:
        self.editions = old, new
        self.old = {item.id: item for item in old.draft.items}
        self.fresh = {item.id: item for item in new.draft.items}
        self.pairs = matching.pairs
        self.labels = [
            Counter(label_key(item.label) for item in edition.draft.items) for edition in (old, new)
        ]
        self.places_of = [
            Counter((item.parent, label_key(item.label)) for item in edition.draft.items)
            for edition in (old, new)
        ]
        self.has_texts = all(any(i.text for i in e.draft.items) for e in (old, new))
        self.divided = list(self.divisions())
        self.gone = {item.id for row in self.divided for item in row.old}
        self.come = {item.id for row in self.divided for item in row.new}

    def divisions(self) -> Iterator[Row]:
        items = tuple(self.old.values()), tuple(self.fresh.values())
        back = {new: old for old, new in self.pairs.items()}
        split = divisions(*items, self.pairs)
        gone = {division.whole for division in split}
        come = {part for division in split for part in division.parts}
        for division in split:
            yield self.division(Kind.SPLIT, division)
        for division in divisions(items[1], items[0], back):
            others = {self.pairs.get(part) for part in division.parts}
            if not (gone & {*division.parts} or come & {division.whole, *others}):
                yield self.division(Kind.MERGED, division)

    def division(self, kind: Kind, division: Division) -> Row:
        one, many = (self.old, self.fresh) if kind is Kind.SPLIT else (self.fresh, self.old)
        whole, parts = (one[division.whole],), tuple(many[i] for i in division.parts)
        old, new = (whole, parts) if kind is Kind.SPLIT else (parts, whole)
        return Row(old, new, (kind,), (), Sureness.LIKELY, self.places(old[0], new[0]))

    def places(self, old: ItemDraft | None, new: ItemDraft | None) -> tuple[str | None, str | None]:
        before = self.old.get(old.parent or "") if old else None
        now = self.fresh.get(new.parent or "") if new else None
        return before.label if before else None, now.label if now else None

    def ordered(self) -> Iterator[Row]:
        """The rows as the new plan has them, each removed one behind what stood before it."""
        made = {row.new[0].id: row for row in self.divided}
        back = {new: old for old, new in self.pairs.items()}
        behind: dict[str | None, list[str]] = {None: []}
        anchor: str | None = None
        for item in self.old:
            if item in self.pairs and item not in self.gone:
                anchor = self.pairs[item]
            elif item not in self.gone:
                behind.setdefault(anchor, []).append(item)
        yield from map(self.removed, behind[None])
        for now in self.fresh.values():
            if now.id in made:
                yield made[now.id]
            elif now.id not in self.come:
                old = back.get(now.id)
                is_new = old is None or old in self.gone
                yield self.added(now) if is_new else self.paired(self.old[old or ""], now)
            yield from map(self.removed, behind.get(now.id, ()))

    def removed(self, item_id: str) -> Row:
        item = self.old[item_id]
        return Row((item,), (), (Kind.REMOVED,), (), None, self.places(item, None))

    def added(self, item: ItemDraft) -> Row:
        return Row((), (item,), (Kind.ADDED,), (), None, self.places(None, item))

    def paired(self, old: ItemDraft, new: ItemDraft) -> Row:
        fields = tuple(
            field
            for field in ITEM_FIELDS
            if getattr(old, field) != getattr(new, field) and (field != "text" or self.has_texts)
        )
        is_so = {
            Kind.RENAMED: old.label != new.label,
            Kind.MOVED: self.has_moved(old, new),
            Kind.RENUMBERED: number(old) != number(new),
            Kind.CHANGED: bool(fields),
        }
        kinds = tuple(kind for kind, is_it in is_so.items() if is_it)
        sure = Sureness.CERTAIN if self.is_certain(old, new) else Sureness.LIKELY
        return Row((old,), (new,), kinds, fields, sure, self.places(old, new))

    def has_moved(self, old: ItemDraft, new: ItemDraft) -> bool:
        if old.parent is None or new.parent is None:
            return old.parent is not new.parent
        if self.pairs.get(old.parent) == new.parent:
            return False
        # What hung below an item that was split or merged hangs below what became of it.
        return not any(
            any(i.id == old.parent for i in row.old) and any(i.id == new.parent for i in row.new)
            for row in self.divided
        )

    def is_certain(self, old: ItemDraft, new: ItemDraft) -> bool:
        """The same label, which either occurs once in each plan or once in its place."""
        if old.kind is new.kind is ItemKind.VISION:
            return True
        key = label_key(old.label)
        if key != label_key(new.label):
            return False
        if all(labels[key] == 1 for labels in self.labels):
            return True
        is_there = self.pairs.get(old.parent or "") == new.parent
        is_once = all(
            places[item.parent, key] == 1
            for places, item in zip(self.places_of, (old, new), strict=True)
        )
        return is_there and (is_once or (old.text is not None and old.text == new.text))


def number(item: ItemDraft) -> str | None:
    """The number that an item has, as printed or as its code."""
    return item.code or item.printed_number
