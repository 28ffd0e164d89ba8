"""What a path leads to, from either end: a column of the index, or a walk over several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import NamedNode

from alignchecker.sparql.algebra import Either, Inverse, Path, Repeat, Steps
from alignchecker.triples.column import Column
from alignchecker.triples.index import Index

Ends = Mapping[int, Iterable[int]]
"""Where paths that begin at a node end."""


class Edge(Protocol):
    """The pairs that a path connects."""

    @property
    def size(self) -> int:
        """How many pairs, about."""
        ...

    @property
    def single(self) -> Mapping[int, int] | None:
        """Node -> the one node that it leads to, where there is never more than one."""
        ...

    @property
    def ends(self) -> Ends:
        """Node -> the nodes that it leads to, where there is no ``single``."""
        ...

    @property
    def starts(self) -> Ends:
        """Node -> the nodes that lead to it."""
        ...

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs."""
        ...


class PlainEdge:
    """A predicate."""

    def __init__(self, column: Column) -> None:
        self._column = column

    @property
    def size(self) -> int:
        return self._column.size

    @property
    def single(self) -> Mapping[int, int] | None:
        return self._column.single

    @property
    def ends(self) -> Ends:
        assert self._column.multiple is not None
        return self._column.multiple

    @property
    def starts(self) -> Ends:
        return self._column.backward

    def pairs(self) -> Iterator[tuple[int, int]]:
        return self._column.pairs()


class _Memory(dict[int, tuple[int, ...]]):
    """Ends of walks, each walked when first asked for."""

    def __init__(self, walk: Callable[[int], Iterable[int]]) -> None:
        super().__init__()
        self._walk = walk

    def __missing__(self, node: int) -> tuple[int, ...]:
        self[node] = found = tuple(dict.fromkeys(self._walk(node)))
        return found

    def get(self, node: int, default: object = None) -> tuple[int, ...]:  # type: ignore[override]  # noqa: ARG002
        return self[node]


class Walk:
    """A path that is more than a predicate."""

    single = None

    def __init__(self, index: Index, path: Path) -> None:
        self._index, self._path = index, path
        self.ends: Ends = _Memory(lambda node: self._follow(path, node, forward=True))
        self.starts: Ends = _Memory(lambda node: self._follow(path, node, forward=False))

    @property
    def size(self) -> int:
        return sum(self._columns(self._path))

    def _columns(self, path: Path) -> Iterator[int]:
        match path:
            case Inverse(inner) | Repeat(inner):
                yield from self._columns(inner)
            case Steps(paths) | Either(paths):
                for inner in paths:
                    yield from self._columns(inner)
            case _:
                yield self._column(path).size

    def _column(self, predicate: NamedNode) -> Column:
        return self._index.column(self._index.find(predicate))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs. A path of no length connects every node of the graph with itself."""
        for start in dict.fromkeys(self._nodes()):
            for end in self.ends[start]:
                yield start, end

    def _nodes(self) -> Iterator[int]:
        for column in self._index.columns.values():
            for start, end in column.pairs():
                yield start
                yield end

    def _follow(self, path: Path, node: int, *, forward: bool) -> Iterable[int]:
        match path:
            case Inverse(inner):
                return self._follow(inner, node, forward=not forward)
            case Either(paths):
                return (end for one in paths for end in self._follow(one, node, forward=forward))
            case Steps(paths):
                return self._stepwise(paths if forward else paths[::-1], node, forward=forward)
            case Repeat():
                return self._repeated(path, node, forward=forward)
        column = self._column(path)
        return column.values(node) if forward else column.backward.get(node, ())

    def _stepwise(self, paths: tuple[Path, ...], node: int, *, forward: bool) -> Iterable[int]:
        reached: Iterable[int] = (node,)
        for path in paths:
            reached = dict.fromkeys(
                end for start in reached for end in self._follow(path, start, forward=forward)
            )
        return reached

    def _repeated(self, path: Repeat, node: int, *, forward: bool) -> Iterable[int]:
        found = {node: None} if path.from_none else {}
        waiting = [node]
        walked = set[int]()
        while waiting:
            start = waiting.pop()
            if start in walked:
                continue
            walked.add(start)
            for end in self._follow(path.path, start, forward=forward):
                found[end] = None
                if path.to_many:
                    waiting.append(end)
        return found


def edge(index: Index, path: Path) -> Edge:
    """The edge of a path."""
    if isinstance(path, NamedNode):
        return PlainEdge(index.column(index.find(path)))
    return Walk(index, path)
