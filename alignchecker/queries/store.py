"""A dataset -> the store in which queries are answered.

The default graph has every statement once, with the derived facts; a named graph has what one file
says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad, Store

from alignchecker.graph.dataset import Dataset
from alignchecker.model.resources import resource

_GRAPH = "https://w3id.org/alignchecker/graph/"


def filled(dataset: Dataset, paths: Sequence[Path], *, named: bool = True) -> Store:
    """A store in memory with what a dataset says.

    paths: those that the dataset was read from; graphs are named after the files from there.
    named: whether it has the named graphs, too.
    """
    store = Store()
    store.bulk_extend(quads(dataset, paths, named=named))
    return store


def quads(dataset: Dataset, paths: Sequence[Path], *, named: bool = True) -> Iterator[Quad]:
    """What a dataset says, as a store has it. Arguments as of ``filled``."""
    yield from (Quad(*statement) for statement in dataset.triples())
    if not named:
        return
    names = graph_names(dataset, paths)
    for file in dataset.files:
        if file.error is None:
            graph = names[file.path]
            yield from (Quad(*statement, graph) for statement in dataset.statements_of(file))


def graph_names(dataset: Dataset, paths: Sequence[Path]) -> Mapping[Path, NamedNode]:
    """The named graph of each file: its place below the path given, never above it.

    Of files that would be called the same, later ones have a number.
    """
    roots = [path.resolve() for path in paths]
    shipped = resource().resolve()
    found: dict[Path, NamedNode] = {}
    taken: dict[str, int] = {}
    for file in dataset.files:
        name = quote(_below(file.path.resolve(), roots, shipped))
        taken[name] = taken.get(name, 0) + 1
        number = f";{taken[name]}" if taken[name] > 1 else ""
        found[file.path] = NamedNode(f"{_GRAPH}{name}{number}")
    return found


def _below(file: Path, roots: Sequence[Path], shipped: Path) -> str:
    for root in roots:
        if file != root and file.is_relative_to(root):
            return f"{root.name}/{file.relative_to(root).as_posix()}"
    if file.is_relative_to(shipped) and file not in roots:
        return f"alignchecker/{file.relative_to(shipped).as_posix()}"
    return file.name
