"""What a check works on: the statements of all files as one graph, with the facts derived."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.memory import Memory
from alignchecker.graph.sources import Role, SourceFile, homes, spoken_of
from alignchecker.model.names import ALN, PREFIXES, RDF
from alignchecker.sparql.query import constructed, prepare, solutions
from alignchecker.sparql.table import UNBOUND, Table
from alignchecker.triples.index import Columns, Index, Numbered, packed
from alignchecker.triples.terms import Node, Statement, Term

__all__ = ["Dataset", "Node", "Role", "Row", "SourceFile", "Statement", "Term", "aln", "integer"]

_Answer = TypeVar("_Answer")
_TYPE = NamedNode(RDF + "type")
_WHOLE = re.compile(r"-?[0-9]{1,9}")


@cache
def aln(name: str) -> NamedNode:
    """A term of the ontology: aln("inPlan")."""
    return NamedNode(ALN + name)


def integer(term: Term | None) -> int | None:
    """The whole number that a literal writes in up to nine digits, else None."""
    return int(term.value) if isinstance(term, Literal) and _WHOLE.fullmatch(term.value) else None


class Row:
    """A row of a SELECT: a term for each variable, None for one without value."""

    __slots__ = ("places", "terms")

    def __init__(self, places: Mapping[str, int], terms: tuple[Any, ...]) -> None:
        self.places, self.terms = places, terms

    def __getitem__(self, name: str) -> Any:
        return self.terms[self.places[name]]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.terms)


@dataclass(slots=True)
class Dataset:
    """Triples of all files, queried as their union."""

    index: Index = field(default_factory=Index)
    memory: Memory = field(init=False)
    files: list[SourceFile] = field(default_factory=list)
    _said: dict[NamedNode, Columns] = field(default_factory=dict)
    """What each file says, by the name of its graph."""
    _homes: dict[int, SourceFile] | None = None
    """Node -> the file that describes it; None until somebody asks."""
    _inputs: frozenset[int] | None = None

    def __post_init__(self) -> None:
        self.memory = Memory(self.index)

    def answer(self, question: Callable[[Dataset], _Answer]) -> _Answer:
        """What a function of this dataset gives, remembered while what it read stays the same."""
        return self.memory.answer(question, lambda: question(self))

    def once(
        self, facts: Callable[..., Iterable[Statement]], about: Node | None, *values: object
    ) -> Sequence[Numbered]:
        """What a function of a plan and some values tells, as long as these are the same."""
        return self.memory.once(
            (facts, about), (about, *values), lambda: self.numbered(facts(about, *values))
        )

    def select(self, query: str) -> list[Row]:
        """Rows of a SELECT over the union of all files; the project's prefixes are declared."""
        found = solutions(self.index, prepare(query, PREFIXES))
        places = {name: place for place, name in enumerate(found.columns)}
        return [Row(places, row) for row in self._rows(found)]

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The same as plain tuples, in the order of the variables asked for."""
        return self._rows(solutions(self.index, prepare(query, PREFIXES)))

    def nodes(self, query: str) -> frozenset[int]:
        """Numbers of the nodes that a SELECT gives in its first column."""
        found = solutions(self.index, prepare(query, PREFIXES))
        return frozenset(next(iter(found.columns.values())))

    def count(self, query: str) -> Counter[Any]:
        """How many rows a SELECT has for each value of its first variable."""
        found = solutions(self.index, prepare(query, PREFIXES))
        numbers = Counter(next(iter(found.columns.values())))
        return Counter({self.index.terms[n]: count for n, count in numbers.items()})

    def _rows(self, found: Table) -> Iterator[tuple[Any, ...]]:
        term = self.index.terms.__getitem__
        columns = [
            [None if number == UNBOUND else term(number) for number in rows]
            if name in found.maybe
            else list(map(term, rows))
            for name, rows in found.columns.items()
        ]
        return zip(*columns, strict=True)

    def constructed(self, query: str) -> Sequence[Numbered]:
        """What a CONSTRUCT over the union yields."""
        return constructed(self.index, prepare(query, PREFIXES))

    def triples(self) -> Iterator[Statement]:
        """Every statement once, whichever files it is in."""
        return self.index.triples()

    def add_file(self, source: SourceFile, statements: Iterable[Statement]) -> None:
        """Adds what a file says, and the file."""
        self.add_numbered(source, self.index.number_all(statements))

    def add_numbered(self, source: SourceFile, said: list[Numbered]) -> None:
        """Adds what a file says, as numbers of this dataset's index, and the file."""
        self.index.add(said)
        self._said[source.graph] = packed([*self.said(source), *said])
        self.files.append(source)
        self._homes = self._inputs = None

    def put_file(self, source: SourceFile, said: list[Numbered]) -> None:
        """Adds a file, or lets it say something else than it did if it is there."""
        places = [n for n, file in enumerate(self.files) if file.path == source.path]
        if not places:
            self.add_numbered(source, said)
            return
        self.replace_statements(source, said)
        if self.files[places[0]] != source:
            self.files[places[0]] = source
            self._homes = self._inputs = None

    def remove_statements(self, source: SourceFile, nodes: Collection[Node]) -> None:
        """Takes out what a file says of some nodes."""
        gone = {self.index.find(node) for node in nodes}
        said = self.said(source)
        self.replace_statements(source, [triple for triple in said if triple[0] not in gone])

    def remove_file(self, source: SourceFile) -> None:
        """Takes out a file and all that it says."""
        self.replace_statements(source, [])
        self.files.remove(source)
        self._homes = self._inputs = None

    def replace_statements(self, source: SourceFile, said: list[Numbered]) -> None:
        """Lets a file say something else than it did."""
        old = self.said(source)
        self.index.replace(old, said)
        self._said[source.graph] = packed(said)
        if spoken_of(self.index, old) != spoken_of(self.index, said):
            self._homes = self._inputs = None

    def said(self, source: SourceFile) -> list[Numbered]:
        """What a file says, as numbers of the index."""
        return list(zip(*self._said.get(source.graph, ()), strict=True))

    def statements_of(self, source: SourceFile) -> Iterator[Statement]:
        """What a file says, in its order."""
        terms = self.index.terms
        for subject, predicate, value in self.said(source):
            node, name = terms[subject], terms[predicate]
            assert not isinstance(node, Literal)
            assert isinstance(name, NamedNode)
            yield node, name, terms[value]

    def add_facts(self, triples: Iterable[Statement]) -> None:
        """Adds derived triples; words that stand in a node's place get none."""
        self.index.add(self.numbered(triples))

    def numbered(self, triples: Iterable[Statement]) -> list[Numbered]:
        """Derived triples as numbers, without those about words in a node's place."""
        kept = [triple for triple in triples if not isinstance(triple[0], Literal)]
        return self.index.number_all(kept)

    def pairs(self, predicate: NamedNode) -> list[tuple[Node, Term]]:
        """Subjects and values of a property."""
        column, terms = self.index.column(self.index.number(predicate)), self.index.terms
        return [(terms[s], terms[o]) for s, o in column.pairs()]  # type: ignore[misc]

    def first(self, predicate: NamedNode) -> dict[Node, Term]:
        """Subject -> its value of a property, of several the first by its words."""
        column, terms = self.index.column(self.index.number(predicate)), self.index.terms
        found: dict[Term, Term] = {}
        if column.single is not None:
            found = {terms[s]: terms[o] for s, o in column.single.items()}
        for subject, values in (column.multiple or {}).items():
            several = [terms[value] for value in values]
            found[terms[subject]] = several[0] if len(several) == 1 else min(several, key=str)
        return found  # type: ignore[return-value]

    def texts(self, predicate: NamedNode, lang: str = "ja") -> dict[Node, str]:
        """Subject -> its first literal value as text, one language before the others."""
        column = self.index.column(self.index.number(predicate))
        if column.single is not None:
            return {s: o.value for s, o in self.first(predicate).items() if isinstance(o, Literal)}
        terms = self.index.terms
        found = {}
        for subject in column.subjects():
            values = [terms[value] for value in column.values(subject)]
            literals = [value for value in values if isinstance(value, Literal)]
            if len(literals) > 1:
                literals.sort(key=lambda literal: (literal.language != lang, str(literal)))
            if literals:
                found[terms[subject]] = literals[0].value
        return found  # type: ignore[return-value]

    def instances(self, kind: NamedNode) -> list[Node]:
        """Nodes of a class, in the order of the files."""
        index = self.index
        found = index.column(index.number(_TYPE)).backward.get(index.find(kind), ())
        return [index.terms[number] for number in found]  # type: ignore[misc]

    def about(self, subject: Node) -> list[tuple[NamedNode, Term]]:
        """Properties of a node with their values."""
        terms = self.index.terms
        said = self.index.about(self.index.find(subject))
        return [(terms[p], terms[o]) for p, o in said]  # type: ignore[misc]

    def says(self, subject: Node, predicate: NamedNode, value: Term) -> bool:
        """Whether some file, or a derived fact, has the statement."""
        index = self.index
        return (index.find(subject), index.find(value)) in index.column(index.number(predicate))

    def objects(self, subject: Node, predicate: NamedNode) -> list[Term]:
        """Values of a property in any file, sorted so that the first is always the same."""
        index = self.index
        values = index.column(index.number(predicate)).values(index.find(subject))
        found = [index.terms[value] for value in values]
        return sorted(found, key=str) if len(found) > 1 else found

    def subjects(self, predicate: NamedNode, value: Term) -> list[Node]:
        """Nodes that have a value of a property in any file, sorted."""
        index = self.index
        found = index.column(index.number(predicate)).backward.get(index.find(value), ())
        nodes = [index.terms[subject] for subject in found]
        return sorted(nodes, key=str)  # type: ignore[arg-type]

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
        return self._all_homes().get(self.index.find(subject))

    def inputs(self) -> frozenset[int]:
        """Numbers of the nodes that an input describes."""
        if self._inputs is None:
            homes = self._all_homes().items()
            self._inputs = frozenset(n for n, file in homes if file.role is Role.INPUT)
        return self._inputs

    def _all_homes(self) -> Mapping[int, SourceFile]:
        if self._homes is None:
            self._homes = dict(homes(self.index, self.files, self._said))
        return self._homes
