"""Issues that the background of a plan names, and the item that takes each of them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Node
from alignchecker.graph.prose.masking import any_of, without_quotations
from alignchecker.graph.prose.plan_text import Passage, PlanText
from alignchecker.graph.prose.terms import Word
from alignchecker.graph.prose.wordings import Wording, Wordings
from alignchecker.model.names import CODE
from alignchecker.model.normalize import fold, label_key

_BACKGROUND = re.compile(r"背景|現状|課題|趣旨|情勢|動向|取り巻く|とりまく|はじめに")
_VISION = NamedNode(CODE + "kind-vision")
_LONGEST_HEADING = 40
_IS_ISSUE = re.compile(
    r"課題|問題|深刻|増加|増え|増大|懸念|顕在化|複雑|複合|多様化|困難|対応が|対策が|支援が必要|求められ"
)
_NAME = re.compile(
    r"[一-龠々ァ-ヴーぁ-ん0-9・]{0,20}?(?:対策|基本)?(?:計画|法|条例|大綱|指針|プラン)"
)


@dataclass(frozen=True, slots=True)
class _Item:
    """label: as it is compared. text: the label and the prose below it, folded."""

    node: Node
    label: str
    text: str


def issues(plan: PlanText, terms: Iterable[Word], found: Wordings) -> None:
    """One wording for each issue; answered by the first item whose label or text has its words."""
    if not plan.printed:
        return
    items = _items(plan)
    background = _background(plan, items)
    named = {w: [p for p in background if _names(w, p)] for w in terms}
    for word, passages in named.items():
        if not passages:
            continue
        printed = any_of([form for form in word.forms if form in passages[0].folded])
        match = printed.search(passages[0].folded) if printed else None
        quoted = match[0] if match else word.preferred
        answers = (*word.forms, *word.hidden)
        answer = next((i.node for i in items if any(a in i.text for a in answers)), None)
        wording = Wording("issue", quoted, answered_by=answer, label=word.preferred)
        for passage in passages:
            found.add(wording).seen(passage.node)


def _names(word: Word, passage: Passage) -> bool:
    """Whether a sentence names the issue as one; names of plans and Acts do not."""
    if not any(form in passage.folded for form in word.forms):
        return False
    for sentence in passage.folded.split("。"):
        if _IS_ISSUE.search(sentence):
            text = _without_names(without_quotations(sentence), word.forms)
            if any(form in text for form in word.forms):
                return True
    return False


def _without_names(text: str, forms: Sequence[str]) -> str:
    """自殺対策計画 and 空家等対策の推進に関する特別措置法 name no issue."""
    for form in forms:
        found = text.find(form)
        while found >= 0:
            name = _NAME.match(text, found + len(form))
            if name is not None:
                text = text[:found] + text[name.end() :]
            found = text.find(form, found if name is not None else found + len(form))
    return text


def _items(plan: PlanText) -> list[_Item]:
    """The items in their order; not the vision, which is no answer."""
    entries = [entry for entry in plan.entries if entry.label and entry.kind != _VISION]
    return [
        _Item(entry.node, entry.key, fold(f"{entry.label}\n{entry.text}"))
        for entry in sorted(entries, key=lambda entry: (entry.order or 0, str(entry.node)))
    ]


def _background(plan: PlanText, items: Sequence[_Item]) -> list[Passage]:
    """The passages below a heading on background or issues, before the first item is printed."""
    # Reading has many patterns to prepare, and few checks are of plans with a printed text.
    from alignchecker.reading.markers import read_marker  # noqa: PLC0415

    labels = {item.label for item in items}
    found: list[Passage] = []
    is_background = False
    for passage in plan.passages:
        text = passage.text
        if len(text) > _LONGEST_HEADING or "。" in text:
            found += [passage] if is_background else []
            continue
        marker = read_marker(text)
        if label_key(marker.label if marker else text) in labels:
            break
        is_background = _BACKGROUND.search(text) is not None
    return found
