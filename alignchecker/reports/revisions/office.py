"""新旧対照表 as a Word document and an Excel workbook, as councils get it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from alignchecker.diff.revision import Revision
from alignchecker.diff.wording import Piece, Pieces, whole
from alignchecker.lang import say
from alignchecker.reports.inert_book import new_book, printed_sheet, put
from alignchecker.reports.office.heights import growing, height
from alignchecker.reports.office.paper import Paper
from alignchecker.reports.office.tables import Column, cell
from alignchecker.reports.revisions.table import Line, Section, sections
from alignchecker.reports.revisions.words import counts, examined, plan_name, undecided

_WIDTHS = (58, 58, 26)
_FONT = "游ゴシック"
_TITLE_HEIGHT = 28
_MOST = 30_000
"""Characters of a cell; Excel holds 32,767 UTF-16 units, and few characters take two."""


def document(revision: Revision, lang: str) -> bytes:
    """The Word document: A4 landscape, the heading of the table on each page."""
    paper = Paper(say("diff.title", lang))
    paper.title(say("diff.title", lang))
    for text in _head(revision, lang):
        paper.paragraph(cell(text, lang))
    for section in sections(revision, lang):
        paper.heading(say(f"diff.section-{section.name}", lang))
        rows = [
            (above and cell(above, lang), _held_row(line, lang)) for above, line in section.headed()
        ]
        paper.compared(_columns(lang), rows)
    if revision.undecided:
        paper.heading(say("diff.section-undecided", lang))
        for sentence in undecided(revision, lang):
            paper.paragraph(cell(sentence, lang))
    return paper.content()


def workbook(revision: Revision, lang: str) -> bytes:
    """The workbook: one sheet that prints like the document; equal input gives equal bytes."""
    buffer = io.BytesIO()
    book = new_book(buffer)
    _Sheet(book, lang).write(revision)
    book.close()
    return growing(buffer)


def _head(revision: Revision, lang: str) -> Iterator[str]:
    old, new = (plan_name(edition, lang) for edition in (revision.old, revision.new))
    yield from say("diff.plans", lang, old=old, new=new).split("\n")
    yield from examined(revision, lang)
    if not sections(revision, lang) and not revision.undecided:
        yield say("diff.nothing", lang)
        return
    if counts(revision, lang):
        yield counts(revision, lang)
    yield say("diff.note", lang)


def _columns(lang: str) -> Sequence[Column]:
    names = ("old", "new", "remark")
    return [Column(say(f"diff.{n}", lang), w) for n, w in zip(names, _WIDTHS, strict=True)]


def _held_row(line: Line, lang: str) -> tuple[Pieces, Pieces, Pieces]:
    remark = whole(line.remark, changed=False)
    return _held(line.old, lang), _held(line.new, lang), _held(remark, lang)


def _held(pieces: Pieces, lang: str) -> Pieces:
    """Pieces as a cell can hold them, cut where they are too long together."""
    found: list[Piece] = []
    left = _MOST
    for piece in pieces:
        text = cell(piece.text, lang)
        if len(text) > left:
            found.append(Piece(text[:left] + say("office.cut", lang), piece.changed))
            break
        left -= len(text)
        if text:
            found.append(Piece(text, piece.changed))
    return tuple(found)


class _Sheet:
    """Writes the one sheet."""

    def __init__(self, book: Workbook, lang: str) -> None:
        self.lang = lang
        usual = {"font_name": _FONT, "font_size": 11, "valign": "top", "text_wrap": True}
        lined = {**usual, "border": 1, "border_color": "#A6A6A6"}
        heavy = {**lined, "bold": True, "bg_color": "#DDEBF7"}
        self.plain = book.add_format(usual)
        self.underlined = book.add_format({**usual, "underline": 1})
        self.text = book.add_format(lined)
        self.changed = book.add_format({**lined, "underline": 1})
        self.head = book.add_format({**heavy, "align": "center", "valign": "vcenter"})
        self.part = book.add_format({**lined, "bold": True, "bg_color": "#F2F2F2"})
        self.above = book.add_format({**lined, "text_wrap": False, "bg_color": "#F8F8F8"})
        self.note = book.add_format({**usual, "font_size": 10})
        self.title = book.add_format({**usual, "bold": True, "font_size": 16, "text_wrap": False})
        self.sheet: Worksheet = printed_sheet(book, say("diff.sheet", lang))
        self.row = 0

    def write(self, revision: Revision) -> None:
        """What the plans are, the table, and what is undecided."""
        self.sheet.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.6)
        for number, width in enumerate(_WIDTHS):
            self.sheet.set_column(number, number, width)
        self.sheet.set_row(0, _TITLE_HEIGHT)
        self.line(say("diff.title", self.lang), self.title)
        for text in _head(revision, self.lang):
            self.line(text, self.note)
        found = sections(revision, self.lang)
        if found:
            for number, column in enumerate(_columns(self.lang)):
                put(self.sheet, self.row, number, column.heading, self.head, self.plain)
            self.sheet.repeat_rows(self.row)
            self.sheet.freeze_panes(self.row + 1, 0)
            self.row += 1
        for section in found:
            self.section(section)
        if revision.undecided:
            self.row += 1
            self.line(say("diff.section-undecided", self.lang), self.note)
            for sentence in undecided(revision, self.lang):
                self.line(sentence, self.note)
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def line(self, text: str, look: Format) -> None:
        """A row of its own, as wide as the table: what is wider would make the print smaller."""
        held = cell(text, self.lang)
        self.sheet.merge_range(self.row, 0, self.row, len(_WIDTHS) - 1, "", look)
        put(self.sheet, self.row, 0, held, look, self.plain)
        if look is self.note:
            self.sheet.set_row(self.row, height([(held, sum(_WIDTHS))]))
        self.row += 1

    def section(self, section: Section) -> None:
        self.across(say(f"diff.section-{section.name}", self.lang), self.part)
        for above, line in section.headed():
            if above:
                self.across(cell(above, self.lang), self.above)
            row = _held_row(line, self.lang)
            for column, pieces in enumerate(row):
                self.pieces(column, pieces)
            texts = ("".join(piece.text for piece in pieces) for pieces in row)
            self.sheet.set_row(self.row, height(zip(texts, _WIDTHS, strict=True)))
            self.row += 1

    def across(self, text: str, look: Format) -> None:
        """A row of one text across the columns; not merged, so that the sheet can be sorted."""
        put(self.sheet, self.row, 0, text, look, self.plain)
        for column in (1, 2):
            self.sheet.write_blank(self.row, column, None, look)
        self.row += 1

    def pieces(self, column: int, pieces: Pieces) -> None:
        """A cell; a text of one kind is no rich one."""
        if len(pieces) > 1:
            parts: list[object] = []
            for piece in pieces:
                parts += [self.underlined if piece.changed else self.plain, piece.text]
            self.sheet.write_rich_string(self.row, column, *parts, self.text)
        elif pieces:
            look = self.changed if pieces[0].changed else self.text
            put(self.sheet, self.row, column, pieces[0].text, look, self.plain)
        else:
            self.sheet.write_blank(self.row, column, None, self.text)
