"""The index: every triple once, whichever files it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from alignchecker.triples.column import Column
from alignchecker.triples.terms import Node, Statement, Term, canonical

Numbered = tuple[int, int, int]
"""A triple as numbers of its terms."""

_EMPTY = Column()


class Index:
    """Terms by number, and a column of pairs for each predicate."""

    __slots__ = ("_again", "columns", "numbers", "terms")

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.numbers: dict[Term, int] = {}
        self.columns: dict[int, Column] = {}
        self._again: Counter[Numbered] = Counter()
        """Triples that were added more than once, and how often more."""

    @property
    def size(self) -> int:
        """How many triples there are."""
        return sum(column.size for column in self.columns.values())

    def number(self, term: Term) -> int:
        """The number of a term, a new one for a term not met before."""
        known = self.numbers.get(term)
        if known is not None:
            return known
        if isinstance(term, Literal):
            plain = canonical(term)
            if plain != term:
                self.numbers[term] = number = self.number(plain)
                return number
        self.numbers[term] = number = len(self.terms)
        self.terms.append(term)
        return number

    def find(self, term: Term) -> int:
        """The number of a term; -1, which nothing has, for one not met before."""
        known = self.numbers.get(term)
        if known is None and isinstance(term, Literal):
            known = self.numbers.get(canonical(term))
        return -1 if known is None else known

    def column(self, predicate: int) -> Column:
        """The pairs of a predicate, an empty column where it has none."""
        return self.columns.get(predicate, _EMPTY)

    def number_all(self, statements: Iterable[Statement]) -> list[Numbered]:
        """Statements as numbers; the terms are kept, the statements are not."""
        known, number = self.numbers.get, self.number
        found = []
        for subject, predicate, value in statements:
            s, p, o = known(subject), known(predicate), known(value)
            found.append(
                (
                    number(subject) if s is None else s,
                    number(predicate) if p is None else p,
                    number(value) if o is None else o,
                )
            )
        return found

    def number_quads(self, quads: Iterable[Quad | Triple]) -> list[Numbered]:
        """The same for what a parser gives; statements about statements are left out."""
        known, number = self.numbers.get, self.number
        found = []
        for quad in quads:
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            if isinstance(subject, Triple) or isinstance(value, Triple):
                continue
            s, p, o = known(subject), known(predicate), known(value)
            if s is None or p is None or o is None:
                s, p, o = number(subject), number(predicate), number(value)
            found.append((s, p, o))
        return found

    def add(self, triples: Iterable[Numbered]) -> None:
        """Adds triples; one that is there already is counted."""
        columns = self.columns
        for triple in triples:
            subject, predicate, value = triple
            column = columns.get(predicate)
            if column is None:
                column = columns[predicate] = Column()
            # What most triples are, without a call: the first value of a subject.
            if column.is_one_way and subject not in column.single:  # type: ignore[operator]
                column.single[subject] = value  # type: ignore[index]
            elif not column.add(subject, value):
                self._again[triple] += 1

    def remove(self, triples: Iterable[Numbered]) -> None:
        """Takes out triples that were added, as often as they are named."""
        for triple in triples:
            if self._again.get(triple):
                self._again[triple] -= 1
            else:
                self.columns[triple[1]].remove(triple[0], triple[2])

    def triples(self) -> Iterator[Statement]:
        """Every statement once."""
        terms = self.terms
        for predicate, column in self.columns.items():
            name = terms[predicate]
            assert isinstance(name, NamedNode)
            for subject, value in column.pairs():
                node = terms[subject]
                assert not isinstance(node, Literal)
                yield node, name, terms[value]

    def about(self, subject: int) -> Iterator[tuple[int, int]]:
        """(predicate, value) of all that is said of a node."""
        for predicate, column in self.columns.items():
            for value in column.values(subject):
                yield predicate, value


def is_node(term: Term) -> bool:
    """Whether a term can be a subject."""
    return not isinstance(term, Literal)


__all__ = ["Index", "Node", "Numbered", "is_node"]
