"""The same through Dask, with a scheduler and workers of its own; one of them is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from alignchecker.corpus import checking, cluster
from alignchecker.corpus.examining import Job
from alignchecker.corpus.layout import Corpus
from alignchecker.corpus.processes import Limits
from alignchecker.corpus.results import Failure, Reason, Result
from alignchecker.model.errors import AligncheckerError, ConfigError

from . import faults
from .running import contents, is_running, outstanding, wait_for, wait_until

pytest.importorskip("distributed")
_REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Dask:
    """A scheduler, and the file in which a unit of its workers says where it is."""

    address: str
    marker: Path
    scheduler: subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """A scheduler with two workers, which are not started again."""
    folder = tmp_path_factory.mktemp("dask")
    file, marker = folder / "scheduler.json", folder / "marker"
    path = os.pathsep.join([str(_REPOSITORY), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, faults.MARKER: str(marker)}
    local = ["--nthreads", "1", "--no-nanny", "--local-directory", str(folder)]
    commands = [["scheduler", "--host", "127.0.0.1", "--port", "0"], *[["worker", *local]] * 2]
    running = []
    for name, *arguments in commands:
        command = [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments]
        command += ["--scheduler-file", str(file), "--no-dashboard"]
        running.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
        wait_for(file)
    yield Dask(json.loads(wait_for(file))["address"], marker, running[0])
    for process in reversed(running):
        process.kill()
        process.wait()


def _check(checked: Corpus, folder: Path, work: Callable[[Job], str], address: str) -> list[Result]:
    corpus = Corpus(checked.root, folder, checked.units)
    return checking.check(
        corpus,
        outstanding(corpus),
        lambda j: cluster.run(work, j, address, corpus.root, Limits(seconds=60), "en"),
        lambda: None,
    )


def test_the_same_bytes_though_a_worker_is_killed(
    checked: Corpus, tmp_path: Path, dask: Dask
) -> None:
    def kill() -> None:
        os.kill(int(wait_for(dask.marker).split()[1]), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    _check(checked, tmp_path, faults.wait_to_be_killed, dask.address)
    killer.join()
    assert contents(tmp_path) == contents(checked.results)
    # The process that hung there has nobody to reply to, and ends too.
    wait_until(lambda: not is_running(int(dask.marker.read_text().split()[0])))


def test_a_unit_that_fails_is_told(checked: Corpus, tmp_path: Path, dask: Dask) -> None:
    found = _check(checked, tmp_path, faults.crash, dask.address)
    assert {result.failed for result in found} == {Failure(Reason.KILLED, "SIGSEGV")}


def test_a_scheduler_that_goes_away_is_told(checked: Corpus, tmp_path: Path, dask: Dask) -> None:
    """The last test: there is no scheduler any more."""
    end = threading.Timer(1, dask.scheduler.kill)
    end.start()
    with pytest.raises(AligncheckerError, match="run this again"):
        _check(checked, tmp_path, faults.linger, dask.address)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "http://"])
def test_a_scheduler_that_does_not_answer_is_told(
    checked: Corpus, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", "1s")
    with pytest.raises(ConfigError, match="cannot be reached"):
        _check(checked, tmp_path, faults.quick, address)


def test_without_dask_the_extra_is_named(
    checked: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ConfigError, match=r"alignchecker\[cluster\]"):
        _check(checked, tmp_path, faults.quick, "tcp://127.0.0.1:1")
