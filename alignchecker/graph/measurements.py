"""Indicators, records of progress and departments of a plan -> triples."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Statement, aln
from alignchecker.graph.nodes import LABEL, TYPE, code, position_triples
from alignchecker.model.names import ORG, XSD
from alignchecker.model.plan import (
    DepartmentDraft,
    IndicatorDraft,
    IndicatorValueDraft,
    PlanDraft,
    ProgressDraft,
)

_DECIMAL = NamedNode(XSD + "decimal")


def measurements(
    draft: PlanDraft, edition: NamedNode, item_iri: Callable[[str], NamedNode]
) -> Iterator[Statement]:
    """The triples of a draft's indicators, then of its progress, then of its departments."""
    for indicator in draft.indicators:
        owner = item_iri(indicator.item) if indicator.item else edition
        yield from _indicator(indicator, item_iri(indicator.id), owner, edition)
    for number, record in enumerate(draft.progress, start=1):
        node = NamedNode(f"{edition.value}/progress/{number}")
        yield from _progress(record, node, item_iri(record.item))
    organisation = NamedNode(edition.value.rpartition("/")[0].rpartition("/")[0])
    for department in draft.departments:
        yield from _department(department, organisation)


def _indicator(
    indicator: IndicatorDraft, node: NamedNode, owner: NamedNode, edition: NamedNode
) -> Iterator[Statement]:
    yield owner, aln("hasIndicator"), node
    yield node, TYPE, aln("Indicator")
    yield node, aln("inPlan"), edition
    yield node, LABEL, Literal(indicator.name, language="ja")
    said = {
        "unit": indicator.unit,
        "population": indicator.population,
        "sourceSurvey": indicator.source_survey,
    }
    for name, text in said.items():
        if text:
            yield node, aln(name), Literal(text)
    if indicator.scope:
        yield node, aln("scope"), code("scope", indicator.scope)
    for department in indicator.departments:
        yield node, aln("department"), Literal(department)
    if indicator.repeated:
        yield node, aln("repeated"), Literal(True)
    yield from position_triples(node, indicator.position)
    for number, value in enumerate(indicator.values, start=1):
        place = NamedNode(f"{node.value}/v{number}")
        yield node, aln("indicatorValue"), place
        yield from _value(value, place)


def _value(value: IndicatorValueDraft, node: NamedNode) -> Iterator[Statement]:
    """A value without operator is one that the text prints as a dash: not set, not 0."""
    yield node, TYPE, aln("IndicatorValue")
    yield node, aln("valueKind"), code("value", value.kind)
    yield node, aln("quotedAs"), Literal(value.quoted_as, language="ja")
    if value.fiscal_year is not None:
        yield node, aln("fiscalYear"), Literal(value.fiscal_year)
    if value.operator:
        yield node, aln("operator"), code("operator", value.operator)
    for name, number in (("number", value.number), ("lower", value.lower), ("upper", value.upper)):
        if number is not None:
            yield node, aln(name), _decimal(number)
    if value.unit:
        yield node, aln("unit"), Literal(value.unit)
    if value.scope:
        yield node, aln("scope"), code("scope", value.scope)
    yield from position_triples(node, value.position)


def _decimal(number: Decimal) -> Literal:
    text = f"{number:f}"
    return Literal(text if "." in text else f"{text}.0", datatype=_DECIMAL)


def _progress(record: ProgressDraft, node: NamedNode, measure: NamedNode) -> Iterator[Statement]:
    yield node, TYPE, aln("ProgressRecord")
    yield node, aln("ofMeasure"), measure
    yield node, aln("fiscalYear"), Literal(record.fiscal_year)
    if record.evaluation:
        yield node, aln("evaluation"), Literal(record.evaluation)
    if record.text:
        yield node, aln("text"), Literal(record.text, language="ja")
    yield from position_triples(node, record.position)


def _department(department: DepartmentDraft, organisation: NamedNode) -> Iterator[Statement]:
    key = f"{department.name}\t{department.first}"
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    node = NamedNode(f"{organisation.value}/department/{digest}")
    yield node, TYPE, aln("Department")
    yield node, NamedNode(ORG + "unitOf"), organisation
    yield node, LABEL, Literal(department.name, language="ja")
    if department.first:
        yield node, aln("activeFrom"), Literal(department.first)
    if department.last:
        yield node, aln("activeUntil"), Literal(department.last)
    for successor in department.successors:
        yield node, aln("successorName"), Literal(successor)
    yield from position_triples(node, department.position)
