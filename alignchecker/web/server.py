"""The app: a function of its settings. Which address shows what stands in one table."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from alignchecker.lang import LANGUAGES
from alignchecker.model.errors import AligncheckerError
from alignchecker.web import api, downloading, inventory, listing
from alignchecker.web.analysis import pages as analysis
from alignchecker.web.endpoint import pages as endpoint
from alignchecker.web.endpoint.pool import QueryPool
from alignchecker.web.endpoint.snapshot import FolderSource
from alignchecker.web.folder import uploading
from alignchecker.web.folder.project import Project
from alignchecker.web.folder.storing import sweep
from alignchecker.web.guard import entering
from alignchecker.web.guard.access import ENTRANCE, Gate
from alignchecker.web.guard.safety import Guard
from alignchecker.web.guard.sessions import Sessions
from alignchecker.web.links import pages as link_pages
from alignchecker.web.links.desk import Desk, Waiting
from alignchecker.web.parts import Parts, field, parts, within
from alignchecker.web.reading import correcting
from alignchecker.web.reading.readings import Readings
from alignchecker.web.refusing import ENDPOINT, Refusal, is_api, refused
from alignchecker.web.rendering import FILES, YEAR, is_current, session_of
from alignchecker.web.settings import Settings
from alignchecker.web.views import answering, drawing, items, measuring, periods
from alignchecker.web.work import waiting
from alignchecker.web.work.checks import Checks
from alignchecker.web.work.jobs import Jobs
from alignchecker.web.work.worker import WorkerProcess

Posted = Callable[[Request, FormData], Response]


def application(
    settings: Settings,
    renewed: Callable[[str], None] = lambda _: None,
    worker: WorkerProcess | None = None,
) -> ASGIApp:
    """The app. renewed: is told of the next token, when one has been used up.

    worker: one that outlives the app; without it, the app has its own.
    """
    sessions = Sessions(settings.token, settings.is_fixed, settings.password, renewed)
    own = WorkerProcess()
    project, jobs = Project(settings), Jobs(worker or own)
    checks = Checks(project, jobs)
    source = FolderSource(project)
    queries = QueryPool(source, settings.queries)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        sweep(settings.folder)
        yield
        jobs.close()
        own.end()
        queries.close()
        source.end()

    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Gate, settings=settings, sessions=sessions)],
        exception_handlers={
            Refusal: _refused,
            Waiting: _waiting,
            AligncheckerError: _wrong,
            HTTPException: _http,
        },
        lifespan=lifespan,
    )
    app.state.parts = Parts(
        settings, sessions, project, jobs, checks, Readings(), Desk(project, jobs), queries
    )
    # Around all of it: what goes wrong anywhere is answered under the same headers.
    return Guard(app, settings)


def _routes() -> list[Route]:
    return [
        Route("/", lambda _: RedirectResponse("/plans", 303)),
        Route("/static/{version}/{name}", static),
        Route(ENTRANCE, entering.page, methods=["GET"]),
        Route(ENTRANCE, posted(entering.enter), methods=["POST"]),
        Route("/language", posted(language), methods=["POST"]),
        Route("/plans", inventory.page, methods=["GET"]),
        Route("/plans", uploading.upload, methods=["POST"]),
        Route("/plans/{key}", correcting.page, methods=["GET"]),
        Route("/plans/{key}/source", correcting.source, methods=["GET"]),
        Route("/plans/{key}/warnings", correcting.warnings, methods=["GET"]),
        Route("/plans/{key}/file", downloading.plan, methods=["GET"]),
        Route("/plans/{key}/corrections", posted(correcting.correct), methods=["POST"]),
        Route("/findings", listing.page, methods=["GET"]),
        Route("/findings/{fingerprint}", listing.one, methods=["GET"]),
        Route("/links", link_pages.page, methods=["GET"]),
        Route("/links/{pair}", link_pages.one, methods=["GET"]),
        Route("/links/{pair}", posted(link_pages.verdict), methods=["POST"]),
        Route("/links/{pair}/undo", posted(link_pages.take_back), methods=["POST"]),
        Route("/check", posted(listing.check), methods=["POST"]),
        Route("/coverage", answering.page, methods=["GET"]),
        Route("/coverage/{pair}", answering.one, methods=["GET"]),
        Route("/hierarchy", drawing.page, methods=["GET"]),
        Route("/hierarchy/{key}", drawing.one, methods=["GET"]),
        Route("/timeline", periods.page, methods=["GET"]),
        Route("/indicators", measuring.page, methods=["GET"]),
        Route("/items/{item}", items.page, methods=["GET"]),
        Route("/items/{item}/source", items.source, methods=["GET"]),
        Route("/downloads", downloading.page, methods=["GET"]),
        Route("/downloads", posted(downloading.make), methods=["POST"]),
        Route("/downloads/{id}", downloading.made, methods=["GET"]),
        Route("/downloads/{id}/file", downloading.file, methods=["GET"]),
        Route("/jobs/{id}", waiting.page, methods=["GET"]),
        Route("/jobs/{id}/panel", waiting.panel, methods=["GET"]),
        Route("/jobs/{id}/cancel", posted(lambda r, _: waiting.cancel(r)), methods=["POST"]),
        Route(ENDPOINT, analysis.sparql, methods=["GET", "POST"]),
        Route(analysis.TERMS, analysis.terms, methods=["GET"]),
        Route(f"{ENDPOINT}/void", endpoint.void, methods=["GET"]),
        *api.routes(),
    ]


def posted(handle: Posted) -> Callable[[Request], Awaitable[Response]]:
    """A page that takes a form of fields: read here, handled where waiting stops nobody."""

    async def endpoint(request: Request) -> Response:
        try:
            form = await request.form(max_files=0, max_fields=100)
        except MultiPartException as error:
            raise Refusal(400, "field", most=100) from error
        return await run_in_threadpool(handle, request, form)

    return endpoint


def static(request: Request) -> Response:
    """A file that is served as it stands; its address changes with its content."""
    name = request.path_params["name"]
    if not is_current(request.path_params["version"], name):
        raise Refusal(404, "page")
    path, media_type = FILES[name]
    return FileResponse(path, media_type=media_type, headers={"Cache-Control": YEAR})


def language(request: Request, form: FormData) -> Response:
    """From now on in another language."""
    wanted = field(form, "lang")
    if wanted in LANGUAGES:
        session_of(request).lang = wanted
    return RedirectResponse(within(field(form, "here")), 303)


def _lang(request: Request) -> str:
    return session_of(request).lang


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return refused(request.scope, error, _lang(request))


async def _waiting(request: Request, error: Exception) -> Response:
    """What was asked for has to be read first."""
    assert isinstance(error, Waiting)
    if is_api(request.scope):
        refusal = Refusal(409, "reading", {"Retry-After": "2"}, job=error.job.id)
        return refused(request.scope, refusal, _lang(request))
    address = f"/jobs/{error.job.id}"
    if "hx-request" in request.headers:
        return Response(headers={"HX-Redirect": address})
    return RedirectResponse(address, 303)


async def _wrong(request: Request, error: Exception) -> Response:
    """What the user can mend: in the words of the error."""
    assert isinstance(error, AligncheckerError)
    here = parts(request).settings.folder
    ja, en = (text.replace(f"{here.resolve()}/", "") for text in (error.ja, error.en))
    refusal = Refusal(422, "input", ja=ja, en=en)
    return refused(request.scope, refusal, _lang(request))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    reason = "method" if error.status_code == 405 else "page"
    return refused(request.scope, Refusal(error.status_code, reason, headers), _lang(request))
