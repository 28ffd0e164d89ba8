"""XML that is added to or taken from, and otherwise stays as it is, byte for byte.

A tree that is written again has other quotes, entities and declarations than its file had. So
elements are looked up by their offsets, and what is new is put between the old bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape

from alignchecker.importers.packages import damaged
from alignchecker.reports.wrapping import harmless

_START_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_END_TAG = re.compile(rb"</[^>]*>")
_RUN = re.compile(rb"<(?:\w+:)?r(?:\s[^<>]*)?>\Z")
_LONGEST_RUN = 1000
_NAME = re.compile(rb"[^\s/>]+")
# Parts are in UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5).
_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# What harmless() leaves and XML 1.0 cannot hold (2.2).
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def quoted(text: str) -> str:
    """A text of any origin as XML can hold it, in an element or within double quotes.

    >>> quoted('a<b & "c"\\x00\\ud800')
    'a&lt;b &amp; &quot;c&quot;�'
    """
    return escape(_NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", harmless(text)), {'"': "&quot;"})


@dataclass(slots=True)
class Element:
    """Where an element's tags begin and end, in bytes: <start>inside … end</after>.

    name: local in the root's namespace, "URI local" in others, as the names of attributes are.
    depth: 1 for the root.
    """

    name: str
    depth: int
    attributes: Mapping[str, str]
    start: int
    inside: int
    end: int
    after: int
    is_empty: bool


class Markup:
    """The XML of one part. path: of the file, for errors.

    elements: those that are wanted, by depth and name, in the order of their start tags; the root
    is always among them. Raises InputError for what is no XML or has a DOCTYPE.
    """

    def __init__(self, data: bytes, path: Path, wanted: Callable[[int, str], bool]) -> None:
        self._mark = next((mark for mark in _ENCODINGS if data.startswith(mark)), b"")
        self._encoding = _ENCODINGS.get(self._mark, "utf-8")
        try:
            self._text = data[len(self._mark) :].decode(self._encoding).encode()
            walk = _Walk(self._text, wanted)
        except (ValueError, expat.ExpatError) as error:
            raise damaged(path) from error
        self.elements = walk.elements
        self.root = walk.elements[0]
        self.namespace = walk.namespace
        self._prefixes = walk.prefixes
        # References are right whatever else a part says that it is in.
        is_unicode = walk.encoding.lower() in ("", "utf-8", "utf-16")
        self._written = ("utf-8",) if is_unicode else ("ascii", "xmlcharrefreplace")
        self._edits: list[tuple[int, int, str]] = []

    @property
    def own(self) -> str:
        """What stands before the names of the root and of its like: "w:", or nothing."""
        name = self._name(self.root)
        return f"{name.rpartition(':')[0]}:" if ":" in name else ""

    def prefix(self, namespace: str, usual: str) -> tuple[str, str]:
        """A prefix for a namespace, and its declaration where the root has none."""
        known = self._prefixes.get(namespace)
        return (known, "") if known else (usual, f' xmlns:{usual}="{namespace}"')

    def insert(self, at: int, text: str) -> None:
        """Adds markup at an offset; what was added there before stays before it."""
        self._edits.append((at, at, text))

    def append(self, element: Element, text: str) -> None:
        """Adds markup as the last that an element holds, once to each element."""
        if element.is_empty:
            self._edits.append(
                (element.after - len("/>"), element.after, f">{text}</{self._name(element)}>")
            )
        else:
            self.insert(element.end, text)

    def content(self, element: Element) -> str:
        """What stands within an element, as it is written."""
        return self._text[element.inside : element.end].decode()

    def replace(self, element: Element, text: str) -> None:
        """Puts other markup within an element."""
        self._edits.append((element.inside, element.end, text))

    def remove(self, element: Element, *, with_run: bool = False) -> None:
        """Takes an element out; with_run: with the run of text around it, if that has no more."""
        start, end = element.start, element.after
        before = _RUN.search(self._text, max(start - _LONGEST_RUN, 0), start)
        after = _END_TAG.match(self._text, end)
        if with_run and before and after:
            start, end = before.start(), after.end()
        self._edits.append((start, end, ""))

    def to_bytes(self) -> bytes:
        """The part as it is by now, in the encoding that it had."""
        pieces: list[bytes] = []
        done = 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces += [self._text[done:start], text.encode(*self._written)]
            done = end
        pieces.append(self._text[done:])
        return self._mark + b"".join(pieces).decode().encode(self._encoding)

    def _name(self, element: Element) -> str:
        match = _NAME.match(self._text, element.start + 1)
        return match[0].decode() if match else ""


class _Walk:
    """One way through a part."""

    def __init__(self, text: bytes, wanted: Callable[[int, str], bool]) -> None:
        self.elements: list[Element] = []
        self.namespace = ""
        self.encoding = ""
        self.prefixes: dict[str, str] = {}
        self._text, self._wanted = text, wanted
        self._open: list[Element | None] = []
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.XmlDeclHandler = self._note
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartNamespaceDeclHandler = self._declare
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.Parse(text, True)

    def _note(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = encoding or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._open:
            self.namespace = namespace
        name = local if namespace == self.namespace else name
        depth = len(self._open) + 1
        if depth > 1 and not self._wanted(depth, name):
            self._open.append(None)
            return
        start = self._parser.CurrentByteIndex
        tag = _START_TAG.match(self._text, start)
        inside = tag.end() if tag else start
        is_empty = self._text[inside - 2 : inside] == b"/>"
        element = Element(name, depth, attributes, start, inside, inside, inside, is_empty)
        self.elements.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if element is None or element.is_empty:
            return
        element.end = self._parser.CurrentByteIndex
        tag = _END_TAG.match(self._text, element.end)
        element.after = tag.end() if tag else element.end

    def _declare(self, prefix: str | None, uri: str) -> None:
        if not self._open and prefix:
            self.prefixes[uri] = prefix
        elif self._open:
            # One that means something else further down is not to be relied on.
            self.prefixes = {u: p for u, p in self.prefixes.items() if p != prefix or u == uri}

    def _refuse(self, *_: object) -> None:
        raise ValueError("a part may have no DOCTYPE")
