"""Reads measures and indicators of each plan, and the same indicator across plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pyoxigraph import NamedNode

from alignchecker.engine.scope import in_scope
from alignchecker.graph.dataset import Dataset, Node, Row, aln, integer
from alignchecker.graph.describe import Describer
from alignchecker.model.indicators import (
    Comparison,
    IndicatorCoverage,
    ListedIndicator,
    MeasuredItem,
    MeasuredValue,
    PlanIndicators,
    ValueState,
)
from alignchecker.model.names import CODE

_PARTIAL = {NamedNode(f"{CODE}form-{form}") for form in ("summary", "extract")}


def indicator_coverage(dataset: Dataset, describe: Describer) -> IndicatorCoverage:
    """The tables of all plans of the inputs that have measures or indicators, sorted by IRI."""
    listed = _listed(dataset, describe)
    by_plan: dict[str, list[ListedIndicator]] = defaultdict(list)
    for indicator in listed.values():
        by_plan[indicator.plan].append(indicator)
    items = _items(dataset, describe)
    plans = tuple(
        PlanIndicators(
            iri=iri,
            title=describe.label(NamedNode(iri)),
            level=dataset.text(NamedNode(iri), aln("indicatorLevel")),
            items=tuple(items.get(iri, ())),
            indicators=tuple(by_plan.get(iri, ())),
            partial=dataset.value(NamedNode(iri), aln("form")) in _PARTIAL,
        )
        for iri in sorted({*by_plan, *items})
        if in_scope(dataset, NamedNode(iri))
    )
    return IndicatorCoverage(plans, tuple(_comparisons(dataset, listed)))


def _items(dataset: Dataset, describe: Describer) -> Mapping[str, list[MeasuredItem]]:
    """The items on the level of the indicators, by plan, in the order of the plan."""
    measured: dict[Node, list[str]] = defaultdict(list)
    for row in dataset.select(
        "SELECT ?item ?i WHERE { ?item aln:measuredBy ?i } ORDER BY ?item ?i"
    ):
        measured[row["item"]].append(row["i"].value)
    waived = {
        row["item"]: row["reason"].value
        for row in dataset.select(
            """SELECT ?item ?reason WHERE { ?w a aln:Waiver ; aln:subject ?item ;
               aln:waiverKind code:waiver-no-indicator ; aln:reason ?reason ; aln:person ?person ;
               aln:date ?date FILTER (STR(?reason) != "") } ORDER BY DESC(?reason)"""
        )
    }
    found: dict[str, list[MeasuredItem]] = defaultdict(list)
    for row in dataset.select(
        """SELECT ?item ?plan ?level ?number WHERE { ?item aln:onIndicatorLevelOf ?plan
           OPTIONAL { ?item aln:levelName ?level } OPTIONAL { ?item aln:printedNumber ?number }
           OPTIONAL { ?item aln:order ?order } } ORDER BY ?plan ?order ?item"""
    ):
        item = row["item"]
        found[row["plan"].value].append(
            MeasuredItem(
                iri=item.value,
                label=describe.label(item),
                level=row["level"].value if row["level"] else "",
                number=row["number"].value if row["number"] else None,
                indicators=tuple(measured[item]),
                waived=waived.get(item),
            )
        )
    return found


def _listed(dataset: Dataset, describe: Describer) -> Mapping[str, ListedIndicator]:
    values: dict[Node, list[tuple[str, MeasuredValue]]] = defaultdict(list)
    for row in dataset.select(
        """SELECT ?i ?kind ?printed ?year ?dash ?as ?lower ?upper WHERE {
           ?i aln:indicatorValue ?v .
           ?v aln:valueKind ?kind ; aln:printedValue ?printed
           OPTIONAL { ?v aln:fiscalYear ?year } OPTIONAL { ?v aln:notSet ?dash }
           OPTIONAL { ?v aln:comparableAs ?as ; aln:comparableLower ?lower ;
                         aln:comparableUpper ?upper } }
           ORDER BY ?year ?printed"""
    ):
        state = ValueState.NOT_SET if row["dash"] is not None else ValueState.SET
        value = MeasuredValue(row["printed"].value, integer(row["year"]), state, _amount(row))
        values[row["i"]].append((row["kind"].value.rpartition("#value-")[2], value))
    owners: dict[Node, list[tuple[str, str]]] = defaultdict(list)
    for row in dataset.select(
        "SELECT ?item ?i WHERE { ?item a aln:Item ; aln:hasIndicator ?i } ORDER BY ?item"
    ):
        owners[row["i"]].append((row["item"].value, describe.label(row["item"])))
    found = {}
    for row in dataset.select(
        "SELECT DISTINCT ?i WHERE { ?i a aln:Indicator ; skos:prefLabel ?name } ORDER BY ?i"
    ):
        node = row["i"]
        plan = describe.plan_of(node)
        if plan is None:
            continue
        own = values[node]
        found[node.value] = ListedIndicator(
            iri=node.value,
            name=describe.label(node),
            plan=plan.value,
            plan_title=describe.label(plan),
            repeated=dataset.text(node, aln("repeated")) in {"true", "1"},
            items=tuple(owners[node]),
            baselines=_or_unknown([v for kind, v in own if kind != "target"]),
            targets=_or_unknown([v for kind, v in own if kind == "target"]),
        )
    return found


def _amount(row: Row) -> tuple[str, Decimal, Decimal] | None:
    if row["as"] is None:
        return None
    return row["as"].value, Decimal(row["lower"].value), Decimal(row["upper"].value)


def _or_unknown(values: list[MeasuredValue]) -> tuple[MeasuredValue, ...]:
    return tuple(values) or (MeasuredValue("", None, ValueState.UNKNOWN),)


def _comparisons(dataset: Dataset, listed: Mapping[str, ListedIndicator]) -> Iterator[Comparison]:
    """Pairs of which the first is of an input, the reviewed ones and the proposals."""
    rows = dataset.select(
        """SELECT ?one ?other ?proposed WHERE { ?one aln:matchedIndicator ?other
           OPTIONAL { ?one aln:proposedMatch ?proposed FILTER (?proposed = ?other) } }
           ORDER BY ?one ?other"""
    )
    for row in rows:
        one, other = listed.get(row["one"].value), listed.get(row["other"].value)
        if one is not None and other is not None and in_scope(dataset, row["one"]):
            yield Comparison(one, other, reviewed=row["proposed"] is None)
