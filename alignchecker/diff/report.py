"""What an update changed, kept and could not place, in lines for an officer."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from alignchecker.diff.changes import Changes, FactChange
from alignchecker.diff.earlier import Earlier
from alignchecker.diff.loose_ends import LooseEnd, Unreadable
from alignchecker.diff.updating import Updated
from alignchecker.graph.codes import label
from alignchecker.lang import COMMAS
from alignchecker.lang.changes import change_text, field_name
from alignchecker.model.plan import ItemDraft

_LOOSE = {"Link": "loose-link", "Waiver": "loose-waiver"}
_SCHEMES = {
    "plan_type": "type",
    **{field: field for field in ("form", "capture", "stage", "kind", "verb", "rank", "scope")},
}
"""Facts that are concepts of a code list, by field."""
_CONCEPT = re.compile(r"\bcode:([a-z]+)-([a-z-]+)")
_ALWAYS = ("added", "removed", "renamed", "moved")


def update_report(
    earlier: Earlier, updated: Updated, ends: Iterable[LooseEnd | Unreadable], lang: str
) -> Iterator[str]:
    """Lines: the counts, then every change, then what stayed and what has no home any more."""
    yield from change_lines(updated.changes, lang)
    if any(change.field == "period" and change.subject is None for change in updated.changes.facts):
        yield change_text("iri-kept", lang, iri=updated.edition.value)
    for fact in updated.kept:
        yield _fact("kept" if fact.new is not None else "kept-unsaid", fact, lang)
    for fact in updated.corrected:
        yield _fact("corrected", fact, lang)
    for words in updated.added:
        yield change_text("added-by-hand", lang, words=words)
    for fact in updated.lost:
        yield _fact("lost", fact, lang)
    for unfit in updated.unfit:
        correction, reason = unfit.correction, unfit.error.text(lang)
        yield change_text(
            "unfit", lang, field=correction.field, value=correction.value, reason=reason
        )
    yield from (_end(end, lang) for end in ends)
    for line, text in earlier.comments:
        yield change_text("comment", lang, line=line, words=text)


def change_lines(changes: Changes, lang: str) -> Iterator[str]:
    """Lines: the counts, then every change, old before new."""
    if not changes:
        yield change_text("nothing", lang)
        return
    names = (*_ALWAYS, "renumbered", "facts", "doubts")
    sizes = {name: len(getattr(changes, name)) for name in names}
    counts = [
        change_text(f"count-{name}", lang, n=size)
        for name, size in sizes.items()
        if size or name in _ALWAYS
    ]
    yield change_text("summary", lang, counts=COMMAS[lang].join(counts))
    yield from (change_text("added", lang, item=_item(item)) for item in changes.added)
    yield from (change_text("removed", lang, item=_item(item)) for item in changes.removed)
    for pair in changes.renamed:
        yield change_text("renamed", lang, old=_item(pair.old), new=_item(pair.new))
    top = change_text("top", lang)
    for pair in changes.moved:
        old, new = pair.old_place or top, pair.new_place or top
        yield change_text("moved", lang, item=pair.new.label, old=old, new=new)
    none = change_text("none", lang)
    for pair in changes.renumbered:
        old, new = _number(pair.old) or none, _number(pair.new) or none
        yield change_text("renumbered", lang, item=pair.new.label, old=old, new=new)
    yield from (_fact("fact", fact, lang) for fact in changes.facts)
    between = change_text("between", lang)
    for doubt in changes.doubts:
        old, new = (between.join(i.label for i in items) for items in (doubt.old, doubt.new))
        yield change_text("doubt", lang, old=old, new=new)


def _fact(key: str, fact: FactChange, lang: str) -> str:
    none = change_text("none", lang)
    if key == "fact" and fact.field == "text":
        key = "text"
    return change_text(
        key,
        lang,
        subject=fact.subject or change_text("plan", lang),
        field=field_name(fact.field, lang),
        old=none if fact.old is None else _value(fact.field, fact.old, lang),
        new=none if fact.new is None else _value(fact.field, fact.new, lang),
    )


def _value(field: str, value: str, lang: str) -> str:
    """A value with every concept of a code list by its label."""
    if field == "repeated":
        return change_text("yes" if value == "true" else "no", lang)
    if field in {"relations", "indicators"}:
        return _CONCEPT.sub(lambda concept: label(concept[1], concept[2], lang), value)
    return label(_SCHEMES[field], value, lang) if field in _SCHEMES else value


def _end(end: LooseEnd | Unreadable, lang: str) -> str:
    if isinstance(end, Unreadable):
        return change_text("unreadable", lang, reason=end.error.text(lang))
    path = _shown(end.path)
    place = change_text("place-line" if end.line else "place", lang, path=path, line=end.line)
    return change_text(_LOOSE.get(end.kind, "loose"), lang, label=end.label, place=place)


def _shown(path: Path) -> str:
    """The path as seen from the folder that the officer is in, where it is below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return os.fspath(path)


def _item(item: ItemDraft) -> str:
    return f"{_number(item)} {item.label}" if _number(item) else item.label


def _number(item: ItemDraft) -> str | None:
    return item.code or item.printed_number
