"""Documents that nobody means well with, each as the bytes that are sent."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from .serving import document

_MB = 1024 * 1024
SECRET = "四十二番の秘密"


def _rewritten(content: bytes, changed: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """A zip file with other members."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            kept = old.read(name)
            new.writestr(name, changed[name](kept) if name in changed else kept)
    return stream.getvalue()


def _zip(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream.getvalue()


def _with_entities(declared: str, used: str) -> Callable[[bytes], bytes]:
    def change(xml: bytes) -> bytes:
        head, tail = xml.split(b"?>", 1)
        text = tail.replace("スポーツ".encode(), used.encode(), 1)
        return head + b"?><!DOCTYPE x [" + declared.encode() + b"]>" + text

    return change


def laughs() -> bytes:
    """A Word file whose entities stand for ten to the ninth letters."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "笑" * 10}">' for n in range(9))
    return _rewritten(document(), {"word/document.xml": _with_entities(levels, "&a8;")})


def stolen(file: Path) -> bytes:
    """A Word file that asks for the content of a file of this machine."""
    asked = f'<!ENTITY e SYSTEM "{file.as_uri()}">'
    return _rewritten(document(), {"word/document.xml": _with_entities(asked, "&e;")})


def asked_for(address: str) -> bytes:
    """A Word file that asks for something on another machine."""
    asked = f'<!ENTITY % e SYSTEM "{address}/x.dtd"> %e;'
    return _rewritten(document(), {"word/document.xml": _with_entities(asked, "x")})


def large_member() -> bytes:
    """A gigabyte in a megabyte."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        with made.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(512):
                member.write(b" " * _MB)
        made.writestr("[Content_Types].xml", b"")
    return stream.getvalue()


def many_members() -> bytes:
    """More files in one than any document has."""
    return _zip({f"word/{number}.xml": b"" for number in range(70_000)})


def nested() -> bytes:
    """A zip file in a zip file, ten deep."""
    content = b" " * _MB
    for _ in range(10):
        content = _zip({"word/document.xml": content})
    return content


def wrong_sizes() -> bytes:
    """Members that say they are small and are not."""
    content = bytearray(
        _zip({"word/document.xml": b" " * (200 * _MB), "[Content_Types].xml": b"x"})
    )
    real = struct.pack("<I", 200 * _MB)
    while (at := content.find(real)) >= 0:
        content[at : at + 4] = struct.pack("<I", 100)
    return bytes(content)


def outer_names() -> bytes:
    """Members whose names lead out of any folder."""
    return _zip({"../../../evil.xml": b"<x/>", "/etc/evil": b"x", "word/document.xml": b"<x/>"})


def sheet_bomb() -> bytes:
    """A workbook with a sheet of half a gigabyte."""
    row = b"<row><c t='str'><v>x</v></c></row>" * 30_000
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
        made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(500):
            member.write(row)
    return stream.getvalue()


def pdf(stream: bytes, pages: int = 1, extra: bytes = b"") -> bytes:
    """A PDF file of one page that is said to be many."""
    packed = zlib.compress(stream, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % pages,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R%s>>" % extra,
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n%d\n%%%%EOF" % len(made)
    return made + b"xref\n0 5\n0000000000 65535 f \n" + table + end


BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "a Word file with a member of half a gigabyte": (".docx", large_member),
    "a Word file of 70,000 members": (".docx", many_members),
    "a zip file in a zip file, ten deep, called .docx": (".docx", nested),
    "a Word file whose members say that they are small": (".docx", wrong_sizes),
    "a zip file with members called ../../../evil.xml": (".docx", outer_names),
    "an XML bomb in a Word file (a billion laughs)": (".docx", laughs),
    "a workbook with a sheet of half a gigabyte": (".xlsx", sheet_bomb),
    "a PDF page of 300 MB of blanks": (".pdf", lambda: pdf(b" " * (300 * _MB))),
    "a PDF that says it has 1,000,000,000 pages": (".pdf", lambda: pdf(b"", 10**9)),
    "a PDF page that is its own parent": (".pdf", lambda: pdf(b"", 1, b"/Parent 3 0 R")),
    "a text of 30 MB in one line": (".txt", ("計画" * 5_000_000).encode),
    "nested brackets, 100,000 deep, called .ttl": (".ttl", lambda: b"<a:a> <a:b> " + b"[" * 10**5),
    "nested lists, 100,000 deep, called .jsonld": (".jsonld", lambda: b"[" * 10**5),
}
