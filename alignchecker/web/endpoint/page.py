"""分析（SPARQL）: saved queries, a field for a query, its answer as a table; script or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import (
    Literal,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    parse_query_results,
)
from starlette.requests import Request
from starlette.responses import Response

from alignchecker.model.names import SPARQL_PREFIXES
from alignchecker.queries.header import Topic
from alignchecker.queries.library import Saved
from alignchecker.web.endpoint.questions import Answer
from alignchecker.web.parts import Parts, parts
from alignchecker.web.refusing import ENDPOINT
from alignchecker.web.rendering import html, session_of

FORMATS = ("html", "csv", "json", "xml", "tsv", "turtle", "ntriples", "jsonld", "rdfxml")
"""Short names of the forms that the page offers."""
MOST_SHOWN = 1000
"""Rows on the page; files have all."""
_FIRST = f"""{SPARQL_PREFIXES}
SELECT ?title ?plan WHERE {{
  ?plan a aln:PlanEdition ;
    dcterms:title ?title .
}}
ORDER BY ?title ?plan
"""
"""What stands in the field before anybody has written anything."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as the page shows it. truth: of an ASK. text: Turtle. rows: some of count."""

    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    count: int = 0
    truth: bool | None = None
    text: str | None = None


def shown(answer: Answer) -> Shown:
    """An answer whose media type is HTML; it holds JSON or Turtle, whichever there is of it."""
    if not answer.content.startswith(b"{"):
        return Shown(text=answer.content.decode(), count=answer.rows or 0)
    found = parse_query_results(answer.content, QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        return Shown(truth=bool(found))
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    rows = [
        [_words(term) for term in row] for _, row in zip(range(MOST_SHOWN), found, strict=False)
    ]
    return Shown(names, rows, answer.rows or 0)


def _words(term: object) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else str(getattr(term, "value", term))


def page(
    request: Request,
    saved: Mapping[str, Saved],
    *,
    query: str | None = None,
    chosen: Saved | None = None,
    given: Mapping[str, str] | None = None,
    answer: Answer | None = None,
    problem: str | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The page. chosen: the saved query that is filled in, with what was given. problem: why there
    is no answer, in words."""
    here, lang = parts(request), session_of(request).lang
    return html(
        request,
        "sparql.html",
        status=status,
        headers={"Vary": "Accept", **(headers or {})},
        query=_FIRST if query is None else query,
        topics=_topics(saved, lang),
        chosen=chosen,
        given=given or {},
        plans=_plans(here),
        answer=None if answer is None else shown(answer),
        problem=problem,
        formats=FORMATS,
        most=MOST_SHOWN,
        limits=here.settings.queries,
        endpoint=str(request.url.replace(path=ENDPOINT, query="")),
        columns=_columns(chosen, lang),
    )


def _topics(saved: Mapping[str, Saved], lang: str) -> Mapping[Topic, Mapping[str, str]]:
    """The questions of saved queries by name, by what they are about."""
    found = {
        topic: {n: _question(one, lang) for n, one in saved.items() if one.header.topic is topic}
        for topic in Topic
    }
    return {topic: questions for topic, questions in found.items() if questions}


def _question(saved: Saved, lang: str) -> str:
    question = saved.header.question
    return saved.name if question is None else question.text(lang)


def _columns(saved: Saved | None, lang: str) -> Mapping[str, str]:
    """What the columns of a saved query are called."""
    return {} if saved is None else {k: w.text(lang) for k, w in saved.header.columns.items()}


def _plans(here: Parts) -> Sequence[str]:
    """Titles of plans, as far as the last check knows them."""
    latest = here.checks.latest
    return [] if latest is None else sorted({p.title for p in latest.checked.report.plans})
