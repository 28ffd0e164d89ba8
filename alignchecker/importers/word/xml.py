"""The XML of Word files (ECMA-376 part 1, 17): names, values, and what counts of the markup."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{_W}val"
ALTERNATE = f"{_MC}AlternateContent"
P, TABLE, ROW, CELL, SDT = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc", "sdt"))
DELETED = frozenset({f"{_W}del", f"{_W}moveFrom"})
INSERTED = frozenset({f"{_W}ins", f"{_W}moveTo"})

_CHOICE, FALLBACK = f"{_MC}Choice", f"{_MC}Fallback"
_WRAPPERS = INSERTED | {f"{_W}customXml", f"{_W}smartTag", SDT, f"{_W}sdtContent"}
_OFF = ("0", "false", "off")


def w(name: str) -> str:
    """The full name of an element or attribute of Word's own namespace.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return _W + name


def value(parent: etree._Element | None, name: str) -> str | None:
    """The w:val of a child by its short name, None where there is no such child or value."""
    child = None if parent is None else parent.find(_W + name)
    return None if child is None else child.get(VAL)


def number(text: str | None, default: int = 0) -> int:
    """A count as the file gives it; the default where it is none that Word would write.

    >>> number("3"), number(None, 1), number("-1"), number("9" * 5000)
    (3, 1, 0, 0)
    """
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else default


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """Whether a switch (w:vanish) is on; None where the properties do not have it."""
    child = None if parent is None else parent.find(_W + name)
    return None if child is None else child.get(VAL) not in _OFF


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one of the alternatives that Word shows: what it draws today, else the older form."""
    choice = alternate.find(_CHOICE)
    return alternate.find(FALLBACK) if choice is None else choice


def is_placeholder(control: etree._Element) -> bool:
    """The content control still shows what Word asks to be filled in."""
    return is_on(control.find(_W + "sdtPr"), "showingPlcHdr") is True


def flat(container: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """The wanted elements of a container in order, through content controls and other wrappers."""
    for child in container:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from flat(child, wanted)
        elif child.tag == ALTERNATE:
            alternative = chosen(child)
            if alternative is not None:
                yield from flat(alternative, wanted)
