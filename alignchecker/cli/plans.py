"""``plans``: every plan that is known, with period, status, ties and successor."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from alignchecker.cli import inputs, options


def plans(
    paths: options.Paths,
    as_of: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="基準日 / date")] = None,
    lang: options.Lang = None,
    output_format: options.Format = "text",
) -> None:
    """計画の一覧を出します / List the plans."""
    from alignchecker.graph.describe import Describer
    from alignchecker.graph.plans import summaries
    from alignchecker.reports.check_json import plan_json
    from alignchecker.reports.plans_text import render_plan
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    date = options.date(as_of)
    form = options.one_of(output_format, ("text", "json"), "出力形式", "format")
    dataset = inputs.told(paths, configuration, language)
    found = summaries(dataset, Describer(dataset), date)
    if form == "json":
        document = {"schema": 1, "plans": [plan_json(plan) for plan in found]}
        options.deliver(json.dumps(document, ensure_ascii=False, indent=2) + "\n", None)
    else:
        options.show(
            lambda console: console.print(
                *(render_plan(plan, language, console.width) for plan in found)
            )
        )
    inputs.exit_unread(dataset)
