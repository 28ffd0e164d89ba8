"""A worker process as its owner sees it: gives it tasks, ends it, and starts another."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from alignchecker.corpus.results import Failure, Reason
from alignchecker.corpus.worker import READY, Reply, Task
from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import AligncheckerError, ConfigError

_MEGABYTE = 1024 * 1024
# What Rust, which aborts then, Python and the loader say where memory cannot be had.
_NO_MEMORY = (b"memory allocation of ", b"MemoryError", b"failed to map segment")
_LAST_WORDS = 4000
_START = """
import sys
sys.path[:] = {path!r}
{limit}
import alignchecker.corpus.examining
from alignchecker.corpus.worker import main
main({owner})
"""
_LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_AS, ({size}, {size}))"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one unit may take: megabytes of address space, seconds. None: no limit."""

    megabytes: int | None = None
    seconds: float | None = None

    def check(self) -> None:
        """Raises ConfigError where this system cannot hold a process to a limit of memory."""
        if self.megabytes is not None and not sys.platform.startswith("linux"):
            raise ConfigError(
                "--unit-memory はこの OS では使えません（Linux だけで使えます）。外してください。",
                "--unit-memory works on Linux only. Leave it out here.",
            )


class Process:
    """One worker at a time; a fresh one takes the place of one that was lost.

    folder: the current folder of the worker. lang: of what errors say.
    """

    def __init__(self, folder: Path, limits: Limits, lang: str) -> None:
        self.folder, self.limits, self.lang = folder, limits, lang
        self._running: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None
        self._stopped = False
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, work: Callable[[Task], str], task: Task) -> Reply:
        """What comes of a task. work: a function of a module, which the worker imports.

        A worker that is lost, or out of memory, may owe that to something else, such as the tasks
        before: the task is tried once more in a fresh one.
        """
        reply = self._once(work, task)
        lost = isinstance(reply, Failure) and reply.reason in {Reason.KILLED, Reason.MEMORY}
        return self._once(work, task) if lost and not self._stopped else reply

    def stop(self) -> None:
        """Kills the worker, whatever it is at, for the thread that waits for it; it is the last."""
        with self._lock:
            self._stopped = True
            if self._running is not None:
                self._running.kill()

    def _once(self, work: Callable[[Task], str], task: Task) -> Reply:
        late = threading.Event()
        clock = None
        try:
            process = self._start()
            if self.limits.seconds is not None:
                clock = threading.Timer(self.limits.seconds, _stop, (process, late))
                clock.start()
            assert process.stdin is not None
            pickle.dump((work, task, self.lang), process.stdin)
            process.stdin.flush()
            reply = _read(process)
        except AligncheckerError as error:
            reply = Failure(Reason.ERROR, error.text(self.lang))
        except (OSError, EOFError, pickle.UnpicklingError):
            reply = self._loss(late=late.is_set())
        finally:
            if clock is not None:
                clock.cancel()
        if isinstance(reply, Failure) and reply.reason is not Reason.ERROR:
            self.close()
            if reply.reason is Reason.MEMORY and self.limits.megabytes is not None:
                return Failure(Reason.MEMORY, str(self.limits.megabytes))
        return reply

    def _start(self) -> subprocess.Popen[bytes]:
        """The worker, ready for a task: what it takes to start is not the task's time."""
        if self._running is not None:
            return self._running
        size = self.limits.megabytes
        code = _START.format(
            owner=os.getpid(),
            path=[path or str(Path.cwd()) for path in sys.path],
            limit="" if size is None else _LIMIT.format(size=size * _MEGABYTE),
        )
        with self._lock:
            if self._stopped:
                raise EOFError
            self._said = tempfile.TemporaryFile()  # noqa: SIM115
            self._running = self._spawn(code, self._said)
        if _read(self._running) != READY:
            raise EOFError
        return self._running

    def _spawn(self, code: str, said: IO[bytes]) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                # -P: a corpus that holds a file json.py is not to be run.
                [sys.executable, "-P", "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=self.folder,
            )
        except OSError as error:
            ja, en = cause(error)
            raise AligncheckerError(
                f"{self.folder}: ここで検査のプロセスを始められません（{ja}）。"
                "フォルダーの場所と権限を確かめてください。",
                f"{self.folder}: No worker can be started here ({en})."
                " Check where the folder is, and that it may be read.",
            ) from error

    def _loss(self, *, late: bool) -> Failure:
        """Why the worker is gone."""
        if late:
            return Failure(Reason.TIME, f"{self.limits.seconds:g}")
        if self._running is None:
            return Failure(Reason.KILLED, "")
        self._running.kill()
        status, said = self._running.wait(), self._last_words()
        if self.limits.megabytes is not None and any(words in said for words in _NO_MEMORY):
            return Failure(Reason.MEMORY, "")
        if status < 0:
            return Failure(Reason.KILLED, _signal(-status))
        last = (said.decode(errors="replace").strip().splitlines() or [""])[-1]
        return Failure(Reason.KILLED, f"exit {status} {last}".rstrip())

    def _last_words(self) -> bytes:
        if self._said is None:
            return b""
        size = self._said.seek(0, os.SEEK_END)
        self._said.seek(max(0, size - _LAST_WORDS))
        return self._said.read()

    def close(self) -> None:
        """Ends the worker; it is idle, or lost, or nobody waits for it."""
        process, said = self._running, self._said
        self._running = self._said = None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    # What the worker did not take any more is lost with it.
                    with contextlib.suppress(OSError):
                        stream.close()
        if said is not None:
            said.close()


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _read(process: subprocess.Popen[bytes]) -> Reply:
    assert process.stdout is not None
    reply = pickle.load(process.stdout)
    assert isinstance(reply, str | Failure)
    return reply


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
