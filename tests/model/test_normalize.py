"""Normal forms compare what is printed differently; they never replace it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignchecker.model.normalize import fold, foreign_characters, label_key, normalize


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("体制の整備 (実施計画)", "体制の整備（実施計画）"),
        ("⼈権の尊重", "人権の尊重"),
        ("ひとり親家庭への支援", "ひとり親 家庭への　支援"),
        ("ＤＶ防止１", "DV防止1"),
        ("令和8―12", "令和8－12"),
    ],
)
def test_normal_form(one: str, other: str) -> None:
    assert normalize(one) == normalize(other)


@pytest.mark.parametrize(
    ("printed", "common"), [("國際戰略", "国際戦略"), ("预防", "予防"), ("身边", "身辺")]
)
def test_label_key_maps_old_and_simplified_forms(printed: str, common: str) -> None:
    assert label_key(printed) == label_key(common)
    assert normalize(printed) != normalize(common)


def test_long_vowels_and_waves_stay_apart() -> None:
    assert normalize("データ") == "データ"
    assert normalize("令和3～7") != normalize("令和3ー7")


def test_foreign_characters() -> None:
    assert foreign_characters("身边な预防") == ("边", "预")
    assert foreign_characters("國戰髙﨑①㈱") == ()


@given(st.text())
def test_fold_keeps_the_length_and_keys_are_stable(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert normalize(normalize(text)) == normalize(text)
