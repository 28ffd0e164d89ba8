"""/sparql: a query and its answer; without one the page, or what the endpoint says of itself."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from pyoxigraph import RdfFormat
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from alignchecker.model.errors import AligncheckerError
from alignchecker.queries.library import Saved
from alignchecker.web.endpoint import describing, protocol
from alignchecker.web.endpoint.completing import terms
from alignchecker.web.endpoint.failing import FAULTS, refusal_of
from alignchecker.web.endpoint.negotiation import GRAPHS, HTML, Form, chosen
from alignchecker.web.endpoint.page import page
from alignchecker.web.endpoint.questions import Answer, Question, Snapshot
from alignchecker.web.endpoint.saved import Filler, known, without_header
from alignchecker.web.endpoint.waiting import answer
from alignchecker.web.parts import LONGEST, parts
from alignchecker.web.refusing import ENDPOINT, Refusal, is_api
from alignchecker.web.rendering import session_of

_GONE = 499
"""Nobody reads it; what servers note where the asker has gone."""
_PARAMETER = "param-"


async def sparql(request: Request) -> Response:
    """The answer to a query in the form that was asked for; without one, what there is to ask."""
    question = await protocol.question(request)
    if question is None:
        form = _described_as(request, GRAPHS)
        if form.media_type == HTML:
            return await run_in_threadpool(_unasked, request)
        return await _described(request, form, is_service=True)
    try:
        found = await answer(request, parts(request).queries, question)
    except ClientDisconnect:
        return Response(status_code=_GONE)
    except (Refusal, AligncheckerError) as error:
        if is_api(request.scope):
            raise
        return await run_in_threadpool(_unanswered, request, question, error)
    if found.media_type == HTML:
        return await run_in_threadpool(
            lambda: page(request, _known(request), query=question.text, answer=found)
        )
    return _file(found) if not is_api(request.scope) else _sent(found.content, found.media_type)


async def void(request: Request) -> Response:
    """What the data is."""
    offered = [form for form in GRAPHS if form.media_type != HTML]
    return await _described(request, _described_as(request, offered), is_service=False)


async def completions(request: Request) -> Response:
    """What the editor completes."""
    snapshot = await _snapshot(request)
    return JSONResponse(terms(snapshot.counts))


def _unasked(request: Request) -> Response:
    """The page before a query is asked: with a saved one, where that was chosen."""
    asked, saved = request.query_params, _known(request)
    one = saved.get(asked.get("saved", ""))
    if one is None:
        return page(request, saved)
    given = {
        name.removeprefix(_PARAMETER): value.strip()
        for name, value in asked.items()
        if name.startswith(_PARAMETER) and value.strip()
    }
    is_open = any(p.default is None and not p.is_optional for p in one.header.parameters.values())
    if is_open and "fill" not in asked:
        return page(request, saved, query=without_header(one.text), chosen=one)
    if any(len(value) > LONGEST for value in given.values()):
        raise Refusal(400, "field", most=LONGEST)
    filler = Filler(parts(request).queries, _endpoint(request))
    lang = session_of(request).lang
    try:
        query = filler.filled(one, given, lang)
    except (Refusal, AligncheckerError) as error:
        status = error.status if isinstance(error, Refusal) else 400
        return page(
            request, saved, query=without_header(one.text), chosen=one, given=given,
            problem=error.text(lang), status=status,
        )  # fmt: skip
    return page(request, saved, query=query, chosen=one, given=given)


def _unanswered(
    request: Request, question: Question, error: Refusal | AligncheckerError
) -> Response:
    """The page with what was asked, and why there is no answer."""
    return page(
        request,
        _known(request),
        query=question.text,
        problem=error.text(session_of(request).lang),
        status=error.status if isinstance(error, Refusal) else 422,
        headers=error.headers if isinstance(error, Refusal) else None,
    )


def _known(request: Request) -> Mapping[str, Saved]:
    """The saved queries; none where the folder's configuration cannot be read."""
    try:
        return known(parts(request).project)
    except AligncheckerError:
        return {}


def _described_as(request: Request, offered: Sequence[Form]) -> Form:
    form = chosen(protocol.accept(request), offered)
    if form is None:
        types = ", ".join(form.media_type for form in offered)
        raise Refusal(406, "query-accept", types=types)
    return form


async def _described(request: Request, form: Form, *, is_service: bool) -> Response:
    snapshot, endpoint = await _snapshot(request), _endpoint(request)
    if is_service:
        said = describing.service(endpoint, snapshot, parts(request).settings.queries)
    else:
        said = describing.data(endpoint, snapshot)
    assert isinstance(form.written, RdfFormat)
    return _sent(describing.written(said, form.written), form.media_type)


async def _snapshot(request: Request) -> Snapshot:
    """What queries are about, once it is read."""
    pool = parts(request).queries
    try:
        return await asyncio.wrap_future(pool.current())
    except FAULTS as error:
        raise refusal_of(error, pool.limits) from error


def _endpoint(request: Request) -> str:
    return str(request.url.replace(path=ENDPOINT, query=""))


def _sent(content: bytes, media_type: str) -> Response:
    return Response(content, 200, {"Vary": "Accept"}, media_type)


def _file(found: Answer) -> Response:
    """An answer as a file, for whoever asked on the page. Spreadsheets know UTF-8 by its mark."""
    kind = found.media_type.rpartition("/")[2].rpartition("+")[2]
    name = {"tab-separated-values": "tsv", "turtle": "ttl", "n-triples": "nt"}.get(kind, kind)
    mark = b"\xef\xbb\xbf" if name == "csv" else b""
    answer = _sent(mark + found.content, found.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="answer.{name}"'
    return answer
