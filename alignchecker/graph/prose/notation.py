"""Words that one plan writes in several ways, outside proper names and quotations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from alignchecker.graph.dataset import Node
from alignchecker.graph.prose.masking import (
    any_of,
    blanked,
    is_part_of_name,
    quotes_an_act,
    without_quotations,
)
from alignchecker.graph.prose.plan_text import PlanText
from alignchecker.graph.prose.terms import Word
from alignchecker.graph.prose.wordings import Wording, Wordings

_KATAKANA = re.compile(r"[ァ-ヴー・]+")
_KATAKANA_LETTER = "ァ-ヴー"


def notation(
    plan: PlanText, terms: Iterable[Word], names: Collection[str], found: Wordings
) -> None:
    """One wording for each form that is rarer than another form of its word.

    names: within which a form does not count.
    """
    words = [w for w in terms if sum(form in plan.whole for form in w.forms) > 1]
    if not words:
        return
    forms = {form: word for word in words for form in word.forms}
    printed = {name for name in names if name not in forms and name in plan.whole}
    counts, places = _occurrences(plan, forms, printed)
    for word in words:
        used = [form for form in word.forms if counts[form]]
        if len(used) < 2:
            continue
        usual = max(used, key=lambda form: counts[form])
        for form in used:
            if form != usual:
                wording = Wording("notation", form, usual, label=_label(counts, form, usual))
                for node in places[form]:
                    found.add(wording).seen(node, 0)
                wording.count = counts[form]


def _label(counts: Counter[str], form: str, usual: str) -> str:
    """The arrow leads to the form that is used more often."""
    sign = "→" if counts[usual] > counts[form] else "／"
    return f"{form}（{counts[form]}） {sign} {usual}（{counts[usual]}）"


def _occurrences(
    plan: PlanText, forms: dict[str, Word], names: Collection[str]
) -> tuple[Counter[str], dict[str, list[Node]]]:
    pattern = re.compile("|".join(map(_whole_word, _longest_first(forms))))
    exceptions = {e for word in forms.values() for e in word.exceptions if e in plan.whole}
    masks = [mask for mask in (any_of(names), any_of(exceptions)) if mask is not None]
    counts: Counter[str] = Counter()
    places: dict[str, list[Node]] = defaultdict(list)
    for passage in plan.passages:
        if pattern.search(passage.folded) is None or quotes_an_act(passage.folded):
            continue
        text = without_quotations(passage.folded)
        for mask in masks:
            text = blanked(text, mask.finditer(text))
        for match in pattern.finditer(text):
            if not is_part_of_name(text, match.end()):
                counts[match[0]] += 1
                places[match[0]].append(passage.node)
    return counts, places


def _longest_first(forms: Collection[str]) -> Sequence[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def _whole_word(form: str) -> str:
    """A katakana form counts as a word of its own only: サポータ is no part of サポーター."""
    if _KATAKANA.fullmatch(form):
        return f"(?<![{_KATAKANA_LETTER}]){re.escape(form)}(?![{_KATAKANA_LETTER}])"
    return re.escape(form)
