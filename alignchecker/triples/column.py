"""All pairs of one predicate, looked up from either end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

_MANY = 8
"""From how many values on a subject's values are kept as a dict, to find one among them quickly."""

Values = Collection[int]
"""The values of a subject in the order in which they came, each once."""


class Column:
    """The (subject, object) pairs of one predicate, as numbers of terms.

    As long as no subject has two values, ``single`` maps subjects to their values and ``multiple``
    is None; from then on it is the other way round.
    """

    __slots__ = ("_backward", "_number", "multiple", "single")

    def __init__(self) -> None:
        self.single: dict[int, int] | None = {}
        self.multiple: dict[int, Values] | None = None
        self._number = 0
        self._backward: dict[int, list[int]] | None = None

    @property
    def size(self) -> int:
        """How many pairs there are."""
        return self._number if self.single is None else len(self.single)

    def add(self, subject: int, value: int) -> bool:
        """Adds a pair; gives whether it is new."""
        if self.single is not None:
            known = self.single.get(subject)
            if known is None:
                self.single[subject] = value
            elif known == value:
                return False
            else:
                self.multiple = {s: (o,) for s, o in self.single.items()}
                self.multiple[subject] = (known, value)
                self._number = len(self.single) + 1
                self.single = None
        elif not self._add_to_many(subject, value):
            return False
        else:
            self._number += 1
        if self._backward is not None:
            self._backward.setdefault(value, []).append(subject)
        return True

    def _add_to_many(self, subject: int, value: int) -> bool:
        assert self.multiple is not None
        values = self.multiple.get(subject, ())
        if value in values:
            return False
        if isinstance(values, tuple):
            self.multiple[subject] = (
                (*values, value) if len(values) < _MANY else dict.fromkeys((*values, value))
            )
        else:
            assert isinstance(values, dict)
            values[value] = None
        return True

    def remove(self, subject: int, value: int) -> None:
        """Takes out a pair that is there."""
        if self._backward is not None:
            leading = self._backward[value]
            leading.remove(subject)
            if not leading:
                del self._backward[value]
        if self.single is not None:
            del self.single[subject]
            return
        assert self.multiple is not None
        self._number -= 1
        left = tuple(other for other in self.multiple[subject] if other != value)
        if left:
            self.multiple[subject] = left if len(left) <= _MANY else dict.fromkeys(left)
        else:
            del self.multiple[subject]

    def __contains__(self, pair: tuple[int, int]) -> bool:
        return pair[1] in self.values(pair[0])

    def values(self, subject: int) -> Values:
        """The values of a subject."""
        if self.multiple is not None:
            return self.multiple.get(subject, ())
        assert self.single is not None
        value = self.single.get(subject)
        return () if value is None else (value,)

    def subjects(self) -> Collection[int]:
        """All subjects."""
        return self.forward.keys()

    @property
    def forward(self) -> Mapping[int, object]:
        """Whichever of ``single`` and ``multiple`` is in use."""
        return self.single if self.single is not None else self.multiple or {}

    @property
    def is_one_way(self) -> bool:
        """Whether a new pair has only to be put into ``single``."""
        return self.single is not None and self._backward is None

    @property
    def backward(self) -> Mapping[int, list[int]]:
        """Value -> subjects, made when first asked for."""
        if self._backward is None:
            self._backward = {}
            for subject, value in self.pairs():
                self._backward.setdefault(value, []).append(subject)
        return self._backward

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs."""
        if self.single is not None:
            yield from self.single.items()
        for subject, values in (self.multiple or {}).items():
            for value in values:
                yield subject, value
