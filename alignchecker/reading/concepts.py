"""Labels of the code lists, for what people fill in: both ways between label and notation."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode, parse

from alignchecker.model.names import CODE, SKOS
from alignchecker.model.resources import resource

_FILES = ("code-lists.ttl", "plan-types.ttl", "relation-verbs.ttl")
_LABEL = NamedNode(SKOS + "prefLabel")
_NOTATION = NamedNode(SKOS + "notation")


@cache
def japanese_labels(scheme: str) -> dict[str, str]:
    """Notation -> Japanese label of a code list, in the ontology's order.

    >>> japanese_labels("rank")
    {'highest': '最上位計画', 'higher': '上位計画', 'related': '関連計画'}
    """
    prefix = f"{CODE}{scheme}-"
    notations: dict[str, str] = {}
    labels: dict[str, str] = {}
    for file in _FILES:
        for quad in parse(path=str(resource("ontology", file))):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(value, Literal):
                continue
            if subject.value.startswith(prefix) and quad.predicate == _NOTATION:
                notations[subject.value] = value.value
            elif quad.predicate == _LABEL and value.language == "ja":
                labels[subject.value] = value.value
    return {notation: labels.get(iri, notation) for iri, notation in notations.items()}


def notation_of(scheme: str, text: str) -> str | None:
    """The notation that a Japanese label or a notation names, or None.

    >>> notation_of("rank", "上位計画"), notation_of("rank", "higher"), notation_of("rank", "上")
    ('higher', 'higher', None)
    """
    labels = japanese_labels(scheme)
    if text in labels:
        return text
    return next((notation for notation, label in labels.items() if label == text), None)
