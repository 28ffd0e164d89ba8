"""/sparql as a person sees it: saved queries, an editor, an answer as a table or as a file.

Everything works without a script; with one, the editor and the table of answers are Yasgui's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from alignchecker.lang import say
from alignchecker.model.errors import AligncheckerError
from alignchecker.model.names import SPARQL_PREFIXES
from alignchecker.queries.library import Saved, library
from alignchecker.rules import project
from alignchecker.web.addresses import addresses
from alignchecker.web.analysis.completing import completions, version
from alignchecker.web.analysis.saved import NEW, PREFIX, Picked, entries, fault, needs_plans, picked
from alignchecker.web.analysis.showing import MOST, Shown, Where, shown, written
from alignchecker.web.downloading import Made, saved
from alignchecker.web.endpoint import pages as endpoint
from alignchecker.web.endpoint import protocol
from alignchecker.web.endpoint.negotiation import GRAPHS, HTML, chosen
from alignchecker.web.endpoint.questions import Answer, Question
from alignchecker.web.endpoint.waiting import answer
from alignchecker.web.parts import parts
from alignchecker.web.refusing import ENDPOINT, Refusal, is_api
from alignchecker.web.rendering import YEAR, html, session_of

TERMS = f"{ENDPOINT}/terms/{{version}}.json"
_PLANS = f"""{SPARQL_PREFIXES}SELECT ?plan (MIN(?name) AS ?title) WHERE {{
  ?plan a aln:PlanEdition ; dcterms:title ?name
  FILTER NOT EXISTS {{ ?plan aln:mentionedIn ?mention }}
}} GROUP BY ?plan"""
_PLACE = re.compile(r"query:(\d+):(\d+): (.*)", re.DOTALL)
_BUSY = frozenset({503, 504})
_SCRIPT = (
    "place", "line-wrong", "stop", "running", "stopped", "rows", "done", "yes", "no", "find",
    "per-page", "every", "shown", "none", "none-found", "table", "raw", "sort", "complete",
    "lost", "editor", "simple", "short", "first", "last", "next", "previous", "show-all",
)  # fmt: skip
"""What the script says."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the page is asked to show. fields: of its address or form."""

    fields: QueryParams | FormData
    query: str | None = None
    answer: Answer | None = None
    refusal: Refusal | None = None

    def field(self, name: str) -> str:
        """The value of a field; empty where there is none."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""


async def sparql(request: Request) -> Response:
    """A program gets what the protocol says, a person the page."""
    if is_api(request.scope):
        return await endpoint.sparql(request)
    try:
        return await _answered(request)
    except ClientDisconnect:
        return Response(status_code=endpoint.GONE)


async def _answered(request: Request) -> Response:
    question = await protocol.question(request)
    fields = await request.form() if request.method == "POST" else request.query_params
    if question is None:
        form = chosen(protocol.accept(request), GRAPHS)
        if form is None or form.media_type != HTML:
            return await endpoint.sparql(request)
        return await _page(request, _Asked(fields))
    try:
        found = await answer(request, parts(request).queries, question)
    except Refusal as refusal:
        return await _page(request, _Asked(fields, question.text, refusal=refusal))
    if found.media_type != HTML:
        return endpoint.sent(found.content, found.media_type)
    asked = _Asked(fields, question.text, found)
    file = await run_in_threadpool(_file, request, asked)
    if isinstance(file, Refusal):
        file = await _page(request, _Asked(fields, question.text, refusal=file))
    return file or await _page(request, asked)


def terms(request: Request) -> Response:
    """What the editor completes. Raises Refusal for an address of other terms than those of now."""
    if request.path_params["version"] != version():
        raise Refusal(404, "page")
    return Response(completions(), 200, {"Cache-Control": YEAR}, "application/json")


async def _page(request: Request, asked: _Asked) -> Response:
    known = await run_in_threadpool(_known, request)
    chosen_one, problem = known.get(asked.field("saved")), None
    plans = None
    if asked.field("saved") and chosen_one is None:
        problem = say("web.analysis-unknown", session_of(request).lang)
    try:
        if chosen_one is not None and needs_plans(chosen_one):
            plans = await _plans(request)
    except AligncheckerError as error:
        problem = fault(error, asked.field("saved"), session_of(request).lang)
        chosen_one = None
    return await run_in_threadpool(_filled, request, asked, known, chosen_one, plans, problem)


def _filled(
    request: Request,
    asked: _Asked,
    known: Mapping[str, Saved],
    chosen_one: Saved | None,
    plans: Mapping[str, str] | None,
    problem: str | None,
) -> Response:
    lang, refusal = session_of(request).lang, asked.refusal
    given = {
        name.removeprefix(PREFIX): value.strip()
        for name, value in asked.fields.items()
        if name.startswith(PREFIX) and isinstance(value, str)
    }
    one: Picked | None = None
    try:
        one = picked(chosen_one, given, plans, lang) if chosen_one is not None else None
    except AligncheckerError as error:
        problem = fault(error, asked.field("saved"), lang)
    every, unread = entries(known, lang)
    return html(
        request,
        "analysis.html",
        status=200 if refusal is None else refusal.status,
        headers=None if refusal is None else refusal.headers,
        topics=every,
        unread=unread,
        picked=one,
        problem=problem,
        text=asked.query if asked.query is not None else one.text if one is not None else NEW,
        wrong=None if refusal is None else _placed(refusal.text(lang), lang),
        shown=None if asked.answer is None else _shown(request, asked.answer, one),
        most=MOST,
        limits=parts(request).settings.queries,
        terms=TERMS.format(version=version()),
        labels=json.dumps(one.columns if one is not None else {}),
        words=json.dumps({name: say(f"web.analysis-js-{name}", lang) for name in _SCRIPT}),
    )


def _placed(said: str, lang: str) -> str:
    """What is wrong with a query, with its place as people say it."""
    match = _PLACE.fullmatch(said)
    if match is None:
        return said
    line, column, rest = match.groups()
    return say("web.analysis-place", lang, line=line, column=column, said=rest)


def _shown(request: Request, found: Answer, one: Picked | None) -> Shown:
    labels = one.columns if one is not None else {}
    return shown(found, labels, _where(request), session_of(request).lang)


def _where(request: Request) -> Where:
    """Where the last check knows an item or plan to be shown."""
    latest = parts(request).checks.latest
    if latest is None:
        return lambda _: None
    known = addresses(latest)
    return lambda iri: known.item(iri) or known.plan(iri)


def _file(request: Request, asked: _Asked) -> Response | Refusal | None:
    """The answer as a file, where one is asked for, or why there is none of that form."""
    assert asked.answer is not None
    lang = session_of(request).lang
    try:
        made = written(asked.answer, asked.field("save"), lang)
    except AligncheckerError as error:
        # Not raised: what an engine has found may not go from one thread to another.
        return Refusal(400, "query", ja=error.ja, en=error.en)
    if made is None:
        return None
    suffix, media_type, content = made
    name = asked.field("saved") if asked.field("saved") in _known(request) else ""
    return saved(Made(f"{name or say('web.file-query', lang)}{suffix}", media_type, content))


def _known(request: Request) -> Mapping[str, Saved]:
    return library(project.queries(parts(request).project.configuration()))


async def _plans(request: Request) -> Mapping[str, str] | None:
    """The plans that there are: IRI -> title, in the order of titles. None where too much goes on
    to ask for them; then a title can be written.
    """
    base = str(request.url.replace(path=ENDPOINT, query=""))
    question = Question(_PLANS, "application/sparql-results+json", base)
    try:
        found = await answer(request, parts(request).queries, question)
    except Refusal as refusal:
        if refusal.status not in _BUSY:
            raise
        return None
    rows = json.loads(found.content)["results"]["bindings"]
    titles = {row["plan"]["value"]: row["title"]["value"] for row in rows}
    return dict(sorted(titles.items(), key=lambda pair: (pair[1], pair[0])))
