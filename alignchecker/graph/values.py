"""Values that are not what their property takes: a year that is no number spoils whole rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, parse

from alignchecker.graph.positions import line_of
from alignchecker.model.errors import InputError
from alignchecker.model.names import ALN, RDFS, XSD
from alignchecker.model.resources import resource
from alignchecker.triples.index import Index, Numbered
from alignchecker.triples.terms import Term

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


def check_values(path: Path, index: Index, said: Sequence[Numbered]) -> None:
    """Raises InputError for the first value that its property cannot take, with its line.

    said: what the file says, in its order, as numbers of the index.
    """
    numbered = {index.find(NamedNode(name)): datatype for name, datatype in _ranges().items()}
    ranges = {number: datatype for number, datatype in numbered.items() if number >= 0}
    given = {(predicate, value) for _, predicate, value in said if predicate in ranges}
    unfit = {pair for pair in given if not _fits(index.terms[pair[1]], ranges[pair[0]])}
    for subject, predicate, value in said if unfit else ():
        if (predicate, value) in unfit:
            statement = index.terms[subject], index.terms[predicate], index.terms[value]
            raise _unfit(path, statement, ranges[predicate])


def _unfit(path: Path, statement: tuple[Term, Term, Term], datatype: str) -> InputError:
    subject, predicate, value = statement
    name = "aln:" + predicate.value.removeprefix(ALN)
    wanted = "xsd:" + datatype.removeprefix(XSD)
    line = line_of(path, subject) if isinstance(subject, NamedNode) else None
    return InputError(
        f"{name} の値 {value} は使えません。{wanted} で書いてください（年度は 2026 のように）。",
        f"{name} cannot take {value}. Write an {wanted} (a fiscal year like 2026).",
        str(path),
        line,
    )


def _fits(term: object, datatype: str) -> bool:
    if not isinstance(term, Literal):
        return False
    accepted = _ACCEPTED.get(datatype, {datatype})
    return term.datatype.value in accepted and bool(_FORMS[datatype].fullmatch(term.value))
