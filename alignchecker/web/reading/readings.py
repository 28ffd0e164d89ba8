"""What was read of a plan, beside what is printed: kept as long as the file stays as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from alignchecker.graph.drafts import StoredFile, read_plans
from alignchecker.importers.corrections import corrections_beside, held, read_corrections
from alignchecker.importers.paths import Stamp, is_file, stamp
from alignchecker.model.correction import Correction
from alignchecker.model.finding import Location
from alignchecker.model.plan import (
    ImportWarning,
    ItemDraft,
    PassageDraft,
    PlanDraft,
    Position,
)
from alignchecker.reports.sentences import place_within
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.work.jobs import Job, State

_MOST = 32
"""Files: as many as twenty people look at at once."""
_AROUND = 12
_PAGE = 150
_DOCUMENTS = 200


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
    """A part of what is printed. before, after: how many lines are not shown there.

    is_printed: False where only headings with their places are known.
    """

    lines: Sequence[Line]
    before: int
    after: int
    is_printed: bool = True


@dataclass(frozen=True, slots=True)
class Branch:
    """An item of the plan and what stands below it. place: where it was read, in words."""

    item: ItemDraft
    below: Sequence[Branch]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One plan of a file, and the corrections beside it. held: those of them that it follows."""

    iri: str
    draft: PlanDraft
    corrections: tuple[Correction, ...]
    held: tuple[Correction, ...]

    def item(self, id_: str | None) -> ItemDraft | None:
        """The item of an id, None where there is none."""
        return next((item for item in self.draft.items if item.id == id_), None)

    def place(self, position: Position | None, lang: str) -> str:
        """A place in words, "" where nothing is known of it."""
        return "" if position is None else _words(position, lang)

    def tree(self) -> Sequence[Branch]:
        """The items, each below its parent."""
        below: dict[str | None, list[ItemDraft]] = {}
        ids = {item.id for item in self.draft.items}
        for item in self.draft.items:
            below.setdefault(item.parent if item.parent in ids else None, []).append(item)
        return _branches(None, below, frozenset())

    def excerpt(self, marks: Iterable[Position], lang: str, first: int | None = None) -> Excerpt:
        """What is printed around the first of some places, or from the line of a number (from 0).

        Where the file does not hold the printed text, the items with their places.
        """
        keys = {_key(mark) for mark in marks} - {_key(Position(""))}
        whole = self.passages
        marked = next((n for n, p in enumerate(whole) if _key(p.position) in keys), 0)
        begin = max(0, marked - _AROUND) if first is None else max(0, first)
        shown = [
            Line(n, p.text, _words(p.position, lang), p.heading, _key(p.position) in keys)
            for n, p in enumerate(whole[begin : begin + _PAGE], start=begin)
        ]
        after = max(0, len(whole) - begin - len(shown))
        return Excerpt(shown, begin, after, bool(self.draft.passages))

    @property
    def passages(self) -> Sequence[PassageDraft]:
        """What is printed; the headings of the items, where that is all that is known of it."""
        return self.draft.passages or [
            PassageDraft(f"{item.printed_number or item.code or ''} {item.label}", item.position)
            for item in self.draft.items
            if item.position != Position(item.position.file)
        ]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a file held when it and its corrections were last read, and its plans by IRI."""

    stamps: tuple[Stamp | None, ...]
    file: StoredFile
    readings: dict[str, Reading] = field(default_factory=dict)


@dataclass(slots=True)
class Readings:
    """The plans of the files that somebody looked at last."""

    _known: OrderedDict[Path, _Kept] = field(default_factory=OrderedDict)
    _warnings: OrderedDict[str, tuple[ImportWarning, ...]] = field(default_factory=OrderedDict)
    _arrived: OrderedDict[str, Mapping[str, Sequence[str]]] = field(default_factory=OrderedDict)
    _begun: OrderedDict[str, Job[object]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def know(self, sha256: str, warnings: tuple[ImportWarning, ...]) -> None:
        """Keeps what could not be read of a document for certain."""
        with self._lock:
            self._warnings[sha256] = warnings
            while len(self._warnings) > _DOCUMENTS:
                self._warnings.popitem(last=False)

    def came(self, sha256: str, changes: Mapping[str, Sequence[str]]) -> None:
        """Keeps what a document that was added has changed, in lines by language."""
        with self._lock:
            self._arrived[sha256] = changes
            while len(self._arrived) > _DOCUMENTS:
                self._arrived.popitem(last=False)

    def arrived(self, sha256: str, lang: str) -> Sequence[str] | None:
        """What a document has changed: nothing where its plan is new; None for one that was not
        added since the server was started."""
        changes = self._arrived.get(sha256)
        return None if changes is None else changes.get(lang, ())

    def warnings(self, sha256: str) -> tuple[ImportWarning, ...] | None:
        """What could not be read of a document; None where nobody has looked yet."""
        return self._warnings.get(sha256)

    def once(self, sha256: str, begin: Callable[[], Job[object]]) -> Job[object]:
        """The job that reads a document; begun where there was none, or where it was cancelled."""
        with self._lock:
            job = self._begun.get(sha256)
            if job is None or job.state in {State.CANCELLED, State.DONE}:
                job = self._begun[sha256] = begin()
                while len(self._begun) > _DOCUMENTS:
                    self._begun.popitem(last=False)
            return job

    def of(self, file: PlanFile, iri: str | None = None) -> Reading | None:
        """A plan of a file: the one of an IRI, else the first. None where there is none.

        Raises InputError for a file that cannot be read, ConfigError for such corrections.
        """
        kept = self._kept(file.path)
        plans = list(kept.file.titles)
        edition = next((p for p in plans if p.value == iri), plans[0] if plans else None)
        if edition is None:
            return None
        found = kept.readings.get(edition.value)
        if found is None:
            beside = corrections_beside(file.path)
            corrections = read_corrections(beside) if is_file(beside) else ()
            draft = kept.file.plan(edition).draft
            found = Reading(edition.value, draft, corrections, held(draft, corrections))
            kept.readings[edition.value] = found
        return found

    def address(self, file: PlanFile, plan: str, item: str) -> str:
        """Of the page that shows an item, by its IRI, where it was read. Raises as ``of`` does."""
        stored = self._kept(file.path).file
        edition = next((p for p in stored.titles if p.value == plan), None)
        asked = {"plan": plan}
        if edition is not None:
            read = stored.plan(edition)
            ids = (i.id for i in read.draft.items if read.node(i.id).value == item)
            asked["item"] = next(ids, "")
        return f"/plans/{file.key}?{urlencode(asked)}"

    def _kept(self, path: Path) -> _Kept:
        now = (stamp(path), stamp(corrections_beside(path)))
        with self._lock:
            known = self._known.get(path)
            if known is not None and known.stamps == now:
                self._known.move_to_end(path)
                return known
        # Shown only; a correction reads the document again. So what no import writes is shown, too.
        kept = _Kept(now, read_plans(path, outline_kinds=True))
        with self._lock:
            self._known[path] = kept
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return kept


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
