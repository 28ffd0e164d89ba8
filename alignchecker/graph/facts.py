"""Derived facts: what SPARQL cannot compute, or what several rules would compute again.

Shapes test only facts that stand in the graph, so that any SHACL engine finds the same. Each fact
is a term of the ontology marked aln:derivedFact; its comment there says what it means.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from pyoxigraph import Literal, NamedNode

from alignchecker.graph import citations
from alignchecker.graph.answers import last_answers
from alignchecker.graph.constructs import LINKS, TYPES
from alignchecker.graph.counts import counts
from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln
from alignchecker.graph.departments import department_facts
from alignchecker.graph.fingerprints import fingerprints
from alignchecker.graph.groups import ungrouped_items
from alignchecker.graph.indicator_coverage import coverage_facts
from alignchecker.graph.indicator_matches import match_facts
from alignchecker.graph.indicators import indicator_facts
from alignchecker.graph.law import LAW
from alignchecker.graph.numbering import item_facts
from alignchecker.graph.periods import period_facts
from alignchecker.graph.progress import due_year, progress_facts
from alignchecker.graph.prose import prose_facts
from alignchecker.graph.shared_measures import shared_measure_facts
from alignchecker.model.calendar import fiscal_year_of
from alignchecker.model.names import CODE, XSD
from alignchecker.triples.index import Numbered

RUN = NamedNode("urn:x-alignchecker:run")
"""The run that a check is: carries the date it was asked for."""


def derive(dataset: Dataset) -> None:
    """Writes every derived fact into the dataset, or brings those that are there up to date."""
    dataset.memory.produce([(name, partial(make, dataset)) for name, make in _PRODUCERS.items()])


def run_facts(as_of: datetime.date | None) -> Iterator[Statement]:
    """What the check is run with. Without a date, nothing: rules that need it are not run."""
    if as_of is not None:
        yield RUN, aln("asOf"), Literal(as_of.isoformat(), datatype=NamedNode(XSD + "date"))
        yield RUN, aln("asOfFiscalYear"), Literal(fiscal_year_of(as_of))
        yield RUN, aln("progressDueYear"), Literal(due_year(as_of))


_VERDICTS = {"accept": "accepted", "no-counterpart": "accepted", "reject": "rejected"}
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
    """A link without review is proposed; a reviewer's latest verdict counts, and all must agree.

    No counterpart, said of a link to an item, is a no to that item.
    """
    latest: dict[Node, dict[str, tuple[str, set[str]]]] = defaultdict(dict)
    rows = dataset.rows(
        """SELECT ?link ?to ?who ?when ?verdict WHERE { ?link a aln:Link
           OPTIONAL { ?link aln:to ?to }
           OPTIONAL { ?link aln:review ?r . ?r aln:reviewer ?who ; aln:verdict ?verdict
                      OPTIONAL { ?r aln:reviewDate ?when } } }"""
    )
    for link, to, who, date, said in rows:
        verdicts = latest[link]
        if said is not None:
            when = date.value if date is not None else ""
            verdict = said.value.rpartition("verdict-")[2]
            if verdict == "no-counterpart":
                verdict = "accept" if to is None else "reject"
            before, others = verdicts.get(who.value, ("", set()))
            if when >= before:
                verdicts[who.value] = (when, {verdict} | (others if when == before else set()))
    for link, verdicts in latest.items():
        kinds = frozenset[str]().union(*(said for _, said in verdicts.values()))
        yield link, _STATUS, _status(kinds)


@cache
def _status(verdicts: frozenset[str]) -> NamedNode:
    """What reviewers' verdicts make of a link; words that are no verdict decide nothing."""
    known = {_VERDICTS[verdict] for verdict in verdicts if verdict in _VERDICTS}
    status = known.pop() if len(known) == 1 else "disputed" if known else "proposed"
    return NamedNode(f"{CODE}status-{status}")


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


def _constructing(query: str) -> _Producer:
    return lambda dataset: dataset.constructed(query)


def _telling(facts: Callable[[Dataset], Iterable[Statement]]) -> _Producer:
    return lambda dataset: dataset.numbered(facts(dataset))


_Producer = Callable[[Dataset], Sequence[Numbered]]
_FACTS: Sequence[str | Callable[[Dataset], Iterable[Statement]]] = (
    *TYPES,
    citations.resolve,
    _principal_ties,
    _link_statuses,
    _missing_ends,
    *LINKS,
    counts,
    item_facts,
    last_answers,
    period_facts,
    fingerprints,
    shared_measure_facts,
    ungrouped_items,
    department_facts,
    progress_facts,
    indicator_facts,
    coverage_facts,
    match_facts,
    *LAW,
    prose_facts,
)
"""What makes facts, a CONSTRUCT or a function: each needs nothing but those before it."""
_PRODUCERS: Mapping[str, _Producer] = {
    (f if isinstance(f, str) else f"{f.__module__}.{f.__name__}"): (
        _constructing(f) if isinstance(f, str) else _telling(f)
    )
    for f in _FACTS
}
