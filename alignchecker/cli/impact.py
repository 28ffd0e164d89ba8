"""``impact``: what a new edition of a plan asks of the others, the worst first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import inputs, options
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from alignchecker.diff.impact import Impacts
    from alignchecker.diff.revision import Edition
    from alignchecker.graph.dataset import Dataset

_FORMATS = ("text", "json", "csv", "xlsx")


def impact(
    paths: options.Paths,
    changed: Annotated[
        str,
        typer.Option(metavar="PLAN", help="新しい版のファイル・計画名・IRI / the new edition"),
    ],
    old: Annotated[
        str | None,
        typer.Option(metavar="PLAN", help="古い版。省けば改定前の版 / what it replaces"),
    ] = None,
    lang: options.Lang = None,
    output_format: Annotated[str, typer.Option(help="text / json / csv / xlsx")] = "text",
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
) -> None:
    """上位計画などの改定で見直すものを挙げます / List what a new edition bears on."""
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    form = options.one_of(output_format, _FORMATS, "出力形式", "format")
    if form == "xlsx":
        options.not_to_a_screen(output)
    also = [Path(old)] if old is not None and _is_path(old) else []
    dataset = inputs.told([*paths, *also], configuration, language)
    named = [Path(changed)] if _is_path(changed) else []
    options.not_over(output, [*(file.path for file in dataset.files), *named])
    _deliver(_found(dataset, changed, old), form, language, output)
    inputs.exit_unread(dataset)


def _found(dataset: Dataset, changed: str, old: str | None) -> Impacts:
    from alignchecker.diff.affected import impacts
    from alignchecker.diff.revising import revise
    from alignchecker.graph.describe import Describer

    new_edition, replaces = _new(dataset, changed)
    before = _old(dataset, old, new_edition, replaces, is_apart=_is_path(changed))
    return impacts(dataset, Describer(dataset), revise(before, new_edition))


def _deliver(found: Impacts, form: str, language: str, output: Path | None) -> None:
    if form == "json":
        from alignchecker.reports.impacts import json

        options.deliver(json.render(found, language), output)
    elif form == "csv":
        from alignchecker.reports.impacts import lists

        options.deliver(lists.render_csv(found, language), output)
    elif form == "xlsx":
        from alignchecker.reports.impacts import lists

        options.deliver_bytes(lists.render_xlsx(found, language), output)
    else:
        from alignchecker.reports.impacts import text

        options.show(lambda console: text.render(found, language, console), output)


_HOW = (
    "このファイルを PATH に加え、--changed や --old には計画名かIRIを一つ指定してください。",
    "Add the file to PATH, and name one with --changed or --old by title or IRI.",
)


def _is_path(name: str) -> bool:
    """Whether a file is meant. Raises ConfigError for a name of a file that is not there."""
    from alignchecker.graph.rdf_files import RDF_SUFFIXES
    from alignchecker.importers import READERS
    from alignchecker.importers.paths import is_file

    path = Path(name)
    if is_file(path):
        return True
    if path.suffix.lower() in {*RDF_SUFFIXES, *READERS} and not name.startswith(
        ("http:", "https:")
    ):
        raise ConfigError(
            f"{name}: ファイルがありません。パスとファイル名を確かめてください。",
            f"{name}: There is no such file. Check the path and the name.",
        )
    return False


def _new(dataset: Dataset, name: str) -> tuple[Edition, list[str]]:
    """The new edition, and the IRIs of what it replaces and of its series."""
    from alignchecker.cli.diff import stored
    from alignchecker.diff.predecessor import origins, stored_in
    from alignchecker.diff.revision import Edition
    from alignchecker.graph.plan_names import plan_names

    if _is_path(name):
        file, plan = stored(Path(name), None, _HOW)
    else:
        file, plan = stored_in(dataset, plan_names(dataset).the(name))
    return Edition.of(plan, file.statements), origins(file.statements, plan.edition)


def _old(
    dataset: Dataset, name: str | None, new: Edition, origins: list[str], *, is_apart: bool
) -> Edition:
    """The old edition: the one named, else what the new one replaces, else the one before it."""
    from alignchecker.cli.diff import stored
    from alignchecker.diff.predecessor import predecessor, stored_in
    from alignchecker.diff.revision import Edition
    from alignchecker.graph.plan_names import plan_names

    if name is not None and _is_path(name):
        file, plan = stored(Path(name), None, _HOW)
        return Edition.of(plan, file.statements)
    if name is not None:
        found = plan_names(dataset).the(name)
    else:
        before = predecessor(dataset, new, origins, is_apart=is_apart)
        if before is None:
            raise ConfigError(
                f"「{new.draft.title or new.iri}」の前の版が、読み込んだ計画の中に見つかりません。"
                "--old に前の版のファイルか計画名を指定してください。",
                f"No edition before '{new.draft.title or new.iri}' is among the plans that were"
                " read. Name its file or title with --old.",
            )
        found = before
    file, plan = stored_in(dataset, found)
    return Edition.of(plan, file.statements)
