"""Plans by title, wherever queries are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, QuerySolutions

from alignchecker.graph.plan_names import PlanNames
from alignchecker.model.names import SPARQL_PREFIXES
from alignchecker.queries.answering import Ask
from alignchecker.queries.asked import read

_NAMED = f"""{SPARQL_PREFIXES}
SELECT ?plan ?name ?mention WHERE {{
  ?plan a aln:PlanEdition .
  OPTIONAL {{ ?plan dcterms:title|skos:altLabel ?name }}
  OPTIONAL {{ ?plan aln:mentionedIn ?mention }}
}}"""


def plan_finder(ask: Ask) -> Callable[[str], NamedNode]:
    """Gives the plan of an IRI or a title; the titles are asked for when the first is looked for.

    What it gives raises ConfigError where there is no such plan, or more than one.
    """

    @cache
    def names() -> PlanNames:
        rows = list(_rows(ask))
        return PlanNames(
            [(plan, name) for plan, name, _ in rows], {plan for plan, _, only in rows if only}
        )

    return lambda name: names().the(name)


def _rows(ask: Ask) -> Iterator[tuple[NamedNode, str | None, bool]]:
    found = ask(read(_NAMED, "plans"))
    assert isinstance(found, QuerySolutions)
    for row in found:
        plan, name, mention = row["plan"], row["name"], row["mention"]
        if isinstance(plan, NamedNode):
            yield plan, name.value if isinstance(name, Literal) else None, mention is not None
