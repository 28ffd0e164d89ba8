"""Statements as JSON-LD 1.1 that reads as JSON: short names, and no context to fetch.

The context is ontology/context.jsonld, written from the ontology; each file carries it whole.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph.dataset import Node, Statement, Term
from alignchecker.graph.nodes import TYPE
from alignchecker.model.errors import ConfigError
from alignchecker.model.names import RDF, XSD
from alignchecker.model.resources import resource

_INTEGER, _BOOLEAN = NamedNode(XSD + "integer"), NamedNode(XSD + "boolean")
_STRING, _TAGGED = NamedNode(XSD + "string"), NamedNode(RDF + "langString")
_TEXTS = {_STRING, _TAGGED}
_LANGUAGE, _REFERENCE = "@language", "@id"
# What every reader of JSON takes for the same number.
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")


def json_ld(statements: Iterable[Statement], graph: NamedNode) -> bytes:
    """The statements in a named graph; equal statements in equal order give equal bytes.

    Subjects stand in the order in which they first come, each with all that is said of it; a blank
    node that one value names, and that names none, stands where it is named.

    Raises ConfigError for an IRI that JSON-LD would take for another one.
    """
    about: dict[Node, list[Statement]] = {}
    for statement in dict.fromkeys(statements):
        about.setdefault(statement[0], []).append(statement)
    document = {"@context": _context(), "@id": graph.value, "@graph": _Writer(about).nodes()}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


class _Writer:
    """Writes nodes with all that is said of them."""

    def __init__(self, about: Mapping[Node, Sequence[Statement]]) -> None:
        self._about = about
        named = Counter(value for of in about.values() for _, _, value in of)
        self._within = {
            node
            for node, of in about.items()
            if isinstance(node, BlankNode)
            and named[node] == 1
            and not any(isinstance(value, BlankNode) for _, _, value in of)
        }
        self._labels: dict[BlankNode, str] = {}

    def nodes(self) -> list[Mapping[str, object]]:
        """The nodes that do not stand within others."""
        return [self._node(node) for node in self._about if node not in self._within]

    def _node(self, node: Node) -> Mapping[str, object]:
        written: dict[str, object] = {} if node in self._within else {"@id": self._name(node)}
        for _, predicate, value in self._about[node]:
            if predicate == TYPE and isinstance(value, NamedNode):
                _put(written, "@type", _term(value.value))
                continue
            term = _term(predicate.value)
            if _kind(term) != _LANGUAGE:
                _put(written, term, self._value(term, value))
            elif isinstance(value, Literal) and value.datatype in _TEXTS:
                texts = written.setdefault(term, {})
                assert isinstance(texts, dict)
                _put(texts, value.language or "@none", value.value)
            else:
                # A name in full is no term, so it may have what is no text.
                _put(written, predicate.value, self._value(predicate.value, value))
        return written

    def _value(self, term: str, value: Term) -> object:
        if isinstance(value, Literal):
            written = _literal(value)
            plain = _kind(term) == _REFERENCE and not isinstance(written, dict)
            return {"@value": written} if plain else written
        if value in self._within:
            return self._node(value)
        name = self._name(value)
        return name if _kind(term) == _REFERENCE else {"@id": name}

    def _name(self, node: Node) -> str:
        if isinstance(node, NamedNode):
            return _short(node.value)
        return self._labels.setdefault(node, f"_:b{len(self._labels) + 1}")


def _put(written: dict[str, object], key: str, value: object) -> None:
    """Adds a value: one stands alone, several in a list."""
    known = written.get(key)
    if known is None:
        written[key] = value
    elif isinstance(known, list):
        known.append(value)
    else:
        written[key] = [known, value]


def _literal(literal: Literal) -> object:
    """A literal as JSON has it, where that means the same; else with its datatype or language."""
    if literal.datatype == _STRING:
        return literal.value
    if literal.datatype == _INTEGER and _WHOLE.fullmatch(literal.value):
        return int(literal.value)
    if literal.datatype == _BOOLEAN and literal.value in {"true", "false"}:
        return literal.value == "true"
    if literal.language is not None:
        return {"@value": literal.value, "@language": literal.language}
    return {"@value": literal.value, "@type": _short(literal.datatype.value)}


@cache
def _context() -> Mapping[str, object]:
    found = json.loads(resource("ontology", "context.jsonld").read_text("utf-8"))["@context"]
    assert isinstance(found, dict)
    return found


@cache
def _terms() -> Mapping[str, str]:
    """Prefixed name -> the bare name of the context."""
    every = ((term, to) for term, to in _context().items() if term not in _spaces())
    return {to["@id"] if isinstance(to, dict) else str(to): term for term, to in every}


@cache
def _spaces() -> Mapping[str, str]:
    """Prefix -> namespace."""
    every = _context().items()
    return {t: to for t, to in every if isinstance(to, str) and to.endswith(("#", "/"))}


@cache
def _kind(term: str) -> str:
    """What the context makes of the values of a term: texts, references, or whatever stands."""
    definition = _context().get(term)
    if not isinstance(definition, dict):
        return ""
    return _LANGUAGE if "@container" in definition else _REFERENCE


def _term(iri: str) -> str:
    """What a property or class is called."""
    name = _short(iri)
    return _terms().get(name, name)


def _short(iri: str) -> str:
    """An IRI with the prefix of its namespace, if it has one."""
    for prefix, space in _spaces().items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    scheme, _, rest = iri.partition(":")
    if scheme in _spaces() and not rest.startswith("//"):
        raise ConfigError(
            f"<{iri}> は、接頭辞 {scheme} と区別できないため JSON-LD に書けません。"
            "Turtle のまま使うか、名前を変えてください。",
            f"<{iri}> cannot be told from the prefix {scheme} in JSON-LD."
            " Use Turtle, or rename it.",
        )
    return iri
