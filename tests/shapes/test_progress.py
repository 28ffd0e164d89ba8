"""What the rules about progress leave alone, and what they find beyond their examples."""

from __future__ import annotations

import datetime

import pytest

from alignchecker.graph.progress import due_year
from alignchecker.rules.catalogue import load_catalogue

from .running import dataset_of, evaluate

PLAN = """
    ex:city a org:FormalOrganization ; skos:prefLabel "青葉市"@ja .
    ex:plan a aln:PlanEdition ; dcterms:publisher ex:city ;
        aln:firstFiscalYear 2022 ; aln:lastFiscalYear 2027 .
    """


def found(rule_id: str, text: str) -> list[str]:
    """The values of what a rule finds, sorted."""
    results = evaluate(dataset_of(text), load_catalogue().rule(rule_id)).results
    return sorted(r.value.value.removeprefix("https://example.org/") for r in results if r.value)


def measures(count: int, more: str = "") -> str:
    return "".join(
        f"""ex:m{i} a aln:Measure ; aln:inPlan ex:plan ; aln:levelName "施策" ;
            skos:prefLabel "施策{i}"@ja {more} ."""
        for i in range(count)
    )


def record(name: str, measure: int, year: int, said: str = '; aln:evaluation "B"') -> str:
    return f"""ex:{name} a aln:ProgressRecord ; aln:ofMeasure ex:m{measure} ;
        aln:fiscalYear {year} {said} ."""


@pytest.mark.parametrize(
    ("day", "year"),
    [("2026-04-01", 2024), ("2026-09-30", 2024), ("2026-10-01", 2025), ("2027-03-31", 2025)],
)
def test_records_are_due_from_october(day: str, year: int) -> None:
    assert due_year(datetime.date.fromisoformat(day)) == year


# ---- years without records; the date of the check is 22 November 2026


def test_gaps_and_the_year_due_are_missing_but_not_what_came_before_the_first_sheet() -> None:
    kept = PLAN + measures(1) + record("r1", 0, 2023)
    assert found("progress-year-missing", kept) == ["2024", "2025"]
    assert found("progress-year-missing", kept + record("r2", 0, 2025)) == ["2024"]


def test_years_after_the_period_are_not_missing() -> None:
    short = PLAN.replace("2027", "2024") + measures(1) + record("r1", 0, 2024)
    assert found("progress-year-missing", short) == []


def test_a_plan_without_records_or_years_is_left_alone() -> None:
    assert found("progress-year-missing", PLAN + measures(1)) == []
    bare = "ex:plan a aln:PlanEdition ." + measures(1) + record("r1", 0, 2020)
    assert found("progress-year-missing", bare) == []


def test_a_year_with_digits_too_many_ends_soon() -> None:
    odd = PLAN.replace("2027", "202720272") + measures(1) + record("r1", 0, 2024)
    assert found("progress-year-missing", odd) == ["2025"]


# ---- items without records


def test_an_item_is_missing_where_most_of_its_level_are_recorded() -> None:
    two = record("r0", 0, 2025) + record("r1", 1, 2025)
    assert found("progress-records-missing", PLAN + measures(3) + two) == ["m2"]
    assert found("progress-records-missing", PLAN + measures(4) + two) == []


@pytest.mark.parametrize(
    "more",
    [
        "ex:m2 aln:repeated true .",
        "ex:m2 aln:parent ex:m0 .",
        "ex:m0 aln:parent ex:m2 .",
        record("early", 0, 2026),
    ],
    ids=["printed again", "recorded above", "recorded below", "the year is not over"],
)
def test_what_is_recorded_elsewhere_is_not_missing(more: str) -> None:
    two = record("r0", 0, 2025) + record("r1", 1, 2025)
    assert found("progress-records-missing", PLAN + measures(3) + two + more) == []


def test_only_the_latest_year_is_asked_for() -> None:
    old = record("r0", 0, 2024) + record("r1", 1, 2024)
    new = "".join(record(f"n{i}", i, 2025) for i in range(3))
    assert found("progress-records-missing", PLAN + measures(3) + old + new) == []


# ---- plans without any record

OTHER = """
    ex:other a aln:PlanEdition ; dcterms:publisher ex:city ;
        aln:firstFiscalYear %d ; aln:lastFiscalYear %d .
    ex:o a aln:Measure ; aln:inPlan ex:other ; skos:prefLabel "施策"@ja .
    """


@pytest.mark.parametrize(
    ("first", "last", "values"),
    [(2025, 2029, ["other"]), (2026, 2030, []), (2020, 2025, []), (2020, 2026, ["other"])],
)
def test_plans_in_force_for_a_year_whose_records_are_due(
    first: int, last: int, values: list[str]
) -> None:
    kept = PLAN + measures(1) + record("r", 0, 2025)
    assert found("plans-without-progress", kept + OTHER % (first, last)) == values


def test_a_city_without_any_records_is_not_asked_for_them() -> None:
    assert found("plans-without-progress", PLAN + measures(1) + OTHER % (2022, 2028)) == []


# ---- records that say too little, or two things


def test_evaluation_is_missing_where_most_records_of_the_year_have_one() -> None:
    words = '; aln:text "案内板を更新した"@ja'
    two = record("r0", 0, 2025) + record("r1", 1, 2025)
    plan = PLAN + measures(3)
    assert found("progress-evaluation-missing", plan + two + record("r2", 2, 2025, words)) == ["r2"]
    assert found("progress-evaluation-missing", plan + two + record("r2", 2, 2024, words)) == []
    assert found("progress-evaluation-missing", plan + two + record("r2", 2, 2025, "")) == []


def test_two_marks_in_other_width_are_the_same() -> None:
    same = record("r0", 0, 2025) + record("r1", 0, 2025, '; aln:evaluation "Ｂ"')
    other = record("r0", 0, 2025) + record("r1", 0, 2025, '; aln:evaluation "C"')
    assert found("progress-records-differ", PLAN + measures(1) + same) == []
    assert found("progress-records-differ", PLAN + measures(1) + other) == ["r0"]


def test_departments_may_each_give_their_own_evaluation() -> None:
    shared = measures(1, '; aln:department "観光課" , "建設課"')
    records = record("r0", 0, 2025) + record("r1", 0, 2025, '; aln:evaluation "C"')
    assert found("progress-records-differ", PLAN + shared + records) == []


def test_a_record_outside_an_unknown_period_is_left_alone() -> None:
    text = measures(1) + record("r", 0, 2010)
    assert found("progress-outside-period", PLAN + text) == ["r"]
    assert found("progress-outside-period", "ex:plan a aln:PlanEdition ." + text) == []
