"""The files that a graph comes from, and which of them describes a node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode

from alignchecker.model.errors import AligncheckerError
from alignchecker.model.names import DCAT, FOAF, RDF
from alignchecker.model.plan import ImportWarning
from alignchecker.triples.index import Columns, Index, Numbered

_TYPE = NamedNode(RDF + "type")
_LISTED = (*(NamedNode(DCAT + k) for k in ("Dataset", "DatasetSeries")), NamedNode(FOAF + "Agent"))
"""Types that a catalogue gives: it lists what other files describe."""


class Role(StrEnum):
    """Why a file is in the store. Findings are about inputs only."""

    INPUT = "input"
    FRAME = "frame"
    ONTOLOGY = "ontology"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file asked for or loaded: what it was for, and why it could not be read, if so."""

    path: Path
    role: Role
    error: AligncheckerError | None = None
    warnings: tuple[ImportWarning, ...] = ()

    @property
    def graph(self) -> NamedNode:
        """The named graph that holds its triples."""
        return _graph_of(self.path)


@lru_cache(maxsize=1024)
def _graph_of(path: Path) -> NamedNode:
    return NamedNode(path.resolve().as_uri())


def homes(
    index: Index, files: Sequence[SourceFile], said: Mapping[NamedNode, Columns]
) -> Iterator[tuple[int, SourceFile]]:
    """Nodes and the files that describe them, of several files the one that counts last.

    said: the graph of a file -> what it says.
    """
    of_type, listed = _types(index)
    terms = [file for file in files if file.role is Role.ONTOLOGY]
    others = [file for file in files if file.role is not Role.ONTOLOGY]
    for some in (terms, others):
        read = [(file, said[file.graph]) for file in reversed(some) if file.error is None]
        for file, (subjects, _, _) in read:
            yield from ((subject, file) for subject in set(subjects))
        for file, (subjects, predicates, values) in read:
            triples = zip(subjects, predicates, values, strict=True)
            typed = {s for s, p, value in triples if p == of_type and value not in listed}
            yield from ((subject, file) for subject in typed)


def spoken_of(index: Index, said: Iterable[Numbered]) -> set[tuple[int, bool]]:
    """What statements speak of, and whether they say what it is: on this homes depend."""
    of_type, listed = _types(index)
    return {(subject, p == of_type and value not in listed) for subject, p, value in said}


def _types(index: Index) -> tuple[int, frozenset[int]]:
    """The number of rdf:type, and those of the types that say nothing of a node."""
    return index.number(_TYPE), frozenset(index.find(kind) for kind in _LISTED)
