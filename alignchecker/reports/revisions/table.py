"""新旧対照表 (old | new | remarks), before it takes the form of a page, a sheet or a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from alignchecker.diff.changes import FactChange
from alignchecker.diff.entries import EntryChange
from alignchecker.diff.matching import number
from alignchecker.diff.prose import PassageChange
from alignchecker.diff.revision import Kind, Revision, Row
from alignchecker.diff.wording import Pieces, compared, whole
from alignchecker.lang import say
from alignchecker.lang.changes import field_name
from alignchecker.model.plan import IndicatorDraft, ItemDraft, RelationDraft
from alignchecker.reports.revisions import words

_Entry = TypeVar("_Entry", RelationDraft, IndicatorDraft)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table.

    old, new: what stands there in pieces, the changed ones marked. above: the item that it stands
    under, "" where there is none; rows under one stand together.
    """

    old: Pieces
    new: Pieces
    remark: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows about one kind of thing: name is plan, items, relations, indicators or passages."""

    name: str
    lines: tuple[Line, ...]

    def headed(self) -> Iterator[tuple[str | None, Line]]:
        """The rows, each with the heading to set above it, None where the last one holds."""
        last = ""
        for line in self.lines:
            yield (None if line.above == last else line.above), line
            last = line.above


def sections(revision: Revision, lang: str) -> tuple[Section, ...]:
    """The table in sections; one without rows is left out."""
    found = {
        "plan": [_fact(fact, revision, lang) for fact in revision.facts],
        "items": _Items(revision, lang).lines(),
        "relations": [_entry(change, words.relation, lang) for change in revision.relations],
        "indicators": [_entry(change, words.indicator, lang) for change in revision.indicators],
        "passages": [_passage(change, lang) for change in revision.passages],
    }
    return tuple(Section(name, tuple(lines)) for name, lines in found.items() if lines)


class _Items:
    """The rows of items."""

    def __init__(self, revision: Revision, lang: str) -> None:
        self.revision, self.lang = revision, lang
        self.old = {item.id: item for item in revision.old.draft.items}
        self.new = {item.id: item for item in revision.new.draft.items}
        self.became = {row.old[0].id: row.new[0] for row in revision.rows if row.old and row.new}

    def lines(self) -> list[Line]:
        lines = [self.line(row) for row in self.revision.changed]
        if any(line.above for line in lines):
            top = say("diff.top-items", self.lang)
            return [replace(line, above=line.above or top) for line in lines]
        return lines

    def line(self, row: Row) -> Line:
        old, new = self.sides(row)
        return Line(
            old or whole(say("diff.is-new", self.lang), changed=False),
            new or whole(say("diff.is-gone", self.lang), changed=False),
            words.item_remark(row, self.lang),
            self.above(row),
        )

    def above(self, row: Row) -> str:
        """What the items stand under: in the new plan, else what stood there in the old one."""
        gone = row.old[0].parent or "" if row.old else ""
        parent = self.new.get(row.new[0].parent or "") if row.new else self.became.get(gone)
        if parent is None and not row.new and gone in self.old:
            return say("diff.above-gone", self.lang, item=words.title(self.old[gone]))
        return words.title(parent) if parent else ""

    def sides(self, row: Row) -> tuple[Pieces, Pieces]:
        if len(row.old) == len(row.new) == 1 and Kind.REPLACED not in row.kinds:
            return self.both(row)
        old, new = ("\n".join(map(_full, items)) for items in (row.old, row.new))
        if row.old and row.new:
            return compared(old, new)
        return whole(old, changed=True), whole(new, changed=True)

    def both(self, row: Row) -> tuple[Pieces, Pieces]:
        """An item before and now: number and label, then what else changed."""
        (old,), (new,) = row.old, row.new
        pairs = [compared(number(old) or "", number(new) or ""), compared(old.label, new.label)]
        between: list[str] = [" " if number(old) or number(new) else ""]
        for field in row.fields:
            values = (words.item_value(item, field, self.lang) for item in (old, new))
            before, now = (value or say("diff.unstated", self.lang) for value in values)
            name = field_name(field, self.lang) if field != "text" else ""
            named = say("diff.named", self.lang, field=name, words="") if name else ""
            between.append("\n" + named)
            pairs.append(compared(before, now))
        return _strung([p[0] for p in pairs], between), _strung([p[1] for p in pairs], between)


def _full(item: ItemDraft) -> str:
    """An item with its text."""
    return "\n".join(filter(None, (words.title(item), item.text)))


def _strung(parts: Sequence[Pieces], between: Sequence[str]) -> Pieces:
    found = list(parts[0])
    for text, pieces in zip(between, parts[1:], strict=True):
        found += [*whole(text, changed=False), *pieces]
    return tuple(found)


def _fact(fact: FactChange, revision: Revision, lang: str) -> Line:
    """A fact of the plan. What only one document says is no change: the other may say it too."""
    name = field_name(fact.field, lang)
    sides = {"old": revision.old.draft, "new": revision.new.draft}
    values = {side: words.plan_value(draft, fact.field, lang) for side, draft in sides.items()}
    front = whole(say("diff.named", lang, field=name, words=""), changed=False)
    for side, value in values.items():
        if value is None:
            unknown = say("diff.unknown", lang)
            old, new = (whole(v or unknown, changed=False) for v in values.values())
            remark = say("diff.unknown-in", lang, field=name, side=say(f"diff.{side}", lang))
            return Line((*front, *old), (*front, *new), remark)
    old, new = compared(*(value or "" for value in values.values()))
    return Line((*front, *old), (*front, *new), say("diff.field-changed", lang, field=name))


def _entry(change: EntryChange[_Entry], said: Callable[[_Entry, str], str], lang: str) -> Line:
    remark = words.entry_remark(change, lang)
    if change.old is not None and change.new is not None:
        return Line(*compared(said(change.old, lang), said(change.new, lang)), remark)
    old = whole(said(change.old, lang), changed=True) if change.old else None
    new = whole(said(change.new, lang), changed=True) if change.new else None
    return Line(
        old or whole(say("diff.is-new", lang), changed=False),
        new or whole(say("diff.is-gone", lang), changed=False),
        remark,
    )


def _passage(change: PassageChange, lang: str) -> Line:
    if change.old is not None and change.new is not None:
        old, new = compared(change.old, change.new)
        kind = "changed"
    else:
        old = whole(change.old or say("diff.is-new", lang), changed=change.old is not None)
        new = whole(change.new or say("diff.is-gone", lang), changed=change.new is not None)
        kind = "added" if change.old is None else "removed"
    return Line(old, new, say(f"diff.kind-{kind}", lang), change.above or "")
