"""Japanese eras and fiscal years: every way a municipal plan writes a year or a period."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from alignchecker.model.normalize import fold
from alignchecker.model.plan import Period

# Gregorian year before the era's first: 元年 is 1.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_SHORT = {
    "M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和",
    "明": "明治", "大": "大正", "昭": "昭和", "平": "平成", "令": "令和",
    "㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和",
}  # fmt: skip
_LETTERS = {era: letter for letter, era in reversed(_SHORT.items())}
_KANJI_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_MAX_YEARS = 60
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# White space is bounded: several unbounded runs side by side take for ever on a line of blanks.
_S = r"\s{0,4}"
_NUMBER = r"(?:元|\d{1,2}(?!\d)|[一二三四五六七八九十〇]{1,4})"
_BRACKET = rf"(?:{_S}[(\[〔【][^()\[\]〔〕【】]{{1,14}}[)\]〕】])?"
_TO = rf"{_S}(?:から|より|~|-|→|\.{{2,}}|…|ー){_S}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|[一二三四五六七八九十]{1,3})"
# 2,026 and 2000人 are no years.
_COUNTED = (
    r"(?!\d|,\d|\.\d{3}|\s?(?:人|名|件|円|世帯|戸|台|本|冊|箇所|か所|カ所|m|㎡|k|t|%|ha|万|億|千|歩|種|票"
    r"|回))"
)


def _year_pattern(i: int) -> str:
    """A year, its groups numbered: era and number, short era and number, or Western."""
    return (
        rf"(?:(?P<era{i}>明治|大正|昭和|平成|令和){_S}(?P<n{i}>{_NUMBER})"
        rf"|(?<![A-Za-z一-龠])(?P<s{i}>[SHR㍾㍽㍼㍻㋿]|[MT明大昭平令](?={_S}(?:\d{{1,2}}|元){_S}年))"
        rf"{_S}(?P<sn{i}>\d{{1,2}}|元)(?![\dA-Za-z])"
        rf"|(?:西暦|FY)?{_S}(?<![\d,])(?P<w{i}>(?:18|19|20)\d{{2}}){_COUNTED}"
        rf"|(?P<k{i}>[一二][〇一二三四五六七八九]{{3}})(?={_BRACKET}{_S}年))"
    )


def _side(i: int) -> str:
    """What stands behind a year in a range: 年度, or 年 with a month and a day (also H31.4.1)."""
    return (
        rf"{_BRACKET}{_S}(?P<unit{i}>年度|年(?!間))?{_BRACKET}"
        rf"(?:{_S}(?P<month{i}>{_MONTH})月(?:{_S}{_DAY}日)?"
        rf"|(?P<dot{i}>[./]){_S}(?P<dotted{i}>{_MONTH})(?:[./]{_S}{_DAY})?(?!\d)"
        rf"|-(?P<iso{i}>0[1-9]|1[0-2])-\d\d(?!\d))?{_BRACKET}"
    )


# No year is without one, and most texts are.
_FIGURE = re.compile(r"[\d元〇一二三四五六七八九十]")


# Prepared when first needed: few checks read text, and these take longer than the check of a plan.
@cache
def _period() -> re.Pattern[str]:
    """The second year may leave its era out (平成27～31年度), or be a length (から4年間)."""
    return re.compile(
        _year_pattern(1)
        + _side(1)
        + rf"(?:から(?:の)?{_S}(?P<length>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}){_S}"
        + r"(?:年間|[かカヶケ箇]年(?:間|計画)?)(?!ごと|毎)"
        + rf"|{_TO}(?:{_year_pattern(2)}|(?P<bare>{_NUMBER})(?!{_S}(?:年間|[かカヶケ箇])))"
        + rf"{_side(2)})"
    )


@cache
def _single() -> re.Pattern[str]:
    return re.compile(_year_pattern(1))


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        _year_pattern(1)
        + rf"{_BRACKET}{_S}[年./]{_S}(?P<month>{_MONTH}){_S}(?:月|[./](?=\d)|(?![\d月]))"
        + rf"(?:{_S}(?P<day>{_DAY})(?:日|(?!\d)))?"
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


def is_iso_day(text: str) -> bool:
    """Whether a text is a day that there is, as ISO 8601 writes it.

    >>> is_iso_day("2026-02-28"), is_iso_day("2026-02-31"), is_iso_day("2026-02")
    (True, False, False)
    """
    if not _ISO_DAY.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_iso_month_or_day(text: str) -> bool:
    """Whether a text is a month or a day, as ISO 8601 writes it.

    >>> is_iso_month_or_day("2026-03"), is_iso_month_or_day("2026-13")
    (True, False)
    """
    return is_iso_day(text) or is_iso_day(f"{text}-01")


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


def short_year_label(year: int, lang: str) -> str:
    """A fiscal year where there is little room.

    >>> short_year_label(2026, "ja"), short_year_label(2018, "ja"), short_year_label(2026, "en")
    ('R8', 'H30', '2026')
    """
    if lang != "ja" or year <= min(_ERAS.values()):
        return str(year)
    era, before = next(pair for pair in reversed(_ERAS.items()) if year > pair[1])
    return f"{_LETTERS[era]}{year - before}"


def date_label(iso: str, lang: str) -> str:
    """A date as people write it.

    >>> date_label("2011-08-01", "ja"), date_label("2011-08-01", "en")
    ('平成23年8月1日', '2011-08-01')
    """
    parts = iso.split("-")
    if lang != "ja" or len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = map(int, parts)
    found = [(era, base) for era, base in _ERAS.items() if year > base]
    if not found:
        return iso
    era, base = found[-1]
    count = year - base
    return f"{era}{'元' if count == 1 else count}年{month}月{day}日"


def kanji_number(text: str) -> int | None:
    """The number that kanji or digits write (up to 99), None for anything else.

    Kanji may also stand digit by digit, as in vertical print, then up to four of them.

    >>> [kanji_number(t) for t in ("二十三", "八", "12", "元", "二三", "一一〇一")]
    [23, 8, 12, 1, 23, 1101]
    """
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    if re.fullmatch("[一二三四五六七八九][〇一二三四五六七八九]{0,3}", text):
        return int("".join(str(_KANJI_DIGITS[c]) for c in text))
    tens = re.fullmatch("([二三四五六七八九]?)十([一二三四五六七八九]?)", text)
    if tens is None:
        return None
    return _KANJI_DIGITS[tens[1] or "一"] * 10 + _KANJI_DIGITS[tens[2] or "〇"]


def _year(match: re.Match[str], i: int) -> int | None:
    """The Gregorian year of the i-th year of a match."""
    western = match[f"w{i}"] or match[f"k{i}"]
    if western:
        return kanji_number(western)
    era = match[f"era{i}"] or _SHORT.get(match[f"s{i}"] or "", "")
    count = kanji_number(match[f"n{i}"] or match[f"sn{i}"] or "")
    return _ERAS[era] + count if era and count else None


def year(text: str) -> int | None:
    """The first year that the text names, in Gregorian numbers.

    >>> [year(t) for t in ("令和八年度", "平成31", "R8", "２０２６年度", "令和元年度")]
    [2026, 2019, 2026, 2026, 2019]
    """
    match = _single().search(fold(text))
    return _year(match, 1) if match else None


def _second(match: re.Match[str], first: int) -> int | None:
    """The year that ends a range; its number alone takes the first year's era or century."""
    bare = match["bare"]
    if not bare:
        return _year(match, 2)
    count = kanji_number(bare)
    # Without a unit 8-12 may be anything.
    is_year = match["unit2"] or (match["s1"] and "~" in match[0] and not match["dot2"])
    if count is None or not is_year:
        return None
    if match["w1"] or match["k1"]:
        return first - first % 100 + count
    return _ERAS[match["era1"] or _SHORT[match["s1"]]] + count


def _month(match: re.Match[str], i: int) -> int | None:
    printed = match[f"month{i}"] or match[f"dotted{i}"] or match[f"iso{i}"]
    return kanji_number(printed) if printed else None


def _fiscal(match: re.Match[str], first: int, last: int) -> Period | None:
    """The fiscal years of a range, None where its months are not those of fiscal years.

    令和8年4月～令和12年3月 ends with the fiscal year before; 令和7年6月～8月 is only a while.
    """
    start, end = _month(match, 1), _month(match, 2)
    if start is None and end is None:
        return Period(first, last)
    start = 4 if start is None else start
    if end is None:
        return Period(first, last) if start == 4 else None
    is_whole_years = (start == 4 or end == 3) and (last - first) * 12 + end - start >= 11
    return Period(first - (start < 4), last - (end < 4)) if is_whole_years else None


def periods(text: str) -> Iterator[Found]:
    """Every period of the text, in order.

    >>> [f.period for f in periods("令和8年度から令和11年度まで、平成27～31年度、R8-R12")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [Period(first=2026, last=2029), Period(first=2015, last=2019), Period(first=2026, last=2030)]
    """
    for match in _period().finditer(fold(text)) if _FIGURE.search(text) else ():
        first = _year(match, 1)
        length = kanji_number(match["length"] or "")
        last = _second(match, first) if first and not length else None
        if first and length and (match["unit1"] == "年度" or _month(match, 1) == 4):
            last = first + length - 1
        if first is None or last is None or not first <= last <= first + _MAX_YEARS:
            continue
        period = _fiscal(match, first, last)
        if period:
            yield Found(period, match.start(), match.end())


_ISO_DATE = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(\d\d)(?![\d-])")


def dates(text: str) -> Iterator[tuple[str, int]]:
    """Every year-month or date of the text as ISO text, and where it stands.

    >>> [d for d, _ in dates("令和5年12月22日に閣議決定、令和８年３月")]
    ['2023-12-22', '2026-03']
    """
    if not _FIGURE.search(text):
        return
    for match in _ISO_DATE.finditer(fold(text)):
        iso_year, iso_month, iso_day = map(int, match.groups())
        if 1 <= iso_day <= monthrange(iso_year, iso_month)[1]:
            yield match.group(0), match.start()
    for match in _date().finditer(fold(text)):
        found, month = _year(match, 1), kanji_number(match["month"])
        day = kanji_number(match["day"]) if match["day"] else None
        if found is None or month is None or (day or 1) > monthrange(found, month)[1]:
            continue
        iso = f"{found:04d}-{month:02d}"
        yield (f"{iso}-{day:02d}" if day else iso), match.start()
