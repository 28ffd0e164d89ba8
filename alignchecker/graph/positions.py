"""On which line of a Turtle, TriG, N-Triples or N-Quads file each subject stands.

Only reports need lines, so a file is read a second time, and only when something was found in it.
scanning.py says where subjects stand. Oxigraph, which has read the file before, says what they
mean: it gets the prefixes, the bases and the subjects again, each subject with its line as its only
statement.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from alignchecker.graph import blank
from alignchecker.graph.memory import Memory
from alignchecker.graph.scanning import Kind, Place, places
from alignchecker.importers.paths import is_file, stamp

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
}
_LINE = "urn:x-alignchecker:line"


class _Subjects(NamedTuple):
    """Lines of IRIs, lines of blank nodes by label, and whether there are others without label."""

    named: dict[str, int]
    labelled: dict[str, int]
    nameless: bool


def subject_lines(path: Path) -> dict[str, int]:
    """IRI → first line (from 1) on which it is a subject; empty for formats without lines.

    Blank nodes have the IRIs that loading gives them. Of a file that is not well-formed, the lines
    up to there.
    """
    if not _has_lines(path):
        return {}
    subjects = _subjects(path)
    return {**subjects.named, **_blank_lines(path, subjects)}


def line_of(path: Path, node: NamedNode, memory: Memory | None = None) -> int | None:
    """The line of a subject in a file, or None. memory: remembers those of its other subjects."""
    if not _has_lines(path):
        return None
    # What has an IRI is found without naming what has none, which needs every statement.
    find = _lines_of_blank if node.value.startswith(blank.PREFIX) else _lines_of_named
    if memory is None:
        return find(path).get(node.value)
    return memory.once((find, path), (stamp(path),), partial(find, path)).get(node.value)


def _has_lines(path: Path) -> bool:
    return path.suffix.lower() in _FORMATS and is_file(path)


def _lines_of_named(path: Path) -> dict[str, int]:
    return _subjects(path).named


def _lines_of_blank(path: Path) -> dict[str, int]:
    return _blank_lines(path, _subjects(path))


def _subjects(path: Path) -> _Subjects:
    content = _content(path)
    statements: list[bytes] = []
    seen: set[bytes] = set()
    nameless = False
    for place in places(content):
        text = content[place.start : place.end]
        if place.kind is Kind.DIRECTIVE:
            statements.append(text)
            seen.clear()  # the same text may mean another IRI from here on
        elif place.kind is not Kind.SUBJECT:
            nameless = True
        elif text not in seen:
            statements.append(b"%b %b ." % (text, _mark(place)))
            seen.add(text)
    subjects = _Subjects({}, {}, nameless)
    for quad in _quads(path, b"\n".join(statements)):
        node, line = quad.subject, quad.object
        if isinstance(line, Literal) and not isinstance(node, Triple):
            lines = subjects.labelled if isinstance(node, BlankNode) else subjects.named
            lines.setdefault(node.value, int(line.value))
    return subjects


def _blank_lines(path: Path, subjects: _Subjects) -> dict[str, int]:
    """Lines under the names of graph/blank.py, which come from all statements.

    Nodes without a name get one more statement, which says their line and is left out again.
    """
    if not subjects.labelled and not subjects.nameless:
        return {}
    lines = dict(subjects.labelled)
    quads = _unmarked(_quads(path, _marked(_content(path), lines)), lines)
    names = blank.names(blank.statements(quads))
    return {names[label]: line for label, line in lines.items() if label in names}


def _marked(content: bytes, lines: dict[str, int]) -> bytes:
    """The text with the line of every node without a name; lines takes those that get a label."""
    pieces: list[bytes] = []
    done = 0
    for place in places(content):
        if place.kind in {Kind.PROPERTIES, Kind.LIST}:
            pieces += [content[done : place.end], b" %b ; " % _mark(place)]
            done = place.end
        elif place.kind is Kind.ANONYMOUS:
            # Within a statement about a statement (RDF 1.2), [] cannot have properties.
            label = f"x-alignchecker-{place.start}"
            lines[label] = place.line
            pieces += [content[done : place.start], f" _:{label} ".encode()]
            done = place.end
    return b"".join([*pieces, content[done:]])


def _mark(place: Place) -> bytes:
    return b'<%b> "%d"' % (_LINE.encode(), place.line)


def _unmarked(quads: Iterable[Quad], lines: dict[str, int]) -> Iterator[Quad]:
    """What the text itself says; lines takes what the marks say."""
    for quad in quads:
        node, value = quad.subject, quad.object
        if quad.predicate.value != _LINE or not isinstance(value, Literal):
            yield quad
        elif isinstance(node, BlankNode) and value.value.isdecimal():
            lines.setdefault(node.value, int(value.value))


def _content(path: Path) -> bytes:
    return path.read_bytes().removeprefix(codecs.BOM_UTF8)


def _quads(path: Path, text: bytes) -> Iterator[Quad]:
    """What Oxigraph reads of a text that stands for a file, up to an error, which loading tells."""
    with suppress(SyntaxError, ValueError):
        yield from parse(
            text,
            format=_FORMATS[path.suffix.lower()],
            base_iri=path.resolve().as_uri(),
            rename_blank_nodes=False,
        )
