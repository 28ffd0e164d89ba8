"""Suggested links as text: each measure with its candidates, how likely, and why."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from alignchecker.lang import say
from alignchecker.model.suggestion import Suggestion, Suggestions
from alignchecker.reports.suggestion_words import none_words, percent, why
from alignchecker.reports.wrapping import harmless, listed

_CHANCE = 7
"""Columns of a probability: 「1%未満」 takes as many."""


def render(found: Sequence[Suggestions], lang: str, console: Console) -> None:
    """Prints the candidates, plan by plan."""
    for at, plan in enumerate(found):
        if at:
            console.print()
        title = f"{plan.title} → {plan.higher_title}"
        console.rule(Text(harmless(title), style="bold"), align="left")
        for row in plan.rows:
            _row(console, row, lang)
        if plan.extract:
            _print(console, say("suggest.extract", lang), "dim")
    _print(console, say("suggest.legend", lang), "dim")


def _row(console: Console, row: Suggestion, lang: str) -> None:
    _print(console, row.label, "bold")
    for candidate in row.candidates:
        chance = percent(candidate.probability, lang)
        space = " " * (_CHANCE - cell_len(chance))
        _print(console, f"  {space}{chance} {candidate.label}")
        _print(console, f"  {' ' * _CHANCE} {why(candidate.grounds, lang)}", "dim")
    if not row.candidates:
        _print(console, f"  {say('suggest.nothing', lang)}")
    _print(console, f"  {say('suggest.none', lang, chance=none_words(row.none, lang))}")


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Text(listed(text, console.width), style=style))
