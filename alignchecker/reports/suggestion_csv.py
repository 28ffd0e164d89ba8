"""Suggested links as CSV for a spreadsheet: a line for each candidate of each measure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from alignchecker.lang import say
from alignchecker.model.suggestion import Suggestion, Suggestions
from alignchecker.reports.inert import BYTE_ORDER_MARK, inert
from alignchecker.reports.suggestion_words import none_words, percent, why

_COLUMNS = (
    *("measure", "rank", "candidate", "probability", "why", "none"),
    *("plan", "from", "to"),
)


def render(found: Sequence[Suggestions], lang: str) -> str:
    """The lines, with a byte order mark in front; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([say(f"suggest.column.{name}", lang) for name in _COLUMNS])
    for plan in found:
        for row in plan.rows:
            for line in _lines(row, plan.higher_title, lang):
                writer.writerow([inert(cell) for cell in line])
    return BYTE_ORDER_MARK + text.getvalue()


def _lines(row: Suggestion, plan: str, lang: str) -> Iterator[tuple[str, ...]]:
    none = none_words(row.none, lang)
    for rank, c in enumerate(row.candidates, 1):
        said = percent(c.probability, lang), why(c.grounds, lang)
        yield (row.label, str(rank), c.label, *said, none, plan, row.iri, c.iri)
    if not row.candidates:
        yield (row.label, "", say("suggest.nothing", lang), "", "", none, plan, row.iri, "")
