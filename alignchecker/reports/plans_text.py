"""The plans as text: each with its period, status, ties and successor."""

from __future__ import annotations

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from alignchecker.graph.codes import label
from alignchecker.lang import COMMAS, say
from alignchecker.model.finding import PlanSummary
from alignchecker.reports import plan_words
from alignchecker.reports.wrapping import wrap

_NARROWEST = 20


def render_plan(plan: PlanSummary, lang: str, width: int) -> Table:
    """A plan as a table of two columns, with line breaks for so many cells."""
    table = Table.grid(padding=(0, 1))
    table.title = None
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    under = [f"「{title}」（{words}）" for title, words in plan_words.ties(plan, lang).items()]
    shipped = "" if plan.input else f"  {say('plans.frame', lang)}"
    rows = {
        "type": label("type", plan.plan_type, lang) if plan.plan_type else "",
        "obligation": _obligation(plan, lang),
        "period": plan_words.period(plan, lang),
        "status": say(f"status.{plan.status}", lang),
        "items": f"{plan.items} ({plan.measures})",
        "under": "\n".join(under),
        "same-year": COMMAS[lang].join(plan.ends_same_year),
        "successor": plan.successor
        or (say("plans.no-successor", lang) if plan.last_year is not None else ""),
    }
    shown = {say(f"plans.{key}", lang): value for key, value in rows.items() if value}
    title = say("field.title", lang)
    left = max(width - 1 - max(map(cell_len, (title, *shown))), _NARROWEST)
    table.add_row(title, Text(wrap(plan.title + shipped, left), style="bold"))
    for label_, value in shown.items():
        table.add_row(label_, Text(wrap(value, left)))
    table.add_row("", "")
    return table


def _obligation(plan: PlanSummary, lang: str) -> str:
    """The plan's own class; of a combined plan also that of each statutory plan in it."""
    if plan.obligation is None:
        return ""
    own = label("obligation", plan.obligation, lang)
    if len(plan.statutory) == 1:
        return own
    colon, comma, around = ("：", "、", "{}（{}）") if lang == "ja" else (": ", "; ", "{} ({})")
    parts = (
        label("type", kind, lang) + colon + label("obligation", obligation, lang)
        for kind, obligation in plan.statutory
    )
    return around.format(own, comma.join(parts))
