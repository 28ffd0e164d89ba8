"""Documents that are sent: taken, read by the worker, written to the folder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.model.progress import Observer
from alignchecker.web.folder.arriving import Arrival, ReadTask, read
from alignchecker.web.folder.storing import discard, store, take
from alignchecker.web.parts import Parts, parts
from alignchecker.web.refusing import Refusal
from alignchecker.web.work.jobs import Job
from alignchecker.web.work.worker import Worker

_PIECE = 1024 * 1024


async def upload(request: Request) -> Response:
    """Takes the document of a form; leads to what is done with it."""
    job = await begin(request)
    answer = RedirectResponse(f"/jobs/{job.id}", 303)
    if "hx-request" in request.headers:
        # A redirect would be followed within the page.
        answer = RedirectResponse("/", 200, {"HX-Redirect": f"/jobs/{job.id}"})
        del answer.headers["location"]
    return answer


async def begin(request: Request) -> Job[Arrival]:
    """Takes a document and begins to read it. Raises Refusal for a form that holds none."""
    here = parts(request)
    try:
        async with request.form(max_files=1, max_fields=8) as form:
            sent = form.get("document")
            if not isinstance(sent, UploadFile) or not sent.filename:
                raise Refusal(400, "no-file")
            most = here.settings.most_bytes
            incoming = await take(here.settings.folder, sent.filename, _pieces(sent), most)
    except MultiPartException as error:
        raise Refusal(400, "no-file") from error
    return await run_in_threadpool(reading, here, incoming)


def reading(here: Parts, incoming: Path) -> Job[Arrival]:
    """Begins to read a document that was taken; writes what came of it."""
    known = tuple(
        file.path for file in here.project.files().values() if file.is_import and file.is_ours
    )
    task = ReadTask(here.settings.folder, incoming, known)

    def work(worker: Worker, observe: Observer) -> Arrival:
        try:
            arrival = worker.ask(read, task, observe)
            store(here.settings.folder, arrival, incoming)
            here.readings.know(arrival.sha256, arrival.warnings)
            here.readings.came(arrival.sha256, arrival.changes)
        finally:
            discard(incoming)
        job.then = address(here, arrival)
        here.checks.keep_up()
        return arrival

    job = Job("read", work, "/plans")
    return here.jobs.begin(job)


def address(here: Parts, arrival: Arrival) -> str:
    """The page of a plan that was written."""
    files = here.project.files().values()
    written = arrival.turtle.resolve()
    key = next((file.key for file in files if file.path.resolve() == written), None)
    return "/plans" if key is None else f"/plans/{key}"


async def _pieces(sent: UploadFile) -> AsyncIterator[bytes]:
    while piece := await sent.read(_PIECE):
        yield piece
