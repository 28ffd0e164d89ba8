"""Makes the plan documents of this folder again from their outlines.

Each plan has a typed outline (`<name>.tree`) and its facts (`<name>.facts.json`). This script
lays them out the way the city's own document does: headings, tables, sheets, columns. The body
sentences are plain made-up text. See SOURCES.md.

    python make.py [name ...]

Needs python-docx, openpyxl and reportlab; `annaka_cityplan` also needs LibreOffice (`soffice`)
with the IPA Mincho font.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
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
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

HERE = Path(__file__).parent
STAMP = (2024, 4, 1, 0, 0, 0)
MINCHO = "ＭＳ 明朝"
GOTHIC = "ＭＳ ゴシック"
SHADE = "D9E2F3"


@dataclass
class Node:
    """One item of a plan as its outline states it."""

    level: str
    number: str
    label: str
    children: list[Node] = field(default_factory=list)

    def leaves(self) -> int:
        """Return how many table rows the item spans."""
        return sum(child.leaves() for child in self.children) or 1


@dataclass
class Plan:
    """An outline with its facts."""

    name: str
    vision: str
    items: list[Node]
    facts: dict[str, Any]

    def offices(self, label: str, sep: str) -> str:
        """Return the departments of an item, joined as the document joins them."""
        return sep.join(self.facts["departments"].get(label, []))

    def indicators(self, label: str | None) -> list[dict[str, Any]]:
        """Return the indicators printed under an item."""
        return [found for found in self.facts["indicators"] if found["item"] == label]

    @property
    def target(self) -> Path:
        return HERE / f"{self.name}.{KINDS[self.name][0]}"


def read_plan(name: str) -> Plan:
    """Read `<name>.tree` and `<name>.facts.json`."""
    top = Node("", "", "")
    path = [top]
    for line in (HERE / f"{name}.tree").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        level, number, label = line.strip().split(" | ", 2)
        node = Node(level, number, label)
        path[depth].children.append(node)
        path[depth + 1 :] = [node]
    facts = json.loads((HERE / f"{name}.facts.json").read_text(encoding="utf-8"))
    items = [node for node in top.children if node.level != "基本理念"]
    return Plan(name, facts["vision"] or "", items, facts)


def circled(number: str) -> str:
    return chr(ord("①") + int(number) - 1)


def wide(text: str) -> str:
    """Return digits and hyphens in full width."""
    return text.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))


def roman(number: str) -> str:
    return chr(ord("Ⅰ") + int(number) - 1)


def printed(indicator: dict[str, Any]) -> list[str]:
    """Return an indicator's printed values, oldest first."""
    return [value["text"] for value in indicator["values"]]


def steady_zip(path: Path) -> None:
    """Write a docx or xlsx again without the time of its making."""
    stamp = b"2024-04-01T00:00:00Z"
    with zipfile.ZipFile(path) as old:
        files = [(info.filename, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, blob in files:
            body = blob
            if name == "docProps/core.xml":
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, blob)
            new.writestr(zipfile.ZipInfo(name, STAMP), body, zipfile.ZIP_DEFLATED)


# --- docx ------------------------------------------------------------------------------------


def new_docx(font: str, title: str, *, latin: str = "Century") -> Docx:
    """Return an empty document with a running header and a page number."""
    doc = Document()
    for style in doc.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            set_fonts(style.element.get_or_add_rPr(), font, latin)
    doc.styles["Normal"].font.size = Pt(10.5)
    doc.core_properties.author = ""
    doc.core_properties.title = title
    section = doc.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = title
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("- ")
    page = "<w:r><w:t>1</w:t></w:r>"
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE">{page}</w:fldSimple>'))
    footer.add_run(" -")
    return doc


def set_fonts(properties: Any, font: str, latin: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name, value in (("w:ascii", latin), ("w:hAnsi", latin), ("w:eastAsia", font)):
        fonts.set(qn(name), value)


def bold_line(doc: Docx, text: str, size: float, *, centre: bool = False) -> DocxParagraph:
    """Add a heading as staff often make it: bold and large, without a style."""
    paragraph = doc.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    run.font.size = Pt(size)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def cover(doc: Docx, lines: Sequence[tuple[str, float]]) -> None:
    for _ in range(6):
        doc.add_paragraph()
    for text, size in lines:
        bold_line(doc, text, size, centre=True)
    page_break(doc)


def page_break(doc: Docx) -> None:
    doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def docx_table(doc: Docx, rows: Sequence[Sequence[str]], sizes: Sequence[float] = ()) -> DocxTable:
    """Add a ruled table whose shaded first row repeats on each page."""
    table: DocxTable = doc.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    for line in table.rows:
        line._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, size in zip(line.cells, sizes, strict=False):
            cell.width = Mm(size)
    for column, size in zip(table.columns, sizes, strict=False):
        column.width = Mm(size)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for cell in head.cells:
        cell._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{SHADE}"/>')
        )
    doc.add_paragraph()
    return table


def merge_down(table: DocxTable, column: int, start: int, count: int) -> None:
    """Merge cells of a column, keeping only the first text."""
    for row in range(start + 1, start + count):
        table.cell(row, column).text = ""
    merged = table.cell(start, column).merge(table.cell(start + count - 1, column))
    for extra in merged.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)


def add_footnote(doc: Docx, paragraph: DocxParagraph, text: str) -> None:
    """Add a real footnote; the document has only this one."""
    w = nsdecls("w")
    bar = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {w}>{bar}'
        f'<w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
        f"</w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode("utf-8"), doc.part.package)
    doc.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    paragraph._p.append(
        parse_xml(
            f'<w:r {w}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="1"/></w:r>'
        )
    )


def add_revision(paragraph: DocxParagraph, old: str, new: str) -> None:
    """Add a tracked deletion followed by a tracked insertion."""
    w = nsdecls("w")
    who = 'w:author="環境保全課" w:date="2013-10-21T10:00:00Z"'
    paragraph._p.append(
        parse_xml(f'<w:del {w} w:id="901" {who}><w:r><w:delText>{old}</w:delText></w:r></w:del>')
    )
    paragraph._p.append(
        parse_xml(f'<w:ins {w} w:id="902" {who}><w:r><w:t>{new}</w:t></w:r></w:ins>')
    )


def add_text_box(doc: Docx, lines: Sequence[str]) -> None:
    """Add a text box the way a word processor stores it: once drawn, once as fallback."""
    content = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    content = f"<w:txbxContent>{content}</w:txbxContent>"
    size = 'cx="4680000" cy="1080000"'
    xml = f"""
<w:r {nsdecls("w")}
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent {size}/><wp:docPr id="77" name="テキスト ボックス 1"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>
<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx>{content}</wps:txbx>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:368pt;height:85pt"><v:textbox>{content}</v:textbox>
</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    doc.add_paragraph()._p.append(parse_xml(re.sub(r">\s+<", "><", xml.strip())))


def ruby_run(base: str, reading: str, size: float) -> Any:
    """Return a bold run with small kana above it."""
    half = int(size * 2)
    bold = f'<w:rPr><w:b/><w:sz w:val="{half}"/></w:rPr>'
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/>'
        f'<w:hps w:val="{half // 2}"/><w:hpsRaise w:val="{half - 2}"/>'
        f'<w:hpsBaseText w:val="{half}"/><w:lid w:val="ja-JP"/></w:rubyPr>'
        f"<w:rt><w:r><w:t>{reading}</w:t></w:r></w:rt>"
        f"<w:rubyBase><w:r>{bold}<w:t>{base}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )


def outline_numbering(doc: Docx, lists: int) -> list[str]:
    """Define lists numbered (1), ① by the word processor; return one list id for each."""
    numbering = doc.part.numbering_part.element
    w = nsdecls("w")
    level = (
        '<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText '
        'w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" '
        'w:hanging="420"/></w:pPr></w:lvl>'
    )
    levels = level.format(i=0, kind="decimal", text="(%1)", left=420) + level.format(
        i=1, kind="decimalEnclosedCircle", text="%2", left=840
    )
    first = numbering.find(qn("w:num"))
    abstract = parse_xml(
        f'<w:abstractNum {w} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    first.addprevious(abstract)
    ids = [str(901 + number) for number in range(lists)]
    for number in ids:
        numbering.append(
            parse_xml(
                f'<w:num {w} w:numId="{number}"><w:abstractNumId w:val="90"/><w:lvlOverride '
                f'w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
    return ids


def number_it(paragraph: DocxParagraph, list_id: str, level: int) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
            "</w:numPr>"
        )
    )


ENVIRONMENT_TEXT = (
    "市内の状況を定期的に調べ、結果を市民に分かりやすく知らせます。",
    "市民・事業者と役割を分け合い、無理なく続けられる形で進めます。",
    "国や県、隣り合う市と情報を交換し、効果を確かめながら見直します。",
    "職員が現場を確かめ、必要な手入れを計画的に行います。",
    "相談の窓口を設け、寄せられた声を次の年の事業に生かします。",
)


def say(doc: Docx, *texts: str) -> None:
    for text in texts:
        doc.add_paragraph(text)


def headed(doc: Docx, text: str, depth: int) -> DocxParagraph:
    return doc.add_paragraph(text, style=f"見出し {depth}")


def urayasu_front(doc: Docx) -> None:
    """Write the contents and the chapters before the policies."""
    doc.add_paragraph("目次")
    chapters = ("計画の基本的事項", "環境の現状と課題", "計画の目標", "施策の展開")
    for number, name in enumerate((*chapters, "推進体制および進行管理"), 1):
        doc.add_paragraph(f"第{number}章　{name}\t{number * 6 - 5}")
    page_break(doc)
    headed(doc, "第1章　計画の基本的事項", 1)
    headed(doc, "第1節　計画策定の背景", 2)
    say(
        doc,
        "本市は三方を海と川に囲まれたまちです。平成17年に策定した計画のもとで、身近な環境を"
        "守る取組を続けてきました。",
        "社会の動きに合わせて計画を改め、次の10年の進め方を示します。",
    )
    headed(doc, "第2節　計画の位置づけ", 2)
    say(
        doc,
        "本計画は、浦安市環境基本条例に基づく計画です。「浦安市総合計画」を上位計画とし、"
        "「浦安市都市計画マスタープラン」「浦安市緑の基本計画」「浦安市一般廃棄物処理基本計画」と"
        "整合を図ります。",
    )
    headed(doc, "第3節　計画の期間", 2)
    say(doc, "計画の期間は、平成26年度から平成35年度までの10年間とします。")
    headed(doc, "第2章　環境の現状と課題", 1)
    headed(doc, "第1節　大気環境", 2)
    say(doc, "(1)現状", "幹線道路の交通量が多く、自動車の排出ガスが主な原因となっています。")
    say(doc, "(2)課題", "・測定の継続", "・自動車利用の見直し")
    headed(doc, "第2節　水環境", 2)
    say(doc, "(1)現状", "境川では流れがゆるやかで、夏に水質が下がることがあります。")


def urayasu_scheme(doc: Docx, plan: Plan) -> None:
    """Write the vision and the tree as one merged table."""
    headed(doc, "第3章　計画の目標", 1)
    headed(doc, "第1節　望ましい環境像", 2)
    bold_line(doc, plan.vision, 14, centre=True)
    headed(doc, "第2節　施策の体系", 2)
    rows = [["望ましい環境像", "基本方針", "施策の方向", "施策"]]
    spans: list[tuple[int, int, int]] = []
    for goal in plan.items:
        spans.append((1, len(rows), goal.leaves()))
        for way in goal.children:
            spans.append((2, len(rows), way.leaves()))
            rows += [
                [
                    plan.vision,
                    f"基本方針{goal.number}\n{goal.label}",
                    f"({way.number}){way.label}",
                    f"{circled(step.number)}{step.label}",
                ]
                for step in way.children
            ]
    table = docx_table(doc, rows)
    for column, start, count in [(0, 1, len(rows) - 1), *spans]:
        merge_down(table, column, start, count)


def urayasu_step(doc: Docx, plan: Plan, step: Node, sentences: Iterator[str]) -> None:
    """Write one measure; some carry what editing leaves behind."""
    if step.label == "自転車走行空間の整備":
        line = headed(doc, circled(step.number), 4)
        add_revision(line, "自転車道", "自転車走行空間")
        line.add_run("の整備")
    else:
        line = headed(doc, f"{circled(step.number)}{step.label}", 4)
    if step.label == "ヒートアイランド対策の推進":
        add_footnote(doc, line, "都市の中心部の気温が郊外より高くなる現象をいう。")
    say(doc, next(sentences) + next(sentences), f"担当課：{plan.offices(step.label, '、')}")
    if step.label == "三番瀬の保全と活用":
        column = ("コラム　三番瀬とは", "①東京湾の奥に残る浅い海です。")
        add_text_box(doc, [*column, "②鳥や貝がすむ場所になっています。"])


def make_urayasu(plan: Plan) -> None:
    """Draft plan in docx: named heading styles, tree printed in a table and again in the body."""
    title = "浦安市第2次環境基本計画（素案）"
    doc = new_docx(MINCHO, title)
    for depth in range(1, 5):
        style = doc.styles.add_style(f"見出し {depth}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = doc.styles[f"Heading {depth}"]
        set_fonts(style.element.get_or_add_rPr(), GOTHIC, "Arial")
    cover(doc, [(title, 26), ("平成25年11月", 14), ("浦安市", 18)])
    urayasu_front(doc)
    urayasu_scheme(doc, plan)
    headed(doc, "第4章　施策の展開", 1)
    sentences = cycle(ENVIRONMENT_TEXT)
    for goal in plan.items:
        headed(doc, f"基本方針{goal.number}　{goal.label}", 2)
        say(doc, next(sentences))
        for way in goal.children:
            headed(doc, f"({way.number}){way.label}", 3)
            for step in way.children:
                urayasu_step(doc, plan, step, sentences)
        say(doc, "■指標")
        found = plan.indicators(goal.label)
        docx_table(
            doc,
            [["指標", "単位", "現状値\n（平成24年度）", "目標値\n（平成35年度）"]]
            + [[one["name"], one["unit"], *printed(one)] for one in found],
        )
    headed(doc, "第5章　推進体制および進行管理", 1)
    headed(doc, "第1節　推進体制", 2)
    say(doc, "①環境審議会", "環境の保全に関する大切な事がらを調べ、話し合います。")
    say(doc, "②環境基本計画推進会議", "庁内の関係する課で組織し、施策の調整を行います。")
    headed(doc, "第2節　進行管理", 2)
    say(doc, "毎年度、施策の進み具合を年次報告書にまとめて公表します。")
    page_break(doc)
    say(doc, title, "平成25年11月", "編集・発行　浦安市　都市環境部 環境保全課")
    doc.save(str(plan.target))
    steady_zip(plan.target)


WELFARE_TEXT = (
    "一人ひとりの希望を聞きながら、必要な支援につなげます。",
    "事業所や医療機関との連絡の場を設け、切れ目のない支援に努めます。",
    "制度の内容を広報やホームページで分かりやすく伝えます。",
    "家族の負担が重くならないよう、利用しやすい仕組みに改めます。",
)
WELFARE_NEED = (
    "アンケートでは、支援の情報が届きにくいという声がありました。",
    "利用を望む人が増えており、担い手の確保が求められています。",
    "障害のある人も家族も年齢が高くなり、将来への不安が大きくなっています。",
)


def sanda_front(doc: Docx, plan: Plan) -> None:
    """Write the chapters before the policies."""
    bold_line(doc, "第1章　計画の策定にあたって", 18)
    bold_line(doc, "１　計画策定の趣旨", 14)
    bold_line(doc, "（1）計画策定の目的", 12)
    say(
        doc,
        "障害のある人が、自分で選び、自分らしく暮らせるまちをつくるため、この計画を定めます。",
        "前の計画で進めた施策を引き継ぎ、新しい課題への取組を加えます。",
    )
    bold_line(doc, "（2）国や社会の動向", 12)
    say(doc, "国では障害者制度の改革が進み、差別の解消に関する法律などが施行されました。")
    bold_line(doc, "２　計画の位置づけ", 14)
    say(
        doc,
        "本計画は、障害者基本法に基づく市町村計画です。「三田市総合計画」及び「三田市地域福祉計画」を"
        "上位計画とし、「第5期三田市障害福祉計画」「三田市高齢者保健福祉計画」と整合を図ります。",
    )
    bold_line(doc, "３　計画期間", 14)
    say(doc, "計画期間は、平成30年度から平成35年度までの6年間とします。")
    bold_line(doc, "第2章　障害のある人を取り巻く現状", 18)
    bold_line(doc, "１　障害者手帳の所持者数", 14)
    table = docx_table(
        doc,
        [
            ["手帳の種類", "", "平成27年度", "平成28年度"],
            ["身体障害者手帳", "1級・2級", "1,402", "1,398"],
            ["", "3級～6級", "1,861", "1,870"],
            ["療育手帳", "", "742", "768"],
            ["精神障害者保健福祉手帳", "", "611", "655"],
        ],
    )
    merge_down(table, 0, 1, 2)
    for row in (0, 3, 4):
        table.cell(row, 0).merge(table.cell(row, 1))
    bold_line(doc, "第3章　計画の基本的な考え方", 18)
    bold_line(doc, "１　基本理念", 14)
    bold_line(doc, plan.vision, 14, centre=True)
    bold_line(doc, "２　基本的視点", 14)
    say(doc, "(1)共生", "たがいに認め合い、支え合う社会をめざします。")
    say(doc, "(2)自己決定", "自分のことを自分で決められるよう支えます。")


def make_sanda(plan: Plan) -> None:
    """Decided plan in docx: bold text for headings, automatic numbers, ruby, targets as lines."""
    doc = new_docx(GOTHIC, "第5次三田市障害者福祉基本計画", latin="Arial")
    cover(doc, [("第5次三田市障害者福祉基本計画", 26), ("平成30年3月", 14), ("三田市", 18)])
    sanda_front(doc, plan)
    bold_line(doc, "第4章　推進施策", 18)
    lists = outline_numbering(doc, len(plan.items))
    sentences, needs = cycle(WELFARE_TEXT), cycle(WELFARE_NEED)
    for goal, list_id in zip(plan.items, lists, strict=True):
        line = bold_line(doc, f"基本目標{goal.number}　", 16)
        rest = goal.label
        if rest.startswith("療育"):
            line._p.append(ruby_run("療育", "りょういく", 16))
            rest = rest.removeprefix("療育")
        run = line.add_run(rest)
        run.bold = True
        run.font.size = Pt(16)
        say(doc, next(sentences))
        bold_line(doc, "成果目標", 11)
        for count, one in enumerate(plan.indicators(goal.label), 1):
            now, aim = printed(one)
            say(doc, f"({count}){one['name']}　現状（平成28年度）{now}　目標（平成35年度）{aim}")
        for item in goal.children:
            number_it(bold_line(doc, item.label, 13), list_id, 0)
            bold_line(doc, "現状と課題", 11)
            say(doc, next(needs))
            bold_line(doc, "施策の方向性", 11)
            say(doc, next(sentences))
            bold_line(doc, "主な取組：", 11)
            for step in item.children:
                office = plan.offices(step.label, "・")
                number_it(doc.add_paragraph(f"{step.label}（{office}）"), list_id, 1)
    bold_line(doc, "第5章　計画の推進体制", 18)
    bold_line(doc, "１　庁内の推進体制", 14)
    say(doc, "関係する課による会議を開き、施策の進み具合を確かめます。")
    bold_line(doc, "２　計画の点検・評価", 14)
    say(doc, "三田市健康福祉審議会に毎年度報告し、意見を次の取組に生かします。")
    say(doc, "発行　三田市　健康福祉部 障害福祉課")
    doc.save(str(plan.target))
    steady_zip(plan.target)


# --- xlsx ------------------------------------------------------------------------------------

EDGE = Side(style="thin")
THIN = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)


def put(sheet: Worksheet, place: str, value: str | float, *, head: bool = False) -> Cell:
    """Write a ruled, wrapped cell."""
    cell = sheet[place]
    assert isinstance(cell, Cell)
    cell.value = value
    cell.border = THIN
    cell.alignment = Alignment(wrap_text=True, vertical="center" if head else "top")
    if head:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=SHADE)
    return cell


def put_value(sheet: Worksheet, place: str, text: str) -> None:
    """Write a printed value: a number where it is one, else the text."""
    plain = text.replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", plain):
        put(sheet, place, text)
        return
    digits = len(plain.partition(".")[2])
    cell = put(sheet, place, float(plain) if digits else int(plain))
    cell.number_format = "#,##0" + ("." + "0" * digits if digits else "")


def header(sheet: Worksheet, cells: Sequence[tuple[str, str]]) -> None:
    """Write header cells; a range is merged."""
    for place, text in cells:
        first = place.partition(":")[0]
        for row in sheet[place] if ":" in place else ((sheet[place],),):
            for cell in row:
                put(sheet, cell.coordinate, "", head=True)
        put(sheet, first, text, head=True)
        if ":" in place:
            sheet.merge_cells(place)


def merge_rows(sheet: Worksheet, columns: str, start: int, count: int) -> None:
    for column in columns:
        if count > 1:
            sheet.merge_cells(f"{column}{start}:{column}{start + count - 1}")


def widths(sheet: Worksheet, sizes: dict[str, float]) -> None:
    for column, size in sizes.items():
        sheet.column_dimensions[column].width = size


def make_kaminoyama(plan: Plan) -> None:
    """Comprehensive plan in xlsx: cover, tree and indicators on three sheets, codes apart."""
    book = Workbook()
    front = book.active
    assert isinstance(front, Worksheet)
    front.title = "表紙・概要"
    front["B2"] = "第7次上山市振興計画"
    front["B2"].font = Font(size=20, bold=True)
    front["B3"] = "前期基本計画"
    front["B4"] = "平成28年3月策定　上山市"
    about = (
        ("計画期間", "平成28年度～平成31年度（4年間）"),
        ("将来都市像", plan.vision),
        ("位置づけ", "「上山市まち・ひと・しごと創生総合戦略」と一体で進めます。"),
        ("推進体制", "毎年度、施策評価を行い、結果を市民に公表します。"),
        ("担当", "上山市政策推進課"),
    )
    for row, (name, text) in enumerate(about, 6):
        put(front, f"B{row}", name, head=True)
        put(front, f"C{row}", text)
    widths(front, {"A": 3, "B": 24, "C": 60})

    sheet = book.create_sheet("施策体系")
    sheet["B1"] = "第7次上山市振興計画　前期基本計画　施策体系"
    sheet["B1"].font = Font(size=14, bold=True)
    sheet["B2"] = "※基本構想の五つの柱ごとに整理したもの"
    header(sheet, [("B4:C4", "章"), ("E4:F4", "基本施策"), ("G4:H4", "施策"), ("I4", "主管課")])
    row = 5
    for chapter in plan.items:
        merge_rows(sheet, "BC", row, chapter.leaves())
        put(sheet, f"B{row}", f"第{chapter.number}章")
        put(sheet, f"C{row}", chapter.label)
        for basic in chapter.children:
            merge_rows(sheet, "EF", row, basic.leaves())
            put(sheet, f"E{row}", basic.number)
            put(sheet, f"F{row}", basic.label)
            for step in basic.children:
                put(sheet, f"G{row}", step.number)
                put(sheet, f"H{row}", step.label)
                put(sheet, f"I{row}", plan.offices(step.label, "\n"))
                row += 1
    widths(sheet, {"A": 2, "B": 7, "C": 22, "D": 2, "E": 7, "F": 34, "G": 8, "H": 34, "I": 18})
    sheet.freeze_panes = "A5"

    goals = book.create_sheet("成果指標")
    goals["B1"] = "成果指標一覧"
    header(
        goals,
        [
            ("B3:B4", "施策番号"),
            ("C3:C4", "施策"),
            ("D3:D4", "指標名"),
            ("E3:E4", "単位"),
            ("F3", "現状値"),
            ("F4", "平成26年度"),
            ("G3", "目標値"),
            ("G4", "平成31年度"),
        ],
    )
    codes = {s.label: s.number for c in plan.items for b in c.children for s in b.children}
    for row, one in enumerate(plan.facts["indicators"], 5):
        put(goals, f"B{row}", codes[one["item"]])
        put(goals, f"C{row}", one["item"])
        put(goals, f"D{row}", one["name"])
        put(goals, f"E{row}", one["unit"] or "－")
        for column, text in zip("FG", printed(one), strict=True):
            put_value(goals, f"{column}{row}", text)
    note = 6 + len(plan.facts["indicators"])
    goals[f"B{note}"] = "※「―」は、計画策定時に数値がないもの。"
    goals[f"B{note + 1}"] = "※（累計）は、平成28年度からの合計。"
    widths(goals, {"A": 2, "B": 9, "C": 30, "D": 38, "E": 8, "F": 16, "G": 16})
    book.save(plan.target)
    steady_zip(plan.target)


def broken(label: str) -> str:
    """Break a long label inside its cell, as staff do by hand."""
    if len(label) < 24:
        return label
    at = label.find("、", 8) + 1 or 16
    return f"{label[:at]}\n{label[at:]}"


def make_katsuyama(plan: Plan) -> None:
    """Resilience plan in xlsx: one wide merged table under title rows, two header rows."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "推進方針一覧"
    sheet["L1"] = "別紙1"
    sheet["B2"] = "勝山市国土強靭化地域計画　推進方針一覧"
    sheet["B2"].font = Font(size=16, bold=True)
    sheet.merge_cells("B2:L2")
    sheet["B3"] = "計画期間：令和4年度～令和8年度"
    sheet["I3"] = "令和4年3月　勝山市　総務課 危機管理防災室"
    header(
        sheet,
        [
            ("B5:C6", "事前に備えるべき目標"),
            ("D5:E6", "起きてはならない最悪の事態"),
            ("F5:F6", "推進方針"),
            ("G5:G6", "担当課"),
            ("I5:L5", "重要業績指標（KPI）"),
            ("I6", "指標名"),
            ("J6", "単位"),
            ("K6", "現状値\n（令和3年度）"),
            ("L6", "目標値\n（令和8年度）"),
        ],
    )
    row = 7
    for goal in plan.items:
        merge_rows(sheet, "BC", row, goal.leaves())
        put(sheet, f"B{row}", int(goal.number))
        put(sheet, f"C{row}", broken(goal.label))
        for risk in goal.children:
            merge_rows(sheet, "DE", row, risk.leaves())
            put(sheet, f"D{row}", risk.number)
            put(sheet, f"E{row}", broken(risk.label))
            for step in risk.children:
                put(sheet, f"F{row}", step.label)
                put(sheet, f"G{row}", plan.offices(step.label, "、"))
                for one in plan.indicators(step.label):
                    put(sheet, f"I{row}", one["name"])
                    put(sheet, f"J{row}", one["unit"])
                    for column, text in zip("KL", printed(one), strict=True):
                        put_value(sheet, f"{column}{row}", text)
                row += 1
    notes = (
        "※本計画は、「第6次勝山市総合計画」との調和を図り、「勝山市地域防災計画」等の指針とする。",
        "※（再掲）は、ほかの事態の欄にも掲げた推進方針である。",
        "※目標値の「―」は、県の計画に合わせて後日定める。",
    )
    for offset, text in enumerate(notes, 1):
        sheet[f"B{row + offset}"] = text
    sizes = {"A": 2, "B": 4, "C": 26, "D": 6, "E": 30, "F": 32, "G": 18, "H": 2, "I": 32}
    widths(sheet, {**sizes, "J": 7, "K": 14, "L": 14})
    sheet.print_title_rows = "5:6"
    book.save(plan.target)
    steady_zip(plan.target)


# --- csv -------------------------------------------------------------------------------------


def save_csv(plan: Plan, rows: Sequence[Sequence[str]], encoding: str) -> None:
    """Write rows as a spreadsheet exports them: every row as wide as the widest."""
    width = max(len(row) for row in rows)
    text = io.StringIO(newline="")
    csv.writer(text).writerows([*row, *[""] * (width - len(row))] for row in rows)
    plan.target.write_bytes(text.getvalue().encode(encoding))


def make_kawanishi(plan: Plan) -> None:
    """Gender plan in csv (cp932): every row repeats its parents, and a second table follows."""
    names = ("基本目標", "基本課題", "施策の方向", "具体的施策")
    rows: list[list[str]] = [
        ["第4次川西市ジェンダー平等推進プラン　施策一覧"],
        ["基本理念", plan.vision],
        ["計画期間", "令和6年度～令和13年度"],
        ["上位計画", "第6次川西市総合計画"],
        [],
        [text for name in names for text in ("№", name)] + ["所管\n(令和6年度)"],
    ]
    for goal in plan.items:
        for task in goal.children:
            for way in task.children:
                for step in way.children:
                    chain = (goal, task, way, step)
                    cells = [text for node in chain for text in (node.number, node.label)]
                    rows.append([*cells, plan.offices(step.label, "、")])
    rows += [[], ["【評価指標】"]]
    rows.append(["基本目標", "評価指標", "単位", "現状値（令和4年度）", "目標値（令和13年度）"])
    rows += [
        [one["item"], one["name"], one["unit"], *printed(one)] for one in plan.facts["indicators"]
    ]
    rows.append(["※№は基本目標ごとに付け直す。具体的施策は通し番号とする。"])
    save_csv(plan, rows, "cp932")


def make_yokohama(plan: Plan) -> None:
    """Health plan in csv (utf-8 with a mark): banner rows for life stages, parents only once."""
    rows: list[list[str]] = [
        ["第3期健康横浜21（素案）　行動目標と指標の一覧"],
        ["", "", "", "", "", "横浜市健康福祉局 健康推進課"],
        [f"基本理念：{plan.vision}"],
        ["計画期間：令和6年度～令和17年度", "関連する計画：横浜市中期計画、よこはま保健医療プラン"],
        [],
        ["取組テーマ", "行動目標", "所管課", "指標", "単位", "現状値", "目標値"],
        ["", "", "", "", "", "(令和4年度)", "(令和17年度)"],
    ]
    for stage in plan.items:
        rows.append([f"【{stage.label}】"])
        for theme in stage.children:
            for place, aim in enumerate(theme.children):
                row = [theme.label if place == 0 else "", aim.label, plan.offices(aim.label, "・")]
                for one in plan.indicators(aim.label):
                    row += [one["name"], one["unit"], *printed(one)]
                rows.append(row)
    rows.append(["※「―」は調査を行っていないもの"])
    save_csv(plan, rows, "utf-8-sig")


# --- md --------------------------------------------------------------------------------------

INDUSTRY_TEXT = (
    "市民と事業者が一緒に考え、まちの中で試しながら進めます。",
    "商工会と観光協会の力を借りて、参加しやすい場をつくります。",
    "成果を公表し、翌年度の進め方に生かします。",
)


def make_koganei(plan: Plan) -> None:
    """Industry plan in md: full-width numbers, tree in a table and again under headings."""
    sentences = cycle(INDUSTRY_TEXT)
    out = [
        "# 小金井市産業振興プラン（案）",
        "",
        "平成28年1月15日  ",
        "小金井市　市民部 経済課",
        "",
        "## 第１章 産業振興プランの改定にあたって",
        "",
        "### １．産業振興プランの位置づけ",
        "",
        "本計画は、「第4次小金井市基本構想・後期基本計画」を上位計画とし、「小金井市農業振興計画」"
        "「小金井市都市計画マスタープラン」と整合を図ります。",
        "",
        "### ２．産業振興プラン改定の目的",
        "",
        "平成23年に定めた計画を引き継ぎ、平成28年度から平成32年度までの5年間の進め方を示します。",
        "駅前の整備や人口の変化に合わせて、取組を組み直しました。",
        "",
        "## 第２章 産業振興プラン（前期５年間）の総括",
        "",
        "### １．施策評価",
        "",
        "- 商業の分野では、催しの回数が増えました。",
        "- 農業の分野では、農地の減少が続いています。",
        "",
        "## 第５章 産業振興の基本方針と推進目標",
        "",
        "### １．産業振興の将来像と基本方針",
        "",
        f"> **将来像**　{plan.vision}",
        "",
        "「市民力の活用」、「地域資源の活用による回遊性の創出」、「情報の体系化と受発信力の強化」の"
        "３つの方針に基づき、推進目標を定めます。",
        "",
        "### ２．産業振興の推進目標",
        "",
        "| 推進目標 | 指標 | 単位 | 現状値<br>（平成26年度） | 目標値<br>（平成32年度） |",
        "|:--|:--|:-:|--:|--:|",
    ]
    for one in plan.facts["indicators"]:
        now, aim = printed(one)
        out.append(f"| {one['item']} | {one['name']} | {one['unit']} | {now} | {aim} |")
    out += ["", "## 第６章 目標の実現に向けて", "", "### １．施策体系", ""]
    out += ["| 推進目標 | 施策 | 推進事業 |", "|---|---|---|"]
    for goal in plan.items:
        for place, task in enumerate(goal.children):
            first = f"推進目標{wide(goal.number)}<br>{goal.label}" if place == 0 else ""
            steps = "<br>".join(f"{circled(s.number)}{s.label}" for s in task.children)
            out.append(f"| {first} | 施策{wide(task.number)}　{task.label} | {steps} |")
    out += ["", "### ２．推進事業", ""]
    for goal in plan.items:
        out += [f"#### 推進目標{wide(goal.number)}　{goal.label}", "", next(sentences), ""]
        for task in goal.children:
            out += [f"##### 施策{wide(task.number)}　{task.label}", "", next(sentences), ""]
            for step in task.children:
                office = plan.offices(step.label, "、")
                out.append(f"- **{circled(step.number)}{step.label}**（担当：{office}）  ")
                out.append(f"  {next(sentences)}")
            out.append("")
    out += [
        "### ３．推進事業の体制",
        "",
        "市、小金井市商工会、小金井市観光協会が連携し、事業ごとに次の役割を担います。",
        "",
        "1. 市は、全体の調整を行います。",
        "2. 商工会は、事業者への支援を行います。",
        "3. 観光協会は、情報の受発信を行います。",
        "",
    ]
    plan.target.write_text("\n".join(out), encoding="utf-8", newline="\n")


# --- pdf -------------------------------------------------------------------------------------

ELDERLY_TEXT = (
    "地域の団体と力を合わせ、身近な場所で続けられるようにします。",
    "相談を受けた人が必要な支援に早くつながるよう努めます。",
    "広報や講座を通じて、制度を分かりやすく伝えます。",
    "関係する機関が集まる場を定期的に設けます。",
)


def style(size: float, *, gothic: bool = False, **more: Any) -> ParagraphStyle:
    font = "HeiseiKakuGo-W5" if gothic else "HeiseiMin-W3"
    return ParagraphStyle(
        "", fontName=font, fontSize=size, leading=size * 1.5, wordWrap="CJK", **more
    )


def ruled(rows: list[list[Any]], sizes: Sequence[float], extra: Sequence[Any] = ()) -> Table:
    """Return a ruled table whose shaded first row repeats after a page break."""
    table = Table(rows, colWidths=[size * mm for size in sizes], repeatRows=1)
    table.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor(f"#{SHADE}")),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *extra,
        ]
    )
    return table


def elderly_intro(plan: Plan) -> Iterator[Flowable]:
    title = style(20, gothic=True, alignment=TA_CENTER)
    head, text = style(12, gothic=True, spaceBefore=6), style(9.5)
    yield Paragraph("貝塚市高齢者福祉計画・第9期介護保険事業計画", title)
    yield Paragraph("概要版", title)
    yield FrameBreak()
    sections = (
        (
            "計画策定の背景・目的",
            "本市では高齢化率が上がり続けています。健康に過ごせる期間を延ばし、介護が必要になっても"
            "住み慣れた地域で暮らせるよう、この計画を定めます。",
        ),
        (
            "計画の位置づけ",
            "本計画は、老人福祉法と介護保険法に基づく計画を一つにまとめたものです。「貝塚市総合計画」"
            "「第4次貝塚市地域福祉計画」を上位計画とし、「大阪府高齢者計画」と整合を図ります。",
        ),
        ("計画の期間", "令和6年度から令和8年度までの3年間とします。"),
        ("計画の基本理念", plan.vision),
        (
            "日常生活圏域",
            "おおむね中学校区を単位として、次の圏域を定めています。①第一・第四圏域　②第二圏域　"
            "③第三圏域　④第五圏域",
        ),
        (
            "計画の推進体制",
            "介護保険事業の運営に関する委員会で毎年度の実績を点検し、結果を公表します。",
        ),
    )
    for name, body in sections:
        yield Paragraph(name, head)
        yield Paragraph(body, text)


def elderly_scheme(plan: Plan) -> Iterator[Flowable]:
    small = style(9)
    yield Paragraph("施策の体系", style(14, gothic=True, spaceAfter=6))
    rows: list[list[Any]] = [["基本目標", "主な施策"]]
    spans = []
    for goal in plan.items:
        spans.append(("SPAN", (0, len(rows)), (0, len(rows) + len(goal.children) - 1)))
        first: Paragraph | str = Paragraph(f"{roman(goal.number)}　{goal.label}", small)
        for policy in goal.children:
            rows.append([first, Paragraph(f"{policy.number}　{policy.label}", small)])
            first = ""
    yield ruled(rows, (75, 95), [("FONT", (0, 0), (-1, 0), "HeiseiKakuGo-W5", 9), *spans])


def elderly_body(plan: Plan) -> Iterator[Flowable]:
    sentences = cycle(ELDERLY_TEXT)
    goal_style = style(12, gothic=True, spaceBefore=8, backColor=colors.HexColor(f"#{SHADE}"))
    policy_style, item_style = style(11, gothic=True, spaceBefore=6), style(10, gothic=True)
    text = style(9.5)
    for goal in plan.items:
        yield Paragraph(f"基本目標{roman(goal.number)}　{goal.label}", goal_style)
        yield Paragraph(next(sentences), text)
        for policy in goal.children:
            office = plan.offices(policy.label, "・")
            heading = f"{policy.number}　{policy.label}【{office}】"
            yield Paragraph(heading, policy_style)
            for item in policy.children:
                yield Paragraph(f"({item.number}){item.label}", item_style)
                yield Paragraph(next(sentences) + next(sentences), text)


def elderly_tables(plan: Plan) -> Iterator[Flowable]:
    head, small = style(14, gothic=True, spaceAfter=6), style(8.5)
    kana = ("FONT", (0, 0), (-1, -1), "HeiseiMin-W3", 8.5)
    yield Paragraph("第1号被保険者の介護保険料", head)
    yield Paragraph(
        "介護保険のサービスにかかる費用の23％を、65歳以上の人（第1号被保険者）の保険料でまかないます。"
        "保険料は、所得に応じて次の13段階に分けて納めます。前の期からの積立金を取り崩し、基準額の"
        "上がり方をゆるやかにします。",
        style(9.5, spaceAfter=8),
    )
    rates = ("0.285", "0.485", "0.685", "0.90", "1.00", "1.20", "1.30", "1.50", "1.70", "1.90")
    steps: list[list[Any]] = [["所得段階", "対象となる人", "保険料率"]]
    for place, rate in enumerate((*rates, "2.10", "2.30", "2.40"), 1):
        who = "本人が市民税非課税" if place <= len(rates) // 2 else "本人が市民税課税"
        steps.append([f"第{place}段階", who, f"基準額×{rate}"])
    roomy = [("TOPPADDING", (0, 0), (-1, -1), 5), ("BOTTOMPADDING", (0, 0), (-1, -1), 5)]
    yield ruled(steps, (30, 90, 50), [kana, *roomy])
    yield Spacer(1, 12 * mm)
    yield Paragraph("主な取組みの実績と見込み", head)
    years = [f"令和{year}年度\n（{'実績' if year < 5 else '見込み'}）" for year in range(3, 9)]
    rows: list[list[Any]] = [["項目", "内容", "単位", *years]]
    for one in plan.facts["indicators"]:
        names = [Paragraph(one["item"], small), Paragraph(one["name"], small)]
        rows.append([*names, one["unit"], *printed(one)])
    yield ruled(rows, (34, 34, 11, *[16] * 6), [kana])
    yield Spacer(1, 10 * mm)
    yield Paragraph("令和6年3月発行　貝塚市　福祉部 高齢介護課", small)


def make_kaizuka(plan: Plan) -> None:
    """Summary of a care plan in pdf: two columns, CID fonts, a table over a page break."""
    for font in ("HeiseiMin-W3", "HeiseiKakuGo-W5"):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    width, height = A4
    side, gap, low = 18 * mm, 8 * mm, 20 * mm
    column = (width - 2 * side - gap) / 2

    def frames(tall: float) -> list[Frame]:
        return [Frame(side + place * (column + gap), low, column, tall) for place in (0, 1)]

    def furniture(canvas: Canvas, doc: BaseDocTemplate) -> None:
        canvas.setFont("HeiseiMin-W3", 8)
        name = "貝塚市高齢者福祉計画・第9期介護保険事業計画（概要版）"
        canvas.drawRightString(width - side, height - 12 * mm, name)
        canvas.drawCentredString(width / 2, 10 * mm, str(doc.page))

    banner = Frame(side, height - 55 * mm, width - 2 * side, 35 * mm)
    whole = Frame(side, low, width - 2 * side, height - 40 * mm)
    doc = BaseDocTemplate(
        str(plan.target), pagesize=A4, invariant=1, title=plan.facts["title"], author="貝塚市"
    )
    doc.addPageTemplates(
        [
            PageTemplate("first", [banner, *frames(height - 80 * mm)], onPage=furniture),
            PageTemplate("two", frames(height - 40 * mm), onPage=furniture),
            PageTemplate("one", [whole], onPage=furniture),
        ]
    )
    story: list[Flowable] = [*elderly_intro(plan), NextPageTemplate("one"), PageBreak()]
    story += [*elderly_scheme(plan), NextPageTemplate("two"), PageBreak()]
    story += [*elderly_body(plan), NextPageTemplate("one"), PageBreak(), *elderly_tables(plan)]
    doc.build(story)


CITY_TEXT = (
    "周りの環境に配慮しながら、地域の特性に合った整備を進めます。",
    "県や関係する機関と調整し、できるところから段階的に取り組みます。",
    "住民の意見を聞き、合意を得ながら計画を具体化します。",
    "既にある施設を大切に使い、維持管理の費用を抑えます。",
)


def city_front(doc: Docx, plan: Plan) -> None:
    """Write the cover, the contents and the chapters before the policies."""
    cover(doc, [("安中市都市計画マスタープラン", 26), ("平成27年3月策定", 14), ("安中市", 18)])
    doc.add_paragraph("目　次")
    front = ("第1章　都市計画マスタープランとは", "第2章　都市の現況と課題", "第3章　将来都市像")
    entries = [(name, 3) for name in front]
    for chapter, pages in zip(plan.items, ((4, 4, 4, 5, 5, 5, 5, 5), (6,) * 5), strict=True):
        names = [f"　第{section.number}節　{section.label}" for section in chapter.children]
        names.insert(0, f"第{chapter.number}章　{chapter.label}")
        entries += zip(names, pages, strict=True)
    for name, page in [*entries, ("第6章　実現に向けて", 7)]:
        doc.add_paragraph(f"{name}{'・' * (34 - len(name))}{page}")
    page_break(doc)
    doc.add_heading("第1章　都市計画マスタープランとは", 1)
    doc.add_heading("1-1　計画の目的", 2)
    doc.add_paragraph(
        "市の現状や住民の意向を踏まえ、市全体と各地域のあるべき姿を示し、まちづくりの方針を定めます。"
    )
    doc.add_heading("1-2　計画の位置付け", 2)
    doc.add_paragraph(
        "本計画は、都市計画法第18条の2に基づく計画です。「安中市総合計画」及び「安中都市計画区域の"
        "整備、開発及び保全の方針」を上位計画とし、「安中市環境基本計画」と整合を図ります。"
    )
    doc.add_heading("1-3　目標年次", 2)
    doc.add_paragraph("計画期間は、平成27年度から平成46年度までの20年間とします。")
    doc.add_heading("第2章　都市の現況と課題", 1)
    doc.add_heading("2-1　現況", 2)
    doc.add_paragraph("（1）人口は減り続けており、高齢化が進んでいます。")
    doc.add_paragraph("（2）郊外に住宅が広がり、中心部の空き地が増えています。")
    doc.add_heading("2-2　課題", 2)
    doc.add_paragraph("まとまりのある市街地をつくり、移動の手段を守ることが求められます。")
    doc.add_heading("第3章　将来都市像", 1)
    line = doc.add_paragraph(plan.vision)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def make_annaka(plan: Plan) -> None:
    """City planning master plan in pdf, printed from a word processor with embedded fonts."""
    title = "安中市都市計画マスタープラン"
    doc = new_docx("IPAMincho", title, latin="IPAMincho")
    city_front(doc, plan)
    sentences = cycle(CITY_TEXT)
    for chapter in plan.items:
        opening = doc.add_heading(f"第{chapter.number}章　{chapter.label}", 1)
        opening.paragraph_format.page_break_before = True
        doc.add_paragraph(next(sentences))
        for section in chapter.children:
            doc.add_heading(f"第{section.number}節　{section.label}", 2)
            doc.add_paragraph(next(sentences) + next(sentences))
            for policy in section.children:
                doc.add_heading(f"{wide(policy.number)}　{policy.label}", 3)
                doc.add_paragraph(next(sentences) + next(sentences))
                for item in policy.children:
                    doc.add_heading(f"({item.number}) {item.label}", 4)
                    doc.add_paragraph("・" + next(sentences))
                    doc.add_paragraph("・" + next(sentences))
    doc.add_heading("第6章　実現に向けて", 1).paragraph_format.page_break_before = True
    doc.add_heading("6-1　推進体制", 2)
    doc.add_paragraph("市民、事業者、市が役割を分け合い、協働のまちづくりを進めます。")
    doc.add_heading("（1）市民の役割", 3)
    doc.add_paragraph("地域のまちづくりに関心を持ち、話し合いの場に参加します。")
    doc.add_heading("（2）事業者の役割", 3)
    doc.add_paragraph("開発や建築の際に、この計画の方針に沿うよう努めます。")
    doc.add_heading("（3）市の役割", 3)
    doc.add_paragraph("情報を公開し、関係する課が連携して事業を進めます。")
    doc.add_heading("6-2　目標指標", 2)
    rows = [["指標", "単位", "現状値（平成26年度）", "目標値（平成46年度）"]]
    rows += [[one["name"], one["unit"], *printed(one)] for one in plan.indicators(None)]
    docx_table(doc, rows)
    doc.add_heading("6-3　実現化プログラム", 2)
    doc.add_paragraph("方針ごとの担当課と取組の時期は、次の表のとおりです。")
    periods = cycle((("○", "○", ""), ("", "○", "○"), ("○", "○", "○")))
    rows = [["章・節", "方針", "担当課", "短期", "中期", "長期"]]
    spans = []
    for chapter in plan.items:
        for section in chapter.children:
            spans.append((len(rows), len(section.children)))
            where = f"第{chapter.number}章 第{section.number}節\n{section.label}"
            for policy in section.children:
                name = f"{wide(policy.number)}　{policy.label}"
                rows.append([where, name, plan.offices(policy.label, "、"), *next(periods)])
    table = docx_table(doc, rows, (34, 48, 38, 12, 12, 12))
    for start, count in spans:
        merge_down(table, 0, start, count)
    doc.add_paragraph("編集・発行　安中市　建設部 都市整備課")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{plan.name}.docx"
        doc.save(str(source))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        export = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
        command += ["--convert-to", export, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        plan.target.write_bytes(steady_pdf(source.with_suffix(".pdf").read_bytes()))


def steady_pdf(blob: bytes) -> bytes:
    """Take the time of making and the random file id out of a pdf, keeping its length."""
    blob = re.sub(rb"/CreationDate\(D:\d{14}", b"/CreationDate(D:20150331000000", blob)
    blob = re.sub(rb"<[0-9A-F]{32}>", b"<" + b"0" * 32 + b">", blob)
    return re.sub(rb"/DocChecksum /[0-9A-F]{32}", b"/DocChecksum /" + b"0" * 32, blob)


KINDS: dict[str, tuple[str, Callable[[Plan], None]]] = {
    "urayasu_environment": ("docx", make_urayasu),
    "sanda_disability": ("docx", make_sanda),
    "kaminoyama_comprehensive": ("xlsx", make_kaminoyama),
    "katsuyama_resilience": ("xlsx", make_katsuyama),
    "kawanishi_gender": ("csv", make_kawanishi),
    "yokohama_health": ("csv", make_yokohama),
    "koganei_industry": ("md", make_koganei),
    "kaizuka_elderly": ("pdf", make_kaizuka),
    "annaka_cityplan": ("pdf", make_annaka),
}


def main(names: Sequence[str]) -> None:
    """Make the named plans, or all."""
    for name in names or KINDS:
        KINDS[name][1](read_plan(name))


if __name__ == "__main__":
    main(sys.argv[1:])
