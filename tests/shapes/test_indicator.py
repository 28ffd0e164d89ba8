"""What the rules about indicators leave alone, and what they find beyond their examples."""

from __future__ import annotations

import pytest

from alignchecker.rules.catalogue import load_catalogue
from tests.graph.test_indicators import TREE, indicator, number

from .running import dataset_of, evaluate

PLAN = "ex:p a aln:PlanEdition ; aln:firstFiscalYear 2025 ; aln:lastFiscalYear 2029 . "
DASH = "aln:valueKind code:value-{} ; aln:fiscalYear 2029 ; aln:quotedAs '―'@ja"
GE, LE = (f"aln:operator code:operator-{name}" for name in ("ge", "le"))


def found(rule_id: str, text: str) -> int:
    return len(evaluate(dataset_of(text), load_catalogue().rule(rule_id)).results)


def moves(name: str, old: str, new: str, more: str = "", unit: str = "％") -> str:
    """An indicator that goes from one number to another."""
    target = number("target", 2029, new, more or "aln:operator code:operator-eq")
    values = (number("baseline", 2024, old), target)
    return PLAN + indicator(name, *values, more=f'; aln:unit "{unit}" ')


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (moves("保育所の待機児童数", "12", "20", unit="人"), 1),
        (moves("特定健診の受診率", "45", "40"), 1),
        (moves("特定健診の受診率", "45", "45"), 0),
        (moves("特定健診の受診率", "45", "40", GE), 0),
        (moves("老人クラブの会員数", "4870", "4500", unit="人"), 0),
        (moves("要介護認定率", "18.9", "18.5"), 0),
        (moves("相談先を知らない人の割合", "40", "20"), 0),
    ],
)
def test_a_target_is_worse_only_where_the_direction_is_known(text: str, count: int) -> None:
    assert found("target-worse-than-baseline", text) == count


def test_a_range_is_worse_only_as_a_whole() -> None:
    wide = """aln:valueKind code:value-target ; aln:fiscalYear 2029 ; aln:lower {} ; aln:upper {} ;
        aln:operator code:operator-range"""
    name, old = "学校の耐震化率", number("baseline", 2024, "80")
    unit = '; aln:unit "％" '
    over = PLAN + indicator(name, old, wide.format(75, 85), more=unit)
    below = PLAN + indicator(name, old, wide.format(70, 75), more=unit)
    assert found("target-worse-than-baseline", over) == 0
    assert found("target-worse-than-baseline", below) == 1


@pytest.mark.parametrize(
    ("bound", "old", "new", "count"),
    [(GE, "123", "120", 1), (GE, "120", "120", 0), (LE, "0.8", "1.0", 1), (LE, "1.2", "1.0", 0)],
)
def test_bounds_that_hold_already(bound: str, old: str, new: str, count: int) -> None:
    assert found("target-met-at-baseline", moves("空知川の水質", old, new, bound)) == count


@pytest.mark.parametrize(
    ("name", "amount", "count"),
    [
        ("相談先を知っている市民の割合", "110", 1),
        ("公民館を利用した市民の割合", "-3", 1),
        ("2013年度に対する排出量の割合", "110", 0),
        ("温室効果ガスの削減割合", "-3", 0),
        ("経常収支比率", "104.2", 0),
        ("達成率", "120", 0),
    ],
)
def test_only_parts_of_a_whole_end_at_a_hundred(name: str, amount: str, count: int) -> None:
    assert found("share-out-of-range", moves(name, "50", amount)) == count


def test_a_dash_is_a_target_that_is_not_set_and_no_missing_one() -> None:
    dashed = PLAN + indicator("来館", number("baseline", 2024, "8"), DASH.format("target"))
    missing = PLAN + indicator("来館", number("baseline", 2024, "8"))
    assert found("indicators-without-target", dashed) == 0
    assert found("indicators-target-not-set", dashed) == 1
    assert found("indicators-without-target", missing) == 1
    assert found("indicators-target-not-set", missing) == 0
    later = number("target", 2029, "9")
    both = PLAN + indicator("来館", DASH.format("target"), later)
    assert found("indicators-target-not-set", both) == 0


@pytest.mark.parametrize(
    "rule",
    [
        "indicators-without-baseline", "indicators-without-target", "indicators-without-year",
        "indicators-without-unit",
    ],
)  # fmt: skip
def test_extracts_and_unverified_data_may_have_left_it_out(rule: str) -> None:
    kinds = {"indicators-without-baseline": ["target"], "indicators-without-target": ["baseline"]}
    values = [number(kind, 2029, "8") for kind in kinds.get(rule, ["baseline", "target"])]
    values = [v.replace("aln:fiscalYear 2029 ; ", "") if "year" in rule else v for v in values]
    text = PLAN + indicator("間伐面積", *values)
    assert found(rule, text) == 1
    assert found(rule, text + "ex:p aln:form code:form-extract .") == 0
    unknown = "".join(f"ex:{node} aln:verified false . " for node in ("i", "iv1", "iv2"))
    assert found(rule, text + unknown) == 0


def test_a_baseline_that_is_a_dash_is_no_missing_one() -> None:
    text = PLAN + indicator("来館", DASH.format("baseline"), number("target", 2029, "9"))
    assert found("indicators-without-baseline", text) == 0


@pytest.mark.parametrize(
    ("name", "old", "target", "count"),
    [
        ("橋りょうの修繕数", "27", "aln:scope code:scope-cumulative", 1),
        ("橋りょうの修繕数", "0", "aln:scope code:scope-cumulative", 0),
        ("橋りょうの修繕数", "27", "aln:scope code:scope-annual", 0),
    ],
)
def test_one_cumulative_value_beside_one_that_does_not_say(
    name: str, old: str, target: str, count: int
) -> None:
    text = moves(name, old, "52", f"aln:operator code:operator-eq ; {target}", unit="橋")
    assert found("indicator-scope-mixed", text) == count


def test_targets_on_the_way_may_be_of_any_year() -> None:
    values = (number("target", 2024, "6"), number("target", 2029, "9"))
    assert found("target-outside-period", PLAN + indicator("来館", *values)) == 0
    early = PLAN + indicator("来館", number("target", 2023, "6"))
    assert found("target-outside-period", early) == 1


def test_few_and_many_measures_with_an_indicator() -> None:
    """The holes are listed where most have one; where few have, the plan is told so once."""
    one = TREE % "見守り" + indicator("来館") + "ex:m1 aln:hasIndicator ex:i . "
    full = "ex:p aln:form code:form-full . "
    third = 'ex:m3 a aln:Measure ; aln:inPlan ex:p ; aln:levelName "施策" . '
    assert found("measures-without-indicator", one) == 1
    assert found("measures-without-indicator", one + third) == 0
    assert found("few-measures-with-indicator", full + one) == 0
    assert found("few-measures-with-indicator", full + one + third) == 1
    assert found("few-measures-with-indicator", one + third) == 0


CITY = """
    ex:p a aln:PlanEdition ; dcterms:publisher ex:city ; aln:firstFiscalYear 2025 ;
        aln:lastFiscalYear 2029 .
    ex:q a aln:PlanEdition ; dcterms:publisher ex:city ; aln:planType code:type-comprehensive ;
        aln:firstFiscalYear 2025 ; aln:lastFiscalYear 2032 . """


def pair(mine: str, theirs: str, name: str = "自主防災組織の組織率", more: str = "") -> str:
    """One indicator in two plans of one city, with a value each."""
    unit = '; aln:unit "％" '
    other = indicator(name, theirs, node="j", more=unit + more).replace("ex:p", "ex:q")
    return CITY + indicator(name, mine, more=unit) + other


@pytest.mark.parametrize(
    ("mine", "theirs", "count"),
    [
        (number("target", 2029, "90"), number("target", 2029, "95"), 1),
        (number("target", 2029, "90", GE), number("target", 2029, "90"), 0),
        (number("target", 2029, "96"), number("target", 2032, "95"), 1),
        (number("target", 2029, "90"), number("target", 2032, "95"), 0),
        (number("target", 2029, "90"), number("baseline", 2029, "80"), 0),
    ],
)
def test_targets_of_two_plans(mine: str, theirs: str, count: int) -> None:
    """A later target may be better than an earlier one, but not behind it."""
    assert found("same-indicator-target-differs", pair(mine, theirs)) == count


def test_without_a_direction_targets_of_two_years_are_not_compared() -> None:
    values = number("target", 2029, "19.5"), number("target", 2032, "18.9")
    assert found("same-indicator-target-differs", pair(*values, name="市の要介護認定率")) == 0


def test_measured_values_of_another_body_are_of_other_people() -> None:
    values = number("baseline", 2024, "80"), number("baseline", 2024, "76")
    text = pair(*values, more="; aln:sameIndicator ex:i ")
    assert found("same-indicator-baseline-differs", text) == 1
    prefecture = text.replace(
        "ex:q a aln:PlanEdition ; dcterms:publisher ex:city",
        "ex:q a aln:PlanEdition ; dcterms:publisher ex:prefecture",
    )
    assert found("same-indicator-baseline-differs", prefecture) == 0


def test_another_round_of_a_survey_breaks_no_series() -> None:
    rounds = [
        f'aln:operator code:operator-eq ; aln:sourceSurvey "第{n}回市民意識調査"' for n in (3, 4)
    ]
    values = number("baseline", 2022, "60", rounds[0]), number("actual", 2025, "62", rounds[1])
    assert found("indicator-series-joined", PLAN + indicator("来館", *values)) == 0
    other = number("actual", 2025, "62", rounds[1].replace("市民意識", "子育て世帯"))
    assert found("indicator-series-joined", PLAN + indicator("来館", values[0], other)) == 1


def test_an_indicator_listed_again_with_the_same_value_is_silent() -> None:
    def twice(second: str, name: str = "自主防災組織の組織率") -> str:
        again = indicator(name, number("target", 2029, second), node="j")
        return PLAN + indicator(name, number("target", 2029, "90")) + again

    assert found("repeated-indicator-differs", twice("90")) == 0
    assert found("repeated-indicator-differs", twice("95")) == 1
    assert found("repeated-indicator-differs", twice("95", "講座の参加者数")) == 0


@pytest.mark.parametrize(
    ("year", "words", "count"),
    [
        (2029, "100（2029年度）", 0),
        (2030, "100（2030年度）", 1),
        (2030, "100（2030年）", 0),
        (2030, "100", 1),
        (2031, "100（2031年）", 1),
        (2024, "100（2024年）", 1),
    ],
)
def test_a_calendar_year_may_belong_to_the_last_fiscal_year(
    year: int, words: str, count: int
) -> None:
    target = number(
        "target", year, "100", f'aln:operator code:operator-eq ; aln:quotedAs "{words}"@ja'
    )
    text = PLAN + indicator("学校の耐震化率", number("baseline", 2023, "80"), target)
    assert found("target-outside-period", text) == count


def test_a_level_for_every_year_is_no_decline() -> None:
    kept = moves(
        "修了生の就職率",
        "81.3",
        "80",
        'aln:operator code:operator-eq ; aln:quotedAs "80％（毎年度）"@ja',
    )
    assert found("target-worse-than-baseline", kept) == 0
    assert found("target-worse-than-baseline", moves("修了生の就職率", "81.3", "80")) == 1


def test_a_record_after_the_start_says_more_than_the_start() -> None:
    """基準値 100.9％, 現状値 91.4％, 目標値 100％: the target is ahead of where the city is."""
    start, aim = number("baseline", 2020, "100.9"), number("target", 2029, "100")
    record = number("actual", 2024, "91.4")
    unit = '; aln:unit "％" '
    without = PLAN + indicator("学校の耐震化率", start, aim, more=unit)
    recorded = PLAN + indicator("学校の耐震化率", start, record, aim, more=unit)
    assert found("target-worse-than-baseline", without) == 1
    assert found("target-worse-than-baseline", recorded) == 0
