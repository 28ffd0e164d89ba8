"""Numbers in the formats that office programs count with (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオク"
    "ヤマケフコエテアサキユメミシヱヒモセスン"
)
_HALF_WIDTH = {ord(unicodedata.normalize("NFKC", chr(c))): c for c in range(0xFF66, 0xFF9E)}
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_KANJI = "〇一二三四五六七八九"
_LEGAL = "〇壱弐参四伍六七八九"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MAX_ROMAN = 3999
_MAX_LETTER = 780
_MAX_KANJI = 99_999_999


def printed(number: int, name: str) -> str:
    """The number in a format by its name in the file; in digits where the format has no more.

    >>> [printed(12, name) for name in ("decimalFullWidth", "upperRoman", "japaneseCounting")]
    ['１２', 'XII', '十二']
    >>> [printed(28, name) for name in ("decimalEnclosedCircle", "irohaFullWidth", "lowerLetter")]
    ['28', 'ク', 'bb']
    """
    return _FORMATS.get(name, str)(number)


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Signs in Unicode's order (①), plain digits after the last."""
    return lambda n: chr(ord(first) + n - 1) if 1 <= n <= count else str(n)


def _cycle(letters: str) -> Callable[[int], str]:
    """One letter for each number, from the first again after the last."""
    return lambda n: letters[(n - 1) % len(letters)] if n > 0 else str(n)


def _letters(first: str) -> Callable[[int], str]:
    """A … Z, AA, BB … as Word goes on."""
    return lambda n: (
        chr(ord(first) + (n - 1) % 26) * ((n - 1) // 26 + 1) if 0 < n <= _MAX_LETTER else str(n)
    )


def _roman(number: int) -> str:
    if not 0 < number <= _MAX_ROMAN:
        return str(number)
    text = ""
    for unit, sign in _ROMAN:
        text += sign * (number // unit)
        number %= unit
    return text


def _digits(number: int) -> str:
    return "".join(_KANJI[int(digit)] for digit in str(number))


def _counting(digits: str, units: str, *, has_ones: bool) -> Callable[[int], str]:
    """Kanji with units (十, 百, 千, 万); has_ones: 壱拾 where others write 十."""

    def below_ten_thousand(number: int) -> str:
        text = ""
        for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0])):
            times, number = divmod(number, power)
            if times:
                text += (digits[times] if times > 1 or has_ones else "") + unit
        return text + (digits[number] if number else "")

    def count(number: int) -> str:
        if not 0 < number <= _MAX_KANJI:
            return digits[0] if number == 0 else str(number)
        high, low = divmod(number, 10_000)
        return (below_ten_thousand(high) + units[3] if high else "") + below_ten_thousand(low)

    return count


_counted = _counting(_KANJI, "十百千万", has_ones=False)

_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _signs("①", 20),
    "decimalEnclosedCircleChinese": _signs("①", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "aiueo": _cycle(_AIUEO.translate(_HALF_WIDTH)),
    "aiueoFullWidth": _cycle(_AIUEO),
    "iroha": _cycle(_IROHA.translate(_HALF_WIDTH)),
    "irohaFullWidth": _cycle(_IROHA),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "japaneseCounting": _counted,
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "taiwaneseCounting": _counted,
    "japaneseLegal": _counting(_LEGAL, "拾百阡萬", has_ones=True),
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
}
