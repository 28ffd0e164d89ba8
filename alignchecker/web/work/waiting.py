"""What somebody sees who waits: the step, the seconds, a button that ends it."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from alignchecker.lang import say
from alignchecker.model.progress import Stage
from alignchecker.web.parts import parts, within
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html, session_of
from alignchecker.web.work.jobs import Job, State

_PART = "known"
"""The part of a page that a check has a say in."""
_COUNTED = {Stage.READING, Stage.RULES, Stage.SUGGESTING}


def page(request: Request) -> Response:
    """A page of its own for a job, which leads on by itself."""
    job = found(request)
    if job.state is State.DONE:
        return RedirectResponse(job.then, 303)
    return html(request, "job.html", status=_status(job), job=job, words=words(request, job))


def panel(request: Request) -> Response:
    """The part of a page that asks again and again; tells the browser where to go at the end."""
    job = found(request)
    headers = {}
    if job.is_over:
        is_check = job.kind == "check"
        moved = job.state is State.DONE and not is_check
        headers = {"HX-Redirect": job.then} if moved else _again(request)
    in_part = _is_in_part(request)
    return html(
        request, "panel.html", headers=headers, job=job, words=words(request, job), in_part=in_part
    )


def cancel(request: Request) -> Response:
    """Ends a job; nothing of it has been written."""
    job = found(request)
    parts(request).jobs.cancel(job)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def found(request: Request) -> Job[object]:
    """The job that an address names. Raises Refusal where it is not remembered."""
    job = parts(request).jobs.find(request.path_params["id"])
    if job is None:
        raise Refusal(404, "job")
    return job


def words(request: Request, job: Job[object]) -> str:
    """What is being done, or what became of it, in a sentence."""
    lang = session_of(request).lang
    if job.error is not None:
        return job.error.text(lang)
    if job.state is State.FAILED:
        return say("web.job-lost", lang, words=job.lost or "")
    if job.step is None or job.is_over:
        return say(f"web.job-{job.state.value}", lang)
    step = job.step
    return say(f"progress.{step.stage.value}", lang, number=step.number, total=step.total)


def share(job: Job[object]) -> int | None:
    """How much of a step is done, in percent; None where nobody can tell."""
    step = job.step
    if step is None or step.stage not in _COUNTED or not step.total:
        return None
    return 100 * step.number // step.total


def _again(request: Request) -> dict[str, str]:
    """What makes a page show what is known now: that part of it, so that whoever is filling in
    something beside it, or stands there with the keyboard, is not disturbed."""
    page = urlsplit(request.headers.get("hx-current-url", ""))
    here = within(page.path + (f"?{page.query}" if page.query else ""))
    if not _is_in_part(request) or here == "/":
        return {"HX-Refresh": "true"}
    part = f"#{_PART}"
    asked = {"path": here, "target": part, "select": part, "swap": "outerHTML", "push": "false"}
    return {"HX-Location": json.dumps(asked)}


def _is_in_part(request: Request) -> bool:
    return request.query_params.get("part") == _PART


def _status(job: Job[object]) -> int:
    return 422 if job.error is not None else 500 if job.state is State.FAILED else 200
