"""The items and relations of a plan as they can be corrected: what they are, and what they may be.

A correction names what was read, not what somebody made of it since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alignchecker.graph.codes import label
from alignchecker.importers.corrected_relations import RANKS, verbs
from alignchecker.lang import say
from alignchecker.lang.changes import field_name
from alignchecker.model.correction import (
    ITEM_FIELDS,
    NO_RANK,
    RELATION_FIELDS,
    TOP,
    Correction,
)
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ItemDraft, ItemKind, RelationDraft
from alignchecker.web.reading import facts as read_facts
from alignchecker.web.reading.readings import Reading

_LONG = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """An item that somebody looks at. as_read: its label in the document. place: in words.

    parents: ids of what it may stand below -> words. levels: names of levels. kinds: notation ->
    words. corrections: what was corrected of it.
    """

    item: ItemDraft
    as_read: str
    place: str
    parents: Mapping[str, str]
    levels: Sequence[str]
    kinds: Mapping[str, str]
    corrections: Sequence[Correction]

    @property
    def code(self) -> str:
        """Its code or printed number."""
        return self.item.code or self.item.printed_number or ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation. number: from 1. as_read: the name in the document. words: None where it has none.

    added: the correction that added it. corrections: what was corrected of it.
    """

    number: int
    relation: RelationDraft
    as_read: str
    words: str | None
    verb: str
    rank: str
    place: str
    added: Correction | None
    corrections: Sequence[Correction]


@dataclass(frozen=True, slots=True)
class Made:
    """A correction in words. what: is corrected. holds: whether the plan follows it."""

    correction: Correction
    what: str
    value: str
    holds: bool


def chosen(reading: Reading, id_: str | None, lang: str) -> Chosen | None:
    """The item of an id, None where there is none."""
    item = reading.item(id_)
    if item is None:
        return None
    mine = [c for c in reading.corrections if c.field in ITEM_FIELDS and c.item == item.id]
    return Chosen(
        item,
        next((c.as_read for c in mine if c.as_read), item.label),
        reading.place(item.position, lang),
        _parents(reading, item, lang),
        list(dict.fromkeys(i.level_name for i in reading.draft.items)),
        {kind.value: label("kind", kind, lang) for kind in ItemKind},
        mine,
    )


def ties(reading: Reading, lang: str) -> Iterator[Tie]:
    """The relations, each with what was corrected of it."""
    every = [c for c in reading.corrections if c.field in RELATION_FIELDS]
    for number, relation in enumerate(reading.draft.relations, start=1):
        as_read = _as_read(relation, every)
        about = [
            c
            for c in every
            if c.as_read is not None
            and label_key(c.as_read) == label_key(as_read)
            and _is_of(c, relation)
        ]
        added = (c for c in every if c.field == "relation" and _is_added(c, relation))
        yield Tie(
            number,
            relation,
            as_read,
            relation.verb_text or None,
            relation.verb or "other",
            relation.rank or NO_RANK,
            reading.place(relation.position, lang),
            next(added, None),
            about,
        )


def verb_choices(lang: str) -> Mapping[str, str]:
    """The verbs of relations, in words."""
    return {verb: label("verb", verb, lang) for verb in verbs()}


def rank_choices(lang: str) -> Mapping[str, str]:
    """The ranks of plans in relations, in words; first that there is none."""
    found = {rank: label("rank", rank, lang) for rank in RANKS}
    return {NO_RANK: say("web.no-rank", lang), **found}


def made(reading: Reading, lang: str) -> list[Made]:
    """All corrections of a plan in words."""
    return [in_words(reading, c, lang, holds=c in reading.held) for c in reading.corrections]


def in_words(reading: Reading, correction: Correction, lang: str, *, holds: bool) -> Made:
    """A correction as people say it."""
    field, value = correction.field, correction.value
    if field in ITEM_FIELDS:
        name = say("web.made-item", lang, item=_short(correction.as_read or ""))
    elif field == "relation":
        return Made(correction, say("web.made-relation", lang), _tie_words(correction, lang), holds)
    elif field in RELATION_FIELDS:
        name = say("web.made-tie", lang, plan=_short(correction.as_read or ""))
    else:
        return Made(
            correction, field_name(field, lang), read_facts.words(field, value, lang), holds
        )
    if field in {"no_item", "no_relation"}:
        return Made(correction, name, say(f"web.made-{field}", lang), holds)
    what = say("web.made-of", lang, name=name, field=field_name(field, lang))
    return Made(correction, what, _value(reading, field, value, lang), holds)


def _value(reading: Reading, field: str, value: str, lang: str) -> str:
    if field == "parent":
        if value == TOP:
            return say("web.top", lang)
        parent = reading.item(value)
        return named(parent, lang) if parent is not None else value
    if field == "kind":
        return label("kind", value, lang)
    if field == "verb":
        return label("verb", value, lang)
    return rank_choices(lang).get(value, value) if field == "rank" else value


def _tie_words(correction: Correction, lang: str) -> str:
    verb = label("verb", correction.verb or "", lang)
    rank = rank_choices(lang).get(correction.rank or "", "")
    return f"{correction.value}　{verb}　{rank}".rstrip("　")


def _parents(reading: Reading, item: ItemDraft, lang: str) -> Mapping[str, str]:
    """All items that do not stand below it: columns of a page may be read in a wrong order."""
    found = {TOP: say("web.top", lang)}
    below = {item.id}
    children: dict[str | None, list[str]] = {}
    for other in reading.draft.items:
        children.setdefault(other.parent, []).append(other.id)
    ahead = [item.id]
    while ahead:
        for child in children.get(ahead.pop(), []):
            if child not in below:
                below.add(child)
                ahead.append(child)
    for other in reading.draft.items:
        if other.id not in below:
            found[other.id] = "　" * max(0, other.level - 1) + named(other, lang)
    return found


def above(reading: Reading, item: ItemDraft, lang: str) -> str:
    """What an item stands below, in words."""
    parent = reading.item(item.parent)
    return named(parent, lang) if parent is not None else say("web.top", lang)


def named(item: ItemDraft, lang: str) -> str:
    """An item with its level and number."""
    number = item.printed_number or item.code or ""
    level = level_of(item, lang)
    return " ".join(part for part in (level, number, _short(item.label)) if part)


def level_of(item: ItemDraft, lang: str) -> str:
    """The name of an item's level; a group has none of its own, and is called one."""
    if item.level_name == ItemKind.GROUP.value:
        return label("kind", item.level_name, lang)
    return item.level_name


def _short(text: str) -> str:
    return text if len(text) <= _LONG else text[:_LONG] + "…"


def _as_read(relation: RelationDraft, every: Sequence[Correction]) -> str:
    for correction in every:
        is_named = correction.field == "name" and correction.value == relation.name
        if is_named and _is_of(correction, relation):
            return correction.as_read or relation.name
    return relation.name


def _is_of(correction: Correction, relation: RelationDraft) -> bool:
    words = correction.words
    return words is None or label_key(words) == label_key(relation.verb_text)


def _is_added(correction: Correction, relation: RelationDraft) -> bool:
    return (
        label_key(correction.value) == label_key(relation.name)
        and correction.verb == (relation.verb or "other")
        and label_key(correction.words or "") == label_key(relation.verb_text)
    )
