"""The plan's own years, whatever other years stand beside them, and whose the others are."""

from __future__ import annotations

import pytest

from alignchecker.model.plan import Period
from alignchecker.reading.other_plans import is_own
from tests.reading.drafting import COVER, draft

OWN = "本計画の期間は、令和８年度から令和15年度までの８年間とします。\n"


@pytest.mark.parametrize(
    "other",
    [
        "本計画は、『第４次潮見市総合計画（平成30年度～令和９年度）』に即して策定します。\n",
        "本計画は、「第４次潮見市総合計画」（平成30～令和９年度）に即して策定します。\n",
        "本計画は、第４次潮見市総合計画（2018年度～2027年度）に即して策定します。\n",
        "本計画は、「第４次潮見市総合計画」に即し、平成30年度から令和９年度までの10年間を見通します。\n",
        "「第４次潮見市総合計画」の計画期間は、平成30年度から令和９年度までの10年間です。\n",
        "本計画は、第４次総合計画（平成30年度～令和９年度）に即して策定します。\n",
        "本計画は、総合計画（平成30年度～令和９年度）に即して策定します。\n",
        "前計画の期間は、平成30年度から令和７年度までの８年間でした。\n",
        "第２次計画の期間は平成30年度から令和７年度までです。\n",
        "前回の計画期間が平成30年4月1日から令和8年3月31日までであることから、改定します。\n",
        "現行計画の期間である平成30年度から令和７年度までの取組を振り返りました。\n",
        "本計画は、平成30年度から令和９年度までを計画期間とする「第４次潮見市総合計画」に即します。\n",
    ],
)
def test_years_of_another_plan_are_not_this_plans(other: str) -> None:
    found = draft(COVER + other + "\n" + OWN)
    assert (found.period, found.stated_years) == (Period(2026, 2033), 8)
    alone = draft(COVER + other)
    assert (alone.period, alone.stated_years) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "first", "last", "years"),
    [
        ("本計画の期間は、令和８～15年度の８年間とします。", 2026, 2033, 8),
        ("本計画の期間は、令和八年度から令和十五年度までの八年間とします。", 2026, 2033, 8),
        ("本計画の期間は、令和８年度から８年間とします。", 2026, 2033, 8),
        ("計画期間：Ｒ８～１５", 2026, 2033, None),
        (
            "本計画は、令和８年度を初年度とし、令和17年度を目標年度とする10か年計画です。",
            2026, 2035, 10,
        ),
        ("本計画は、令和８年度を初年度とする８年間の計画です。", 2026, 2033, 8),
        ("本計画は、令和９年３月を終期とし、令和５年４月を始期とします。", 2023, 2026, None),
        ("本計画の期間は、2026年4月1日から2034年3月31日までとします。", 2026, 2033, None),
        ("計画期間は前期5年（令和８年度～令和12年度）とします。", 2026, 2030, None),
        ("本計画の期間は、令和15年度から令和８年度までとします。", None, None, None),
        ("本計画の期間は、’26～’33とします。", None, None, None),
        ("本計画は、令和７年６月から８月までの調査をもとに策定しました。", None, None, None),
    ],
)  # fmt: skip
def test_ways_to_say_the_period(
    sentence: str, first: int | None, last: int | None, years: int | None
) -> None:
    found = draft(COVER + "計画の期間\n\n" + sentence + "\n")
    expected = Period(first, last) if first and last else None
    assert (found.period, found.stated_years) == (expected, years)


def test_own_years_beside_another_plans_in_one_sentence() -> None:
    text = (
        "本計画の期間は、「第４次潮見市総合計画」（平成30年度～令和９年度）との整合を図り、"
        "令和８年度から令和15年度までとします。\n"
    )
    assert draft(COVER + text).period == Period(2026, 2033)


@pytest.mark.parametrize("name", ["本計画", "この計画", "緑の基本計画", "第３次潮見市緑の基本計画"])
def test_years_in_brackets_behind_the_plans_own_name(name: str) -> None:
    text = f"計画の期間\n\n{name}（令和８年度～令和15年度）は、中間年度に見直します。\n"
    found = draft(COVER + text)
    assert (found.period, found.mentions) == (Period(2026, 2033), ())


@pytest.mark.parametrize(
    "term",
    [
        "法律は、３年を一期として計画を定めるとしています。",
        "計画期間は法律により３年間を１期とします。",
        "計画期間中は、２年間ごとに点検します。",
    ],
)
def test_a_term_in_an_act_is_not_the_length_of_this_plan(term: str) -> None:
    own = "本計画の期間は、令和８年度から令和15年度までとします。\n"
    found = draft(COVER + own + term + "\n")
    assert (found.period, found.stated_years) == (Period(2026, 2033), None)


def test_a_table_of_periods_names_the_edition_before() -> None:
    table = "第２次潮見市緑の基本計画\n平成30年度～令和７年度\n\n" + (
        "第３次潮見市緑の基本計画\n令和８年度～令和15年度\n"
    )
    found = draft(COVER + "計画の期間\n\n" + table)
    assert found.period == Period(2026, 2033)
    assert [(m.name, m.period) for m in found.mentions] == [
        ("第２次潮見市緑の基本計画", Period(2018, 2025))
    ]


def test_mentions_are_other_plans_with_their_years() -> None:
    found = draft(
        COVER
        + OWN
        + "本計画は、「第４次潮見市総合計画（平成30年度～令和９年度）」に即して策定します。\n"
        + "「第３次潮見市緑の基本計画（令和８年度～令和15年度）」を推進します。\n\n"
        + "計画名\t計画期間\n潮見市住生活基本計画\t令和４年度～令和13年度\n"
        + "第３次潮見市緑の基本計画\t令和８年度～令和15年度\n"
    )
    assert [(m.name, m.period, m.position.line) for m in found.mentions] == [
        ("第４次潮見市総合計画", Period(2018, 2027), 7),
        ("潮見市住生活基本計画", Period(2022, 2031), 11),
    ]
    assert [r.name for r in found.relations] == ["第４次潮見市総合計画"]


def test_what_an_act_calls_this_plan_is_not_another() -> None:
    text = "本計画は、令和８年度から令和15年度までを計画期間とする「市町村緑化計画」です。\n"
    found = draft(COVER + text)
    assert (found.period, found.mentions) == (Period(2026, 2033), ())


def test_words_that_name_no_plan_are_no_mentions() -> None:
    text = (
        "前計画（平成30年度～令和７年度）と第２次計画（平成30年度～令和７年度）を見直しました。\n"
    )
    found = draft(COVER + OWN + text)
    assert (found.period, found.mentions) == (Period(2026, 2033), ())


def test_names_and_ranges_that_do_not_take_turns_are_not_paired() -> None:
    text = "潮見市住生活基本計画\n潮見市景観計画\n令和４年度～令和13年度\n令和５年度～令和14年度\n"
    assert draft(COVER + OWN + text).mentions == ()


def test_this_very_edition() -> None:
    own = ("潮見市総合計画", "第4次潮見市総合計画", "第4次潮見市総合計画後期基本計画")
    assert is_own("第４次潮見市総合計画（後期基本計画）", own)
    assert is_own("潮見市総合計画", own)
    assert not is_own("第４次潮見市総合計画（前期基本計画）", own)
    assert not is_own("第５次潮見市総合計画", own)
    assert not is_own("潮見市景観計画", own)


def test_a_row_that_is_headed_period_says_it_though_sentences_follow() -> None:
    rows = (
        "策定機関\t潮見市長\n計画期間\t令和8年4月1日から令和11年3月31日まで。毎年度見直します。\n"
    )
    assert draft(COVER + rows).period == Period(2026, 2028)
    prose = "令和8年4月1日から令和11年3月31日まで、潮見市では工事を行います。毎年度見直します。\n"
    assert draft(COVER + prose).period is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("計画期間：2024（令和６）年度から概ね10年間\n", (2024, 2033)),
        ("本計画の期間は、令和８年度からの５か年とします。\n", (2026, 2030)),
        ("計画期間前半（2024～28年）は年間25社、後半は年間50社の増加を目指します。\n", None),
        ("計画期間の前半は、令和８年度から令和10年度までに重点的に取り組みます。\n", None),
    ],
)
def test_years_since_and_years_of_a_half(text: str, years: tuple[int, int] | None) -> None:
    assert draft(COVER + text).period == (None if years is None else Period(*years))


def test_another_basic_plan_is_not_this_plan() -> None:
    text = "国は、障害者基本法に基づく第４次障害者基本計画を令和５年度から５年間の計画とします。\n"
    found = draft(COVER + OWN + text)
    assert (found.period, found.roles) == (Period(2026, 2033), ())
