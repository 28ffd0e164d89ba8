"""Changes to a graph that make sense of nothing, as hypothesis strategies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.model.names import RDFS
from alignchecker.triples.terms import Statement, Term

from .material import TYPE, Graph, ontology
from .terms import TERMS, VARIANTS

_SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: of what kind, of which statement, by the look of which other one or which term.

    Numbers go round: any of them is a place in any graph.
    """

    kind: str
    one: int
    other: int
    term: Term


def edited(graph: Sequence[Statement], edits: Sequence[Edit]) -> Graph:
    """The graph after some changes."""
    left = list(graph)
    for edit in edits:
        if left:
            one, other = edit.one % len(left), edit.other % len(left)
            left = list(_KINDS[edit.kind](left, one, other, edit))
    return tuple(dict.fromkeys(left))


_Change = Callable[[list[Statement], int, int, Edit], Sequence[Statement]]


def _with(graph: list[Statement], place: int, **parts: Term) -> list[Statement]:
    """A statement with another subject, predicate or value, where RDF allows that."""
    subject, predicate, value = graph[place]
    changed = (parts.get("s", subject), parts.get("p", predicate), parts.get("o", value))
    if isinstance(changed[0], Literal) or not isinstance(changed[1], NamedNode):
        return graph
    return [*graph[:place], changed, *graph[place + 1 :]]  # type: ignore[list-item]


def _doubled(graph: list[Statement], place: int, value: Term) -> list[Statement]:
    """A second value beside the one that is there."""
    return [*graph, (graph[place][0], graph[place][1], value)]


def _varied(graph: list[Statement], one: int, edit: Edit) -> Term:
    value = graph[one][2]
    if not isinstance(value, Literal):
        return Literal(value.value)
    return VARIANTS[edit.other % len(VARIANTS)](value)


def _named(graph: list[Statement], old: Term, new: Term) -> list[Statement]:
    """A node under another name, that of another one perhaps; a literal can be no subject."""
    if isinstance(new, Literal):
        return graph
    return [(new if s == old else s, p, new if o == old else o) for s, p, o in graph]


def _copied(graph: list[Statement], node: Term, copy: Term) -> list[Statement]:
    """All that is said of a node said of another one too."""
    if isinstance(copy, Literal):
        return graph
    return [*graph, *((copy, p, o) for s, p, o in graph if s == node)]


def _narrowed(graph: list[Statement]) -> list[Statement]:
    """All nodes of classes two steps below those that they were of."""
    left = [(s, p, o) for s, p, o in graph if p != TYPE or not isinstance(o, NamedNode)]
    for subject, predicate, kind in graph:
        if predicate == TYPE and isinstance(kind, NamedNode):
            narrow, wider = (NamedNode(f"{kind.value}-{name}") for name in ("narrow", "wider"))
            left += [(subject, TYPE, narrow), (narrow, _SUB_CLASS_OF, wider)]
            left += [(wider, _SUB_CLASS_OF, kind)]
    return left


@cache
def _classes() -> Sequence[Term]:
    return sorted({s for s, p, o in ontology() if p == TYPE and "Class" in o.value}, key=str)


_KINDS: Mapping[str, _Change] = {
    "dropped": lambda g, one, _, __: g[:one] + g[one + 1 :],
    "nothing said of": lambda g, one, _, __: [t for t in g if t[0] != g[one][0]],
    "value of another": lambda g, one, other, _: _with(g, one, o=g[other][2]),
    "value doubled": lambda g, one, other, _: _doubled(g, one, g[other][2]),
    "values swapped": lambda g, one, other, _: _with(
        _with(g, one, o=g[other][2]), other, o=g[one][2]
    ),
    "subject of another": lambda g, one, other, _: _with(g, one, s=g[other][0]),
    "subject as value": lambda g, one, other, _: _with(g, one, o=g[other][0]),
    "predicate of another": lambda g, one, other, _: _with(g, one, p=g[other][1]),
    "turned round": lambda g, one, _, __: _with(g, one, s=g[one][2], o=g[one][0]),
    "value varied": lambda g, one, _, e: _with(g, one, o=_varied(g, one, e)),
    "variant beside it": lambda g, one, _, e: _doubled(g, one, _varied(g, one, e)),
    "odd value": lambda g, one, _, e: _with(g, one, o=e.term),
    "odd value beside it": lambda g, one, _, e: _doubled(g, one, e.term),
    "nodes made one": lambda g, one, other, _: _named(g, g[one][0], g[other][0]),
    "node named anew": lambda g, one, _, e: _named(g, g[one][0], e.term),
    "node made blank": lambda g, one, _, __: _named(g, g[one][0], BlankNode(f"n{one}")),
    "node copied": lambda g, one, _, e: _copied(g, g[one][0], e.term),
    "node mixed with another": lambda g, one, other, _: _copied(g, g[one][0], g[other][0]),
    "classes narrowed": lambda g, _, __, ___: _narrowed(g),
    "another class": lambda g, one, _, e: [
        *g,
        (g[one][0], TYPE, _classes()[e.other % len(_classes())]),
    ],
}
EDITS = st.builds(
    Edit, st.sampled_from(sorted(_KINDS)), st.integers(0, 999), st.integers(0, 999), TERMS
)
