"""On which line of a Turtle, TriG or N-Triples file each subject stands.

Only reports need lines, so a file is read a second time, and only when something was found in it.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode
from rdflib import BNode, Graph, Literal
from rdflib.plugins.parsers.notation3 import RDFSink, SinkParser
from rdflib.plugins.parsers.trig import TrigSinkParser
from rdflib.term import Identifier, Node, URIRef

from alignchecker.graph import blank
from alignchecker.importers.paths import is_file

_LINE_ORIENTED = {".nt", ".nq"}
_SUBJECT = re.compile(rb"[ \t]*<([^>]*)>")


class _Lines:
    """Notes the line of every subject while rdflib parses; mixed into its parsers.

    By offset: rdflib's own count goes up again where it reads white space a second time.
    """

    subjects: dict[Identifier, int]
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


def subject_lines(path: Path) -> dict[str, int]:
    """IRI → first line (from 1) on which it is a subject; empty for formats without lines."""
    if path.suffix.lower() not in {*_LINE_ORIENTED, ".ttl", ".trig"} or not is_file(path):
        return {}
    return _read(path, path.stat().st_mtime_ns)


@cache
def _read(path: Path, changed: int) -> dict[str, int]:  # noqa: ARG001 (a changed file is another)
    suffix = path.suffix.lower()
    content = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    if suffix in _LINE_ORIENTED:
        return _statement_lines(content)
    parser_class = _TurtleLines if suffix == ".ttl" else _TrigLines
    graph = Graph()
    parser = parser_class(RDFSink(graph), baseURI=path.resolve().as_uri(), turtle=True)
    parser.subjects = {}
    # What rdflib does not know (RDF 1.2) has been read by Oxigraph; lines are known up to there.
    with suppress(Exception):
        parser.loadBuf(content)
    statements = ((_key(s), _key(p), _key(o)) for s, p, o in graph)
    named = blank.names(statements) if any(isinstance(s, BNode) for s in parser.subjects) else {}
    lines: dict[str, int] = {}
    for subject, line in parser.subjects.items():
        lines.setdefault(named.get(str(subject), str(subject)), line)
    return lines


def _key(term: Node) -> blank.Key:
    if isinstance(term, Literal):
        return "literal", str(term), term.language or "", str(term.datatype or "")
    return "blank" if isinstance(term, BNode) else "iri", str(term), "", ""


def _statement_lines(content: bytes) -> dict[str, int]:
    lines: dict[str, int] = {}
    # Not str.splitlines: a literal may hold U+2028, which ends no line of N-Triples.
    for number, line in enumerate(content.splitlines(), start=1):
        subject = _SUBJECT.match(line)
        if subject:
            lines.setdefault(subject[1].decode("utf-8"), number)
    return lines


def line_of(path: Path, node: NamedNode) -> int | None:
    """The line of a subject in a file, or None."""
    return subject_lines(path).get(node.value)
