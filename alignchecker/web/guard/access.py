"""Who may use the app: a browser with our cookie, or a program with the token."""

from __future__ import annotations

from urllib.parse import parse_qs, parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from alignchecker.lang import LANGUAGES
from alignchecker.web.guard.safety import SAFE
from alignchecker.web.guard.sessions import Session, Sessions, same
from alignchecker.web.refusing import Refusal, is_api, is_endpoint, refused
from alignchecker.web.settings import Settings

ENTRANCE = "/enter"
_OPEN = "/static/"
"""What is the same for everybody and says nothing of the plans."""
_FORM = "application/x-www-form-urlencoded"


class Gate:
    """The layer below ``Guard``: puts the session into the scope, or does not let through."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self.app, self.settings, self.sessions = app, settings, sessions
        self.cookie = _cookie(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(_OPEN):
            await self.app(scope, receive, send)
            return
        answer: Response | None = None
        try:
            answer = self._exchanged(scope)
            if answer is None:
                receive = await self._let_in(scope, receive)
        except Refusal as refusal:
            answer = refused(scope, refusal, self._language(scope))
        await (answer or self.app)(scope, receive, send)

    @staticmethod
    def entered(settings: Settings, cookie: str, to: str) -> Response:
        """Sends a browser on with its cookie."""
        answer = RedirectResponse(to, 303)
        answer.set_cookie(_cookie(settings), cookie, path="/", httponly=True, samesite="strict")
        return answer

    def _exchanged(self, scope: Scope) -> Response | None:
        """For an address with ?token=: the cookie, and the same address without it."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        token = next((value for name, value in asked if name == "token"), None)
        if token is None or scope["method"] != "GET" or is_api(scope):
            return None
        # Two slashes at the beginning would lead to another server.
        to = "/" + Request(scope).url.path.lstrip("/\\")
        left = [(name, value) for name, value in asked if name != "token"]
        to += "?" + urlencode(left) if left else ""
        cookie = self.sessions.exchange(token, self._language(scope))
        if cookie is not None:
            return self.entered(self.settings, cookie, to)
        if self._session(scope) is not None:
            return RedirectResponse(to, 303)  # the same link followed again
        raise Refusal(401, "token")

    async def _let_in(self, scope: Scope, receive: Receive) -> Receive:
        """Raises Refusal for whoever is not known, and for what no page of ours sent."""
        headers = Headers(scope=scope)
        bearer = headers.get("authorization", "")
        if bearer and (is_api(scope) or is_endpoint(scope)):
            if not self.sessions.bears(bearer.removeprefix("Bearer ").strip()):
                raise Refusal(401, "bearer", {"WWW-Authenticate": "Bearer"})
            scope["session"] = Session("", self.settings.lang)
            return receive
        session = self._session(scope)
        if session is None:
            return self._stranger(scope, receive)
        scope["session"] = session
        if scope["method"] in SAFE or same(headers.get("x-csrf-token", ""), session.csrf):
            return receive
        if not headers.get("content-type", "").startswith(_FORM):
            raise Refusal(403, "form")
        body, again = await _read(receive)
        given = parse_qs(body.decode("utf-8", errors="replace")).get("csrf", [""])
        if not same(given[0], session.csrf):
            raise Refusal(403, "form")
        return again

    def _stranger(self, scope: Scope, receive: Receive) -> Receive:
        if scope["path"] == ENTRANCE and self.settings.password is not None:
            return receive
        if is_api(scope):
            raise Refusal(401, "bearer", {"WWW-Authenticate": "Bearer"})
        raise Refusal(401, "stranger" if self.settings.password is None else "password")

    def _session(self, scope: Scope) -> Session | None:
        for part in Headers(scope=scope).get("cookie", "").split(";"):
            name, _, value = part.strip().partition("=")
            if name == self.cookie:
                return self.sessions.find(value)
        return None

    def _language(self, scope: Scope) -> str:
        """The one that the browser asks for first, of those that we speak."""
        asked = Headers(scope=scope).get("accept-language", "")
        first = asked.partition(",")[0].partition("-")[0].strip().lower()
        return first if first in LANGUAGES else self.settings.lang


def _cookie(settings: Settings) -> str:
    # Cookies know no ports: two servers on one machine would take each other's.
    return f"alignchecker-{settings.port}"


async def _read(receive: Receive) -> tuple[bytes, Receive]:
    """A body, and something to receive it from again. The guard has limited it."""
    body, message = b"", await receive()
    while message["type"] == "http.request":
        body += message.get("body", b"")
        if not message.get("more_body", False):
            break
        message = await receive()
    sent = False

    async def again() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return body, again
