"""``suggest``: candidates for the links of a plan's measures to other plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import inputs, options
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from alignchecker.graph.dataset import Dataset
    from alignchecker.model.suggestion import Suggestions

_FORMATS = ("text", "json", "csv")


def suggest(
    paths: options.Paths,
    from_: Annotated[
        str, typer.Option("--from", metavar="PLAN", help="対応づける計画 / plan with the measures")
    ],
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="PLAN",
            help="対応づける先の計画。省けば上位・関連計画すべて / plan linked to, else all above",
        ),
    ] = None,
    most: Annotated[int, typer.Option("-k", min=1, help="候補の数 / candidates of each")] = 5,
    model: Annotated[str, typer.Option(help="none / semantic（追加の部品 / extra）")] = "none",
    lang: options.Lang = None,
    output_format: Annotated[str, typer.Option(help="text / json / csv")] = "text",
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
) -> None:
    """施策ごとに、上位計画で対応しそうな項目を出します / Suggest what measures answer."""
    from alignchecker.graph.plan_names import plan_names
    from alignchecker.links.suggestion.suggesting import Model, suggestions
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    form = options.one_of(output_format, _FORMATS, "出力形式", "format")
    kind = Model(options.one_of(model, list(Model), "モデル", "model"))
    dataset = inputs.told(paths, configuration, language)
    options.not_over(output, (file.path for file in dataset.files))
    names = plan_names(dataset)
    plan = names.the(from_)
    targets = (names.the(to),) if to is not None else _above(dataset, plan)
    found = [suggestions(dataset, plan, higher, most=most, model=kind) for higher in targets]
    _write(found, form, language, output, plan_named=to is not None)
    inputs.exit_unread(dataset)


def _above(dataset: Dataset, plan: NamedNode) -> tuple[NamedNode, ...]:
    from alignchecker.graph.describe import Describer
    from alignchecker.links.suggestion.reading import plans_above

    found = plans_above(dataset, plan)
    if not found:
        title = Describer(dataset).label(plan)
        raise ConfigError(
            f"「{title}」の上位・関連計画のうち、項目まで読み込んだものがありません。その計画の"
            "ファイルをあわせて指定するか、--to で計画を指定してください。",
            f"Of the plans above '{title}' none was read with its items. Name its file, too, or"
            " name a plan with --to.",
        )
    return found


def _write(
    found: Sequence[Suggestions],
    form: str,
    language: str,
    output: Path | None,
    *,
    plan_named: bool,
) -> None:
    from alignchecker.reports import suggestion_csv, suggestion_json, suggestion_text

    if form == "json":
        options.deliver(suggestion_json.render(found, plan_named=plan_named), output)
    elif form == "csv":
        options.deliver(suggestion_csv.render(found, language), output)
    else:
        options.show(lambda console: suggestion_text.render(found, language, console), output)
