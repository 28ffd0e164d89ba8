"""Periods of plans among each other: what ends together, and years that others print of a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from alignchecker.graph.citations import (
    MUNICIPALITIES,
    Catalogue,
    CitedName,
    publisher_name,
)
from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln, integer

_TOGETHER = 3
"""How many plans of a city must end in one year before it is worth saying."""


def period_facts(dataset: Dataset) -> Iterator[Statement]:
    """endsTogetherWith and mentionOf."""
    yield from _ending_together(dataset)
    yield from _mentions(dataset)


def _ending_together(dataset: Dataset) -> Iterator[Statement]:
    """From the first of a city's plans that end in one year to the others; a series counts once.

    When the plans of a prefecture or the state end is no matter of workload here.
    """
    rows = dataset.select(
        """SELECT ?plan ?city ?series ?last ?items WHERE {
           ?plan a aln:PlanEdition ; dcterms:publisher ?city ; dcterms:isVersionOf ?series ;
             aln:lastFiscalYear ?last ; aln:itemCount ?items
           FILTER NOT EXISTS { ?plan aln:mentionedIn ?other } }"""
    )
    ending: dict[tuple[Term, int], dict[Node, list[tuple[int, str, Node]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in rows:
        last = integer(row["last"])
        is_city = publisher_name(dataset, row["plan"]).endswith(MUNICIPALITIES)
        if last is not None and is_city:
            ranked = (-(integer(row["items"]) or 0), row["plan"].value, row["plan"])
            ending[row["city"], last][row["series"]].append(ranked)
    for by_series in ending.values():
        # Of a plan and its parts, the one whose items are here.
        plans = sorted((min(found) for found in by_series.values()), key=lambda plan: plan[1])
        for _, _, other in plans[1:] if len(plans) >= _TOGETHER else ():
            yield plans[0][2], aln("endsTogetherWith"), other


def _mentions(dataset: Dataset) -> Iterator[Statement]:
    """Which edition, known by itself, a text means of which it prints the years."""
    catalogue = Catalogue(dataset)
    for mention, plan in dataset.pairs(aln("mentionedIn")):
        if isinstance(mention, NamedNode) and isinstance(plan, NamedNode):
            edition = _meant(catalogue, mention, plan)
            if edition is not None:
                yield mention, aln("mentionOf"), edition


def _meant(catalogue: Catalogue, mention: NamedNode, plan: NamedNode) -> NamedNode | None:
    """The edition that has the number and the part that a text prints, both and no others."""
    names = catalogue.names.get(mention, [])
    name = names[0] if names else CitedName(None, None, "")
    if not name.states_edition:
        return None
    series = catalogue.find_series(name, publisher_name(catalogue.dataset, plan))
    found = {
        edition
        for edition in (catalogue.editions.get(series, []) if series is not None else [])
        if edition != mention and any(_equal(name, other) for other in catalogue.names[edition])
    }
    mentions = {e for e in found if catalogue.dataset.value(e, aln("mentionedIn")) is not None}
    return next(iter(found - mentions)) if len(found - mentions) == 1 else None


def _equal(name: CitedName, other: CitedName) -> bool:
    return (name.number, name.part) == (other.number, other.part)
