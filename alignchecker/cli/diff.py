"""``diff``: two drafts or editions of a plan, as text, JSON, a page, or 新旧対照表."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignchecker.diff.revision import Edition, Revision
    from alignchecker.graph.drafts import StoredFile, StoredPlan

_FORMATS = ("text", "json", "html", "docx", "xlsx")
_Old = Annotated[
    Path,
    typer.Argument(metavar="OLD", help="旧の計画 / the old plan", readable=False),
]
_New = Annotated[
    Path,
    typer.Argument(metavar="NEW", help="新の計画 / the new plan", readable=False),
]


def diff(
    old: _Old,
    new: _New,
    plan: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PLAN",
            help="計画名またはIRI。2回書くと旧・新の順 / title or IRI; twice: of OLD, of NEW",
            show_default=False,
        ),
    ] = None,
    lang: options.Lang = None,
    output_format: Annotated[str, typer.Option(help="text / json / html / docx / xlsx")] = "text",
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
) -> None:
    """計画の新旧を比べ、新旧対照表を作ります / Compare two drafts or editions of a plan."""
    from alignchecker.rules.configuration import find, read

    language = options.language(lang, read(find([new])).lang)
    form = options.one_of(output_format, _FORMATS, "出力形式", "format")
    options.not_over(output, (old, new))
    if form in {"docx", "xlsx"}:
        options.not_to_a_screen(output)
    from alignchecker.diff.revising import revise

    of_old, of_new = _plans(plan or [])
    _deliver(revise(edition(old, of_old), edition(new, of_new)), form, language, output)


def _plans(named: Sequence[str]) -> tuple[str | None, str | None]:
    """The plans of OLD and of NEW: editions in one file, or in folders, have names of their own."""
    if len(named) > len(("old", "new")):
        raise ConfigError(
            "--plan は2つまでです。旧の計画名、新の計画名の順に指定してください。",
            "There are at most two --plan: of OLD, then of NEW.",
        )
    return (named[0], named[-1]) if named else (None, None)


def _deliver(found: Revision, form: str, language: str, output: Path | None) -> None:
    if form == "json":
        from alignchecker.reports.revisions import json

        options.deliver(json.render(found), output)
    elif form == "html":
        from alignchecker.reports.revisions import html

        options.deliver(html.render(found, language), output)
    elif form in {"docx", "xlsx"}:
        from alignchecker.reports.revisions import office

        write = office.document if form == "docx" else office.workbook
        options.deliver_bytes(write(found, language), output)
    else:
        from alignchecker.reports.revisions import text

        options.show(lambda console: text.render(found, language, console), output)


def edition(path: Path, plan: str | None) -> Edition:
    """The plan of a file or folder, the one of that title or IRI where there are several.

    Raises InputError for what cannot be read, ConfigError where no plan or several are meant.
    """
    from alignchecker.diff.revision import Edition

    file, found = stored(path, plan)
    return Edition.of(found, file.statements)


def stored(
    path: Path, plan: str | None, how: tuple[str, str] | None = None
) -> tuple[StoredFile, StoredPlan]:
    """The same as its file holds it, with the file. how: what to do where there are several."""
    from alignchecker.cli.choosing import choose, files_of
    from alignchecker.cli.kept import parsed_files
    from alignchecker.graph.loading import load
    from alignchecker.rules.configuration import find, read

    dataset = load([path], read(find([path])).documents, parsed=parsed_files())
    files = files_of(dataset, outline_kinds=True)
    if not any(file.titles for file in files):
        raise ConfigError(
            f"{path}: 計画がありません。計画のファイルを指定してください"
            "（フォルダーの文書は、設定の documents にあるものだけを読みます）。",
            f"{path}: There is no plan. Name a file of a plan (of a folder only those documents"
            " are read that its configuration lists).",
        )
    is_alone = sum(len(file.titles) for file in files) == 1
    wanted = None if is_alone else plan
    return choose(files, wanted) if how is None else choose(files, wanted, how)
