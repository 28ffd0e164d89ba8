"""Counts that rules compare or show, and what follows from one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln

_HAS_MEASURE, _TRUE = aln("hasMeasure"), Literal(True)
COUNTED = {
    "itemCount": "?thing aln:inPlan ?plan ; a aln:Item",
    "measureCount": "?thing aln:inPlan ?plan ; a aln:Measure",
    "linkedMeasureCount": "?thing aln:inPlan ?plan ; a aln:Measure ; aln:linkedPlan ?any",
    "answerableCount": "?thing aln:inPlan ?plan ; aln:answerable true",
    "actionCount": "?thing aln:inPlan ?plan ; aln:kind code:kind-action",
    "linkingPlans": "?thing a aln:PlanEdition ; aln:linkedPlan ?plan FILTER (?thing != ?plan)",
}
"""Fact -> which different things of a plan it counts; 0 where there are none."""
ACROSS = "linkingPlans"
"""The one fact that counts what other plans say of a plan."""


def counts(dataset: Dataset) -> Iterator[Statement]:
    """Counts of plans and claims, and hasMeasure, goalsHoldMeasures and seriesHasItems."""
    plans = dataset.instances(aln("PlanEdition"))
    for fact, counted in COUNTED.items():
        number = dataset.count(f"SELECT DISTINCT ?plan ?thing WHERE {{ {counted} }}")
        yield from ((plan, aln(fact), Literal(number[plan])) for plan in plans)
        if fact == "itemCount":
            yield from _series(dataset, {plan for plan in plans if number[plan]})
    yield from _goals(dataset)
    yield from _claims(dataset)


def _series(dataset: Dataset, filled: set[Term]) -> Iterator[Statement]:
    """seriesHasItems of the series of which some edition has items."""
    rows = dataset.select("SELECT ?plan ?series WHERE { ?plan dcterms:isVersionOf ?series }")
    for series in dict.fromkeys(row["series"] for row in rows if row["plan"] in filled):
        yield series, aln("seriesHasItems"), Literal(True)


def _goals(dataset: Dataset) -> Iterator[Statement]:
    """hasMeasure of measures and all above them; goalsHoldMeasures where most goals have one."""
    above: dict[Node, list[Term]] = defaultdict(list)
    for item, parent in dataset.pairs(aln("parent")):
        above[item].append(parent)
    holding = _closure(dataset.instances(aln("Measure")), above)
    yield from ((item, _HAS_MEASURE, _TRUE) for item in holding)
    goals, full = Counter[Term](), Counter[Term]()
    for row in dataset.select(
        "SELECT ?goal ?plan WHERE { ?goal aln:kind code:kind-goal ; aln:inPlan ?plan }"
    ):
        goals[row["plan"]] += 1
        full[row["plan"]] += row["goal"] in holding
    for plan, number in goals.items():
        if 2 * full[plan] >= number and not isinstance(plan, Literal):
            yield plan, aln("goalsHoldMeasures"), Literal(True)


def _closure(start: Iterable[Node], above: dict[Node, list[Term]]) -> dict[Node, None]:
    """Nodes and all that stand above them, in a fixed order."""
    found: dict[Node, None] = {}
    waiting = list(start)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found[node] = None
            waiting += [up for up in above.get(node, ()) if not isinstance(up, Literal)]
    return found


def _claims(dataset: Dataset) -> Iterator[Statement]:
    """How many items a plan has of the level that a claim such as 「7つの基本目標」 counts."""
    counted = dataset.count(
        """SELECT DISTINCT ?claim ?item WHERE {
           ?plan aln:claim ?claim . ?claim aln:levelName ?level .
           ?item aln:inPlan ?plan ; aln:levelName ?level }"""
    )
    for claim, number in counted.items():
        yield claim, aln("counted"), Literal(number)
