"""Makes the plans of this folder again from their outlines (*.tree, *.facts.json)."""

from __future__ import annotations

import csv
import io
import json
import re
import textwrap
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
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
    LongTable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)

HERE = Path(__file__).parent
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")

TAILS = (
    "関係する機関や団体と連携しながら、計画的に取り組みます。",
    "市民の声を聞きながら、実施の方法を毎年度見直します。",
    "必要な人に確実に届くよう、周知の方法を工夫します。",
    "限られた予算の中で、効果の高いものから順に実施します。",
    "国や県の制度の動きを踏まえ、内容の充実に努めます。",
    "これまでの取組の成果を検証し、より使いやすい形に改めます。",
    "市民が気軽に参加できる機会を増やします。",
    "庁内の関係課が情報を共有し、早めの対応に努めます。",
    "モデルとなる地区で試し、結果を見ながら市内に広げます。",
    "専門家の助言を受けながら、質の向上を図ります。",
    "広報紙やホームページなどで、分かりやすくお知らせします。",
    "実態を調べ、必要な見直しを行います。あわせて財源の確保に努めます。",
    "担い手の不足が課題となっているため、研修の機会を設けます。",
)


@dataclass
class Item:
    """One line of an outline with the items beneath it."""

    level: str
    number: str
    label: str
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """An outline and the facts that stand beside it."""

    name: str
    vision: str
    items: list[Item]
    facts: dict[str, Any]

    @property
    def file(self) -> Path:
        """The path of the plan's file without its ending."""
        return HERE / self.name

    def who(self, item: Item) -> list[str]:
        """The departments that stand beside the item."""
        found: list[str] = self.facts["departments"].get(item.label, [])
        return found

    def indicators(self, item: Item | None = None) -> list[list[str]]:
        """Rows of name, unit and values of the indicators under the item (or under none)."""
        label = item.label if item else None
        return [
            [row["name"], row["unit"] or "", *(value["text"] for value in row["values"])]
            for row in self.facts["indicators"]
            if row["item"] == label
        ]


def plan(name: str) -> Plan:
    """Reads the outline and the facts of one plan."""
    top = Item("", "", "")
    path = [top]
    for line in (HERE / f"{name}.tree").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        depth = (len(line) - len(line.lstrip(" "))) // 2
        level, number, label = (part.strip() for part in line.split(" | ", 2))
        item = Item(level, number, label)
        del path[depth + 1 :]
        path[-1].items.append(item)
        path.append(item)
    vision = next((item.label for item in top.items if item.level == "基本理念"), "")
    items = [item for item in top.items if item.level != "基本理念"]
    facts = json.loads((HERE / f"{name}.facts.json").read_text(encoding="utf-8"))
    return Plan(name, vision, items, facts)


def walk(items: list[Item], depth: int = 0) -> Iterator[tuple[int, Item]]:
    """All items in document order with their depth."""
    for item in items:
        yield depth, item
        yield from walk(item.items, depth + 1)


def tail(item: Item) -> str:
    """A plain sentence that follows a heading."""
    return TAILS[sum(map(ord, item.label)) % len(TAILS)]


def wide(number: str) -> str:
    """The number in full-width digits."""
    return number.translate(WIDE)


def circled(item: Item) -> str:
    """The number of the item in a circle."""
    return CIRCLED[int(item.number) - 1]


def tokorozawa_shogai() -> None:
    """Text for screen readers in cp932: the outline first with 「1の(1)①」, then the body."""
    own = plan("tokorozawa_shogai")
    out = [
        "第6次所沢市障害者支援計画（第7期障害者計画、第7期障害福祉計画、第3期障害児福祉計画）",
        "令和6年3月　所沢市",
        "",
        "1ページ",
        "第1章　計画の基本的事項",
        "第1節　計画の概要",
        "1.計画策定の趣旨",
        "　本市では、障害のある人もない人も共に暮らせるまちを目指してきました。",
        "　前の計画の期間が終わるため、新しい計画を定めます。",
        "2.計画の位置づけ",
        "　所沢市総合計画を上位計画とし、所沢市地域福祉計画や"
        "埼玉県障害者支援計画と整合を図ります。",
        "3.計画の期間",
        "　この計画の期間は令和6年度から令和8年度までの3年間とします。",
        "",
        "29ページ",
        "第2章　施策展開",
        "30ページ",
        "第1節　施策体系",
        "基本理念",
        f"　{own.vision}",
        "施策分野",
    ]
    out += [f"　{top.number}.{top.label}　(p.{32 + 4 * i})" for i, top in enumerate(own.items)]
    out.append("施策分野の方向性")
    for top in own.items:
        out += [f"　{top.number}の({way.number}){way.label}" for way in top.items]
    out += ["31ページ", "第1節　施策体系（つづき）", "取組内容"]
    for top in own.items:
        for way in top.items:
            acts = "　".join(circled(act) + act.label for act in way.items)
            out.append(f"　{top.number}の({way.number}){acts}")
    out += ["", "第2節　施策の内容"]
    for page, top in enumerate(own.items):
        out += ["", f"{32 + 4 * page}ページ", f"{top.number}.{top.label}", "【現状と課題】"]
        out += ["　・アンケート調査では、相談先が分からないという意見が多くありました。"]
        out += [f"　・これまでの取組を続けるとともに、{tail(top)}"]
        for way in top.items:
            out += ["【施策分野の方向性】", f"({way.number}){way.label}", f"　{tail(way)}"]
            out.append("【取組内容】")
            for act in way.items:
                who = f"（担当課：{'、'.join(own.who(act))}）" if own.who(act) else ""
                out += [f"{circled(act)}{act.label}{who}", f"　{tail(act)}"]
        for name, _, base, target in own.indicators(top):
            out += ["【指標】"]
            out += [f"　{name}　現状値（令和4年度）{base}　目標値（令和8年度）{target}"]
    out += [
        "",
        "68ページ",
        "第3章　計画の推進体制",
        "1.計画の推進",
        "　所沢市障害者施策推進協議会で進み具合を確かめます。",
        "2.計画の進行管理",
        "　毎年度、取組の結果をまとめて公表します。",
        "",
        "資料編",
        "用語解説",
        "　インクルーシブ教育システム　障害のある子どもとない子どもが共に学ぶ仕組みのことです。",
        "発行　所沢市　編集　福祉部　障害福祉課",
    ]
    own.file.with_suffix(".txt").write_bytes("\r\n".join([*out, ""]).encode("cp932"))


def onomichi_suido() -> None:
    """Text copied out of a PDF: wrapped lines, page numbers, the outline at the end."""
    own = plan("onomichi_suido")
    out = ["尾道市水道事業ビジョン（案）", "平成 29 年 2 月", "尾道市水道局", "", "目　　次"]
    out += ["第 1 章 尾道市水道事業ビジョン策定の背景・目的 ______________________ 2"]
    out += ["第 4 章 水道事業の理想像と目標 ______________________________________ 40"]
    out += ["第 5 章 目標の実現に向けた具体的取組 ________________________________ 44"]
    out += [
        f"{top.number}. {top.label} ________________________ {44 + 3 * i}"
        for i, top in enumerate(own.items)
    ]
    out += ["5.5. 施策体系図 ____________________________________________________ 58", ""]
    body = [
        "第 1 章 尾道市水道事業ビジョン策定の背景・目的",
        "1.1. 尾道市水道事業ビジョン改定の背景・目的",
        "人口の減少により、水道料金の収入は少なくなる見込みです。本ビジョンは尾道市総合計画を"
        "上位計画とし、国の新水道ビジョン及び広島県水道ビジョンと整合を図ります。",
        "1.2. 目標年度と計画期間",
        "計画期間は、平成 29 年度から平成 38 年度までの 10 年間とします。",
        "第 4 章 水道事業の理想像と目標",
        f"基本理念「{own.vision}」を掲げ、次の章の四つの目標に向けて取り組みます。",
        "第 5 章 目標の実現に向けた具体的取組",
    ]
    for page, top in enumerate(own.items):
        body += [f"{top.number}. {top.label}", f"この目標に向けて、次の施策を進めます。{tail(top)}"]
        for measure in top.items:
            body += [f"({measure.number}) {measure.label}", tail(measure)]
            for act in measure.items:
                body += [f"{circled(act)} {act.label}", f"水道局として{tail(act)}"]
        body += [f"- {46 + 3 * page} -", "", "尾道市水道事業ビジョン（案）"]
    body += ["5.5. 施策体系図", "基本理念　基本目標　施策　具体的取組", own.vision]
    for _, item in walk(own.items):
        body.append(item.label)
    body += [
        "- 58 -",
        "",
        "尾道市水道事業ビジョン（案）",
        "第 6 章 尾道市水道事業ビジョンの推進",
        "6.1. 実施スケジュール",
        "前半の 5 年間は耐震化を優先し、後半の 5 年間で施設の統合を進めます。",
        "6.2. 投資・財政計画と数値目標",
        "表 6.2.1 数値目標",
        "業務指標 単位 現状 目標",
        "(平成 27 年度) (平成 38 年度)",
    ]
    body += [" ".join(row) for row in own.indicators()]
    body += ["6.3. フォローアップ", "毎年度、数値目標の達成状況を確かめ、5 年ごとに見直します。"]
    for line in body:
        out += textwrap.wrap(line, 38, break_on_hyphens=False) if line else [""]
    text = "\n".join([*out, "- 64 -", ""])
    own.file.with_suffix(".txt").write_text(text, encoding="utf-8-sig", newline="\n")


def shibukawa_akiya() -> None:
    """Markdown: chapters, a pipe table of the outline, bullets with a department behind them."""
    own = plan("shibukawa_akiya")
    out = [
        "# 渋川市空家等対策計画",
        "",
        "平成28年11月　渋川市",
        "",
        "## 第1章　計画の概要",
        "",
        "### 1　計画策定の背景",
        "",
        "人口の減少により、使われない住宅が増えています。倒壊や火災の心配も大きくなっています。",
        "",
        "### 2　計画の位置づけ",
        "",
        "本計画は、渋川市総合計画を上位計画とし、渋川市住生活基本計画及び"
        "渋川市公共施設等総合管理計画と整合を図ります。",
        "",
        "### 3　基本的事項",
        "",
        "- **計画期間**　平成29年度から平成33年度まで（5年間）",
        "- **対象地区**　市内全域",
        "- **対象とする空家等の種類**　空家等（法第2条第1項）及び空地",
        "",
        "## 第2章　空家等の状況",
        "",
        "### 1　住宅総数及び空家数",
        "",
        "| 年 | 住宅総数 | 空家数 | 空家率 |",
        "|---|---:|---:|---:|",
        "| 平成20年 | 33,950 | 5,120 | 15.1% |",
        "| 平成25年 | 34,610 | 6,040 | 17.5% |",
        "",
        "### 2　課題",
        "",
        "1. 所有者等が遠方に住み、管理が行き届かない空家等が多い。",
        "2. 相続の手続がされず、所有者が分からない空家等がある。",
        "",
        "## 第3章　空家等及び空地対策に係る基本的な考え方",
        "",
        "### 1　目的",
        "",
        "市民の安全で安心な暮らしを守り、地域の活力を高めます。",
        "",
        "### 2　基本方針",
        "",
        "空家等の管理は所有者等の責任で行うことを原則とし、市は地域や事業者と連携して支援します。",
        "",
        "### 3　施策の体系",
        "",
        "| 基本目標 | 施策 | 主な取組 |",
        "|---|---|---|",
    ]
    for top in own.items:
        for i, measure in enumerate(top.items):
            first = f"{top.number}　{top.label}" if i == 0 else ""
            acts = "<br>".join(f"・{act.label}" for act in measure.items)
            out.append(f"| {first} | ({measure.number}) {measure.label} | {acts} |")
    out += ["", "## 第4章　空家等及び空地に関する対策", ""]
    for top in own.items:
        out += [f"### 基本目標{wide(top.number)}　{top.label}", "", tail(top), ""]
        for measure in top.items:
            out += [f"#### ({measure.number}) {measure.label}", "", tail(measure), ""]
            out += ["主な取組", ""]
            for act in measure.items:
                who = f"（{'、'.join(own.who(act))}）" if own.who(act) else ""
                out.append(f"- **{act.label}**{who}  ")
                out.append(f"  {tail(act)}")
            out.append("")
    out += ["### 成果指標", "", "| 指標 | 単位 | 平成27年度 | 平成33年度 |", "|---|---|---|---|"]
    out += [f"| {' | '.join(row)} |" for row in own.indicators()]
    out += [
        "",
        "※ 空家等の戸数は実態調査の結果による。",
        "",
        "## 第5章　空家等及び空地に関する対策の実施体制",
        "",
        "### 1　庁内組織の体系化",
        "",
        "空家等対策連絡会議を置き、関係する課が情報を共有します。",
        "",
        "### 2　空家等対策協議会の設置",
        "",
        "学識経験者や市民の代表などで組織し、計画の進み具合を確かめます。",
        "",
        "---",
        "",
        "発行　渋川市（市民部市民生活課）　〒377-8501　渋川市石原80番地",
        "",
    ]
    own.file.with_suffix(".md").write_text("\n".join(out), encoding="utf-8")


def settle(path: Path) -> None:
    """Writes the zip file again with fixed times, so that each run gives the same bytes."""
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, old_data in parts:
            data = STAMP.sub(b"2020-01-01T00:00:00Z", old_data) if "core.xml" in name else old_data
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            new.writestr(info, data, zipfile.ZIP_DEFLATED)


def letter(head: str) -> Docx:
    """An empty Word file with a Japanese font, a running head and a page number."""
    doc = Document()
    normal = doc.styles["Normal"]
    normal.font.name = "ＭＳ 明朝"
    normal.font.size = Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "ＭＳ 明朝")
    doc.sections[0].header.paragraphs[0].text = head
    foot = doc.sections[0].footer.paragraphs[0]
    foot.alignment = 1
    foot._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
    return doc


def strong(doc: Docx, text: str, size: float) -> DocxParagraph:
    """A heading that is nothing but bold and larger text."""
    paragraph = doc.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    run.font.size = Pt(size)
    return paragraph


def grid(doc: Docx, rows: list[list[str]]) -> DocxTable:
    """A table with lines."""
    table: DocxTable = doc.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    return table


def join(table: DocxTable, column: int, first: int, last: int) -> None:
    """Merges cells of one column downwards (only the first one holds text)."""
    if last > first:
        cell = table.cell(first, column).merge(table.cell(last, column))
        cell.text = cell.text.strip()


def put(paragraph: DocxParagraph, xml: str) -> None:
    """Adds raw WordprocessingML to the paragraph."""
    spaces = nsdecls("w") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    paragraph._p.append(parse_xml(xml.replace(" ", f" {spaces} ", 1)))


def footnote(doc: Docx, paragraph: DocxParagraph, text: str) -> None:
    """Adds the only footnote of the file."""
    blob = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob.encode(), doc.part.package)
    doc.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    put(paragraph, '<w:r ><w:footnoteReference w:id="1"/></w:r>')


def kisarazu_heading(doc: Docx, item: Item, style: str) -> None:
    """A heading; one has ruby, one a tracked insertion and deletion."""
    paragraph = doc.add_paragraph(f"{item.level}{wide(item.number)}　", style=style)
    mark = 'w:author="事務局" w:date="2017-02-20T09:00:00Z"'
    if item.label.startswith("絆"):
        put(
            paragraph,
            "<w:r ><w:ruby><w:rubyPr/><w:rt><w:r><w:t>きずな</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>絆</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        )
        paragraph.add_run(item.label[1:])
    elif "・支え合い" in item.label:
        before, after = item.label.split("・支え合い")
        paragraph.add_run(before)
        put(paragraph, f'<w:ins w:id="91" {mark}><w:r><w:t>・支え合い</w:t></w:r></w:ins>')
        put(paragraph, f'<w:del w:id="92" {mark}><w:r><w:delText>活動</w:delText></w:r></w:del>')
        paragraph.add_run(after)
    else:
        paragraph.add_run(item.label)


def kisarazu_front(doc: Docx, own: Plan) -> None:
    """Cover, chapters before the measures, table of the outline."""
    strong(doc, "木更津市地域福祉推進プラン", 24)
    doc.add_paragraph("第3期木更津市地域福祉計画・第3次木更津市地域福祉活動計画")
    doc.add_paragraph("平成29年3月")
    doc.add_paragraph("木更津市　社会福祉法人木更津市社会福祉協議会")
    doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    doc.add_paragraph("第１章　プランの策定にあたって", style="見出し 1")
    doc.add_paragraph("１　策定の趣旨", style="見出し 2")
    paragraph = doc.add_paragraph("住民どうしのつながりが弱まり、")
    paragraph.add_run("制度の狭間")
    footnote(doc, paragraph, "どの制度でも支援を受けられない状態のこと。")
    paragraph.add_run("で困る人が増えています。市と社会福祉協議会が一緒にプランをつくりました。")
    doc.add_paragraph("２　プランの位置づけ", style="見出し 2")
    doc.add_paragraph(
        "「木更津市基本構想」を上位計画とし、「木更津市高齢者保健福祉計画」"
        "「きさらづ障がい者プラン」「木更津市子ども・子育て支援事業計画」と整合を図ります。"
    )
    doc.add_paragraph("３　プランの期間", style="見出し 2")
    doc.add_paragraph("平成29年度から平成33年度までの5年間とします。")
    doc.add_paragraph("第２章　プランの基本的な考え方", style="見出し 1")
    doc.add_paragraph("１　基本理念", style="見出し 2")
    doc.add_paragraph(f"「{own.vision}」")
    doc.add_paragraph("２　施策の体系", style="見出し 2")
    rows = [["基本理念", "基本目標", "施策の方向"]]
    spans = []
    for top in own.items:
        spans.append((len(rows), len(rows) + len(top.items) - 1))
        for way in top.items:
            rows.append(["", "", f"{wide(way.number)}　{way.label}"])
        rows[spans[-1][0]][1] = f"{wide(top.number)}　{top.label}"
    rows[1][0] = own.vision
    table = grid(doc, rows)
    join(table, 0, 1, len(rows) - 1)
    for first, last in spans:
        join(table, 1, first, last)


def kisarazu_chiiki() -> None:
    """Word file: styles 「見出し 1」, tables of actions, ruby, text box, footnote, changes."""
    own = plan("kisarazu_chiiki")
    doc = letter("木更津市地域福祉推進プラン")
    for i in (1, 2, 3):
        style = doc.styles.add_style(f"見出し {i}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = doc.styles[f"Heading {i}"]
    kisarazu_front(doc, own)
    doc.add_paragraph("第３章　施策の展開", style="見出し 1")
    for top in own.items:
        kisarazu_heading(doc, top, "見出し 2")
        doc.add_paragraph(f"地域の一人ひとりが主役となるよう、{tail(top)}")
        for way in top.items:
            kisarazu_heading(doc, way, "見出し 3")
            doc.add_paragraph("【現状と課題】")
            doc.add_paragraph("アンケート調査では、関心が高い一方で参加は少ない状況です。")
            doc.add_paragraph(tail(way))
            doc.add_paragraph("【市と社会福祉協議会の取組】")
            rows = [["取組", "内容", "担当課"]]
            rows += [[act.label, tail(act), "、".join(own.who(act))] for act in way.items]
            grid(doc, rows)
        doc.add_paragraph("【指標】")
        grid(
            doc,
            [["指標名", "単位", "現状（平成28年度）", "目標（平成33年度）"], *own.indicators(top)],
        )
    put(
        doc.add_paragraph(),
        '<w:r ><w:pict><v:shape style="width:300pt;height:60pt"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>コラム　つながろう木更津</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>あいさつから始まる地域の輪を紹介します。</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    )
    doc.add_paragraph("第４章　プランの推進体制", style="見出し 1")
    doc.add_paragraph("１　協働による推進", style="見出し 2")
    doc.add_paragraph("市民、事業者、社会福祉協議会、市がそれぞれの役割を果たします。")
    doc.add_paragraph("２　進行管理", style="見出し 2")
    doc.add_paragraph("策定委員会が毎年度、進み具合を評価します。")
    doc.add_paragraph("資料編", style="見出し 1")
    grid(doc, [["区分", "氏名", "所属"], ["学識経験者", "○○　○○", "大学"]])
    doc.add_paragraph("編集　木更津市 福祉部 社会福祉課")
    path = own.file.with_suffix(".docx")
    doc.save(str(path))
    settle(path)


def number_lists(doc: Docx, count: int) -> None:
    """Automatic numbers 「(1)」: one list (id 101, 102 …) for each pillar, each from 1."""
    root = doc.part.numbering_part.element
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/>'
            '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        ),
    )
    for i in range(1, count + 1):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{100 + i}"><w:abstractNumId w:val="90"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )


def ina_jyuseikatsu() -> None:
    """Word file without heading styles: bold text, automatic numbers, typed bullets."""
    own = plan("ina_jyuseikatsu")
    doc = letter("伊那市住生活基本計画")
    strong(doc, "伊那市住生活基本計画", 26)
    for line in ("平成20年度～30年度", "伊那市", "平成20年3月"):
        strong(doc, line, 14)
    doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    strong(doc, "はじめに", 16)
    strong(doc, "１　計画策定の主旨", 12)
    doc.add_paragraph("住宅の量は足りてきましたが、質の向上が求められています。")
    doc.add_paragraph("市民の住まいの目標と施策を示すため、この計画を定めます。")
    strong(doc, "２　計画の位置付け", 12)
    doc.add_paragraph(
        "伊那市総合計画を上位計画とし、長野県住生活基本計画及び"
        "伊那市耐震改修促進計画と整合を図ります。"
    )
    strong(doc, "３　計画の期間", 12)
    doc.add_paragraph("平成20年度から平成30年度までとします。")
    strong(doc, "第１章　住宅をとりまく現状と課題", 16)
    strong(doc, "１　人口・世帯", 12)
    doc.add_paragraph("世帯の数は増え、一世帯の人数は減っています。")
    strong(doc, "第２章　計画の基本方向", 16)
    strong(doc, "１　基本理念", 12)
    doc.add_paragraph(own.vision)
    strong(doc, "２　政策の柱", 12)
    rows = [["政策の柱", "施策"]]
    for i, top in enumerate(own.items):
        measures = [measure.label for measure in top.items]
        rows.append([f"{'ⅠⅡⅢⅣⅤ'[i]}　{top.label}", measures[0]])
        rows += [["", label] for label in measures[1:]]
    table = grid(doc, rows)
    starts = [i for i, row in enumerate(rows) if i and row[0]]
    for first, after in zip(starts, [*starts[1:], len(rows)], strict=True):
        join(table, 0, first, after - 1)
    strong(doc, "第３章　施策の展開", 16)
    number_lists(doc, len(own.items))
    for i, top in enumerate(own.items):
        strong(doc, f"{'ⅠⅡⅢⅣⅤ'[i]}　{top.label}", 14)
        for measure in top.items:
            heading = strong(doc, measure.label, 12)
            properties = heading._p.get_or_add_pPr()
            listing = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{101 + i}"/>'
            properties.append(parse_xml(f"{listing}</w:numPr>"))
            doc.add_paragraph(tail(measure))
            for act in measure.items:
                doc.add_paragraph(f"・{act.label}")
                doc.add_paragraph(f"　　{tail(act)}")
    strong(doc, "第４章　計画の実現に向けて", 16)
    strong(doc, "１　推進体制", 12)
    doc.add_paragraph("庁内の連絡会議で進み具合を確かめ、5年ごとに見直します。")
    strong(doc, "２　成果指標", 12)
    grid(doc, [["指標", "単位", "現状（平成19年度）", "目標（平成30年度）"], *own.indicators()])
    doc.add_paragraph("発行　伊那市　建設部　監理課")
    path = own.file.with_suffix(".docx")
    doc.save(str(path))
    settle(path)


def kakogawa_goal(doc: Docx, own: Plan, top: Item) -> None:
    """One goal with its figures, its measures and their figures."""
    doc.add_heading(f"基本目標{top.number}　{top.label}", 2)
    doc.add_paragraph("＜数値目標＞")
    pick = [[row[0], *row[2:]] for row in own.indicators(top)]
    grid(doc, [["基本目標指標", "基準値", "目標値"], *pick])
    doc.add_paragraph("【基本的方向】")
    for measure in top.items[:3]:
        doc.add_paragraph(f"●　{tail(measure)}")
    doc.add_paragraph("【具体的な施策と重要業績評価指標（KPI）】")
    for measure in top.items:
        doc.add_heading(f"（{measure.number}）{measure.label}", 3)
        doc.add_paragraph(f"●　若い世代の希望に応えるため、{tail(measure)}")
        rows = [[row[0], *row[2:]] for row in own.indicators(measure)]
        if rows:
            grid(doc, [["重要業績評価指標（KPI）", "基準値", "目標値"], *rows])
        doc.add_paragraph("主な事業")
        for act in measure.items:
            doc.add_paragraph(act.label, style="List Bullet")


def kakogawa_senryaku() -> None:
    """Word file with the styles 「Heading 1–3」 and a table of figures under each goal."""
    own = plan("kakogawa_senryaku")
    doc = letter("第2期加古川市まち・ひと・しごと創生総合戦略")
    doc.add_paragraph("第2期加古川市まち・ひと・しごと創生総合戦略", style="Title")
    doc.add_paragraph("令和3（2021）年3月　加古川市")
    doc.add_heading("Ⅰ　第2期加古川市総合戦略の策定にあたって", 1)
    doc.add_heading("1．策定の趣旨", 2)
    doc.add_paragraph("第1期の取組を検証し、人口の減少を抑えるために戦略を改めます。")
    doc.add_heading("2．位置づけ", 2)
    doc.add_paragraph(
        "加古川市総合計画を上位計画とし、加古川市人口ビジョンの展望を踏まえるとともに、"
        "播磨圏域連携中枢都市圏ビジョンと整合を図ります。"
    )
    doc.add_heading("3．計画期間", 2)
    doc.add_paragraph("令和3（2021）年度から令和8（2026）年度までの6年間とします。")
    doc.add_heading("Ⅱ　第2期加古川市総合戦略の方向性", 1)
    doc.add_heading("1．解決すべき重点課題", 2)
    doc.add_paragraph("●合計特殊出生率の改善")
    doc.add_paragraph("●20～44歳の転出超過数の改善")
    doc.add_heading("2．基本目標及び施策体系", 2)
    rows = [["基本目標", "施策"]]
    for top in own.items:
        rows.append([top.label, "\n".join(f"（{way.number}）{way.label}" for way in top.items)])
    grid(doc, rows)
    doc.add_heading(f"3．目指す方向性「{own.vision}」", 2)
    doc.add_paragraph("全体の数値目標を次のとおり定めます。")
    pick = [[row[0], *row[2:]] for row in own.indicators()]
    grid(doc, [["全体目標指標", "基準値", "目標値"], *pick])
    doc.add_heading("Ⅲ　基本目標と施策", 1)
    for top in own.items:
        kakogawa_goal(doc, own, top)
    doc.add_heading("Ⅳ　総合戦略の推進", 1)
    doc.add_heading("1．推進体制", 2)
    doc.add_paragraph("産業界や大学、金融機関などで構成する会議で進み具合を確かめます。")
    doc.add_heading("2．効果検証", 2)
    doc.add_paragraph("数値目標とKPIの達成状況を毎年度公表します。")
    doc.add_paragraph("発行　加古川市　企画部　政策企画課")
    path = own.file.with_suffix(".docx")
    doc.save(str(path))
    settle(path)


THIN = Side(style="thin")


def frame(sheet: Worksheet, first: int, last: int, columns: list[int]) -> None:
    """Lines around the cells of a table, text at the top and wrapped."""
    for row in range(first, last + 1):
        for column in columns:
            cell = sheet.cell(row, column)
            cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def merge(sheet: Worksheet, column: int, first: int, last: int) -> None:
    """Merges the cells of one column."""
    if last > first:
        sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)


def save(book: Workbook, own: Plan) -> None:
    """Saves the workbook beside the outline."""
    path = own.file.with_suffix(".xlsx")
    book.save(path)
    settle(path)


def fill(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Writes the text, as a number where the cell of a real sheet would hold one."""
    cell = sheet.cell(row, column, text)
    if re.fullmatch(r"\d+(\.\d)?", text):
        cell.value = float(text)
        cell.number_format = "0.0" if "." in text else "0"


def utsunomiya_cover(book: Workbook) -> None:
    """The first sheet: title and text."""
    sheet = book.worksheets[0]
    sheet.title = "表紙"
    lines = {
        3: "第2次行政改革大綱",
        5: "宇都宮市",
        6: "平成15年3月",
        9: "1　策定の趣旨",
        10: "分権の時代にふさわしい行政とするため、市の仕事の進め方を見直します。",
        12: "2　位置づけ",
        13: "第4次宇都宮市総合計画を上位計画とし、各部の計画と整合を図ります。",
        15: "3　計画期間",
        16: "平成15年度から平成19年度まで",
        18: "4　推進体制",
        19: "行政改革推進本部が進行を管理し、市民の懇談会の意見を聞きます。",
        22: "担当　総務部　行政改革課",
    }
    for row, text in lines.items():
        sheet.cell(row, 2, text)
    sheet["B3"].font = Font(size=20, bold=True)


def utsunomiya_row(sheet: Worksheet, row: int, step: Item) -> None:
    """One measure with its actions in one cell."""
    sheet.cell(row, 6, step.label)
    if step.items:
        sheet.cell(row, 7, "\n".join(f"・{act.label}" for act in step.items))


def utsunomiya_gyokaku() -> None:
    """Workbook of three sheets: cover, the outline as one table of merged cells, figures."""
    own = plan("utsunomiya_gyokaku")
    book = Workbook()
    utsunomiya_cover(book)
    sheet = book.create_sheet("体系図")
    sheet["B1"] = "第2次行政改革大綱計画体系図"
    sheet["B1"].font = Font(size=14, bold=True)
    sheet["B2"] = "目標"
    sheet["D2"] = own.vision
    heads = {2: "方向", 4: "目的(大分類)", 5: "目的(中分類)", 6: "推進項目", 7: "主要取組事項(例)"}
    for column, text in heads.items():
        sheet.cell(4, column, text).font = Font(bold=True)
        sheet.column_dimensions["ABCDEFG"[column - 1]].width = 28
    row = 5
    for top in own.items:
        top_row = row
        for large in top.items:
            large_row = row
            for middle in large.items:
                middle_row = row
                for step in middle.items:
                    utsunomiya_row(sheet, row, step)
                    row += 1
                sheet.cell(middle_row, 5, middle.label)
                merge(sheet, 5, middle_row, row - 1)
            sheet.cell(large_row, 4, large.label)
            merge(sheet, 4, large_row, row - 1)
        sheet.cell(top_row, 2, top.label)
        merge(sheet, 2, top_row, row - 1)
    frame(sheet, 4, row - 1, list(heads))
    sheet.cell(row + 1, 2, "※主要取組事項は例示であり、実施計画で年度ごとに定めます。")
    figures = book.create_sheet("指標")
    figures["A1"] = "数値目標一覧"
    heading = ("指標", "単位", "現状値（平成13年度）", "目標値（平成19年度）")
    for column, text in enumerate(heading, 1):
        figures.cell(3, column, text)
    for i, line in enumerate(own.indicators()):
        for column, text in enumerate(line, 1):
            fill(figures, 4 + i, column, text)
    frame(figures, 3, 3 + len(own.indicators()), [1, 2, 3, 4])
    save(book, own)


def katsuyama_sheet(sheet: Worksheet, own: Plan) -> int:
    """The list of projects from row 7; returns the row after it."""
    row = 7
    for top in own.items:
        top_row = row
        for risk in top.items:
            risk_row = row
            for project in risk.items:
                sheet.cell(row, 3, project.label)
                sheet.cell(row, 4, "、".join(own.who(project)))
                start = sum(map(ord, project.label)) % 3
                for year in range(5):
                    sheet.cell(row, 5 + year, "○" if year == start else "→" if year > start else "")
                row += 1
            sheet.cell(risk_row, 2, f"{risk.number} {risk.label}")
            merge(sheet, 2, risk_row, row - 1)
        sheet.cell(top_row, 1, f"{top.number} {top.label}")
        merge(sheet, 1, top_row, row - 1)
    return row


def katsuyama_kyojin() -> None:
    """Workbook: a list of projects with two header rows and year columns; a sheet of figures."""
    own = plan("katsuyama_kyojin")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "個別事業一覧"
    sheet["A1"] = "勝山市国土強靭化地域計画　個別事業一覧表"
    sheet["A1"].font = Font(size=14, bold=True)
    sheet["A2"] = "令和4年3月　勝山市"
    sheet["A3"] = "計画期間：令和4年度～令和8年度"
    heads = ["事前に備えるべき目標", "起きてはならない最悪の事態", "事業名", "担当課"]
    for column, text in enumerate(heads, 1):
        sheet.cell(5, column, text)
        merge(sheet, column, 5, 6)
        sheet.column_dimensions["ABCD"[column - 1]].width = 30
    sheet.cell(5, 5, "年度別計画")
    sheet.merge_cells("E5:I5")
    for year in range(5):
        sheet.cell(6, 5 + year, f"R{4 + year}")
    sheet.cell(5, 10, "備考")
    merge(sheet, 10, 5, 6)
    after = katsuyama_sheet(sheet, own)
    frame(sheet, 5, after - 1, list(range(1, 11)))
    notes = (
        "※本表は、勝山市総合計画及び勝山市地域防災計画と整合を図り、毎年度見直す。",
        "※○は着手、→は継続を示す。",
    )
    for i, text in enumerate(notes):
        sheet.cell(after + 1 + i, 1, text)
    figures = book.create_sheet("KPI")
    figures["A1"] = "重要業績評価指標（KPI）"
    for column, text in enumerate(("指標名", "事業名", "単位", "現状値（R2）", "目標値（R8）"), 1):
        figures.cell(3, column, text)
    row = 4
    for _, item in walk(own.items):
        for line in own.indicators(item):
            for column, text in enumerate((line[0], item.label, *line[1:]), 1):
                fill(figures, row, column, text)
            row += 1
    frame(figures, 3, row - 1, [1, 2, 3, 4, 5])
    save(book, own)


def save_csv(own: Plan, rows: list[list[str]], encoding: str) -> None:
    """Saves the rows as a spreadsheet program would export them."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    own.file.with_suffix(".csv").write_bytes(out.getvalue().encode(encoding))


def katsuyama_ichiran() -> None:
    """CSV in cp932, exported from a sheet: what was merged is empty but in the first row."""
    own = plan("katsuyama_ichiran")
    rows = [
        ["勝山市国土強靭化地域計画　個別事業一覧表", "", "", "", ""],
        ["計画期間：令和4年度～令和8年度", "", "", "", "令和4年3月　勝山市"],
        ["", "", "", "", ""],
        ["事前に備えるべき目標", "起きてはならない最悪の事態", "事業名", "担当課", "備考"],
    ]
    for top in own.items:
        goal = f"{top.number} {top.label}"
        for risk in top.items:
            scenario = f"{risk.number} {risk.label}"
            for project in risk.items:
                rows.append([goal, scenario, project.label, "、".join(own.who(project)), ""])
                goal = scenario = ""
    rows.append(
        ["※本表は、勝山市総合計画及び勝山市地域防災計画と整合を図り、毎年度見直す。", *[""] * 4]
    )
    save_csv(own, rows, "cp932")


def shibukawa_ichiran() -> None:
    """CSV in UTF-8 with a byte order mark: every row repeats the goal and the measure."""
    own = plan("shibukawa_ichiran")
    rows = [["渋川市空家等対策計画　施策一覧", "", "", "", ""], [""] * 5]
    rows.append(["基本目標", "施策", "主な取組", "内容", "担当課"])
    for top in own.items:
        for measure in top.items:
            head = [f"基本目標{top.number}　{top.label}", f"({measure.number}) {measure.label}"]
            rows += [
                [*head, act.label, tail(act), "\n".join(own.who(act))] for act in measure.items
            ]
    save_csv(own, rows, "utf-8-sig")


def para(text: str, size: float = 9, space: float = 1, face: str = "HeiseiMin-W3") -> Paragraph:
    """A paragraph of a PDF."""
    style = ParagraphStyle(
        face, fontName=face, fontSize=size, leading=size * 1.5, spaceBefore=space, wordWrap="CJK"
    )
    return Paragraph(text, style)


def bold(text: str, size: float = 11) -> Paragraph:
    """A heading of a PDF, in a Gothic face."""
    return para(text, size, 6, "HeiseiKakuGo-W5")


def lines(rows: list[list[str]], widths: list[float], header: int = 1) -> LongTable:
    """A table of a PDF; its header rows come again on each page."""
    cells = [[para(text, 8, 0) for text in row] for row in rows]
    table = LongTable(cells, colWidths=[width * mm for width in widths], repeatRows=header)
    style: list[Any] = [
        ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
        ("INNERGRID", (1, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    style.append(("LINEAFTER", (0, 0), (0, -1), 0.5, colors.black))
    style += [
        ("LINEABOVE", (0, i), (0, i), 0.5, colors.black) for i, row in enumerate(rows) if row[0]
    ]
    table.setStyle(TableStyle(style))
    return table


def print_pdf(own: Plan, head: str, columns: int, story: list[Flowable]) -> None:
    """Sets the story in one or two columns with a running head and page numbers."""

    def page(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("HeiseiMin-W3", 8)
        canvas.drawRightString(190 * mm, 285 * mm, head)
        canvas.drawCentredString(105 * mm, 10 * mm, f"- {template.page} -")

    width = (174 - 6 * (columns - 1)) / columns
    frames = [
        Frame((18 + i * (width + 6)) * mm, 18 * mm, width * mm, 262 * mm, 0, 0, 0, 0)
        for i in range(columns)
    ]
    path = str(own.file.with_suffix(".pdf"))
    template = BaseDocTemplate(path, pagesize=A4, title=own.facts["title"], invariant=1)
    template.addPageTemplates([PageTemplate(frames=frames, onPage=page)])
    template.build(story)


def kishiwada_kanko() -> None:
    """PDF in two columns: a summary of a draft, 「柱１：」, bullets ◇ with departments."""
    own = plan("kishiwada_kanko")
    story: list[Flowable] = [
        bold("第2次岸和田市観光振興計画（素案／概要版）", 13),
        para("平成29年2月　岸和田市"),
        bold("Ⅰ章　第2次岸和田市観光振興計画の策定にあたって", 11),
        bold("1．計画策定の目的", 10),
        para("前の計画から10年がたち、新しい観光資源が生まれました。"),
        para("市内の資源を市民の暮らしや産業と結び、地域の活力につなげます。"),
        bold("2．計画の位置づけ", 10),
        para(
            "「岸和田市まちづくりビジョン」を上位計画とし、「岸和田市人口ビジョン」と"
            "整合を図ります。"
        ),
        bold("3．計画期間", 10),
        para("平成29年度から平成35年度までの7年間とし、3年、2年、2年の節目で検証します。"),
        bold("Ⅱ章　観光の現状と課題", 11),
        para("・プロモーションが不十分で、訪れる人が祭の時期に偏っています。"),
        para("・観光資源の間の移動が不便です。"),
        bold("Ⅲ章　観光振興で目指す姿", 11),
        para(f"『{own.vision}』", 10),
        bold("Ⅳ章　施策の展開", 11),
    ]
    for top in own.items:
        story += [Spacer(1, 6), bold(f"柱{wide(top.number)}：{top.label}", 11), para(tail(top))]
        for measure in top.items:
            story += [bold(f"施策{wide(measure.number)}　{measure.label}", 10), para(tail(measure))]
            story.append(para("【取り組み】"))
            for act in measure.items:
                story.append(para(f"◇{act.label}（{'、'.join(own.who(act))}）"))
                story.append(para(f"　{tail(act)}", 8))
    rows = [["指標", "単位", "現状(H27)", "目標(H35)"], *own.indicators()]
    story += [bold("Ⅴ章　数値目標", 11), lines(rows, [36, 14, 17, 17]), Spacer(1, 6)]
    story += [
        bold("Ⅵ章　計画の推進体制", 11),
        bold("1．推進の組織", 10),
        para("市、観光振興協会、商工会議所、市民が役割を分けて進めます。"),
        bold("2．進行管理", 10),
        para("推進委員会が節目ごとに進み具合を検証します。"),
        para("問い合わせ　岸和田市 魅力創造部 観光課"),
    ]
    print_pdf(own, "第2次岸和田市観光振興計画（素案／概要版）", 2, story)


def kameoka_front(own: Plan) -> list[Flowable]:
    """Cover and the chapters before the measures."""
    outline = [["", f"基本方針{wide(top.number)}", top.label, ""] for top in own.items]
    for row, top in zip(outline, own.items, strict=True):
        row[3] = "<br/>".join(f"{measure.number}　{measure.label}" for measure in top.items)
    outline[0][0] = own.vision
    return [
        Spacer(1, 60 * mm),
        bold("亀岡市ゼロエミッション計画（案）", 22),
        bold("（亀岡市ごみ処理基本計画（案））", 14),
        para("～2R強化型のライフ・ビジネススタイルでごみを出さない地域社会を目指して～", 11, 10),
        Spacer(1, 60 * mm),
        para("平成29年11月", 12),
        para("亀岡市", 14),
        PageBreak(),
        bold("第1部　亀岡市ゼロエミッション計画", 16),
        bold("第1章　計画の概要", 14),
        para("ごみの減量は市民の暮らしに関わる大きな課題です。計画の要点をこの章に示します。"),
        bold("第2章　計画策定の基本的事項の概要", 14),
        bold("第1　計画策定の背景と目的"),
        para("海のごみや気候の変化が問題となり、ごみを出さない暮らしが求められています。"),
        bold("第2　計画の位置づけ"),
        para(
            "本計画は、亀岡市総合計画を上位計画とし、亀岡市環境基本計画及び"
            "京都府循環型社会形成計画と整合を図ります。"
        ),
        bold("第3　計画期間及び目標年度"),
        para("平成30年度から平成39年度までの10年間とし、平成39年度を目標年度とします。"),
        bold("第3章　基本理念と基本方針", 14),
        bold("第1　基本理念"),
        para(f"「{own.vision}」", 11),
        bold("第2　基本方針"),
        para("基本理念を実現するため、次の四つの方針を定めます。くわしくは第4章に示します。"),
        bold("第4章　基本理念の実現に向けた施策の展開", 14),
        bold("第1　施策の体系図"),
        lines(outline, [34, 24, 56, 60], 0),
        bold("第2　施策の取り組み内容"),
    ]


def kameoka_gomi() -> None:
    """PDF with a cover and tables of actions that break over pages under repeated headers."""
    own = plan("kameoka_gomi")
    story = kameoka_front(own)
    for top in own.items:
        story += [bold(f"基本方針{wide(top.number)}　{top.label}", 12), para(tail(top))]
        rows = [["施策", "取り組み", "内容", "担当課"]]
        for measure in top.items:
            for i, act in enumerate(measure.items):
                first = "" if i else f"{measure.number}<br/>{measure.label}"
                name = f"{circled(act)}{act.label}"
                text = f"{tail(act)}取り組みの結果は広報紙やホームページでお知らせします。"
                rows.append([first, name, text, "<br/>".join(own.who(act))])
        story += [lines(rows, [34, 48, 58, 34]), Spacer(1, 8)]
    figures = [["指標", "単位", "現状（平成28年度）", "目標（平成39年度）"], *own.indicators()]
    story += [
        bold("第5章　減量化及び資源化の目標", 14),
        bold("第1　本計画の減量及び資源化等の目標"),
        lines(figures, [70, 24, 40, 40]),
        bold("第2　計画の推進体制"),
        para("亀岡市環境審議会に進み具合を報告し、5年ごとに計画を見直します。"),
        bold("第2部　計画策定に係る市の概要やごみ処理の動向", 16),
        bold("第6章　亀岡市の基本情報", 14),
        para("本市は京都府の中西部にあり、保津川の流れる盆地に市街地が広がります。"),
        para("編集　亀岡市 環境市民部 環境クリーン推進課"),
    ]
    print_pdf(own, "亀岡市ゼロエミッション計画（案）", 1, story)


def main() -> None:
    """Makes every file of the folder."""
    for face in ("HeiseiMin-W3", "HeiseiKakuGo-W5"):
        pdfmetrics.registerFont(UnicodeCIDFont(face))
    for make in (
        tokorozawa_shogai,
        onomichi_suido,
        shibukawa_akiya,
        kisarazu_chiiki,
        ina_jyuseikatsu,
        kakogawa_senryaku,
        utsunomiya_gyokaku,
        katsuyama_kyojin,
        kishiwada_kanko,
        kameoka_gomi,
        katsuyama_ichiran,
        shibukawa_ichiran,
    ):
        make()


if __name__ == "__main__":
    main()
