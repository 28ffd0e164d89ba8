"""Corrections made and taken back: the document is read again with them, by the worker."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from alignchecker.importers.corrections import (
    MAX_CORRECTIONS,
    corrections_beside,
    read_corrections,
)
from alignchecker.importers.paths import is_file
from alignchecker.model.correction import Correction
from alignchecker.model.progress import Observer
from alignchecker.web.folder.arriving import Arrival, CorrectTask
from alignchecker.web.folder.arriving import correct as read_again
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.folder.storing import store_corrections
from alignchecker.web.parts import Parts
from alignchecker.web.reading.readings import Reading
from alignchecker.web.refusing import Refusal
from alignchecker.web.work.jobs import Job
from alignchecker.web.work.worker import Worker


def document_of(here: Parts, file: PlanFile) -> Path | None:
    """The document that a plan can be read from again; None where nothing can be corrected."""
    return here.project.document(file) if file.is_ours and file.is_import else None


def begin(
    here: Parts,
    file: PlanFile,
    reading: Reading,
    given: Sequence[Correction],
    undone: Collection[str],
    then: str,
) -> Job[Arrival]:
    """Begins to read a document again. given: corrections that are new, or in place of others about
    the same. undone: ids of those that are taken back. then: the address that shows it.

    Raises Refusal where there is no document, and for too many corrections. What somebody else has
    corrected by the time that it is done stays; where it is about the same, nothing is written.
    """
    document = document_of(here, file)
    if document is None:
        raise Refusal(409, "no-document")
    if len(_changed(reading.corrections, given, undone)) > MAX_CORRECTIONS:
        raise Refusal(422, "corrections", most=MAX_CORRECTIONS)

    def work(worker: Worker, observe: Observer) -> Arrival:
        beside = corrections_beside(file.path)
        before = read_corrections(beside) if is_file(beside) else ()
        _check(reading.corrections, before, given, undone)
        after = _changed(before, given, undone)
        task = CorrectTask(here.settings.folder, file.path, document, after, before, tuple(given))
        arrival = worker.ask(read_again, task, observe)
        store_corrections(here.settings.folder, arrival, after, before)
        here.readings.know(arrival.sha256, arrival.warnings)
        here.checks.keep_up()
        return arrival

    return here.jobs.begin(Job("correct", work, then))


def _changed(
    before: Sequence[Correction], given: Sequence[Correction], undone: Collection[str]
) -> tuple[Correction, ...]:
    gone = {*undone, *(correction.id for correction in given)}
    return (*(correction for correction in before if correction.id not in gone), *given)


def _check(
    seen: Sequence[Correction],
    now: Sequence[Correction],
    given: Sequence[Correction],
    undone: Collection[str],
) -> None:
    """Raises Refusal where somebody corrected the same since it was seen, with both words."""
    about = {*undone, *(correction.id for correction in given)}
    before = {c.id: c for c in seen if c.id in about}
    for correction in now:
        if correction.id in about and before.get(correction.id) != correction:
            mine = next((c for c in given if c.id == correction.id), None)
            raise Refusal(
                409,
                "corrected-meanwhile",
                now=f"{correction.value}（{correction.reason}）",
                yours=f"{mine.value}（{mine.reason}）" if mine else "―",
            )
