"""Line breaks for Japanese: between any two characters, but not before 、。」 or after 「.

Terminals break lines at spaces only, and Japanese has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

_NOT_FIRST = set(
    "、。，．・：；？！）」』】〕〉》〜～ー々％ぁぃぅぇぉっゃゅょァィゥェォッャュョ.,:;?!)]}%"
)
_NOT_LAST = set("（「『【〔〈《([{")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARK = re.compile(r" +(?:[○△－×？←→・] ?)?")
"""What an entry of a list begins with."""
_GROUP = re.compile(rf"(?:(?<=\u3000)|(?<=\S  )(?=\S))(?![{re.escape(''.join(_NOT_FIRST))}])")
"""What stands apart, as counts in a row do."""
_SHORT = 16
"""Cells up to which what stands apart is not divided."""
_UNIT = re.compile(r"[!-~]+|\s+|.")


def wrap(text: str, width: int, hanging: int = 0) -> str:
    """The text with line breaks so that no line is wider than ``width`` cells.

    hanging: how far the further lines of a paragraph are indented.

    Paragraphs stay; a Western word longer than a line is left whole. Control characters, with
    which a document could write to the terminal what it likes, are left out.

    >>> wrap("「計画」を改める。", 10)
    '「計画」を\\n改める。'
    """
    parts = harmless(text).split("\n")
    return "\n".join(line for part in parts for line in _lines(part, width, " " * hanging))


def listed(text: str, width: int) -> str:
    """An entry of an indented list with line breaks: its further lines stand below its words.

    >>> listed("  ○ 居場所づくり", 11)
    '  ○ 居場所\\n    づくり'
    """
    mark = _MARK.match(text)
    return wrap(text, width, cell_len(mark[0]) if mark else 0)


def harmless(text: str) -> str:
    """The text without control characters other than line breaks.

    >>> harmless("計画\\x1b[2J")
    '計画[2J'
    """
    return _CONTROL.sub("", text)


def _lines(text: str, width: int, margin: str) -> Iterator[str]:
    line = ""
    for unit in _units(text, width):
        if line and cell_len(line + unit.rstrip()) > width:
            yield line.rstrip()
            line = margin + unit.lstrip()
        else:
            line += unit
    yield line.rstrip()


def _units(text: str, width: int) -> Iterator[str]:
    """Pieces that no line break may divide, in a text for lines of so many cells."""
    for group in _GROUP.split(text):
        if cell_len(group) <= min(_SHORT, width // 2):
            yield group
        else:
            yield from _characters(group)


def _characters(text: str) -> Iterator[str]:
    unit = ""
    for match in _UNIT.finditer(text):
        piece = match[0]
        # A blank belongs to what stands before it: what follows may be no beginning of a line.
        may_break = piece[0] not in _NOT_FIRST and not piece.isspace()
        if unit and may_break and unit[-1] not in _NOT_LAST:
            yield unit
            unit = ""
        unit += piece
    if unit:
        yield unit
