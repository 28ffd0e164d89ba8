"""Tables of PDF files: merged cells, tables over the end of a page, frames."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pdfplumber")
pytest.importorskip("reportlab")

from alignchecker.reading.content import Content, Paragraph, Table
from tests.importers.pdf_paper import HEIGHT, PITCH, SENTENCES, Paper, codes, tables, texts

XS = (60, 160, 350, 530)


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path / "plan.pdf")


def row(paper: Paper, y: float, *cells: str, xs: tuple[float, ...] = XS) -> None:
    """A row of one-line cells whose rule is at y."""
    for x, cell in zip(xs, cells, strict=False):
        paper.put(y + 14, cell, x=x + 5)


def only_table(content: Content) -> Table:
    (table,) = (block for block in content.blocks if isinstance(block, Table))
    return table


def test_a_ruled_table_gives_rows_with_places(paper: Paper) -> None:
    paper.put(80, "指標の一覧")
    paper.grid(XS, (100, 120, 140, 180))
    row(paper, 100, "施策", "指標", "目標値")
    row(paper, 120, "見守り", "見守り協力員の数", "120人")
    row(paper, 140, "相談", "相談支援の件数のうち解決に至ったも", "・80％以上")
    row(paper, 156, "", "のの割合", "・毎年度")
    paper.put(200, "表の後の文です。")
    content = paper.read()
    assert texts(content) == ["指標の一覧", "表の後の文です。"]
    table = only_table(content)
    assert tables(content)[0] == [
        ["施策", "指標", "目標値"],
        ["見守り", "見守り協力員の数", "120人"],
        ["相談", "相談支援の件数のうち解決に至ったものの割合", "・80％以上\n・毎年度"],
    ]
    place = table.rows[2][1].place
    assert (place.file, place.page, place.line) == ("plan.pdf", 1, 4)
    assert (place.sheet, place.cell) == ("表1", "B3")
    assert table.header_rows == 0


def test_a_merged_cell_is_one_object_wherever_it_covers(paper: Paper) -> None:
    paper.grid(XS, (100, 140))
    paper.rule(160, 120, 530, 120)
    paper.rule(60, 160, 530, 160)
    for x in (60, 530):
        paper.rule(x, 140, x, 160)
    row(paper, 108, "基本目標１")
    row(paper, 100, "", "施策１", "見守り")
    row(paper, 120, "", "施策２", "相談")
    row(paper, 140, "合計")
    (first, second, third) = only_table(paper.read()).rows
    assert first[0] is second[0]
    assert first[0].text == "基本目標１"
    assert first[0].place.cell == "A1"
    assert third[0] is third[1] is third[2]
    assert [cell.text for cell in second] == ["基本目標１", "施策２", "相談"]


def test_blank_cells_stay_apart(paper: Paper) -> None:
    paper.grid(XS, (100, 120, 140))
    row(paper, 100, "施策", "指標", "目標値")
    (_, blank) = only_table(paper.read()).rows
    assert [cell.text for cell in blank] == ["", "", ""]
    assert len({id(cell) for cell in blank}) == 3


def test_stacked_letters_of_a_cell_are_one_word(paper: Paper) -> None:
    paper.grid((60, 80, 300), (100, 180))
    for i, letter in enumerate("基本目標"):
        paper.put(115 + 15 * i, letter, x=65)
    paper.put(115, "見守りの推進", x=85)
    assert tables(paper.read()) == [[["基本目標", "見守りの推進"]]]


def over_page(paper: Paper, *, header: bool) -> Content:
    """A table with two rows at the end of a page and two at the top of the next."""
    for page, names in ((1, ("見守り", "相談")), (2, ("居場所", "防災"))):
        paper.put(40, "青葉市地域福祉計画", size=9)
        has_header = header or page == 1
        top = 720 if page == 1 else 80
        ys = [top + 20 * i for i in range(4 if has_header else 3)]
        paper.grid(XS, ys)
        if has_header:
            row(paper, ys[0], "施策", "指標", "目標値")
        for y, name in zip(ys[1:] if has_header else ys, names, strict=False):
            row(paper, y, name, f"{name}の件数", "10件")
        paper.put(815, str(page), x=290, size=9)
        if page == 1:
            paper.turn()
    paper.put(200, "表の後の文です。")
    return paper.read()


@pytest.mark.parametrize("header", [True, False])
def test_a_table_goes_on_over_the_page(paper: Paper, *, header: bool) -> None:
    content = over_page(paper, header=header)
    table = only_table(content)
    assert [cells[0].text for cells in table.rows] == ["施策", "見守り", "相談", "居場所", "防災"]
    assert table.header_rows == (1 if header else 0)
    assert (table.rows[4][0].place.page, table.rows[4][0].place.cell) == (2, "A5")
    assert texts(content) == ["表の後の文です。"]


def test_a_row_cut_by_the_end_of_the_page_is_one_row(paper: Paper) -> None:
    for x in XS:
        paper.rule(x, 720, x, 780)
    for y in (720, 740):
        paper.rule(XS[0], y, XS[-1], y)
    row(paper, 720, "施策", "指標", "目標値")
    row(paper, 740, "見守り", "見守り協力員の数を毎年度増やし、")
    paper.turn()
    for x in XS:
        paper.rule(x, 60, x, 120)
    for y in (80, 100, 120):
        paper.rule(XS[0], y, XS[-1], y)
    row(paper, 60, "", "地域で支える", "10人")
    row(paper, 80, "相談", "相談の件数", "20件")
    row(paper, 100, "防災", "訓練の回数", "2回")
    assert tables(paper.read()) == [
        [
            ["施策", "指標", "目標値"],
            ["見守り", "見守り協力員の数を毎年度増やし、地域で支える", "10人"],
            ["相談", "相談の件数", "20件"],
            ["防災", "訓練の回数", "2回"],
        ]
    ]


def test_a_row_cut_within_a_sentence_is_one_row_though_it_is_ruled_off(paper: Paper) -> None:
    paper.grid(XS, (720, 740, 780))
    row(paper, 720, "施策", "指標", "目標値")
    row(paper, 740, "見守り", "見守り協力員を毎年度増やし、地域で", "10人")
    paper.turn()
    paper.grid(XS, (60, 80, 100, 120, 140))
    row(paper, 60, "施策", "指標", "目標値")
    row(paper, 80, "", "支える。")
    row(paper, 100, "", "相談の件数", "20件")
    row(paper, 120, "防災", "訓練の回数", "2回")
    assert tables(paper.read())[0][1:] == [
        ["見守り", "見守り協力員を毎年度増やし、地域で支える。", "10人"],
        ["", "相談の件数", "20件"],
        ["防災", "訓練の回数", "2回"],
    ]


def test_tables_with_other_columns_or_text_between_stay_apart(paper: Paper) -> None:
    paper.grid(XS, (740, 760, 780))
    row(paper, 740, "施策", "指標", "目標値")
    paper.turn()
    paper.grid((60, 300, 530), (80, 100, 120))
    row(paper, 80, "課", "電話", xs=(60, 300))
    paper.grid(XS, (760, 780))
    row(paper, 760, "見守り", "人数", "1人")
    paper.turn()
    paper.put(70, "次の表です。")
    paper.grid(XS, (80, 100, 120))
    row(paper, 80, "見守り", "人数", "1人")
    assert len(tables(paper.read())) == 4


def test_sides_left_open_are_the_ends_of_the_rules(paper: Paper) -> None:
    for y in (100, 120, 140, 160):
        paper.rule(60, y, 530, y)
    for x in (160, 350):
        paper.rule(x, 100, x, 160)
    row(paper, 100, "施策", "指標", "目標値")
    row(paper, 120, "見守り", "人数", "1人")
    row(paper, 140, "相談", "件数", "2件")
    assert tables(paper.read())[0][1] == ["見守り", "人数", "1人"]


def test_double_and_dotted_rules_are_single_ones(paper: Paper) -> None:
    paper.grid((60, 64, 300, 500), (100, 120, 140))
    paper.canvas.setDash(1, 2)
    paper.rule(60, 160, 500, 160)
    for x in (60, 300, 500):
        paper.rule(x, 140, x, 160)
    for i, name in enumerate(("施策", "見守り", "相談")):
        row(paper, 100 + 20 * i, name, "あり", xs=(66, 300))
    assert tables(paper.read()) == [[["施策", "あり"], ["見守り", "あり"], ["相談", "あり"]]]


def test_a_frame_gives_paragraphs(paper: Paper) -> None:
    paper.put(90, "枠の前の文です。")
    paper.grid((60, 300), (100, 200))
    y = paper.wrap(116, SENTENCES, x=65, per_line=23)
    paper.put(y, "※注意書き", x=65)
    paper.put(230, "枠の後の文です。")
    content = paper.read()
    assert tables(content) == []
    assert texts(content) == ["枠の前の文です。", SENTENCES, "※注意書き", "枠の後の文です。"]


def test_rules_that_hold_nothing_are_no_table(paper: Paper) -> None:
    paper.canvas.rect(30, 30, 535, 782)
    paper.rule(60, 105, 530, 105)
    paper.put(100, "下線のある見出し")
    paper.grid((60, 100, 140), (300, 310, 320))
    paper.canvas.setFillGray(0.9)
    paper.canvas.rect(60, HEIGHT - 150, 470, 20, stroke=0, fill=1)
    paper.canvas.setFillGray(0)
    paper.put(144, "色の付いた見出し", x=65)
    content = paper.read()
    assert tables(content) == []
    assert texts(content) == ["下線のある見出し", "色の付いた見出し"]


def test_white_rules_are_not_seen(paper: Paper) -> None:
    paper.canvas.setStrokeGray(1)
    paper.grid(XS, (100, 120, 140))
    paper.put(114, "白い線の中の文です。")
    assert texts(paper.read()) == ["白い線の中の文です。"]


def test_a_page_full_of_lines_is_read_without_tables(paper: Paper) -> None:
    paper.put(60, "図面の題名")
    for i in range(800):
        x, y = 60 + i % 46 * 10, 100 + i // 46 * 38
        paper.rule(x, y, x, y + 30)
        paper.rule(x, y, x + 6.5, y)
    content = paper.read()
    assert texts(content) == ["図面の題名"]
    assert codes(content) == [("pdf-pages-drawn", ("1",))]


def test_tables_beside_columns_stand_where_they_are_printed(paper: Paper) -> None:
    left = paper.wrap(100, SENTENCES, per_line=21)
    paper.wrap(104, "右。" + SENTENCES, x=310, per_line=21)
    paper.grid((60, 150, 270), (left + 10, left + 30, left + 50))
    row(paper, left + 10, "施策", "指標", xs=(60, 150))
    row(paper, left + 30, "見守り", "人数", xs=(60, 150))
    paper.wrap(left + 60 + PITCH, "続き。" + SENTENCES, per_line=21)
    paper.wrap(left + 60 + PITCH, "右続き。" + SENTENCES, x=310, per_line=21)
    kinds = [
        block.text[:3] if isinstance(block, Paragraph) else "表" for block in paper.read().blocks
    ]
    assert kinds == ["青葉市", "表", "続き。", "右。青", "右続き"]
