"""What a path leads to, from either end: a column of the index, or several put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from pyoxigraph import NamedNode

from alignchecker.sparql.algebra import Either, Inverse, Path, Repeat, Steps
from alignchecker.triples.column import Column
from alignchecker.triples.index import ANYTHING, Index

Ends = Mapping[int, Iterable[int]]
"""Where paths that begin at a node end. Only ``get`` is asked."""


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

    def pairs(self) -> Iterable[tuple[int, int]]:
        """All pairs, some perhaps twice."""
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

    def pairs(self) -> Iterable[tuple[int, int]]:
        return self._column.pairs()


class _Memory(dict[int, tuple[int, ...]]):
    """Ends of paths, each followed when first asked for."""

    def __init__(self, follow: Callable[[int], Iterable[int]]) -> None:
        super().__init__()
        self._follow = follow

    def get(self, node: int, default: object = None) -> tuple[int, ...]:  # noqa: ARG002
        if node not in self:
            self[node] = tuple(dict.fromkeys(self._follow(node)))
        return self[node]


def _ahead(edge: Edge, node: int) -> Iterable[int]:
    if edge.single is None:
        return edge.ends.get(node, ())
    end = edge.single.get(node)
    return () if end is None else (end,)


class Turned:
    """``^path``"""

    single = None

    def __init__(self, edge: Edge) -> None:
        self.edge = edge
        self.size = edge.size
        self.ends = edge.starts
        self.starts: Ends = _Memory(lambda node: _ahead(edge, node))

    def pairs(self) -> Iterable[tuple[int, int]]:
        return ((end, start) for start, end in self.edge.pairs())


class AnyOf:
    """``path|path``"""

    single = None

    def __init__(self, edges: Sequence[Edge]) -> None:
        self.edges = edges
        self.size = sum(edge.size for edge in edges)
        self.ends: Ends = _Memory(lambda node: chain(*(_ahead(edge, node) for edge in edges)))
        self.starts: Ends = _Memory(lambda node: chain(*(e.starts.get(node, ()) for e in edges)))

    def pairs(self) -> Iterable[tuple[int, int]]:
        return chain(*(edge.pairs() for edge in self.edges))


class Chain:
    """``path/path`` within another path; elsewhere it is two patterns."""

    single = None

    def __init__(self, edges: Sequence[Edge]) -> None:
        self._edges = edges
        self.size = min(edge.size for edge in edges)
        self.ends: Ends = _Memory(lambda node: _through(edges, _ahead, node))
        self.starts: Ends = _Memory(
            lambda node: _through(edges[::-1], lambda edge, at: edge.starts.get(at, ()), node)
        )

    def pairs(self) -> Iterable[tuple[int, int]]:
        starts = dict.fromkeys(start for start, _ in self._edges[0].pairs())
        return ((start, end) for start in starts for end in self.ends.get(start, ()))


def _through(
    edges: Sequence[Edge], follow: Callable[[Edge, int], Iterable[int]], node: int
) -> Iterable[int]:
    reached: Iterable[int] = (node,)
    for edge in edges:
        reached = dict.fromkeys(end for start in reached for end in follow(edge, start))
    return reached


class Walk:
    """``path*``, ``path+`` and ``path?``"""

    single = None

    def __init__(self, index: Index, path: Repeat, inner: Edge) -> None:
        self._index, self._path, self._inner = index, path, inner
        self.size = 2 * inner.size
        self.ends: Ends = _Memory(lambda node: self._reached(node, _ahead))
        self.starts: Ends = _Memory(
            lambda node: self._reached(node, lambda edge, at: edge.starts.get(at, ()))
        )

    def pairs(self) -> Iterable[tuple[int, int]]:
        """All pairs. A path of no length connects every node of the graph with itself."""
        starts = self._nodes() if self._path.from_none else (s for s, _ in self._inner.pairs())
        return ((s, end) for s in dict.fromkeys(starts) for end in self.ends.get(s, ()))

    def _nodes(self) -> Iterator[int]:
        self._index.has_read({ANYTHING})
        for predicate in list(self._index.columns):
            yield from chain(*self._index.column(predicate).pairs())

    def _reached(self, node: int, follow: Callable[[Edge, int], Iterable[int]]) -> Iterable[int]:
        found = {node: None} if self._path.from_none else {}
        waiting, walked = [node], set[int]()
        while waiting:
            start = waiting.pop()
            if start not in walked:
                walked.add(start)
                ends = follow(self._inner, start)
                found.update(dict.fromkeys(ends))
                if self._path.to_many:
                    waiting.extend(ends)
        return found


def edge(index: Index, path: Path) -> Edge:
    """The edge of a path."""
    match path:
        case Inverse(inner):
            return Turned(edge(index, inner))
        case Either(paths):
            return AnyOf([edge(index, inner) for inner in paths])
        case Steps(paths):
            return Chain([edge(index, inner) for inner in paths])
        case Repeat(inner):
            return Walk(index, path, edge(index, inner))
        case NamedNode():
            return PlainEdge(index.column(index.number(path)))
