"""What a new edition bears on, as text: by legal force, then by plan, the worst first."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from alignchecker.diff.impact import Impacts
from alignchecker.lang import say
from alignchecker.reports.impacts import sentences
from alignchecker.reports.revisions.words import counts, plan_name
from alignchecker.reports.wrapping import harmless, listed, wrap


def render(impacts: Impacts, lang: str, console: Console) -> None:
    """Prints the list."""
    revision = impacts.revision
    old, new = (plan_name(edition, lang) for edition in (revision.old, revision.new))
    for line in say("diff.plans", lang, old=old, new=new).split("\n"):
        _print(console, line, "bold")
    _print(console, counts(revision, lang) or say("diff.nothing", lang))
    if not impacts.found:
        _print(console, say("impact.none", lang))
    else:
        _print(console, say("impact.count", lang, count=len(impacts.found)))
    for force, some in groupby(impacts.found, key=lambda impact: impact.force):
        console.print()
        head = Text(harmless(sentences.heading(force, lang)), style="bold")
        console.rule(head, align="left")
        for impact in some:
            words = f"{sentences.plan(impact, lang)}: {sentences.subject(impact, lang)}"
            _print(console, f" ・{words}", "bold")
            _print(console, f"    {sentences.reason(impact, lang)}")
    for note in sentences.notes(impacts, lang):
        console.print()
        _print(console, note)


def _print(console: Console, text: str, style: str = "") -> None:
    shown = listed(text, console.width) if text.startswith(" ") else wrap(text, console.width)
    console.print(Text(shown, style=style))
