"""A line on the screen that says what is being done, where that takes more than a second.

It stands on standard error and is gone before anything else is printed. It is written by a thread
that looks from time to time, so that what is done does not wait for the screen.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.cells import set_cell_size

from alignchecker.cli.options import screen_width
from alignchecker.lang import say
from alignchecker.model.progress import Observer, Step, unobserved
from alignchecker.reports.wrapping import harmless

_PATIENCE = 1.0
"""Seconds after which one wonders whether anything is going on."""
_PAUSE = 0.2


@contextmanager
def progress(lang: str) -> Iterator[Observer]:
    """Gives an observer whose steps are shown until the end of the block.

    Nothing is shown, and no thread is there, unless standard error is a screen that a line can be
    erased from and that a person looks at.
    """
    if not _is_watched(sys.stderr):
        yield unobserved
        return
    line = _Line(sys.stderr, lang)
    line.start()
    try:
        yield line.observe
    finally:
        line.end()


def _is_watched(stream: TextIO) -> bool:
    """Whether a person looks at a stream: the logs of CI may call themselves a terminal."""
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


class _Line:
    """The last line of a screen, as long as something is being done."""

    def __init__(self, stream: TextIO, lang: str) -> None:
        self._stream, self._lang = stream, lang
        self._step: Step | None = None
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)

    def start(self) -> None:
        """Begins to wait for a step that takes long."""
        self._thread.start()

    def observe(self, step: Step) -> None:
        """Takes a step down; the thread shows the latest."""
        self._step = step

    def end(self) -> None:
        """Returns once the line is gone."""
        self._is_over.set()
        self._thread.join()

    def _draw(self) -> None:
        started = time.monotonic()
        pause, drawn = _PATIENCE, 0
        while not self._is_over.wait(pause):
            pause = _PAUSE
            if self._step is not None:
                # The last cell stays free: a line that fills the screen goes on below.
                drawn = screen_width(self._stream) - 1
                text = step_text(self._step, int(time.monotonic() - started), self._lang)
                self._write(f"\r{set_cell_size(text, drawn)}")
        if drawn:
            # Spaces rather than an escape sequence, which not every console knows.
            self._write(f"\r{' ' * drawn}\r")

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:
            self._is_over.set()  # the screen has gone; the work has not


def step_text(step: Step, seconds: int, lang: str) -> str:
    """What a step is called, with the seconds since the beginning, on one line."""
    name = harmless(step.name).replace("\n", " ")
    said = say(f"progress.{step.stage.value}", lang, number=step.number, total=step.total)
    return say("progress.line", lang, step=said, seconds=seconds, name=name)
