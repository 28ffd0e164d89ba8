"""Sets two editions or drafts of a plan side by side."""

from __future__ import annotations

from collections.abc import Iterator

from alignchecker.diff.changes import PLAN_FIELDS, DoubtfulItems, differing
from alignchecker.diff.entries import indicator_changes, relation_changes
from alignchecker.diff.leftovers import one_each, with_same_texts
from alignchecker.diff.matching import Matching
from alignchecker.diff.prose import passage_changes
from alignchecker.diff.revision import Edition, Revision
from alignchecker.diff.rows import Rows
from alignchecker.diff.same_names import with_same_names

_FACTS = tuple(field for field in PLAN_FIELDS if field != "capture")
"""How a document was captured is no part of what it says."""


def revise(old: Edition, new: Edition) -> Revision:
    """What changed from one edition to the next."""
    matching, named = with_same_names(old, new, with_same_texts(old.draft.items, new.draft.items))
    rows = Rows(old, new, matching, named)
    return Revision(
        old=old,
        new=new,
        rows=tuple(rows.ordered()) if old.draft.items and new.draft.items else (),
        facts=tuple(differing(None, _FACTS, old.draft, new.draft)),
        relations=tuple(relation_changes(old.draft, new.draft)),
        indicators=tuple(indicator_changes(old.draft, new.draft, matching)),
        undecided=tuple(_undecided(rows, matching)),
        passages=tuple(passage_changes(old.draft, new.draft)),
    )


def _undecided(rows: Rows, matching: Matching) -> Iterator[DoubtfulItems]:
    removed = {item.id: item for item in rows.removed()}
    added = {item.id: item for item in rows.added()}
    seen = set[str]()
    for doubt in matching.doubts:
        old = tuple(removed[i] for i in doubt.old if i in removed)
        new = tuple(added[i] for i in doubt.new if i in added)
        if old and new:
            seen |= {item.id for item in old}
            yield DoubtfulItems(old, new)
    for before, now in one_each(removed.values(), added.values(), matching.pairs):
        if before.id not in seen:
            yield DoubtfulItems((before,), (now,))
