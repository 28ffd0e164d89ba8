"""/sparql for programs: a query and its answer; without one, what the endpoint says of itself."""

from __future__ import annotations

import asyncio

from pyoxigraph import RdfFormat
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from alignchecker.web.endpoint import describing, protocol
from alignchecker.web.endpoint.failing import FAULTS, refusal_of
from alignchecker.web.endpoint.negotiation import GRAPHS, HTML, chosen
from alignchecker.web.endpoint.waiting import answer
from alignchecker.web.parts import parts
from alignchecker.web.refusing import ENDPOINT, Refusal

GONE = 499
"""Nobody reads it; what servers note where the asker has gone."""


async def sparql(request: Request) -> Response:
    """The answer to a query in the form that was asked for; without one, what there is to ask."""
    question = await protocol.question(request)
    if question is None:
        return await _described(request, is_service=True)
    try:
        found = await answer(request, parts(request).queries, question)
    except ClientDisconnect:
        return Response(status_code=GONE)
    return sent(found.content, found.media_type)


async def void(request: Request) -> Response:
    """What the data is."""
    return await _described(request, is_service=False)


async def _described(request: Request, *, is_service: bool) -> Response:
    offered = [form for form in GRAPHS if form.media_type != HTML]
    form = chosen(protocol.accept(request), offered)
    if form is None:
        types = ", ".join(form.media_type for form in offered)
        raise Refusal(406, "query-accept", types=types)
    here = parts(request)
    try:
        snapshot = await asyncio.wrap_future(here.queries.current())
    except FAULTS as error:
        raise refusal_of(error, here.queries.limits) from error
    endpoint = str(request.url.replace(path=ENDPOINT, query=""))
    if is_service:
        said = describing.service(endpoint, snapshot, here.settings.queries)
    else:
        said = describing.data(endpoint, snapshot)
    assert isinstance(form.written, RdfFormat)
    return sent(describing.written(said, form.written), form.media_type)


def sent(content: bytes, media_type: str) -> Response:
    """An answer in a form; another asker may get it in another."""
    return Response(content, 200, {"Vary": "Accept"}, media_type)
