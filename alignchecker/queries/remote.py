"""An endpoint somewhere (SPARQL 1.1 Protocol, section 2.1) -> what answers queries.

Nothing but the address that the user gave is ever asked: a redirection must stay on its host. The
query goes in the body of a form, so that no log of addresses on the way holds it.
"""

from __future__ import annotations

import base64
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, unquote, urlencode, urlsplit, urlunsplit
from urllib.request import Request, build_opener

from pyoxigraph import (
    Literal,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

import alignchecker
from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import ConfigError
from alignchecker.queries.answering import Answer, Ask
from alignchecker.queries.asked import Asked
from alignchecker.queries.errors import QueryFailed
from alignchecker.queries.redirections import PORTS, LeavesError, SameHost
from alignchecker.queries.sorting import ordered_by

SECONDS = 300.0
MOST_BYTES = 256 * 1024 * 1024
_ROWS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
}
_TRIPLES = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
}
_ACCEPT_ROWS = "application/sparql-results+json"
_ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.9"
_CHUNK = 64 * 1024
_LAST_WORDS = 4096
_LINE = 300
_TRUE = {"true", "1"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address without what is secret in it. shown: the part that may be printed.

    seconds: that an answer may take; most_bytes: that it may have.
    """

    url: str
    shown: str
    authorization: str | None
    seconds: float
    most_bytes: int

    @classmethod
    def at(cls, address: str, seconds: float = SECONDS, most_bytes: int = MOST_BYTES) -> Endpoint:
        """The endpoint of an address, which may begin with ``http://user:password@`` or, with a
        token, ``http://:token@``.

        Raises ConfigError for what is no address of the web.
        """
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port
        except ValueError:
            parts, host, port = SplitResult("", "", "", "", ""), None, None
        if parts.scheme not in PORTS or not host:
            raise ConfigError(
                "--endpoint には http:// か https:// で始まるアドレスを指定してください。",
                "Give --endpoint an address that begins with http:// or https://.",
            )
        name = f"[{host}]" if ":" in host else host
        place = name if port is None else f"{name}:{port}"
        whole = urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))
        shown = urlunsplit((parts.scheme, place, parts.path or "/", "", ""))
        return cls(whole, shown, _authorization(parts), seconds, most_bytes)

    def asking(self) -> Ask:
        """Has the endpoint answer. What it gives raises QueryFailed where it does not."""

        def ask(asked: Asked) -> Answer:
            if asked.is_graph:
                return self._triples(asked)
            answer = self._rows(asked)
            if isinstance(answer, QuerySolutions):
                ordered = ordered_by(asked, [variable.value for variable in answer.variables])
                if ordered is not asked:
                    return self._rows(ordered)
            return answer

        return ask

    def _rows(self, asked: Asked) -> QuerySolutions | QueryBoolean:
        """Rows, or a yes or no."""
        media, content = self._fetched(asked, _ACCEPT_ROWS)
        if media not in _ROWS:
            raise self._no_answer(media)

        # The parser reads as it is asked: what is broken further down must not come up later.
        fault = _fault(content, _ROWS[media])
        if fault is not None:
            raise self._broken(fault)
        found = parse_query_results(content, format=_ROWS[media])
        if asked.form == "ASK" and isinstance(found, QuerySolutions):
            # Virtuoso answers with a table of one number, or of none for no.
            values = [term for row in found for term in row]
            return _boolean(any(isinstance(v, Literal) and v.value in _TRUE for v in values))
        return found

    def _triples(self, asked: Asked) -> Answer:
        media, content = self._fetched(asked, _ACCEPT_TRIPLES)
        if media not in _TRIPLES:
            raise self._no_answer(media)
        store = Store()
        try:
            quads = parse(content, format=_TRIPLES[media], base_iri=self.shown)
            store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        except (SyntaxError, ValueError) as error:
            raise self._broken(str(error)) from error
        return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")

    def _fetched(self, asked: Asked, accept: str) -> tuple[str, bytes]:
        """The media type and the bytes of an answer."""
        headers = {
            "Accept": accept,
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": f"alignchecker/{alignchecker.__version__}",
        }
        if self.authorization is not None:
            headers["Authorization"] = self.authorization
        body = urlencode({"query": asked.text}).encode()
        request = Request(self.url, body, headers, method="POST")
        until = time.monotonic() + self.seconds
        try:
            with build_opener(SameHost()).open(request, timeout=self.seconds) as response:
                return response.headers.get_content_type(), self._read(response, until)
        except HTTPError as error:
            raise self._refused(error) from error
        except TimeoutError as error:
            raise self._late() from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._late() from error
            raise self._unreached(error.reason) from error
        except (OSError, HTTPException) as error:
            raise self._unreached(error) from error

    def _read(self, response: HTTPResponse, until: float) -> bytes:
        content = bytearray()
        while chunk := response.read1(_CHUNK):
            content += chunk
            if len(content) > self.most_bytes:
                raise self._failed(
                    f"答えが大きすぎます（{self.most_bytes:,} バイトまで）。"
                    "LIMIT を付けるか、問い合わせを絞ってください。",
                    f"The answer is too large (at most {self.most_bytes:,} bytes)."
                    " Add a LIMIT, or ask for less.",
                )
            if time.monotonic() > until:
                raise self._late()
        length = response.headers.get("Content-Length", "")
        if length.isdigit() and len(content) < int(length):
            raise self._broken(f"{len(content):,} / {int(length):,} bytes")
        return bytes(content)

    def _refused(self, error: HTTPError) -> QueryFailed:
        """What the endpoint itself says, in its first line."""
        if isinstance(error, LeavesError):
            return self._failed(
                "ほかのアドレスに移すように答えました。そこへは問い合わせません。"
                "正しいアドレスを --endpoint に指定してください。",
                "It sent us to another address, which is not asked. Give the right one with"
                " --endpoint.",
            )
        ja, en = _said(error)
        if error.code in (401, 403):
            return self._failed(
                f"アクセスが許可されていません（{ja}）。"
                "https://利用者名:パスワード@… か、serve のトークンなら http://:トークン@… "
                "の形で指定してください。",
                f"Access is not allowed ({en}). Give https://user:password@… or, for the token"
                " of serve, http://:token@….",
            )
        return self._failed(
            f"問い合わせに答えませんでした（{ja}）。問い合わせとアドレスを確かめてください。",
            f"The query was not answered ({en}). Check the query and the address.",
        )

    def _no_answer(self, media: str) -> QueryFailed:
        return self._failed(
            f"SPARQL の答えではないもの（{media}）が返りました。アドレスを確かめてください。",
            f"What came back is no answer of SPARQL ({media}). Check the address.",
        )

    def _broken(self, said: str) -> QueryFailed:
        return self._failed(
            f"答えが途中で切れているか、壊れています（{said}）。もう一度試してください。",
            f"The answer is cut off or broken ({said}). Try again.",
        )

    def _late(self) -> QueryFailed:
        return self._failed(
            f"{self.seconds:g} 秒待っても答えがありません。問い合わせを小さくするか、--timeout で"
            "長くしてください。",
            f"There was no answer within {self.seconds:g} seconds. Ask for less, or wait longer"
            " with --timeout.",
        )

    def _unreached(self, error: object) -> QueryFailed:
        ja, en = cause(error) if isinstance(error, OSError) else (str(error), str(error))
        return self._failed(
            f"つながりません（{ja}）。アドレスと、サーバーが動いていることを確かめてください。",
            f"It cannot be reached ({en}). Check the address, and that the server runs.",
        )

    def _failed(self, ja: str, en: str) -> QueryFailed:
        return QueryFailed(ja, en, self.shown)


def _authorization(parts: SplitResult) -> str | None:
    """The header for a user and a password (RFC 7617), for a token where there is no user
    (RFC 6750: what ``serve`` asks for), None without them.
    """
    if parts.username is None:
        return None
    if not parts.username:
        return f"Bearer {unquote(parts.password or '')}"
    words = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return "Basic " + base64.b64encode(words.encode()).decode()


def _said(error: HTTPError) -> tuple[str, str]:
    """What an endpoint says in "ja" and "en": ours in both, others in the first words of their
    answer; the status where it is a page.
    """
    status = f"{error.code} {error.reason}".strip()
    if "html" in error.headers.get_content_type():
        return status, status
    try:
        text = error.read(_LAST_WORDS).decode(errors="replace")
    except (OSError, HTTPException):
        return status, status
    with suppress(ValueError, KeyError, TypeError):
        message = json.loads(text)["error"]["message"]
        return str(message["ja"])[:_LINE], str(message["en"])[:_LINE]
    lines = (line.strip() for line in text.splitlines())
    first = next((line[:_LINE] for line in lines if line), status)
    return first, first


def _fault(content: bytes, form: QueryResultsFormat) -> str | None:
    """What is wrong with rows; None for rows that can be read to the last."""
    try:
        found = parse_query_results(content, format=form)
        for _ in found if isinstance(found, QuerySolutions) else ():
            pass
    except (SyntaxError, ValueError) as error:
        return str(error)
    return None


def _boolean(value: bool) -> QueryBoolean:
    text = b'{"head":{},"boolean":true}' if value else b'{"head":{},"boolean":false}'
    found = parse_query_results(text, format=QueryResultsFormat.JSON)
    assert isinstance(found, QueryBoolean)
    return found
