"""Lists of words: those shipped in data/terms and what a user adds in a file of the same form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, parse

from alignchecker.graph.dataset import Dataset, Statement, aln
from alignchecker.model.names import SKOS, TERM
from alignchecker.model.normalize import fold
from alignchecker.model.resources import resource

_IN_SCHEME = NamedNode(SKOS + "inScheme")
_PROPERTIES = {
    NamedNode(SKOS + "prefLabel"): "preferred",
    NamedNode(SKOS + "altLabel"): "others",
    NamedNode(SKOS + "hiddenLabel"): "hidden",
    aln("exceptIn"): "exceptions",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A concept of a list, its words folded.

    preferred: its first name. others: other ways to write or call it. hidden: misread forms, or
    words that stand for it. exceptions: longer words in which one of them does not count.
    """

    iri: str
    preferred: str
    others: tuple[str, ...]
    hidden: tuple[str, ...]
    exceptions: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """All names, the preferred one first."""
        return (self.preferred, *self.others)


@dataclass(frozen=True, slots=True)
class Terms:
    """The three lists, each sorted by IRI."""

    notation: tuple[Word, ...]
    look_alikes: tuple[Word, ...]
    issues: tuple[Word, ...]

    @classmethod
    def read(cls, dataset: Dataset) -> Terms:
        """The shipped lists, with what the files of a dataset add to them or say otherwise."""
        own = _words(_added(dataset))
        lists = {
            scheme: {**_shipped()[scheme], **own[scheme]}
            for scheme in ("notation", "look-alikes", "issues")
        }
        ordered = {name: tuple(of[iri] for iri in sorted(of)) for name, of in lists.items()}
        return cls(ordered["notation"], ordered["look-alikes"], ordered["issues"])


def _added(dataset: Dataset) -> Iterator[Statement]:
    for concept, scheme in dataset.pairs(_IN_SCHEME):
        if isinstance(scheme, NamedNode) and scheme.value.startswith(TERM):
            yield from ((concept, *said) for said in dataset.about(concept))


@cache
def _shipped() -> dict[str, dict[str, Word]]:
    files = sorted(resource("data", "terms").glob("*.ttl"))
    quads = (quad for file in files for quad in parse(path=str(file)))
    return _words((quad.subject, quad.predicate, quad.object) for quad in quads)


def _words(statements: Iterable[Statement]) -> dict[str, dict[str, Word]]:
    schemes: dict[str, str] = {}
    texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in statements:
        concept = str(subject)
        if predicate == _IN_SCHEME and isinstance(value, NamedNode):
            schemes[concept] = value.value.removeprefix(TERM)
        elif isinstance(value, Literal) and predicate in _PROPERTIES:
            text = fold(value.value).strip()
            if text and value.language in {None, "ja"}:
                texts[concept][_PROPERTIES[predicate]].append(text)
    found: dict[str, dict[str, Word]] = defaultdict(dict)
    for concept, scheme in schemes.items():
        of = {name: tuple(sorted(set(words))) for name, words in texts[concept].items()}
        if "preferred" in of:
            found[scheme][concept] = Word(
                concept,
                of["preferred"][0],
                of.get("others", ()),
                of.get("hidden", ()),
                of.get("exceptions", ()),
            )
    return found
