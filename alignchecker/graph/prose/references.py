"""References to chapters that the plan does not have."""

from __future__ import annotations

import re

from alignchecker.graph.prose.plan_text import PlanText
from alignchecker.graph.prose.wordings import Wording, Wordings
from alignchecker.model.calendar import kanji_number

_NUMBER = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_CHAPTER = re.compile(rf"^[■◆●【\[]?\s*第\s?{_NUMBER}\s?章(?![はがをにのでと])")
# Of this document: 本計画の第3章, （第3章参照）, 第3章に示す; not 憲法第3章, 報告書の第3章.
_REFERENCE = re.compile(
    rf"(?:(?<=[(、。「])|(?<=本計画の)|(?<=本書の)|(?<=本書)|^)第\s?{_NUMBER}\s?章"
    rf"(?:第\s?{_NUMBER}\s?節)?(?=参照|を参照|に示|に掲げ|に記載|に定め|で示|で述べ|で定め|の施策|\)|」)"
)
_FEWEST = 3


def references(plan: PlanText, found: Wordings) -> None:
    """One wording for each reference to a chapter past the last, where chapters run from 1.

    Every number between is printed as a heading; else the chapters cannot be told safely.
    """
    if "章" not in plan.whole or not plan.printed:
        return
    chapters = {
        number
        for passage in plan.passages
        if len(passage.text) < 50 and (match := _CHAPTER.match(passage.folded))
        and (number := _value(match[1])) is not None
    }  # fmt: skip
    last = max(chapters, default=0)
    if last < _FEWEST or chapters != set(range(1, last + 1)):
        return
    for passage in plan.passages:
        if _CHAPTER.match(passage.folded) and len(passage.text) < 50:
            continue
        for match in _REFERENCE.finditer(passage.folded):
            number = _value(match[1])
            if number is not None and number > last:
                wording = Wording("reference", match[0], label=f"{match[0]}（第1章～第{last}章）")
                found.add(wording).seen(passage.node)


def _value(text: str) -> int | None:
    return int(text) if text.isdecimal() else kanji_number(text)
