"""Literals as nobody should write them, and the same literal written in another way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.model.names import XSD
from alignchecker.triples.terms import Node, Term

EX = "https://example.org/"
_TYPED: Sequence[tuple[str, Sequence[str]]] = (
    ("integer", ["0", "1", "-1", "2026", "2027", "2030", "+2026", "02026", "9" * 30, "", "abc"]),
    ("decimal", ["2026.0", "2026.50", ".5", "-0.0", "0", "1e3", "9" * 30 + ".5", "1." + "3" * 30]),
    ("double", ["2.026E3", "1.5", "NaN", "INF", "-INF", "1E400", "many"]),
    ("float", ["2026", "NaN", "0.1"]),
    ("boolean", ["true", "false", "1", "0", "maybe"]),
    ("date", ["2026-04-01", "2026-03-31", "2025-12-01", "2026-13-45", "2026-04-01Z", "2026"]),
    ("dateTime", ["2026-04-01T00:00:00", "2026-04-01T00:00:00+09:00"]),
    ("gYear", ["2026"]),
    # None out of bounds: it is no value of its datatype, but rdflib and Oxigraph read it.
    ("int", ["2026"]),
    ("nonNegativeInteger", ["2026"]),
    ("anyURI", ["https://example.org/plan"]),
    ("string", ["", "1", "2026", "2026-04-01", "true", "第2次青葉市総合計画", "a\nb\t\\\"'", "𠮷"]),
)
LITERALS: Sequence[Literal] = (
    *(Literal(text, datatype=NamedNode(XSD + name)) for name, texts in _TYPED for text in texts),
    *(Literal("指針", language=tag) for tag in ("ja", "en", "ja-JP", "zh-Hant")),
    Literal("", language="ja"),
    Literal("2026", language="ja"),
    Literal("2026", datatype=NamedNode(EX + "year")),
)
NODES: Sequence[Node] = (
    *(NamedNode(EX + name) for name in ("plan", "item", "other", "nowhere")),
    *(BlankNode(name) for name in ("x", "y")),
)
TERMS: st.SearchStrategy[Term] = st.one_of(st.sampled_from(LITERALS), st.sampled_from(NODES))


def _typed(text: str, name: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + name))


def _added(literal: Literal, number: int) -> Literal:
    """A whole number that is greater or less; another text for what is none."""
    try:
        return _written(str(int(literal.value) + number), literal)
    except ValueError:
        return _written(f"{literal.value}{number}", literal)


def _written(text: str, like: Literal) -> Literal:
    """A text with the language or datatype of a literal."""
    if like.language is not None:
        return Literal(text, language=like.language)
    return Literal(text, datatype=like.datatype)


VARIANTS: Sequence[Callable[[Literal], Literal]] = (
    lambda literal: _added(literal, 1),
    lambda literal: _added(literal, -1),
    lambda literal: Literal(literal.value),
    lambda literal: Literal(literal.value, language="ja"),
    lambda literal: Literal(literal.value, language="en"),
    lambda literal: _typed(literal.value, "integer"),
    lambda literal: _typed(literal.value, "decimal"),
    lambda literal: _typed(literal.value, "double"),
    lambda literal: _typed(literal.value, "date"),
    lambda literal: _written(f"0{literal.value}", literal),
    lambda literal: _typed(f"{literal.value}.0", "decimal"),
    lambda _: Literal(""),
    lambda literal: Literal(literal.value[:1]),
    lambda literal: Literal(f"{literal.value} "),
)
"""A literal -> one that looks like it."""
