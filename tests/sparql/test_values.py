"""What a literal stands for."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from alignchecker.model.names import XSD
from alignchecker.sparql.values import equals, is_less, value_of


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("NaN", "decimal"),
        ("1e3", "decimal"),
        ("２０２６", "integer"),
        ("2_026", "integer"),
        (" 2026", "integer"),
        ("300", "unsignedByte"),
        ("infinity", "double"),
    ],
)
def test_what_only_python_would_read_has_no_value(text: str, datatype: str) -> None:
    """It is not in the lexical space of XML Schema; a Decimal NaN would end the whole query."""
    literal = Literal(text, datatype=NamedNode(XSD + datatype))
    assert value_of(literal) == literal
    assert is_less(value_of(literal), 1) is None
    assert equals(value_of(literal), 1) is None


def test_more_digits_than_python_takes_have_no_value() -> None:
    literal = Literal("9" * 5000, datatype=NamedNode(XSD + "integer"))
    assert value_of(literal) == literal
