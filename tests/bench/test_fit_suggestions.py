"""What is shipped as fitted is what the script fits, and nothing held out is fitted on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignchecker.links.suggestion.fitted import FITTED
from alignchecker.links.suggestion.suggesting import Model
from tests.bench.fit_suggestions import fit, taught
from tests.bench.printed_links import FITTED_ON, HELD_OUT, UNREAD, development, tasks

_SEEDS = os.environ.get("ALIGNCHECKER_SEEDS")
_DEVELOPMENT = Path(_SEEDS).parent / "eval" / "links-dev.json" if _SEEDS else None


@pytest.mark.skipif(
    _DEVELOPMENT is None or not _DEVELOPMENT.is_file(),
    reason="the development set is not in this repository",
)
def test_the_script_gives_the_numbers_that_are_shipped() -> None:
    assert _DEVELOPMENT is not None
    found = fit(list(development(_DEVELOPMENT)), list(tasks(FITTED_ON)), Model.NONE)
    assert found == FITTED[Model.NONE]


def test_what_is_held_out_is_not_fitted_on() -> None:
    held = {m.label for path in (HELD_OUT, UNREAD) for task in tasks(path) for m in task.measures}
    fitted = {m.label for task in tasks(FITTED_ON) for m in task.measures}
    assert len(held & fitted) < len(held) / 50


def test_a_measure_is_never_taught_by_its_own_half() -> None:
    for task in tasks(UNREAD):
        for part, items in taught(task, []):
            own = {measure.label for measure in part.measures}
            assert own.isdisjoint(text for item in items for text in item.taught)
