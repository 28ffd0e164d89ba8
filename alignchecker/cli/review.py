"""``review``: what people answered to findings, brought back into the project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.checking import Asked, check_options
from alignchecker.cli.link_lists import export, import_links
from alignchecker.cli.links import VERBS
from alignchecker.cli.plain_help import Group, Verb
from alignchecker.cli.project_folder import project_folder
from alignchecker.model.errors import ConfigError

review = typer.Typer(
    cls=Group,
    help="指摘と対応づけへの判断 / answers to findings, reviews of links",
    no_args_is_help=True,
)
_LEFT = 1


@review.callback()
def _review() -> None:
    pass


for _name, _verb in {"export": export, **VERBS}.items():
    review.command(_name, cls=Verb)(_verb)


@review.command("import", cls=Verb)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            help="記入した表（.xlsx）、対応づけ（.ttl・.sssom.tsv） / workbook or links",
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
    """記入した表や対応づけのファイルから、判断を記録します / Record answers and reviews."""
    if _is_about_links(file):
        import_links(file, project, by, date, lang)
        return
    _import_findings(file, project, by, date, lang)


def _is_about_links(file: Path) -> bool:
    """Whether what comes back are links: a file of them, or their workbook."""
    from alignchecker.graph.rdf_files import RDF_SUFFIXES
    from alignchecker.importers.link_list import is_link_list
    from alignchecker.importers.sssom import is_link_set

    if is_link_set(file) or file.suffix.lower() in RDF_SUFFIXES:
        return True
    return is_link_list(file)


def _import_findings(
    file: Path, project: Path | None, by: str | None, date: str | None, lang: str | None
) -> None:
    from alignchecker.engine.check import Checker
    from alignchecker.graph.describe import Describer
    from alignchecker.importers.findings_list import read_findings_list
    from alignchecker.links.lock import writing
    from alignchecker.reports.review_text import lines
    from alignchecker.reports.writing import write_whole
    from alignchecker.rules.answers import Signing
    from alignchecker.rules.taking import taken

    folder, configuration = project_folder(project)
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
    with writing(folder):
        for path, content in found.contents(folder):
            write_whole(path, content)
    for line in lines(found, folder, language):
        options.tell(line)
    if found.is_anything_left:
        raise typer.Exit(_LEFT)
