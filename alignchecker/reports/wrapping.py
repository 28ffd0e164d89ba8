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
_UNIT = re.compile(r"[!-~]+|\s+|.")


def wrap(text: str, width: int) -> str:
    """The text with line breaks so that no line is wider than ``width`` cells.

    Paragraphs stay; a Western word longer than a line is left whole. Control characters, with
    which a document could write to the terminal what it likes, are left out.

    >>> wrap("「計画」を改める。", 10)
    '「計画」を\\n改める。'
    """
    return "\n".join(line for part in harmless(text).split("\n") for line in _lines(part, width))


def harmless(text: str) -> str:
    """The text without control characters other than line breaks.

    >>> harmless("計画\\x1b[2J")
    '計画[2J'
    """
    return _CONTROL.sub("", text)


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for unit in _units(text):
        if line and cell_len(line + unit.rstrip()) > width:
            yield line.rstrip()
            line = unit.lstrip()
        else:
            line += unit
    yield line.rstrip()


def _units(text: str) -> Iterator[str]:
    """Pieces that no line break may divide."""
    unit = ""
    for match in _UNIT.finditer(text):
        piece = match[0]
        if unit and piece[0] not in _NOT_FIRST and unit[-1] not in _NOT_LAST:
            yield unit
            unit = ""
        unit += piece
    if unit:
        yield unit
