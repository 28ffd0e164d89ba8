"""Which demands of Acts a plan is under, and how strongly it has to be made at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Statement, Term, aln, integer
from alignchecker.graph.nodes import code

OBLIGATIONS = ("mandatory", "effort", "request", "permissive", "voluntary")
"""Strongest first (ontology: code:obligations)."""


def owed(dataset: Dataset) -> Iterator[Statement]:
    """owes: the demands on the statutory plans that a municipal plan, or an item of it, is.

    One with dates counts for plans that begin between them; it is unknown of plans whose
    beginning is unknown, and then not written.
    """
    rows = dataset.select(
        """SELECT DISTINCT ?plan ?first ?demand ?from ?until WHERE {
           ?plan a aln:PlanEdition ; aln:constitutes|^aln:inPlan/aln:constitutes ?type .
           ?type aln:administrationLevel code:level-municipality .
           ?demand aln:onPlanType ?type
           FILTER NOT EXISTS { ?plan aln:planType/aln:administrationLevel ?level
                               FILTER (?level != code:level-municipality) }
           OPTIONAL { ?plan aln:firstFiscalYear ?first }
           OPTIONAL { ?demand aln:effectiveFrom ?from }
           OPTIONAL { ?demand aln:effectiveUntil ?until } }"""
    )
    for row in rows:
        first = integer(row["first"])
        if _applies(first, row["from"], row["until"]):
            yield row["plan"], aln("owes"), row["demand"]


def _applies(first: int | None, start: Term | None, end: Term | None) -> bool:
    if start is None and end is None:
        return True
    if first is None:
        return False
    day = f"{first:04d}-04-01"
    return (start is None or start.value <= day) and (end is None or day <= end.value)


def own_obligations(dataset: Dataset) -> Iterator[Statement]:
    """ownObligation: the strongest obligation to make any of the statutory plans in a plan.

    Needs aln:owes.
    """
    strongest: dict[NamedNode, int] = {}
    for plan, of_plan in obligations_by_type(dataset).items():
        strongest[plan] = min(OBLIGATIONS.index(obligation) for obligation in of_plan.values())
    for plan, rank in strongest.items():
        yield plan, aln("ownObligation"), code("obligation", OBLIGATIONS[rank])


def obligations_by_type(dataset: Dataset) -> dict[NamedNode, dict[str, str]]:
    """For each plan, the notations of the statutory plans it is, each with its obligation.

    Of several demands on one of them the strongest counts.
    """
    rows = dataset.select(
        """SELECT DISTINCT ?plan ?type ?obligation WHERE {
           ?plan aln:owes ?demand .
           ?demand aln:onPlanType/skos:notation ?type ; aln:obligation/skos:notation ?obligation
           FILTER NOT EXISTS {
             ?demand aln:targetType|aln:requiredContent|aln:requiredProcedure ?other } }"""
    )
    found: dict[NamedNode, dict[str, str]] = defaultdict(dict)
    for row in rows:
        obligation, plan_type = row["obligation"].value, row["type"].value
        known = found[row["plan"]].get(plan_type)
        if obligation in OBLIGATIONS:
            ranked = {o for o in (known, obligation) if o is not None}
            found[row["plan"]][plan_type] = min(ranked, key=OBLIGATIONS.index)
    return {plan: of_plan for plan, of_plan in found.items() if of_plan}
