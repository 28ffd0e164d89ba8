"""What a country takes does not grow with its units: no memory of a worker, no disk but results."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from alignchecker.corpus import worker
from alignchecker.corpus.examining import examine
from alignchecker.corpus.layout import Corpus
from alignchecker.graph.dataset import Dataset
from tests.corpus import golden

from .running import outstanding


def test_a_unit_leaves_nothing_behind_in_its_worker() -> None:
    def check(_: object) -> str:
        return str(len(golden.report_on().findings))

    def datasets() -> int:
        return sum(isinstance(thing, Dataset) for thing in gc.get_objects())

    gc.collect()
    before = datasets()
    assert worker.attempt(check, "unit", "ja") != "0"
    assert datasets() == before


def test_what_files_of_units_say_is_not_kept(
    checked: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    monkeypatch.setenv("ALIGNCHECKER_CACHE", str(kept))
    monkeypatch.chdir(checked.root)
    corpus = Corpus.at(checked.root, tmp_path / "results")
    for job in outstanding(corpus):
        examine(job)
    assert not kept.exists()
