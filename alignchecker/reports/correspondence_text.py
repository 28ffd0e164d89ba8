"""対応表 as text: for each two plans, how many stand how, then both sides item by item."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.model.coverage import Correspondence, Counterpart, Row, Standing, figures
from alignchecker.reports.wrapping import harmless, listed

_MARKS = {
    Standing.ACCEPTED: "○",
    Standing.PROPOSED: "△",
    Standing.WAIVED: "－",
    Standing.OPEN: "×",
    Standing.UNKNOWN: "？",
}
_MOST = 5
"""How many counterparts of an item are shown."""


def render(tables: Sequence[Correspondence], lang: str, console: Console) -> None:
    """Prints the tables."""
    for table in tables:
        console.print()
        title = f"{table.title} → {table.higher_title}"
        if table.verb:
            verb = label("verb", table.verb, lang)
            title = say("correspondence.by", lang, plans=title, verb=verb)
        console.rule(Text(harmless(title), style="bold"), align="left")
        _side(table, table.items, "items", lang, console)
        _side(table, table.measures, "measures", lang, console)
    if tables:
        marks = [f"{mark} {standing_word(standing, lang)}" for standing, mark in _MARKS.items()]
        _print(console, "　".join(marks), "dim")


def standing_word(standing: Standing, lang: str) -> str:
    """What a standing is called."""
    return say(f"standing.{standing.value}", lang)


def _side(
    table: Correspondence, rows: Sequence[Row], side: str, lang: str, console: Console
) -> None:
    if not rows:
        return
    counts = {standing.value: count for standing, count in figures(rows).items()}
    _print(console, say(f"correspondence.{side}", lang, count=len(rows), **counts), "bold")
    direct = figures(rows, deep=False)[Standing.ACCEPTED]
    if direct != counts["accepted"]:
        _print(console, f"  {say('correspondence.direct', lang, count=direct)}")
    for row in rows:
        words = "  " + " ".join(filter(None, (_MARKS[row.standing()], row.number, row.label)))
        if row.standing() is Standing.WAIVED and row.waived:
            words += f"  {say('coverage.waived', lang, reason=row.waived)}"
        _print(console, words)
        for counterpart in row.counterparts[:_MOST]:
            arrow = "←" if side == "items" else "→"
            _print(console, f"      {arrow} {_counterpart(counterpart, table, lang)}")
        if len(row.counterparts) > _MOST:
            more = len(row.counterparts) - _MOST
            _print(console, f"      {say('report.more', lang, count=more)}")


def _counterpart(counterpart: Counterpart, table: Correspondence, lang: str) -> str:
    """Its name, the plan where that is neither of the two, and that it is only proposed."""
    own = counterpart.plan in {table.plan, table.higher}
    words = counterpart.label
    if not own:
        words = say("correspondence.of", lang, item=words, plan=counterpart.plan_title)
    return words if counterpart.accepted else f"{words}  {say('standing.proposed', lang)}"


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Text(listed(text, console.width), style=style))
