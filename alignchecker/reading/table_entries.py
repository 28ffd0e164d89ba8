"""The entries that table rows make: under headers, as a card, or cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from alignchecker.reading.cell_items import cell_items
from alignchecker.reading.columns import Column
from alignchecker.reading.entry import Entry, EntryKind, heading
from alignchecker.reading.headers import Role, plain_role, value_kind
from alignchecker.reading.indicator_rows import Above, indicator_of_lines
from alignchecker.reading.level_words import is_column, is_department_column, level_word
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import Marker, bare_marker, read_marker
from alignchecker.reading.tables import hierarchy, is_note, read_rows
from alignchecker.reading.values import read_fiscal_year, read_values

SECTION = "section"
"""Style of a row that stands over the rows below it and is no item itself."""


def new_cells(line: Line, above: tuple[str, ...]) -> Line:
    """The row without cells that merge with the row above or the cell to the left."""
    cells = list(line.cells)
    for i, cell in enumerate(line.cells):
        from_above = i < len(above) and above[i] == cell and line.cells[:i] == above[:i]
        if from_above or (i > 0 and line.cells[i - 1] == cell):
            cells[i] = ""
    return replace(line, cells=tuple(cells))


def card(line: Line) -> list[Entry]:
    """A row of a card that describes one item: 施策名 | …, 担当課 | ….

    Empty where the first cell names neither a level nor the department, or more follows.
    """
    cells = _pair(line)
    if cells is None:
        return []
    number = line.number_of(line.cells.index(cells[1]))
    if is_department_column(cells[0]):
        return [Entry(EntryKind.DEPARTMENTS, number, cells[1].replace("\n", "、"))]
    word = level_word(cells[0])
    if word is None or is_column(cells[1]) or "。" in cells[1]:
        return []
    label = cells[1].replace("\n", "")
    marker = read_marker(label) or Marker(f"word:{word}", word, None, label)
    named = marker.word or word
    return [heading(replace(marker, style=f"word:{named}", word=named), line, number=number)]


def card_indicator(lines: Sequence[Line], i: int) -> tuple[Entry, int] | None:
    """An indicator that rows of a card give, and how many: 指標 | …, 現状値 | …, 目標値 | ….

    None for other rows.
    """
    named = _pair(lines[i])
    if named is None or plain_role(named[0]) is not Role.INDICATOR:
        return None
    values = []
    for line in lines[i + 1 :]:
        pair = _pair(line)
        kind = value_kind(pair[0]) if pair else None
        found = read_values(pair[1]) if pair and kind else ()
        if pair is None or kind is None or len(found) != 1:
            break
        year = found[0].fiscal_year or read_fiscal_year(pair[0])
        values.append((kind, year, found[0], line.number_of(line.cells.index(pair[1]))))
    if not values:
        return None
    number = lines[i].number_of(lines[i].cells.index(named[1]))
    row = indicator_of_lines(named[1].replace("\n", ""), number, values)
    return Entry(EntryKind.INDICATOR, number, row.name, row=row), 1 + len(values)


def _pair(line: Line) -> tuple[str, str] | None:
    """The two different cells of a row, None for a row of another length."""
    cells = [cell for cell, _ in groupby(line.cells) if cell]
    return (cells[0], cells[1]) if len(cells) == 2 else None


def table_entries(
    line: Line, columns: tuple[Column, ...], rows: Sequence[Line], above: Above
) -> Iterator[Entry]:
    """The entries of the rows under a header; line: what the order of levels is read from."""
    words = hierarchy(columns, rows)
    if len(words) > 1:
        yield Entry(EntryKind.CHAIN, line.number, line.text, line.gap, words=words)
    for entry in _row_entries(columns, rows, above):
        yield replace(entry, table=line.number)


def _row_entries(
    columns: tuple[Column, ...], rows: Sequence[Line], above: Above
) -> Iterator[Entry]:
    group = ""
    for row in read_rows(columns, rows, above):
        if row.section is not None:
            entry = _section(row.section, row.line)
            group = entry.text if entry.style == SECTION else ""
            yield entry
        for item in row.items:
            plain = Marker(f"word:{item.word}", item.word, None, item.text)
            marker = read_marker(item.text) or plain
            named = marker.word or item.word
            styled = replace(marker, style=f"word:{named}", word=named, depth=None)
            entry = heading(styled, row.line, number=item.number)
            yield replace(entry, group=group, rank=item.rank)
        if row.departments:
            yield Entry(EntryKind.DEPARTMENTS, row.line.number, row.departments)
        if row.text:
            yield Entry(EntryKind.TEXT, row.line.number, row.text)
        for indicator in row.indicators:
            yield Entry(EntryKind.INDICATOR, indicator.line, indicator.name, row=indicator)
        for record in row.progress:
            yield Entry(EntryKind.PROGRESS, record.line, record.text or "", row=record)


def _section(title: str, line: Line) -> Entry:
    """The row over others as a heading: an item, a group of items, or a mere note."""
    marker = read_marker(title)
    if marker is not None and (marker.word or marker.number):
        return replace(heading(marker, line), rank=-1)
    if is_note(title) or "。" in title:
        return Entry(EntryKind.TEXT, line.number, title, gap=True)
    label = marker.label if marker else title.strip("【】《》〈〉＜＞<>")
    return Entry(EntryKind.HEADING, line.number, label, gap=True, style=SECTION, rank=-1)


def cell_entries(line: Line) -> Iterator[Entry]:
    """The cells of a row without column headers: each speaks for itself."""
    pending = ""
    for i, printed in enumerate(line.cells):
        line = replace(line, number=line.number_of(i))
        for item in cell_items(printed):
            whole = f"{pending} {item}".strip() if pending else item.strip()
            pending = ""
            marker = read_marker(whole)
            if (marker and not marker.label) or bare_marker(whole):
                pending = whole
            else:
                yield from part_entries(whole, line)
    if pending:
        yield from part_entries(pending, line)


def part_entries(text: str, line: Line) -> Iterator[Entry]:
    marker = read_marker(text)
    if marker:
        yield heading(marker, line)
    elif text:
        yield Entry(EntryKind.TEXT, line.number, text, line.gap)
