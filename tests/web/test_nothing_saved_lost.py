"""Servers killed at random moments: see the runner."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from .nothing_saved_lost import Lives


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="processes are killed in groups")
def test_what_was_said_to_be_saved_is_there_after_the_plug_was_pulled(tmp_path: Path) -> None:
    lives = Lives(tmp_path, random.Random(1))
    for _ in range(2):
        lives.round()
    assert lives.done["killed while asking"] > 0
