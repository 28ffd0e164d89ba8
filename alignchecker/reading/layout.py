"""From the paragraphs and tables of a document to lines, as a text would print them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignchecker.model.plan import Position
from alignchecker.reading.content import Cell, Content, Paragraph, Table
from alignchecker.reading.lines import Line, Source, without_contents

_MAX_DEPTH = 6


def lay_out(content: Content) -> Source:
    """The document as lines: headings marked as Markdown marks them, table rows with their cells.

    A merged cell stands wherever it covers, but once in a row that it fills. Line breaks within the
    cells of a table stay.
    """
    places: list[Position] = []
    lines: list[Line] = []
    for number, block in enumerate(content.blocks):
        rows = _paragraph(block, places) if isinstance(block, Paragraph) else ()
        if isinstance(block, Table):
            rows = _table(block, number, places)
        lines += rows
    kept, has_contents = without_contents(lines)
    return Source(tuple(kept), has_contents, tuple(places))


def _paragraph(block: Paragraph, places: list[Position]) -> Iterator[Line]:
    gap = block.gap
    for text in block.text.split("\n"):
        if not text.strip():
            gap = True
            continue
        mark = "#" * min(block.depth or 0, _MAX_DEPTH) + " " if block.depth else ""
        mark = "・" if block.bullet and not mark else mark
        whole = mark + text.strip()
        places.append(block.place)
        yield Line(len(places), whole, (whole,), gap, whole)
        gap = False


def _table(table: Table, number: int, places: list[Position]) -> Iterator[Line]:
    is_box = all(_is_one(row) for row in table.rows)
    for i, row in enumerate(table.rows):
        if not any(cell.text.strip() for cell in row):
            continue
        if is_box:
            # A frame around text is no table.
            yield from _paragraph(Paragraph(row[0].text, row[0].place, gap=i == 0), places)
            continue
        cells = row[:1] if _is_one(row) else row
        texts = tuple(cell.text.strip() for cell in cells)
        first = len(places) + 1
        places += [cell.place for cell in cells]
        numbers = tuple(range(first, first + len(cells)))
        own = next(n for n, text in zip(numbers, texts, strict=True) if text)
        printed = "　".join(text.replace("\n", "") for text in dict.fromkeys(texts) if text)
        yield Line(
            own, printed, texts, i == 0, printed,
            table=number, cell_numbers=numbers, header=i < table.header_rows,
        )  # fmt: skip


def _is_one(row: Sequence[Cell]) -> bool:
    """One cell fills the whole row."""
    return all(cell is row[0] for cell in row)
