"""ダウンロード: the report in the forms that are handed around, and the plans themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.graph.rdf_files import RDF_SUFFIXES
from alignchecker.lang import COMMAS, say
from alignchecker.model.progress import Observer
from alignchecker.web.checking import checking
from alignchecker.web.folder.project import PlanFile
from alignchecker.web.parts import Parts, field, latest, leads_out, parts, plan_file
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of
from alignchecker.web.work.jobs import Job, State
from alignchecker.web.work.tasks import RenderTask, render
from alignchecker.web.work.waiting import found as job_of
from alignchecker.web.work.worker import Worker

_OFFICE = "application/vnd.openxmlformats-officedocument."
_XLSX, _DOCX = _OFFICE + "spreadsheetml.sheet", _OFFICE + "wordprocessingml.document"
FORMS = {
    "xlsx": (".xlsx", _XLSX),
    "docx": (".docx", _DOCX),
    "html": (".html", "text/html; charset=utf-8"),
    "turtle": (".ttl", "text/turtle; charset=utf-8"),
    "json": (".json", "application/json"),
    "coverage-xlsx": (".xlsx", _XLSX),
    "coverage-csv": (".csv", "text/csv; charset=utf-8"),
}
"""Forms of the whole report, and of its tables alone: the ending of the file, its media type."""
_ANNOTATED = {".docx": _DOCX, ".xlsx": _XLSX}


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made. name: what the browser is told to call it."""

    name: str
    media_type: str
    content: bytes


def page(request: Request) -> Response:
    """What can be made of the last check."""
    here = parts(request)
    is_current = here.checks.keep_up()
    return html(
        request,
        "downloads.html",
        forms=FORMS,
        plans=[file for file in here.project.files().values() if file.is_import],
        documents=_documents(here),
        titles=_titles(here, session_of(request).lang),
        checking=checking(here, is_current=is_current),
    )


def make(request: Request, form: FormData) -> Response:
    """Begins to make the form that was asked for."""
    job = begin(request, field(form, "form"), field(form, "plan") or None)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def begin(request: Request, form: str, plan: str | None) -> Job[Made]:
    """Begins to make a form. plan: the key of the one whose document is written into.

    Raises Refusal for another form, and for a document that is not there.
    """
    here, found, lang = parts(request), latest(request), session_of(request).lang
    of_tables = form.startswith("coverage-")
    name = say("web.file-coverage" if of_tables else "web.file-report", lang)
    document = None
    if form == "annotated":
        document = _document(here, plan)
        suffix, media_type = document.suffix.lower(), _ANNOTATED[document.suffix.lower()]
        name = f"{document.stem}-{name}"
    elif form in FORMS:
        suffix, media_type = FORMS[form]
    else:
        raise Refusal(404, "form-unknown")
    task = RenderTask(found.checked, form, lang, document)

    def work(worker: Worker, observe: Observer) -> Made:
        made = Made(name + suffix, media_type, worker.ask(render, task, observe))
        job.then = f"/downloads/{job.id}"
        return made

    job: Job[Made] = Job("make", work, "/downloads")
    return here.jobs.begin(job)


def made(request: Request) -> Response:
    """The page with the file that was made."""
    job = job_of(request)
    if job.state is not State.DONE or not isinstance(job.result, Made):
        return RedirectResponse(f"/jobs/{job.id}", 303)
    return html(request, "made.html", made=job.result, job=job)


def file(request: Request) -> Response:
    """The file that was made, to be saved."""
    job = job_of(request)
    if not isinstance(job.result, Made):
        raise Refusal(404, "job")
    return saved(job.result)


def plan(request: Request) -> Response:
    """The file of a plan, as it stands."""
    path = plan_file(request).path
    written = RDF_SUFFIXES.get(path.suffix.lower())
    media_type = "application/octet-stream" if written is None else written.media_type
    return saved(Made(path.name, media_type, path.read_bytes()))


def saved(made: Made) -> Response:
    """A file that a browser saves rather than shows."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in made.name)
    named = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(made.name, safe='')}"
    return Response(made.content, 200, {"Content-Disposition": named}, made.media_type)


def _titles(here: Parts, lang: str) -> Mapping[str, str]:
    """Path of a file -> the titles of its plans, as far as the last check knows them."""
    found: dict[str, list[str]] = {}
    if here.checks.latest is not None:
        checked = here.checks.latest.checked
        for plan in checked.report.plans:
            found.setdefault(checked.homes.get(plan.iri, ""), []).append(plan.title)
    return {path: COMMAS[lang].join(titles) for path, titles in found.items()}


def _documents(here: Parts) -> Sequence[tuple[PlanFile, Path]]:
    """Plans with the Word or Excel file that they were imported from."""
    found, plans = [], here.project.files().values()
    documents = here.project.documents(plans)
    for plan in plans:
        document = documents[plan.key]
        if document is None or document.suffix.lower() not in _ANNOTATED:
            continue
        if not leads_out(here, document):
            found.append((plan, document))
    return found


def _document(here: Parts, key: str | None) -> Path:
    for plan, document in _documents(here):
        if plan.key == key:
            return document
    raise Refusal(404, "document")
