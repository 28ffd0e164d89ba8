"""RDF terms, in the one form in which the index holds them."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from alignchecker.model.names import XSD

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
    store = Store()
    store.add(Quad(_ANY, _ANY, literal))
    found = next(iter(store)).object
    assert isinstance(found, Literal)
    return found
