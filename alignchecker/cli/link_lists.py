"""``review export`` and ``review import`` of links: as a workbook, or as another file of links."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import inputs, options
from alignchecker.cli.links import title
from alignchecker.cli.project_folder import project_folder
from alignchecker.model.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignchecker.graph.dataset import Dataset
    from alignchecker.links.reviewing import Reviewing
    from alignchecker.model.links import LinkRecord
    from alignchecker.model.suggestion import Candidate

_LEFT = 1


def export(
    paths: options.Paths,
    from_: Annotated[str, typer.Option("--from", help="対応元の計画（題名かIRI） / plan")],
    to: Annotated[str, typer.Option("--to", help="対応先の計画（題名かIRI） / the other plan")],
    candidates: Annotated[
        int,
        typer.Option(
            "--candidates",
            metavar="N",
            min=0,
            help="採用した対応づけのない施策に添える候補の数 / suggestions for each open measure",
        ),
    ] = 0,
    output: Annotated[Path | None, typer.Option(help="書き出し先（.xlsx） / file to write")] = None,
    lang: options.Lang = None,
) -> None:
    """二つの計画の対応づけを、判断を記入する表にします / A workbook to review links in."""
    from alignchecker.links.listing import listed
    from alignchecker.links.reviewing import Reviewing
    from alignchecker.reports.office.links import link_workbook
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    options.not_to_a_screen(output)
    dataset = inputs.whole(paths, configuration, language)
    options.not_over(output, (file.path for file in dataset.files))
    reviewing = Reviewing(dataset)
    plan, higher = reviewing.plan(from_), reviewing.plan(to)
    suggested = _suggested(dataset, plan, higher, candidates) if candidates else None
    links = list(listed(reviewing, plan, higher, suggested))
    options.deliver_bytes(link_workbook(links, language), output)


def _suggested(
    dataset: Dataset, plan: str, higher: str, most: int
) -> Mapping[str, Sequence[Candidate]]:
    from pyoxigraph import NamedNode

    from alignchecker.links.suggestion.suggesting import Model, suggestions

    found = suggestions(dataset, NamedNode(plan), NamedNode(higher), most=most, model=Model.NONE)
    return {row.iri: row.candidates for row in found.rows}


def import_links(
    file: Path, project: Path | None, by: str | None, date: str | None, lang: str | None
) -> None:
    """Records what a workbook or another file of links adds; exit 1 where something is left."""
    from alignchecker.graph.rdf_files import RDF_SUFFIXES
    from alignchecker.importers.sssom import is_link_set
    from alignchecker.links.lock import writing
    from alignchecker.links.reviewing import Reviewing

    folder, configuration = project_folder(project)
    language = options.language(lang, configuration.lang)
    day = options.date(date, "--date")
    with writing(folder):
        reviewing = Reviewing(inputs.whole([folder], configuration, language))
        if is_link_set(file) or file.suffix.lower() in RDF_SUFFIXES:
            is_left = _merge(file, folder, reviewing, language)
        else:
            who = " ".join((by or "").split())
            is_left = _take(
                file, folder, reviewing, (who, day.isoformat() if day else ""), language
            )
    if is_left:
        raise typer.Exit(_LEFT)


def _take(
    file: Path, folder: Path, reviewing: Reviewing, signed: tuple[str, str], lang: str
) -> bool:
    from alignchecker.importers.link_list import read_link_list
    from alignchecker.links.taking import taken
    from alignchecker.reports.link_files import write
    from alignchecker.reports.link_text import of_list

    found = taken(read_link_list(file), reviewing, *signed)
    list(write(folder, reviewing.dataset, found.additions))
    for line in of_list(found, lang):
        options.tell(line)
    return bool(found.left)


def _merge(file: Path, folder: Path, reviewing: Reviewing, lang: str) -> bool:
    from alignchecker.links.merging import links_in, merged
    from alignchecker.links.records import Addition
    from alignchecker.reports.link_files import write
    from alignchecker.reports.link_text import of_file

    there = links_in(file)
    if not there:
        raise ConfigError(
            f"{file}: 対応づけがありません。対応づけのファイルを指定してください。",
            f"{file}: There are no links in it. Name a file of links.",
        )
    found = merged(reviewing.links, there)
    list(write(folder, reviewing.dataset, found.additions))

    def named(link: LinkRecord) -> str:
        return title(reviewing, Addition(link, ()))

    for line in of_file(found, named, lang):
        options.tell(line)
    return found.is_anything_left
