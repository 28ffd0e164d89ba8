"""Random graphs and queries, as hypothesis strategies."""

from __future__ import annotations

from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

EX = "https://example.org/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
NODES = [NamedNode(EX + name) for name in "stuvw"]
PREDICATES = [NamedNode(EX + name) for name in "pqr"]
LITERALS = [
    Literal(1),
    Literal(2),
    Literal("1"),
    Literal("b"),
    Literal(""),
    Literal("b", language="ja"),
    Literal("第3章", language="ja"),
    Literal(True),
    Literal(False),
    Literal("1.5", datatype=NamedNode(_XSD + "decimal")),
    Literal("2.0", datatype=NamedNode(_XSD + "decimal")),
]
_TERMS: list[NamedNode | Literal] = [*NODES, *LITERALS]
KNOWN = [Triple(NODES[0], NamedNode(EX + "knows"), term) for term in _TERMS]
"""In every graph, because Oxigraph has no path of no length at a node that its graph has not."""
TRIPLES = st.lists(
    st.builds(
        Triple,
        st.sampled_from(NODES),
        st.sampled_from(PREDICATES),
        st.one_of(st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(LITERALS)),
    ),
    max_size=14,
    unique=True,
).map(lambda triples: [*KNOWN, *triples])

_variables = st.sampled_from(["?this", "?a", "?b", "?c", "?d"])
_iris = st.sampled_from([str(node) for node in NODES])
_literals = st.sampled_from([str(literal) for literal in LITERALS])
_paths = st.recursive(
    st.sampled_from([str(predicate) for predicate in PREDICATES]),
    lambda inner: st.one_of(
        inner.map(lambda p: f"^({p})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]})/({two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from("*+?")).map(lambda two: f"({two[0]}){two[1]}"),
    ),
    max_leaves=3,
)
_patterns = st.tuples(
    st.one_of(_variables, _variables, _iris),
    st.one_of(st.sampled_from([str(predicate) for predicate in PREDICATES]), _paths),
    st.one_of(_variables, _variables, _iris, _literals),
).map(lambda slots: " ".join(slots) + " .")

_operators = st.sampled_from(["=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "&&", "||"])
_one = st.sampled_from(["STR", "LANG", "BOUND!", "isIRI", "isLiteral", "STRLEN", "!", "UCASE",
                        "DATATYPE", "isNumeric", "xsd:integer", "xsd:string", "ABS"])  # fmt: skip
_two = st.sampled_from(["CONTAINS", "STRSTARTS", "STRENDS", "STRAFTER", "STRBEFORE", "sameTerm",
                        "CONCAT", "COALESCE", "REGEX", "LANGMATCHES"])  # fmt: skip


def _call(name: str, argument: str) -> str:
    if name == "BOUND!":
        return f"BOUND({argument})" if argument.startswith("?") else "true"
    return f"{name}({argument})"


def _operation(one: str, operator: str, other: str) -> str:
    """Of literals only where it compares sizes: Oxigraph has an order of IRIs, SPARQL has none."""
    written = f"({one} {operator} {other})"
    if operator not in {"<", ">", "<=", ">="}:
        return written
    return f"IF(isLiteral({one}) && isLiteral({other}), {written}, ?nothing)"


_expressions = st.recursive(
    st.one_of(_variables, _variables, _literals, _iris),
    lambda inner: st.one_of(
        st.tuples(inner, _operators, inner).map(lambda x: _operation(*x)),
        st.tuples(_one, inner).map(lambda x: _call(*x)),
        st.tuples(_two, inner, inner).map(lambda x: f"{x[0]}({x[1]}, {x[2]})"),
        st.tuples(inner, inner, inner).map(lambda x: f"IF({x[0]}, {x[1]}, {x[2]})"),
        st.tuples(inner, st.sampled_from(["IN", "NOT IN"]), inner, inner).map(
            lambda x: f"({x[0]} {x[1]} ({x[2]}, {x[3]}))"
        ),
        st.tuples(inner, st.integers(-1, 3), st.integers(-1, 3)).map(
            lambda x: f"SUBSTR(STR({x[0]}), {x[1]}, {x[2]})"
        ),
    ),
    max_leaves=5,
)


def _groups(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    elements = st.one_of(
        _patterns,
        _patterns,
        _expressions.map(lambda e: f"FILTER ({e})"),
        inner.map(lambda g: f"OPTIONAL {g}"),
        st.tuples(inner, inner).map(lambda two: f"{two[0]} UNION {two[1]}"),
        st.tuples(st.sampled_from(["EXISTS", "NOT EXISTS"]), inner).map(
            lambda two: f"FILTER {two[0]} {two[1]}"
        ),
        st.tuples(_expressions, st.sampled_from(["?d", "?e"])).map(
            lambda two: f"BIND ({two[0]} AS {two[1]})"
        ),
    )
    return st.lists(elements, min_size=1, max_size=4).map(lambda e: "{ " + " ".join(e) + " }")


GROUPS = st.recursive(
    st.lists(_patterns, min_size=1, max_size=3).map(lambda e: "{ " + " ".join(e) + " }"),
    _groups,
    max_leaves=4,
)
