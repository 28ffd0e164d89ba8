"""A PDF written line by line, for the tests of its reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from alignchecker.importers.pdf.document import read_pdf
from alignchecker.lang.import_warnings import warning_text
from alignchecker.model.errors import InputError
from alignchecker.reading.content import Content, Paragraph, Table

WIDTH, HEIGHT = 595, 842
MINCHO, GOTHIC = "HeiseiMin-W3", "HeiseiKakuGo-W5"
LEFT, SIZE, PITCH = 60, 10, 18
PER_LINE = 47
SENTENCES = (
    "青葉市では、平成二十八年に策定した地域福祉計画に基づき、誰もが住み慣れた地域で安心して暮らすことの"
    "できるまちづくりを進めてきました。この間、少子高齢化の進行や単身世帯の増加など、地域を取り巻く環境は"
    "大きく変化しています。"
)


class Paper:
    """A PDF to write on: y in points from the top."""

    def __init__(self, path: Path, encrypt: StandardEncryption | None = None) -> None:
        for name in (MINCHO, GOTHIC):
            pdfmetrics.registerFont(UnicodeCIDFont(name))
        self.path = path
        self.canvas = Canvas(
            str(path), pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=encrypt, pageCompression=1
        )

    def put(
        self, y: float, text: str, x: float = LEFT, size: float = SIZE, font: str = MINCHO
    ) -> None:
        """One line whose characters stand on y."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def wrap(
        self, y: float, text: str, x: float = LEFT, per_line: int = PER_LINE, size: float = SIZE
    ) -> float:
        """A text in lines of so many characters; gives the y of the line after it."""
        for start in range(0, len(text), per_line):
            self.put(y, text[start : start + per_line], x, size)
            y += PITCH * size / SIZE
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A straight line."""
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """The rules of a table without merged cells."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])

    def turn(self) -> None:
        """The next page."""
        self.canvas.showPage()

    def read(self) -> Content:
        """What the reader makes of it."""
        self.canvas.showPage()
        self.canvas.save()
        return read_pdf(self.path)


def texts(content: Content) -> list[str]:
    return [block.text for block in content.blocks if isinstance(block, Paragraph)]


def tables(content: Content) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in content.blocks
        if isinstance(block, Table)
    ]


def codes(content: Content) -> list[tuple[str, tuple[str, ...]]]:
    for warning in content.unread:
        assert warning_text(warning.code, warning.arguments, "ja")
    return [(warning.code, warning.arguments) for warning in content.unread]


def error_of(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_pdf(path)
    assert "ください。" in caught.value.ja
    return caught.value
