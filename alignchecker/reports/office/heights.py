"""How high rows are: programs other than Excel do not find it out when they open a file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from math import ceil

from rich.cells import cell_len

_LINE, _HIGHEST = 18.75, 409.0
"""Points: of a line of 游ゴシック 11, and the most that Excel allows."""
_LETTER = 1.12
"""Width of half a Japanese letter of that font, in the units of columns."""
_FIXED = re.compile(rb'(<row [^>]*?) customHeight="1"')
_SHEETS = "xl/worksheets/"


def height(cells: Iterable[tuple[str, float]]) -> float:
    """The points that a row of texts needs, each with the width of its column."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(lines * _LINE, _HIGHEST)


def growing(book: io.BytesIO) -> bytes:
    """The workbook with rows that grow when somebody writes more into them.

    XlsxWriter fixes every height that it is given.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename.startswith(_SHEETS):
                data = _FIXED.sub(rb"\1", data)
            new.writestr(info, data)
    return target.getvalue()


def _lines(text: str, width: float) -> int:
    """Lines of a text in a column; a line holds whole letters."""
    letters = max(int((width - 0.5) / _LETTER), 1)
    return sum(max(ceil(cell_len(line) / letters), 1) for line in text.split("\n"))
