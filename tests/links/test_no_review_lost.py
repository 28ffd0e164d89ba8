"""Random edits, reviews, imports and merges, with processes killed in between: see the runner."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from .no_review_lost import Lives


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
@pytest.mark.parametrize("seed", [1])
def test_no_review_is_lost_and_no_file_is_half_written(seed: int, tmp_path: Path) -> None:
    lives = Lives(tmp_path, random.Random(seed))
    for _ in range(25):
        lives.round()
    assert min(lives.done["killed"], lives.done["exit 0"]) > 0
    assert all(copy.recorded for copy in lives.copies)
