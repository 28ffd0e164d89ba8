"""The document that the story begins with, and what stands in those that it ends with."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl


def plan() -> bytes:
    """A plan of the fictional city as a planning officer writes it in Word."""
    made, stream = docx.Document(), io.BytesIO()
    made.add_heading("青葉市地域福祉計画", 0)
    made.add_paragraph("令和8年3月")
    made.add_paragraph("青葉市")
    made.add_heading("第1章　計画の策定にあたって", 1)
    made.add_paragraph("計画期間は、令和8年度から令和12年度までの5年間とします。")
    made.add_paragraph(
        "本計画は、社会福祉法第107条に基づく市町村地域福祉計画であり、"
        "「第2次青葉市総合計画 後期基本計画」を上位計画とします。"
    )
    made.add_heading("第2章　施策の展開", 1)
    for goal, (name, measures) in enumerate({
        "支え合う地域をつくる": ("見守り活動の推進", "居場所づくりの支援"),
        "相談しやすい体制をつくる": ("総合相談窓口の充実", "成年後見制度の利用促進"),
    }.items(), 1):  # fmt: skip
        made.add_heading(f"基本目標{goal}　{name}", 2)
        for number, measure in enumerate(measures, 1):
            made.add_heading(f"施策{goal}-{number}　{measure}", 3)
            made.add_paragraph(f"関係機関と連携し、{measure}を進めます。")
    rows = (
        ("指標名", "現状値（令和6年度）", "目標値（令和12年度）", "担当課"),
        ("見守り協力員の人数", "120人", "200人", "福祉課"),
        ("相談窓口の利用件数", "340件", "500件", "福祉課"),
    )
    table = made.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.save(stream)
    return stream.getvalue()


def words(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _sheets(file: Path) -> str:
    with file.open("rb") as stream:
        book = openpyxl.load_workbook(stream)
        return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)


def _letter(file: Path) -> str:
    with file.open("rb") as stream:
        made = docx.Document(stream)
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


FORMS: dict[str, Callable[[Path], str]] = {
    "html": words, "xlsx": _sheets, "docx": _letter, "turtle": words, "json": words,
}  # fmt: skip


"""Form of a report -> what reads it."""
