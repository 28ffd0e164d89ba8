"""Has a query answered while somebody waits, and ends it when nobody does any more."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from alignchecker.web.endpoint.failing import FAULTS, failed, refusal_of
from alignchecker.web.endpoint.pool import QueryPool
from alignchecker.web.endpoint.questions import Answer, Failure, Question


async def answer(request: Request, pool: QueryPool, question: Question) -> Answer:
    """What a query gets.

    Raises Refusal for what could not be answered, ClientDisconnect where the asker has gone, and
    AligncheckerError where the folder cannot be read.
    """
    ticket, begun = pool.begin(question)
    found = asyncio.wrap_future(begun)
    gone = asyncio.ensure_future(_gone(request))
    try:
        both: set[asyncio.Future[Answer | Failure] | asyncio.Future[None]] = {found, gone}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        if not found.done():
            raise ClientDisconnect
        said = found.result()
    except FAULTS as error:
        raise refusal_of(error, pool.limits) from error
    finally:
        gone.cancel()
        if not found.done():
            begun.cancel()
            await asyncio.shield(run_in_threadpool(ticket.give_up))
    if isinstance(said, Failure):
        raise failed(said)
    return said


async def _gone(request: Request) -> None:
    """Ends when the asker has gone away."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
