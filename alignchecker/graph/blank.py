"""Names for blank nodes, the same whenever the same file is read.

People and JSON-LD write relations as nodes without a name. A finding about one needs a name that
stays. Each node starts with what it says of named things; in rounds it takes in what its
neighbours are called. Nodes that still cannot be told apart are numbered in the order they come.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import BlankNode, Literal, Quad, Triple

from alignchecker.graph.dataset import Term

Key = tuple[str, str, str, str]
"""kind ("blank", "iri", "literal"), value, language, datatype: a term of whatever library."""

Statement = tuple[Key, Key, Key]

PREFIX = "urn:x-alignchecker:blank:"
_ROUNDS = 6


def statements(quads: Iterable[Quad]) -> Iterator[Statement]:
    """What quads say of blank nodes, without statements about statements, which loading drops."""
    for quad in quads:
        subject, value = quad.subject, quad.object
        if isinstance(subject, Triple) or isinstance(value, Triple):
            continue
        if isinstance(subject, BlankNode) or isinstance(value, BlankNode):
            yield _key(subject), _key(quad.predicate), _key(value)


def _key(term: Term) -> Key:
    if isinstance(term, Literal):
        plain = term.language or term.datatype.value.endswith("#string")
        return "literal", term.value, term.language or "", "" if plain else term.datatype.value
    return "blank" if isinstance(term, BlankNode) else "iri", term.value, "", ""


def names(statements: Iterable[Statement]) -> Mapping[str, str]:
    """Label of each blank node -> IRI. Time grows with the number of statements."""
    said: dict[str, list[str]] = defaultdict(list)
    near: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, predicate, value in statements:
        for node, way, other in ((subject, ">", value), (value, "<", subject)):
            if node[0] != "blank":
                continue
            lines, edge = said[node[1]], f"{way} {predicate[1]}"
            if other[0] == "blank":
                near[node[1]].append((edge, other[1]))
            else:
                lines.append(f"{edge} {other!r}")
    colours = dict.fromkeys(said, "")
    changing: Iterable[str] = said
    for _ in range(_ROUNDS):
        colours |= {label: _colour(said[label], near.get(label, ()), colours) for label in changing}
        changing = near  # the others have no neighbour whose colour could change
    seen = Counter[str]()
    named = {}
    for label, colour in colours.items():
        seen[colour] += 1
        named[label] = f"{PREFIX}{colour}" + (f"-{seen[colour]}" if seen[colour] > 1 else "")
    return named


def _colour(
    said: Iterable[str], near: Iterable[tuple[str, str]], colours: Mapping[str, str]
) -> str:
    lines = sorted([*said, *(f"{edge} {colours[other]!r}" for edge, other in near)])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
