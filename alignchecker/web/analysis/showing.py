"""An answer of the endpoint -> a table on a page, or a file to be saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse_query_results,
)

from alignchecker.queries.answering import Answer as Found
from alignchecker.reports.answers.forms import render
from alignchecker.reports.answers.rows import Term, words
from alignchecker.web.endpoint.questions import Answer

MOST = 1000
"""Rows or lines on a page; a file has all."""
_FILES = {
    "csv": (".csv", "text/csv; charset=utf-8"),
    "json": (".json", "application/json"),
    "turtle": (".ttl", "text/turtle; charset=utf-8"),
}
Where = Callable[[str], str | None]
"""Where the app shows what an IRI names; None where it does not."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as words, where it leads to, and the whole IRI where the words shorten it."""

    words: str
    address: str | None = None
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """columns: variable and what it is. rows: the first of ``count``. truth: of an ASK.
    graph: Turtle of a CONSTRUCT or DESCRIBE, the first lines of it where is_cut.
    """

    count: int | None
    columns: Sequence[tuple[str, str | None]] = ()
    rows: Sequence[Sequence[Cell]] = ()
    truth: bool | None = None
    graph: str | None = None
    is_cut: bool = False


def shown(answer: Answer, labels: Mapping[str, str], where: Where, lang: str) -> Shown:
    """An answer as HTML has it: JSON of rows or of a yes or no, else Turtle.

    labels: variable -> what it is.
    """
    if not _is_of_rows(answer):
        lines = answer.content.decode().splitlines()
        return Shown(answer.rows, graph="\n".join(lines[:MOST]), is_cut=len(lines) > MOST)
    found = parse_query_results(answer.content, QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        return Shown(None, truth=bool(found))
    names = [variable.value for variable in found.variables]
    rows = [[_cell(term, where, lang) for term in row] for row in islice(found, MOST)]
    return Shown(
        answer.rows,
        [(name, labels.get(name)) for name in names],
        rows,
        is_cut=(answer.rows or 0) > MOST,
    )


def written(answer: Answer, form: str, lang: str) -> tuple[str, str, bytes] | None:
    """The ending of a file, its media type and all of an answer in it, as the verb ``query`` writes
    it; None for a form that there is not.

    Raises ConfigError where turtle is asked for and the answer is no graph.
    """
    if form not in _FILES:
        return None
    suffix, media_type = _FILES[form]
    return suffix, media_type, render(_found(answer), form, {}, lang).encode()


def _found(answer: Answer) -> Found:
    if _is_of_rows(answer):
        found = parse_query_results(answer.content, QueryResultsFormat.JSON)
        assert isinstance(found, (QuerySolutions, QueryBoolean))
        return found
    store = Store()
    store.bulk_load(answer.content, RdfFormat.TURTLE)
    triples = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(triples, QueryTriples)
    return triples


def _is_of_rows(answer: Answer) -> bool:
    """JSON begins with a brace, which no Turtle does."""
    return answer.content.startswith(b"{")


def _cell(term: Term | None, where: Where, lang: str) -> Cell:
    said = words(term, lang)
    if not isinstance(term, NamedNode):
        return Cell(said)
    return Cell(said, where(term.value), term.value if said != term.value else None)
