"""The text of one Word paragraph as it is printed, all tracked changes accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from alignchecker.importers.word.styles import Styles
from alignchecker.importers.word.xml import (
    ALTERNATE,
    DELETED,
    SDT,
    chosen,
    is_on,
    is_placeholder,
    value,
    w,
)

_RUN, _TEXT_BOX, _SYMBOL = w("r"), w("txbxContent"), w("sym")
_FIELD_MARK, _FIELD_CODE, _SIMPLE_FIELD = w("fldChar"), w("instrText"), w("fldSimple")
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXTS = frozenset({w("t"), _MATH_TEXT})
_SIGNS = {
    w("tab"): "　",
    w("ptab"): "　",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
# w:rt is the reading above a word; the word itself stands in w:rubyBase.
_UNPRINTED = DELETED | {w("pPr"), w("rPr"), w("sdtPr"), w("rt"), w("rubyPr")}
_CONTENTS_FIELD = re.compile(r"\s*TOC\b", re.IGNORECASE)
_MAX_CODE = 1000
_ARGUMENTS = re.compile(r"[(,;]")
# Raw line ends and tabs in a text are white space, no breaks (ECMA-376 part 1, 17.3.3.31).
_SPACES = str.maketrans("\r\n\t", "   ")
# Signs of the Wingdings font, by their codes in it: the list marks that planners use.
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆",
    0x76: "◇", 0x77: "◆", 0x9F: "・", 0xA1: "○", 0xA4: "◎", 0xA7: "■", 0xA8: "□", 0xAB: "★",
    0xB6: "☆", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➡", 0xEF: "⇦", 0xF0: "⇨", 0xFC: "✓",
    **{0x8C + n: chr(0x2776 + n) for n in range(10)},
    **{0x81 + n: chr(0x2460 + n) for n in range(10)},
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class _Field:
    code: str = ""
    has_result: bool = False
    shown: bool = False


class Fields:
    """The fields that are open at the place being read; only their results are printed."""

    def __init__(self, root: etree._Element) -> None:
        kinds = [mark.get(w("fldCharType")) for mark in root.iter(_FIELD_MARK)]
        self._balanced = kinds.count("begin") == kinds.count("end")
        self._open: list[_Field] = []
        self._unshown = 0

    @property
    def hide(self) -> bool:
        """What stands here is an instruction, or a table of contents."""
        return self._unshown > 0

    def mark(self, kind: str | None) -> str:
        """Go on to what a field character begins; gives the text of a field without a result."""
        if kind == "begin":
            self._open.append(_Field())
            self._unshown += 1
        elif kind == "separate" and self._open and not self._open[-1].has_result:
            field = self._open[-1]
            field.has_result = True
            field.shown = not _CONTENTS_FIELD.match(field.code)
            self._unshown -= field.shown
        elif kind == "end" and self._open:
            field = self._open.pop()
            self._unshown -= not field.shown
            return "" if field.has_result else _overstruck(field.code)
        return ""

    def code(self, text: str) -> None:
        """Add to the instruction of the innermost field, as far as it matters."""
        if self._open and len(self._open[-1].code) < _MAX_CODE:
            self._open[-1].code += text[:_MAX_CODE]

    def end_paragraph(self) -> None:
        """A field that is never closed must not swallow the rest of the document."""
        if not self._balanced:
            self._open.clear()
            self._unshown = 0


@dataclass(frozen=True, slots=True)
class Inline:
    """The text of a paragraph without its number, and the text boxes anchored in it."""

    text: str
    boxes: tuple[etree._Element, ...]


def read_inline(
    paragraph: etree._Element, styles: Styles, fields: Fields, *, hidden: bool
) -> Inline:
    """What a paragraph prints; hidden: its style hides what no run of it shows again."""
    walk = _Walk(styles, fields, hidden)
    walk.through(paragraph)
    fields.end_paragraph()
    return Inline("".join(walk.texts), tuple(walk.boxes))


class _Walk:
    """A walk through one paragraph that gathers its text."""

    def __init__(self, styles: Styles, fields: Fields, hidden: bool) -> None:
        self.texts: list[str] = []
        self.boxes: list[etree._Element] = []
        self._styles, self._fields = styles, fields
        self._hidden = self._hidden_run = hidden

    def through(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._hidden_run = self._hides(child)
                self.through(child)
                self._hidden_run = self._hidden
            elif tag in _TEXTS:
                self._print((child.text or "").translate(_SPACES))
            elif tag in _SIGNS:
                self._print(_SIGNS[tag])
            elif tag not in _UNPRINTED:
                self._special(child)

    def _special(self, child: etree._Element) -> None:
        tag = child.tag
        if tag == _SYMBOL:
            self._print(_symbol(child))
        elif tag == _FIELD_MARK:
            self._print(self._fields.mark(child.get(w("fldCharType"))))
        elif tag == _FIELD_CODE:
            self._fields.code(child.text or "")
        elif tag == _TEXT_BOX:
            if not self._hidden_run and not self._fields.hide:
                self.boxes.append(child)
        elif tag == ALTERNATE:
            alternative = chosen(child)
            if alternative is not None:
                self.through(alternative)
        elif not _is_left_out(child):
            self.through(child)

    def _print(self, text: str) -> None:
        if not self._hidden_run and not self._fields.hide:
            self.texts.append(text)

    def _hides(self, run: etree._Element) -> bool:
        properties = run.find(w("rPr"))
        if properties is None:
            return self._hidden
        said = is_on(properties, "vanish")
        if said is not None:
            return said
        style = value(properties, "rStyle")
        return self._hidden or (style is not None and self._styles.hides(style))


def _is_left_out(element: etree._Element) -> bool:
    if element.tag == _SIMPLE_FIELD:
        return bool(_CONTENTS_FIELD.match(element.get(w("instr"), "")))
    return element.tag == SDT and is_placeholder(element)


def _overstruck(code: str) -> str:
    """What 囲い文字 and old ruby print: the last argument of an EQ field.

    >>> _overstruck(r"eq \\o\\ac(○,秘)"), _overstruck(r"EQ \\o\\ad(\\s\\up 9(わか),若)")
    ('秘', '若')
    """
    text = code.strip()
    if text[:2].upper() != "EQ" or "\\o" not in text or not text.endswith(")"):
        return ""
    last = _ARGUMENTS.split(text[:-1])[-1]
    return "" if ")" in last else last


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; nothing where its code says nothing outside that font."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    if code in _PRIVATE or code < 0x100:
        font = element.get(w("font"), "").lower()
        return _WINGDINGS.get(code & 0xFF, "") if font == "wingdings" else ""
    return chr(code) if code < 0xD800 or _PRIVATE.stop <= code < 0xFFFE else ""
