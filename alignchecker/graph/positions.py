"""On which line of a Turtle, TriG or N-Triples file each subject stands.

Only reports need lines, so a file is read a second time, and only when something was found in it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode
from rdflib import Graph
from rdflib.plugins.parsers.notation3 import RDFSink, SinkParser
from rdflib.plugins.parsers.trig import TrigSinkParser
from rdflib.term import URIRef

_LINE_ORIENTED = {".nt", ".nq"}


class _Lines:
    """Notes the line of every subject while rdflib parses; mixed into its parsers."""

    lines: int
    subjects: dict[str, int]

    def property_list(self, argstr: str, i: int, subj: Any) -> int:
        if isinstance(subj, URIRef):
            self.subjects.setdefault(str(subj), self.lines + 1)
        return super().property_list(argstr, i, subj)  # type: ignore[misc, no-any-return]


class _TurtleLines(_Lines, SinkParser):
    pass


class _TrigLines(_Lines, TrigSinkParser):
    pass


@cache
def subject_lines(path: Path) -> dict[str, int]:
    """IRI → first line (from 1) on which it is a subject; empty for formats without lines."""
    if path.suffix in _LINE_ORIENTED:
        return _statement_lines(path)
    if path.suffix not in {".ttl", ".trig"}:
        return {}
    parser_class = _TurtleLines if path.suffix == ".ttl" else _TrigLines
    sink = RDFSink(Graph())
    parser = parser_class(sink, baseURI=path.resolve().as_uri(), turtle=True)
    parser.subjects = {}
    parser.loadBuf(path.read_bytes())
    return parser.subjects


def _statement_lines(path: Path) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        subject = line.lstrip().partition(" ")[0]
        if subject.startswith("<"):
            lines.setdefault(subject.strip("<>"), number)
    return lines


def line_of(path: Path, node: NamedNode) -> int | None:
    """The line of a subject in a file, or None."""
    return subject_lines(path).get(node.value)
