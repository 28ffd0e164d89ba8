"""Documents for tests, from a few lines: text is a paragraph, "# " before it a heading's depth.

A list of rows is a table; the cells of a row are parted by "|", "^" merges with the cell above and
"<" with the cell to the left.
"""

from __future__ import annotations

from alignchecker.model.plan import PlanDraft, Position
from alignchecker.reading.content import Cell, Content, Paragraph, Table
from alignchecker.reading.plan import read_content

FILE = "plan.docx"


def read(*blocks: str | list[str]) -> PlanDraft:
    """The plan that a document of these blocks prints."""
    tables = 0
    content: list[Paragraph | Table] = []
    for line, block in enumerate(blocks, start=1):
        if isinstance(block, str):
            text = block.lstrip("#")
            depth = len(block) - len(text)
            place = Position(FILE, line=line)
            content.append(Paragraph(text.strip(), place, depth=depth or None))
        else:
            tables += 1
            content.append(_table(block, f"表{tables}"))
    return read_content(Content(FILE, "0" * 64, tuple(content)))


def _table(rows: list[str], name: str) -> Table:
    cells: list[list[Cell]] = []
    for number, row in enumerate(rows, start=1):
        made: list[Cell] = []
        for index, text in enumerate(part.strip() for part in row.split("|")):
            place = Position(FILE, sheet=name, cell=f"{chr(ord('A') + index)}{number}")
            above = cells[-1][index] if text == "^" else None
            left = made[-1] if text == "<" else None
            made.append(above or left or Cell(text.replace("/n", "\n"), place))
        cells.append(made)
    return Table(tuple(tuple(row) for row in cells))
