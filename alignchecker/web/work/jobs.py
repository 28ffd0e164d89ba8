"""What is being done for somebody who waits: one thing after the other, each can be cancelled."""

from __future__ import annotations

import queue
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NoReturn, TypeVar

from alignchecker.model.errors import AligncheckerError
from alignchecker.model.progress import Observer, Step
from alignchecker.web.refusing import Refusal
from alignchecker.web.work.worker import Given, Work, Worker, WorkerLost, WorkerProcess

Result = TypeVar("Result")
_MOST = 50
_PATIENCE = 5.0
"""Seconds that something may take to end."""


class State(StrEnum):
    """How far a job is; keys in lang/."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(slots=True, eq=False)
class Job(Generic[Result]):
    """Something that takes long. kind: key in lang/ ("check" …). work: what is done.

    then: the address that shows what came of it. lost: what a process said that ended badly.
    is_settled: all is worked out and is being written, so that it cannot be cancelled any more.
    """

    kind: str
    work: Callable[[Worker, Observer], Result]
    then: str
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    state: State = State.WAITING
    step: Step | None = None
    started: float = field(default_factory=time.monotonic)
    result: Result | None = None
    error: AligncheckerError | None = None
    lost: str | None = None
    is_settled: bool = False
    _over: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {State.DONE, State.FAILED, State.CANCELLED}

    @property
    def seconds(self) -> int:
        """Since somebody asked for it."""
        return int(time.monotonic() - self.started)

    def wait(self, seconds: float) -> bool:
        """Waits so long; whether it is over then."""
        return self._over.wait(seconds)

    def observe(self, step: Step) -> None:
        """Takes down which step has begun."""
        self.step = step

    def end(self, state: State) -> None:
        """Nothing more will come of it."""
        self.state = state
        self.work = _nothing  # jobs are remembered, what they were to work on is not
        self._over.set()


def _nothing(_worker: Worker, _observe: Observer) -> NoReturn:
    raise WorkerLost


class Jobs:
    """The queue, the worker, and the jobs that somebody may still ask about.

    worker: has no other work.
    """

    def __init__(self, worker: WorkerProcess) -> None:
        self._worker = worker
        self._queue: queue.Queue[Job[object] | None] = queue.Queue()
        self._known: OrderedDict[str, Job[object]] = OrderedDict()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self, job: Job[Result]) -> Job[Result]:
        """Puts a job behind those that wait."""
        with self._lock:
            self._known[job.id] = job  # type: ignore[assignment]
            over = [id_ for id_, known in self._known.items() if known.is_over]
            for id_ in over[: max(0, len(self._known) - _MOST)]:
                del self._known[id_]
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()
        self._queue.put(job)  # type: ignore[arg-type]
        return job

    def find(self, id_: str) -> Job[object] | None:
        """The job of an id, as long as it is remembered."""
        return self._known.get(id_)

    def cancel(self, job: Job[object]) -> None:
        """Ends a job before it has written anything; later ones are left to come to their end."""
        with self._lock:
            if job.is_over or job.is_settled:
                return
            was_running = job.state is State.RUNNING
            job.end(State.CANCELLED)
            if was_running:
                self._worker.end()

    def close(self) -> None:
        """Ends all that is going on; the worker is left to whoever owns it."""
        self._queue.put(None)
        for job in list(self._known.values()):
            self.cancel(job)
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            with self._lock:
                if job.is_over:
                    continue
                job.state = State.RUNNING
            self._do(job)

    def _do(self, job: Job[object]) -> None:
        state = State.FAILED
        try:
            job.result = job.work(_Turn(job, self._worker, self._lock), job.observe)
            state = State.DONE
        except AligncheckerError as error:
            job.error = error
        except Refusal as error:
            job.error = AligncheckerError(error.text("ja"), error.text("en"))
        except WorkerLost as error:
            job.lost = str(error)
        except Exception as error:  # the others that wait are to be done all the same
            job.lost = f"{type(error).__name__}: {error}"
        finally:
            with self._lock:
                if not job.is_over:
                    job.end(state)


@dataclass(frozen=True, slots=True)
class _Turn:
    """The worker for one job: what was cancelled gets nothing that it could write."""

    job: Job[object]
    process: WorkerProcess
    lock: threading.Lock

    def ask(self, work: Work[Given, Result], given: Given, observe: Observer) -> Result:
        """As of ``Worker``."""

        def observed(step: Step) -> None:
            # Cancelled while the process was being started: nobody was there to be ended.
            self._go_on()
            observe(step)

        self._go_on()
        try:
            found = self.process.ask(work, given, observed)
        except WorkerLost:
            if self.job.is_over:
                self.process.end()
            raise
        with self.lock:
            self._go_on()
            self.job.is_settled = True
        return found

    def _go_on(self) -> None:
        if self.job.is_over:
            raise WorkerLost
