"""Facts of the plan itself that a person corrects: period, title, measure level and so on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from alignchecker.importers.correction_errors import malformed, one_of
from alignchecker.model.calendar import is_iso_month_or_day
from alignchecker.model.plan import Capture, Form, Period, PlanDraft
from alignchecker.reading.vocabulary import title_words

STAGES = ("outline", "draft", "proposal", "decided", "midterm-review")
_PERIOD = re.compile(r"(\d{4})\s*[-/~～]\s*(\d{4})")


def _period(draft: PlanDraft, value: str) -> PlanDraft:
    match = _PERIOD.fullmatch(value)
    if match is None or int(match.group(1)) > int(match.group(2)):
        raise malformed("period", "2026-2029", value)
    return replace(draft, period=Period(int(match.group(1)), int(match.group(2))))


def _published(draft: PlanDraft, value: str) -> PlanDraft:
    if not is_iso_month_or_day(value):
        raise malformed("published", "2026-03", value)
    return replace(draft, published=value)


def _measure_level(draft: PlanDraft, value: str) -> PlanDraft:
    levels = (item.level_name for item in draft.items if item.level > 0)
    return replace(draft, measure_level=one_of(value, levels, "measure_level"))


FACTS: Mapping[str, Callable[[PlanDraft, str], PlanDraft]] = MappingProxyType(
    {
        "title": lambda draft, value: replace(draft, title=value),
        "edition": lambda draft, value: replace(draft, edition=value),
        "part": lambda draft, value: replace(draft, part=value),
        "plan_type": lambda draft, value: replace(
            draft, plan_type=one_of(value, (term.notation for term in title_words()), "plan_type")
        ),
        "form": lambda draft, value: replace(draft, form=Form(one_of(value, Form, "form"))),
        "capture": lambda draft, value: replace(
            draft, capture=Capture(one_of(value, Capture, "capture"))
        ),
        "stage": lambda draft, value: replace(draft, stage=one_of(value, STAGES, "stage")),
        "publisher": lambda draft, value: replace(draft, publisher=value),
        "department": lambda draft, value: replace(draft, department=value),
        "published": _published,
        "period": _period,
        "vision": lambda draft, value: replace(draft, vision=value),
        "measure_level": _measure_level,
    }
)
"""What can be corrected of a plan: field -> the draft with a value. Raises ConfigError for a value
that the field cannot hold."""
