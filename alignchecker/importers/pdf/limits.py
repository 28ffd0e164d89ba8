"""pdfminer with limits: a hostile file may ask for endless work, and pdfminer does what it asks."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFObjRef,
    PDFStream,
    list_value,
    resolve1,
    stream_value,
)
from pdfminer.psparser import PSKeyword, PSLiteral, PSStackEntry

_MB = 1024 * 1024
MAX_STREAM = 64 * _MB
"""Bytes of one stream, decoded."""
MAX_DRAWN = 256 * _MB
"""Bytes of drawing instructions carried out for the whole document, repeated ones again."""
MAX_LZW = _MB // 4
"""Bytes of one LZW stream, encoded: it may grow by a factor of 2,700 and has no early end."""
MAX_CODES = 2_000_000
"""Characters that one font may name."""
_MAX_REFERENCES = 32
_CALL_COST = 8 * 1024
"""What beginning a stream costs, however short it is."""
_CHUNK = 64 * 1024
_EXPECTED_FILTERS = (
    *LITERALS_ASCII85_DECODE, *LITERALS_ASCIIHEX_DECODE, *LITERALS_FLATE_DECODE,
    *LITERALS_LZW_DECODE, *LITERALS_RUNLENGTH_DECODE,
)  # fmt: skip


class TooMuchError(Exception):
    """The file asks for more work than any plan needs."""


class BoundedStream(PDFStream):
    """A stream that does not grow without end when it is decoded."""

    def decode(self) -> None:
        """Decode filter by filter, so that each one's result can be limited."""
        data = self.rawdata or b""
        if self.decipher is not None:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for name, parameters in self.get_filters():
            if name not in _EXPECTED_FILTERS:
                raise PDFSyntaxError("an image where text or a font is expected")
            if name in LITERALS_LZW_DECODE and len(data) > MAX_LZW:
                raise TooMuchError
            if name in LITERALS_FLATE_DECODE:
                # Stored, not compressed: pdfminer inflates without a limit, and byte by byte what
                # is damaged.
                data = zlib.compress(_inflated(data), 0)
            data = PDFStream({"Filter": name, "DecodeParms": parameters}, data).get_data()
            if len(data) > MAX_STREAM:
                raise TooMuchError
        self.data, self.rawdata = data, None


def _inflated(data: bytes) -> bytes:
    """The inflated bytes, up to where they are damaged."""
    inflater = zlib.decompressobj()
    plain = bytearray()
    for start in range(0, len(data), _CHUNK):
        try:
            plain += inflater.decompress(data[start : start + _CHUNK], MAX_STREAM + 1)
        except zlib.error:
            break
        if len(plain) > MAX_STREAM:
            raise TooMuchError
    return bytes(plain)


class BoundedParser(PDFParser):
    """A parser whose streams are bounded."""

    def push(self, *objs: PSStackEntry[PSKeyword | PDFStream | PDFObjRef | None]) -> None:
        """Put what was parsed on the stack."""
        super().push(
            *((at, _bounded(obj) if isinstance(obj, PDFStream) else obj) for at, obj in objs)
        )


def _bounded(stream: PDFStream) -> BoundedStream:
    return BoundedStream(stream.attrs, stream.rawdata or b"", stream.decipher)


class BoundedDocument(PDFDocument):
    """A document in which a reference leads to something: pdfminer follows a circle for ever."""

    def getobj(self, objid: int) -> object:
        """The object with a number, never a mere reference."""
        found = super().getobj(objid)
        for _ in range(_MAX_REFERENCES):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        raise PDFSyntaxError("references in a circle")


class BoundedFonts(PDFResourceManager):
    """Fonts, except those that name more characters than there are."""

    def __init__(self) -> None:
        super().__init__(caching=True)
        self._seen: set[object] = set()

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font that a dictionary describes."""
        if not objid or objid not in self._seen:
            self._seen.add(objid)
            for key, span in (("W", 3), ("W2", 5)):
                _check_widths(list_value(spec.get(key, [])), span)
            _check_codes(resolve1(spec.get("ToUnicode")))
        return super().get_font(objid, spec)


def _check_widths(widths: Sequence[object], span: int) -> None:
    """Widths are lists for single characters, or first, last and what holds for all between."""
    numbers: list[float] = []
    total = 0.0
    for entry in map(resolve1, widths):
        if isinstance(entry, int | float):
            numbers.append(entry)
        else:
            numbers = []
        if len(numbers) == span:
            total += max(0, numbers[1] - numbers[0])
            numbers = []
        if total > MAX_CODES:
            raise TooMuchError


class _CountedMap(FileUnicodeMap):
    """A map that counts and keeps nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def add_cid2unichr(self, cid: int, code: PSLiteral | bytes | int) -> None:  # noqa: ARG002
        self._count += 1
        if self._count > MAX_CODES:
            raise TooMuchError


def _check_codes(to_unicode: object) -> None:
    """Read the character table once with pdfminer's own parser, which expands every range."""
    if isinstance(to_unicode, PDFStream):
        CMapParser(_CountedMap(), io.BytesIO(to_unicode.get_data())).run()


@dataclass(slots=True)
class Budget:
    """What drawing may still cost, in bytes of instructions."""

    left: int = MAX_DRAWN

    def spend(self, cost: int) -> None:
        """Take a cost off; TooMuchError where nothing is left."""
        self.left -= cost
        if self.left < 0:
            raise TooMuchError


class BoundedInterpreter(PDFPageInterpreter):
    """Carries out drawing instructions until the budget is spent: forms may nest a million-fold."""

    def __init__(self, fonts: PDFResourceManager, device: PDFDevice, budget: Budget) -> None:
        self._budget = budget
        super().__init__(fonts, device)

    def dup(self) -> BoundedInterpreter:
        """Another one for a form within the page."""
        return BoundedInterpreter(self.rsrcmgr, self.device, self._budget)

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the instructions of some streams."""
        for stream in streams:
            self._budget.spend(_CALL_COST + len(stream_value(stream).get_data()))
        super().execute(streams)
