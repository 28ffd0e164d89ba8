"""What can go wrong with a unit, as work that a worker process is given instead of a check."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from alignchecker.corpus import results
from alignchecker.corpus.examining import Job, examine

HELD = "08002"
MARKER = "ALIGNCHECKER_TEST_MARKER"


def quick(job: Job) -> str:
    """A result without a check."""
    summary = {"findings": dict.fromkeys(results.SEVERITIES, 0), "rules": {"failed": 0}}
    report = {"summary": summary, "findings": [], "inputs": [{"read": True}]}
    rest = {"failOn": "violation", "failed": None, "report": report, "tables": None}
    return results.text(job.unit, job.key, rest)


def crash(job: Job) -> str:
    """Its process is gone each time."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return quick(job)


def leave(_: Job) -> str:
    """Its process ends as if by itself, with a word on the screen."""
    os.write(2, "ここで終わります\n".encode())
    os._exit(7)


def fail(_: Job) -> str:
    """A mistake of the program's."""
    raise KeyError(object())


def hog(_: Job) -> str:
    """More memory than there is, each time."""
    return str(len(bytearray(1 << 40)))


def linger(_: Job) -> str:
    """Longer than anybody waits."""
    time.sleep(600)
    return ""


FAULTS = {
    "08003-crash": crash,
    "08004-leave": leave,
    "08005-fail": fail,
    "08006-hog": hog,
    "08007-linger": linger,
}


def by_name(job: Job) -> str:
    """The fault that a municipality is named after; the others are well, if talkative."""
    print("この出力は返事ではありません" * 10_000)
    return FAULTS.get(job.unit.name, quick)(job)


def wait_to_be_killed(job: Job) -> str:
    """At first says in a file which process it is in and who owns that, and waits; then checks."""
    marker = Path(os.environ[MARKER])
    if job.unit.name.startswith(HELD) and not marker.exists():
        said = marker.with_suffix(".new")
        said.write_text(f"{os.getpid()} {os.getppid()}", encoding="utf-8")
        said.replace(marker)
        time.sleep(600)
    return examine(job)
