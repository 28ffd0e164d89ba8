"""``corpus summary``: national totals out of the results of all municipalities."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.plain_help import Group, Verb
from alignchecker.cli.progress import progress
from alignchecker.lang import say
from alignchecker.model.progress import Stage, Step

corpus = typer.Typer(
    cls=Group, help="全国の計画のまとめ / many municipalities", no_args_is_help=True
)
_FORMATS = ("text", "json", "csv")


@corpus.callback()
def _corpus() -> None:
    pass


@corpus.command("summary", cls=Verb)
def summary(
    root: Annotated[
        Path, typer.Argument(help="市町村を収めたフォルダー / folder of the corpus", readable=False)
    ],
    results: Annotated[
        Path | None, typer.Option(help="check の --output で指定したフォルダー / where results are")
    ] = None,
    output_format: Annotated[
        str, typer.Option("--output-format", help="text / json / csv")
    ] = "text",
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
    lang: options.Lang = None,
) -> None:
    """検査の結果を全国と都道府県ごとに集計します / National totals, and by prefecture."""
    from alignchecker.cli.country import corpus_at
    from alignchecker.cli.inputs import NO_INPUT
    from alignchecker.corpus import summary_csv, summary_json, summary_text
    from alignchecker.corpus.summary import summarize
    from alignchecker.rules.configuration import find, read

    language = options.language(lang, read(find([root])).lang)
    form = options.one_of(output_format, _FORMATS, "出力形式", "format")
    found = corpus_at([root], results)
    if not found.units:
        options.tell(say("corpus.no-units", language, folder=root))
        raise typer.Exit(NO_INPUT)
    with progress(language) as observe:
        observe(Step(Stage.SUMMING, name=root.name))
        totals = summarize(found)
    if totals is None:
        options.tell(say("corpus.no-results", language, folder=found.results.as_posix()))
        raise typer.Exit(NO_INPUT)
    if form == "text":
        options.show(lambda console: summary_text.render(totals, language, console), output)
    else:
        render = summary_json.render if form == "json" else summary_csv.render
        options.deliver(render(totals), output)
