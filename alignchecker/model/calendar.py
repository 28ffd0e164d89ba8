"""Japanese eras and fiscal years: every way a municipal plan writes a year or a period."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignchecker.model.normalize import fold
from alignchecker.model.plan import Period

# Gregorian year before the era's first: 元年 is 1 .
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_KANJI_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_NUMBER = r"(?:元|\d{1,2}|[一二三四五六七八九十]{1,4})"
_BRACKET = r"(?:\s*\([^()]{1,14}\))?"
_TO = r"\s*(?:から|より|~|-|→|\.{2,}|…|ー)\s*"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})"


def _year_pattern(i: int) -> str:
    """A year, its groups numbered: era and number, letter and number, or Western."""
    return (
        rf"(?:(?P<era{i}>明治|大正|昭和|平成|令和)\s*(?P<n{i}>{_NUMBER})"
        rf"|(?<![A-Za-z])(?P<s{i}>[MTSHR])\s*(?P<sn{i}>\d{{1,2}}|元)(?!\d)"
        rf"|(?:西暦|FY)?\s*(?<!\d)(?P<w{i}>(?:18|19|20)\d{{2}})(?!\d))"
    )


# The second year may leave its era out: 平成27～31年度.
_PERIOD = re.compile(
    _year_pattern(1)
    + rf"{_BRACKET}\s*(?P<unit1>年度|年)?{_BRACKET}\s*(?:4月(?:1日)?)?{_TO}"
    + rf"(?:{_year_pattern(2)}|(?P<bare>{_NUMBER}))"
    + rf"{_BRACKET}\s*(?P<unit2>年度|年)?{_BRACKET}(?:\s*{_MONTH}月)?"
)
_SINGLE = re.compile(_year_pattern(1))
_DATE = re.compile(
    _year_pattern(1)
    + rf"{_BRACKET}\s*[年./]\s*{_MONTH}\s*(?:月|[./](?=\d)|(?![\d月]))"
    + r"(?:\s*(?P<day>3[01]|[12]\d|0?[1-9])(?:日|(?!\d)))?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A period found in a text, and where it stands."""

    period: Period
    start: int
    end: int


def fiscal_year_of(day: datetime.date) -> int:
    """The fiscal year (April to March) that a day is in.

    >>> fiscal_year_of(datetime.date(2026, 3, 31)), fiscal_year_of(datetime.date(2026, 4, 1))
    (2025, 2026)
    """
    return day.year if day.month >= 4 else day.year - 1


def fiscal_year_label(year: int, lang: str) -> str:
    """A fiscal year as people write it.

    >>> fiscal_year_label(2026, "ja"), fiscal_year_label(2019, "ja"), fiscal_year_label(2026, "en")
    ('令和8年度', '平成31（令和元）年度', 'FY2026')
    """
    if lang != "ja":
        return f"FY{year}"
    if year == _ERAS["令和"] + 1:
        return "平成31（令和元）年度"
    for era, base in reversed(_ERAS.items()):
        if year > base:
            count = year - base
            return f"{era}{'元' if count == 1 else count}年度"
    return f"{year}年度"


def date_label(iso: str, lang: str) -> str:
    """A date as people write it.

    >>> date_label("2011-08-01", "ja"), date_label("2011-08-01", "en")
    ('平成23年8月1日', '2011-08-01')
    """
    parts = iso.split("-")
    if lang != "ja" or len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = map(int, parts)
    era, base = next((e, b) for e, b in reversed(_ERAS.items()) if year > b)
    count = year - base
    return f"{era}{'元' if count == 1 else count}年{month}月{day}日"


def kanji_number(text: str) -> int | None:
    """The number that kanji or digits write (up to 99), None for anything else.

    >>> kanji_number("二十三"), kanji_number("八"), kanji_number("12"), kanji_number("元")
    (23, 8, 12, 1)
    """
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not text or any(c not in _KANJI_DIGITS for c in tens + ones) or len(ones) > 1:
        return None
    upper = (_KANJI_DIGITS[tens] if len(tens) == 1 else 1) * 10 if ten else 0
    return upper + (_KANJI_DIGITS[ones] if ones else 0)


def _year(match: re.Match[str], i: int) -> int | None:
    """The Gregorian year of the i-th year of a match."""
    groups = match.groupdict()
    if groups[f"w{i}"]:
        return int(groups[f"w{i}"])
    era = groups[f"era{i}"] or _LETTERS.get(groups[f"s{i}"] or "", "")
    count = kanji_number(groups[f"n{i}"] or groups[f"sn{i}"] or "")
    return _ERAS[era] + count if era and count else None


def year(text: str) -> int | None:
    """The first year that the text names, in Gregorian numbers.

    >>> [year(t) for t in ("令和八年度", "平成31", "R8", "２０２６年度", "令和元年度")]
    [2026, 2019, 2026, 2026, 2019]
    """
    match = _SINGLE.search(fold(text))
    return _year(match, 1) if match else None


def _second(match: re.Match[str], first: int) -> int | None:
    bare = match.group("bare")
    if not bare:
        return _year(match, 2)
    count = kanji_number(bare)
    if count is None or not match.group("unit2"):
        return None
    if match.group("w1"):
        return first - first % 100 + count
    era = match.group("era1") or _LETTERS[match.group("s1")]
    return _ERAS[era] + count


def periods(text: str) -> Iterator[Found]:
    """Every period of the text, in order.

    >>> [f.period for f in periods("令和8年度から令和11年度まで、平成27～31年度、R8-R12")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [Period(first=2026, last=2029), Period(first=2015, last=2019), Period(first=2026, last=2030)]
    """
    folded = fold(text)
    for match in _PERIOD.finditer(folded):
        first = _year(match, 1)
        last = _second(match, first) if first else None
        if first is None or last is None or not first <= last <= first + 60:
            continue
        month = match.group("month")
        # 令和8年4月～令和12年3月: the last fiscal year is the one before.
        if (
            month
            and (kanji_number(month) or 4) <= 3
            and not (match.group("unit2") or "").startswith("年度")
        ):
            last -= 1
        yield Found(Period(first, max(first, last)), match.start(), match.end())


def dates(text: str) -> Iterator[tuple[str, int]]:
    """Every year-month or date of the text as ISO text, and where it stands.

    >>> [d for d, _ in dates("令和5年12月22日に閣議決定、令和８年３月")]
    ['2023-12-22', '2026-03']
    """
    for match in _DATE.finditer(fold(text)):
        found = _year(match, 1)
        month = kanji_number(match.group("month"))
        if found is None or month is None or not 1 <= month <= 12:
            continue
        day = match.group("day")
        iso = f"{found:04d}-{month:02d}"
        yield (f"{iso}-{int(day):02d}" if day else iso), match.start()
