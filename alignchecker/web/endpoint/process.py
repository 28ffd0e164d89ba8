"""A process that answers queries, as the server holds it: one query at a time, within a time."""

from __future__ import annotations

import multiprocessing
import os
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import cast

from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.questions import Answer, Failure, Question, Snapshot
from alignchecker.web.endpoint.serving import NO_MEMORY, serve
from alignchecker.web.work.worker import WorkerLost

_BEGINNING = 300.0
"""Seconds that taking in the statements may take."""
_ABORTED, _KILLED = -6, -9
"""How a process ends that gets no memory: its engine, or its system, does it."""
_NO_MEMORY = b"memory allocation"
"""What an engine says then (Rust's handle_alloc_error). It also aborts for faults of its own."""


class EngineFault(Exception):
    """The engine has ended its process, for a fault of its own."""


class OverTime(Exception):
    """A query ran as long as it may; its process has been ended."""


class OverMemory(Exception):
    """A query took as much memory as it may; its process has ended."""


@dataclass(slots=True, eq=False)
class _Running:
    """A process that was started. words: what its engine says at its end. holds: what it answers
    from. is_killed: by us.
    """

    process: BaseProcess
    connection: Connection
    words: Connection
    holds: Snapshot
    is_killed: bool = False

    def kill(self) -> None:
        self.is_killed = True
        self.process.kill()

    def is_lost(self) -> Exception:
        """What has become of it, once nothing more is heard of it."""
        self.process.join()
        status = self.process.exitcode
        self.connection.close()
        words = self._said()
        if self.is_killed or status is None or status == 0:
            return WorkerLost(f"status {status}")
        if status in {NO_MEMORY, _KILLED} or (status == _ABORTED and _NO_MEMORY in words):
            return OverMemory()
        return EngineFault(f"status {status}")

    def _said(self) -> bytes:
        """What its engine said at its end."""
        with self.words:
            if sys.platform == "win32" or not self.words.poll():
                return b""
            return os.read(self.words.fileno(), 4096)


class QueryProcess:
    """One process, started when it is needed, anew for other statements and where it was lost.

    One thread at a time has it ``hold`` and ``ask``; any may ``kill`` it.
    """

    def __init__(self, limits: QueryLimits) -> None:
        self.limits = limits
        self._running: _Running | None = None

    def hold(self, snapshot: Snapshot) -> None:
        """Makes it ready to answer from these statements. Raises WorkerLost where it cannot."""
        running = self._running
        if running is not None and running.holds is snapshot and running.process.is_alive():
            return
        self.kill()
        if running is not None:
            running.is_lost()
        self._running = running = self._started(snapshot)
        try:
            running.connection.send_bytes(snapshot.quads)
            running.connection.send(frozenset(snapshot.graphs))
            if not running.connection.poll(_BEGINNING):
                raise TimeoutError
            running.connection.recv()
        except (EOFError, OSError) as error:
            self.kill()
            raise self._lost(running) from error

    def ask(self, question: Question) -> Answer | Failure:
        """The answer to a query. Raises OverTime, OverMemory, EngineFault, and WorkerLost where the
        process was killed or has ended for another reason."""
        running = self._running
        if running is None:
            raise WorkerLost
        try:
            running.connection.send(question)
            if running.connection.poll(self.limits.seconds):
                return cast(Answer | Failure, running.connection.recv())
        except (EOFError, OSError) as error:
            raise self._lost(running) from error
        self.kill()
        self._lost(running)
        raise OverTime

    def kill(self) -> None:
        """Ends the process, whatever it is at; who waits for it gets WorkerLost."""
        running = self._running
        if running is not None:
            running.kill()

    def _lost(self, running: _Running) -> Exception:
        self._running = None
        return running.is_lost()

    def _started(self, snapshot: Snapshot) -> _Running:
        # A forked process would have the locks of all threads of a server, and its sockets.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        heard, said = context.Pipe(duplex=False)
        process = context.Process(target=serve, args=(theirs, said, self.limits), daemon=True)
        process.start()
        theirs.close()
        said.close()
        return _Running(process, ours, heard, snapshot)
