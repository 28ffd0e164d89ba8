"""Templates as answers. What all pages need comes from the session: language, guard of forms."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from alignchecker.lang import LANGUAGES
from alignchecker.reports.html import pages
from alignchecker.web.guard.sessions import NOBODY, Session

_OWN = Path(__file__).parent
_TEMPLATES, _STATIC = _OWN / "templates", _OWN / "static"
FILES: Mapping[str, tuple[Path, str]] = MappingProxyType(
    {
        "base.css": (pages.FOLDER / "style.css", "text/css"),
        "app.css": (_STATIC / "app.css", "text/css"),
        "app.js": (_STATIC / "app.js", "text/javascript"),
        "keys.js": (_STATIC / "keys.js", "text/javascript"),
        "picture.js": (_STATIC / "picture.js", "text/javascript"),
        "icon.svg": (_STATIC / "icon.svg", "image/svg+xml"),
        "htmx.js": (_STATIC / "htmx.min.js", "text/javascript"),
        "sparql.css": (_STATIC / "sparql.css", "text/css"),
        "sparql.js": (_STATIC / "sparql.js", "text/javascript"),
        "yasgui.css": (_STATIC / "yasgui.min.css", "text/css"),
        "yasgui.js": (_STATIC / "yasgui.min.js", "text/javascript"),
    }
)
"""What is served as it stands: its name, the file, its media type."""
YEAR = "max-age=31536000, immutable"
"""For what has another address when it changes."""
_HTMX = {
    # Nothing is evaluated, nothing leaves for another server, and no page is kept in the browser.
    "allowEval": False,
    "allowScriptTags": False,
    "includeIndicatorStyles": False,
    "selfRequestsOnly": True,
    "historyCacheSize": 0,
    "refreshOnHistoryMiss": True,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "...", "swap": True},
    ],
}
MENU = (
    "plans", "findings", "links", "coverage", "hierarchy", "timeline", "indicators", "downloads",
)  # fmt: skip
"""The pages that every page leads to, each at / and its name."""


def html(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    lang: str | None = None,
    **shown: object,
) -> Response:
    """A template filled for whoever asks. lang: another language than that of the session."""
    session = session_of(request)
    spoken = lang or session.lang
    text = (
        pages.environment(_TEMPLATES)
        .get_template(template)
        .render(
            **pages.spoken(spoken),
            csrf=session.csrf,
            is_known=session is not NOBODY,
            menu=MENU,
            here=request.url.path,
            there=_there(request),
            htmx=json.dumps(_HTMX),
            headers=json.dumps({"X-CSRF-Token": session.csrf}),
            asset=asset,
            other=next(lg for lg in LANGUAGES if lg != spoken),
            **shown,
        )
    )
    return HTMLResponse(text.encode(errors="replace"), status, headers)


def _there(request: Request) -> str:
    """Where another language leads: the same page. What findings are filtered by is left out, as
    it is in the words of a language."""
    url = request.url
    is_kept = request.method == "GET" and url.query and not url.path.startswith("/findings")
    return f"{url.path}?{url.query}" if is_kept else url.path


def session_of(request: Request) -> Session:
    """Whose request it is; ``NOBODY`` before anybody is let in."""
    found = request.scope.get("session")
    return found if isinstance(found, Session) else NOBODY


@cache
def asset(name: str) -> str:
    """Where a browser gets a file of ``FILES``; changed with its content, so it may keep it."""
    return f"/static/{_digest(name)}/{name}"


@cache
def _digest(name: str) -> str:
    return hashlib.sha256(FILES[name][0].read_bytes()).hexdigest()[:16]


def is_current(version: str, name: str) -> bool:
    """Whether an address of a file names what it holds now."""
    return name in FILES and version == _digest(name)
