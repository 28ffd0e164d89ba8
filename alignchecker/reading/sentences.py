"""Running text as sentences, whatever lines they are printed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.reading.lines import Line
from alignchecker.reading.markers import read_marker


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the line it starts on, the heading that it stands under."""

    text: str
    line: int
    title: str


def read_sentences(lines: Sequence[Line]) -> tuple[Sentence, ...]:
    """The sentences of the document, in order; headings and table cells count as one each."""
    return tuple(_sentences(lines))


def _sentences(lines: Sequence[Line]) -> Iterator[Sentence]:
    title = ""
    for block in _blocks(lines):
        if len(block) == 1 and "。" not in block[0][1]:
            marker = read_marker(block[0][1])
            title = marker.label if marker else block[0][1]
        yield from _split(block, title)


def _blocks(lines: Sequence[Line]) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for line in lines:
        starts = len(line.cells) > 1 or line.gap or read_marker(line.text) is not None
        if starts and block:
            yield block
            block = []
        if len(line.cells) > 1:
            yield from ([(line.number, cell)] for cell in line.cells if cell)
            continue
        block.append((line.number, line.text))
    if block:
        yield block


def _split(block: Sequence[tuple[int, str]], title: str) -> Iterator[Sentence]:
    """Cut a block after every 。 outside quotation marks."""
    if len(block) == 1 and "。" not in block[0][1]:
        if whole := block[0][1].strip():
            yield Sentence(whole, block[0][0], title)
        return
    text, start, quotes = "", block[0][0], 0
    for number, line in block:
        for character in line:
            if not text.strip():
                start = number
            text += character
            quotes += (character in "「『") - (character in "」』")
            if character == "。" and quotes <= 0:
                yield Sentence(text.strip(), start, title)
                text, quotes = "", 0
    if text.strip():
        yield Sentence(text.strip(), start, title)
