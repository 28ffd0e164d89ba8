"""Names in running text: plans and Acts, quoted or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pyoxigraph import Literal, RdfFormat, parse

from alignchecker.model.calendar import periods
from alignchecker.model.names import ALN, DCTERMS
from alignchecker.model.normalize import fold
from alignchecker.model.resources import resource
from alignchecker.reading.vocabulary import title_words

_PLAN_END = r"(?:計画|大綱|指針|戦略|プラン|ビジョン|方針|構想|SDGs)"
_BRACKET = r"(?:[（(][^（）()]{1,30}[)）])?"
_NUMBER = r"[0-9０-９一二三四五六七八九十百]+"
_EDITION = rf"第 ?{_NUMBER} ?[次期]"
_KIND_OF_PLACE = "(?:市|町|村|区|都|道|府|県)"
# A name in kana begins after a mark, or after a particle and with none: 本計画は|みずほ野市…
_MARK = r"(?<![^\s、。，,・：:「」『』（）()【】〔〕○●◎■□◆※])"
_PARTICLES = "はがをにでとやのもへび"
_KANA_PLACE = (
    rf"(?:{_MARK}(?:[一-龠々]{{1,3}}(?![{_PARTICLES}]))?|(?<=[{_PARTICLES}次期])(?![{_PARTICLES}]))"
    rf"[ぁ-んァ-ヶー]{{1,6}}[一-龠々]{{0,3}}{_KIND_OF_PLACE}"
)
_PLACE = rf"(?:{_KANA_PLACE}|[一-龠々ヶケ]{{1,6}}{_KIND_OF_PLACE})"
# Names are written in kanji and katakana, but for a few words that are kept in hiragana.
_WITHIN = (
    r"(?:こども|子ども|子供|子育て|いじめ|まちづくり|ものづくり|まち|ひと|しごと|くらし|いのち|がん|みどり"
    r"|ごみ|ふるさと|づくり|[一-龠々ァ-ヶー・])"
)
_PLAN_QUOTE = re.compile(rf"[「『]([^「」『』]{{2,50}}?{_PLAN_END}{_BRACKET})[」』]")
_OTHER_QUOTE = re.compile(r"[「『]([^「」『』をがは、。]{4,40})[」』]")
_ARTICLE = rf"第{_NUMBER}条(?:の{_NUMBER})?(?:第{_NUMBER}[項号])*"
_ACT_END = r"(?:法律|法|条例)(?!(?!第)[一-龠])"
_ACT_QUOTE = re.compile(rf"[「『]([^「」『』]{{2,60}}?(?:法律|法|条例))[」』]\s*({_ARTICLE})?")
_LOCAL_ACT = re.compile(
    rf"({_KANA_PLACE}(?:{_WITHIN}|[のにをびするた]){{1,40}}?条例)\s*({_ARTICLE})?"
)
_ACT_BARE = re.compile(rf"({_WITHIN}{{1,40}}?{_ACT_END})\s*({_ARTICLE})?")
_LONG_ACT = re.compile(
    rf"({_WITHIN}(?:{_WITHIN}|[のにをびするた]){{3,60}}に関する(?:特別措置)?(?:法律|法))\s*({_ARTICLE})?"
)
_NO_ACT = re.compile(
    r"(?:方|手|用|療|技|作|文|司|立|適|違|寸|合|解|製|便|算|話)法$"
    r"|^(?:(?:同|本|この|関係|関連|各|現行|新|旧|関係諸)?(?:法|法律|条例))$"
)
# 国の基本指針, 県の地域福祉支援計画: plans of the state or prefecture without quotation marks.
_UPPER_PLAN = re.compile(
    rf"(?<![一-龠々ァ-ヶー])(?:国|県|都|道|府)(?:(?:の|が)(?:定める|示す|策定した|策定する)|の)"
    rf"(?:{_EDITION})?(?:{_WITHIN}|[のにをびするためな])"
    rf"{{0,30}}?(?:指針|方針|大綱|計画|戦略|ビジョン)(?![一-龠]){_BRACKET}"
)
_GUIDELINE = re.compile(r"(?<![一-龠々ァ-ヶーの「『])基本(?:的な)?指針(?![一-龠])")


@dataclass(frozen=True, slots=True)
class Name:
    """A plan or Act named in a text, and where: start before its quotation mark, end after it.

    A plan's years in brackets are no part of its name; end is behind them.
    """

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
    return list(_named(text)) if may_name(text) else []


def may_name(text: str) -> bool:
    """Whether a word is there that names of plans and Acts end with; most texts have none.

    >>> may_name("保育所の整備"), may_name("保育所整備計画")
    (False, True)
    """
    return _end_word().search(text) is not None


@lru_cache(maxsize=1 << 14)
def _named(text: str) -> tuple[Name, ...]:
    # The period, the relations and the mentions each ask about the same sentences.
    return tuple(_without_overlaps(_candidates(text)))


def quoted(text: str) -> list[Name]:
    """What stands in quotation marks and may be a plan whose name does not say so.

    >>> [n.text for n in quoted("「白波町地域福祉計画」及び「健やか白波２１」との調和")]
    ['健やか白波２１']
    """
    known = names(text)
    found = (Name(m.group(1), m.start(), m.end(), False) for m in _OTHER_QUOTE.finditer(text))
    return [q for q in found if all(q.end <= n.start or q.start >= n.end for n in known)]


def _without_overlaps(candidates: Iterator[Name]) -> list[Name]:
    found: list[Name] = []
    for candidate in candidates:
        if all(candidate.end <= n.start or candidate.start >= n.end for n in found):
            found.append(candidate)
    return sorted(found, key=lambda name: name.start)


def _candidates(text: str) -> Iterator[Name]:
    for match in _ACT_QUOTE.finditer(text):
        if not _NO_ACT.search(match.group(1)):
            yield Name(match.group(1), match.start(), match.end(), True, match.group(2) or "")
    for match in _PLAN_QUOTE.finditer(text):
        yield Name(_without_years(match.group(1)), match.start(), match.end(), False)
    for pattern in (_known_act(), _LOCAL_ACT, _LONG_ACT, _ACT_BARE):
        for match in pattern.finditer(text):
            if not _NO_ACT.search(match.group(1)):
                yield Name(match.group(1), match.start(), match.end(), True, match.group(2) or "")
    for pattern in (_UPPER_PLAN, _bare_plan(), _GUIDELINE):
        for match in pattern.finditer(text):
            yield Name(_without_years(match.group(0)), match.start(), match.end(), False)


def _without_years(name: str) -> str:
    """A plan's name without the years in the brackets behind it."""
    match = re.search(r"\s*[（(]([^（）()]+(?:[（(][^（）()]+[）)][^（）()]*)*)[)）]$", name)
    return name[: match.start()] if match and any(periods(match.group(1))) else name


@cache
def _end_word() -> re.Pattern[str]:
    """A word of which every pattern of a name has one."""
    ends = (
        "計画",
        "大綱",
        "指針",
        "戦略",
        "プラン",
        "ビジョン",
        "方針",
        "構想",
        "SDGs",
        "法",
        "条例",
    )
    known = (*_act_titles(), *(fold(term.word) for term in title_words()))
    others = sorted(word for word in set(known) if not any(end in word for end in ends))
    return re.compile("|".join(map(re.escape, (*ends, *others))))


@cache
def _known_act() -> re.Pattern[str]:
    """The Acts whose titles the shipped data have, under their present and former titles."""
    known = "|".join(map(re.escape, _act_titles()))
    return re.compile(rf"({known})(?!(?!第)[一-龠])\s*({_ARTICLE})?")


@cache
def _act_titles() -> tuple[str, ...]:
    """The longest first."""
    path = resource("data", "laws", "acts.ttl")
    properties = {f"{DCTERMS}title", f"{ALN}formerTitle"}
    with path.open("rb") as stream:
        titles = {
            quad.object.value
            for quad in parse(stream, format=RdfFormat.TURTLE)
            if quad.predicate.value in properties and isinstance(quad.object, Literal)
        }
    return tuple(sorted(titles, key=lambda title: (-len(title), title)))


@cache
def _bare_plan() -> re.Pattern[str]:
    """A plan named without quotation marks: by place, by a word for its type, or by edition."""
    words = sorted({fold(term.word) for term in title_words()}, key=lambda w: (-len(w), w))
    known = "|".join(re.escape(word) for word in words if len(word) > 4)
    return re.compile(
        rf"(?:{_EDITION})?(?:{_PLACE})(?:{_EDITION})?(?:{_WITHIN}){{0,24}}?{_PLAN_END}(?![一-龠]){_BRACKET}"
        rf"|(?:{_EDITION})?(?:{known})(?![一-龠]){_BRACKET}"
        rf"|{_EDITION}(?:{_WITHIN}){{2,24}}?{_PLAN_END}(?![一-龠]){_BRACKET}"
    )
