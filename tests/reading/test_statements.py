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


TABLE = (
    "指標　｜　現状値（令和6年度）　｜　目標値（令和11年度）\n街路樹の本数　｜　120本　｜　150本\n"
)


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("進み具合を38の指標で確かめます。", [38]),
        ("本計画の成果指標は14項目です。", [14]),
        ("指標の数は、全部で十二件とします。", [12]),
        ("12の指標を置き、うち5つの指標を重点とします。", [12]),
        ("成果指標10項目、活動指標20項目を置きます。", []),
        ("国の大綱には12の数値指標があります。", []),
        ("基本目標ごとに3つの指標を置きます。", []),
        ("表3指標の一覧をご覧ください。", []),
    ],
)
def test_claims_on_indicators(sentence: str, counts: list[int]) -> None:
    found = draft(COVER + sentence + "\n" + TREE + TABLE).claims
    assert [(c.level_name, c.count) for c in found] == [("指標", count) for count in counts]


def test_an_office_line_of_many_units_takes_no_time() -> None:
    started = time.perf_counter()
    draft(COVER + TREE + "\nお問い合わせ\n\n潮見市" + "課" * 60 + "x\n")
    assert time.perf_counter() - started < 5


def test_an_office_is_its_units() -> None:
    found = draft(COVER + TREE + "\nお問い合わせ\n\n潮見市 建設部 公園緑地課\n")
    assert (found.publisher, found.department) == ("潮見市", "建設部 公園緑地課")


def test_a_plan_that_is_one_and_something_else_besides() -> None:
    text = (
        "この計画は、自殺対策基本法第13条第2項に定める「市町村自殺対策計画」で、"
        "潮見市総合計画を上位計画とします。\n"
    )
    (role,) = draft(COVER + text + TREE).roles
    assert (role.quoted_as, role.plan_type) == ("市町村自殺対策計画", "suicide-prevention")
    other = (
        "自殺対策基本法に定める「市町村自殺対策計画」でない計画も参考にしています。この計画です。\n"
    )
    assert draft(COVER + other + TREE).roles == ()
