"""What a plan says of itself: statutory roles, counts of its own items, Acts it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignchecker.model.calendar import kanji_number
from alignchecker.model.normalize import fold, label_key
from alignchecker.model.plan import (
    INDICATORS,
    ActCitation,
    CountClaim,
    ItemDraft,
    Position,
    RoleDraft,
)
from alignchecker.reading.level_words import level_word
from alignchecker.reading.names import Name, names
from alignchecker.reading.sentences import Sentence
from alignchecker.reading.vocabulary import plan_type

_OWN = re.compile(r"(?:(?<!基)本|この|当)計画|です。?$")
_UNDER_ACT = re.compile(
    r"^(?:の規定)?(?:に基づく|に基づき[^、。「]{0,10}|に定める|に定められた|に規定する|に規定された|による|に位置[付づ]けられた)"
    r"(?:市町村が(?:定める|策定する))?[「『]?(?P<plan>[^「」『』、。及]{0,30}?計画)[」』]?"
)
_IS_IT = re.compile(
    r"^で[、も]|として|を内包|を包含|を兼ね|と一体|であ[るり]|です|に位置[付づ]け|に当た|に該当|を含"
)
_BRACKETED = re.compile(r"[（(【〔]\s*([^（）()【】〔〕]{4,40}計画)\s*[)）】〕]\s*$")
_COUNT = re.compile(
    r"(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:つ|個|項目|本)?\s*の\s*[「『]?([一-龠ァ-ヶーぁ-ん]{1,12})"
)
_KINDS = r"(?:成果|評価|数値|目標|活動)?"
_NUMBER = r"(\d{1,3}|[一二三四五六七八九十]{1,3})"
_INDICATORS = re.compile(
    rf"(?:{_NUMBER}\s*(?:つ|個|項目|件)?\s*の|全{_NUMBER})\s*{_KINDS}指標"
    rf"|{_KINDS}指標(?:数|の数)?(?:は|として|を)?[、:]?\s*(?:全部で|合計|全|計)?\s*{_NUMBER}\s*(?:項目|個|件|つ)"
)
_OF_OTHERS = re.compile(r"国の|県の|大綱|SDGs|グローバル|総合計画|戦略の")

# 基本目標1は2つの施策, このうち3つの施策, 前計画の4つの基本目標: of a part, or of another plan.
_PARTIAL = re.compile(
    r"(?:目標|方針|施策|柱|政策)\s*[0-9]|このうち|うち|前計画|前期計画|前回|これまで|旧計画|従来"
    r"|各|ごと|それぞれ|第[0-9一二三四五六七八九十]+[次期]"
)


def read_roles(
    sentences: Sequence[Sentence], items: Sequence[ItemDraft], file: str
) -> tuple[RoleDraft, ...]:
    """The statutory plans that the text, or one of its headings, says it is."""
    found: dict[tuple[str, str | None], RoleDraft] = {}
    for role in (*_sentence_roles(sentences, file), *_heading_roles(items)):
        found.setdefault((label_key(role.quoted_as), role.item), role)
    return tuple(found.values())


def _sentence_roles(sentences: Sequence[Sentence], file: str) -> Iterator[RoleDraft]:
    for sentence in sentences:
        if not _OWN.search(sentence.text):
            continue
        for act in (name for name in names(sentence.text) if name.is_act):
            match = _UNDER_ACT.match(sentence.text[act.end :])
            if match is None or not _IS_IT.search(sentence.text[act.end + match.end() :]):
                continue
            yield _role(act, match.group("plan"), Position(file, sentence.line))


def _role(act: Name, plan: str, position: Position) -> RoleDraft:
    """「…条例」に定める計画 has no name of its own: it is quoted with the ordinance."""
    by_ordinance = act.text.endswith("条例")
    if plan == "計画":
        quoted = f"{act.text}に定める計画"
        return RoleDraft(quoted, "ordinance" if by_ordinance else None, act.text, None, position)
    kind = plan_type(plan) or ("ordinance" if by_ordinance else plan_type(f"{act.text}{plan}"))
    return RoleDraft(plan, kind, act.text, None, position)


def _heading_roles(items: Sequence[ItemDraft]) -> Iterator[RoleDraft]:
    """権利擁護の推進（成年後見制度利用促進基本計画）: the city's own plan of that name."""
    for item in items:
        match = _BRACKETED.search(item.label)
        if match:
            plan = match.group(1)
            yield RoleDraft(plan, plan_type(plan), None, item.id, item.position)


def read_claims(
    sentences: Sequence[Sentence],
    items: Sequence[ItemDraft],
    file: str,
    *,
    has_indicators: bool = False,
) -> tuple[CountClaim, ...]:
    """「7つの基本目標」「38の指標」: counts of levels and indicators of this very plan."""
    levels = {item.level_name for item in items if item.level > 0}
    found: dict[tuple[str, int], CountClaim] = {}
    for sentence in sentences:
        text = fold(sentence.text)
        for match in _COUNT.finditer(text):
            if _PARTIAL.search(text[: match.start()]):
                continue
            number = kanji_number(match.group(1))
            word, length = _longest_level(match.group(2))
            if number and word in levels:
                printed = _as_printed(sentence.text, match.start(), match.start(2) + length)
                claim = CountClaim(word or "", number, printed, Position(file, sentence.line))
                found.setdefault((claim.level_name, number), claim)
    return (*found.values(), *(_indicator_claims(sentences, file) if has_indicators else ()))


def _indicator_claims(sentences: Sequence[Sentence], file: str) -> tuple[CountClaim, ...]:
    """What the text says about the number of all indicators; nothing where it says two numbers."""
    found: dict[int, CountClaim] = {}
    for sentence in sentences:
        text = fold(sentence.text)
        for match in _INDICATORS.finditer(text):
            before = text[: match.start()]
            number = kanji_number(next(filter(None, match.groups())))
            if number and not _PARTIAL.search(before) and not _OF_OTHERS.search(before):
                printed = sentence.text[match.start() : match.end()]
                place = Position(file, sentence.line)
                found.setdefault(number, CountClaim(INDICATORS, number, printed, place))
    return tuple(found.values()) if len(found) == 1 else ()


def _as_printed(text: str, start: int, end: int) -> str:
    """The words of a claim, with the quotation mark that closes one opened inside."""
    printed = text[start:end]
    for opening, closing in ("「」", "『』"):
        if opening in printed and text[end : end + 1] == closing:
            return printed + closing
    return printed


def _longest_level(words: str) -> tuple[str | None, int]:
    """The level that the words begin with, and how many characters name it."""
    for end in range(len(words), 0, -1):
        word = level_word(words[:end])
        if word:
            return word, end
    return None, 0


def read_citations(sentences: Sequence[Sentence], file: str) -> tuple[ActCitation, ...]:
    """Every Act and ordinance named, once, with its article where one is named."""
    found: dict[str, dict[str, ActCitation]] = {}
    for sentence in sentences:
        for act in (name for name in names(sentence.text) if name.is_act):
            citation = ActCitation(act.text + act.article, Position(file, sentence.line))
            found.setdefault(act.text, {}).setdefault(act.article, citation)
    return tuple(
        citation
        for articles in found.values()
        for article, citation in articles.items()
        if article or len(articles) == 1
    )
