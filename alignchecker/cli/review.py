"""``review``: what people answered to findings, brought back into the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.checking import Asked, check_options
from alignchecker.cli.plain_help import Group, Verb
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from alignchecker.rules.configuration import Configuration

review = typer.Typer(cls=Group, help="指摘への判断 / answers to findings", no_args_is_help=True)
_LEFT = 1


@review.callback()
def _review() -> None:
    pass


def _project(given: Path | None) -> tuple[Path, Configuration]:
    """The project folder, and its configuration: given, or where the configuration is, or here."""
    from alignchecker.rules.configuration import find, read

    if given is not None and not given.is_dir():
        raise ConfigError(
            f"{given}: フォルダーではありません。計画のフォルダーを --project で指定してください。",
            f"{given}: This is no folder. Name that of the plans with --project.",
        )
    configuration = read(find([given] if given is not None else []))
    if given is None:
        given = Path(configuration.file).parent if configuration.file else Path()
    return given, configuration


@review.command("import", cls=Verb)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            help="記入した指摘一覧（.xlsx） / the workbook",
            show_default=False,
            readable=False,
        ),
    ],
    project: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="計画のフォルダー / project folder"),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="氏名", help="記入者（行にないとき） / who answers")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="記入日（行にないとき） / date")
    ] = None,
    lang: options.Lang = None,
) -> None:
    """記入した指摘一覧を読み、判断を記録します / Record the answers of a filled-in workbook."""
    from alignchecker.engine.check import Checker
    from alignchecker.graph.describe import Describer
    from alignchecker.importers.findings_list import read_findings_list
    from alignchecker.reports.review_text import lines
    from alignchecker.reports.writing import write_whole
    from alignchecker.rules.answers import Signing
    from alignchecker.rules.taking import taken

    folder, configuration = _project(project)
    language = options.language(lang, configuration.lang)
    listed = read_findings_list(file)
    day = options.date(date, "--date")
    signing = Signing((by or "").strip(), day.isoformat() if day else "")
    asked = check_options([folder], configuration, Asked(as_of=options.date(listed.as_of)))
    checker = Checker(asked)
    report = checker.report()
    if not report.plans:
        raise ConfigError(
            f"{folder}: 計画がありません。計画のフォルダーを --project で指定してください。",
            f"{folder}: There are no plans here. Name their folder with --project.",
        )
    found = taken(listed, report, checker.rules, Describer(checker.dataset), asked.reviews, signing)
    for path, content in found.contents(folder):
        write_whole(path, content)
    for line in lines(found, folder, language):
        options.tell(line)
    if found.is_anything_left:
        raise typer.Exit(_LEFT)
