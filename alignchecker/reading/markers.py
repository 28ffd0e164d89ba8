"""What stands before a heading: level words, numbers, codes, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from alignchecker.model.normalize import fold
from alignchecker.reading.level_words import NUMBERED_PATTERN, lead_word, numbered_word
from alignchecker.reading.numerals import (
    JOINT,
    KANA,
    KANJI,
    KANJI_CODE,
    LATIN_ROMAN,
    PAREN,
    ROMAN,
    SIGN,
    kind,
    number_text,
    value,
)

# White space is bounded: several unbounded runs side by side take for ever on a line of blanks.
_S = r"\s{0,4}"
# A number before such a word counts something: 目標 80 %, 3 年間. 人権 and 校舎 are no counters.
_COUNTERS = (
    r"(?:つ|人(?:ひとり|一人|当たり|以上|以下)?(?!と|づくり|にやさ|や)|件|回|%|割|年(?:間|度|生|後|前)?|か?月"
    r"|日|歳(?:児|以上|以下|未満)?|[かカヶ箇ケ](?:所|年|国)|校|台|円|[億万千][円人]?|倍|位|点|時間?|次|期|項目|者|世代|代"
    r"|世帯|団体|名|km|m|t|L|級|階|課|章|節|条)"
    r"(?![\u4e00-\u9fff])"
)
# Behind white space these count, too, whatever follows: 3 つの柱, 2-3 歳児の遊び, 4 月1日.
_COUNTED = (
    rf"(?!\s|{_COUNTERS}(?:\s|$|[~、。の])|つの|人(?:ひとり|一人)|[かカヶ箇ケ](?:所|年|国|月)|歳(?:児|以上|以下|未満)"
    r"|年(?:度|間|生)|月\s?\d|時間|%|億円|万[人円]|~|-)"
)

_DECORATION = r"[■◆●○◎◇□★☆▼▽▶▷♦◉・*>\s]*"
_OPEN, _CLOSE = rf"(?:[【《〈<\[「]{_S})?", r"[】》〉>\]」]?"
_BEFORE_LABEL = r"(?=[-\s.:、)\]】》〉>」「『【]|$)"
_NUMBER = (
    rf"(?:(?!(?:19|20)\d\d)\d{{3,6}}(?=[\s:]|$)"
    rf"|(?:\d{{1,2}}(?!\d)|{ROMAN}|{SIGN}|{PAREN}|\[\d{{1,2}}\]|{LATIN_ROMAN}|[A-Za-z](?![A-Za-z])"
    rf"|(?:{KANJI_CODE}|{KANJI}|{KANA}){_BEFORE_LABEL})"
    rf"(?:{JOINT}(?:\d{{1,2}}(?!\d)|{PAREN}|{SIGN}|{KANJI}{_BEFORE_LABEL})|{SIGN})*)"
)
_NOT_COUNTED = rf"(?!{_COUNTERS}|\s{_COUNTERS}(?=\s|$|[~、。の])|,\d|{JOINT}\d)"
_WORD = re.compile(
    rf"{_DECORATION}{_OPEN}(?P<word>{NUMBERED_PATTERN}){_S}[-.:]?{_S}(?:第|その|No\.?)?"
    rf"(?P<number>{_NUMBER}){_NOT_COUNTED}{_S}{_CLOSE}(?P<separator>[\s.:、,・|-]*)(?P<rest>.*)",
    re.DOTALL,
)
_LEAD = re.compile(
    rf"[■◆●○◎◇□★☆▼▽▶▷♦◉>\s]*{_OPEN}(?P<word>[^【】《》〈〉<>\[\]「」:\s]{{1,16}}?){_S}"
    rf"{_CLOSE}{_S}(?:(?P<colon>:)\s*(?P<rest>.*))?",
    re.DOTALL,
)
_ANY = rf"(?:\d{{1,2}}|{KANJI}|{KANA}|{ROMAN}|{LATIN_ROMAN}|[A-Za-z])"
_DIVISION = rf"第{_S}(?P<n>\d{{1,2}}|{KANJI}){_S}"
_PLAIN_STYLES = (
    ("chapter", rf"{_DIVISION}(?P<unit>[章節部編])(?![会程句目成集長員署隊局門])\s*"),
    ("ordinal", rf"{_DIVISION}(?P<unit>項)(?!目)\s*"),
    ("ordinal", rf"{_DIVISION}(?:\s+{_COUNTED}|、)(?![条次期号回版])"),
    (
        "hier",
        rf"(?P<n>(?:\d{{1,2}}|{KANJI}|{ROMAN}|[IVX]{{1,4}}|[A-Z])"
        rf"(?:{JOINT}(?:\d{{1,2}}(?!\d)|{PAREN}|{SIGN}|{KANJI})|(?<=\d){SIGN})+)(?!,|%)"
        rf"(?:[.):]?\s+{_COUNTED}|[.):](?=[^\s\d])|(?<={SIGN})|(?<=\))|(?=[【「『])"
        rf"|(?<=\d)(?!{_COUNTERS})(?=[ぁ-んァ-ヶー一-龠々]{{2}}))",
    ),
    ("code", rf"(?P<n>\d{{3,8}}|{KANJI_CODE})(?:\s*[.:)]\s*|\s+{_COUNTED})"),
    ("paren", rf"\((?P<n>{_ANY})\)\s*"),
    ("bracket", rf"[\[【〔〈《](?P<n>\d{{1,2}}|{KANJI}|{ROMAN})[\]】〕〉》]\s*"),
    ("close", rf"(?P<n>{_ANY})\)\s*"),
    ("dot", r"(?P<n>\d{1,2}|(?![IVXivx])[A-Za-z](?=\.[^A-Za-z]))\.(?!\d)\s*"),
    ("comma", r"(?P<n>\d{1,2})[、,](?!\s?\d)\s*"),
    ("plain", rf"(?P<n>\d{{1,2}})(?:\s+{_COUNTED}|(?=[【「『]))"),
    ("", rf"(?P<n>{SIGN})\s*"),
    ("", rf"(?P<n>{ROMAN})[.\s:、-]*"),
    ("", rf"(?P<n>{LATIN_ROMAN})(?:[.:、]\s*|\s+)"),
    ("", rf"(?P<n>{KANJI})(?:[、.]\s*|\s+{_COUNTED}|(?=[【「『]))"),
    ("", rf"(?P<n>{KANA})(?:[、.]\s*|\s+)"),
    ("", r"(?P<n>[a-z])\s+(?=[^\x00-\x7f])"),
)
_COMPILED = tuple((style, re.compile(pattern)) for style, pattern in _PLAIN_STYLES)
# Every numbering begins so; most lines do not.
_NUMBER_BEGINS = re.compile(
    rf"[第\[(【〔〈《\dA-Za-z]|{SIGN}|{ROMAN}|{LATIN_ROMAN}|{KANJI_CODE}|{KANJI}|{KANA}"
)
_MAX_BARE = 24
_MAX_SENTENCE = 60
_HASHES = re.compile(r"(#{1,6})\s+")
_BULLET = re.compile(r"(?P<mark>[●■◆◎◇□★▼▶◉])\s*|(?P<list>[-・*○◯‣•]|[➢✓])\s+|(?P<dot>[・○◯•])")
# Words that go on with a sentence: 基本目標1では… is no heading.
_PARTICLE = re.compile(
    r"(?:では|には|とは|から|まで|及び|および|並びに|について|における|により|は、|は|が|を|に|で|へ"
    r"|の(?=[一-龠ァ-ヶ]))"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a heading begins with.

    style: kind of the numbering ("word:施策", "paren", "paren-kana", "hier2", "code4", "kanji",
    "chapter:章", "bullet:●", "h2").
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


@lru_cache(maxsize=1 << 12)
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
    numbered = _numbered(body)
    inner = _labelled(body, numbered) or numbered
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


def bare_marker(text: str) -> Marker | None:
    """The marker that a text is, with number and without label; None for anything else.

    >>> bare_marker("(2)").style, bare_marker("基本目標1").word, bare_marker("2 人")
    ('paren', '基本目標', None)
    """
    # 「あ」 is no word that counts something.
    marker = read_marker(f"{text} あ") if len(text) <= _MAX_BARE else None
    return marker if marker and marker.number and marker.label == "あ" else None


def on_one_line(text: str) -> str:
    """A label printed over several lines; a number on a line of its own stays apart from it.

    >>> on_one_line("基本目標2\\n人が集まるまち"), on_one_line("子育て\\n支援")
    ('基本目標2\u3000人が集まるまち', '子育て支援')
    """
    first, *rest = [part.strip() for part in text.split("\n") if part.strip()] or [""]
    return first + ("\u3000" if bare_marker(first) and rest else "") + "".join(rest)


def read_lead(text: str) -> tuple[str, str | None] | None:
    """A line that only names a level (個別施策), with what follows its colon, if it has one."""
    body = text.strip().lstrip("#").strip().strip("*")
    folded = fold(body)
    match = _LEAD.fullmatch(folded)
    if match is None:
        return None
    word = lead_word(match.group("word"))
    if word is None:
        return None
    rest = match.group("rest")
    return word, body[match.start("rest") :].strip() if rest else None


def read_list_item(text: str) -> str | None:
    """What follows the bullet of a list line (・, -), None for any other line."""
    match = _BULLET.match(text.strip())
    if match is None or (match.group("mark") and not text.strip().endswith("。")):
        return None
    return text.strip()[match.end() :].strip()


_INLINE = (
    re.compile(rf"\((\d{{1,2}}|{KANJI})\)"),
    re.compile(f"({SIGN})"),
    re.compile(r"(?<!\S)(\d{1,2})[.)](?!\d)"),
    re.compile(rf"(?<!\S)({KANJI})[.)、]"),
    re.compile(r"(?<!\S)(\d{1,2})(?=\s+\D)"),
)
"""How the entries of an inline list begin; the last way also begins other things."""


def split_inline(text: str) -> list[str]:
    """One cell's inline list as its entries: "(1) a (2) b" gives two, other text itself.

    >>> split_inline("(1) 学び (2) 遊び (仮称)")
    ['(1) 学び', '(2) 遊び (仮称)']
    """
    folded = fold(text)
    for pattern in _INLINE:
        starts = _consecutive(pattern, folded)
        if len(starts) > 1 and not folded[: starts[0]].strip():
            ends = [*starts[1:], len(text)]
            return [text[a:b].strip(" \u3000、,／/") for a, b in zip(starts, ends, strict=True)]
    return [text]


def headed_list(text: str) -> int | None:
    """Where, behind other words and a blank, an inline list begins at 1; None without one.

    So a row of a table reads whose columns only a blank keeps apart.

    >>> text = "1. 育ち (1) 学び (2) 遊び"
    >>> text[headed_list(text):]
    '(1) 学び (2) 遊び'
    """
    folded = fold(text)
    for pattern in _INLINE[:-1] if "。" not in text else ():
        starts = _consecutive(pattern, folded)
        head = folded[: starts[0]] if len(starts) > 1 else ""
        begins = pattern.match(folded, starts[0]) if head[-1:].isspace() else None
        if begins and value(begins[1]) == 1:
            return starts[0]
    return None


def _consecutive(pattern: re.Pattern[str], folded: str) -> list[int]:
    """Where the entries of a list begin whose numbers follow each other."""
    starts: list[int] = []
    first = 1
    for match in pattern.finditer(folded):
        number = value(match.group(1)) or 0
        first = number if not starts else first
        if number == first + len(starts):
            starts.append(match.start())
    return starts


def _labelled(body: str, outer: Marker | None) -> Marker | None:
    """A level word with a number, also behind an outer number: (1) 基本方針1：…"""
    folded = fold(body)
    offset = len(body) - len(outer.label) if outer and outer.label else 0
    for start in sorted({0, offset}):
        match = _WORD.fullmatch(folded[start:])
        if match is None:
            continue
        rest = body[start + match.start("rest") :].strip()
        if _goes_on(match, rest):
            return None
        word = numbered_word(match.group("word"))
        if word:
            label = _unbracketed(rest)
            return Marker(f"word:{word}", word, number_text(match.group("number")), label)
    return None


def _goes_on(match: re.Match[str], rest: str) -> bool:
    """The line is a sentence that speaks of the item, not its heading."""
    attached = match.end("number") == match.start("rest")
    is_sentence = rest.rstrip().endswith("。")
    if is_sentence and "-" in (number_text(match.group("number")) or "") and not attached:
        # 取組1-1　講座を開催します。 is how some plans print an item.
        return rest.count("。") > 1 or len(rest) > _MAX_SENTENCE
    return (attached and bool(_PARTICLE.match(rest))) or is_sentence


def _unbracketed(label: str) -> str:
    """The label without a pair of brackets that encloses all of it."""
    pairs = {"「": "」", "『": "』", "【": "】", "《": "》"}
    inner = label[1:-1]
    if label[:1] in pairs and label.endswith(pairs[label[0]]) and label[0] not in inner:
        return inner.strip()
    return label[:-1].strip() if label.endswith("」") and "「" not in label else label


def _numbered(body: str) -> Marker | None:
    folded = fold(body)
    for style, pattern in _COMPILED if _NUMBER_BEGINS.match(folded) else ():
        match = pattern.match(folded)
        if match is None:
            continue
        printed = match["n"]
        label = body[match.end() :].strip()
        number = number_text(printed)
        if number is None or label.endswith("。") or not re.search(r"[^\W\d_]", label):
            return None
        return Marker(_style(style, match), None, number, label)
    bullet = _BULLET.match(body)
    is_sentence = body.endswith("。")
    if bullet and bullet.group("mark") and body[bullet.end() :].strip() and not is_sentence:
        return Marker(f"bullet:{bullet.group('mark')}", None, None, body[bullet.end() :].strip())
    return None


def _style(shape: str, match: re.Match[str]) -> str:
    """The kind of a numbering: its shape, with how deep, how long or how written."""
    printed, unit = match["n"], match.groupdict().get("unit")
    if unit:
        return f"{shape}:{unit}"
    if shape == "hier":
        return f"hier{(number_text(printed) or '').count('-') + 1}"
    if shape == "code":
        return f"code{len(printed)}"
    return "-".join(part for part in (shape, kind(printed)) if part)
