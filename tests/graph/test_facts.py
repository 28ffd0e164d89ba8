"""Derived facts: status of links, answers, containers, numbers, counts, ties."""

from __future__ import annotations

import datetime

import pytest

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.facts import run_facts
from tests.shapes.running import dataset_of

EX = "https://example.org/"


def pairs(dataset: Dataset, predicate: str) -> set[tuple[str, str]]:
    """(subject, object) of a derived property, without the base."""
    rows = dataset.select(f"SELECT DISTINCT ?s ?o WHERE {{ ?s aln:{predicate} ?o }}")
    return {(row["s"].value.removeprefix(EX), row["o"].value.removeprefix(EX)) for row in rows}


def value(dataset: Dataset, subject: str, predicate: str) -> str | None:
    found = {o for s, o in pairs(dataset, predicate) if s == subject}
    assert len(found) <= 1
    return next(iter(found), None)


# ---- links

ENDS = """
ex:higher a aln:PlanEdition . ex:lower a aln:PlanEdition .
ex:to a aln:Item ; aln:inPlan ex:higher ; skos:prefLabel "上"@ja ; aln:answerable true .
ex:from a aln:Measure ; aln:inPlan ex:lower ; skos:prefLabel "下"@ja .
"""


def review(who: str, verdict: str, when: str | None = None) -> str:
    date = f' ; aln:reviewDate "{when}"' if when else ""
    return f'[ a aln:Review ; aln:reviewer "{who}" ; aln:verdict code:verdict-{verdict}{date} ]'


def linked(*reviews: str, to: str = "aln:to ex:to") -> Dataset:
    said = " ; aln:review " + " , ".join(reviews) if reviews else ""
    return dataset_of(f"{ENDS} ex:link a aln:Link ; aln:from ex:from ; {to}{said} .")


@pytest.mark.parametrize(
    ("reviews", "status"),
    [
        ([], "proposed"),
        ([review("企画課", "accept")], "accepted"),
        ([review("企画課", "reject")], "rejected"),
        ([review("企画課", "accept"), review("こども課", "accept")], "accepted"),
        ([review("企画課", "accept"), review("こども課", "reject")], "disputed"),
        (
            [review("企画課", "accept", "2026-04-01"), review("企画課", "reject", "2026-05-01")],
            "rejected",
        ),
        (
            [review("企画課", "accept", "2026-05-01"), review("企画課", "reject", "2026-04-01")],
            "accepted",
        ),
        ([review("企画課", "reject"), review("企画課", "accept", "2026-04-01")], "accepted"),
        (
            [
                review("企画課", "accept", "2026-04-01"),
                review("こども課", "reject", "2026-04-02"),
                review("企画課", "reject", "2026-04-03"),
            ],
            "rejected",
        ),
    ],
    ids=["none", "accepted", "rejected", "two agree", "two disagree", "mind changed",
         "the date counts, not the order", "undated comes first", "settled after a dispute"],
)  # fmt: skip
def test_status_of_a_link(reviews: list[str], status: str) -> None:
    dataset = linked(*reviews)
    assert (value(dataset, "link", "status") or "").rpartition("status-")[2] == status
    assert bool(pairs(dataset, "contributesTo")) is (status == "accepted")
    assert bool(pairs(dataset, "proposedContribution")) is (status == "proposed")
    assert pairs(dataset, "answeredIn") == ({("to", "lower")} if status == "accepted" else set())
    assert pairs(dataset, "proposedIn") == ({("to", "lower")} if status == "proposed" else set())


def test_no_counterpart() -> None:
    dataset = linked(review("企画課", "no-counterpart"), to="aln:noCounterpartIn ex:higher")
    assert pairs(dataset, "declaredWithoutCounterpartIn") == {("from", "higher")}
    assert pairs(dataset, "linkedPlan") == set()


def test_no_counterpart_is_no_yes_to_an_item() -> None:
    """The verdict on a proposed link: what it proposes is not taken."""
    dataset = linked(review("企画課", "no-counterpart"))
    assert pairs(dataset, "contributesTo") == set()


def test_a_unit_is_answered_below_it_and_not_above() -> None:
    dataset = dataset_of(
        ENDS
        + """
        ex:above aln:inPlan ex:higher ; a aln:Item ; skos:prefLabel "章"@ja ; aln:answerable true .
        ex:to aln:parent ex:above .
        ex:below a aln:Item ; aln:inPlan ex:higher ; aln:parent ex:to ; skos:prefLabel "細目"@ja ;
            aln:answerable true .
        ex:link a aln:Link ; aln:from ex:from ; aln:to ex:to ; aln:review """
        + review("企画課", "accept")
        + " ."
    )
    assert pairs(dataset, "answeredIn") == {("to", "lower"), ("above", "lower")}


def test_missing_ends_are_told_from_plans_that_were_not_read() -> None:
    dataset = dataset_of(
        ENDS
        + """
        ex:gone a aln:Link ; aln:from ex:from ; aln:to <https://example.org/higher/9> .
        ex:unread a aln:Link ; aln:from ex:from ; aln:to <https://example.org/elsewhere/9> .
        ex:higher2 a aln:Link ; aln:from ex:from ; aln:to <https://example.org/higher2/1> .
        ex:whole a aln:Link ; aln:from ex:from ; aln:to ex:higher .
        ex:higher dcterms:isVersionOf ex:series ."""
    )
    assert pairs(dataset, "missingEnd") == {("gone", "higher/9")}
    assert pairs(dataset, "unreadEnd") == {("unread", "elsewhere/9"), ("higher2", "higher2/1")}


# ---- items

TREE = """
ex:plan a aln:PlanEdition .
ex:goal a aln:Item ; aln:inPlan ex:plan ; aln:kind code:kind-goal ; aln:levelName "目標" ;
    aln:order 1 ; aln:printedNumber "1" ; skos:prefLabel "育つ"@ja .
ex:g1 a aln:Item ; aln:inPlan ex:plan ; aln:parent ex:goal ; aln:kind code:kind-group ;
    aln:order 2 ; skos:prefLabel "乳幼児期"@ja .
ex:g2 a aln:Item ; aln:inPlan ex:plan ; aln:parent ex:g1 ; aln:kind code:kind-group ;
    aln:order 3 ; skos:prefLabel "幼児期"@ja .
ex:m1 a aln:Measure ; aln:inPlan ex:plan ; aln:parent ex:g2 ; aln:levelName "施策" ;
    aln:order 4 ; aln:printedNumber "1" ; skos:prefLabel "健診"@ja .
ex:m2 a aln:Measure ; aln:inPlan ex:plan ; aln:parent ex:goal ; aln:levelName "施策" ;
    aln:order 5 ; aln:printedNumber "2" ; skos:prefLabel "保育（一時預かり）"@ja .
ex:m2b a aln:Measure ; aln:inPlan ex:plan ; aln:parent ex:g1 ; aln:levelName "施策" ;
    aln:order 6 ; aln:printedNumber "2" ; skos:prefLabel "相談"@ja .
ex:empty a aln:Item ; aln:inPlan ex:plan ; aln:kind code:kind-goal ; aln:levelName "目標" ;
    aln:order 7 ; aln:printedNumber "第2" ; skos:prefLabel "働く"@ja .
"""


def test_groups_are_no_container() -> None:
    containers = pairs(dataset_of(TREE), "container")
    assert {("m1", "goal"), ("m2", "goal"), ("m2b", "goal"), ("g2", "goal")} <= containers
    assert {("goal", "plan"), ("empty", "plan")} <= containers


def test_numbers_among_the_children_of_a_container() -> None:
    dataset = dataset_of(TREE)
    numbers = pairs(dataset, "itemNumber")
    assert numbers == {("goal", "1"), ("m1", "1"), ("m2", "2"), ("m2b", "2")}
    assert pairs(dataset, "sameNumberAs") == {("m2b", "m2")}
    assert value(dataset, "m2", "previousNumber") == "1"
    assert value(dataset, "m1", "previousNumber") is None


def test_counts() -> None:
    dataset = dataset_of(
        TREE
        + """ex:plan aln:claim ex:c1 , ex:c2 .
        ex:c1 a aln:CountClaim ; aln:levelName "施策" ; aln:claimedCount 3 .
        ex:c2 a aln:CountClaim ; aln:levelName "取組" ; aln:claimedCount 3 .
        ex:i a aln:Indicator ; aln:inPlan ex:plan ; skos:prefLabel "指標は項目ではない"@ja ."""
    )
    assert value(dataset, "plan", "itemCount") == "7"
    assert value(dataset, "plan", "measureCount") == "3"
    assert pairs(dataset, "counted") == {("c1", "3")}
    assert {item for item, _ in pairs(dataset, "hasMeasure")} == {
        "goal", "g1", "g2", "m1", "m2", "m2b",
    }  # fmt: skip


def test_a_plan_without_items_counts_none() -> None:
    dataset = dataset_of("ex:plan a aln:PlanEdition .")
    assert value(dataset, "plan", "itemCount") == "0"
    assert value(dataset, "plan", "measureCount") == "0"


def test_labels_are_compared_in_one_form() -> None:
    dataset = dataset_of(TREE + 'ex:m2b skos:altLabel "x" .')
    assert value(dataset, "m2", "normalizedLabel") == "保育(一時預かり)"


CYCLES = {
    "itself": "ex:a aln:parent ex:a .",
    "two": "ex:a aln:parent ex:b . ex:b aln:parent ex:a .",
    "groups": """ex:a aln:parent ex:b . ex:b aln:parent ex:a .
                 ex:a aln:kind code:kind-group . ex:b aln:kind code:kind-group .
                 ex:c aln:parent ex:a .""",
}


@pytest.mark.parametrize("cycle", CYCLES.values(), ids=CYCLES)
def test_cycles_do_not_hang(cycle: str) -> None:
    items = "".join(
        f'ex:{name} a aln:Measure ; aln:inPlan ex:plan ; aln:levelName "施策" ; aln:order {n} ; '
        f'aln:printedNumber "{n}" ; skos:prefLabel "{name}"@ja ; aln:answerable true .\n'
        for n, name in enumerate("abc", start=1)
    )
    link = "ex:l a aln:Link ; aln:from ex:c ; aln:to ex:a ; aln:review " + review("x", "accept")
    dataset = dataset_of(f"ex:plan a aln:PlanEdition . {items} {cycle} {link} .")
    assert len(pairs(dataset, "container")) == 3


# ---- plans


def test_parts_take_series_and_publisher_of_the_whole() -> None:
    dataset = dataset_of("""
        ex:series a aln:PlanSeries ; dcterms:publisher ex:city ;
            aln:planType code:type-comprehensive .
        ex:whole a aln:PlanEdition ; dcterms:isVersionOf ex:series .
        ex:part a aln:PlanPart ; dcterms:isPartOf ex:whole .""")
    rows = dataset.select(f"""
        SELECT ?p WHERE {{ ?p a aln:PlanEdition ; dcterms:isVersionOf <{EX}series> ;
            dcterms:publisher <{EX}city> ; aln:planType code:type-comprehensive }}""")
    assert {row["p"].value for row in rows} == {EX + "whole", EX + "part"}


def test_of_several_ties_to_one_plan_the_strongest_is_the_principal_one() -> None:
    dataset = dataset_of("""
        ex:outline a aln:PlanSeries ; dcterms:title "大綱"@ja .
        ex:plan a aln:PlanEdition ; aln:relation ex:r1 , ex:r2 , ex:r3 , ex:other .
        ex:r1 a aln:PlanRelation ; aln:quotedAs "大綱"@ja ; aln:verb code:verb-regard .
        ex:r2 a aln:PlanRelation ; aln:quotedAs "「大綱」"@ja ; aln:verb code:verb-weigh .
        ex:r3 a aln:PlanRelation ; aln:quotedAs "大綱"@ja .
        ex:other a aln:PlanRelation ; aln:quotedAs "白書"@ja .""")
    assert {tie for tie, yes in pairs(dataset, "principalTie") if yes == "true"} == {"r2", "other"}


def test_a_tie_of_two_verbs_is_principal_or_not() -> None:
    dataset = dataset_of("""
        ex:plan a aln:PlanEdition ; aln:relation ex:r .
        ex:r a aln:PlanRelation ; aln:quotedAs "大綱"@ja ;
            aln:verb code:verb-weigh , code:verb-align .""")
    assert pairs(dataset, "principalTie") == {("r", "true")}


@pytest.mark.parametrize(
    ("day", "year"), [("2026-03-31", "2025"), ("2026-04-01", "2026"), ("2027-01-01", "2026")]
)
def test_fiscal_year_of_the_run(day: str, year: str) -> None:
    dataset = Dataset()
    dataset.add_facts(run_facts(datetime.date.fromisoformat(day)))
    assert {o for _, o in pairs(dataset, "asOfFiscalYear")} == {year}
    assert list(run_facts(None)) == []


def test_words_where_a_node_belongs_stop_nothing() -> None:
    """A plan in words, of an item, a record or a mention without title: nothing is said of it."""
    dataset = dataset_of("""
        ex:i a aln:Item ; aln:inPlan "計画" ; skos:prefLabel "項目" ; aln:department "観光課" .
        ex:gone a aln:RemovedItem ; aln:removedFrom "計画" .
        ex:r a aln:ProgressRecord ; aln:ofMeasure ex:gone , ex:i , "項目" ; aln:fiscalYear 2025 .
        ex:plan a aln:PlanEdition .
        ex:m a aln:PlanEdition ; aln:mentionedIn ex:plan .""")
    for fact in ("itemWithoutDepartment", "recordWithoutItem", "latestProgressYear", "mentionOf"):
        assert pairs(dataset, fact) == set()
