"""Commands as forks of processes that have imported what commands import.

Importing takes as long as many a command does. A fork begins where a new process stands after its
imports, and no command was run before it, so that nothing one leaves in its modules reaches
another. Only what is settled when Python starts is the same for all forks of a process. That is
what modules read of the environment: a command in another environment needs a process of its own.
And it is the seed of hashes: two processes take turns, so that of two commands whose results are
compared each has its own.
"""

from __future__ import annotations

import gc
import importlib
import itertools
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).parents[2]
TIMEOUT = 300
_TURNS = itertools.cycle((0, 1))
_OWN = ("ALIGNCHECKER_", "PYTEST_")
"""Variables that a command reads when it runs, or pytest alone."""
_UNUSED = ("alignchecker.__main__", "alignchecker.corpus", "alignchecker.web")
"""Modules that few commands import, or that run one."""


@dataclass(frozen=True, slots=True)
class Command:
    """What a command is started with, and the files that take what it prints."""

    words: list[str]
    cwd: str
    environment: dict[str, str]
    out: str
    err: str


def environment() -> dict[str, str]:
    """That of commands: ours, without what says how wide or colourful a screen is."""
    return {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "NO_COLOR"}}


def _of_start(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if not name.startswith(_OWN)}


_AT_START = environment()


def forked(words: Sequence[str], cwd: Path) -> tuple[int, str, str] | None:
    """Exit status, standard output and standard error of ``alignchecker`` with some arguments.

    None where a fork would not be the same as a new process, or is not to be had. Raises
    subprocess.TimeoutExpired when the command was ended after TIMEOUT.
    """
    variables = environment()
    if not hasattr(os, "fork") or _of_start(variables) != _of_start(_AT_START):
        return None
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        command = Command(list(words), str(cwd), variables, str(out), str(err))
        try:
            status = _server(next(_TURNS)).status(command)
        except subprocess.TimeoutExpired:
            _server.cache_clear()
            raise
        return status, out.read_text("utf-8"), err.read_text("utf-8")


class Server:
    """A process that forks; it ends when nobody can ask it any more."""

    def __init__(self) -> None:
        own, its = socket.socketpair()
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.cli.forking", str(its.fileno())],
                cwd=ROOT,
                env=_AT_START,
                pass_fds=[its.fileno()],
                stdout=subprocess.DEVNULL,  # no terminal
                start_new_session=True,
            )
        own.settimeout(TIMEOUT)
        self._wire = own.makefile("rw", encoding="utf-8")

    def status(self, command: Command) -> int:
        """Runs a command to its end. Raises subprocess.TimeoutExpired, after TIMEOUT."""
        try:
            _send(self._wire, asdict(command))
            return int(self._wire.readline())
        except TimeoutError as error:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            raise subprocess.TimeoutExpired(command.words, TIMEOUT) from error


@cache
def _server(turn: int) -> Server:  # noqa: ARG001 (one for each turn)
    return Server()


def _send(wire: TextIO, what: object) -> None:
    wire.write(json.dumps(what) + "\n")
    wire.flush()


# What follows runs in the process that forks, and in its forks.


def _import_all() -> None:
    import alignchecker  # noqa: PLC0415 (who asks does not need it)

    for module in pkgutil.walk_packages(alignchecker.__path__, "alignchecker."):
        if not module.name.startswith(_UNUSED):
            importlib.import_module(module.name)
    gc.freeze()  # or each fork would go through all of it when it ends


def _next(wire: TextIO) -> Command | None:
    """Forks for each line: gives its command in the fork, and None when there are no more lines."""
    for line in wire:
        child = os.fork()
        if child == 0:
            return Command(**json.loads(line))
        _send(wire, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    return None


def _become(command: Command) -> None:
    """Goes on as ``python -m alignchecker``, to the end of the process."""
    os.chdir(command.cwd)
    os.environ.clear()
    os.environ.update(command.environment)
    for stream, name in ((1, command.out), (2, command.err)):
        file = os.open(name, os.O_WRONLY | os.O_CREAT)
        os.dup2(file, stream)
        os.close(file)
    sys.argv[1:] = command.words
    sys.path[0] = command.cwd
    runpy.run_module("alignchecker", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _import_all()
    with socket.socket(fileno=int(sys.argv[1])) as connection, connection.makefile("rw") as lines:
        asked = _next(lines)
    if asked:
        _become(asked)
