"""Makes the eight plans of this folder, each with its tree and facts, from typed outlines."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
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
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from tests.importers.plans.making import (
    CIRCLED,
    ROMAN,
    WIDE,
    Node,
    describe,
    grid,
    indicator,
    large,
    new_document,
    outline,
    page_break,
    texts,
    to_pdf,
    value,
    walk,
)

HERE = Path(__file__).parent
KANA = "アイウエオカキクケコ"


KUNITACHI = """
施策 | 1 | 安全・安心なまちづくりの推進
  主な取組 | - | 防犯パトロールの実施 | 防災安全課 | 青色回転灯をつけた車で市内を巡回します。
  主な取組 | - | 防犯カメラ設置の補助 | 防災安全課 | 商店街や自治会の設置費用を補助します。
  主な取組 | - | 消費生活相談 | まちの振興課 | 契約や悪質商法についての相談に応じます。
施策 | 2 | 就労・住居の確保支援の充実
  主な取組 | - | 生活困窮者自立相談支援事業 | 福祉総務課
      | ふくふく窓口で仕事と暮らしの相談を受けます。
  主な取組 | - | 住居確保給付金の支給 | 福祉総務課 | 離職した人に家賃相当額を支給します。
  主な取組 | - | 住宅確保要配慮者への居住支援 | 福祉総務課・都市計画課
      | 居住支援協議会で物件探しを助けます。
施策 | 3 | 保健医療・福祉サービス利用の促進
  主な取組 | - | 地域包括支援センターによる総合相談 | 高齢者支援課
      | 高齢の人とその家族の相談を受けます。
  主な取組 | - | 障害者基幹相談支援センターの運営 | しょうがいしゃ支援課
      | 手帳の有無によらず相談を受けます。
  主な取組 | - | 依存症に関する情報提供 | 健康まちづくり戦略室 | 保健所や自助グループを案内します。
施策 | 4 | 学校等と連携した非行防止
  主な取組 | - | スクールソーシャルワーカーの配置 | 教育指導支援課
      | 家庭と学校の間に立って支援します。
  主な取組 | - | 薬物乱用防止教室 | 教育指導支援課・健康まちづくり戦略室
      | 小中学校で講師による授業を行います。
施策 | 5 | 孤独・孤立の解消
  主な取組 | - | ひきこもり家族会への支援 | 福祉総務課 | 家族どうしが話せる場を用意します。
  主な取組 | - | 子ども・若者の居場所づくり | 児童青少年課 | 放課後に過ごせる場所を増やします。
施策 | 6 | 社会的包摂の推進のための広報・啓発活動
  主な取組 | - | “社会を明るくする運動”の推進 | 福祉総務課 | 七月の強調月間に駅前で呼びかけます。
  主な取組 | - | 人権・平和のまちづくりの啓発 | 市長室 | 条例の考え方を講座などで伝えます。
施策 | 7 | 再犯防止のための連携体制の推進
  主な取組 | - | 保護司会等との連携会議の開催 | 福祉総務課 | 年に二回、課題を持ち寄ります。
  主な取組 | - | 更生保護サポートセンターの活動支援 | 福祉総務課 | 会場の提供などで活動を支えます。
"""

KUNITACHI_INDICATORS = [
    indicator(
        "刑法犯認知件数",
        "安全・安心なまちづくりの推進",
        "件",
        value("baseline", 2023, "412件", 412.0),
        value("target", 2028, "350件以下", 350.0, "le"),
    ),
    indicator(
        "自立相談支援事業の新規相談件数（年間）",
        "就労・住居の確保支援の充実",
        "件",
        value("baseline", 2023, "368件", 368.0),
        value("target", 2028, "400件", 400.0),
    ),
    indicator(
        "“社会を明るくする運動”を知っている市民の割合",
        "社会的包摂の推進のための広報・啓発活動",
        "％",
        value("baseline", 2023, "31.4％", 31.4),
        value("target", 2028, "40％以上", 40.0, "ge"),
    ),
    indicator(
        "連携会議の開催回数",
        "再犯防止のための連携体制の推進",
        "回",
        value("baseline", 2023, "―", None, "none"),
        value("target", 2028, "年2回", 2.0, scope="annual"),
    ),
]


def kunitachi() -> None:
    """国立市: a bar with 施策１ over its label, a table of 取組 per measure, PDF from Word."""
    nodes = outline(KUNITACHI)
    document = new_document("Noto Serif CJK JP", "国立市再犯防止推進計画")
    big = partial(large, document, bold=False)
    for text, size in (
        ("国立市再犯防止推進計画", 24),
        ("令和７年度～令和10年度", 14),
        ("令和７（2025）年３月\n国　立　市", 14),
    ):
        big(text, size)
    page_break(document)
    big("第１章　計画の概要", 16)
    big("１　計画策定の趣旨", 12)
    document.add_paragraph(
        "罪を犯した人の中には、仕事や住まいがなく、頼る相手のいない人がいます。"
        "市は、その人たちが地域で暮らし直せるように、この計画を作りました。"
    )
    big("２　計画の位置づけ", 12)
    document.add_paragraph(
        "この計画は、再犯の防止等の推進に関する法律第８条第１項に基づく計画です。"
        "「国立市総合基本計画」を上位計画とし、「第三次国立市地域福祉計画」との整合を図ります。"
    )
    big("３　計画の期間", 12)
    document.add_paragraph("令和７（2025）年度から令和10（2028）年度までの４か年とします。")
    big("第２章　計画の基本的な考え方", 16)
    document.add_paragraph("支援は七つの施策に分けて進めます。施策の並びに優先の順はありません。")
    grid(
        document,
        [
            [
                f"施策{n.number.translate(WIDE)}",
                n.label,
                "\n".join(f"・{c.label}" for c in n.children),
            ]
            for n in nodes
        ],
        [20, 55, 80],
        0,
    )
    big("第３章　施策の展開", 16)
    for node in nodes:
        cells = grid(document, [[f"施策{node.number.translate(WIDE)}"], [node.label]], [155], 0)
        for row in cells:
            row[0].paragraphs[0].runs[0].font.size = Pt(13)
        big("【現状と課題】", 11)
        document.add_paragraph(
            "相談に来る人の事情は重なり合っています。一つの課だけでは対応できません。"
        )
        big("【取組の方向性】", 11)
        document.add_paragraph(
            "関係する課と団体が早い時期から話し合い、切れ目のない支援を行います。"
        )
        grid(
            document,
            [["主な取組", "内　容", "担当課"]]
            + [[c.label, c.text, "\n".join(c.departments)] for c in node.children],
            [52, 68, 35],
        )
        rows = [texts(i) for i in KUNITACHI_INDICATORS if i["item"] == node.label]
        if rows:
            big("【指標】", 11)
            grid(
                document,
                [["指標名", "現状値\n（令和５年度）", "目標値\n（令和10年度）"], *rows],
                [85, 35, 35],
            )
        if node.number in "25":
            big("コラム　" + ("府中刑務所" if node.number == "2" else "国立地区BBS会"), 11)
            document.add_paragraph(
                "立ち直りを支える団体の活動を紹介します。見学や講話も行われています。"
            )
    big("第４章　計画の推進体制", 16)
    for text in ("１　庁内の連携", "２　進行管理"):
        big(text, 12)
        document.add_paragraph("福祉総務課が取りまとめ、毎年度、取組の状況を確かめます。")
    big("国立市再犯防止推進計画", 12)
    document.add_paragraph(
        "発行　国立市\n編集　国立市健康福祉部福祉総務課地域福祉推進係\n"
        "〒186-8501　東京都国立市富士見台2-47-1"
    )
    to_pdf(HERE, document, "saihan_kunitachi")
    describe(
        HERE,
        "saihan_kunitachi",
        nodes,
        {
            "source": "国立市再犯防止推進計画 "
            "(https://www.city.kunitachi.tokyo.jp/kenko/chiikifukushi/12722.html): title, "
            "chapters, the seven 施策, columns, period and office taken over; 取組, "
            "departments, numbers, month and all sentences made up",
            "title": "国立市再犯防止推進計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "国立市",
            "department": "健康福祉部福祉総務課",
            "published": "2025-03",
            "period": [2025, 2028],
            "vision": None,
            "indicators": KUNITACHI_INDICATORS,
            "relations": ["国立市総合基本計画", "第三次国立市地域福祉計画"],
        },
    )


OMUTA = """
基本理念 | - | 人が集い、つながり、暮らしたくなるまちなか
目標 | 1 | 拠点への来訪者の拡大
  事業 | 1 | 大牟田駅前交流施設整備事業 | 都市計画公園課
      | 駅前の空き地に、待合いと催しのできる施設を建てる。
  事業 | 2 | 旧市民会館跡地活用検討事業 | 企画総務課 | 跡地の使い方を市民と話し合う。
  事業 | 3 | 図書館サテライト開設事業 | 生涯学習課 | 商店街の一角に返却と閲覧のできる場所を置く。
  事業 | 4 | 大蛇山まつり連携事業（再掲） | 観光おもてなし課 | 祭りの日に山車を施設で見せる。
目標 | 2 | 空き店舗の解消
  事業 | 5 | まちなか創業支援事業 | 産業振興課 | 新しく店を開く人に改装費を補助する。
  事業 | 6 | 空き店舗マッチング事業 | 産業振興課 | 家主と借り手を引き合わせる。
  事業 | 7 | 商店街アーケード改修事業 | 産業振興課・土木管理課 | 古くなった屋根と照明を取り替える。
目標 | 3 | 交流人口の拡大
  事業 | 8 | 近代化産業遺産回遊事業 | 世界遺産文化財室 | 宮原坑と中心市街地をバスで結ぶ。
  事業 | 9 | 銀座通り歩行者空間整備事業 | 土木建設課 | 歩道を広げ、ベンチを置く。
  事業 | 10 | 大蛇山まつり連携事業 | 観光おもてなし課 | 前夜祭を商店街で開く。
  事業 | 11 | 市内循環バス実証運行 | 都市計画公園課 | 駅と病院と商店街を回るバスを試す。
目標 | 4 | 居住人口の拡大
  事業 | 12 | 新栄町駅前地区第一種市街地再開発事業 | 市街地整備推進室
      | 住宅と店舗の入る建物を建てる。
  事業 | 13 | 地域優良賃貸住宅整備事業 | 建築住宅課 | 高齢者が住める賃貸住宅を増やす。
  事業 | 14 | まちなか住み替え補助 | 建築住宅課 | 郊外から移り住む世帯に引っ越し費用を補助する。
"""

OMUTA_INDICATORS = [
    indicator(
        "交流施設等の年間利用者数",
        "拠点への来訪者の拡大",
        "人/年",
        value("baseline", 2015, "131,292", 131292.0),
        value("target", 2021, "136,777", 136777.0),
    ),
    indicator(
        "商店街の空き店舗数",
        "空き店舗の解消",
        "店舗",
        value("baseline", 2015, "88", 88.0),
        value("target", 2021, "69", 69.0),
    ),
    indicator(
        "歩行者通行量",
        "交流人口の拡大",
        "人/日",
        value("baseline", 2015, "4,980", 4980.0),
        value("target", 2021, "6,357", 6357.0),
    ),
    indicator(
        "中心市街地活性化エリアの居住人口",
        "居住人口の拡大",
        "人",
        value("baseline", 2015, "3,081", 3081.0),
        value("target", 2021, "3,307", 3307.0),
    ),
]


def omuta_goals(book: Workbook) -> None:
    """The sheet of the indicators."""
    goals = book.create_sheet("数値目標")
    goals["A1"] = "３章関係　中心市街地活性化の目標と目標指標"
    for column, head in enumerate(("目標", "目標指標", "単位", "現状値", None, "目標値"), 1):
        goals.cell(3, column, head)
    for column, year in ((4, "（H27）"), (6, "（H33）")):
        goals.cell(4, column, year)
    for line, told in enumerate(OMUTA_INDICATORS, 5):
        before, after = (v["number"] for v in told["values"])
        cells = (f"{line - 4}）{told['item']}", told["name"], told["unit"], before, "→", after)
        for column, text in enumerate(cells, 1):
            goals.cell(line, column, text)
        for column in (4, 6):
            goals.cell(line, column).number_format = "#,##0"
    goals.cell(10, 1, "※交流施設等は中心市街地内の６施設。歩行者通行量は平日・休日の平均。")
    for letter, width in (("A", 26), ("B", 34)):
        goals.column_dimensions[letter].width = width


def omuta() -> None:
    """大牟田市: a workbook with the goals in merged cells and a ○ for each year of a project."""
    nodes = outline(OMUTA)
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "表紙・概要"
    for row, text in (
        (3, "大牟田市中心市街地活性化基本計画"),
        (5, "【事業一覧表】"),
        (8, "平成29年３月"),
        (9, "大牟田市"),
    ):
        cover.merge_cells(start_row=row, end_row=row, start_column=2, end_column=8)
        cover.cell(row, 2, text).font = Font(size=20 if row == 3 else 12, bold=True)
        cover.cell(row, 2).alignment = Alignment(horizontal="center")
    about = (
        ("計画期間", "平成29年４月から平成34年３月まで（５年間）"),
        ("基本理念", nodes[0].label),
        (
            "位置づけ",
            "「大牟田市まちづくり総合プラン」を上位計画とし、"
            "「大牟田市都市計画マスター"
            "プラン」と整合を図る。",
        ),
        ("区域面積", "約132ヘクタール"),
        ("推進体制", "大牟田市中心市街地活性化協議会と連携し、年に一度、進み具合を確かめる。"),
        ("担当", "産業経済部 産業振興課（内線2732）"),
    )
    for row, (name, text) in enumerate(about, 12):
        cover.cell(row, 2, name)
        cover.cell(row, 4, text)
    sheet = book.create_sheet("事業一覧")
    sheet["B1"] = "４～８章関係　中心市街地活性化のための事業一覧"
    sheet["B2"] = "※網掛けは認定と連携した国の支援措置を受ける事業"
    thin = Side(style="thin")
    heads = ["目標", "№", "事業名", "事業内容", "実施主体", "市の担当課", "実施時期"]
    for column, head in enumerate(heads, 2):
        sheet.cell(4, column, head)
        if column < 8:
            sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
    sheet.merge_cells("H4:L4")
    for column, year in enumerate(("H29", "H30", "H31", "H32", "H33"), 8):
        sheet.cell(5, column, year)
    sheet.cell(4, 13, "備考")
    sheet.merge_cells("M4:M5")
    row = 6
    for goal in nodes[1:]:
        sheet.cell(row, 2, f"{goal.number}）\n{goal.label}")
        last = row + len(goal.children) - 1
        sheet.merge_cells(start_row=row, end_row=last, start_column=2, end_column=2)
        for child in goal.children:
            number = int(child.number)
            line = [
                number,
                child.label,
                child.text,
                "市" if number % 3 else "商店街・民間",
                "\n".join(child.departments),
            ]
            marks = ["○" if year >= number % 4 else None for year in range(5)]
            note = {1: "都市再生整備計画", 12: "社会資本整備総合交付金"}.get(number)
            for column, shown in enumerate([*line, *marks, note], 3):
                sheet.cell(row, column, shown)
            row += 1
    for line in sheet.iter_rows(min_row=4, max_row=row - 1, min_col=2, max_col=13):
        for cell in line:
            cell.border = Border(thin, thin, thin, thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.cell(row + 1, 2, "注１）№は通し番号。「（再掲）」は他の目標に主たる位置づけのある事業。")
    sheet.cell(row + 2, 2, "注２）実施時期は予算の状況により変わることがある。")
    for letter, width in zip("BCDEFG", (18, 5, 34, 44, 14, 20), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A6"
    omuta_goals(book)
    book.save(HERE / "chushin_omuta.xlsx")
    describe(
        HERE,
        "chushin_omuta",
        nodes,
        {
            "source": "大牟田市中心市街地活性化基本計画 概要 "
            "(https://machi.smrj.go.jp/about/establish_area/omutaplan.html): four goals, "
            "indicators with their numbers, years of the grants taken over; projects, "
            "departments, vision, baseline year, cover and sentences made up",
            "title": "大牟田市中心市街地活性化基本計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "大牟田市",
            "department": "産業経済部 産業振興課",
            "published": "2017-03",
            "period": [2017, 2021],
            "vision": nodes[0].label,
            "indicators": OMUTA_INDICATORS,
            "relations": ["大牟田市まちづくり総合プラン", "大牟田市都市計画マスタープラン"],
        },
    )


YAO = """
基本理念 | - | つながり、かがやき、しあわせつづく、成長都市 八尾
目標 | 1 | 未来への育ちを誰もが実感できるまち
  施策 | 1 | 就学前教育・保育の充実
    事業 | 1011 | 認定こども園運営事業 | 保育こども園課
    事業 | 1012 | 病児保育事業 | 保育こども園課
  施策 | 2 | 子育て世代への支援
    事業 | 1021 | こども総合支援センター事業 | こども総合支援課
    事業 | 1022 | 産後ケア事業 | 健康推進課
    事業 | 1023 | 子育て短期支援事業 | こども総合支援課
目標 | 2 | 八尾の魅力（地域資源）を発信し、愛着がうまれるまち
  施策 | 7 | 歴史資産の保存と活用
    事業 | 2071 | 高安千塚古墳群保存活用事業 | 観光文化財課
    事業 | 2072 | 由義寺跡整備事業 | 観光文化財課
  施策 | 8 | 観光の振興と都市魅力の発信
    事業 | 2081 | 八尾河内音頭まつり支援事業 | 観光文化財課
    事業 | 2082 | シティプロモーション推進事業 | 政策推進課
目標 | 3 | 日々の暮らしの安全・安心が守られるまち
  施策 | 14 | 地域防災力の向上
    事業 | 3141 | 地区防災計画策定支援事業 | 危機管理課
    事業 | 3142 | 個別避難計画作成事業 | 危機管理課・福祉政策課
  施策 | 15 | 消防力の強化
    事業 | 3151 | 消防本部庁舎移転建替事業 | 消防総務課
    事業 | 3152 | 消防団施設整備事業 | 消防総務課
目標 | 4 | 環境にやさしく、住み続けられるまち
  施策 | 21 | 脱炭素社会の実現
    事業 | 4211 | ゼロカーボンシティやお推進事業 | 環境保全課
    事業 | 4212 | 公共施設ZEB化推進事業 | 環境保全課・公共建築課
  施策 | 22 | 循環型社会の構築
    事業 | 4221 | ごみ減量推進事業 | 循環型社会推進課
    事業 | 4222 | 指定ごみ袋配付事業 | 循環型社会推進課
"""

YAO_INDICATORS = [
    indicator(
        "保育所等の待機児童数（各年４月１日）",
        "就学前教育・保育の充実",
        "人",
        value("baseline", 2023, "0", 0.0),
        value("target", 2028, "0（維持）", 0.0, "maintain"),
    ),
    indicator(
        "しおんじやま古墳学習館等の来館者数",
        "歴史資産の保存と活用",
        "人",
        value("baseline", 2023, "24,310", 24310.0),
        value("target", 2028, "30,000", 30000.0),
    ),
    indicator(
        "地区防災計画を策定した校区数",
        "地域防災力の向上",
        "校区",
        value("baseline", 2023, "6", 6.0),
        value("target", 2028, "28（累計）", 28.0, scope="cumulative"),
    ),
    indicator(
        "市域の温室効果ガス排出量（2013年度比）",
        "脱炭素社会の実現",
        "％",
        value("baseline", 2023, "▲21.5", -21.5),
        value("target", 2028, "▲40～▲45", None, "range", bounds=(-45.0, -40.0)),
    ),
]


def yao() -> None:
    """八尾市: cp932 rows with four-digit codes, sums per year and a second table of indicators."""
    nodes = outline(YAO)
    rows: list[list[str]] = [
        ["八尾市第６次総合計画　実施計画（令和７年度～令和10年度）"],
        ["", "", "", "", "", "", "", "", "", "令和７年２月　八尾市政策企画部政策推進課"],
        [f"将来都市像：{nodes[0].label}"],
        [
            "※本計画は「八尾市第６次総合計画後期基本計画」の施策に基づき、「八尾市行財政改革プラン」"
            "と整合を図っています。"
        ],
        [],
        ["目標", "", "施策", "", "事業", "", "担当課", "区分", "計画額（千円）", "", "", ""],
        ["№", "名称", "№", "名称", "コード", "名称", "", "", "R7", "R8", "R9", "R10"],
    ]
    for goal in nodes[1:]:
        for measure in goal.children:
            for work in measure.children:
                code = int(work.number)
                sums = [f"{(code * 37 + 4100 * year) % 90000:,}" for year in range(4)]
                rows.append(
                    [
                        goal.number,
                        goal.label,
                        measure.number,
                        measure.label,
                        work.number,
                        work.label,
                        "／".join(work.departments),
                        "新規" if code % 5 == 2 else "継続",
                        *sums,
                    ]
                )
        rows.append(["", f"目標{goal.number}　小計", *[""] * 6, *["-"] * 4])
    rows += [
        [],
        ["【施策の指標】"],
        ["施策№", "施策名", "指標名", "単位", "現状値（R5）", "目標値（R10）"],
    ]
    numbers = {n.label: n.number for _, n in walk(nodes)}
    rows += [
        [numbers[i["item"]], i["item"], i["name"], i["unit"], *(v["text"] for v in i["values"])]
        for i in YAO_INDICATORS
    ]
    rows += [
        [],
        ["注）計画額は当初予算額及び見込額であり、毎年度見直しを行う。"],
        ["注）施策№は基本計画の番号であり、本表に事業のない施策は省略している。"],
    ]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (HERE / "jisshi_yao.csv").write_bytes(text.getvalue().encode("cp932"))
    describe(
        HERE,
        "jisshi_yao",
        nodes,
        {
            "source": "八尾市第6次総合計画 実施計画 (https://www.city.yao.osaka.jp/shisei/"
            "seisaku_keikaku_zaisei/1009538/1016423/1009578.html): title, vision, layers, "
            "period of the second half, office taken over; wording of goals and measures "
            "partly, projects, codes, sums, indicators made up",
            "title": "八尾市総合計画 実施計画",
            "edition": "第6次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "八尾市",
            "department": "政策企画部政策推進課",
            "published": "2025-02",
            "period": [2025, 2028],
            "vision": nodes[0].label,
            "indicators": YAO_INDICATORS,
            "relations": ["八尾市第６次総合計画後期基本計画", "八尾市行財政改革プラン"],
        },
    )


HOKUTO = """
テーマ | 1 | 人間それぞれの“個”を認め合い思いやりと優しさを育む社会の形成
  基本方向 | 1 | 人権尊重意識の涵養
    市の取り組み | 1 | 人権教室や講演会の開催
    市の取り組み | 2 | 広報紙による意識の啓発
  基本方向 | 2 | あらゆる暴力の根絶
    市の取り組み | 1 | 配偶者等からの暴力に関する相談窓口の周知
    市の取り組み | 2 | 関係機関と連携した被害者の保護
テーマ | 2 | 対等な立場で参画できる社会の形成
  基本方向 | 1 | 政策・方針決定過程への女性の参画拡大
    市の取り組み | 1 | 審議会等の委員への女性の登用
    市の取り組み | 2 | 女性職員の管理職への登用
    市の取り組み | 3 | 女性人材の情報収集
  基本方向 | 2 | 地域活動における男女共同参画の推進
    市の取り組み | 1 | 町内会活動への参画の促進
    市の取り組み | 2 | 女性の視点を取り入れた防災対策
テーマ | 3 | 家庭と仕事を両立できる社会の形成
  基本方向 | 1 | 家庭生活における男女の協力の促進
    市の取り組み | 1 | 父親の子育て教室の開催
    市の取り組み | 2 | 介護教室への男性の参加の促進
  基本方向 | 2 | 働きやすい職場環境づくり
    市の取り組み | 1 | 育児・介護休業制度の普及
    市の取り組み | 2 | 農業・漁業に携わる女性への支援
    市の取り組み | 3 | 女性の再就職の支援
"""


def add_footnotes(document: Document, notes: list[str]) -> None:
    """The part of a Word file that holds the footnotes."""
    made = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r>'
        "</w:p></w:footnote>"
        for number, text in enumerate(notes, 2)
    )
    blob = f"<w:footnotes {nsdecls('w')}>{made}</w:footnotes>".encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def inline(xml: str) -> Any:
    """A piece of a paragraph written as XML."""
    return parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))


def direction(document: Document, way: Node) -> None:
    """The heading of a direction with its ruby, its correction or its footnote."""
    start = document.add_paragraph().add_run(f"({way.number.translate(WIDE)})　")
    start.bold = True
    line = start._r.getparent()
    assert line is not None
    if "涵養" in way.label:
        line.append(inline("<w:r><w:t>人権尊重意識の</w:t></w:r>"))
        line.append(
            inline(
                "<w:r><w:ruby><w:rt><w:r><w:t>かんよう</w:t></w:r></w:rt><w:rubyBase><w:r>"
                "<w:t>涵養</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            )
        )
    elif "協力" in way.label:
        mark = 'w:author="企画課" w:date="2016-02-15T09:00:00Z"'
        line.append(inline("<w:r><w:t>家庭生活における男女の</w:t></w:r>"))
        line.append(
            inline(f'<w:del w:id="91" {mark}><w:r><w:delText>役割分担</w:delText></w:r></w:del>')
        )
        line.append(inline(f'<w:ins w:id="92" {mark}><w:r><w:t>協力</w:t></w:r></w:ins>'))
        line.append(inline("<w:r><w:t>の促進</w:t></w:r>"))
    else:
        line.append(inline(f"<w:r><w:t>{way.label}</w:t></w:r>"))
    if "暴力" in way.label:
        line.append(inline('<w:r><w:footnoteReference w:id="2"/></w:r>'))


def hokuto() -> None:
    """北斗市: quoted themes, circled numbers, ruby, footnote, text box and tracked changes."""
    nodes = outline(HOKUTO)
    document = new_document("ＭＳ 明朝", "北斗市男女共同参画基本計画")
    for text, size in (
        ("北斗市男女共同参画", 26),
        ("基　本　計　画", 26),
        ("平成28年　３月", 14),
        ("北　斗　市", 18),
    ):
        large(document, text, size)
    box = document.add_paragraph()
    box._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            '<v:shape style="width:300pt;height:40pt" stroked="t"><v:textbox><w:txbxContent><w:p><w:r>'  # noqa: E501
            "<w:t>個の尊重と男女が共に輝きつづける社会をめざして</w:t></w:r></w:p></w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>"
        )
    )
    page_break(document)
    large(document, "第１章　基本計画の考え方", 18)
    for head, text in (
        (
            "１　策定の趣旨",
            "北斗市男女共同参画推進条例の考え方を行動に移すため、"
            "この計画を定めます。"
            "市、市民、事業者がそれぞれの役割を果たします。",
        ),
        (
            "２　性　格",
            "(1) 「北斗市総合計画」を上位計画とする個別計画です。\n"
            "(2) 「北海道男女平等参画基本計画」を踏まえ、他の計画との整合を図ります。",
        ),
        ("３　期　間", "平成28年度から平成32年度までの５年間とします。"),
        (
            "４　基本理念",
            "条例第３条に定めるとおりとします。\n① 人権の尊重\n② 制度や慣行への配慮\n"
            "③ 方針決定への共同参画\n④ 家庭生活と他の活動の両立",
        ),
        ("５　構　成", "テーマごとに、市の取り組みと市民・事業者の役割を示します。"),
    ):
        large(document, head, 13)
        for line in text.split("\n"):
            document.add_paragraph(line)
    large(document, "６　体　系", 13)
    rows = [["テーマ", "基本方向", "市の取り組み"]]
    for theme in nodes:
        rows += [
            [
                f"テーマ{theme.number}\n{theme.label}",
                f"({way.number}) {way.label}",
                "\n".join(f"{CIRCLED[n.index]}{n.label}" for n in way.children),
            ]
            for way in theme.children
        ]
    cells = grid(document, rows, [50, 50, 60])
    for first in range(1, len(rows), 2):
        cells[first + 1][0].text = ""
        merged = cells[first][0].merge(cells[first + 1][0])
        merged.text = rows[first][0]
    large(document, "第２章　基本計画の内容", 18)
    for theme in nodes:
        large(
            document,
            f"{theme.number.translate(WIDE)}　「テーマ{theme.number.translate(WIDE)}　"
            f"{theme.label}」",
            14,
        )
        document.add_paragraph("意識調査では、慣習による不平等を感じるという声が多くありました。")
        for way in theme.children:
            direction(document, way)
            document.add_paragraph("《市の取り組み》")
            for work in way.children:
                document.add_paragraph(f"{CIRCLED[work.index]}　{work.label}")
            document.add_paragraph("《市民の役割》")
            document.add_paragraph("・身近なことから話し合い、互いの考えを尊重しましょう。")
            document.add_paragraph("《事業者の役割》")
            document.add_paragraph("・性別によらず力を出せる職場にしましょう。")
    large(document, "第３章　計画の推進", 18)
    for text in ("１　推進体制の整備", "２　国・道との連携"):
        large(document, text, 13)
        document.add_paragraph("プラン推進協議会で進み具合を話し合います。")
    large(document, "＜資料＞　北斗市男女共同参画プラン推進協議会委員名簿", 12)
    grid(
        document,
        [["区分", "人数"], ["町内会連合会", "２"], ["商工会", "１"], ["公募", "２"]],
        [60, 30],
    )
    add_footnotes(document, ["身体に対するもののほか、言葉や経済面の圧迫も含みます。"])
    document.save(str(HERE / "danjo_hokuto.docx"))
    describe(
        HERE,
        "danjo_hokuto",
        nodes,
        {
            "source": "北斗市男女共同参画基本計画 (https://expydoc.com/doc/9876713/ and "
            "https://expydoc.com/doc/9872109/): title, chapters, theme 1, period, month "
            "taken over; the other themes, directions, works and sentences made up",
            "title": "北斗市男女共同参画基本計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "北斗市",
            "department": None,
            "published": "2016-03",
            "period": [2016, 2020],
            "vision": None,
            "indicators": [],
            "relations": ["北斗市総合計画", "北海道男女平等参画基本計画"],
        },
    )


FUJISAWA = """
基本方針 | 1 | 都市農業を支える担い手づくり
  施策 | 1-1 | 多様な担い手の確保・育成
    具体的な取組 | 1 | 認定農業者への支援 | 農業水産課
    具体的な取組 | 2 | 新規就農者への農地のあっせん | 農業水産課・農業委員会事務局
    具体的な取組 | 3 | 援農ボランティアの養成 | 農業水産課
  施策 | 1-2 | 経営の安定
    具体的な取組 | 1 | 農業制度資金の利子補給 | 農業水産課
    具体的な取組 | 2 | ６次産業化の促進 | 農業水産課・産業労働課
基本方針 | 2 | 農地の保全と活用
  施策 | 2-1 | 市街化区域内農地の保全
    具体的な取組 | 1 | 生産緑地地区の追加指定 | 都市計画課
    具体的な取組 | 2 | 防災協力農地の登録 | 農業水産課・危機管理課
  施策 | 2-2 | 遊休農地の解消
    具体的な取組 | 1 | 農地利用状況調査 | 農業委員会事務局
    具体的な取組 | 2 | 水田保全奨励金の交付 | 農業水産課
基本方針 | 3 | 地産地消の推進
  施策 | 3-1 | 藤沢産農畜産物の利用拡大
    具体的な取組 | 1 | 「藤沢産」利用推進店の登録 | 農業水産課
    具体的な取組 | 2 | 学校給食での利用促進 | 農業水産課・学校給食課
  施策 | 3-2 | 市民と農のふれあい
    具体的な取組 | 1 | 市民農園の開設支援 | 農業水産課
    具体的な取組 | 2 | 小学生の農業体験 | 農業水産課・教育指導課
"""

FUJISAWA_INDICATORS = [
    indicator(
        "認定農業者数",
        "多様な担い手の確保・育成",
        "経営体",
        value("baseline", 2015, "214経営体", 214.0),
        value("target", 2020, "220経営体", 220.0),
    ),
    indicator(
        "６次産業化の取組件数",
        "経営の安定",
        "件",
        value("baseline", 2015, "7件", 7.0),
        value("target", 2020, "10～12件", None, "range", bounds=(10.0, 12.0)),
    ),
    indicator(
        "生産緑地面積",
        "市街化区域内農地の保全",
        "ha",
        value("baseline", 2015, "93.4ha", 93.4),
        value("target", 2020, "現状維持", None, "maintain"),
    ),
    indicator(
        "遊休農地面積",
        "遊休農地の解消",
        "ha",
        value("baseline", 2015, "31.6ha", 31.6),
        value("target", 2020, "20ha以下", 20.0, "le"),
    ),
    indicator(
        "利用推進店の登録数",
        "藤沢産農畜産物の利用拡大",
        "店",
        value("baseline", 2015, "148店", 148.0),
        value("target", 2020, "180店以上", 180.0, "ge"),
    ),
]


def fujisawa() -> None:
    """藤沢市: UTF-8 rows, each level on a row of its own, indicators beside their measure."""
    nodes = outline(FUJISAWA)
    named = {i["item"]: i for i in FUJISAWA_INDICATORS}
    rows = [
        ["藤沢市都市農業振興基本計画　施策一覧", *[""] * 9],
        ["計画期間", "", "2017（平成29）年度から2020（平成32）年度まで"],
        ["上位計画", "", "「藤沢市市政運営の総合指針」"],
        ["関連計画", "", "「藤沢市都市マスタープラン」、「藤沢市緑の基本計画」と整合を図る"],
        ["策定", "", "2017年（平成29年）3月　藤沢市経済部農業水産課"],
        [],
        [
            "基本方針",
            "施策",
            "具体的な取組",
            "",
            "農業者",
            "ＪＡ",
            "市",
            "所管課",
            "指標",
            "現状\n(2015年度)",
            "目標\n(2020年度)",
        ],
    ]
    for way in nodes:
        rows.append([f"基本方針{way.number}\n{way.label}"])
        for measure in way.children:
            told = named.get(measure.label)
            rows.append(
                [
                    "",
                    f"{measure.number.translate(WIDE)}　{measure.label}",
                    *[""] * 6,
                    *(texts(told) if told else ["―"] * 3),
                ]
            )
            rows += [
                [
                    "",
                    "",
                    CIRCLED[n.index],
                    n.label,
                    "○",
                    "○" if n.index else "",
                    "◎",
                    "、".join(n.departments),
                ]
                for n in measure.children
            ]
    rows += [
        [],
        ["凡例", "", "◎：主体となる　○：協力する"],
        ["用語", "", "援農ボランティア：農家の作業を手伝う市民のこと。"],
    ]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (HERE / "nogyo_fujisawa.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
    describe(
        HERE,
        "nogyo_fujisawa",
        nodes,
        {
            "source": "藤沢市都市農業振興基本計画 (https://www.city.fujisawa.kanagawa.jp/nousui/shigoto/"
            "nogyo/tosinougyou/sakutei.html): title, period, month, office taken over; the "
            "three policies, measures, works and numbers made up after such plans",
            "title": "藤沢市都市農業振興基本計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "藤沢市",
            "department": "経済部農業水産課",
            "published": "2017-03",
            "period": [2017, 2020],
            "vision": None,
            "indicators": FUJISAWA_INDICATORS,
            "relations": [
                "藤沢市市政運営の総合指針",
                "藤沢市都市マスタープラン",
                "藤沢市緑の基本計画",
            ],
        },
    )


FURANO = """
基本理念 | - | 安心と希望、協働と活力の大地『ふらの』
基本目標 | 1 | 豊かな自然と共に生きるまち
  施策目標 | 1-1 | 森林や農地の保全
    個別施策 | 1-1-1 | 市有林の計画的な間伐 | 農林課 | 十年ごとの計画に沿って手入れを行います。
    個別施策 | 1-1-2 | クリーン農業の推進 | 農林課 | 化学肥料や農薬を減らす栽培を広めます。
    個別施策 | 1-1-3 | エゾシカ等による被害の防止 | 農林課・環境課 | 柵の設置と捕獲を続けます。
  施策目標 | 1-2 | 生き物と水辺の保全
    個別施策 | 1-2-1 | 特定外来生物の防除 | 環境課
        | 市民と一緒にセイヨウオオマルハナバチなどを捕獲します。
    個別施策 | 1-2-2 | 空知川の水質調査 | 環境課 | 年に四回、六か所で水を調べます。
基本目標 | 2 | 安全で快適に暮らせるまち
  施策目標 | 2-1 | 大気・水環境の保全
    個別施策 | 2-1-1 | 合併処理浄化槽の設置補助 | 上下水道課
        | 下水道のない地域で費用の一部を補助します。
    個別施策 | 2-1-2 | 野焼きの防止 | 環境課・消防署 | 見回りと広報を行います。
  施策目標 | 2-2 | 景観の形成
    個別施策 | 2-2-1 | 田園景観づくり活動への支援 | 都市建築課 | 沿道の花植えなどを支援します。
    個別施策 | 2-2-2 | 不法投棄の監視 | 環境課 | 監視カメラを置き、看板を立てます。
基本目標 | 3 | 資源が循環するまち
  施策目標 | 3-1 | ごみの減量と分別
    個別施策 | 3-1-1 | 14種分別の徹底 | 環境課 | 転入した人と事業者に分け方を伝えます。
    個別施策 | 3-1-2 | 生ごみの堆肥化 | 環境課 | 有機物供給センターで堆肥にします。
    個別施策 | 3-1-3 | 固形燃料の利用拡大 | 環境課・財政課 | 公共施設のボイラーで使います。
基本目標 | 4 | 地球環境を守るまち
  施策目標 | 4-1 | 省エネルギーの推進
    個別施策 | 4-1-1 | 街路灯のLED化 | 都市施設課 | 町内会の灯りから順に取り替えます。
    個別施策 | 4-1-2 | 木質バイオマスの利用 | 農林課・環境課 | ペレットストーブの購入を補助します。
"""

FURANO_INDICATORS = [
    indicator(
        "市有林の間伐面積",
        "豊かな自然と共に生きるまち",
        "ha",
        value("baseline", 2009, "42", 42.0),
        value("target", 2020, "500（累計）", 500.0, scope="cumulative"),
    ),
    indicator(
        "空知川のBOD",
        "豊かな自然と共に生きるまち",
        "mg/L",
        value("baseline", 2009, "0.8", 0.8),
        value("target", 2020, "1.0以下", 1.0, "le"),
    ),
    indicator(
        "水洗化率",
        "安全で快適に暮らせるまち",
        "％",
        value("baseline", 2009, "93.1", 93.1),
        value("target", 2020, "96.0", 96.0),
    ),
    indicator(
        "リサイクル率",
        "資源が循環するまち",
        "％",
        value("baseline", 2009, "92.6", 92.6),
        value("target", 2020, "90以上を維持", 90.0, "maintain"),
    ),
    indicator(
        "市民一人当たりのCO2排出量",
        "地球環境を守るまち",
        "t",
        value("baseline", 2009, "9.8", 9.8),
        value("target", 2020, "―", None, "none"),
    ),
]

pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
MINCHO = ParagraphStyle(
    "body", fontName="HeiseiMin-W3", fontSize=10, leading=16, wordWrap="CJK", spaceAfter=4
)


def styled(name: str, size: float, **more: Any) -> ParagraphStyle:
    """The body's style at another size."""
    return ParagraphStyle(name, MINCHO, fontSize=size, leading=size * 1.5, **more)


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


def print_pdf(name: str, running: str, columns: int, story: list[Flowable]) -> None:
    """Lays a story out in columns with the plan's name above and the page number below."""

    def edges(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("HeiseiMin-W3", 8)
        canvas.drawRightString(190 * mm, 285 * mm, running)
        canvas.drawCentredString(105 * mm, 10 * mm, f"- {template.page} -")

    width = (170 - 8 * (columns - 1)) / columns
    frames = [
        Frame((20 + (width + 8) * n) * mm, 18 * mm, width * mm, 262 * mm, 0, 0, 0, 0)
        for n in range(columns)
    ]
    template = BaseDocTemplate(str(HERE / f"{name}.pdf"), pagesize=A4, invariant=1, title=running)
    template.addPageTemplates(PageTemplate("page", frames, onPage=edges))
    template.build(story)


def furano() -> None:
    """富良野市: decimal section numbers around Ⅰ－１ goals, tables broken over the page."""
    nodes = outline(FURANO)
    big, middle, small = styled("big", 16), styled("middle", 13), styled("small", 11)
    story: list[Flowable] = [
        Spacer(1, 60 * mm),
        Paragraph("富良野市環境基本計画", styled("cover", 26)),
        Paragraph("平成23年度～平成32年度", middle),
        Spacer(1, 60 * mm),
        Paragraph("平成23年３月<br/>富　良　野　市", middle),
        PageBreak(),
        Paragraph("第１章　計画の基本的事項", big),
        Paragraph("1.1　計画策定の趣旨", middle),
        Paragraph(
            "山と田園に囲まれた暮らしを次の世代に渡すため、この計画を作りました。"
            "市民、事業者、市が力を合わせて取り組みます。",
            MINCHO,
        ),
        Paragraph("1.2　計画の位置づけ", middle),
        Paragraph(
            "「富良野市総合計画」を上位計画とし、「富良野市地球温暖化対策実行計画」"
            "と整合を図ります。",
            MINCHO,
        ),
        Paragraph("1.3　計画の期間", middle),
        Paragraph(
            "平成23（2011）年度を初年度とし、平成32（2020）年度までの10年間とします。", MINCHO
        ),
        Paragraph("第２章　環境基本計画のめざすもの", big),
        Paragraph("2.1　望ましい地域環境の将来像", middle),
        Paragraph(f"＜望ましい地域環境の将来像＞<br/>{nodes[0].label}", small),
        Paragraph("2.2　計画目標", middle),
        ruled(
            [["基本目標", "施策目標"]]
            + [
                [
                    f"{ROMAN[n.index]}　{n.label}",
                    "\n".join(
                        f"{ROMAN[n.index]}－{c.number[-1].translate(WIDE)}　{c.label}"
                        for c in n.children
                    ),
                ]
                for n in nodes[1:]
            ],
            [75, 95],
        ),
        PageBreak(),
        Paragraph("第３章　施策の展開", big),
    ]
    for goal in nodes[1:]:
        sign = ROMAN[goal.index]
        story += [
            Paragraph(f"3.{goal.number}　基本目標{sign}　{goal.label}", middle),
            Paragraph(
                "市の環境には良い面と課題の両方があります。現状を確かめながら進めます。", MINCHO
            ),
        ]
        for aim in goal.children:
            story += [
                Paragraph(f"施策目標{sign}－{aim.number[-1].translate(WIDE)}　{aim.label}", small),
                ruled(
                    [["№", "個別施策", "内容", "担当課"]]
                    + [[n.number, n.label, n.text, "\n".join(n.departments)] for n in aim.children],
                    [16, 52, 72, 30],
                ),
            ]
        rows = [
            [i["name"], i["unit"], *texts(i)[1:]]
            for i in FURANO_INDICATORS
            if i["item"] == goal.label
        ]
        story += [
            Paragraph(f"◆基本目標{sign}の定量的目標", small),
            ruled([["指標", "単位", "現状（H21）", "目標（H32）"], *rows], [80, 25, 30, 35]),
        ]
    story += [Paragraph("第４章　計画の推進", big)]
    for head in ("4.1　推進体制", "4.2　進行管理"):
        story += [
            Paragraph(head, middle),
            Paragraph("環境基本計画推進会議を置き、毎年、進み具合を公表します。", MINCHO),
        ]
    story += [
        Paragraph("資料　用語解説", middle),
        Paragraph("BOD：水の汚れを示す値。大きいほど汚れている。", MINCHO),
        Paragraph("発行：富良野市　市民生活部環境課", MINCHO),
    ]
    print_pdf("kankyo_furano", "富良野市環境基本計画", 1, story)
    describe(
        HERE,
        "kankyo_furano",
        nodes,
        {
            "source": "富良野市環境基本計画 (https://vdocuments.pub/-oe-2015-02-24-u2-bb1-rb-.html and "  # noqa: E501
            "http://www.city.furano.hokkaido.jp/docs/2015021100248/): title, vision, section "
            "numbers, level names taken over; goals, measures, numbers, dates made up",
            "title": "富良野市環境基本計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "富良野市",
            "department": "市民生活部環境課",
            "published": "2011-03",
            "period": [2011, 2020],
            "vision": nodes[0].label,
            "indicators": FURANO_INDICATORS,
            "relations": ["富良野市総合計画", "富良野市地球温暖化対策実行計画"],
        },
    )


KYOTO = """
基本理念 | - | ひとがつながり みんなでつくる やさしさあふれる 人権文化の息づくまち・京都
基本方針 | 1 | 市民との協働による人権文化の土壌づくり
基本方針 | 2 | 人権を守り育む施策の推進
基本方針 | 3 | 相談・救済の仕組みの充実
重要課題 | 1 | 女性と男性が互いに尊重し支え合うまちづくり
  施策の方向性 | - | ドメスティック・バイオレンス対策の強化 | 男女共同参画推進課
  施策の方向性 | - | 真のワーク・ライフ・バランスの推進 | 男女共同参画推進課
重要課題 | 2 | 子どもを共に育む社会づくり
  施策の方向性 | - | 児童虐待の未然防止と早期発見 | 児童家庭課・児童相談所
  施策の方向性 | - | いじめを許さない学校づくり | 生徒指導課
重要課題 | 3 | 高齢者を敬い支えるまちづくり
  施策の方向性 | - | 認知症の人とその家族への支援 | 長寿福祉課
  施策の方向性 | - | 高齢者虐待の防止 | 長寿福祉課
重要課題 | 4 | 障害のある人もない人も共に生きるまちづくり
  施策の方向性 | - | 障害を理由とする差別の解消 | 障害保健福祉推進室
  施策の方向性 | - | 働く場の拡大 | 障害保健福祉推進室・産業政策課
重要課題 | 5 | 多文化が息づくまちづくり
  施策の方向性 | - | 多言語による情報の提供 | 国際化推進室
  施策の方向性 | - | 国際理解教育の推進 | 国際化推進室・学校指導課
"""


def kyoto() -> None:
    """京都市: a leaflet in two columns, goals under ア, tasks in 【重要課題１】, bullets below."""
    nodes = outline(KYOTO)
    big, small = styled("big", 13, spaceBefore=8), styled("small", 10.5, spaceBefore=4)
    story: list[Flowable] = [
        Paragraph("京都市人権文化推進計画【概要版】", styled("cover", 15)),
        Paragraph("平成27（2015）年度～平成36（2024）年度", MINCHO),
        Paragraph("第１章　基本的な考え方", big),
        Paragraph("○　計画の位置付け", small),
        Paragraph(
            "「はばたけ未来へ！京プラン」を上位計画とし，"
            "「きょうと男女共同参画推進プラン」などと"
            "整合を図り，人権の視点から市政全体を進めます。",
            MINCHO,
        ),
        Paragraph("基本理念", small),
        Paragraph(nodes[0].label.replace(" ", "<br/>"), small),
        Paragraph("計画の目標", small),
        Paragraph(
            "○　市民や企業が自ら行動する社会<br/>○　互いを認め合い，支え合う社会<br/>"
            "○　安心して相談できる社会",
            MINCHO,
        ),
        Paragraph("基本方針", small),
    ]
    for node in nodes[1:4]:
        story += [
            Paragraph(f"{KANA[node.index]}　{node.label}", small),
            Paragraph("地域や職場で学ぶ場を増やし，一人ひとりの行動につなげます。", MINCHO),
        ]
    story.append(Paragraph("第２章　各重要課題における人権施策の推進", big))
    for node in nodes[4:]:
        story += [
            Paragraph(f"【重要課題{node.number.translate(WIDE)}】<br/>{node.label}", small),
            Paragraph(
                "＜現状と課題＞<br/>悩みを抱えたまま，相談できずにいる人がいます。"
                "周りの人の理解も十分とは言えません。",
                MINCHO,
            ),
            Paragraph("＜施策の方向性＞", MINCHO),
        ]
        story += [
            Paragraph(f"・　{c.label}（{'，'.join(c.departments)}）", MINCHO) for c in node.children
        ]
    story += [
        Paragraph("第３章　教育・啓発，相談・救済", big),
        Paragraph("人権相談マップを配り，窓口を広く知らせます。", MINCHO),
        Paragraph("第４章　計画の推進", big),
        Paragraph(
            "１　推進体制<br/>人権文化推進会議が全庁の調整を行います。<br/>"
            "２　点検・評価<br/>毎年度，事業計画と報告を公表します。",
            MINCHO,
        ),
        Paragraph("京都市　文化市民局くらし安全推進部人権文化推進課<br/>平成27年３月発行", MINCHO),
    ]
    print_pdf("jinken_kyoto", "京都市人権文化推進計画（概要版）", 2, story)
    describe(
        HERE,
        "jinken_kyoto",
        nodes,
        {
            "source": "京都市人権文化推進計画 概要版 (https://expydoc.com/doc/7574726/): title, form, "  # noqa: E501
            "period, vision, policy ア, order of chapters taken over; policies イ and ウ, "
            "tasks, directions, departments, month and sentences made up",
            "title": "京都市人権文化推進計画",
            "edition": None,
            "part": None,
            "form": "summary",
            "stage": None,
            "publisher": "京都市",
            "department": "文化市民局くらし安全推進部人権文化推進課",
            "published": "2015-03",
            "period": [2015, 2024],
            "vision": nodes[0].label,
            "indicators": [],
            "relations": ["はばたけ未来へ！京プラン", "きょうと男女共同参画推進プラン"],
        },
    )


FUKAGAWA = """
基本理念 | - | 本と出会い　本に親しみ　心豊かに育つ　ふかがわの子ども
項目 | 1 | 家庭における取り組み
  具体的な取り組み | - | ブックスタート事業 | 健康福祉課 | 乳児健診のときに絵本を手渡します。
  具体的な取り組み | - | 家庭読書の日の普及 | 生涯学習スポーツ課
      | 毎月第三日曜日を家庭で本を読む日とします。
  具体的な取り組み | - | 保護者向け読み聞かせ講座 | 図書館 | 年齢に合う本の選び方を学びます。
項目 | 2 | 学校における取り組み
  具体的な取り組み | - | 朝の読書活動 | 学務課 | 小中学校の全校で行います。
  具体的な取り組み | - | 学校図書館の蔵書の充実 | 学務課 | 図書標準の達成を目指します。
  具体的な取り組み | - | 学校図書館支援員の配置 | 学務課・図書館 | 本の整理と貸し出しを手伝います。
項目 | 3 | 市立図書館における取り組み
  具体的な取り組み | - | 移動図書館車の巡回 | 図書館 | 遠い地区の学校と保育所を回ります。
  具体的な取り組み | - | おはなし会の開催 | 図書館 | 土曜日の午前に開きます。
  具体的な取り組み | - | ヤングアダルトコーナーの設置 | 図書館 | 中高生に向く本を並べます。
項目 | 4 | 地域等における取り組み
  具体的な取り組み | - | 読書ボランティアの育成 | 図書館 | 研修の場を設けます。
  具体的な取り組み | - | 児童センターへの団体貸出 | 図書館・子ども課
      | 三か月ごとに本を入れ替えます。
"""

FUKAGAWA_INDICATORS = [
    indicator(
        "児童図書の年間貸出冊数",
        None,
        "冊",
        value("baseline", 2013, "31,480冊", 31480.0),
        value("target", 2019, "34,000冊", 34000.0),
    ),
    indicator(
        "１か月に１冊も本を読まない児童の割合（小学生）",
        None,
        "％",
        value("baseline", 2013, "6.8％", 6.8),
        value("target", 2019, "5％以下", 5.0, "le"),
    ),
    indicator(
        "おはなし会の参加者数",
        None,
        "人",
        value("baseline", 2013, "延べ512人", 512.0),
        value("target", 2019, "延べ600人", 600.0),
    ),
]


def fukagawa() -> None:
    """深川市: headings numbered by the program, ◇ works with their departments in brackets."""
    nodes = outline(FUKAGAWA)
    document = new_document("游明朝", "深川市子どもの読書活動推進計画")
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'  # noqa: E501
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    large(document, "深川市\n子どもの読書活動\n推進計画", 28)
    document.add_paragraph("（平成27年度～平成31年度）")
    document.add_paragraph("平成26年12月\n深川市教育委員会")
    page_break(document)
    document.add_heading("第１章　深川市子どもの読書活動推進計画について", 1)
    for head, text in (
        (
            "１．子どもの読書を推進する意義",
            "本を読むことは、言葉を覚え、考える力を育てます。身近な大人の関わりが大切です。",
        ),
        ("２．計画の基本理念", nodes[0].label),
        (
            "３．計画の性格",
            "「深川市教育行政執行方針」に基づき、「第五次深川市総合計画」"
            "を上位計画とし、"
            "「北海道子どもの読書活動推進計画」と整合を図ります。",
        ),
        ("４．計画の対象", "おおむね18歳までの子どもと、その周りの大人とします。"),
        ("５．計画の期間", "平成27年度から平成31年度までの５年間とします。"),
    ):
        document.add_heading(head, 2)
        document.add_paragraph(text)
    document.add_heading("第２章　子どもの読書活動を推進するための施策", 1)
    for node in nodes[1:]:
        head = document.add_heading(node.label, 2)
        head._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
        )
        document.add_paragraph("子どもが本に触れる時間は、場所によって大きく違います。")
        document.add_paragraph("＜具体的な取り組み＞").runs[0].bold = True
        for work in node.children:
            document.add_paragraph(f"◇ {work.label}（{'、'.join(work.departments)}）")
            document.add_paragraph(f"　{work.text}")
    document.add_heading("第３章　計画の推進", 1)
    document.add_heading("１．推進体制", 2)
    document.add_paragraph("図書館協議会に進み具合を報告し、意見を聞きます。")
    document.add_heading("２．数値目標", 2)
    grid(
        document,
        [["項　　目", "平成25年度", "平成31年度"], *(texts(i) for i in FUKAGAWA_INDICATORS)],
        [90, 35, 35],
    )
    document.save(str(HERE / "dokusho_fukagawa.docx"))
    describe(
        HERE,
        "dokusho_fukagawa",
        nodes,
        {
            "source": "深川市子どもの読書活動推進計画 (https://123deta.com/document/ky680v7z-): title, "  # noqa: E501
            "chapters, the four headings of chapter 2, period, month, publisher taken over; "
            "vision, works, departments, numbers and sentences made up",
            "title": "深川市子どもの読書活動推進計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "深川市教育委員会",
            "department": None,
            "published": "2014-12",
            "period": [2015, 2019],
            "vision": nodes[0].label,
            "indicators": FUKAGAWA_INDICATORS,
            "relations": [
                "深川市教育行政執行方針",
                "第五次深川市総合計画",
                "北海道子どもの読書活動推進計画",
            ],
        },
    )


def main() -> None:
    """Makes all the plans."""
    for make in (
        kunitachi,
        omuta,
        yao,
        hokuto,
        fujisawa,
        furano,
        kyoto,
        fukagawa,
    ):
        make()


if __name__ == "__main__":
    main()
