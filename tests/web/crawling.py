"""All pages of the app, found as a reader finds them: by the links of one that lead to others.

A page that is added to the app is found without a word here.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.routing import Route

from alignchecker.web.server import _routes

Get = Callable[[str], tuple[str, str]]
"""From an address to the media type of the answer and its text."""
_LINK = re.compile(r'\s(?:href|hx-get)="([^"]*)"')


def routes(method: str = "GET") -> list[Route]:
    """All that the app answers to a method."""
    return [route for route in _routes() if method in (route.methods or ())]


def kind(address: str) -> str:
    """What sort of page an address shows: its route, and the names of what is asked.

    >>> kind("/findings/371a102cb4da75be"), kind("/findings?text=a&page=2")
    ('/findings/{fingerprint}', '/findings?page&text')
    """
    parts = urlsplit(address)
    path = next((r.path for r in routes() if r.path_regex.match(parts.path)), parts.path)
    names = "&".join(sorted({name for name, _ in parse_qsl(parts.query)}))
    return path + (f"?{names}" if names else "")


def links(text: str) -> Iterator[str]:
    """Addresses of ours that a page leads to, but for what is the same on each."""
    for found in _LINK.findall(text):
        address = html.unescape(found)
        if address.startswith("/") and not address.startswith(("//", "/static/")):
            yield address


def crawl(
    get: Get, starts: tuple[str, ...] = ("/plans",), most: int = 1
) -> Mapping[str, list[str]]:
    """Pages by kind, at most so many of each, and files that they offer."""
    found: dict[str, list[str]] = {}
    known, waiting = set(starts), deque(starts)
    while waiting:
        address = waiting.popleft()
        same = found.setdefault(kind(address), [])
        if len(same) >= most:
            continue
        media_type, text = get(address)
        same.append(address)
        if not media_type.startswith("text/html"):
            continue
        for link in links(text):
            if link not in known:
                known.add(link)
                waiting.append(link)
    return found
