"""From lines to paragraphs: which line goes on in the next one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from alignchecker.importers.pdf.lines import Line, joined
from alignchecker.reading.markers import read_list_item, read_marker

_FULL = 1.6
"""In em: how far before the edge a full line may end; some signs must not begin or end a line."""
_MAX_WORD = 12
_MIN_WIDTH = 10
MIN_FRAME_WIDTH = 6
_SAME_SIZE = 0.05
_SAME_EDGE = 0.6
_LOOSE = 1.3
_DEFAULT_PITCH = 1.8
_MAX_PITCH = 3.0
_MAX_HANG = 8
# A wrapped line may begin with such a number: "2025" of 2025 年, "一" of 一 体.
_WEAK = ("code", "plain", "kana", "kanji", "roman", "comma", "circled")
_SENTENCE_END = re.compile(r"[。．！？!?」』）)：:]$")
_WORD = re.compile(r"[A-Za-z][\w'’&/.-]*[（(]?[A-Za-z]*|\d[\d,.]+", re.ASCII)
_OPEN = ("(", "（", "「", "『", "[", "［")
_NOTE = re.compile(r"[※＊*]|注\s*\d|[(（]注")
_OFFICE = re.compile(r"[【［\[（(][^】］\]）)]{1,40}[課室部局署所係園館校センター][】］\]）)]$")
_TITLE = re.compile(r"[【〈＜《≪<\[［][^】〉＞》≫>\]］]{1,20}[】〉＞》≫>\]］]")


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines one below another between two edges, in points; width: how many em a full line has."""

    lines: tuple[Line, ...]
    left: float
    right: float
    min_width: int = _MIN_WIDTH


@dataclass(frozen=True, slots=True)
class Joined:
    """A paragraph: its text, its lines, and whether it is set apart from what stands above."""

    text: str
    lines: tuple[Line, ...]
    gap: bool
    edges: Flow

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]


class Pitches:
    """The usual distance of lines, by the size of their letters."""

    def __init__(self, flows: Iterable[Flow]) -> None:
        found: defaultdict[float, list[float]] = defaultdict(list)
        for flow in flows:
            for line, following in pairwise(flow.lines):
                pitch = following.middle - line.middle
                is_near = 0 < pitch <= _MAX_PITCH * line.size
                if is_near and is_alike(line, following) and _is_full(line, following, flow):
                    found[line.size].append(pitch)
        self._usual = {size: median(pitches) for size, pitches in found.items()}
        ratios = [pitch / size for size, pitches in found.items() for pitch in pitches]
        self._ratio = median(ratios) if ratios else _DEFAULT_PITCH

    def between(self, line: Line, following: Line) -> float:
        """The usual distance of two lines."""
        sizes = (line.size, following.size)
        return sum(self._usual.get(size, self._ratio * size) for size in sizes) / 2


def read_paragraphs(flow: Flow, pitches: Pitches) -> list[Joined]:
    """The paragraphs of lines that stand one below another on one page."""
    found: list[Joined] = []
    for i, line in enumerate(flow.lines):
        above = flow.lines[i - 1] if i else None
        pitch = line.middle - above.middle if above else 0.0
        usual = pitches.between(above, line) if above else 0.0
        if above and found and 0 < pitch <= _LOOSE * usual and _continues(found[-1], line):
            found[-1] = _with(found[-1], line)
            continue
        gap = above is None or pitch <= 0 or pitch > _LOOSE * usual
        found.append(Joined(line.text, (line,), gap, flow))
    return found


def over_break(above: Joined, below: Joined) -> Joined | None:
    """One paragraph of the last of a column and the first of the next, None if it ends there."""
    first = below.lines[0]
    shift = below.edges.left - above.edges.left
    moved = replace(first, x0=first.x0 - shift)
    if above.text.endswith("。") or not _continues(above, moved):
        return None
    return replace(
        above,
        text=joined(above.text, below.text),
        lines=(*above.lines, *below.lines),
        edges=below.edges,
    )


def text_edges(lines: Sequence[Line]) -> tuple[float, float]:
    """The left and right edge of a column: the outermost ones that more than one line reaches."""
    size = Counter(line.size for line in lines).most_common(1)[0][0]
    return _outermost([line.x0 for line in lines], size, -1), _outermost(
        [line.x1 for line in lines], size, 1
    )


def _outermost(edges: Sequence[float], size: float, side: int) -> float:
    outwards = sorted(edges, key=lambda edge: -side * edge)
    enough = max(2, len(outwards) // 50)
    for edge, inner in zip(outwards, outwards[enough - 1 :], strict=False):
        if abs(inner - edge) <= size:
            return edge
    return outwards[0]


def _with(paragraph: Joined, line: Line) -> Joined:
    text = joined(paragraph.text, line.text)
    return replace(paragraph, text=text, lines=(*paragraph.lines, line))


def is_alike(line: Line, following: Line) -> bool:
    """The same size and font of letters."""
    faces = {line.face, following.face} - {""}
    difference = abs(line.size - following.size)
    return len(faces) <= 1 and difference <= _SAME_SIZE * max(line.size, following.size)


def _is_full(line: Line, following: Line, flow: Flow) -> bool:
    """Nothing of the following line would have fitted in."""
    space = _FULL + min(_MAX_WORD, _word_width(following.text))
    reaches = flow.right - line.x1 <= space * line.size
    return reaches and line.x1 - line.x0 >= flow.min_width * line.size


def _word_width(text: str) -> float:
    """How wide the Latin word is, in em, with which a text begins; others may be cut anywhere."""
    word = _WORD.match(text)
    return sum(0.55 if c.isascii() else 1.0 for c in word[0]) if word else 0.0


def _continues(paragraph: Joined, line: Line) -> bool:
    """The line goes on with the paragraph, wherever it stands below it."""
    last = paragraph.last
    if last.is_row or line.is_row or not _is_full(last, line, paragraph.edges):
        return False
    if not is_alike(last, line):
        return False
    return _begins_rightly(paragraph, line) and not _begins_item(paragraph, line)


def _begins_rightly(paragraph: Joined, line: Line) -> bool:
    """It begins at the left edge, below the paragraph's other lines, or hangs behind a marker."""
    first, last, reach = paragraph.lines[0], paragraph.last, _SAME_EDGE * line.size
    if len(paragraph.lines) > 1 and last.page == line.page:
        return abs(line.x0 - last.x0) <= reach
    if paragraph.text.endswith("。") and abs(line.x0 - first.x0) <= reach:
        # A full line that is a sentence, and nothing indented: it may well be a paragraph.
        return False
    at_edge = abs(line.x0 - paragraph.edges.left) <= reach and line.x0 <= first.x0
    if at_edge or abs(line.x0 - first.x0) <= reach:
        return True
    is_item = read_marker(first.text) is not None or read_list_item(first.text) is not None
    hang = line.x0 - first.x0
    is_note = bool(_NOTE.match(first.text))
    outdented = -3 * line.size <= hang < 0 and not is_item
    return outdented or ((is_item or is_note) and 0 < hang <= _MAX_HANG * line.size)


def _begins_item(paragraph: Joined, line: Line) -> bool:
    """It begins with a number or bullet of its own, or is a title in brackets: ＜現状と課題＞.

    Who is responsible, in brackets, ends the label of an item.
    """
    if paragraph.text.endswith(_OPEN):
        return False
    if _TITLE.fullmatch(line.text) or _OFFICE.search(paragraph.text):
        return True
    if read_list_item(line.text) is not None or _NOTE.match(line.text):
        return True
    marker = read_marker(line.text)
    if marker is None:
        return False
    first = read_marker(paragraph.text)
    same_series = first is not None and first.style == marker.style
    unfinished = not _SENTENCE_END.search(paragraph.text)
    return not (marker.style.startswith(_WEAK) and unfinished and not same_series)
