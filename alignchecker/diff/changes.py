"""What changed between two readings of a plan, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from alignchecker.diff.matching import Matching, number
from alignchecker.model.plan import IndicatorDraft, ItemDraft, Period, PlanDraft, RelationDraft

PLAN_FIELDS = (
    *("title", "edition", "part", "plan_type", "form", "capture", "stage", "publisher"),
    *("department", "published", "period", "stated_years", "vision", "measure_level"),
)
"""The facts of a plan that a reader compares, by field name of PlanDraft."""
ITEM_FIELDS = ("level_name", "kind", "departments", "repeated", "text")
"""The facts of an item beside its label, number and place, by field name of ItemDraft."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ItemPair:
    """One item before and now; ids may differ. place: labels of the parents, None at the top."""

    old: ItemDraft
    new: ItemDraft
    old_place: str | None = None
    new_place: str | None = None


@dataclass(frozen=True, slots=True)
class FactChange:
    """One value before and now, None where there is none.

    subject: label of the item, None for the plan itself. A text is named but not repeated: its
    values are "". Within relations and indicators concepts stand as code:verb-weigh.
    """

    subject: str | None
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class DoubtfulItems:
    """Items that may be the same, with no clear pair; now they count as removed and as added."""

    old: tuple[ItemDraft, ...]
    new: tuple[ItemDraft, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs. Items are in plan order; a renamed one may also have moved."""

    added: tuple[ItemDraft, ...] = ()
    removed: tuple[ItemDraft, ...] = ()
    renamed: tuple[ItemPair, ...] = ()
    moved: tuple[ItemPair, ...] = ()
    renumbered: tuple[ItemPair, ...] = ()
    facts: tuple[FactChange, ...] = ()
    doubts: tuple[DoubtfulItems, ...] = ()

    def __bool__(self) -> bool:
        return self != Changes()


def compare(old: PlanDraft, new: PlanDraft, matching: Matching) -> Changes:
    """What differs between two readings of a plan whose items have been matched."""
    before, now = ({item.id: item for item in draft.items} for draft in (old, new))
    found = set(matching.pairs.values())
    pairs = [
        ItemPair(before[a], now[b], _place(before, a), _place(now, b))
        for a, b in matching.pairs.items()
    ]
    return Changes(
        added=tuple(item for item in new.items if item.id not in found),
        removed=tuple(item for item in old.items if item.id not in matching.pairs),
        renamed=tuple(pair for pair in pairs if pair.old.label != pair.new.label),
        moved=tuple(pair for pair in pairs if _has_moved(pair, matching)),
        renumbered=tuple(pair for pair in pairs if number(pair.old) != number(pair.new)),
        facts=tuple(_facts(old, new, pairs)),
        doubts=tuple(
            DoubtfulItems(tuple(before[i] for i in doubt.old), tuple(now[i] for i in doubt.new))
            for doubt in matching.doubts
        ),
    )


def _place(items: dict[str, ItemDraft], item_id: str) -> str | None:
    parent = items.get(items[item_id].parent or "")
    return parent.label if parent else None


def _has_moved(pair: ItemPair, matching: Matching) -> bool:
    return matching.pairs.get(pair.old.parent or "") != pair.new.parent


def _facts(old: PlanDraft, new: PlanDraft, pairs: Iterable[ItemPair]) -> Iterator[FactChange]:
    yield from differing(None, PLAN_FIELDS, old, new)
    had_texts = any(item.text for item in old.items)
    for pair in pairs:
        for change in differing(pair.new.label, ITEM_FIELDS, pair.old, pair.new):
            if change.field != "text":
                yield change
            elif had_texts:
                # Where the plan was imported without sentences, they are no news.
                yield FactChange(change.subject, "text", "", "")
    yield from _listed("relations", old.relations, new.relations, _relation)
    yield from _listed("roles", old.roles, new.roles, lambda r: (r.quoted_as, r.plan_type))
    yield from _listed("claims", old.claims, new.claims, lambda c: (c.quoted_as, None))
    yield from _listed("citations", old.citations, new.citations, lambda c: (c.quoted_as, None))
    yield from _listed("mentions", old.mentions, new.mentions, lambda m: (m.name, m.period))
    yield from _listed("indicators", old.indicators, new.indicators, _indicator)


def differing(
    subject: str | None, fields: Sequence[str], old: object, new: object
) -> Iterator[FactChange]:
    """Which of some facts differ between two drafts of a plan or an item."""
    for field in fields:
        before, now = getattr(old, field), getattr(new, field)
        if before != now:
            yield FactChange(subject, field, value_text(before), value_text(now))


def _relation(relation: RelationDraft) -> tuple[object, ...]:
    """A verb that is none of the list is written as code:verb-other and read back as None."""
    verb = relation.verb if relation.verb != "other" else None
    return relation.name, _concept("verb", verb), _concept("rank", relation.rank)


def _indicator(indicator: IndicatorDraft) -> tuple[object, ...]:
    return indicator.name, *(f"{_concept('value', v.kind)} {v.quoted_as}" for v in indicator.values)


def _concept(scheme: str, notation: str | None) -> str | None:
    return f"code:{scheme}-{notation}" if notation else None


def _listed(
    field: str, old: Sequence[_T], new: Sequence[_T], key: Callable[[_T], tuple[object, ...]]
) -> Iterator[FactChange]:
    """Entries that only one reading lists; where the first word is the same, one that changed."""
    gone, come = _only(old, new, key), _only(new, old, key)
    for words in gone:
        other = next((w for w in come if w[0] == words[0]), None)
        if other is not None:
            come.remove(other)
        yield FactChange(None, field, _words(words), _words(other) if other else None)
    yield from (FactChange(None, field, None, _words(words)) for words in come)


def _only(
    some: Sequence[_T], others: Sequence[_T], key: Callable[[_T], tuple[object, ...]]
) -> list[tuple[object, ...]]:
    left = [key(entry) for entry in others]
    found = []
    for entry in some:
        words = key(entry)
        if words in left:
            left.remove(words)
        else:
            found.append(words)
    return found


def _words(words: tuple[object, ...]) -> str:
    return " ".join(text for text in map(value_text, words) if text)


def value_text(value: object) -> str | None:
    """A value of a draft in few words.

    >>> value_text(Period(2026, 2029)), value_text(("福祉課", "健康課")), value_text(())
    ('2026-2029', '福祉課、健康課', None)
    """
    if isinstance(value, Period):
        return f"{value.first}-{value.last}"
    if isinstance(value, tuple):
        return "、".join(map(str, value)) or None
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)
