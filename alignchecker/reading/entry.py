"""An entry: one thing that the lines of a document say for the plan's tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from alignchecker.reading.indicator_rows import IndicatorRow, ProgressRow
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import Marker

MAX_LABEL = 80
"""Characters that a label may have; what is longer is running text."""


PASSAGE = "passage"
"""Style of what stands under a title of its own (【担当課】), beside the list above it."""

_PAGE = re.compile(
    r"(?:[\s\u3000]*[（(]|[\s\u3000]*[…‥・.]*[\s\u3000]+)[pPｐＰ][.．]?\s*\d{1,3}[)）]?$"
)
"""Where an overview says that an item is set out: 水をまもる（p.32）."""


class EntryKind(StrEnum):
    """What a stretch of lines is for the plan's tree."""

    HEADING = "heading"
    LEAD = "lead"
    LIST = "list"
    BULLET = "bullet"
    CHAIN = "chain"
    DEPARTMENTS = "departments"
    INDICATOR = "indicator"
    PROGRESS = "progress"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the lines say.

    text: label, list content or running text. words: level names of a chain or lead.
    style, word, number, depth: of a heading's marker. line: where it starts, from 1.
    row: of an indicator or a record of progress. group: title of the rows that it is one of.
    table: number of the line that begins the table it stands in, under a header; None elsewhere.
    rank: of an item of a table, how many levels of the table stand above its column; -1 for a row
    over others.
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
    row: IndicatorRow | ProgressRow | None = None
    group: str = ""
    table: int | None = None
    rank: int = 0

    @property
    def ordinal(self) -> int | None:
        """The last part of the number: 2 for 1-2."""
        return int(self.number.rpartition("-")[2]) if self.number else None


def heading(
    marker: Marker, line: Line, label: str | None = None, number: int | None = None
) -> Entry:
    """The entry of a heading, with label and number of its place where they are not the line's."""
    text = _PAGE.sub("", marker.label if label is None else label)
    return Entry(
        EntryKind.HEADING, line.number if number is None else number, text, line.gap,
        marker.style, marker.word, marker.number, marker.depth,
    )  # fmt: skip
