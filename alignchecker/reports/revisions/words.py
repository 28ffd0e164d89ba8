"""What a comparison is called in a person's words: plans, items, values, counts, remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignchecker.diff.entries import EntryChange, name_key
from alignchecker.diff.matching import number
from alignchecker.diff.revision import Edition, Kind, Revision, Row, Sureness
from alignchecker.graph.codes import label
from alignchecker.lang import COMMAS, say
from alignchecker.lang.changes import change_text, field_name
from alignchecker.model.calendar import date_label, fiscal_year_label
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    Period,
    PlanDraft,
    RelationDraft,
    ValueKind,
)

_SCHEMES = {"plan_type": "type", "form": "form", "stage": "stage"}


def plan_name(edition: Edition, lang: str) -> str:
    """The title of a plan with its edition and period."""
    draft = edition.draft
    stage = label("stage", draft.stage, lang) if draft.stage else None
    words = [draft.edition, draft.title or say("diff.untitled", lang), draft.part, stage]
    name = " ".join(word for word in words if word)
    return _with_note(name, _years(draft.period, lang), lang) if draft.period else name


def title(item: ItemDraft) -> str:
    """The number and label of an item.

    >>> from alignchecker.model.plan import ItemKind, Position
    >>> place = Position("plan.txt")
    >>> title(ItemDraft("1", 1, "施策", ItemKind.MEASURE, "緑の保全", None, place, code="1"))
    '1 緑の保全'
    """
    return " ".join(filter(None, (number(item), item.label)))


def counts(revision: Revision, lang: str) -> str:
    """How much changed, in a line; "" where nothing did."""
    found = [
        say("diff.count", lang, kind=say(f"diff.kind-{kind.value}", lang), count=count)
        for kind, count in revision.counts().items()
        if count
    ]
    others = {
        "relations": len(revision.relations),
        "indicators": len(revision.indicators),
        "passages": len(revision.passages),
    }
    found += [say(f"diff.count-{name}", lang, count=n) for name, n in others.items() if n]
    if revision.undecided:
        found.append(say("diff.undecided-count", lang, count=len(revision.undecided)))
    return COMMAS[lang].join(found)


def examined(revision: Revision, lang: str, *, is_prose: bool = True) -> Iterator[str]:
    """How many items were compared, and whether that says anything; is_prose: of paragraphs too."""
    drafts = {"old": revision.old.draft, "new": revision.new.draft}
    sizes = {side: len(draft.items) for side, draft in drafts.items()}
    yield say("diff.examined", lang, **sizes)
    for side, size in sizes.items():
        if not size:
            yield say("diff.no-items", lang, side=say(f"diff.{side}", lang))
    silent = [side for side, draft in drafts.items() if not draft.passages]
    if silent and is_prose:
        sides = COMMAS[lang].join(say(f"diff.{side}", lang) for side in silent)
        yield say("diff.no-passages", lang, sides=sides)
    shared = (row for row in revision.rows if row.old and row.new)
    if revision.rows and all(Kind.REPLACED in row.kinds for row in shared):
        yield say("diff.nothing-shared", lang)


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


def item_remark(row: Row, lang: str) -> str:
    """What became of items, and how sure that is."""
    words = [_kind(kind, row, lang) for kind in row.kinds if kind is not Kind.CHANGED]
    words += [
        say("diff.field-changed", lang, field=field_name(field, lang)) for field in row.fields
    ]
    text = COMMAS[lang].join(words)
    if row.sureness is Sureness.CERTAIN or row.sureness is None:
        return text
    return say(f"diff.{row.sureness.value}", lang, words=text)


def _kind(kind: Kind, row: Row, lang: str) -> str:
    if kind is not Kind.MOVED:
        return say(f"diff.kind-{kind.value}", lang)
    old, new = (place or say("diff.top", lang) for place in row.places)
    return say("diff.moved-from", lang, old=old, new=new)


def entry_remark(
    change: EntryChange[IndicatorDraft] | EntryChange[RelationDraft], lang: str
) -> str:
    """What became of a relation or an indicator, by what changed in it."""
    if change.old is None or change.new is None:
        return say(f"diff.kind-{'added' if change.old is None else 'removed'}", lang)
    words = []
    if name_key(change.old.name) != name_key(change.new.name):
        words.append(say("diff.kind-renamed", lang))
    if isinstance(change.old, IndicatorDraft) and isinstance(change.new, IndicatorDraft):
        words += _value_remarks(change.old, change.new, lang)
    text = COMMAS[lang].join(words or [say("diff.kind-changed", lang)])
    return say("diff.likely", lang, words=text) if change.is_likely else text


def _value_remarks(old: IndicatorDraft, new: IndicatorDraft, lang: str) -> Iterator[str]:
    for kind in ValueKind:
        before, now = (
            [(v.quoted_as, v.fiscal_year) for v in entry.values if v.kind is kind]
            for entry in (old, new)
        )
        if before == now:
            continue
        name = label("value", kind, lang)
        is_year = [words for words, _ in before] == [words for words, _ in now]
        yield say("diff.year-changed" if is_year else "diff.field-changed", lang, field=name)


def item_value(item: ItemDraft, field: str, lang: str) -> str:
    """A fact of an item; "" where it has none."""
    value: object = getattr(item, field)
    if field == "repeated":
        return change_text("yes" if value else "no", lang)
    if field == "kind":
        return label("kind", str(value), lang)
    if isinstance(value, tuple):
        return COMMAS[lang].join(map(str, value))
    return "" if value is None else str(value)


def plan_value(draft: PlanDraft, field: str, lang: str) -> str | None:
    """A fact of a plan; None where it is unknown."""
    value: object = getattr(draft, field)
    if isinstance(value, Period):
        return _years(value, lang)
    if field == "published" and isinstance(value, str):
        return date_label(value, lang)
    if field in _SCHEMES and value is not None:
        return label(_SCHEMES[field], str(value), lang)
    return None if value is None else str(value)


def relation(entry: RelationDraft, lang: str) -> str:
    """A relation with its verb and rank."""
    verb = label("verb", entry.verb, lang) if entry.verb else entry.verb_text
    rank = label("rank", entry.rank, lang) if entry.rank else ""
    notes = COMMAS[lang].join(word for word in (verb, rank) if word)
    return _with_note(entry.name, notes, lang) if notes else entry.name


def indicator(entry: IndicatorDraft, lang: str) -> str:
    """An indicator with its values, each in a line."""
    return "\n".join([entry.name, *(_value(value, lang) for value in entry.values)])


def _value(value: IndicatorValueDraft, lang: str) -> str:
    year = fiscal_year_label(value.fiscal_year, lang) if value.fiscal_year is not None else ""
    name = " ".join(filter(None, (label("value", value.kind, lang), year)))
    return say("diff.named", lang, field=name, words=value.quoted_as)


def _with_note(name: str, note: str, lang: str) -> str:
    return f"{name}（{note}）" if lang == "ja" else f"{name} ({note})"


def _years(period: Period, lang: str) -> str:
    first, last = (fiscal_year_label(year, lang) for year in (period.first, period.last))
    return say("plans.years", lang, first=first, last=last)
