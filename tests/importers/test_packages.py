"""Packages that are broken, hostile or of another format are refused with what to do."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignchecker.importers import packages
from alignchecker.importers.packages import open_package, parse_xml
from alignchecker.model.errors import InputError

WORD, EXCEL = "word/document.xml", "xl/workbook.xml"
XML = b"<a><b/></a>"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
Save = Callable[[bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(data: bytes) -> Path:
        path = tmp_path / "plan.docx"
        path.write_bytes(data)
        return path

    return write


def zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return stream.getvalue()


def ole(*streams: str) -> bytes:
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + entries


def refused(path: Path, main: str = WORD) -> InputError:
    with pytest.raises(InputError) as caught:
        open_package(path, main).part(main)
    assert caught.value.ja.endswith("ください。")
    assert caught.value.en.endswith(".")
    assert str(path) in caught.value.ja
    return caught.value


def test_parts_are_found_and_hashed(save: Save) -> None:
    data = zipped((WORD, XML), ("word/styles.xml", b"<s/>"), ("word/media/", b""))
    with open_package(save(data), WORD) as package:
        assert package.sha256 == hashlib.sha256(data).hexdigest()
        assert package.names == ("word/document.xml", "word/styles.xml")
        assert package.main == WORD
        assert package.part(WORD) == XML
        assert package.part("Word/STYLES.xml") == b"<s/>"
        assert package.part("word/none.xml") is None
        assert package.unread == ()
        with package.stream(WORD) as stream:
            assert [stream.read(4), stream.read(-1)] == [XML[:4], XML[4:]]


def test_backslashes_are_folders(save: Save) -> None:
    with open_package(save(zipped(("word\\document.xml", XML))), WORD) as package:
        assert package.part(WORD) == XML


def test_relations_name_the_main_part_and_stay_inside(save: Save) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    top = f'<Relationship Id="r1" Type="{office}/officeDocument" Target="word/document2.xml"/>'
    own = (
        f'<Relationship Id="a" Type="{office}/styles" Target="../styles.xml"/>'
        f'<Relationship Id="b" Type="{office}/image" Target="/word/media/1.png"/>'
        f'<Relationship Id="c" Type="{office}/settings" Target="../../../../etc/passwd"/>'
        f'<Relationship Id="d" Type="{office}/hyperlink" Target="http://x" TargetMode="External"/>'
    )
    data = zipped(
        ("_rels/.rels", RELATION.format(top).encode()),
        ("word/document2.xml", XML),
        ("word/_rels/document2.xml.rels", RELATION.format(own).encode()),
    )
    with open_package(save(data), WORD) as package:
        assert package.main == "word/document2.xml"
        assert [(r.id, r.kind, r.target) for r in package.relations(package.main)] == [
            ("a", "styles", "styles.xml"),
            ("b", "image", "word/media/1.png"),
            ("c", "settings", "etc/passwd"),
        ]
        assert package.relations("word/other.xml") == ()


def test_macros_are_named(save: Save) -> None:
    with open_package(save(zipped((WORD, XML), ("word/vbaProject.bin", b"x"))), WORD) as package:
        assert [warning.code for warning in package.unread] == ["macros-ignored"]


@pytest.mark.parametrize(
    ("data", "main", "words"),
    [
        (b"", WORD, "空です"),
        ("基本目標1".encode(), WORD, "Word文書（.docx）ではありません"),
        (b"<html>", EXCEL, "Excelブック（.xlsx）ではありません"),
        (b"%PDF-1.7", WORD, "PDFです"),
        (b"PK\x03\x04", WORD, "壊れています"),
        (b"PK\x05\x06" + b"\0" * 18, WORD, "本文がありません"),
        (zipped((WORD, XML))[:-30], WORD, "壊れています"),
        (zipped((WORD, XML))[40:], WORD, "ではありません"),
        (zipped(("a.txt", XML)), WORD, "本文がありません"),
        (zipped((EXCEL, XML)), WORD, "中身はExcelブック（.xlsx）です"),
        (zipped((WORD, XML)), EXCEL, "中身はWord文書（.docx）です"),
        (zipped(("ppt/presentation.xml", XML)), WORD, "PowerPoint"),
        (zipped((WORD, XML), (WORD, XML)), WORD, "壊れています"),
        (zipped((WORD, XML), ("WORD/document.xml", XML)), WORD, "壊れています"),
        (zipped((WORD, XML), method=zipfile.ZIP_LZMA), WORD, "壊れています"),
        (ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), WORD, "パスワードを外して"),
        (ole("Root Entry", "WordDocument"), WORD, "旧形式のWord文書（.doc）"),
        (ole("Root Entry", "WordDocument", "Workbook"), WORD, "旧形式のWord文書（.doc）"),
        (ole("Root Entry", "Workbook"), EXCEL, "旧形式のExcelブック（.xls）"),
        (ole("Root Entry", "Book"), WORD, "Word文書（.docx）形式で保存し直して"),
        (ole("Root Entry", "DocumentText"), WORD, "Word文書（.docx）ではありません"),
    ],
)
def test_what_is_no_package_is_told_apart(save: Save, data: bytes, main: str, words: str) -> None:
    assert words in refused(save(data), main).ja


def test_missing_folder_and_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ファイルがありません" in refused(tmp_path / "none.docx").ja
    assert "フォルダー" in refused(tmp_path).ja
    large = tmp_path / "large.docx"
    large.write_bytes(zipped((WORD, XML)))
    monkeypatch.setattr(packages, "MAX_BYTES", large.stat().st_size)
    open_package(large, WORD).close()
    monkeypatch.setattr(packages, "MAX_BYTES", large.stat().st_size - 1)
    assert "大きすぎます" in refused(large).ja


def test_encrypted_members_need_a_password(save: Save) -> None:
    data = bytearray(zipped((WORD, XML)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "パスワード" in refused(save(bytes(data))).ja


def test_damaged_bytes_of_a_part(save: Save) -> None:
    data = bytearray(zipped((WORD, XML), method=zipfile.ZIP_STORED))
    data[data.index(XML)] ^= 1
    assert "壊れています" in refused(save(bytes(data))).ja


def test_bombs_are_refused_before_they_unpack(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    ratio = zipped((WORD, XML), ("word/a.xml", b"\0" * (17 * 1024 * 1024)))
    assert "大きすぎます" in refused(save(ratio)).ja
    monkeypatch.setattr(packages, "MAX_TOTAL", 1000)
    assert "大きすぎます" in refused(save(zipped((WORD, XML), ("a", b"\0" * 1000)))).ja
    open_package(save(zipped((WORD, XML), ("a", b"\0" * 900))), WORD).close()
    monkeypatch.setattr(packages, "MAX_PARTS", 3)
    assert (
        "大きすぎます" in refused(save(zipped((WORD, XML), *((f"{i}", b"") for i in range(3))))).ja
    )


def test_declared_size_is_not_believed(save: Save) -> None:
    data = bytearray(zipped((WORD, b"<a>" + b" " * 100_000 + b"</a>")))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    assert "壊れています" in refused(save(bytes(data))).ja


def test_what_is_read_again_and_again_counts(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_TOTAL", 1000)
    with open_package(save(zipped((WORD, b" " * 400))), WORD) as package:
        assert package.part(WORD)
        assert package.part(WORD)
        with pytest.raises(InputError, match="too large"):
            package.part(WORD)


def test_a_part_over_the_limit(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_XML", 10)
    with open_package(save(zipped((WORD, XML))), WORD) as package:
        with pytest.raises(InputError, match="too large"):
            package.part(WORD)
        with package.stream(WORD) as stream:
            assert stream.read() == XML


LAUGHS = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(9))


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<a>",
        b"<a>\0</a>",
        b"<a/>" * 2,
        f'<!DOCTYPE a [<!ENTITY e0 "x">{LAUGHS}]><a>&e9;</a>'.encode(),
        f'<!DOCTYPE a [<!ENTITY e0 "x">{LAUGHS}]><a b="&e9;"/>'.encode(),
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'.encode("utf-16"),
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
        b"<!DOCTYPE a><a/>",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b"<a>" * 5000 + b"</a>" * 5000,
        b"<a>" + b"x" * 11_000_000 + b"</a>",
    ],
)  # fmt: skip
def test_xml_that_no_part_may_hold(xml: bytes) -> None:
    with pytest.raises(InputError, match=r"damaged.*\.$"):
        parse_xml(xml, Path("plan.docx"))


def test_strict_namespaces_are_read_as_transitional_ones() -> None:
    strict = b"<a xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'>http://purl.oclc.org</a>"
    root = parse_xml(strict, Path("plan.docx"))
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a"
    assert root.text == "http://purl.oclc.org"


def test_an_entry_without_a_name_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "nameless.docx"
    path.write_bytes(zipped(("", b""), (WORD, XML), ("_rels/.rels", RELATION.format("").encode())))
    with open_package(path, WORD) as package:
        assert "" not in package.names
        assert package.part("") is None


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_damage_gives_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    good = bytearray(zipped((WORD, XML), ("_rels/.rels", RELATION.format("").encode())))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.docx"
    path.write_bytes(good)
    try:
        with open_package(path, WORD) as package:
            package.part(WORD)
    except InputError as error:
        said = error.ja
    else:
        said = "ください。"
    assert said.endswith("ください。")
