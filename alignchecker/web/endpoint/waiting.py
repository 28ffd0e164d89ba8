"""Has a query answered while somebody waits, and ends it when nobody does any more."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from alignchecker.web.endpoint.pool import QueryPool
from alignchecker.web.endpoint.process import EngineFault, OverMemory, OverTime
from alignchecker.web.endpoint.questions import Answer, Failure, Question
from alignchecker.web.refusing import Refusal
from alignchecker.web.work.worker import WorkerLost


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
    except OverTime as error:
        seconds = f"{pool.limits.seconds:g}"
        raise Refusal(504, "query-time", seconds=seconds) from error
    except OverMemory as error:
        raise Refusal(507, "query-memory") from error
    except EngineFault as error:
        raise Refusal(500, "query-engine", words=str(error)) from error
    except WorkerLost as error:
        raise Refusal(500, "query-lost", words=str(error)) from error
    finally:
        gone.cancel()
        if not found.done():
            begun.cancel()
            await asyncio.shield(run_in_threadpool(ticket.give_up))
    if isinstance(said, Failure):
        raise Refusal(said.status, said.reason, None, **said.arguments)
    return said


async def _gone(request: Request) -> None:
    """Ends when the asker has gone away."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
