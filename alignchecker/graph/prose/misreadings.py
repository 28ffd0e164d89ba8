"""Likely misreadings: foreign and old characters, look-alike words and characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from alignchecker.graph.dataset import Node
from alignchecker.graph.prose.masking import any_of, blanked
from alignchecker.graph.prose.plan_text import Passage, PlanText
from alignchecker.graph.prose.terms import Word
from alignchecker.graph.prose.wordings import Wording, Wordings
from alignchecker.model.normalize import common_forms, foreign_characters

_LONGEST = 4
_IDEOGRAPHS = re.compile(r"[一-龠々㐀-䶿一-鿿]+")
# Old forms that names of people, places, schools and firms keep.
_IN_NAMES = frozenset(
    "邊邉齋齊廣澤濱壽眞禮榮髙﨑龍惠圀學國與萬藝圓龜瀧德應豐寶櫻嶋嶽縣螢號龢缺蟲來會社"
)
_IN_KATAKANA = {
    "力": "カ", "口": "ロ", "二": "ニ", "工": "エ", "夕": "タ", "卜": "ト", "八": "ハ", "千": "チ",
    "三": "ミ", "一": "ー", "―": "ー", "—": "ー", "－": "ー", "‐": "ー", "-": "ー", "−": "ー",
}  # fmt: skip
_IN_KANJI = {"カ": "力", "ロ": "口", "ニ": "二", "エ": "工", "タ": "夕", "ト": "卜"}
_KATAKANA_RUN = re.compile(rf"[ァ-ヴー{re.escape(''.join(_IN_KATAKANA))}]{{3,}}")
_KATAKANA = re.compile(r"[ァ-ヴー]+")
_BETWEEN_KANJI = re.compile(rf"(?<=[一-龠])[{''.join(_IN_KANJI)}](?![ァ-ヴー])")


def misreadings(plan: PlanText, terms: Iterable[Word], found: Wordings) -> None:
    """One wording for each run of characters that is likely misread, with what it likely is."""
    sources = (_foreign(plan), _old(plan), _words(plan, terms), _look_alike(plan))
    told = set[tuple[Node, str]]()
    for source in sources:
        # What two sources find is one misreading; a word that one finds twice is two.
        before = frozenset(told)
        for passage, quoted, intended in source:
            told.add((passage.node, quoted))
            if (passage.node, quoted) in before:
                continue
            known = found.quoted("misreading")
            if quoted in known or not any(quoted in k or k in quoted for k in known):
                found.add(Wording("misreading", quoted, intended)).seen(passage.node)


_Doubt = Iterator[tuple[Passage, str, str | None]]


def _foreign(plan: PlanText) -> _Doubt:
    """Characters that are no Japanese ones, with the ideographs beside them."""
    foreign = set(foreign_characters(plan.whole))
    if not foreign:
        return
    for passage in plan.passages:
        if foreign.isdisjoint(passage.text):
            continue
        for run in _IDEOGRAPHS.finditer(passage.text):
            at = next((i for i, c in enumerate(run[0]) if c in foreign), None)
            if at is None:
                continue
            quoted = run[0] if len(run[0]) <= _LONGEST else run[0][max(0, at - 1) : at + 2]
            intended = common_forms(quoted)
            yield passage, quoted, intended if not foreign_characters(intended) else None


def _old(plan: PlanText) -> _Doubt:
    """Old forms in words that the same plan also prints in the common form."""
    whole = plan.whole
    old = {c for c in set(whole) if common_forms(c) != c and c not in _IN_NAMES}
    old -= set(foreign_characters(whole))
    if not old:
        return
    for passage in plan.passages:
        for i, character in enumerate(passage.text):
            if character in old:
                for word in (passage.text[i : i + 2], passage.text[max(0, i - 1) : i + 1]):
                    modern = common_forms(word)
                    if len(word) == 2 and _IDEOGRAPHS.fullmatch(word) and modern in whole:
                        yield passage, word, modern
                        break


def _words(plan: PlanText, terms: Iterable[Word]) -> _Doubt:
    """Words of the list of look-alikes."""
    known = [w for w in terms if any(form in plan.whole for form in w.hidden)]
    intended = {form: w.preferred for w in known for form in w.hidden if form in plan.whole}
    pattern = any_of(intended)
    exceptions = any_of({e for word in known for e in word.exceptions})
    if pattern is None:
        return
    for passage in plan.passages:
        if pattern.search(passage.folded) is None:
            continue
        text = passage.folded
        if exceptions is not None:
            text = blanked(text, exceptions.finditer(text))
        for match in pattern.finditer(text):
            yield passage, match[0], intended[match[0]]


def _look_alike(plan: PlanText) -> _Doubt:
    """A kanji or a dash in a katakana word, katakana in a kanji word; the plan has the word too."""
    words = set(_KATAKANA.findall(plan.whole))
    for passage in plan.passages:
        for run in _KATAKANA_RUN.finditer(passage.text):
            intended = "".join(_IN_KATAKANA.get(c, c) for c in run[0])
            if intended != run[0] and len(_letters(run[0])) > 1 and intended in words:
                yield passage, run[0], intended
        for match in _BETWEEN_KANJI.finditer(passage.text):
            quoted = passage.text[match.start() - 1 : match.end()]
            intended = quoted[0] + _IN_KANJI[match[0]]
            if intended in plan.whole:
                yield passage, quoted, intended


def _letters(text: str) -> str:
    return "".join(c for c in text if c not in _IN_KATAKANA)
