"""Where the real texts are: a folder beside the repository, never inside it.

Property tests draw the same cases in each run, so that a run says something about a change and not
about its luck; `pytest --hypothesis-profile fuzz` draws others.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# Where these tests run in GitHub Actions, what they run would annotate the code.
os.environ.pop("GITHUB_ACTIONS", None)

settings.register_profile("repeatable", derandomize=True)
settings.register_profile("fuzz", derandomize=False)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True, scope="session")
def _kept_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the tests' runs keep is not the user's."""
    os.environ["ALIGNCHECKER_CACHE"] = str(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="session")
def seed() -> Callable[[str], Path]:
    """Finds a real text by its number; tests that need one are skipped where there are none."""
    folder = Path(os.environ.get("ALIGNCHECKER_SEEDS", ROOT.parent / "shared" / "seeds"))
    if not folder.is_dir():
        pytest.skip(f"no real texts in {folder}: set ALIGNCHECKER_SEEDS to their folder")
    return lambda number: min(folder.glob(f"{number}_*.txt"))
