"""Marks and words of the tables of what answers what, the same in every form."""

from __future__ import annotations

from alignchecker.lang import say
from alignchecker.model.coverage import Correspondence, Counterpart, Standing

MARKS = {
    Standing.ACCEPTED: "○",
    Standing.PROPOSED: "△",
    Standing.WAIVED: "－",
    Standing.OPEN: "×",
    Standing.UNKNOWN: "？",
}


def legend(lang: str) -> str:
    """What the marks mean."""
    return "　".join(f"{mark} {standing_word(standing, lang)}" for standing, mark in MARKS.items())


def standing_word(standing: Standing, lang: str) -> str:
    """What a standing is called."""
    return say(f"standing.{standing.value}", lang)


def counterpart_text(counterpart: Counterpart, table: Correspondence, lang: str) -> str:
    """Its name, and the plan where that is neither of the two."""
    if counterpart.plan in {table.plan, table.higher}:
        return counterpart.label
    return say("correspondence.of", lang, item=counterpart.label, plan=counterpart.plan_title)
