"""Ties to other plans: lists, guidelines without quotation marks, wordings, the words quoted."""

from __future__ import annotations

import pytest

from alignchecker.reading.relations import read_relations
from alignchecker.reading.sentences import Sentence


def _relations(text: str) -> list[tuple[str, str | None, str]]:
    own = ("潮見市高齢者福祉計画",)
    found = read_relations([Sentence(text, 1, "")], own, "plan.txt")
    return [(r.name, r.verb, r.verb_text) for r in found]


def test_a_list_with_a_name_that_does_not_say_plan() -> None:
    text = (
        "本計画は、「第２期潮見市地域福祉計画（令和５年度～令和９年度）」、「潮見市障がい者プラン」、"
        "「いきいき潮見２１」等との調和を保ちながら定めます。"
    )
    assert _relations(text) == [
        ("第２期潮見市地域福祉計画", "harmonize", "…との調和を保ち"),
        ("潮見市障がい者プラン", "harmonize", "…との調和を保ち"),
        ("いきいき潮見２１", "harmonize", "…との調和を保ち"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "「ともに生きる」と「ささえあい潮見」を踏まえて定めます。",
        "「こども基本法」、「いきいき潮見２１」を踏まえて定めます。",
    ],
)
def test_quoted_words_without_a_plan_beside_them_are_no_relations(text: str) -> None:
    assert _relations(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国の基本指針に即して定めます。", ("国の基本指針", "accord", "に即して")),
        ("国の基本指針に即するとともに", ("国の基本指針", "accord", "に即するとともに")),
        ("基本指針に即し、定めます。", ("基本指針", "accord", "に即し")),
        ("国の行動計画策定指針を踏まえ", ("国の行動計画策定指針", "regard", "を踏まえ")),
        (
            "国が定める地域福祉に関する基本方針を踏まえ",
            ("国が定める地域福祉に関する基本方針", "regard", "を踏まえ"),
        ),
        ("県の地域福祉支援計画を勘案し", ("県の地域福祉支援計画", "weigh", "を勘案し")),
    ],
)
def test_guidelines_without_quotation_marks(text: str, expected: tuple[str, str, str]) -> None:
    assert _relations(text) == [expected]


def test_this_plans_own_policy_is_no_guideline_of_the_state() -> None:
    assert _relations("本計画の基本方針を踏まえ、取組を進めます。") == []


@pytest.mark.parametrize(
    ("words", "verb", "quoted"),
    [
        ("の福祉分野の個別計画です。", "sectoral", "…個別計画です"),
        ("の福祉に関する分野別計画として定めます。", "sectoral", "…分野別計画として"),
        ("の部門別計画である本計画は", "sectoral", "…部門別計画である"),
        ("との整合・連携を図ります。", "align", "との整合・連携を図り"),
        ("と整合性のとれた計画とします。", "align", "と整合性のとれた"),
        ("との整合性を図ります。", "align", "との整合性を図り"),
        ("等との連携・調整を図ります。", "cooperate", "…との連携・調整を図り"),
        ("（都市計画法第18条の2）と連携します。", "cooperate", "…と連携し"),
        ("の理念を踏まえて定めます。", "regard", "…を踏まえて"),
    ],
)
def test_wordings(words: str, verb: str, quoted: str) -> None:
    assert _relations(f"「潮見市総合計画」{words}") == [("潮見市総合計画", verb, quoted)]


def test_a_quoted_name_whose_words_show_a_plan_type() -> None:
    assert _relations("「健康日本２１（第三次）」を勘案し、定めます。") == [
        ("健康日本２１（第三次）", "weigh", "を勘案し")
    ]


def test_higher_plans_of_a_list() -> None:
    text = "「潮見市総合計画」及び「潮見市地域福祉計画」を上位計画とし、定めます。"
    found = read_relations([Sentence(text, 1, "")], (), "plan.txt")
    assert [(r.name, r.rank) for r in found] == [
        ("潮見市総合計画", "higher"),
        ("潮見市地域福祉計画", "higher"),
    ]


def test_one_guideline_under_several_names_is_one_relation() -> None:
    text = (
        "国の指針に基づき、「障害児通所支援等の円滑な実施を確保するための基本的な指針」に即します。"
    )
    later = Sentence("国の基本指針に即して見込量を定めます。", 9, "")
    found = read_relations([Sentence(text, 1, ""), later], (), "plan.txt")
    assert [r.name for r in found] == ["障害児通所支援等の円滑な実施を確保するための基本的な指針"]
    only = [Sentence("国の指針に基づき定めます。", 1, ""), later]
    assert [r.name for r in read_relations(only, (), "plan.txt")] == ["国の指針"]


def test_an_article_that_the_plan_reprints_ties_it_to_nothing() -> None:
    text = (
        "○児童福祉法第33条の22第1項（都道府県障害児福祉計画）都道府県は、基本指針に即して、"
        "市町村障害児福祉計画の達成に資するため、必要な計画（以下「都道府県障害児福祉計画」という。"
    )
    assert _relations(text) == []
