"""Make the test plans of this folder again from the outlines written below.

Run it in this folder: ``python make.py``.  Each plan is one function, which writes the document,
the tree that a reader must find in it and the facts about it.
"""

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
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus import Paragraph as Para
from reportlab.platypus import Table as Grid

HERE = Path(__file__).parent
STAMP = "2025-03-31T09:00:00Z"
PLANS: list[Callable[[], None]] = []


@dataclass
class Node:
    """One line of a tree: its level's name, its number and its label."""

    level: str
    number: str
    label: str
    children: list["Node"] = field(default_factory=list)


def plan(function: Callable[[], None]) -> Callable[[], None]:
    """Put a plan on the list of those to make."""
    PLANS.append(function)
    return function


def outline(tree: str) -> list[Node]:
    """Read a tree's lines into nodes."""
    top: list[Node] = []
    path: list[list[Node]] = [top]
    for line in tree.strip().splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        level, number, label = line.strip().split(" | ")
        node = Node(level, number, label)
        path[depth].append(node)
        path[depth + 1 :] = [node.children]
    return top


def goals(tree: str) -> list[Node]:
    """The top items without the vision."""
    return [node for node in outline(tree) if node.level != "基本理念"]


def walk(nodes: list[Node], depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Every node in order with its depth."""
    for node in nodes:
        yield depth, node
        yield from walk(node.children, depth + 1)


def val(kind: str, year: int | None, text: str, scope: str | None = None) -> dict[str, Any]:
    """One value of an indicator as it is printed."""
    numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))]
    marks = {"以上": "ge", "以下": "le", "維持": "maintain", "～": "range", "〜": "range"}
    operator = next((sign for mark, sign in marks.items() if mark in text), "eq")
    if not numbers and operator == "eq":
        operator = "none" if text == "―" else "text"
    spread = operator == "range"
    return {
        "kind": kind,
        "year": year,
        "operator": operator,
        "number": numbers[0] if numbers and not spread else None,
        "lower": numbers[0] if spread else None,
        "upper": numbers[1] if spread else None,
        "scope": scope,
        "text": text,
    }


def ind(name: str, item: str | None, unit: str | None, *values: dict[str, Any]) -> dict[str, Any]:
    """One indicator."""
    return {"name": name, "item": item, "unit": unit, "values": list(values)}


def save(name: str, tree: str, source: str, title: str, **facts: Any) -> None:
    """Write a document's tree and facts beside it."""
    (HERE / f"{name}.tree").write_text(tree.strip() + "\n", encoding="utf-8")
    record: dict[str, Any] = {"source": source, "title": title}
    for key in ("edition", "part", "form", "stage", "publisher", "department", "published"):
        record[key] = facts.get(key)
    record |= {key: facts.get(key) for key in ("period", "vision")}
    record["departments"] = facts.get("departments", {})
    record["indicators"] = facts.get("indicators", [])
    record["relations"] = facts.get("relations", [])
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (HERE / f"{name}.facts.json").write_text(text + "\n", encoding="utf-8")


def restamp(path: Path) -> None:
    """Give a zipped document fixed times, so that it is the same file each time."""
    with zipfile.ZipFile(path) as old:
        parts = [(info.filename, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, blob in parts:
            fixed = blob
            if name == "docProps/core.xml":
                fixed = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", STAMP.encode(), blob)
            info = zipfile.ZipInfo(name, (2025, 3, 31, 9, 0, 0))
            new.writestr(info, fixed, zipfile.ZIP_DEFLATED)


TOYOKAWA = """
基本理念 | - | スポーツ大好き みんなが輝く元気なまち とよかわ
基本目標 | 1 | 多様な主体が参画できるスポーツ機会の創出
  方策 | 1 | 子どものスポーツ機会の充実
    主な取組 | 1 | 幼児期における運動遊びの普及
    主な取組 | 2 | 学校体育及び部活動の地域展開への支援
    主な取組 | 3 | スポーツ少年団活動の支援
  方策 | 2 | 成人・高齢者のスポーツ機会の充実
    主な取組 | 1 | 働く世代が参加しやすい教室の開催
    主な取組 | 2 | 高齢者の健康・体力づくりの推進
  方策 | 3 | 障害者スポーツの推進
    主な取組 | 1 | パラスポーツ体験会の開催
    主な取組 | 2 | 障害のある人もない人も共に楽しめる種目の普及
基本目標 | 2 | スポーツによる活気あるまちづくり
  方策 | 1 | みるスポーツの推進
    主な取組 | 1 | トップレベルの試合の誘致と観戦機会の提供
    主な取組 | 2 | ホームタウンチームとの連携
  方策 | 2 | ささえるスポーツの推進
    主な取組 | 1 | スポーツ指導者の養成・確保
    主な取組 | 2 | スポーツボランティアの育成
    主な取組 | 3 | 総合型地域スポーツクラブの活動支援
  方策 | 3 | 情報発信の強化
    主な取組 | 1 | SNS等を活用したスポーツ情報の発信
基本目標 | 3 | スポーツ施設等の整備・充実
  方策 | 1 | スポーツ施設の整備
    主な取組 | 1 | 計画的な改修と長寿命化の推進
    主な取組 | 2 | バリアフリー化及び暑さ対策の推進
  方策 | 2 | 身近な場の有効活用
    主な取組 | 1 | 学校体育施設の開放
    主な取組 | 2 | 公園・広場等の活用（再掲）
"""


@plan
def toyokawa() -> None:
    """A draft read aloud by software: plain text, the tree once as a list and once with bodies."""
    circled = "①②③④⑤"
    indicators = [
        ("成人の週1回以上のスポーツ実施率", "％", ["48.3％", "52.1％", "65.0％以上"]),
        ("子どもの週3日以上のスポーツ実施率", "％", ["44.0％", "45.6％", "50.0％以上"]),
        ("直接スポーツを観戦した市民の割合", "％", ["26.9％", "24.8％", "35.0％"]),
        ("スポーツボランティア登録者数", "人", ["―", "87人", "150人"]),
        ("スポーツ施設の利用者数", "人", ["1,012,544人", "968,310人", "1,012,544人を維持"]),
    ]
    top = goals(TOYOKAWA)
    vision = outline(TOYOKAWA)[0].label
    out = [
        "注意書",
        "このページは、視覚障害のある方などで、音声読み上げソフトを使って閲覧される方のために、"
        "図、表、写真等の使用を控えて作成したページです。",
        "",
        "第2期豊川市スポーツ振興計画（改訂版）（案）",
        vision,
        "令和7年　月",
        "豊川市教育委員会",
        "",
        "目次",
        "第1章　計画の基本的事項",
        "　1　計画策定の趣旨",
        "　2　計画の位置づけ",
        "　3　計画の期間",
        "第2章　現状と課題",
        "第3章　計画の基本的な考え方",
        "　1　基本理念",
        "　2　施策の体系",
        "　3　目標指標",
        "第4章　基本目標に基づく方策の展開",
        *[f"　基本目標{goal.number}　{goal.label}" for goal in top],
        "第5章　計画の推進",
        "　1　協働による事業推進",
        "　2　庁内の推進体制",
        "　3　計画の進行管理",
        "資料編",
        "",
        "第1章　計画の基本的事項",
        "1　計画策定の趣旨",
        "体を動かすことは、心と体の健康を支え、人と人をつなぎます。本市は令和2年に第2期計画を"
        "定め、取組を進めてきました。5年が過ぎたため、これまでの成果を確かめて計画を改めます。",
        "2　計画の位置づけ",
        "本計画は、スポーツ基本法第10条に基づく計画です。「第7次豊川市総合計画」を上位計画とし、"
        "「豊川市教育振興基本計画」や「第3次とよかわ健康づくり計画」と整合を図ります。",
        "3　計画の期間",
        "計画の期間は、令和2年度から令和11年度までの10年間です。",
        "",
        "第2章　現状と課題",
        "1　豊川市のスポーツの現状",
        "市内には体育館や野球場など32のスポーツ施設があります。多くは建設から30年を過ぎています。",
        "2　豊川市のスポーツに関する課題及び今後の方向性",
        "（1）する人を増やすこと",
        "働く世代と子育て世代の実施率が低いことが課題です。",
        "（2）支える人を増やすこと",
        "指導者の高齢化が進んでいます。",
        "",
        "第3章　計画の基本的な考え方",
        "1　基本理念",
        vision,
        "誰もがスポーツに親しみ、元気に暮らすまちを目指します。",
        "2　施策の体系",
    ]
    for goal in top:
        out.append(f"基本目標{goal.number}　{goal.label}")
        out += [f"　方策（{step.number}）　{step.label}" for step in goal.children]
    out += ["3　目標指標", "目標値の年度は令和11年度です。"]
    found = []
    for number, (name, unit, values) in enumerate(indicators, 1):
        start, now, target = values
        out.append(f"指標{number}　{name}")
        out.append(f"策定時（令和元年度）　{start}")
        out.append(f"現状値（令和6年度）　{now}")
        out.append(f"目標値（令和11年度）　{target}")
        found.append(
            ind(
                name,
                None,
                unit,
                val("baseline", 2019, start),
                val("actual", 2024, now),
                val("target", 2029, target),
            )
        )
    out += ["", "第4章　基本目標に基づく方策の展開"]
    for goal in top:
        out += ["", f"基本目標{goal.number}　{goal.label}"]
        out.append("この目標に向けて、次の方策に取り組みます。")
        for step in goal.children:
            out.append(f"（{step.number}）　{step.label}")
            out.append("市民や団体の声を聴き、参加しやすい形で進めます。")
            out.append("主な取組")
            for deed in step.children:
                out.append(f"{circled[int(deed.number) - 1]}　{deed.label}")
                out.append("担当課と関係団体が協力して取り組みます。")
    out += [
        "",
        "第5章　計画の推進",
        "1　協働による事業推進",
        "市民、スポーツ団体、学校、企業と市が力を合わせます。",
        "2　庁内の推進体制",
        "スポーツ課が中心となり、関係課と調整します。",
        "3　計画の進行管理",
        "毎年度、豊川市スポーツ推進審議会に状況を報告します。",
        "",
        "資料編",
        "1　策定の経過",
        "令和6年7月　第1回スポーツ推進審議会",
        "令和6年12月　パブリックコメント",
    ]
    text = "\n".join(out) + "\n"
    (HERE / "toyokawa_sports.txt").write_text(text, encoding="utf-8")
    save(
        "toyokawa_sports.txt",
        TOYOKAWA,
        "第2期豊川市スポーツ振興計画（改訂版）（案）、豊川市、https://www.city.toyokawa.lg.jp/"
        "material/files/group/7/R6_public_sports_text.txt 。題名・段階・発行者・章立て・基本理念・"
        "基本目標は実物、方策・取組・指標の値・本文は作成。",
        "豊川市スポーツ振興計画",
        edition="第2期",
        stage="proposal",
        publisher="豊川市教育委員会",
        period=[2020, 2029],
        vision=vision,
        indicators=found,
        relations=["第7次豊川市総合計画", "豊川市教育振興基本計画", "第3次とよかわ健康づくり計画"],
    )


def header_footer(document: Document, head: str) -> None:
    """A running header with the plan's name and a footer with the page number."""
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("- ")
    number = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )
    foot._p.append(number)
    foot.add_run(" -")


def new_document(head: str) -> Document:
    """An empty document with a Japanese body font."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name = "MS Mincho"
    normal.font.size = Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "ＭＳ 明朝")
    about = document.core_properties
    about.author, about.title, about.comments = "企画担当", head, ""
    header_footer(document, head)
    return document


def cover(document: Document, *lines: str) -> None:
    """A cover page of centred lines, the first of them large."""
    for place, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.bold = place == 0
        run.font.size = Pt(26 if place == 0 else 14)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def bold(document: Document, text: str, size: float) -> Paragraph:
    """A heading which is only a bold, larger paragraph."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    run.font.size = Pt(size)
    return paragraph


def grid(document: Document, rows: list[list[str]], repeat: int = 1) -> Table:
    """A table of plain rows, whose first rows are repeated on each page."""
    table: Table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    for row in table.rows[:repeat]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    return table


def merge_down(table: Table, column: int, first: int, last: int) -> None:
    """Merge cells of a column; only the first keeps its text."""
    for row in range(first + 1, last + 1):
        table.cell(row, column).text = ""
    text = table.cell(first, column).text
    table.cell(first, column).merge(table.cell(last, column)).text = text


def merge_runs(table: Table, columns: int, start: int = 1) -> None:
    """Merge cells with the same text below one another in the first columns."""
    texts = [[cell.text for cell in row.cells[:columns]] for row in table.rows]
    for column in range(columns):
        first = start
        for row in range(start + 1, len(texts) + 1):
            same = row < len(texts) and texts[row][: column + 1] == texts[first][: column + 1]
            if not same:
                if row - 1 > first:
                    merge_down(table, column, first, row - 1)
                first = row


def keep(document: Document, name: str) -> None:
    """Save a document with fixed times."""
    document.save(str(HERE / name))
    restamp(HERE / name)


def ruby(paragraph: Paragraph, base: str, reading: str) -> None:
    """Add a word with its reading above it."""
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/>'
            '<w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/>'
            '<w:lid w:val="ja-JP"/></w:rubyPr>'
            f"<w:rt><w:r><w:t>{reading}</w:t></w:r></w:rt>"
            f"<w:rubyBase><w:r><w:t>{base}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        )
    )


ICHINOSEKI = """
基本理念 | - | 学びの風土を礎に 心豊かにたくましく 郷土の誇りを未来につなぐ 一関の人づくり
施策の基本方向 | 1 | 社会を生き抜く力を育む学校教育の充実
  施策の展開 | 1 | 確かな学力の育成
    具体的な取組 | 1 | ことばを大切にする教育の推進
    具体的な取組 | 2 | 学力向上支援員の配置
    具体的な取組 | 3 | ICTを活用した授業づくり
  施策の展開 | 2 | 豊かな心の育成
    具体的な取組 | 1 | 道徳教育の充実
    具体的な取組 | 2 | いじめ防止対策の推進
  施策の展開 | 3 | 健やかな体の育成
    具体的な取組 | 1 | 体力向上の取組の推進
    具体的な取組 | 2 | 学校給食における地産地消の推進
  施策の展開 | 4 | 特別支援教育の充実
    具体的な取組 | 1 | 学校サポーターの配置
施策の基本方向 | 2 | ともに学び、まちとひとをつくる社会教育の推進
  施策の展開 | 1 | 生涯学習の機会の充実
    具体的な取組 | 1 | 市民センターにおける講座の開催
    具体的な取組 | 2 | 図書館サービスの充実
  施策の展開 | 2 | 家庭教育への支援
    具体的な取組 | 1 | 家庭教育学級の開催
    具体的な取組 | 2 | ことばを大切にする教育の推進（再掲）
施策の基本方向 | 3 | 誇りと愛着を醸成する文化の振興
  施策の展開 | 1 | 文化財の保護と活用
    具体的な取組 | 1 | 骨寺村荘園遺跡の保存と活用
    具体的な取組 | 2 | 民俗芸能の伝承活動への支援
  施策の展開 | 2 | 芸術文化の振興
    具体的な取組 | 1 | 芸術文化団体への支援
"""


def fresh_numbering(document: Document) -> int:
    """A new automatic list which begins at 1."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    base = style.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(base).abstractNumId.val)
    number.add_lvlOverride(0).add_startOverride(1)
    return int(number.numId)


def numbered(document: Document, text: str, list_id: int) -> None:
    """A paragraph numbered by the word processor."""
    paragraph = document.add_paragraph(text, style="List Number")
    properties: Any = paragraph._p.get_or_add_pPr()
    place = properties.get_or_add_numPr()
    place.get_or_add_ilvl().val = 0
    place.get_or_add_numId().val = list_id


@plan
def ichinoseki() -> None:
    """Heading styles with Japanese names, automatic numbers, readings over words."""
    document = new_document("一関市教育振興基本計画（後期事業計画）")
    for level in (1, 2, 3):
        document.styles[f"Heading {level}"].name = f"見出し {level}"
    vision, *top = outline(ICHINOSEKI)
    offices = {
        "ことばを大切にする教育の推進": ["学校教育課"],
        "学力向上支援員の配置": ["学校教育課"],
        "ICTを活用した授業づくり": ["学校教育課", "教育総務課"],
        "学校給食における地産地消の推進": ["教育総務課"],
        "市民センターにおける講座の開催": ["いきがいづくり課"],
        "図書館サービスの充実": ["一関図書館"],
        "骨寺村荘園遺跡の保存と活用": ["文化財課", "骨寺荘園室"],
    }
    tables = {
        "社会を生き抜く力を育む学校教育の充実": [
            ("授業の内容がよく分かると答えた児童の割合", "％", "84.2", "90.0"),
            ("体力・運動能力調査で全国平均以上の種目の割合", "％", "55.9", "60.0以上"),
        ],
        "ともに学び、まちとひとをつくる社会教育の推進": [
            ("市民1人当たりの図書貸出冊数", "冊", "6.9", "7.5"),
        ],
        "誇りと愛着を醸成する文化の振興": [
            ("民俗芸能の伝承団体数", "団体", "77", "77（維持）"),
            ("文化財の公開事業の参加者数", "人", "―", "500"),
        ],
    }
    cover(
        document,
        "一関市教育振興基本計画",
        "（後期事業計画）",
        "令和3年度～令和7年度",
        "令和3年3月",
        "一関市教育委員会",
    )

    def heading(text: str, level: int) -> None:
        document.add_paragraph(text, style=f"見出し {level}")

    heading("第１章　総論", 1)
    heading("１　計画策定の趣旨", 2)
    document.add_paragraph(
        "この計画は、教育基本法第17条に基づき、市の教育の目標と施策を示すものです。"
        "前期事業計画が令和2年度で終わるため、後期の事業計画を定めます。"
    )
    heading("２　計画の位置付け", 2)
    document.add_paragraph(
        "「一関市総合計画後期基本計画」を上位計画とし、「一関市子ども・子育て支援事業計画」と"
        "整合を図ります。"
    )
    heading("３　計画の期間", 2)
    document.add_paragraph(
        "基本計画の期間は平成28年度から令和7年度までの10年間です。後期事業計画の期間は、"
        "令和3年度から令和7年度までの5年間です。"
    )
    heading("４　教育振興の基本目標", 2)
    ruby_line = document.add_paragraph("")
    ruby(ruby_line, "礎", "いしずえ")
    ruby_line.add_run("となる学びの風土を守り、次の姿を目指します。")
    document.add_paragraph(f"【基本理念】　{vision.label}")
    heading("第２章　各論", 1)
    document.add_paragraph("基本目標の実現に向け、3つの「施策の基本方向」を定めます。")
    wide = "０１２３４５６７８９"
    indicators = []
    for aim in top:
        heading(f"施策の基本方向{wide[int(aim.number)]}　{aim.label}", 2)
        document.add_paragraph("学校、家庭、地域が手を取り合って進めます。")
        for step in aim.children:
            heading(f"施策の展開（{step.number}）　{step.label}", 3)
            document.add_paragraph("現状と課題").runs[0].bold = True
            document.add_paragraph("社会の変化が速く、学びの形も変わっています。")
            document.add_paragraph("具体的な取組").runs[0].bold = True
            list_id = fresh_numbering(document)
            for deed in step.children:
                rooms = offices.get(deed.label)
                suffix = f"（担当：{'、'.join(rooms)}）" if rooms else ""
                numbered(document, deed.label + suffix, list_id)
        document.add_paragraph("【目標指標】")
        rows = [["指標名", "単位", "現状値（R元）", "目標値（R7）"]]
        for name, unit, now, target in tables[aim.label]:
            rows.append([name, unit, now, target])
            indicators.append(
                ind(name, aim.label, unit, val("baseline", 2019, now), val("target", 2025, target))
            )
        grid(document, rows)
    heading("第３章　計画の推進", 1)
    heading("１　推進体制", 2)
    document.add_paragraph("教育委員会が関係部局と連携して進めます。")
    heading("２　進行管理", 2)
    document.add_paragraph("毎年度の点検評価の結果を公表します。")
    heading("資料", 1)
    grid(
        document,
        [
            ["区分", "氏名", "所属"],
            ["会長", "（略）", "学識経験者"],
            ["委員", "（略）", "小中学校長会"],
        ],
    )
    keep(document, "ichinoseki_education.docx")
    save(
        "ichinoseki_education.docx",
        ICHINOSEKI,
        "一関市教育振興基本計画（後期事業計画）、一関市、https://www.city.ichinoseki.iwate.jp/"
        "index.cfm/31,134013,58,618,html 。題名・期間・構成（総論・各論）・基本目標・"
        "施策の基本方向は実物、施策の展開以下・指標・担当課・本文は作成。",
        "一関市教育振興基本計画",
        part="後期",
        stage="decided",
        publisher="一関市教育委員会",
        published="2021-03",
        period=[2021, 2025],
        vision=vision.label,
        departments=offices,
        indicators=indicators,
        relations=["一関市総合計画後期基本計画", "一関市子ども・子育て支援事業計画"],
    )


TOYAMA = """
基本理念 | - | 活力ある強い農業と魅力ある農村の創造
基本目標 | 1 | 活力ある強い農業の実現
  基本施策 | 1 | 明日の農業を担う人材・組織の育成
    推進施策 | 1 | 認定農業者の育成
    推進施策 | 2 | 集落営農組織の育成
    推進施策 | 3 | 新規就農の促進
  基本施策 | 2 | 農業の競争力の向上
    推進施策 | 1 | 担い手への農地集積の促進
    推進施策 | 2 | 高収益作物の栽培推進
    推進施策 | 3 | 先端技術を用いた省力化の推進
  基本施策 | 3 | 新鮮で安心な食料の供給と食に対する理解の促進
    推進施策 | 1 | 地産地消の推進
    推進施策 | 2 | 農業体験と食育の推進
  基本施策 | 4 | 活力ある農業を支える基盤の整備・維持
    推進施策 | 1 | ほ場の大区画化
    推進施策 | 2 | 農業水利施設の長寿命化
基本目標 | 2 | 魅力ある農村の創造
  基本施策 | 1 | 農村コミュニティの活性化
    推進施策 | 1 | コミュニティビジネスの展開
    推進施策 | 2 | 集落活動への支援
  基本施策 | 2 | 農地・農村環境の保全
    推進施策 | 1 | 多面的機能の維持
    推進施策 | 2 | 有害鳥獣対策の推進
  基本施策 | 3 | 都市との連携・交流の促進
    推進施策 | 1 | グリーンツーリズムの推進
    推進施策 | 2 | 市民農園の利用の促進
"""


def toyama_front(document: Document, vision: str) -> None:
    """The chapters before the tree."""
    cover(document, "富山市農業・農村振興計画", "平成29年3月", "富山市農林水産部")
    bold(document, "目次", 14)
    for line in (
        "第１章　計画策定の趣旨",
        "第２章　農業・農村の現状と課題",
        "第３章　将来像と基本目標",
        "第４章　推進施策",
        "第５章　計画の推進体制と進行管理",
    ):
        document.add_paragraph(f"{line}………………{len(line)}")
    bold(document, "第１章　計画策定の趣旨", 16)
    bold(document, "第１節　計画策定の目的", 13)
    document.add_paragraph(
        "農業者の高齢化が進む中、本市の農業と農村を次の世代へ引き継ぐためにこの計画を定めます。"
    )
    bold(document, "第２節　計画の期間", 13)
    document.add_paragraph("平成29年度から平成38年度までの10年間とします。")
    bold(document, "第３節　計画の位置づけ", 13)
    document.add_paragraph(
        "本計画は「第2次富山市総合計画」の部門計画です。「富山市都市マスタープラン」や"
        "「富山市森づくりプラン」と整合を図ります。"
    )
    bold(document, "第２章　農業・農村の現状と課題", 16)
    bold(document, "第１節　本市の農業の現状", 13)
    bold(document, "１　担い手", 11)
    document.add_paragraph("農家の数はこの10年で約4割減りました。")
    bold(document, "２　耕地", 11)
    document.add_paragraph("耕地の9割以上が水田です。")
    bold(document, "第３章　将来像と基本目標", 16)
    bold(document, "第１節　将来像", 13)
    document.add_paragraph("本市の農業・農村の将来像（基本理念）を次のとおりとします。")
    document.add_paragraph(f"「{vision}」").alignment = WD_ALIGN_PARAGRAPH.CENTER


@plan
def toyama() -> None:
    """Chapters and sections in bold only; the tree once as a merged table, once as text."""
    document = new_document("富山市農業・農村振興計画")
    vision, *top = outline(TOYAMA)
    wide = "０１２"
    toyama_front(document, vision.label)
    bold(document, "第２節　基本目標と施策体系", 13)
    rows = [["基本目標", "基本施策", "推進施策"]]
    for goal in top:
        for step in goal.children:
            rows += [
                [
                    f"{'ⅠⅡ'[int(goal.number) - 1]}　{goal.label}",
                    f"{step.number}　{step.label}",
                    f"({deed.number}) {deed.label}",
                ]
                for deed in step.children
            ]
    merge_runs(grid(document, rows), 2)
    bold(document, "第４章　推進施策", 16)
    measures = {
        "明日の農業を担う人材・組織の育成": [
            ("認定農業者数", "経営体", "493", "510"),
            ("新規就農者数（累計）", "人", "16", "160"),
        ],
        "農業の競争力の向上": [
            ("担い手への農地集積率", "％", "56.3", "80.0"),
            ("高収益作物の栽培面積", "ha", "412", "450～480"),
        ],
        "新鮮で安心な食料の供給と食に対する理解の促進": [
            ("学校給食での地場農産物の使用割合", "％", "30.1", "35.0以上")
        ],
        "活力ある農業を支える基盤の整備・維持": [("大区画ほ場の整備面積", "ha", "1,105", "1,300")],
        "農村コミュニティの活性化": [("コミュニティビジネスの取組数", "件", "3", "10")],
        "農地・農村環境の保全": [("鳥獣による農作物被害額", "千円", "21,402", "10,000以下")],
        "都市との連携・交流の促進": [("市民農園の区画数", "区画", "1,544", "維持")],
    }
    indicators = []
    for goal in top:
        bold(document, f"第{wide[int(goal.number)]}節　{goal.label}", 13)
        for step in goal.children:
            bold(document, f"{step.number}　{step.label}", 11)
            document.add_paragraph("農業者、農業協同組合、市が役割を分けて進めます。")
            for deed in step.children:
                document.add_paragraph(f"({deed.number}) {deed.label}")
                document.add_paragraph("　　国と県の制度を使い、地域の話合いに基づいて進めます。※")
            rows = [["指標", "単位", "基準値（H27年度）", "目標値（H38年度）"]]
            for name, unit, now, target in measures[step.label]:
                rows.append([name, unit, now, target])
                scope = "cumulative" if "累計" in name else None
                indicators.append(
                    ind(
                        name,
                        step.label,
                        unit,
                        val("baseline", 2015, now, scope),
                        val("target", 2026, target, scope),
                    )
                )
            grid(document, rows)
    bold(document, "第５章　計画の推進体制と進行管理", 16)
    bold(document, "第１節　計画の推進体制", 13)
    document.add_paragraph("農林水産部が中心となり、関係機関と進めます。")
    bold(document, "第２節　関係者の役割", 13)
    bold(document, "１　農業者の役割", 11)
    document.add_paragraph("安全な農産物を作り、技術を高めます。")
    bold(document, "２　市民の役割", 11)
    document.add_paragraph("地元の農産物を選び、農業への理解を深めます。")
    bold(document, "用語集", 16)
    grid(
        document,
        [
            ["用語", "説明"],
            ["集落営農", "集落を単位として農業を共同で行うこと。"],
            ["グリーンツーリズム", "農村に泊まり、自然や人と親しむ旅。"],
        ],
    )
    keep(document, "toyama_agriculture.docx")
    save(
        "toyama_agriculture.docx",
        TOYAMA,
        "富山市農業・農村振興計画（平成29年3月）、富山市、https://docsplayer.net/107054683-.html 。"
        "題名・期間・発行者・章節・基本目標・基本施策と重点施策名は実物、残る推進施策・指標の値・"
        "本文は作成。",
        "富山市農業・農村振興計画",
        stage="decided",
        publisher="富山市",
        department="農林水産部",
        published="2017-03",
        period=[2017, 2026],
        vision=vision.label,
        indicators=indicators,
        relations=["第2次富山市総合計画", "富山市都市マスタープラン", "富山市森づくりプラン"],
    )


def footnote(document: Document, paragraph: Paragraph, text: str) -> None:
    """Put the document's one footnote at the end of a paragraph."""
    mark = "<w:p><w:r><w:{0}/></w:r></w:p>"
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        f'<w:footnote w:type="separator" w:id="-1">{mark.format("separator")}</w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        f"{mark.format('continuationSeparator')}</w:footnote>"
        '<w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f"<w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            '<w:footnoteReference w:id="1"/></w:r>'
        )
    )


def tracked(paragraph: Paragraph, removed: str, added: str) -> None:
    """Add a tracked replacement to a paragraph."""
    about = f'w:author="健康づくり推進課" w:date="{STAMP}"'
    for tag, ident, inner in (
        ("del", 901, f"<w:delText>{removed}</w:delText>"),
        ("ins", 902, f"<w:t>{added}</w:t>"),
    ):
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="{ident}" {about}><w:r>{inner}</w:r></w:{tag}>'
            )
        )


def text_box(document: Document, lines: list[str]) -> None:
    """A frame of text beside the body."""
    inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            '<v:shape id="box1" style="width:400pt;height:70pt" type="#_x0000_t202">'
            f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r>"
        )
    )


TAKATSUKI = """
基本理念 | - | 健康を支え合い、誰もが生き生きと暮らせるまち たかつき
group | - | 生活習慣の改善
  分野 | 1 | 栄養・食生活
    市の取組 | - | 食生活に関する正しい知識の普及啓発
    市の取組 | - | 食文化を継承するための体験の場づくり
    市の取組 | - | 給食施設における栄養管理の支援
  分野 | 2 | 身体活動・運動
    市の取組 | - | ますます元気体操などの普及
    市の取組 | - | 歩きたくなるまちの環境づくり
  分野 | 3 | 休養・睡眠
    市の取組 | - | 睡眠と休養に関する情報の提供
  分野 | 4 | 飲酒
    市の取組 | - | 20歳未満の者と妊婦の飲酒防止
  分野 | 5 | 喫煙
    市の取組 | - | 禁煙を希望する人への支援
    市の取組 | - | 受動喫煙の防止
  分野 | 6 | 歯と口の健康
    市の取組 | - | 歯科健康診査の実施
    市の取組 | - | オーラルフレイル予防の推進
group | - | 疾病の予防
  分野 | 7 | 生活習慣病
    市の取組 | - | 特定健康診査の受診勧奨
    市の取組 | - | 保健指導の実施
  分野 | 8 | がん
    市の取組 | - | がん検診の実施と精度の管理
group | - | こころと地域のつながり
  分野 | 9 | こころの健康
    市の取組 | - | こころの相談窓口の周知
  分野 | 10 | 地域とのつながり
    市の取組 | - | 地域の健康づくり活動への支援
"""


@plan
def takatsuki() -> None:
    """Fields under groups, with a picture, goals, citizens' and the city's lists for each."""
    document = new_document("第4次・健康たかつき21")
    vision, *groups = outline(TAKATSUKI)
    offices = {
        "食生活に関する正しい知識の普及啓発": ["健康づくり推進課"],
        "食文化を継承するための体験の場づくり": ["農林緑政課", "保健給食課"],
        "給食施設における栄養管理の支援": ["保健衛生課"],
        "ますます元気体操などの普及": ["長寿介護課"],
        "歩きたくなるまちの環境づくり": ["都市づくり推進課", "健康づくり推進課"],
        "特定健康診査の受診勧奨": ["国民健康保険課"],
        "がん検診の実施と精度の管理": ["健康づくり推進課"],
    }
    figures: dict[str, list[tuple[str, str, str]]] = {
        "栄養・食生活": [
            (
                "主食・主菜・副菜を組み合わせた食事を1日2回以上ほぼ毎日食べる人（20歳以上）",
                "42.7％",
                "50.0％",
            ),
            ("伝統的な料理や作法を継承し、伝えている人（20歳以上）", "51.5％", "55.0％"),
        ],
        "身体活動・運動": [("運動習慣のある人（20～64歳）", "24.8％", "30.0％以上")],
        "休養・睡眠": [("睡眠で休養がとれている人（20歳以上）", "74.9％", "80.0％")],
        "飲酒": [("妊娠中に飲酒する人", "0.6％", "0％")],
        "喫煙": [("喫煙する人（20歳以上）", "9.6％", "8.0％以下")],
        "歯と口の健康": [("過去1年間に歯科健康診査を受けた人（20歳以上）", "57.3％", "95.0％")],
        "がん": [("乳がん検診の受診率", "21.4％", "増加")],
        "地域とのつながり": [("地域の活動に参加している人（20歳以上）", "―", "35.0％")],
    }
    cover(
        document,
        "第4次・健康たかつき21",
        "高槻市健康増進計画・食育推進計画",
        "令和6年3月",
        "高槻市",
    )
    document.add_heading("第１章　計画の策定にあたって", 1)
    document.add_heading("１　計画の趣旨", 2)
    first = document.add_paragraph(
        "健康寿命を延ばすため、市民、団体、行政が力を合わせて進める計画です"
    )
    footnote(
        document, first, "健康寿命　健康上の問題で日常生活が制限されることなく生活できる期間。"
    )
    first.add_run("。")
    document.add_heading("２　計画の位置付け", 2)
    second = document.add_paragraph(
        "「第6次高槻市総合計画」を上位計画とし、「高槻市地域福祉計画」及び"
    )
    tracked(second, "「高槻市食育計画」", "「高槻市自殺対策計画」")
    second.add_run("と整合を図ります。")
    document.add_heading("３　計画の期間", 2)
    document.add_paragraph("令和6（2024）年度から令和17（2035）年度までの12年間です。")
    document.add_heading("第２章　基本的な考え方", 1)
    document.add_paragraph("〈基本理念〉")
    document.add_paragraph(vision.label)
    text_box(
        document,
        ["ライフコースアプローチとは", "胎児期から老年期までつなげて健康を考えることです。"],
    )
    document.add_heading("第３章　分野別の取組", 1)
    document.add_paragraph("10の分野に分け、それぞれの目標と取組を示します。")
    indicators = []
    for group in groups:
        line = bold(document, f"■{group.label}", 14)
        line.paragraph_format.space_before = Pt(12)
        for area in group.children:
            document.add_heading(f"分野{area.number}　{area.label}", 2)
            document.add_paragraph("＜目指す姿＞")
            document.add_paragraph("自分に合った方法を知り、毎日の暮らしで続けている。")
            if area.label in figures:
                rows = [["目標項目", "現状値\n令和4年度", "目標値\n令和16年度"]]
                for name, now, target in figures[area.label]:
                    rows.append([name, now, target])
                    unit = "％" if "％" in now + target else None
                    indicators.append(
                        ind(
                            name,
                            area.label,
                            unit,
                            val("baseline", 2022, now),
                            val("target", 2034, target),
                        )
                    )
                grid(document, rows)
            document.add_paragraph("【市の取組】")
            for deed in area.children:
                rooms = offices.get(deed.label)
                line = document.add_paragraph(f"・{deed.label}")
                if rooms:
                    line.add_run(f"【{'・'.join(rooms)}】")
    document.add_heading("第４章　計画の推進", 1)
    document.add_heading("１　推進体制", 2)
    document.add_paragraph("健康づくり推進協議会で進み具合を確かめます。")
    document.add_heading("２　評価の時期", 2)
    document.add_paragraph("令和11年度に中間評価、令和16年度に最終評価を行います。")
    keep(document, "takatsuki_health.docx")
    save(
        "takatsuki_health.docx",
        TAKATSUKI,
        "第4次・健康たかつき21、高槻市、https://www.city.takatsuki.osaka.jp/site/shokuiku/"
        "120683.html 。題名・期間・10分野に分けること・「目標項目／現状値／目標値」の表・"
        "栄養の2つの値は実物、他の分野名の並び・取組・値・担当課・本文は作成。",
        "健康たかつき21",
        edition="第4次",
        stage="decided",
        publisher="高槻市",
        published="2024-03",
        period=[2024, 2035],
        vision=vision.label,
        departments=offices,
        indicators=indicators,
        relations=["第6次高槻市総合計画", "高槻市地域福祉計画", "高槻市自殺対策計画"],
    )


CHOFU = """
基本理念 | - | みんなで子育て みんなで子育ち 笑顔で未来へつながるまち 調布
基本目標 | 1 | 子どもの健やかな成長を支える
  施策 | 1-1 | 教育・保育の充実
    事業名 | 1 | 保育園の待機児童対策
    事業名 | 2 | 保育の質の向上
    事業名 | 3 | 幼児教育・保育の無償化
  施策 | 1-2 | 放課後の居場所づくり
    事業名 | 4 | 学童クラブの整備
    事業名 | 5 | 放課後子供教室（ユーフォー）
    事業名 | 6 | 児童館事業
  施策 | 1-3 | 母子保健の推進
    事業名 | 7 | ゆりかご調布事業
    事業名 | 8 | 乳幼児健康診査
基本目標 | 2 | 子育て家庭を地域で支える
  施策 | 2-1 | 相談と情報提供
    事業名 | 9 | 子ども家庭支援センターすこやかの運営
    事業名 | 10 | 子育て情報の発信
  施策 | 2-2 | 地域における子育て支援
    事業名 | 11 | ファミリー・サポート・センター事業
    事業名 | 12 | ショートステイ事業
    事業名 | 13 | 児童館事業（再掲）
基本目標 | 3 | 配慮が必要な子どもと若者を支える
  施策 | 3-1 | 児童虐待の防止
    事業名 | 14 | 要保護児童対策地域協議会の運営
  施策 | 3-2 | 子どもの貧困対策
    事業名 | 15 | 学習支援事業（ここあ）
    事業名 | 16 | ひとり親家庭への支援
"""


@plan
def chofu() -> None:
    """Every measure has its own table of projects; the goals stand in brackets."""
    document = new_document("第2期 調布っ子すこやかプラン")
    vision, *top = outline(CHOFU)
    work = {
        1: ("定員の拡大と保育士の確保を進めます。", "保育課", "拡充"),
        2: ("巡回相談と研修を行います。", "保育課", "継続"),
        3: ("国の制度に基づき利用料を無償とします。", "保育課、子ども政策課", "継続"),
        4: ("需要を見込み、施設を増やします。", "児童青少年課", "拡充"),
        5: ("学校の中で遊びの場を設けます。", "児童青少年課", "継続"),
        6: ("遊びと相談の場を運営します。", "児童青少年課", "継続"),
        7: ("妊娠期から面談を行います。", "健康推進課", "継続"),
        8: ("月齢に合わせて健診を行います。", "健康推進課", "継続"),
        9: ("総合相談に応じます。", "子ども家庭課", "継続"),
        10: ("アプリと冊子で知らせます。", "子ども政策課", "拡充"),
        11: ("会員どうしの助け合いを支えます。", "子ども家庭課", "継続"),
        12: ("短期の預かりを行います。", "子ども家庭課", "継続"),
        13: ("地域の親子の交流の場とします。", "児童青少年課", "継続"),
        14: ("関係機関が情報を共有します。", "子ども家庭課", "継続"),
        15: ("学びと居場所を合わせて支えます。", "子ども家庭課", "新規"),
        16: ("就労と生活の相談に応じます。", "子ども家庭課", "継続"),
    }
    cover(
        document, "第2期 調布っ子すこやかプラン", "（令和2年度～令和6年度）", "令和2年3月", "調布市"
    )
    for size, text, body in (
        (16, "第１章　計画の概要", ""),
        (12, "１　計画策定の背景", "子どもと家庭を取り巻く環境の変化に応えるための計画です。"),
        (
            12,
            "２　計画の位置付け",
            "調布市基本計画の分野別計画です。「調布市地域福祉計画」、"
            "「調布市教育プラン」などと整合を図ります。",
        ),
        (12, "３　計画期間", "令和2年度から令和6年度までの5年間とします。"),
        (16, "第２章　計画の基本的な考え方", ""),
        (12, "１　基本理念", vision.label),
        (12, "２　計画の体系", ""),
    ):
        bold(document, text, size)
        if body:
            document.add_paragraph(body)
    rows = [
        [f"【基本目標{goal.number}】\n{goal.label}", f"施策{step.number}　{step.label}"]
        for goal in top
        for step in goal.children
    ]
    merge_runs(grid(document, rows, 0), 1, 0)
    bold(document, "第３章　施策の展開", 16)
    departments = {}
    for goal in top:
        bold(document, f"【基本目標{goal.number}】", 14)
        bold(document, goal.label, 14)
        document.add_paragraph("一人一人の子どもの声を聴きながら進めます。")
        for step in goal.children:
            bold(document, f"施策{step.number}　{step.label}", 12)
            document.add_paragraph("【現状と課題】")
            document.add_paragraph("ニーズ調査では、支援を求める声が多くありました。")
            rows = [["No.", "事業名", "事業内容", "担当課", "方向性"]]
            for deed in step.children:
                body, rooms, course = work[int(deed.number)]
                rows.append([deed.number, deed.label, body, rooms, course])
                departments[deed.label] = rooms.split("、")
            table = grid(document, rows)
            table.style = "Table Grid"
    bold(document, "第４章　計画の推進に向けて", 16)
    bold(document, "１　推進体制", 12)
    document.add_paragraph("調布市子ども・子育て会議で点検と評価を行います。")
    bold(document, "２　数値で見る目標", 12)
    figures = [
        ("保育園待機児童数", "人", "169", "0"),
        ("学童クラブ施設数", "施設", "39", "46"),
        ("子育てしやすいまちと感じる保護者の割合", "％", "82.5", "85.0以上"),
    ]
    rows = [["指標", "単位", "現状", "目標"], ["", "", "平成30年度", "令和6年度"]]
    rows += [list(figure) for figure in figures]
    table = grid(document, rows, 2)
    merge_down(table, 0, 0, 1)
    merge_down(table, 1, 0, 1)
    indicators = [
        ind(name, None, unit, val("baseline", 2018, now), val("target", 2024, target))
        for name, unit, now, target in figures
    ]
    bold(document, "資料編", 16)
    document.add_paragraph("１　調布市子ども・子育て会議委員名簿（略）")
    keep(document, "chofu_children.docx")
    save(
        "chofu_children.docx",
        CHOFU,
        "第2期調布っ子すこやかプラン、調布市、https://www.city.chofu.lg.jp/documents/4766/"
        "tekisutogaiyou.txt 。題名・期間・発行年月・内容の範囲（待機児童、母子保健、貧困対策）は"
        "実物、基本理念・基本目標・施策・事業・担当課・指標の値・本文は作成。",
        "調布っ子すこやかプラン",
        edition="第2期",
        stage="decided",
        publisher="調布市",
        published="2020-03",
        period=[2020, 2024],
        vision=vision.label,
        departments=departments,
        indicators=indicators,
        relations=["調布市基本計画", "調布市地域福祉計画", "調布市教育プラン"],
    )


KAGOSHIMA = """
基本理念 | - | 誰も自殺に追い込まれることのない いのち支える鹿児島市
基本施策 | 1 | 地域におけるネットワークの強化
  取組 | 1-1 | 自殺対策ネットワーク会議の開催
  取組 | 1-2 | 庁内連絡会議の開催
基本施策 | 2 | 自殺対策を支える人材の育成
  取組 | 2-1 | ゲートキーパー養成研修
  取組 | 2-2 | 市職員に対する研修
  取組 | 2-3 | 教職員に対する研修
基本施策 | 3 | 市民への啓発と周知
  取組 | 3-1 | 自殺予防週間・自殺対策強化月間の啓発
  取組 | 3-2 | 相談窓口一覧の作成と配布
基本施策 | 4 | 生きることの促進要因への支援
  取組 | 4-1 | こころの健康相談
  取組 | 4-2 | 自死遺族への支援
  取組 | 4-3 | 居場所づくりの推進
基本施策 | 5 | 児童生徒のSOSの出し方に関する教育
  取組 | 5-1 | SOSの出し方教育の実施
重点施策 | 1 | 高齢者への支援
  取組 | 1-1 | 地域包括支援センターの運営
  取組 | 1-2 | 自死遺族への支援（再掲）
重点施策 | 2 | 生活困窮者への支援
  取組 | 2-1 | 生活困窮者自立相談支援
  取組 | 2-2 | 市税の納付相談
重点施策 | 3 | 勤務・経営への支援
  取組 | 3-1 | 労働相談
"""


def sheet_table(sheet: Worksheet, top: int, left: int, rows: list[list[str]]) -> None:
    """Write rows with borders, numbers as numbers."""
    line = Side(style="thin")
    for r, row in enumerate(rows, top):
        for c, value in enumerate(row, left):
            cell = sheet.cell(r, c, value or None)
            if re.fullmatch(r"\d[\d,]*(\.\d)?", value):
                cell.value = float(value.replace(",", ""))
                cell.number_format = "0.0" if "." in value else "#,##0"
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def span(sheet: Worksheet, top: int, column: int, texts: list[str]) -> None:
    """Merge equal texts below one another; only the first cell of a run keeps its text."""
    first = 0
    for place in range(1, len(texts) + 1):
        if place == len(texts) or texts[place] != texts[first]:
            if place - first > 1:
                sheet.merge_cells(
                    start_row=top + first,
                    end_row=top + place - 1,
                    start_column=column,
                    end_column=column,
                )
            first = place


@plan
def kagoshima() -> None:
    """A workbook: cover, a table of basic and one of focal measures, indicators, notes below."""
    vision, *top = outline(KAGOSHIMA)
    book = Workbook()
    book.properties.creator = "保健支援課"
    front = book.active
    assert isinstance(front, Worksheet)
    front.title = "概要"
    about = [
        ("計画名", "第二次鹿児島市自殺対策計画"),
        ("計画期間", "令和６年度～令和10年度"),
        ("策定年月", "令和６年３月"),
        ("策定", "鹿児島市　健康福祉局　保健所　保健支援課"),
        ("基本理念", vision.label),
        (
            "位置づけ",
            "自殺対策基本法第13条第2項に基づく計画。「第六次鹿児島市総合計画」を上位計画とし、"
            "「かごしま市民すこやかプラン」等と整合を図る。",
        ),
        ("推進体制", "自殺対策ネットワーク会議と庁内連絡会議で進み具合を確かめる。"),
    ]
    front["B2"] = "第二次鹿児島市自殺対策計画（施策一覧）"
    front["B2"].font = Font(size=16, bold=True)
    front.merge_cells("B2:E2")
    for row, (key, text) in enumerate(about, 4):
        front.cell(row, 2, key)
        front.cell(row, 3, text)
        front.merge_cells(start_row=row, end_row=row, start_column=3, end_column=5)
    work = {
        "自殺対策ネットワーク会議の開催": ("関係機関と情報を交換する。", "保健支援課"),
        "庁内連絡会議の開催": ("関係課で取組を調整する。", "保健支援課"),
        "ゲートキーパー養成研修": ("気づき、声をかける人を育てる。", "保健支援課"),
        "市職員に対する研修": ("窓口の職員に研修を行う。", "人事課\n保健支援課"),
        "教職員に対する研修": ("児童生徒への対応を学ぶ。", "学校教育課"),
        "自殺予防週間・自殺対策強化月間の啓発": ("9月と3月に展示などを行う。", "保健支援課"),
        "相談窓口一覧の作成と配布": ("相談先をまとめて配る。", "保健支援課"),
        "こころの健康相談": ("医師や保健師が相談に応じる。", "各保健センター"),
        "自死遺族への支援": ("つどいを開く。", "保健支援課"),
        "居場所づくりの推進": ("集いの場を紹介する。", "地域福祉課・長寿あんしん課"),
        "SOSの出し方教育の実施": ("各学校で授業を行う。", "学校教育課"),
        "地域包括支援センターの運営": ("高齢者の相談に応じる。", "長寿あんしん課"),
        "自死遺族への支援（再掲）": ("つどいを開く。", "保健支援課"),
        "生活困窮者自立相談支援": ("自立に向けた計画を作る。", "地域福祉課"),
        "市税の納付相談": ("生活の困りごとに気づき、つなぐ。", "納税課"),
        "労働相談": ("労働者と事業主の相談に応じる。", "産業支援課"),
    }
    marks = {"ゲートキーパー養成研修": "拡充", "SOSの出し方教育の実施": "新規"}
    circled = "①②③④⑤"
    for kind in ("基本施策", "重点施策"):
        sheet = book.create_sheet(kind)
        sheet["A1"] = f"第二次鹿児島市自殺対策計画　{kind}"
        sheet["A2"] = "※「区分」欄：新規、拡充、継続"
        rows = [
            [kind, "", "", "取組", "", "担当課", "区分"],
            ["番号", "名称", "", "取組名", "内容", "", ""],
        ]
        for step in (node for node in top if node.level == kind):
            rows += [
                [
                    circled[int(step.number) - 1],
                    step.label,
                    "",
                    f"{deed.number}　{deed.label}",
                    *work[deed.label],
                    marks.get(deed.label, "継続"),
                ]
                for deed in step.children
            ]
        sheet_table(sheet, 4, 2, rows)
        sheet.merge_cells("B4:C4")
        sheet.merge_cells("E4:F4")
        sheet.merge_cells("G4:G5")
        sheet.merge_cells("H4:H5")
        for column in (2, 3):
            texts = [row[column - 2] for row in rows[2:]]
            span(sheet, 6, column, texts)
        last = 4 + len(rows)
        sheet.cell(last + 1, 2, "（注）担当課の名称は令和６年４月１日現在です。")
        sheet.column_dimensions["E"].width = 40
        sheet.column_dimensions["F"].width = 34
    figures = [
        ("自殺死亡率（人口10万人当たり）", "人", "13.9", "16.2", "9.7以下", ""),
        ("ゲートキーパー養成研修の受講者数（累計）", "人", "―", "3,120", "5,000", "延べ人数"),
        ("相談窓口を知っている市民の割合", "％", "―", "38.4", "50.0以上", "市民意識調査"),
    ]
    sheet = book.create_sheet("指標")
    sheet["A1"] = "計画の数値目標"
    rows = [
        ["指標", "単位", "基準値", "現状値", "目標値", "備考"],
        ["", "", "平成27年", "令和４年", "令和10年", ""],
    ]
    rows += [list(figure) for figure in figures]
    sheet_table(sheet, 3, 1, rows)
    for letter in "ABF":
        sheet.merge_cells(f"{letter}3:{letter}4")
    sheet.cell(9, 1, "※ 自殺死亡率は人口動態統計による。")
    indicators = []
    for name, unit, base, now, target, _ in figures:
        scope = "cumulative" if "累計" in name else None
        indicators.append(
            ind(
                name,
                None,
                unit,
                val("baseline", 2015, base, scope),
                val("actual", 2022, now, scope),
                val("target", 2028, target, scope),
            )
        )
    name = "kagoshima_suicide.xlsx"
    book.save(HERE / name)
    restamp(HERE / name)
    save(
        name,
        KAGOSHIMA,
        "第二次鹿児島市自殺対策計画、鹿児島市、https://www.city.kagoshima.lg.jp/kenkofukushi/hokenjo/"
        "hoshien/jisatsutaisakukeikaku02.html 。題名・期間・自殺死亡率の13.9と9.7以下・会議の名は"
        "実物、基本施策と重点施策の分け方は国の手引の型、取組・担当課・他の値は作成。",
        "鹿児島市自殺対策計画",
        edition="第二次",
        stage="decided",
        publisher="鹿児島市",
        department="健康福祉局 保健所 保健支援課",
        published="2024-03",
        period=[2024, 2028],
        vision=vision.label,
        departments={key: re.split("[\n・]", rooms) for key, (_, rooms) in work.items()},
        indicators=indicators,
        relations=["第六次鹿児島市総合計画", "かごしま市民すこやかプラン"],
    )


KAWASAKI = """
基本政策 | 3 | 人を育て心を育むまちづくり
  政策の基本方向 | 31 | 子育てを地域社会全体で支える
    基本施策 | 311 | 子育て支援の環境づくり
      施策課題 | 31101000 | 地域の子育て支援の充実
      施策課題 | 31102000 | 多様な保育の推進
  政策の基本方向 | 32 | 子どもが生きる力を身につける
    基本施策 | 321 | 子どもの育ちの支援
      施策課題 | 32101000 | 子どもの居場所づくり
基本政策 | 4 | 環境を守り自然と調和したまちづくり
  政策の基本方向 | 41 | 環境に配慮し循環型のしくみをつくる
    基本施策 | 411 | 地球温暖化防止対策の推進
      施策課題 | 41101000 | 地球環境に配慮した行動の促進
      施策課題 | 41102000 | 新エネルギーの導入
    基本施策 | 412 | 循環型社会の形成
      施策課題 | 41201000 | ごみの減量とリサイクル
  政策の基本方向 | 42 | 生活環境を守る
    基本施策 | 421 | 大気や水などの環境保全
      施策課題 | 42101000 | 大気環境の保全
      施策課題 | 42102000 | 水環境の保全
基本政策 | 5 | 活力にあふれ躍動するまちづくり
  政策の基本方向 | 51 | 川崎を支える産業を振興する
    基本施策 | 511 | ものづくり産業の高度化
      施策課題 | 51101000 | 中小企業の競争力の強化
"""


def paths(nodes: list[Node], above: tuple[Node, ...] = ()) -> Iterator[tuple[Node, ...]]:
    """Every way from the top of a tree to an item without children."""
    for node in nodes:
        if node.children:
            yield from paths(node.children, (*above, node))
        else:
            yield (*above, node)


def csv_text(rows: list[list[str]]) -> str:
    """Rows as a spreadsheet saves them."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue()


@plan
def kawasaki() -> None:
    """A list of measures with codes in columns of their own; code page 932."""
    offices = {
        "地域の子育て支援の充実": "こども本部子育て支援部こども福祉課",
        "多様な保育の推進": "こども本部子育て支援部保育課",
        "子どもの居場所づくり": "こども本部こども青少年部青少年育成課",
        "地球環境に配慮した行動の促進": "環境局総務部地球温暖化対策担当",
        "新エネルギーの導入": "環境局総務部地球温暖化対策担当",
        "ごみの減量とリサイクル": "環境局生活環境部廃棄物政策担当",
        "大気環境の保全": "環境局環境対策部企画指導課",
        "水環境の保全": "環境局環境対策部環境対策課",
        "中小企業の競争力の強化": "経済労働局産業振興部工業振興課",
    }
    levels = ["基本政策", "政策の基本方向", "基本施策", "施策課題"]
    head = [text for level in levels for text in (f"{level}コード", level)]
    rows = [
        ["川崎市新総合計画「川崎再生フロンティアプラン」第３期実行計画　施策課題一覧"]
        + [""] * len(head),
        ["計画期間：平成23年度～平成25年度"] + [""] * len(head),
        [""] * (len(head) + 1),
        [*head, "作成課"],
    ]
    for way in paths(outline(KAWASAKI)):
        texts = [text for node in way for text in (node.number, node.label)]
        rows.append([*texts, offices[way[-1].label]])
    rows.append(["※コードの上位の桁は上位の政策・施策を表す。"] + [""] * len(head))
    name = "kawasaki_measures.csv"
    (HERE / name).write_bytes(csv_text(rows).encode("cp932"))
    save(
        name,
        KAWASAKI,
        "川崎市新総合計画「川崎再生フロンティアプラン」実行計画の施策評価、川崎市、"
        "https://www.city.kawasaki.jp/170/cmsfiles/contents/0000036/36654/gyoseihyoka/hyoka/"
        "41101000.htm 。層の名（基本政策・政策の基本方向・基本施策・施策課題）・8桁のコード・"
        "41101000の系列と作成課は実物、題名・期・期間・他の系列の名・作成課・表の形は作成。",
        "川崎市新総合計画「川崎再生フロンティアプラン」",
        edition="第3期",
        publisher="川崎市",
        period=[2011, 2013],
        departments={label: [room] for label, room in offices.items()},
    )


HIROSAKI = """
分野別政策 | 1 | 学び
  政策の方向性 | 1 | 地域を担う人材の育成
    施策 | 1 | 地域を担う人材の育成と地域づくり
      計画事業 | - | ひろさき未来の創生塾
      計画事業 | - | 弘前市民との地域づくり活動支援事業
    施策 | 2 | 生きる力を育む学校教育
      計画事業 | - | 学力向上事業
      計画事業 | - | 小・中学校英語教育推進事業
  政策の方向性 | 2 | 生涯学習体制の推進
    施策 | 1 | 生涯学習の推進
      計画事業 | - | 公民館活動等活性化推進事業
      計画事業 | - | 図書館・郷土文学館運営事業
分野別政策 | 2 | 文化・スポーツ
  政策の方向性 | 1 | 文化芸術活動の推進
    施策 | 1 | 市民の文化芸術活動の推進
      計画事業 | - | 市民文化祭支援事業
  政策の方向性 | 2 | スポーツ活動の推進
    施策 | 1 | 多様なスポーツ活動の推進
      計画事業 | - | 健康都市弘前の実現に向けたスポーツ推進事業
分野別政策 | 14 | 景観・文化財
  政策の方向性 | 1 | 景観の形成
    施策 | 1 | 景観形成の推進と魅力の発信
      計画事業 | - | 景観重要建造物等補助金
  政策の方向性 | 2 | 文化財の保存・活用の推進
    施策 | 1 | 文化財の保存と整備の推進
      計画事業 | - | 弘前城本丸石垣整備事業
      計画事業 | - | 伝統的建造物群保存地区の整備事業
"""


@plan
def hirosaki() -> None:
    """A table with blank repeats, sign-numbered policies and indicators beside the measures."""
    circled = {"1": "①", "2": "②", "14": "⑭"}
    rooms = {
        "ひろさき未来の創生塾": "企画課",
        "弘前市民との地域づくり活動支援事業": "市民協働課",
        "学力向上事業": "教育センター",
        "小・中学校英語教育推進事業": "学校指導課",
        "公民館活動等活性化推進事業": "中央公民館",
        "図書館・郷土文学館運営事業": "図書館、文学館",
        "市民文化祭支援事業": "文化振興課",
        "健康都市弘前の実現に向けたスポーツ推進事業": "スポーツ振興課",
        "景観重要建造物等補助金": "都市計画課",
        "弘前城本丸石垣整備事業": "公園緑地課",
        "伝統的建造物群保存地区の整備事業": "文化財課",
    }
    figures = {
        "生きる力を育む学校教育": ("将来の夢や目標を持っている児童の割合", "％", "82.6", "86.0"),
        "生涯学習の推進": ("公民館の講座等の延べ参加者数", "人", "14,305", "30,000以上"),
        "多様なスポーツ活動の推進": ("運動・スポーツを行っている市民の割合", "％", "40.1", "48.0"),
        "文化財の保存と整備の推進": ("指定文化財の数", "件", "296", "維持"),
    }
    rows = [
        ["弘前市総合計画後期基本計画　分野別政策の体系", *[""] * 8],
        ["計画期間", "2023年度～2026年度", *[""] * 7],
        [
            "分野別政策",
            "政策の方向性",
            "施策",
            "計画事業",
            "担当課",
            "施策成果指標",
            "単位",
            "基準値（2021年度）",
            "目標値（2026年度）",
        ],
    ]
    shown: set[int] = set()
    for field_, aim, step, deed in paths(outline(HIROSAKI)):
        row = [
            f"{circled[field_.number]} {field_.label}",
            f"{aim.number} {aim.label}",
            f"{step.number}） {step.label}",
        ]
        row = [
            "" if id(node) in shown else text
            for node, text in zip((field_, aim, step), row, strict=True)
        ]
        figure = figures.get(step.label, ("", "", "", "")) if row[2] else ("", "", "", "")
        rows.append([*row, deed.label, rooms[deed.label], *figure])
        shown |= {id(field_), id(aim), id(step)}
    name = "hirosaki_comprehensive.csv"
    (HERE / name).write_bytes(csv_text(rows).encode("utf-8-sig"))
    save(
        name,
        HIROSAKI,
        "弘前市総合計画後期基本計画（2023～2026年度）、弘前市、https://www.city.hirosaki.aomori.jp/"
        "jouhou/keikaku/kyouikusinkou.html 。題名・期間・「分野別政策」「①学び」「⑭景観・文化財」は"
        "実物、政策の方向性以下の名・担当課・指標の値・表の形は型に倣って作成。",
        "弘前市総合計画",
        part="後期",
        publisher="弘前市",
        period=[2023, 2026],
        departments={label: text.split("、") for label, text in rooms.items()},
        indicators=[
            ind(label, item, unit, val("baseline", 2021, now), val("target", 2026, target))
            for item, (label, unit, now, target) in figures.items()
        ],
    )


ASAHIKAWA = """
基本項目 | 1 | 市民等の文化芸術活動の促進に関すること（第１号関係）
  基本方針 | - | 市民の文化芸術活動を助成や後援により後押しします。
  基本方針 | - | 活動の状況をつかみ、情報を届ける体制をつくります。
  施策の概要 | - | 文化芸術活動への助成と後援
  施策の概要 | - | 団体が情報を発信しやすい環境の整備
  具体的事業例 | - | 文化芸術活動振興事業補助金
  具体的事業例 | - | 市民文化祭の開催
基本項目 | 2 | 市民等の文化芸術に対する意識の高揚に関すること（第２号関係）
  基本方針 | - | 文化芸術に触れる機会を増やします。
  施策の概要 | - | 鑑賞機会の充実
  施策の概要 | - | 顕彰の実施
  具体的事業例 | - | 彫刻鑑賞会
  具体的事業例 | - | 文化賞及び文化奨励賞の贈呈
基本項目 | 3 | 文化芸術を担う人材の育成に関すること（第３号関係）
  基本方針 | - | 次の世代の担い手を育てます。
  施策の概要 | - | 若手の発表の場の確保
  具体的事業例 | - | 新人音楽会
基本項目 | 4 | 文化芸術に係る交流及び情報の発信の促進に関すること（第４号関係）
  基本方針 | - | 国内外の都市との交流を広げます。
  施策の概要 | - | 情報の一元的な発信
  具体的事業例 | - | 文化情報誌の発行
重点項目 | 1 | 文化芸術に携わる人材の育成
重点項目 | 2 | 文化芸術に関する情報提供の充実
重点項目 | 3 | まちなかの活性化に資する文化芸術の振興
"""


@plan
def asahikawa() -> None:
    """Plain text pasted from a site: three lists under each item, then focal items."""
    top = outline(ASAHIKAWA)
    items = [node for node in top if node.level == "基本項目"]
    focal = [node for node in top if node.level == "重点項目"]
    related = {"1": "(3)　(2)", "2": "(1)　(4)", "3": "(2)　(4)"}
    out = [
        "旭川市文化芸術振興基本計画",
        "",
        "平成２３年３月　旭川市教育委員会",
        "",
        "１　計画策定の主旨",
        "　文化芸術は、人の心を豊かにし、まちに活気を生みます。本市は旭川市文化芸術振興条例に",
        "基づき、施策を総合的に進めるためこの計画を定めます。",
        "",
        "２　計画の位置付け",
        "　「第７次旭川市総合計画」を最上位計画とし、「旭川市生涯学習推進基本方針」を上位計画と",
        "します。また、「旭川市食育推進計画」など他の計画とも調和を図ります。",
        "",
        "３　計画の期間",
        "　平成２３年度から平成２７年度までの５年間とします。",
        "",
        "４　文化芸術の範囲",
        "　音楽、美術、文学、舞台芸術、生活文化及び文化財を対象とします。",
        "",
        "５　計画の内容（基本項目）",
        "　条例第５条第２項各号の基本項目について、次のとおり定めます。",
    ]
    for item in items:
        out += [
            "",
            f"({item.number}) {item.label}",
            "",
            "■現状と課題",
            "　市民アンケートでは、情報が届いていないという声が多くありました。活動を知って",
            "もらう取組が必要です。",
        ]
        lead = ""
        for entry in item.children:
            if entry.level != lead:
                lead = entry.level
                out += ["", f"■{lead}"]
            out.append(f"・{entry.label}")
    out += [
        "",
        "６　計画の推進と施策の展開方針",
        "　基本項目を組み合わせて進めるため、３つの重点項目を定めます。",
    ]
    for item in focal:
        out += [
            "",
            f"重点項目{item.number}　－　{item.label}",
            "　文化芸術の力を暮らしに生かすため、重点を置いて取り組みます。",
            f"　関連する基本項目　{related[item.number]}",
        ]
    out += [
        "",
        "７　計画の推進体制",
        "(1) 庁内の体制",
        "　文化振興課が中心となり、関係する部局と連携します。",
        "(2) 文化芸術振興審議会",
        "　計画の進み具合を毎年報告し、意見を聴きます。",
        "",
        "（補足１）　平成１９年度に実施した市民アンケート",
    ]
    name = "asahikawa_culture.txt"
    (HERE / name).write_bytes("\r\n".join([*out, ""]).encode("utf-8-sig"))
    save(
        name,
        ASAHIKAWA,
        "旭川市文化芸術振興基本計画、旭川市、https://www.city.asahikawa.hokkaido.jp/kurashi/329/348/"
        "354/p000164.html ほか p000165・p000176 。題名・上位計画・基本項目・重点項目・項目ごとの"
        "「現状と課題／基本方針／施策の概要／具体的事業例」の形は実物、期間・発行年月・箇条の文・"
        "事業名・本文は作成。",
        "旭川市文化芸術振興基本計画",
        stage="decided",
        publisher="旭川市教育委員会",
        published="2011-03",
        period=[2011, 2015],
        relations=["第７次旭川市総合計画", "旭川市生涯学習推進基本方針", "旭川市食育推進計画"],
    )


CHIGASAKI = """
施策の方針 | 1 | 家庭・事業者における省エネ行動の推進や省エネ機器等の導入支援
  施策の柱 | 1.1 | 家庭における省エネ行動の推進や省エネ機器等の導入支援
    施策の分類 | 1 | 省エネ・エコライフの促進
    施策の分類 | 2 | 環境に配慮した商品やサービスの選択促進
    施策の分類 | 3 | 省エネルギー機器の利用・導入促進
    施策の分類 | 4 | 省エネリフォームの促進
  施策の柱 | 1.2 | 事業者における省エネ行動の推進や省エネ機器等の導入支援
    施策の分類 | 1 | 事業活動での環境配慮の促進
    施策の分類 | 2 | 環境に配慮した商品やサービスの提供促進
施策の方針 | 2 | 再生可能エネルギーの積極的導入支援
  施策の柱 | 2.1 | 太陽光発電設備の導入支援や普及のための仕組みの構築
    施策の分類 | 1 | 太陽光発電設備の設置費の補助
    施策の分類 | 2 | 公共施設の屋根の貸出し
  施策の柱 | 2.2 | その他の再生可能エネルギーの導入推進の検討
    施策の分類 | 1 | 太陽熱利用設備の普及
施策の方針 | 3 | 低炭素型まちづくりの推進
  施策の柱 | 3.1 | 低炭素型都市システムの構築
    施策の分類 | 1 | 自転車の利用促進
    施策の分類 | 2 | 公共交通の利用促進
  施策の柱 | 3.2 | みどりの保全・再生・創出
    施策の分類 | 1 | 緑化の推進
  施策の柱 | 3.3 | ヒートアイランド対策の推進
    施策の分類 | 1 | 緑のカーテンの普及
施策の方針 | 4 | 循環型まちづくりの推進
  施策の柱 | 4.1 | ４Ｒの推進
    施策の分類 | 1 | ごみの減量に向けた啓発
  施策の柱 | 4.2 | 事業系一般廃棄物の排出抑制・資源化の推進
    施策の分類 | 1 | 多量排出事業者への指導
施策の方針 | 5 | 普及啓発や情報発信、連携・協働の仕組みづくり
  施策の柱 | 5.1 | 市民・事業者への普及啓発や情報発信
    施策の分類 | 1 | 環境フェアの開催
"""


@plan
def chigasaki() -> None:
    """A two-column summary with a base-14 Japanese font; the tree as a table and as text."""
    mincho, gothic = "HeiseiMin-W3", "HeiseiKakuGo-W5"
    for font in (mincho, gothic):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    title = "茅ヶ崎市地球温暖化対策実行計画（区域施策編）概要版"

    def style(font: str, size: float, before: float = 2) -> ParagraphStyle:
        return ParagraphStyle(
            f"{font}{size}",
            fontName=font,
            fontSize=size,
            leading=size * 1.5,
            wordWrap="CJK",
            spaceBefore=before,
            spaceAfter=2,
        )

    body, small = style(mincho, 9), style(mincho, 7.5)
    head1, head2, head3 = style(gothic, 13, 8), style(gothic, 10.5, 6), style(gothic, 9.5, 4)

    def cells(rows: list[list[str]], widths: list[float], spans: list[tuple[int, int]]) -> Grid:
        looks: list[tuple[Any, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.4, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        looks += [("SPAN", (0, first), (0, last)) for first, last in spans]
        return Grid(
            [[Para(text, small) for text in row] for row in rows],
            colWidths=[width * mm for width in widths],
            style=looks,
            repeatRows=1,
        )

    def decorate(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont(mincho, 8)
        canvas.drawString(18 * mm, 285 * mm, title)
        canvas.drawCentredString(105 * mm, 10 * mm, f"－ {template.page} －")

    top = outline(CHIGASAKI)
    story: list[Flowable] = [
        Para(title, style(gothic, 15, 0)),
        Para("平成25年3月　茅ヶ崎市", body),
        Para("第１章　計画の策定にあたって", head1),
        Para("１．計画の目的", head2),
        Para(
            "市域から出る温室効果ガスを減らすため、市民、事業者、市が取り組むことを示します。", body
        ),
        Para("２．計画の位置付け", head2),
        Para(
            "「茅ヶ崎市環境基本計画（2011年版）」を上位計画とし、「ちがさき都市マスタープラン」や"
            "「茅ヶ崎市一般廃棄物処理基本計画」と整合を図ります。",
            body,
        ),
        Para("３．計画の期間", head2),
        Para("平成25年度から平成32年度までの8年間とします。", body),
        Para("第２章　温室効果ガスの現況", head1),
        Para("家庭からの排出が全体の約3割を占め、増える傾向にあります。", body),
        Para("第３章　削減目標", head1),
        Para("平成32年度までに、平成2年度に比べて排出量を20％減らします。", body),
        Para("第４章　茅ヶ崎市全体の取り組み", head1),
        Para("１．施策体系図", head2),
        Para("以下に、計画の体系を示します。", body),
    ]
    rows, spans = [["施策の方針", "施策の柱"]], []
    for policy in top:
        first = len(rows)
        rows += [
            [f"{policy.number}　{policy.label}", f"{pillar.number}　{pillar.label}"]
            for pillar in policy.children
        ]
        spans.append((first, len(rows) - 1))
    story.append(cells(rows, [36, 46], spans))
    story.append(Para("２．施策の内容", head2))
    measures = {
        "1": [("家庭1世帯当たりの電力使用量", "kWh", "4,214", "3,600以下")],
        "2": [
            ("太陽光発電設備の設置件数（累計）", "件", "1,213", "4,000"),
            ("公共施設への設置数", "施設", "9", "20以上"),
        ],
        "3": [("都市計画区域の緑地率", "％", "27.6", "維持")],
        "4": [("市民1人1日当たりのごみ排出量", "g", "862", "800〜830")],
        "5": [("環境フェアの来場者数", "人", "3,500", "―")],
    }
    indicators = []
    circled = "①②③④⑤"
    for policy in top:
        story.append(Para(f"施策の方針{policy.number}　{policy.label}", head2))
        for pillar in policy.children:
            story.append(Para(f"{pillar.number}　{pillar.label}", head3))
            story.append(Para("身近なことから始め、効果を分かりやすく示します。", body))
            story.append(Para("【施策の分類】", body))
            story += [
                Para(f"{circled[int(kind.number) - 1]}{kind.label}", body)
                for kind in pillar.children
            ]
        rows = [["指標", "単位", "現状値<br/>平成23年度", "目標値<br/>平成32年度"]]
        for name, unit, now, target in measures[policy.number]:
            rows.append([name, unit, now, target])
            scope = "cumulative" if "累計" in name else None
            indicators.append(
                ind(
                    name,
                    policy.label,
                    unit,
                    val("baseline", 2011, now, scope),
                    val("target", 2020, target, scope),
                )
            )
        story.append(cells(rows, [34, 12, 18, 18], []))
    story += [
        Para("第５章　計画の推進", head1),
        Para("１．推進体制", head2),
        Para("市民と事業者による協議会を設け、市と共に進めます。", body),
        Para("２．進行管理", head2),
        Para("毎年度の結果を環境白書で知らせます。", body),
        Para("編集・発行　茅ヶ崎市環境部環境政策課", small),
    ]
    name = "chigasaki_climate.pdf"
    document = BaseDocTemplate(
        str(HERE / name), pagesize=A4, title=title, author="環境政策課", invariant=1
    )
    frames = [Frame(x * mm, 18 * mm, 84 * mm, 262 * mm, 0, 0, 0, 0) for x in (18, 108)]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=decorate)])
    document.build(story)
    save(
        name,
        CHIGASAKI,
        "茅ヶ崎市地球温暖化対策実行計画（区域施策編）、茅ヶ崎市、https://123deta.com/document/z12989vy-"
        "（第4章 茅ヶ崎市全体の取り組み）。層の名（施策の方針・施策の柱・施策の分類）・方針と柱の"
        "番号と名・1.1と1.2の分類は実物、題名の版と期間・3.3の名・他の分類・指標の値・本文は作成。",
        "茅ヶ崎市地球温暖化対策実行計画（区域施策編）",
        form="summary",
        stage="decided",
        publisher="茅ヶ崎市",
        department="環境部環境政策課",
        published="2013-03",
        period=[2013, 2020],
        indicators=indicators,
        relations=[
            "茅ヶ崎市環境基本計画（2011年版）",
            "ちがさき都市マスタープラン",
            "茅ヶ崎市一般廃棄物処理基本計画",
        ],
    )


OKAGAKI = """
基本理念 | - | みんなで守り育てる、暮らしを支える公共交通
基本的な方針 | 1 | まちづくりや教育、福祉政策と連携した公共交通網の維持・構築
  個別事業名 | 1 | コミュニティバス路線の再編
  個別事業名 | 2 | 海老津駅での接続を考慮した運行ダイヤ設定
  個別事業名 | 3 | 都市施設や商業・医療・福祉施設へのバス路線の乗り入れの推進
  個別事業名 | 4 | 拠点施設における待合環境の向上
基本的な方針 | 2 | 運行形態や運行水準の適正化
  個別事業名 | 1 | 運行水準の適正化
  個別事業名 | 2 | 需要量に見合った運行形態の選択
  個別事業名 | 3 | 交通空白地に対する新たな移動サービスの導入
  個別事業名 | 4 | 運行効率化による運行距離・シフト数の軽減
  個別事業名 | 5 | コミュニティバス運賃の見直し
  個別事業名 | 6 | 広告収入施策の拡大
基本的な方針 | 3 | 新たな公共交通利用者の確保に向けた利用促進
  個別事業名 | 1 | 路線図や時刻表の作成、配布
  個別事業名 | 2 | 地区別の公共交通リーフレットの作成
  個別事業名 | 3 | 高齢者に対する公共交通を利用した外出の促進
  個別事業名 | 4 | 利用促進のためのPRイベントの実施
  個別事業名 | 5 | 利用促進のための住民説明会の開催
  個別事業名 | 6 | トリガー制度の導入検討
  個別事業名 | 7 | 高齢者自動車運転免許証自主返納支援策の導入
"""


@plan
def okagaki() -> None:
    """A PDF printed by a word processor: body, then a year-by-year table over two pages."""
    title = "岡垣町地域公共交通網形成計画"
    document = new_document(title)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Normal"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(slot), "IPAGothic")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    vision, *top = outline(OKAGAKI)
    circled = "①②③④⑤⑥⑦"
    cover(document, title, "平成28年3月", "岡　垣　町")
    for heading, body in (
        (
            "1.　計画策定の背景と目的",
            "人口が減る中でも、町民の暮らしの足を守るために計画を定めます。",
        ),
        (
            "2.　計画の位置づけ",
            "「岡垣町第5次総合計画」を上位計画とし、「岡垣町都市計画マスタープラン」"
            "などと整合を図ります。",
        ),
        ("3.　計画の区域", "岡垣町の全域とします。"),
        ("4.　計画の期間", "平成28年度から平成32年度までの5年間とします。"),
        ("11.　基本理念", f"「{vision.label}」"),
        ("12.　計画の目標と評価指標", "計画の達成状況を次の指標で確かめます。"),
    ):
        document.add_heading(heading, 1)
        document.add_paragraph(body)
    figures = [
        ("コミュニティバスの年間利用者数", "人/年", "73,400", "80,000以上"),
        ("公共交通に満足している町民の割合", "％", "31.2", "40.0"),
        ("コミュニティバスの収支率", "％", "18.5", "20.0～25.0"),
        ("利用促進事業の実施回数（累計）", "回", "―", "20"),
    ]
    document.add_paragraph("表12-1　評価指標")
    rows = [["評価指標", "単位", "現況値\n(平成26年度)", "目標値\n(平成32年度)"]]
    grid(document, rows + [list(figure) for figure in figures])
    document.add_heading("13.　目標を達成するために行う事業", 1)
    for aim in top:
        document.add_heading(f"基本的な方針{aim.number}　{aim.label}", 2)
        for deed in aim.children:
            document.add_heading(f"{circled[int(deed.number) - 1]}　{deed.label}", 3)
            document.add_paragraph("利用の状況を調べ、地域の意見を聴いて進めます。")
            document.add_paragraph("実施主体：岡垣町、交通事業者")
    document.add_heading("14.　アクションプラン", 1)
    document.add_paragraph("個別事業について、計画期間の実施の予定を次の表に示します。")
    document.add_paragraph("表14-1　アクションプラン")
    years = ["平成28年度", "29年度", "30年度", "31年度", "32年度"]
    steps = [
        ["運行計画", "運行開始", "→", "→", "見直し"],
        ["協議・調整", "実施", "→", "→", "→"],
        ["作成", "継続実施", "→", "→", "→"],
    ]
    rows = [["基本的な方針", "個別事業名", *years]]
    rows += [
        [aim.label, deed.label, *steps[int(aim.number) - 1]] for aim in top for deed in aim.children
    ]
    merge_runs(grid(document, rows), 1)
    document.add_heading("15.　計画の達成状況の評価", 1)
    document.add_paragraph("岡垣町地域公共交通会議が毎年度評価し、必要に応じて見直します。")
    name = "okagaki_transport.pdf"
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "okagaki_transport.docx"
        document.save(str(draft))
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={Path(folder, 'office').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                str(draft),
            ],
            check=True,
            capture_output=True,
        )
        printed = draft.with_suffix(".pdf").read_bytes()
    printed = re.sub(rb"D:\d{14}", b"D:20160331090000", printed)
    printed = re.sub(rb"(?<=[</])[0-9A-F]{32}(?=>|\n)", b"0" * 32, printed)
    (HERE / name).write_bytes(printed)
    save(
        name,
        OKAGAKI,
        "岡垣町地域公共交通網形成計画、岡垣町、https://expydoc.com/doc/10154679/ "
        "（14. アクションプラン）。基本的な方針・個別事業名・年度の列・表の形は実物、基本理念・"
        "評価指標・方針と事業の番号・本文は作成、町名と題名は駅名からの推定。",
        title,
        stage="decided",
        publisher="岡垣町",
        published="2016-03",
        period=[2016, 2020],
        vision=vision.label,
        indicators=[
            ind(
                label,
                None,
                unit,
                val("baseline", 2014, now, "cumulative" if "累計" in label else None),
                val("target", 2020, target, "cumulative" if "累計" in label else None),
            )
            for label, unit, now, target in figures
        ],
        relations=["岡垣町第5次総合計画", "岡垣町都市計画マスタープラン"],
    )


def main() -> None:
    """Make every plan."""
    for make in PLANS:
        make()


if __name__ == "__main__":
    main()
