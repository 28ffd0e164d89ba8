"""Cells of tables that spreadsheets open: whatever a document prints, it stays text."""

from __future__ import annotations

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes a CSV file for Shift_JIS."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def inert(cell: str) -> str:
    """A cell of a CSV file that a spreadsheet does not take for a formula.

    >>> inert("=1+1"), inert("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
