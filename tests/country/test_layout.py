"""Which folders are municipalities, and what stands above each."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.corpus.layout import find_units, frames, prefecture_names
from alignchecker.model.errors import ConfigError

from .making import AOBA, MIDORI, SAKURA


def test_municipalities_at_any_depth(country: Path) -> None:
    (country / ".cache" / "08009-hidden").mkdir(parents=True)
    (country / AOBA / "08010-inside").mkdir()
    (country / "notes-08011").mkdir()
    (country / "08012-file").write_text("")
    units = find_units(country)
    assert [unit.folder for unit in units] == [AOBA, MIDORI, SAKURA]
    assert [unit.prefecture for unit in units] == ["08", "08", "13"]


def test_frames_are_national_and_of_the_same_prefecture(country: Path) -> None:
    national = Path("national", "outlines", "outline.ttl")
    assert frames(country, "08") == (national, Path("prefectures", "08-kita", "plans.ttl"))
    # What a municipality of the prefecture keeps is no frame of the others.
    assert frames(country, "13") == (national,)


def test_a_code_that_stands_twice_is_an_error(country: Path) -> None:
    (country / "old" / "08001-aoba-old").mkdir(parents=True)
    with pytest.raises(ConfigError, match="08001"):
        find_units(country)


def test_a_code_of_no_prefecture_is_an_error(country: Path) -> None:
    (country / "99001-nowhere").mkdir()
    with pytest.raises(ConfigError, match="99001-nowhere"):
        find_units(country)


def test_all_prefectures_have_names() -> None:
    names = prefecture_names()
    assert sorted(names) == [f"{number:02}" for number in range(1, 48)]
    assert names["08"] == "茨城県"
