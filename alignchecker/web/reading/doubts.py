"""What could not be read of a document for certain, as long as nobody has settled it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from alignchecker.lang import say
from alignchecker.lang.changes import field_name
from alignchecker.lang.import_warnings import warning_text
from alignchecker.model.normalize import label_key
from alignchecker.model.plan import ImportWarning, PlanDraft, Position
from alignchecker.model.progress import Observer
from alignchecker.web.folder.arriving import warnings
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.parts import Parts
from alignchecker.web.reading.facts import FACTS
from alignchecker.web.reading.readings import Reading
from alignchecker.web.reading.rereading import document_of
from alignchecker.web.work.jobs import Job
from alignchecker.web.work.worker import Worker

_UNKNOWN = "-unknown"
_OF_FACTS = frozenset(f"{name}{_UNKNOWN}" for name in FACTS)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One warning in words. query: of the address that shows its place; None where it has none.

    place: in words, "" where there is none.
    """

    code: str
    text: str
    query: str | None
    place: str
    position: Position | None


@dataclass(frozen=True, slots=True)
class Doubts:
    """The warnings that hold. is_whole: whether all are known. job: that finds them out."""

    every: Sequence[Doubt]
    is_whole: bool
    job: Job[object] | None


def doubts(here: Parts, file: PlanFile, reading: Reading, lang: str) -> Doubts:
    """What is doubtful of a plan. Where its document has not been read since the server was
    started, that is begun; without a document only what the plan itself says is known."""
    known = here.readings.warnings(reading.draft.sha256)
    if known is not None:
        return Doubts(list(_words(known, reading, lang)), True, None)
    job = _reading(here, file, reading)
    return Doubts(list(_words(reading.draft.warnings, reading, lang)), False, job)


def holding(found: Iterable[ImportWarning], draft: PlanDraft) -> Iterator[ImportWarning]:
    """Those of the warnings of a document that are true of its plan as it is now."""
    printed = {(label_key(i.label), i.printed_number) for i in draft.items}
    levels = {item.level_name for item in draft.items}
    for warning in found:
        code, arguments = warning.code, warning.arguments
        if code.endswith(_UNKNOWN):
            is_settled = getattr(draft, code.removesuffix(_UNKNOWN), None) is not None
        elif code == "no-measures":
            is_settled = draft.measure_level is not None
        elif code == "level-unnamed":
            is_settled = arguments[-1] not in levels
        elif code == "printed-number-disagrees":
            is_settled = (label_key(arguments[0]), arguments[1]) not in printed
        else:
            is_settled = False
        if not is_settled:
            yield warning


def _words(found: Iterable[ImportWarning], reading: Reading, lang: str) -> Iterator[Doubt]:
    for number, warning in enumerate(holding(found, reading.draft)):
        place = reading.place(warning.position, lang)
        query = _query(warning, number, reading, is_placed=bool(place))
        text = _said(warning, lang)
        yield Doubt(warning.code, text, query, place, warning.position)


def _said(warning: ImportWarning, lang: str) -> str:
    """As the command line says it, save that a fact is corrected on the page, in no file."""
    if warning.code in _OF_FACTS:
        name = field_name(warning.code.removesuffix(_UNKNOWN), lang)
        return say("web.doubt-unknown", lang, field=name)
    return warning_text(warning.code, warning.arguments, lang)


def _query(warning: ImportWarning, number: int, reading: Reading, *, is_placed: bool) -> str | None:
    if warning.code.endswith(_UNKNOWN):
        return urlencode({"fact": warning.code.removesuffix(_UNKNOWN)})
    if is_placed:
        return urlencode({"warning": number})
    if warning.code == "level-unnamed":
        named = (i.id for i in reading.draft.items if i.level_name == warning.arguments[-1])
        return urlencode({"item": next(named)})
    return None


def _reading(here: Parts, file: PlanFile, reading: Reading) -> Job[object] | None:
    """Reads the document for its warnings; once, whoever asks meanwhile, and again if it failed
    only when the server is started anew."""
    document = document_of(here, file)
    if document is None:
        return None
    sha256 = reading.draft.sha256

    def begun() -> Job[object]:
        def work(worker: Worker, observe: Observer) -> object:
            found = worker.ask(warnings, document, observe)
            here.readings.know(sha256, found)
            return found

        return here.jobs.begin(Job("doubts", work, f"/plans/{file.key}"))

    return here.readings.once(sha256, begun)
