"""A plan as the project's Excel workbook, or the empty one to fill in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from alignchecker.graph.plan_links import PlanLink
from alignchecker.lang.workbook import (
    CHOICES,
    EXAMPLE,
    GUIDANCE,
    GUIDE,
    MARKER,
    PLAN,
    TABLES,
    VERSION,
    Column,
    Sheet,
)
from alignchecker.model.plan import PlanDraft
from alignchecker.reading.concepts import japanese_labels
from alignchecker.reports.inert_book import new_book, printed_sheet, put
from alignchecker.reports.workbook_rows import Cells, plan_rows, table_rows

# A cell holds 32,767 UTF-16 units; characters outside the plane take two.
_LIMIT = 16_000
_SPARE_ROWS = 500
_NUMBERS = {"order", "fiscal_year", "first_year", "last_year", "count", "number", "lower", "upper"}
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?")
_SUGGESTED_LEVELS = ("基本目標", "基本施策", "施策の方向", "施策", "取組")


def plan_workbook(draft: PlanDraft, links: Iterable[PlanLink] = ()) -> bytes:
    """The workbook of a plan; equal plans give equal bytes."""
    values, places = plan_rows(draft)
    levels = [item.level_name for item in draft.items if len(item.level_name) < 100]
    return _workbook(values, places, table_rows(draft, links), levels)


def empty_workbook() -> bytes:
    """The workbook to fill in, with an example row on each sheet."""
    rows: list[tuple[Sheet, list[Cells]]] = []
    for sheet in TABLES:
        example = {c.key: c.example for c in sheet.columns if c.example}
        rows.append((sheet, [{"order": EXAMPLE, **example}] if example else []))
    return _workbook({}, {}, rows, [])


def _workbook(
    values: Cells, places: Cells, tables: Sequence[tuple[Sheet, list[Cells]]], levels: list[str]
) -> bytes:
    buffer = io.BytesIO()
    book = new_book(buffer)
    writer = _Writer(book, [*dict.fromkeys([*levels, *_SUGGESTED_LEVELS])])
    writer.guide()
    writer.plan(values, places)
    for sheet, rows in tables:
        writer.table(sheet, rows)
    writer.choices()
    writer.marker()
    book.close()
    return buffer.getvalue()


class _Writer:
    """Writes one workbook, sheet by sheet."""

    def __init__(self, book: Workbook, levels: list[str]) -> None:
        self.book = book
        schemes = {c.scheme for s in (PLAN, *TABLES) for c in s.columns if c.scheme}
        self.lists = {scheme: list(japanese_labels(scheme).values()) for scheme in sorted(schemes)}
        self.lists["level_name"] = levels
        top = {"valign": "top", "font_size": 10}
        self.text = book.add_format({**top, "num_format": "@", "text_wrap": True})
        self.plain = book.add_format({**top, "text_wrap": True})
        self.example = book.add_format(
            {**top, "text_wrap": True, "italic": True, "font_color": "#7F7F7F"}
        )
        self.head = book.add_format(
            {**top, "bold": True, "text_wrap": True, "bg_color": "#DDEBF7", "border": 1}
        )

    def add(self, name: str) -> Worksheet:
        """A sheet that prints on A4, landscape, one page wide."""
        return printed_sheet(self.book, name)

    def put(self, sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
        """Writes a text, which stays one whatever it looks like."""
        put(sheet, row, column, text, look, self.plain)

    def guide(self) -> None:
        """The first sheet: how to fill in the others, Japanese and English."""
        sheet = self.add(GUIDE)
        sheet.set_column(0, 1, 18)
        sheet.set_column(2, 3, 60)
        lines = [("", "", ja, en) for ja, en in GUIDANCE]
        lines.append(("シート", "列・欄", "書き方", "How to fill it in"))
        for each in (PLAN, *TABLES):
            lines.append((each.name, "", *each.about))
            lines += [("", c.name, *c.note) for c in each.columns if c.note and not c.hidden]
        for row, line in enumerate(lines):
            look = self.head if row == len(GUIDANCE) else self.plain
            for column, text in enumerate(line):
                self.put(sheet, row, column, text, look)

    def plan(self, values: Cells, places: Cells) -> None:
        """計画: one fact per row, its key in the hidden first column."""
        sheet = self.add(PLAN.name)
        pieces = max((len(_pieces(text)) for text in values.values()), default=1)
        keys = ["key", "name", "value", "note", "place", *_more("value", pieces)]
        for column, key in enumerate(keys):
            sheet.write_string(0, column, key)
            sheet.set_column(column, column, 12, None, {"hidden": True})
        for column, (width, name) in enumerate(((24, "欄"), (60, "記入"), (50, "書き方")), start=1):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, name, self.head)
        sheet.set_row(0, None, None, {"hidden": True})
        for row, fact in enumerate(PLAN.columns, start=2):
            parts = _pieces(values.get(fact.key, ""))
            note = [fact.note[0]] if fact.note else []
            note += [f"例: {fact.example}"] if fact.example else []
            for column, text in enumerate((fact.key, fact.name, parts[0], "。".join(note))):
                self.put(sheet, row, column, text, self.head if column == 1 else self.text)
            for column, text in enumerate((places.get(fact.key, ""), *parts[1:]), start=4):
                self.put(sheet, row, column, text, self.text)
            if fact.hidden:
                sheet.set_row(row, None, None, {"hidden": True})
            self.offer(sheet, fact, (row, 2, row, 2))
        sheet.freeze_panes(2, 2)
        sheet.ignore_errors({"number_stored_as_text": f"C3:C{len(PLAN.columns) + 2}"})

    def table(self, of: Sheet, rows: Sequence[Cells]) -> None:
        """A sheet of rows: keys in the hidden first row, what people read below."""
        sheet = self.add(of.name)
        keys = _keys(of, rows)
        last = len(rows) + _SPARE_ROWS + 1
        for index, (key, column) in enumerate(keys):
            width, hidden = column.width, column.hidden or "~" in key
            look = None if column.key in _NUMBERS else self.plain if column.wide else self.text
            sheet.set_column(index, index, width, look, {"hidden": hidden})
            sheet.write_string(0, index, key)
            sheet.write_string(1, index, column.name, self.head)
            self.offer(sheet, column, (2, index, last, index))
        sheet.set_row(0, None, None, {"hidden": True})
        for number, cells in enumerate(rows, start=2):
            self.row(sheet, number, cells, keys)
        sheet.freeze_panes(2, 1)
        sheet.autofilter(1, 0, max(len(rows) + 1, 2), len(keys) - 1)
        sheet.repeat_rows(1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def row(
        self, sheet: Worksheet, number: int, cells: Cells, keys: Sequence[tuple[str, Column]]
    ) -> None:
        """One row; numbers as numbers, so that Excel sorts them as such."""
        is_example = cells.get("order") == EXAMPLE
        pieces = {key: _pieces(text) for key, text in cells.items()}
        for index, (key, column) in enumerate(keys):
            part = int(key.partition("~")[2] or 1)
            texts = pieces.get(column.key, [""])
            text = texts[part - 1] if part <= len(texts) else ""
            if not text:
                continue
            if column.key in _NUMBERS and _PLAIN_NUMBER.fullmatch(text):
                sheet.write_number(number, index, float(text), self.plain)
            else:
                self.put(sheet, number, index, text, self.example if is_example else self.text)

    def offer(self, sheet: Worksheet, column: Column, cells: tuple[int, int, int, int]) -> None:
        """A list to choose from; level names may also be typed."""
        name = column.scheme or (column.key if column.key in self.lists else None)
        if name is None or column.hidden:
            return
        letter = _letters(list(self.lists).index(name))
        source = f"={CHOICES}!${letter}$2:${letter}${len(self.lists[name]) + 1}"
        sheet.data_validation(
            *cells, {"validate": "list", "source": source, "show_error": bool(column.scheme)}
        )

    def choices(self) -> None:
        """The code lists that the other sheets choose from."""
        sheet = self.book.add_worksheet(CHOICES)
        for column, (name, labels) in enumerate(self.lists.items()):
            for row, text in enumerate((name, *labels)):
                self.put(sheet, row, column, text, self.plain)
        sheet.hide()

    def marker(self) -> None:
        """What the importer knows the workbook by."""
        sheet = self.book.add_worksheet(MARKER)
        sheet.write_string(0, 0, MARKER)
        sheet.write_number(0, 1, VERSION)
        sheet.very_hidden()


def _keys(of: Sheet, rows: Sequence[Cells]) -> list[tuple[str, Column]]:
    """The columns by key, then those for what is too long for one cell."""
    keys = [(column.key, column) for column in of.columns]
    for column in of.columns:
        longest = max((len(row.get(column.key, "")) for row in rows), default=0)
        keys += [(key, column) for key in _more(column.key, -(-longest // _LIMIT))]
    return keys


def _more(key: str, pieces: int) -> list[str]:
    return [f"{key}~{number}" for number in range(2, pieces + 1)]


def _pieces(text: str) -> list[str]:
    return [text[i : i + _LIMIT] for i in range(0, len(text), _LIMIT)] or [""]


def _letters(index: int) -> str:
    return chr(ord("A") + index)
