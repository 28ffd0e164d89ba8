"""The totals of a corpus as JSON; every key is always there, null where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Sequence

from alignchecker.corpus.layout import prefecture_names
from alignchecker.corpus.results import LINKINGS, OUTLINES, SEVERITIES
from alignchecker.corpus.summary import (
    CITATIONS,
    ITEM,
    MEASURES,
    MUNICIPALITIES,
    OUTLINE,
    Counts,
    Item,
    Summary,
    Totals,
)

Json = dict[str, object]


def render(summary: Summary) -> str:
    """The document, with a line break at its end."""
    names = prefecture_names()
    document = {
        "schema": 1,
        "country": _totals(summary.country, summary.items),
        "prefectures": [
            {"code": code, "name": names[code], **_totals(area, summary.items)}
            for code, area in summary.prefectures.items()
        ],
        "failed": [
            {"unit": unit, "reason": failure.reason.value, "detail": failure.detail}
            for unit, failure in summary.failed.items()
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _totals(area: Totals, items: Sequence[Item]) -> Json:
    return {
        "municipalities": _counts(area.municipalities, MUNICIPALITIES),
        "findings": _counts(area.findings, SEVERITIES),
        "outlines": [
            {
                "type": outline,
                "municipalities": _counts(area.outlines[outline], OUTLINE),
                "items": [_item(area, item) for item in items if item.outline == outline],
            }
            for outline in OUTLINES
        ],
        "plans": _counts(area.plans, LINKINGS),
        "measures": _counts(area.measures, MEASURES),
        "citations": _counts(area.citations, CITATIONS),
    }


def _item(area: Totals, item: Item) -> Json:
    answers = area.items[item.iri]
    return {
        "iri": item.iri,
        "number": item.number,
        "label": item.label,
        **_counts(answers.states, ITEM),
        "known": answers.known,
        "answeredOfKnown": answers.answered_of_known,
        "rate": None if answers.rate is None else round(answers.rate, 4),
    }


def _counts(counts: Counts, words: Sequence[str]) -> Json:
    return {word: counts[word] for word in words}
