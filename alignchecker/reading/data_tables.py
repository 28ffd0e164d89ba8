"""Tables that are data, no plan's: too long for one, and no header says that they hold one."""

from __future__ import annotations

from dataclasses import replace

from alignchecker.model.plan import ImportWarning
from alignchecker.reading.content import Content, Paragraph, Table
from alignchecker.reading.tables import header

MOST_ROWS = 5_000
_KEPT = 100


def without_data(content: Content) -> Content:
    """The document with such tables cut after their first rows, and a warning for each."""
    blocks: list[Paragraph | Table] = []
    unread = list(content.unread)
    for block in content.blocks:
        if isinstance(block, Paragraph) or not _is_data(block):
            blocks.append(block)
            continue
        blocks.append(replace(block, rows=block.rows[:_KEPT]))
        left_out = str(len(block.rows) - _KEPT)
        unread.append(ImportWarning("data-table-unread", (left_out,), block.rows[_KEPT][0].place))
    return replace(content, blocks=tuple(blocks), unread=tuple(unread))


def _is_data(table: Table) -> bool:
    """More rows than a plan has, and none of the first heads columns of a plan."""
    if len(table.rows) <= MOST_ROWS:
        return False
    return not any(header([cell.text for cell in row]) for row in table.rows[:_KEPT])
