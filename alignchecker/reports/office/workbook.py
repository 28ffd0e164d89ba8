"""Report -> an Excel workbook to hand around, to fill in, and to read back (``review import``)."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from alignchecker.lang import LANGUAGES, say
from alignchecker.lang.answers import KEPT, LIST, MARKER, PRIORITIES, STATUSES, VERSION
from alignchecker.model.coverage import Coverage
from alignchecker.model.finding import Report
from alignchecker.model.severity import Severity
from alignchecker.reports.inert_book import new_book, printed_sheet, put
from alignchecker.reports.office import summary
from alignchecker.reports.office.correspondence import item_table, measure_table
from alignchecker.reports.office.findings import finding_rows, headings
from alignchecker.reports.office.heights import growing, height
from alignchecker.reports.office.indicators import indicator_tables
from alignchecker.reports.office.plans import plan_table
from alignchecker.reports.office.tables import Table
from alignchecker.rules.catalogue import Rule

_FONT = "游ゴシック"
"""Of Windows and macOS; LibreOffice takes another Japanese one where it is not there."""
_WIDTHS = {
    "number": 5.0, "severity": 7, "priority": 7, "plan": 12, "place": 14, "label": 13,
    "message": 44, "current": 15, "evidence": 19, "remedy": 26, "department": 8, "status": 8,
    "comment": 17, "person": 8, "date": 11,
}  # fmt: skip
_CENTRED = {"number", "severity", "priority", "status", "date"}
_FILLED_IN = {"priority", "status", "comment", "person", "date"}
_SUMMARY = 104
"""Width of the texts of the first sheet."""
_SPARE = 200
"""Rows below the last one that offer the same choices."""


def render(report: Report, rules: Mapping[str, Rule], lang: str) -> bytes:
    """The workbook; equal reports give equal bytes."""
    buffer = io.BytesIO()
    book = new_book(buffer)
    writer = Writer(book, lang)
    writer.summary(report, rules)
    writer.findings(report, rules)
    if report.coverage is not None:
        writer.coverage(report.coverage)
    writer.table(plan_table(report.plans, lang))
    writer.marker(report.as_of)
    book.close()
    return growing(buffer)


def render_coverage(coverage: Coverage, lang: str) -> bytes:
    """The tables of what answers what, and of indicators, alone."""
    buffer = io.BytesIO()
    book = new_book(buffer)
    Writer(book, lang).coverage(coverage)
    book.close()
    return growing(buffer)


class Writer:
    """Writes one workbook, sheet by sheet."""

    def __init__(self, book: Workbook, lang: str) -> None:
        self.book, self.lang = book, lang
        usual = {"font_name": _FONT, "font_size": 11, "valign": "top", "text_wrap": True}
        lined = {**usual, "border": 1, "border_color": "#A6A6A6"}
        self.plain = book.add_format(usual)
        self.bold = book.add_format({**usual, "bold": True})
        self.title = book.add_format({**usual, "bold": True, "font_size": 16, "text_wrap": False})
        self.note = book.add_format({**usual, "font_size": 10, "text_wrap": False})
        self.text = book.add_format(lined)
        self.centred = book.add_format({**lined, "align": "center"})
        self.filled_in = book.add_format({**lined, "bg_color": "#FFFBEB"})
        self.chosen = book.add_format({**lined, "align": "center", "bg_color": "#FFFBEB"})
        self.day = book.add_format(
            {**lined, "align": "center", "bg_color": "#FFFBEB", "num_format": "yyyy-mm-dd"}
        )
        self.head = book.add_format(
            {**lined, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DDEBF7"}
        )
        self.missing = book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"})
        heavy = {**lined, "align": "center", "bold": True}
        self.severities = {
            Severity.VIOLATION: book.add_format({**heavy, "bg_color": "#F8CBAD"}),
            Severity.WARNING: book.add_format({**heavy, "bg_color": "#FFE699"}),
            Severity.INFO: self.centred,
        }

    def sheet(self, name: str) -> Worksheet:
        """A sheet with narrow margins: the narrower, the larger the letters on paper."""
        sheet = printed_sheet(self.book, name)
        sheet.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.6)
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
        """Writes a text; a blank one is written for its lines."""
        if text:
            put(sheet, row, column, text, look, self.plain)
        else:
            sheet.write_blank(row, column, None, look)

    def summary(self, report: Report, rules: Mapping[str, Rule]) -> None:
        """概要: what was examined, and what to do with the workbook."""
        sheet = self.sheet(say("office.summary", self.lang))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, _SUMMARY)
        self.put(sheet, 0, 0, say("ci.title", self.lang), self.title)
        row = 2
        for name, text in summary.lines(report, rules, self.lang):
            self.put(sheet, row, 0, name, self.bold)
            self.put(sheet, row, 1, text, self.plain)
            sheet.set_row(row, height([(text, _SUMMARY)]))
            row += 1
        row += 1
        self.put(sheet, row, 0, say("office.how-to", self.lang), self.bold)
        for key in ("fill-in", "rearrange", "give-back", "severities"):
            text = say(f"office.how-to.{key}", self.lang)
            self.put(sheet, row, 1, text, self.plain)
            sheet.set_row(row, height([(text, _SUMMARY)]))
            row += 1

    def findings(self, report: Report, rules: Mapping[str, Rule]) -> None:
        """指摘一覧: what people fill in, and behind it what is needed to read it back."""
        sheet = self.sheet(LIST[LANGUAGES.index(self.lang)])
        names = headings(self.lang)
        for column, key in enumerate(names):
            sheet.set_column(column, column, _WIDTHS[key], self.look(key))
            self.put(sheet, 0, column, names[key], self.head)
        for column, key in enumerate(KEPT, start=len(names)):
            sheet.set_column(column, column, 12, None, {"hidden": True})
            self.put(sheet, 0, column, key, self.plain)
        last = 0
        for last, row in enumerate(finding_rows(report, rules, self.lang), start=1):
            for column, key in enumerate(names):
                look = self.severities[row.severity] if key == "severity" else self.look(key)
                if key == "number":
                    sheet.write_number(last, column, last, look)
                else:
                    self.put(sheet, last, column, row.cells[key], look)
            for column, key in enumerate(KEPT, start=len(names)):
                self.put(sheet, last, column, row.kept[key], self.plain)
            sheet.set_row(last, height((row.cells[key], _WIDTHS[key]) for key in names))
        self.choices(sheet, list(names), max(last, 1))
        self.framed(sheet, 0, max(last, 1), len(names) + len(KEPT) - 1)

    def look(self, key: str) -> Format:
        """How a column of the findings looks; what people fill in has a ground of its own."""
        if key == "date":
            return self.day
        if key in _FILLED_IN:
            return self.chosen if key in _CENTRED else self.filled_in
        return self.centred if key in _CENTRED else self.text

    def choices(self, sheet: Worksheet, keys: Sequence[str], last: int) -> None:
        """What may be chosen; and that what is dismissed without a reason shows."""
        number = LANGUAGES.index(self.lang)
        for key, words in (("status", STATUSES), ("priority", PRIORITIES)):
            column = keys.index(key)
            known = [word[number] for word in words.values()]
            wanted = {"validate": "list", "source": known, "error_message": "、".join(known)}
            sheet.data_validation(1, column, last + _SPARE, column, wanted)
        status, comment = keys.index("status"), keys.index("comment")
        is_dismissed = f'${_letter(status)}2="{STATUSES["dismissed"][number]}"'
        sheet.conditional_format(
            1, status, last, comment,
            {"type": "formula", "format": self.missing,
             "criteria": f'=AND({is_dismissed},TRIM(${_letter(comment)}2)="")'},
        )  # fmt: skip

    def framed(self, sheet: Worksheet, head: int, last: int, columns: int) -> None:
        """The heading stays in sight, on the screen and on each page; rows can be filtered."""
        sheet.freeze_panes(head + 1, 1)
        sheet.autofilter(head, 0, last, columns)
        sheet.repeat_rows(0, head)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def coverage(self, coverage: Coverage) -> None:
        """対応表 both ways, and indicators."""
        for table in (
            item_table(coverage.relations, self.lang),
            measure_table(coverage.relations, self.lang),
            *indicator_tables(coverage.indicators, self.lang),
        ):
            self.table(table)

    def table(self, table: Table) -> None:
        """A sheet of rows; its note stands above the heading."""
        sheet = self.sheet(table.name)
        head = 1 if table.note else 0
        if table.note:
            self.put(sheet, 0, 0, table.note, self.note)
        for column, each in enumerate(table.columns):
            sheet.set_column(column, column, each.width)
            self.put(sheet, head, column, each.heading, self.head)
        for number, row in enumerate(table.rows, start=head + 1):
            for column, text in enumerate(row):
                look = self.centred if table.columns[column].centred else self.text
                self.put(sheet, number, column, text, look)
            widths = (column.width for column in table.columns)
            sheet.set_row(number, height(zip(row, widths, strict=True)))
        if not table.rows:
            self.put(sheet, head + 1, 0, say("office.no-rows", self.lang), self.note)
        self.framed(sheet, head, head + max(len(table.rows), 1), len(table.columns) - 1)

    def marker(self, as_of: str | None) -> None:
        """What the list needs beside its rows to be read back."""
        sheet = self.book.add_worksheet(MARKER)
        sheet.write_string(0, 0, MARKER)
        sheet.write_number(0, 1, VERSION)
        sheet.write_string(0, 2, as_of or "")
        sheet.very_hidden()


def _letter(index: int) -> str:
    return chr(ord("A") + index)
