"""The processes that answer queries, and those who wait for one."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.process import QueryProcess
from alignchecker.web.endpoint.questions import Answer, Failure, Question, Snapshot
from alignchecker.web.endpoint.snapshot import Source
from alignchecker.web.refusing import Refusal
from alignchecker.web.work.worker import WorkerLost

Made = TypeVar("Made")
_SOON = 5
"""Seconds after which to ask again where too many wait."""


@dataclass(slots=True, eq=False)
class Ticket:
    """Somebody who waits for an answer."""

    _process: QueryProcess | None = None
    _is_given_up: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def give_up(self) -> None:
        """Nobody waits any more: the query ends, whatever it is at."""
        with self._lock:
            self._is_given_up = True
            if self._process is not None:
                self._process.kill()

    def take(self, process: QueryProcess) -> None:
        """From now on a process works for it. Raises WorkerLost where nobody waits."""
        with self._lock:
            if self._is_given_up:
                raise WorkerLost
            self._process = process

    def leave(self) -> None:
        """From now on that process works for somebody else."""
        with self._lock:
            self._process = None


class QueryPool:
    """One for a server. Nothing is started before somebody asks."""

    def __init__(self, source: Source, limits: QueryLimits) -> None:
        self.source, self.limits = source, limits
        self._processes = [QueryProcess(limits) for _ in range(limits.workers)]
        self._idle: queue.SimpleQueue[QueryProcess] = queue.SimpleQueue()
        for process in self._processes:
            self._idle.put(process)
        self._threads = ThreadPoolExecutor(limits.workers, "query")
        self._going_on = 0
        self._lock = threading.Lock()

    def begin(self, question: Question) -> tuple[Ticket, Future[Answer | Failure]]:
        """Puts a query behind those that wait. Raises Refusal where too many do.

        What comes of it raises OverTime, OverMemory, EngineFault, WorkerLost, and the errors
        of the source.
        """
        ticket = Ticket()
        return ticket, self._submitted(lambda: self._run(ticket, question))

    def current(self) -> Future[Snapshot]:
        """What queries are about, once it is read. Raises as ``begin`` does."""
        return self._submitted(self.source.current)

    def close(self) -> None:
        """Ends all that is going on."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.kill()

    def _submitted(self, does: Callable[[], Made]) -> Future[Made]:
        with self._lock:
            if self._going_on >= self.limits.workers + self.limits.waiting:
                raise Refusal(503, "query-queue", {"Retry-After": str(_SOON)}, seconds=_SOON)
            self._going_on += 1
        found = self._threads.submit(does)
        found.add_done_callback(self._over)
        return found

    def _run(self, ticket: Ticket, question: Question) -> Answer | Failure:
        process = self._idle.get()
        try:
            ticket.take(process)
            process.hold(self.source.current())
            return process.ask(question)
        finally:
            ticket.leave()
            self._idle.put(process)

    def _over(self, _: Future[Made]) -> None:
        with self._lock:
            self._going_on -= 1
