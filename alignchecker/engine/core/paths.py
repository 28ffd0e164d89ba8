"""Property paths of SHACL (2.3.1): RDF -> algebra -> SPARQL text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyoxigraph import NamedNode

from alignchecker.engine.core.shape import IllFormed
from alignchecker.engine.core.shapes_graph import ShapesGraph
from alignchecker.model.names import SH
from alignchecker.sparql.algebra import Either, Inverse, Path, Repeat, Steps
from alignchecker.triples.terms import Term

_REPEATS: Mapping[str, tuple[bool, bool]] = {
    "zeroOrMorePath": (True, True),
    "oneOrMorePath": (False, True),
    "zeroOrOnePath": (True, False),
}
_SIGNS = {(True, True): "*", (False, True): "+", (True, False): "?"}


def read_path(graph: ShapesGraph, node: Term) -> Path:
    """The path that a node stands for. Raises IllFormed for one that SHACL does not know."""
    try:
        return _read(graph, node)
    except RecursionError as error:
        raise IllFormed(f"the path {node} contains itself") from error


def _read(graph: ShapesGraph, node: Term) -> Path:
    if graph.is_list(node):
        return _several(graph, node, Steps)
    if isinstance(node, NamedNode):
        return node
    for name, (from_none, to_many) in _REPEATS.items():
        for inner in graph.values(node, NamedNode(SH + name)):
            return Repeat(_read(graph, inner), from_none=from_none, to_many=to_many)
    for inner in graph.values(node, NamedNode(SH + "inversePath")):
        return Inverse(_read(graph, inner))
    for inner in graph.values(node, NamedNode(SH + "alternativePath")):
        return _several(graph, inner, Either)
    raise IllFormed(f"{node} is not a property path")


def _several(graph: ShapesGraph, node: Term, kind: Callable[[tuple[Path, ...]], Path]) -> Path:
    paths = tuple(_read(graph, member) for member in graph.members(node))
    if len(paths) < 2:
        raise IllFormed(f"the path {node} has fewer than two members")
    return kind(paths)


def path_text(path: Path) -> str:
    """A path as SPARQL writes it (SHACL 5.2.1, $PATH).

    >>> path_text(Steps((NamedNode("urn:p"), Inverse(NamedNode("urn:q")))))
    '(<urn:p>/(^<urn:q>))'
    """
    match path:
        case Inverse(inner):
            return f"^{_inner(inner)}"
        case Repeat(inner, from_none, to_many):
            return f"{_inner(inner)}{_SIGNS[from_none, to_many]}"
        case Steps(paths):
            return f"({'/'.join(map(_inner, paths))})"
        case Either(paths):
            return f"({'|'.join(map(_inner, paths))})"
        case NamedNode():
            return str(path)


def _inner(path: Path) -> str:
    """The same in brackets where another sign would otherwise take it apart."""
    text = path_text(path)
    return f"({text})" if isinstance(path, (Repeat, Inverse)) else text
