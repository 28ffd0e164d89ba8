"""The lines of subjects as rdflib finds them: slow, but by a whole parser."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rdflib import BNode, Graph, URIRef
from rdflib.plugins.parsers.notation3 import RDFSink, SinkParser
from rdflib.plugins.parsers.trig import TrigSinkParser


class _Lines:
    """Notes the line of every subject while rdflib parses; mixed into its parsers.

    By offset: rdflib's own count goes up again where it reads white space a second time.
    """

    subjects: dict[URIRef | BNode, int]
    _newlines: list[int] | None = None

    def property_list(self, argstr: str, i: int, subj: Any) -> int:
        if isinstance(subj, (URIRef, BNode)):
            if self._newlines is None:
                self._newlines = [match.start() for match in re.finditer("\n", argstr)]
            self.subjects.setdefault(subj, bisect_left(self._newlines, i) + 1)
        return super().property_list(argstr, i, subj)  # type: ignore[misc, no-any-return]


class _TurtleLines(_Lines, SinkParser):
    pass


class _TrigLines(_Lines, TrigSinkParser):
    pass


@dataclass(frozen=True)
class Lines:
    """Lines of IRIs; of all blank nodes, sorted; of blank nodes by a value of a property."""

    named: dict[str, int]
    blank: list[int]
    valued: dict[str, int]


def rdflib_lines(path: Path, identifying: str = "") -> Lines:
    """What rdflib finds in a Turtle or TriG file; raises what rdflib raises.

    identifying: IRI of a property whose values tell blank nodes apart.
    """
    # rdflib takes a carriage return alone for no white space; editors take it for an end of line.
    text = re.sub("\r\n?", "\n", path.read_bytes().decode("utf-8").removeprefix("\ufeff"))
    graph = Graph()
    parser_class = _TurtleLines if path.suffix.lower() == ".ttl" else _TrigLines
    parser = parser_class(RDFSink(graph), baseURI=path.resolve().as_uri(), turtle=True)
    parser.subjects = {}
    parser.loadBuf(text)
    found = graph.store.triples((None, URIRef(identifying), None))
    return Lines(
        {str(node): line for node, line in parser.subjects.items() if isinstance(node, URIRef)},
        sorted(line for node, line in parser.subjects.items() if isinstance(node, BNode)),
        {
            str(value): parser.subjects[node]
            for (node, _, value), _ in found
            if isinstance(node, BNode)
        },
    )
