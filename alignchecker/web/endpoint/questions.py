"""What a process that answers queries is asked, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from alignchecker.web.endpoint.counts import Counts


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All statements at one moment.

    revision: of the folder. quads: N-Quads. graphs: the names of all graphs, also of empty ones.
    unread: names of files that could not be read.
    """

    revision: str
    quads: bytes = field(repr=False)
    graphs: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    counts: Counts = field(default_factory=Counts, repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it came.

    accept: the Accept header. default, named: graphs that the request, not the query, names; both
    None where it names none. base: what relative IRIs are relative to.
    """

    text: str
    accept: str
    base: str
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent. media_type: without charset. rows: of a SELECT, or triples; None for ASK."""

    media_type: str
    content: bytes = field(repr=False)
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A query that gets no answer. reason: key in lang/. words: in "ja" and "en", where another
    room has said it."""

    status: int
    reason: str
    arguments: Mapping[str, str] = field(default_factory=dict)
