"""A query -> its answer, as bytes: what a process does that holds a store."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
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
    serialize,
)

from alignchecker.model.names import PREFIXES
from alignchecker.queries.answering import About, asking, failed
from alignchecker.queries.answering import Answer as Found
from alignchecker.queries.asked import Asked, read
from alignchecker.queries.errors import QueryFailed, QueryRefused
from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.negotiation import GRAPHS, ROWS, TRUTH, Form, chosen
from alignchecker.web.endpoint.questions import Answer, Failure, Question

_NAME = "query"
"""What messages call the text that was sent."""


class _TooLarge(Exception):
    """An answer is larger than may be sent."""


@dataclass(frozen=True, slots=True)
class Answerer:
    """A store that is never written to, and the names of its graphs."""

    store: Store
    graphs: frozenset[str]
    limits: QueryLimits

    def answer(self, question: Question) -> Answer | Failure:
        """What a query gets; nothing that is wrong with it is raised."""
        unknown = sorted({*(question.default or ()), *(question.named or ())} - self.graphs)
        if unknown:
            return Failure(400, "query-graph", {"graph": unknown[0]})
        try:
            return self._answered(question)
        except QueryRefused as error:
            return Failure(400, "query", {"ja": error.ja, "en": error.en})
        except QueryFailed as error:
            return Failure(422, "query-failed", {"ja": error.ja, "en": error.en})
        except _TooLarge:
            limits = self.limits
            said = {"rows": f"{limits.rows:,}", "most": str(limits.megabytes)}
            return Failure(422, "query-large", said)

    def _answered(self, question: Question) -> Answer | Failure:
        asked = read(question.text, _NAME, self.graphs)
        offered = GRAPHS if asked.is_graph else TRUTH if asked.form == "ASK" else ROWS
        form = chosen(question.accept, offered)
        if form is None:
            types = ", ".join(dict.fromkeys(form.media_type for form in offered))
            return Failure(406, "query-accept", {"types": types})
        about = About(_nodes(question.default), _nodes(question.named), question.base)
        found = asking(self.store, about)(asked)
        content, rows = self._written(asked, found, form)
        if rows is not None and rows > self.limits.rows:
            raise _TooLarge
        return Answer(form.media_type, content, rows)

    def _written(self, asked: Asked, found: Found, form: Form) -> tuple[bytes, int | None]:
        """The answer in a form, and how many rows it has. Raises _TooLarge and QueryFailed."""
        out = _Limited(self.limits.most_bytes)
        try:
            if isinstance(found, QueryTriples):
                return self._written_triples(found, form, out)
            assert isinstance(form.written, QueryResultsFormat)
            found.serialize(out, form.written)
        # What an engine cannot work out, of a query that it could read.
        except (OSError, RuntimeError) as error:
            raise failed(asked, str(error)) from error
        if isinstance(found, QueryBoolean):
            return out.getvalue(), None
        return out.getvalue(), _rows(out.getvalue(), form.written)

    def _written_triples(
        self, found: QueryTriples, form: Form, out: _Limited
    ) -> tuple[bytes, int | None]:
        triples = list(islice(found, self.limits.rows + 1))
        if len(triples) > self.limits.rows:
            raise _TooLarge
        assert isinstance(form.written, RdfFormat)
        serialize(sorted(set(triples), key=str), out, format=form.written, prefixes=PREFIXES)
        return out.getvalue(), len(triples)


class _Limited(io.BytesIO):
    """Bytes, up to so many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, piece: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(piece) > self.most:
            raise _TooLarge
        return super().write(piece)


def _nodes(names: Sequence[str] | None) -> Sequence[NamedNode] | None:
    return None if names is None else [NamedNode(name) for name in names]


def _rows(content: bytes, form: QueryResultsFormat) -> int:
    """How many rows were written. Engines do not say, and to go through them twice costs more."""
    if form == QueryResultsFormat.XML:
        return content.count(b"<result>") + content.count(b"<result/>")
    if form == QueryResultsFormat.TSV:
        return content.count(b"\n") - 1  # those within a value are escaped
    if form == QueryResultsFormat.CSV:
        return sum(1 for _ in csv.reader(io.StringIO(content.decode(), newline=""))) - 1
    found = parse_query_results(content, form)
    assert isinstance(found, QuerySolutions)
    return sum(1 for _ in found)
