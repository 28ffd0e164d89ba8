"""``check --watch`` as somebody who edits a plan sees it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.corpus import golden

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent as a signal")
WAITING = "Ctrl+C"


class Watched:
    """The command at work, with what it has said so far."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "alignchecker", "check", *arguments, "--watch", "--lang", "ja"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        self.said.extend(self._process.stdout)

    def waits(self, times: int) -> str:
        """What it has said once it waits for the n-th time."""
        deadline = time.monotonic() + 60
        while "".join(self.said).count(WAITING) < times:
            assert time.monotonic() < deadline, "".join(self.said)
            assert self._process.poll() is None, "".join(self.said)
            time.sleep(0.05)
        return "".join(self.said)

    def ends(self) -> int:
        """The exit status after Ctrl+C."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(20)


@contextmanager
def watching(*arguments: str) -> Iterator[Watched]:
    """The command, ended whatever happens."""
    watched = Watched(*arguments)
    try:
        yield watched
    finally:
        watched._process.kill()


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of the fictional city."""
    shutil.copytree(golden.CITY, tmp_path / "city")
    return tmp_path / "city"


def test_again_on_every_save(city: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.txt"
    plan = next(f for f in sorted(city.rglob("*.ttl")) if "lastFiscalYear" in f.read_text("utf-8"))
    with watching(str(city), "--as-of", "2026-11-22", "--output", str(out)) as watched:
        watched.waits(1)
        first = out.read_text("utf-8")
        text = plan.read_text("utf-8")
        plan.write_text(re.sub(r"lastFiscalYear \d+", "lastFiscalYear 2099", text), "utf-8")
        said = watched.waits(2)
        assert "前回から、" in said
        assert out.read_text("utf-8") != first
        plan.write_text(text, encoding="utf-8")
        watched.waits(3)
        assert out.read_text("utf-8") == first
        assert watched.ends() == 1


def test_half_a_file_and_other_settings_are_taken_up(city: Path) -> None:
    plan = next(f for f in sorted(city.rglob("*.ttl")) if "lastFiscalYear" in f.read_text("utf-8"))
    with watching(str(city)) as watched:
        watched.waits(1)
        text = plan.read_text("utf-8")
        plan.write_text(text[: len(text) // 2], encoding="utf-8")
        assert plan.name in watched.waits(2)
        plan.write_text(text, encoding="utf-8")
        watched.waits(3)
        (city / "alignchecker.toml").write_text('fail-on = "never"\nignore = ["text"]\n', "utf-8")
        watched.waits(4)
        assert watched.ends() == 0


def test_a_mistake_at_the_start_is_told_at_once(city: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alignchecker", "check", str(city), "--watch", "--select", "nope"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "nope" in done.stderr
