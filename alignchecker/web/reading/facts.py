"""What a plan says of itself, fact by fact, in words and as a correction has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alignchecker.graph.codes import known, label
from alignchecker.importers.corrected_facts import STAGES
from alignchecker.lang import say
from alignchecker.lang.changes import field_name
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.model.correction import Correction
from alignchecker.model.plan import Capture, Form, PlanDraft
from alignchecker.web.reading.readings import Reading

FACTS = ("title", "edition", "period", "publisher", "plan_type", "measure_level", "form",
         "stage", "part", "department", "published", "capture", "vision")  # fmt: skip
_SCHEMES = {"plan_type": "type", "form": "form", "stage": "stage", "capture": "capture"}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a plan says of itself. shown: None where it is unknown. value: as a correction has it.

    choices: value -> words, where not anything can be said. correction: what somebody set.
    """

    field: str
    name: str
    shown: str | None
    value: str
    choices: Mapping[str, str]
    correction: Correction | None


def facts(reading: Reading, lang: str) -> Iterator[Fact]:
    """All of them, the unknown ones too."""
    corrected = {correction.field: correction for correction in reading.corrections}
    for name in FACTS:
        value = said(reading.draft, name)
        yield Fact(
            name,
            field_name(name, lang),
            words(name, value, lang) if value else None,
            value,
            _choices(reading.draft, name, lang),
            corrected.get(name),
        )


def said(draft: PlanDraft, name: str) -> str:
    """A fact as a correction has it, "" where it is unknown."""
    if name == "period":
        return f"{draft.period.first}-{draft.period.last}" if draft.period else ""
    return str(getattr(draft, name) or "")


def words(name: str, value: str, lang: str) -> str:
    """A value of a fact as people say it."""
    if name in _SCHEMES and value in known(_SCHEMES[name]):
        return label(_SCHEMES[name], value, lang)
    first, _, last = value.partition("-")
    if name == "period" and all(part.isdecimal() and len(part) == 4 for part in (first, last)):
        one, other = (fiscal_year_label(int(year), lang) for year in (first, last))
        return say("plans.years", lang, first=one, last=other)
    return value


def _choices(draft: PlanDraft, name: str, lang: str) -> Mapping[str, str]:
    if name == "measure_level":
        levels = dict.fromkeys(item.level_name for item in draft.items if item.level > 0)
        return {level: level for level in levels}
    values: Mapping[str, Sequence[str]] = {
        "plan_type": sorted(known("type")),
        "form": list(Form),
        "stage": STAGES,
        "capture": list(Capture),
    }
    return {value: label(_SCHEMES[name], value, lang) for value in values.get(name, ())}
