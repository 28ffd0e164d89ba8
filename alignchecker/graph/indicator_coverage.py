"""Which items an indicator measures, and which items a plan leaves without one.

A plan puts its indicators on one level: its goals, its measures, or what is done below them. What
is counted is that level where it is above the measures, and the measures otherwise.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, aln, integer
from alignchecker.graph.entries import Entry, items_of_plans
from alignchecker.graph.indicators import Indicator, indicators_of_plans
from alignchecker.model.names import CODE
from alignchecker.model.plan import INDICATORS
from alignchecker.triples.index import Numbered

_NO_LEVEL = {NamedNode(f"{CODE}kind-{kind}") for kind in ("group", "vision", "heading")}


# 計画の推進体制 stands among the goals and measures and is none that an indicator measures.
_OF_THE_PLAN = re.compile(
    r"(?:計画|プラン|ビジョン|戦略)の(?:着実な)?(?:推進|進行|進捗|実現に向け|評価|見直し)"
    r"|推進体制|進行管理|進捗管理"
)


@dataclass(frozen=True, slots=True)
class _Item:
    """level: what the plan calls it; "" for groups, the vision, and headings on the plan itself."""

    plan: Node
    parent: Node | None
    level: str
    is_measure: bool


_Level = tuple[str, int]
"""What a level is called and how deep it stands: two levels may bear one name."""


def coverage_facts(dataset: Dataset) -> Iterator[Sequence[Numbered]]:
    """measuredBy, onIndicatorLevelOf, and the counts of a plan."""
    plans, indicators = dataset.answer(items_of_plans), dataset.answer(indicators_of_plans)
    for plan in sorted({*plans, *indicators}, key=str):
        yield dataset.once(_facts_of_plan, plan, plans.get(plan, ()), indicators.get(plan, ()))


def _facts_of_plan(
    plan: Node, entries: Sequence[Entry], own: Sequence[Indicator]
) -> Iterator[Statement]:
    items = {entry.node: _standing(entry) for entry in entries}
    hung = [i for i in own if any(owner in items for owner in i.owners)]
    yield plan, aln("indicatorCount"), Literal(len(own))
    yield plan, aln("hungIndicatorCount"), Literal(len(hung))
    yield from _levels(plan, own, hung, items)


def claimed_indicators(dataset: Dataset) -> Iterator[Statement]:
    """counted of claims on indicators (「38の指標」)."""
    yield from _counted(dataset, dataset.answer(indicators_of_plans))


def _standing(item: Entry) -> _Item:
    is_none = item.kind in _NO_LEVEL and not item.is_measure
    is_measure = item.is_measure
    if item.label and _OF_THE_PLAN.search(item.label):
        is_none, is_measure = True, False
    return _Item(item.plan, item.parent, "" if is_none else item.level, is_measure)


def _level(node: Node, items: Mapping[Node, _Item]) -> _Level:
    return items[node].level, sum(bool(items[up].level) for up in _above(node, items))


def _above(node: Node, items: Mapping[Node, _Item]) -> Iterator[Node]:
    """An item and all above it."""
    step: Node | None = node
    seen = set[Node]()
    while step is not None and step in items and step not in seen:
        seen.add(step)
        yield step
        step = items[step].parent


def _levels(
    plan: Node, own: Sequence[Indicator], hung: Sequence[Indicator], items: Mapping[Node, _Item]
) -> Iterator[Statement]:
    """What is measured, of the level that the plan puts its indicators on."""
    measured: dict[Node, set[Node]] = defaultdict(set)
    for indicator in hung:
        for owner in indicator.owners:
            for node in _above(owner, items):
                measured[node].add(indicator.node)
    level = cache(partial(_level, items=items))
    carrying = _carrying_level(hung, items, level)
    # Of measures below measures the inner ones.
    holding = {item.parent for item in items.values() if item.is_measure}
    measures = [node for node, item in items.items() if item.is_measure and node not in holding]
    higher = {
        node: next((up for up in _above(node, items) if level(up) == carrying), None)
        for node in (measures if carrying else ())
    }
    is_above = any(up not in (None, node) for node, up in higher.items())
    # What has no measure below it is misread, or reported as a goal without measures.
    units = [up for up in dict.fromkeys(higher.values()) if up] if is_above else measures
    if units and (hung or not own):
        names = Counter(items[node].level for node in units)
        usual = min(names, key=lambda name: (-names[name], name))
        yield plan, aln("indicatorLevel"), Literal(usual or "施策")
        yield plan, aln("indicatorLevelCount"), Literal(len(units))
        yield plan, aln("measuredCount"), Literal(sum(bool(measured[n]) for n in units))
        for node in units:
            yield node, aln("onIndicatorLevelOf"), plan
    if is_above:
        for node, up in higher.items():
            measured[node] |= measured[up] if up is not None else set()
    for node, found in measured.items():
        for indicator_node in found:
            yield node, aln("measuredBy"), indicator_node


def _carrying_level(
    hung: Sequence[Indicator], items: Mapping[Node, _Item], level: Callable[[Node], _Level]
) -> _Level | None:
    """The level of which most items carry indicators of their own; of two the measures'."""
    carriers = {owner for i in hung for owner in i.owners if owner in items and items[owner].level}
    levels = Counter(map(level, carriers))
    measures = {level(node) for node in carriers if items[node].is_measure}
    return min(levels, key=lambda n: (-levels[n], n not in measures, n)) if levels else None


def _counted(dataset: Dataset, by_plan: Mapping[Node, Sequence[Indicator]]) -> Iterator[Statement]:
    """What a claim such as 「38の指標」 counts; a row may hold two numbers, or one listed again.

    Counted are the rows that are not marked 再掲. Where another way of counting gives the number
    claimed, that is the one meant.
    """
    claims = list(
        dataset.select(
            f"""SELECT ?plan ?claim ?count WHERE {{ ?plan aln:claim ?claim .
            ?claim aln:levelName "{INDICATORS}" ; aln:claimedCount ?count }}"""
        )
    )
    rows = _rows(dataset) if claims else {}
    for claim in claims:
        listed = by_plan.get(claim["plan"], [])
        first = [indicator for indicator in listed if not indicator.repeated]
        ways = [len({rows.get(i.node, i.node) for i in found}) for found in (first, listed)]
        ways += [len(first), len(listed)]
        stated = integer(claim["count"])
        if listed and stated is not None:
            yield claim["claim"], aln("counted"), Literal(stated if stated in ways else ways[0])


def _rows(dataset: Dataset) -> Mapping[Node, tuple[str, ...]]:
    """Where each indicator stands in its document, the same for all of one row."""
    places = dataset.select(
        """SELECT ?i ?file ?line ?page ?sheet ?cell WHERE {
           ?i a aln:Indicator ; aln:position ?p . ?p aln:file ?file
           OPTIONAL { ?p aln:line ?line } OPTIONAL { ?p aln:page ?page }
           OPTIONAL { ?p aln:sheet ?sheet } OPTIONAL { ?p aln:cell ?cell }
           FILTER (BOUND(?line) || BOUND(?cell)) }"""
    )
    names = ("file", "line", "page", "sheet", "cell")
    return {row["i"]: tuple(row[n].value if row[n] else "" for n in names) for row in places}
