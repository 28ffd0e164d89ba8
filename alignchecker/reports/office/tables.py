"""A table as both Excel and Word show it, in texts that either can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignchecker.lang import say
from alignchecker.reports.wrapping import harmless

_LIMIT = 32_000
"""UTF-16 units; a cell of Excel holds 32,767 (Excel specifications and limits)."""
_NO_XML = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """width: in letters of half width. centred: for marks and short words."""

    heading: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """name: of the sheet, or the heading above. note: how to read it. rows: a text a column."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    note: str = ""


def cell(text: str | None, lang: str) -> str:
    """A text as a cell holds it: no control characters, nothing that XML cannot say, not too long.

    >>> cell("計画\\x07\\r\\nA\\tB", "ja")
    '計画\\nA B'
    """
    if text is None:
        return ""
    clean = harmless(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    # Half a character of a broken text cannot be written.
    clean = _NO_XML.sub("", clean.encode(errors="replace").decode())
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * _LIMIT:
        return clean
    return units[: 2 * _LIMIT].decode("utf-16-le", errors="ignore") + say("office.cut", lang)
