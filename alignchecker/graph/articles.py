"""Articles of Acts as texts print them: 第二条第四項, 第２条第４項 and 第2条第4項 are one."""

from __future__ import annotations

import re

from alignchecker.model.calendar import kanji_number
from alignchecker.model.normalize import label_key

_KANJI = "〇一二三四五六七八九十百"
_NUMBER = re.compile(rf"(?<=[第の])[{_KANJI}]+")
_ANY = rf"[{_KANJI}\d]+"
_PRINTED = re.compile(rf"第{_ANY}条(?:の{_ANY})?(?:第{_ANY}[項号])*")
_HUNDREDS = re.compile(r"([一二三四五六七八九]?)百(.*)")
ARTICLE = r"第\d+条(?:の\d+)?"
"""An article alone, in what ``with_numerals`` gives."""


def with_numerals(text: str) -> str:
    """A text as names of Acts and articles are compared, its articles in Arabic numerals.

    >>> with_numerals("地方自治法第二条第四項、社会福祉法 第百七条、老人福祉法第二十条の八")
    '地方自治法第2条第4項、社会福祉法第107条、老人福祉法第20条の8'
    """
    return _PRINTED.sub(lambda m: _NUMBER.sub(_numeral, m[0]), label_key(text))


def _numeral(match: re.Match[str]) -> str:
    hundreds = _HUNDREDS.fullmatch(match[0])
    if hundreds is None:
        number = kanji_number(match[0])
        return match[0] if number is None else str(number)
    return str((kanji_number(hundreds[1]) or 1) * 100 + (kanji_number(hundreds[2]) or 0))
