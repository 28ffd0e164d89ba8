"""RDF terms, in the one form in which the index holds them."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from alignchecker.model.names import XSD
from alignchecker.triples.datatypes import BOUNDS, is_well_formed

Term = NamedNode | BlankNode | Literal
Node = NamedNode | BlankNode
Statement = tuple[Node, NamedNode, Term]

# Forms that are canonical as they stand; whatever else has such a datatype is rewritten.
_CANONICAL = {
    XSD + "string": re.compile(r".*", re.DOTALL),
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]{0,17}"),
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    XSD + "decimal": re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,9})\.[0-9]{0,5}[1-9]"),
}
_ANY = NamedNode("urn:x-alignchecker:any")
_WHOLE = re.compile(r"(?:\+|(-))?0*([0-9]{1,18})")


def canonical(literal: Literal) -> Literal:
    """The literal that stands for all that write its value: 007 and 7, 1 and true.

    A value that is none of its datatype stays as it is written.

    >>> canonical(Literal("007", datatype=NamedNode(XSD + "integer"))).value
    '7'
    """
    if literal.language is not None:
        return literal
    form = _CANONICAL.get(literal.datatype.value)
    if form is not None and form.fullmatch(literal.value):
        return literal
    if not literal.datatype.value.startswith(XSD):
        return literal
    if literal.datatype.value in BOUNDS:
        # The store would make an xsd:integer of every kind of whole number.
        number = _WHOLE.fullmatch(literal.value) if is_well_formed(literal) else None
        return literal if number is None else _whole(number, literal.datatype)
    store = Store()
    store.add(Quad(_ANY, _ANY, literal))
    found = next(iter(store)).object
    assert isinstance(found, Literal)
    return found


def _whole(number: re.Match[str], datatype: NamedNode) -> Literal:
    """A whole number of up to 18 digits without what can be left out."""
    sign = "-" if number[1] and number[2] != "0" else ""
    return Literal(f"{sign}{number[2]}", datatype=datatype)
