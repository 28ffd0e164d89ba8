"""Titles and editions that stand in unusual places, and the vision under other words."""

from __future__ import annotations

import pytest

from tests.reading.drafting import COVER, draft

REST = "\n\n令和８年３月\n潮見市\n"


@pytest.mark.parametrize(
    ("printed", "title", "edition"),
    [
        ("第３次潮見市緑の基本計画", "潮見市緑の基本計画", "第3次"),
        ("第２期みずほ野市緑の基本計画", "みずほ野市緑の基本計画", "第2期"),
        ("潮見市高齢者福祉計画・第10期介護保険事業計画", None, "第10期"),
        ("障がい者計画・第８期障がい福祉計画・第４期障がい児福祉計画", None, "第8期"),
        ("潮見市第５次総合計画", "潮見市総合計画", "第5次"),
    ],
)
def test_title_and_edition(printed: str, title: str | None, edition: str) -> None:
    found = draft(printed + REST)
    as_printed = printed.replace("８", "8").replace("４", "4")
    assert (found.title, found.edition) == (title or as_printed, edition)


def test_each_plan_of_a_double_title_is_this_plan() -> None:
    text = "潮見市高齢者福祉計画・第10期介護保険事業計画" + REST
    period = "第10期介護保険事業計画の計画期間は、令和９年度から令和11年度までです。\n"
    found = draft(text + "\n" + period)
    assert found.period is not None
    assert found.mentions == ()


def test_the_issuers_name_may_stand_before_a_title_without_it() -> None:
    text = "高齢者福祉計画・第10期介護保険事業計画" + REST
    period = "潮見市介護保険事業計画の計画期間は、令和９年度から令和11年度までです。\n"
    assert draft(text + "\n" + period).period is not None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("１　望ましい環境像\n\n　　川と森が息づくまち　潮見\n\n２　基本目標\n", "望ましい環境像"),
        ("【基本理念】　川と森が息づくまち　潮見\n", "基本理念"),
        ("基本理念「川と森が息づくまち　潮見」を実現するため、取組を進めます。\n", "基本理念"),
        ("■【めざす姿】\n川と森が息づくまち　潮見\n", "めざす姿"),
        ("スローガン\n川と森が息づくまち　潮見\n", "スローガン"),
        ("３　基本目標像\n川と森が息づくまち　潮見\n", "基本目標像"),
    ],
)
def test_vision(text: str, word: str) -> None:
    found = draft(COVER + text)
    assert found.vision == "川と森が息づくまち　潮見"
    assert [item.level_name for item in found.items] == [word]


@pytest.mark.parametrize(
    ("title", "publisher"),
    [("北海道総合計画", "北海道"), ("潮見市景観計画", "潮見市"), ("白波県環境基本計画", "白波県")],
)
def test_a_heading_of_markdown_is_a_title_by_the_place_that_it_names(
    title: str, publisher: str
) -> None:
    found = draft(f"# {title}\n\n計画期間：令和６年度～令和15年度\n")
    assert (found.title, found.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("title", "publisher", "kind"),
    [
        ("第７期白波県障がい福祉計画", "白波県", None),
        ("第７期障がい福祉計画", "白波県", None),
        ("白波県障がい者計画", "白波県", "prefectural-disability"),
        ("第７期白波市障がい福祉計画", "白波市", "disability-welfare"),
    ],
)
def test_a_prefectures_plan_is_of_no_municipal_type(
    title: str, publisher: str, kind: str | None
) -> None:
    assert draft(f"{title}\n\n令和６年３月\n{publisher}\n").plan_type == kind


def test_a_second_plan_on_the_cover_is_this_plan_too() -> None:
    text = "第10期潮見市高齢者福祉計画\n第10期潮見市介護保険事業計画\n\n令和９年３月\n潮見市\n\n"
    ties = "本計画は、介護保険事業計画と一体で作り、潮見市地域福祉計画との調和を保ちます。\n"
    assert [relation.name for relation in draft(text + ties).relations] == ["潮見市地域福祉計画"]


@pytest.mark.parametrize(
    ("printed", "title", "form"),
    [
        (
            "第９期潮見市介護保険事業計画（令和６年度～８年度）の概要",
            "潮見市介護保険事業計画",
            "summary",
        ),
        ("潮見市特定事業主行動計画 第2次", "潮見市特定事業主行動計画", None),
        ("さいたま市実施計画（令和８年度～令和12年度）", "さいたま市実施計画", None),
    ],
)
def test_titles_with_something_behind_them(printed: str, title: str, form: str | None) -> None:
    found = draft(printed + "\n発行年月：令和６年３月\n潮見市\n")
    assert (found.title, found.form and found.form.value) == (title, form)
