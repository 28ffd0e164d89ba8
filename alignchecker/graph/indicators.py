"""Indicators and their values, read set-wise, and what follows from each by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.codes import notation
from alignchecker.graph.dataset import Dataset, Node, Row, Statement, Term, aln, integer
from alignchecker.graph.indicator_names import direction_word, is_share, needs_unit, survey_key
from alignchecker.graph.indicator_values import (
    Comparable,
    Value,
    comparable,
    final_target,
    printed,
    starting_value,
    unit_of,
)
from alignchecker.model.names import CODE, XSD
from alignchecker.model.normalize import label_key
from alignchecker.triples.index import Numbered

_DECIMAL = NamedNode(XSD + "decimal")
_TRUE = Literal(True)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator as the graph has it, the first of several values of a property.

    plan: where it is listed. owners: the items it hangs on, none where it hangs on the plan.
    """

    node: Node
    plan: Node
    name: str
    owners: tuple[Node, ...]
    values: tuple[Value, ...]
    direction: str | None
    repeated: bool

    def one(self, name: str) -> str | None:
        """What all values say of unit, population, survey or scope; None where they differ."""
        said = {v for value in self.values if (v := getattr(value, name)) is not None}
        return said.pop() if len(said) == 1 else None


def read_indicators(dataset: Dataset) -> Mapping[Node, Indicator]:
    """Every indicator that belongs to a plan and has a name, sorted by IRI."""
    owners: dict[Node, set[Node]] = defaultdict(set)
    plans: dict[Node, set[Node]] = defaultdict(set)
    for row in dataset.select(
        """SELECT ?i ?owner ?plan WHERE {
           { ?owner aln:hasIndicator ?i . ?owner aln:inPlan ?plan }
           UNION { ?plan aln:hasIndicator ?i . ?plan a aln:PlanEdition }
           UNION { ?i aln:inPlan ?plan . ?i a aln:Indicator }
           FILTER (!isLiteral(?plan)) }"""
    ):
        plans[row["i"]].add(row["plan"])
        if row["owner"] is not None:
            owners[row["i"]].add(row["owner"])
    about = _about(dataset)
    values = _values(dataset, about)
    return {
        node: Indicator(
            node=node,
            plan=min(plans[node], key=str),
            name=said["name"].value,
            owners=tuple(sorted(owners[node], key=str)),
            values=tuple(values[node]),
            direction=notation(said.get("direction"), "direction"),
            repeated="repeated" in said and said["repeated"].value in {"true", "1"},
        )
        for node, said in sorted(about.items(), key=lambda pair: str(pair[0]))
        if plans[node]
    }


def _about(dataset: Dataset) -> Mapping[Node, Mapping[str, Term]]:
    """What is said of each indicator that has a name: of several values the first."""
    rows = dataset.select(
        """SELECT ?i ?name ?unit ?scope ?population ?survey ?direction ?repeated WHERE {
           ?i a aln:Indicator ; skos:prefLabel ?name FILTER (LANG(?name) IN ("ja", ""))
           OPTIONAL { ?i aln:unit ?unit } OPTIONAL { ?i aln:scope ?scope }
           OPTIONAL { ?i aln:population ?population } OPTIONAL { ?i aln:sourceSurvey ?survey }
           OPTIONAL { ?i aln:direction ?direction } OPTIONAL { ?i aln:repeated ?repeated } }"""
    )
    found: dict[Node, dict[str, Term]] = {}
    for row in _sorted(rows, _ABOUT):
        found.setdefault(row["i"], {name: term for name in _ABOUT if (term := row[name])})
    return found


_ABOUT = ("name", "unit", "scope", "population", "survey", "direction", "repeated")
_SAID = ("kind", "year", "operator", "number", "lower", "upper", "unit", "scope", "population",
         "survey", "quoted")  # fmt: skip


def _sorted(rows: Iterable[Row], names: Sequence[str]) -> list[Row]:
    """Rows in an order that does not depend on the store."""
    return sorted(rows, key=lambda row: [str(row[name]) for name in names])


def _values(
    dataset: Dataset, about: Mapping[Node, Mapping[str, Term]]
) -> Mapping[Node, list[Value]]:
    """The values of each indicator, sorted by IRI; those of no kind left out."""
    found: dict[Node, dict[Node, Value]] = defaultdict(dict)
    for row in dataset.answer(_said_of_values):
        said = about.get(row["i"])
        if said is None or row["v"] in found[row["i"]]:
            continue
        texts = {name: (row[name] or said.get(name)) for name in ("unit", "population", "survey")}
        found[row["i"]][row["v"]] = Value(
            node=row["v"],
            kind=notation(row["kind"], "value") or "",
            year=integer(row["year"]),
            operator=notation(row["operator"], "operator"),
            number=_decimal(row["number"]),
            lower=_decimal(row["lower"]),
            upper=_decimal(row["upper"]),
            scope=notation(row["scope"], "scope") or _scope(said),
            quoted=row["quoted"].value if row["quoted"] else None,
            **{name: term.value if term else None for name, term in texts.items()},
        )
    return defaultdict(list, {node: list(own.values()) for node, own in found.items()})


def _said_of_values(dataset: Dataset) -> list[Row]:
    """What is said of the values of indicators, sorted."""
    rows = dataset.select(
        """SELECT ?i ?v ?kind ?year ?operator ?number ?lower ?upper ?unit ?scope ?population
             ?survey ?quoted WHERE {
           ?i aln:indicatorValue ?v . ?v aln:valueKind ?kind
           OPTIONAL { ?v aln:fiscalYear ?year } OPTIONAL { ?v aln:operator ?operator }
           OPTIONAL { ?v aln:number ?number } OPTIONAL { ?v aln:lower ?lower }
           OPTIONAL { ?v aln:upper ?upper } OPTIONAL { ?v aln:unit ?unit }
           OPTIONAL { ?v aln:scope ?scope } OPTIONAL { ?v aln:population ?population }
           OPTIONAL { ?v aln:sourceSurvey ?survey } OPTIONAL { ?v aln:quotedAs ?quoted } }"""
    )
    return _sorted(rows, _SAID)


def _scope(said: Mapping[str, Term]) -> str | None:
    """The scope of an indicator; 延べ alone counts persons as often as they come, not years."""
    scope = notation(said.get("scope"), "scope")
    name = said["name"].value
    summed = "累" in name or "合計" in name or "延べ" not in name
    return scope if summed else None


def _decimal(term: Term | None) -> Decimal | None:
    return Decimal(term.value) if isinstance(term, Literal) else None


def indicators_of_plans(dataset: Dataset) -> Mapping[Node, tuple[Indicator, ...]]:
    """Plan -> its indicators."""
    found: dict[Node, list[Indicator]] = defaultdict(list)
    for indicator in dataset.answer(read_indicators).values():
        found[indicator.plan].append(indicator)
    return {plan: tuple(own) for plan, own in found.items()}


def indicator_facts(dataset: Dataset) -> Iterator[Sequence[Numbered]]:
    """What follows from each indicator by itself; the ontology says what each fact means."""
    for plan, own in dataset.answer(indicators_of_plans).items():
        yield dataset.once(_facts_of_plan, plan, own)


def _facts_of_plan(_: Node, indicators: Sequence[Indicator]) -> Iterator[Statement]:
    for indicator in indicators:
        node = indicator.node
        yield from _direction(indicator)
        start, target = starting_value(indicator.values), final_target(indicator.values)
        for name, value in (("startingValue", start), ("finalTarget", target)):
            if value is not None:
                yield node, aln(name), value.node
        baseline = comparable(start) if start else None
        for value in indicator.values:
            yield from _value_facts(value, baseline)
        yield from _breaks(indicator.values)
        numbers = [value for value in indicator.values if value.number is not None]
        if numbers and needs_unit(indicator.name) and not any(unit_of(v.unit) for v in numbers):
            yield node, aln("unitMissing"), _TRUE
        if is_share(indicator.name):
            yield node, aln("isShare"), _TRUE


def _direction(indicator: Indicator) -> Iterator[Statement]:
    """The direction that is stated, else the one that the name tells, with its words."""
    read = None if indicator.direction else direction_word(indicator.name)
    way = indicator.direction or (read[0] if read else None)
    if way is not None:
        yield indicator.node, aln("wantedDirection"), NamedNode(f"{CODE}direction-{way}")
    if read is not None:
        yield indicator.node, aln("directionWords"), Literal(read[1])


def _value_facts(value: Value, baseline: Comparable | None) -> Iterator[Statement]:
    yield value.node, aln("printedValue"), Literal(printed(value))
    if value.scope is not None:
        yield value.node, aln("valueScope"), NamedNode(f"{CODE}scope-{value.scope}")
    if not value.is_set:
        yield value.node, aln("notSet"), _TRUE
    bounds = comparable(value, baseline)
    if bounds is not None:
        yield value.node, aln("comparableAs"), Literal(bounds.measure)
        yield value.node, aln("comparableLower"), _decimal_literal(bounds.lower)
        yield value.node, aln("comparableUpper"), _decimal_literal(bounds.upper)


def _breaks(values: Sequence[Value]) -> Iterator[Statement]:
    """Values of successive years of which both say whom they are of, or of which survey."""
    dated = sorted((v for v in values if v.is_set and v.year is not None), key=_by_year)
    for one, following in pairwise(dated):
        populations = {label_key(p) for v in (one, following) if (p := v.population)}
        surveys = {survey_key(s) for v in (one, following) if (s := v.survey)}
        if len(populations) > 1 or len(surveys) > 1:
            yield one.node, aln("seriesBrokenBy"), following.node


def _by_year(value: Value) -> tuple[int, str]:
    return value.year or 0, str(value.node)


def _decimal_literal(number: Decimal) -> Literal:
    digits = f"{number:f}"
    return Literal(digits if "." in digits else f"{digits}.0", datatype=_DECIMAL)
