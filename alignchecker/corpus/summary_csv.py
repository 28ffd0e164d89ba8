"""The totals of a corpus as CSV: a row for each count of each prefecture, none for sums."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from alignchecker.corpus.layout import prefecture_names
from alignchecker.corpus.results import LINKINGS, OUTLINES, SEVERITIES
from alignchecker.corpus.summary import (
    CITATIONS,
    ITEM,
    MEASURES,
    MUNICIPALITIES,
    OUTLINE,
    Summary,
    Totals,
)
from alignchecker.reports.inert import BYTE_ORDER_MARK, inert

COLUMNS = ("prefecture", "name", "table", "subject", "number", "label", "state", "count")
_Row = tuple[str, str, str, str, str, int]


def render(summary: Summary) -> str:
    """The text, with the mark by which Excel knows UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    names = prefecture_names()
    for code, area in summary.prefectures.items():
        for row in _rows(summary, area):
            writer.writerow(inert(str(cell)) for cell in (code, names[code], *row))
    return BYTE_ORDER_MARK + buffer.getvalue()


def _rows(summary: Summary, area: Totals) -> Iterator[_Row]:
    whole = (
        ("municipalities", area.municipalities, MUNICIPALITIES),
        ("findings", area.findings, SEVERITIES),
        *(("outlines:" + o, area.outlines[o], OUTLINE) for o in OUTLINES),
        ("plans", area.plans, LINKINGS),
        ("measures", area.measures, MEASURES),
        ("citations", area.citations, CITATIONS),
    )
    for name, counts, words in whole:
        table, _, subject = name.partition(":")
        yield from ((table, subject, "", "", word, counts[word]) for word in words)
    for item in summary.items:
        states = area.items[item.iri].states
        for word in ITEM:
            yield "items", item.iri, item.number or "", item.label, word, states[word]
