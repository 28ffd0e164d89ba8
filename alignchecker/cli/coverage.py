"""``coverage``: what answers what between plans, measures and their indicators, from both sides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import inputs, options
from alignchecker.cli.progress import progress
from alignchecker.model.progress import Stage, Step

if TYPE_CHECKING:
    from rich.console import Console

_FORMATS = ("text", "json", "csv", "xlsx", "turtle")


def coverage(
    paths: options.Paths,
    without: Annotated[
        str | None,
        typer.Option(metavar="PLAN", help="この計画がないとしたら / as if this plan were not"),
    ] = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
    output_format: Annotated[str, typer.Option(help="text / json / csv / xlsx / turtle")] = "text",
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
) -> None:
    """計画どうし、施策と指標の対応を双方向に出します / Show what answers what, both ways."""
    from alignchecker.coverage import tables
    from alignchecker.graph.plan_names import plan_names
    from alignchecker.reports import (
        correspondence_csv,
        correspondence_text,
        coverage_json,
        coverage_text,
        coverage_turtle,
    )
    from alignchecker.rules import project
    from alignchecker.rules.catalogue import load_catalogue
    from alignchecker.rules.configuration import find, read
    from alignchecker.rules.own_rules import with_own_rules
    from alignchecker.rules.waiver_file import add_waivers

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    form = options.one_of(output_format, _FORMATS, "出力形式", "format")
    date = options.date(as_of)
    dataset = inputs.loaded(paths, configuration, language)
    options.not_over(output, (file.path for file in dataset.files))
    rules = with_own_rules(load_catalogue(), project.shapes(configuration)).rules
    if dataset.files:
        add_waivers(dataset, project.waivers(paths, configuration), rules)
    inputs.tell_unread(dataset, language)
    with progress(language) as observe:
        observe(Step(Stage.TABLES))
        found = tables.coverage(dataset, rules.values(), date)
    gone = None if without is None else plan_names(dataset).the(without).value
    if gone is not None:
        found = found.without(gone)
    if form == "json":
        options.deliver(coverage_json.render(found), output)
    elif form == "csv":
        options.deliver(correspondence_csv.render(found.relations, language), output)
    elif form == "xlsx":
        from alignchecker.reports.office.workbook import render_coverage

        options.deliver_bytes(render_coverage(found, language), output)
    elif form == "turtle":
        options.deliver(coverage_turtle.render(found, date, gone), output)
    else:

        def draw(console: Console) -> None:
            correspondence_text.render(found.relations, language, console)
            coverage_text.render(found.indicators, language, console)

        options.show(draw, output)
    inputs.exit_unread(dataset)
