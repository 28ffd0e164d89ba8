"""A process that reads a store as the verb does, and is ended where a query takes too long."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from alignchecker.model.errors import AligncheckerError
from alignchecker.queries.answering import Ask, asking
from alignchecker.queries.asked import Asked
from alignchecker.queries.stored.folder import opened
from tests.queries.alike import lines

_START = 60.0


@dataclass(frozen=True, slots=True)
class Timed:
    """How long an answer took, of how many rows, and a hash of what it says in any order.

    failed: why there is none.
    """

    seconds: float
    rows: int = 0
    says: str = ""
    failed: str = ""


def timed(ask: Ask, asked: Asked) -> Timed:
    """An answer and its last row."""
    started = time.perf_counter()
    try:
        found = lines(ask(asked))
    except AligncheckerError as error:
        return Timed(time.perf_counter() - started, failed=str(error))
    seconds = time.perf_counter() - started
    return Timed(seconds, len(found), hashlib.sha256("\n".join(found).encode()).hexdigest())


class Worker:
    """A process that answers from the store of a folder."""

    def __init__(self, folder: Path, limit: float) -> None:
        self.folder, self.limit = folder, limit
        self._start()

    def ask(self, asked: Asked, limit: float | None = None) -> Timed:
        """An answer; where it takes longer than the limit, another process takes its place."""
        allowed = self.limit if limit is None else limit
        self._pipe.send(asked)
        try:
            if self._pipe.poll(allowed):
                found = self._pipe.recv()
                assert isinstance(found, Timed)
                return found
            failed = "limit"
        except EOFError:
            failed = "ended"
        self.close()
        self._start()
        return Timed(allowed, failed=failed)

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(self.folder, other), daemon=True)
        self._process.start()
        other.close()
        if not self._pipe.poll(_START):
            raise RuntimeError("the worker does not start")
        self._pipe.recv()


def _serve(folder: Path, pipe: Connection) -> None:
    with opened(folder) as found:
        ask = asking(found.store)
        pipe.send("ready")
        while True:
            try:
                pipe.send(timed(ask, pipe.recv()))
            except EOFError:
                return
