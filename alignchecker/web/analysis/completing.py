"""What the editor offers to complete: prefixes, and the ontology's classes and properties."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from alignchecker.model.names import PREFIXES, RDF, RDFS, SKOS
from alignchecker.model.resources import resource

_OWL = "http://www.w3.org/2002/07/owl#"
_CLASSES = frozenset({_OWL + "Class"})
_PROPERTIES = frozenset(
    _OWL + name for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
)
_SAID = (RDFS + "label", SKOS + "scopeNote")
"""What a term is called; those of other vocabularies have a note on how they are used here."""


@cache
def completions() -> bytes:
    """JSON: "prefixes" with their namespaces; "classes" and "properties" by IRI, each with what it
    is called in "ja" and "en", as far as the ontology says so.
    """
    kinds: dict[str, set[str]] = defaultdict(set)
    said: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for path in sorted(resource("ontology").glob("*.ttl")):
        for triple in parse(path=path, format=RdfFormat.TURTLE):
            term, name, value = triple.subject, triple.predicate.value, triple.object
            if not isinstance(term, NamedNode):
                continue
            if name == RDF + "type" and isinstance(value, NamedNode):
                kinds[term.value].add(value.value)
            elif name in _SAID and isinstance(value, Literal) and value.language:
                said[term.value][name][value.language] = value.value

    def words(iri: str) -> Mapping[str, str]:
        return next((said[iri][name] for name in _SAID if said[iri][name]), {})

    def those(wanted: frozenset[str]) -> Mapping[str, Mapping[str, str]]:
        return {iri: words(iri) for iri in sorted(kinds) if kinds[iri] & wanted}

    every = {"prefixes": PREFIXES, "classes": those(_CLASSES), "properties": those(_PROPERTIES)}
    return json.dumps(every, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@cache
def version() -> str:
    """Changes with them, so a browser may keep them."""
    return hashlib.sha256(completions()).hexdigest()[:16]
