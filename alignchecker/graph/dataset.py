"""The store that a check works on: one named graph per file, one for derived facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import product
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from alignchecker.model.errors import AligncheckerError
from alignchecker.model.names import ALN, RDF, SPARQL_PREFIXES
from alignchecker.model.plan import ImportWarning

Term = NamedNode | BlankNode | Literal
Node = NamedNode | BlankNode
Statement = tuple[Node, NamedNode, Term]

_TYPE = NamedNode(RDF + "type")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
FACTS = NamedNode("urn:x-alignchecker:facts")
"""The named graph of everything derived (see facts.py)."""


def aln(name: str) -> NamedNode:
    """A term of the ontology: aln("inPlan")."""
    return NamedNode(ALN + name)


def integer(term: Term | None) -> int | None:
    """The whole number that a literal writes in up to nine digits, else None."""
    return int(term.value) if isinstance(term, Literal) and _WHOLE.fullmatch(term.value) else None


class Role(StrEnum):
    """Why a file is in the store. Findings are about inputs only."""

    INPUT = "input"
    FRAME = "frame"
    ONTOLOGY = "ontology"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file asked for or loaded: what it was for, and why it could not be read, if so."""

    path: Path
    role: Role
    error: AligncheckerError | None = None
    warnings: tuple[ImportWarning, ...] = ()

    @property
    def graph(self) -> NamedNode:
        """The named graph that holds its triples."""
        return _graph_of(self.path)


@cache
def _graph_of(path: Path) -> NamedNode:
    return NamedNode(path.resolve().as_uri())


@dataclass(slots=True)
class Dataset:
    """Triples of all files, queried as their union."""

    store: Store = field(default_factory=Store)
    files: list[SourceFile] = field(default_factory=list)

    def select(self, query: str) -> QuerySolutions:
        """Rows of a SELECT over the union of all graphs; the project's prefixes are declared."""
        rows = self.store.query(SPARQL_PREFIXES + query, use_default_graph_as_union=True)
        if not isinstance(rows, QuerySolutions):
            raise TypeError("not a SELECT query")
        return rows

    def construct(self, query: str) -> None:
        """Adds what a CONSTRUCT over the union yields to the derived facts."""
        triples = self.store.query(SPARQL_PREFIXES + query, use_default_graph_as_union=True)
        if not isinstance(triples, QueryTriples):
            raise TypeError("not a CONSTRUCT query")
        self.store.extend([Quad(t.subject, t.predicate, t.object, FACTS) for t in triples])

    def triples(self) -> Iterator[Statement]:
        """Every statement once, whichever graphs it is in; statements about statements left out."""
        seen = {Triple(q.subject, q.predicate, q.object) for q in self.store}
        for triple in seen:
            if not isinstance(triple.subject, Triple) and not isinstance(triple.object, Triple):
                yield triple.subject, triple.predicate, triple.object

    def add_file(self, source: SourceFile, statements: Iterable[Statement]) -> None:
        """Adds what a file says, and the file."""
        self.store.extend([Quad(s, p, o, source.graph) for s, p, o in statements])
        self.files.append(source)

    def add_facts(self, triples: Iterator[Statement]) -> None:
        """Adds derived triples; words that stand in a node's place get none."""
        self.store.extend(
            [Quad(s, p, o, FACTS) for s, p, o in triples if not isinstance(s, Literal)]
        )

    def objects(self, subject: Node, predicate: NamedNode) -> list[Term]:
        """Values of a property in any graph, sorted so that the first is always the same."""
        found = {q.object for q in self.store.quads_for_pattern(subject, predicate, None)}
        return sorted((o for o in found if not isinstance(o, Triple)), key=str)

    def subjects(self, predicate: NamedNode, value: Term) -> list[Node]:
        """Nodes that have a value of a property in any graph, sorted."""
        found = {q.subject for q in self.store.quads_for_pattern(None, predicate, value)}
        return sorted((s for s in found if not isinstance(s, Triple)), key=str)

    def value(self, subject: Node, predicate: NamedNode) -> Term | None:
        """The first value of a property, or None."""
        return next(iter(self.objects(subject, predicate)), None)

    def text(self, subject: Node, predicate: NamedNode, lang: str = "ja") -> str | None:
        """The first literal value of a property as text, one language before the others."""
        literals = [o for o in self.objects(subject, predicate) if isinstance(o, Literal)]
        literals.sort(key=lambda literal: literal.language != lang)
        return literals[0].value if literals else None

    def file_of(self, subject: Node) -> SourceFile | None:
        """The file that describes a node: one that gives its type, inputs before frames.

        A term of the ontology that another file adds to is that file's.
        """
        terms = [file for file in self.files if file.role is Role.ONTOLOGY]
        others = [file for file in self.files if file.role is not Role.ONTOLOGY]
        for files, predicate in product((others, terms), (_TYPE, None)):
            graphs = {q.graph_name for q in self.store.quads_for_pattern(subject, predicate, None)}
            found = next((f for f in files if f.graph in graphs), None)
            if found is not None:
                return found
        return None
