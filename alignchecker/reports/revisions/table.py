"""新旧対照表 (old | new | remarks), before it takes the form of a page, a sheet or a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from alignchecker.diff.changes import FactChange
from alignchecker.diff.entries import EntryChange
from alignchecker.diff.revision import Edition, Kind, Revision, Row, Sureness, number
from alignchecker.diff.wording import Pieces, compared, whole
from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.lang.changes import change_text, field_name
from alignchecker.model.calendar import date_label, fiscal_year_label
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    Period,
    PlanDraft,
    RelationDraft,
)

_SCHEMES = {"plan_type": "type", "form": "form", "capture": "capture", "stage": "stage"}
_Entry = TypeVar("_Entry", RelationDraft, IndicatorDraft)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table. old, new: what stands there in pieces, the changed ones marked."""

    old: Pieces
    new: Pieces
    remark: str


@dataclass(frozen=True, slots=True)
class Section:
    """Rows about one kind of thing: name is plan, items, relations or indicators."""

    name: str
    lines: tuple[Line, ...]


def sections(revision: Revision, lang: str) -> tuple[Section, ...]:
    """The table in sections; one without rows is left out."""
    found = {
        "plan": [_fact(fact, revision, lang) for fact in revision.facts],
        "items": [_row(row, lang) for row in revision.changed],
        "relations": [_entry(change, _relation, lang) for change in revision.relations],
        "indicators": [_entry(change, _indicator, lang) for change in revision.indicators],
    }
    return tuple(Section(name, tuple(lines)) for name, lines in found.items() if lines)


def plan_name(edition: Edition, lang: str) -> str:
    """The title of a plan with its edition and period."""
    draft = edition.draft
    stage = label("stage", draft.stage, lang) if draft.stage else None
    words = [draft.edition, draft.title or say("diff.untitled", lang), draft.part, stage]
    name = " ".join(word for word in words if word)
    return _with_note(name, _years(draft.period, lang), lang) if draft.period else name


def counts(revision: Revision, lang: str) -> str:
    """How much changed, in a line."""
    found = [
        say("diff.count", lang, kind=say(f"diff.kind-{kind.value}", lang), count=count)
        for kind, count in revision.counts().items()
        if count
    ]
    if revision.undecided:
        found.append(say("diff.undecided-count", lang, count=len(revision.undecided)))
    return ("、" if lang == "ja" else ", ").join(found)


def undecided(revision: Revision, lang: str) -> Sequence[str]:
    """A sentence for each group of items that nobody can tell apart from their words."""
    between = say("diff.between", lang)
    return [
        say(
            "diff.undecided",
            lang,
            old=between.join(map(title, doubt.old)),
            new=between.join(map(title, doubt.new)),
        )
        for doubt in revision.undecided
    ]


def title(item: ItemDraft) -> str:
    """The number and label of an item.

    >>> from alignchecker.model.plan import ItemKind, Position
    >>> place = Position("plan.txt")
    >>> title(ItemDraft("1", 1, "施策", ItemKind.MEASURE, "緑の保全", None, place, code="1"))
    '1 緑の保全'
    """
    return " ".join(filter(None, (number(item), item.label)))


def _row(row: Row, lang: str) -> Line:
    if len(row.old) == len(row.new) == 1:
        old, new = _both(row, lang)
    elif row.old and row.new:
        old, new = compared(*("\n".join(map(_full, items)) for items in (row.old, row.new)))
    else:
        old, new = (
            whole("\n".join(map(title, items)), changed=True) for items in (row.old, row.new)
        )
    return Line(
        old or whole(say("diff.is-new", lang), changed=False),
        new or whole(say("diff.is-gone", lang), changed=False),
        _remark(row, lang),
    )


def _full(item: ItemDraft) -> str:
    """An item with its text."""
    return "\n".join(filter(None, (title(item), item.text)))


def _both(row: Row, lang: str) -> tuple[Pieces, Pieces]:
    """An item before and now: number and label, then what else changed."""
    (old,), (new,) = row.old, row.new
    sides = compared(number(old) or "", number(new) or "")
    pairs = [sides, compared(old.label, new.label)]
    between: list[str] = [" " if number(old) or number(new) else ""]
    for field in row.fields:
        values = (_item_value(getattr(item, field), field, lang) for item in (old, new))
        before, now = (value or say("diff.unstated", lang) for value in values)
        name = field_name(field, lang) if field != "text" else ""
        between.append("\n" + (say("diff.named", lang, field=name, words="") if name else ""))
        pairs.append(compared(before, now))
    return _strung([p[0] for p in pairs], between), _strung([p[1] for p in pairs], between)


def _strung(parts: Sequence[Pieces], between: Sequence[str]) -> Pieces:
    found = list(parts[0])
    for words, pieces in zip(between, parts[1:], strict=True):
        found += [*whole(words, changed=False), *pieces]
    return tuple(found)


def _item_value(value: object, field: str, lang: str) -> str:
    if field == "repeated":
        return change_text("yes" if value else "no", lang)
    if field == "kind":
        return label("kind", str(value), lang)
    if isinstance(value, tuple):
        return ("、" if lang == "ja" else ", ").join(map(str, value))
    return "" if value is None else str(value)


def _remark(row: Row, lang: str) -> str:
    words = [_kind(kind, row, lang) for kind in row.kinds if kind is not Kind.CHANGED]
    words += [
        say("diff.field-changed", lang, field=field_name(field, lang)) for field in row.fields
    ]
    text = ("、" if lang == "ja" else ", ").join(words)
    return say("diff.likely", lang, words=text) if row.sureness is Sureness.LIKELY else text


def _kind(kind: Kind, row: Row, lang: str) -> str:
    if kind is not Kind.MOVED:
        return say(f"diff.kind-{kind.value}", lang)
    old, new = (place or say("diff.top", lang) for place in row.places)
    return say("diff.moved-from", lang, old=old, new=new)


def _fact(fact: FactChange, revision: Revision, lang: str) -> Line:
    name = field_name(fact.field, lang)
    drafts = revision.old.draft, revision.new.draft
    values = (_fact_value(draft, fact.field, lang) for draft in drafts)
    sides = compared(*(value or say("diff.unstated", lang) for value in values))
    front = whole(say("diff.named", lang, field=name, words=""), changed=False)
    remark = say("diff.field-changed", lang, field=name)
    return Line((*front, *sides[0]), (*front, *sides[1]), remark)


def _fact_value(draft: PlanDraft, field: str, lang: str) -> str:
    value: object = getattr(draft, field)
    if isinstance(value, Period):
        return _years(value, lang)
    if field == "published" and isinstance(value, str):
        return date_label(value, lang)
    if field in _SCHEMES and value is not None:
        return label(_SCHEMES[field], str(value), lang)
    return "" if value is None else str(value)


def _with_note(name: str, note: str, lang: str) -> str:
    return f"{name}（{note}）" if lang == "ja" else f"{name} ({note})"


def _years(period: Period, lang: str) -> str:
    first, last = (fiscal_year_label(year, lang) for year in (period.first, period.last))
    return say("plans.years", lang, first=first, last=last)


def _entry(change: EntryChange[_Entry], words: Callable[[_Entry, str], str], lang: str) -> Line:
    if change.old is None and change.new is not None:
        gone = whole(say("diff.is-new", lang), changed=False)
        new = whole(words(change.new, lang), changed=True)
        return Line(gone, new, say("diff.kind-added", lang))
    if change.new is None and change.old is not None:
        gone = whole(say("diff.is-gone", lang), changed=False)
        old = whole(words(change.old, lang), changed=True)
        return Line(old, gone, say("diff.kind-removed", lang))
    assert change.old is not None
    assert change.new is not None
    is_renamed = change.old.name != change.new.name
    remark = say("diff.kind-renamed" if is_renamed else "diff.kind-changed", lang)
    return Line(*compared(words(change.old, lang), words(change.new, lang)), remark)


def _relation(relation: RelationDraft, lang: str) -> str:
    verb = label("verb", relation.verb, lang) if relation.verb else relation.verb_text
    rank = label("rank", relation.rank, lang) if relation.rank else ""
    notes = ("、" if lang == "ja" else ", ").join(word for word in (verb, rank) if word)
    return _with_note(relation.name, notes, lang) if notes else relation.name


def _indicator(indicator: IndicatorDraft, lang: str) -> str:
    return "\n".join([indicator.name, *(_value(value, lang) for value in indicator.values)])


def _value(value: IndicatorValueDraft, lang: str) -> str:
    year = fiscal_year_label(value.fiscal_year, lang) if value.fiscal_year is not None else ""
    name = " ".join(filter(None, (label("value", value.kind, lang), year)))
    return say("diff.named", lang, field=name, words=value.quoted_as)
