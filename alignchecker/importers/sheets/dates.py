"""Serial numbers of a workbook as dates: as printed with 年月日 or an era, otherwise ISO 8601."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alignchecker.importers.sheets.codes import Section, Token

_JAPANESE = frozenset("年月日時分秒")
_WEEKDAYS = "月火水木金土日"
_ERAS = (
    (datetime.date(2019, 5, 1), "令和", "R"), (datetime.date(1989, 1, 8), "平成", "H"),
    (datetime.date(1926, 12, 25), "昭和", "S"), (datetime.date(1912, 7, 30), "大正", "T"),
    (datetime.date(1868, 1, 25), "明治", "M"),
)  # fmt: skip
_LAST_DAY = 2_958_465


class _Era(NamedTuple):
    name: str
    letter: str
    year: int


def date_text(section: Section, value: float, is_1904: bool) -> str | None:
    """A serial number as a day and a time, None for what no calendar has."""
    seconds = round(value * 86_400)
    day_number, second = divmod(seconds, 86_400)
    if not 0 <= day_number <= _LAST_DAY - 1462 * is_1904:
        return None
    day = _day(day_number, is_1904)
    letters = {token.text[0] for token in section.tokens if token.kind == "date"}
    if day is None and not (letters <= set("hms") or section.has("elapsed")):
        return None
    tokens = tuple(_with_minutes(section.tokens))
    is_japanese = any(_JAPANESE & set(t.text) for t in tokens if t.kind == "text")
    if is_japanese or letters & set("ge") or section.has("elapsed"):
        era = _era(day) if day else None
        if era is not None or not letters & set("ge"):
            return "".join(_part(token, day, seconds, era, section) for token in tokens)
    return _iso({token.text[0] for token in tokens if token.kind == "date"}, day, second)


def _day(number: int, is_1904: bool) -> datetime.date | None:
    """The day of a serial number, None for day 0, on which bare times stand (18.17.4.1)."""
    if is_1904:
        return datetime.date(1904, 1, 1) + datetime.timedelta(number)
    # The 29th of February 1900, which never was, has the number 60.
    start = datetime.date(1899, 12, 30 if number > 60 else 31)
    return start + datetime.timedelta(number) if number else None


def _era(day: datetime.date) -> _Era | None:
    """The era's name and letter and the year in it."""
    for first, name, letter in _ERAS:
        if day >= first:
            return _Era(name, letter, day.year - first.year + 1)
    return None


def _with_minutes(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with "n" for an m that means minutes: after hours or before seconds."""
    timed = [i for i, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    letters = ["", *(tokens[i].text[0] for i in timed), ""]
    minutes = {i for n, i in enumerate(timed) if letters[n] == "h" or letters[n + 2] == "s"}
    for i, token in enumerate(tokens):
        is_minute = i in minutes and token.text in ("m", "mm") and token.kind == "date"
        yield Token("date", token.text.replace("m", "n")) if is_minute else token


def _iso(letters: set[str], day: datetime.date | None, second: int) -> str:
    """The parts of a date and a time that a format shows, as ISO 8601 writes them."""
    time = f"{second // 3600:02}:{second // 60 % 60:02}"
    time += f":{second % 60:02}" if "s" in letters else ""
    if day is None or letters <= set("hns"):
        return time
    iso = day.isoformat()
    if not letters & set("dahns") and letters & set("yge"):
        iso = iso[:7] if "m" in letters else iso[:4]
    return f"{iso} {time}" if letters & set("hns") else iso


def _part(
    token: Token, day: datetime.date | None, seconds: int, era: _Era | None, section: Section
) -> str:
    """What one token of a date format shows."""
    if token.kind not in ("date", "elapsed"):
        return token.text if token.kind in ("text", "slot") else ""
    letter, width = token.text[0], len(token.text)
    if token.kind == "elapsed":
        return f"{seconds // {'h': 3600, 'm': 60, 's': 1}[letter]:0{width}}"
    if letter in "hns":
        number = {"h": seconds // 3600 % 24, "n": seconds // 60 % 60, "s": seconds % 60}[letter]
        return f"{number:0{width}}"
    if letter in "ge" and era:
        return _era_part(letter, width, era, section)
    return _day_part(letter, width, day) if day else ""


def _era_part(letter: str, width: int, era: _Era, section: Section) -> str:
    if letter == "g":
        return (era.letter, era.name[0], era.name)[min(width, 3) - 1]
    return "元" if era.year == 1 and section.has("gannen") else f"{era.year:0{width}}"


def _day_part(letter: str, width: int, day: datetime.date) -> str:
    if letter == "a" or (letter == "d" and width > 2):
        return _WEEKDAYS[day.weekday()] + ("曜日" if width > 3 else "")
    if letter == "y":
        return f"{day.year % 100:02}" if width < 3 else str(day.year)
    return f"{day.month if letter == 'm' else day.day:0{min(width, 2)}}"
