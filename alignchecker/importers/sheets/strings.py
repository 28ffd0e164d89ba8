"""The texts in a workbook's XML, read piece by piece (ECMA-376 part 1, 18.4)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import IO

from lxml import etree

from alignchecker.importers.sheets.blocks import Allowance
from alignchecker.model.errors import InputError

_MAX_TEXT = 1_000_000
_CHUNK = 1 << 16
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_strings(stream: IO[bytes], path: str) -> list[str]:
    """The texts that cells refer to by number, without the readings (furigana) beside them."""
    target = _StringsTarget(Allowance(path))
    parse_part(stream, target, path)
    return target.strings


def damaged(path: str) -> InputError:
    """The error for a workbook that contradicts itself."""
    return InputError(
        "ブックのデータが壊れています。Excelで開いて保存し直してから、もう一度読み込んでください。",
        "The workbook's data is damaged. Open it in Excel, save it again and import that.",
        path,
    )


def parse_part(stream: IO[bytes], target: TextTarget, path: str) -> None:
    """Read a part without building a tree, which hostile XML could make of any size.

    Raises InputError for what is no XML and for what the target finds wrong.
    """
    parser = etree.XMLParser(
        target=target,  # type: ignore[arg-type]  # the stubs ask for more than is called
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        while data := stream.read(_CHUNK):
            parser.feed(data)
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path) from error


@lru_cache(maxsize=1 << 10)
def local_name(tag: str) -> str:
    """A tag without its namespace, of which there are two (ISO/IEC 29500 strict and not)."""
    return tag.rpartition("}")[2]


def plain(text: str) -> str:
    """A text with its escapes (_x000D_, 22.9.2.19) undone and plain line ends."""
    if "_x" in text:
        text = _ESCAPE.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _character(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    if character.isprintable() or character in "\t\n\r":
        return character
    return match[0] if "\ud800" <= character <= "\udfff" else ""


class TextTarget:
    """What lxml calls while it reads; collects text where a subclass says that there is some."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._pieces: list[str] = []
        self._length = 0
        self._is_text = self._is_reading = False

    def doctype(self, *_: object) -> None:
        """No part may have one (ECMA-376 part 2, 6.2.5), and entity bombs need it."""
        raise damaged(self._path)

    def data(self, text: str) -> None:
        """Called with each piece of text."""
        if self._is_text:
            self._length += len(text)
            if self._length > _MAX_TEXT:
                raise damaged(self._path)
            self._pieces.append(text)

    def close(self) -> None:
        """Called at the end of the part."""

    def _clear(self) -> None:
        self._pieces, self._length = [], 0

    def _text(self) -> str:
        return self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)


class _StringsTarget(TextTarget):
    def __init__(self, allowance: Allowance) -> None:
        super().__init__(allowance.path)
        self._allowance = allowance
        self.strings: list[str] = []

    def start(self, tag: str, _: dict[str, str]) -> None:
        name = local_name(tag)
        if name == "t":
            self._is_text = not self._is_reading
        elif name == "rPh":
            self._is_reading = True
        elif name == "si":
            self._clear()

    def end(self, tag: str) -> None:
        name = local_name(tag)
        if name == "t":
            self._is_text = False
        elif name == "rPh":
            self._is_reading = False
        elif name == "si":
            text = plain(self._text())
            self._allowance.spend(1, text)
            self.strings.append(text)
