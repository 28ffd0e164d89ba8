"""A query -> its answer, as bytes: what a process does that holds a store."""

from __future__ import annotations

import csv
import io
import re
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
from alignchecker.queries.asked import Asked, read
from alignchecker.queries.errors import QueryRefused
from alignchecker.web.endpoint.limits import QueryLimits
from alignchecker.web.endpoint.negotiation import GRAPHS, ROWS, TRUTH, Form, chosen
from alignchecker.web.endpoint.questions import Answer, Failure, Question

_NAME = "query"
"""What messages call the text that was sent."""
_PLACE = re.compile(r"error at 1:(\d+): (.*)", re.DOTALL)


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
            asked = read(question.text, _NAME, self.graphs)
        except QueryRefused as error:
            return Failure(400, "query", {"ja": error.ja, "en": error.en})
        offered = GRAPHS if asked.is_graph else TRUTH if asked.form == "ASK" else ROWS
        form = chosen(question.accept, offered)
        if form is None:
            types = ", ".join(dict.fromkeys(form.media_type for form in offered))
            return Failure(406, "query-accept", {"types": types})
        return self._answered(asked, question, form)

    def _answered(self, asked: Asked, question: Question, form: Form) -> Answer | Failure:
        try:
            content, rows = self._written(self._found(asked, question), form)
        except SyntaxError as error:
            return _unreadable(asked, str(error))
        except _TooLarge:
            return self._too_large()
        # What an engine cannot work out, of a query that it could read.
        except (OSError, ValueError, RuntimeError) as error:
            return Failure(422, "query-failed", {"words": str(error)})
        if rows is not None and rows > self.limits.rows:
            return self._too_large()
        return Answer(form.media_type, content, rows)

    def _found(
        self, asked: Asked, question: Question
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Rows always in the same order, as the verb gives them."""
        found = self._asked(asked.text, question)
        if isinstance(found, QuerySolutions):
            ordered = asked.ordered_by([variable.value for variable in found.variables])
            return found if ordered is asked else self._asked(ordered.text, question)
        return found

    def _asked(self, text: str, question: Question) -> QuerySolutions | QueryBoolean | QueryTriples:
        # What the request says of graphs goes before what the query says (SPARQL 1.1 Protocol,
        # 2.1.4); of the two that it may name, one that it does not is empty.
        if question.default is None and question.named is None:
            return self.store.query(text, base_iri=question.base)
        return self.store.query(
            text,
            base_iri=question.base,
            default_graph=list(map(NamedNode, question.default or ())),
            named_graphs=list(map(NamedNode, question.named or ())),
        )

    def _written(
        self, found: QuerySolutions | QueryBoolean | QueryTriples, form: Form
    ) -> tuple[bytes, int | None]:
        """The answer in a form, and how many rows it has. Raises _TooLarge."""
        out = _Limited(self.limits.most_bytes)
        if isinstance(found, QueryTriples):
            assert isinstance(form.written, RdfFormat)
            triples = list(islice(found, self.limits.rows + 1))
            if len(triples) > self.limits.rows:
                raise _TooLarge
            serialize(sorted(set(triples), key=str), out, format=form.written, prefixes=PREFIXES)
            return out.getvalue(), len(triples)
        assert isinstance(form.written, QueryResultsFormat)
        found.serialize(out, form.written)
        if isinstance(found, QueryBoolean):
            return out.getvalue(), None
        return out.getvalue(), _rows(out.getvalue(), form.written)

    def _too_large(self) -> Failure:
        limits = self.limits
        said = {"rows": f"{limits.rows:,}", "most": str(limits.megabytes)}
        return Failure(422, "query-large", said)


class _Limited(io.BytesIO):
    """Bytes, up to so many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, piece: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(piece) > self.most:
            raise _TooLarge
        return super().write(piece)


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


def _unreadable(asked: Asked, said: str) -> Failure:
    """What an engine says of the text it got, at the place in the text that was sent."""
    match = _PLACE.match(said)
    line, column = asked.place(int(match[1]) - 1) if match else (None, None)
    at = "" if line is None else f" ({line}:{column})"
    return Failure(400, "query-unreadable", {"words": (match[2] if match else said) + at})
