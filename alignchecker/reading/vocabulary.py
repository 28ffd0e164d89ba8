"""The words of the code lists: how titles show a plan's type, how texts put a relation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from alignchecker.model.names import ALN, SKOS
from alignchecker.model.normalize import label_key
from alignchecker.model.resources import resource

_NOTATION = NamedNode(f"{SKOS}notation")
_LEVEL = NamedNode(f"{ALN}administrationLevel")
_PREFECTURE = re.compile(
    r"(?:第[0-9一二三四五六七八九十]+[次期])?(?:[一-龠]{2,3}県|東京都|大阪府|京都府|北海道)(?![市町村区])"
)


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A word, the notation of the concept that it shows, and who makes plans of that type."""

    word: str
    notation: str
    level: str


@cache
def title_words() -> tuple[Term, ...]:
    """Words in titles with their plan types, longest first (aln:titleWord)."""
    return _terms("plan-types.ttl", "titleWord")


@cache
def phrases() -> tuple[Term, ...]:
    """Wordings of relations with their verbs, longest first (aln:phrase)."""
    return _terms("relation-verbs.ttl", "phrase")


def plan_type(title: str) -> str | None:
    """The plan type that a title shows: the longest word wins, then the one nearest its end.

    Of the same word for a municipal and a prefectural plan, the issuer in the title decides; a
    prefecture's plan is of no municipal type.

    >>> plan_type("白波町子ども・子育て支援事業計画"), plan_type("道路台帳")
    ('childcare', None)
    >>> plan_type("白波県障害者計画"), plan_type("白波県障害福祉計画")
    ('prefectural-disability', None)
    """
    key = _type_key(title)
    level = "prefecture" if _PREFECTURE.match(key) else "municipality"
    found = [
        (len(term.word), term.level == level, key.rfind(_type_key(term.word)), term)
        for term in title_words()
        if _type_key(term.word) in key
    ]
    best = max(found)[-1] if found else None
    is_other = best is not None and (level, best.level) == ("prefecture", "municipality")
    return None if best is None or is_other else best.notation


def _type_key(text: str) -> str:
    """The label's key with one spelling of こども, which Acts and cities write in three ways."""
    return re.sub("子ども|子供", "こども", label_key(text))


def _terms(name: str, property_name: str) -> tuple[Term, ...]:
    path = resource("ontology", name)
    notations: dict[str, str] = {}
    levels: dict[str, str] = {}
    words: list[tuple[str, str]] = []
    with path.open("rb") as stream:
        for quad in parse(stream, format=RdfFormat.TURTLE):
            subject = str(quad.subject)
            if quad.predicate == _LEVEL and isinstance(quad.object, NamedNode):
                levels[subject] = quad.object.value.rpartition("level-")[2]
            if not isinstance(quad.object, Literal):
                continue
            if quad.predicate == _NOTATION:
                notations[subject] = quad.object.value
            elif quad.predicate.value == f"{ALN}{property_name}":
                words.append((quad.object.value, subject))
    terms = {
        Term(word, notations[subject], levels.get(subject, ""))
        for word, subject in words
        if subject in notations
    }
    return tuple(sorted(terms, key=lambda term: (-len(term.word), term.word, term.notation)))
