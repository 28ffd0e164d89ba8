"""Names of Acts, ordinances and plans begin and end where they should."""

from __future__ import annotations

import pytest

from alignchecker.reading.names import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("子どもの貧困対策の推進に関する法律第９条に", "子どもの貧困対策の推進に関する法律"),
        ("（こどもの貧困の解消に向けた対策の推進に関する法律）", None),
        ("また子どもの読書活動の推進に関する法律に", "子どもの読書活動の推進に関する法律"),
        ("空家等対策の推進に関する特別措置法第７条", "空家等対策の推進に関する特別措置法"),
        ("本計画は、みずほ野市環境基本条例第８条に", "みずほ野市環境基本条例"),
        ("本計画はみずほ野市緑の条例に", "みずほ野市緑の条例"),
        ("南みずほ町子ども条例に", "南みずほ町子ども条例"),
        ("及び障害者の日常生活及び社会生活を総合的に支援するための法律第88条", None),
        ("まち・ひと・しごと創生法第10条", "まち・ひと・しごと創生法"),
        ("ものづくり基盤技術振興基本法に", "ものづくり基盤技術振興基本法"),
    ],
)
def test_acts(text: str, expected: str | None) -> None:
    found = [name.text for name in names(text) if name.is_act]
    assert len(found) == 1
    assert found[0] in text
    assert found[0] == expected or (expected is None and len(found[0]) > 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第３期つくも野市地域福祉計画を", "第３期つくも野市地域福祉計画"),
        ("本計画はみずほ野市総合計画に", "みずほ野市総合計画"),
        ("第 4次白波県生活排水処理構想に", "第 4次白波県生活排水処理構想"),
        ("「みずほ野市緑の基本計画（R3～R12）」を", "みずほ野市緑の基本計画"),
        (
            "「みずほ野市第2次総合計画（後期基本計画）」を",
            "みずほ野市第2次総合計画（後期基本計画）",
        ),
    ],
)
def test_plans(text: str, expected: str) -> None:
    assert [name.text for name in names(text)] == [expected]


def test_a_welfare_corporation_is_not_the_act() -> None:
    assert names("社会福祉法人が運営します。") == []
