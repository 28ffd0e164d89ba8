"""``baseline write``: puts down the findings of today, so that later checks tell what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.checking import Asked, check_options
from alignchecker.cli.plain_help import Group, Verb
from alignchecker.cli.progress import progress
from alignchecker.lang import say
from alignchecker.model.errors import ConfigError

baseline = typer.Typer(
    cls=Group, help="既知の指摘の記録 / findings to call known", no_args_is_help=True
)


@baseline.callback()
def _baseline() -> None:
    pass


@baseline.command("write", cls=Verb)
def write(
    paths: options.Paths,
    output: Annotated[
        Path | None,
        typer.Option(help="書き出し先（省くとフォルダーの baseline.json）/ file to write"),
    ] = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
) -> None:
    """今ある指摘を基準として書き留めます / Put down the present findings as the baseline."""
    from alignchecker.cli.check import status
    from alignchecker.cli.inputs import NO_INPUT
    from alignchecker.engine.check import check
    from alignchecker.reports.writing import write_whole
    from alignchecker.rules.baseline import FILE, Baseline
    from alignchecker.rules.configuration import find, read
    from alignchecker.rules.project import folders

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    own = folders(paths, configuration)
    target = output or next((folder / FILE for folder in own), Path(FILE))
    asked = Asked(as_of=options.date(as_of), baseline=target if target.exists() else None)
    checked = check_options(paths, configuration, asked)
    with progress(language) as observe:
        report = check(checked, observe=observe)
    if not report.inputs:
        options.tell(say("check.nothing", language))
        raise typer.Exit(NO_INPUT)
    if status(report, "never"):
        # Half a baseline would call new tomorrow what was there today.
        raise ConfigError(
            "読めないファイルか、動かなかった規則があるため、基準を書き出していません。"
            "alignchecker check で確かめて、直してから書き出してください。",
            "A file could not be read or a rule failed, so no baseline was written."
            " See alignchecker check, mend it and write again.",
        )
    plans = (file.path for file in report.inputs if file.path != report.baseline)
    options.not_over(target, map(Path, plans))
    write_whole(target, Baseline.of(report).text().encode())
    new, known = (sum(f.state == state for f in report.findings) for state in ("new", "known"))
    words = {"file": target, "new": new, "known": known, "gone": len(report.gone)}
    options.tell(say("baseline.written", language, **words))
