"""What else changed in the text: paragraphs that belong to no item, relation or indicator.

An item holds the paragraphs that say what is done there; a plan has many others, and a draft may
change in those alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.diff.likeness import Likeness, best_pairs
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import PlanDraft, Position

_ALIKE = 0.5
"""Likeness from which one paragraph is another, reworded."""
_AROUND = 15
"""Characters that a heading may have around the label of its item: its number and level."""
_SHORT = 4
"""Characters below which a name stands in a paragraph by chance."""


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A paragraph before and now, None where there is none. above: the item that it stands below,
    in the new plan if it is there; None before the first.
    """

    old: str | None
    new: str | None
    above: str | None


def passage_changes(old: PlanDraft, new: PlanDraft) -> Iterator[PassageChange]:
    """Paragraphs that came, went or were reworded, in the order of the new plan.

    One that only stands elsewhere is no change. None where either document has no paragraphs:
    then nothing is known.
    """
    if not old.passages or not new.passages:
        return
    gone = [p for p in _only(old, new) if not p.is_told]
    come = [p for p in _only(new, old) if not p.is_told]
    pairs = _pairs([p.text for p in gone], [p.text for p in come])
    taken = set(pairs.values())
    left = [p for number, p in enumerate(gone) if number not in taken]
    found = [(p.place, PassageChange(p.text, None, p.above)) for p in left]
    for number, passage in enumerate(come):
        before = gone[pairs[number]].text if number in pairs else None
        found.append((passage.place, PassageChange(before, passage.text, passage.above)))
    yield from (change for _, change in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class _Passage:
    """place: in its document, as a share of it, so that both can be put in one order."""

    text: str
    place: float
    above: str | None
    is_told: bool


def _only(draft: PlanDraft, other: PlanDraft) -> list[_Passage]:
    """The paragraphs that another document has not, or not as often."""
    left = Counter(label_key(passage.text) for passage in other.passages)
    told = _Told(draft)
    found = []
    above: str | None = None
    for place, passage in enumerate(draft.passages):
        key = label_key(passage.text)
        above = told.heading(key) or above
        if left[key] > 0:
            left[key] -= 1
        else:
            share = place / len(draft.passages)
            is_told = told.tells(key) or told.is_row(passage.position)
            found.append(_Passage(passage.text, share, above, is_told))
    return found


class _Told:
    """What the rows of items, indicators and facts tell already."""

    def __init__(self, draft: PlanDraft) -> None:
        self.labels = {label_key(item.label): item.label for item in draft.items}
        self.texts = "\n".join(
            label_key(line) for item in draft.items for line in (item.text or "").splitlines()
        )
        names = [indicator.name for indicator in draft.indicators]
        self.names = [key for key in map(label_key, names) if len(key) >= _SHORT]
        self.title, self.edition = label_key(draft.title or ""), label_key(draft.edition or "")
        self.places = Counter(item.position for item in draft.items if item.position is not None)

    def heading(self, key: str) -> str | None:
        """The label of the item that a paragraph is the heading of."""
        if len(key) > max(map(len, self.labels), default=0) + _AROUND:
            return None
        fitting = [k for k in self.labels if k in key and len(key) <= len(k) + _AROUND]
        return self.labels[max(fitting, key=len)] if fitting else None

    def tells(self, key: str) -> bool:
        if key in self.texts or key == self.edition or any(name in key for name in self.names):
            return True
        titles = (*self.labels, *([self.title] if self.title else ()))
        return any(name in key and len(key) <= len(name) + _AROUND for name in titles)

    def is_row(self, position: Position | None) -> bool:
        """Whether several items stand there: a line of an outline, and the items tell of it."""
        return position is not None and self.places[position] > 1


def _pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Place among the new ones -> place of the old one that it rewords."""
    likeness = Likeness((*old, *new))
    scores = {
        (place, other): likeness.of(old[place], new[other])
        for place, others in enumerate(likeness.nearest(old, new))
        for other in others
    }
    return {b: a for a, b in best_pairs(scores) if scores[a, b] >= _ALIKE}
