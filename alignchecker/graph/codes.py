"""Labels of code-list concepts, read from the ontology."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode, parse

from alignchecker.model.names import CODE, SKOS
from alignchecker.model.resources import resource
from alignchecker.triples.terms import Term

_PREF_LABEL = NamedNode(SKOS + "prefLabel")
_NOTATION = NamedNode(SKOS + "notation")


@cache
def _labels() -> dict[tuple[str, str], str]:
    labels = {}
    for file in sorted(resource("ontology").glob("*.ttl")):
        for quad in parse(path=str(file)):
            if quad.predicate == _PREF_LABEL and isinstance(quad.object, Literal):
                subject = quad.subject
                assert isinstance(subject, NamedNode)
                labels[subject.value, quad.object.language or ""] = quad.object.value
    return labels


@cache
def _concepts() -> frozenset[str]:
    """What has a notation: the concepts, not the schemes that they are in."""
    return frozenset(
        quad.subject.value
        for file in sorted(resource("ontology").glob("*.ttl"))
        for quad in parse(path=str(file))
        if quad.predicate == _NOTATION and isinstance(quad.subject, NamedNode)
    )


def label(scheme: str, notation: str, lang: str) -> str:
    """The label of a concept: label("verb", "weigh", "ja") is 勘案; the notation if unknown."""
    return _labels().get((f"{CODE}{scheme}-{notation}", lang), notation)


def notation(term: Term | None, scheme: str) -> str | None:
    """The notation of a concept of a scheme; None for anything else."""
    prefix = f"{CODE}{scheme}-"
    is_ours = isinstance(term, NamedNode) and term.value.startswith(prefix)
    return term.value.removeprefix(prefix) if term is not None and is_ours else None


def known(scheme: str) -> list[str]:
    """The notations of a scheme, sorted: known("type") has "children"."""
    prefix = f"{CODE}{scheme}-"
    return sorted(iri.removeprefix(prefix) for iri in _concepts() if iri.startswith(prefix))
