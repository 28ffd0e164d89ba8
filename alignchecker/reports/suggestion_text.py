"""Suggested links as text: each measure with its candidates, how likely, and why."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from alignchecker.lang import say
from alignchecker.model.suggestion import Suggestions
from alignchecker.reports.suggestion_words import none_words, percent, why
from alignchecker.reports.wrapping import harmless, listed


def render(found: Suggestions, lang: str, console: Console) -> None:
    """Prints the candidates."""
    title = f"{found.title} → {found.higher_title}"
    console.rule(Text(harmless(title), style="bold"), align="left")
    for row in found.rows:
        _print(console, row.label, "bold")
        for candidate in row.candidates:
            _print(console, f"  {percent(candidate.probability):>4} {candidate.label}")
            _print(console, f"       {why(candidate.grounds, lang)}", "dim")
        if not row.candidates:
            _print(console, f"  {say('suggest.nothing', lang)}")
        _print(console, f"  {say('suggest.none', lang, chance=none_words(row.none, lang))}")
    if found.extract:
        _print(console, say("suggest.extract", lang), "dim")
    _print(console, say("suggest.legend", lang), "dim")


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Text(listed(text, console.width), style=style))
