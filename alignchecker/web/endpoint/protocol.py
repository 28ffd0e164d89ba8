"""A request -> the query that it asks (SPARQL 1.1 Protocol, section 2.1)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from alignchecker.web.endpoint.negotiation import GRAPHS, ROWS
from alignchecker.web.endpoint.questions import Question
from alignchecker.web.refusing import Refusal

FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
_MOST = 1000
"""Fields of a request."""
_NAMED = {form.name: form.media_type for form in reversed((*ROWS, *GRAPHS))}

Fields = Sequence[tuple[str, str]]


async def question(request: Request) -> Question | None:
    """What a request asks; None where it asks for no query.

    Raises Refusal for what is no request of the protocol, and for an update.
    """
    fields = _fields(request.scope["query_string"])
    text = None
    if request.method == "POST":
        kind, body = _kind(request), await _body(request)
        if kind == FORM:
            fields = [*fields, *_fields(body)]
        else:
            text = _decoded(body)
    texts = [*([] if text is None else [text]), *_of(fields, "query")]
    if _of(fields, "update"):
        raise Refusal(403, "query-update")
    if len(texts) > 1:
        raise Refusal(400, "query-several")
    if not texts:
        if request.method == "POST":
            raise Refusal(400, "query-missing")
        return None
    return _question(request, texts[0], fields)


def _question(request: Request, text: str, fields: Fields) -> Question:
    default, named = _of(fields, "default-graph-uri"), _of(fields, "named-graph-uri")
    given = bool(default or named)
    forms = _of(fields, "format")
    return Question(
        text,
        accept(request) if not forms else _NAMED.get(forms[0], forms[0]),
        str(request.url.replace(query="")),
        tuple(default) if given else None,
        tuple(named) if given else None,
    )


def accept(request: Request) -> str:
    """What the asker accepts, of several headers put together."""
    return ", ".join(request.headers.getlist("accept"))


def _kind(request: Request) -> str:
    """How a POST carries its query. Raises Refusal for a way that there is not."""
    said = request.headers.get("content-type", "").split(";")
    kind = said[0].strip().lower()
    if kind == UPDATE:
        raise Refusal(403, "query-update")
    charsets = [part.partition("=")[2] for part in said[1:] if "charset" in part.lower()]
    is_utf8 = all(name.strip(' "').lower() in {"utf-8", "utf8"} for name in charsets)
    if kind not in {FORM, QUERY} or not is_utf8:
        raise Refusal(415, "query-kind")
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Refusal(415, "query-kind")
    return kind


async def _body(request: Request) -> bytes:
    try:
        return await request.body()
    except ClientDisconnect as error:
        raise Refusal(400, "query-missing") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refusal(400, "query-characters") from error


def _fields(written: bytes) -> Fields:
    """The fields of an address or a form. Raises Refusal for those that cannot be read."""
    text = _decoded(written)
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST)
    except UnicodeDecodeError as error:
        raise Refusal(400, "query-characters") from error
    except ValueError as error:
        raise Refusal(400, "field", most=_MOST) from error


def _of(fields: Fields, name: str) -> Sequence[str]:
    return [value for key, value in fields if key == name]
