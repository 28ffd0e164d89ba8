"""Records of progress against the plan: years and items without one, records that do not agree."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal

from alignchecker.graph.dataset import Dataset, Node, Statement, aln, integer
from alignchecker.graph.entries import Entry, Items, ancestors, items_of_plans
from alignchecker.model.calendar import fiscal_year_of
from alignchecker.model.normalize import label_key
from alignchecker.triples.index import Numbered

_LONGEST = 30
"""More years than any plan runs: a year with a digit too many must not become a million gaps."""
_REPORTED_FROM = 10
"""The month from which last year's records are due: accounts are settled in September."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What is recorded of an item in a year; item as the record names it, known or not.

    is_shared: whether several departments are responsible for the item.
    """

    node: Node
    item: Node
    plan: Node | None
    year: int
    evaluation: str | None
    has_text: bool
    is_shared: bool


def due_year(as_of: datetime.date) -> int:
    """The last fiscal year of which records can be expected by a date.

    >>> due_year(datetime.date(2026, 9, 30)), due_year(datetime.date(2026, 10, 1))
    (2024, 2025)
    """
    finished = fiscal_year_of(as_of) - 1
    return finished if as_of.month >= _REPORTED_FROM or as_of.month <= 3 else finished - 1


def progress_facts(dataset: Dataset) -> Iterator[Sequence[Numbered]]:
    """What rules about progress test, for plans of which there are records at all."""
    records, spans = dataset.answer(_records), dataset.answer(_spans)
    plans = dataset.answer(items_of_plans)
    for plan, recorded in records.items():
        items = plans.get(plan, ()) if plan is not None else ()
        yield dataset.once(_facts_of_plan, plan, items, recorded, spans.get(plan) if plan else None)


def _facts_of_plan(
    plan: Node | None,
    entries: Sequence[Entry],
    recorded: Sequence[_Record],
    span: tuple[int, int] | None,
) -> Iterator[Statement]:
    """plan: None for records of items of no plan."""
    items = {entry.node: entry for entry in entries}
    known = [record for record in recorded if record.item in items]
    if plan is not None:
        lost = (record for record in recorded if record.item not in items)
        yield from ((plan, aln("recordWithoutItem"), record.node) for record in lost)
    if plan is not None and known:
        latest = max(record.year for record in known)
        yield plan, aln("latestProgressYear"), Literal(latest)
        yield from _missing_years(plan, known, span)
        yield from _missing_items(plan, known, items)
        yield from _missing_evaluations(plan, known)
    yield from _differing(recorded)


def _records(dataset: Dataset) -> Mapping[Node | None, tuple[_Record, ...]]:
    """Plan -> its records with a year, the earliest first.

    One of an item that is gone belongs to the plan that it was removed from.
    """
    rows = dataset.select(
        """SELECT ?record ?item ?year ?evaluation ?text WHERE {
           ?record a aln:ProgressRecord ; aln:ofMeasure ?item ; aln:fiscalYear ?year
           OPTIONAL { ?record aln:evaluation ?evaluation } OPTIONAL { ?record aln:text ?text }
           FILTER (!isLiteral(?item)) }"""
    )
    plans, removed = dataset.first(aln("inPlan")), dataset.first(aln("removedFrom"))
    items = set(dataset.instances(aln("Item")))
    offices = Counter(node for node, _ in dataset.pairs(aln("department")))
    found = {}
    for row in rows:
        year, item = integer(row["year"]), row["item"]
        evaluation = row["evaluation"].value.strip() if row["evaluation"] is not None else None
        if year is not None:
            plan = (plans if item in items and item in plans else removed).get(item)
            found[row["record"], year] = _Record(
                row["record"], item, None if isinstance(plan, Literal) else plan, year,
                evaluation or None, row["text"] is not None, offices[item] > 1,
            )  # fmt: skip
    of_plans: dict[Node | None, list[_Record]] = defaultdict(list)
    for record in sorted(found.values(), key=lambda record: (record.year, record.node.value)):
        of_plans[record.plan].append(record)
    return {plan: tuple(records) for plan, records in of_plans.items()}


def _spans(dataset: Dataset) -> dict[Node, tuple[int, int]]:
    rows = dataset.select(
        """SELECT ?plan ?first ?last WHERE {
           ?plan aln:firstFiscalYear ?first ; aln:lastFiscalYear ?last }"""
    )
    years = {row["plan"]: (integer(row["first"]), integer(row["last"])) for row in rows}
    return {p: (a, b) for p, (a, b) in years.items() if a is not None and b is not None}


def _missing_years(
    plan: Node, records: Sequence[_Record], span: tuple[int, int] | None
) -> Iterator[Statement]:
    """Years of the plan without any record, after the first one that has some.

    Earlier sheets may simply not have been read.
    """
    if span is None:
        return
    recorded = {record.year for record in records}
    latest = max(recorded)
    first = max(min(recorded), span[0], latest - _LONGEST)
    for year in range(first, min(span[1], latest + _LONGEST) + 1):
        if year not in recorded:
            yield plan, aln("yearWithoutProgress"), Literal(year)


def _missing_items(plan: Node, records: Sequence[_Record], known: Items) -> Iterator[Statement]:
    """Items without a record in the latest year, of a level on which most have one.

    A record of what stands above or below counts, and one of the same name for 再掲.
    """
    latest = max(record.year for record in records)
    recorded = {record.item for record in records if record.year == latest}
    names = {known[node].key for node in recorded}
    above = {up for node in recorded for up in ancestors(known, node)}
    kept = Counter(item.level for item in known.values() if item.node in recorded)
    all_of = Counter(item.level for item in known.values() if not item.is_reprint)
    for item in known.values():
        usual = 2 * kept[item.level] > all_of[item.level]
        if not usual or item.is_reprint or item.key in names or item.node in above:
            continue
        if recorded.isdisjoint(ancestors(known, item.node)):
            yield plan, aln("itemWithoutProgress"), item.node


def _missing_evaluations(plan: Node, records: Sequence[_Record]) -> Iterator[Statement]:
    """Records in words without evaluation, in a year in which most have one."""
    evaluated = Counter(record.year for record in records if record.evaluation)
    every = Counter(record.year for record in records)
    for record in records:
        usual = 2 * evaluated[record.year] > every[record.year]
        if usual and record.has_text and not record.evaluation:
            yield plan, aln("recordWithoutEvaluation"), record.node


def _differing(records: Sequence[_Record]) -> Iterator[Statement]:
    """Two evaluations of one item and year; of an item of several departments each gives one."""
    first: dict[tuple[Node, int], _Record] = {}
    for record in records:
        if not record.evaluation:
            continue
        earlier = first.setdefault((record.item, record.year), record)
        if (
            label_key(earlier.evaluation or "") != label_key(record.evaluation)
            and not record.is_shared
        ):
            yield record.node, aln("recordDiffersFrom"), earlier.node
