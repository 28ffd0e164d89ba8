"""What a table's header says of its column: a level, a department, an indicator's value."""

from __future__ import annotations

import re
from enum import StrEnum

from alignchecker.model.normalize import normalize
from alignchecker.model.plan import ValueKind
from alignchecker.reading.level_words import (
    is_column,
    is_department_column,
    lead_word,
    level_word,
    numbered_word,
)


class Role(StrEnum):
    """What the cells of a column are."""

    LEVEL = "level"
    NUMBER = "number"
    DEPARTMENT = "department"
    INDICATOR = "indicator"
    UNIT = "unit"
    VALUE = "value"
    SURVEY = "survey"
    POPULATION = "population"
    EVALUATION = "evaluation"
    DONE = "done"
    ASIDE = "aside"
    TEXT = "text"


_YEAR = r"(?:令和|平成|昭和|R|H|FY)?(?:元|\d{1,4})年?度?末?"
_YEAR_ASIDE = re.compile(r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_YEAR_PART = re.compile(
    rf"(?:令和|平成|R|H|FY){_YEAR}|20\d\d年?度?|\d年[度後目]|年度", re.IGNORECASE
)
_ROLES = (
    (Role.NUMBER, r"(?!.*指標).{0,12}(?:No\.?|№|番号|コード)|項番"),
    (Role.UNIT, r"単位"),
    (Role.SURVEY, r"(?:出典|資料|根拠|算出(?:方法|根拠|式)|調査名?|データソース|把握方法).*"),
    (Role.POPULATION, r"対象者?|分母|対象範囲"),
    (Role.DONE, r"(?:取組|取り組み|取組み|実施|事業|進捗)の?(?:実績|状況|結果)"),
    (
        Role.INDICATOR,
        r".*(?:指標|KPI|KGI|ものさし)(?:名称?|項目|の名称|・目標|候補)?|数値目標(?:名|項目)?"
        r"|(?:評価|目標|成果)項目",
    ),
    (Role.EVALUATION, r".*(?:評価|進捗(?:度|状況|率)?|達成(?:度|状況|率)|判定|ランク)(?:結果)?"),
)
_VALUES = (
    (ValueKind.BASELINE, r"現状|現況|基準|(?:計画)?策定時|初期|スタート|直近|当初|開始時"),
    (
        ValueKind.TARGET,
        r"(?:中間|最終|前期|後期|計画|当初|\d{1,2}[かカヶケ箇]年(?:後の)?)*目標|計画(?=値|量|数)|見込み?|中間|最終|目指す",
    ),
    (ValueKind.ACTUAL, r"実績|達成|最新"),
)
_VALUE_SUFFIX = r"(?:値|量|数|数値|年|時期)?"
_OFFICE = re.compile(r"(?:課|課室|課・室|部・?課|部署|担当部|所管部|主管部)(?:名|等)?")
_OF_THE_CITY = re.compile(r"^(?:本?[市町村区]|行政)の?(?=.*[課部室局]名?$)")
_DIVISIONS = re.compile(r"部|編|章|節|項|[大中小]項目|[大中小]分類|[大中小]施策")
_CLASS = re.compile(r"[(\[]?[大中小]分類")
_ENDS_AS_LEVEL = re.compile(
    r"(?:目標|方針|施策|政策|柱|方向性?|取り?組み?|事業|戦略|プロジェクト|方策|テーマ|プログラム)(?:名|名称)?"
)


def plain_role(header: str) -> Role | None:
    """The role that one header cell says by itself; None for levels, values, unknown words.

    >>> plain_role("担当課（令和6年度）"), plain_role("成果指標"), plain_role("基本目標")
    (<Role.DEPARTMENT: 'department'>, <Role.INDICATOR: 'indicator'>, None)
    """
    plain = _OF_THE_CITY.sub("", _ASIDE.sub("", normalize(header)))
    if is_department_column(plain) or _OFFICE.fullmatch(plain):
        return Role.DEPARTMENT
    without_year = _YEAR_PART.sub("", plain)
    for role, pattern in _ROLES:
        if re.fullmatch(pattern, without_year or plain, re.IGNORECASE):
            return role
    return None


def value_kind(header: str) -> ValueKind | None:
    """Baseline, target or actual; a bare year says none of them.

    >>> value_kind("現状値（R6）"), value_kind("令和11年度（目標）"), value_kind("令和8年度")
    (<ValueKind.BASELINE: 'baseline'>, <ValueKind.TARGET: 'target'>, None)
    """
    folded = normalize(header)
    # 令和3年度（実績） says it in brackets.
    plain = _YEAR_PART.sub("", _ASIDE.sub("", folded)) or _YEAR_PART.sub("", folded).strip("()[]")
    for kind, pattern in _VALUES:
        if re.fullmatch(f"(?:{pattern}){_VALUE_SUFFIX}(?:の|時点)?", plain):
            return kind
    return None


def header_level(header: str) -> str | None:
    """The level that a column holds by its header, also one that only a table would call so.

    >>> header_level("基本施策名"), header_level("章"), header_level("事前に備えるべき目標")
    ('基本施策', '章', '事前に備えるべき目標')
    >>> header_level("取組内容"), header_level("関連事業")
    (None, None)
    """
    full = _YEAR_ASIDE.sub("", normalize(header))
    plain = _ASIDE.sub("", full)
    if _CLASS.search(full):
        return full
    word = level_word(plain)
    if word is not None or _DIVISIONS.fullmatch(plain):
        return word or plain
    ends = _ENDS_AS_LEVEL.search(plain)
    is_level = ends is not None and ends.end() == len(plain) and not is_column(plain)
    is_level = is_level or (lead_word(plain) or numbered_word(plain)) is not None
    return full if is_level and not is_column(plain) else None


def is_year(header: str) -> bool:
    """A year and nothing else: 令和8年度, R8."""
    return _YEAR_PART.fullmatch(normalize(header)) is not None


def is_header_cell(cell: str) -> bool:
    """The text is a word of table headers, and not the name of something."""
    plain = _ASIDE.sub("", normalize(cell))
    return (
        is_column(cell)
        or plain_role(cell) is not None
        or value_kind(cell) is not None
        or header_level(cell) is not None
        or bool(_DIVISIONS.fullmatch(plain) or _YEAR_PART.fullmatch(plain))
        or bool(not plain and _YEAR_PART.search(normalize(cell)))
    )
