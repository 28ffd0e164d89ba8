"""Comments in Word files: at the paragraph that the report names, and nothing else is touched."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from alignchecker.importers.packages import open_package
from alignchecker.importers.word.document import WORD_MAIN, read_word
from alignchecker.importers.word.xml import P, w
from alignchecker.model.errors import InputError
from alignchecker.model.finding import Location
from alignchecker.model.severity import Severity
from alignchecker.reading.content import Paragraph, Table
from alignchecker.reports.annotated.copying import Copy
from alignchecker.reports.annotated.remarks import Remark
from alignchecker.reports.annotated.word import annotate
from tests.importers.word_files import OLD_BOX, STRICT, STYLES, p, run, tbl, tc, tr, write_word
from tests.reports.annotated.documents import (
    annotated,
    assert_members_kept,
    edited,
    finding,
    members,
    moved,
    report_on,
    word_plan,
)

MAIN, COMMENTS = "word/document.xml", "word/comments.xml"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
MARKS = re.compile(
    rb'<w:commentRange(?:Start|End) w:id="([0-9]+)"/>'
    rb'|<w:r><w:commentReference w:id="([0-9]+)"/></w:r>'
)


def marked(data: bytes) -> dict[str, list[str]]:
    """The texts of comments by the text of the paragraph around which their marks stand."""
    parts = members(data)
    main, comments = etree.fromstring(parts[MAIN]), etree.fromstring(parts[COMMENTS])
    said = {
        comment.get(w("id")): "\n".join(q.findtext(f".//{w('t')}", "") for q in comment.iter(P))
        for comment in comments
    }
    found: dict[str, list[str]] = {}
    for start in main.iter(w("commentRangeStart")):
        paragraph = start.getparent()
        assert paragraph is not None
        name = start.get(w("id"))
        after = list(paragraph.iter(w("commentRangeEnd"), w("commentReference")))
        assert [e.get(w("id")) for e in after].count(name) == 2
        text = "".join(t.text or "" for t in paragraph.iter(w("t")))
        found.setdefault(text, []).append(said[name])
    return found


def without_marks(data: bytes, first: int) -> bytes:
    """A document without the marks of comments from an id on."""
    return MARKS.sub(lambda m: m[0] if int(m[1] or m[2]) < first else b"", data)


def made(path: Path, *blocks: str, is_strict: bool = False) -> Path:
    """A Word file, with the types of its parts."""
    write_word(path, "".join(blocks), styles=STYLES, is_strict=is_strict)
    return edited(path, {TYPES: _TYPES})


def test_findings_stand_where_the_check_says(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx")
    report = report_on(path)
    found = marked(annotated(report))
    target = finding(report, "target-worse-than-baseline")
    assert target.locations[0].cell == "A2"
    (text,) = found["受診率"]
    assert text.startswith("【要確認】指標「受診率」の目標値90％は、現状値95％より後退しています")
    assert "\n根拠: 現状値95％" in text
    assert "\n対応案: " in text
    assert text.endswith("\n規則: target-worse-than-baseline")
    assert "ここが該当します: 相談件数" in found["相談件数"][0]
    assert any("該当する項目: 子育て支援" in text for text in found["青葉市こども計画"])
    assert "ここが該当します: 子育て支援" in found["施策1-2　子育て支援"][0]


def test_all_else_is_as_it_was(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx")
    before, after = path.read_bytes(), annotated(report_on(path))
    assert_members_kept(before, after, {MAIN, TYPES, RELATIONS}, {COMMENTS})
    was, now = members(before), members(after)
    assert without_marks(now[MAIN], 0) == was[MAIN]
    override = rb'<Override PartName="/word/comments.xml" ContentType="[^"]+comments\+xml"/>'
    assert re.sub(override, b"", now[TYPES]) == was[TYPES]
    relation = rb'<Relationship Id="rId[0-9]+" Type="[^"]+/comments" Target="/word/comments.xml"/>'
    assert re.sub(relation, b"", now[RELATIONS]) == was[RELATIONS]
    assert annotated(report_on(path)) == after, "the same file, byte for byte"


def test_comments_of_others_stay(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx", comments=["確認済み", "期間は？"])
    before, after = path.read_bytes(), annotated(report_on(path))
    assert_members_kept(before, after, {MAIN, COMMENTS}, set())
    was, now = members(before), members(after)
    assert without_marks(now[MAIN], 2) == was[MAIN]
    ours = re.compile(rb'<w:comment w:id="[0-9]+" w:author="alignchecker".*?</w:comment>', re.S)
    assert ours.sub(b"", now[COMMENTS]) == was[COMMENTS]
    comments = list(docx.Document(io.BytesIO(after)).comments)
    assert [c.text for c in comments[:2]] == ["確認済み", "期間は？"]
    assert len({c.comment_id for c in comments}) == len(comments) > 2
    assert {(c.author, c.initials) for c in comments[2:]} == {("alignchecker", "ac")}
    assert {str(c.timestamp) for c in comments[2:]} == {"2026-11-22 00:00:00+00:00"}


def test_the_annotated_plan_reads_as_the_plan(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx")
    blocks = read_word(path).blocks
    path.write_bytes(annotated(report_on(path)))
    assert read_word(path).blocks == blocks


def test_what_has_no_place_stands_first_and_says_so(tmp_path: Path) -> None:
    report = report_on(word_plan(tmp_path / "計画.docx"))
    shown = report.inputs[0].path
    for places, words in {
        (): "（文書全体についての指摘です）",
        (Location(shown),): "（文書全体についての指摘です）",
        (Location(shown, line=9999),): "9999段落目 についての指摘です",
        (Location("前の計画.xlsx", sheet="体系", cell="B3"),): "体系シート B3 についての指摘です",
    }.items():
        (text,) = marked(annotated(moved(report, *places)))["青葉市こども計画"]
        assert words in text.split("\n")[0]
    assert "文書全体" not in str(marked(annotated(moved(report, Location(shown, line=2)))))


def test_a_paragraph_takes_as_many_as_one_can_read(tmp_path: Path) -> None:
    report = report_on(word_plan(tmp_path / "計画.docx"))
    place = Location(report.inputs[0].path, line=2)
    (texts,) = marked(annotated(moved(report, place, times=100))).values()
    assert len(texts) == 31
    assert "70件" in texts[-1]
    (texts,) = marked(annotated(moved(report, place, replace(place, cell="A1")))).values()
    assert len(texts) == 1, "two places that fall together"


BOX = "<w:r>" + OLD_BOX.format(p("箱の中")) + "</w:r>"
INSERTED = f'<w:ins w:id="7" w:author="a">{run("挿入した文")}</w:ins>'
CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('差し込み')}</w:sdtContent></w:sdt>"
CHOICE = (
    f'<mc:AlternateContent><mc:Choice Requires="wps">{p("新しい形")}</mc:Choice>'
    f"<mc:Fallback>{p('古い形')}</mc:Fallback></mc:AlternateContent>"
)
INNER = tbl(tr(tc("入れ子の左"), tc("入れ子の右")))
MERGED = tr(tc("縦", '<w:vMerge w:val="restart"/>'), tc("右"))
BELOW = tr(tc("", "<w:vMerge/>"), tc(f"{p('下')}{INNER}{p('後')}"))
DELETED = "<w:del w:id='3'><w:r><w:delText>消した文</w:delText></w:r></w:del>"
MARK_GONE = "<w:rPr><w:del w:id='4'/></w:rPr>"


AROUND = {"箱の中": "箱の前箱の中", "箱の前": "箱の前箱の中", "つながる続き": "続き"}
"""Of texts that stand in a paragraph with more or less text."""


def remarked(path: Path, *said: Remark) -> bytes:
    """The file with some remarks in it."""
    with open_package(path, WORD_MAIN) as package:
        copy = Copy(package)
        annotate(copy, said, None, "ja")
        return copy.to_bytes()


def transitional(data: bytes) -> bytes:
    """A file with the usual namespaces in place of the strict ones."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in members(data).items():
            text = part.decode()
            for usual, strict in STRICT.items():
                text = text.replace(strict, usual)
            archive.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize("is_strict", [False, True])
def test_every_paragraph_is_counted_as_it_is_read(tmp_path: Path, is_strict: bool) -> None:
    """Whatever wraps a paragraph, its comment stands around the paragraph with its text."""
    path = made(
        tmp_path / "計画.docx",
        p("初め"), p(), p(run("箱の前") + BOX), p(INSERTED), CONTROL, CHOICE, p(DELETED),
        p("つながる", MARK_GONE), p("続き"), tbl(MERGED, BELOW), p("終わり"),
        is_strict=is_strict,
    )  # fmt: skip
    blocks = read_word(path).blocks
    cells = [cell for b in blocks if isinstance(b, Table) for row in b.rows for cell in row]
    places = {cell.text.split("\n")[0]: cell.place for cell in cells}
    places |= {block.text: block.place for block in blocks if isinstance(block, Paragraph)}
    assert {*AROUND, "挿入した文", "差し込み", "新しい形", "入れ子の右", "下"} <= set(places)
    said = [
        Remark(Location(str(path), at.line, sheet=at.sheet, cell=at.cell), Severity.INFO, text)
        for text, at in places.items()
    ]
    found = marked(transitional(remarked(path, *said)))
    around = {text: paragraph for paragraph, texts in found.items() for text in texts}
    assert around == {text: AROUND.get(text, text) for text in places}


def test_an_empty_paragraph_and_one_without_properties(tmp_path: Path) -> None:
    path = made(tmp_path / "計画.docx", "<w:p/>", '<w:p w:rsidR="a>b"></w:p>', p("本文"))
    for line in (1, 2):
        remark = Remark(Location(str(path), line), Severity.INFO, "指摘")
        assert marked(remarked(path, remark)) == {"": ["指摘"]}


def test_ids_stand_above_those_there_are(tmp_path: Path) -> None:
    body = p(f'<w:commentRangeStart w:id="41"/>{run("本文")}<w:commentRangeEnd w:id="41"/>')
    hostile = p(f'<w:commentRangeStart w:id="99999999999999"/>{run("次")}')
    path = made(tmp_path / "計画.docx", body, hostile)
    data = remarked(path, Remark(None, Severity.INFO, "指摘"))
    comments = etree.fromstring(members(data)[COMMENTS])
    assert [comment.get(w("id")) for comment in comments] == ["42"]


def test_folders_and_entries_that_are_no_parts_stay(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx")
    edited(path, {"word/media/": b"", "/": b"", "\\": b"", "word\\自作.bin": b"x" * 9})
    report = report_on(path)
    assert_members_kept(path.read_bytes(), annotated(report), {MAIN, TYPES, RELATIONS}, {COMMENTS})


def test_signed_documents_are_refused(tmp_path: Path) -> None:
    path = word_plan(tmp_path / "計画.docx")
    report = report_on(path)
    edited(path, {"_xmlsignatures/origin.sigs": b""})
    with pytest.raises(InputError) as caught:
        annotated(report)
    assert "電子署名" in caught.value.ja
    assert "signature" in caught.value.en
