"""Runs the command line as a user does: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """Exit status and what was printed."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, cwd: Path = ROOT) -> Ran:
    """Runs ``alignchecker`` with some arguments."""
    done = subprocess.run(
        [sys.executable, "-m", "alignchecker", *map(str, arguments)],
        cwd=cwd,
        env={k: v for k, v in os.environ.items() if k not in {"COLUMNS", "NO_COLOR"}},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)
