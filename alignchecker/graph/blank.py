"""Names for blank nodes, the same whenever the same file is read.

People and JSON-LD write relations as nodes without a name. A finding about one needs a name that
stays: it is made of what the node says and of what points to it, so it changes only with those.
Two nodes that say the same of the same node become one, as RDF understands them anyway.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

Key = tuple[str, str, str, str]
"""kind ("blank", "iri", "literal"), value, language, datatype: a term of whatever library."""

PREFIX = "urn:x-alignchecker:blank:"
_DEPTH = 4


def names(statements: Iterable[tuple[Key, Key, Key]]) -> Mapping[str, str]:
    """Label of each blank node -> IRI."""
    said: dict[Key, list[tuple[Key, Key]]] = defaultdict(list)
    pointing: dict[Key, list[tuple[Key, Key]]] = defaultdict(list)
    for subject, predicate, value in statements:
        if subject[0] == "blank":
            said[subject].append((predicate, value))
        if value[0] == "blank":
            pointing[value].append((predicate, subject))

    def text(term: Key, depth: int) -> str:
        if term[0] != "blank":
            return repr(term)
        inner = said[term] if depth else []
        return "[" + ";".join(sorted(f"{p[1]} {text(o, depth - 1)}" for p, o in inner)) + "]"

    def name(node: Key) -> str:
        outer = sorted(f"{p[1]} {text(s, 0)}" for p, s in pointing[node])
        content = "\n".join([text(node, _DEPTH), *outer])
        return PREFIX + hashlib.sha256(content.encode()).hexdigest()[:16]

    return {node[1]: name(node) for node in {*said, *pointing}}
