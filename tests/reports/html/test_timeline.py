"""Periods year by year, with the years that the higher plan leaves uncovered."""

from __future__ import annotations

from alignchecker.model.finding import PlanSummary, PlanTie
from alignchecker.reports.html.timeline import Timeline


def plan(
    name: str, first: int | None, last: int | None, *ties: PlanTie, own: bool = True
) -> PlanSummary:
    return PlanSummary(
        iri=f"urn:{name}", title=name, edition=None, plan_type=None, publisher=None,
        first_year=first, last_year=last, form=None, status="in-force", items=0, measures=0,
        input=own, stands_under=ties,
    )  # fmt: skip


def test_uncovered_years_are_marked() -> None:
    tie = PlanTie("under", "総合計画", "urn:総合計画", None, ((2028, 2029),))
    timeline = Timeline.of(
        [plan("こども計画", 2026, 2029, tie), plan("総合計画", 2023, 2027, own=False)]
    )
    assert list(timeline.years) == list(range(2023, 2030))
    ((own, higher),) = timeline.groups
    assert [(s.kind, s.first, s.last) for s in own.stretches] == [
        ("", 2023, 2025),
        ("period", 2026, 2029),
    ]
    assert [(s.kind, s.first, s.last) for s in higher.stretches] == [
        ("period", 2023, 2027),
        ("uncovered", 2028, 2029),
    ]
    assert (own.own, higher.own) == (True, False)


def test_unknown_periods_are_named() -> None:
    timeline = Timeline.of([plan("甲", None, 2029), plan("乙", 2026, 2029)])
    assert list(timeline.unknown.values()) == ["甲"]
    assert [group[0].title for group in timeline.groups] == ["乙"]


def test_a_slip_of_the_pen_does_not_widen_the_table() -> None:
    plans = [plan("甲", 2026, 2029), plan("乙", 2025, 2029), plan("誤記", 202, 20260)]
    timeline = Timeline.of(plans)
    assert list(timeline.years) == list(range(2025, 2030))
    assert list(timeline.beyond.values()) == ["誤記"]


def test_nothing_is_shown_where_nothing_is_known() -> None:
    timeline = Timeline.of([])
    assert (list(timeline.years), list(timeline.groups)) == ([], [])


def test_every_line_is_as_long_as_the_table() -> None:
    tie = PlanTie("under", "乙", "urn:乙", None, None)
    plans = [plan("甲", 2020, 2030, tie), plan("乙", 2018, 2022), plan("丙", 2031, 2031)]
    timeline = Timeline.of(plans)
    for group in timeline.groups:
        for bar in group:
            assert sum(stretch.years for stretch in bar.stretches) == len(timeline.years)


def test_editions_that_overlap_are_marked_and_parts_of_one_plan_are_not() -> None:
    plans = [
        plan("一", 2021, 2025),
        plan("二", 2025, 2029),
        plan("構想", 2020, 2029),
        plan("前期", 2020, 2024),
    ]
    series = {"urn:一": "urn:s", "urn:二": "urn:s", "urn:構想": "urn:t", "urn:前期": "urn:t"}
    timeline = Timeline.editions(plans, series, {"urn:構想": "urn:全体", "urn:前期": "urn:全体"})
    kinds = {
        bar.iri: {
            year: s.kind for s in bar.stretches for year in range(s.first, s.last + 1) if s.kind
        }
        for group in timeline.groups
        for bar in group
    }
    assert kinds["urn:一"] == dict.fromkeys(range(2021, 2025), "period") | {2025: "overlap"}
    assert kinds["urn:二"][2025] == "overlap"
    assert set(kinds["urn:構想"].values()) == set(kinds["urn:前期"].values()) == {"period"}
    assert sorted(len(group) for group in timeline.groups) == [2, 2]
