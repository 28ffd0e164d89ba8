"""PDF files, made here line by line, and read back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

pytest.importorskip("pdfplumber")
pytest.importorskip("reportlab")

from pdfminer.pdffont import PDFCIDFont
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from alignchecker.importers.pdf.document import read_pdf
from alignchecker.model.plan import Capture
from alignchecker.reading.content import Paragraph
from tests.importers.pdf_paper import (
    GOTHIC,
    LEFT,
    MINCHO,
    PER_LINE,
    PITCH,
    SENTENCES,
    SIZE,
    Paper,
    codes,
    texts,
)


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path / "plan.pdf")


def picture(paper: Paper) -> None:
    """An image over the page, as a scanner makes it."""
    image = io.BytesIO()
    Image.new("L", (20, 20), 128).save(image, "PNG")
    image.seek(0)
    paper.canvas.drawImage(ImageReader(image), 0, 0, 595, 842)


# Lines and paragraphs


def test_wrapped_lines_are_one_paragraph_and_keep_their_place(paper: Paper) -> None:
    y = paper.wrap(100, "　" + SENTENCES)
    paper.put(y, "　次の段落です。")
    content = paper.read()
    assert texts(content) == [SENTENCES, "次の段落です。"]
    first, second = content.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.place.file, first.place.page, first.place.line) == ("plan.pdf", 1, 1)
    assert second.place.line == 4
    assert not second.gap


def test_a_full_line_that_ends_its_paragraph_is_not_joined_with_an_indented_one(
    paper: Paper,
) -> None:
    full = "　" + "あ" * (PER_LINE - 2) + "。"
    paper.put(100, full)
    paper.put(118, full)
    paper.put(136, "　短い段落です。")
    assert texts(paper.read()) == [full.strip(), full.strip(), "短い段落です。"]


def test_space_above_sets_a_paragraph_apart(paper: Paper) -> None:
    y = paper.wrap(100, SENTENCES)
    paper.put(y, "続く行")
    paper.put(y + 2 * PITCH, "離れた行")
    gaps = [block.gap for block in paper.read().blocks if isinstance(block, Paragraph)]
    assert gaps == [True, False, True]


def test_a_paragraph_goes_on_over_the_page_and_its_footnote(paper: Paper) -> None:
    paper.wrap(700, "　" + SENTENCES[: 2 * PER_LINE - 1])
    paper.rule(LEFT, 745, 200, 745)
    paper.put(757, "※１　地域の支え合いの仕組み", size=8)
    paper.turn()
    paper.wrap(100, SENTENCES[2 * PER_LINE - 1 :])
    content = paper.read()
    assert texts(content) == [SENTENCES, "※１　地域の支え合いの仕組み"]


def test_numbers_and_bullets_begin_paragraphs_and_stay(paper: Paper) -> None:
    entry = "・" + "い" * (PER_LINE - 1)
    paper.put(100, entry)
    paper.put(118, "つづき", x=LEFT + SIZE)
    paper.put(136, entry)
    paper.put(154, "(1)　" + "う" * 44)
    paper.put(172, "(2)　見守り")
    assert texts(paper.read()) == [entry + "つづき", entry, "(1)　" + "う" * 44, "(2)　見守り"]


def test_a_wrapped_number_of_a_year_is_no_list_entry(paper: Paper) -> None:
    paper.put(100, "え" * (PER_LINE - 2) + "令和")
    paper.put(118, "8年度から実施します。")
    assert texts(paper.read()) == ["え" * (PER_LINE - 2) + "令和8年度から実施します。"]


def test_latin_words_are_joined_with_a_space(paper: Paper) -> None:
    paper.put(100, "お" * 35 + " Sustainable Development")
    paper.put(118, "Goals")
    assert texts(paper.read())[0].endswith("Sustainable Development Goals")


def test_headings_are_not_joined_with_text_but_wrapped_ones_are(paper: Paper) -> None:
    paper.put(100, "第１章　" + "か" * 25, size=16, font=GOTHIC)
    paper.put(126, "きくけこ", size=16, font=GOTHIC)
    paper.put(150, "基本目標１　" + "さ" * (PER_LINE - 6), font=GOTHIC)
    paper.wrap(168, SENTENCES)
    assert texts(paper.read()) == [
        "第１章　" + "か" * 25 + "きくけこ",
        "基本目標１　" + "さ" * (PER_LINE - 6),
        SENTENCES,
    ]


def test_wide_gaps_are_spaces(paper: Paper) -> None:
    paper.put(100, "施策１")
    paper.put(100, "見守りの推進", x=LEFT + 50)
    assert texts(paper.read()) == ["施策１　見守りの推進"]


def test_bold_by_printing_twice_is_read_once(paper: Paper) -> None:
    paper.put(100, "見守りの推進")
    paper.put(100, "見守りの推進", x=LEFT + 0.4)
    assert texts(paper.read()) == ["見守りの推進"]


def test_ruby_and_raised_marks_are_left_out_but_units_stay(paper: Paper) -> None:
    paper.put(100, "自助と互助")
    paper.put(91, "じじょ", size=5)
    paper.put(91, "ごじょ", x=LEFT + 30, size=5)
    paper.put(125, "地域包括ケア")
    paper.put(121, "※1", x=LEFT + 60, size=5)
    paper.put(125, "の推進", x=LEFT + 70)
    paper.put(150, "公園面積　10m")
    end = LEFT + pdfmetrics.stringWidth("公園面積　10m", MINCHO, SIZE)
    paper.put(146, "2", x=end, size=5)
    first, second, third = texts(paper.read())
    assert first == "自助と互助"
    assert second == "地域包括ケアの推進"
    assert third == "公園面積　10m2"


def test_radicals_are_read_as_the_characters_they_stand_for(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PDFCIDFont.to_unichr
    monkeypatch.setattr(
        PDFCIDFont, "to_unichr", lambda font, cid: plain(font, cid).replace("目", "\u2f6c")
    )
    paper.put(100, "基本目標")
    assert texts(paper.read()) == ["基本目標"]


# Columns and margins


def columns(paper: Paper, y: float, left: str, right: str) -> float:
    """Two columns of running text; gives the y below the longer one."""
    return max(paper.wrap(y, left, per_line=21), paper.wrap(y + 4, right, x=310, per_line=21))


def test_two_columns_are_read_one_after_the_other(paper: Paper) -> None:
    y = columns(paper, 140, SENTENCES, "右の段。" + SENTENCES)
    paper.put(100, "両段にわたる見出し　" + "た" * 15, size=16, font=GOTHIC)
    y = paper.wrap(y + 20, "全幅の文。" + SENTENCES)
    columns(paper, y + 20, "左下。" + SENTENCES, "右下。" + SENTENCES)
    found = texts(paper.read())
    assert found == [
        "両段にわたる見出し　" + "た" * 15,
        SENTENCES, "右の段。" + SENTENCES, "全幅の文。" + SENTENCES,
        "左下。" + SENTENCES, "右下。" + SENTENCES,
    ]  # fmt: skip


def test_a_heading_of_one_column_does_not_cut_the_other(paper: Paper) -> None:
    # Nothing stands beside 「２」 on the right, but something beside 「１」 of the same size.
    paper.put(100, "１　見守りの輪", size=13, font=GOTHIC)
    y = paper.wrap(124, SENTENCES[:80] + "。", per_line=21)
    paper.put(y + 8, "２　避難の備え", size=13, font=GOTHIC)
    last = paper.wrap(y + 32, SENTENCES[:80] + "。", per_line=21)
    paper.wrap(100, "右上の文。" + SENTENCES[:60] + "。", x=310, per_line=21)
    paper.wrap(last - 4 * PITCH, "右下の文。" + SENTENCES[:60] + "。", x=310, per_line=21)
    found = texts(paper.read())
    order = [text[:2] for text in found if text[:2] in ("１　", "２　", "右上", "右下")]
    assert order == ["１　", "２　", "右上", "右下"]


def test_who_is_responsible_ends_a_label_that_fills_its_line(paper: Paper) -> None:
    label = "（１）" + "高齢者の見守りと相談の体制の整備" * 3
    label = label[: PER_LINE - 7] + "【高齢介護課】"
    paper.put(100, label)
    paper.put(100 + PITCH, "関係する団体とともに進めます。")
    paper.put(100 + 2 * PITCH, "＜現状と課題＞")
    assert texts(paper.read()) == [label, "関係する団体とともに進めます。", "＜現状と課題＞"]


def test_a_paragraph_goes_on_in_the_next_column(paper: Paper) -> None:
    cut = 21 * 4
    columns(paper, 140, SENTENCES[:cut], SENTENCES[cut:] + SENTENCES)
    assert texts(paper.read()) == [SENTENCES + SENTENCES]


def test_a_list_of_names_and_values_is_no_pair_of_columns(paper: Paper) -> None:
    for i in range(8):
        paper.put(100 + PITCH * i, f"担当{i}")
        paper.put(100 + PITCH * i, "青葉市役所の見守り推進室が担当します。", x=310)
    assert texts(paper.read())[0] == "担当0　青葉市役所の見守り推進室が担当します。"


def test_running_lines_and_page_numbers_are_left_out(paper: Paper) -> None:
    for page in range(1, 7):
        paper.put(40, "第３次青葉市地域福祉計画" if page % 2 else "第２章　施策の展開", size=9)
        paper.put(100, f"{page}枚目の本文です。")
        paper.put(815, f"- {page} -", x=280, size=9)
        if page < 6:
            paper.turn()
    content = paper.read()
    assert texts(content) == [f"{page}枚目の本文です。" for page in range(1, 7)]
    assert {block.place.line for block in content.blocks if isinstance(block, Paragraph)} == {2}


def test_a_running_line_may_hold_the_page_number(paper: Paper) -> None:
    for page in range(1, 5):
        paper.put(100, f"{page}枚目の本文です。")
        paper.put(815, f"青葉市地域福祉計画　{page + 10}", size=9)
        if page < 4:
            paper.turn()
    assert len(texts(paper.read())) == 4


def test_numbered_headings_at_the_top_are_no_running_lines(paper: Paper) -> None:
    for goal, pages in ((1, 2), (2, 1), (3, 3)):
        for _ in range(pages):
            paper.put(60, f"基本目標{goal}")
            paper.put(120, "本文です。")
            if goal < 3 or _ < 2:
                paper.turn()
    found = texts(paper.read())
    assert [text for text in found if text.startswith("基本目標")][::3] == [
        "基本目標1",
        "基本目標3",
    ]


# What a page may be besides


def test_turned_pages_are_read(paper: Paper) -> None:
    paper.canvas.rotate(90)
    paper.canvas.setFont(MINCHO, 10)
    paper.canvas.drawString(100, -100, "横長の資料です。")
    paper.canvas.drawString(100, -118, "二行目です。")
    assert texts(paper.read()) == ["横長の資料です。", "二行目です。"]


def test_slanted_marks_over_the_page_are_no_text(paper: Paper) -> None:
    paper.put(100, "本文です。")
    paper.canvas.rotate(45)
    paper.canvas.drawString(300, 100, "案")
    assert texts(paper.read()) == ["本文です。"]


def test_the_text_of_ocr_is_read_and_said_to_be_that(paper: Paper) -> None:
    text = paper.canvas.beginText(LEFT, 700)
    text.setFont(MINCHO, SIZE)
    text.setTextRenderMode(3)
    text.textLine("読み取られた本文です。")
    paper.canvas.drawText(text)
    content = paper.read()
    assert texts(content) == ["読み取られた本文です。"]
    assert content.capture is Capture.OCR


def test_pages_without_text_are_named(paper: Paper) -> None:
    for page in range(1, 5):
        if page == 1:
            paper.put(100, "本文です。")
        else:
            picture(paper)
        if page < 4:
            paper.turn()
    assert codes(paper.read()) == [("pdf-pages-without-text", ("2-4",))]


def test_blank_pages_are_not_worth_a_word(paper: Paper) -> None:
    paper.put(100, "本文です。")
    paper.turn()
    content = paper.read()
    assert content.unread == ()
    assert content.capture is None


def test_vertical_pages_are_skipped_with_a_warning(paper: Paper) -> None:
    paper.put(100, "本文です。")
    paper.turn()
    pdfmetrics.registerFont(UnicodeCIDFont(GOTHIC, isVertical=True))
    paper.put(100, "縦書きの本文です。", font=GOTHIC)
    content = paper.read()
    pdfmetrics.registerFont(UnicodeCIDFont(GOTHIC))
    assert texts(content) == ["本文です。"]
    assert codes(content) == [("pdf-pages-vertical", ("2",))]


def test_the_same_file_gives_the_same_content(paper: Paper) -> None:
    paper.wrap(100, SENTENCES)
    paper.grid((60, 200, 400), (300, 320, 340))
    paper.put(314, "施策", x=65)
    paper.put(334, "見守り", x=205)
    assert paper.read() == read_pdf(paper.path)
