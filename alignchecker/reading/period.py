"""The period of this plan, and no other plan's: its own sentence, the cover, then tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.model.calendar import kanji_number, periods
from alignchecker.model.normalize import fold, label_key
from alignchecker.model.plan import Period
from alignchecker.reading.lines import Line
from alignchecker.reading.other_plans import (
    beside_names,
    is_about_other,
    is_own,
    names_others,
    without_others,
)
from alignchecker.reading.sentences import Sentence
from alignchecker.reading.values import read_fiscal_year

# 計画期間前半（2024～28年） is a part of it.
_WHOLE = r"(?!の?(?:前半|後半|前期|後期|途中|中間|中[の間に]|内))"
_RANKS = (
    re.compile(
        rf"(?:計画|プラン|ビジョン|戦略|指針)(?:の)?期間{_WHOLE}|(?:(?<!基)本|この|当)計画の期間|期間は"
    ),
    re.compile(r"(?:(?<!基)本|この|当)計画は"),
)
# 3年を一期 is the Act's rule, 5年ごと a rhythm: neither is this plan's length.
_LENGTH = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:年間|[かカヶケ箇]年|年(?=を(?:計画)?(?:の)?期間|です|とし|の計画期間))"
    r"(?!ごと|毎|に[一1]度|を(?:第)?[一1]期)"
)
_FIRST = re.compile(r"([^、。]{2,24}?)を(?:初年度|始期|開始年度|計画の初年度)")
_SINCE = re.compile(
    r"([^、。:]{2,24}?)(?:から|より)の?(?:概ね|おおむね)?(?=\d{1,2}\s*(?:年間|[かカヶケ箇]年))"
)
_LAST = re.compile(r"([^、。]{2,24}?)を(?:目標年度|最終年度|終期|終了年度|計画の目標年度)")
# 前回の計画期間が令和5年4月1日から…: those of the plan before this one.
_BEFORE = re.compile(
    r"(?:前回|前計画|前の計画|前々?[期次](?:計画)?|現行(?:の)?計画|現計画|従前|これまで|旧計画)"
    r"(?:の)?(?:計画)?(?:の)?期間"
)
_ROW_HEADS = {"計画期間", "計画の期間", "期間"}
_TITLED = re.compile(r"[(第]?\d{1,2}[)節章.]?(?:-\d{1,2})?\s*期間")
_COVER_LINES = 12


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The plan's fiscal years, the line that says so, and the length that the text states."""

    period: Period | None
    line: int | None
    stated_years: int | None


def read_period(
    lines: Sequence[Line], sentences: Sequence[Sentence], own: Sequence[str]
) -> PlanPeriod:
    """The period; all None if the document does not say it.

    own: the plan's names. A range that stands with another plan's name is that plan's.
    """
    stated = next(_stated(sentences, own), None)
    found = stated or next(_cover(lines, own), None) or next(_beside_own_name(lines, own), None)
    period, line = found if found else (None, None)
    return PlanPeriod(period, line, _length(sentences, own, line))


def _stated(sentences: Sequence[Sentence], own: Sequence[str]) -> Iterator[tuple[Period, int]]:
    for sentence in sorted(sentences, key=_rank):
        if _rank(sentence) == len(_RANKS) and not _stands_under_period(sentence):
            continue
        text = _own_part(sentence, own)
        period = _in_text(text) if text else None
        if period:
            yield period, sentence.line


def _rank(sentence: Sentence) -> int:
    """How plainly a sentence speaks of a period: by that word, by 本計画は, not at all."""
    found = (i for i, pattern in enumerate(_RANKS) if pattern.search(sentence.text))
    return next(found, len(_RANKS))


def _stands_under_period(sentence: Sentence) -> bool:
    titled = "期間" in sentence.title or _TITLED.match(fold(sentence.text).strip())
    return bool(titled) and sentence.text.endswith("。")


def _own_part(sentence: Sentence, own: Sequence[str]) -> str | None:
    """What the sentence says of this plan's years; None where it speaks of another plan.

    A sentence that names another plan must say 期間 of this one, or stand under such a heading.
    """
    if is_about_other(sentence.text, own) or _BEFORE.search(sentence.text):
        return None
    text = without_others(sentence.text, own)
    if names_others(sentence.text, own) and "期間" not in text + sentence.title:
        return None
    return text


def _in_text(text: str) -> Period | None:
    found = next(iter(periods(text)), None)
    if found:
        return found.period
    folded = fold(text)
    first, last = _FIRST.search(folded) or _SINCE.search(folded), _LAST.search(folded)
    start = read_fiscal_year(first.group(1)) if first else None
    end = read_fiscal_year(last.group(1)) if last else None
    length = _LENGTH.search(folded)
    years = kanji_number(length.group(1)) if length else None
    if start and not end and years:
        end = start + years - 1
    return Period(start, end) if start and end and start <= end else None


def _cover(lines: Sequence[Line], own: Sequence[str]) -> Iterator[tuple[Period, int]]:
    """A line near the beginning that is a period and nothing else."""
    others = {line for name, _, line in beside_names(lines) if own and not is_own(name, own)}
    for line in lines[:_COVER_LINES]:
        for found in periods(without_others(line.text, own)):
            if len(line.text) - (found.end - found.start) <= 12 and line.number not in others:
                yield found.period, line.number
        if "。" in line.text:
            return


def _beside_own_name(lines: Sequence[Line], own: Sequence[str]) -> Iterator[tuple[Period, int]]:
    """A line or row with a period and the plan's own name, or next to it."""
    beside = beside_names(lines)
    yield from ((period, line) for name, period, line in beside if is_own(name, own))
    taken = {line for _, _, line in beside}
    keys = [label_key(name) for name in own]
    for i, line in enumerate(lines):
        found = next(iter(periods(without_others(line.text, own))), None)
        is_row = len(line.cells) > 1 and fold(line.cells[0]).strip() in _ROW_HEADS
        if found is None or line.number in taken or ("。" in line.text and not is_row):
            continue
        near = [line, *(other for other in lines[i + 1 : i + 2] if not other.gap)]
        has_name = any(key in label_key(other.text) for other in near for key in keys)
        if has_name or re.search(rf"計画期間{_WHOLE}|(?:本|この)計画", line.text):
            yield found.period, line.number


def _length(sentences: Sequence[Sentence], own: Sequence[str], line: int | None) -> int | None:
    """4年間: in the sentence of the period, else in one about the plan's period."""
    chosen = [s for s in sentences if s.line == line]
    chosen.sort(key=lambda s: not any(periods(s.text)))
    chosen += [s for s in sentences if re.search(r"計画(?:の)?期間", s.text)]
    for sentence in chosen:
        match = _LENGTH.search(fold(_own_part(sentence, own) or ""))
        if match:
            return kanji_number(match.group(1))
    return None
