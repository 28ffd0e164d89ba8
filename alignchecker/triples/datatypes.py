"""Which literals are none of their datatype (XML Schema 1.1 Part 2, chapter 3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from pyoxigraph import Literal

from alignchecker.model.names import XSD

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(rf"{_DECIMAL.pattern}(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_BOOLEAN = re.compile(r"true|false|1|0")
_ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_DAY = r"(?P<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_HOUR = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_DATE = re.compile(_DAY + _ZONE)
_DATE_TIME = re.compile(f"{_DAY}T{_HOUR}{_ZONE}")
_TIME = re.compile(_HOUR + _ZONE)
_LEAP = 2000

BOUNDS: Mapping[str, tuple[int | None, int | None]] = {
    XSD + "integer": (None, None),
    XSD + "nonNegativeInteger": (0, None),
    XSD + "positiveInteger": (1, None),
    XSD + "nonPositiveInteger": (None, 0),
    XSD + "negativeInteger": (None, -1),
    XSD + "long": (-(2**63), 2**63 - 1),
    XSD + "int": (-(2**31), 2**31 - 1),
    XSD + "short": (-(2**15), 2**15 - 1),
    XSD + "byte": (-(2**7), 2**7 - 1),
    XSD + "unsignedLong": (0, 2**64 - 1),
    XSD + "unsignedInt": (0, 2**32 - 1),
    XSD + "unsignedShort": (0, 2**16 - 1),
    XSD + "unsignedByte": (0, 2**8 - 1),
}
"""Datatypes of whole numbers with their least and greatest value."""
_MOST_DIGITS = 40


def is_well_formed(literal: Literal) -> bool:
    """Whether a literal writes a value of its datatype; true for datatypes not known here.

    >>> from pyoxigraph import NamedNode
    >>> is_well_formed(Literal("300", datatype=NamedNode(XSD + "byte")))
    False
    """
    datatype = literal.datatype.value
    if datatype in BOUNDS:
        return _is_whole(literal.value, *BOUNDS[datatype])
    test = _TESTS.get(datatype)
    return test is None or test(literal.value)


def _is_whole(text: str, least: int | None, most: int | None) -> bool:
    if not _INTEGER.fullmatch(text):
        return False
    if least is most is None or len(text) > _MOST_DIGITS:
        return least is most is None
    number = int(text)
    return (least is None or least <= number) and (most is None or number <= most)


def _is_day(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    def test(text: str) -> bool:
        match = pattern.fullmatch(text)
        if match is None:
            return False
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        try:
            # The calendar repeats every 400 years, also before the year 1.
            date(_LEAP + year % 400, month, day)
        except ValueError:
            return False
        return True

    return test


def _is(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.fullmatch(text) is not None


_TESTS: Mapping[str, Callable[[str], bool]] = {
    XSD + "decimal": _is(_DECIMAL),
    XSD + "double": _is(_DOUBLE),
    XSD + "float": _is(_DOUBLE),
    XSD + "boolean": _is(_BOOLEAN),
    XSD + "date": _is_day(_DATE),
    XSD + "dateTime": _is_day(_DATE_TIME),
    XSD + "time": _is(_TIME),
}
