"""What was found out from a dataset, kept for as long as it holds.

Everything that is read goes through the columns of the index, which notes of which predicates. What
was worked out holds until one of those columns changes. So after an edit only that is done again
which the edit can bear on, and nobody has to say beforehand what depends on what.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from alignchecker.triples.index import Index, Numbered

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class _Known(Generic[_Value]):
    """A value, the predicates that it was worked out from, and when."""

    value: _Value
    reads: frozenset[int]
    clock: int


@dataclass(slots=True)
class Memory:
    """Remembers answers, and the facts that producers made, of one index."""

    index: Index
    _answers: dict[Hashable, _Known[object]] = field(default_factory=dict)
    _pure: dict[Hashable, tuple[tuple[object, ...], object]] = field(default_factory=dict)
    _made: dict[Hashable, _Known[Sequence[Numbered]]] = field(default_factory=dict)

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

    def once(self, function: Callable[..., _Value], about: Hashable, *values: object) -> _Value:
        """What a function of nothing but some values gives, or gave for the same values last time.

        about: what it is asked about (a plan); of each, the last result is kept.
        """
        known = self._pure.get((function, about))
        if known is None or known[0] != values:
            known = self._pure[function, about] = values, function(*values)
        return known[1]  # type: ignore[return-value]

    def _holds(self, known: _Known[_Value]) -> bool:
        return self.index.is_unchanged(known.reads, known.clock)

    def produce(
        self, producers: Sequence[tuple[Hashable, Callable[[], Sequence[Numbered]]]]
    ) -> None:
        """Brings the facts of producers up to date, each from what those before it made."""
        for place, (name, make) in enumerate(producers):
            known = self._made.get(name)
            if known is not None and self._holds(known):
                continue
            later = [self._made[n].value for n, _ in producers[place:] if n in self._made]
            made, reads = self._make(make, later)
            self.index.replace(known.value if known is not None else (), made)
            self._made[name] = _Known(made, frozenset(reads), self.index.clock)

    def _make(
        self, make: Callable[[], Sequence[Numbered]], later: Sequence[Sequence[Numbered]]
    ) -> tuple[Sequence[Numbered], set[int]]:
        """The facts without a look at what this producer, and those behind it, made before."""
        hidden: set[int] = set()
        while True:
            with ExitStack() as stack:
                for number in hidden:
                    stack.enter_context(self.index.without(later[number]))
                with self.index.reading() as reads:
                    made = make()
            seen = {n for n, facts in enumerate(later) if reads & {p for _, p, _ in facts}}
            if seen <= hidden:
                return made, reads
            hidden |= seen
