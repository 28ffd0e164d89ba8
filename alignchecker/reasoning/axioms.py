"""Axioms: what the files and the ontology say, in pieces that can be left out one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from alignchecker.graph.blank import PREFIX as BLANK
from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.model.names import RDF, RDFS

OWL = "http://www.w3.org/2002/07/owl#"
TYPE = NamedNode(RDF + "type")
_T = TypeVar("_T", bound=Term)


def owl(name: str) -> NamedNode:
    """A term of OWL: owl("sameAs")."""
    return NamedNode(OWL + name)


def rdfs(name: str) -> NamedNode:
    """A term of RDF Schema: rdfs("range")."""
    return NamedNode(RDFS + name)


class Kind(StrEnum):
    """What an axiom says; lang/axioms.py has a sentence for each."""

    TYPE = "type"
    VALUE = "value"
    SAME = "same"
    DIFFERENT = "different"
    SUBCLASS = "subclass"
    ONLY = "only"
    DISJOINT = "disjoint"
    DOMAIN = "domain"
    RANGE = "range"
    FUNCTIONAL = "functional"
    INVERSE_FUNCTIONAL = "inverse-functional"
    ASYMMETRIC = "asymmetric"
    OBJECTS = "objects"
    LITERALS = "literals"
    OTHER = "other"


_STATEMENTS = frozenset({Kind.TYPE, Kind.VALUE, Kind.SAME, Kind.DIFFERENT})


@dataclass(frozen=True, slots=True)
class Axiom:
    """One thing that is said: the triple that says it and those that a class expression adds.

    graph: the file that says it; None for what follows from the files (two names in one file).
    detail: for ONLY the property and what its values are; for VALUE a literal as the file has it.
    """

    kind: Kind
    triple: Statement
    graph: NamedNode | None
    more: tuple[Statement, ...] = ()
    detail: tuple[Term, ...] = ()

    @property
    def is_statement(self) -> bool:
        """Whether it is about single things, as against all of a kind."""
        return self.kind in _STATEMENTS

    def nodes(self) -> Iterator[NamedNode]:
        """The single things that it is about."""
        if self.is_statement:
            terms = self.triple[:1] if self.kind is Kind.TYPE else self.triple[::2]
            yield from (term for term in terms if isinstance(term, NamedNode))

    def terms(self) -> set[Node]:
        """Classes and properties that it mentions."""
        everything = [term for triple in (self.triple, *self.more) for term in triple]
        return {t for t in everything if not isinstance(t, Literal)} - set(self.nodes())


def triples_of(axioms: Iterable[Axiom]) -> Iterator[Triple]:
    """The triples that the reasoner is given."""
    for axiom in axioms:
        for subject, predicate, value in (axiom.triple, *axiom.more):
            if axiom.is_statement:
                yield Triple(subject, predicate, value)
            else:
                yield Triple(_unnamed(subject), predicate, _unnamed(value))


def _unnamed(term: _T) -> _T | BlankNode:
    """A class expression as the blank node that OWL wants; the loader has given it a name."""
    if isinstance(term, NamedNode) and term.value.startswith(BLANK):
        return BlankNode("b" + hashlib.sha256(term.value.encode()).hexdigest()[:16])
    return term
