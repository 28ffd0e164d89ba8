"""Derived facts about indicators: comparable numbers, levels that carry them, what is the same."""

from __future__ import annotations

import pytest

from tests.graph.test_facts import pairs, value
from tests.shapes.running import dataset_of

PLAN = "ex:p a aln:PlanEdition . "


def indicator(name: str, *values: str, node: str = "i", more: str = "") -> str:
    """An indicator of ex:p with values v1, v2 …, each given as the rest of its statements."""
    places = " , ".join(f"ex:{node}v{n}" for n, _ in enumerate(values, start=1))
    text = f'ex:{node} a aln:Indicator ; aln:inPlan ex:p ; skos:prefLabel "{name}"@ja {more}'
    text += f"; aln:indicatorValue {places} . " if values else ". "
    return text + "".join(
        f"ex:{node}v{n} a aln:IndicatorValue ; {rest} . " for n, rest in enumerate(values, start=1)
    )


def number(kind: str, year: int, amount: str, more: str = "aln:operator code:operator-eq") -> str:
    return f"aln:valueKind code:value-{kind} ; aln:fiscalYear {year} ; aln:number {amount} ; {more}"


@pytest.mark.parametrize(
    ("unit", "amount", "measure", "bound"),
    [
        ("千人", "1.5", "人", 1500),
        ("名", "12", "人", 12),
        ("ＫＭ", "2", "m", 2000),
        ("人/年", "7", "人", 7),
        ("百万円", "3", "円", 3000000),
        ("－", "1.44", "", 1.44),
    ],
)
def test_numbers_compare_in_one_unit(unit: str, amount: str, measure: str, bound: float) -> None:
    more = f'; aln:unit "{unit}" '
    dataset = dataset_of(PLAN + indicator("来館", number("target", 2030, amount), more=more))
    assert value(dataset, "iv1", "comparableAs") == measure
    assert float(value(dataset, "iv1", "comparableLower") or "nan") == bound
    assert float(value(dataset, "iv1", "comparableUpper") or "nan") == bound


def test_maintaining_compares_as_the_baseline_and_words_compare_with_nothing() -> None:
    keep = "aln:valueKind code:value-target ; aln:fiscalYear 2030 ; aln:operator code:operator-"
    dataset = dataset_of(
        PLAN
        + indicator("来館", number("baseline", 2024, "40"), keep + "maintain")
        + indicator("入館", number("baseline", 2024, "40"), keep + "text", node="j")
        + indicator("訪館", keep + "maintain", node="k")
    )
    assert float(value(dataset, "iv2", "comparableLower") or "nan") == 40
    assert value(dataset, "jv2", "comparableLower") is None
    assert value(dataset, "kv1", "comparableLower") is None


def test_a_dash_is_neither_a_start_nor_a_target() -> None:
    dash = "aln:valueKind code:value-{} ; aln:fiscalYear 2030 ; aln:quotedAs '―'@ja"
    dataset = dataset_of(
        PLAN + indicator("来館", dash.format("baseline"), dash.format("target"))
        + indicator("入館", number("actual", 2025, "8"), number("target", 2028, "9"),
                    dash.format("target"), node="j")
    )  # fmt: skip
    assert {node for node, _ in pairs(dataset, "notSet")} == {"iv1", "iv2", "jv3"}
    assert pairs(dataset, "startingValue") == {("j", "jv1")}
    assert pairs(dataset, "finalTarget") == {("j", "jv2")}


def test_of_two_values_of_one_year_neither_is_the_start() -> None:
    values = (number("baseline", 2024, "8"), number("baseline", 2024, "9"))
    assert pairs(dataset_of(PLAN + indicator("来館", *values)), "startingValue") == set()
    later = (number("baseline", 2019, "8"), number("baseline", 2024, "9"))
    assert pairs(dataset_of(PLAN + indicator("来館", *later)), "startingValue") == {("i", "iv2")}


def test_a_stated_direction_goes_before_the_words_of_the_name() -> None:
    stated = "; aln:direction code:direction-up "
    dataset = dataset_of(
        PLAN + indicator("待機児童数") + indicator("空き店舗数", node="j", more=stated)
        + indicator("要介護認定率", node="k")
    )  # fmt: skip
    ways = {(s, o.rpartition("-")[2]) for s, o in pairs(dataset, "wantedDirection")}
    assert ways == {("i", "down"), ("j", "up")}
    assert pairs(dataset, "directionWords") == {("i", "待機児童数")}


# ---- which items are measured

TREE = (
    PLAN
    + """
    ex:g1 a aln:Item ; aln:inPlan ex:p ; aln:kind code:kind-goal ; aln:levelName "目標" .
    ex:g2 a aln:Item ; aln:inPlan ex:p ; aln:kind code:kind-goal ; aln:levelName "目標" .
    ex:g3 a aln:Item ; aln:inPlan ex:p ; aln:kind code:kind-goal ; aln:levelName "目標" .
    ex:m1 a aln:Measure ; aln:inPlan ex:p ; aln:parent ex:g1 ; aln:levelName "施策" .
    ex:m2 a aln:Measure ; aln:inPlan ex:p ; aln:parent ex:g2 ; aln:levelName "施策" ;
        skos:prefLabel "%s"@ja .
    ex:a1 a aln:Item ; aln:inPlan ex:p ; aln:parent ex:m1 ; aln:levelName "取組" . """
)


@pytest.mark.parametrize(
    ("owner", "level", "units", "measured"),
    [
        ("g1", "目標", {"g1", "g2"}, {"g1", "m1"}),
        ("m1", "施策", {"m1", "m2"}, {"g1", "m1"}),
        ("a1", "施策", {"m1", "m2"}, {"g1", "m1", "a1"}),
    ],
)
def test_items_are_looked_at_on_the_level_that_carries_indicators(
    owner: str, level: str, units: set[str], measured: set[str]
) -> None:
    """A goal without measures (g3) is none that needs an indicator."""
    text = TREE % "見守り" + indicator("来館") + f"ex:{owner} aln:hasIndicator ex:i ."
    dataset = dataset_of(text)
    assert value(dataset, "p", "indicatorLevel") == level
    assert {node for node, _ in pairs(dataset, "onIndicatorLevelOf")} == units
    assert {node for node, _ in pairs(dataset, "measuredBy")} == measured


def test_what_runs_the_plan_itself_needs_no_indicator() -> None:
    text = TREE % "計画の推進体制" + indicator("来館") + "ex:m1 aln:hasIndicator ex:i ."
    assert {n for n, _ in pairs(dataset_of(text), "onIndicatorLevelOf")} == {"m1"}


def test_indicators_of_the_whole_plan_ask_nothing_of_its_measures() -> None:
    text = TREE % "見守り" + indicator("来館") + "ex:p aln:hasIndicator ex:i ."
    assert pairs(dataset_of(text), "onIndicatorLevelOf") == set()


@pytest.mark.parametrize(("claimed", "counted"), [(2, 2), (3, 3), (4, 2), (1, 2)])
def test_a_row_of_two_numbers_counts_once_unless_the_text_counts_both(
    claimed: int, counted: int
) -> None:
    row = '; aln:position [ aln:file "p.docx" ; aln:sheet "表1" ; aln:cell "A%d" ] '
    text = PLAN + "".join(
        indicator(name, node=node, more=row % cell)
        for node, name, cell in (
            ("i", "喫煙率（男性）", 2),
            ("j", "喫煙率（女性）", 2),
            ("k", "歩数", 3),
        )
    )
    claim = f"""ex:p aln:claim ex:c . ex:c a aln:CountClaim ; aln:levelName "指標" ;
        aln:claimedCount {claimed} ."""
    assert value(dataset_of(text + claim), "c", "counted") == str(counted)


# ---- which indicators are the same

TWO = """
    ex:p a aln:PlanEdition ; dcterms:publisher ex:city ; aln:firstFiscalYear 2026 ;
        aln:lastFiscalYear 2030 .
    ex:q a aln:PlanEdition ; dcterms:publisher %s ; aln:firstFiscalYear %d ;
        aln:lastFiscalYear %d . %s """


def matches(
    other: str, *, publisher: str = "ex:city", years: tuple[int, int] = (2024, 2028),
    more: str = "", name: str = "保育所等の待機児童数", unit: str = "人",
) -> set[tuple[str, str]]:  # fmt: skip
    mine = indicator(name, number("target", 2028, "0"), more=f'; aln:unit "{unit}" ')
    theirs = indicator(
        other, number("target", 2028, "0"), node="j", more=f'; aln:unit "{unit}" '
    ).replace("ex:p", "ex:q")
    return pairs(dataset_of(TWO % (publisher, *years, more) + mine + theirs), "matchedIndicator")


@pytest.mark.parametrize(
    "other", ["保育所等の待機児童数", "保育所の待機児童数", "保育所等待機児童数（４月１日）"]
)
def test_one_name_however_it_is_printed(other: str) -> None:
    assert {frozenset(pair) for pair in matches(other)} == {frozenset("ij")}


def test_other_names_other_cities_other_years_and_earlier_editions_are_left_alone() -> None:
    name = "保育所等の待機児童数"
    assert matches("放課後児童クラブの待機児童数") == set()
    assert matches("参加者数", name="参加者数") == set()
    assert matches(name, publisher="ex:town") == set()
    assert matches(name, years=(2015, 2019)) == set()
    series = "ex:p dcterms:isVersionOf ex:s . ex:q dcterms:isVersionOf ex:s ."
    assert matches(name, more=series) == set()
    assert matches(name, more="ex:r a aln:PlanEdition ; dcterms:replaces ex:q .") == set()


def test_a_person_knows_better_than_names_and_years() -> None:
    same = "ex:j aln:sameIndicator ex:i ."
    assert len(matches("待機", years=(2015, 2019), publisher="ex:town", more=same)) == 1


def test_shares_are_compared_with_the_plan_of_another_body_that_is_cited() -> None:
    cites = """ex:p aln:relation ex:r . ex:r a aln:PlanRelation ; aln:target ex:q ;
        aln:verb code:verb-weigh ."""
    name = "特定健康診査の受診率"
    found = {"name": name, "publisher": "ex:prefecture", "more": cites}
    assert matches(name, **found, unit="％") == {("i", "j")}  # type: ignore[arg-type]
    assert matches(name, **found) == set()  # type: ignore[arg-type]
    assert matches(name, name=name, publisher="ex:prefecture", unit="％") == set()
