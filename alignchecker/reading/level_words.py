"""Words by which municipal plans name their levels (基本目標, 施策の方向), and what they mean."""

from __future__ import annotations

import re

from alignchecker.model.normalize import normalize
from alignchecker.model.plan import ItemKind

# A level is named by words of administration only: 地域の支え合い is a label, 基本施策 a level.
_HEADS = (
    "目標", "方針", "施策", "政策", "柱", "視点", "方向性", "方向", "取り組み", "取組み", "取組",
    "事業", "戦略", "プロジェクト", "分野", "方策", "テーマ", "プログラム", "プラン", "アクション",
    "対策", "ビジョン", "領域", "大綱",
)  # fmt: skip
_MODIFIERS = (
    "基本", "重点", "個別", "主要", "主", "具体", "重要", "横断", "総合", "推進", "行政", "市",
    "町", "村", "区", "県", "政策", "施策", "取組", "取り組み", "事業", "戦略", "分野", "部門",
    "大", "中", "小", "行動", "共通", "まちづくり", "今後", "成果", "実施", "展開", "目標", "方針",
    "方向", "全体", "最終", "リーディング", "運営", "経営", "課題", "別", "実現", "目指す",
    "めざす", "構成",
)  # fmt: skip
# A plan's subject may name its goals (環境目標1), an actor its list of actions (社協の取組).
_SUBJECTS = ("環境", "教育", "福祉", "健康", "こども", "子ども", "文化", "防災", "都市", "産業")
_SUBJECT_HEADS = ("目標", "方針", "施策", "ビジョン")
_ACTORS = (
    "社協", "社会福祉協議会", "住民", "市民", "町民", "村民", "区民", "地域", "事業者", "民間",
    "団体", "関係機関", "学校", "家庭",
)  # fmt: skip
_ACTOR_HEADS = ("取り組み", "取組み", "取組", "事業")
_NUMBERED_HEADS = ("展開", "項目", "課題", "事項", "対応")
_JOINTS = ("に向けた", "のための", "すべき", "する", "的な", "的", "な", "の", "・")
_SUFFIX = ("名称", "名")
_BRACKETS = "[]<>「」■◆●"
_LEAD = re.compile(
    r"(?:主な|主要な?|具体的な?|重点的な?|今後の)?(?:(?:取組|取り組み|取組み)(?:内容|項目|事項|例)|事業例|施策(?:の分類|項目))"
)
_COLUMN = re.compile(
    r"(?:No\.?|番号|.*の展開|.*の?(?:内容|概要|説明|体系|目的|対象|対応|時期|年度|期間)|内容|概要|説明|備考|関連.*"
    r"|主?(?:担当|所管|主管)(?:部署|課|課等|部局|課名)?|(?:関係)?(?:課|部署)名?|.*指標.*|現状値?"
    r"|.*目標値.*|SDGs.*|方向性|区分|主体|実施主体|[短中長前後]期|スケジュール|優先度|再掲|掲載頁|頁|ページ|位置付?づ?け)",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"(?:主な)?主?(?:担当|所管|関係|主管|主務|所属|実施|推進担当|作成|取りまとめ|関連)(?:部署|課|課等|部局|部課|課室|室|機関)名?|主?(?:担当|所管|主管)"
)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MODIFIER = f"(?:{_alternatives(_MODIFIERS)})(?:{_alternatives(_JOINTS)})?"
WORD_PATTERN = (
    f"(?:(?:{_MODIFIER}){{0,4}}?(?:{_alternatives(_HEADS)})"
    f"|(?:{_alternatives(_SUBJECTS)})(?:{_alternatives(_SUBJECT_HEADS)})"
    f"|(?:{_alternatives(_ACTORS)})の(?:{_alternatives(_ACTOR_HEADS)}))"
)
NUMBERED_PATTERN = f"(?:{WORD_PATTERN}|(?:{_MODIFIER}){{1,4}}?(?:{_alternatives(_NUMBERED_HEADS)}))"
"""Words that name a level at least where a number follows: 施策の展開(1), 重点課題2."""
_WORD = re.compile(f"({WORD_PATTERN})(?:{_alternatives(_SUFFIX)})?")
_NUMBERED = re.compile(NUMBERED_PATTERN)
VISION_PATTERN = (
    r"基本理念|(?:まちの|都市の)?将来(?:都市)?像|(?:目指す|めざす)(?:べき)?(?:まちの)?姿"
    r"|(?:望ましい|(?:目指す|めざす)(?:べき)?)?(?:環境|都市|地域|まち|社会|教育|健康|福祉|(?:基本)?目標)像"
    r"|スローガン|キャッチフレーズ"
)
_VISION = re.compile(f"理念|{VISION_PATTERN}")

# Headings that describe an item (its state, figures, staff) rather than being one.
_ASPECT = re.compile(
    r"^(?:現状.*|.*課題|.*指標.*|.*目標値.*|.*現状値.*|背景.*|SDGs.*|コラム.*|関連(?:する)?(?:個別)?"
    r"計画.*|用語.*|.*担当(?:課|部署).*|所管.*|策定.*|趣旨|目的|対象|期間|位置付?づ?け|資料.*|参考.*"
    r"|.*とは|.*の考え方|めざす姿|目指す姿|.*役割.*|今後の見通し)$"
)
# Headings under which a plan sets out its tree, where levels bear no names.
_DEVELOPMENT = re.compile(
    r"施策.*(?:展開|体系|内容|推進)|取組.*(?:展開|体系|内容)|計画の体系|体系図|各論|分野別|"
    r"具体的な?(?:施策|取組)|行動計画|施策$"
    r"|(?:部門|地域|地区|エリア)別の?(?:構想|計画|方針|まちづくり)"
)
# Chapters that each set out a part of the tree (都市計画マスタープラン).
_FIELDS = re.compile(r"(?:部門|分野|地域|地区|エリア)別の?(?:構想|計画|方針|まちづくり)")
# Chapters about the plan itself: no item stands in them.
_ABOUT = re.compile(
    r"策定|とは$|はじめに|(?:計画|プラン)の(?:目的|趣旨|背景|位置|期間|構成|対象|性格|概要|見直し|推進|実現|進め方)"
    r"|現[況状]|課題|概況|進行管理|進捗管理|推進体制|推進に向けて|実現に向けて|資料"
)
_GOAL = re.compile(r"目標|方針|柱|ビジョン|戦略|分野|視点|テーマ|将来像")
_ACTION = re.compile(
    r"(?:取組|取組み|取り組み|事業|アクション)$|(?:取組|取組み|取り組み)(?:内容|項目|事項|例)|事業例$"
)
_DIRECTION = re.compile(r"方向性?$")
_PRIORITY = ("目標", "柱", "方針", "戦略", "政策", "施策", "分野", "視点")


def level_word(text: str) -> str | None:
    """The level that a text names, if it names one and nothing else.

    >>> level_word("施策の方向"), level_word("基本目標"), level_word("具体的な取組")
    ('施策の方向', '基本目標', '具体的な取組')
    >>> level_word("事業名"), level_word("施策の体系"), level_word("地域の支え合い")
    ('事業', None, None)
    """
    match = _WORD.fullmatch(normalize(text).strip(_BRACKETS))
    return match.group(1) if match else None


def numbered_word(text: str) -> str | None:
    """The level that a text before a number names.

    >>> numbered_word("施策の展開"), numbered_word("重点課題"), numbered_word("第")
    ('施策の展開', '重点課題', None)
    """
    plain = normalize(text).strip(_BRACKETS)
    return level_word(plain) or (plain if _NUMBERED.fullmatch(plain) else None)


def lead_word(text: str) -> str | None:
    """The level that a line names which stands over a list, as 【取組内容】 does.

    >>> lead_word("主な取組"), lead_word("取組内容"), lead_word("施策の概要")
    ('主な取組', '取組内容', None)
    """
    plain = normalize(text).strip(_BRACKETS)
    return level_word(plain) or (plain if _LEAD.fullmatch(plain) else None)


def vision_word(text: str) -> str | None:
    """基本理念, 将来像, 望ましい環境像 or めざす姿, if the text says only that."""
    match = _VISION.fullmatch(normalize(text))
    return match.group(0) if match else None


def is_column(text: str) -> bool:
    """The text is the header of a table column: a level, or what tables say beside it."""
    return level_word(text) is not None or bool(_COLUMN.fullmatch(normalize(text).strip(_BRACKETS)))


def is_department_column(text: str) -> bool:
    """The text names the column (or line) that says who is responsible."""
    return bool(_DEPARTMENT.fullmatch(normalize(text)))


def is_aspect(label: str) -> bool:
    """The heading describes the item above it (現状と課題, 指標) and is no item itself."""
    return bool(_ASPECT.match(normalize(label)))


def is_passage_title(text: str) -> bool:
    """A line that heads a passage about an item: 【現状と課題】, ＜背景＞ or 現状と課題."""
    plain = normalize(text)
    bracketed = re.fullmatch(r"[\[<].{1,20}[\]>]", plain)
    return bool(bracketed) or ("。" not in plain and len(plain) <= 12 and is_aspect(plain))


def is_development(label: str) -> bool:
    """The heading opens the part that sets out the measures (施策の展開, 各論)."""
    return bool(_DEVELOPMENT.search(normalize(label)))


def names_fields(label: str) -> bool:
    """The chapter sets out the measures of fields or districts (部門別構想, 地域別構想)."""
    return bool(_FIELDS.search(normalize(label)))


def is_about_the_plan(label: str) -> bool:
    """The chapter is about the plan: why it was made, for whom, how it is kept up."""
    return bool(_ABOUT.search(normalize(label)))


def is_action(word: str) -> bool:
    """The level lists what is done (行政の取組, 事業), below the policy tree."""
    return bool(_ACTION.search(word))


def names_measures(title: str) -> bool:
    """The title of the part that sets out the tree calls what it sets out 施策."""
    return "施策" in normalize(title) and is_development(title)


def is_goal(word: str) -> bool:
    """The level says where the plan goes (目標, 方針, 柱), not what it does."""
    return bool(_GOAL.search(word)) and not _DIRECTION.search(word)


def priority(word: str) -> int:
    """How likely a list of this name is the plan's tree, 0 first, where several stand alone."""
    return next((i for i, head in enumerate(_PRIORITY) if word.endswith(head)), len(_PRIORITY))


def kind_of(word: str, *, top: bool, is_measure: bool, below_measure: bool) -> ItemKind:
    """What an item is, by what its plan calls the level."""
    if is_action(word) and (below_measure or not is_measure):
        return ItemKind.ACTION
    if _DIRECTION.search(word):
        return ItemKind.DIRECTION
    if top and (is_goal(word) or not is_measure):
        return ItemKind.GOAL
    return ItemKind.MEASURE if is_measure else ItemKind.POLICY
