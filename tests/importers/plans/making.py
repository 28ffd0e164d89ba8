"""What makes plans for tests: outlines as typed, Word documents, PDF pages, ruled sheets."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
SAID = (
    "知っている人は増えましたが、加わる人は一部に限られています。",
    "関係する団体との話し合いが進み、役割の分け方が見えてきました。",
    "必要な人に届いていない場面があり、届け方の工夫が要ります。",
    "担い手が年を重ねており、次の世代への引き継ぎが課題です。",
    "前の計画の期間に基礎ができたため、今後は中身を充実させます。",
)


@dataclass
class Node:
    """One item of a plan: what is printed for it, its departments and its short text."""

    level: str
    number: str
    label: str
    departments: list[str]
    text: str
    children: list[Node] = field(default_factory=list)

    @property
    def index(self) -> int:
        """The number counted from nought, for the lists of printed signs."""
        return int(self.number) - 1


def outline(text: str) -> list[Node]:
    """The items of an outline: level | number | label | departments | text, indented by two.

    A line that begins with a bar goes on from the one before.
    """
    roots: list[Node] = []
    path: list[Node] = []
    for line in re.sub(r"\n +\|", " |", text.strip("\n")).splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        parts = [part.strip() for part in line.split("|")] + ["", ""]
        level, number, label = parts[:3]
        node = Node(level, number, label, [d for d in parts[3].split("・") if d], parts[4])
        del path[depth:]
        (path[-1].children if path else roots).append(node)
        path.append(node)
    return roots


def walk(nodes: list[Node], depth: int = 0) -> Iterator[tuple[int, Node]]:
    """All items in order, each with its depth."""
    for node in nodes:
        yield depth, node
        yield from walk(node.children, depth + 1)


def said(node: Node) -> str:
    """A sentence about an item, always the same one."""
    return SAID[(sum(map(ord, node.label))) % len(SAID)]


def value(
    kind: str,
    year: int | None,
    text: str,
    number: float | None,
    operator: str = "eq",
    scope: str | None = None,
    bounds: tuple[float | None, float | None] = (None, None),
) -> dict[str, Any]:
    """One value of an indicator."""
    return {
        "kind": kind,
        "year": year,
        "operator": operator,
        "number": number,
        "lower": bounds[0],
        "upper": bounds[1],
        "scope": scope,
        "text": text,
    }


def indicator(
    name: str, item: str | None, unit: str | None, *values: dict[str, Any]
) -> dict[str, Any]:
    """One indicator with its values."""
    return {"name": name, "item": item, "unit": unit, "values": list(values)}


def texts(row: dict[str, Any]) -> list[str]:
    """An indicator's printed row: its name and its values."""
    return [row["name"], *(v["text"] for v in row["values"])]


def describe(folder: Path, name: str, nodes: list[Node], facts: dict[str, Any]) -> None:
    """Writes the tree and the facts beside a plan."""
    lines = [f"{'  ' * depth}{n.level} | {n.number} | {n.label}" for depth, n in walk(nodes)]
    (folder / f"{name}.tree").write_text("\n".join(lines) + "\n", encoding="utf-8")
    departments = {n.label: n.departments for _, n in walk(nodes) if n.departments}
    told = {"source": facts["source"], **facts, "departments": departments}
    (folder / f"{name}.facts.json").write_text(
        json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def new_document(font: str, title: str) -> Document:
    """An empty Word document with the plan's name above and the page number below."""
    document = docx.Document()
    for style in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        made = document.styles[style]
        made.font.name = font
        made.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    document.styles["Normal"].font.size = Pt(10.5)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = title
    foot = section.footer.paragraphs[0]
    foot.alignment = 1
    foot._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
    return document


def large(document: Document, text: str, size: float, bold: bool = True) -> None:
    """A heading by look only."""
    run = document.add_paragraph().add_run(text)
    run.bold = bold
    run.font.size = Pt(size)


def page_break(document: Document) -> None:
    """What follows begins on a new page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def grid(
    document: Document, rows: list[list[str]], widths: list[float], head: int = 1
) -> list[list[_Cell]]:
    """A ruled table whose first rows are repeated on each page."""
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    cells = [list(row.cells) for row in table.rows]
    for line, made in zip(rows, cells, strict=True):
        for text, cell, width in zip(line, made, widths, strict=True):
            cell.text = text
            cell.width = Mm(width)
    for row in table.rows[:head]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    document.add_paragraph()
    return cells


def fold(document: Document, rows: list[list[str]], widths: list[float], upto: int) -> None:
    """A ruled table whose equal neighbours in the first columns are one tall cell."""
    cells = grid(document, rows, widths)
    for column in range(upto):
        first = 1
        for row in range(2, len(rows) + 1):
            same = row < len(rows) and rows[row][: column + 1] == rows[first][: column + 1]
            if same:
                continue
            if row - 1 > first:
                for below in range(first + 1, row):
                    cells[below][column].text = ""
                cells[first][column].merge(cells[row - 1][column]).text = rows[first][column]
            first = row


def to_pdf(folder: Path, document: Document, name: str) -> None:
    """Prints a Word document to PDF."""
    with tempfile.TemporaryDirectory() as work:
        source = Path(work) / f"{name}.docx"
        document.save(str(source))
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{work}/profile",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(source),
            ],
            check=True,
            capture_output=True,
        )


pdfmetrics.registerFont(UnicodeCIDFont("HeiseiKakuGo-W5"))
GOTHIC = ParagraphStyle(
    "body", fontName="HeiseiKakuGo-W5", fontSize=10, leading=16, wordWrap="CJK", spaceAfter=4
)


def styled(name: str, size: float, **more: Any) -> ParagraphStyle:
    """The body's style at another size."""
    return ParagraphStyle(name, GOTHIC, fontSize=size, leading=size * 1.5, **more)


def ruled(rows: list[list[str]], widths: list[float]) -> Table:
    """A ruled table whose first row is repeated on each page."""
    small = styled("cell", 9, spaceAfter=0)
    cells = [[Paragraph(text.replace("\n", "<br/>"), small) for text in row] for row in rows]
    look = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
    )
    return Table(
        cells,
        [width * mm for width in widths],
        style=look,
        repeatRows=1,
        spaceBefore=4,
        spaceAfter=10,
    )


def print_pdf(folder: Path, name: str, title: str, running: str, story: list[Flowable]) -> None:
    """Lays a story out with a running head above and the page number below."""

    def edges(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("HeiseiKakuGo-W5", 8)
        canvas.drawString(20 * mm, 285 * mm, running)
        canvas.drawRightString(190 * mm, 10 * mm, str(template.page))

    frame = Frame(20 * mm, 18 * mm, 170 * mm, 262 * mm, 0, 0, 0, 0)
    template = BaseDocTemplate(str(folder / f"{name}.pdf"), pagesize=A4, invariant=1, title=title)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=edges))
    template.build(story)


def framed(sheet: Worksheet, first: int, last: int, columns: int) -> None:
    """Rules around the cells of a list."""
    thin = Side(style="thin")
    for line in sheet.iter_rows(min_row=first, max_row=last, min_col=1, max_col=columns):
        for cell in line:
            cell.border = Border(thin, thin, thin, thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
