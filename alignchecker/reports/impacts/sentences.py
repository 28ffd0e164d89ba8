"""What is to be looked at again, in a person's words."""

from __future__ import annotations

from collections.abc import Iterator

from alignchecker.diff.impact import Impact, Impacts, Priority, Share
from alignchecker.diff.revision import Sureness
from alignchecker.lang import COMMAS, LANGUAGES, say
from alignchecker.lang.answers import PRIORITIES
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.reports.revisions.words import title


def priority(grade: Priority, lang: str) -> str:
    """How soon to look at it, in the words of the list of findings."""
    return PRIORITIES[grade.value][LANGUAGES.index(lang)]


def tie(impact: Impact, lang: str) -> str:
    """How strongly the law ties the plan to the changed one."""
    return say(f"impact.force-{impact.force}" if impact.force else "impact.force-none", lang)


def subject(impact: Impact, lang: str) -> str:
    """What is to be looked at, with its department."""
    return _with_department(impact.label, impact.department, lang)


def plan(impact: Impact, lang: str) -> str:
    """The title of the plan; of what no plan answers, that."""
    return impact.title or say("impact.every-plan", lang)


def share(found: Share, lang: str) -> str:
    """What one department has to look at in one plan, in a line."""
    name = found.title or say("impact.every-plan", lang)
    counts = [
        say("impact.priority-count", lang, priority=priority(grade, lang), count=count)
        for grade, count in found.counts.items()
        if count
    ]
    return say(
        "impact.share",
        lang,
        plan=_with_department(name, found.department, lang),
        counts=COMMAS[lang].join(counts),
    )


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
        yield say("impact.unlinked", lang, plans=COMMAS[lang].join(impacts.unlinked))
    if impacts.revision.undecided:
        yield say("impact.undecided", lang, count=len(impacts.revision.undecided))


def _with_department(name: str, department: str | None, lang: str) -> str:
    if department is None:
        return name
    return say("impact.department", lang, label=name, department=department)
