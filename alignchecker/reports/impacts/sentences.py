"""What is to be looked at again, in a person's words."""

from __future__ import annotations

from collections.abc import Iterator

from alignchecker.diff.impact import Impact, Impacts
from alignchecker.diff.revision import Sureness
from alignchecker.lang import say
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.reports.revisions.words import title


def heading(force: str | None, lang: str) -> str:
    """What a group of one legal force is called."""
    return say(f"impact.force-{force}" if force else "impact.force-none", lang)


def subject(impact: Impact, lang: str) -> str:
    """What is to be looked at, with its department."""
    if impact.department is None:
        return impact.label
    return say("impact.department", lang, label=impact.label, department=impact.department)


def plan(impact: Impact, lang: str) -> str:
    """The title of the plan; of what no plan answers, that."""
    return impact.title or say("impact.every-plan", lang)


def reason(impact: Impact, lang: str) -> str:
    """Why, and what to do."""
    between = say("diff.between", lang)
    unknown = say("plans.unknown", lang)
    first, last = (
        fiscal_year_label(year, lang) if year is not None else unknown
        for year in impact.years or (None, None)
    )
    words = say(
        f"impact.{impact.reason.value}",
        lang,
        old=between.join(map(title, impact.old)),
        new=between.join(map(title, impact.new)),
        words=between.join(impact.words),
        first=first,
        last=last,
    )
    if impact.sureness is Sureness.LIKELY:
        words += say("impact.likely", lang) if lang == "ja" else f" {say('impact.likely', lang)}"
    if impact.accepted is False:
        words += f"{'' if lang == 'ja' else ' '}{say('impact.proposed', lang)}"
    return words


def notes(impacts: Impacts, lang: str) -> Iterator[str]:
    """What is not known."""
    if impacts.unlinked:
        plans = ("、" if lang == "ja" else ", ").join(impacts.unlinked)
        yield say("impact.unlinked", lang, plans=plans)
    if impacts.revision.undecided:
        yield say("impact.undecided", lang, count=len(impacts.revision.undecided))
