"""From lines to entries: headings with whole labels, leads, lists, table rows, running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from alignchecker.reading import tables
from alignchecker.reading.entry import MAX_LABEL, PASSAGE, Entry, EntryKind, heading
from alignchecker.reading.indicator_rows import (
    Above,
    indicator_of_lines,
    read_inline_indicator,
    read_value_line,
)
from alignchecker.reading.labels import ends_complete
from alignchecker.reading.level_words import (
    is_column,
    is_department_column,
    is_passage_title,
    lead_word,
    vision_word,
)
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import (
    read_lead,
    read_list_item,
    read_marker,
    split_inline,
)
from alignchecker.reading.table_entries import (
    card,
    card_indicator,
    cell_entries,
    new_cells,
    part_entries,
    table_entries,
)

_MAX_WRAPPED_LINES = 3
_MOST_VALUES = 8
_DIVISION = re.compile("chapter|ordinal")
_BRACKETED = re.compile(r"[【《〈＜<].*[】》〉＞>]")
_STARTS_INSIDE = re.compile(r"^(?:が|を|に|へ|と|の|で|や|から|まで|及び|および|・|、|ため)")
_RESPONSIBLE = re.compile(r"[【\[(（●・]?\s*([^【】：:\s]{2,8})\s*[】\]：:)）]+\s*(.+)")
_ENDS_OPEN = re.compile(r"[、・／/,の]$")


def read_entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries of a document, in order."""
    return list(_entries(lines))


def _entries(lines: Sequence[Line]) -> Iterator[Entry]:
    above = Above()
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.table is not None:
            rows = _table_at(lines, i)
            yield from _grid(rows, above)
            i += len(rows)
            continue
        columns = tables.header(line.cells)
        rows = tables.rows_after(lines, i, columns) if columns else []
        if columns and rows:
            yield from table_entries(line, columns, rows, above)
            i += len(rows) + 1
            continue
        chain = tables.chain(line.cells)
        if chain:
            yield Entry(EntryKind.CHAIN, line.number, line.text, line.gap, words=chain)
            i += 1
        elif len(line.cells) > 1:
            yield from cell_entries(line)
            i += 1
        else:
            above = above.and_line(line.text)
            entries, used = _indicator(lines, i) or _single(lines, i)
            yield from entries
            i += used


def _table_at(lines: Sequence[Line], start: int) -> list[Line]:
    """The rows of the table that a row belongs to, from that row on."""
    rows = islice(lines, start, None)
    return list(takewhile(lambda row: row.table == lines[start].table, rows))


def _grid(lines: Sequence[Line], above: Above) -> Iterator[Entry]:
    """A table as its format gives it: under headers, or cells that speak for themselves."""
    for part in tables.parts(lines):
        if part.columns is not None:
            yield from table_entries(part.lines[0], part.columns, part.lines, above)
            continue
        before: tuple[str, ...] = ()
        used = 0
        for i, line in enumerate(part.lines):
            if i < used:
                continue
            found = card_indicator(part.lines, i)
            if found:
                yield found[0]
                used = i + found[1]
                continue
            chain = tables.chain(line.cells)
            if chain:
                yield Entry(EntryKind.CHAIN, line.number, line.text, line.gap, words=chain)
            elif len(line.cells) == 1:
                yield from _single([line], 0)[0]
            else:
                yield from card(line) or cell_entries(new_cells(line, before))
            before = line.cells


def _indicator(lines: Sequence[Line], i: int) -> tuple[list[Entry], int] | None:
    """A line that names an indicator, with the lines of its values below; None for other lines."""
    name = lines[i].cells[0]
    below = takewhile(lambda line: len(line.cells) == 1, lines[i + 1 : i + 1 + _MOST_VALUES])
    found = takewhile(bool, (read_value_line(line.text, line.number) for line in below))
    values = [value for value in found if value]
    if not values or read_value_line(name, 0) or "。" in name or len(name) > MAX_LABEL:
        return None
    row = indicator_of_lines(name, lines[i].number, values)
    return [Entry(EntryKind.INDICATOR, lines[i].number, row.name, row=row)], 1 + len(values)


def _single(lines: Sequence[Line], i: int) -> tuple[list[Entry], int]:
    """The entries that begin at a line of one cell, and how many lines they take."""
    line = lines[i]
    text = line.cells[0]
    lead = _lead(lines, i)
    if lead:
        return lead
    said = _fact_about_item(text, line)
    if said:
        return [said], 1
    parts = split_inline(text)
    if len(parts) > 1:
        return [entry for part in parts for entry in part_entries(part, line)], 1
    marker = read_marker(text)
    if marker:
        label, used = _wrapped(lines, i, marker.label) if marker.label else _label_below(lines, i)
        return [heading(marker, line, label)], used
    item = read_list_item(text)
    if not item:
        return [Entry(EntryKind.TEXT, line.number, text, line.gap)], 1
    item, used = _wrapped(lines, i, item, is_list=True)
    return [Entry(EntryKind.BULLET, line.number, item, line.gap)], used


def _fact_about_item(text: str, line: Line) -> Entry | None:
    """A line that says who is responsible for the item above, or prints an indicator of it."""
    indicator = read_inline_indicator(text, line.number)
    if indicator:
        return Entry(EntryKind.INDICATOR, line.number, indicator.name, row=indicator)
    departments = _departments(text)
    if departments is None:
        return None
    style = PASSAGE if _BRACKETED.match(text) else ""
    return Entry(EntryKind.DEPARTMENTS, line.number, departments, style=style)


def _lead(lines: Sequence[Line], i: int) -> tuple[list[Entry], int] | None:
    """主な取組, (2) 主な取組 or 主な取組：A／B: the name of a list, and the list if it follows."""
    line = lines[i]
    text = line.cells[0]
    read = read_lead(text)
    if read and read[1] and not _labels_itself(text):
        content, used = _wrapped(lines, i, read[1], is_list=True)
        return [Entry(EntryKind.LIST, line.number, content, line.gap, word=read[0])], used
    style, word = _numbered_lead(text) if read is None or read[1] else ("", read[0])
    if word is None:
        return None
    return [Entry(EntryKind.LEAD, line.number, word, line.gap, style, words=(word,))], 1


def _departments(text: str) -> str | None:
    """What a line says after 担当課：, None for any other line."""
    match = _RESPONSIBLE.match(text)
    if match is None or not is_department_column(match.group(1)):
        return None
    return match.group(2).rstrip("】)）")


def _numbered_lead(text: str) -> tuple[str, str | None]:
    """Style and level word of (2) 主な取組: it heads the list below it and is no action itself."""
    marker = read_marker(text)
    if marker is None or marker.word or not marker.number or _DIVISION.search(marker.style):
        return "", None
    return marker.style, lead_word(marker.label)


def _labels_itself(text: str) -> bool:
    marker = read_marker(text)
    return marker is not None and marker.word is not None


def _is_plain(line: Line) -> bool:
    """A line of one cell that begins nothing of its own."""
    text = line.cells[0]
    return (
        len(line.cells) == 1
        and read_marker(text) is None
        and read_lead(text) is None
        and read_list_item(text) is None
        and vision_word(text) is None
        and not _BRACKETED.fullmatch(text)
        and not re.search(r"[:：]", text)
        and not is_column(text)
        and not tables.chain(line.cells)
    )


def _over_headers(lines: Sequence[Line], i: int) -> bool:
    """The line stands directly over column headers, so it is a heading, no wrapped label."""
    following = lines[i + 1 : i + 3]
    return len(following) == 2 and all(is_column(line.text) for line in following)


def _block(lines: Sequence[Line], start: int) -> list[Line]:
    """The plain lines from start on that follow without a blank line."""
    block: list[Line] = []
    for j in range(start, len(lines)):
        line = lines[j]
        if (line.gap and j > start) or not _is_plain(line) or _over_headers(lines, j):
            break
        block.append(line)
    return block


def _wrapped(
    lines: Sequence[Line], i: int, label: str, *, is_list: bool = False
) -> tuple[str, int]:
    """A label or list with the lines it is wrapped over, and how many lines that takes."""
    if i + 1 >= len(lines) or lines[i + 1].gap or vision_word(label):
        return label, 1
    if is_passage_title(lines[i + 1].text):
        return label, 1
    block = _block(lines, i + 1)
    used = 1
    for line in block[: None if is_list else _MAX_WRAPPED_LINES]:
        rest = "".join(other.text for other in block[used - 1 :])
        if _is_complete(label, line.text, is_list=is_list) or ("。" in rest and not is_list):
            break
        label += line.text
        used += 1
    return label, used


def _is_complete(label: str, following: str, *, is_list: bool) -> bool:
    if _ENDS_OPEN.search(label):
        return False
    if is_list and label.endswith("。"):
        return True
    if len(label) > MAX_LABEL:
        return True
    return ends_complete(label) and not _STARTS_INSIDE.match(following)


def _label_below(lines: Sequence[Line], i: int) -> tuple[str, int]:
    """The label of a marker that stands alone on its line: the first lines below it."""
    block = _block(lines, i + 1)
    if not block or "。" in block[0].text or len(block[0].text) > MAX_LABEL:
        return "", 1
    label, used = _wrapped(lines, i + 1, block[0].text)
    return label, used + 1
