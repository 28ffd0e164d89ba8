"""Makes the nine plans of this folder again, with their trees and facts."""

import csv
import io
import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus import Paragraph as Flow
from reportlab.platypus import Table as FlowTable

from tests.importers.plans.making import page_break

HERE = Path(__file__).parent
WIDE = str.maketrans("0123456789-()", "０１２３４５６７８９－（）")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN = "ⅠⅡⅢⅣⅤⅥ"
DAY = (2024, 1, 1, 0, 0, 0)

POOL = [
    "対象となる市民に情報が届くよう、周知の方法を工夫します。",
    "関係する団体と話し合いながら、できるところから始めます。",
    "窓口での相談を通じて、必要な支援につなげます。",
    "実施した結果は毎年度まとめ、次の年度の進め方に生かします。",
    "地域ごとの事情に合わせて、内容や回数を見直します。",
    "職員の研修を行い、対応の質を高めます。",
    "これまでの参加者の声を聞き、続けやすい形に改めます。",
    "市の広報紙やホームページに分かりやすい記事を載せます。",
    "他の課とも役割を分け合い、重なりのないように進めます。",
    "若い世代にも関心を持ってもらえる機会を増やします。",
    "限られた予算の中で、効果の高いものから順に行います。",
    "国や県の制度も使いながら、無理のない範囲で広げます。",
]
LEADS = [
    "市民意識調査では、取組を知らないと答えた人がなお多くいます。",
    "前の計画の期間に一定の成果はありましたが、参加者が固定しています。",
    "担い手が年々減っており、新しい協力者を見つけることが課題です。",
    "相談の件数は増えており、内容も複雑になっています。",
    "必要とする人に情報が十分に届いていないという声があります。",
]
NEXT = [
    "このため、関係機関とともに取組を進めます。",
    "今後は、身近な場所での取組を増やします。",
    "引き続き、市民の理解を広げていきます。",
]


@dataclass
class Node:
    """One item of a plan's tree."""

    level: str
    number: str
    label: str
    depts: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


@dataclass
class Plan:
    """A plan: its outline, its facts and the writer of its file."""

    name: str
    outline: str
    facts: dict[str, Any]
    write: Callable[["Plan", Path], None]

    @property
    def roots(self) -> list[Node]:
        return [n for n in parse(self.outline) if n.level != "基本理念"]


def parse(outline: str) -> list[Node]:
    """The nodes of an outline: two spaces a level, departments after «@»."""
    roots: list[Node] = []
    stack: list[Node] = []
    for line in outline.strip("\n").split("\n"):
        depth = (len(line) - len(line.lstrip(" "))) // 2
        item, _, depts = line.strip().partition(" @")
        level, number, label = item.split(" | ", 2)
        node = Node(level, number, label, depts.split("・") if depts else [])
        stack = stack[:depth]
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def walk(nodes: list[Node]) -> Iterator[Node]:
    """All nodes in the order of the document."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def leaves(node: Node) -> list[Node]:
    return [n for n in walk([node]) if not n.children]


def wide(text: str) -> str:
    return text.translate(WIDE)


def says(index: int, pool: list[str] | None = None) -> str:
    chosen = pool or POOL
    return chosen[index % len(chosen)]


def prose(index: int) -> str:
    return says(index, LEADS) + says(index, NEXT)


def value(kind: str, year: int | None, text: str, scope: str | None = None) -> dict[str, Any]:
    """One value of an indicator, from the words printed in its cell."""
    found = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))]
    signs = {"以上": "ge", "以下": "le", "～": "range", "〜": "range"}
    signs |= {"維持": "maintain", "―": "none"}
    operator = next((op for sign, op in signs.items() if sign in text), "eq" if found else "text")
    span = found if operator == "range" else [None, None]
    number = found[0] if found and operator != "range" else None
    return {
        "kind": kind,
        "year": year,
        "operator": operator,
        "number": number,
        "lower": span[0],
        "upper": span[1],
        "scope": scope,
        "text": text,
    }


def indicator(
    name: str,
    item: str | None,
    unit: str | None,
    baseline: tuple[int | None, str],
    *targets: tuple[int | None, str],
    scope: str | None = None,
) -> dict[str, Any]:
    values = [value("baseline", *baseline, scope)]
    values += [value("target", *target, scope) for target in targets]
    return {"name": name, "item": item, "unit": unit, "values": values}


def facts(
    source: str,
    title: str,
    period: list[int],
    vision: str | None,
    relations: list[str],
    indicators: list[dict[str, Any]],
    **other: str | None,
) -> dict[str, Any]:
    keys = ["edition", "part", "form", "stage", "publisher", "department", "published"]
    return {
        "source": source,
        "title": title,
        **{key: other.get(key) for key in keys},
        "period": period,
        "vision": vision,
        "departments": {},
        "indicators": indicators,
        "relations": relations,
    }


def cells(plan: Plan, item: str | None) -> list[list[str]]:
    """Indicator rows (name, unit, values as printed) of one item."""
    chosen = [i for i in plan.facts["indicators"] if i["item"] == item]
    return [[i["name"], i["unit"] or "", *(v["text"] for v in i["values"])] for i in chosen]


# --- docx -----------------------------------------------------------------------------------


def field_run(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            mark = f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
        else:
            mark = f'<w:instrText {nsdecls("w")} xml:space="preserve">{code}</w:instrText>'
        run._r.append(parse_xml(mark))


def new_docx(running: str, font: str = "ＭＳ 明朝") -> Docx:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = font
    normal.font.size = Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    section = document.sections[0]
    section.header.paragraphs[0].text = running
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("- ")
    field_run(foot, "PAGE")
    foot.add_run(" -")
    return document


def big(document: Docx, text: str, size: float, centre: bool = False) -> Paragraph:
    """A heading that is only large and bold."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    run.font.size = Pt(size)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def texts(document: Docx, *lines: str) -> None:
    for line in lines:
        document.add_paragraph("　" + line)


def grid(document: Docx, rows: list[list[str]], header: bool = True) -> Table:
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if header:
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    return cast(Table, table)


def merge_down(table: Table, column: int, first: int) -> None:
    """Merges cells with nothing below a filled cell of one column."""
    start = first
    count = len(table.rows)
    column_cells = [table.cell(row, column) for row in range(count)]
    filled = [bool(cell.text) for cell in column_cells]
    for row in range(first + 1, count + 1):
        if row == count or filled[row]:
            if row - 1 > start:
                merged = column_cells[start].merge(column_cells[row - 1])
                for extra in merged.paragraphs[1:]:
                    extra._p.getparent().remove(extra._p)
            start = row


def outline_rows(roots: list[Node], shows: list[Callable[[Node], str]]) -> list[list[str]]:
    """One row per leaf; an upper item stands only in its first row."""
    rows: list[list[str]] = []

    def add(node: Node, before: list[str]) -> None:
        here = [*before, shows[len(before)](node)]
        if not node.children:
            rows.append(here + [""] * (len(shows) - len(here)))
            return
        for index, child in enumerate(node.children):
            add(child, here if index == 0 else [""] * len(here))

    for root in roots:
        add(root, [])
    return rows


def fixed(path: Path) -> None:
    """Gives a zip file's members one date, so that the file comes out the same again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"2024-01-01T00:00:00Z", data)
            member = zipfile.ZipInfo(info.filename, DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, data)
    path.write_bytes(buffer.getvalue())


def ruby(paragraph: Paragraph, base: str, reading: str) -> None:
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr>'
            f"<w:rt><w:r><w:t>{reading}</w:t></w:r></w:rt>"
            f"<w:rubyBase><w:r><w:t>{base}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        )
    )


def tracked(paragraph: Paragraph, before: str, old: str, new: str, after: str) -> None:
    who = 'w:author="担当" w:date="2023-02-01T09:00:00Z"'
    paragraph.add_run(before)
    for tag, word, text in (("del", "delText", old), ("ins", "t", new)):
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="{len(paragraph._p) + 90}" {who}>'
                f"<w:r><w:{word}>{text}</w:{word}></w:r></w:{tag}>"
            )
        )
    paragraph.add_run(after)


def text_box(document: Docx, lines: list[str]) -> None:
    inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            '<v:rect style="width:400pt;height:90pt"><v:textbox><w:txbxContent>'
            f"{inner}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
        )
    )


def footnote(document: Docx, paragraph: Paragraph, text: str) -> None:
    body = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        body.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RT.FOOTNOTES)
    run = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'
    paragraph._p.append(parse_xml(run))


# --- 1: 男女共同参画 ------------------------------------------------------------------------

OGAKI = """
基本理念 | - | 性別による制約を受けず 誰もがいきいきと暮らし 活躍できるまち
基本目標 | 1 | 男女共同参画の意識づくり
  施策の方向 | 1-1 | 固定的な性別役割分担意識の解消
    取り組み | 1 | 男女共同参画に関する講座・講演会の開催 @まちづくり推進課
    取り組み | 2 | 男女共同参画センターの機能の充実 @まちづくり推進課
    取り組み | 3 | 市の刊行物における表現の点検 @秘書広報課・まちづくり推進課
  施策の方向 | 1-2 | 男女平等を育む教育の推進
    取り組み | 4 | 人権教育・道徳教育の充実 @学校教育課
    取り組み | 5 | 性にとらわれない進路指導 @学校教育課
    取り組み | 6 | 家庭教育学級の開催 @社会教育スポーツ課・保育課
基本目標 | 2 | あらゆる分野で活躍できる社会づくり
  施策の方向 | 2-1 | 政策・方針決定過程への女性の参画拡大
    取り組み | 7 | 審議会等への女性委員の登用 @全課
    取り組み | 8 | 市の女性職員の管理職への登用 @人事課
  施策の方向 | 2-2 | 働く場における女性の活躍推進
    取り組み | 9 | ワーク・ライフ・バランスの推進 @商工観光課・まちづくり推進課
    取り組み | 10 | 女性の再就職・起業への支援 @商工観光課
    取り組み | 11 | 一般事業主行動計画の策定支援 @商工観光課
  施策の方向 | 2-3 | 地域活動における男女共同参画の推進
    取り組み | 12 | 自治会等の役員への女性の登用の働きかけ @まちづくり推進課
    取り組み | 13 | 女性の視点を生かした避難所の運営 @危機管理室
基本目標 | 3 | 誰もが安心して暮らせる環境づくり
  施策の方向 | 3-1 | 子育て・介護を支える体制の充実
    取り組み | 14 | 多様な保育サービスの提供 @保育課
    取り組み | 15 | 男性の家事・育児・介護への参加の促進 @子育て支援課・高齢介護課
  施策の方向 | 3-2 | 生涯を通じた健康づくりの支援
    取り組み | 16 | 妊娠・出産期の健康相談 @保健センター
    取り組み | 17 | がん検診の受診勧奨 @保健センター
  施策の方向 | 3-3 | 多様な性への理解の促進
    取り組み | 18 | 性的少数者に関する啓発と相談 @人権擁護推進室
基本目標 | 4 | 男女間の暴力を防止する社会づくり
  施策の方向 | 4-1 | 暴力を許さない意識の醸成
    取り組み | 19 | デートＤＶ防止のための出前講座 @子育て支援課・学校教育課
    取り組み | 20 | 各種ハラスメント防止の啓発 @人事課・商工観光課
  施策の方向 | 4-2 | 相談・支援体制の充実
    取り組み | 21 | 女性相談員による相談の実施 @子育て支援課
    取り組み | 22 | 一時保護等における関係機関との連携 @子育て支援課
"""

OGAKI_FACTS = facts(
    "大垣市第五次男女共同参画プラン（https://www.city.ogaki.lg.jp/0000061742.html）。"
    "題名・副題・位置付け・関連計画の名は公表文から。目標・施策・取り組み・課名・数値は補作。",
    "大垣市男女共同参画プラン",
    [2023, 2027],
    "性別による制約を受けず 誰もがいきいきと暮らし 活躍できるまち",
    [
        "大垣市未来ビジョン",
        "大垣市子育て支援計画",
        "大垣市雇用戦略指針",
        "第5次男女共同参画基本計画",
        "岐阜県男女共同参画計画（第4次）",
        "大垣市女性活躍推進計画",
        "大垣市ＤＶ対策基本計画",
    ],
    [
        indicator(
            "「男は仕事、女は家庭」という考え方に反対する人の割合",
            "男女共同参画の意識づくり",
            "％",
            (2021, "58.4％"),
            (2027, "70.0％以上"),
        ),
        indicator(
            "男女共同参画センターの年間利用者数",
            "男女共同参画の意識づくり",
            "人",
            (2021, "3,812人"),
            (2027, "5,000人"),
        ),
        indicator(
            "審議会等における女性委員の割合",
            "あらゆる分野で活躍できる社会づくり",
            "％",
            (2021, "31.6％"),
            (2027, "40.0％～60.0％"),
        ),
        indicator(
            "保育所の待機児童数",
            "誰もが安心して暮らせる環境づくり",
            "人",
            (2021, "0人"),
            (2027, "0人を維持"),
        ),
        indicator(
            "ＤＶの相談窓口を知っている人の割合",
            "男女間の暴力を防止する社会づくり",
            "％",
            (2021, "―"),
            (2027, "80.0％"),
        ),
    ],
    edition="第五次",
    stage="decided",
    publisher="大垣市",
    department="市民活動部 まちづくり推進課",
    published="2023-03",
)


def ogaki_front(document: Docx, plan: Plan) -> None:
    big(document, "大垣市第五次男女共同参画プラン", 24, centre=True)
    title = document.add_paragraph("「性別による制約を受けず 誰もがいきいきと暮らし ")
    ruby(title, "活躍", "かつやく")
    title.add_run("できるまち」をめざして")
    document.add_paragraph("令和5年3月　大垣市").alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_break(document)
    document.add_paragraph("第１章　プラン改定にあたって", style="見出し 1")
    document.add_paragraph("１　プラン改定の趣旨", style="見出し 2")
    texts(
        document,
        "本市は平成12年に最初のプランをつくり、その後も改定を重ねてきました。",
        "前のプランの期間が終わるため、社会の変化を踏まえて改定します。",
    )
    document.add_paragraph("２　プランの位置付け", style="見出し 2")
    texts(
        document,
        "このプランは、「大垣市未来ビジョン」を上位計画とし、「大垣市子育て支援計画」、"
        "「大垣市雇用戦略指針」等の関連計画と整合を図ります。",
        "国の「第5次男女共同参画基本計画」や「岐阜県男女共同参画計画（第4次）」を踏まえます。",
        "また、「大垣市女性活躍推進計画」及び「大垣市ＤＶ対策基本計画」を兼ねています。",
    )
    document.add_paragraph("３　プランの期間", style="見出し 2")
    texts(document, "令和5年度から令和9年度までの5年間とします。")
    document.add_paragraph("第２章　施策の体系", style="見出し 1")
    document.add_paragraph(f"めざす姿：{plan.facts['vision']}")
    rows = outline_rows(
        plan.roots,
        [
            lambda n: f"{wide(n.number)}　{n.label}",
            lambda n: f"{wide(n.number)}　{n.label}",
            lambda n: n.label,
        ],
    )
    table = grid(document, [["基本目標", "施策の方向", "取り組み"], *rows])
    merge_down(table, 0, 1)
    merge_down(table, 1, 1)


def ogaki_actions(document: Docx, direction: Node) -> None:
    rows = [["No.", "取り組み", "内容", "担当課"]]
    for node in direction.children:
        number = int(node.number)
        rows.append([node.number, node.label, says(number), "、".join(node.depts)])
    table = grid(document, rows)
    for index, node in enumerate(direction.children, 1):
        if node.number == "9":
            cell = table.cell(index, 1)
            cell.text = ""
            tracked(cell.paragraphs[0], "ワーク・ライフ・バランスの", "普及", "推進", "")


def write_ogaki(plan: Plan, path: Path) -> None:
    document = new_docx("大垣市第五次男女共同参画プラン")
    for level, size in ((1, 16), (2, 13), (3, 11)):
        style = document.styles.add_style(f"見出し {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(size)
        style.font.bold = True
    ogaki_front(document, plan)
    document.add_paragraph("第３章　施策の内容", style="見出し 1")
    for count, goal in enumerate(plan.roots):
        document.add_paragraph(f"【基本目標{wide(goal.number)}】　{goal.label}", style="見出し 2")
        texts(document, says(count, LEADS), says(count + 3))
        for index, direction in enumerate(goal.children):
            head = f"施策の方向{wide(direction.number)}　{direction.label}"
            document.add_paragraph(head, style="見出し 3")
            document.add_paragraph("＜現状と課題＞")
            texts(document, prose(count + index + 1))
            ogaki_actions(document, direction)
        document.add_paragraph("◆目標指標")
        rows = [[r[0], r[2], r[3]] for r in cells(plan, goal.label)]
        grid(document, [["指標", "現状値（令和3年度）", "目標値（令和9年度）"], *rows])
    document.add_paragraph("第４章　プランの推進", style="見出し 1")
    document.add_paragraph("１　庁内の推進体制", style="見出し 2")
    texts(document, "推進会議を置き、各課の進み具合を毎年度まとめて公表します。")
    document.add_paragraph("２　市民・事業者との連携", style="見出し 2")
    texts(document, "懇話会で意見を聞き、次の年度の取り組みに生かします。")
    document.add_paragraph("編集・発行　大垣市 市民活動部 まちづくり推進課")
    document.save(str(path))
    fixed(path)


# --- 2: 図書館 ------------------------------------------------------------------------------

TOYOKAWA = """
基本理念 | - | 誰もが気軽に集い、学べる図書館
基本目標 | 1 | 利用しやすい図書館
  施策 | 1 | 誰もが利用しやすいサービスの充実
    主な取組 | - | 開館日・開館時間の見直し
    主な取組 | - | 電子図書館サービスの導入
    主な取組 | - | 障害者・高齢者向け資料の収集と宅配サービス
  施策 | 2 | 快適な施設環境の整備
    主な取組 | - | 閲覧席・学習席の拡充
    主な取組 | - | 分館の設備の計画的な更新
  施策 | 3 | 情報発信の強化
    主な取組 | - | ＳＮＳを活用した新着図書等の案内
    主な取組 | - | ホームページの改善
基本目標 | 2 | 人が集まる図書館
  施策 | 1 | 子どもの読書活動の推進
    主な取組 | - | ブックスタートの実施
    主な取組 | - | おはなし会の開催
    主な取組 | - | 学校図書館との連携
  施策 | 2 | 市民・関係機関と連携したサービスの推進
    主な取組 | - | 図書館ボランティアの育成
    主な取組 | - | ジオスペース館との共同企画
    主な取組 | - | 中心市街地の催しと合わせた出張図書館
基本目標 | 3 | ためになる図書館
  施策 | 1 | 課題解決を支援する資料の充実
    主な取組 | - | 仕事・健康・子育て情報コーナーの充実
    主な取組 | - | レファレンスサービスの向上
  施策 | 2 | 地域資料の収集・保存と活用
    主な取組 | - | 郷土資料の電子化
    主な取組 | - | 地域情報ライブラリーの公開
    主な取組 | - | 学校図書館との連携（再掲）
"""

TOYOKAWA_FACTS = facts(
    "豊川市図書館基本計画（案）（https://www.city.toyokawa.lg.jp/shisei/gyoseiunei/"
    "publiccomment/kohyo/reiwa3/tosyokankihon_kekka.files/toshokankihon.htm）。"
    "題名・期間・基本理念・基本目標・章立ては公表文から。施策・取組・数値は補作。",
    "豊川市図書館基本計画",
    [2022, 2031],
    "誰もが気軽に集い、学べる図書館",
    ["第6次豊川市総合計画", "豊川市教育振興基本計画", "豊川市子ども読書活動推進計画"],
    [
        indicator(
            "市民1人当たりの貸出点数",
            "利用しやすい図書館",
            "点",
            (2020, "6.8"),
            (2026, "7.2"),
            (2031, "7.5以上"),
        ),
        indicator(
            "電子図書の閲覧回数",
            "利用しやすい図書館",
            "回",
            (2020, "―"),
            (2026, "12,000"),
            (2031, "20,000"),
        ),
        indicator(
            "年間入館者数",
            "人が集まる図書館",
            "人",
            (2020, "402,118"),
            (2026, "560,000"),
            (2031, "600,000"),
        ),
        indicator(
            "ブックスタートの実施率",
            "人が集まる図書館",
            "％",
            (2020, "98.7"),
            (2026, "維持"),
            (2031, "維持"),
        ),
        indicator(
            "レファレンス受付件数",
            "ためになる図書館",
            "件",
            (2020, "3,105"),
            (2026, "3,300"),
            (2031, "3,500"),
        ),
    ],
    stage="proposal",
    publisher="豊川市",
    department="豊川市教育委員会 中央図書館",
)


def toyokawa_front(document: Docx, plan: Plan) -> None:
    big(document, "豊川市図書館基本計画（案）", 22, centre=True)
    big(document, "（令和4年度から令和13年度まで）", 14, centre=True)
    big(document, plan.facts["vision"], 16, centre=True)
    document.add_paragraph("令和4年　月").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("豊川市教育委員会 中央図書館").alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_break(document)
    big(document, "目　次", 14)
    for line in (
        "第1章　計画の策定にあたって……1",
        "第2章　市図書館の現状……3",
        "第3章　図書館基本計画の基本的な考え方と目標……5",
        "第4章　計画推進のための取組……7",
        "第5章　計画の推進に向けて……12",
    ):
        document.add_paragraph(line)
    big(document, "第1章　計画の策定にあたって", 16)
    big(document, "1-1　計画策定の背景", 12)
    texts(document, "前の計画の期間が終わることから、新しい計画を定めるものです。")
    big(document, "1-2　計画の位置づけ", 12)
    texts(
        document,
        "本計画は「第6次豊川市総合計画」を上位計画とし、「豊川市教育振興基本計画」及び"
        "「豊川市子ども読書活動推進計画」と整合を図ります。",
    )
    big(document, "1-3　計画の期間", 12)
    texts(document, "令和4年度から令和13年度までの10年間とし、5年目に見直します。")
    big(document, "第2章　市図書館の現状", 16)
    note = document.add_paragraph("　本市には中央図書館と4つの分館があり、ジオスペース館")
    footnote(document, note, "　中央図書館2階にあるプラネタリウム。")
    note.add_run("を併設しています。")
    rows = [["区分", "中央", "分館計"], ["蔵書数", "34万点", "20万点"], ["職員数", "22人", "16人"]]
    grid(document, rows)


def toyokawa_outline(document: Docx, plan: Plan) -> None:
    big(document, "第3章　図書館基本計画の基本的な考え方と目標", 16)
    big(document, "3-1　基本理念", 12)
    big(document, plan.facts["vision"], 14, centre=True)
    big(document, "3-2　計画の体系", 12)
    rows = outline_rows(
        plan.roots,
        [
            lambda n: f"基本目標{n.number}\n{n.label}",
            lambda n: f"({n.number}) {n.label}",
            lambda n: f"○{n.label}",
        ],
    )
    table = grid(document, rows, header=False)
    merge_down(table, 0, 0)
    merge_down(table, 1, 0)
    big(document, "3-3　成果指標", 12)
    heads = [
        "基本目標",
        "指標",
        "単位",
        "現状値\n(令和2年度)",
        "中間目標値\n(令和8年度)",
        "最終目標値\n(令和13年度)",
    ]
    lines = [heads]
    for goal in plan.roots:
        names = [goal.label, ""]
        lines += [[n, *r] for n, r in zip(names, cells(plan, goal.label), strict=False)]
    merge_down(grid(document, lines), 0, 1)


def write_toyokawa(plan: Plan, path: Path) -> None:
    document = new_docx("豊川市図書館基本計画（案）", "游明朝")
    toyokawa_front(document, plan)
    toyokawa_outline(document, plan)
    big(document, "第4章　計画推進のための取組", 16)
    count = 0
    for goal in plan.roots:
        big(document, f"基本目標{goal.number}　{goal.label}", 14)
        texts(document, prose(count))
        for measure in goal.children:
            big(document, f"施策({measure.number})　{measure.label}", 12)
            texts(document, says(count + 1, LEADS), says(count + 5))
            document.add_paragraph("主な取組：")
            for action in measure.children:
                count += 1
                document.add_paragraph(f"○{action.label}")
                document.add_paragraph("　　" + says(count))
        if goal.number == "2":
            text_box(
                document,
                [
                    "コラム　図書館ボランティアの声",
                    "絵本の修理を続けて10年になります。",
                    "子どもたちに長く使ってもらえるとうれしいです。",
                ],
            )
    big(document, "第5章　計画の推進に向けて", 16)
    big(document, "5-1　計画の推進体制", 12)
    texts(document, "図書館協議会に毎年度の結果を報告し、意見を次の取組に生かします。")
    big(document, "資料編", 16)
    grid(document, [["区分", "所属"], ["委員長", "大学教授"], ["委員", "小中学校校長会"]])
    document.save(str(path))
    fixed(path)


# --- 3: 再犯防止 ----------------------------------------------------------------------------

YAME = """
重点課題 | 1 | 就労・住居の確保
  取組の方向 | 1 | 就労に向けた相談・支援の充実
    主な取組 | - | 生活困窮者自立相談支援事業による就労支援 @福祉課
    主な取組 | - | 障がい者の就労支援 @福祉課
    主な取組 | - | 協力雇用主制度の周知 @福祉課・商工振興課
  取組の方向 | 2 | 住居の確保に向けた支援
    主な取組 | - | 市営住宅の入居情報の提供 @定住対策課
    主な取組 | - | 住居確保給付金の支給 @福祉課
重点課題 | 2 | 保健医療・福祉サービスの利用の促進
  取組の方向 | 1 | 高齢者又は障がいのある人等への支援
    主な取組 | - | 地域包括支援センターによる相談対応 @介護長寿課
    主な取組 | - | 基幹相談支援センターによる相談対応 @福祉課
    主な取組 | - | 成年後見制度の利用促進 @介護長寿課・福祉課
  取組の方向 | 2 | 薬物依存を有する人への支援
    主な取組 | - | 薬物乱用防止の啓発 @健康推進課・学校教育課
    主な取組 | - | 保健所・医療機関との連携 @健康推進課
重点課題 | 3 | 非行の防止と修学支援
  取組の方向 | 1 | 児童生徒の非行の未然防止
    主な取組 | - | 青少年補導活動の実施 @社会教育課
    主な取組 | - | スクールソーシャルワーカーの配置 @学校教育課
  取組の方向 | 2 | 学びを続けるための支援
    主な取組 | - | ひとり親家庭等への学習支援 @子育て支援課
    主な取組 | - | 適応指導教室での支援 @学校教育課
重点課題 | 4 | 民間協力者の活動の促進と広報・啓発
  取組の方向 | 1 | 保護司会等の活動への支援
    主な取組 | - | 更生保護サポートセンターの場所の提供 @福祉課
    主な取組 | - | 保護司の人材確保への協力 @福祉課・人事課
  取組の方向 | 2 | 市民の理解の促進
    主な取組 | - | 「社会を明るくする運動」の実施 @福祉課・社会教育課
    主な取組 | - | 広報紙等による啓発 @福祉課
"""

YAME_FACTS = facts(
    "八女市再犯防止推進計画（http://www.city.yame.fukuoka.jp/material/files/group/10/"
    "dai3jichiikifukushikeikaku_dai6syou.txt）。題名・期間・章立て・上位計画は公表文から。"
    "重点課題の並びは県の計画の型による。取組・課名・数値は補作。",
    "八女市再犯防止推進計画",
    [2023, 2027],
    None,
    ["第3次八女市地域福祉計画・地域福祉活動計画", "第5次八女市総合計画", "福岡県再犯防止推進計画"],
    [
        indicator("協力雇用主の登録事業所数", None, "事業所", (2021, "21"), (2027, "30")),
        indicator("「社会を明るくする運動」の認知度", None, "％", (2021, "48.2"), (2027, "60以上")),
        indicator("保護司の充足率", None, "％", (2021, "93.5"), (2027, "100")),
        indicator("刑法犯検挙者中の再犯者数", None, "人", (2021, "62"), (2027, "50以下")),
    ],
    edition="第1次",
    form="extract",
    stage="decided",
    publisher="八女市",
    department="健康福祉部 福祉課",
    published="2023-03",
)


def yame_numbering(document: Docx) -> str:
    """Adds a list of three levels that Word numbers by itself."""
    numbering = document.part.numbering_part.element
    texts_of = [("decimal", "重点課題%1"), ("decimal", "（%2）"), ("bullet", "・")]
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (fmt, text) in enumerate(texts_of)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )
    return "90"


def numbered(document: Docx, text: str, style: str, num: str, level: int) -> None:
    paragraph = document.add_paragraph(text, style=style)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
        )
    )


def write_yame(plan: Plan, path: Path) -> None:
    document = new_docx("第6章　再犯防止推進計画")
    num = yame_numbering(document)
    document.add_heading("第1次八女市再犯防止推進計画", 0)
    document.add_paragraph("（第3次八女市地域福祉計画・地域福祉活動計画　抜粋版）")
    document.add_paragraph("令和5年3月　八女市（健康福祉部 福祉課）")
    document.add_heading("第6章　再犯防止推進計画", 1)
    document.add_heading("第1節　計画策定の経緯", 2)
    texts(
        document,
        "平成28年に法律が施行され、市町村も計画を定めるよう努めることとされました。",
        "本市では「第3次八女市地域福祉計画・地域福祉活動計画」に含めて定めます。",
    )
    document.add_heading("第2節　計画の位置づけと期間", 2)
    texts(
        document,
        "「第5次八女市総合計画」を上位計画とし、「福岡県再犯防止推進計画」と整合を図ります。",
        "計画期間は、令和5年度から令和9年度までの5年間です。",
    )
    document.add_heading("第3節　重点課題と取組", 2)
    rows = outline_rows(
        plan.roots, [lambda n: f"{n.number}　{n.label}", lambda n: n.label, lambda n: n.label]
    )
    table = grid(document, [["重点課題", "取組の方向", "主な取組"], *rows])
    merge_down(table, 0, 1)
    merge_down(table, 1, 1)
    for count, issue in enumerate(plan.roots):
        numbered(document, issue.label, "Heading 3", num, 0)
        texts(document, says(count + 2, LEADS), says(count + 7))
        for direction in issue.children:
            numbered(document, direction.label, "Heading 4", num, 1)
            texts(document, prose(count + int(direction.number)))
            for action in direction.children:
                text = f"{action.label}【{'・'.join(action.depts)}】"
                numbered(document, text, "Normal", num, 2)
        if issue.number == "1":
            document.add_paragraph("【参考：国の取組】")
            texts(document, "刑務所等では職業訓練が行われ、出所に向けた住まいの調整も行われます。")
    document.add_heading("第4節　成果指標", 2)
    heads = ["指標", "単位", "基準値（R3）", "目標値（R9）"]
    grid(document, [heads, *cells(plan, None)])
    document.add_heading("第5節　計画の推進", 2)
    texts(document, "保護司会、社会福祉協議会、警察等と情報を分かち合いながら進めます。")
    document.save(str(path))
    fixed(path)


# --- 4: 総合計画 ----------------------------------------------------------------------------

MARUGAME = """
基本理念 | - | 豊かで暮らしやすいまち 丸亀
基本方針 | 1 | 心豊かな子どもが育つ
  大切なこと | 1 | 「子育てするなら丸亀」の実現を目指す
    取組 | 1 | 私的待機児童の解消 @幼保運営課
    取組 | 2 | 一時預かり事業の実施 @幼保運営課
    取組 | 3 | 病児・病後児保育等の充実 @子育て支援課
    取組 | 4 | 青い鳥教室の充実 @教育部総務課
    取組 | 5 | 幼児教育費の無償化 @幼保運営課
    取組 | 6 | まる育サポートの充実 @子育て支援課
    取組 | 7 | 発達障がい児支援の充実 @幼保運営課
    取組 | 8 | ＤＶ及び児童虐待防止の推進 @子育て支援課
    取組 | 9 | 子どもの貧困対策の推進 @子育て支援課
    取組 | 41-1 | 小児生活習慣病対策の推進（★再掲） @健康課
  大切なこと | 2 | 地域とともに子どもたちを育てる
    取組 | 10 | 学校教育サポートの充実 @学校教育課
    取組 | 11 | 学校施設の計画的な整備 @教育部総務課
    取組 | 12 | 地域と学校との連携・協働 @まなび文化課・学校教育課
基本方針 | 2 | 安心して暮らせる
  大切なこと | 3 | 快適な生活基盤を整える
    取組 | 20 | コミュニティバス路線の見直し @都市計画課
    取組 | 21 | 空き家対策の推進 @建築住宅課
  大切なこと | 4 | 災害に強いまちをつくる
    取組 | 26 | 自主防災組織の育成 @危機管理課
    取組 | 27 | 雨水排水施設の整備 @下水道課・建設課
基本方針 | 3 | 活力を生み出す
  大切なこと | 5 | 地元で働く喜びを生む
    取組 | 30 | 新規就農者への支援 @農林水産課
    取組 | 31 | 地元企業への就職支援 @産業観光課
  大切なこと | 6 | 企業のチャレンジを応援する
    取組 | 32 | ６次産業化の支援 @農林水産課
    取組 | 33 | 地域産品の販路拡充支援 @産業観光課
    取組 | 34 | 経営革新・技術革新等の促進 @産業観光課
    取組 | 35 | 企業立地の促進 @産業観光課
    取組 | 36 | 創業・第二創業の支援 @産業観光課
    取組 | 37 | 地場・伝統産業の振興 @産業観光課
    取組 | 38 | 中心市街地の活性化 @産業観光課
    取組 | 39 | 丸亀版ＤＭＯの推進 @産業観光課
基本方針 | 4 | 健康に暮らせる
  大切なこと | 7 | 市民の健康づくりを応援する
    取組 | 40 | 糖尿病等予防対策の推進 @健康課
    取組 | 41 | 小児生活習慣病対策の推進 @健康課
    取組 | 42 | 健康につながるスポーツの推進 @スポーツ推進課
  大切なこと | 8 | いつまでも住み慣れた地域で暮らす
    取組 | 43 | 地域包括ケアシステムの構築 @高齢者支援課
基本方針 | 5 | みんなでつくる
  大切なこと | 9 | みんなに誇れるまちをつくる
    取組 | 46 | 多様な情報発信の充実 @秘書広報課
  大切なこと | 10 | すべての人々の人権が尊重される
    取組 | 48 | 人権教育・啓発の推進 @人権課
  大切なこと | 11 | 多様な主体との協働と行政改革を推進する
    取組 | 50 | 市民活動基盤の整備 @生活環境課
    取組 | 51 | コミュニティ活動の活性化と自治会加入促進 @生活環境課
"""

MARUGAME_FACTS = facts(
    "第二次丸亀市総合計画 重点プロジェクト（https://fdocument.pub/document/"
    "coecec-ecfff-eeoecc-c-.html ほか）。題名・期間・基本方針・大切なこと・取組1～9、32～41と"
    "その課名は公表文から。ほかの取組・番号・課名と指標の数値は補作。",
    "丸亀市総合計画",
    [2018, 2025],
    "豊かで暮らしやすいまち 丸亀",
    [],
    [
        indicator("保育所等の待機児童数", "私的待機児童の解消", "人", (2017, "53"), (2021, "0")),
        indicator(
            "病児・病後児保育の実施箇所数",
            "病児・病後児保育等の充実",
            "箇所",
            (2017, "2"),
            (2021, "3"),
        ),
        indicator(
            "自主防災組織の活動カバー率", "自主防災組織の育成", "％", (2017, "96.1"), (2021, "100")
        ),
        indicator(
            "創業支援による創業件数（累計）",
            "創業・第二創業の支援",
            "件",
            (2017, "38"),
            (2021, "200以上"),
            scope="cumulative",
        ),
        indicator(
            "特定健康診査の受診率",
            "糖尿病等予防対策の推進",
            "％",
            (2016, "42.0（H28）"),
            (2021, "60"),
        ),
        indicator(
            "自治会加入率",
            "コミュニティ活動の活性化と自治会加入促進",
            "％",
            (2017, "52.4"),
            (2021, "現状維持"),
        ),
    ],
    edition="第二次",
    stage="decided",
    publisher="丸亀市",
    department="市長公室 政策課",
    published="2018-03",
)


def put_rows(sheet: Worksheet, top: int, left: int, rows: list[list[str]]) -> None:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text:
                plain = re.fullmatch(r"\d+(\.\d)?", text)
                number = float(text) if plain and plain[1] else int(text) if plain else text
                cell = sheet.cell(top + r, left + c, number)
                cell.alignment = Alignment(wrap_text=True, vertical="top")


def merge_blanks(sheet: Worksheet, columns: list[int], top: int, bottom: int) -> None:
    """Merges each filled cell with the blank ones below it."""
    for column in columns:
        starts = [r for r in range(top, bottom + 1) if sheet.cell(r, column).value is not None]
        for start, after in zip(starts, [*starts[1:], bottom + 1], strict=True):
            if after - 1 > start:
                sheet.merge_cells(
                    start_row=start, end_row=after - 1, start_column=column, end_column=column
                )


def marugame_cover(sheet: Worksheet) -> None:
    sheet.title = "表紙"
    lines = {
        3: "第二次丸亀市総合計画",
        5: "重点プロジェクト一覧",
        7: "めざすまちの姿　「豊かで暮らしやすいまち 丸亀」",
        9: "計画期間",
        12: "２０１８（平成３０）年３月　丸亀市 市長公室 政策課",
    }
    for row, text in lines.items():
        sheet.cell(row, 2, text)
    sheet.cell(3, 2).font = Font(size=20, bold=True)
    sheet.cell(9, 4, "平成30(2018)年度～令和7(2025)年度（8年間）")
    sheet.cell(10, 4, "※重点プロジェクトは前半の4年間に取り組みます。")
    sheet.merge_cells("B3:H3")


def write_marugame(plan: Plan, path: Path) -> None:
    book = Workbook()
    marugame_cover(book.worksheets[0])
    sheet = book.create_sheet("体系")
    sheet.cell(1, 2, "重点プロジェクト　体系").font = Font(size=14, bold=True)
    sheet.cell(2, 2, "（５つの基本方針と１１の大切なこと）")
    heads = [
        ["基本方針", "", "大切なこと", "", "", "取組", "", "担当課"],
        ["", "", "No.", "名称", "", "No.", "名称", ""],
    ]
    put_rows(sheet, 4, 2, heads)
    for area in ("B4:C5", "D4:E4", "G4:H4", "I4:I5"):
        sheet.merge_cells(area)
    row = 6
    for policy in plan.roots:
        first = row
        sheet.cell(row, 2, ROMAN[int(policy.number) - 1])
        sheet.cell(row, 3, policy.label)
        for point in policy.children:
            sheet.cell(row, 4, int(point.number))
            sheet.cell(row, 5, point.label)
            start = row
            for action in point.children:
                number = action.number
                sheet.cell(row, 7, int(number) if number.isdigit() else number)
                sheet.cell(row, 8, action.label)
                sheet.cell(row, 9, "・".join(action.depts))
                row += 1
            merge_blanks(sheet, [4, 5], start, row - 1)
        merge_blanks(sheet, [2, 3], first, row - 1)
    sheet.cell(row + 1, 2, "※「★再掲」は、複数の大切なことに関わる取組です。")
    values = book.create_sheet("指標")
    values.cell(1, 1, "重点プロジェクトの主な指標")
    table = [["No.", "取組名", "指標名", "単位", "現状値", "目標値"], ["", "", "", "", "H29", "R3"]]
    labels = {n.label: n.number for n in walk(plan.roots)}
    for item in plan.facts["indicators"]:
        texts_of = [v["text"] for v in item["values"]]
        table.append([labels[item["item"]], item["item"], item["name"], item["unit"], *texts_of])
    put_rows(values, 3, 1, table)
    for column in "ABCD":
        values.merge_cells(f"{column}3:{column}4")
    values.cell(len(table) + 4, 1, "注）現状値の括弧内は、測定した年度が異なるものです。")
    book.save(path)
    fixed(path)


# --- 5: 中心市街地 --------------------------------------------------------------------------

TOYAMA = """
目標 | 1 | 公共交通や自転車・徒歩の利便性の向上
  事業 | 1 | 富山駅路面電車南北接続事業 @路面電車推進課
  事業 | 2 | 路面電車停留場のバリアフリー化事業 @交通政策課
  事業 | 3 | おでかけ定期券事業 @交通政策課・長寿福祉課
  事業 | 4 | 自転車市民共同利用システム運営事業 @環境政策課
  事業 | 5 | 歩行空間整備事業 @道路整備課
  事業 | 6 | 中心市街地コミュニティバス運行事業 @交通政策課
目標 | 2 | 富山らしさの発信と人の交流による賑わいの創出
  事業 | 7 | 西町南地区第一種市街地再開発事業 @都市再生整備課
  事業 | 8 | 市立図書館本館・ガラス美術館整備事業 @図書館・文化国際課
  事業 | 9 | グランドプラザ活用事業 @中心市街地活性化推進課
  事業 | 10 | 総曲輪西地区第一種市街地再開発事業 @都市再生整備課
  事業 | 11 | 地場もん屋総本店運営事業 @農業水産課
  事業 | 12 | 空き店舗活用支援事業 @商業労政課
  事業 | 13 | 城址公園整備事業 @公園緑地課
  事業 | 14 | 学生まちづくりコンペティション事業 @中心市街地活性化推進課
目標 | 3 | 質の高いライフスタイルの実現
  事業 | 15 | まちなか居住推進事業 @居住対策課
  事業 | 16 | 地域優良賃貸住宅供給促進事業 @居住対策課
  事業 | 17 | 角川介護予防センター運営事業 @長寿福祉課
  事業 | 18 | 街区公園コミュニティガーデン事業 @公園緑地課
  事業 | 19 | おでかけ定期券事業（再掲） @交通政策課・長寿福祉課
"""

TOYAMA_FACTS = facts(
    "富山市中心市街地活性化基本計画（第2期）（https://pdfslide.tips/documents/"
    "1-p-w-q-0-b-q-6-m-0-69-b02-w-1-p-w-q-0-b-q-6-m-b07-3-v-w-4.html、"
    "http://machi.smrj.go.jp/active/interview/121012toyama.html）。題名・期間・3つの目標・"
    "指標名・主な施設の名は公表文から。事業の一覧の形・課名・数値は補作。",
    "富山市中心市街地活性化基本計画",
    [2012, 2016],
    None,
    [],
    [
        indicator(
            "路面電車市内線一日平均乗車人数",
            "公共交通や自転車・徒歩の利便性の向上",
            "人／日",
            (2011, "11,476"),
            (2016, "13,000"),
        ),
        indicator(
            "中心商業地区の歩行者通行量（日曜日）",
            "富山らしさの発信と人の交流による賑わいの創出",
            "人",
            (2011, "27,407"),
            (2016, "36,000"),
        ),
        indicator(
            "中心市街地の居住人口の社会増加",
            "質の高いライフスタイルの実現",
            "人",
            (2011, "18人"),
            (2016, "25～30人"),
            scope="annual",
        ),
    ],
    edition="第2期",
    stage="decided",
    publisher="富山市",
    published="2012-03",
    department="都市整備部 中心市街地活性化推進課",
)


def toyama_head(sheet: Worksheet) -> None:
    sheet["A1"] = "第2期富山市中心市街地活性化基本計画　事業一覧"
    sheet["A1"].font = Font(size=14, bold=True)
    sheet["A2"] = "計画期間：平成24年4月～平成29年3月（5年）"
    sheet["J2"] = "平成24年3月　富山市"
    sheet["J3"] = "都市整備部 中心市街地活性化推進課"
    put_rows(
        sheet,
        5,
        1,
        [
            [
                "目標",
                "番号",
                "事業名",
                "事業内容",
                "実施主体",
                "担当課",
                "実施時期",
                "",
                "",
                "",
                "",
                "備考",
            ],
            ["", "", "", "", "", "", "H24", "H25", "H26", "H27", "H28", ""],
        ],
    )
    for column in "ABCDEFL":
        sheet.merge_cells(f"{column}5:{column}6")
    sheet.merge_cells("G5:K5")
    sheet.merge_cells("A1:L1")


def write_toyama(plan: Plan, path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "事業一覧"
    toyama_head(sheet)
    row = 7
    owners = ["市", "市・民間", "（株）まちづくりとやま", "再開発組合"]
    for goal in plan.roots:
        first = row
        sheet.cell(row, 1, f"目標{goal.number}\n{goal.label}")
        for action in goal.children:
            index = int(action.number)
            line = [
                action.number,
                action.label,
                says(index),
                owners[index % 4],
                "\n".join(action.depts),
            ]
            line += ["●" if (index + year) % 4 else "" for year in range(5)]
            line.append("国の支援措置" if index % 5 == 0 else "")
            put_rows(sheet, row, 2, [line])
            row += 1
        merge_blanks(sheet, [1], first, row - 1)
    sheet.cell(row, 1, "注1　●は事業を実施する年度を示します。")
    sheet.cell(row + 1, 1, "注2　（再掲）は他の目標にも位置付けた事業です。")
    row += 4
    sheet.cell(row, 1, "【数値目標】")
    table = [["目標", "指標", "", "単位", "基準値（H23）", "目標値（H28）"]]
    for item in plan.facts["indicators"]:
        printed = [v["text"] for v in item["values"]]
        table.append([item["item"], item["name"], "", item["unit"], *printed])
    put_rows(sheet, row + 1, 1, table)
    for offset in range(len(table)):
        sheet.merge_cells(
            start_row=row + 1 + offset, end_row=row + 1 + offset, start_column=2, end_column=3
        )
    book.save(path)
    fixed(path)


# --- 6: 総合計画の主要施策（CSV） -----------------------------------------------------------

OYABE = """
政策 | 1 | 豊かな心と文化を育むまちづくり
  節 | 11 | 生涯学習の促進
    施策 | 111 | 推進体制の整備
      主要施策 | 11102 | 生涯学習推進協議会の設置 @生涯学習課
      主要施策 | 11103 | 総合人材バンクの設置 @生涯学習課
    施策 | 112 | 学習機会の充実
      主要施策 | 11204 | 情報化に対応した学習の推進 @生涯学習課
    施策 | 113 | 学習施設の整備
      主要施策 | 11302 | 図書館の利用の促進 @市民図書館
      主要施策 | 11306 | 公民館の整備 @生涯学習課
  節 | 12 | 生涯スポーツの促進
    施策 | 121 | スポーツ活動の振興
      主要施策 | 12101 | 生涯スポーツプランの策定 @スポーツ課
      主要施策 | 12102 | 総合型地域スポーツクラブの育成 @スポーツ課
      主要施策 | 12103 | 高齢者スポーツの推進 @スポーツ課・社会福祉課
      主要施策 | 12104 | 市民皆スポーツの推進 @スポーツ課
政策 | 2 | 安心して暮らせるまちづくり
  節 | 21 | 地域福祉の充実
    施策 | 211 | 支え合いの仕組みづくり
      主要施策 | 21101 | ボランティアの養成 @社会福祉課
      主要施策 | 21103 | 福祉教育の推進 @社会福祉課・教育総務課
  節 | 22 | 防災・消防の強化
    施策 | 221 | 地域防災力の向上
      主要施策 | 22101 | 自主防災組織の結成促進 @総務課・消防署
      主要施策 | 22105 | 消防水利の整備 @消防署
"""

OYABE_FACTS = facts(
    "小矢部市総合計画成果指標（https://www.city.oyabe.toyama.jp/shiseijyouhou/1001905/"
    "1001920/1001926/1001938/1001939.html）。コード・節名・指標名・当初値・5か年目標は公表文から。"
    "政策・施策・主要施策の名の一部、政策2、課名は補作。",
    "小矢部市総合計画",
    [2001, 2005],
    None,
    [],
    [
        indicator(
            "生涯学習推進協議会の設置",
            "生涯学習推進協議会の設置",
            None,
            (2000, "なし"),
            (2005, "設置"),
        ),
        indicator(
            "総合人材バンク設置", "総合人材バンクの設置", None, (2000, "なし"), (2005, "設置")
        ),
        indicator(
            "IT講座修了者数", "情報化に対応した学習の推進", "人", (2000, "―"), (2005, "1,400")
        ),
        indicator(
            "図書館入館者数", "図書館の利用の促進", "人", (2000, "102,521"), (2005, "105,000")
        ),
        indicator(
            "市民一人当り図書資料貸出し数", "図書館の利用の促進", "点", (2000, "2.77"), (2005, "3")
        ),
        indicator(
            "公民館改築数（累計）",
            "公民館の整備",
            "箇所",
            (2000, "1"),
            (2005, "1"),
            scope="cumulative",
        ),
        indicator(
            "総合型地域スポーツクラブ加入者数",
            "総合型地域スポーツクラブの育成",
            "人",
            (2000, "277"),
            (2005, "500"),
        ),
        indicator(
            "高齢者レクリエーション教室参加者数",
            "高齢者スポーツの推進",
            "人",
            (2000, "40"),
            (2005, "60以上"),
        ),
        indicator(
            "成人のスポーツ実施率（週1回以上）",
            "市民皆スポーツの推進",
            "％",
            (2000, "37"),
            (2005, "44"),
        ),
        indicator(
            "自主防災組織の組織率", "自主防災組織の結成促進", "％", (2000, "21.5"), (2005, "50以上")
        ),
    ],
    stage="decided",
    publisher="小矢部市",
    department="企画室",
)


def write_oyabe(plan: Plan, path: Path) -> None:
    width = 13
    rows: list[list[str]] = [
        ["小矢部市総合計画　主要施策及び成果指標一覧"],
        ["計画期間", "平成13年度～平成17年度"],
        ["作成", "小矢部市 企画室"],
        [],
        [
            "政策コード",
            "政策",
            "節コード",
            "節",
            "施策コード",
            "施策",
            "主要施策コード",
            "主要施策",
            "所管課",
            "成果指標",
            "単位",
            "当初（H12）",
            "5か年目標（H17）",
        ],
    ]
    shows: list[Callable[[Node], str]] = [lambda n: f"{n.number}\t{n.label}"] * 4
    for line in outline_rows(plan.roots, shows):
        upper = [part for text in line for part in (text.split("\t") if text else ["", ""])]
        node = next(n for n in walk(plan.roots) if n.number == upper[6])
        found = cells(plan, node.label) or [[""] * 4]
        rows.append([*upper, "、".join(node.depts), *found[0]])
        rows += [[""] * 9 + more for more in found[1:]]
    rows += [[], ["※成果指標のない主要施策は、実施計画で進み具合を確かめる。"]]
    buffer = io.StringIO()
    csv.writer(buffer).writerows(r + [""] * (width - len(r)) for r in rows)
    path.write_bytes(buffer.getvalue().encode("cp932"))


# --- 7: 環境基本計画（Markdown） ------------------------------------------------------------

TSURUGA = """
基本理念 | - | 人と自然が共生し 恵み豊かに暮らす環境を 次世代につなげるまち 敦賀
分野 | 1 | 地球環境
  基本的方向性 | 1-1 | 脱炭素型のくらしの推進
    市の取組 | - | 家庭の省エネルギー診断 @環境政策課
    市の取組 | - | 再生可能エネルギー設備の導入支援 @環境政策課
  基本的方向性 | 1-2 | 公共施設の脱炭素化
    市の取組 | - | 庁舎・学校への太陽光発電の設置 @契約管理課・教育総務課
    市の取組 | - | 公用車の電動化 @契約管理課
  基本的方向性 | 1-3 | 気候変動への適応
    市の取組 | - | 熱中症の予防の呼びかけ @健康推進課・危機管理対策課
分野 | 2 | 自然環境
  基本的方向性 | 2-1 | 中池見湿地の保全と活用
    市の取組 | - | 湿地の保全活動の支援 @環境政策課
    市の取組 | - | ガイドの養成 @環境政策課・観光誘客課
  基本的方向性 | 2-2 | 里山・里海の保全
    市の取組 | - | 松原の保全 @農林水産振興課
    市の取組 | - | 有害鳥獣対策 @農林水産振興課
    市の取組 | - | 海岸の清掃 @環境廃棄物対策課
分野 | 3 | 資源循環
  基本的方向性 | 3-1 | ごみの減量
    市の取組 | - | 食品ロスの削減 @環境廃棄物対策課
    市の取組 | - | 生ごみ処理機の購入補助 @環境廃棄物対策課
  基本的方向性 | 3-2 | 資源の再利用
    市の取組 | - | プラスチックごみの分別回収 @環境廃棄物対策課
    市の取組 | - | 集団回収の奨励 @環境廃棄物対策課
分野 | 4 | 生活環境
  基本的方向性 | 4-1 | きれいな水と空気の確保
    市の取組 | - | 河川・海域の水質調査 @環境政策課
    市の取組 | - | 下水道への接続の促進 @上下水道サービス課
分野 | 5 | 環境教育
  基本的方向性 | 5-1 | 学びの機会の提供
    市の取組 | - | 学校での環境教室 @環境政策課・学校教育課
    市の取組 | - | 環境活動団体の交流 @環境政策課
"""

TSURUGA_FACTS = facts(
    "第3次敦賀市環境基本計画・環境アクションプラン（https://www.city.tsuruga.lg.jp/about_city/"
    "plan/sonota/3kankyokihonkeikaku.html）。題名・期間・環境未来像・2冊の構成・前期の別は公表文から。"
    "分野以下の項目・課名・数値は補作。",
    "敦賀市環境基本計画 環境アクションプラン",
    [2023, 2027],
    "人と自然が共生し 恵み豊かに暮らす環境を 次世代につなげるまち 敦賀",
    ["第7次敦賀市総合計画", "第3次敦賀市環境基本計画", "福井県環境基本計画"],
    [
        indicator(
            "市域の温室効果ガス排出量", "地球環境", "千t-CO2", (2019, "613"), (2027, "480以下")
        ),
        indicator("公用車に占める電動車の割合", "地球環境", "％", (2021, "4.5"), (2027, "30")),
        indicator(
            "中池見湿地の来訪者数",
            "自然環境",
            "人／年",
            (2021, "18,240"),
            (2027, "30,000"),
            scope="annual",
        ),
        indicator("松原の松の本数", "自然環境", "本", (2021, "約12,000"), (2027, "現状維持")),
        indicator(
            "1人1日当たりごみ排出量", "資源循環", "g／人・日", (2021, "1,021"), (2027, "930")
        ),
        indicator("リサイクル率", "資源循環", "％", (2021, "14.8"), (2027, "20.0以上")),
        indicator(
            "河川の水質の環境基準達成率", "生活環境", "％", (2021, "100"), (2027, "100を維持")
        ),
        indicator(
            "環境教室の参加者数（累計）",
            "環境教育",
            "人",
            (2021, "―"),
            (2027, "3,000"),
            scope="cumulative",
        ),
    ],
    edition="第3次",
    part="前期",
    stage="decided",
    publisher="敦賀市",
    department="市民生活部 環境政策課",
    published="2023-03",
)


def tsuruga_body(plan: Plan) -> list[str]:
    lines: list[str] = []
    count = 0
    for area in plan.roots:
        lines += [f"### 分野{area.number}　{area.label}", "", prose(count), ""]
        for direction in area.children:
            lines += [f"#### {wide(direction.number)}　{direction.label}", ""]
            lines += [says(count + 2, LEADS), "", "**市の取組**", ""]
            for action in direction.children:
                count += 1
                lines.append(f"- **{action.label}**（{'、'.join(action.depts)}）")
                lines.append(f"  {says(count)}")
            lines.append("")
        lines += ["市民・事業者の皆さんには、身近なところからの行動をお願いします。", ""]
        lines += ["【環境指標】", ""]
        lines += ["| 指標 | 単位 | 現状 | 目標（R9） |", "|:--|:-:|--:|--:|"]
        for item in plan.facts["indicators"]:
            if item["item"] == area.label:
                base, target = item["values"]
                year = f"（R{base['year'] - 2018}）"
                cut = [item["name"], item["unit"], base["text"] + year, target["text"]]
                lines.append(f"| {' | '.join(cut)} |")
        lines.append("")
    return lines


def write_tsuruga(plan: Plan, path: Path) -> None:
    lines = [
        "# 第3次敦賀市環境基本計画 環境アクションプラン（前期）",
        "",
        "令和5年3月　敦賀市",
        "",
        "## はじめに",
        "",
        "このアクションプランは、「第3次敦賀市環境基本計画」を実際に進めるためのものです。",
        "数値の目標と、市が行う取組をまとめました。",
        "",
        "## 第1章　基本的事項",
        "",
        "### 1　位置づけ",
        "",
        "「第7次敦賀市総合計画」を上位計画とし、「福井県環境基本計画」と整合を図ります。",
        "",
        "### 2　計画期間",
        "",
        "令和5年度から令和9年度までの5年間（前期）です。",
        "",
        "## 第2章　環境未来像と体系",
        "",
        f"> {plan.facts['vision']}",
        "",
        "| 分野 | 基本的方向性 |",
        "|---|---|",
    ]
    for area in plan.roots:
        points = [f"{wide(n.number)}　{n.label}" for n in area.children]
        lines.append(f"| {area.number}　{area.label} | {'<br>'.join(points)} |")
    lines += ["", "## 第3章　環境アクションプラン", "", *tsuruga_body(plan)]
    lines += [
        "## 第4章　推進体制",
        "",
        "### 1　環境審議会への報告",
        "",
        "毎年度の結果を審議会に報告し、公表します。",
        "",
        "### 2　見直し",
        "",
        "令和9年度に全体を見直し、後期のプランを定めます。",
        "",
        "---",
        "発行：敦賀市 市民生活部 環境政策課",
    ]
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8-sig"))


# --- 8: 高齢者・介護保険（PDF、文書ソフトから） ---------------------------------------------

KOCHI = """
基本理念 | - | ちいきぐるみの支え合いづくり
重点施策 | 1 | 自立した生活を続けるための支援
  施策 | 1 | 総合相談・支援体制の充実
    事業 | 1 | 地域包括支援センターの運営 @基幹型地域包括支援センター
    事業 | 2 | 地域ケア会議の開催 @基幹型地域包括支援センター
    事業 | 3 | 見守り協定事業者との連携 @高齢者支援課
  施策 | 2 | 在宅での生活を支えるサービスの提供
    事業 | 4 | 緊急通報装置の貸与 @高齢者支援課
    事業 | 5 | 配食サービス @高齢者支援課
    事業 | 6 | 在宅医療・介護連携支援センターの運営 @地域保健課・高齢者支援課
重点施策 | 2 | 認知症の人への支援
  施策 | 1 | 認知症への理解の促進
    事業 | 7 | 認知症サポーター養成講座 @基幹型地域包括支援センター
    事業 | 8 | 本人発信の機会づくり @基幹型地域包括支援センター
  施策 | 2 | 早期対応と家族への支援
    事業 | 9 | 認知症初期集中支援チームの活動 @基幹型地域包括支援センター
    事業 | 10 | 認知症カフェの支援 @高齢者支援課
    事業 | 11 | 認知症の人を支える家族のつどい @健康増進課・高齢者支援課
    事業 | 12 | 行方不明高齢者の早期発見 @高齢者支援課
重点施策 | 3 | 高齢社会の健康づくり
  施策 | 1 | 介護予防の推進
    事業 | 13 | いきいき百歳体操 @高齢者支援課
    事業 | 14 | かみかみ百歳体操 @高齢者支援課
    事業 | 15 | しゃきしゃき百歳体操 @高齢者支援課
    事業 | 16 | 栄養改善のための健康講座 @健康増進課
  施策 | 2 | 社会参加と生きがいづくり
    事業 | 17 | 老人クラブへの助成 @高齢者支援課
    事業 | 18 | シルバー人材センターへの支援 @高齢者支援課・産業政策課
重点施策 | 4 | 介護保険制度の適正な運営
  施策 | 1 | 介護人材の確保及び生産性の向上
    事業 | 19 | 介護の入門的研修 @介護保険課
    事業 | 20 | 介護ロボット・ＩＣＴの導入の周知 @介護保険課
  施策 | 2 | 給付の適正化
    事業 | 21 | ケアプランの点検 @介護保険課
    事業 | 22 | 縦覧点検・医療情報との突合 @介護保険課
"""


def three(
    name: str, item: str, unit: str, base: str, targets: list[str], scope: str | None = None
) -> dict[str, Any]:
    """An indicator with a target for each of the plan's three years."""
    goals = list(zip([2024, 2025, 2026], targets, strict=True))
    return indicator(name, item, unit, (2022, base), *goals, scope=scope)


KOCHI_FACTS = facts(
    "高知市高齢者保健福祉計画・第9期介護保険事業計画（http://www.city.kochi.kochi.jp/uploaded/"
    "attachment/143212.txt）。題名・副題・期間・発行・百歳体操などの事業名・重点施策1～3の名は"
    "公表文（第7期を含む）から。ほかの施策・事業・課名・数値は補作。",
    "高知市高齢者保健福祉計画・介護保険事業計画",
    [2024, 2026],
    "ちいきぐるみの支え合いづくり",
    ["2011高知市総合計画", "高知市地域福祉活動推進計画", "高知県高齢者保健福祉計画"],
    [
        three(
            "地域ケア会議の開催回数",
            "自立した生活を続けるための支援",
            "回",
            "46",
            ["50", "52", "54"],
        ),
        three(
            "総合相談の件数", "自立した生活を続けるための支援", "件", "12,480", ["―", "―", "13,000"]
        ),
        three(
            "認知症サポーター数（累計）",
            "認知症の人への支援",
            "人",
            "24,310",
            ["26,000", "27,500", "29,000"],
            scope="cumulative",
        ),
        three("認知症カフェの設置数", "認知症の人への支援", "か所", "17", ["18", "19", "20以上"]),
        three(
            "いきいき百歳体操の実施会場数",
            "高齢社会の健康づくり",
            "会場",
            "345",
            ["維持", "維持", "維持"],
        ),
        three(
            "ケアプラン点検の件数", "介護保険制度の適正な運営", "件", "80", ["100", "100", "100"]
        ),
    ],
    edition="第9期",
    stage="decided",
    publisher="高知市",
    department="健康福祉部 高齢者支援課",
    published="2024-03",
)


def kochi_front(document: Docx, plan: Plan) -> None:
    big(document, "高知市高齢者保健福祉計画・", 20, centre=True)
    big(document, "第9期介護保険事業計画", 20, centre=True)
    big(document, f"～{plan.facts['vision']}～", 14, centre=True)
    big(document, "令和6年度～令和8年度", 12, centre=True)
    big(document, "令和6年3月　高知市", 12, centre=True)
    page_break(document)
    document.add_heading("第１章　計画の策定にあたって", 1)
    document.add_heading("第１節　計画策定の趣旨", 2)
    texts(
        document,
        "本市は全国に先行して高齢化が進み，介護の担い手も減っています。",
        "2040年を見据え，支え合いの仕組みを整えるために本計画を定めます。",
    )
    document.add_heading("第２節　計画の位置付け", 2)
    texts(
        document,
        "本計画は「2011高知市総合計画」を上位計画とし，「高知市地域福祉活動推進計画」，"
        "「高知県高齢者保健福祉計画」と整合を図っています。",
    )
    document.add_heading("第３節　計画期間", 2)
    texts(document, "令和6年度から令和8年度までの3年間とします。")
    document.add_heading("第２章　基本理念と施策の体系", 1)
    document.add_paragraph(f"【基本理念】　{plan.facts['vision']}")
    rows = outline_rows(
        [
            Node(
                n.level,
                n.number,
                n.label,
                [],
                [Node(c.level, c.number, c.label) for c in n.children],
            )
            for n in plan.roots
        ],
        [lambda n: f"{n.number}　{n.label}", lambda n: f"{wide(f'({n.number})')}{n.label}"],
    )
    merge_down(grid(document, [["重点施策", "施策"], *rows]), 0, 1)


def kochi_measure(document: Docx, measure: Node, count: int) -> None:
    document.add_heading(f"{wide(f'({measure.number})')}{measure.label}", 3)
    document.add_paragraph("【現状と課題】")
    texts(document, says(count, LEADS), says(count + 2, LEADS))
    document.add_paragraph("【今後の取組】")
    rows = [["事業名", "事業内容", "担当課", "方向性"]]
    for node in measure.children:
        index = int(node.number)
        mark = CIRCLED[index - 1] if index <= len(CIRCLED) else f"({index})"
        text = says(index) + says(index + 4)
        way = ("継続", "拡充", "新規")[index % 3]
        rows.append([mark + node.label, text, "\n".join(node.depts), way])
    grid(document, rows)


def write_kochi(plan: Plan, path: Path) -> None:
    running = "高知市高齢者保健福祉計画・第9期介護保険事業計画"
    document = new_docx(running, "IPAGothic")
    for level in (1, 2, 3):
        fonts = document.styles[f"Heading {level}"].element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for key in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(key), "IPAGothic")
        document.styles[f"Heading {level}"].font.bold = False
    kochi_front(document, plan)
    document.add_heading("第３章　施策の展開", 1)
    for count, goal in enumerate(plan.roots):
        document.add_heading(f"重点施策{wide(goal.number)}　{goal.label}", 2)
        texts(document, prose(count), says(count + 5))
        for measure in goal.children:
            kochi_measure(document, measure, count + int(measure.number))
        document.add_paragraph("【評価指標】")
        heads = ["指標名", "単位", "令和4年度\n（実績）", "令和6年度", "令和7年度", "令和8年度"]
        grid(document, [heads, *cells(plan, goal.label)])
    document.add_heading("第４章　計画の推進体制", 1)
    document.add_heading("第１節　進行管理", 2)
    texts(document, "推進協議会に毎年度の結果を報告し，見直しにつなげます。")
    document.add_heading("第２節　用語解説", 2)
    document.add_paragraph("地域ケア会議：支援の方法を関係者が話し合う会議です。")
    document.add_paragraph("編集・発行　高知市 健康福祉部 高齢者支援課")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / path.with_suffix(".docx").name
        document.save(str(source))
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        data = source.with_suffix(".pdf").read_bytes()
    data = re.sub(rb"(/CreationDate\(D:)\d{14}", rb"\g<1>20240101000000", data)
    data = re.sub(rb"<[0-9A-F]{32}>", b"<" + b"0" * 32 + b">", data)
    path.write_bytes(re.sub(rb"(/DocChecksum /)[0-9A-F]{32}", rb"\g<1>" + b"0" * 32, data))


# --- 9: 人権施策（PDF、二段組） -------------------------------------------------------------

SHIKOKU = """
施策の柱 | 1 | 人権教育・啓発の推進
  項目 | 1 | 学校等における人権教育
    具体的施策 | 1 | 就学前からの人権を大切にする保育 @こども課・保育幼稚園課
    具体的施策 | 2 | 教職員の研修の充実 @学校教育課・人権教育課
  項目 | 2 | 地域における人権教育・啓発
    具体的施策 | 1 | 隣保館での交流事業の実施 @人権施策課
    具体的施策 | 2 | 公民館での人権学習会の開催 @人権教育課・生涯学習課
    具体的施策 | 3 | 人権フェスティバルの開催 @人権施策課
  項目 | 3 | 企業・団体における啓発
    具体的施策 | 1 | 公正な採用選考の呼びかけ @産業支援課・人権施策課
    具体的施策 | 2 | 職場研修への講師の派遣 @人権施策課
施策の柱 | 2 | 分野別の人権施策の推進
  項目 | 1 | 同和問題
    具体的施策 | 1 | 差別の解消に向けた相談と啓発 @人権施策課
    具体的施策 | 2 | 本人通知制度の登録の促進 @市民窓口センター
  項目 | 2 | 女性
    具体的施策 | 1 | 男女共同参画に関する講座の開催 @市民交流課
    具体的施策 | 2 | ＤＶ被害者の相談と保護 @こども課
  項目 | 3 | 子ども
    具体的施策 | 1 | いじめ・不登校への対応 @学校教育課
    具体的施策 | 2 | 児童虐待の予防と早期発見 @こども課・保健推進課
  項目 | 4 | 高齢者
    具体的施策 | 1 | 高齢者虐待の防止 @高齢介護課
    具体的施策 | 2 | 成年後見制度の利用支援 @高齢介護課・生活福祉課
  項目 | 5 | 障がい者
    具体的施策 | 1 | 合理的配慮の提供の推進 @生活福祉課
  項目 | 6 | 外国人
    具体的施策 | 1 | 日本語教室の開催 @市民交流課
  項目 | 7 | インターネットによる人権侵害
    具体的施策 | 1 | 差別的な書き込みの監視 @人権施策課
    具体的施策 | 2 | 情報モラル教育の実施 @学校教育課
施策の柱 | 3 | 相談・支援体制の充実
  項目 | 1 | 相談窓口の連携
    具体的施策 | 1 | 人権擁護委員による特設相談の開設 @人権施策課
    具体的施策 | 2 | 庁内の相談員の連絡会議 @人権施策課・生活福祉課
"""

SHIKOKU_FACTS = facts(
    "四国中央市人権施策推進プラン（https://www.city.shikokuchuo.ehime.jp/soshiki/7/4035.html）。"
    "題名・条例・基本計画との関係・隣保館などの事実は公表文から。期間・版・柱以下の項目・"
    "課名の一部・数値は補作。",
    "四国中央市人権施策推進プラン",
    [2024, 2028],
    None,
    ["四国中央市人権施策基本計画", "第三次四国中央市総合計画", "四国中央市男女共同参画計画"],
    [
        indicator(
            "人権学習会の参加者数",
            "人権教育・啓発の推進",
            "人",
            (2022, "4,260人"),
            (2028, "6,000人以上"),
        ),
        indicator(
            "隣保館の年間利用者数",
            "人権教育・啓発の推進",
            "人",
            (2022, "15,803人"),
            (2028, "18,000〜20,000人"),
        ),
        indicator(
            "本人通知制度の登録者数",
            "分野別の人権施策の推進",
            "人",
            (2022, "1,142人"),
            (2028, "2,000人"),
        ),
        indicator(
            "特設相談の開設回数", "相談・支援体制の充実", "回", (2022, "24回"), (2028, "現状維持")
        ),
    ],
    edition="第3次",
    form="summary",
    stage="draft",
    publisher="四国中央市",
    department="市民部 人権施策課",
)

STYLES = {
    "title": ParagraphStyle("title", fontName="HeiseiKakuGo-W5", fontSize=14, leading=19),
    "h1": ParagraphStyle("h1", fontName="HeiseiKakuGo-W5", fontSize=12, leading=18, spaceBefore=8),
    "h2": ParagraphStyle(
        "h2", fontName="HeiseiKakuGo-W5", fontSize=10.5, leading=15, spaceBefore=6
    ),
    "h3": ParagraphStyle("h3", fontName="HeiseiKakuGo-W5", fontSize=9.5, leading=14),
    "body": ParagraphStyle(
        "body", fontName="HeiseiMin-W3", fontSize=9, leading=13.5, firstLineIndent=9, wordWrap="CJK"
    ),
    "item": ParagraphStyle(
        "item",
        fontName="HeiseiMin-W3",
        fontSize=9,
        leading=13.5,
        leftIndent=24,
        firstLineIndent=-18,
        wordWrap="CJK",
    ),
    "cell": ParagraphStyle("cell", fontName="HeiseiMin-W3", fontSize=8, leading=11, wordWrap="CJK"),
}
for _style in ("title", "h1", "h2", "h3"):
    STYLES[_style].wordWrap = "CJK"


def flow(style: str, text: str) -> Flow:
    return Flow(text, STYLES[style])


def frame_page(canvas: Canvas, template: BaseDocTemplate) -> None:
    canvas.setFont("HeiseiMin-W3", 8)
    canvas.drawString(45, 815, "第3次四国中央市人権施策推進プラン（素案）概要版")
    canvas.line(45, 810, 550, 810)
    canvas.drawCentredString(297, 28, f"- {template.page} -")


def shikoku_front() -> list[Flow]:
    return [
        flow("title", "第3次四国中央市人権施策推進プラン（素案）"),
        flow("title", "【概要版】"),
        flow("body", "四国中央市　市民部 人権施策課"),
        flow("h1", "第１章　プランの策定にあたって"),
        flow("h2", "１　策定の趣旨"),
        flow("body", "市民一人ひとりの人権が尊重される地域社会をめざし、条例に基づいて定めます。"),
        flow("body", "これまでの取組を点検し、必要な見直しを行いました。"),
        flow("h2", "２　位置づけ"),
        flow(
            "body",
            "「四国中央市人権施策基本計画」の実施計画です。「第三次四国中央市総合計画」を"
            "上位計画とし、「四国中央市男女共同参画計画」と整合を図ります。",
        ),
        flow("h2", "３　期間"),
        flow("body", "令和６年度から令和10年度までの５年間とします。"),
        flow("h1", "第２章　施策の推進"),
    ]


def shikoku_table(plan: Plan, item: str) -> FlowTable:
    rows = [["指標", "現状（R4）", "目標（R10）"]]
    rows += [[r[0], r[2], r[3]] for r in cells(plan, item)]
    table = FlowTable([[flow("cell", t) for t in row] for row in rows], [105, 60, 75], repeatRows=1)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table


def write_shikoku(plan: Plan, path: Path) -> None:
    for font in ("HeiseiMin-W3", "HeiseiKakuGo-W5"):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    story: list[Any] = shikoku_front()
    count = 0
    for pillar in plan.roots:
        mark = ROMAN[int(pillar.number) - 1]
        story += [flow("h1", f"施策の柱{mark}　{pillar.label}"), flow("body", prose(count))]
        for topic in pillar.children:
            count += 1
            story.append(flow("h2", f"{wide(topic.number)}　{topic.label}"))
            story.append(flow("h3", "《現状と課題》"))
            story.append(flow("body", says(count, LEADS) + says(count + 3, LEADS)))
            story.append(flow("h3", "《具体的施策》"))
            for action in topic.children:
                head = f"{wide(f'({action.number})')}{action.label}"
                story.append(flow("item", f"{head}【{'・'.join(action.depts)}】"))
                story.append(flow("body", says(count + int(action.number))))
        story += [flow("h3", "《目標値》"), shikoku_table(plan, pillar.label)]
    story += [
        flow("h1", "第３章　推進体制"),
        flow("h2", "１　人権推進本部"),
        flow("body", "市長を本部長とする本部で、各課の取組を点検します。"),
        flow("h2", "２　協議会"),
        flow("body", "市民や団体の代表から意見を聞き、評価に加えます。"),
    ]
    frames = [Frame(40, 45, 250, 755, id="left"), Frame(305, 45, 250, 755, id="right")]
    template = BaseDocTemplate(str(path), pagesize=A4, invariant=1)
    template.addPageTemplates([PageTemplate("two", frames, onPage=frame_page)])
    template.build(story)


PLANS = [
    Plan("ogaki_danjo.docx", OGAKI, OGAKI_FACTS, write_ogaki),
    Plan("toyokawa_toshokan.docx", TOYOKAWA, TOYOKAWA_FACTS, write_toyokawa),
    Plan("yame_saihan.docx", YAME, YAME_FACTS, write_yame),
    Plan("marugame_sogo.xlsx", MARUGAME, MARUGAME_FACTS, write_marugame),
    Plan("toyama_chushin.xlsx", TOYAMA, TOYAMA_FACTS, write_toyama),
    Plan("oyabe_sogo.csv", OYABE, OYABE_FACTS, write_oyabe),
    Plan("tsuruga_kankyo.md", TSURUGA, TSURUGA_FACTS, write_tsuruga),
    Plan("kochi_korei.pdf", KOCHI, KOCHI_FACTS, write_kochi),
    Plan("shikokuchuo_jinken.pdf", SHIKOKU, SHIKOKU_FACTS, write_shikoku),
]


def main() -> None:
    for plan in PLANS:
        path = HERE / plan.name
        plan.write(plan, path)
        lines = [line.split(" @")[0] for line in plan.outline.strip("\n").split("\n")]
        Path(path).with_suffix(".tree").write_text("\n".join(lines) + "\n", encoding="utf-8")
        known = {n.label: n.depts for n in walk(plan.roots) if n.depts}
        text = json.dumps({**plan.facts, "departments": known}, ensure_ascii=False, indent=1)
        Path(path).with_suffix(".facts.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
