"""``export``: one plan in another format, or all statements with the facts that rules test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.progress import progress
from alignchecker.model.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from alignchecker.graph.dataset import Dataset
    from alignchecker.graph.drafts import StoredFile, StoredPlan

_FORMATS = ("xlsx", "csv", "stratml", "jsonld")
_FACTS = "facts"
_SSSOM = "sssom"
_EVERY = (*_FORMATS, _FACTS, _SSSOM)
_SHOWN = 20


def export(
    paths: options.Paths,
    to: Annotated[str, typer.Option("--to", help="xlsx / csv / stratml / jsonld / facts / sssom")],
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
    plan: Annotated[
        str | None, typer.Option(help="計画名またはIRI / title or IRI, where there are several")
    ] = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
) -> None:
    """計画を別の形式で書き出します / Write a plan in another format."""
    from alignchecker.cli.kept import parsed_files
    from alignchecker.graph.facts import run_facts
    from alignchecker.graph.loading import load
    from alignchecker.graph.named_graph import in_named_graph
    from alignchecker.graph.plan_links import links_of
    from alignchecker.reports import plan_csv
    from alignchecker.reports.stratml import to_stratml
    from alignchecker.reports.workbook import plan_workbook

    language = options.language(lang)
    form = options.one_of(to, _EVERY, "形式", "format")
    with progress(language) as observe:
        dataset = load(paths, parsed=parsed_files(), observe=observe)
    options.not_over(output, (file.path for file in dataset.files))
    if form == _FACTS:
        dataset.add_facts(run_facts(options.date(as_of)))
        options.deliver(_statements(dataset), output)
        return
    if form == _SSSOM:
        options.deliver(_links(dataset), output)
        return
    file, found = _choose(_files(dataset), plan)
    if form == "xlsx":
        options.deliver_bytes(plan_workbook(found.draft, links_of(dataset, found)), output)
    elif form == "csv":
        options.deliver(plan_csv.render(found.draft, language), output)
    elif form == "stratml":
        options.deliver(to_stratml(found.draft, found.base).decode(), output)
    else:
        content = in_named_graph(file.about(found), found.edition, form)
        options.deliver(content.decode(), output)


def _files(dataset: Dataset) -> list[StoredFile]:
    """The inputs with their plans. Raises the error of an input that could not be read."""
    from alignchecker.graph.dataset import Role
    from alignchecker.graph.drafts import from_draft, read_plans
    from alignchecker.graph.rdf_files import RDF_SUFFIXES
    from alignchecker.importers import read_document
    from alignchecker.importers.corrections import corrected

    files = []
    for source in dataset.files:
        if source.role is not Role.INPUT:
            continue
        if source.error is not None:
            raise source.error
        if source.path.suffix.lower() in RDF_SUFFIXES:
            files.append(read_plans(source.path))
            continue
        draft = corrected(read_document(source.path), source.path)
        files.append(from_draft(source.path, draft))
    return files


def _statements(dataset: Dataset) -> str:
    """All statements, those of the files and those derived, as sorted N-Triples.

    Any SHACL engine finds in them with shapes/ what a check finds. Raises the error of an input
    that could not be read.
    """
    for source in dataset.files:
        if source.error is not None:
            raise source.error
    lines = sorted(
        f"{subject} {predicate} {value} .\n" for subject, predicate, value in dataset.triples()
    )
    return "".join(lines)


def _links(dataset: Dataset) -> str:
    """The links that the inputs hold, as SSSOM. Raises the error of one that cannot be read."""
    from pyoxigraph import NamedNode

    from alignchecker.graph.dataset import Role
    from alignchecker.graph.describe import Describer
    from alignchecker.graph.link_records import read_links
    from alignchecker.links.sssom import sssom_text

    for source in dataset.files:
        if source.error is not None:
            raise source.error
    describer = Describer(dataset)
    own = []
    for iri, link in read_links(dataset).items():
        home = dataset.file_of(NamedNode(iri))
        if home is not None and home.role is Role.INPUT:
            own.append(link)
    return sssom_text(own, lambda iri: describer.label(NamedNode(iri)))


def _choose(files: Sequence[StoredFile], wanted: str | None) -> tuple[StoredFile, StoredPlan]:
    """The only plan, or the one of a title or IRI. Raises ConfigError naming those there are."""
    plans = [(file, edition, title) for file in files for edition, title in file.titles.items()]
    found = [p for p in plans if wanted is None or wanted in {p[2], p[1].value}]
    if len(found) == 1:
        file, edition, _ = found[0]
        return file, file.plan(edition)
    if not plans:
        raise ConfigError(
            "書き出せる計画がありません。計画のファイルを指定してください。",
            "There is no plan to write. Name a file of a plan.",
        )
    titles = [title for _, _, title in plans]
    listed = "\n".join(f"  {title} <{edition.value}>" for _, edition, title in plans[:_SHOWN])
    more = len(plans) - _SHOWN
    listed += f"\n  … {more}" if more > 0 else ""
    if wanted is None or found:
        raise ConfigError(
            f"計画が{len(found)}つあります。--plan に計画名かIRIを一つ指定してください。\n{listed}",
            f"There are {len(found)} plans. Name one with --plan, by title or IRI.\n{listed}",
        )
    close_ja, close_en = did_you_mean(wanted, titles)
    raise ConfigError(
        f"計画「{wanted}」はありません。{close_ja}次のどれかを指定してください。\n{listed}",
        f"There is no plan '{wanted}'.{close_en} Name one of these.\n{listed}",
    )
