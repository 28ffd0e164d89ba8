"""An updated plan as Turtle, blank nodes that a person wrote included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode

from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.graph.turtle import _Turtle


def statements_turtle(statements: Iterable[Statement], edition: NamedNode) -> str:
    """The statements in their order, by subject; IRIs relative to the edition's series.

    Equal statements in the same order give equal text, whatever their blank nodes are called.
    """
    series = edition.value.rpartition("/")[0] + "/"
    return _WholeTurtle(list(statements), series).text()


class _WholeTurtle(_Turtle):
    """Blank nodes stand inside where one named node has them, under a label anywhere else.

    Only one deep: what a person wrote may be a long list, or a circle.
    """

    def __init__(self, statements: list[Statement], base: str) -> None:
        super().__init__(statements, base)
        uses = Counter(o for _, _, o in set(statements) if isinstance(o, BlankNode))
        inside = {
            o
            for s, _, o in statements
            if isinstance(s, NamedNode) and isinstance(o, BlankNode) and uses[o] == 1
        }
        nodes = dict.fromkeys(t for s, _, o in statements for t in (s, o))
        loose = [n for n in nodes if isinstance(n, BlankNode) and n not in inside]
        self.labels = {node: f"_:b{number}" for number, node in enumerate(loose, start=1)}

    def text(self) -> str:
        named: list[Node] = [
            node for node in self.about if isinstance(node, NamedNode) or node in self.labels
        ]
        blocks = [self.whole(node) for node in named]
        return "\n\n".join([super().text().partition("\n\n")[0], *blocks]) + "\n"

    def whole(self, subject: Node) -> str:
        return f"{self.term(subject)} " + " ;\n    ".join(self.properties(subject)) + " ."

    def term(self, term: Term) -> str:
        if isinstance(term, BlankNode) and term in self.labels:
            return self.labels[term]
        if isinstance(term, BlankNode) and term not in self.about:
            return "[]"
        if isinstance(term, NamedNode) and {".", ".."} & set(term.value.split("/")):
            return str(term)
        return super().term(term)
