"""Who is responsible, set against itself and against the city's list of departments."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal

from alignchecker.graph.citations import MUNICIPALITIES, organisation_name
from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln, integer
from alignchecker.graph.department_names import (
    DepartmentList,
    Listed,
    is_own_division,
    last_day,
)
from alignchecker.graph.entries import Entry, ancestors, items_of_plans
from alignchecker.model.calendar import is_iso_month_or_day
from alignchecker.triples.index import Numbered

# 【担当課】… or （…課） within a label or text: named, but not read as a department.
_PRINTED = re.compile(r"(?:担当|所管|主管|関係)(?:課|室|部署|部局|所属)|課[)）】\]]")
_ENOUGH = 3
"""How many items of a level must name a department before the others are missing one."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A plan, item or indicator that names a department; plan is the one it stands in."""

    node: Node
    plan: Node
    name: str


def department_facts(dataset: Dataset) -> Iterator[Statement]:
    """What the city's list says of the departments that are named."""
    yield from _against_lists(dataset, dataset.answer(read_namings))


def items_without_department(dataset: Dataset) -> Iterator[Sequence[Numbered]]:
    """itemWithoutDepartment."""
    named = dataset.answer(_named)
    for plan, items in dataset.answer(items_of_plans).items():
        yield dataset.once(_holes, plan, items, named.get(plan, frozenset()))


def _named(dataset: Dataset) -> Mapping[Term, frozenset[Node]]:
    """Plan -> what stands in it and has a department, by itself or at an indicator."""
    plans = dataset.first(aln("inPlan"))
    found: dict[Term, set[Node]] = defaultdict(set)
    for node in {naming.node for naming in dataset.answer(read_namings)} | _owners(dataset):
        if node in plans:
            found[plans[node]].add(node)
    return {plan: frozenset(nodes) for plan, nodes in found.items()}


def read_namings(dataset: Dataset) -> list[Naming]:
    """All names of departments with the plan, item or indicator that they stand at."""
    plans = dataset.first(aln("inPlan"))
    return [
        Naming(node, node if plan is None or isinstance(plan, Literal) else plan, name.value)
        for node, name in dataset.pairs(aln("department"))
        if isinstance(name, Literal)
        for plan in (plans.get(node),)
    ]


def read_lists(dataset: Dataset) -> Mapping[Term, DepartmentList]:
    """City -> its list of departments, for the cities that have one.

    A list that does not say whose it is belongs to the city of the plans, if they are of one only.
    """
    only = _only_city(dataset)
    rows = dataset.select(
        """SELECT ?city ?node ?name ?last ?next WHERE {
           ?node a aln:Department ; org:unitOf ?unit ; skos:prefLabel ?name
           BIND (EXISTS { ?unit skos:prefLabel|^dcterms:publisher ?known } AS ?named)
           BIND (IF(?named, ?unit, ?nobody) AS ?city)
           OPTIONAL { ?node aln:activeUntil ?last } OPTIONAL { ?node aln:successorName ?next } }"""
    )
    found: dict[tuple[Term, Node, str, str | None], set[str]] = defaultdict(set)
    for row in rows:
        last = last_day(row["last"].value) if row["last"] else None
        city = row["city"] or only
        if city is None:
            continue
        key = (city, row["node"], row["name"].value, last)
        found[key].update([row["next"].value] if row["next"] else [])
    listed: dict[Term, list[Listed]] = defaultdict(list)
    for (city, node, name, last), successors in found.items():
        listed[city].append(Listed(node, name, last, tuple(sorted(successors))))
    return {city: DepartmentList(entries) for city, entries in listed.items()}


def _only_city(dataset: Dataset) -> Term | None:
    """The municipality that made the plans; None where there are several, or none."""
    rows = dataset.select("SELECT DISTINCT ?city WHERE { ?plan dcterms:publisher ?city }")
    names = {row["city"]: organisation_name(dataset, row["city"]) for row in rows}
    cities = [city for city, name in names.items() if name.endswith(MUNICIPALITIES)]
    return cities[0] if len(cities) == 1 else None


def _owners(dataset: Dataset) -> set[Node]:
    """Items with an indicator that names a department."""
    rows = dataset.select(
        "SELECT DISTINCT ?item WHERE { ?item aln:hasIndicator/aln:department ?d }"
    )
    return {row["item"] for row in rows}


def _holes(plan: Node, entries: Sequence[Entry], named: Collection[Node]) -> Iterator[Statement]:
    """Items without department of a level on which most have one.

    One above, below or at an indicator counts; so does one that the import left in the text. Names
    of several items that an overview printed in one cell are no item of their own.
    """
    items = {entry.node: entry for entry in entries}
    shown = {n: i for n, i in items.items() if i.label}
    repeated = {node for node, item in shown.items() if item.is_reprint}
    named_at = Counter(i.level for n, i in shown.items() if n in named)
    all_at = Counter(i.level for n, i in shown.items() if n not in repeated)
    usual = {at for at, n in named_at.items() if n >= _ENOUGH and 2 * n > all_at[at]}
    if not usual:
        return
    keys = {item.key for item in shown.values()}
    told = {n for n, i in shown.items() if n in named or _prints_department(i)}
    above = {node for start in told for node in ancestors(items, start)}
    unasked = repeated | told | above
    for node, item in shown.items():
        if item.level not in usual or node in unasked:
            continue
        inherits = not told.isdisjoint(ancestors(items, node))
        if not inherits and not _is_run_together(item.key, keys):
            yield plan, aln("itemWithoutDepartment"), node


def _prints_department(item: Entry) -> bool:
    return any(_PRINTED.search(text) for text in (item.label, item.text))


def _is_run_together(key: str, keys: Collection[str]) -> bool:
    """Whether a label is nothing but the labels of others, one behind the other.

    >>> _is_run_together("林道の改良担い手の育成", {"林道の改良", "担い手の育成"})
    True
    """
    ends = {0}
    for end in range(1, len(key) + 1):
        if any(key[start:end] in keys for start in ends if end - start < len(key)):
            ends.add(end)
    return len(key) in ends


def _against_lists(dataset: Dataset, namings: Sequence[Naming]) -> Iterator[Statement]:
    """namesAbolished, namesSinceAbolished and namesUnlisted of plans whose city has a list."""
    lists = read_lists(dataset)
    spans = {plan: span for plan, span in _spans(dataset) if span.city in lists}
    names: dict[Term, set[str]] = defaultdict(set)
    for naming in namings:
        if naming.plan in spans and is_own_division(naming.name):
            names[spans[naming.plan].city].add(naming.name)
    for plan, said in _compared(namings, spans).items():
        yield plan, aln("comparedDepartments"), Literal(said)
    complete = {city for city, found in names.items() if lists[city].is_complete_for(found)}
    for naming in namings:
        span = spans.get(naming.plan)
        if span is None:
            continue
        ended = lists[span.city].ended(naming.name)
        predicate = span.relation_to(ended.last) if ended and ended.last else None
        if ended is not None and predicate is not None:
            yield naming.plan, aln(predicate), ended.node
            yield ended.node, aln("endedOn"), Literal(ended.last or "")
        own = is_own_division(naming.name) and span.city in complete
        if own and not lists[span.city].knows(naming.name):
            yield naming.plan, aln("namesUnlisted"), Literal(naming.name)


def _compared(namings: Sequence[Naming], spans: Mapping[Node, _Span]) -> Mapping[Node, int]:
    """How many names of a plan were held against a list."""
    names: dict[Node, set[str]] = defaultdict(set)
    for naming in namings:
        if naming.plan in spans:
            names[naming.plan].add(naming.name)
    return {plan: len(found) for plan, found in names.items()}


@dataclass(frozen=True, slots=True)
class _Span:
    """A plan's city; the day by which it was made, its first and its last, where known."""

    city: Term
    made: str | None
    first: str | None
    last: str | None

    def relation_to(self, end: str) -> str | None:
        """How the plan stands to a department that ended on a day; None where it did not matter.

        A department that was there when the plan was made, and is gone, was abolished since.
        """
        if self.made is None or (self.last is not None and self.last < end):
            return None
        gone = end < self.made and (self.first is None or end < self.first)
        return "namesAbolished" if gone else "namesSinceAbolished"


def _spans(dataset: Dataset) -> Iterator[tuple[Node, _Span]]:
    """Plans are made in the fiscal year before their first, unless they print when."""
    rows = dataset.select(
        """SELECT ?plan ?city ?first ?last ?published ?adopted WHERE {
           ?plan a aln:PlanEdition ; dcterms:publisher ?city
           OPTIONAL { ?plan aln:firstFiscalYear ?first } OPTIONAL { ?plan aln:lastFiscalYear ?last }
           OPTIONAL { ?plan aln:published ?published } OPTIONAL { ?plan aln:adopted ?adopted } }"""
    )
    for row in rows:
        first, last = (integer(row[name]) for name in ("first", "last"))
        printed = [row[name].value for name in ("published", "adopted") if row[name] is not None]
        usual = None if first is None else f"{first - 1}-04-01"
        made = next(filter(is_iso_month_or_day, printed), usual)
        yield (
            row["plan"],
            _Span(
                row["city"],
                made,
                None if first is None else f"{first}-04-01",
                None if last is None else f"{last + 1}-03-31",
            ),
        )
