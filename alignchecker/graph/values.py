"""Values that are not what their property takes: a year that is no number spoils whole rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, parse

from alignchecker.graph.dataset import Statement
from alignchecker.graph.positions import line_of
from alignchecker.model.errors import InputError
from alignchecker.model.names import ALN, RDFS, XSD
from alignchecker.model.resources import resource

_FORMS = {
    XSD + "integer": re.compile(r"[+-]?[0-9]{1,9}"),
    XSD + "decimal": re.compile(r"[+-]?([0-9]{1,15}(\.[0-9]*)?|\.[0-9]+)"),
    XSD + "boolean": re.compile(r"true|false|1|0"),
}
_ACCEPTED = {XSD + "decimal": {XSD + "decimal", XSD + "integer"}}


@cache
def _ranges() -> dict[str, str]:
    """Property -> datatype, for the properties of ours that take numbers or true and false."""
    quads = parse(path=str(resource("ontology", "alignchecker.ttl")))
    return {
        quad.subject.value: quad.object.value
        for quad in quads
        if quad.predicate.value == RDFS + "range"
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and quad.object.value in _FORMS
    }


def check_values(path: Path, statements: Iterable[Statement]) -> None:
    """Raises InputError for the first value that its property cannot take, with its line."""
    ranges = _ranges()
    for subject, predicate, value in statements:
        datatype = ranges.get(predicate.value)
        if datatype is None or _fits(value, datatype):
            continue
        name = "aln:" + predicate.value.removeprefix(ALN)
        wanted = "xsd:" + datatype.removeprefix(XSD)
        line = line_of(path, subject) if isinstance(subject, NamedNode) else None
        raise InputError(
            f"{name} の値 {value} は使えません。"
            f"{wanted} で書いてください（年度は 2026 のように）。",
            f"{name} cannot take {value}. Write an {wanted} (a fiscal year like 2026).",
            str(path),
            line,
        )


def _fits(term: object, datatype: str) -> bool:
    if not isinstance(term, Literal):
        return False
    accepted = _ACCEPTED.get(datatype, {datatype})
    return term.datatype.value in accepted and bool(_FORMS[datatype].fullmatch(term.value))
