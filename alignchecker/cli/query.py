"""``query``: lists the saved queries, explains one, or has it answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from rich.console import Console

    from alignchecker.queries.library import Saved


def query(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|FILE]",
            help="問い合わせの名前か .rq のファイル。省くと一覧 / name or file; without it, a list",
            show_default=False,
        ),
    ] = None,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="計画のファイルかフォルダー。省くと説明 / plans; without them, it is explained",
            show_default=False,
            readable=False,
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="K=V", help="パラメーターの値 / value of a parameter"),
    ] = None,
    queries: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="自分の問い合わせのフォルダー / folder of own queries"),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="計画を一度だけ読んで入れておくフォルダー / folder that keeps what was read",
        ),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="計画の代わりに問い合わせる先 / a SPARQL 1.1 endpoint instead"
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(metavar="S", help="--endpoint の答えを待つ秒数 / seconds to wait for it"),
    ] = None,
    lang: options.Lang = None,
    output_format: Annotated[
        str, typer.Option(help="table / csv / tsv / json / markdown / turtle")
    ] = "table",
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
) -> None:
    """計画と対応づけに問い合わせます（SPARQL） / Ask about plans and links (SPARQL)."""
    from alignchecker.cli.query_sources import Wanted, source
    from alignchecker.queries.asked import read
    from alignchecker.queries.binding import bound, terms
    from alignchecker.queries.library import find, library
    from alignchecker.queries.plans import plan_finder
    from alignchecker.reports.answers import forms, text
    from alignchecker.rules import project
    from alignchecker.rules.configuration import find as configuration_file
    from alignchecker.rules.configuration import read as configured

    configuration = configured(configuration_file(paths or []))
    language = options.language(lang, configuration.lang)
    form = options.one_of(output_format, forms.FORMS, "出力形式", "format")
    known = library([*(queries or []), *project.queries(configuration)])
    if name is None:
        _tell(list(known.values()), text.draw_list, form, language, output)
        return
    saved, given = find(name, known), _given(param or [])
    wanted = Wanted(tuple(paths or ()), store, endpoint, timeout)
    if not wanted.is_there:
        _tell([saved], text.draw_query, form, language, output)
        return
    with source(wanted, configuration, language) as found:
        options.not_over(output, found.files)
        asked = read(saved.text, str(saved.path), found.graphs)
        ask = found.asking(asked)
        answer = ask(bound(asked, terms(saved.header, given, plan_finder(ask), language)))
        columns = saved.header.columns
        if form == "table":
            options.show(lambda screen: text.draw_answer(answer, columns, language, screen), output)
        else:
            options.deliver(forms.render(answer, form, columns, language), output)
    found.exit_unread()


def _tell(
    queries: Sequence[Saved],
    draw: Callable[[Sequence[Saved], str, Console], None],
    form: str,
    language: str,
    output: Path | None,
) -> None:
    """Says what there is to ask, as JSON for programs or as a text for people."""
    from alignchecker.reports.answers import query_json

    if form == "json":
        options.deliver(query_json.render(queries), output)
    elif form == "table":
        options.show(lambda console: draw(queries, language, console), output)
    else:
        raise ConfigError(
            f"計画を指定しないときの形式は table か json です。{form} の答えを得るには、"
            "計画のフォルダーも指定してください。",
            f"Without plans the format is table or json. To get an answer as {form}, name the"
            " folder of plans, too.",
        )


def _given(words: Sequence[str]) -> Mapping[str, str]:
    """Values by name, from words like ``plan=青葉市こども計画``."""
    for word in words:
        if "=" not in word:
            raise ConfigError(
                f"--param {word} には値がありません。--param 名前=値 のように書いてください。",
                f"--param {word} has no value. Write it like --param name=value.",
            )
    return dict(word.split("=", 1) for word in words)
