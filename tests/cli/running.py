"""Runs the command line as a user does: a process for each command."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .forking import ROOT, TIMEOUT, environment, forked

__all__ = ["ROOT", "Ran", "run", "run_anew"]


@dataclass(frozen=True, slots=True)
class Ran:
    """Exit status and what was printed."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, cwd: Path = ROOT) -> Ran:
    """Runs ``alignchecker`` with some arguments, as a fork where that is the same."""
    ran = forked([*map(str, arguments)], cwd)
    if ran is None:
        return run_anew(*arguments, cwd=cwd)
    assert "Traceback" not in ran[2]
    return Ran(*ran)


def run_anew(*arguments: str | Path, cwd: Path = ROOT) -> Ran:
    """The same in a new process: with imports and all."""
    done = subprocess.run(
        [sys.executable, "-m", "alignchecker", *map(str, arguments)],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)
