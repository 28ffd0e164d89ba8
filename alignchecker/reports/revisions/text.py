"""A comparison as text: what changed, in the order of the new plan."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from alignchecker.diff.revision import Revision
from alignchecker.diff.wording import Pieces
from alignchecker.lang import say
from alignchecker.reports.revisions.table import sections
from alignchecker.reports.revisions.words import counts, examined, plan_name, undecided
from alignchecker.reports.wrapping import harmless, listed, wrap

_MOST = 30
"""Paragraphs that a screen shows: between two editions nearly all are new."""


def render(revision: Revision, lang: str, console: Console) -> None:
    """Prints the counts, then the table section by section, then what is undecided."""
    old, new = (plan_name(edition, lang) for edition in (revision.old, revision.new))
    _print(console, say("diff.plans", lang, old=old, new=new), "bold")
    for sentence in examined(revision, lang):
        _print(console, sentence)
    found = sections(revision, lang)
    if not found and not revision.undecided:
        _print(console, say("diff.nothing", lang))
        return
    if counts(revision, lang):
        _print(console, counts(revision, lang))
    _print(console, say("diff.note-text", lang), "dim")
    for section in found:
        _heading(console, say(f"diff.section-{section.name}", lang))
        if section.name == "passages" and len(section.lines) > _MOST:
            _print(console, say("diff.passages-elsewhere", lang))
            continue
        for above, line in section.headed():
            if above:
                _print(console, say("diff.above", lang, item=above))
            _print(console, f"・{line.remark}", "bold")
            for mark, pieces in (("old", line.old), ("new", line.new)):
                side = _words(pieces, lang).replace("\n", "\n    ")
                _print(console, f"  {say(f'diff.{mark}', lang)}: {side}")
    if revision.undecided:
        _heading(console, say("diff.section-undecided", lang))
        for sentence in undecided(revision, lang):
            _print(console, f"  ・{sentence}")


def _words(pieces: Pieces, lang: str) -> str:
    """The pieces in a row; marks around what changed, unless that is all of it."""
    if all(piece.changed for piece in pieces):
        return "".join(piece.text for piece in pieces)
    marks = say("diff.mark-open", lang), say("diff.mark-close", lang)
    return "".join(p.text.join(marks) if p.changed else p.text for p in pieces)


def _heading(console: Console, text: str) -> None:
    console.print()
    console.rule(Text(harmless(text), style="bold"), align="left")


def _print(console: Console, text: str, style: str = "") -> None:
    for line in text.split("\n"):
        shown = listed(line, console.width) if line.startswith(" ") else wrap(line, console.width)
        console.print(Text(shown, style=style))
