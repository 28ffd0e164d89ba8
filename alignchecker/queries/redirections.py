"""Redirections of an endpoint: followed within its host, with the same form, and nowhere else."""

from __future__ import annotations

from http.client import HTTPMessage
from typing import IO
from urllib.error import HTTPError
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request

PORTS = {"http": 80, "https": 443}
_REDIRECTIONS = 3


class LeavesError(HTTPError):
    """A redirection that is not followed."""


class SameHost(HTTPRedirectHandler):
    """Follows redirections within a host, with the same form; the library would drop it."""

    max_redirections = _REDIRECTIONS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request:
        """The request to send instead. Raises LeavesError where it would go elsewhere."""
        to = urljoin(req.full_url, newurl)
        if code == 303 or not _is_same_host(urlsplit(req.full_url), urlsplit(to)):
            raise LeavesError(req.full_url, code, msg, headers, fp)
        return Request(to, req.data, {**req.headers, **req.unredirected_hdrs}, method="POST")


def _is_same_host(old: SplitResult, new: SplitResult) -> bool:
    """Whether both are of one host, and what is sent is as safe as before."""
    try:
        ports = [parts.port or PORTS.get(parts.scheme) for parts in (old, new)]
    except ValueError:
        return False
    if old.hostname != new.hostname:
        return False
    return (old.scheme == new.scheme and ports[0] == ports[1]) or (
        (old.scheme, new.scheme, *ports) == ("http", "https", 80, 443)
    )
