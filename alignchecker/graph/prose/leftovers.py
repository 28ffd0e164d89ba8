"""What a draft leaves behind: marks to settle, blanks to fill, names that are provisional."""

from __future__ import annotations

import re
from collections.abc import Callable

from alignchecker.graph.prose.plan_text import PlanText
from alignchecker.graph.prose.wordings import Wording, Wordings

_SHOWN = 30
_CLEARLY = (
    "要確認|要確定|要調整|要修正|要差替え?|要更新|精査中|未確定|数値確認中?"
    "|後日記載|追記予定|差替え?予定"
)
_UNRESOLVED = re.compile(
    rf"[【《〔［\[]\s*(?:{_CLEARLY}|要検討|調整中|確認中)[^【】《》〔〕［］\[\]]{{0,30}}[】》〕］\]]"
    r"|作業(?:用)?メモ|コメント\s?\[[A-Za-z]{1,3}\d{1,3}(?:R\d+)?\]|(?<![A-Za-z])TODO(?![A-Za-z])"
)
_MARK = "●○〇◯■□△▲◆◇"
_UNIT = (
    "課|部署|室|係|人|名|件|円|年|月|日|%|か所|箇所|カ所|ページ|頁|次|期|章|節|回|世帯|計画|条例"
)
_BLANK = re.compile(
    rf"\((?:{_CLEARLY})[^()]{{0,20}}\)|[※*]\s?(?:{_CLEARLY}|要検討)[^、。\s]{{0,20}}|"
    rf"(?:令和|平成|約|全|第|計)\s?[{_MARK}]{{1,3}}\s?(?:{_UNIT})"
    rf"|(?<![{_MARK}\s「『])[{_MARK}]{{2,4}}(?:{_UNIT})"
    rf"|(?<![{_MARK}])[{_MARK}]{{2,4}}(?:課|部署|人|名|件|円|%|か所|箇所|年度)"
    rf"|(?<=[一-龠ぁ-んァ-ヴー])●{{2,4}}(?=[一-龠ぁ-んァ-ヴー、。])"
    r"|(?<![A-Za-z])(?:X{2,4}|×{2,4})\s?(?:課|人|名|件|円|年|月|日|%|か所|箇所|ページ)"
    rf"|(?<![A-Za-z])[Pp]\.?\s?(?:[{_MARK}]{{1,3}}|X{{1,3}}|×{{1,3}})(?![A-Za-z])"
    r"|[【《〔\[]\s*未定\s*[】》〕\]]"
)
_PROVISIONAL = re.compile(
    r"[(【〔\[]\s?仮称\s?[)】〕\]]\s?[「『]?"
    r"(?P<name>[^「」『』、。,()\s/|]{0,30}?[一-龠ァ-ヴーA-Za-z0-9々]"
    r"(?=[がのはをにへとでやも、。,()」』\s/|・]|など|等|から|まで|より|$))"
    r"|[「『]?(?P<before>[一-龠ァ-ヴー々]{2,20})[」』]?\(仮称\)"
)
_COUNTED = re.compile(r"(?<![\d第])第\s?(\d{1,2}|[一二三四五六七八九十]{1,3})計画(?!期間|的)")


def leftovers(plan: PlanText, found: Wordings) -> None:
    """Wordings of the kinds unresolved, blank, provisional and uncounted."""
    for kind, pattern in (("unresolved", _UNRESOLVED), ("blank", _BLANK)):
        _all(plan, pattern, kind, found, lambda match: match[0])
    if "仮称" in plan.whole:
        _all(plan, _PROVISIONAL, "provisional", found, _provisional)
    for number in set(_COUNTED.findall(plan.whole)):
        _counted(plan, number, found)


def _provisional(match: re.Match[str]) -> str:
    return f"（仮称）{match['name'] or match['before']}"


def _all(
    plan: PlanText,
    pattern: re.Pattern[str],
    kind: str,
    found: Wordings,
    words: Callable[[re.Match[str]], str],
) -> None:
    for passage in plan.passages:
        for match in pattern.finditer(passage.folded):
            found.add(Wording(kind, words(match)[:_SHOWN].strip())).seen(passage.node)


def _counted(plan: PlanText, number: str, found: Wordings) -> None:
    """第10計画 for 第10期計画, where the text counts its editions by 期 or 次 elsewhere."""
    used = re.search(rf"第\s?{number}([期次])(?!産業)", plan.whole)
    if used is None:
        return
    pattern = re.compile(rf"(?<!^)(?<![\d第])第\s?{number}計画(?!期間|的)")
    _all(plan, pattern, "uncounted", found, lambda match: match[0])
    for quoted in found.quoted("uncounted"):
        if number in quoted:
            wording = found.add(Wording("uncounted", quoted))
            wording.intended = f"第{number}{used[1]}計画"
