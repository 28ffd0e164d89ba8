"""Terms of the store as rdflib has them."""

from __future__ import annotations

from pyoxigraph import BlankNode, NamedNode
from rdflib import BNode, URIRef
from rdflib import Literal as RdfLiteral

from alignchecker.graph.dataset import Term


def rdflib_term(term: Term) -> URIRef | BNode | RdfLiteral:
    """The same term for rdflib."""
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if term.language:
        return RdfLiteral(term.value, lang=term.language)
    plain = term.datatype.value.endswith("#string")
    return RdfLiteral(term.value, datatype=None if plain else URIRef(term.datatype.value))
