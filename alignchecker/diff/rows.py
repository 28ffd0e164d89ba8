"""What became of each item, row by row, from the items that have been found to be the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from alignchecker.diff.changes import ITEM_FIELDS
from alignchecker.diff.dividing import Division, divisions
from alignchecker.diff.leftovers import replaced
from alignchecker.diff.matching import Matching, number
from alignchecker.diff.revision import Edition, Kind, Row, Sureness
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft, ItemKind


class Rows:
    """Makes the rows of a revision.

    named: pairs known by their IRI. remade: rows of what was split, merged or replaced; gone, come:
    ids of the items in them.
    """

    def __init__(
        self, old: Edition, new: Edition, matching: Matching, named: Mapping[str, str]
    ) -> None:
        self.editions = old, new
        self.old = {item.id: item for item in old.draft.items}
        self.fresh = {item.id: item for item in new.draft.items}
        self.pairs, self.named = matching.pairs, named
        self.labels = [
            Counter(label_key(item.label) for item in edition.draft.items) for edition in (old, new)
        ]
        self.places_of = [
            Counter((item.parent, label_key(item.label)) for item in edition.draft.items)
            for edition in (old, new)
        ]
        self.has_texts = all(any(i.text for i in e.draft.items) for e in (old, new))
        self.remade: list[Row] = []
        self.gone, self.come = set[str](), set[str]()
        self.add(self.divisions())
        self.add(self.replacements())

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.remade.append(row)
            self.gone |= {item.id for item in row.old}
            self.come |= {item.id for item in row.new}

    def removed(self) -> list[ItemDraft]:
        """Old items of which nothing became anything, in plan order."""
        return [i for i in self.old.values() if i.id not in {*self.pairs, *self.gone}]

    def added(self) -> list[ItemDraft]:
        """New items that came of nothing, in plan order."""
        found = {*self.pairs.values(), *self.come}
        return [i for i in self.fresh.values() if i.id not in found]

    def replacements(self) -> Iterator[Row]:
        labels = [item.label for item in (*self.old.values(), *self.fresh.values())]
        for old, new in list(replaced(self.removed(), self.added(), self.pairs, labels)):
            places = self.places(old, new)
            yield Row((old,), (new,), (Kind.REPLACED,), (), Sureness.UNSURE, places)

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
        made = {row.new[0].id: row for row in self.remade}
        back = {new: old for old, new in self.pairs.items()}
        behind: dict[str | None, list[str]] = {None: []}
        anchor: str | None = None
        for item in self.old:
            if item in self.pairs and item not in self.gone:
                anchor = self.pairs[item]
            elif item not in self.gone:
                behind.setdefault(anchor, []).append(item)
        yield from map(self.of_removed, behind[None])
        for now in self.fresh.values():
            if now.id in made:
                yield made[now.id]
            elif now.id not in self.come:
                old = back.get(now.id)
                is_new = old is None or old in self.gone
                yield self.of_added(now) if is_new else self.paired(self.old[old or ""], now)
            yield from map(self.of_removed, behind.get(now.id, ()))

    def of_removed(self, item_id: str) -> Row:
        item = self.old[item_id]
        return Row((item,), (), (Kind.REMOVED,), (), None, self.places(item, None))

    def of_added(self, item: ItemDraft) -> Row:
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
        # What hung below an item that was remade hangs below what became of it.
        return not any(
            any(i.id == old.parent for i in row.old) and any(i.id == new.parent for i in row.new)
            for row in self.remade
        )

    def is_certain(self, old: ItemDraft, new: ItemDraft) -> bool:
        """The same IRI; the same label, which occurs once in each plan or once in its place."""
        if self.named.get(old.id) == new.id or old.kind is new.kind is ItemKind.VISION:
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
