"""From the paragraphs and tables of a document to lines, as a text would print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignchecker.reading.content import Cell, Content, Paragraph, SheetCell, Table
from alignchecker.reading.cover import is_date_line
from alignchecker.reading.lines import Line, Placed, Source, without_contents
from alignchecker.reading.markers import on_one_line, read_marker

_MAX_DEPTH = 6
_MAX_KEY = 12
_FEW_CELLS = 3
_SHORT = 40


def lay_out(content: Content) -> Source:
    """The document as lines: headings marked as Markdown marks them, table rows with their cells.

    A merged cell stands wherever it covers, but once in a row that it fills. Line breaks within the
    cells of a table stay.
    """
    places: list[Placed] = []
    lines: list[Line] = []
    for number, block in enumerate(content.blocks):
        rows = _paragraph(block, places) if isinstance(block, Paragraph) else ()
        if isinstance(block, Table):
            rows = _table(block, number, places)
        lines += rows
    kept, has_contents = without_contents(lines)
    return Source(tuple(kept), has_contents, tuple(places), printed=kept)


def _paragraph(block: Paragraph, places: list[Placed]) -> Iterator[Line]:
    gap = block.gap
    texts = [on_one_line(block.text)] if block.depth else block.text.split("\n")
    for text in texts:
        if not text.strip():
            gap = True
            continue
        mark = "#" * min(block.depth or 0, _MAX_DEPTH) + " " if block.depth else ""
        marker = read_marker(text)
        is_numbered = marker is not None and marker.number is not None
        mark = "・" if block.bullet and not mark and not is_numbered else mark
        whole = mark + text.strip()
        places.append(block)
        yield Line(len(places), whole, (whole,), gap, whole)
        gap = False


def _table(table: Table, number: int, places: list[Placed]) -> Iterator[Line]:
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
        places += cells
        numbers = range(first, first + len(cells))
        own = next(n for n, text in zip(numbers, texts, strict=True) if text)
        printed = "　".join(text.replace("\n", "") for text in dict.fromkeys(texts) if text)
        yield Line(
            own, printed, texts, i == 0, printed,
            table=number, cell_numbers=numbers, header=i < table.header_rows,
        )  # fmt: skip


def _is_one(row: Sequence[Cell | SheetCell]) -> bool:
    """One cell fills the whole row."""
    return all(cell is row[0] for cell in row)


def pieces(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with rows of a few cells taken apart, for what a cover and a colophon say.

    計画期間 | 令和8年度～ becomes 計画期間：令和8年度～; a short line that says several things
    (令和8年3月　青葉市　こども課) becomes one line for each.
    """
    return tuple(piece for line in lines for piece in _pieces(line))


def _pieces(line: Line) -> Iterator[Line]:
    filled = [(i, cell) for i, cell in enumerate(line.cells) if cell]
    distinct = dict.fromkeys(cell for _, cell in filled)
    if line.table is None:
        yield from _apart(line)
    elif len(distinct) == 2 and len(filled[0][1]) <= _MAX_KEY and "：" not in filled[0][1]:
        key, value = distinct
        text = f"{key}：{value}".replace("\n", "")
        yield replace(line, text=text, cells=(text,), raw=text, cell_numbers=(), gap=True)
    elif len(distinct) <= _FEW_CELLS:
        for i, cell in filled:
            text = cell.replace("\n", "")
            number = line.number_of(i)
            own = replace(line, number=number, text=text, cells=(text,), raw=text, gap=True)
            yield from _apart(replace(own, cell_numbers=()))
    else:
        yield line


def _apart(line: Line) -> Iterator[Line]:
    """A short line whose parts are a date and names, as one line for each."""
    parts = re.split(r"(\s+)", line.text)
    if len(line.text) > _SHORT or "。" in line.text or len(parts) < 3:
        yield line
    elif is_date_line(parts[0]):
        yield from _as_lines(line, parts[0], "".join(parts[2:]))
    elif is_date_line(parts[-1]):
        yield from _as_lines(line, "".join(parts[:-2]), parts[-1])
    else:
        yield line


def _as_lines(line: Line, *texts: str) -> Iterator[Line]:
    for text in texts:
        yield replace(line, text=text, cells=(text,), raw=text, gap=True)
