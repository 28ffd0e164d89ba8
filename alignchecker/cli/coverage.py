"""``coverage``: measures and their indicators from both sides, indicators of plans side by side."""

from __future__ import annotations

import typer

from alignchecker.cli import options


def coverage(
    paths: options.Paths,
    lang: options.Lang = None,
    output_format: options.Format = "text",
) -> None:
    """施策と指標の対応を双方向に出します / Show measures and indicators, both ways."""
    from alignchecker.cli.check import NO_INPUT
    from alignchecker.cli.kept import parsed_files
    from alignchecker.coverage.indicators import indicator_coverage
    from alignchecker.graph.describe import Describer
    from alignchecker.graph.loading import load
    from alignchecker.reports import coverage_json, coverage_text
    from alignchecker.rules import project
    from alignchecker.rules.catalogue import load_catalogue
    from alignchecker.rules.configuration import find, read
    from alignchecker.rules.own_rules import with_own_rules
    from alignchecker.rules.waiver_file import add_waivers

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    form = options.one_of(output_format, ("text", "json"), "出力形式", "format")
    shapes = project.shapes(configuration)
    dataset = load(paths, configuration.documents, shapes=shapes, parsed=parsed_files())
    if dataset.files:
        rules = with_own_rules(load_catalogue(), shapes).rules
        add_waivers(dataset, project.waivers(paths, configuration), rules)
    for file in dataset.files:
        if file.error is not None:
            options.tell(file.error.text(language))
    if not dataset.files:
        raise typer.Exit(NO_INPUT)
    found = indicator_coverage(dataset, Describer(dataset))
    if form == "json":
        options.deliver(coverage_json.render(found), None)
    else:
        options.show(lambda console: coverage_text.render(found, language, console))
    if any(file.error is not None for file in dataset.files):
        raise typer.Exit(2)
