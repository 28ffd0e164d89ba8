"""What every request has to pass before anything of the app sees it, and what every answer carries.

Against pages of other sites that are open in the same browser: they may call this server by a name
of their own (DNS rebinding), send forms to it, or put it in a frame. Against what is too large or
never ends.
"""

from __future__ import annotations

import asyncio
import os
import traceback
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from alignchecker.web.refusing import Refusal, refused
from alignchecker.web.settings import Settings

SAFE = frozenset({"GET", "HEAD"})
_METHODS = SAFE | {"POST", "DELETE"}
_LARGE = frozenset({"/plans", "/api/plans"})
"""Where documents are sent to."""
_LONGEST = 4096
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With no-referrer, browsers send forms of our own pages with "Origin: null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            _check(scope, headers, self.settings)
            most = self._most(scope, headers)
        except Refusal as refusal:
            await refused(scope, refusal, self.settings.lang)(scope, receive, _Answer(send))
            return
        limited = _Limited(receive, most, self.settings.patience)
        answer = _Answer(send)
        try:
            await self.app(scope, limited, answer)
        # Our mistake: whoever asked gets a sentence, we the trace if asked for.
        except Exception as error:
            if os.environ.get("ALIGNCHECKER_TRACEBACK"):
                traceback.print_exc()
            if answer.has_begun:
                raise
            wrong = Refusal(500, "internal", words=type(error).__name__)
            await refused(scope, wrong, self.settings.lang)(scope, receive, answer)

    def _most(self, scope: Scope, headers: Headers) -> int:
        """How many bytes the request may bring. Raises Refusal where it says that it brings more.

        ``Content-Length`` may be wrong or missing; what comes is counted as well.
        """
        most = self.settings.most_form
        if scope["path"] in _LARGE:
            most = self.settings.most_bytes
        said = headers.get("content-length", "0")
        if not (said.isascii() and said.isdigit()):
            raise Refusal(400, "length")
        if int(said) > most:
            raise too_large(most)
        return most


class _Limited:
    """What is received, up to so many bytes, each piece within so many seconds."""

    def __init__(self, receive: Receive, most: int, patience: float) -> None:
        self.receive, self.left, self.most, self.patience = receive, most, most, patience
        self.is_whole = False

    async def __call__(self) -> Message:
        if self.is_whole:
            # Starlette waits here for the browser to go away, as long as an answer takes.
            return await self.receive()
        try:
            message = await asyncio.wait_for(self.receive(), self.patience)
        except TimeoutError:
            raise Refusal(408, "slow", {"Connection": "close"}) from None
        if message["type"] == "http.request":
            self.left -= len(message.get("body", b""))
            self.is_whole = not message.get("more_body", False)
            if self.left < 0:
                raise too_large(self.most)
        return message


def too_large(most: int) -> Refusal:
    """The refusal of what is larger than may be sent."""
    return Refusal(413, "large", {"Connection": "close"}, most=max(1, most // (1024 * 1024)))


def _check(scope: Scope, headers: Headers, settings: Settings) -> None:
    """Raises Refusal for a request that is not from a page of ours or from a person."""
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not settings.answers_to(hosts[0]):
        raise Refusal(421, "host")
    if scope["method"] not in _METHODS:
        raise Refusal(405, "method", {"Allow": ", ".join(sorted(_METHODS))})
    if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > _LONGEST:
        raise Refusal(414, "address")
    site = headers.get("sec-fetch-site")
    if scope["method"] in SAFE:
        # A link from elsewhere may lead here; a picture or a script elsewhere may not ask for us.
        if site in {"cross-site", "same-site"} and headers.get("sec-fetch-mode") != "navigate":
            raise Refusal(403, "origin")
        return
    origins = headers.getlist("origin")
    is_ours = origins == [f"http://{hosts[0]}"] if origins else site == "same-origin"
    is_program = not origins and site is None and "authorization" in headers
    if not is_program and (not is_ours or site not in {None, "same-origin"}):
        raise Refusal(403, "origin")


class _Answer:
    """What is sent, with what every answer says to the browser. What need not be kept is not."""

    def __init__(self, send: Send) -> None:
        self.send, self.has_begun = send, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await self.send(message)
