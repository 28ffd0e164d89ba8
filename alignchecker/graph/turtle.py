"""Statements -> Turtle that a person can read, correct, and compare line by line.

Subjects stand in the order of the statements, for a plan that of its document, and IRIs are
relative to the plan's series; the writers of the RDF libraries sort subjects and write every IRI in
full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.graph.documents import edition_iri, triples
from alignchecker.graph.nodes import TYPE
from alignchecker.model.names import DATA, PREFIXES, XSD
from alignchecker.model.plan import PlanDraft

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PATH = re.compile(r"[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*")
_DOTS = {".", ".."}
_BARE = {
    XSD + "integer": re.compile(r"-?\d+"),
    XSD + "decimal": re.compile(r"-?\d+\.\d+"),
    XSD + "boolean": re.compile(r"true|false"),
}


def to_turtle(draft: PlanDraft, base: str = DATA) -> str:
    """The plan as Turtle; equal drafts give equal text."""
    return statements_turtle(triples(draft, base), edition_iri(draft, base))


def statements_turtle(statements: Iterable[Statement], edition: NamedNode) -> str:
    """The statements in their order, by subject; IRIs relative to the edition's series.

    Equal statements in the same order give equal text, whatever their blank nodes are called.
    """
    series = edition.value.rpartition("/")[0] + "/"
    return _Turtle(list(statements), series).text()


class _Turtle:
    """Statements grouped by subject in the order they come.

    A blank node stands inside where one named node has it, under a label anywhere else: only one
    deep, for what a person wrote may be a long list, or a circle.
    """

    def __init__(self, statements: Sequence[Statement], base: str) -> None:
        self.base = base
        self.about: dict[Node, dict[NamedNode, list[Term]]] = {}
        for subject, predicate, value in dict.fromkeys(statements):
            self.about.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self.labels = {
            node: f"_:b{number}" for number, node in enumerate(_loose(statements), start=1)
        }
        self.used: set[str] = set()

    def text(self) -> str:
        blocks = [
            self.block(node)
            for node in self.about
            if isinstance(node, NamedNode) or node in self.labels
        ]
        prefixes = [
            f"@prefix {prefix}: <{PREFIXES[prefix]}> ."
            for prefix in PREFIXES
            if prefix in self.used
        ]
        return "\n".join([f"@base <{self.base}> .", *prefixes, "", "\n\n".join(blocks), ""])

    def block(self, subject: Node) -> str:
        return f"{self.term(subject)} " + " ;\n    ".join(self.properties(subject)) + " ."

    def properties(self, subject: Node) -> Iterator[str]:
        for predicate, values in self.about[subject].items():
            verb = "a" if predicate == TYPE else self.term(predicate)
            yield f"{verb} " + " , ".join(self.term(value) for value in values)

    def term(self, term: Term) -> str:
        if isinstance(term, BlankNode):
            return self.labels.get(term) or self.inside(term)
        if isinstance(term, Literal):
            bare = _BARE.get(term.datatype.value)
            return term.value if bare and bare.fullmatch(term.value) else str(term)
        local = term.value.removeprefix(self.base)
        if local != term.value and _PATH.fullmatch(local) and not _DOTS & set(local.split("/")):
            return f"<{local}>"
        for prefix, namespace in PREFIXES.items():
            name = term.value.removeprefix(namespace)
            if name != term.value and _LOCAL.fullmatch(name):
                self.used.add(prefix)
                return f"{prefix}:{name}"
        return str(term)

    def inside(self, node: BlankNode) -> str:
        if node not in self.about:
            return "[]"
        return f"[ {' ; '.join(self.properties(node))} ]"


def _loose(statements: Sequence[Statement]) -> list[BlankNode]:
    """The blank nodes that need a label, in the order they come."""
    uses = Counter(o for _, _, o in set(statements) if isinstance(o, BlankNode))
    inside = {
        o
        for s, _, o in statements
        if isinstance(s, NamedNode) and isinstance(o, BlankNode) and uses[o] == 1
    }
    nodes = dict.fromkeys(term for s, _, o in statements for term in (s, o))
    return [node for node in nodes if isinstance(node, BlankNode) and node not in inside]
