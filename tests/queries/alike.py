"""Answers of two engines in one form: lexical forms that mean the same are written the same.

Virtuoso writes true as "1", and what a query computes as true or false as a whole number; so 1 and
0 and true and false are taken for the same. Numbers may be written with more zeros. No order is
kept: engines order words by their own rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions

from alignchecker.model.names import XSD
from alignchecker.queries.answering import Answer

_NUMBERS = {XSD + kind for kind in ("integer", "decimal", "double", "float", "int", "boolean")}
_WORDS = {"true": "1", "false": "0"}


def lines(answer: Answer) -> list[str]:
    """Each row or triple on a line, sorted; the only line of a yes or no."""
    if isinstance(answer, QueryBoolean):
        return [str(bool(answer))]
    return sorted("\t".join(row) for row in _rows(answer))


def _rows(answer: Answer) -> Iterator[list[str]]:
    if isinstance(answer, QuerySolutions):
        variables = list(answer.variables)
        yield from ([_plain(row[variable]) for variable in variables] for row in answer)
    elif not isinstance(answer, QueryBoolean):
        yield from ([_plain(t.subject), str(t.predicate), _plain(t.object)] for t in answer)


def _plain(term: object) -> str:
    if isinstance(term, BlankNode):
        return "[]"
    if isinstance(term, NamedNode):
        return str(term)
    if not isinstance(term, Literal):
        return ""
    if term.datatype.value not in _NUMBERS:
        return str(term)
    try:
        number = Decimal(_WORDS.get(term.value, term.value))
    except InvalidOperation:
        return str(term)
    return format(number.normalize(), "f")
