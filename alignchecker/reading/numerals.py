"""Numbers as headings print them – digits, kanji, Roman, circled, kana, letters – and their value.

The patterns are for folded text (alignchecker.model.normalize.fold).
"""

from __future__ import annotations

import re
from unicodedata import normalize

from alignchecker.model.calendar import kanji_number

# Style, first and last character of a run, value of the first.
_RUNS = (
    ("circled", "①", "⑳", 1),
    ("circled", "㉑", "㉟", 21),
    ("circled", "㊱", "㊿", 36),
    ("circled", "➀", "➉", 1),
    ("black", "❶", "❿", 1),
    ("black", "⓫", "⓴", 11),
    ("black", "➊", "➓", 1),
    ("circled-kanji", "㊀", "㊉", 1),
    ("paren", "⑴", "⒇", 1),
    ("paren-kanji", "㈠", "㈩", 1),
    ("dot", "⒈", "⒛", 1),
    ("roman", "Ⅰ", "Ⅻ", 1),
    ("roman-small", "ⅰ", "ⅻ", 1),
)
_SIGNS = {
    chr(code): (style, start + code - ord(first))
    for style, first, last, start in _RUNS
    for code in range(ord(first), ord(last) + 1)
}
_LATIN_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"

SIGN = "[" + "".join(sign for sign in _SIGNS if not _SIGNS[sign][0].startswith("roman")) + "]"
ROMAN = "[Ⅰ-Ⅻⅰ-ⅻ]"
LATIN_ROMAN = r"(?:[IVX]{1,4}|[ivx]{1,4})(?![A-Za-z])"
KANA = f"[{_KANA}ｱ-ﾎ]"
KANJI = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九][〇一二三四五六七八九]?)"
KANJI_CODE = "[一二三四五六七八九][〇一二三四五六七八九]{2,5}"
PAREN = rf"\((?:\d{{1,2}}|{KANJI}|{KANA}|{ROMAN}|{LATIN_ROMAN}|[A-Za-z])\)"
JOINT = r"\s?[-.・ー]\s?"
_PARTS = re.compile(r"[-.・ー()\[\]\s]+")


def value(text: str) -> int | None:
    """The value of one number in any of these ways, None for anything else.

    >>> [value(t) for t in ("12", "⑫", "Ⅻ", "xii", "十二", "シ", "ｼ", "L")]
    [12, 12, 12, 12, 12, 12, 12, 12]
    """
    if text in _SIGNS:
        return _SIGNS[text][1]
    if text.upper() in _LATIN_ROMAN:
        return _LATIN_ROMAN.index(text.upper()) + 1
    if len(text) == 1 and text.isascii() and text.isalpha():
        return ord(text.upper()) - ord("A") + 1
    kana = normalize("NFKC", text)
    if len(kana) == 1 and kana in _KANA:
        return _KANA.index(kana) + 1
    return kanji_number(text)


def kind(text: str) -> str:
    """Which way a number is written: "" for digits, or "kanji", "kana", "roman", "circled" …

    >>> [kind(t) for t in ("1", "一", "ア", "Ⅰ", "iv", "b", "①")]
    ['', 'kanji', 'kana', 'roman', 'roman-small', 'latin-small', 'circled']
    """
    if text in _SIGNS:
        return _SIGNS[text][0]
    small = "-small" if text.islower() else ""
    if text.upper() in _LATIN_ROMAN:
        return f"roman{small}"
    if text.isascii() and text.isalpha():
        return f"latin{small}"
    if re.fullmatch(KANA, text):
        return "kana"
    return "" if text.isdecimal() else "kanji"


def number_text(printed: str) -> str | None:
    """A printed number as digits, parts joined by hyphens: (1) → 1, １－(2) → 1-2, Ⅳ → 4.

    >>> number_text("Ⅱ-1-(3)"), number_text("1-1-①"), number_text("一一〇一"), number_text("007")
    ('2-1-3', '1-1-1', '1101', '007')
    """
    if printed.isdecimal() and len(printed) >= 3:
        return printed
    # A circled number stands without a hyphen: 1-1①.
    spaced = re.sub(f"({SIGN})", r" \1 ", printed)
    values = [value(part) for part in _PARTS.split(spaced) if part]
    if not values or None in values:
        return None
    return "-".join(map(str, values))
