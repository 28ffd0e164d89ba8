"""Large documents for measuring what importing costs: the same arguments give the same content."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PER_PAGE, PER_LINE = 40, 35
GOALS, MEASURES = 10, 8
_PARAGRAPHS = 6
_SUBJECTS = ("本市", "地域の住民", "子育て世帯", "高齢者", "関係機関", "事業者", "学校", "市民団体")
_OBJECTS = (
    "居場所づくり",
    "見守り活動",
    "相談体制",
    "健康診査",
    "防災訓練",
    "公共交通",
    "緑化活動",
    "読書活動",
)
_ENDS = ("を進めます。", "の充実を図ります。", "について周知します。", "が課題となっています。")
_HOW = ("の充実", "の推進", "体制の整備", "への支援")
_KANJI = (
    "福祉健康防災環境教育文化産業交通子育介護地域市民協働計画施策推進支援整備充実相談窓口事業調査"
)
_TABLE_HEAD = ("指標名", "現状値（令和6年度）", "目標値（令和12年度）", "担当課")
_SHEET_HEAD = (
    "基本目標", "施策", "取組", "取組の内容", "担当課", "指標名", "現状値（令和6年度）",
    "目標値（令和12年度）",
)  # fmt: skip
_FAR = "XFD1048576"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, 1 or 2 deep, the paragraphs under it and the rows of the table after them."""

    heading: str
    depth: int
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()


def plan_sections(pages: int) -> Iterator[Section]:
    """A plan that fills so many pages of 40 lines of 35 characters: 10 goals with 8 measures."""
    dice = random.Random(1)
    lines = pages * PER_PAGE // (GOALS * MEASURES * _PARAGRAPHS)
    cover = ("令和8年3月", "例示市", "計画の期間は、令和8年度から令和12年度までの5年間とします。")
    yield Section("例示市地域福祉計画", 1, cover)
    for goal in range(1, GOALS + 1):
        yield Section(f"基本目標{goal}　{_label(dice)}", 1, (_prose(dice, 2),))
        for measure in range(1, MEASURES + 1):
            heading = f"施策{goal}-{measure}　{_label(dice)}"
            prose = tuple(_prose(dice, max(1, lines)) for _ in range(_PARAGRAPHS))
            yield Section(heading, 2, prose, _indicators(dice) if measure == MEASURES else ())


def write_text(path: Path, pages: int) -> None:
    """The plan as a text, hard-wrapped."""
    path.write_text("\n".join(_printed(pages)) + "\n", encoding="utf-8")


def write_word(path: Path, pages: int) -> None:
    """The plan as a Word file with headings and tables."""
    from docx import Document

    document = Document()
    for section in plan_sections(pages):
        document.add_heading(section.heading, section.depth)
        for text in section.paragraphs:
            document.add_paragraph(text)
        if section.table:
            table = document.add_table(len(section.table), len(section.table[0]))
            for row, texts in zip(table.rows, section.table, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    document.save(str(path))


def write_pdf(path: Path, pages: int) -> None:
    """The plan as a PDF, page by page, with page numbers."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    lines = list(_printed(pages))
    for start in range(0, len(lines), PER_PAGE):
        canvas.setFont("HeiseiMin-W3", 11)
        for place, line in enumerate(lines[start : start + PER_PAGE]):
            for cell, text in enumerate(line.split("\t")):
                canvas.drawString(80 + 120 * cell, 770 - 17 * place, text)
        canvas.drawString(290, 40, f"- {start // PER_PAGE + 1} -")
        canvas.showPage()
    canvas.save()


def write_sheet(path: Path, rows: int) -> None:
    """The table of a plan: so many rows, a measure on every fourth."""
    from xlsxwriter import Workbook

    dice = random.Random(2)
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("施策一覧")
        sheet.write_row(0, 0, _SHEET_HEAD)
        per_goal = rows // GOALS
        for row in range(1, rows + 1):
            goal, measure = (row - 1) // per_goal + 1, (row - 1) % per_goal // 4 + 1
            names = (f"基本目標{goal}　目標の{goal}", f"施策{goal}-{measure}　施策の{measure}")
            texts = (_label(dice), _prose(dice, 1), "福祉課", f"{_label(dice)}の件数（件）")
            sheet.write_row(row, 0, (*names, *texts, dice.randrange(100), dice.randrange(100, 200)))


def write_data(path: Path, rows: int) -> None:
    """A list that is no plan: so many rows of twelve columns, no two texts alike."""
    from xlsxwriter import Workbook

    dice = random.Random(3)
    with Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("データ")
        sheet.write_row(0, 0, [f"項目{column}" for column in range(1, 13)])
        for row in range(1, rows + 1):
            texts = ("".join(dice.choices(_KANJI, k=dice.randint(4, 24))) for _ in range(8))
            numbers = (row, dice.randrange(10**6), round(dice.random() * 1000, 3), row % 47 + 1)
            sheet.write_row(row, 0, (*numbers, *texts))


def write_single(path: Path, _: int = 0) -> None:
    """One value, in A1."""
    _write_empty(path, far=False, rows=0)


def write_empty(path: Path, rows: int) -> None:
    """One value, in A1, so many rows with nothing but a style, and one such cell in XFD1048576."""
    _write_empty(path, far=True, rows=rows)


def _write_empty(path: Path, *, far: bool, rows: int) -> None:
    from xlsxwriter import Workbook

    with Workbook(str(path)) as book:
        sheet, style = book.add_worksheet(), book.add_format({"bg_color": "yellow"})
        sheet.write(0, 0, "例示市地域福祉計画")
        for row in range(1, rows + 1):
            sheet.set_row(row, 20, style)
            sheet.write_blank(row, 0, None, style)
        if far:
            sheet.write_blank(_FAR, None, style)


MAKERS: dict[str, Callable[[Path, int], None]] = {
    maker.__name__: maker
    for maker in (
        write_text, write_word, write_pdf, write_sheet, write_data, write_single, write_empty,
    )
}  # fmt: skip


def _printed(pages: int) -> Iterator[str]:
    """The plan line by line, cells kept apart by tabs."""
    for section in plan_sections(pages):
        yield section.heading
        for text in section.paragraphs:
            yield from (text[i : i + PER_LINE] for i in range(0, len(text), PER_LINE))
        yield from ("\t".join(row) for row in section.table)


def _label(dice: random.Random) -> str:
    return dice.choice(_OBJECTS) + dice.choice(_HOW)


def _prose(dice: random.Random, lines: int) -> str:
    """Sentences that fill about so many lines."""
    text = ""
    while len(text) < lines * PER_LINE - PER_LINE // 2:
        text += f"{dice.choice(_SUBJECTS)}と連携し、{dice.choice(_OBJECTS)}{dice.choice(_ENDS)}"
    return text


def _indicators(dice: random.Random) -> tuple[tuple[str, ...], ...]:
    rows = [
        (
            f"{_label(dice)}の件数",
            f"{dice.randrange(100)}件",
            f"{dice.randrange(100, 200)}件",
            "福祉課",
        )
        for _ in range(4)
    ]
    return (_TABLE_HEAD, *rows)
