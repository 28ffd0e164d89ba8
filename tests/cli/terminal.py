"""Runs the command line on a screen: pseudo-terminals for standard output and standard error."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .running import ROOT

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_UNSET = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_ACTIONS", "TTY_COMPATIBLE"}


@dataclass(frozen=True, slots=True)
class Seen:
    """Exit status and what went to the screen, with its escape sequences."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output without escape sequences."""
        return ESCAPE.sub("", self.out).splitlines()


class _Screen:
    """A terminal, and all that was written to it."""

    def __init__(self, columns: int) -> None:
        self._own, self.end = pty.openpty()
        attributes = termios.tcgetattr(self.end)
        attributes[1] &= ~termios.ONLCR  # a line ends as the program ended it
        termios.tcsetattr(self.end, termios.TCSANOW, attributes)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self._written: list[bytes] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                read = os.read(self._own, 65536)
            except OSError:  # nobody writes any more
                return
            if not read:
                return
            self._written.append(read)

    def closed(self) -> str:
        """What was written, after the last writer has gone."""
        os.close(self.end)
        self._thread.join(20)
        os.close(self._own)
        return b"".join(self._written).decode("utf-8")


def on_screen(
    *arguments: str | Path,
    columns: int = 80,
    environment: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    program: tuple[str, ...] = ("-m", "alignchecker"),
) -> Seen:
    """Runs ``alignchecker`` with its output on screens of some width."""
    out, err = _Screen(columns), _Screen(columns)
    kept = {key: value for key, value in os.environ.items() if key not in _UNSET}
    done = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        cwd=cwd,
        env={**kept, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=out.end,
        stderr=err.end,
        timeout=300,
        check=False,
    )
    return Seen(done.returncode, out.closed(), err.closed())
