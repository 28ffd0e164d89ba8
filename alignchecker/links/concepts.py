"""Concepts of municipal policy that headings speak of, whatever word they take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from alignchecker.graph.word_list import WordList
from alignchecker.model.names import SKOS
from alignchecker.model.resources import resource

_NAMES = {SKOS + "prefLabel", SKOS + "altLabel"}
_NEAR = 0.4
"""What a broader or a related concept counts beside the one that was named."""


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """The concepts of a SKOS file. near: a concept -> the broader and related ones."""

    by_word: Mapping[str, frozenset[str]]
    label: Mapping[str, str]
    near: Mapping[str, frozenset[str]]
    words: WordList

    def named(self, text: str) -> frozenset[str]:
        """The concepts that a text names; a word within a longer one that was found is not it."""
        found = self.words.found(text)
        longest = [w for w in found if not any(w != other and w in other for other in found)]
        return frozenset(concept for word in longest for concept in self.by_word[word])

    def weighted(self, text: str) -> dict[str, float]:
        """Concept -> what it counts in a text: 1 where it is named, less where a near one is."""
        named = self.named(text)
        weights = {near: _NEAR for concept in named for near in self.near.get(concept, ())}
        return {**weights, **dict.fromkeys(named, 1.0)}


@cache
def shipped_concepts() -> Concepts:
    """The concepts of data/terms/concepts.ttl."""
    words: dict[str, set[str]] = defaultdict(set)
    label: dict[str, str] = {}
    near: dict[str, set[str]] = defaultdict(set)
    path = resource("data", "terms", "concepts.ttl")
    for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
        subject, name, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, NamedNode):
            continue
        if isinstance(value, Literal) and value.language == "ja" and name in _NAMES:
            words[value.value].add(subject.value)
            if name == SKOS + "prefLabel":
                label[subject.value] = value.value
        elif isinstance(value, NamedNode) and name in {SKOS + "broader", SKOS + "related"}:
            near[subject.value].add(value.value)
            if name == SKOS + "related":
                near[value.value].add(subject.value)
    schemes = {subject for subject in label if subject not in near and _is_scheme(subject)}
    by_word = {word: frozenset(found - schemes) for word, found in words.items()}
    by_word = {word: found for word, found in by_word.items() if found}
    return Concepts(by_word, label, {c: frozenset(n) for c, n in near.items()}, WordList(by_word))


def _is_scheme(iri: str) -> bool:
    return iri.rpartition("#")[2] == "concepts"
