"""What was found out from a dataset, kept for as long as it holds.

Everything that is read goes through the columns of the index, which notes of which predicates. What
was worked out holds until one of those columns changes. So after an edit only that is done again
which the edit can bear on, and nobody has to say beforehand what depends on what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, Protocol, TypeVar

from alignchecker.triples.index import Index, Numbered

_Value = TypeVar("_Value")
_Record_co = TypeVar("_Record_co", covariant=True)
_Data_contra = TypeVar("_Data_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class _Known(Generic[_Value]):
    """A value, the predicates that it was worked out from, and when."""

    value: _Value
    reads: frozenset[int]
    clock: int


@dataclass(frozen=True, slots=True)
class _Made:
    """The facts of a producer, and the same by predicate."""

    made: _Known[Sequence[Numbered]]
    writes: Mapping[int, Sequence[Numbered]]


class _Producer(Protocol[_Data_contra]):
    """Makes derived facts from what stands in the index by now. Two of the same are equal."""

    def __hash__(self) -> int: ...

    def __call__(self, data: _Data_contra, /) -> Sequence[Numbered]: ...


class Reader(Protocol[_Record_co]):
    """Reads records of nodes."""

    def numbers(self) -> Iterable[int]:
        """The numbers of the nodes that may have one."""
        ...

    def read(self, number: int) -> _Record_co | None:
        """The record of a node; None where it has none."""
        ...


@dataclass(slots=True)
class Memory:
    """Remembers answers, and the facts that producers made, of one index."""

    index: Index
    _answers: dict[Hashable, _Known[object]] = field(default_factory=dict)
    _pure: dict[Hashable, tuple[tuple[object, ...], object]] = field(default_factory=dict)
    _made: dict[Hashable, _Made] = field(default_factory=dict)

    def answer(self, question: Hashable, ask: Callable[[], _Value]) -> _Value:
        """What asking gives, or gave as long as nothing that it looked at has changed."""
        known = self._answers.get(question)
        if known is None or not self._holds(known):
            with self.index.reading() as reads:
                value = ask()
            known = _Known(value, frozenset(reads), self.index.clock)
            self._answers[question] = known
        else:
            self.index.has_read(known.reads)
        return known.value  # type: ignore[return-value]

    def adjusted(
        self,
        question: Hashable,
        ask: Callable[[], _Value],
        adjust: Callable[[_Value, Collection[Numbered]], _Value | None],
    ) -> _Value:
        """The same as ``answer``, adjusted to what has changed where that can be done.

        adjust: makes the new value of the old one and the changes, or None if it cannot.
        """
        known = self._answers.get(question)
        if known is None or self._holds(known):
            return self.answer(question, ask)
        changes = self.index.changes(known.clock, known.reads)
        with self.index.reading() as reads:
            value = None if changes is None else adjust(known.value, changes)  # type: ignore[arg-type]
        if value is None:
            return self.answer(question, ask)
        self._answers[question] = _Known(value, known.reads | reads, self.index.clock)
        return value

    def once(
        self, name: Hashable, values: tuple[object, ...], make: Callable[[], _Value]
    ) -> _Value:
        """What follows from some values and nothing else: made again if they are others now."""
        known = self._pure.get(name)
        if known is None or known[0] != values:
            known = self._pure[name] = values, make()
        return known[1]  # type: ignore[return-value]

    def table(self, name: Hashable, reader: Callable[[], Reader[_Value]]) -> Mapping[int, _Value]:
        """A record for each of some nodes, made from nothing but the statements it is subject of.

        Later only those are read again that something new is said of.
        """
        known = self._answers.get(name)
        if known is not None and self._holds(known):
            self.index.has_read(known.reads)
            return known.value  # type: ignore[return-value]
        changes = None if known is None else self.index.changes(known.clock, known.reads)
        with self.index.reading() as reads:
            records = reader()
            if known is None or changes is None:
                numbers: Iterable[int] = records.numbers()
                found: dict[int, _Value] = {}
            else:
                numbers = {subject for subject, _, _ in changes}
                found = dict(known.value)  # type: ignore[call-overload]
            for number in numbers:
                record = records.read(number)
                if record is not None:
                    found[number] = record
                else:
                    found.pop(number, None)
        self._answers[name] = _Known(found, frozenset(reads), self.index.clock)
        return found

    def _holds(self, known: _Known[_Value]) -> bool:
        return self.index.is_unchanged(known.reads, known.clock)

    def produce(self, producers: Sequence[_Producer[_Data_contra]], data: _Data_contra) -> None:
        """Brings the facts of producers up to date, each from what those before it made."""
        for place, producer in enumerate(producers):
            known = self._made.get(producer)
            if known is not None and self._holds(known.made):
                continue
            later = [self._made[p] for p in producers[place:] if p in self._made]
            expected = known.made.reads if known is not None else ()
            made, reads = self._make(partial(producer, data), later, expected)
            self.index.replace(known.made.value if known is not None else (), made)
            writes: dict[int, list[Numbered]] = defaultdict(list)
            for triple in made:
                writes[triple[1]].append(triple)
            facts = _Known(made, frozenset(reads), self.index.clock)
            self._made[producer] = _Made(facts, writes)

    def _make(
        self,
        make: Callable[[], Sequence[Numbered]],
        later: Sequence[_Made],
        expected: Collection[int],
    ) -> tuple[Sequence[Numbered], set[int]]:
        """The facts without a look at what this producer, and those behind it, made before.

        expected: the predicates that it read last time.
        """
        hidden = set(expected)
        while True:
            unseen = [t for facts in later for p in hidden & facts.writes.keys()
                      for t in facts.writes[p]]  # fmt: skip
            with self.index.without(unseen), self.index.reading() as reads:
                made = make()
            seen = reads & frozenset[int]().union(*(facts.writes for facts in later))
            if seen <= hidden:
                return made, reads
            hidden |= seen
