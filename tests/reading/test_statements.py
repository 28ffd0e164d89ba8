"""Counts that a plan states of its own levels, and those that are of something else."""

from __future__ import annotations

import time

import pytest

from .drafting import COVER, draft

TREE = """
基本目標1 水辺を守る

施策1 川の清掃

施策2 ほたるの里づくり

基本目標2 緑をつなぐ

施策1 街路樹の手入れ
"""


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("本計画では、2つの基本目標を設定します。", [("基本目標", 2)]),
        ("計画は３つの施策からなります。", [("施策", 3)]),
        ("基本目標1は2つの施策で構成します。", []),
        ("このうち1つの施策を重点とします。", []),
        ("前計画の4つの基本目標を見直しました。", []),
        ("第2次計画の5つの基本目標を引き継ぎました。", []),
        ("基本目標ごとに2つの施策を置きます。", []),
    ],
)
def test_claims(sentence: str, claims: list[tuple[str, int]]) -> None:
    found = draft(COVER + sentence + "\n" + TREE).claims
    assert [(claim.level_name, claim.count) for claim in found] == claims


def test_an_office_line_of_many_units_takes_no_time() -> None:
    started = time.perf_counter()
    draft(COVER + TREE + "\nお問い合わせ\n\n潮見市" + "課" * 60 + "x\n")
    assert time.perf_counter() - started < 5


def test_an_office_is_its_units() -> None:
    found = draft(COVER + TREE + "\nお問い合わせ\n\n潮見市 建設部 公園緑地課\n")
    assert (found.publisher, found.department) == ("潮見市", "建設部 公園緑地課")
