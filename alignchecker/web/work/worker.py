"""A process that does what takes long, so that it can be ended whatever it is at.

One task at a time. What a task's module keeps stays there for the next one, until the process ends.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Protocol, TypeVar, cast

from alignchecker.model.errors import AligncheckerError
from alignchecker.model.progress import Observer, Step

Given = TypeVar("Given")
Result = TypeVar("Result")
Work = Callable[[Given, Observer], Result]
"""A function of a module, which the process imports; what it takes and gives can be pickled."""


class WorkerLost(Exception):
    """The process has ended before its task was done; words: what it said, if anything."""


class Worker(Protocol):
    """Whatever does a task in another process."""

    def ask(self, work: Work[Given, Result], given: Given, observe: Observer) -> Result:
        """What comes of a task. observe: is told of its steps, from this thread.

        Raises the AligncheckerError that the task raised; WorkerLost for anything else that went
        wrong in it, and where it was ended.
        """
        ...


class WorkerProcess:
    """One process, started when it is needed and again where it was lost."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def ask(self, work: Work[Given, Result], given: Given, observe: Observer) -> Result:
        """As of ``Worker``; an error that observe raises is left to whoever then calls ``end``."""
        connection = self._started()
        try:
            connection.send((work, given))
            while True:
                kind, said = connection.recv()
                if kind == "step":
                    observe(cast(Step, said))
                    continue
                break
        except (EOFError, OSError) as error:
            self.end()
            raise WorkerLost from error
        if kind == "error":
            raise cast(AligncheckerError, said)
        if kind == "lost":
            raise WorkerLost(said)
        return cast(Result, said)

    def end(self) -> None:
        """Ends the process, whatever it is at; whoever waits for it gets WorkerLost."""
        with self._lock:
            process, self._process = self._process, None
            connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            process.join()
        if connection is not None:
            connection.close()

    def _started(self) -> Connection:
        with self._lock:
            if self._process is None or not self._process.is_alive() or self._connection is None:
                # A forked process would have the locks of all threads of a server.
                context = multiprocessing.get_context("spawn")
                ours, theirs = context.Pipe()
                process = context.Process(target=_serve, args=(theirs,), daemon=True)
                process.start()
                theirs.close()
                self._process, self._connection = process, ours
            return self._connection


def _serve(connection: Connection) -> None:
    """Does one task after the other until the owner is gone."""
    # Ctrl+C in the terminal is for the server, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            work, given = connection.recv()
            connection.send(_done(connection, work, given))


def _done(connection: Connection, work: Work[object, object], given: object) -> tuple[str, object]:
    try:
        return "done", work(given, lambda step: connection.send(("step", step)))
    except AligncheckerError as error:
        return "error", error
    # Whatever else goes wrong is our mistake; the server tells it and goes on.
    except Exception as error:
        return "lost", f"{type(error).__name__}: {error}"
