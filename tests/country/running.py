"""Runs over the small country with whatever work, and what their results are."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from alignchecker.cli.checking import Asked
from alignchecker.cli.country import terms_of
from alignchecker.corpus import checking, results, running
from alignchecker.corpus.examining import Job
from alignchecker.corpus.layout import Corpus
from alignchecker.corpus.overview import Overview
from alignchecker.corpus.processes import Limits

from . import faults

ASKED = Asked(select=["period-inverted"])


def outstanding(corpus: Corpus, asked: Asked = ASKED) -> list[Job]:
    """What is left to check, by one quick rule."""
    return checking.outstanding(corpus, partial(terms_of, asked=asked, lang=None), repr(asked))


def run(
    root: Path,
    work: Callable[[Job], str],
    *,
    workers: int = 2,
    limits: Limits | None = None,
    folder: Path | None = None,
) -> Overview:
    """Checks what is outstanding."""
    corpus = Corpus.at(root, folder)
    jobs = outstanding(corpus)
    told: list[None] = []
    found = checking.check(
        corpus,
        jobs,
        lambda j: running.run(work, j, workers, corpus.root, limits or Limits(), "en"),
        lambda: told.append(None),
    )
    assert len(told) == len(jobs)
    return Overview(corpus, found, len(jobs))


def pretend(root: Path) -> Corpus:
    """The corpus with a current result of each municipality, without a check."""
    corpus = Corpus.at(root)
    results.make_folder(corpus.results)
    for job in outstanding(corpus):
        results.write(corpus.results, job.unit, faults.quick(job))
    assert outstanding(corpus) == []
    return corpus


def contents(folder: Path) -> dict[str, bytes]:
    """The result files by name."""
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.json"))}


def wait_for(file: Path) -> str:
    """The text of a file, once it is there."""
    wait_until(file.exists)
    return file.read_text(encoding="utf-8")


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_running(process: int) -> bool:
    """Whether there is a process of that number that has not ended."""
    try:
        state = Path("/proc", str(process), "stat").read_text(encoding="utf-8").split(")")[-1]
    except OSError:
        return False
    return not state.strip().startswith("Z")
