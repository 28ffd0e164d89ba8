"""The index: every triple once, whichever files it comes from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from alignchecker.triples.column import Column
from alignchecker.triples.terms import Statement, Term, canonical

Numbered = tuple[int, int, int]
"""A triple as numbers of its terms."""

Columns = tuple["array[int]", "array[int]", "array[int]"]
"""Subjects, predicates and values of triples, as numbers: a sixth of the room."""

ANYTHING = -1
"""Stands for all predicates, also those that are not there yet."""
_EMPTY = Column()
_MOST_LOGGED = 100_000
"""How many changed triples are noted beyond as many as there are."""


def packed(triples: Sequence[Numbered]) -> Columns:
    """Triples as columns."""
    columns = [array("I", numbers) for numbers in zip(*triples, strict=True)]
    subjects, predicates, values = columns or [array("I")] * 3
    return subjects, predicates, values


class _Lot(NamedTuple):
    """Triples that came or went together, at a clock, and their predicates."""

    clock: int
    predicates: frozenset[int]
    triples: Sequence[Numbered]


class Index:
    """Terms by number, and a column of pairs for each predicate.

    clock counts changes; changed: predicate -> the clock at which its column last changed.
    """

    __slots__ = (
        "_again",
        "_log",
        "_logged",
        "_reads",
        "changed",
        "clock",
        "columns",
        "numbers",
        "terms",
    )

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.numbers: dict[Term, int] = {}
        self.columns: dict[int, Column] = {}
        self.clock = 0
        self.changed: dict[int, int] = {}
        self._log: tuple[int, list[_Lot]] | None = None
        """What changed since a clock; None as long as nobody asks."""
        self._logged = 0
        """How many triples the log holds."""
        self._reads: list[set[int]] = []
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
        """The pairs of a predicate, an empty column where it has none.

        By ``number``, not ``find``: to have looked for what is not there is to be told when it is.
        """
        if self._reads:
            self._reads[-1].add(predicate)
        return self.columns.get(predicate, _EMPTY)

    @contextmanager
    def reading(self) -> Iterator[set[int]]:
        """Within it, the predicates of which columns are looked at are noted."""
        reads: set[int] = set()
        self._reads.append(reads)
        try:
            yield reads
        finally:
            self._reads.pop()
            if self._reads:
                self._reads[-1] |= reads

    def keep_log(self) -> None:
        """From now on, notes what comes and goes."""
        self._log = self._log or (self.clock, [])

    def changes(self, since: int, predicates: Collection[int]) -> set[Numbered] | None:
        """Triples of some predicates that came or went since a clock; None if that was not noted.

        ANYTHING among the predicates stands for all.
        """
        if self._log is None or since < self._log[0]:
            return None
        wanted = None if ANYTHING in predicates else frozenset(predicates)
        _, log = self._log
        later = bisect_right(log, since, key=attrgetter("clock"))
        lots = [
            lot.triples
            for lot in islice(log, later, None)
            if wanted is None or not wanted.isdisjoint(lot.predicates)
        ]
        return {t for triples in lots for t in triples if wanted is None or t[1] in wanted}

    def is_unchanged(self, predicates: Iterable[int], since: int) -> bool:
        """Whether the columns of some predicates are what they were at a clock."""
        return all(self.changed.get(predicate, 0) <= since for predicate in predicates)

    def has_read(self, predicates: Collection[int]) -> None:
        """Notes predicates as looked at: what was found out from them is used again."""
        if self._reads:
            self._reads[-1].update(predicates)

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

    def number_quads(self, quads: Iterable[Quad]) -> list[Numbered]:
        """The same for what a parser gives; statements about statements are left out."""
        known, number = self.numbers.get, self.number
        found = []
        for subject, predicate, value, _ in quads:
            s, p, o = known(subject), known(predicate), known(value)
            if s is None or p is None or o is None:
                # No statement is ever a term of the index, so that it is met here only.
                if isinstance(subject, Triple) or isinstance(value, Triple):
                    continue
                s, p, o = number(subject), number(predicate), number(value)
            found.append((s, p, o))
        return found

    def lists(self, triples: Sequence[Numbered]) -> tuple[list[Term], Columns]:
        """Triples without the index: their terms, and each triple as places among these."""
        used = list(dict.fromkeys(chain.from_iterable(triples)))
        place = {number: place for place, number in enumerate(used)}.__getitem__
        subjects, predicates, values = packed(triples)
        columns = array("I", map(place, subjects)), array("I", map(place, predicates))
        return [self.terms[number] for number in used], (*columns, array("I", map(place, values)))

    def number_lists(self, terms: Sequence[Term], columns: Columns) -> list[Numbered]:
        """The triples that ``lists`` gave, of this or another index, as numbers."""
        number = list(map(self.number, terms)).__getitem__
        return list(zip(*(map(number, places) for places in columns), strict=True))

    def add(self, triples: Collection[Numbered]) -> None:
        """Adds triples; one that is there already is counted."""
        self._put(triples)
        self._note(triples)

    def _put(self, triples: Iterable[Numbered]) -> None:
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

    def remove(self, triples: Collection[Numbered]) -> None:
        """Takes out triples that were added, as often as they are named."""
        self._take(triples)
        self._note(triples)

    def _take(self, triples: Iterable[Numbered]) -> None:
        for triple in triples:
            if self._again.get(triple):
                self._again[triple] -= 1
            else:
                self.columns[triple[1]].remove(triple[0], triple[2])

    def _note(self, triples: Collection[Numbered]) -> None:
        if not triples:
            return
        self.clock += 1
        predicates = frozenset({predicate for _, predicate, _ in triples})
        self.changed[ANYTHING] = self.clock
        self.changed.update(dict.fromkeys(predicates, self.clock))
        if self._log is not None:
            self._log[1].append(_Lot(self.clock, predicates, tuple(triples)))
            self._logged += len(triples)
            if self._logged > _MOST_LOGGED + self.size:
                # Who asks for more than there is begins anew at less cost.
                self._log, self._logged = (self.clock, []), 0

    @contextmanager
    def without(self, triples: Collection[Numbered]) -> Iterator[None]:
        """Within it, some triples are not there; nothing counts as changed by that."""
        self._take(triples)
        try:
            yield
        finally:
            self._put(triples)

    def replace(self, old: Sequence[Numbered], new: Sequence[Numbered]) -> None:
        """Takes out and adds what makes the difference between two lots of triples."""
        if not old:
            self.add(new)
            return
        same = 0
        for one, other in zip(old, new, strict=False):
            if one != other:
                break
            same += 1
        before, after = Counter(old[same:]), Counter(new[same:])
        self.remove(list((before - after).elements()))
        self.add(list((after - before).elements()))

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
        self.has_read({ANYTHING})
        for predicate in list(self.columns):
            for value in self.column(predicate).values(subject):
                yield predicate, value
