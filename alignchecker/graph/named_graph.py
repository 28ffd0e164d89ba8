"""Statements of a plan as TriG or JSON-LD, in the named graph of its edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize

from alignchecker.graph.dataset import Node, Statement
from alignchecker.graph.json_ld import json_ld
from alignchecker.model.names import PREFIXES


def in_named_graph(statements: Iterable[Statement], edition: NamedNode, form: str) -> bytes:
    """The statements in a format of FORMATS; equal statements in equal order give equal bytes.

    Subjects stand together, in the order in which they first come.
    """
    return FORMATS[form](statements, edition)


def _trig(statements: Iterable[Statement], edition: NamedNode) -> bytes:
    about: dict[Node, dict[Statement, None]] = {}
    for statement in statements:
        about.setdefault(statement[0], {})[statement] = None
    blank: dict[Node, BlankNode] = {}

    def named(node: Node) -> Node:
        """Blank nodes are numbered: their labels come anew with each reading of a file."""
        if isinstance(node, NamedNode):
            return node
        return blank.setdefault(node, BlankNode(f"b{len(blank) + 1}"))

    quads = [
        Quad(named(s), p, value if isinstance(value, Literal) else named(value), edition)
        for of in about.values()
        for s, p, value in of
    ]
    return (serialize(quads, format=RdfFormat.TRIG, prefixes=PREFIXES) or b"") + b"\n"


FORMATS: Mapping[str, Callable[[Iterable[Statement], NamedNode], bytes]] = {
    "trig": _trig,
    "jsonld": json_ld,
}
