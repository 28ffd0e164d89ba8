"""Terms as values that functions compute with, and the comparisons of SPARQL.

A value is a string (plain literals), a bool, int, Decimal or float; IRIs, strings with a language
and literals of other datatypes stand for themselves; None is an error, or a variable without value.
SPARQL 1.1 Query Language, sections 17.2 to 17.4.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import Decimal, DecimalException

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.model.names import XSD
from alignchecker.sparql.errors import Unsupported
from alignchecker.triples.datatypes import is_well_formed
from alignchecker.triples.terms import Term

Number = int | Decimal | float
Value = str | bool | Number | Term | None

_NODES = (NamedNode, BlankNode)
_DECIMAL = NamedNode(XSD + "decimal")
_INTEGERS = (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort",
    "unsignedByte",
)  # fmt: skip
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def _float(text: str) -> float:
    return float(text.replace("INF", "inf"))


_READERS: Mapping[str, Callable[[str], Value]] = {
    XSD + "string": str,
    XSD + "boolean": _BOOLEANS.__getitem__,
    XSD + "decimal": Decimal,
    **dict.fromkeys((XSD + "double", XSD + "float"), _float),
    **dict.fromkeys((XSD + name for name in _INTEGERS), int),
}
_IN_TIME = {XSD + name for name in ("date", "dateTime", "time", "gYear", "gYearMonth", "duration",
                                    "dayTimeDuration", "yearMonthDuration")}  # fmt: skip


def value_of(term: Term) -> Value:
    """The value that a term stands for; a literal that is none of its datatype is itself."""
    if not isinstance(term, Literal) or term.language is not None:
        return term
    read = _READERS.get(term.datatype.value)
    # Python reads more than XML Schema writes: "NaN" as a decimal, full-width digits, 1_000.
    if read is None or not is_well_formed(term):
        return term
    try:
        return read(term.value)
    except (ValueError, DecimalException):
        return term  # more digits than Python takes


def term_of(value: Value) -> Term | None:
    """The term that stands for a value; None for an error."""
    match value:
        case None:
            return None
        case str() | bool() | int():
            return Literal(value)
        case Decimal():
            return Literal(_plain(value), datatype=_DECIMAL)
        case float():
            return Literal(value)
    return value


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_number(value: Value) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, (int, Decimal, float)) and not isinstance(value, bool)


def paired(one: Number, other: Number) -> tuple[Number, Number]:
    """Two numbers as numbers of one kind: a double where one is a double, else exact."""
    if isinstance(one, float) or isinstance(other, float):
        return float(one), float(other)
    return one, other


def equals(one: Value, other: Value) -> bool | None:
    """``=``; None where the two cannot be compared."""
    if one is None or other is None:
        return None
    if is_number(one) and is_number(other):
        a, b = paired(one, other)  # type: ignore[arg-type]
        return a == b
    if type(one) is type(other) and one == other:
        return True
    if isinstance(one, _NODES) or isinstance(other, _NODES):
        return False
    return _of_time(one, other) if _is_opaque(one) or _is_opaque(other) else False


def _is_opaque(value: Value) -> bool:
    """Whether a literal's value is not known here: of an unknown datatype, or ill-formed."""
    return isinstance(value, Literal) and value.language is None


def _of_time(one: Value, other: Value) -> bool | None:
    """Dates are equal as values; an unknown datatype cannot be told apart from anything."""
    for value in (one, other):
        if isinstance(value, Literal) and value.datatype.value in _IN_TIME:
            if (
                isinstance(one, Literal)
                and isinstance(other, Literal)
                and _is_plain_date(one, other)
            ):
                return False
            raise Unsupported("a comparison of times")
    return None


def _is_plain_date(one: Literal, other: Literal) -> bool:
    dates = (one, other)
    return all(d.datatype.value == XSD + "date" and len(d.value) == 10 for d in dates)


def is_less(one: Value, other: Value) -> bool | None:
    """``<``; None where the two have no order."""
    if is_number(one) and is_number(other):
        a, b = paired(one, other)  # type: ignore[arg-type]
        return a < b
    if isinstance(one, bool) and isinstance(other, bool):
        return one < other
    if isinstance(one, str) and isinstance(other, str):
        return one < other
    if isinstance(one, Literal) and isinstance(other, Literal):
        if _is_plain_date(one, other):
            return one.value < other.value
        if {one.datatype.value, other.datatype.value} & _IN_TIME:
            raise Unsupported("a comparison of times")
    return None


def truth(value: Value) -> bool | None:
    """The effective boolean value (17.2.2); None for an error."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return bool(value)
    if is_number(value):
        return bool(value) and not (isinstance(value, float) and math.isnan(value))
    return None
