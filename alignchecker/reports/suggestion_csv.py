"""Suggested links as CSV for a spreadsheet: a line for each candidate of each measure."""

from __future__ import annotations

import csv
import io

from alignchecker.lang import say
from alignchecker.model.suggestion import Suggestions
from alignchecker.reports.inert import BYTE_ORDER_MARK, inert
from alignchecker.reports.suggestion_words import none_words, percent, why

_COLUMNS = ("measure", "rank", "candidate", "probability", "why", "none", "from", "to")


def render(found: Suggestions, lang: str) -> str:
    """The lines, with a byte order mark in front; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([say(f"suggest.column.{name}", lang) for name in _COLUMNS])
    for row in found.rows:
        none = none_words(row.none, lang)
        for rank, c in enumerate(row.candidates, 1):
            reason = why(c.grounds, lang)
            chance = percent(c.probability)
            line = (row.label, str(rank), c.label, chance, reason, none, row.iri, c.iri)
            writer.writerow([inert(cell) for cell in line])
        if not row.candidates:
            line = (row.label, "", say("suggest.nothing", lang), "", "", none, row.iri, "")
            writer.writerow([inert(cell) for cell in line])
    return BYTE_ORDER_MARK + text.getvalue()
