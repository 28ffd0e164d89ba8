"""What was read of a plan, beside what is printed: kept as long as the file stays as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode

from alignchecker.graph.drafts import StoredFile, read_plans
from alignchecker.importers.corrections import Correction, corrections_beside, read_corrections
from alignchecker.importers.paths import Stamp, is_file, stamp
from alignchecker.model.finding import Location
from alignchecker.model.plan import ItemDraft, PlanDraft, Position
from alignchecker.reports.sentences import place_within
from alignchecker.web.project import PlanFile

_MOST = 32
"""Files: as many as twenty people look at at once."""
_AROUND = 12
_PAGE = 150


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, line or row as printed. place: where, in words. marked: it is meant."""

    number: int
    text: str
    place: str
    heading: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of what is printed. before, after: how many lines are not shown there."""

    lines: Sequence[Line]
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Branch:
    """An item of the plan and what stands below it."""

    item: ItemDraft
    below: Sequence[Branch]


@dataclass(frozen=True, slots=True)
class Reading:
    """One plan of a file, and the corrections beside it."""

    iri: str
    draft: PlanDraft
    corrections: tuple[Correction, ...]

    @property
    def tree(self) -> Sequence[Branch]:
        """The items, each below its parent."""
        below: dict[str | None, list[ItemDraft]] = {}
        ids = {item.id for item in self.draft.items}
        for item in self.draft.items:
            below.setdefault(item.parent if item.parent in ids else None, []).append(item)
        return _branches(None, below, frozenset())

    def excerpt(self, marks: Iterable[Position], lang: str, first: int | None = None) -> Excerpt:
        """What is printed around the first of some places, or from the line of a number (from 0).

        Blank where the file does not hold the printed text.
        """
        keys = {_key(mark) for mark in marks}
        lines = [
            Line(number, p.text, _words(p.position, lang), p.heading, _key(p.position) in keys)
            for number, p in enumerate(self.draft.passages)
        ]
        marked = next((line.number for line in lines if line.marked), 0)
        begin = max(0, marked - _AROUND) if first is None else max(0, first)
        shown = lines[begin : begin + _PAGE]
        return Excerpt(shown, begin, max(0, len(lines) - begin - len(shown)))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file as it was at some moment, and those of its plans that somebody looked at."""

    stamps: tuple[Stamp | None, ...]
    stored: StoredFile
    drafts: dict[NamedNode, PlanDraft] = field(default_factory=dict)

    def draft(self, edition: NamedNode) -> PlanDraft:
        """A plan of it."""
        if edition not in self.drafts:
            self.drafts[edition] = self.stored.plan(edition).draft
        return self.drafts[edition]


@dataclass(slots=True)
class Readings:
    """The plans of the files that somebody looked at last."""

    _known: OrderedDict[Path, _Kept] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, file: PlanFile, iri: str | None = None) -> Reading | None:
        """A plan of a file: the one of an IRI, else the first. None where there is none.

        Raises InputError for a file that cannot be read, ConfigError for such corrections.
        """
        kept = self._kept(file.path)
        plans = list(kept.stored.titles)
        edition = next((p for p in plans if p.value == iri), plans[0] if plans else None)
        if edition is None:
            return None
        beside = corrections_beside(file.path)
        corrections = read_corrections(beside) if is_file(beside) else ()
        return Reading(edition.value, kept.draft(edition), corrections)

    def _kept(self, path: Path) -> _Kept:
        now = (stamp(path), stamp(corrections_beside(path)))
        with self._lock:
            known = self._known.get(path)
            if known is not None and known.stamps == now:
                self._known.move_to_end(path)
                return known
        found = _Kept(now, read_plans(path))
        with self._lock:
            self._known[path] = found
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return found


def position_of(location: Location) -> Position:
    """A place of a finding as importers write it."""
    at = location
    return Position(at.path, at.line, at.sheet, at.cell, at.page)


def _branches(
    parent: str | None, below: dict[str | None, list[ItemDraft]], above: frozenset[str]
) -> Sequence[Branch]:
    items = [item for item in below.get(parent, []) if item.id not in above]
    return [Branch(item, _branches(item.id, below, above | {item.id})) for item in items]


def _key(position: Position) -> tuple[object, ...]:
    """A place apart from the name of its file, which may have been moved."""
    row = (position.cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (position.page, position.sheet, row or position.line)


def _words(position: Position, lang: str) -> str:
    at = position
    return place_within(Location(at.file, at.line, None, at.sheet, at.cell, at.page), lang)
