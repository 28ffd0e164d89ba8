"""Statements about findings as Turtle: equal reports give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from alignchecker.model.finding import Finding, TermText
from alignchecker.model.names import PREFIXES

Statement = tuple[NamedNode, NamedNode, NamedNode | BlankNode | Literal]


def turtle(statements: Iterable[Statement], prefixes: dict[str, str] | None = None) -> str:
    """The statements in their order. prefixes: beside those of the project."""
    triples = [Triple(*statement) for statement in statements]
    every = {**PREFIXES, **(prefixes or {})}
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=every) or b""
    return text.decode() + "\n"


def finding_iri(finding: Finding) -> NamedNode:
    """A name for a finding, the same in every run that finds it."""
    return NamedNode(f"urn:x-alignchecker:finding:{finding.fingerprint}")


def words(text: str, lang: str) -> Literal:
    """A sentence; what a file's name has that is no text becomes a question mark."""
    return Literal(text.encode("utf-8", "replace").decode(), language=lang)


def term(text: TermText) -> NamedNode | BlankNode | Literal:
    """The term that is written down in words."""
    if text.type == "uri":
        return NamedNode(text.value)
    if text.type == "bnode":
        return BlankNode(text.value)
    if text.language is not None:
        return Literal(text.value, language=text.language)
    datatype = None if text.datatype is None else NamedNode(text.datatype)
    return Literal(text.value, datatype=datatype)
