"""The pages of a PDF, one after another."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage

from alignchecker.importers.pdf.device import SheetDevice
from alignchecker.importers.pdf.errors import Problem, pdf_error
from alignchecker.importers.pdf.glyphs import Sheet
from alignchecker.importers.pdf.limits import (
    BoundedDocument,
    BoundedFonts,
    BoundedInterpreter,
    BoundedParser,
    Budget,
    TooMuchError,
)

MAX_PAGES = 2_000


def read_sheets(data: bytes, path: str) -> Iterator[Sheet | None]:
    """The pages of a document in their order, None for one whose contents are damaged.

    Raises InputError, saying what to do, where the document as a whole cannot be read or asks for
    more work than any plan needs.
    """
    try:
        with _quiet():
            document = BoundedDocument(BoundedParser(io.BytesIO(data)))
            # Labels (i, ii, A-1) are not needed, and damaged ones would end the reading.
            document.catalog.pop("PageLabels", None)
            pages = list(islice(PDFPage.create_pages(document), MAX_PAGES + 1))
    except PDFPasswordIncorrect as error:
        raise pdf_error(Problem.PASSWORD, path) from error
    except PDFEncryptionError as error:
        raise pdf_error(Problem.ENCRYPTION, path) from error
    except TooMuchError as error:
        raise pdf_error(Problem.TOO_MUCH, path) from error
    except Exception as error:
        # pdfminer raises whatever Python raises: a damaged file may hold anything.
        raise pdf_error(Problem.DAMAGED, path) from error
    if not pages:
        raise pdf_error(Problem.DAMAGED, path)
    if len(pages) > MAX_PAGES:
        raise pdf_error(Problem.TOO_MUCH, path)
    fonts, budget = BoundedFonts(), Budget()
    for number, page in enumerate(pages, start=1):
        try:
            with _quiet():
                sheet = _sheet(page, number, fonts, budget)
        except TooMuchError as error:
            raise pdf_error(Problem.TOO_MUCH, path) from error
        yield sheet


@contextmanager
def _quiet() -> Iterator[None]:
    """Without pdfminer's log, which would come between an officer and the message."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _sheet(page: PDFPage, number: int, fonts: BoundedFonts, budget: Budget) -> Sheet | None:
    device = SheetDevice(fonts)
    for _ in range(2):
        device = SheetDevice(fonts)
        try:
            BoundedInterpreter(fonts, device, budget).process_page(page)
        except TooMuchError:
            raise
        except Exception:
            return None
        turn = device.turned()
        if not turn:
            break
        page.rotate = (page.rotate + turn) % 360
    return device.sheet(number)
