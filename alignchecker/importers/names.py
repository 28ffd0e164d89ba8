"""Names in running text: plans and Acts, quoted or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from alignchecker.importers.vocabulary import title_words
from alignchecker.model.normalize import fold

_PLAN_END = r"(?:計画|大綱|指針|戦略|プラン|ビジョン|方針|構想|SDGs)"
_BRACKET = r"(?:[（(][^（）()]{1,20}[)）])?"
_NUMBER = r"[0-9０-９一二三四五六七八九十百]+"
_EDITION = rf"第{_NUMBER}[次期]"
_PLACE = r"[一-龠々ヶケ]{1,6}(?:市|町|村|区|都|道|府|県)"
# Names are written in kanji and katakana, but for a few words that are kept in hiragana.
_WITHIN = (
    r"(?:こども|子ども|子供|子育て|いじめ|まち|ひと|しごと|くらし|みどり|づくり|[一-龠々ァ-ヶー・])"
)
_PLAN_QUOTE = re.compile(rf"[「『]([^「」『』]{{2,50}}?{_PLAN_END}{_BRACKET})[」』]")
_ARTICLE = rf"第{_NUMBER}条(?:の{_NUMBER})?(?:第{_NUMBER}[項号])*"
_ACT_QUOTE = re.compile(rf"[「『]([^「」『』]{{2,60}}?(?:法律|法|条例))[」』]\s*({_ARTICLE})?")
_ACT_BARE = re.compile(rf"({_WITHIN}{{1,40}}?(?:法律|法|条例))(?!(?!第)[一-龠])\s*({_ARTICLE})?")
_LONG_ACT = re.compile(
    r"([一-龠々ァ-ヶー・のにをびするた等及]{4,60}に関する法律)\s*(" + _ARTICLE + ")?"
)
_NO_ACT = re.compile(
    r"(?:方|手|用|療|技|作|文|司|立|適|違|寸|合|解|製|便|算|話)法$"
    r"|^(?:(?:同|本|この|関係|関連|各|現行|新|旧|関係諸)?(?:法|法律|条例))$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A plan or Act named in a text, and where: start before its quotation mark, end after it."""

    text: str
    start: int
    end: int
    is_act: bool
    article: str = ""


def names(text: str) -> list[Name]:
    """Plans and Acts that a text names, in order, without overlaps; quoted names come first.

    >>> [n.text for n in names("「こども大綱」及び青葉県こども計画を勘案し、児童福祉法第4条に")]
    ['こども大綱', '青葉県こども計画', '児童福祉法']
    """
    found: list[Name] = []
    for candidate in _candidates(text):
        if all(candidate.end <= n.start or candidate.start >= n.end for n in found):
            found.append(candidate)
    return sorted(found, key=lambda name: name.start)


def _candidates(text: str) -> Iterator[Name]:
    for match in _ACT_QUOTE.finditer(text):
        if not _NO_ACT.search(match.group(1)):
            yield Name(match.group(1), match.start(), match.end(), True, match.group(2) or "")
    for match in _PLAN_QUOTE.finditer(text):
        yield Name(match.group(1), match.start(), match.end(), False)
    for pattern in (_LONG_ACT, _ACT_BARE):
        for match in pattern.finditer(text):
            if not _NO_ACT.search(match.group(1)):
                yield Name(match.group(1), match.start(), match.end(), True, match.group(2) or "")
    for match in _bare_plan().finditer(text):
        yield Name(match.group(0), match.start(), match.end(), False)


@cache
def _bare_plan() -> re.Pattern[str]:
    """A plan named without quotation marks: by its place, or by a word that shows its type."""
    words = sorted({fold(term.word) for term in title_words()}, key=lambda w: (-len(w), w))
    known = "|".join(re.escape(word) for word in words if len(word) > 4)
    return re.compile(
        rf"(?:{_EDITION})?(?:{_PLACE})(?:{_EDITION})?(?:{_WITHIN}){{0,24}}?{_PLAN_END}(?![一-龠]){_BRACKET}"
        rf"|(?:{_EDITION})?(?:{known})(?![一-龠]){_BRACKET}"
    )
