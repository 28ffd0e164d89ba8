"""What stands before a heading: level words, numbers, codes, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from alignchecker.model.calendar import kanji_number
from alignchecker.model.normalize import fold
from alignchecker.reading.level_words import WORD_PATTERN, level_word

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LATIN_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_KANJI = "一二三四五六七八九十"
# A number before such a word counts something: 目標 80 %, 3 年間. 人権 and 校舎 are no counters.
_COUNTERS = (
    r"(?:つ|人(?:当たり|以上|以下)?|件|回|%|割|年(?:間|度|生|後|前)?|か?月|日|歳|[かカヶ箇ケ]所|校|台|円|億|万|千|倍"
    r"|位|点|時間?|次|期|項目|者|世代|世帯|団体|名|km|m|t|L|級|階|課|章|節)"
    r"(?![\u4e00-\u9fff])"
)

_DECORATION = r"[■◆●○◎◇□★☆▼▽▶▷♦◉・*>\s]*"
_OPEN, _CLOSE = r"[【《〈<\[「]?", r"[】》〉>\]」]?"
_NUMBER = (
    rf"(?:\d{{1,2}}(?:\s?[-.・]\s?\(?\d{{1,2}}\)?)*(?!\d)|[{_ROMAN}]|[{_CIRCLED}]|\(\d{{1,2}}\)"
    rf"|\([{_KANJI}]{{1,3}}\)|[IVX]{{1,4}}(?![A-Za-z])|[A-Z](?![A-Za-z])"
    rf"|[{_KANJI}]{{1,3}}(?=[\s.:、)\]】》〉>」]|$))"
)
_NOT_COUNTED = rf"(?!{_COUNTERS}|\s{_COUNTERS}(?=\s|$|[~、。])|,\d)"
_WORD = re.compile(
    rf"{_DECORATION}{_OPEN}\s*(?P<word>{WORD_PATTERN})\s*[-.:]?\s*(?:第)?(?P<number>{_NUMBER})"
    rf"{_NOT_COUNTED}\s*{_CLOSE}(?P<separator>[\s.:、,・|-]*)(?P<rest>.*)",
    re.DOTALL,
)
_LEAD = re.compile(
    rf"[■◆●○◎◇□★☆▼▽▶▷♦◉>\s]*{_OPEN}\s*(?P<word>[^【】《》〈〉<>\[\]「」:\s]{{1,16}}?)\s*"
    rf"{_CLOSE}\s*(?:(?P<colon>:)\s*(?P<rest>.*))?",
    re.DOTALL,
)
_PLAIN_STYLES = (
    ("chapter", rf"第\s*(?P<n>\d{{1,2}}|[{_KANJI}]{{1,3}})\s*(?P<unit>[章節部編])(?:\s+|(?=\S))"),
    ("hier", r"(?P<n>\d{1,2}(?:\s?[-.]\s?(?:\d{1,2}|\(\d{1,2}\)))+)(?!\d|,|%)[.):]?\s+"),
    ("code", r"(?P<n>\d{3,6})(?:\s*[.:)]\s*|\s+)"),
    ("paren", rf"\((?P<n>\d{{1,2}}|[{_KANJI}]{{1,3}})\)\s*"),
    ("close", r"(?P<n>\d{1,2})\)\s*"),
    ("dot", r"(?P<n>\d{1,2})\.(?!\d)\s*"),
    ("comma", r"(?P<n>\d{1,2})、\s*"),
    ("plain", rf"(?P<n>\d{{1,2}})(?:\s+|(?=[【「『]))(?!{_COUNTERS}(?:\s|$|[~、。])|[~-])"),
    ("circled", rf"(?P<n>[{_CIRCLED}])\s*"),
    ("roman", rf"(?P<n>[{_ROMAN}])[.\s:、-]*|(?P<n2>[IVX]{{1,4}})(?:[.:、]\s*|\s+)"),
    ("kanji", rf"(?P<n>[{_KANJI}]{{1,3}})(?:[、.]\s*|\s+)"),
    ("kana", r"(?P<n>[ア-コ])(?:[.、)]\s*|\s+)"),
)
_COMPILED = tuple((style, re.compile(pattern)) for style, pattern in _PLAIN_STYLES)
_HASHES = re.compile(r"(#{1,6})\s+")
_BULLET = re.compile(r"(?P<mark>[●■◆◎◇□★▼▶◉])\s*|(?P<list>[-・*○◯‣•]|[➢✓])\s+|(?P<dot>[・○◯•])")
# Words that go on with a sentence: 基本目標1では… is no heading.
_PARTICLE = re.compile(
    r"(?:では|には|とは|から|まで|及び|および|並びに|について|における|により|は、|は|が|を|に|で|へ)"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a heading begins with.

    style: kind of the numbering ("word:施策", "paren", "hier2", "code4", "bullet:●", "h2").
    word: the level word. number: as a plain number or code ("1", "1-2", "1101"), None if unsaid.
    label: what follows, as printed. depth: of a Markdown heading.
    """

    style: str
    word: str | None
    number: str | None
    label: str
    depth: int | None = None

    @property
    def ordinal(self) -> int | None:
        """The last part of the number: 2 for 1-2."""
        return int(self.number.rpartition("-")[2]) if self.number else None


def read_marker(text: str) -> Marker | None:
    """The marker of a line, None for a line of running text.

    >>> read_marker("基本目標 １　健やかに育つ")
    Marker(style='word:基本目標', word='基本目標', number='1', label='健やかに育つ', depth=None)
    >>> read_marker("(1) 基本方針1：育ちの視点").word, read_marker("１－２ 学び").style
    ('基本方針', 'hier2')
    """
    stripped = text.strip()
    hashes = _HASHES.match(stripped)
    depth = len(hashes.group(1)) if hashes else None
    body = stripped[hashes.end() :] if hashes else stripped
    body = body.strip("*").strip() if body.startswith("**") else body
    inner = _labelled(body) or _numbered(body)
    if inner is None and depth is not None:
        inner = Marker("", None, None, body.lstrip("■◆●○◎◇□★▼▶ "))
    if inner is None or (inner.style.startswith("bullet") and depth):
        inner = inner and Marker("", None, None, inner.label)
    if inner is None:
        return None
    style = inner.style
    if depth is not None and not style.startswith("word:"):
        style = f"h{depth}{':' if style else ''}{style}"
    return Marker(style, inner.word, inner.number, inner.label, depth)


def read_lead(text: str) -> tuple[str, str | None] | None:
    """A line that only names a level (個別施策), with what follows its colon, if it has one."""
    body = text.strip().lstrip("#").strip().strip("*")
    folded = fold(body)
    match = _LEAD.fullmatch(folded)
    if match is None:
        return None
    word = level_word(match.group("word"))
    if word is None:
        return None
    rest = match.group("rest")
    return word, body[match.start("rest") :].strip() if rest else None


def read_list_item(text: str) -> str | None:
    """What follows the bullet of a list line (・, -), None for any other line."""
    match = _BULLET.match(text.strip())
    if match is None or match.group("mark"):
        return None
    return text.strip()[match.end() :].strip()


def split_inline(text: str) -> list[str]:
    """One cell's inline list as its entries: "(1) a (2) b" gives two, other text itself.

    >>> split_inline("(1) 学び (2) 遊び (仮称)")
    ['(1) 学び', '(2) 遊び (仮称)']
    """
    folded = fold(text)
    for pattern in (r"\((\d{1,2})\)", rf"([{_CIRCLED}])", r"(?<![^\s])(\d{1,2})[.)](?!\d)",
                    r"(?<![^\s])(\d{1,2})(?=\s+\D)"):  # fmt: skip
        starts: list[int] = []
        first = 1
        for match in re.finditer(pattern, folded):
            value = _value(match.group(1)) or 0
            first = value if not starts else first
            if value == first + len(starts):
                starts.append(match.start())
        if len(starts) > 1 and not folded[: starts[0]].strip():
            ends = [*starts[1:], len(text)]
            return [text[a:b].strip(" \u3000、,／/") for a, b in zip(starts, ends, strict=True)]
    return [text]


def _labelled(body: str) -> Marker | None:
    """A level word with a number, also behind an outer number: (1) 基本方針1：…"""
    folded = fold(body)
    outer = _numbered(body)
    offset = len(body) - len(outer.label) if outer and outer.label else 0
    for start in sorted({0, offset}):
        match = _WORD.fullmatch(folded[start:])
        if match is None:
            continue
        rest = body[start + match.start("rest") :].strip()
        if _goes_on(match, rest):
            return None
        word = level_word(match.group("word"))
        if word:
            label = _unbracketed(rest)
            return Marker(f"word:{word}", word, _number_text(match.group("number")), label)
    return None


def _goes_on(match: re.Match[str], rest: str) -> bool:
    """The line is a sentence that speaks of the item, not its heading."""
    attached = not match.group("separator") and "】" not in match.group(0)
    return (attached and bool(_PARTICLE.match(rest))) or rest.rstrip().endswith("。")


def _unbracketed(label: str) -> str:
    """The label without a pair of brackets that encloses all of it."""
    pairs = {"「": "」", "『": "』", "【": "】", "《": "》"}
    inner = label[1:-1]
    if label[:1] in pairs and label.endswith(pairs[label[0]]) and label[0] not in inner:
        return inner.strip()
    return label


def _numbered(body: str) -> Marker | None:
    folded = fold(body)
    for style, pattern in _COMPILED:
        match = pattern.match(folded)
        if match is None:
            continue
        groups = match.groupdict()
        printed = match.group("n") or groups.get("n2") or ""
        label = body[match.end() :].strip()
        if not label or label.endswith("。") or not re.search(r"[^\W\d_]", label):
            return None
        number = _number_text(printed)
        if number is None:
            return None
        full = {"hier": f"hier{number.count('-') + 1}", "code": f"code{len(printed)}"}
        unit = groups.get("unit")
        return Marker(f"chapter:{unit}" if unit else full.get(style, style), None, number, label)
    bullet = _BULLET.match(body)
    if bullet and bullet.group("mark") and body[bullet.end() :].strip():
        return Marker(f"bullet:{bullet.group('mark')}", None, None, body[bullet.end() :].strip())
    return None


def _value(text: str) -> int | None:
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    if text in _ROMAN:
        return _ROMAN.index(text) + 1
    if text in _LATIN_ROMAN:
        return _LATIN_ROMAN.index(text) + 1
    if len(text) == 1 and "ア" <= text <= "コ":
        return "アイウエオカキクケコ".index(text) + 1 if text in "アイウエオカキクケコ" else None
    if len(text) == 1 and "A" <= text <= "Z":
        return ord(text) - ord("A") + 1
    return kanji_number(text)


def _number_text(printed: str) -> str | None:
    """A printed number as digits, parts joined by hyphens: (1) → 1, １－(2) → 1-2, Ⅳ → 4."""
    if printed.isdecimal() and len(printed) >= 3:
        return printed
    parts = [part for part in re.split(r"[-.・()\s]+", printed) if part]
    values = [_value(part) for part in parts]
    if not values or any(value is None for value in values):
        return None
    return "-".join(str(value) for value in values)
