"""What a new edition bears on, as text: who has how much to do, then all of it, the worst first."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from alignchecker.diff.impact import Impact, Impacts
from alignchecker.lang import say
from alignchecker.reports.impacts import sentences
from alignchecker.reports.revisions.words import counts, examined, plan_name
from alignchecker.reports.wrapping import harmless, listed, wrap


def render(impacts: Impacts, lang: str, console: Console) -> None:
    """Prints the summary and the list."""
    _head(impacts, lang, console)
    for grade, some in groupby(impacts.found, key=lambda impact: impact.priority):
        _heading(console, sentences.priority(grade, lang))
        for impact in some:
            _impact(impact, lang, console)
    for note in sentences.notes(impacts, lang):
        console.print()
        _print(console, note)


def _head(impacts: Impacts, lang: str, console: Console) -> None:
    revision = impacts.revision
    old, new = (plan_name(edition, lang) for edition in (revision.old, revision.new))
    for line in say("diff.plans", lang, old=old, new=new).split("\n"):
        _print(console, line, "bold")
    for sentence in examined(revision, lang, is_prose=False):
        _print(console, sentence)
    _print(console, counts(revision, lang) or say("diff.nothing", lang))
    if not impacts.found:
        _print(console, say("impact.none", lang))
        return
    _print(console, say("impact.count", lang, count=len(impacts.found)))
    _heading(console, say("impact.shares", lang))
    for share in impacts.shares():
        _print(console, f" ・{sentences.share(share, lang)}")


def _impact(impact: Impact, lang: str, console: Console) -> None:
    words = f"{sentences.plan(impact, lang)}: {sentences.subject(impact, lang)}"
    _print(console, f" ・{words}", "bold")
    tie = say("impact.tie", lang, force=sentences.tie(impact, lang))
    _print(console, f"    {sentences.reason(impact, lang)}{tie}")


def _heading(console: Console, text: str) -> None:
    console.print()
    console.rule(Text(harmless(text), style="bold"), align="left")


def _print(console: Console, text: str, style: str = "") -> None:
    shown = listed(text, console.width) if text.startswith(" ") else wrap(text, console.width)
    console.print(Text(shown, style=style))
