"""From lines to entries: headings with whole labels, leads, lists, table rows, running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from alignchecker.model.normalize import fold
from alignchecker.reading import tables
from alignchecker.reading.level_words import (
    is_action,
    is_column,
    is_department_column,
    level_word,
    vision_word,
)
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import (
    Marker,
    read_lead,
    read_list_item,
    read_marker,
    split_inline,
)

MAX_LABEL = 80
_MAX_WRAPPED_LINES = 3
# A label that ends in such a word is whole; the next line is another thing.
_COMPLETE = re.compile(
    r"(?:推進|充実|支援|づくり|作り|まち|整備|強化|促進|向上|確保|育成|形成|実現|対策|振興|活用|連携|保全|対応|実施"
    r"|活性化|構築|創出|普及|啓発|防止|予防|改善|提供|拡充|継承|運営|管理|保護|参画|交流|発信|事業|計画|社会"
    r"|環境|体制|展開|展望|解消|軽減|拡大|利用|保障|醸成|[)」』”\"])$"
)
_BRACKETED = re.compile(r"[【《〈].*[】》〉]")
_STARTS_INSIDE = re.compile(r"^(?:が|を|に|へ|と|の|で|や|から|まで|及び|および|・|、|ため)")
_RESPONSIBLE = re.compile(r"[【\[(（●・]?\s*([^【】：:\s]{2,8})\s*[】\]：:)）]+\s*(.+)")
_ENDS_OPEN = re.compile(r"[、・／/,の]$")


class EntryKind(StrEnum):
    """What a stretch of lines is for the plan's tree."""

    HEADING = "heading"
    LEAD = "lead"
    LIST = "list"
    BULLET = "bullet"
    CHAIN = "chain"
    DEPARTMENTS = "departments"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the lines say.

    text: label, list content or running text. words: level names of a chain or lead.
    style, word, number, depth: of a heading's marker. line: where it starts, from 1.
    """

    kind: EntryKind
    line: int
    text: str
    gap: bool = False
    style: str = ""
    word: str | None = None
    number: str | None = None
    depth: int | None = None
    words: tuple[str, ...] = ()


def heading(marker: Marker, line: Line, label: str | None = None) -> Entry:
    """The entry of a heading, with its label where that was put together elsewhere."""
    text = marker.label if label is None else label
    return Entry(
        EntryKind.HEADING, line.number, text, line.gap,
        marker.style, marker.word, marker.number, marker.depth,
    )  # fmt: skip


def read_entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries of a document, in order."""
    return list(_entries(lines))


def _entries(lines: Sequence[Line]) -> Iterator[Entry]:
    i = 0
    while i < len(lines):
        line = lines[i]
        columns = tables.header(line.cells)
        if columns is not None:
            rows = tables.rows_after(lines, i, columns)
            if rows:
                yield Entry(
                    EntryKind.CHAIN, line.number, line.text, line.gap,
                    words=tables.hierarchy(columns, rows),
                )  # fmt: skip
                yield from _table(columns, rows)
                i += len(rows) + 1
                continue
        chain = tables.chain(line.cells)
        if chain:
            yield Entry(EntryKind.CHAIN, line.number, line.text, line.gap, words=chain)
            i += 1
        elif len(line.cells) > 1:
            yield from _cells(line)
            i += 1
        else:
            entries, used = _single(lines, i)
            yield from entries
            i += used


def _table(columns: tuple[tables.Column, ...], rows: Sequence[Line]) -> Iterator[Entry]:
    for row in tables.read_rows(columns, rows):
        for word, cell in row.items:
            for part in split_inline(cell):
                marker = read_marker(part) or Marker(f"word:{word}", word, None, part)
                named = marker.word or word
                styled = replace(marker, style=f"word:{named}", word=named, depth=None)
                yield heading(styled, row.line)
        if row.departments:
            yield Entry(EntryKind.DEPARTMENTS, row.line.number, row.departments)
        if row.text:
            yield Entry(EntryKind.TEXT, row.line.number, row.text)


def _cells(line: Line) -> Iterator[Entry]:
    """The cells of a row without column headers: each speaks for itself."""
    pending = ""
    for cell in line.cells:
        whole = f"{pending} {cell}".strip()
        pending = ""
        marker = read_marker(whole)
        if (marker and not marker.label) or re.fullmatch(
            r"[(]?\d{1,2}(?:-\d{1,2})*[).]?", fold(whole)
        ):
            pending = whole
            continue
        for part in split_inline(whole):
            yield from _part(part, line)
    if pending:
        yield from _part(pending, line)


def _part(text: str, line: Line) -> Iterator[Entry]:
    marker = read_marker(text)
    if marker:
        yield heading(marker, line)
    elif text:
        yield Entry(EntryKind.TEXT, line.number, text, line.gap)


def _single(lines: Sequence[Line], i: int) -> tuple[list[Entry], int]:
    """The entries that begin at a line of one cell, and how many lines they take."""
    line = lines[i]
    text = line.cells[0]
    lead = read_lead(text) or _numbered_lead(text)
    if lead and (lead[1] is None or not _labels_itself(text)):
        return _lead(lines, i, *lead)
    departments = _departments(text)
    if departments:
        return [Entry(EntryKind.DEPARTMENTS, line.number, departments)], 1
    parts = split_inline(text)
    if len(parts) > 1:
        return [entry for part in parts for entry in _part(part, line)], 1
    marker = read_marker(text)
    if marker:
        label, used = _wrapped(lines, i, marker.label) if marker.label else _label_below(lines, i)
        return [heading(marker, line, label)], used
    item = read_list_item(text)
    if item is None:
        return [Entry(EntryKind.TEXT, line.number, text, line.gap)], 1
    item, used = _wrapped(lines, i, item, is_list=True)
    return [Entry(EntryKind.BULLET, line.number, item, line.gap)], used


def _lead(lines: Sequence[Line], i: int, word: str, content: str | None) -> tuple[list[Entry], int]:
    line = lines[i]
    if content is None:
        return [Entry(EntryKind.LEAD, line.number, word, line.gap, words=(word,))], 1
    content, used = _wrapped(lines, i, content, is_list=True)
    return [Entry(EntryKind.LIST, line.number, content, line.gap, word=word)], used


def _departments(text: str) -> str | None:
    """What a line says after 担当課：, None for any other line."""
    match = _RESPONSIBLE.match(text)
    if match is None or not is_department_column(match.group(1)):
        return None
    return match.group(2).rstrip("】)）")


def _numbered_lead(text: str) -> tuple[str, str | None] | None:
    """(2) 主な取組 heads the list of actions below it; it is no action itself."""
    marker = read_marker(text)
    word = level_word(marker.label) if marker and marker.word is None else None
    return (word, None) if word and is_action(word) else None


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
    if i + 1 >= len(lines) or lines[i + 1].gap:
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
    return bool(_COMPLETE.search(label)) and not _STARTS_INSIDE.match(following)


def _label_below(lines: Sequence[Line], i: int) -> tuple[str, int]:
    """The label of a marker that stands alone on its line: the first lines below it."""
    block = _block(lines, i + 1)
    if not block or "。" in block[0].text or len(block[0].text) > MAX_LABEL:
        return "", 1
    label, used = _wrapped(lines, i + 1, block[0].text)
    return label, used + 1
