"""Suggested links: what a measure of one plan may answer in another, how likely, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why an item is a candidate, the strongest ground of each kind first.

    terms: words that both headings have. concepts: what both speak of, in whatever words.
    related: where there is none, what both come near to. siblings: headings of measures of other
    plans that a reviewer linked to the item. meaning: whether embeddings found them alike.
    """

    terms: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    meaning: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that a measure may answer. probability: that a reviewer would accept the link."""

    iri: str
    label: str
    probability: float
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The candidates of a measure, the likeliest first.

    none: the probability that the other plan has no counterpart; None where that is unknown,
    because only an extract of that plan was read.
    """

    iri: str
    label: str
    none: float | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All measures of a plan, in its order, with their candidates in the other plan.

    higher: the IRI of the other plan.
    """

    title: str
    higher: str
    higher_title: str
    extract: bool
    rows: tuple[Suggestion, ...]
