"""The PerformanceIndicators of StratML Part 2, with what was aimed at and what was reached."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from alignchecker.importers.item_ids import is_id
from alignchecker.importers.stratml.elements import (
    choice,
    decimal_of,
    known_text,
    line_of,
    text_of,
    year_of,
)
from alignchecker.lang.stratml import read_lines
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    Operator,
    Position,
    Scope,
    ValueKind,
)
from alignchecker.reading.values import read_values


def read_indicators(
    core: etree._Element, file: str, ids: dict[etree._Element, str]
) -> Iterator[IndicatorDraft]:
    """The indicators, each under the nearest element around it that became an item."""
    taken: set[str] = set()
    for element in core.iter("{*}PerformanceIndicator"):
        item = next((ids[e] for e in element.iterancestors() if e in ids), None)
        lines, _ = read_lines(text_of(element, "OtherInformation") or "")
        identifier, number = lines.get("id", ""), 1
        while not is_id(identifier) or identifier in taken:
            identifier = f"{item}/i{number}" if item else f"i{number}"
            number += 1
        taken.add(identifier)
        yield IndicatorDraft(
            id=identifier,
            name=known_text(element, "MeasurementDimension") or "",
            item=item,
            position=Position(file, line=line_of(element)),
            values=tuple(_values(element, file)),
            unit=known_text(element, "UnitOfMeasurement"),
            scope=choice(Scope, "scope", lines.get("scope")),
            population=lines.get("population"),
            source_survey=lines.get("source_survey"),
            departments=tuple(filter(None, lines.get("departments", "").split("、"))),
            repeated="repeated" in lines,
        )


def _values(indicator: etree._Element, file: str) -> Iterator[IndicatorValueDraft]:
    """Targets and results in document order."""
    for result in indicator.iter("{*}TargetResult", "{*}ActualResult"):
        is_target = etree.QName(result).localname == "TargetResult"
        quoted = known_text(result, "Description", lines=True)
        number = decimal_of(text_of(result, "NumberOfUnits"))
        word = known_text(result, "Descriptor/{*}DescriptorName") or ""
        kind = choice(ValueKind, "value", word) or (
            ValueKind.TARGET if is_target else ValueKind.ACTUAL
        )
        if not is_target and word.casefold() == "baseline":
            kind = ValueKind.BASELINE
        said = known_text(result, "Descriptor/{*}DescriptorValue")
        operator = choice(Operator, "operator", said)
        printed = next(iter(read_values(quoted or "")), None)
        if operator is None and number is not None:
            operator = Operator.EQ
        elif operator is None and printed is not None:
            operator, number = printed.operator, printed.number
        days = (year_of(text_of(result, name)) for name in ("EndDate", "StartDate"))
        is_range = operator is Operator.RANGE and printed is not None
        yield IndicatorValueDraft(
            kind=kind,
            quoted_as=quoted or said or text_of(result, "NumberOfUnits") or "",
            position=Position(file, line=line_of(result)),
            fiscal_year=next(filter(None, days), None),
            operator=operator,
            number=number,
            lower=printed.lower if is_range and printed else None,
            upper=printed.upper if is_range and printed else None,
        )
