"""The same measure in two places, or in two plans of a city, under different departments.

A name alone does not make two measures the same: 相談体制の充実 stands in every plan. What counts
is the name of a particular project, a measure marked 再掲, or a reviewed link between two of one
name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pyoxigraph import Literal

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln, integer
from alignchecker.graph.department_names import (
    DepartmentList,
    is_everybody,
    is_own_division,
    unit_of,
)
from alignchecker.graph.departments import read_lists, read_namings
from alignchecker.graph.entries import read_items

_AGAIN = re.compile(r"[(\[<]?再掲[)\]>]?$")
_PROJECT = re.compile(r"(?:事業|制度|教室|講座|大会|補助金|助成金|給付金|手当)$")
# What is left of 普及啓発推進事業 without these names no project in particular.
_GENERAL = re.compile(
    r"事業|推進|促進|支援|強化|充実|普及|啓発|広報|研修|育成|養成|人材|相談|情報|提供|発信|活用|活性化"
    r"|整備|連携|交流|調査|研究|地域|市民|等|の|・|及び|制度|教室|講座|大会|補助金|助成金|給付金|手当"
)
_PARTICULAR = 4
"""How many characters of a project's name must be its own."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """An item whose departments are known. key: its name without 再掲; order: place of its plan."""

    node: Node
    plan: Node
    key: str
    repeated: bool
    names: tuple[str, ...]
    order: tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Plan:
    city: Term | None
    first: int | None
    last: int | None

    def overlaps(self, other: _Plan) -> bool:
        """Whether two plans are known to share a fiscal year."""
        if None in {self.first, self.last, other.first, other.last}:
            return False
        return (self.first or 0) <= (other.last or 0) and (other.first or 0) <= (self.last or 0)


@dataclass(frozen=True, slots=True)
class _Offices:
    """Compares departments; what was renamed is what it is called now."""

    lists: Mapping[Term, DepartmentList]
    known: dict[tuple[Term | None, str], set[str]] = field(default_factory=dict)

    def differ(self, city: Term | None, one: _Measure, other: _Measure) -> bool:
        """Whether two measures have no department in common."""
        return self._units(city, one.names).isdisjoint(self._units(city, other.names))

    def _units(self, city: Term | None, names: Iterable[str]) -> set[str]:
        return set[str]().union(*(self._later(city, name) for name in names))

    def _later(self, city: Term | None, name: str) -> set[str]:
        if (city, name) not in self.known:
            listed = self.lists.get(city) if city is not None else None
            self.known[city, name] = listed.later_names(name) if listed else {unit_of(name)}
        return self.known[city, name]


def shared_measure_facts(dataset: Dataset) -> Iterator[Statement]:
    """departmentDiffersFrom between measures, and departmentNames of both. Needs contributesTo."""
    plans = dict(_plans(dataset))
    measures = _measures(dataset, plans)
    offices = _Offices(read_lists(dataset))
    found = dict[Node, _Measure]()
    for earlier, later in _same(dataset, measures, plans):
        city = plans[later.plan].city
        if later.node not in found and offices.differ(city, earlier, later):
            found[later.node] = earlier
    for measure in measures:
        if measure.node in found:
            earlier = found[measure.node]
            yield measure.node, aln("departmentDiffersFrom"), earlier.node
            for named in (measure, earlier):
                yield named.node, aln("departmentNames"), Literal("・".join(named.names))


def _plans(dataset: Dataset) -> Iterator[tuple[Node, _Plan]]:
    rows = dataset.select(
        """SELECT ?plan ?city ?first ?last WHERE { ?plan a aln:PlanEdition
           OPTIONAL { ?plan dcterms:publisher ?city }
           OPTIONAL { ?plan aln:firstFiscalYear ?first }
           OPTIONAL { ?plan aln:lastFiscalYear ?last } }"""
    )
    for row in rows:
        yield row["plan"], _Plan(row["city"], integer(row["first"]), integer(row["last"]))


def _measures(dataset: Dataset, plans: Mapping[Node, _Plan]) -> list[_Measure]:
    """Items with divisions of the city as departments, in the order of plans and items."""
    names: dict[Node, set[str]] = defaultdict(set)
    for naming in dataset.answer(read_namings):
        names[naming.node].add(naming.name)
    items = dataset.answer(read_items)
    found = []
    for node, said in names.items():
        item = items.get(node)
        own = tuple(sorted(filter(is_own_division, said)))
        if item is None or not item.label or not own or item.plan not in plans:
            continue
        if not any(map(is_everybody, said)):
            again = item.repeated or bool(_AGAIN.search(item.key))
            order = plans[item.plan].first or 0, item.order or 0, node.value
            found.append(_Measure(node, item.plan, _AGAIN.sub("", item.key), again, own, order))
    return sorted(found, key=lambda measure: measure.order)


def _same(
    dataset: Dataset, measures: Sequence[_Measure], plans: Mapping[Node, _Plan]
) -> Iterator[tuple[_Measure, _Measure]]:
    """Pairs of one measure, the earlier one first: each with the first of its name."""
    by_plan: dict[tuple[Node, str], list[_Measure]] = defaultdict(list)
    by_city: dict[tuple[Term, str], list[_Measure]] = defaultdict(list)
    for measure in measures:
        by_plan[measure.plan, measure.key].append(measure)
        city = plans[measure.plan].city
        if city is not None:
            by_city[city, measure.key].append(measure)
    for group in by_plan.values():
        marked = len(group) > 1 and (is_project(group[0].key) or any(m.repeated for m in group))
        for measure in islice(group, 1, None) if marked else ():
            yield group[0], measure
    for group in by_city.values():
        is_one = len(group) > 1 and is_project(group[0].key)
        for measure in islice(group, 1, None) if is_one else ():
            if measure.plan != group[0].plan and _beside(plans, group[0], measure):
                yield group[0], measure
    by_node = {measure.node: measure for measure in measures}
    for pair in dataset.pairs(aln("contributesTo")):
        ends = [by_node[end] for end in pair if end in by_node]  # type: ignore[index]
        if len(ends) == 2 and ends[0].key == ends[1].key and _beside(plans, *ends):
            earlier, later = sorted(ends, key=lambda measure: measure.order)
            yield earlier, later


def _beside(plans: Mapping[Node, _Plan], one: _Measure, other: _Measure) -> bool:
    """Whether both stand in plans of one city that share a year."""
    first, second = plans[one.plan], plans[other.plan]
    return first.city is not None and first.city == second.city and first.overlaps(second)


def is_project(key: str) -> bool:
    """Whether a name is that of a particular project, not of a general activity.

    >>> [is_project(name) for name in ("放課後児童健全育成事業", "普及啓発推進事業", "相談の充実")]
    [True, False, False]
    """
    return bool(_PROJECT.search(key)) and len(_GENERAL.sub("", key)) >= _PARTICULAR
