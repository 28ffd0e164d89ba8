"""Values for the parameters of saved queries, chosen from whatever is in a store.

A query that finds nothing measures nothing. So values are tried until one gives an answer: first
those of the query's own header, then nodes of the kinds that queries are about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from pyoxigraph import NamedNode, QuerySolutions, Store

from alignchecker.model.errors import ConfigError
from alignchecker.model.names import SPARQL_PREFIXES
from alignchecker.queries.answering import asking
from alignchecker.queries.asked import Asked, read
from alignchecker.queries.binding import bound, terms
from alignchecker.queries.header import Kind, Parameter
from alignchecker.queries.library import Saved
from alignchecker.queries.plans import plan_finder

_TRIES = 60
_PAIRS = (
    "SELECT ?a ?b (COUNT(*) AS ?n) { ?m aln:inPlan ?a ; aln:contributesTo/aln:inPlan ?b }"
    " GROUP BY ?a ?b ORDER BY DESC(?n) ?a ?b LIMIT 4",
    "SELECT ?b ?a { ?a dcterms:replaces ?b . ?i aln:inPlan ?b . ?j aln:inPlan ?a } LIMIT 1",
)
_PLANS = (
    "SELECT ?p (COUNT(*) AS ?n) { ?m aln:inPlan ?p ; a aln:Measure ; aln:contributesTo ?up }"
    " GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT 3",
    "SELECT DISTINCT ?p { ?p dcterms:replaces ?q . ?m aln:inPlan ?p } ORDER BY ?p LIMIT 2",
    "SELECT DISTINCT ?p ?t { ?p aln:planType ?t . ?m aln:inPlan ?p ; a aln:Measure }"
    " ORDER BY ?t ?p LIMIT 40",
)
_NODES = (
    "SELECT ?u (COUNT(*) AS ?n) { ?m aln:contributesTo ?u } GROUP BY ?u ORDER BY DESC(?n) ?u"
    " LIMIT 3",
    "SELECT ?m { ?m a aln:Measure ; aln:contributesTo ?u } ORDER BY ?m LIMIT 2",
    "SELECT ?a { ?a a aln:Act } ORDER BY ?a LIMIT 20",
    "SELECT ?l { ?l a aln:Link } ORDER BY ?l LIMIT 2",
)


@dataclass(frozen=True, slots=True)
class Examples:
    """What can be given as a plan, two plans, or an IRI."""

    plans: Sequence[str]
    pairs: Sequence[tuple[str, ...]]
    nodes: Sequence[str]

    @classmethod
    def of(cls, store: Store) -> Examples:
        """What a store has."""
        pairs = [row for query in _PAIRS for row in _rows(store, query, 2)]
        plans = [row[0] for query in _PLANS for row in _rows(store, query, 1)]
        plans = [*(plan for pair in pairs for plan in reversed(pair)), *plans]
        nodes = [row[0] for query in _NODES for row in _rows(store, query, 1)]
        both = [*pairs, *((b, a) for a, b in pairs)]
        return cls(list(dict.fromkeys(plans)), both, nodes)

    def given(self, saved: Saved) -> Iterator[Mapping[str, str]]:
        """Values to be tried, in this order."""
        parameters = saved.header.parameters
        own = {name: p.example for name, p in parameters.items() if p.example is not None}
        yield own
        plans = [name for name, p in parameters.items() if p.kind is Kind.PLAN]
        if len(plans) == 2:
            for pair in self.pairs:
                yield own | dict(zip(plans, pair, strict=True))
        choices = [self._choices(parameter) for parameter in parameters.values()]
        for values in islice(product(*choices), _TRIES):
            yield {k: v for k, v in zip(parameters, values, strict=True) if v is not None}

    def _choices(self, parameter: Parameter) -> Sequence[str | None]:
        match parameter.kind:
            case Kind.PLAN:
                return self.plans
            case Kind.IRI:
                return [parameter.example, *self.nodes]
            case _:
                return [parameter.example]


def chosen(
    saved: Saved, examples: Examples, store: Store, count: Callable[[Asked], int | None]
) -> Asked:
    """The query with the first values that give an answer; with the last ones if none do.

    count: of an answer's rows; None where it takes too long, which is an answer, too.
    """
    find = plan_finder(asking(store))
    asked = read(saved.text, saved.name)
    found = None
    for given in examples.given(saved):
        try:
            found = bound(asked, terms(saved.header, given, find, "ja"))
        except ConfigError:
            continue  # no plan of that title here
        if count(found) != 0:
            return found
    if found is None:
        raise RuntimeError(f"{saved.name}: there is nothing to ask about")
    return found


def _rows(store: Store, query: str, width: int) -> list[tuple[str, ...]]:
    found = store.query(f"{SPARQL_PREFIXES}\n{query}")
    assert isinstance(found, QuerySolutions)
    rows = [tuple(row[n] for n in range(width)) for row in found]
    return [
        tuple(term.value for term in row if isinstance(term, NamedNode))
        for row in rows
        if all(isinstance(term, NamedNode) for term in row)
    ]
