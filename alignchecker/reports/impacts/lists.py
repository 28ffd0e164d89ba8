"""What a new edition bears on, as a list to hand around: by department, for Excel or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from alignchecker.diff.impact import Impact, Impacts, Priority
from alignchecker.lang import say
from alignchecker.reports.impacts import sentences
from alignchecker.reports.inert import BYTE_ORDER_MARK, inert
from alignchecker.reports.inert_book import new_book
from alignchecker.reports.office.heights import growing
from alignchecker.reports.office.tables import Column, Table, cell
from alignchecker.reports.office.workbook import Writer
from alignchecker.reports.revisions.words import plan_name, title

_WIDTHS = {
    "department": 14, "priority": 8, "plan": 20, "label": 22, "tie": 18, "old": 24, "new": 24,
    "message": 44, "answer": 16, "comment": 16,
}  # fmt: skip
_FILLED_IN = 2
"""The last columns are for the departments."""


def render_csv(impacts: Impacts, lang: str) -> str:
    """The list, with a byte order mark in front; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([say(f"impact.column.{name}", lang) for name in _WIDTHS])
    writer.writerows([inert(text) for text in row] for row in _rows(impacts, lang))
    return BYTE_ORDER_MARK + text.getvalue()


def render_xlsx(impacts: Impacts, lang: str) -> bytes:
    """A sheet of who has how much to do, and the list; equal input gives equal bytes."""
    buffer = io.BytesIO()
    book = new_book(buffer)
    writer = Writer(book, lang)
    writer.table(_shares(impacts, lang))
    writer.table(_list(impacts, lang))
    book.close()
    return growing(buffer)


def _list(impacts: Impacts, lang: str) -> Table:
    editions = (impacts.revision.old, impacts.revision.new)
    old, new = (plan_name(edition, lang) for edition in editions)
    columns = [
        Column(say(f"impact.column.{name}", lang), width, centred=name == "priority")
        for name, width in _WIDTHS.items()
    ]
    rows = [[cell(text, lang) for text in row] for row in _rows(impacts, lang)]
    note = cell(say("impact.sheet-note", lang, old=old, new=new), lang)
    return Table(say("impact.sheet", lang), columns, rows, note)


def _shares(impacts: Impacts, lang: str) -> Table:
    columns = [
        Column(say("impact.column.plan", lang), 36),
        Column(say("impact.column.department", lang), 24),
        *(Column(sentences.priority(grade, lang), 10, centred=True) for grade in Priority),
    ]
    rows = [
        [
            cell(share.title or say("impact.every-plan", lang), lang),
            cell(share.department, lang),
            *(str(count) for count in share.counts.values()),
        ]
        for share in impacts.shares()
    ]
    note = " ".join(sentences.notes(impacts, lang))
    return Table(say("impact.sheet-shares", lang), columns, rows, cell(note, lang))


def _rows(impacts: Impacts, lang: str) -> Iterator[list[str]]:
    """By department, unknown ones last, and within it the worst first."""
    for impact in sorted(impacts.found, key=_department):
        yield [
            impact.department or "",
            sentences.priority(impact.priority, lang),
            sentences.plan(impact, lang),
            impact.label,
            sentences.tie(impact, lang),
            "\n".join(map(title, impact.old)),
            "\n".join(map(title, impact.new)),
            sentences.reason(impact, lang),
            *[""] * _FILLED_IN,
        ]


def _department(impact: Impact) -> tuple[bool, str]:
    return impact.department is None, impact.department or ""
