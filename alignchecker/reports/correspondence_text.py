"""対応表 as text: for each two plans, how many stand how, then both sides item by item."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from alignchecker.graph.codes import label
from alignchecker.lang import say
from alignchecker.model.coverage import Correspondence, Row, Standing, figures
from alignchecker.reports.standings import MARKS, counterpart_text, legend
from alignchecker.reports.wrapping import harmless, listed

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
        _print(console, legend(lang), "dim")


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
        words = "  " + " ".join(filter(None, (MARKS[row.standing()], row.number, row.label)))
        if row.standing() is Standing.WAIVED and row.waived:
            words += f"  {say('coverage.waived', lang, reason=row.waived)}"
        _print(console, words)
        for counterpart in row.counterparts[:_MOST]:
            arrow = "←" if side == "items" else "→"
            words = counterpart_text(counterpart, table, lang)
            if not counterpart.accepted:
                words += f"  {say('standing.proposed', lang)}"
            _print(console, f"      {arrow} {words}")
        if len(row.counterparts) > _MOST:
            more = len(row.counterparts) - _MOST
            _print(console, f"      {say('report.more', lang, count=more)}")


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Text(listed(text, console.width), style=style))
