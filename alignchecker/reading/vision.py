"""The plan's vision: what it prints under 基本理念, 将来像 or めざす姿."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from alignchecker.model.normalize import fold, label_key, normalize
from alignchecker.reading.labels import unquoted
from alignchecker.reading.level_words import VISION_PATTERN, is_column, vision_word
from alignchecker.reading.lines import Line
from alignchecker.reading.markers import read_lead, read_marker
from alignchecker.reading.sentences import read_sentences
from alignchecker.reading.tables import chain

_ENDS_WITH_WORD = re.compile(rf"(?:{VISION_PATTERN})$")
_IN_BRACKETS = re.compile(r"[■●◆○◎\s]*[【〔《\[]\s*([^【】〔〕《》\[\]]{2,16})\s*[】〕》\]]\s*(.*)")
_MAX_LENGTH = 80
_INTRODUCES = re.compile(r"(?:次|以下)の(?:とおり|ように|通り).{0,12}。$|を(?:掲げ|定め)ます。$")
_MAX_LINES = 4
_QUOTED = re.compile(rf"「([^「」]{{4,60}})」を[、\s]*(?:本計画の|計画の)?({VISION_PATTERN})")
_NAMED = re.compile(rf"({VISION_PATTERN})(?:を|は|として)?[、\s]*「([^「」]{{4,60}})」")


@dataclass(frozen=True, slots=True)
class Vision:
    """The vision as printed, wrapped lines joined; what the plan calls it; its lines."""

    label: str
    word: str
    line: int
    lines: tuple[int, ...]


def read_vision(lines: Sequence[Line], rows: Sequence[Line] | None = None) -> Vision | None:
    """The vision, None if the text prints none; rows: the lines with the tables as printed."""
    printed = [*_printed(lines), *_in_columns(lines if rows is None else rows)]
    printed = [vision for vision in printed if not _is_of_an_item(vision, lines)]
    if printed:
        counts = [sum(label_key(p.label) == label_key(q.label) for q in printed) for p in printed]
        best = printed[counts.index(max(counts))]
        every = tuple(
            number
            for p in printed
            if label_key(p.label) == label_key(best.label)
            for number in p.lines
        )
        return Vision(best.label, best.word, best.line, every)
    for sentence in read_sentences(lines):
        quoted, named = _QUOTED.search(sentence.text), _NAMED.search(sentence.text)
        if quoted:
            return Vision(quoted.group(1), quoted.group(2), sentence.line, ())
        if named:
            return Vision(named.group(2), named.group(1), sentence.line, ())
    return None


def _printed(lines: Sequence[Line]) -> list[Vision]:
    found = []
    i = 0
    while i < len(lines):
        word, used, inline = _title(lines, i)
        if word:
            block = (inline, (lines[i].number,)) if inline else _block(lines, i + used)
            if block[0]:
                found.append(Vision(block[0], word, block[1][0], block[1]))
        i += max(1, used)
    return found


def _is_of_an_item(vision: Vision, lines: Sequence[Line]) -> bool:
    """めざす姿 below a numbered goal or measure says where that one goes, not the plan."""
    if not vision.word.endswith("姿"):
        return False
    before = takewhile(lambda line: line.number < vision.line, lines)
    return any(marker.word for line in before if (marker := read_marker(line.text)))


def _in_columns(lines: Sequence[Line]) -> Iterator[Vision]:
    """The cell below a column header that says 基本理念, as tables of the whole plan have it."""
    for header, row in pairwise(lines):
        if len(header.cells) < 2 or len(row.cells) != len(header.cells):
            continue
        for i, (head, cell) in enumerate(zip(header.cells, row.cells, strict=True)):
            word = vision_word(head)
            label = unquoted(cell.replace("\n", ""))
            if word and label and "。" not in label and len(label) <= _MAX_LENGTH:
                yield Vision(label, word, row.number_of(i), (row.number_of(i),))


def _title(lines: Sequence[Line], i: int) -> tuple[str | None, int, str]:
    """The vision word that a line ends with, the lines it takes, what follows a colon or tab."""
    line = lines[i]
    head, _, tail = _parts(line)
    word = _word(head)
    if word:
        return word, 1, tail
    # A vertical or narrow heading is printed in two lines: 基本 / 理念.
    if i + 1 < len(lines) and not lines[i + 1].gap and len(line.text) <= 4:
        word = vision_word(line.text + lines[i + 1].text)
        if word:
            return word, 2, ""
    return None, 1, ""


def _parts(line: Line) -> tuple[str, str, str]:
    if len(line.cells) > 1:
        return line.cells[0], "\t", line.cells[1]
    bracketed = _IN_BRACKETS.fullmatch(line.text)
    if bracketed:
        return bracketed.group(1), "】", bracketed.group(2)
    place = fold(line.text).find(":")
    if place < 0:
        # 将来像　水と緑がつづくまち
        head, space, tail = (
            re.sub(r"^[>*#\s]+", "", line.text).replace("\u3000", " ").partition(" ")
        )
        is_title = vision_word(head) is not None and "。" not in tail and not chain([tail])
        return (head, space, tail.strip()) if is_title else (line.text, "", "")
    return line.text[:place], ":", line.text[place + 1 :].strip()


def _word(text: str) -> str | None:
    marker = read_marker(text)
    label = normalize(marker.label if marker else text).strip("[]<>■◆●○◎◇□★▼▶「」()#*")
    match = _ENDS_WITH_WORD.search(label)
    if match is None or len(label) > 24 or (marker and marker.word):
        return None
    return vision_word(match.group(0)) or match.group(0)


def _block(lines: Sequence[Line], start: int) -> tuple[str, tuple[int, ...]]:
    """The first lines below a title up to a blank line, if they are no sentence and no heading."""
    block: list[Line] = []
    if start < len(lines) and _INTRODUCES.search(lines[start].text):
        start += 1
    for line in lines[start : start + _MAX_LINES]:
        if block and line.gap:
            break
        if _word(_parts(line)[0]):
            break
        if len(line.cells) > 1 or read_marker(line.text) or read_lead(line.text):
            break
        if chain(line.cells):
            break
        if is_column(line.text) or (block and _is_closed("".join(b.text for b in block))):
            break
        block.append(line)
    label = "".join(line.text for line in block).strip("「」『』~～〜—―－-* 　")
    if not block or "。" in label or len(label) > _MAX_LENGTH:
        return "", (0,)
    return label, tuple(line.number for line in block)


def _is_closed(text: str) -> bool:
    return text.startswith(("「", "『")) and text.endswith(("」", "』"))
