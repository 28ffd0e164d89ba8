"""An answer -> a text in one of its forms.

TSV and JSON are those of SPARQL 1.1, for programs. CSV is for a spreadsheet: with a byte order
mark, and without formulas.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from alignchecker.lang import say
from alignchecker.model.errors import ConfigError
from alignchecker.model.names import PREFIXES
from alignchecker.queries.answering import Answer
from alignchecker.queries.header import Words
from alignchecker.reports.answers.rows import Term, in_order, plain, rows_of, words
from alignchecker.reports.inert import BYTE_ORDER_MARK, inert
from alignchecker.reports.markdown import cells, escaped

FORMS = ("table", "csv", "tsv", "json", "markdown", "turtle")
_TRIPLES = """SELECT ?subject ?predicate ?object { ?subject ?predicate ?object }
ORDER BY ?subject ?predicate ?object"""


def render(answer: Answer, form: str, columns: Mapping[str, Words], lang: str) -> str:
    """The text of any form but "table", which is drawn.

    columns: variable -> what it is, where somebody has said so. Raises ConfigError where turtle is
    asked for and the answer is no graph.
    """
    match form:
        case "csv":
            return _csv(answer)
        case "tsv":
            return _of_programs(answer, QueryResultsFormat.TSV)
        case "json":
            if isinstance(answer, QueryTriples):
                return _graph(answer, RdfFormat.JSON_LD)
            return _of_programs(answer, QueryResultsFormat.JSON)
        case "markdown":
            return _markdown(answer, columns, lang)
        case _:
            if not isinstance(answer, QueryTriples):
                raise ConfigError(
                    "この問い合わせの答えは表です。"
                    "turtle は CONSTRUCT と DESCRIBE の答えに使えます。"
                    "table, csv, tsv, json, markdown から選んでください。",
                    "The answer is a table; turtle is for answers to CONSTRUCT and DESCRIBE."
                    " Choose table, csv, tsv, json or markdown.",
                )
            return _graph(answer, RdfFormat.TURTLE)


def _graph(answer: QueryTriples, form: RdfFormat) -> str:
    prefixes = PREFIXES if form is RdfFormat.TURTLE else None
    text = serialize(in_order(answer), format=form, prefixes=prefixes)
    assert text is not None
    return text.decode()


def _of_programs(answer: Answer, form: QueryResultsFormat) -> str:
    if isinstance(answer, QueryTriples):
        store = Store()
        store.extend(Quad(t.subject, t.predicate, t.object) for t in answer)
        found = store.query(_TRIPLES)
        assert isinstance(found, QuerySolutions)
        answer = found
    text = answer.serialize(format=form)
    assert text is not None
    return text.decode().removesuffix("\n") + "\n"


def _csv(answer: Answer) -> str:
    found = rows_of(answer)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(found.variables)
    writer.writerows([inert(plain(term)) for term in row] for row in found.rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _markdown(answer: Answer, columns: Mapping[str, Words], lang: str) -> str:
    if isinstance(answer, QueryBoolean):
        return say("query.yes" if answer else "query.no", lang) + "\n"
    found = rows_of(answer)
    head = [columns[v].text(lang) if v in columns else v for v in found.variables]
    lines = [cells(map(escaped, head)), cells("---" for _ in head)]
    lines += [cells(_cell(term, lang) for term in row) for row in found.rows]
    return "\n".join(lines) + "\n"


def _cell(term: Term | None, lang: str) -> str:
    """An IRI as it is, to be copied; it has no backtick and no bar."""
    text = words(term, lang)
    return f"`{text}`" if isinstance(term, NamedNode) else escaped(text)
