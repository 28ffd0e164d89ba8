"""The styles of a Word file: which paragraphs are headings, numbered, hidden, contents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from alignchecker.importers.word.xml import is_on, number, value, w
from alignchecker.model.normalize import fold

_HEADING = re.compile(r"(?:heading|見出し) ?([1-9])")
# The Japanese template gives the title an outline level, yet it heads no chapter.
_TITLE = re.compile(r"title|subtitle|表題|副題")
_CONTENTS = re.compile(r"(?:toc|目次) ?[1-9]|table of figures|図表目次")
_CONTENTS_TITLE = re.compile(r"toc heading|目次の見出し")
# What Word asks to be filled in, in a form that nobody filled in.
_PLACEHOLDER = "placeholder text"
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits.

    outline: the heading's level from 0, 9 for body text, None where no style says. num, level:
    the list and the level in it. numbered_by: id of the style that names the list.
    contents: an entry of a table of contents; contents_title: what stands above them.
    """

    outline: int | None = None
    hidden: bool = False
    num: str | None = None
    level: int | None = None
    numbered_by: str | None = None
    contents: bool = False
    contents_title: bool = False


class Styles:
    """The styles by id; unknown ones are the default paragraph style, as in Word."""

    def __init__(self, root: etree._Element | None) -> None:
        self._raw: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        default = None
        for style in () if root is None else root.iterchildren(w("style")):
            name = style.get(w("styleId"), "")
            self._raw.setdefault(name, style)
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                default = name
        self._default = self._resolve(default) if default is not None else Style()

    def of(self, name: str | None) -> Style:
        """The style of a paragraph by its id, None for a paragraph that names none."""
        return self._resolve(name) if name in self._raw and name is not None else self._default

    def hides(self, name: str) -> bool:
        """Whether a character style hides its text."""
        return self._resolve(name).hidden

    def _resolve(self, name: str) -> Style:
        chain: dict[str, None] = {}
        at: str | None = name
        # Styles based on each other in a ring end where the ring closes.
        while at in self._raw and at not in self._resolved and at not in chain:
            chain[at] = None
            at = value(self._raw[at], "basedOn")
        style = self._resolved.get(at or "", Style())
        for each in reversed(chain):
            style = _over(style, each, self._raw[each])
            self._resolved[each] = style
        return style


def _over(base: Style, name: str, raw: etree._Element) -> Style:
    """The base style with what the style itself says."""
    paragraph = raw.find(w("pPr"))
    hidden = is_on(raw.find(w("rPr")), "vanish")
    label = fold(value(raw, "name") or "").strip().lower()
    style = replace(
        base,
        outline=_outline(label, paragraph, base.outline),
        hidden=label == _PLACEHOLDER or (base.hidden if hidden is None else hidden),
        contents=base.contents or bool(_CONTENTS.fullmatch(label)),
        contents_title=base.contents_title or bool(_CONTENTS_TITLE.fullmatch(label)),
    )
    numbering = None if paragraph is None else paragraph.find(w("numPr"))
    if numbering is None:
        return style
    num, level = value(numbering, "numId"), value(numbering, "ilvl")
    own = number(level) if level is not None else None
    if num is None:
        return replace(style, level=own, numbered_by=name)
    return replace(style, num=num, level=own, numbered_by=name)


def _outline(label: str, paragraph: etree._Element | None, base: int | None) -> int | None:
    if _TITLE.fullmatch(label):
        return _BODY_LEVEL
    said = value(paragraph, "outlineLvl")
    if said is not None:
        return number(said, _BODY_LEVEL)
    heading = _HEADING.fullmatch(label)
    return int(heading.group(1)) - 1 if heading else base
