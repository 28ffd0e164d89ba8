"""Excel workbooks in which every text stays one; on A4; equal bytes for equal content."""

from __future__ import annotations

import datetime
import io

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

# The date is no date of anything: there is no clock.
_CREATED = datetime.datetime(2000, 1, 1)
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9


def new_book(buffer: io.BytesIO) -> Workbook:
    """A workbook that is written into a buffer when it is closed."""
    book = Workbook(buffer, {"in_memory": True, **_SAFE})
    book.set_properties({"created": _CREATED})
    return book


def printed_sheet(book: Workbook, name: str) -> Worksheet:
    """A sheet that prints on A4, landscape, one page wide, with its name and page numbers."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&L&A")
    sheet.set_footer("&C&P / &N")
    return sheet


def put(sheet: Worksheet, row: int, column: int, text: str, look: Format, plain: Format) -> None:
    """Writes a text, which stays one whatever it looks like. plain: for a letter of its own."""
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes this for markup of its own and would not escape it.
        sheet.write_rich_string(row, column, text[:1], plain, text[1:], look)
    else:
        sheet.write_string(row, column, text, look)
