"""Zip packages of XML parts (docx, xlsx), opened safely: a package may be broken or hostile."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from lxml import etree

from alignchecker.importers.decoding import EMPTY, read_bytes
from alignchecker.model.errors import InputError
from alignchecker.model.plan import ImportWarning

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MB = 1024 * 1024
MAX_BYTES = 200 * _MB
MAX_PARTS = 20_000
MAX_TOTAL = 1024 * _MB
"""Bytes of all parts together, uncompressed."""
MAX_XML = 64 * _MB
"""Bytes of one part that is read as a whole."""
_MAX_RATIO = 200
_RATIO_FROM = 16 * _MB

_DIRECTORY_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError, LookupError,
)  # fmt: skip
# ISO/IEC 29500 strict names its namespaces anew; the elements are the same.
_STRICT = re.compile(rb"""(["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)(?=["'])""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/\3"

_WORD = ("Word文書（.docx）", "a Word document (.docx)")
_EXCEL = ("Excelブック（.xlsx）", "an Excel workbook (.xlsx)")
_FORMATS = {"word/document.xml": _WORD, "xl/workbook.xml": _EXCEL}
_FOLDERS = {
    "word/": _WORD,
    "xl/": _EXCEL,
    "ppt/": ("PowerPointの発表資料（.pptx）", "a PowerPoint presentation (.pptx)"),
}
_OLE_STREAMS = {
    "WordDocument": ("旧形式のWord文書（.doc）", "an old Word document (.doc)"),
    "Workbook": ("旧形式のExcelブック（.xls）", "an old Excel workbook (.xls)"),
    "Book": ("旧形式のExcelブック（.xls）", "an old Excel workbook (.xls)"),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relation's type ("styles"), a part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of an open package; close it, or use it in a `with`.

    path, sha256: of the file. main: its main part. names: of all parts, sorted. entries: of the
    zip, in its order, with folders. unread: macros.
    """

    def __init__(self, path: Path, data: bytes, main: str) -> None:
        self.path = path
        self.sha256 = hashlib.sha256(data).hexdigest()
        self._left = MAX_TOTAL
        with self._explained():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.entries = tuple(self._zip.infolist())
        self._parts = _parts(self._zip, path)
        self.names = tuple(sorted(part_name(info) for info in self._parts.values()))
        self.main = self._main(main)
        has_macros = any(name.lower().endswith("vbaproject.bin") for name in self.names)
        self.unread = (ImportWarning("macros-ignored"),) if has_macros else ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the file's bytes."""
        self._zip.close()

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is no such part; InputError if it is broken."""
        if name.lower() not in self._parts:
            return None
        with self.stream(name) as stream:
            data = stream.read(MAX_XML + 1)
        if len(data) > MAX_XML:
            raise too_large(self.path)
        return data

    def stream(self, name: str) -> IO[bytes]:
        """A part to be read piece by piece; KeyError if there is no such part.

        Reading raises InputError where the part is broken, or too much was read of the package.
        """
        info = self._parts[name.lower()]
        with self._explained():
            return io.BufferedReader(_Stream(self, self._zip.open(info)))

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part ("" for the package) refers to inside the package, in the file's order."""
        folder, base = posixpath.split(name)
        data = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if data is None:
            return ()
        return tuple(
            Relation(
                element.get("Id", ""),
                element.get("Type", "").rpartition("/")[2],
                # A target is relative to the part's folder unless it begins with a slash.
                posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))[1:],
            )
            for element in parse_xml(data, self.path).iter("{*}Relationship")
            if element.get("TargetMode") != "External"
        )

    def _main(self, usual: str) -> str:
        """The main part: the usual one, or another of its folder that the package names."""
        folder = usual.partition("/")[0] + "/"
        named = (r.target for r in self.relations("") if r.kind == "officeDocument")
        for name in (*named, usual):
            if name.lower() in self._parts and name.lower().startswith(folder):
                return name
        for other, (ja, en) in _FOLDERS.items():
            if other != folder and any(name.lower().startswith(other) for name in self.names):
                raise _wrong(f"中身は{ja}です。", f"This is {en}.", usual, self.path)
        raise _wrong("本文がありません。", "It has no main part.", usual, self.path)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turns what the zip module raises for broken files into an InputError."""
        try:
            yield
        except _BROKEN as error:
            raise damaged(self.path) from error

    def _count(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise too_large(self.path)


class _Stream(io.RawIOBase):
    """A part being read, with its bytes counted."""

    def __init__(self, package: Package, inner: IO[bytes]) -> None:
        super().__init__()
        self._package, self._inner = package, inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        with self._package._explained():
            data = self._inner.read(len(view))
        self._package._count(len(data))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


def open_package(path: Path, main: str) -> Package:
    """Open the package whose main part is "word/document.xml" or "xl/workbook.xml".

    Raises InputError, saying what to do, for a file that is missing, empty, too large, broken,
    protected by a password, of another format, or that unpacks to too much.
    """
    data = read_bytes(path, MAX_BYTES)
    if not data:
        raise InputError(*EMPTY, str(path))
    if data.startswith(_OLE):
        raise _ole(data, main, path)
    if data.startswith(b"%PDF"):
        raise _wrong("中身はPDFです。", "This is a PDF.", main, path)
    if not data.startswith(b"PK"):
        ja, en = _FORMATS[main]
        raise _wrong(f"{ja}ではありません。", f"This is not {en}.", main, path)
    # Counted before the directory is read, for reading it takes memory for each entry.
    if data.count(_DIRECTORY_ENTRY) > MAX_PARTS:
        raise too_large(path)
    return Package(path, data, main)


def parse_xml(data: bytes, path: Path) -> etree._Element:
    """The root of a part's XML, strict namespaces as transitional ones; path is for the errors.

    Raises InputError for what is no XML or has a DOCTYPE, which no part may have (ECMA-376 part 2,
    6.2.5) and entity bombs need.
    """
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    try:
        root = etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(path)
    return root


def safe_parser() -> etree.XMLParser:
    """A parser that reads nothing outside the text that it is given; see docinfo for a DOCTYPE."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _parts(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """The entries by name in small letters, in which parts do not differ (ECMA-376 part 2, 6.2)."""
    parts: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in archive.infolist():
        name = part_name(info).lower()
        # A folder, or an entry without a name, of which ZipInfo.is_dir makes an IndexError.
        if not name or name.endswith("/"):
            continue
        if name in parts or info.compress_type not in _METHODS:
            raise damaged(path)
        if info.flag_bits & _ENCRYPTED:
            raise _locked(path)
        total += info.file_size
        packed = info.file_size > _RATIO_FROM and info.file_size > _MAX_RATIO * info.compress_size
        if total > MAX_TOTAL or packed:
            raise too_large(path)
        parts[name] = info
    return parts


def part_name(info: zipfile.ZipInfo) -> str:
    """The part's name; some programs write backslashes."""
    return info.filename.replace("\\", "/").lstrip("/")


def _ole(data: bytes, main: str, path: Path) -> InputError:
    """An OLE file: its directory names its streams in UTF-16, ended by a zero (MS-CFB 2.6.1)."""
    if "EncryptedPackage\0".encode("utf-16-le") in data:
        return _locked(path)
    for stream, (ja, en) in _OLE_STREAMS.items():
        if f"{stream}\0".encode("utf-16-le") in data:
            return _wrong(f"{ja}です。", f"This is {en}.", main, path)
    ja, en = _FORMATS[main]
    return _wrong(f"{ja}ではありません。", f"This is not {en}.", main, path)


def _wrong(ja: str, en: str, main: str, path: Path) -> InputError:
    wanted_ja, wanted_en = _FORMATS[main]
    return InputError(
        f"{ja}{wanted_ja}形式で保存し直してから、もう一度読み込んでください。",
        f"{en} Save it as {wanted_en} and import that.",
        str(path),
    )


def _locked(path: Path) -> InputError:
    return InputError(
        "パスワードで保護されています。パスワードを外して保存してから、もう一度読み込んでください。",
        "The file is protected by a password. Save it without one and import that.",
        str(path),
    )


def damaged(path: Path) -> InputError:
    """The error for a package that contradicts itself or cannot be unpacked."""
    return InputError(
        "ファイルが壊れています。作成したソフトで開いて保存し直してから、もう一度読み込んでください。",
        "The file is damaged. Open it in the program that made it, save it again and import that.",
        str(path),
    )


def too_large(path: Path) -> InputError:
    """The error for a file whose parts or tables hold more than a plan can."""
    return InputError(
        "ファイルの中身が大きすぎます。計画ごとに分けて指定してください。",
        "What the file holds is too large. Split it, one plan per file.",
        str(path),
    )
