"""The period of this plan, and no other plan's: its own sentence, the cover, then tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignchecker.importers.lines import Line
from alignchecker.importers.names import names
from alignchecker.importers.sentences import Sentence
from alignchecker.model.calendar import kanji_number, periods, year
from alignchecker.model.normalize import fold, label_key
from alignchecker.model.plan import Period

_PERIOD_WORD = re.compile(r"計画(?:の)?期間|(?:本|この|当)計画(?:の期間)?は|期間は")
_TITLE_WORD = re.compile(r"期間")
_LENGTH = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:年間|[かカヶケ箇]年|年(?=を(?:計画)?(?:の)?期間|です|とし|の計画期間))"
)
_FIRST = re.compile(r"([^、。]{2,24}?)を(?:初年度|始期|開始年度|計画の初年度)")
_LAST = re.compile(r"([^、。]{2,24}?)を(?:目標年度|最終年度|終期|終了年度|計画の目標年度)")
_FROM = re.compile(
    r"年度(?:\([^()]*\))?(?:から|より)(?:の)?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})(?:年間|[かカヶ]年)"
)
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
    found = stated or next(_cover(lines), None) or next(_beside_own_name(lines, own), None)
    period, line = found if found else (None, None)
    return PlanPeriod(period, line, _length(sentences, own, line))


def _stated(sentences: Sequence[Sentence], own: Sequence[str]) -> Iterator[tuple[Period, int]]:
    for sentence in sorted(sentences, key=lambda s: not _PERIOD_WORD.search(s.text)):
        if not _is_about_period(sentence) or _is_about_other(sentence.text, own):
            continue
        period = _in_text(sentence.text)
        if period:
            yield period, sentence.line


def _in_text(text: str) -> Period | None:
    found = next(iter(periods(text)), None)
    if found:
        return found.period
    folded = fold(text)
    first, last = _FIRST.search(folded), _LAST.search(folded)
    start = year(first.group(1)) if first else None
    end = year(last.group(1)) if last else None
    length = _LENGTH.search(folded)
    years = kanji_number(length.group(1)) if length else None
    if start and not end and years:
        end = start + years - 1
    if start and end and start <= end:
        return Period(start, end)
    running = _FROM.search(folded)
    start = year(folded[: running.start() + 2]) if running else None
    years = kanji_number(running.group(1)) if running else None
    return Period(start, start + years - 1) if start and years else None


def _is_about_period(sentence: Sentence) -> bool:
    if _PERIOD_WORD.search(sentence.text):
        return True
    return bool(_TITLE_WORD.search(sentence.title)) and sentence.text.endswith("。")


def _is_about_other(text: str, own: Sequence[str]) -> bool:
    """Another plan is the sentence's subject: 「X計画」の計画期間は…"""
    keys = {label_key(name) for name in own}
    for name in names(text):
        after = text[name.end : name.end + 12]
        subject = re.match(r"(?:の計画期間|の期間)?(?:は|が|では)", after)
        if not name.is_act and subject and label_key(name.text) not in keys:
            return not re.search(r"(?:本|この|当)計画", text)
    return False


def _cover(lines: Sequence[Line]) -> Iterator[tuple[Period, int]]:
    """A line near the beginning that is a period and nothing else."""
    for line in lines[:_COVER_LINES]:
        for found in periods(line.text):
            if len(line.text) - (found.end - found.start) <= 12:
                yield found.period, line.number
        if "。" in line.text:
            return


def _beside_own_name(lines: Sequence[Line], own: Sequence[str]) -> Iterator[tuple[Period, int]]:
    """A line or row with a period and the plan's own name, or next to it."""
    keys = [label_key(name) for name in own]
    for i, line in enumerate(lines):
        found = next(iter(periods(line.text)), None)
        if found is None or "。" in line.text:
            continue
        near = [line, *(other for other in lines[i + 1 : i + 2] if not other.gap)]
        is_own = any(key in label_key(other.text) for other in near for key in keys)
        if is_own or re.search(r"計画期間|(?:本|この)計画", line.text):
            yield found.period, line.number


def _length(sentences: Sequence[Sentence], own: Sequence[str], line: int | None) -> int | None:
    """4年間: in the sentence of the period, else in one about the plan's period."""
    chosen = [s for s in sentences if s.line == line]
    chosen += [s for s in sentences if re.search(r"計画(?:の)?期間", s.text)]
    for sentence in chosen:
        match = _LENGTH.search(fold(sentence.text))
        if match and not _is_about_other(sentence.text, own):
            return kanji_number(match.group(1))
    return None
