"""Word files are read as they print."""

from __future__ import annotations

import hashlib
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignchecker.importers.word.document import read_word
from alignchecker.lang.import_warnings import warning_text
from alignchecker.model.errors import InputError
from alignchecker.reading.content import Paragraph
from tests.importers.word_files import (
    OLD_BOX,
    STYLES,
    p,
    read,
    run,
    styled,
    tables,
    tbl,
    tc,
    texts,
    tr,
    write_word,
)


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    return f"{mark('begin')}{code(instruction)}{mark('separate')}{result}{mark('end')}"


def test_headings_by_outline_level_name_and_inheritance(tmp_path: Path) -> None:
    names = ["1", "x2", "own", "flat", "t", "a", "unknown", "r1"]
    body = "".join(styled(name, name) for name in names)
    body += p("直接", '<w:outlineLvl w:val="2"/>') + p("本文", '<w:outlineLvl w:val="9"/>')
    blocks = read(tmp_path, body).blocks
    assert [block.depth for block in blocks if isinstance(block, Paragraph)] == [
        1, 2, 2, None, None, None, None, None, 3, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a　b\nc"),
        ("<w:r><w:t>a\nb\tc</w:t></w:r>", "a b c"),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/></w:r>", "1-2"),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>はぐく</w:t></w:r></w:rt><w:rubyBase>"
            f"{run('育')}</w:rubyBase></w:ruby></w:r>{run('む')}",
            "育む",
        ),
        (f"{run('残')}<w:del>{run('旧')}</w:del><w:ins>{run('新')}</w:ins>", "残新"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (f"{run('見')}{run('隠', '<w:vanish/>')}", "見"),
        (run("見", '<w:vanish w:val="0"/>'), "見"),
        (run("見") + run("隠", '<w:rStyle w:val="gone"/>'), "見"),
        (field(" PAGEREF x ", run("12")), "12"),
        (field(f" IF {field('DATE', run('今日'))} ", run("結果")), "結果"),
        (f'<w:fldSimple w:instr=" REF x ">{run("図1")}</w:fldSimple>', "図1"),
        (f'{run("図")}<w:fldSimple w:instr="TOC \\o">{run("目")}</w:fldSimple>', "図"),
        (mark("begin") + code(r"eq \o\ac(○") + code(",秘)") + mark("end"), "秘"),
        (mark("begin") + code(r"EQ \* jc2 \o\ad(\s\up 9(わか),若)") + mark("end"), "若"),
        (f"<w:hyperlink>{run('市')}</w:hyperlink><w:smartTag>{run('民')}</w:smartTag>", "市民"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('欄')}</w:sdtContent></w:sdt>", "欄"),
        (
            f"{run('欄')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{run('ここをクリック')}</w:sdtContent></w:sdt>",
            "欄",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06E"/></w:r>', "■"),
        ('<w:r><w:sym w:font="ＭＳ 明朝" w:char="2460"/></w:r>', "①"),
        (f'{run("a")}<w:r><w:sym w:font="外字" w:char="F8F0"/><w:sym w:char="D800"/></w:r>', "a"),
        (f'{run("a")}<w:r><w:sym w:char="x"/><w:sym w:char="{"F" * 99}"/></w:r>', "a"),
        (f'{run("注")}<w:r><w:footnoteReference w:id="1"/></w:r>', "注"),
        (f'{run("注")}<w:r><w:commentReference w:id="1"/></w:r>', "注"),
        (f"{run('隠', '<w:vanish/>')}<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>", "a"),
        ("<m:oMath><m:r><m:t>a÷b</m:t></m:r></m:oMath>", "a÷b"),
    ],
)
def test_runs_are_read_as_printed(tmp_path: Path, runs: str, text: str) -> None:
    assert texts(read(tmp_path, p(runs))) == [text]


def test_hidden_paragraphs_are_left_out(tmp_path: Path) -> None:
    shown = p(run("見", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="secret"/>')
    assert texts(read(tmp_path, p("上") + styled("secret", "覚え書き") + shown)) == ["上", "見"]


def test_tracked_changes_are_counted_once_and_accepted(tmp_path: Path) -> None:
    change = f"<w:ins>{run('加')}</w:ins><w:del>{run('削')}</w:del>"
    content = read(tmp_path, p(run("本文") + change + f"<w:moveTo>{run('移')}</w:moveTo>"))
    (warning,) = content.unread
    assert (warning.code, warning.arguments) == ("tracked-changes", ("2", "1"))
    assert "挿入2か所、削除1か所" in warning_text(warning.code, warning.arguments, "ja")
    assert read(tmp_path, p("本文")).unread == ()


def test_a_deleted_paragraph_mark_joins_the_next_paragraph(tmp_path: Path) -> None:
    ended = "<w:rPr><w:del/></w:rPr>"
    body = p("施策", ended) + p(f"<w:del>{run('x')}</w:del>", ended) + styled("1", "の推進")
    table = tbl(tr(tc("表"), tc("の")))
    content = read(tmp_path, body + p("表の前", ended) + table + p("終わり", ended))
    blocks = [block for block in content.blocks if isinstance(block, Paragraph)]
    assert [(b.text, b.depth, b.place.line) for b in blocks] == [
        ("施策の推進", 1, 3),
        ("表の前", None, 4),
        ("終わり", None, 7),
    ]


def test_deleted_rows_are_left_out(tmp_path: Path) -> None:
    rows = tr(tc("旧"), tc("x"), properties="<w:del/>") + tr(tc("新"), tc("y"))
    content = read(tmp_path, tbl(rows) + tbl(tr(tc("全"), tc("部"), properties="<w:del/>")))
    assert tables(content) == [[["新", "y"]]]


BOX = "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>"
EITHER = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{0}</w:drawing></mc:Choice>'
    "<mc:Fallback>{1}</mc:Fallback></mc:AlternateContent>"
)


def test_text_boxes_follow_the_paragraph_they_are_anchored_in(tmp_path: Path) -> None:
    inside = styled("1", "枠の見出し") + p("枠")
    both = EITHER.format(BOX.format(inside), OLD_BOX.format(inside))
    old = OLD_BOX.format(p("旧枠") + tbl(tr(tc("a"), tc("b"))))
    body = p(f"{run('本文')}<w:r>{both}</w:r>{run('続き')}") + p(f"<w:r>{old}</w:r>") + p("後")
    content = read(tmp_path, body)
    found = [(b.text, b.depth, b.place.line) for b in content.blocks if isinstance(b, Paragraph)]
    assert found == [
        ("本文続き", None, 1),
        ("枠の見出し", 1, 1),
        ("枠", None, 1),
        ("旧枠", None, 2),
        ("後", None, 3),
    ]
    assert tables(content) == [[["a", "b"]]]


def test_the_older_drawing_is_read_where_it_is_the_only_one(tmp_path: Path) -> None:
    alone = f"<mc:AlternateContent><mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent>"
    assert texts(read(tmp_path, p(f"{run('本文')}{alone}"))) == ["本文旧"]


def test_the_newer_drawing_is_read_where_the_two_differ(tmp_path: Path) -> None:
    both = EITHER.format(BOX.format(p("新")), OLD_BOX.format(p("旧")))
    assert texts(read(tmp_path, p(f"{run('本文')}<w:r>{both}</w:r>"))) == ["本文", "新"]


def test_text_boxes_in_hidden_runs_are_hidden(tmp_path: Path) -> None:
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{OLD_BOX.format(p('枠'))}</w:r>"
    assert texts(read(tmp_path, p(run("本文") + hidden))) == ["本文"]


def test_changes_within_alternatives_count_once(tmp_path: Path) -> None:
    inside = p(f"<w:ins>{run('加')}</w:ins>")
    both = EITHER.format(BOX.format(inside), OLD_BOX.format(inside))
    assert read(tmp_path, p(f"<w:r>{both}</w:r>")).unread[0].arguments == ("1", "0")


def test_tables_of_contents_are_left_out_but_for_their_title(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    entries = p(mark("begin") + code(r" TOC \o ") + mark("separate") + run("第1章 1"))
    entries += p("第2章 9") + p(mark("end") + run("直後"))
    body = control.format(styled("th", "目次") + p("第1章 … 3")) + styled("11", "第1章 3")
    content = read(tmp_path, body + entries + p("本文"))
    assert texts(content) == ["目次", "直後", "本文"]
    assert next(block.depth for block in content.blocks if isinstance(block, Paragraph)) is None


def test_a_field_without_end_does_not_swallow_the_document(tmp_path: Path) -> None:
    body = p(f"{run('前')}{mark('begin')}{code(' TOC ')}{mark('separate')}{run('目次')}")
    assert texts(read(tmp_path, body + p("本文"))) == ["前", "本文"]
    assert texts(read(tmp_path, p(f"{mark('end')}{mark('separate')}{run('前')}"))) == ["前"]
    twice = mark("begin") + mark("separate") * 2 + run("果") + mark("end")
    assert texts(
        read(tmp_path, p(twice + mark("begin") + run("式") + mark("end") + run("後")))
    ) == ["果後"]


def test_block_controls_are_read_and_empty_forms_are_not(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    table = tbl(control.format("", tr(tc("a"), control.format("", tc("b")))))
    body = control.format("", p("欄") + table) + control.format("<w:showingPlcHdr/>", p("入力"))
    content = read(tmp_path, body + f"<w:customXml>{p('中')}</w:customXml>")
    assert texts(content) == ["欄", "中"]
    assert tables(content) == [[["a", "b"]]]
    asked = p(run("入力", '<w:rStyle w:val="ask"/>'))
    form = tbl(tr(tc("a"), control.format("<w:showingPlcHdr/>", tc(asked)), tc("c")))
    assert tables(read(tmp_path, form)) == [[["a", "", "c"]]]


def test_strict_files_are_read(tmp_path: Path) -> None:
    body = styled("1", "第1章") + tbl(tr(tc("a", '<w:gridSpan w:val="2"/>')), tr(tc("b"), tc("c")))
    usual = read_word(write_word(tmp_path / "plan.docx", body, styles=STYLES))
    path = write_word(tmp_path / "plan.docx", body, styles=STYLES, is_strict=True)
    assert read_word(path).blocks == usual.blocks
    assert isinstance(usual.blocks[0], Paragraph)
    assert usual.blocks[0].depth == 1


def test_text_that_other_programs_hold_is_named(tmp_path: Path) -> None:
    objects = (
        "<w:r><w:drawing><dgm:relIds/></w:drawing></w:r>"
        '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    )
    (warning,) = read(tmp_path, p(run("本文") + objects) + "<w:altChunk/>").unread
    assert (warning.code, warning.arguments) == ("embedded-text-unread", ("3",))


def test_hash_and_file_name_and_no_claim_of_origin(tmp_path: Path) -> None:
    content = read(tmp_path, p("本文"))
    data = (tmp_path / "計画.docx").read_bytes()
    assert content.sha256 == hashlib.sha256(data).hexdigest()
    assert (content.file, content.capture) == ("計画.docx", None)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "ファイルが空です"),
        (p() + p("　"), "ファイルが空です"),
        (tbl(tr(tc(""), tc(""))), "ファイルが空です"),
        (tbl(), "ファイルが空です"),
        (tbl(tr()), "ファイルが空です"),
        (p("<w:r><w:drawing/></w:r>"), "画像だけ"),
        (tbl(tr(tc("<w:p><w:r><w:pict/></w:r></w:p>"), tc(""))), "画像だけ"),
        (p("<w:del><w:r><w:t>旧</w:t></w:r></w:del>"), "ファイルが空です"),
        (tbl(*[tr(tc("a", '<w:gridSpan w:val="63"/>'))] * 32_000), "大きすぎます"),
        (tbl(tr(*[tc("a", '<w:gridSpan w:val="63"/>')] * 33_000)), "大きすぎます"),
        (p("<w:r>" * 300 + "</w:r>" * 300), "壊れています"),
    ],
)
def test_what_cannot_be_read_is_explained(tmp_path: Path, body: str, words: str) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, body)
    assert words in error.value.ja
    assert error.value.ja.endswith("ください。")
    assert error.value.en.endswith(".")


@pytest.mark.parametrize("xml", [b"", b"<a/>", b"<!DOCTYPE a><a/>", b"not xml"])
def test_a_main_part_that_is_no_document(tmp_path: Path, xml: bytes) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml)
    with pytest.raises(InputError):
        read_word(path)


@pytest.mark.parametrize(
    "body",
    [
        p(mark("begin") * 200_000 + run("x")),
        p(mark("begin") + code("x" * 9) * 200_000 + mark("end") + run("x")),
        p("x", "<w:rPr><w:del/></w:rPr>") * 100_000 + p("x"),
    ],
)
def test_long_documents_take_no_longer_than_their_length(tmp_path: Path, body: str) -> None:
    start = time.process_time()
    read(tmp_path, p("前") + body)
    assert time.process_time() - start < 20


WORDS = st.text(st.sampled_from("基本目標施策支え合う12０(①）・。 　\n\t"), max_size=12)
CELLS = st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(WORDS, CELLS), max_size=8))
def test_what_python_docx_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[str | list[list[str]]]
) -> None:
    document = docx.Document()
    expected: list[str | list[list[str]]] = []
    for block in [*blocks, "終"]:
        if isinstance(block, str):
            document.add_paragraph(block)
            expected += [block.replace("\t", "　").strip()] if block.strip() else []
            continue
        table = document.add_table(len(block), 2)
        for cells, row in zip(block, table.rows, strict=True):
            for text, cell in zip(cells, row.cells, strict=True):
                cell.text = text
        expected.append([[t.replace("\t", "　").strip() for t in cells] for cells in block])
    path = tmp_path_factory.getbasetemp() / "property.docx"
    document.save(str(path))
    content = read_word(path)
    got = [
        b.text if isinstance(b, Paragraph) else [[c.text for c in row] for row in b.rows]
        for b in content.blocks
    ]
    assert got == expected
    assert read_word(path) == content
    lines = [b.place.line for b in content.blocks if isinstance(b, Paragraph)]
    written = list(document.element.body.iter("{*}p"))
    assert lines[-1] == len(written)
