"""The door for colleagues on other machines: a password, where the server was given one."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from alignchecker.web.guard.access import Gate
from alignchecker.web.parts import field, parts
from alignchecker.web.refusing import Refusal
from alignchecker.web.rendering import html


def page(request: Request) -> Response:
    """The form. Raises Refusal where there is no password."""
    if parts(request).settings.password is None:
        raise Refusal(404, "page")
    return html(request, "enter.html", is_wrong=False, lang=parts(request).settings.lang)


def enter(request: Request, form: FormData) -> Response:
    """Lets a browser in that brings the password."""
    here = parts(request)
    if here.settings.password is None:
        raise Refusal(404, "page")
    seconds = here.sessions.wait()
    if seconds:
        raise Refusal(429, "tries", {"Retry-After": str(seconds)}, seconds=seconds)
    lang = here.settings.lang
    cookie = here.sessions.enter(field(form, "password"), lang)
    if cookie is None:
        return html(request, "enter.html", status=403, is_wrong=True, lang=lang)
    return Gate.entered(here.settings, cookie, "/plans")
