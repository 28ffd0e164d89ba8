"""Makes the six plans of this folder, each with its tree and facts, from typed outlines."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    Spacer,
)

from tests.importers.plans.making import (
    CIRCLED,
    GOTHIC,
    ROMAN,
    WIDE,
    Node,
    describe,
    fold,
    framed,
    grid,
    indicator,
    large,
    new_document,
    outline,
    page_break,
    print_pdf,
    ruled,
    said,
    styled,
    texts,
    to_pdf,
    value,
)

HERE = Path(__file__).parent


HIRAKATA = """
基本理念 | - | 人と自然がつながり、みどりの中で心地よく暮らすまち ひらかた
基本方針 | 1 | つながるみどり
  施策 | 1-1 | みどりの骨格をつなぐ
    取り組み | - | 淀川河川公園の利用促進 | みどり推進課
      | 国と協議し、堤防から河川敷へ下りる道を増やします。
    取り組み | - | 天野川沿いの散策路の整備 | 公園課・道路河川整備課
      | 橋の下で途切れている区間を順につなぎます。
    取り組み | - | 東部地域の里山ルートの案内 | 農業振興課
      | 案内板の文字を大きくし、地図を配ります。
  施策 | 1-2 | 生き物のすみかをつなぐ
    取り組み | - | ため池の水辺の保全 | 農業振興課・環境政策課
      | 水を抜く時期に生き物の調べを行います。
    取り組み | - | 生物調査と結果の公表 | 環境政策課 | 五年ごとに市内の二十か所で調べます。
基本方針 | 2 | 守り、活かすみどり
  施策 | 2-1 | 樹林・農地を守る
    取り組み | - | 生産緑地地区の指定 | 都市計画課
      | 所有者への説明会を開き、追加の申し出を受け付けます。
    取り組み | - | 特別緑地保全地区の検討 | 都市計画課・みどり推進課
      | まとまった樹林を候補に、地権者と話し合います。
    取り組み | - | 保存樹木・保存樹林の指定 | みどり推進課 | 樹木医による診断の費用を負担します。
    取り組み | - | 市民農園の開設支援 | 農業振興課
      | 休んでいる農地の持ち主と借り手を引き合わせます。
  施策 | 2-2 | 歴史と文化のみどりを活かす
    取り組み | - | 百済寺跡公園の再整備 | 文化財課・公園課
      | 発掘の成果を見せながら、木陰のある広場を整えます。
    取り組み | - | 枚方宿の庭木の保存 | 文化財課 | 町家の庭の手入れについて相談に応じます。
基本方針 | 3 | 創り、満ちるみどり
  施策 | 3-1 | 身近な公園を創る
    取り組み | - | 星ヶ丘公園の整備 | 公園課 | 取得を終えた区域から工事を進めます。
    取り組み | - | 公園施設の長寿命化 | 公園課 | 遊具を点検し、傷みの大きいものから取り替えます。
    取り組み | - | 防災機能を持つ公園の配置 | 公園課・危機管理室
      | かまどベンチと防災倉庫を置く公園を増やします。
  施策 | 3-2 | まちなかを緑で満たす
    取り組み | - | 駅前広場の花壇づくり | みどり推進課 | 五つの駅で季節の花を植え替えます。
    取り組み | - | 開発事業における緑化指導 | 開発指導室
      | 一定の広さを超える敷地で緑化計画の届出を求めます。
    取り組み | - | 公共施設の壁面緑化 | 施設整備室 | 建替えに合わせて取り入れます。
基本方針 | 4 | 育むみどり
  施策 | 4-1 | みどりの担い手を育てる
    取り組み | - | アダプトプログラムの拡大 | 公園課・道路河川管理課
      | 新しい団体に道具を貸し出します。
    取り組み | - | 里山保全団体への支援 | みどり推進課 | 活動の保険料と資材費を補助します。
  施策 | 4-2 | みどりに親しむ機会をふやす
    取り組み | - | 緑化フェスティバルの開催 | みどり推進課
      | 春と秋の年二回、植木市と体験教室を開きます。
    取り組み | - | 学校における花づくり | 教育指導課 | 種から育てた苗を地域に配ります。
"""

HIRAKATA_INDICATORS = [
    indicator(
        "市域面積に対する緑被率",
        "守り、活かすみどり",
        "％",
        value("baseline", 2014, "38.6％", 38.6),
        value("target", 2025, "現状維持", None, "maintain"),
    ),
    indicator(
        "生産緑地地区の面積",
        "守り、活かすみどり",
        "ha",
        value("baseline", 2014, "123.4ha", 123.4),
        value("target", 2025, "120ha以上", 120.0, "ge"),
    ),
    indicator(
        "市民一人当たりの都市公園面積",
        "創り、満ちるみどり",
        "㎡",
        value("baseline", 2014, "4.3㎡", 4.3),
        value("target", 2025, "5.0㎡", 5.0),
    ),
    indicator(
        "アダプトプログラムの登録団体数",
        "育むみどり",
        "団体",
        value("baseline", 2014, "142団体", 142.0),
        value("target", 2025, "200団体", 200.0),
    ),
    indicator(
        "身近なみどりに満足している市民の割合",
        "つながるみどり",
        "％",
        value("baseline", 2014, "54.7％", 54.7),
        value("target", 2025, "65％以上", 65.0, "ge"),
    ),
]


def hirakata_front(document: Document, nodes: list[Node]) -> None:
    """The chapters before the measures."""
    big = partial(large, document)
    big("枚方市みどりの基本計画", 26)
    big("平成28年３月\n枚　方　市", 14, bold=False)
    page_break(document)
    big("目　次", 14)
    for text, page in (
        ("１．改定にあたって", 3),
        ("２．現況と課題", 3),
        ("３．基本方針", 3),
        ("４．取り組みの方針", 5),
        ("５．実現に向けて", 7),
    ):
        document.add_paragraph(f"{text}　・・・・・・・・・・・・・・・・　{page}")
    page_break(document)
    big("１．改定にあたって", 16)
    big("1-1　みどりの基本計画とは", 12)
    document.add_paragraph(
        "みどりの基本計画は、都市緑地法第４条に基づき、緑地の保全と緑化の進め方を定めるものです。"
        "前の計画から十年余りがたち、人口や土地の使われ方が変わったため、内容を改めました。"
    )
    big("1-2　計画の位置づけ", 12)
    document.add_paragraph(
        "本計画は「第５次枚方市総合計画」及び「枚方市都市計画マスタープラン」を上位計画とし、"
        "「第２次枚方市環境基本計画」と整合を図りながら進めます。"
    )
    big("1-3　計画の期間", 12)
    document.add_paragraph(
        "計画の期間は、平成28年度から平成37年度までの10年間とします。"
        "社会の動きに応じて、中間の年に見直しを行います。"
    )
    big("２．現況と課題", 16)
    big("2-1　みどりの現況", 12)
    document.add_paragraph("東部の山地にまとまった樹林が残り、西部には淀川の広い水辺があります。")
    grid(
        document,
        [
            ["区　分", "平成16年度", "平成26年度"],
            ["都市公園（箇所）", "398", "427"],
            ["樹林地（ha）", "1,162", "1,098"],
            ["農地（ha）", "684", "611"],
        ],
        [60, 40, 40],
    )
    big("2-2　課題の整理", 12)
    for text in (
        "市街地では、みどりが途切れ途切れになっています。",
        "樹林や農地は、持ち主だけでは守りきれなくなっています。",
        "古い公園の施設が増え、手入れの費用が重くなっています。",
    ):
        document.add_paragraph(f"・{text}")
    big("３．基本方針", 16)
    big("3-1　基本理念", 12)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(nodes[0].label).bold = True
    document.add_paragraph("四つの方針のもとに、みどりの量と質の両方を高めます。")
    big("3-2　施策の体系", 12)
    rows = [["基本方針", "施　策", "取り組み"]]
    rows += [
        [
            f"{way.number.translate(WIDE)}　{way.label}",
            f"{measure.number}　{measure.label}",
            "\n".join(f"・{work.label}" for work in measure.children),
        ]
        for way in nodes[1:]
        for measure in way.children
    ]
    fold(document, rows, [42, 52, 66], 1)


def hirakata() -> None:
    """枚方市: decimal numbers, a folded overview and tables that go over the page."""
    nodes = outline(HIRAKATA)
    document = new_document("Noto Sans CJK JP", "枚方市みどりの基本計画")
    big = partial(large, document)
    hirakata_front(document, nodes)
    page_break(document)
    big("４．取り組みの方針", 16)
    for way in nodes[1:]:
        big(f"基本方針{way.number.translate(WIDE)}　{way.label}", 14)
        document.add_paragraph("みどりは、植えることと同じだけ、手をかけ続けることが大切です。")
        for measure in way.children:
            big(f"施策{measure.number}　{measure.label}", 12)
            document.add_paragraph(f"【現状】　{said(measure)}")
            document.add_paragraph("■主な取り組み")
            grid(
                document,
                [["取り組み", "内　容", "所管課"]]
                + [[n.label, n.text, "\n".join(n.departments)] for n in measure.children],
                [52, 72, 36],
            )
    big("５．実現に向けて", 16)
    big("5-1　計画の目標", 12)
    document.add_paragraph("計画の進み具合を測るため、次の指標を置きます。")
    grid(
        document,
        [["基本方針", "指標", "現状値\n（平成26年度）", "目標値\n（平成37年度）"]]
        + [[i["item"], *texts(i)] for i in HIRAKATA_INDICATORS],
        [42, 58, 30, 30],
    )
    big("5-2　市民・事業者・市の役割", 12)
    for who in ("市民", "事業者", "市"):
        document.add_paragraph(f"【{who}】　自分の庭や敷地から始め、互いに手を貸します。")
    big("5-3　進行管理", 12)
    document.add_paragraph("みどりの審議会に毎年度の状況を報告し、意見を次の年に生かします。")
    big("参考資料", 14)
    document.add_paragraph("緑被率：上空から見て、樹木や草、農地に覆われた土地の割合。")
    document.add_paragraph(
        "枚方市みどりの基本計画\n平成28年３月発行\n発行　枚方市\n編集　枚方市土木部みどり推進課\n"
        "枚方市大垣内町２丁目１番20号"
    )
    to_pdf(HERE, document, "midori_hirakata")
    describe(
        HERE,
        "midori_hirakata",
        nodes,
        {
            "source": "枚方市みどりの基本計画 "
            "(https://vdocuments.pub/efe-hirakata-5ic-efe-oe.html): title, five chapters, "
            "names of the four 方針 taken over; vision, 施策, 取り組み, departments, "
            "numbers, period, month and all sentences made up",
            "title": "枚方市みどりの基本計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "枚方市",
            "department": "土木部みどり推進課",
            "published": "2016-03",
            "period": [2016, 2025],
            "vision": nodes[0].label,
            "indicators": HIRAKATA_INDICATORS,
            "relations": [
                "第５次枚方市総合計画",
                "枚方市都市計画マスタープラン",
                "第２次枚方市環境基本計画",
            ],
        },
    )


KOKA = """
基本理念 | - | 違いを力に ともに暮らし ともに創る 甲賀のまち
基本目標 | 1 | 互いに伝わるコミュニケーションづくり
  施策の方向 | 1 | 情報の多言語化とやさしい日本語の普及
    具体的施策 | 1 | 広報紙の多言語版の発行 | 政策推進課・秘書広報課
      | 四つの言語で抜粋版を毎月発行します。
    具体的施策 | 2 | やさしい日本語研修の実施 | 人事課
      | 窓口の職員を対象に、書き換えの練習を行います。
    具体的施策 | 3 | 窓口における通訳の配置 | 市民課 | 通訳員とタブレットを組み合わせて対応します。
  施策の方向 | 2 | 日本語学習の支援
    具体的施策 | 4 | 日本語教室の運営支援 | 政策推進課
      | 国際交流協会の教室に会場と教材を提供します。
    具体的施策 | 5 | 学習支援ボランティアの養成 | 政策推進課・社会教育スポーツ課
      | 初めての人のための講座を年に一度開きます。
基本目標 | 2 | 安心して暮らせる環境づくり
  施策の方向 | 1 | 子育て・教育の支援
    具体的施策 | 6 | 母語支援員の派遣 | 学校教育課 | 編入して間もない児童生徒に付き添います。
    具体的施策 | 7 | 不就学の実態調査 | 学校教育課・市民課
      | 学齢期の子どもの居所を年に二回確かめます。
    具体的施策 | 8 | 多言語による母子保健の案内 | すこやか支援課
      | 健診の問診票を六つの言語で用意します。
  施策の方向 | 2 | 労働・住まいの支援
    具体的施策 | 9 | 企業向け相談会の開催 | 商工労政課
      | 受け入れの手続きを専門家に尋ねる場を設けます。
    具体的施策 | 10 | 賃貸住宅の入居案内の作成 | 住宅建築課 | ごみ出しや騒音の約束を絵で示します。
  施策の方向 | 3 | 防災・医療の支援
    具体的施策 | 11 | 外国人防災リーダーの育成 | 危機管理課・政策推進課
      | 避難所で通訳と見守りを担う人を育てます。
    具体的施策 | 12 | 医療通訳の利用促進 | 健康医療政策課 | 市内の病院に遠隔通訳の使い方を伝えます。
基本目標 | 3 | 誰もが参画する地域づくり
  施策の方向 | 1 | 多文化共生の意識啓発
    具体的施策 | 13 | 国際理解講座の開催 | 人権推進課 | 住んでいる人の話を聞く講座を開きます。
    具体的施策 | 14 | 小中学校における国際理解教育 | 学校教育課
      | 総合的な学習の時間に交流を行います。
  施策の方向 | 2 | 地域活動への参画促進
    具体的施策 | 15 | 自治振興会と外国人市民の交流支援 | 市民活動推進課
      | 祭りや清掃に誘うための案内文を作ります。
    具体的施策 | 16 | 審議会等への外国人市民の登用 | 政策推進課 | 公募の案内を多言語で知らせます。
    具体的施策 | 17 | キーパーソンの発掘と連携 | 政策推進課
      | 国籍ごとの集まりの世話役とつながりを持ちます。
"""

KOKA_INDICATORS = [
    indicator(
        "日本語教室の学習者数",
        "互いに伝わるコミュニケーションづくり",
        "人",
        value("baseline", 2019, "118人", 118.0),
        value("target", 2025, "180人", 180.0),
    ),
    indicator(
        "やさしい日本語研修の受講者数",
        "互いに伝わるコミュニケーションづくり",
        "人",
        value("baseline", 2019, "35人", 35.0),
        value("target", 2025, "300人（累計）", 300.0, scope="cumulative"),
    ),
    indicator(
        "不就学の児童生徒数",
        "安心して暮らせる環境づくり",
        "人",
        value("baseline", 2019, "6人", 6.0),
        value("target", 2025, "0人", 0.0),
    ),
    indicator(
        "外国人防災リーダーの登録者数",
        "安心して暮らせる環境づくり",
        "人",
        value("baseline", 2019, "―", None, "none"),
        value("target", 2025, "20人以上", 20.0, "ge"),
    ),
    indicator(
        "外国人市民と付き合いがある市民の割合",
        "誰もが参画する地域づくり",
        "％",
        value("baseline", 2019, "22.8％", 22.8),
        value("target", 2025, "35.0％", 35.0),
    ),
]


def koka_front(nodes: list[Node]) -> list[Flowable]:
    """The cover and the chapters before the measures."""
    big, middle = styled("big", 17, spaceBefore=10), styled("middle", 13, spaceBefore=6)
    overview = [["基本目標", "施策の方向", "具体的施策"]]
    for goal in nodes[1:]:
        for at, way in enumerate(goal.children):
            overview.append(
                [
                    "" if at else f"{goal.number}．{goal.label}",
                    f"（{way.number}）{way.label}",
                    "\n".join(f"{n.number}　{n.label}" for n in way.children),
                ]
            )
    return [
        Spacer(1, 70 * mm),
        Paragraph("第２次甲賀市多文化共生推進計画", styled("cover", 24)),
        Paragraph("令和３年度（2021年度）～令和７年度（2025年度）", middle),
        Spacer(1, 70 * mm),
        Paragraph("令和３年（2021年）３月<br/>甲賀市", middle),
        PageBreak(),
        Paragraph("第１章　計画の策定にあたって", big),
        Paragraph("１　計画策定の背景と趣旨", middle),
        Paragraph(
            "市内で暮らす外国人市民は年々増え、国籍も在留の事情も多様になりました。"
            "同じ地域で暮らす仲間として力を出し合えるよう、計画を改めます。",
            GOTHIC,
        ),
        Paragraph("２　計画の位置づけ", middle),
        Paragraph(
            "本計画は、「第２次甲賀市総合計画」を上位計画とする分野別の計画です。"
            "「滋賀県多文化共生推進プラン（改訂版）」の方向性を踏まえて策定しました。",
            GOTHIC,
        ),
        Paragraph("３　計画の期間", middle),
        Paragraph("令和３年度から令和７年度までの５年間とします。", GOTHIC),
        Paragraph("第２章　外国人市民を取り巻く状況", big),
        Paragraph("１　外国人人口の推移", middle),
        ruled(
            [
                ["", "平成28年", "平成30年", "令和２年"],
                ["外国人人口（人）", "2,702", "3,262", "3,818"],
                ["総人口に占める割合", "2.9％", "3.6％", "4.2％"],
            ],
            [60, 35, 35, 35],
        ),
        Paragraph("２　アンケート調査の結果", middle),
        Paragraph(
            "困ったことを相談できる相手がいないと答えた人は、来日して間もない人に多くいました。",
            GOTHIC,
        ),
        Paragraph("第３章　計画の基本的な考え方", big),
        Paragraph("１　基本理念", middle),
        Paragraph(nodes[0].label, styled("vision", 14, alignment=1)),
        Paragraph("国籍や言葉の違いを、まちの力に変えていくことを目指します。", GOTHIC),
        Paragraph("２　基本目標", middle),
        *(Paragraph(f"基本目標{n.number}　{n.label}", GOTHIC) for n in nodes[1:]),
        Paragraph("３　施策の体系", middle),
        ruled(overview, [48, 56, 66]),
        PageBreak(),
    ]


def koka() -> None:
    """甲賀市: goals, ways in round brackets that begin anew, works numbered through."""
    nodes = outline(KOKA)
    big, middle = styled("big", 17, spaceBefore=10), styled("middle", 13, spaceBefore=6)
    small = styled("small", 11)
    story = [*koka_front(nodes), Paragraph("第４章　施策の展開", big)]
    for goal in nodes[1:]:
        story.append(Paragraph(f"基本目標{goal.number}　{goal.label}", styled("goal", 15)))
        for way in goal.children:
            story += [
                Paragraph(f"（{way.number}）{way.label}", middle),
                Paragraph("【現状と課題】", small),
                Paragraph(said(way), GOTHIC),
                Paragraph("【施策の内容】", small),
                ruled(
                    [["番号", "具体的施策", "取組内容", "担当課"]]
                    + [[n.number, n.label, n.text, "、".join(n.departments)] for n in way.children],
                    [14, 52, 66, 38],
                ),
            ]
        story += [
            Paragraph("【成果指標】", small),
            ruled(
                [["指標", "基準値（令和元年度）", "目標値（令和７年度）"]]
                + [texts(i) for i in KOKA_INDICATORS if i["item"] == goal.label],
                [90, 40, 40],
            ),
        ]
    story += [
        Paragraph("第５章　計画の推進", big),
        Paragraph("１　推進体制", middle),
        Paragraph("多文化共生推進協議会と庁内の推進会議が両輪となって進めます。", GOTHIC),
        Paragraph("２　進捗管理", middle),
        Paragraph("毎年度、成果指標の値を確かめ、必要に応じて施策を見直します。", GOTHIC),
        PageBreak(),
        Paragraph("資料編", big),
        Paragraph("１　策定の経過", middle),
        ruled(
            [
                ["年月", "内容"],
                ["令和元年11月", "アンケート調査"],
                ["令和２年７月", "第１回推進協議会"],
                ["令和２年12月", "意見公募"],
            ],
            [45, 100],
        ),
        Spacer(1, 30 * mm),
        Paragraph(
            "第２次甲賀市多文化共生推進計画<br/>発行日：令和３年３月<br/>発行：甲賀市"
            "<br/>担当：甲賀市総合政策部政策推進課<br/>滋賀県甲賀市水口町水口6053番地",
            GOTHIC,
        ),
    ]
    title = "第２次甲賀市多文化共生推進計画"
    print_pdf(HERE, "tabunka_koka", title, title, story)
    describe(
        HERE,
        "tabunka_koka",
        nodes,
        {
            "source": "第2次甲賀市多文化共生推進計画 (https://reiki.city.koka.lg.jp/15043.htm): "
            "title, edition, upper plans taken over; chapters after such plans; vision, goals, "
            "measures, departments, numbers, period, month and all sentences made up",
            "title": "甲賀市多文化共生推進計画",
            "edition": "第2次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "甲賀市",
            "department": "総合政策部政策推進課",
            "published": "2021-03",
            "period": [2021, 2025],
            "vision": nodes[0].label,
            "indicators": KOKA_INDICATORS,
            "relations": ["第２次甲賀市総合計画", "滋賀県多文化共生推進プラン（改訂版）"],
        },
    )


YONAGO = """
基本理念 | - | 食でつながる からだ・こころ・ふるさと米子
基本目標 | 1 | 食で健やかなからだを育てる
  施策 | 1-1 | 朝食をとる習慣づくり
    主な取組 | - | 早寝早起き朝ごはん運動 | 学校教育課・こども政策課
      | 長期休みに家庭で使う記録表を配る。
    主な取組 | - | 乳幼児健診における栄養相談 | こども相談課 | 離乳食から始まる食事の悩みに応じる。
  施策 | 1-2 | 減塩と野菜摂取の推進
    主な取組 | - | 野菜たっぷり献立の紹介 | 健康対策課 | 店と協力して献立の札を売り場に置く。
    主な取組 | - | 減塩教室 | 健康対策課 | みそ汁の塩分を測り、うす味を試す。
    主な取組 | - | 特定健診後の食事指導 | 健康対策課・保険年金課
      | 健診の結果に応じて個別に助言する。
  施策 | 1-3 | 歯と口の健康づくり
    主な取組 | - | フッ化物洗口 | 学校教育課・健康対策課 | 希望する小学校で週に一度行う。
基本目標 | 2 | 食で豊かなこころを育む
  施策 | 2-1 | 共食の機会づくり
    主な取組 | - | こども食堂への支援 | こども政策課 | 食材の寄附と会場を結びつける。
    主な取組 | - | ふれあい会食会 | 長寿社会課 | 一人で暮らす高齢者が集まって食べる場を開く。
  施策 | 2-2 | 食の体験と学び
    主な取組 | - | 保育所の菜園活動 | 子育て支援課 | 育てた野菜を給食の材料にする。
    主な取組 | - | 親子料理教室 | 健康対策課・公民館 | 食生活改善推進員が講師となって教える。
基本目標 | 3 | 食でふるさとを守り伝える
  施策 | 3-1 | 地産地消の推進
    主な取組 | - | 学校給食における地元食材の利用 | 学校給食課・農林課
      | 生産者と献立の会議を開き、旬の品を取り入れる。
    主な取組 | - | 白ねぎ・にんじんの産地見学 | 農林課 | 小学生が弓浜の畑を訪ねる。
  施策 | 3-2 | 食文化の継承
    主な取組 | - | いただきの伝承講座 | 生涯学習課 | 郷土の料理を作り、由来を聞く。
  施策 | 3-3 | 食品ロスの削減
    主な取組 | - | フードドライブの実施 | 環境政策課 | 市役所と公民館に受け取りの箱を置く。
    主な取組 | - | 食べきり協力店の登録 | 環境政策課・商工課 | 小盛りの品を出す店を知らせる。
"""

YONAGO_INDICATORS = [
    indicator(
        "朝食を毎日食べる小学６年生の割合",
        "食で健やかなからだを育てる",
        "％",
        value("baseline", 2022, "85.1", 85.1),
        value("target", 2028, "95.0", 95.0),
    ),
    indicator(
        "20歳代男性の朝食欠食率",
        "食で健やかなからだを育てる",
        "％",
        value("baseline", 2022, "31.6", 31.6),
        value("target", 2028, "25.0以下", 25.0, "le"),
    ),
    indicator(
        "野菜の一日当たり摂取量",
        "食で健やかなからだを育てる",
        "g",
        value("baseline", 2022, "268", 268.0),
        value("target", 2028, "350以上", 350.0, "ge"),
    ),
    indicator(
        "家族等と一緒に夕食をとる小学生の割合",
        "食で豊かなこころを育む",
        "％",
        value("baseline", 2022, "88.9", 88.9),
        value("target", 2028, "92.0", 92.0),
    ),
    indicator(
        "学校給食における県産食材の使用率",
        "食でふるさとを守り伝える",
        "％",
        value("baseline", 2022, "66.3", 66.3),
        value("target", 2028, "70.0以上", 70.0, "ge"),
    ),
    indicator(
        "食べきり協力店の登録数",
        "食でふるさとを守り伝える",
        "店",
        value("baseline", 2022, "24", 24.0),
        value("target", 2028, "60", 60.0),
    ),
]


def number_lists(document: Document, lists: dict[int, list[tuple[str, str]]]) -> None:
    """Adds lists that the program numbers: for each level its format and its pattern."""
    numbering = document.part.numbering_part.element
    for at, (key, levels) in enumerate(lists.items()):
        made = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="{pattern}"/></w:lvl>'
            for level, (how, pattern) in enumerate(levels)
        )
        numbering.insert(
            at,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">'
                f'<w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
            ),
        )
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
            )
        )


def numbered(document: Document, text: str, style: int, key: int, level: int) -> None:
    """A heading whose number the program writes."""
    head = document.add_heading(text, style)
    head._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
        )
    )


def yonago_front(document: Document, nodes: list[Node]) -> None:
    """The cover and the chapters before the measures."""
    chapter = partial(numbered, document, style=1, key=81, level=0)
    section = partial(numbered, document, style=2, key=81, level=1)
    large(document, "第２期\n米子市食育推進計画", 28)
    document.add_paragraph("令和６年度～令和10年度")
    document.add_paragraph("令和６年３月\n米子市")
    page_break(document)
    chapter("計画の基本的事項")
    section("計画策定の趣旨")
    document.add_paragraph(
        "食は命の源であり、毎日の楽しみでもあります。"
        "食べることを通して心と体を整え、地域とのつながりを深めるため、第２期の計画を定めます。"
    )
    section("計画の位置づけ")
    document.add_paragraph("食育基本法第18条に基づく市町村食育推進計画です。")
    document.add_paragraph(
        "「米子市まちづくりビジョン」を上位計画とし、「米子市健康増進計画」と整合を図ります。"
        "また、国の「第４次食育推進基本計画」を踏まえます。"
    )
    section("計画の期間")
    document.add_paragraph("令和６年度から令和10年度までの５年間です。")
    chapter("食をめぐる現状と課題")
    section("第１期計画の評価")
    grid(
        document,
        [["評価", "項目数"], ["達成した", "6"], ["改善した", "5"], ["悪くなった", "4"]],
        [50, 30],
    )
    section("課題のまとめ")
    document.add_paragraph("若い世代の朝食と野菜の不足が、引き続き大きな課題です。")
    chapter("計画の基本的な考え方")
    section("基本理念")
    document.add_paragraph(nodes[0].label).alignment = WD_ALIGN_PARAGRAPH.CENTER
    section("計画の体系")
    rows = [["基本目標", "施策"]]
    rows += [
        [f"{n.number}　{n.label}", "\n".join(f"{c.number}　{c.label}" for c in n.children)]
        for n in nodes[1:]
    ]
    grid(document, rows, [75, 75])


def yonago() -> None:
    """米子市: heading styles whose chapter, goal and measure numbers the program writes."""
    nodes = outline(YONAGO)
    document = new_document("游ゴシック", "第２期米子市食育推進計画")
    number_lists(
        document,
        {
            81: [("decimalFullWidth", "第%1章"), ("decimal", "%2.")],
            82: [("decimal", "基本目標%1"), ("decimal", "施策%1-%2")],
        },
    )
    chapter = partial(numbered, document, style=1, key=81, level=0)
    section = partial(numbered, document, style=2, key=81, level=1)
    yonago_front(document, nodes)
    chapter("施策の展開")
    for goal in nodes[1:]:
        numbered(document, goal.label, 2, 82, 0)
        document.add_paragraph("家庭、学校、地域がそれぞれの場で取り組みます。")
        for measure in goal.children:
            numbered(document, measure.label, 3, 82, 1)
            document.add_paragraph(said(measure))
            grid(
                document,
                [["主な取組", "内容", "担当課"]]
                + [[n.label, n.text, "、".join(n.departments)] for n in measure.children],
                [52, 66, 38],
            )
        document.add_paragraph("市民の取組").runs[0].bold = True
        for text in ("家族や友人と食卓を囲みましょう。", "旬の食べ物を選びましょう。"):
            document.add_paragraph(text, "List Bullet")
    chapter("計画の目標値")
    document.add_paragraph("計画の最終年度における目標値を次のとおり定めます。")
    rows = [["基本目標", "指標", "単位", "現状値\n令和４年度", "目標値\n令和10年度"]]
    rows += [[i["item"], i["name"], i["unit"], *texts(i)[1:]] for i in YONAGO_INDICATORS]
    fold(document, rows, [42, 54, 14, 24, 24], 1)
    chapter("計画の推進")
    section("推進体制")
    document.add_paragraph("米子市食育推進会議が中心となり、関係する団体と進めます。")
    section("計画の評価")
    document.add_paragraph("毎年度、取組の実績を取りまとめ、最終年度に評価を行います。")
    document.add_heading("資料", 1)
    document.add_paragraph("共食：家族や仲間と食事を共にすること。")
    document.add_paragraph("第２期米子市食育推進計画　令和６年３月")
    document.add_paragraph(
        "発行　米子市福祉保健部健康対策課\n〒683-0811　鳥取県米子市錦町一丁目139番地３"
    )
    document.save(str(HERE / "shokuiku_yonago.docx"))
    describe(
        HERE,
        "shokuiku_yonago",
        nodes,
        {
            "source": "第2期米子市食育推進計画 (https://www.city.yonago.lg.jp/42632.htm): title, "
            "edition, period, month taken over; chapters after such plans; vision, goals, "
            "measures, 取組, departments, numbers and all sentences made up",
            "title": "米子市食育推進計画",
            "edition": "第2期",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "米子市",
            "department": "福祉保健部健康対策課",
            "published": "2024-03",
            "period": [2024, 2028],
            "vision": nodes[0].label,
            "indicators": YONAGO_INDICATORS,
            "relations": [
                "米子市まちづくりビジョン",
                "米子市健康増進計画",
                "第４次食育推進基本計画",
            ],
        },
    )


OYAMA = """
基本理念 | - | 学びあい ささえあい 未来をひらく 小山の人づくり
基本目標 | 1 | いつでも学べる機会の充実
  基本施策 | 1 | ライフステージに応じた学習の推進
    主要事業 | 1 | 家庭教育学級 | 生涯学習課 | 保護者が子育ての悩みを話し合う。
    主要事業 | 2 | 高齢者大学 | 生涯学習課・高齢生きがい課 | 月に二回、教養と健康の講座を開く。
    主要事業 | 3 | 若者向け夜間講座 | 生涯学習課 | 仕事の帰りに寄れる時間に開く。
  基本施策 | 2 | 現代的な課題に関する学習の推進
    主要事業 | 4 | デジタル活用講座 | 生涯学習課・情報政策課 | スマートフォンの使い方を学ぶ。
    主要事業 | 5 | 環境学習出前講座 | 環境課 | 渡良瀬遊水地の自然を題材にする。
    主要事業 | 6 | 消費者教育の推進 | 市民生活安心課 | 契約のしくみを若い人に伝える。
基本目標 | 2 | 学びを支える環境の整備
  基本施策 | 1 | 学習情報の提供と相談
    主要事業 | 7 | 学習情報誌の発行 | 生涯学習課 | 年に四回、講座と団体を紹介する。
    主要事業 | 8 | 学習相談窓口の設置 | 生涯学習課 | 生涯学習センターで随時応じる。
  基本施策 | 2 | 学習施設の充実
    主要事業 | 9 | 公民館の改修 | 生涯学習課 | 古い館から手すりと空調を直す。
    主要事業 | 10 | 移動図書館の運行 | 中央図書館 | 二台の車で小学校と団地を回る。
    主要事業 | 11 | 博物館の企画展 | 博物館 | 市民の収集品を年に一度展示する。
基本目標 | 3 | 学びの成果を生かす地域づくり
  基本施策 | 1 | 人材の育成と活用
    主要事業 | 12 | 生涯学習ボランティア登録制度 | 生涯学習課 | 登録した人を学校と地域に紹介する。
    主要事業 | 13 | 市民企画講座 | 生涯学習課・市民生活安心課 | 市民が自ら講師となって開く。
  基本施策 | 2 | 学校・家庭・地域の連携
    主要事業 | 14 | 地域学校協働活動 | 生涯学習課・学校教育課 | 推進員が学校の求めを地域に伝える。
    主要事業 | 15 | 放課後子ども教室 | こども政策課 | 地域の大人が遊びと学びを見守る。
    主要事業 | 16 | 成果発表会 | 生涯学習課・文化振興課 | 団体が一年の学びを披露する。
"""

OYAMA_INDICATORS = [
    indicator(
        "生涯学習に取り組んでいる市民の割合",
        "いつでも学べる機会の充実",
        None,
        value("baseline", 2020, "42.5％", 42.5),
        value("target", 2026, "50.0％", 50.0),
    ),
    indicator(
        "公民館講座の受講者数",
        "いつでも学べる機会の充実",
        None,
        value("baseline", 2020, "3,180人", 3180.0),
        value("target", 2026, "9,500人", 9500.0),
    ),
    indicator(
        "図書館の個人貸出冊数",
        "学びを支える環境の整備",
        None,
        value("baseline", 2020, "721,000冊", 721000.0),
        value("target", 2026, "1,000,000冊", 1000000.0),
    ),
    indicator(
        "ボランティア登録者数",
        "学びの成果を生かす地域づくり",
        None,
        value("baseline", 2020, "214人", 214.0),
        value("target", 2026, "300人以上", 300.0, "ge"),
    ),
    indicator(
        "放課後子ども教室を実施する小学校数",
        "学びの成果を生かす地域づくり",
        None,
        value("baseline", 2020, "16校", 16.0),
        value("target", 2026, "24校", 24.0),
    ),
]


def oyama_front(document: Document, nodes: list[Node]) -> None:
    """The cover and the chapters before the measures."""
    big = partial(large, document)
    for text, size in (
        ("第３次小山市生涯学習推進計画", 26),
        ("令和４年度～令和８年度", 14),
        ("令和４年３月", 14),
        ("小　山　市", 14),
    ):
        big(text, size)
    page_break(document)
    big("あいさつ", 14)
    document.add_paragraph("学ぶことは、年齢を問わず人を元気にします。ご協力に感謝いたします。")
    document.add_paragraph("令和４年３月\n小山市長")
    page_break(document)
    big("第１章　計画の策定にあたって", 18)
    for head, text in (
        (
            "１　計画策定の趣旨",
            "前の計画の成果と課題を振り返り、学びたい人が学びたい時に学べるまちをつくるため、"
            "新しい計画を定めます。",
        ),
        (
            "２　計画の位置付け",
            "「第８次小山市総合計画」を上位計画とし、「小山市教育振興基本計画」との整合を図り、"
            "生涯学習の分野の施策を定めるものです。",
        ),
        (
            "３　計画の期間",
            "令和４年度（2022年度）から令和８年度（2026年度）までの５年間とします。",
        ),
    ):
        big(head, 13)
        document.add_paragraph(text)
    big("第２章　生涯学習の現状と課題", 18)
    big("１　市民意識調査の結果", 13)
    grid(
        document,
        [
            ["学ばない理由", "回答の割合"],
            ["時間がない", "48.2％"],
            ["きっかけがない", "33.7％"],
            ["場所が遠い", "12.0％"],
        ],
        [70, 40],
    )
    big("２　課題", 13)
    for sign, text in zip("①②", ("若い世代の参加が少ない。", "情報が届いていない。"), strict=True):
        document.add_paragraph(f"{sign}　{text}")
    big("第３章　計画の基本的な考え方", 18)
    big("１　基本理念", 13)
    large(document, nodes[0].label, 15)
    document.add_paragraph("一人の学びが隣の人に伝わり、まちの力になることを願います。")
    big("２　基本目標", 13)
    for node in nodes[1:]:
        document.add_paragraph(f"基本目標{ROMAN[node.index]}　{node.label}").runs[0].bold = True
        document.add_paragraph("市民の声をもとに、必要な支えを用意します。")
    big("３　施策の体系", 13)
    rows = [["基本目標", "基本施策", "主要事業"]]
    rows += [
        [
            f"{ROMAN[goal.index]}　{goal.label}",
            f"{way.number.translate(WIDE)}　{way.label}",
            "\n".join(f"{n.number}　{n.label}" for n in way.children),
        ]
        for goal in nodes[1:]
        for way in goal.children
    ]
    fold(document, rows, [48, 54, 54], 1)


def oyama() -> None:
    """小山市: typed numbers in large bold type, one table of works for each measure."""
    nodes = outline(OYAMA)
    document = new_document("ＭＳ ゴシック", "第３次小山市生涯学習推進計画")
    big = partial(large, document)
    oyama_front(document, nodes)
    page_break(document)
    big("第４章　施策の展開", 18)
    for goal in nodes[1:]:
        big(f"基本目標{ROMAN[goal.index]}　{goal.label}", 16)
        for way in goal.children:
            big(f"基本施策{way.number.translate(WIDE)}　{way.label}", 13)
            big("◆現状と課題", 11)
            document.add_paragraph(said(way))
            big("◆施策の方向性", 11)
            document.add_paragraph("入り口を広くし、続けたい人を支えるしくみを整えます。")
            big("◆主要事業", 11)
            grid(
                document,
                [["№", "事業名", "事業の概要", "担当課"]]
                + [[n.number, n.label, n.text, "\n".join(n.departments)] for n in way.children],
                [12, 50, 62, 34],
            )
        big(f"◆基本目標{ROMAN[goal.index]}の成果指標", 11)
        grid(
            document,
            [["成果指標", "現状\n令和２年度", "目標\n令和８年度"]]
            + [texts(i) for i in OYAMA_INDICATORS if i["item"] == goal.label],
            [90, 34, 34],
        )
        if goal.number == "2":
            big("〈コラム〉　車で来る図書館", 11)
            document.add_paragraph("四千冊を積んだ車が、二週に一度やって来ます。")
    big("第５章　計画の推進に向けて", 18)
    for head in ("１　推進体制", "２　進行管理"):
        big(head, 13)
        document.add_paragraph("生涯学習推進本部が全庁の取り組みをまとめ、毎年点検します。")
    big("資料編", 18)
    big("１　生涯学習推進協議会委員名簿", 13)
    grid(document, [["区分", "人数"], ["学識経験者", "２"], ["社会教育関係者", "５"]], [60, 30])
    document.add_paragraph(
        "第３次小山市生涯学習推進計画\n発行年月　令和４年３月\n発行　小山市\n"
        "編集　小山市教育委員会生涯学習課\n〒323-8686　栃木県小山市中央町１丁目１番１号"
    )
    document.save(str(HERE / "shogai_oyama.docx"))
    describe(
        HERE,
        "shogai_oyama",
        nodes,
        {
            "source": "第3次小山市生涯学習推進計画 (https://www.city.oyama.tochigi.jp/kurashi/"
            "bunka-sports-shogaigakushu-sdgs/shogaigakushu/page002043.html): title, edition, "
            "period taken over; chapters after such plans; vision, goals, measures, works, "
            "departments, numbers, month and all sentences made up",
            "title": "小山市生涯学習推進計画",
            "edition": "第3次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "小山市",
            "department": "教育委員会生涯学習課",
            "published": "2022-03",
            "period": [2022, 2026],
            "vision": nodes[0].label,
            "indicators": OYAMA_INDICATORS,
            "relations": ["第８次小山市総合計画", "小山市教育振興基本計画"],
        },
    )


SAKADO = """
基本理念 | - | 交通事故ゼロの「安全・安心 さかど」を目指して
柱 | 1 | 道路交通環境の整備
  施策 | 1 | 生活道路等における歩行空間の整備
    取組 | 1 | 通学路の合同点検 | 学校教育課・道路河川課
      | 学校、警察、道路の担当が毎年一緒に歩いて確かめる。
    取組 | 2 | ゾーン30の整備 | 道路河川課・防災安全課 | 住宅地の速度を抑える区域を広げる。
    取組 | 3 | グリーンベルトの設置 | 道路河川課 | 歩道のない通学路の端を緑色に塗る。
  施策 | 2 | 交通安全施設の整備
    取組 | 1 | 道路反射鏡の設置・修繕 | 防災安全課 | 見通しの悪い角から順に直す。
    取組 | 2 | 道路照明灯のLED化 | 防災安全課 | 古い灯りを取り替える。
  施策 | 3 | 自転車利用環境の整備
    取組 | 1 | 放置自転車の撤去 | 防災安全課 | 駅前の区域で見回りを行う。
    取組 | 2 | 自転車通行帯の明示 | 道路河川課 | 車道の左端に矢羽根を描く。
柱 | 2 | 交通安全思想の普及徹底
  施策 | 1 | 段階的かつ体系的な交通安全教育の推進
    取組 | 1 | 幼児の交通安全教室 | 防災安全課・保育課 | 人形劇で信号の見方を伝える。
    取組 | 2 | 自転車運転免許教室 | 防災安全課・学校教育課 | 四年生が校庭で走り方を学ぶ。
    取組 | 3 | 高齢者の参加体験型講習 | 防災安全課・高齢者福祉課 | 反応の速さを測る機器を使う。
  施策 | 2 | 広報啓発活動の推進
    取組 | 1 | 四季の交通安全運動 | 防災安全課 | 駅前と店先で呼びかける。
    取組 | 2 | 反射材の配布 | 防災安全課 | 夕方の外出が多い人に配る。
柱 | 3 | 安全運転の確保
  施策 | 1 | 高齢運転者への支援
    取組 | 1 | 運転免許自主返納の支援 | 防災安全課・都市計画課 | 返した人に市民バスの回数券を渡す。
    取組 | 2 | 安全運転相談の案内 | 高齢者福祉課 | 相談できる番号を窓口で知らせる。
柱 | 4 | 救助・救急活動と被害者支援の充実
  施策 | 1 | 救急体制の充実
    取組 | 1 | 応急手当の普及講習 | 市民健康センター | 消防組合と年に六回開く。
  施策 | 2 | 被害者支援の推進
    取組 | 1 | 交通事故相談 | 市民生活課 | 月に二回、相談員が応じる。
    取組 | 2 | 遺児手当の支給 | こども支援課 | 親を亡くした子どもに支給する。
"""

SAKADO_INDICATORS = [
    indicator(
        "交通事故死者数",
        None,
        "人",
        value("baseline", 2020, "2人", 2.0),
        value("target", 2025, "1人以下", 1.0, "le"),
    ),
    indicator(
        "交通事故負傷者数",
        None,
        "人",
        value("baseline", 2020, "352人", 352.0),
        value("target", 2025, "330人以下", 330.0, "le"),
    ),
    indicator(
        "交通事故重傷者数",
        None,
        "人",
        value("baseline", 2020, "31人", 31.0),
        value("target", 2025, "26人以下", 26.0, "le"),
    ),
    indicator(
        "グリーンベルトの延長",
        "道路交通環境の整備",
        "km",
        value("baseline", 2020, "14.2km", 14.2),
        value("target", 2025, "20.0km", 20.0),
    ),
    indicator(
        "交通安全教室の開催回数",
        "交通安全思想の普及徹底",
        "回",
        value("baseline", 2020, "38回", 38.0),
        value("target", 2025, "80回以上", 80.0, "ge"),
    ),
    indicator(
        "運転免許自主返納支援の利用者数",
        "安全運転の確保",
        "人",
        value("baseline", 2020, "286人", 286.0),
        value("target", 2025, "350人", 350.0),
    ),
]


def sakado_list(book: Workbook, nodes: list[Node]) -> None:
    """The sheet of the works: pillars and measures in tall cells."""
    sheet = book.create_sheet("施策一覧")
    sheet["A1"] = "第11次坂戸市交通安全計画　施策一覧"
    sheet["A1"].font = Font(size=14, bold=True)
    heads = ("柱", "施策", "取組", "取組の内容", "担当課", "関係機関", "区分")
    for column, head in enumerate(heads, 1):
        sheet.cell(3, column, head).font = Font(bold=True)
    row = 4
    for pillar in nodes[1:]:
        top = row
        for measure in pillar.children:
            start = row
            for work in measure.children:
                sheet.cell(row, 3, f"{CIRCLED[work.index]}{work.label}")
                sheet.cell(row, 4, work.text)
                sheet.cell(row, 5, "、".join(work.departments))
                sheet.cell(row, 6, "西入間警察署" if work.index < 2 else None)
                sheet.cell(row, 7, "拡充" if row % 5 == 0 else "継続")
                row += 1
            sheet.cell(start, 2, f"({measure.number}) {measure.label}")
            if row - 1 > start:
                sheet.merge_cells(start_row=start, end_row=row - 1, start_column=2, end_column=2)
        sheet.cell(top, 1, f"{pillar.number.translate(WIDE)}　{pillar.label}")
        if row - 1 > top:
            sheet.merge_cells(start_row=top, end_row=row - 1, start_column=1, end_column=1)
    framed(sheet, 3, row - 1, 7)
    sheet.cell(row + 1, 1, "※区分の「拡充」は、第10次計画より内容を広げるもの。")
    for letter, width in zip("ABCDEFG", (26, 34, 32, 50, 24, 18, 8), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A4"


def sakado_goals(book: Workbook) -> None:
    """The sheet of the targets."""
    goals = book.create_sheet("目標・指標")
    goals["A1"] = "計画の目標と指標"
    heads = ("柱", "指標名", "現状値（令和２年）", "目標値（令和７年）", "備考")
    for column, head in enumerate(heads, 1):
        goals.cell(3, column, head).font = Font(bold=True)
    for line, told in enumerate(SAKADO_INDICATORS, 4):
        note = None if told["item"] else "５年間の平均"
        for column, text in enumerate((told["item"] or "計画全体", *texts(told), note), 1):
            goals.cell(line, column, text)
    last = 3 + len(SAKADO_INDICATORS)
    framed(goals, 3, last, 5)
    goals.cell(last + 2, 1, "出典：埼玉県警察の統計及び庁内の資料による。")
    for letter, width in zip("ABCDE", (30, 36, 20, 20, 16), strict=True):
        goals.column_dimensions[letter].width = width


def sakado() -> None:
    """坂戸市: a workbook of three sheets with pillars and measures in tall cells."""
    nodes = outline(SAKADO)
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "計画の概要"
    cover["B2"] = "第11次坂戸市交通安全計画"
    cover["B2"].font = Font(size=20, bold=True)
    cover["B4"] = "令和４年３月　坂戸市"
    about = (
        ("策定の趣旨", "交通事故のない社会に近づくため、五年間に行うことをまとめました。"),
        ("根拠法令", "交通安全対策基本法第26条第１項"),
        (
            "位置づけ",
            "「第11次埼玉県交通安全計画」に基づき、「第７次坂戸市総合計画」を上位計画とします。",
        ),
        ("計画期間", "令和３年度から令和７年度まで（５年間）"),
        ("基本理念", nodes[0].label),
        ("推進体制", "坂戸市交通安全対策会議が、毎年、実施状況を確かめます。"),
        ("担当", "市民生活部防災安全課　電話049-283-1331（内線313）"),
    )
    for row, (name, text) in enumerate(about, 6):
        cover.cell(row, 2, name).font = Font(bold=True)
        cover.cell(row, 3, text)
    cover.column_dimensions["B"].width = 16
    cover.column_dimensions["C"].width = 90
    sakado_list(book, nodes)
    sakado_goals(book)
    book.save(HERE / "kotsuanzen_sakado.xlsx")
    describe(
        HERE,
        "kotsuanzen_sakado",
        nodes,
        {
            "source": "第11次坂戸市交通安全計画 "
            "(https://www.city.sakado.lg.jp/soshiki/61/47085.html): title, edition, vision, "
            "period, the three targets of the whole plan taken over; pillars after the "
            "national plan; measures, works, departments, other numbers, month and all "
            "sentences made up",
            "title": "坂戸市交通安全計画",
            "edition": "第11次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "坂戸市",
            "department": "市民生活部防災安全課",
            "published": "2022-03",
            "period": [2021, 2025],
            "vision": nodes[0].label,
            "indicators": SAKADO_INDICATORS,
            "relations": ["第11次埼玉県交通安全計画", "第７次坂戸市総合計画"],
        },
    )


ISESAKI = """
基本方針 | 1 | 市民サービスのデジタル化
  重点施策 | 1-1 | 行政手続のオンライン化
    具体的取組 | 1-1-1 | オンライン申請の拡大 | 情報政策課・市民課
      | 申請の多い手続から順に対応する。
    具体的取組 | 1-1-2 | 施設予約システムの更新 | スポーツ振興課・文化観光課
      | 支払いまで一度で済むようにする。
    具体的取組 | 1-1-3 | キャッシュレス決済の導入 | 会計課・市民課 | 窓口と施設に端末を置く。
  重点施策 | 1-2 | 書かない窓口の実現
    具体的取組 | 1-2-1 | 窓口支援システムの導入 | 市民課 | 聞き取りで申請書を作る。
    具体的取組 | 1-2-2 | マイナンバーカードの利用促進 | 市民課 | 商業施設で申請を受け付ける。
基本方針 | 2 | 行政事務の効率化
  重点施策 | 2-1 | 情報システムの標準化・共通化
    具体的取組 | 2-1-1 | 基幹業務システムの移行 | 情報政策課 | 二十の業務を標準の仕様に移す。
    具体的取組 | 2-1-2 | ネットワークの再構築 | 情報政策課 | 庁舎の間の回線を見直す。
  重点施策 | 2-2 | AI・RPAの利用推進
    具体的取組 | 2-2-1 | RPAの対象業務の拡大 | 情報政策課・行政改革課
      | 繰り返しの入力を機械に任せる。
    具体的取組 | 2-2-2 | 議事録作成支援の活用 | 行政改革課 | 会議の音声から文字を起こす。
  重点施策 | 2-3 | 働き方の見直し
    具体的取組 | 2-3-1 | テレワークの推進 | 職員課 | 貸し出す端末を増やす。
    具体的取組 | 2-3-2 | 電子決裁の徹底 | 総務課 | 紙の押印を残さない。
基本方針 | 3 | 地域社会のデジタル化
  重点施策 | 3-1 | デジタルデバイド対策
    具体的取組 | 3-1-1 | スマートフォン教室の開催 | 公民館・情報政策課 | 初めて持つ人に向けて開く。
    具体的取組 | 3-1-2 | やさしい日本語による発信 | 国際課・広報課 | 市のページの書き方をそろえる。
  重点施策 | 3-2 | オープンデータの活用
    具体的取組 | 3-2-1 | オープンデータの公開拡大 | 情報政策課 | 求めの多いものから公開する。
基本方針 | 4 | 推進基盤の整備
  重点施策 | 4-1 | 人材の育成
    具体的取組 | 4-1-1 | DXリーダーの養成 | 職員課・情報政策課 | 各課に一人を置く。
  重点施策 | 4-2 | セキュリティ対策の徹底
    具体的取組 | 4-2-1 | 情報セキュリティ研修 | 情報政策課 | 全職員が毎年受ける。
    具体的取組 | 4-2-2 | 業務継続計画の見直し | 情報政策課・安心安全課 | 停電を想定した訓練を行う。
"""

ISESAKI_INDICATORS = [
    indicator(
        "オンラインで申請できる手続数",
        "オンライン申請の拡大",
        "手続",
        value("baseline", 2022, "64", 64.0),
        value("target", 2027, "300", 300.0),
    ),
    indicator(
        "キャッシュレス決済の利用率",
        "キャッシュレス決済の導入",
        "％",
        value("baseline", 2022, "12.5", 12.5),
        value("target", 2027, "40以上", 40.0, "ge"),
    ),
    indicator(
        "窓口での平均待ち時間",
        "窓口支援システムの導入",
        "分",
        value("baseline", 2022, "18", 18.0),
        value("target", 2027, "10以下", 10.0, "le"),
    ),
    indicator(
        "標準仕様に移行した業務数",
        "基幹業務システムの移行",
        "業務",
        value("baseline", 2022, "0", 0.0),
        value("target", 2027, "20", 20.0),
    ),
    indicator(
        "RPAによる削減時間",
        "RPAの対象業務の拡大",
        "時間",
        value("baseline", 2022, "1,240", 1240.0),
        value("target", 2027, "5,000", 5000.0),
    ),
    indicator(
        "スマートフォン教室の参加者数",
        "スマートフォン教室の開催",
        "人",
        value("baseline", 2022, "310", 310.0),
        value("target", 2027, "2,500（累計）", 2500.0, scope="cumulative"),
    ),
    indicator(
        "公開しているデータの件数",
        "オープンデータの公開拡大",
        "件",
        value("baseline", 2022, "87", 87.0),
        value("target", 2027, "150", 150.0),
    ),
    indicator(
        "情報セキュリティ研修の受講率",
        "情報セキュリティ研修",
        "％",
        value("baseline", 2022, "96.0", 96.0),
        value("target", 2027, "100", 100.0),
    ),
]


def isesaki() -> None:
    """伊勢崎市: UTF-8 rows with codes, each group told once, indicators in the work's row."""
    nodes = outline(ISESAKI)
    named = {i["item"]: i for i in ISESAKI_INDICATORS}
    rows: list[list[str]] = [
        ["伊勢崎市DX推進計画　取組一覧"],
        ["計画期間：令和５年度～令和９年度"],
        ["「第２次伊勢崎市総合計画」を上位計画とし、「伊勢崎市行政改革大綱」と整合を図る。"],
        ["令和５年３月　伊勢崎市企画部情報政策課"],
        [],
        [
            "基本方針番号",
            "基本方針",
            "重点施策番号",
            "重点施策",
            "取組番号",
            "具体的取組",
            "取組概要",
            "所管課",
            "ＫＰＩ",
            "単位",
            "現状値（令和４年度）",
            "目標値（令和９年度）",
        ],
    ]
    for way in nodes:
        first = [way.number, way.label]
        for measure in way.children:
            second = [measure.number, measure.label]
            for work in measure.children:
                told = named.get(work.label)
                name, *figures = texts(told) if told else ["", "", ""]
                rows.append(
                    [
                        *first,
                        *second,
                        work.number,
                        work.label,
                        work.text,
                        "・".join(work.departments),
                        name,
                        told["unit"] if told else "",
                        *figures,
                    ]
                )
                first, second = ["", ""], ["", ""]
    rows += [[], ["※空欄は、上の行と同じ。ＫＰＩのない取組は実施状況により評価する。"]]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (HERE / "dx_isesaki.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
    describe(
        HERE,
        "dx_isesaki",
        nodes,
        {
            "source": "伊勢崎市DX推進計画: title after such plans, not read; some measures named "
            "after the national 自治体DX推進計画; everything else made up",
            "title": "伊勢崎市DX推進計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "伊勢崎市",
            "department": "企画部情報政策課",
            "published": "2023-03",
            "period": [2023, 2027],
            "vision": None,
            "indicators": ISESAKI_INDICATORS,
            "relations": ["第２次伊勢崎市総合計画", "伊勢崎市行政改革大綱"],
        },
    )


def main() -> None:
    """Makes all the plans."""
    for make in (hirakata, koka, yonago, oyama, sakado, isesaki):
        make()


if __name__ == "__main__":
    main()
