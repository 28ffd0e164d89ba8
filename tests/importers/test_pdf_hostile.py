"""PDF files that are broken, locked or made to do harm: an error that helps, and soon."""

from __future__ import annotations

import logging
import sys
import zlib
from pathlib import Path

import pytest

pytest.importorskip("pdfplumber")
pytest.importorskip("reportlab")

from pdfminer.pdffont import PDFCIDFont, PDFUnicodeNotDefined
from reportlab.lib.pdfencrypt import StandardEncryption

from alignchecker.importers.pdf import device, limits, pages
from alignchecker.importers.pdf.document import read_pdf
from alignchecker.model.errors import AligncheckerError, InputError
from tests.importers.pdf_paper import SENTENCES, Paper, codes, error_of, texts
from tests.importers.test_pdf import picture


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path / "plan.pdf")


def raw_pdf(path: Path, *objects: bytes) -> Path:
    """A PDF of these objects, numbered from 1, the first of them the catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    path.write_bytes(data)
    return path


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
    b" /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
HELLO = b"BT /F 12 Tf 60 700 Td (Plan) Tj ET"


def test_a_plain_pdf_of_objects_is_read(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", CATALOGUE, PAGES, PAGE, stream(HELLO), FONT)
    assert texts(read_pdf(path)) == ["Plan"]


def outcome(path: Path) -> str:
    """The text, or the end of the message, which says what to do."""
    try:
        return "".join(texts(read_pdf(path)))
    except AligncheckerError as error:
        return error.ja[-5:]


# Errors


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "空です"),
        (b"  \n", "空です"),
        (b"PK\x03\x04", "PDFファイルではありません"),
        ("基本目標１".encode(), "PDFファイルではありません"),
        (b"%PDF-1.7\n", "壊れているか"),
        (b"%PDF-1.7\nstartxref\n0\n%%EOF", "壊れているか"),
        (b"%PDF-1.7\n" + b"\xff" * 5000 + b"startxref\n99999999\n%%EOF", "壊れているか"),
    ],
)
def test_what_is_no_pdf_says_so(tmp_path: Path, data: bytes, part: str) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)
    assert part in error_of(path).ja


def test_missing_files_and_folders_say_so(tmp_path: Path) -> None:
    assert "ファイルがありません" in error_of(tmp_path / "plan.pdf").ja
    (tmp_path / "folder.pdf").mkdir()
    assert "フォルダー" in error_of(tmp_path / "folder.pdf").ja


def test_a_file_cut_off_is_not_taken_for_the_whole(paper: Paper) -> None:
    paper.wrap(100, SENTENCES * 3)
    paper.read()
    data = paper.path.read_bytes()
    for length in range(20, len(data) - 40, len(data) // 25):
        paper.path.write_bytes(data[:length])
        assert "途中で切れています" in error_of(paper.path).ja


def test_a_file_with_bytes_changed_never_ends_in_a_traceback(paper: Paper) -> None:
    paper.wrap(100, SENTENCES)
    paper.grid((60, 200, 300), (300, 320, 340))
    paper.read()
    data = paper.path.read_bytes()
    for at in range(0, len(data), max(1, len(data) // 150)):
        paper.path.write_bytes(data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :])
        assert outcome(paper.path)


def test_a_password_is_asked_to_be_removed(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "plan.pdf", StandardEncryption("himitsu", strength=128))
    paper.put(100, "本文です。")
    with pytest.raises(InputError, match="password"):
        paper.read()
    assert "パスワード" in error_of(paper.path).ja


@pytest.mark.parametrize("strength", [40, 128])
def test_a_file_that_opens_without_a_password_is_read(tmp_path: Path, strength: int) -> None:
    locked = StandardEncryption("", ownerPassword="himitsu", canCopy=0, strength=strength)
    paper = Paper(tmp_path / "plan.pdf", locked)
    paper.put(100, "Plan", font="Helvetica")
    assert texts(paper.read()) == ["Plan"]


def test_a_scan_is_said_to_be_one(paper: Paper) -> None:
    picture(paper)
    with pytest.raises(InputError) as caught:
        paper.read()
    assert caught.value.reason_ja == (
        "文字情報のないPDFです（スキャン画像と思われます）。"
        "OCRをかけるか、元のWord文書を指定してください。"
    )


def test_without_the_extra_the_error_names_it(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(AligncheckerError) as caught:
        read_pdf(paper.path)
    assert "pip install 'alignchecker[pdf]'" in caught.value.ja


def unreadable(monkeypatch: pytest.MonkeyPatch, characters: str) -> None:
    """As if the font said nothing about these characters."""
    plain = PDFCIDFont.to_unichr

    def to_unichr(font: PDFCIDFont, cid: int) -> str:
        text = plain(font, cid)
        if text in characters:
            raise PDFUnicodeNotDefined(None, cid)
        return text

    monkeypatch.setattr(PDFCIDFont, "to_unichr", to_unichr)


def test_characters_without_meaning_are_counted(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable(monkeypatch, "誰")
    paper.wrap(100, SENTENCES)
    content = paper.read()
    assert texts(content) == [SENTENCES.replace("誰", "〓")]
    assert codes(content) == [("pdf-unreadable-font", ("1",))]


def test_mostly_meaningless_characters_are_an_error(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable(monkeypatch, "青葉市地域")
    paper.put(100, "青葉市地域福祉計画")
    with pytest.raises(InputError) as caught:
        paper.read()
    assert "対応表がないフォント" in caught.value.ja


# Harm


def test_a_damaged_page_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    pages = b"<< /Type /Pages /Count 2 /Kids [3 0 R 6 0 R] >>"
    broken = PAGE.replace(b"/Contents 4 0 R", b"/Contents 7 0 R")
    harm = stream(b"\0\1\2", b"/Filter /DCTDecode")
    path = raw_pdf(tmp_path / "a.pdf", CATALOGUE, pages, PAGE, stream(HELLO), FONT, broken, harm)
    content = read_pdf(path)
    assert texts(content) == ["Plan"]
    assert codes(content) == [("pdf-pages-damaged", ("2",))]


def too_much(path: Path) -> None:
    assert "内容が多すぎる" in error_of(path).ja


def test_a_stream_that_inflates_without_end_is_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(b" " * (limits.MAX_STREAM + 10), 9)
    contents = stream(bomb, b"/Filter /FlateDecode")
    too_much(raw_pdf(tmp_path / "a.pdf", CATALOGUE, PAGES, PAGE, contents, FONT))
    twice = stream(zlib.compress(bomb), b"/Filter [/FlateDecode /FlateDecode]")
    too_much(raw_pdf(tmp_path / "b.pdf", CATALOGUE, PAGES, PAGE, twice, FONT))


def test_a_cross_reference_that_inflates_without_end_is_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(b" " * (limits.MAX_STREAM + 10), 9)
    table = stream(
        bomb,
        b"/Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode",
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n" + table + b"\nendobj\nstartxref\n9\n%%EOF\n")
    too_much(path)


def test_damaged_compression_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    packed = zlib.compress(HELLO + b" " * 200_000, 0)
    contents = stream(packed[:-60_000], b"/Filter /FlateDecode")
    path = raw_pdf(tmp_path / "a.pdf", CATALOGUE, PAGES, PAGE, contents, FONT)
    assert texts(read_pdf(path)) == ["Plan"]


def test_forms_within_forms_end(tmp_path: Path) -> None:
    """Each of 30 forms draws the next one ten times."""
    forms = [
        stream(
            b"/N Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            b" /Resources << /XObject << /N %d 0 R >> >>" % (number + 1),
        )
        for number in range(6, 36)
    ]
    last = stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    contents = stream(b"/X Do")
    path = raw_pdf(tmp_path / "a.pdf", CATALOGUE, PAGES, PAGE, contents, FONT, *forms, last)
    too_much(path)


@pytest.mark.parametrize(
    ("number", "body"),
    [
        (2, b"2 0 R"),
        (3, b"3 0 R"),
        (4, b"4 0 R"),
        (5, b"5 0 R"),
        (2, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        (4, b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
        (3, PAGE.replace(b"[0 0 595 842]", b"[0 0 1e400 842]")),
        (3, PAGE.replace(b"[0 0 595 842]", b"[0 0 0 0]")),
        (3, PAGE.replace(b"/Contents", b"/Rotate 7 /Contents")),
        (5, b"<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] >>"),
        (4, stream(b"BT /F 1e99 Tf 1e99 0 0 1e99 0 0 Tm (Plan) Tj ET" * 3)),
        (4, stream(b"[" * 50_000 + HELLO)),
        (4, stream(b"q " * 50_000 + HELLO)),
        (4, stream(b"0 0 m 1e99 1e99 l S 1 2 m nan 3 l S " + HELLO)),
    ],
)
def test_objects_in_a_circle_and_wild_numbers_end(tmp_path: Path, number: int, body: bytes) -> None:
    objects = [CATALOGUE, PAGES, PAGE, stream(HELLO), FONT]
    objects[number - 1] = body
    path = raw_pdf(tmp_path / "a.pdf", *objects)
    assert outcome(path) in ("Plan", "", "ください。")


def test_fonts_with_endless_ranges_are_refused(tmp_path: Path) -> None:
    kind = b"/Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A)"
    cid = kind + b" /Ordering (B) >> /FontDescriptor << >>"
    for extra in (b"/W [0 4000000000 500]", b"/W2 [0 4000000000 1 2 3]"):
        font = b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< "
        font += cid + b" " + extra + b" >>] >>"
        path = raw_pdf(tmp_path / "a.pdf", CATALOGUE, PAGES, PAGE, stream(HELLO), font)
        too_much(path)
    table = stream(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")
    font = FONT.replace(b">>", b"/ToUnicode 6 0 R >>")
    too_much(raw_pdf(tmp_path / "b.pdf", CATALOGUE, PAGES, PAGE, stream(HELLO), font, table))


def test_too_many_pages_and_characters_are_refused(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.wrap(100, SENTENCES)
    paper.turn()
    paper.wrap(100, SENTENCES)
    paper.read()
    with monkeypatch.context() as patch:
        patch.setattr(pages, "MAX_PAGES", 1)
        too_much(paper.path)
    with monkeypatch.context() as patch:
        patch.setattr(device, "MAX_GLYPHS", 100)
        too_much(paper.path)


def test_nothing_is_written_to_the_screen(
    paper: Paper, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    logging.getLogger("pdfminer").setLevel(logging.WARNING)
    paper.wrap(100, SENTENCES)
    paper.read()
    page = PAGE.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0]")
    read_pdf(raw_pdf(tmp_path / "a.pdf", CATALOGUE, PAGES, page, stream(HELLO), FONT))
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pdfminer").level == logging.WARNING
