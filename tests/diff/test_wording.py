"""What is underlined: the words that differ, in pieces that put the text together again."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignchecker.diff.wording import Piece, compared


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("子育て支援の推進", "子育て支援の更なる推進", [], ["更なる"]),
        ("令和8年度までに120件", "令和12年度までに135件", ["8", "120"], ["12", "135"]),
        ("サービスの充実", "サポートの充実", ["サービス"], ["サポート"]),
        ("同じ", "同じ", [], []),
        ("", "新しい", [], ["新しい"]),
        ("文化活動、余暇活動の充実", "文化活動の充実", ["、余暇活動"], []),
        ("相談・支援", "相談・見守り・支援", [], ["・見守り"]),
    ],
)
def test_what_differs_is_marked(old: str, new: str, gone: list[str], come: list[str]) -> None:
    sides = compared(old, new)
    assert [[p.text for p in side if p.changed] for side in sides] == [gone, come]


@given(st.text("あいう。12\nアイ", max_size=30), st.text("あいう。12\nアイ", max_size=30))
def test_pieces_are_the_whole_text(old: str, new: str) -> None:
    for text, pieces in zip((old, new), compared(old, new), strict=True):
        assert "".join(piece.text for piece in pieces) == text
        assert all(piece.text for piece in pieces)
        assert all(a.changed != b.changed for a, b in pairwise(pieces))


def test_long_texts_take_no_long_time() -> None:
    old = "".join(f"第{n}の取組を地域と進めます。" for n in range(1500))
    start = time.process_time()
    _, new = compared(old, old.replace("第700の取組", "第700の新しい取組"))
    assert time.process_time() - start < 5
    assert [piece for piece in new if piece.changed] == [Piece("新しい", changed=True)]
