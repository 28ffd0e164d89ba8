"""Indicators, progress and departments of a plan's nodes: the inverse of measurements.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Node, aln
from alignchecker.graph.nodes import LABEL, TYPE
from alignchecker.graph.statements import Statements
from alignchecker.model.names import ORG
from alignchecker.model.plan import (
    DepartmentDraft,
    IndicatorDraft,
    IndicatorValueDraft,
    Operator,
    Position,
    ProgressDraft,
    Scope,
    ValueKind,
)

_UNIT_OF = NamedNode(ORG + "unitOf")


class Nodes(Protocol):
    """What plan_nodes.py knows of a plan.

    ids: item -> its id, once the items were read. departments: their nodes, once they were.
    """

    index: Statements
    edition: NamedNode
    organisation: Node
    departments: list[Node]
    file: str
    ids: dict[Node, str]
    paths: dict[str, Node]

    def path_of(self, node: Node) -> str: ...

    def place_of(self, node: Node) -> Position: ...

    def numbered(self, nodes: Iterable[Node], path: str) -> Iterator[Node]: ...


def read_indicators(plan: Nodes) -> Iterator[IndicatorDraft]:
    """The indicators of the plan and its items, in the order written."""
    index = plan.index
    owners: dict[Node, str | None] = {plan.edition: None, **plan.ids}
    owner_of = {i: item for o, item in owners.items() for i in index.nodes(o, aln("hasIndicator"))}
    inside = dict.fromkeys(index.subjects(aln("inPlan"), plan.edition))
    for node in [*(n for n in inside if n in owner_of), *(n for n in owner_of if n not in inside)]:
        path = plan.path_of(node)
        yield IndicatorDraft(
            id=path,
            name=index.text(node, LABEL) or "",
            item=owner_of[node],
            position=plan.place_of(node),
            values=tuple(_values(plan, node, path)),
            unit=index.text(node, aln("unit")),
            scope=index.choice(node, "scope", "scope", Scope),
            population=index.text(node, aln("population")),
            source_survey=index.text(node, aln("sourceSurvey")),
            departments=tuple(index.texts(node, aln("department"))),
            repeated=index.is_true(node, aln("repeated")),
        )


def _values(plan: Nodes, indicator: Node, path: str) -> Iterator[IndicatorValueDraft]:
    """The values of an indicator; one that is of no kind is no value."""
    index = plan.index
    number = 0
    for node in dict.fromkeys(index.nodes(indicator, aln("indicatorValue"))):
        kind = index.choice(node, "valueKind", "value", ValueKind)
        if kind is None:
            continue
        number += 1
        plan.paths[f"{path}/v{number}"] = node
        yield IndicatorValueDraft(
            kind=kind,
            quoted_as=index.text(node, aln("quotedAs")) or "",
            position=plan.place_of(node),
            fiscal_year=index.number(node, aln("fiscalYear")),
            operator=index.choice(node, "operator", "operator", Operator),
            number=index.decimal(node, aln("number")),
            lower=index.decimal(node, aln("lower")),
            upper=index.decimal(node, aln("upper")),
            unit=index.text(node, aln("unit")),
            scope=index.choice(node, "scope", "scope", Scope),
        )


def read_progress(plan: Nodes) -> Iterator[ProgressDraft]:
    """The records of progress of the plan's items; one without a year is none."""
    index = plan.index
    item_of = {
        record: item
        for node, item in plan.ids.items()
        for record in index.subjects(aln("ofMeasure"), node)
        if index.number(record, aln("fiscalYear")) is not None
    }
    for node in plan.numbered(item_of, "progress"):
        yield ProgressDraft(
            item=item_of[node],
            fiscal_year=index.number(node, aln("fiscalYear")) or 0,
            evaluation=index.text(node, aln("evaluation")),
            text=index.text(node, aln("text")),
            position=plan.place_of(node),
        )


def read_departments(plan: Nodes) -> Iterator[DepartmentDraft]:
    """The departments of the publisher that the plan's own document lists."""
    index = plan.index
    for node in dict.fromkeys(index.subjects(_UNIT_OF, plan.organisation)):
        place = index.position(node)
        if aln("Department") not in index.terms(node, TYPE) or not place:
            continue
        if place.file == plan.file:
            plan.departments.append(node)
            yield DepartmentDraft(
                name=index.text(node, LABEL) or "",
                first=index.text(node, aln("activeFrom")),
                last=index.text(node, aln("activeUntil")),
                successors=tuple(index.texts(node, aln("successorName"))),
                position=place,
            )
