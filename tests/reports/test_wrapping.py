"""Line breaks of Japanese: as wide as allowed, and never before what ends a phrase."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from alignchecker.reports.wrapping import listed, wrap

_ENDS = "、。」）"
_WORDS = ("計画", "「こども大綱」", "、", "。", "（仮称）", "2026年度", "plan", "\u3000", " ", "・")
_PIECES = st.lists(st.sampled_from(_WORDS), max_size=40)


@given(_PIECES, st.integers(40, 200), st.integers(0, 8))
def test_no_line_is_wider_and_none_begins_with_what_ends_a_phrase(
    pieces: list[str], width: int, hanging: int
) -> None:
    text = "計" + "".join(pieces)
    lines = wrap(text, width, hanging).split("\n")
    assert all(cell_len(line) <= width for line in lines) or _is_one_unit(pieces)
    assert not any(line.lstrip()[:1] in _ENDS for line in lines[1:] if line.strip())
    kept = "".join("".join(lines).split())
    assert kept == "".join(text.split()), "nothing but blanks is lost"


def _is_one_unit(pieces: list[str]) -> bool:
    """So many closing marks in a row that they cannot be parted."""
    run = longest = 0
    for piece in pieces:
        run = run + 1 if piece in {"、", "。", "・", "（仮称）", "「こども大綱」"} else 0
        longest = max(longest, run)
    return longest > 3


@pytest.mark.parametrize("width", range(40, 201, 20))
def test_counts_in_a_row_are_not_divided(width: int) -> None:
    text = "上位計画の項目26件: 対応あり10　候補のみ11　対象外0　対応なし5　不明0"
    lines = wrap(text, width).split("\n")
    for count in ("候補のみ11", "対象外0", "対応なし5", "不明0"):
        assert any(count in line for line in lines), count


def test_further_lines_of_an_entry_stand_below_its_words() -> None:
    assert listed("      ← 妊娠期の保健・医療", 20).split("\n") == [
        "      ← 妊娠期の保",
        "        健・医療",
    ]
    assert listed("基本目標1 緑を増やす", 12).split("\n") == ["基本目標1 緑", "を増やす"]
