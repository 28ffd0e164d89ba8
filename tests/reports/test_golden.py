"""The report of the fictional city in every form, as it was last looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.reports import forms
from tests.corpus import golden

MADE = golden.made()


def test_every_form_has_a_golden_file_but_the_one_made_of_a_document() -> None:
    assert golden.FILES.keys() == {*forms.NAMES} - {"annotated"}


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_it_is_as_it_was(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == MADE[path], (
        "look at the difference, then: python -m tests.corpus.golden --write"
    )
