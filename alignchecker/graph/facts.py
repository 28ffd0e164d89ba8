"""Derived facts: what SPARQL cannot compute, or what several rules would compute again.

Shapes test only facts that stand in the graph, so that any SHACL engine finds the same. Each fact
is a term of the ontology marked aln:derivedFact; its comment there says what it means.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from pyoxigraph import Literal, NamedNode

from alignchecker.graph import citations
from alignchecker.graph.answers import last_answers
from alignchecker.graph.constructs import LINKS, TYPES
from alignchecker.graph.counts import counts
from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln
from alignchecker.graph.demands import FACTS_OF_LAW, target_types
from alignchecker.graph.departments import department_facts, items_without_department
from alignchecker.graph.fingerprints import changes_reach, fingerprints
from alignchecker.graph.groups import ungrouped_items
from alignchecker.graph.indicator_coverage import claimed_indicators, coverage_facts
from alignchecker.graph.indicator_matches import match_facts
from alignchecker.graph.indicators import indicator_facts
from alignchecker.graph.law import LAW
from alignchecker.graph.link_records import read_link, read_reviews
from alignchecker.graph.nodes import code
from alignchecker.graph.numbering import item_facts
from alignchecker.graph.periods import period_facts
from alignchecker.graph.progress import due_year, progress_facts
from alignchecker.graph.prose import prose_facts
from alignchecker.graph.shared_measures import shared_measure_facts
from alignchecker.model.calendar import fiscal_year_of
from alignchecker.model.links import LinkReview, LinkStatus, status, valid
from alignchecker.model.names import XSD
from alignchecker.triples.index import Numbered

RUN = NamedNode("urn:x-alignchecker:run")
"""The run that a check is: carries the date it was asked for."""


def derive(dataset: Dataset) -> None:
    """Writes every derived fact into the dataset, or brings those that are there up to date."""
    dataset.memory.produce(_PRODUCERS, dataset)


def run_facts(as_of: datetime.date | None) -> Iterator[Statement]:
    """What the check is run with. Without a date, nothing: rules that need it are not run."""
    if as_of is not None:
        yield RUN, aln("asOf"), Literal(as_of.isoformat(), datatype=NamedNode(XSD + "date"))
        yield RUN, aln("asOfFiscalYear"), Literal(fiscal_year_of(as_of))
        yield RUN, aln("progressDueYear"), Literal(due_year(as_of))


_STATUS = aln("status")
_FORCES = ("administrative", "weighing", "binding")


def _principal_ties(dataset: Dataset) -> Iterator[Statement]:
    """Of several relations of a plan to the same plan, the one whose verb binds most.

    A text often names the same plan three times; what is said about that plan is said once.
    """
    rows = dataset.select(
        """SELECT ?plan ?relation ?meant ?force WHERE {
           ?plan aln:relation ?relation FILTER (!isLiteral(?relation))
           OPTIONAL { ?relation aln:targetSeries ?series }
           OPTIONAL { ?relation aln:targetEdition ?edition }
           OPTIONAL { ?relation aln:quotedAs ?name }
           OPTIONAL { ?relation aln:verb/aln:legalForce ?force }
           BIND (COALESCE(?edition, ?series, ?name, ?relation) AS ?meant) }"""
    )
    ties: dict[tuple[Term, Term], dict[Node, int]] = defaultdict(dict)
    for row in rows:
        force = row["force"].value.rpartition("force-")[2] if row["force"] else ""
        rank = _FORCES.index(force) if force in _FORCES else -1
        ranks = ties[row["plan"], row["meant"]]
        ranks[row["relation"]] = max(rank, ranks.get(row["relation"], rank))
    for ranks in ties.values():
        principal = min(ranks, key=lambda relation: (-ranks[relation], relation.value))
        for relation in ranks:
            yield relation, aln("principalTie"), Literal(relation == principal)


def _link_statuses(dataset: Dataset) -> Iterator[Statement]:
    """What the reviews of each link come to (model/links.py)."""
    reviews = dataset.answer(read_reviews)
    targets = {link for link, _ in dataset.pairs(aln("to"))}
    for link in dataset.instances(aln("Link")):
        said = reviews.get(link.value, ())
        if said and not valid(said) and _is_withdrawn(dataset, link, said):
            continue
        found = status(said, has_target=link in targets) if said else LinkStatus.PROPOSED
        yield link, _STATUS, _concept(found)


def _is_withdrawn(dataset: Dataset, link: Node, reviews: Sequence[LinkReview]) -> bool:
    record = read_link(dataset, link, reviews)
    return record is not None and record.is_withdrawn


@cache
def _concept(found: LinkStatus) -> NamedNode:
    return code("status", found.value)


def _missing_ends(dataset: Dataset) -> Iterator[Statement]:
    """Ends of links that no file describes: of a plan that is here, or of one that was not read."""
    rows = dataset.select(
        """SELECT ?link ?end WHERE { ?link aln:from|aln:to|aln:noCounterpartIn ?end
           FILTER (!isLiteral(?end))
           FILTER NOT EXISTS { ?end aln:inPlan|dcterms:isVersionOf|dcterms:isPartOf ?plan } }"""
    )
    editions = [
        row["e"].value for row in dataset.select("SELECT ?e WHERE { ?e a aln:PlanEdition }")
    ]
    for row in rows:
        known = any(row["end"].value.startswith(edition + "/") for edition in editions)
        yield row["link"], aln("missingEnd" if known else "unreadEnd"), row["end"]


@dataclass(frozen=True, slots=True)
class _Query:
    """Facts that a CONSTRUCT makes."""

    query: str

    def __call__(self, dataset: Dataset) -> Sequence[Numbered]:
        return dataset.constructed(self.query)


@dataclass(frozen=True, slots=True)
class _Function:
    """Facts that a function tells."""

    facts: Callable[[Dataset], Iterable[Statement]]

    def __call__(self, dataset: Dataset) -> Sequence[Numbered]:
        return dataset.numbered(self.facts(dataset))


@dataclass(frozen=True, slots=True)
class _ByPlan:
    """Facts that a function gives plan by plan, those of a plan that is as it was from memory."""

    facts: Callable[[Dataset], Iterable[Sequence[Numbered]]]

    def __call__(self, dataset: Dataset) -> Sequence[Numbered]:
        return list(chain(*self.facts(dataset)))


_PRODUCERS: Sequence[_Query | _Function | _ByPlan] = (
    *map(_Query, TYPES),
    _Function(citations.resolve),
    _Function(_principal_ties),
    _Function(_link_statuses),
    _Function(_missing_ends),
    *map(_Query, LINKS),
    _Function(counts),
    _ByPlan(item_facts),
    _Function(last_answers),
    _Function(period_facts),
    _Function(fingerprints),
    _Function(changes_reach),
    _Function(shared_measure_facts),
    _Function(ungrouped_items),
    _Function(department_facts),
    _ByPlan(items_without_department),
    _ByPlan(progress_facts),
    _ByPlan(indicator_facts),
    _ByPlan(coverage_facts),
    _Function(claimed_indicators),
    _Function(match_facts),
    _Function(target_types),
    *map(_Query, FACTS_OF_LAW),
    *map(_Function, LAW),
    _ByPlan(prose_facts),
)
"""What makes facts, in an order in which each needs nothing but those before it."""
