"""The small country; worker processes can import these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.corpus.examining import examine
from alignchecker.corpus.layout import Corpus

from .making import make
from .running import run

_REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """To change at will; nothing is checked yet."""
    return make(tmp_path / "country")


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """With the results of one worker; to read only."""
    return run(make(tmp_path_factory.mktemp("checked")), examine, workers=1).corpus


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(_REPOSITORY))
