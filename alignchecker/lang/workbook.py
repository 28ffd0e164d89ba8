"""The plan workbook: its sheets and columns, what an officer reads there, and the guidance."""

from __future__ import annotations

from dataclasses import dataclass

MARKER = "alignchecker"
"""The very hidden sheet by which the workbook is known; A1 is this too, B1 the version."""
VERSION = 1
CHOICES = "選択肢"
GUIDE = "記入の仕方"
EXAMPLE = "記入例"
"""In the order column: this row is an example and is not read."""
YES = "○"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a row of the sheet 計画.

    scheme: the code list that its cells choose from. hidden: for the program, not for people.
    wide: holds sentences. note: how to fill it in, Japanese and English. example: of the template.
    """

    key: str
    name: str
    width: int = 12
    scheme: str | None = None
    hidden: bool = False
    wide: bool = False
    note: tuple[str, str] | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of rows; about: what it is for, Japanese and English."""

    key: str
    name: str
    about: tuple[str, str]
    columns: tuple[Column, ...]


_YEAR = ("西暦4桁か和暦（2026、令和8年度、R8）", "Four digits or an era year (2026, 令和8年度, R8)")
_ITEM = (
    "「施策体系」の名称。同じ名称があるときは「番号 名称」か「上位の項目＞名称」",
    'A name from 施策体系; "number name" or "parent＞name" where two share it',
)
_LIST = ("一覧から選ぶ", "Choose from the list")
_SEVERAL = ("いくつかあるときは「、」で区切る", 'Put "、" between several')
_DATE = ("「2026-03」か「2026-03-31」の形", 'As "2026-03" or "2026-03-31"')

_ORDER = Column("order", "順", 6)
_PLACE = Column("place", "原本の位置", hidden=True)
_ID = Column("id", "識別子", hidden=True)


PLAN = Sheet(
    "plan",
    "計画",
    (
        "計画そのもののこと。分からない欄は空けておく。",
        "The plan itself. Leave blank what is unknown.",
    ),
    (
        Column(
            "title",
            "計画名",
            note=("次・期を除いた名称", "Without its edition"),
            example="青葉市こども計画",
        ),
        Column("edition", "次・期", note=("第2次、第3期など", "Such as 第2次"), example="第2次"),
        Column(
            "part",
            "部分",
            note=("基本構想・前期・後期のいずれか", "基本構想, 前期 or 後期"),
            example="前期",
        ),
        Column("plan_type", "計画の種類", scheme="type", note=_LIST, example="市町村こども計画"),
        Column("form", "文書の範囲", scheme="form", note=_LIST, example="本編"),
        Column("stage", "策定の段階", scheme="stage", note=_LIST, example="素案"),
        Column("capture", "文字の由来", scheme="capture", note=_LIST, example="電子データ"),
        Column("publisher", "策定した市町村", example="青葉市"),
        Column("department", "所管課", example="こども政策課"),
        Column("published", "策定年月", note=_DATE, example="2026-03"),
        Column("first_year", "計画期間の最初の年度", note=_YEAR, example="令和8年度"),
        Column("last_year", "計画期間の最後の年度", note=_YEAR, example="令和12年度"),
        Column(
            "stated_years",
            "本文に書かれた年数",
            note=("「5年間」とあれば 5", "5 where the text says 5年間"),
            example="5",
        ),
        Column("vision", "基本理念・将来像", wide=True, example="こどもが笑顔で育つまち"),
        Column(
            "measure_level",
            "施策にあたる段階",
            note=("「施策体系」の段階の名前の一つ", "One of the level names in 施策体系"),
            example="施策",
        ),
        Column(
            "unverified",
            "確かめていない欄",
            note=("欄の名前を「、」で区切る", "Names of rows, with 、"),
        ),
        Column("file", "取り込んだ文書", hidden=True),
        Column("sha256", "取り込んだ文書のハッシュ", hidden=True),
    ),
)

ITEMS = Sheet(
    "items",
    "施策体系",
    (
        "基本目標・施策・取組などを1行に一つ。",
        "Goals, measures, actions: one per row.",
    ),
    (
        _ORDER,
        Column(
            "level_name",
            "段階",
            12,
            note=("計画での呼び名", "What the plan calls it"),
            example="施策",
        ),
        Column("printed_number", "番号", 8, note=("印刷どおり", "As printed"), example="1"),
        Column("code", "コード", 8, note=("あれば", "If there is one"), example="1101"),
        Column("label", "名称", 40, example="居場所づくりの推進"),
        Column("parent", "上位の項目", 30, note=_ITEM, example="こどもの育ちを支える"),
        Column(
            "kind",
            "種類",
            12,
            "kind",
            note=("一覧から選ぶ。空けておいてもよい", "From the list, or blank"),
            example="施策",
        ),
        Column("departments", "担当課", 20, note=_SEVERAL, example="こども政策課、福祉課"),
        Column("text", "本文", 60, wide=True, example="放課後の居場所を広げます。"),
        Column("repeated", "再掲", 6, note=("再掲なら ○", "○ where it is 再掲")),
        Column(
            "confidence",
            "読み取りの確かさ",
            10,
            note=("0〜1。手で書くときは空ける", "0–1; blank by hand"),
        ),
        Column("known_as", "書き出したときの名称", hidden=True),
        _ID,
        _PLACE,
    ),
)

LINKS = Sheet(
    "links",
    "対応",
    (
        "この計画の項目と上位計画などの項目との対応。",
        "What items of this plan answer in other plans.",
    ),
    (
        _ORDER,
        Column("item", "項目", 40, note=_ITEM, example="居場所づくりの推進"),
        Column("plan", "相手の計画", 30, example="青葉市総合計画"),
        Column("to", "相手の項目", 40, example="こども・若者への支援"),
        Column("contribution", "対応の度合い", 12, "contribution", note=_LIST, example="直接"),
        Column(
            "status", "状態", 10, "status", note=("書き出したときの状態", "As it was when exported")
        ),
        Column("note", "備考", 40, wide=True),
        Column("target", "相手の項目のIRI", 30, note=("分かれば", "If known")),
        _ID,
    ),
)

INDICATORS = Sheet(
    "indicators",
    "指標",
    (
        "指標の値を1行に一つ。年度が進んだら、実績値の行を足していく。",
        "One value of an indicator per row; add a row for each year's actual value.",
    ),
    (
        _ORDER,
        Column(
            "name",
            "指標名",
            36,
            note=("値ごとに同じ名前を書く", "The same on each row"),
            example="居場所の数",
        ),
        Column("item", "項目", 30, note=_ITEM, example="居場所づくりの推進"),
        Column("value_kind", "値の種類", 10, "value", note=_LIST, example="目標値"),
        Column("fiscal_year", "年度", 10, note=_YEAR, example="令和12年度"),
        Column(
            "quoted_as",
            "値（印刷どおり）",
            16,
            note=("「80％以上」など", "As printed"),
            example="20か所以上",
        ),
        Column(
            "operator",
            "条件",
            10,
            "operator",
            note=("空ければ値から読み取る", "Read from the value if blank"),
        ),
        Column(
            "number", "数値", 10, note=("空ければ値から読み取る", "Read from the value if blank")
        ),
        Column("lower", "下限", 10),
        Column("upper", "上限", 10),
        Column("unit", "単位", 8, example="か所"),
        Column("scope", "単年・累計", 10, "scope", note=_LIST),
        Column("population", "対象（分母）", 20),
        Column("source_survey", "出典の調査", 24),
        Column("departments", "担当課", 20, note=_SEVERAL),
        Column("repeated", "再掲", 6, note=("再掲なら ○", "○ where it is 再掲")),
        _ID,
        Column("quoted_before", "書き出したときの値", hidden=True),
        Column("value_unit", "値の単位", hidden=True),
        Column("value_scope", "値の単年・累計", hidden=True, scheme="scope"),
        _PLACE,
        Column("value_place", "値の位置", hidden=True),
    ),
)

PROGRESS = Sheet(
    "progress",
    "進捗",
    ("年度ごとの評価と実績。", "Evaluation and what was done, year by year."),
    (
        _ORDER,
        Column("item", "項目", 40, note=_ITEM, example="居場所づくりの推進"),
        Column("fiscal_year", "年度", 10, note=_YEAR, example="令和8年度"),
        Column("evaluation", "評価", 10, example="B"),
        Column("text", "実績", 60, wide=True, example="3か所を開設した。"),
        _PLACE,
    ),
)

RELATIONS = Sheet(
    "relations",
    "関係",
    ("本文が挙げるほかの計画との関係。", "What the text says of other plans."),
    (
        _ORDER,
        Column("name", "計画名（引用）", 40, example="青葉市総合計画"),
        Column("verb", "関係", 14, "verb", note=_LIST, example="のもと"),
        Column("rank", "位置", 12, "rank", note=_LIST, example="最上位計画"),
        Column("verb_text", "原文の言い方", 20, example="のもと"),
        _PLACE,
    ),
)

ROLES = Sheet(
    "roles",
    "位置づけ",
    ("法律に基づくどの計画を兼ねるか。", "The statutory plans that it says it is."),
    (
        _ORDER,
        Column("quoted_as", "計画名（引用）", 40, example="市町村こども計画"),
        Column("plan_type", "計画の種類", 30, "type", note=_LIST, example="市町村こども計画"),
        Column("cited_act", "根拠法", 24, example="こども基本法"),
        Column("item", "項目", 30, note=("一部の項目だけのとき", "Where only an item is")),
        _PLACE,
    ),
)

CLAIMS = Sheet(
    "claims",
    "数の記述",
    ("「7つの基本目標」のような記述。", "What the text says about numbers of items."),
    (
        _ORDER,
        Column("level_name", "段階", 14, example="基本目標"),
        Column("count", "数", 8, example="7"),
        Column("quoted_as", "原文", 40, example="7つの基本目標"),
        _PLACE,
    ),
)

MENTIONS = Sheet(
    "mentions",
    "他計画の期間",
    ("本文に期間が書かれたほかの計画。", "Other plans whose years the text prints."),
    (
        _ORDER,
        Column("name", "計画名", 40, example="第5次青葉市総合計画"),
        Column("first_year", "最初の年度", 12, note=_YEAR, example="令和5年度"),
        Column("last_year", "最後の年度", 12, note=_YEAR, example="令和14年度"),
        _PLACE,
    ),
)

CITATIONS = Sheet(
    "citations",
    "法令",
    ("本文に出てくる法令と条項。", "Acts and provisions that the text names."),
    (_ORDER, Column("quoted_as", "法令（引用）", 50, example="こども基本法第10条第2項"), _PLACE),
)

DEPARTMENTS = Sheet(
    "departments",
    "組織",
    ("組織の改編の一覧（あるとき）。", "A list of reorganisations, if there is one."),
    (
        _ORDER,
        Column("name", "課名", 24, example="こども課"),
        Column("first", "設置", 12, note=_DATE, example="2020-04"),
        Column("last", "廃止", 12, note=_DATE, example="2026-03-31"),
        Column("successors", "引き継いだ課", 30, note=_SEVERAL, example="こども政策課"),
        _PLACE,
    ),
)

PASSAGES = Sheet(
    "passages",
    "本文",
    (
        "文書に印刷された文章。表記や引用の点検に使う。シートごと消してもよい。",
        "The printed text, for checks of wording and quotations. The sheet may be deleted.",
    ),
    (
        _ORDER,
        Column("text", "文章", 120, wide=True),
        Column("heading", "見出し", 8, note=("見出しなら ○", "○ where it is a heading")),
        _PLACE,
    ),
)

WARNINGS = Sheet(
    "warnings",
    "読み取りの注意",
    (
        "文書から取り込んだときの注意。直す必要はない。",
        "What was said when the document was imported. Nothing to fill in.",
    ),
    (
        _ORDER,
        Column("message", "内容", 90, wide=True),
        Column("code", "種類", hidden=True),
        Column("arguments", "引数", hidden=True),
        _PLACE,
    ),
)

TABLES = (
    ITEMS,
    LINKS,
    INDICATORS,
    PROGRESS,
    RELATIONS,
    ROLES,
    CLAIMS,
    MENTIONS,
    CITATIONS,
    DEPARTMENTS,
    PASSAGES,
    WARNINGS,
)
"""Every sheet of rows, in the order of the workbook; 計画 stands before them."""

GUIDANCE = (
    (
        "計画の施策体系・指標・進捗を1冊にまとめるブックです。各シートに記入し、"
        "「alignchecker import このファイル」で読み込みます。",
        "One workbook for a plan's measures, indicators and progress. Fill in the sheets and read"
        " it with: alignchecker import THIS-FILE",
    ),
    (
        "「記入例」の行は読み込みません。消しても残しても構いません。",
        "Rows marked 記入例 are not read. Delete or keep them.",
    ),
    (
        "行の並べ替えや絞り込みをしても構いません。順序は「順」の列の数字で決まります。"
        "足した行の「順」は空けてよく、すぐ上の行の次になります。",
        "Sort and filter as you like: the column 順 holds the order. Left blank on a new row, it"
        " follows the row above.",
    ),
    (
        "シートの名前、1行目（隠してあります）、隠れた列は変えないでください。",
        "Leave sheet names, the hidden first row and the hidden columns as they are.",
    ),
    (
        "分からない欄は空けておいてください。目標値の「―」は「値なし」で、0ではありません。",
        'Leave blank what is unknown. "―" as a target means that there is none, which is not 0.',
    ),
)
"""What the first sheet says, Japanese and English."""
