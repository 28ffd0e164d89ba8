"""対応表 as CSV for a spreadsheet: a line for each link, and for each item without one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.model.coverage import Correspondence, Row
from alignchecker.reports.inert import BYTE_ORDER_MARK, inert
from alignchecker.reports.standings import standing_word

_COLUMNS = ("plan", "higher", "verb", "side", "above", "number", "item", "standing", "shallow",
            "other-plan", "other", "link", "waived")  # fmt: skip


def render(tables: Sequence[Correspondence], lang: str) -> str:
    """The lines, with a byte order mark in front; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([say(f"column.{name}", lang) for name in _COLUMNS])
    for table in tables:
        for side, rows in (("items", table.items), ("measures", table.measures)):
            for row in rows:
                for line in _lines(table, side, row, lang):
                    writer.writerow([inert(cell) for cell in line])
    return BYTE_ORDER_MARK + text.getvalue()


def _lines(table: Correspondence, side: str, row: Row, lang: str) -> Iterator[list[str]]:
    head = [
        table.title,
        table.higher_title,
        label("verb", table.verb, lang) if table.verb else "",
        say(f"side.{side}", lang),
        " > ".join(row.above),
        row.number or "",
        row.label,
        standing_word(row.standing(), lang),
        standing_word(row.standing(deep=False), lang),
    ]
    for counterpart in row.counterparts:
        kind = "accepted" if counterpart.accepted else "proposed"
        depth = "" if counterpart.direct else say("correspondence.below", lang)
        link = say(f"standing.{kind}", lang) + depth
        yield [*head, counterpart.plan_title, counterpart.label, link, row.waived or ""]
    if not row.counterparts:
        yield [*head, "", "", "", row.waived or ""]
