"""Terms of the store as rdflib has them."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import BlankNode, NamedNode
from rdflib import BNode, URIRef
from rdflib import Literal as RdfLiteral

from alignchecker.graph.dataset import Term
from alignchecker.triples.terms import canonical


@lru_cache(maxsize=1 << 14)
def rdflib_term(term: Term) -> URIRef | BNode | RdfLiteral:
    """The same term for rdflib, a literal as the index would hold it.

    Most terms stand in several triples, and rdflib takes long to make one.
    """
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if term.language:
        return RdfLiteral(term.value, lang=term.language)
    term = canonical(term)
    plain = term.datatype.value.endswith("#string")
    datatype = None if plain else URIRef(term.datatype.value)
    # rdflib's own way of writing values drops time zones, and makes "false" of an odd boolean.
    return RdfLiteral(term.value, datatype=datatype, normalize=False)
