"""What pdfminer draws on a page, taken down as glyphs and rules."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import (
    Matrix,
    PathSegment,
    Point,
    Rect,
    apply_matrix_pt,
    apply_matrix_rect,
)

from alignchecker.importers.pdf.glyphs import Glyph, Rule, Sheet
from alignchecker.importers.pdf.limits import TooMuchError

MAX_GLYPHS = 200_000
_MAX_RULES = 200_000
_DESCENT = 0.12
"""Of an em: Japanese fonts hang that far below the baseline; others are boxed like them."""
_INVISIBLE = 3
"""Text rendering mode of text that lies under a picture (ISO 32000-1, 9.3.6)."""
_MIN_SIZE = 1.0
_SLACK = 0.5
_MISSING = "〓"
_IMAGE = 50
"""Paths drawn that say as much as one image: letters turned into outlines are paths."""
_WHITES = ((1,), (1, 1, 1), (0, 0, 0, 0))
_INVISIBLE_CHARACTERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class SheetDevice(PDFTextDevice):
    """Takes down what is printed upright on one page."""

    def __init__(self, fonts: PDFResourceManager) -> None:
        super().__init__(fonts)
        self._crop: Rect = (0, 0, 0, 0)
        self._shown: list[Glyph] = []
        self._hidden: list[Glyph] = []
        self._rules: list[Rule] = []
        self._turns: Counter[int] = Counter()
        self._vertical = self._unreadable = self._count = self._pictures = 0
        self._is_hidden = False

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Remember which part of the paper is the page."""
        media, crop = (apply_matrix_rect(ctm, box) for box in (page.mediabox, page.cropbox))
        box = (
            max(media[0], crop[0]), max(media[1], crop[1]),
            min(media[2], crop[2]), min(media[3], crop[3]),
        )  # fmt: skip
        self._crop = box if box[0] < box[2] and box[1] < box[3] else media

    def turned(self) -> int:
        """By how many degrees the page must be turned for most of its text to be upright."""
        turn, count = max(self._turns.items(), key=lambda entry: entry[1], default=(0, 0))
        return turn if count * 2 > self._turns.total() else 0

    def sheet(self, number: int) -> Sheet:
        """What the page shows; text under a picture only where there is no more of any other."""
        recognised = len(self._hidden) > len(self._shown)
        glyphs = self._shown + self._hidden if recognised else self._shown
        return Sheet(
            number,
            self._crop[2] - self._crop[0],
            self._crop[3] - self._crop[1],
            tuple(glyphs),
            tuple(self._rules),
            self._vertical,
            self._unreadable,
            recognised,
            self._pictures,
        )

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002
        """Count an image."""
        self._pictures += _IMAGE

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Remember how the string is rendered, then take its characters."""
        self._is_hidden = textstate.render == _INVISIBLE
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        """Take down a character; gives how far the next one stands from it."""
        self._count += 1
        if self._count > MAX_GLYPHS:
            raise TooMuchError
        advance = font.char_width(cid) * fontsize * scaling
        if font.is_vertical():
            half = fontsize / 2
            box: Rect = (-half, advance + rise, half, rise)
        else:
            low = rise - _DESCENT * fontsize
            box = (0, low, advance, low + fontsize)
        self._take(_character(font, cid), apply_matrix_rect(matrix, box), matrix, font)
        return advance

    def _take(self, text: str | None, box: Rect, matrix: Matrix, font: PDFFont) -> None:
        turn = _turn(matrix)
        (x0, y0, x1, y1), crop = box, self._crop
        inside = crop[0] <= (x0 + x1) / 2 <= crop[2] and crop[1] <= (y0 + y1) / 2 <= crop[3]
        size = min(x1 - x0, y1 - y0) if font.is_vertical() else y1 - y0
        if text == "" or turn is None or not inside or size < _MIN_SIZE:
            return
        self._turns[turn] += 1
        if turn:
            return
        self._vertical += font.is_vertical()
        self._unreadable += text is None
        glyphs = self._hidden if self._is_hidden else self._shown
        glyphs.append(
            Glyph(
                _MISSING if text is None else text,
                x0 - crop[0],
                x1 - crop[0],
                crop[3] - y1,
                crop[3] - y0,
                round(size, 1),
                _face(font),
            )
        )

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        """Take down the straight parts of a path, unless it is drawn white on white."""
        colour = graphicstate.scolor if stroke else graphicstate.ncolor
        if not (stroke or fill) or _is_white(colour):
            return
        self._pictures += 1
        for start, end in _straight_parts(path):
            rule = self._rule(start, end)
            if rule is not None:
                self._rules.append(rule)
        if len(self._rules) > _MAX_RULES:
            raise TooMuchError

    def _rule(self, start: Point, end: Point) -> Rule | None:
        ctm, crop = self.ctm or (1, 0, 0, 1, 0, 0), self._crop
        (ax, ay), (bx, by) = apply_matrix_pt(ctm, start), apply_matrix_pt(ctm, end)
        x0, x1 = max(min(ax, bx), crop[0]), min(max(ax, bx), crop[2])
        y0, y1 = max(min(ay, by), crop[1]), min(max(ay, by), crop[3])
        width, height = x1 - x0, y1 - y0
        if not (width >= 0 and height >= 0 and min(width, height) <= _SLACK < width + height):
            return None
        return Rule(x0 - crop[0], crop[3] - y1, x1 - crop[0], crop[3] - y0)


def _straight_parts(path: Sequence[PathSegment]) -> Iterator[tuple[Point, Point]]:
    """Where the straight parts of a path begin and end; "h" closes it."""
    start: Point = (0.0, 0.0)
    points: list[tuple[str, Point]] = []
    for operator, *numbers in path:
        if operator != "h" and len(numbers) < 2:
            continue
        point = start if operator == "h" else (float(numbers[-2]), float(numbers[-1]))
        start = point if operator == "m" else start
        points.append((str(operator), point))
    for (_, here), (operator, there) in pairwise(points):
        if operator in "lh":
            yield here, there


def _turn(matrix: Matrix) -> int | None:
    """How far the page must be turned clockwise for this text to be upright, None if slanted."""
    a, b, *_ = matrix
    if not math.isfinite(a) or not math.isfinite(b) or a == b == 0:
        return None
    degrees = math.degrees(math.atan2(b, a))
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) < 5 else None


def _character(font: PDFFont, cid: int) -> str | None:
    """The character behind a code: "" for one that prints nothing, None where nothing tells it."""
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return None
    if not text or text in _INVISIBLE_CHARACTERS:
        return ""
    if text.isspace():
        return "\u3000" if "\u3000" in text else " "
    if any(unicodedata.category(c) in ("Cc", "Cs", "Cn") or c == "\ufffd" for c in text):
        return None
    return "".join(map(_unified, text))


def _unified(character: str) -> str:
    """A radical or ligature as the characters that it stands for: ⽬ (U+2F6C) is 目."""
    is_radical = "\u2e80" <= character <= "\u2fdf"
    is_ligature = "\ufb00" <= character <= "\ufb06"
    return unicodedata.normalize("NFKC", character) if is_radical or is_ligature else character


def _face(font: PDFFont) -> str:
    """The font's name without the letters that mark a subset: ABCDEF+MS-Mincho."""
    return str(font.fontname).rpartition("+")[2]


def _is_white(colour: object) -> bool:
    parts = tuple(colour) if isinstance(colour, list | tuple) else (colour,)
    return parts in _WHITES
