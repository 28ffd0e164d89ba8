"""The saved queries on the page: which there are, and one with its parameters filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, parse_query_results

from alignchecker.queries.answering import Answer
from alignchecker.queries.asked import Asked, read
from alignchecker.queries.binding import bound, terms
from alignchecker.queries.header import MARK
from alignchecker.queries.library import Saved, library
from alignchecker.queries.plans import plan_finder
from alignchecker.rules import project
from alignchecker.web.endpoint.failing import FAULTS, failed, refusal_of
from alignchecker.web.endpoint.pool import QueryPool
from alignchecker.web.endpoint.questions import Failure, Question
from alignchecker.web.folder.project import Project


def known(folder: Project) -> Mapping[str, Saved]:
    """By name: those of the package, and those that the project's configuration names.

    Errors as of ``library``.
    """
    return library(project.queries(folder.configuration()))


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in saved queries; plans are looked up where queries are answered.

    base: the address of the endpoint.
    """

    pool: QueryPool
    base: str

    def filled(self, saved: Saved, given: Mapping[str, str], lang: str) -> str:
        """The text of a query with a term in the place of each parameter that is given.

        Comments and line ends stay as they are. Raises QueryRefused for a query that is not to be
        asked, ConfigError for a parameter that is missing or of another kind, and Refusal where
        plans could not be looked up.
        """
        asked = read(saved.text, saved.name)
        values = terms(saved.header, given, plan_finder(self._ask), lang)
        text = asked.written
        changed = [
            (before, after)
            for before, after in zip(asked.tokens, bound(asked, values).tokens, strict=True)
            if before.text != after.text
        ]
        for before, after in reversed(changed):
            end = before.place + len(before.text)
            text = text[: before.place] + after.text + text[end:]
        return without_header(text)

    def _ask(self, asked: Asked) -> Answer:
        form = QueryResultsFormat.JSON
        _, begun = self.pool.begin(Question(asked.text, form.media_type, self.base))
        try:
            found = begun.result()
        except FAULTS as error:
            raise refusal_of(error, self.pool.limits) from error
        if isinstance(found, Failure):
            raise failed(found)
        return parse_query_results(found.content, form)


def without_header(text: str) -> str:
    """A query without what stands at its top for people and pages."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip().startswith(MARK)).lstrip()
