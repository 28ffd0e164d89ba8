"""``suggest``: candidates for the links of a plan's measures to another plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.progress import progress

if TYPE_CHECKING:
    from rich.console import Console

_FORMATS = ("text", "json", "csv")


def suggest(
    paths: options.Paths,
    from_: Annotated[
        str, typer.Option("--from", metavar="PLAN", help="対応づける計画 / plan with the measures")
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="PLAN", help="対応づける先の計画 / plan to be linked to")
    ],
    most: Annotated[int, typer.Option("-k", min=1, help="候補の数 / candidates of each")] = 5,
    model: Annotated[str, typer.Option(help="none / semantic（追加の部品 / extra）")] = "none",
    lang: options.Lang = None,
    output_format: Annotated[str, typer.Option(help="text / json / csv")] = "text",
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
) -> None:
    """施策ごとに、相手の計画で対応しそうな項目を出します / Suggest what measures answer."""
    from alignchecker.cli.check import NO_INPUT
    from alignchecker.cli.kept import parsed_files
    from alignchecker.graph.loading import load
    from alignchecker.graph.plan_names import PlanNames
    from alignchecker.links.suggesting import Model, suggestions
    from alignchecker.reports import suggestion_csv, suggestion_json, suggestion_text
    from alignchecker.rules import project
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    form = options.one_of(output_format, _FORMATS, "出力形式", "format")
    kind = Model(options.one_of(model, list(Model), "モデル", "model"))
    with progress(language) as observe:
        dataset = load(
            paths,
            configuration.documents,
            shapes=project.shapes(configuration),
            parsed=parsed_files(),
            observe=observe,
        )
    options.not_over(output, (file.path for file in dataset.files))
    for file in dataset.files:
        if file.error is not None:
            options.tell(file.error.text(language))
    if not dataset.files:
        raise typer.Exit(NO_INPUT)
    names = PlanNames(dataset)
    plan, higher = names.the(from_), names.the(to)
    found = suggestions(dataset, plan, higher, most=most, model=kind)
    if form == "json":
        options.deliver(suggestion_json.render(found), output)
    elif form == "csv":
        options.deliver(suggestion_csv.render(found, language), output)
    else:

        def draw(console: Console) -> None:
            suggestion_text.render(found, language, console)

        options.show(draw, output)
    if any(file.error is not None for file in dataset.files):
        raise typer.Exit(2)
