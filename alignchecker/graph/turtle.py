"""A plan draft -> Turtle that a person can read, correct, and compare line by line.

Subjects stand in the order of the document and IRIs are relative to the plan's series; the writers
of the RDF libraries sort subjects and write every IRI in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.graph.documents import edition_iri, triples
from alignchecker.model.names import DATA, PREFIXES, RDF, XSD
from alignchecker.model.plan import PlanDraft

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PATH = re.compile(r"[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*")
_BARE = {
    XSD + "integer": re.compile(r"-?\d+"),
    XSD + "decimal": re.compile(r"-?\d+\.\d+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_TYPE = NamedNode(RDF + "type")


def to_turtle(draft: PlanDraft, base: str = DATA) -> str:
    """The plan as Turtle; equal drafts give equal text."""
    series = edition_iri(draft, base).value.rpartition("/")[0] + "/"
    return _Turtle(triples(draft, base), series).text()


class _Turtle:
    """Statements grouped by subject in the order they come; blank nodes stand inside."""

    def __init__(self, statements: Iterable[Statement], base: str) -> None:
        self.base = base
        self.about: dict[Node, dict[NamedNode, list[Term]]] = {}
        for subject, predicate, value in statements:
            values = self.about.setdefault(subject, {}).setdefault(predicate, [])
            if value not in values:
                values.append(value)
        self.used: set[str] = set()

    def text(self) -> str:
        blocks = [self.block(node) for node in self.about if isinstance(node, NamedNode)]
        prefixes = [
            f"@prefix {prefix}: <{PREFIXES[prefix]}> ."
            for prefix in PREFIXES
            if prefix in self.used
        ]
        return "\n".join([f"@base <{self.base}> .", *prefixes, "", "\n\n".join(blocks), ""])

    def block(self, subject: NamedNode) -> str:
        lines = list(self.properties(subject))
        return f"{self.term(subject)} " + " ;\n    ".join(lines) + " ."

    def properties(self, subject: Node) -> Iterator[str]:
        for predicate, values in self.about[subject].items():
            verb = "a" if predicate == _TYPE else self.term(predicate)
            yield f"{verb} " + " , ".join(self.term(value) for value in values)

    def term(self, term: Term) -> str:
        if isinstance(term, BlankNode):
            return f"[ {' ; '.join(self.properties(term))} ]"
        if isinstance(term, Literal):
            bare = _BARE.get(term.datatype.value)
            return term.value if bare and bare.fullmatch(term.value) else str(term)
        local = term.value.removeprefix(self.base)
        if local != term.value and _PATH.fullmatch(local):
            return f"<{local}>"
        for prefix, namespace in PREFIXES.items():
            name = term.value.removeprefix(namespace)
            if name != term.value and _LOCAL.fullmatch(name):
                self.used.add(prefix)
                return f"{prefix}:{name}"
        return str(term)
