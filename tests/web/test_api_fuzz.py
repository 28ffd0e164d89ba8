"""A short run of schemathesis: see the command."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from .api_fuzz import fuzz


@pytest.mark.skipif(find_spec("schemathesis") is None, reason="needs pip install '.[dev]'")
def test_no_question_gets_a_5xx_or_what_the_description_does_not_say(tmp_path: Path) -> None:
    code, words = fuzz(tmp_path, 3, 1, "examples,fuzzing")
    assert code == 0, words
