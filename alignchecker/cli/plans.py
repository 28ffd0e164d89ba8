"""``plans``: every plan that is known, with period, status, ties and successor."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from alignchecker.cli import options
from alignchecker.lang import say
from alignchecker.model.calendar import fiscal_year_label
from alignchecker.model.finding import PlanSummary
from alignchecker.reports.wrapping import harmless


def plans(
    paths: options.Paths,
    as_of: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="基準日 / date")] = None,
    lang: options.Lang = None,
    output_format: options.Format = "text",
) -> None:
    """計画の一覧を出します / List the plans."""
    from alignchecker.cli.check import NO_INPUT
    from alignchecker.cli.kept import parsed_files
    from alignchecker.graph.describe import Describer
    from alignchecker.graph.loading import load
    from alignchecker.graph.plans import summaries
    from alignchecker.reports.check_json import plan_json
    from alignchecker.rules import project
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    date = options.date(as_of)
    form = options.one_of(output_format, ("text", "json"), "出力形式", "format")
    shapes = project.shapes(configuration)
    dataset = load(paths, configuration.documents, shapes=shapes, parsed=parsed_files())
    for file in dataset.files:
        if file.error is not None:
            options.tell(file.error.text(language))
    if not dataset.files:
        raise typer.Exit(NO_INPUT)
    found = summaries(dataset, Describer(dataset), date)
    if form == "json":
        document = {"schema": 1, "plans": [plan_json(plan) for plan in found]}
        options.deliver(json.dumps(document, ensure_ascii=False, indent=2) + "\n", None)
    else:
        options.show(lambda console: console.print(*(_block(plan, language) for plan in found)))
    if any(file.error is not None for file in dataset.files):
        raise typer.Exit(2)


def _block(plan: PlanSummary, lang: str) -> Table:
    table = Table.grid(padding=(0, 1))
    table.title = None
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    verbs: dict[str, list[str]] = {}
    for verb, title in plan.stands_under:
        verbs.setdefault(title, []).append(say_concept("verb", verb, lang))
    comma = "、" if lang == "ja" else ", "
    under = [f"「{title}」（{comma.join(words)}）" for title, words in verbs.items()]
    shipped = "" if plan.input else f"  {say('plans.frame', lang)}"
    table.add_row(say("field.title", lang), Text(harmless(plan.title + shipped), style="bold"))
    rows = {
        "type": say_concept("type", plan.plan_type, lang) if plan.plan_type else "",
        "obligation": _obligation(plan, lang),
        "period": _period(plan, lang),
        "status": say(f"status.{plan.status}", lang),
        "items": f"{plan.items} ({plan.measures})",
        "under": "\n".join(under),
        "same-year": "、".join(plan.ends_same_year),
        "successor": plan.successor
        or (say("plans.no-successor", lang) if plan.last_year is not None else ""),
    }
    for key, value in rows.items():
        if value:
            table.add_row(say(f"plans.{key}", lang), Text(harmless(value)))
    table.add_row("", "")
    return table


def _obligation(plan: PlanSummary, lang: str) -> str:
    """The plan's own class; of a combined plan also that of each statutory plan in it."""
    if plan.obligation is None:
        return ""
    own = say_concept("obligation", plan.obligation, lang)
    if len(plan.statutory) == 1:
        return own
    colon, comma, around = ("：", "、", "{}（{}）") if lang == "ja" else (": ", "; ", "{} ({})")
    parts = (
        say_concept("type", kind, lang) + colon + say_concept("obligation", obligation, lang)
        for kind, obligation in plan.statutory
    )
    return around.format(own, comma.join(parts))


def _period(plan: PlanSummary, lang: str) -> str:
    unknown = say("plans.unknown", lang)
    first, last = (
        fiscal_year_label(year, lang) if year is not None else unknown
        for year in (plan.first_year, plan.last_year)
    )
    return unknown if first == last == unknown else say("plans.years", lang, first=first, last=last)


def say_concept(scheme: str, notation: str, lang: str) -> str:
    """The label of a concept of the ontology's code lists."""
    from alignchecker.graph.codes import label

    return label(scheme, notation, lang)
