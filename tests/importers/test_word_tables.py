"""Tables of Word files: merged cells, gaps, frames, tables in tables, places."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignchecker.importers.word import document
from alignchecker.model.errors import InputError
from alignchecker.reading.content import Paragraph, Table
from tests.importers.word_files import OLD_BOX, p, read, run, styled, tables, tbl, tc, texts, tr


def test_merged_cells_are_one_object_and_places_are_named(tmp_path: Path) -> None:
    span, start = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    table = tbl(
        tr(tc("指標", start), tc("値", span), properties="<w:tblHeader/>"),
        tr(tc("", "<w:vMerge/>"), tc("現状"), tc("目標"), properties="<w:tblHeader/>"),
        tr(tc("参加者"), tc("10"), tc("20")),
    )
    content = read(tmp_path, p("前") + p() + table)
    (found,) = (block for block in content.blocks if isinstance(block, Table))
    rows = found.rows
    assert tables(content) == [
        [["指標", "値", "値"], ["指標", "現状", "目標"], ["参加者", "10", "20"]]
    ]
    assert rows[0][0] is rows[1][0]
    assert rows[0][1] is rows[0][2]
    assert found.header_rows == 2
    places = {c.text: (c.place.line, c.place.sheet, c.place.cell) for row in rows for c in row}
    assert places["指標"] == (3, "表1", "A1")
    assert places["値"] == (4, "表1", "B1")
    assert places["目標"] == (7, "表1", "C2")
    assert places["20"] == (10, "表1", "C3")
    assert {cell.place.file for row in rows for cell in row} == {"計画.docx"}


def test_merges_that_do_not_fit_leave_the_cells_apart(tmp_path: Path) -> None:
    goes_on = '<w:vMerge w:val="continue"/>'
    table = tbl(
        tr(tc("a", goes_on), tc("b")),
        tr(tc("c"), tc("d", goes_on), tc("e", goes_on)),
        tr(tc("f", goes_on), tc("g", "<w:vMerge/>"), tc("h", "<w:vMerge/>")),
    )
    assert tables(read(tmp_path, table)) == [[["a", "b", ""], ["c", "d", "e"], ["f", "d", "e"]]]


def test_what_a_merged_cell_covers_is_not_printed(tmp_path: Path) -> None:
    covered = tc(p("下") + tbl(tr(tc("x"), tc("y"))), "<w:vMerge/>")
    table = tbl(tr(tc("上", '<w:vMerge w:val="restart"/>'), tc("a")), tr(covered, tc("b")))
    content = read(tmp_path, table)
    assert tables(content) == [[["上", "a"], ["上", "b"]]]
    (found,) = (block for block in content.blocks if isinstance(block, Table))
    assert [row[1].place.line for row in found.rows] == [2, 6]


def test_a_cell_without_a_paragraph_stands_where_its_table_begins(tmp_path: Path) -> None:
    content = read(tmp_path, p("前") + tbl(tr("<w:tc/>", tc("a"))))
    (found,) = (block for block in content.blocks if isinstance(block, Table))
    assert [(cell.text, cell.place.line) for cell in found.rows[0]] == [("", 2), ("a", 2)]


def test_all_tables_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_MAX_PLACES", 8)
    table = tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d")))
    assert len(tables(read(tmp_path, table * 2))) == 2
    with pytest.raises(InputError, match="too large"):
        read(tmp_path, table * 3)


def test_old_horizontal_merges(tmp_path: Path) -> None:
    first, second = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    table = tbl(tr(tc("a", first), tc("", second)), tr(tc("b"), tc("c")))
    assert tables(read(tmp_path, table)) == [[["a", "a"], ["b", "c"]]]


def test_gaps_and_columns_that_no_row_parts(tmp_path: Path) -> None:
    two = '<w:gridSpan w:val="2"/>'
    table = tbl(
        tr(tc("a", two), tc("b"), tc("c")),
        tr(tc("d"), properties='<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'),
        tr(tc("e", two)),
    )
    content = read(tmp_path, table)
    assert tables(content) == [[["a", "b", "c"], ["", "d", ""], ["e", "", ""]]]
    (found,) = (block for block in content.blocks if isinstance(block, Table))
    assert [cell.place.cell for cell in found.rows[1]] == ["A2", "B2", "C2"]


def test_header_rows_lead_and_do_not_fill_the_table(tmp_path: Path) -> None:
    header = "<w:tblHeader/>"
    row, head = tr(tc("a"), tc("b")), tr(tc("a"), tc("b"), properties=header)
    off = tr(tc("a"), tc("b"), properties='<w:tblHeader w:val="0"/>')
    body = "<w:p/>".join(
        tbl(*rows) for rows in ((head, row, head), (row, head), (head, head), (off, row))
    )
    found = [block for block in read(tmp_path, body).blocks if isinstance(block, Table)]
    assert [table.header_rows for table in found] == [1, 0, 0, 0]
    assert [table.rows[0][0].place.sheet for table in found] == ["表1", "表2", "表3", "表4"]


def test_a_table_in_a_cell_follows_its_table(tmp_path: Path) -> None:
    inner = tbl(tr(tc("内1"), tc("内2")))
    body = tbl(tr(tc("外1"), tc(p("外2") + inner + p()))) + tbl(tr(tc("次"), tc("表")))
    content = read(tmp_path, body)
    assert tables(content) == [[["外1", "外2"]], [["内1", "内2"]], [["次", "表"]]]
    places = [b.rows[0][1].place for b in content.blocks if isinstance(b, Table)]
    assert [(place.sheet, place.cell, place.line) for place in places] == [
        ("表1", "B1", 2),
        ("表1", "B1", 4),
        ("表2", "B1", 7),
    ]


def test_a_frame_gives_way_to_what_it_frames(tmp_path: Path) -> None:
    inner = tbl(tr(tc("a"), tc("b")))
    frame = tbl(tr(tc(p("前") + inner + p("後"))))
    heading = tbl(tr(tc(styled("1", "基本目標1") + p("説明"))), tr(tc("二段目")))
    content = read(tmp_path, frame + heading + tbl(tr(tc("囲み"))))
    assert texts(content) == ["前", "後", "基本目標1", "説明", "二段目"]
    assert tables(content) == [[["a", "b"]], [["囲み"]]]
    depths = {b.text: b.depth for b in content.blocks if isinstance(b, Paragraph)}
    assert depths["基本目標1"] == 1
    assert isinstance(content.blocks[1], Table)
    assert content.blocks[1].rows[0][0].place.sheet == "表1"


def test_paragraphs_and_text_boxes_of_a_cell(tmp_path: Path) -> None:
    boxed = p(f"{run('一')}<w:r>{OLD_BOX.format(p('枠'))}</w:r>") + p() + p("二")
    content = read(tmp_path, tbl(tr(tc(boxed), tc("x"))))
    assert tables(content) == [[["一\n二", "x"]]]
    assert texts(content) == ["枠"]


def test_absurd_spans_and_deep_tables_are_read(tmp_path: Path) -> None:
    wide = tbl(tr(tc("a", f'<w:gridSpan w:val="{"9" * 5000}"/>'), tc("b")), tr(tc("c"), tc("d")))
    wider = tbl(tr(tc("a", '<w:gridSpan w:val="999999999"/>')), tr(tc("c"), tc("d")))
    assert tables(read(tmp_path, wide))[0] == [["a", "b"], ["c", "d"]]
    assert tables(read(tmp_path, wider))[0][0] == ["a", "a", "a"]
    deep = p("底")
    for _ in range(60):
        deep = tbl(tr(tc(deep), tc("横")))
    assert len(tables(read(tmp_path, deep))) == 60
