"""Names for blank nodes, the same whenever the same file is read.

People and JSON-LD write relations as nodes without a name. A finding about one needs a name that
stays. Each node starts with what it says of named things; in rounds it takes in what its
neighbours are called. Nodes that still cannot be told apart are numbered in the order they come.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

Key = tuple[str, str, str, str]
"""kind ("blank", "iri", "literal"), value, language, datatype: a term of whatever library."""

PREFIX = "urn:x-alignchecker:blank:"
_ROUNDS = 6


def names(statements: Iterable[tuple[Key, Key, Key]]) -> Mapping[str, str]:
    """Label of each blank node -> IRI. Time grows with the number of statements."""
    edges: dict[str, list[tuple[str, str, Key]]] = defaultdict(list)
    for subject, predicate, value in statements:
        if subject[0] == "blank":
            edges[subject[1]].append((">", predicate[1], value))
        if value[0] == "blank":
            edges[value[1]].append(("<", predicate[1], subject))
    colours = dict.fromkeys(edges, "")
    for _ in range(_ROUNDS):
        colours = {label: _colour(around, colours) for label, around in edges.items()}
    seen = Counter[str]()
    named = {}
    for label, colour in colours.items():
        seen[colour] += 1
        named[label] = f"{PREFIX}{colour}" + (f"-{seen[colour]}" if seen[colour] > 1 else "")
    return named


def _colour(around: list[tuple[str, str, Key]], colours: Mapping[str, str]) -> str:
    lines = sorted(
        f"{way} {predicate} {colours[term[1]] if term[0] == 'blank' else term!r}"
        for way, predicate, term in around
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
