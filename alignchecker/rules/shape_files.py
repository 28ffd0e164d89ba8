"""The triples of files of shapes, with the few look-ups that reading takes, and their places."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from alignchecker.importers.decoding import read_bytes
from alignchecker.model.errors import RuleError
from alignchecker.model.names import RDF, SH

if TYPE_CHECKING:
    from alignchecker.graph.dataset import Node, Statement, Term

_TYPE = NamedNode(RDF + "type")
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")


def local_name(term: Term) -> str:
    """What stands behind the last # or / of an IRI; a literal as it is."""
    return term.value.rpartition("#")[2].rpartition("/")[2]


class ShapeFiles:
    """Turtle files in one store. Raises RuleError or InputError for one that cannot be read.

    said: what each file says, as it is written.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        self.store = Store()
        self.said: dict[Path, tuple[Statement, ...]] = {}
        self._described: defaultdict[tuple[str, Node], list[Path]] = defaultdict(list)
        for file in files:
            quads = _quads(file)
            self.store.extend(quads)
            self.said[file] = tuple(
                (quad.subject, quad.predicate, quad.object)
                for quad in quads
                if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple)
            )
            for subject, predicate, value in self.said[file]:
                if predicate == _TYPE and isinstance(value, NamedNode):
                    self._described[value.value, subject].append(file)

    def subjects(self, kind: str) -> list[NamedNode]:
        """The named nodes of a class, sorted."""
        found = {node for described, node in self._described if described == kind}
        return sorted((node for node in found if isinstance(node, NamedNode)), key=str)

    def times(self, node: NamedNode, kind: str) -> int:
        """How often the files say that a node is of a class."""
        return len(self._described[kind, node])

    def places(self, node: NamedNode, kind: str) -> str:
        """Where a node of a class is described: "…/period.ttl:10", several with commas."""
        token = rf"^\s*(?:<{re.escape(node.value)}>|[\w-]*:{re.escape(local_name(node))})\s"
        found = []
        for file in dict.fromkeys(self._described[kind, node]):
            text = file.read_text(encoding="utf-8-sig")
            starts = [m.end() for m in re.finditer(token, text, re.MULTILINE)]
            lines = [f"{file}:{text.count(chr(10), 0, start - 1) + 1}" for start in starts]
            found += lines or [str(file)]
        return ", ".join(found)

    def values(self, node: Node, predicate: str) -> list[Term]:
        """The values of a property, sorted."""
        found = self.store.quads_for_pattern(node, NamedNode(predicate), None)
        return sorted((q.object for q in found if not isinstance(q.object, Triple)), key=str)

    def literals(self, node: Node, predicate: str) -> list[Literal]:
        """Those values of a property that are literals."""
        return [value for value in self.values(node, predicate) if isinstance(value, Literal)]

    def texts(self, node: Node, predicate: str) -> dict[str, str]:
        """A text by language."""
        return {v.language or "": v.value for v in self.literals(node, predicate)}

    def text(self, node: Node, predicate: str) -> str | None:
        """The literal value of a property, or None."""
        return next((literal.value for literal in self.literals(node, predicate)), None)

    def concept(self, node: Node, predicate: str) -> NamedNode | None:
        """The value of a property that is an IRI, or None."""
        return next((v for v in self.values(node, predicate) if isinstance(v, NamedNode)), None)

    def local_names(self, node: Node, predicate: str) -> frozenset[str]:
        """The values of a property without their namespaces."""
        return frozenset(local_name(value) for value in self.values(node, predicate))

    def targets(self, node: Node) -> list[Term]:
        """What a shape is aimed at, in any of SHACL's ways that rules use."""
        return [value for name in _TARGETS for value in self.values(node, SH + name)]

    def prefixes(self, node: Node) -> dict[str, str]:
        """The prefixes that the queries of a constraint are read with (sh:prefixes)."""
        return {
            prefix: namespace
            for group in self.values(node, SH + "prefixes")
            if not isinstance(group, Literal)
            for entry in self.values(group, SH + "declare")
            if not isinstance(entry, Literal)
            and (prefix := self.text(entry, SH + "prefix")) is not None
            and (namespace := self.text(entry, SH + "namespace")) is not None
        }

    def reachable(self, node: Node) -> Iterator[Statement]:
        """The shape with its blank nodes, and the prefix declarations it points to."""
        waiting, seen = [node], {node}
        while waiting:
            subject = waiting.pop()
            for quad in self.store.quads_for_pattern(subject, None, None):
                value = quad.object
                if isinstance(value, Triple):
                    continue
                yield subject, quad.predicate, value
                inner = isinstance(value, BlankNode) or quad.predicate.value == SH + "prefixes"
                if inner and not isinstance(value, Literal) and value not in seen:
                    seen.add(value)
                    waiting.append(value)


def _quads(file: Path) -> list[Quad]:
    try:
        # Editors on Windows put a byte order mark in front, which no RDF syntax knows.
        content = read_bytes(file, None).removeprefix(codecs.BOM_UTF8)
        content.decode()  # the parser does not mind what stands in comments
        base = file.resolve().as_uri()
        return list(parse(content, format=RdfFormat.TURTLE, base_iri=base, rename_blank_nodes=True))
    except SyntaxError as error:
        raise RuleError(
            f"{file}:{error.lineno}: 規則のファイルが読めません。Turtle の書き方を直してください:"
            f" {error.msg}",
            f"{file}:{error.lineno}: a file of rules cannot be read. Correct the Turtle:"
            f" {error.msg}",
        ) from error
    except ValueError as error:
        raise RuleError(
            f"{file}: UTF-8 の文字として読めません。UTF-8 で保存し直してください（{error}）。",
            f"{file}: this is not UTF-8 text. Save it as UTF-8 ({error}).",
        ) from error
