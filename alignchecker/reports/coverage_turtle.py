"""Figures of coverage in Turtle: measurements of the W3C Data Quality Vocabulary.

What is unknown is never a zero. On a side where anything is unknown no count of 0 is written, since
what is unknown may be just that, and no share; a count above 0 is what is known. A plan without
rows on a side has no figures for it.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from alignchecker.model.coverage import Correspondence, Coverage, Row, Standing, figures
from alignchecker.model.indicators import Measured, PlanIndicators
from alignchecker.model.names import ALN, CODE, DCTERMS, DQV, RDF, RDFS, XSD
from alignchecker.reports.turtle import Statement, turtle

_TYPE = NamedNode(RDF + "type")
_DATE = NamedNode(DCTERMS + "date")
_LABEL = NamedNode(RDFS + "label")
_INTEGER, _DECIMAL = NamedNode(XSD + "integer"), NamedNode(XSD + "decimal")
_PLACES = Decimal("0.0001")

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class _Conditions:
    """Under which figures were counted. without: a plan that is supposed not to be there."""

    as_of: datetime.date | None
    without: str | None


@dataclass(frozen=True, slots=True)
class _Measured:
    """A plan, and the one that it is held against, if any. label: both as people know them."""

    plan: str
    higher: str | None
    label: str


def render(coverage: Coverage, as_of: datetime.date | None, without: str | None) -> str:
    """A measurement for each figure that is known, of both sides and of the indicators.

    as_of: the date that waivers were held against. without: IRI of a plan that was thought away.
    """
    return turtle(_statements(coverage, _Conditions(as_of, without)), {"dqv": DQV})


def _statements(coverage: Coverage, conditions: _Conditions) -> Iterator[Statement]:
    # Nothing is said of the plans themselves: a file that describes a plan is read as its source.
    for table in coverage.relations:
        measured = _Measured(table.plan, table.higher, f"{table.title} → {table.higher_title}")
        for metric, value in _of_table(table):
            yield from _measurement(measured, metric, value, conditions)
    for plan in coverage.indicators.plans:
        for metric, value in _of_indicators(plan):
            yield from _measurement(
                _Measured(plan.iri, None, plan.title), metric, value, conditions
            )


def _of_table(table: Correspondence) -> Iterator[tuple[str, Literal]]:
    """Metric and value of each figure of a table."""
    yield from _of_side("items", table.items, deep=True)
    yield from _of_side("items", table.items, deep=False)
    # Measures are what links begin at: theirs are all direct.
    yield from _of_side("measures", table.measures, deep=True)


def _of_side(side: str, rows: Iterable[Row], *, deep: bool) -> Iterator[tuple[str, Literal]]:
    counts = figures(rows, deep=deep)
    suffix = "" if deep else "-direct"
    for name, value in _known(counts, Standing.ACCEPTED, Standing.WAIVED, Standing.UNKNOWN):
        yield f"{side}-{name}{suffix}", value


def _of_indicators(plan: PlanIndicators) -> Iterator[tuple[str, Literal]]:
    counts = plan.figures()
    for name, value in _known(counts, Measured.PRESENT, Measured.WAIVED, Measured.UNKNOWN):
        yield f"indicators-{name}", value


def _known(
    counts: Mapping[Kind, int], met: Kind, waived: Kind, unknown: Kind
) -> Iterator[tuple[str, Literal]]:
    """Of the counts of one side those that are known, and the share of what is met."""
    total = sum(counts.values())
    if not total:
        return
    for standing, count in counts.items():
        if count or not counts[unknown]:
            yield standing.value, Literal(str(count), datatype=_INTEGER)
    if not counts[unknown] and total > counts[waived]:
        share = (Decimal(counts[met]) / (total - counts[waived])).quantize(_PLACES)
        yield "share", Literal(str(share), datatype=_DECIMAL)


def _measurement(
    of: _Measured, metric: str, value: Literal, conditions: _Conditions
) -> Iterator[Statement]:
    day = conditions.as_of.isoformat() if conditions.as_of else ""
    named = "\n".join((of.plan, of.higher or "", metric, day, conditions.without or ""))
    # The same name in every run that measures the same thing.
    digest = hashlib.sha256(named.encode()).hexdigest()[:16]
    node = NamedNode(f"urn:x-alignchecker:measurement:{digest}")
    yield node, _TYPE, NamedNode(DQV + "QualityMeasurement")
    yield node, _LABEL, Literal(of.label)
    yield node, NamedNode(DQV + "computedOn"), NamedNode(of.plan)
    if of.higher is not None:
        yield node, NamedNode(ALN + "measuredAgainst"), NamedNode(of.higher)
    yield node, NamedNode(DQV + "isMeasurementOf"), NamedNode(f"{CODE}metric-{metric}")
    yield node, NamedNode(DQV + "value"), value
    if day:
        yield node, _DATE, Literal(day, datatype=NamedNode(XSD + "date"))
    if conditions.without is not None:
        yield node, NamedNode(ALN + "supposedWithout"), NamedNode(conditions.without)
