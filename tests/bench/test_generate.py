"""The generated city: what was planted is found, nothing else of those kinds, always the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from alignchecker.engine.check import CheckOptions, check
from tests.bench.generate import generate


def test_planted_defects_are_found_and_counted(tmp_path: Path) -> None:
    planted = +generate(tmp_path, measures=450, seed=5)
    assert planted
    report = check(CheckOptions(paths=[tmp_path], select=sorted(planted)))
    assert Counter(finding.rule for finding in report.findings) == planted


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        generate(tmp_path / name, measures=200, seed=5)
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "b").iterdir())
    assert all(
        (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
        for name in files
    )
