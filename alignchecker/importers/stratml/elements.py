"""What stands in the elements of a StratML file; None for what is blank or stands for unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from lxml import etree

from alignchecker.lang.stratml import UNKNOWN
from alignchecker.model.calendar import fiscal_year_of
from alignchecker.reading.concepts import notation_of

_Enum = TypeVar("_Enum", bound=StrEnum)
_DIGITS = 15
"""On either side of the point: what graph/values.py takes when the plan is read again."""


def line_of(element: etree._Element) -> int | None:
    """The line on which an element begins."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def all_text(element: etree._Element) -> str:
    """The text in an element."""
    return "".join(str(text) for text in element.itertext()).strip()


def text_of(parent: etree._Element, path: str) -> str | None:
    """The text at a path, None where there is no such element or it is blank."""
    element = parent.find("{*}" + path)
    return (all_text(element) or None) if element is not None else None


def known_text(parent: etree._Element, path: str, *, lines: bool = False) -> str | None:
    """The text at a path, None where it stands for what is not known; on one line by default."""
    text = text_of(parent, path)
    if text is None or text.casefold() in UNKNOWN:
        return None
    return text if lines else " ".join(text.split())


def year_of(text: str | None) -> int | None:
    """The fiscal year that an ISO date falls in."""
    try:
        return fiscal_year_of(date.fromisoformat((text or "")[:10]))
    except ValueError:
        return None


def decimal_of(text: str | None) -> Decimal | None:
    """The number that a text writes, None for what is none or has more digits than a plan holds.

    >>> decimal_of("12.5"), decimal_of("1E3"), decimal_of("1E15"), decimal_of("many")
    (Decimal('12.5'), Decimal('1E+3'), None, None)
    """
    try:
        number = Decimal(text or "")
    except InvalidOperation:
        return None
    exponent = number.as_tuple().exponent
    fits = isinstance(exponent, int) and number.adjusted() < _DIGITS and exponent >= -_DIGITS
    return number if fits else None


def notation(scheme: str, label: str | None) -> str | None:
    """The notation that a label of our own stands for."""
    return notation_of(scheme, label) if label else None


def choice(choices: type[_Enum], scheme: str, label: str | None) -> _Enum | None:
    """The same as a member of an enum."""
    found = notation(scheme, label)
    return choices(found) if found in set(choices) else None
