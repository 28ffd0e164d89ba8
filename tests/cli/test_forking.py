"""A command that is forked is the same as one in a process of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from . import forking
from .forking import Command, Server, environment, forked
from .running import ROOT, Ran, run_anew

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")
AOBA = ROOT / "tests" / "corpus" / "aoba"


def fork(*words: str, cwd: Path = ROOT) -> Ran:
    """A command that must have been forked."""
    ran = forked(words, cwd)
    assert ran is not None
    return Ran(*ran)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, "--help"),
        (0, "check --help"),
        (0, "explain period-unknown --lang en"),
        (1, "check plans"),
        (1, "check plans --lang en --output-format sarif --as-of 2026-10-01 --rule-timeout 60"),
        (0, "plans . --output-format json"),
        (2, "check nowhere.ttl"),
        (2, "check . --select perid-unknown"),
        (2, "check . --no-such-option"),
        (2, "chek ."),
    ],
)
def test_both_ways_give_the_same(status: int, words: str) -> None:
    ran = fork(*words.split(), cwd=AOBA)
    assert ran == run_anew(*words.split(), cwd=AOBA)
    assert ran.status == status


def test_what_reads_the_environment_at_its_import_is_not_forked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert forked(["--version"], ROOT) is None
    monkeypatch.undo()
    monkeypatch.setenv("ALIGNCHECKER_TRACEBACK", "1")
    assert fork("--version").status == 0


def test_nothing_of_a_command_reaches_the_next(tmp_path: Path) -> None:
    (tmp_path / "alignchecker.toml").write_text('lang = "en"\n', encoding="utf-8")
    plans = str(AOBA / "plans")
    for _ in range(2):  # once in each of the processes that fork
        assert "must fix" in fork("check", plans, cwd=tmp_path).out
    for _ in range(2):
        assert "要修正" in fork("check", plans).out


def test_a_command_that_takes_too_long_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(forking, "TIMEOUT", 0.1)
    server, files = Server(), (str(tmp_path / "out"), str(tmp_path / "err"))
    with pytest.raises(subprocess.TimeoutExpired):
        server.status(Command(["rules"], str(ROOT), environment(), *files))
