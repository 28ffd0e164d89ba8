"""What of a text does not count: quotations, names of Acts, plans, bodies and schemes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, aln
from alignchecker.model.names import DCTERMS, FOAF
from alignchecker.model.normalize import fold

BLANK = "\0"
"""Stands for each character that does not count."""

_QUOTATION = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]{1,60}\"")
_NAMES = (
    NamedNode(DCTERMS + "title"),
    NamedNode(FOAF + "name"),
    aln("formerTitle"),
    aln("statutoryName"),
    aln("citedAct"),
    aln("department"),
)
_NAMING = tuple(map(aln, ("relation", "role", "citesAct")))
"""What leads to a name that a text quotes. (What else is quoted may be a whole sentence.)"""
_COMPOUND = re.compile(r"(?:[一-龠々〇ァ-ヴー・A-Za-z]|[(（][一-龠]{1,2}[)）])*")
# 第十一条　政府は…; ２　都道府県は…しなければならない。: the words of an Act, not the plan's.
_NUMERAL = "[一二三四五六七八九十百0-9]+"
_ARTICLE = re.compile(rf"\s*(?:第{_NUMERAL}条(?:の{_NUMERAL})*|[2-9])[\s\u3000]")
_PROVIDES = re.compile(
    r"(?:しなければならない|(?:する|努める)ものとする|することができる|をいう)。?\s*$"
)
_NAME_END = re.compile(
    r"(?:計画|プラン|大綱|指針|戦略|ビジョン|条例|法|法律|規則|要綱|憲章|宣言|条約|協定|会|会議|部会"
    r"|センター|施設|課|室|部|係|局|庁|省|館|園|校|学級|教室|協会|連盟|機構|財団|法人|クラブ|本部|団|団体連合会"
    r"|ネットワーク|事業|制度|手帳|手当|給付金?|年金|基金|基準|大会|月間|週間|デー|調査|白書|賞|券"
    r"|員|サポーター|コーディネーター|リーダー|キャラバン|マップ|アプリ|チーム|プロジェクト|キャンペーン"
    r"|フェスタ|フェア|講座|広場|サロン|カフェ|ハウス|ホーム|ライン|サイト)$"
    # Whose name is known by then: 障害者福祉施設従事者等, 障害者職業生活相談員資格認定講習.
    r"|(?:施設|事業所|事業者|センター|相談員|計画|手帳|協会|連盟|委員会)(?=.)"
    # こども政策課調べ, 障がい福祉室長
    r"|[課室局](?=調|長|内|職員|窓口|所管)"
    # こどもホスピス, こどもエコクラブ: what goes on in katakana is a term of its own.
    r"|^[ァ-ヴー]{3,}"
)


def blanked(text: str, spans: Iterable[re.Match[str]]) -> str:
    """The text with some of it replaced, character by character."""
    for span in spans:
        text = text[: span.start()] + BLANK * (span.end() - span.start()) + text[span.end() :]
    return text


def without_quotations(text: str) -> str:
    """The text with what stands in quotation marks replaced, marks within marks too."""
    for _ in range(2):
        text = blanked(text, _QUOTATION.finditer(text))
    return text


def quotes_an_act(text: str) -> bool:
    """Whether a passage (folded) is an article or a paragraph of an Act that the plan reprints.

    >>> quotes_an_act("2 都道府県は、障害者計画を策定しなければならない。")
    True
    >>> quotes_an_act("2 障害のある方の就労を支援します。")
    False
    """
    return _ARTICLE.match(text) is not None and _PROVIDES.search(text) is not None


def any_of(words: Collection[str]) -> re.Pattern[str] | None:
    """One pattern for all of some words, longer ones first; None for no words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


def is_part_of_name(text: str, end: int) -> bool:
    """Whether what ends here goes on as the name of a plan, a body or a scheme."""
    rest = _COMPOUND.match(text, end)
    return rest is not None and _NAME_END.search(rest[0]) is not None


def known_names(dataset: Dataset) -> set[str]:
    """Titles of plans and Acts, names of bodies, and names that texts quote, folded.

    Names of two characters are words as well.
    """
    quoted = dataset.first(aln("quotedAs"))
    names = [name for predicate in _NAMES for _, name in dataset.pairs(predicate)]
    names += [
        quoted[node]
        for predicate in _NAMING
        for _, node in dataset.pairs(predicate)
        if not isinstance(node, Literal) and node in quoted
    ]
    found = {fold(name.value) for name in names if isinstance(name, Literal)}
    return {name for name in found if len(name) > 2}
