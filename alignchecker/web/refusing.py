"""What is refused, and how it is said: as a page in both languages, or as JSON under /api."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from alignchecker.lang import LANGUAGES, say
from alignchecker.web.rendering import html

API = "/api/"
ENDPOINT = "/sparql"


class Refusal(Exception):
    """Something that is not done. reason: key in lang/ ("host" …); it says what to do instead.

    headers: that go with the answer.
    """

    def __init__(
        self, status: int, reason: str, headers: dict[str, str] | None = None, **arguments: object
    ) -> None:
        super().__init__(reason)
        self.status, self.reason, self.headers = status, reason, headers or {}
        self.arguments = arguments

    def text(self, lang: str) -> str:
        """What is wrong and what to do, in "ja" or "en"."""
        said = self.arguments.get(lang)  # what another room has said in both languages
        return str(said) if said else say(f"web.refused-{self.reason}", lang, **self.arguments)


def refused(scope: Scope, refusal: Refusal, lang: str) -> Response:
    """The answer to a request that is refused. lang: which of the two languages comes first."""
    if is_api(scope):
        error = {"reason": refusal.reason, "message": {lg: refusal.text(lg) for lg in LANGUAGES}}
        return JSONResponse({"error": error}, refusal.status, refusal.headers)
    texts = {lg: refusal.text(lg) for lg in sorted(LANGUAGES, key=lambda lg: lg != lang)}
    return html(
        Request(scope),
        "refusal.html",
        status=refusal.status,
        headers=refusal.headers,
        lang=lang,
        texts=texts,
    )


def is_api(scope: Scope) -> bool:
    """Whether a program asks rather than a browser for a page."""
    if is_endpoint(scope):
        return "text/html" not in Headers(scope=scope).get("accept", "")
    return str(scope["path"]).startswith(API)


def is_endpoint(scope: Scope) -> bool:
    """Whether it is the endpoint that is asked, which programs and browsers share."""
    path = str(scope["path"])
    return path == ENDPOINT or path.startswith(f"{ENDPOINT}/")
