"""What a page of a PDF shows: characters and straight rules, each with its place.

Coordinates are points from the page's upper left corner, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character; its box is an em high and sits on the baseline, whatever the font."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    face: str

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2

    @property
    def is_space(self) -> bool:
        """It prints nothing."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line: a stroke, or the edge of a filled area."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        """It runs along the lines of text."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, by its number from 1.

    vertical: how many of the characters are set in vertical writing. unreadable: how many have no
    meaning that the file tells. recognised: the text was laid under a picture (OCR). pictures: how
    many images and drawn paths there are.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    vertical: int = 0
    unreadable: int = 0
    recognised: bool = False
    pictures: int = 0
