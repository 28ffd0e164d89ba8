"""Concepts of municipal policy that headings speak of, whatever word they take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from alignchecker.links.suggestion.spelling import grams, spelt_alike
from alignchecker.model.names import SKOS
from alignchecker.model.resources import resource

_NAMES = {SKOS + "prefLabel", SKOS + "altLabel"}
_NEAR = 0.4
"""What a broader or a related concept counts beside the one that was named."""


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """The concepts of a SKOS file. by_word: a word as headings are compared -> what it names.
    near: a concept -> the broader and related ones. begun: the first two characters of a word,
    or its only one -> the words.
    """

    by_word: Mapping[str, frozenset[str]]
    label: Mapping[str, str]
    near: Mapping[str, frozenset[str]]
    begun: Mapping[str, tuple[str, ...]]

    def named(self, text: str) -> frozenset[str]:
        """The concepts that a text names; a word within a longer one that was found is not it."""
        found = list(self._found(text))
        longest = [w for w in found if not any(w != other and w in other for other in found)]
        return frozenset(concept for word in longest for concept in self.by_word[word])

    def weighted(self, text: str) -> dict[str, float]:
        """Concept -> what it counts in a text: 1 where it is named, less where a near one is."""
        named = sorted(self.named(text))
        weights = {near: _NEAR for concept in named for near in sorted(self.near.get(concept, ()))}
        return {**weights, **dict.fromkeys(named, 1.0)}

    def _found(self, text: str) -> Iterator[str]:
        key = spelt_alike(text)
        for gram in grams(text):
            if gram in self.begun:
                yield from (word for word in self.begun[gram] if word in key)


@cache
def shipped_concepts() -> Concepts:
    """The concepts of data/terms/concepts.ttl."""
    words: dict[str, set[str]] = defaultdict(set)
    label: dict[str, str] = {}
    near: dict[str, set[str]] = defaultdict(set)
    path = resource("data", "terms", "concepts.ttl")
    for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
        subject, name, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, NamedNode) or _is_scheme(subject.value):
            continue
        if isinstance(value, Literal) and value.language == "ja" and name in _NAMES:
            words[spelt_alike(value.value)].add(subject.value)
            if name == SKOS + "prefLabel":
                label[subject.value] = value.value
        elif isinstance(value, NamedNode) and name in {SKOS + "broader", SKOS + "related"}:
            near[subject.value].add(value.value)
            if name == SKOS + "related":
                near[value.value].add(subject.value)
    by_word = {word: frozenset(found) for word, found in words.items()}
    nearby = {concept: frozenset(found) for concept, found in near.items()}
    return Concepts(by_word, label, nearby, _begun(by_word))


def _begun(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    begun: dict[str, list[str]] = defaultdict(list)
    for word in words:
        begun[word[:2]].append(word)
    return {start: tuple(found) for start, found in begun.items()}


def _is_scheme(iri: str) -> bool:
    return iri.rpartition("#")[2] == "concepts"
