"""The reader of PDF files: needs the extra [pdf]."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.importers.decoding import EMPTY, read_bytes
from alignchecker.importers.pdf.errors import Problem, pdf_error
from alignchecker.importers.pdf.glyphs import Sheet
from alignchecker.model.errors import AligncheckerError, InputError
from alignchecker.model.plan import Capture, ImportWarning, Position
from alignchecker.reading.content import Content

if TYPE_CHECKING:
    from alignchecker.importers.pdf.content import Page

MAX_BYTES = 200 * 1024 * 1024
_HEAD, _TAIL = 1024, 4096
_MAX_UNREADABLE = 0.3
_PICTURE = 50
"""Paths drawn on a page that may be letters; fewer are decoration."""
_EXTRA_MISSING = (
    "PDFの読み取りには追加の部品が必要です。"
    "pip install 'alignchecker[pdf]' を実行するか、Word・テキスト形式の文書を指定してください。",
    "Reading PDF needs an extra. Run pip install 'alignchecker[pdf]', or name a document in Word or"
    " text format.",
)


@dataclass(slots=True)
class _Tally:
    """Characters in all, unreadable ones, pages of OCR, and the pages that are not read, by why."""

    characters: int = 0
    unreadable: int = 0
    recognised: int = 0
    pages: dict[str, list[int]] = field(default_factory=dict)

    def note(self, code: str, page: int) -> None:
        """Note a page under the code of a warning."""
        self.pages.setdefault(code, []).append(page)


def read_pdf(path: Path) -> Content:
    """The paragraphs and tables of a PDF, with the page and line where each one stands.

    Raises InputError, saying what to do, for what is no PDF, damaged, locked, too large or without
    text, and AligncheckerError where the extra [pdf] is not installed.
    """
    if find_spec("pdfplumber") is None:
        raise AligncheckerError(*_EXTRA_MISSING)
    # Only with the extra installed can these be imported.
    from alignchecker.importers.pdf.content import assemble  # noqa: PLC0415
    from alignchecker.importers.pdf.pages import read_sheets  # noqa: PLC0415

    data = _pdf_bytes(path)
    tally = _Tally()
    pages = list(_read_pages(read_sheets(data, str(path)), tally))
    _check_text(tally, path, has_pages=bool(pages))
    is_recognised = tally.recognised * 2 > len(pages)
    return Content(
        path.name,
        hashlib.sha256(data).hexdigest(),
        assemble(pages, path.name),
        tuple(_warnings(tally, path.name)),
        Capture.OCR if is_recognised else None,
    )


def _pdf_bytes(path: Path) -> bytes:
    data = read_bytes(path, MAX_BYTES)
    if not data.strip():
        raise InputError(*EMPTY, str(path))
    if b"%PDF-" not in data[:_HEAD]:
        raise pdf_error(Problem.NOT_PDF, str(path))
    # Part of a file cut off in transfer can often be read, and would pass for the whole plan.
    if b"startxref" not in data[-_TAIL:]:
        raise pdf_error(Problem.DAMAGED, str(path))
    return data


def _read_pages(sheets: Iterator[Sheet | None], tally: _Tally) -> Iterator[Page]:
    from alignchecker.importers.pdf.layout import read_page  # noqa: PLC0415

    for number, sheet in enumerate(sheets, start=1):
        if sheet is None:
            tally.note("pdf-pages-damaged", number)
            continue
        characters = sum(not glyph.is_space for glyph in sheet.glyphs)
        tally.characters += characters
        tally.unreadable += sheet.unreadable
        tally.recognised += sheet.recognised
        if sheet.vertical * 2 > len(sheet.glyphs):
            tally.note("pdf-pages-vertical", number)
            continue
        if not characters and sheet.pictures >= _PICTURE:
            tally.note("pdf-pages-without-text", number)
        page, is_drawing = read_page(sheet)
        if is_drawing:
            tally.note("pdf-pages-drawn", number)
        yield page


def _check_text(tally: _Tally, path: Path, *, has_pages: bool) -> None:
    if not has_pages:
        is_vertical = "pdf-pages-vertical" in tally.pages
        raise pdf_error(Problem.VERTICAL if is_vertical else Problem.DAMAGED, str(path))
    if not tally.characters:
        raise pdf_error(Problem.NO_TEXT, str(path))
    if tally.unreadable > _MAX_UNREADABLE * tally.characters:
        raise pdf_error(Problem.NO_FONTS, str(path))


def _warnings(tally: _Tally, file: str) -> Iterator[ImportWarning]:
    if tally.unreadable:
        yield ImportWarning("pdf-unreadable-font", (str(tally.unreadable),))
    for code, pages in sorted(tally.pages.items()):
        yield ImportWarning(code, (_ranges(pages),), Position(file, page=pages[0]))


def _ranges(pages: Sequence[int]) -> str:
    """Page numbers as one would write them.

    >>> _ranges([2, 3, 4, 9])
    '2-4, 9'
    """
    parts: list[str] = []
    for _, group in groupby(enumerate(pages), key=lambda entry: entry[1] - entry[0]):
        numbers = [page for _, page in group]
        first, last = numbers[0], numbers[-1]
        parts.append(str(first) if first == last else f"{first}-{last}")
    return ", ".join(parts)
