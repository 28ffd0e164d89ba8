"""Makes the plan files, their trees and their facts again from the outlines.

Each `outlines/<name>.toml` holds what one plan says: its tree of items (with the
departments of an item as a fourth field), its indicators, its prose and its data.
One writer for each plan lays this out in the form the plan is handed over in.

Run `python make.py`. LibreOffice (`soffice`) is needed for one of the two PDF files.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
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
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

HERE = Path(__file__).parent
EPOCH = (2020, 1, 1, 0, 0, 0)
ROMAN = "ⅠⅡⅢⅣⅤ"
KANA = "アイウエオ"
WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
FACTS = (
    "title",
    "edition",
    "part",
    "form",
    "stage",
    "publisher",
    "department",
    "published",
    "period",
    "vision",
)


@dataclass
class Item:
    level: str
    number: str
    label: str
    departments: list[str]
    children: list[Item] = field(default_factory=list)

    def walk(self) -> Iterator[Item]:
        yield self
        for child in self.children:
            yield from child.walk()

    def leaves(self) -> list[Item]:
        return [item for item in self.walk() if not item.children]


@dataclass
class Value:
    kind: str
    year: int
    operator: str
    number: float | None
    lower: float | None
    upper: float | None
    scope: str | None
    text: str


@dataclass
class Indicator:
    name: str
    item: str | None
    unit: str | None
    values: list[Value]

    def row(self, *, unit: bool = True) -> list[str]:
        """The cells of this indicator in a table of indicators."""
        texts = [value.text for value in self.values]
        return [self.name, self.unit or "", *texts] if unit else [self.name, *texts]


@dataclass
class Plan:
    name: str
    data: dict[str, Any]
    items: list[Item]
    indicators: list[Indicator]

    @property
    def body(self) -> dict[str, str]:
        texts: dict[str, str] = self.data["body"]
        return texts

    @property
    def title(self) -> str:
        return str(self.data["title"])

    @property
    def vision(self) -> str:
        return str(self.data["vision"])

    def under(self, item: Item) -> list[Indicator]:
        return [each for each in self.indicators if each.item == item.label]


# --- outlines -------------------------------------------------------------------------


def read_items(text: str) -> list[Item]:
    roots: list[Item] = []
    path: list[Item] = []
    for line in text.strip().splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        level, number, label, *rest = [part.strip() for part in line.split(" | ")]
        item = Item(level, number, label, rest[0].split("、") if rest else [])
        (path[depth - 1].children if depth else roots).append(item)
        path[depth:] = [item]
    return roots


def read_value(text: str) -> Value:
    """Reads `target 2025 range 28..30 annual : 28～30`."""
    head, printed = text.split(" : ", 1)
    kind, year, operator, *rest = head.split()
    scope = rest.pop() if rest and rest[-1] in {"annual", "cumulative"} else None
    bounds = [float(part) for part in rest[0].split("..")] if rest else []
    number = bounds[0] if len(bounds) == 1 else None
    lower, upper = bounds if len(bounds) == 2 else (None, None)
    return Value(kind, int(year), operator, number, lower, upper, scope, printed.strip())


def read_indicators(text: str) -> list[Indicator]:
    found = []
    for line in text.strip().splitlines():
        item, name, unit, *values = line.split(" | ")
        found.append(
            Indicator(
                name,
                None if item == "-" else item,
                None if unit == "-" else unit,
                [read_value(value) for value in values],
            )
        )
    return found


def read_plan(path: Path) -> Plan:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Plan(path.stem, data, read_items(data["tree"]), read_indicators(data["indicators"]))


def write_tree(plan: Plan) -> None:
    lines = [f"# {plan.title}"]
    lines += [f"# {comment}" for comment in plan.data["comments"]]
    if "vision" in plan.data:
        lines.append(f"基本理念 | - | {plan.vision}")
    for line in plan.data["tree"].strip().splitlines():
        lines.append(" | ".join(line.split(" | ")[:3]))
    (HERE / f"{plan.name}.tree").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_facts(plan: Plan) -> None:
    facts: dict[str, Any] = {"source": plan.data["source"]}
    facts |= {key: plan.data.get(key) for key in FACTS}
    facts["departments"] = {
        item.label: item.departments
        for root in plan.items
        for item in root.walk()
        if item.departments
    }
    facts["indicators"] = [
        {
            "name": each.name,
            "item": each.item,
            "unit": each.unit,
            "values": [vars(value) for value in each.values],
        }
        for each in plan.indicators
    ]
    facts["relations"] = plan.data["relations"]
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    (HERE / f"{plan.name}.facts.json").write_text(text + "\n", encoding="utf-8")


def circled(number: str) -> str:
    return chr(0x245F + int(number))


def roman(number: str) -> str:
    return ROMAN[int(number) - 1]


# --- Word -----------------------------------------------------------------------------


def new_docx(font: str, size: float) -> Docx:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = font
    normal.font.size = Pt(size)
    for style in document.styles:
        fonts = style.element.find(".//" + qn("w:rFonts"))
        if fonts is not None:
            for name in list(fonts.attrib):
                del fonts.attrib[name]
            for name in ("w:ascii", "w:hAnsi", "w:eastAsia"):
                fonts.set(qn(name), font)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    return document


def add_field(paragraph: Paragraph, code: str) -> None:
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), code)
    element.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    paragraph._p.append(element)


def add_running_heads(document: Docx, head: str) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = head
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("- ")
    add_field(footer, "PAGE")
    footer.add_run(" -")


def add_cover(document: Docx, lines: Sequence[tuple[str, float]]) -> None:
    for _ in range(5):
        document.add_paragraph()
    for text, size in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold = size > 14
        run.font.size = Pt(size)
        paragraph.paragraph_format.space_after = Pt(24)
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def add_bold(document: Docx, text: str, size: float = 0) -> Paragraph:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    if size:
        run.font.size = Pt(size)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def fill_cells(table: Table, row: int, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(table.rows[row].cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold = bold
        run.font.size = Pt(9)


def add_table(document: Docx, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table; an empty cell is merged with the one above it in the same column."""
    table: Table = document.add_table(rows=len(rows) + 1, cols=len(header))
    table.style = "Table Grid"
    fill_cells(table, 0, header, bold=True)
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for index, row in enumerate(rows, start=1):
        fill_cells(table, index, row)
        table.rows[index]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for column in range(len(header)):
        start = 1
        for index in range(1, len(rows) + 1):
            if rows[index - 1][column]:
                start = index
            elif table.cell(index, column).text == "" and column < len(header) - 1:
                merge_down(table, start, index, column)
    document.add_paragraph()
    return table


def merge_down(table: Table, start: int, end: int, column: int) -> None:
    lower = table.cell(end, column)
    for paragraph in lower.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    merged = table.cell(start, column).merge(lower)
    for paragraph in merged.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


def set_widths(table: Table, widths: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def add_footnote(document: Docx, paragraph: Paragraph, text: str) -> None:
    """Adds the only footnote of the document, with the part that holds it."""
    note = '<w:footnote w:type="{0}" w:id="{1}"><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>'
    xml = (
        f"<w:footnotes {nsdecls('w')}>"
        + note.format("separator", -1)
        + note.format("continuationSeparator", 0)
        + '<w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        + '<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
        + f"{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml.encode()
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, blob, package)
    document.part.relate_to(part, RT.FOOTNOTES)
    run = paragraph.add_run()
    run.font.superscript = True
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="1"/>'))


def add_revision(paragraph: Paragraph, deleted: str, inserted: str) -> None:
    stamp = 'w:author="環境係" w:date="2016-02-10T10:00:00Z"'
    for tag, text_tag, text in (("del", "delText", deleted), ("ins", "t", inserted)):
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="{900 + len(tag + text)}" {stamp}>'
                f"<w:r><w:{text_tag}>{text}</w:{text_tag}></w:r></w:{tag}>"
            )
        )


def add_ruby(paragraph: Paragraph, base: str, reading: str) -> None:
    run = paragraph.add_run()
    run._r.append(
        parse_xml(
            f'<w:ruby {nsdecls("w")}><w:rubyPr><w:rubyAlign w:val="distributeSpace"/>'
            '<w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/>'
            '<w:lid w:val="ja-JP"/></w:rubyPr>'
            f"<w:rt><w:r><w:t>{reading}</w:t></w:r></w:rt>"
            f"<w:rubyBase><w:r><w:t>{base}</w:t></w:r></w:rubyBase></w:ruby>"
        )
    )


def add_text_box(document: Docx, text: str) -> None:
    """A text box as Word writes it: a drawing and the same text as a VML fallback."""
    content = (
        '<w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/>'
        f'<w:sz w:val="28"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:txbxContent>'
    )
    namespaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
    )
    size = 'cx="5400000" cy="540000"'
    xml = (
        f"<mc:AlternateContent {namespaces}{nsdecls('w', 'wp', 'a')}>"
        '<mc:Choice Requires="wps"><w:drawing>'
        f'<wp:inline><wp:extent {size}/><wp:docPr id="77" name="テキスト ボックス 1"/>'
        "<a:graphic><a:graphicData"
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:rect style="width:425pt;height:42pt">'
        f"<v:textbox>{content}</v:textbox></v:rect></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    document.add_paragraph().add_run()._r.append(parse_xml(xml))


def add_numbering(document: Docx) -> Callable[[], int]:
    """Defines a list with circled numbers; each call starts a new count of it."""
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="780" w:hanging="360"/></w:pPr>'
        "</w:lvl></w:abstractNum>"
    )
    numbering.insert(0, abstract)
    used = 900

    def start() -> int:
        nonlocal used
        used += 1
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{used}"><w:abstractNumId w:val="90"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return used

    return start


def set_number(paragraph: Paragraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        )
    )


def save_zip(data: bytes, path: Path) -> None:
    """Saves an Office file with fixed times, so that it is the same at every run."""
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2020-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)


def save_docx(document: Docx, path: Path) -> None:
    document.core_properties.author = ""
    document.core_properties.comments = ""
    buffer = io.BytesIO()
    document.save(buffer)
    save_zip(buffer.getvalue(), path)


def remove_bold(document: Docx) -> None:
    """Leaves one weight of the font, which keeps the PDF small."""
    for style in document.styles:
        if style.name.startswith("Heading"):
            style.font.bold = False
    for mark in list(document.element.body.iter(qn("w:b"))):
        mark.getparent().remove(mark)


def outline_rows(items: Sequence[Item], label: Callable[[Item], str]) -> list[list[str]]:
    """One row for each leaf; a parent stands only in the first of its rows."""
    rows: list[list[str]] = []
    for item in items:
        below = outline_rows(item.children, label) if item.children else [[]]
        rows += [[label(item) if not index else "", *row] for index, row in enumerate(below)]
    return rows


def without_leaves(items: Sequence[Item]) -> list[Item]:
    """The items without the lowest level."""
    return [
        Item(each.level, each.number, each.label, each.departments, without_leaves(each.children))
        for each in items
        if each.children
    ]


# --- 1: Word, heading styles ------------------------------------------------------------

OFUNATO_FORMS = {
    "基本目標": "基本目標{}　{}",
    "環境分野": "{} {}",
}


def ofunato_label(item: Item) -> str:
    if item.level == "施策の方針":
        return f"{circled(item.number)} {item.label}"
    return OFUNATO_FORMS[item.level].format(item.number, item.label)


def add_ofunato_field(document: Docx, plan: Plan, area: Item) -> None:
    document.add_heading(ofunato_label(area), 3)
    document.add_heading("(1) 現状と課題", 4)
    text = document.add_paragraph(plan.body[f"{area.label}.課題"])
    if area.number == "1-2":
        text.add_run("海域ではＣＯＤ")
        add_footnote(document, text, "化学的酸素要求量。海や湖の汚れの度合いを示す。")
        text.add_run("の値にも注意が必要です。")
    document.add_heading("(2) 基本方針", 4)
    document.add_paragraph(plan.body[f"{area.label}.方針"])
    document.add_heading("(3) 施策の方針", 4)
    for policy in area.children:
        add_bold(document, f"{ofunato_label(policy)}（担当：{'、'.join(policy.departments)}）")
        for action in policy.children:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Mm(7)
            before, word, after = action.label.partition("市民と一緒に")
            paragraph.add_run(f"・{before}")
            if word:
                add_revision(paragraph, "住民と", word)
                paragraph.add_run(after)
    indicators = plan.under(area)
    if indicators:
        add_bold(document, "【環境指標】")
        header = ["指標", "単位", "現状値（平成26年度）", "目標値（平成37年度）"]
        table = add_table(document, header, [each.row() for each in indicators])
        set_widths(table, (70, 20, 35, 35))


def write_ofunato(plan: Plan) -> None:
    document = new_docx("Noto Serif CJK JP", 10.5)
    add_cover(document, [(plan.title, 28), ("平成28年3月　策定", 14), ("大船渡市", 18)])
    add_running_heads(document, plan.title)
    document.add_heading("はじめに", 1)
    document.add_paragraph(plan.body["前文"])
    document.add_heading("第1章　計画の策定にあたって", 1)
    for number, (head, key) in enumerate(
        (("策定の趣旨", "策定の趣旨"), ("計画の位置づけ", "位置づけ"), ("計画期間", "計画期間")), 1
    ):
        document.add_heading(f"{number}　{head}", 2)
        document.add_paragraph(plan.body[key])
    document.add_heading("第2章　環境の現状と課題", 1)
    document.add_heading("1　環境の現状", 2)
    document.add_paragraph(plan.body["現状1"])
    document.add_heading("2　市民の意識", 2)
    document.add_paragraph(plan.body["現状2"])
    document.add_heading("第3章　計画がめざす姿", 1)
    document.add_heading("1　めざす環境像", 2)
    document.add_paragraph(plan.body["環境像"])
    add_bold(document, plan.vision, 14).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_heading("2　施策の体系", 2)
    rows = outline_rows(without_leaves(plan.items), ofunato_label)
    table = add_table(document, ["基本目標", "環境分野", "施策の方針"], rows)
    set_widths(table, (55, 45, 60))
    document.add_heading("第4章　施策の展開", 1)
    for goal in plan.items:
        document.add_heading(ofunato_label(goal), 2)
        for area in goal.children:
            add_ofunato_field(document, plan, area)
    document.add_heading("第5章　計画の推進", 1)
    document.add_heading("1　推進体制", 2)
    document.add_paragraph(plan.body["推進体制"])
    document.add_paragraph()
    document.add_paragraph(f"{plan.title}　平成28年3月")
    document.add_paragraph("編集・発行　大船渡市　生活福祉部　市民環境課")
    save_docx(document, HERE / f"{plan.name}.docx")


# --- 2: Word, bold headings ---------------------------------------------------------------


def add_okawa_action(document: Docx, action: Item, number: int) -> None:
    paragraph = document.add_paragraph()
    set_number(paragraph, number)
    before, shrine, after = action.label.partition("風浪宮")
    paragraph.add_run(before)
    if shrine:
        add_ruby(paragraph, shrine, "ふうろうぐう")
        paragraph.add_run(after)
    paragraph.add_run(f"　【{'・'.join(action.departments)}】")


def add_okawa_intro(document: Docx, body: dict[str, str]) -> None:
    add_bold(document, "はじめに", 16)
    document.add_paragraph(body["前文"])
    add_bold(document, "第１章　計画策定にあたって", 16)
    add_bold(document, "１　計画策定の趣旨と背景", 13)
    for head, key in (("（１）国の動向", "国の動向"), ("（２）本市の取り組み", "本市の取り組み")):
        add_bold(document, head)
        document.add_paragraph(body[key])
    add_bold(document, "２　計画の枠組み", 13)
    parts = (
        ("（１）計画の位置付け", "位置付け"),
        ("（２）計画策定の視点", "視点"),
        ("（３）計画の範囲", "範囲"),
        ("（４）計画の構成と期間", "期間"),
    )
    for head, key in parts:
        add_bold(document, head)
        document.add_paragraph(body[key])


def write_okawa(plan: Plan) -> None:
    document = new_docx("Noto Sans CJK JP", 10.5)
    names = [(f"第２期{plan.title}", 26), ("大川市教育振興プログラム", 18)]
    names += [("～「未来へつながる、人がつながるまち　おおかわ」の教育～", 13)]
    add_cover(document, [*names, ("令和２年１月　策定", 14), ("大川市教育委員会", 16)])
    add_running_heads(document, f"第２期{plan.title}")
    start = add_numbering(document)
    add_okawa_intro(document, plan.body)
    add_bold(document, "第２章　大川市の教育の基本理念", 16)
    add_text_box(document, plan.vision)
    document.add_paragraph(plan.body["理念"])
    add_bold(document, "第３章　大川市の目指す人間像（教育大綱）", 16)
    document.add_paragraph(plan.body["人間像"])
    add_bold(document, "第４章　施策の体系", 16)

    def label(item: Item) -> str:
        if item.level == "目標":
            return f"{roman(item.number)}　{item.label}"
        return f"{item.number.translate(WIDE)}　{item.label}"

    rows = outline_rows(without_leaves(plan.items), label)
    set_widths(add_table(document, ["目標", "施策"], rows), (85, 75))
    add_bold(document, "第５章　施策の展開", 16)
    for goal in plan.items:
        add_bold(document, f"目標{label(goal)}", 14)
        for policy in goal.children:
            add_bold(document, f"施策{label(policy)}", 12)
            document.add_paragraph(plan.body[policy.label])
            add_bold(document, "主な取組")
            number = start()
            for action in policy.children:
                add_okawa_action(document, action, number)
        add_bold(document, f"目標{roman(goal.number)}の成果指標")
        header = ["指標", "現状値（平成30年度）", "目標値（令和６年度）"]
        rows = [each.row(unit=False) for each in plan.under(goal)]
        set_widths(add_table(document, header, rows), (90, 35, 35))
    add_bold(document, "第６章　計画の推進に向けて", 16)
    document.add_paragraph(plan.body["推進"])
    document.add_paragraph()
    document.add_paragraph("令和２年１月")
    document.add_paragraph("編集・発行　大川市教育委員会　学校教育課")
    save_docx(document, HERE / f"{plan.name}.docx")


# --- 3: Excel -----------------------------------------------------------------------------

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
GREY = PatternFill("solid", fgColor="DDDDDD")
WRAP = Alignment(wrap_text=True, vertical="center")


def put(sheet: Worksheet, row: int, column: int, text: str, *, head: bool = False) -> None:
    cell = sheet.cell(row, column, text or None)
    cell.border = BOX
    cell.alignment = WRAP
    if head:
        cell.fill = GREY
        cell.font = Font(bold=True)


def add_miyazu_tree(sheet: Worksheet, plan: Plan) -> None:
    sheet["B1"] = "３　施策の体系"
    sheet["B1"].font = Font(bold=True, size=14)
    sheet["B2"] = "（令和３年度～令和７年度）"
    heads = {2: "施策", 3: "取組の方向", 4: "事業名", 5: "内容", 7: "担当課"}
    for column, text in heads.items():
        put(sheet, 4, column, text, head=True)
    for column, text in ((7, "主管課"), (8, "関係課")):
        put(sheet, 5, column, text, head=True)
    for area in ("B4:B5", "C4:C5", "D4:D5", "E4:E5", "G4:H4"):
        sheet.merge_cells(area)
    texts = iter(plan.body["内容"].splitlines())
    row = 6
    for policy in plan.items:
        first = row
        put(sheet, row, 2, f"{policy.level}{policy.number.translate(WIDE)}　{policy.label}")
        for way in policy.children:
            top = row
            put(sheet, row, 3, f"({way.number}) {way.label}")
            for work in way.children:
                put(sheet, row, 4, work.label)
                put(sheet, row, 5, next(texts, ""))
                put(sheet, row, 7, work.departments[0])
                put(sheet, row, 8, "\n".join(work.departments[1:]))
                row += 1
            merge_rows(sheet, "C", top, row)
        merge_rows(sheet, "B", first, row)
    sheet.cell(row + 1, 2, "※（再掲）は、ほかの施策にも掲げている事業です。")
    sheet.cell(row + 2, 2, "※課の名称は、令和３年３月現在のものです。")
    widths = {"A": 2, "B": 24, "C": 22, "D": 34, "E": 36, "F": 2, "G": 16, "H": 16}
    for name, width in widths.items():
        sheet.column_dimensions[name].width = width
    sheet.freeze_panes = "B6"


def merge_rows(sheet: Worksheet, column: str, first: int, after: int) -> None:
    if after - first > 1:
        sheet.merge_cells(f"{column}{first}:{column}{after - 1}")


def add_miyazu_indicators(sheet: Worksheet, plan: Plan) -> None:
    sheet["B1"] = "４　数値目標・評価指標"
    sheet["B1"].font = Font(bold=True, size=14)
    heads = ("施策", "指標", "単位", "現状値", "目標値")
    for column, text in enumerate(heads, 2):
        put(sheet, 3, column, text, head=True)
    for column, text in ((5, "令和２年度"), (6, "令和７年度")):
        put(sheet, 4, column, text, head=True)
    for area in ("B3:B4", "C3:C4", "D3:D4"):
        sheet.merge_cells(area)
    policies = {item.label: item for item in plan.items}
    for row, each in enumerate(plan.indicators, 5):
        policy = policies.get(each.item or "")
        name = f"{policy.level}{policy.number.translate(WIDE)}　{policy.label}" if policy else ""
        put(sheet, row, 2, name or "計画全体")
        for column, text in enumerate(each.row(), 3):
            put(sheet, row, column, text)
            if column > 4 and re.fullmatch(r"[\d.]+", text):
                cell = sheet.cell(row, column, float(text))
                cell.number_format = "0.0" if "." in text else "0"
    sheet.cell(row + 2, 2, "※「－」は、現状値がないことを表します。")
    for name, width in {"A": 2, "B": 40, "C": 40, "D": 10, "E": 12, "F": 14}.items():
        sheet.column_dimensions[name].width = width


def write_miyazu(plan: Plan) -> None:
    book = Workbook()
    cover = book.worksheets[0]
    cover.title = "表紙"
    lines = {4: plan.title, 6: "（第１期）", 12: "令和３年３月　策定", 14: plan.data["publisher"]}
    for row, text in lines.items():
        cover.cell(row, 2, text).font = Font(size=20, bold=row == 4)
        cover.merge_cells(start_row=row, start_column=2, end_row=row, end_column=8)
    cover["B16"] = "健康福祉部　社会福祉課"
    outline = book.create_sheet("概要")
    outline["A1"] = "計画の概要"
    pairs = (
        ("１　趣旨", plan.body["趣旨"]),
        ("２　位置づけ", plan.body["位置づけ"]),
        ("３　計画期間", plan.body["期間"]),
        ("４　基本理念", plan.vision),
        ("５　推進体制", plan.body["体制"]),
    )
    for row, (head, text) in enumerate(pairs, 3):
        put(outline, row, 1, head, head=True)
        put(outline, row, 2, text)
    outline.column_dimensions["A"].width = 18
    outline.column_dimensions["B"].width = 90
    add_miyazu_tree(book.create_sheet("施策体系"), plan)
    add_miyazu_indicators(book.create_sheet("指標"), plan)
    book.properties.creator = ""
    book.properties.created = datetime(*EPOCH)
    buffer = io.BytesIO()
    book.save(buffer)
    save_zip(buffer.getvalue(), HERE / f"{plan.name}.xlsx")


# --- 4, 5: CSV ----------------------------------------------------------------------------


def save_csv(plan: Plan, rows: Sequence[Sequence[str]], encoding: str) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    width = max(len(row) for row in rows)
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    (HERE / f"{plan.name}.csv").write_bytes(buffer.getvalue().encode(encoding))


def write_ogi(plan: Plan) -> None:
    head = "政策コード,政策名,施策コード,施策名,基本事業コード,基本事業名,担当課,成果指標,単位"
    rows: list[list[str]] = [
        [f"第2次{plan.title}後期基本計画　施策体系一覧"],
        ["計画期間", "令和4年度～令和7年度"],
        ["目指す将来像", plan.vision],
        ["策定", "令和4年3月", "小城市　総務部　企画政策課"],
        [],
        [*head.split(","), "現状値（令和2年度）", "目標値（令和7年度）"],
    ]
    for policy in plan.items:
        for measure in policy.children:
            for work in measure.children:
                row = [policy.number, policy.label, measure.number, measure.label]
                row += [work.number, work.label, "、".join(work.departments)]
                for each in plan.under(work):
                    row += each.row()
                rows.append(row)
    rows += [[], ["※成果指標は、主なものを掲載しています。"]]
    save_csv(plan, rows, "cp932")


def write_fukushima(plan: Plan) -> None:
    rows: list[list[str]] = [
        [plan.title],
        ["計画期間", "平成28年度～平成32年度"],
        ["担当", "福島市　商工観光部　観光コンベンション推進室"],
        [
            "位置づけ",
            "「第5次福島市総合計画」を上位計画とし、"
            "「福島市まち・ひと・しごと創生総合戦略」と整合を図る。",
        ],
        [],
        ["■施策一覧"],
        ["基本戦略", "施策", "No.", "主な事業", "担当課"],
    ]

    def cells(item: Item) -> str:
        number = f"({item.number})" if item.level == "施策" else f"{item.number}."
        return f"{number} {item.label}"

    tops = outline_rows(plan.items, cells)
    works = [leaf for item in plan.items for leaf in item.leaves()]
    for top, work in zip(tops, works, strict=True):
        rows.append([*top[:2], work.number, work.label, "\n".join(work.departments)])
    rows += [[], ["■評価指標（KPI）"]]
    rows.append(["指標", "単位", "現状値（平成26年）", "目標値（平成32年）"])
    rows += [each.row() for each in plan.indicators]
    save_csv(plan, rows, "utf-8-sig")


# --- 6: Markdown --------------------------------------------------------------------------


def write_takamatsu(plan: Plan) -> None:
    body = plan.body
    lines = [f"# {plan.title}", "", "平成27年3月策定　高松市", ""]
    lines += ["## はじめに", "", body["前文"], "", "## 第1　計画の位置づけ", "", body["位置づけ"]]
    lines += ["", "## 第2　計画期間", "", body["期間"], "", "## 第3　現状と課題", "", body["課題"]]
    lines += ["", "## 第4　目指すべき都市の姿", "", f"**「{plan.vision}」**", ""]
    lines += ["基本的な方針として、次の4点を大切にします。", ""]
    lines += [f"- {text}" for text in body["方針"].splitlines()]
    lines += ["", "## 第5　施策の体系", "", "| 柱 | 施策 |", "|---|---|"]

    def label(item: Item) -> str:
        if item.level == "施策":
            return f"({item.number}) {item.label}"
        return f"{item.number} {item.label}"

    for row in outline_rows(without_leaves(plan.items), label):
        lines.append(f"| {' | '.join(row)} |")
    lines += ["", "## 第6　具体的な取組"]
    for pillar in plan.items:
        lines += ["", f"### {label(pillar)}", "", body[pillar.label]]
        for measure in pillar.children:
            lines += ["", f"#### {label(measure)}", "", body[measure.label], "", "取組：", ""]
            for action in measure.children:
                who = "、".join(action.departments)
                lines.append(f"- {KANA[int(action.number) - 1]}　{action.label}（{who}）")
        lines += ["", "**目標指標**", ""]
        lines.append("| 指標 | 単位 | 現状値（平成25年度） | 目標値（平成30年度） |")
        lines.append("|---|---|---:|---:|")
        lines += [f"| {' | '.join(each.row())} |" for each in plan.under(pillar)]
    lines += ["", "## 第7　計画の推進", "", body["推進"], "", "---", ""]
    lines += ["お問い合わせ：高松市 創造都市推進局 文化芸術振興課"]
    text = "\n".join(lines) + "\n"
    (HERE / f"{plan.name}.md").write_text(text, encoding="utf-8")


# --- 7: plain text ------------------------------------------------------------------------


def nakatsu_section(plan: Plan, goal: Item, section: Item) -> list[str]:
    lines = ["", f"{roman(goal.number)}-{section.number[2:]}．{section.label}"]
    for part in section.children:
        lines += ["", f"（{part.number.translate(WIDE)}）{part.label}", "【現状と課題】"]
        lines += [f"　{plan.body[part.label]}", "【主な取組】"]
        lines += [f"　○{action.label}" for action in part.children]
        for each in plan.under(part):
            now, aim = each.values
            lines += [
                "【目標指標】",
                "　指標名　｜　現状値（平成27年度）　｜　目標値（平成33年度）",
            ]
            lines.append(f"　{each.name}　｜　{now.text}　｜　{aim.text}")
        lines.append(f"【担当課】{'、'.join(part.departments)}")
    return lines


def write_nakatsu(plan: Plan) -> None:
    body = plan.body
    lines = [f"第五次{plan.title}（案）", "－パブリックコメント用－", "", "中津市", "", "【目次】"]
    lines += ["◆序文", "１．計画策定の主旨 ………………………… 2", "２．計画の性格と役割 ……………………… 2"]
    lines += ["３．計画の構成と期間 ……………………… 2", "◆基本構想"]
    lines += ["１．将来都市像 ……………………………… 6", "２．基本目標 ………………………………… 7"]
    lines.append("◆基本計画")
    page = 14
    for goal in plan.items:
        lines.append(f"{roman(goal.number)}．{goal.label}")
        for section in goal.children:
            lines.append(f"{section.number[2:].translate(WIDE)}．{section.label} ……… {page}")
            page += 9
    lines += ["Ⅳ．計画の推進にあたって", "", "", "◆序文", "", "１．計画策定の主旨"]
    lines += [f"　{body['主旨']}", "", "２．計画の性格と役割", f"　{body['性格']}"]
    lines += ["", "３．計画の構成と期間", f"　{body['期間']}", "", "", "◆基本構想", ""]
    lines += ["１．将来都市像", f"　将来都市像　{plan.vision}", f"　{body['像']}"]
    lines += ["", "２．基本目標", "　次の三つの基本目標を掲げます。"]
    lines += [f"　基本目標{roman(goal.number)}　{goal.label}" for goal in plan.items]
    lines += ["", "", "◆基本計画（案）"]
    for goal in plan.items:
        lines += ["", "", f"{roman(goal.number)}．{goal.label}"]
        for section in goal.children:
            lines += nakatsu_section(plan, goal, section)
    lines += ["", "", "Ⅳ．計画の推進にあたって", "", "１．市民との対話", f"　{body['対話']}"]
    lines += ["", "２．あらゆる主体との連携", f"　{body['連携']}", ""]
    text = "\r\n".join(lines)
    (HERE / f"{plan.name}.txt").write_bytes(text.encode())


# --- 8: PDF by LibreOffice ----------------------------------------------------------------


def save_pdf(data: bytes, path: Path) -> None:
    """Saves a PDF file with a fixed date and identity, so that it is the same at every run."""
    data = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", b"20200101000000", data)
    data = re.sub(rb"(?<=[</])[0-9A-F]{32}\b", b"0" * 32, data)
    path.write_bytes(data)


def add_kitaakita_intro(document: Docx, plan: Plan) -> None:
    body = plan.body
    document.add_heading("１．計画の概要", 1)
    parts = (
        ("1-1　計画の趣旨", "趣旨"),
        ("1-2　計画の目的", "目的"),
        ("1-3　計画の位置づけ", "位置づけ"),
        ("1-4　計画の区域", "区域"),
        ("1-5　計画の期間", "期間"),
    )
    for head, key in parts:
        document.add_heading(head, 2)
        document.add_paragraph(body[key])
    document.add_heading("２．公共交通を取り巻く課題", 1)
    document.add_paragraph(body["課題"])
    document.add_heading("３．計画の基本方針・基本目標", 1)
    document.add_heading("3-1　本市の公共交通が目指す将来像", 2)
    document.add_paragraph(body["将来像"])
    add_bold(document, f"「{plan.vision}」", 13).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_heading("3-2　計画の基本目標", 2)
    for goal in plan.items:
        add_bold(document, f"基本目標{goal.number}　{goal.label}")
        header = ["指標", "単位", "現状値（平成27年度）", "目標値（平成33年度）"]
        rows = [each.row() for each in plan.under(goal)]
        set_widths(add_table(document, header, rows), (72, 18, 35, 35))


def write_kitaakita(plan: Plan) -> None:
    document = new_docx("Noto Sans CJK JP", 10.5)
    add_cover(document, [(plan.title, 24), ("平成29年3月　策定", 14), ("北秋田市", 18)])
    add_running_heads(document, plan.title)
    add_kitaakita_intro(document, plan)

    def label(item: Item) -> str:
        if item.level == "施策":
            return f"{item.number.translate(WIDE)}　{item.label}"
        return f"{item.level}{item.number}　{item.label}"

    document.add_heading("４．目標達成に向けた施策・プロジェクト", 1)
    document.add_heading("4-1　施策・プロジェクト体系", 2)
    rows = outline_rows(plan.items, label)
    table = add_table(document, ["基本目標", "プロジェクト", "施策"], rows)
    set_widths(table, (48, 42, 70))
    document.add_heading("4-2　施策・プロジェクトの内容", 2)
    for goal in plan.items:
        for project in goal.children:
            document.add_heading(label(project), 3)
            rows = [
                [label(each), plan.body[each.label], "、".join(each.departments)]
                for each in project.children
            ]
            table = add_table(document, ["施策", "内容", "担当課"], rows)
            set_widths(table, (50, 75, 35))
    document.add_heading("５．施策・プロジェクトの推進体制", 1)
    document.add_paragraph(plan.body["推進"])
    document.add_paragraph()
    document.add_paragraph("発行　北秋田市　総務部　総合政策課")
    remove_bold(document)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{plan.name}.docx"
        save_docx(document, source)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        save_pdf(source.with_suffix(".pdf").read_bytes(), HERE / f"{plan.name}.pdf")


# --- 9: PDF in two columns ------------------------------------------------------------------

MINCHO, GOTHIC = "HeiseiMin-W3", "HeiseiKakuGo-W5"
TEXT = ParagraphStyle("text", fontName=MINCHO, fontSize=9, leading=14, wordWrap="CJK")
CELL = ParagraphStyle("cell", TEXT, fontSize=8, leading=11)
BULLET = ParagraphStyle("bullet", TEXT, leftIndent=9, firstLineIndent=-9)
LEAD = ParagraphStyle("lead", TEXT, fontName=GOTHIC, spaceBefore=5, keepWithNext=1)
SLOGAN = ParagraphStyle("slogan", LEAD, alignment=1, spaceAfter=3)
HEAD = ParagraphStyle(
    "head", LEAD, fontSize=11, leading=16, spaceBefore=8, spaceAfter=4, backColor=colors.lightgrey
)
COVER = ParagraphStyle("cover", HEAD, fontSize=18, leading=26, alignment=1, backColor=None)


def arao_policy(plan: Plan, policy: Item) -> list[Flowable]:
    number = policy.number
    story: list[Flowable] = [
        PdfParagraph(f"重点施策（{number.translate(WIDE)}）　{policy.label}", HEAD),
        PdfParagraph(plan.body[f"スローガン{number}"], SLOGAN),
        PdfParagraph(plan.body[f"説明{number}"], TEXT),
        PdfParagraph("【市の取組】", LEAD),
    ]
    for action in policy.children:
        who = "・".join(action.departments)
        story.append(PdfParagraph(f"●{action.label}（{who}）", BULLET))
    story.append(PdfParagraph("【市民の取組】", LEAD))
    for text in plan.body[f"市民{number}"].splitlines():
        story.append(PdfParagraph(f"・{text}", BULLET))
    story.append(PdfParagraph("【指標】", LEAD))
    rows = [["指標", "現状値", "基準年度", "目標値<br/>（平成34年度）"]]
    for each in plan.under(policy):
        now, aim = each.values
        rows.append([each.name, now.text, f"H{now.year - 1988}", aim.text])
    cells = [[PdfParagraph(text, CELL) for text in row] for row in rows]
    grid = [("GRID", (0, 0), (-1, -1), 0.4, colors.black)]
    story.append(PdfTable(cells, [33 * mm, 17 * mm, 16 * mm, 20 * mm], style=grid, repeatRows=1))
    return story


def write_arao(plan: Plan) -> None:
    for name in (MINCHO, GOTHIC):
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    path = HERE / f"{plan.name}.pdf"
    document = BaseDocTemplate(str(path), pagesize=A4, invariant=1, title=plan.title)

    def decorate(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFont(MINCHO, 8)
        canvas.drawRightString(193 * mm, 287 * mm, f"{plan.title}（第二次）概要版")
        canvas.drawCentredString(105 * mm, 8 * mm, str(canvas.getPageNumber()))

    def columns(height: float) -> list[Frame]:
        return [Frame(x * mm, 13 * mm, 90 * mm, height * mm) for x in (13, 107)]

    top = Frame(13 * mm, 222 * mm, 184 * mm, 62 * mm)
    document.addPageTemplates(
        [
            PageTemplate("first", [top, *columns(207)], onPage=decorate),
            PageTemplate("later", columns(270), onPage=decorate),
        ]
    )
    story: list[Flowable] = [
        NextPageTemplate("later"),
        PdfParagraph(f"{plan.title}（第二次）", COVER),
        PdfParagraph("【概要版】", SLOGAN),
        PdfParagraph("平成29年3月策定　荒尾市", SLOGAN),
        Spacer(1, 4 * mm),
        PdfParagraph(f"基本理念　{plan.vision}", SLOGAN),
        PdfParagraph(plan.body["理念"], TEXT),
        FrameBreak(),
    ]
    parts = (("計画の趣旨", "趣旨"), ("計画の位置づけ", "位置づけ"), ("計画の期間", "期間"))
    for head, key in parts:
        story += [PdfParagraph(head, HEAD), PdfParagraph(plan.body[key], TEXT)]
    story.append(PdfParagraph("五つの重点施策", HEAD))
    story.append(PdfParagraph("次の五つの重点施策に、特に力を入れて取り組みます。", TEXT))
    for policy in plan.items:
        story += arao_policy(plan, policy)
    story += [PdfParagraph("計画の推進", HEAD), PdfParagraph(plan.body["推進"], TEXT)]
    story += [Spacer(1, 6 * mm), PdfParagraph("荒尾市　保健福祉部　すこやか未来課", TEXT)]
    document.build(story)


def write_sources(plans: Sequence[Plan]) -> None:
    lines = ["# Sources", ""]
    lines.append("Each plan follows a public plan in its facts; the sentences are our own.")
    lines += ["", "| file | source; what is taken over and what is made up |", "|---|---|"]
    lines += [f"| `{plan.name}` | {plan.data['source']} |" for plan in plans]
    (HERE / "SOURCES.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


WRITERS: dict[str, Callable[[Plan], None]] = {
    "ofunato-kankyo": write_ofunato,
    "okawa-kyoiku": write_okawa,
    "miyazu-jisatsu": write_miyazu,
    "ogi-sogo": write_ogi,
    "fukushima-kanko": write_fukushima,
    "takamatsu-bunka": write_takamatsu,
    "nakatsu-sogo": write_nakatsu,
    "kitaakita-kotsu": write_kitaakita,
    "arao-kenko": write_arao,
}


def main() -> None:
    plans = [read_plan(HERE / "outlines" / f"{name}.toml") for name in WRITERS]
    for plan in plans:
        write_tree(plan)
        write_facts(plan)
        WRITERS[plan.name](plan)
    write_sources(plans)


if __name__ == "__main__":
    main()
