"""Makes the six plans of this folder, each with its tree and facts, from typed outlines."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
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
    walk,
)

HERE = Path(__file__).parent


KASUGAI = """
基本理念 | - | 認知症とともに 希望をもって暮らし続けられるまち かすがい
基本目標 | 1 | 認知症を正しく知り、ともに考える
  基本施策 | 1 | 理解の促進
    事業 | 1 | 認知症サポーター養成講座 | 地域福祉課
      | 職場や学校に講師が出向き、接し方の基本を伝えます。
    事業 | 2 | 小中学校における福祉学習 | 学校教育課・地域福祉課
      | 本人の話を聞き、児童生徒が感じたことを話し合います。
    事業 | 3 | アルツハイマー月間の啓発 | 地域福祉課・図書館
      | 九月に展示を行い、関係する本を集めて紹介します。
  基本施策 | 2 | 本人発信の支援
    事業 | 1 | 本人ミーティングの開催 | 地域福祉課
      | 本人どうしが思いを語り、暮らしの工夫を分け合います。
    事業 | 2 | 希望大使の任命 | 地域福祉課 | 講演や取材を通じて本人の声を届けます。
基本目標 | 2 | 備え、早く気づき、つながる
  基本施策 | 3 | 予防活動の推進
    事業 | 1 | 通いの場の立ち上げ支援 | 介護・高齢福祉課
      | 体操やサロンを始める団体に運営の費用を助成します。
    事業 | 2 | 脳とからだの健康チェック | 健康増進課 | 会場で簡単な測定を行い、結果を説明します。
  基本施策 | 4 | 早期の相談と医療の連携
    事業 | 1 | 認知症初期集中支援チームの活動 | 地域福祉課
      | 専門職が家庭を訪ね、半年を目安に支えます。
    事業 | 2 | 認知症ケアパスの普及 | 地域福祉課・健康増進課
      | 状態に応じて使える支えを一冊にまとめて配ります。
基本目標 | 3 | 支え合い、安心して暮らす
  基本施策 | 5 | 家族介護者への支援
    事業 | 1 | 家族介護者交流会 | 介護・高齢福祉課 | 介護する人が気持ちを話せる場を設けます。
    事業 | 2 | 認知症カフェの運営補助 | 地域福祉課 | 誰もが立ち寄れる場の会場費を補助します。
  基本施策 | 6 | 見守りと権利擁護
    事業 | 1 | 行方不明高齢者捜索メール | 地域福祉課・市民安全課
      | 登録した人に特徴を送り、早い発見につなげます。
    事業 | 2 | 成年後見制度の利用促進 | 地域福祉課 | 申立ての手順について相談に応じます。
    事業 | 3 | 個人賠償責任保険への加入 | 介護・高齢福祉課
      | 事前に登録した人の保険料を市が負担します。
"""

KASUGAI_INDICATORS = [
    indicator(
        "認知症サポーターの養成者数",
        "認知症を正しく知り、ともに考える",
        "人",
        value("baseline", 2023, "28,450人", 28450.0),
        value("target", 2029, "36,000人（累計）", 36000.0, scope="cumulative"),
    ),
    indicator(
        "本人ミーティングの開催回数",
        "認知症を正しく知り、ともに考える",
        "回",
        value("baseline", 2023, "4回", 4.0),
        value("target", 2029, "12回", 12.0),
    ),
    indicator(
        "通いの場の参加者数",
        "備え、早く気づき、つながる",
        "人",
        value("baseline", 2023, "5,120人", 5120.0),
        value("target", 2029, "6,500人以上", 6500.0, "ge"),
    ),
    indicator(
        "認知症の相談先を知っている市民の割合",
        "備え、早く気づき、つながる",
        "％",
        value("baseline", 2023, "31.4％", 31.4),
        value("target", 2029, "45.0％", 45.0),
    ),
    indicator(
        "認知症カフェの設置数",
        "支え合い、安心して暮らす",
        "か所",
        value("baseline", 2023, "17か所", 17.0),
        value("target", 2029, "24か所", 24.0),
    ),
]


def kasugai_front(document: Document, nodes: list[Node]) -> None:
    """The cover and the chapters before the measures."""
    big = partial(large, document)
    big("春日井市\n認知症施策推進計画", 28)
    big("令和７年度～令和11年度", 13, bold=False)
    big("令和７年３月\n春日井市", 13, bold=False)
    page_break(document)
    big("もくじ", 14)
    for text, page in (
        ("第１章　計画の概要", 3),
        ("第２章　認知症を取り巻く現状", 3),
        ("第３章　計画の理念と目標", 3),
        ("第４章　基本施策と事業", 5),
        ("第５章　計画の推進", 7),
    ):
        document.add_paragraph(f"{text}……………………………………{page}")
    page_break(document)
    big("第１章　計画の概要", 18)
    big("第１節　計画策定の背景", 13)
    document.add_paragraph(
        "高齢者の数が増えるなか、認知症は誰にとっても身近なものになりました。"
        "本人と家族の声を出発点に、これからの取組の方向を示します。"
    )
    big("第２節　計画の位置付け", 13)
    document.add_paragraph(
        "この計画は、共生社会の実現を推進するための認知症基本法第13条に規定する市町村計画です。"
        "「第六次春日井市総合計画」を上位計画とし、"
        "「第９次春日井市高齢者総合福祉計画」と調和を図ります。"
    )
    big("第３節　計画の期間", 13)
    document.add_paragraph("この計画の期間は、令和７年度から令和11年度までの５年間です。")
    big("第２章　認知症を取り巻く現状", 18)
    big("第１節　高齢者人口の推移", 13)
    grid(
        document,
        [
            ["", "平成30年", "令和２年", "令和５年"],
            ["高齢者人口（人）", "78,913", "79,850", "80,404"],
            ["高齢化率（％）", "25.3", "25.7", "26.1"],
            ["要介護認定者（人）", "11,702", "12,488", "13,960"],
        ],
        [55, 33, 33, 33],
    )
    big("第２節　調査から見える課題", 13)
    document.add_paragraph("外出の機会が減った人や、相談する先を知らない人が少なくありません。")
    big("第３章　計画の理念と目標", 18)
    big("第１節　基本理念", 13)
    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(nodes[0].label).bold = True
    document.add_paragraph("認知症になってからも、その人の役割と楽しみが続くことを願います。")
    big("第２節　計画の体系", 13)
    rows = [["基本目標", "基本施策"]]
    rows += [
        [f"{ROMAN[goal.index]}　{goal.label}", f"{way.number.translate(WIDE)}　{way.label}"]
        for goal in nodes[1:]
        for way in goal.children
    ]
    fold(document, rows, [80, 75], 1)


def kasugai() -> None:
    """春日井市: Roman goals, measures numbered through, circled works in the tables' cells."""
    nodes = outline(KASUGAI)
    document = new_document("Noto Sans CJK JP", "春日井市認知症施策推進計画")
    big = partial(large, document)
    kasugai_front(document, nodes)
    page_break(document)
    big("第４章　基本施策と事業", 18)
    for goal in nodes[1:]:
        big(f"基本目標{ROMAN[goal.index]}　{goal.label}", 15)
        document.add_paragraph("本人と家族の立場から、必要なことを一つずつ形にします。")
        document.add_paragraph("＜評価指標＞")
        grid(
            document,
            [["指　標", "現　状\n（令和５年度）", "目　標\n（令和11年度）"]]
            + [texts(i) for i in KASUGAI_INDICATORS if i["item"] == goal.label],
            [80, 38, 38],
        )
        for way in goal.children:
            big(f"基本施策{way.number.translate(WIDE)}　{way.label}", 13)
            document.add_paragraph(said(way))
            grid(
                document,
                [["事　業　名", "事業の内容", "担当課"]]
                + [
                    [f"{CIRCLED[n.index]} {n.label}", n.text, "\n".join(n.departments)]
                    for n in way.children
                ],
                [54, 66, 38],
            )
    big("第５章　計画の推進", 18)
    big("第１節　推進体制", 13)
    document.add_paragraph("本人、家族、医療と介護の関係者による会議で意見を交わします。")
    big("第２節　評価と見直し", 13)
    document.add_paragraph("毎年度、指標の動きを確かめ、結果を市のページで公表します。")
    big("資料", 15)
    big("用語の説明", 12)
    document.add_paragraph("ケアパス：状態に応じた支えの流れを示したもの。")
    document.add_paragraph(
        "春日井市認知症施策推進計画\n発行日　令和７年３月\n発　行　春日井市\n"
        "編　集　春日井市健康福祉部地域福祉課\n春日井市鳥居松町５丁目44番地"
    )
    to_pdf(HERE, document, "ninchisho_kasugai")
    describe(
        HERE,
        "ninchisho_kasugai",
        nodes,
        {
            "source": "春日井市認知症施策推進計画: not read; laid out as such plans typically are; "
            "only the city and the law are real, everything else made up",
            "title": "春日井市認知症施策推進計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "春日井市",
            "department": "健康福祉部地域福祉課",
            "published": "2025-03",
            "period": [2025, 2029],
            "vision": nodes[0].label,
            "indicators": KASUGAI_INDICATORS,
            "relations": ["第六次春日井市総合計画", "第９次春日井市高齢者総合福祉計画"],
        },
    )


KURAYOSHI = """
将来像 | - | 白壁と山なみに抱かれ 暮らしが息づく風景のまち
方針 | 1 | 歴史の風景を受け継ぐ
  施策 | 1-1 | 伝統的なまちなみの保全 | 文化財課・建築住宅課
    取組 | 1 | 土蔵の修理への補助 || 外から見える壁と屋根の修理を対象とします。
    取組 | 2 | 空き町家の活用相談 || 持ち主と使いたい人の間に立ちます。
  施策 | 1-2 | 歴史的な景観資源の指定 | 都市計画課
    取組 | 1 | 景観重要建造物の指定 || 地域の推薦をもとに審議会に諮ります。
    取組 | 2 | 景観重要樹木の指定 || 社寺の大木を候補として調べます。
方針 | 2 | 自然の風景を守る
  施策 | 2-1 | 眺めの保全 | 都市計画課・環境課
    取組 | 1 | 眺望点の選定 || 市民の投票により十か所を選びます。
    取組 | 2 | 太陽光発電設備の届出の徹底 || 事業を始める前に話し合う手順を設けます。
  施策 | 2-2 | 農の風景の継承 | 農林課
    取組 | 1 | 棚田の草刈り隊の派遣 || 学生と企業の協力を得て年に三回行います。
方針 | 3 | まちの風景を整える
  施策 | 3-1 | 公共空間の質の向上 | 建設課・都市計画課
    取組 | 1 | 公共施設デザイン指針の作成 || 色と材料の考え方を定めます。
    取組 | 2 | 電線の地中化 || 駅前の通りから工事を進めます。
  施策 | 3-2 | 屋外広告物の適正化 | 都市計画課
    取組 | 1 | 違反広告物の除却 || 市民の協力員とともに見回ります。
方針 | 4 | 風景を育てる人を増やす
  施策 | 4-1 | 学びと発信 | 教育総務課・観光交流課
    取組 | 1 | 風景スケッチ教室 || 小学生が通学路の好きな場所を描きます。
    取組 | 2 | まちなみ写真展 || 応募された写真を商店の窓に飾ります。
"""

KURAYOSHI_INDICATORS = [
    indicator(
        "修理補助を受けた建物の数",
        "歴史の風景を受け継ぐ",
        "棟",
        value("baseline", 2021, "63棟", 63.0),
        value("target", 2027, "85棟", 85.0),
        value("target", 2032, "110棟", 110.0),
    ),
    indicator(
        "景観重要建造物の件数",
        "歴史の風景を受け継ぐ",
        "件",
        value("baseline", 2021, "7件", 7.0),
        value("target", 2027, "10件", 10.0),
        value("target", 2032, "15件以上", 15.0, "ge"),
    ),
    indicator(
        "棚田の保全面積",
        "自然の風景を守る",
        "ha",
        value("baseline", 2021, "41.5ha", 41.5),
        value("target", 2027, "41.5ha", 41.5),
        value("target", 2032, "現状維持", None, "maintain"),
    ),
    indicator(
        "違反広告物の件数",
        "まちの風景を整える",
        "件",
        value("baseline", 2021, "132件", 132.0),
        value("target", 2027, "90件", 90.0),
        value("target", 2032, "50件以下", 50.0, "le"),
    ),
    indicator(
        "まちの風景に誇りを感じる市民の割合",
        "風景を育てる人を増やす",
        "％",
        value("baseline", 2021, "58.2％", 58.2),
        value("target", 2027, "63.0％", 63.0),
        value("target", 2032, "70.0％", 70.0),
    ),
]


def kurayoshi_front(nodes: list[Node]) -> list[Flowable]:
    """The cover and the chapters before the measures."""
    big, middle = styled("big", 18, spaceBefore=10), styled("middle", 12, spaceBefore=6)
    story: list[Flowable] = [
        Spacer(1, 60 * mm),
        Paragraph("第２次倉吉市景観まちづくり基本計画", styled("cover", 24)),
        Spacer(1, 90 * mm),
        Paragraph("令和５年３月<br/>鳥取県倉吉市", middle),
        PageBreak(),
        Paragraph("序章　はじめに", big),
        Paragraph("（１）策定の目的", middle),
        Paragraph(
            "最初の計画から十年がたち、空き家の増加や新しい設備の広がりにより、"
            "まちの風景は少しずつ変わってきました。良さを伸ばすために新しい計画を定めます。",
            GOTHIC,
        ),
        Paragraph("（２）計画の位置づけ", middle),
        Paragraph(
            "この計画は、「第12次倉吉市総合計画」に即し、「倉吉市都市計画マスタープラン」及び"
            "「倉吉市歴史的風致維持向上計画」と連携する計画です。",
            GOTHIC,
        ),
        Paragraph("（３）計画期間", middle),
        Paragraph("2023（令和５）年度から2032（令和14）年度までの10年間とします。", GOTHIC),
        Paragraph("第１章　景観の特性と課題", big),
        Paragraph("（１）景観の特性", middle),
        ruled(
            [
                ["区域", "主な要素", "面積（ha）"],
                ["市街地", "白壁土蔵群、玉川の流れ", "812"],
                ["田園", "水田、果樹の畑", "4,630"],
                ["山地", "天神川の源、ブナの林", "18,920"],
            ],
            [40, 90, 30],
        ),
        Paragraph("（２）課題", middle),
        Paragraph("・住む人が減り、手入れの届かない建物が目立ちます。", GOTHIC),
        Paragraph("・開けた土地に、周りとなじまない設備が建つことがあります。", GOTHIC),
        Paragraph("第２章　目指す風景", big),
        Paragraph("（１）将来像", middle),
        Paragraph(nodes[0].label, styled("vision", 14, alignment=1)),
        Paragraph("日々の暮らしの積み重ねが、美しい風景をつくります。", GOTHIC),
        Paragraph("（２）景観まちづくりの方針", middle),
    ]
    for way in nodes[1:]:
        story.append(Paragraph(f"方針{way.number.translate(WIDE)}　{way.label}", styled("way", 11)))
        story.append(Paragraph("市民、事業者、市がそれぞれの立場で関わります。", GOTHIC))
    return [*story, PageBreak()]


def kurayoshi() -> None:
    """倉吉市: measures with a line for the offices, circled works as paragraphs."""
    nodes = outline(KURAYOSHI)
    big, middle = styled("big", 18, spaceBefore=10), styled("middle", 12, spaceBefore=6)
    story = [*kurayoshi_front(nodes), Paragraph("第３章　施策の推進", big)]
    for way in nodes[1:]:
        story.append(
            Paragraph(
                f"方針{way.number.translate(WIDE)}　{way.label}",
                styled("goal", 15, spaceBefore=8, keepWithNext=1),
            )
        )
        for measure in way.children:
            story += [
                Paragraph(
                    f"施策{measure.number.translate(WIDE)}　{measure.label}",
                    middle,
                ),
                Paragraph(said(measure), GOTHIC),
                Paragraph("【取組】", GOTHIC),
            ]
            for work in measure.children:
                story += [
                    Paragraph(f"{CIRCLED[work.index]}　{work.label}", styled("work", 10.5)),
                    Paragraph(work.text, styled("told", 10, leftIndent=12)),
                ]
            story.append(Paragraph(f"【担当課】{'、'.join(measure.departments)}", GOTHIC))
    story += [
        Paragraph("第４章　計画の実現に向けて", big),
        Paragraph("（１）推進の体制", middle),
        Paragraph("景観審議会に毎年度の取組を報告し、助言を受けます。", GOTHIC),
        Paragraph("（２）成果指標", middle),
        ruled(
            [
                [
                    "方針",
                    "成果指標",
                    "基準値\n（令和３年度）",
                    "中間目標値\n（令和９年度）",
                    "最終目標値\n（令和14年度）",
                ],
                *([i["item"], *texts(i)] for i in KURAYOSHI_INDICATORS),
            ],
            [42, 50, 26, 26, 26],
        ),
        Paragraph("（３）見直しの考え方", middle),
        Paragraph("中間の年に指標を確かめ、必要があれば改めます。", GOTHIC),
        PageBreak(),
        Paragraph("参考資料", big),
        Paragraph("策定の経過", middle),
        ruled(
            [
                ["時期", "内容"],
                ["令和３年８月", "市民アンケート"],
                ["令和４年６月", "地区別の懇談会"],
                ["令和５年１月", "パブリックコメント"],
            ],
            [45, 100],
        ),
        Spacer(1, 20 * mm),
        Paragraph(
            "第２次倉吉市景観まちづくり基本計画<br/>令和５年３月発行<br/>発行者：倉吉市"
            "<br/>編集：倉吉市建設部都市計画課<br/>倉吉市葵町722番地",
            GOTHIC,
        ),
    ]
    title = "第２次倉吉市景観まちづくり基本計画"
    print_pdf(HERE, "keikan_kurayoshi", title, title, story)
    describe(
        HERE,
        "keikan_kurayoshi",
        nodes,
        {
            "source": "第２次倉吉市景観まちづくり基本計画: not read; laid out as such plans "
            "typically are; only the city and its storehouses are real, everything else made up",
            "title": "倉吉市景観まちづくり基本計画",
            "edition": "第2次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "倉吉市",
            "department": "建設部都市計画課",
            "published": "2023-03",
            "period": [2023, 2032],
            "vision": nodes[0].label,
            "indicators": KURAYOSHI_INDICATORS,
            "relations": [
                "第12次倉吉市総合計画",
                "倉吉市都市計画マスタープラン",
                "倉吉市歴史的風致維持向上計画",
            ],
        },
    )


HITA = """
基本理念 | - | 伐って 使って 植えて つなぐ 水郷ひたの森
基本方針 | 1 | 循環する林業の確立
  施策 | 1 | 再造林の推進
    事業 | - | 再造林支援事業 | 林業振興課 | 苗木の代金と植付けの費用を補助する。
    事業 | - | コンテナ苗の生産支援 | 林業振興課 | 育苗の施設を新しくする生産者を助ける。
    事業 | - | 鹿の食害の防止 | 林業振興課・農業振興課 | 植えた区域を網で囲い、見回りを行う。
  施策 | 2 | 路網と機械の整備
    事業 | - | 林道の改良 | 林業振興課・土木課 | 大型の車が通れる幅に広げる。
    事業 | - | 高性能林業機械の導入 | 林業振興課 | 共同で使う機械の購入を補助する。
基本方針 | 2 | 日田材の需要の拡大
  施策 | 1 | 地域材の利用促進
    事業 | - | 公共建築物の木造化 | 建築住宅課・林業振興課 | 新しく建てる低い建物は木造とする。
    事業 | - | 木の家づくり助成 | 建築住宅課 | 地域の材を一定の量使う住宅を対象とする。
  施策 | 2 | 木材産業の競争力の強化
    事業 | - | 乾燥材の出荷体制の整備 | 商工労政課 | 乾燥機を共同で動かす仕組みをつくる。
    事業 | - | 日田家具と日田下駄の販路開拓 | 商工労政課・観光課 | 都市部の見本市に出展する。
基本方針 | 3 | 森林の公益的機能の発揮
  施策 | 1 | 災害に強い森林づくり
    事業 | - | 尾根と谷筋の広葉樹林化 | 林業振興課 | 崩れやすい場所の樹種を切り替える。
    事業 | - | 流木対策 | 土木課・防災危機管理課 | 川沿いの倒木を雨の季節の前に取り除く。
  施策 | 2 | 森林の経営管理
    事業 | - | 所有者の意向調査 | 林業振興課 | 手入れの遅れた区域から順に尋ねる。
基本方針 | 4 | 森林を支える人づくり
  施策 | 1 | 担い手の確保と育成
    事業 | - | 林業就業体験 | 林業振興課 | 高校生が現場で一日を過ごす。
    事業 | - | 安全講習の実施 | 林業振興課 | 伐採の手順を熟練者が教える。
  施策 | 2 | 木育と交流
    事業 | - | 森の学校 | 学校教育課・林業振興課 | 小学生が植林と間伐を体験する。
"""

HITA_INDICATORS = [
    indicator(
        "再造林率",
        "循環する林業の確立",
        None,
        value("baseline", 2022, "68％", 68.0),
        value("target", 2033, "90％", 90.0),
    ),
    indicator(
        "林内路網の延長",
        "循環する林業の確立",
        None,
        value("baseline", 2022, "1,915km", 1915.0),
        value("target", 2033, "2,200km", 2200.0),
    ),
    indicator(
        "素材生産量",
        "日田材の需要の拡大",
        None,
        value("baseline", 2022, "386,000㎥", 386000.0),
        value("target", 2033, "400,000㎥", 400000.0),
    ),
    indicator(
        "木の家づくり助成の件数",
        "日田材の需要の拡大",
        None,
        value("baseline", 2022, "42件", 42.0),
        value("target", 2033, "60件以上", 60.0, "ge"),
    ),
    indicator(
        "意向調査を終えた森林の面積",
        "森林の公益的機能の発揮",
        None,
        value("baseline", 2022, "1,250ha", 1250.0),
        value("target", 2033, "9,000ha", 9000.0),
    ),
    indicator(
        "林業の新規就業者数",
        "森林を支える人づくり",
        None,
        value("baseline", 2022, "14人", 14.0),
        value("target", 2033, "20人", 20.0),
    ),
]


def hita_front(document: Document, nodes: list[Node]) -> None:
    """The cover and the chapters before the measures."""
    head = document.add_heading
    document.add_paragraph("日田市森林・林業・木材産業振興計画", "Title")
    document.add_paragraph("計画期間　令和６年度～令和15年度")
    document.add_paragraph("令和６年３月\n大分県日田市")
    page_break(document)
    head("１　計画の趣旨", 1)
    head("(1) 策定の目的", 2)
    document.add_paragraph(
        "植えた木の多くが使える太さに育ちました。"
        "伐ったあとに再び植え、山の恵みを次の世代に渡すため、この計画を定めます。"
    )
    head("(2) 計画の位置付け", 2)
    document.add_paragraph(
        "上位計画である「第６次日田市総合計画」に基づく部門別の計画とし、"
        "「日田市森林整備計画」及び「大分県農林水産業振興計画」と整合を図ります。"
    )
    head("(3) 計画の期間", 2)
    document.add_paragraph(
        "令和６年度を初年度とし、令和15年度を目標年度とする10年間の計画とします。"
    )
    head("２　森林・林業の現状", 1)
    head("(1) 森林の資源", 2)
    grid(
        document,
        [
            ["樹種", "面積（ha）", "蓄積（千㎥）"],
            ["スギ", "34,120", "17,860"],
            ["ヒノキ", "9,870", "3,240"],
            ["広葉樹", "8,450", "1,120"],
        ],
        [50, 45, 45],
    )
    head("(2) 主な課題", 2)
    for text in ("伐採のあとに植えられない山がある。", "働く人の高齢化が進んでいる。"):
        document.add_paragraph(text, "List Bullet")
    head("３　計画の基本的な考え方", 1)
    head("(1) 基本理念", 2)
    document.add_paragraph(nodes[0].label).alignment = WD_ALIGN_PARAGRAPH.CENTER
    head("(2) 計画の体系", 2)
    rows = [["基本方針", "施策", "事業"]]
    rows += [
        [
            f"{way.number}　{way.label}",
            f"({measure.number}) {measure.label}",
            "\n".join(n.label for n in measure.children),
        ]
        for way in nodes[1:]
        for measure in way.children
    ]
    fold(document, rows, [46, 50, 62], 1)


def hita() -> None:
    """日田市: heading styles with typed numbers, offices before the works' text."""
    nodes = outline(HITA)
    document = new_document("游明朝", "日田市森林・林業・木材産業振興計画")
    head = document.add_heading
    hita_front(document, nodes)
    head("４　施策の展開", 1)
    for way in nodes[1:]:
        head(f"基本方針{way.number.translate(WIDE)}　{way.label}", 2)
        document.add_paragraph("山の持ち主、事業者、市が役割を分けて進めます。")
        for measure in way.children:
            head(f"施策({measure.number})　{measure.label}", 3)
            document.add_paragraph(said(measure))
            grid(
                document,
                [["事業", "担当課", "事業内容"]]
                + [[n.label, "、".join(n.departments), n.text] for n in measure.children],
                [54, 38, 66],
            )
        document.add_paragraph("数値目標").runs[0].bold = True
        grid(
            document,
            [["項目", "現状（令和４年度）", "目標（令和15年度）"]]
            + [texts(i) for i in HITA_INDICATORS if i["item"] == way.label],
            [78, 40, 40],
        )
    head("５　計画の推進体制", 1)
    head("(1) 推進会議", 2)
    document.add_paragraph("林業に関わる団体による会議を年に二回開き、状況を確かめます。")
    head("(2) 財源の確保", 2)
    document.add_paragraph("森林環境譲与税を計画的に使い、その使い道を公表します。")
    head("資料", 1)
    document.add_paragraph("路網：林道と作業道を組み合わせた道の広がり。")
    document.add_paragraph(
        "日田市森林・林業・木材産業振興計画（令和６年３月策定）\n"
        "日田市農林振興部林業振興課\n〒877-8601　大分県日田市田島２丁目６番１号"
    )
    document.save(str(HERE / "shinrin_hita.docx"))
    describe(
        HERE,
        "shinrin_hita",
        nodes,
        {
            "source": "日田市森林・林業・木材産業振興計画: not read; laid out as such plans "
            "typically are; only the city and its forestry are real, everything else made up",
            "title": "日田市森林・林業・木材産業振興計画",
            "edition": None,
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "日田市",
            "department": "農林振興部林業振興課",
            "published": "2024-03",
            "period": [2024, 2033],
            "vision": nodes[0].label,
            "indicators": HITA_INDICATORS,
            "relations": [
                "第６次日田市総合計画",
                "日田市森林整備計画",
                "大分県農林水産業振興計画",
            ],
        },
    )


MATSUE = """
重点目標 | 1 | 火災から市民を守る
  推進項目 | 1 | 住宅防火対策の推進
    取組 | 1-1 | 住宅用火災警報器の設置と交換の促進 | 予防課
      | 古くなった機器の取替えを戸別に呼びかける。
    取組 | 1-2 | 高齢者世帯の防火訪問 | 予防課・消防団室
      | 団員と職員が二人一組で訪ね、火の元を確かめる。
  推進項目 | 2 | 事業所の防火安全対策
    取組 | 2-1 | 立入検査の重点化 | 予防課 | 違反の多い用途から計画的に検査する。
    取組 | 2-2 | 違反対象物の公表制度の運用 | 予防課 | 重い違反のある建物を市のページで知らせる。
重点目標 | 2 | 災害に即応する消防体制を築く
  推進項目 | 3 | 消防力の整備
    取組 | 3-1 | 消防車両の計画的な更新 | 警防課・消防総務課
      | 使用した年数と走行距離をもとに順番を決める。
    取組 | 3-2 | 消防水利の確保 | 警防課 | 水利の乏しい地区に耐震性の水槽を置く。
    取組 | 3-3 | 指令システムの高度化 | 通信指令課 | 映像による通報を受けられるようにする。
  推進項目 | 4 | 消防団の充実
    取組 | 4-1 | 団員の確保 | 消防団室 | 大学と事業所を回り、入団を呼びかける。
    取組 | 4-2 | 装備の改善 | 消防団室 | 軽い素材の防火衣に順次切り替える。
重点目標 | 3 | 命をつなぐ救急体制を高める
  推進項目 | 5 | 救急業務の高度化
    取組 | 5-1 | 救急救命士の養成 | 救急課・消防総務課 | 毎年二人を養成所に送る。
    取組 | 5-2 | 医療機関との症例検討 | 救急課 | 医師とともに処置を振り返る。
  推進項目 | 6 | 応急手当の普及
    取組 | 6-1 | 救命講習の開催 | 救急課 | 休日の短い講習を増やす。
    取組 | 6-2 | 救急車の適正利用の啓発 | 救急課・通信指令課 | 相談の電話番号を広報紙で知らせる。
"""

MATSUE_INDICATORS = [
    indicator(
        "住宅用火災警報器の設置率",
        "住宅用火災警報器の設置と交換の促進",
        None,
        value("baseline", 2022, "84.2％", 84.2),
        value("target", 2028, "90.0％", 90.0),
    ),
    indicator(
        "立入検査の件数",
        "立入検査の重点化",
        None,
        value("baseline", 2022, "612件", 612.0),
        value("target", 2028, "800件以上", 800.0, "ge"),
    ),
    indicator(
        "消防水利の充足率",
        "消防水利の確保",
        None,
        value("baseline", 2022, "78.9％", 78.9),
        value("target", 2028, "82.0％", 82.0),
    ),
    indicator(
        "消防団員の数",
        "団員の確保",
        None,
        value("baseline", 2022, "1,986人", 1986.0),
        value("target", 2028, "2,050人", 2050.0),
    ),
    indicator(
        "救急救命士の数",
        "救急救命士の養成",
        None,
        value("baseline", 2022, "58人", 58.0),
        value("target", 2028, "70人", 70.0),
    ),
    indicator(
        "救命講習の修了者数",
        "救命講習の開催",
        None,
        value("baseline", 2022, "2,340人", 2340.0),
        value("target", 2028, "24,000人（累計）", 24000.0, scope="cumulative"),
    ),
]


def matsue_front(document: Document, nodes: list[Node]) -> None:
    """The cover and the parts before the measures."""
    big = partial(large, document)
    for text, size in (
        ("第２次松江市消防基本計画", 26),
        ("令和６年度～令和10年度", 14),
        ("令和６年２月", 14),
        ("松　江　市", 14),
    ):
        big(text, size)
    page_break(document)
    big("第１　総論", 17)
    for head, text in (
        (
            "１　計画の目的",
            "災害の形が変わり、救急の求めも増えています。"
            "限られた人と車両を生かすため、五年間の消防の進め方を定めます。",
        ),
        (
            "２　計画の位置付け",
            "本計画は、「松江市総合計画」の分野別計画であり、"
            "「松江市地域防災計画」と整合を図っています。",
        ),
        ("３　計画の期間", "令和６年度から令和10年度までの５か年とします。"),
    ):
        big(head, 13)
        document.add_paragraph(text)
    big("第２　消防の現況", 17)
    big("１　災害の件数", 13)
    grid(
        document,
        [
            ["年", "火災", "救急", "救助"],
            ["令和２年", "64", "8,912", "71"],
            ["令和３年", "58", "9,305", "80"],
            ["令和４年", "61", "10,447", "76"],
        ],
        [40, 35, 35, 35],
    )
    big("２　課題", 13)
    document.add_paragraph("ア　救急の出動が増え、現場に着くまでの時間が延びている。")
    document.add_paragraph("イ　若い団員が減り、昼間に出動できる人が少ない。")
    big("第３　計画の体系", 17)
    rows = [["重点目標", "推進項目"]]
    rows += [
        [f"{goal.number}　{goal.label}", f"({way.number}) {way.label}"]
        for goal in nodes
        for way in goal.children
    ]
    fold(document, rows, [78, 78], 1)


def matsue() -> None:
    """松江市: typed numbers in bold type, one card of two columns for each work."""
    nodes = outline(MATSUE)
    named = {i["item"]: i for i in MATSUE_INDICATORS}
    document = new_document("ＭＳ 明朝", "第２次松江市消防基本計画")
    big = partial(large, document)
    matsue_front(document, nodes)
    page_break(document)
    big("第４　重点目標と取組", 17)
    for goal in nodes:
        big(f"重点目標{goal.number.translate(WIDE)}　{goal.label}", 15)
        document.add_paragraph("職員と団員が一体となり、市民の協力を得て進めます。")
        for way in goal.children:
            big(f"推進項目({way.number})　{way.label}", 13)
            document.add_paragraph(said(way))
            for work in way.children:
                rows = [
                    ["取組名", f"{work.number}　{work.label}"],
                    ["取組内容", work.text],
                    ["担当課", "、".join(work.departments)],
                ]
                told = named.get(work.label)
                if told:
                    name, now, then = texts(told)
                    rows += [
                        ["指標", name],
                        ["現状値（令和４年度）", now],
                        ["目標値（令和10年度）", then],
                    ]
                grid(document, rows, [44, 114], 0)
    big("第５　計画の進行管理", 17)
    big("１　点検の方法", 13)
    document.add_paragraph("毎年度の終わりに取組ごとの結果を取りまとめます。")
    big("２　公表", 13)
    document.add_paragraph("結果は消防年報に載せて公表します。")
    big("用語解説", 14)
    document.add_paragraph("消防水利：消火に使う水を得る施設や川など。")
    document.add_paragraph(
        "第２次松江市消防基本計画\n発行年月：令和６年２月\n発行：松江市\n"
        "作成：松江市消防本部消防総務課\n松江市学園南一丁目17番50号"
    )
    document.save(str(HERE / "shobo_matsue.docx"))
    describe(
        HERE,
        "shobo_matsue",
        nodes,
        {
            "source": "第２次松江市消防基本計画: not read; laid out as such plans typically are; "
            "only the city and its fire department are real, everything else made up",
            "title": "松江市消防基本計画",
            "edition": "第2次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "松江市",
            "department": "消防本部消防総務課",
            "published": "2024-02",
            "period": [2024, 2028],
            "vision": None,
            "indicators": MATSUE_INDICATORS,
            "relations": ["松江市総合計画", "松江市地域防災計画"],
        },
    )


UEDA = """
めざす姿 | - | ひとりひとりの「やってみたい」が重なりあうまち うえだ
基本方針 | Ⅰ | 協働を知る
  基本施策 | Ⅰ-1 | 情報の共有
    実施事業 | 1 | 協働ガイドブックの発行 | 市民参加協働推進課 | 事例と手続きを一冊にまとめる。
    実施事業 | 2 | 市民活動ポータルサイトの運営 | 市民参加協働推進課・広報課
      | 団体が自ら催しを載せる。
  基本施策 | Ⅰ-2 | 学びの機会
    実施事業 | 3 | 協働のまちづくり講座 | 市民参加協働推進課・生涯学習課
      | 年に五回、地区を変えて開く。
    実施事業 | 4 | 職員の協働研修 | 総務課 | 入庁三年目の職員が団体の活動に加わる。
基本方針 | Ⅱ | 協働に加わる
  基本施策 | Ⅱ-1 | 参加のしくみ
    実施事業 | 5 | 審議会委員の公募 | 行政管理課 | 若い世代の枠を設ける。
    実施事業 | 6 | 高校生まちづくり会議 | 市民参加協働推進課・学校教育課 | 市長に提案を届ける。
  基本施策 | Ⅱ-2 | 活動の入口
    実施事業 | 7 | ボランティア体験月間 | 福祉課 | 夏に一日だけの体験を集める。
基本方針 | Ⅲ | 協働を広げる
  基本施策 | Ⅲ-1 | 地域組織への支援
    実施事業 | 8 | 住民自治組織交付金 | 市民参加協働推進課 | 使い道を地域で決められる。
    実施事業 | 9 | 地域担当職員の配置 | 市民参加協働推進課・総務課
      | 会議に加わり、市との間をつなぐ。
    実施事業 | 10 | 自治会事務の負担軽減 | 市民課 | 市からの依頼の数を見直す。
  基本施策 | Ⅲ-2 | 団体への支援
    実施事業 | 11 | 活力あるまちづくり支援金 | 市民参加協働推進課
      | 新しい試みの費用を三年まで補助する。
    実施事業 | 12 | 市民活動センターの充実 | 市民参加協働推進課 | 相談員を置く日を増やす。
"""

UEDA_INDICATORS = [
    indicator(
        "ポータルサイトの登録団体数",
        "市民活動ポータルサイトの運営",
        "団体",
        value("baseline", 2023, "146", 146.0),
        value("target", 2028, "220", 220.0),
    ),
    indicator(
        "講座の満足度",
        "協働のまちづくり講座",
        "％",
        value("baseline", 2023, "82.4", 82.4),
        value("target", 2028, "90以上", 90.0, "ge"),
    ),
    indicator(
        "公募委員のいる審議会の割合",
        "審議会委員の公募",
        "％",
        value("baseline", 2023, "47.5", 47.5),
        value("target", 2028, "60", 60.0),
    ),
    indicator(
        "体験に参加した人の数",
        "ボランティア体験月間",
        "人",
        value("baseline", 2023, "188", 188.0),
        value("target", 2028, "400", 400.0),
    ),
    indicator(
        "住民自治組織の設立数",
        "住民自治組織交付金",
        "組織",
        value("baseline", 2023, "13", 13.0),
        value("target", 2028, "16", 16.0),
    ),
    indicator(
        "市からの依頼文書の数",
        "自治会事務の負担軽減",
        "件",
        value("baseline", 2023, "94", 94.0),
        value("target", 2028, "70以下", 70.0, "le"),
    ),
]


def ueda_list(book: Workbook, nodes: list[Node]) -> None:
    """The sheet of the works: two rows of heads, group cells printed again in each row."""
    named = {i["item"]: i for i in UEDA_INDICATORS}
    sheet = book.create_sheet("実施計画")
    sheet["A1"] = "第３次上田市協働推進計画　実施計画"
    sheet["A1"].font = Font(size=14, bold=True)
    heads = ("基本方針", "基本施策", "番号", "実施事業", "事業概要", "担当課")
    for column, head in enumerate(heads, 1):
        sheet.cell(3, column, head).font = Font(bold=True)
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    sheet.cell(3, 7, "成果指標").font = Font(bold=True)
    sheet.merge_cells("G3:J3")
    for column, head in enumerate(("指標名", "単位", "基準値（R5）", "目標値（R10）"), 7):
        sheet.cell(4, column, head).font = Font(bold=True)
    row = 5
    for way in nodes[1:]:
        for measure in way.children:
            for work in measure.children:
                told = named.get(work.label)
                name, now, then = texts(told) if told else ["－", "－", "－"]
                line: list[str | float] = [
                    f"{way.number}　{way.label}",
                    f"{measure.number}　{measure.label}",
                    int(work.number),
                    work.label,
                    work.text,
                    "、".join(work.departments),
                    name,
                    told["unit"] if told else "－",
                    float(now) if told else now,
                    float(then) if told and then.replace(".", "").isdigit() else then,
                ]
                for column, text in enumerate(line, 1):
                    sheet.cell(row, column, text)
                row += 1
    framed(sheet, 3, row - 1, 10)
    sheet.cell(row + 1, 1, "※指標のない事業は、実施の状況により評価する。")
    for letter, width in zip("ABCDEFGHIJ", (22, 24, 7, 32, 44, 26, 30, 8, 13, 13), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A5"


def ueda() -> None:
    """上田市: a workbook of two sheets with Roman ways and works numbered through."""
    nodes = outline(UEDA)
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "基本事項"
    cover["A1"] = "第３次上田市協働推進計画"
    cover["A1"].font = Font(size=18, bold=True)
    about = (
        ("計画の名称", "第３次上田市協働推進計画"),
        ("計画の目的", "市民、団体、市が力を持ち寄り、地域の困りごとを解いていくため。"),
        ("根拠", "上田市自治基本条例"),
        (
            "関連計画",
            "「第三次上田市総合計画」を上位計画とし、「上田市生涯学習基本構想」と連携する。",
        ),
        ("計画期間", "令和６年度～令和10年度（５年間）"),
        ("めざす姿", nodes[0].label),
        ("策定年月", "令和６年３月"),
        ("策定者", "上田市"),
        ("担当部署", "市民まちづくり推進部市民参加協働推進課"),
    )
    for row, (name, text) in enumerate(about, 3):
        cover.cell(row, 1, name).font = Font(bold=True)
        cover.cell(row, 2, text)
    framed(cover, 3, 2 + len(about), 2)
    cover.column_dimensions["A"].width = 16
    cover.column_dimensions["B"].width = 84
    ueda_list(book, nodes)
    book.save(HERE / "kyodo_ueda.xlsx")
    for _, node in walk(nodes):
        for at, sign in enumerate("ⅠⅡⅢ", 1):
            node.number = node.number.replace(sign, str(at))
    describe(
        HERE,
        "kyodo_ueda",
        nodes,
        {
            "source": "第３次上田市協働推進計画: not read; laid out as such plans typically are; "
            "only the city is real, everything else made up",
            "title": "上田市協働推進計画",
            "edition": "第3次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "上田市",
            "department": "市民まちづくり推進部市民参加協働推進課",
            "published": "2024-03",
            "period": [2024, 2028],
            "vision": nodes[0].label,
            "indicators": UEDA_INDICATORS,
            "relations": ["第三次上田市総合計画", "上田市生涯学習基本構想"],
        },
    )


YAIZU = """
基本目標 | 1 | 地域の防犯力を高める
  施策 | 1 | 自主防犯活動の支援
    取組 | 1 | 青色防犯パトロール車の貸出 | 地域防災課 | 夕方の見回りに使う車を用意する。
    取組 | 2 | 防犯ボランティアの養成 | 地域防災課・市民協働課 | 見回りの要点を学ぶ講座を開く。
  施策 | 2 | 防犯意識の啓発
    取組 | 3 | 防犯メールの配信 | 地域防災課 | 市内で起きた事案をその日に知らせる。
    取組 | 4 | 特殊詐欺対策電話の購入補助 | 地域防災課・地域包括ケア推進課 | 費用の半分を補助する。
基本目標 | 2 | 犯罪の起きにくい環境をつくる
  施策 | 1 | 公共空間の安全確保
    取組 | 5 | 防犯灯の新設 | 地域防災課 | 自治会の要望をもとに暗い道へ置く。
    取組 | 6 | 防犯カメラの設置補助 | 地域防災課 | 通学路を優先して補助する。
    取組 | 7 | 公園の見通しの改善 | 都市整備課 | 茂った枝を払い、死角を減らす。
  施策 | 2 | 空き家の適正管理
    取組 | 8 | 空き家の見回り | 住宅営繕課 | 戸締まりのない家の持ち主に連絡する。
基本目標 | 3 | 子どもと女性、高齢者を守る
  施策 | 1 | 子どもの安全対策
    取組 | 9 | こども110番の家の拡大 | 学校教育課・家庭支援課 | 新しい住宅地で協力を求める。
    取組 | 10 | 登下校の見守り | 学校教育課 | 地域の人に腕章を渡す。
  施策 | 2 | 被害者の支援
    取組 | 11 | 犯罪被害者等見舞金 | 地域防災課 | 傷を負った人と遺族に支給する。
    取組 | 12 | 女性のための相談 | 市民協働課・家庭支援課 | 専門の相談員が電話で応じる。
"""

YAIZU_INDICATORS = [
    indicator(
        "防犯ボランティアの登録者数",
        "防犯ボランティアの養成",
        None,
        value("baseline", 2021, "412人", 412.0),
        value("target", 2027, "500人", 500.0),
    ),
    indicator(
        "防犯メールの登録者数",
        "防犯メールの配信",
        None,
        value("baseline", 2021, "9,860人", 9860.0),
        value("target", 2027, "15,000人", 15000.0),
    ),
    indicator(
        "防犯灯の新設数",
        "防犯灯の新設",
        None,
        value("baseline", 2021, "74灯", 74.0),
        value("target", 2027, "450灯（累計）", 450.0, scope="cumulative"),
    ),
    indicator(
        "管理不全の空き家の数",
        "空き家の見回り",
        None,
        value("baseline", 2021, "63戸", 63.0),
        value("target", 2027, "40戸以下", 40.0, "le"),
    ),
    indicator(
        "こども110番の家の数",
        "こども110番の家の拡大",
        None,
        value("baseline", 2021, "1,024軒", 1024.0),
        value("target", 2027, "1,100軒以上", 1100.0, "ge"),
    ),
]


def yaizu() -> None:
    """焼津市: rows in the Japanese code page, group cells with their numbers in each row."""
    nodes = outline(YAIZU)
    named = {i["item"]: i for i in YAIZU_INDICATORS}
    rows: list[list[str]] = [
        ["第４次焼津市防犯まちづくり推進計画　取組一覧表"],
        ["計画期間", "令和５年度から令和９年度まで"],
        ["上位・関連計画", "「第６次焼津市総合計画」「焼津市地域福祉計画」"],
        ["策定", "令和５年３月　焼津市"],
        ["担当", "防災部地域防災課"],
        [],
        [
            "基本目標",
            "施策",
            "取組No.",
            "取組名",
            "取組内容",
            "所管課",
            "評価指標",
            "現状値（令和３年度）",
            "目標値（令和９年度）",
        ],
    ]
    rows += [
        [
            f"{goal.number.translate(WIDE)}　{goal.label}",
            f"({measure.number}) {measure.label}",
            work.number,
            work.label,
            work.text,
            "、".join(work.departments),
            *(texts(named[work.label]) if work.label in named else ["", "", ""]),
        ]
        for goal in nodes
        for measure in goal.children
        for work in measure.children
    ]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (HERE / "bohan_yaizu.csv").write_bytes(text.getvalue().encode("cp932"))
    describe(
        HERE,
        "bohan_yaizu",
        nodes,
        {
            "source": "第４次焼津市防犯まちづくり推進計画: not read; laid out as such lists "
            "typically are; only the city is real, everything else made up",
            "title": "焼津市防犯まちづくり推進計画",
            "edition": "第4次",
            "part": None,
            "form": None,
            "stage": None,
            "publisher": "焼津市",
            "department": "防災部地域防災課",
            "published": "2023-03",
            "period": [2023, 2027],
            "vision": None,
            "indicators": YAIZU_INDICATORS,
            "relations": ["第６次焼津市総合計画", "焼津市地域福祉計画"],
        },
    )


def main() -> None:
    """Makes all the plans."""
    for make in (kasugai, kurayoshi, hita, matsue, ueda, yaizu):
        make()


if __name__ == "__main__":
    main()
