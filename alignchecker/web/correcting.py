"""読み取りの確認: what was read beside what is printed, and forms to correct it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.graph.codes import known, label
from alignchecker.importers.corrected_facts import STAGES
from alignchecker.importers.corrections import MAX_CORRECTIONS
from alignchecker.lang import say
from alignchecker.lang.changes import field_name
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.model.correction import Correction
from alignchecker.model.plan import Capture, Form, PlanDraft, Position
from alignchecker.model.progress import Observer
from alignchecker.web.arriving import Arrival, CorrectTask
from alignchecker.web.arriving import correct as read_again
from alignchecker.web.jobs import Job
from alignchecker.web.parts import field, parts, plan_file
from alignchecker.web.project import PlanFile
from alignchecker.web.readings import Excerpt, Reading
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of
from alignchecker.web.storing import store_corrections
from alignchecker.web.worker import Worker

_FIELDS = ("title", "edition", "period", "publisher", "plan_type", "measure_level", "form",
           "stage", "part", "department", "published", "capture", "vision")  # fmt: skip
_SCHEMES = {"plan_type": "type", "form": "form", "stage": "stage", "capture": "capture"}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a plan says of itself. shown: None where it is unknown. value: as a correction has it.

    choices: value -> words, where not anything can be said. correction: what somebody set.
    """

    field: str
    name: str
    shown: str | None
    value: str
    choices: Mapping[str, str]
    correction: Correction | None


def page(request: Request) -> Response:
    """A plan as it was read. With ``item``: what is printed around that item."""
    here, file = parts(request), plan_file(request)
    reading, lang = _reading(request, file), session_of(request).lang
    document = here.project.document(file) if file.is_ours and file.is_import else None
    return html(
        request,
        "reading.html",
        file=file,
        reading=reading,
        document=document,
        facts=list(_facts(reading, lang)),
        most=MAX_CORRECTIONS,
        revision=here.project.revision_of(file),
        excerpt=_excerpt(request, reading, lang),
        asked=request.query_params,
        iri=reading.iri,
    )


def source(request: Request) -> Response:
    """The part of the page that shows what is printed."""
    file = plan_file(request)
    reading = _reading(request, file)
    excerpt = _excerpt(request, reading, session_of(request).lang)
    return html(request, "source.html", excerpt=excerpt, file=file, iri=reading.iri)


def correct(request: Request, form: FormData) -> Response:
    """Takes one correction, or takes it back; the document is read again with it.

    Raises Refusal where the plan was changed since the form was shown: what was filled in is
    shown again, with the plan as it is now.
    """
    here, file = parts(request), plan_file(request)
    document = here.project.document(file) if file.is_ours and file.is_import else None
    if document is None:
        raise Refusal(409, "no-document")
    reading = _reading(request, file)
    name = field(form, "field")
    if name not in _FIELDS:
        raise Refusal(400, "field", most=MAX_CORRECTIONS)
    said = Correction(name, _value(form, name), field(form, "reason"), "unsure" not in form)
    if field(form, "revision") != here.project.revision_of(file):
        return _stale(request, file, reading, said)
    others = tuple(c for c in reading.corrections if c.field != name)
    if "undo" not in form:
        if not said.value or not said.reason:
            raise Refusal(422, "reason")
        if len(others) >= MAX_CORRECTIONS:
            raise Refusal(422, "corrections", most=MAX_CORRECTIONS)
        others = (*others, said)
    task = CorrectTask(here.settings.folder, file.path, document, others)

    def work(worker: Worker, observe: Observer) -> Arrival:
        arrival = worker.ask(read_again, task, observe)
        store_corrections(here.settings.folder, arrival, others)
        here.checks.keep_up()
        return arrival

    job = here.jobs.begin(Job("correct", work, f"/plans/{file.key}"))
    return RedirectResponse(f"/jobs/{job.id}", 303)


def _stale(request: Request, file: PlanFile, reading: Reading, said: Correction) -> Response:
    lang = session_of(request).lang
    now = next(fact for fact in _facts(reading, lang) if fact.field == said.field)
    return html(
        request,
        "stale.html",
        status=409,
        file=file,
        fact=now,
        said=said,
        shown=_words(said.field, said.value, lang),
        revision=parts(request).project.revision_of(file),
    )


def _reading(request: Request, file: PlanFile) -> Reading:
    if not file.is_import:
        raise Refusal(404, "not-imported")
    found = parts(request).readings.of(file, request.query_params.get("plan"))
    if found is None:
        raise Refusal(404, "no-plan")
    return found


def _excerpt(request: Request, reading: Reading, lang: str) -> Excerpt | None:
    if not reading.draft.passages:
        return None
    wanted = request.query_params.get("item")
    first = request.query_params.get("from", "")
    marks: Sequence[Position] = [i.position for i in reading.draft.items if i.id == wanted]
    begin = int(first) if first.isascii() and first.isdigit() and len(first) < 8 else None
    return reading.excerpt(marks, lang, begin)


def _value(form: FormData, name: str) -> str:
    if name == "period" and "first" in form:
        first, last = field(form, "first"), field(form, "last")
        return f"{first}-{last}" if first or last else ""
    return field(form, "value")


def _facts(reading: Reading, lang: str) -> Iterator[Fact]:
    corrected = {correction.field: correction for correction in reading.corrections}
    for name in _FIELDS:
        value = _said(reading.draft, name)
        yield Fact(
            name,
            field_name(name, lang),
            _words(name, value, lang) if value else None,
            value,
            _choices(reading.draft, name, lang),
            corrected.get(name),
        )


def _said(draft: PlanDraft, name: str) -> str:
    if name == "period":
        return f"{draft.period.first}-{draft.period.last}" if draft.period else ""
    return str(getattr(draft, name) or "")


def _choices(draft: PlanDraft, name: str, lang: str) -> Mapping[str, str]:
    if name == "measure_level":
        levels = dict.fromkeys(item.level_name for item in draft.items if item.level > 0)
        return {level: level for level in levels}
    values: Mapping[str, Sequence[str]] = {
        "plan_type": sorted(known("type")),
        "form": list(Form),
        "stage": STAGES,
        "capture": list(Capture),
    }
    return {value: label(_SCHEMES[name], value, lang) for value in values.get(name, ())}


def _words(name: str, value: str, lang: str) -> str:
    if name in _SCHEMES and value in known(_SCHEMES[name]):
        return label(_SCHEMES[name], value, lang)
    first, _, last = value.partition("-")
    if name == "period" and first.isdecimal() and last.isdecimal():
        one, other = (fiscal_year_label(int(year), lang) for year in (first, last))
        return say("plans.years", lang, first=one, last=other)
    return value
