"""What processes cost, and the rows of the table that ``tests.bench.speed`` prints."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from .import_cost import PEAK_UNIT

_Given = ParamSpec("_Given")
_Gives = TypeVar("_Gives")
_LAST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command is asked to measure. Sizes are numbers of measures; 0 leaves a part out.

    pyshacl, peers: up to which size other engines are asked. recheck: size of the city that is
    edited. municipalities, of: of the country, and measures of each.
    """

    measures: tuple[int, ...]
    times: int
    pyshacl: int
    peers: int
    peer_python: str
    recheck: int
    startup: bool
    municipalities: int
    of: int


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time and by the clock, bytes of memory, and how much was found.

    With the processes that it started and waited for: their time is added up, and memory is the
    greatest that any of them held.
    """

    seconds: float
    clock: float = 0.0
    memory: int = 0
    results: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. ratio: to what beside says. None, and 0: not measured, or of none."""

    measures: int
    what: str
    seconds: float | None
    ratio: float | None = None
    beside: str = ""
    memory: int = 0
    results: int | None = None


_FORM = "{:>9} {:36}{:>9}{:>8} {:22}{:>10}{:>8}"
HEADER = _FORM.format("measures", "what", "seconds", "ratio", "to", "KB/measure", "results")


def line(row: Row) -> str:
    """A row as it is printed, under HEADER."""
    seconds = "" if row.seconds is None else f"{row.seconds:.2f}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    memory = f"{row.memory / 1024 / row.measures:.1f}" if row.memory else ""
    results = "" if row.results is None else str(row.results)
    return _FORM.format(
        row.measures or "", row.what, seconds, ratio, row.beside, memory, results
    ).rstrip()


def run(
    *arguments: str, statuses: Collection[int] = (0,), env: Mapping[str, str] | None = None
) -> tuple[Cost, str]:
    """What a process costs, and what it prints.

    Raises RuntimeError, with its last words, for one that ends with another status.
    """
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        with subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=errors, env=env, text=True
        ) as process:
            assert process.stdout is not None
            printed = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            clock = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in statuses:
            errors.seek(0)
            said = errors.read().decode(errors="replace")[-_LAST_WORDS:]
            raise RuntimeError(f"{' '.join(arguments)}: status {process.returncode}\n{said}")
    cost = Cost(usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss * PEAK_UNIT)
    return cost, printed


def alone(
    function: Callable[_Given, _Gives], *args: _Given.args, **kwargs: _Given.kwargs
) -> _Gives:
    """What a function gives, called in a process of its own.

    A process counts the memory of the one that started it as its own peak, so that the one that
    starts those to be measured must stay small.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()


def least(runs: Mapping[str, Callable[[], Cost]], times: int) -> dict[str, Cost]:
    """The least that each costs, all of them taken by turns."""
    found: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(times):
        for name, cost in runs.items():
            found[name].append(cost())
    return {name: min(costs, key=lambda cost: cost.seconds) for name, costs in found.items()}


def size(folder: Path) -> int:
    """Bytes of the files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
