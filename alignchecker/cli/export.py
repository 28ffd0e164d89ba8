"""``export``: one plan in another format; or all links, a catalogue of the plans, or all statements
with the facts that rules test.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import inputs, options

if TYPE_CHECKING:
    import datetime

    from alignchecker.graph.dataset import Dataset

_FORMATS = ("xlsx", "csv", "stratml", "jsonld")
_FACTS, _SSSOM, _DCAT = "facts", "sssom", "dcat"
_EVERY = (*_FORMATS, _SSSOM, _DCAT, _FACTS)


def export(
    paths: options.Paths,
    to: Annotated[str, typer.Option("--to", help=" / ".join(_EVERY))],
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
    plan: Annotated[
        str | None, typer.Option(help="計画名またはIRI / title or IRI, where there are several")
    ] = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
) -> None:
    """計画・対応づけを別の形式で書き出します / Write a plan, or all links, in another format."""
    from alignchecker.rules.configuration import find, read

    configuration = read(find(paths))
    language = options.language(lang, configuration.lang)
    form = options.one_of(to, _EVERY, "形式", "format")
    dataset = inputs.whole(paths, configuration, language)
    options.not_over(output, (file.path for file in dataset.files))
    if form in _FORMATS:
        content = _plan(dataset, form, plan, language)
        if form == "xlsx":
            options.deliver_bytes(content, output)
        else:
            options.deliver(content.decode(), output)
        return
    if form == _FACTS:
        options.deliver(_facts(dataset, options.date(as_of)), output)
    else:
        options.deliver(_links(dataset) if form == _SSSOM else _catalogue(dataset), output)


def _plan(dataset: Dataset, form: str, wanted: str | None, language: str) -> bytes:
    """The only plan, or the one that is wanted, in one of _FORMATS."""
    from alignchecker.cli.choosing import choose, files_of
    from alignchecker.graph.named_graph import in_named_graph
    from alignchecker.graph.plan_links import links_of
    from alignchecker.reports import plan_csv
    from alignchecker.reports.stratml import to_stratml
    from alignchecker.reports.workbook import plan_workbook

    file, found = choose(files_of(dataset), wanted)
    if form == "xlsx":
        return plan_workbook(found.draft, links_of(dataset, found))
    if form == "csv":
        return plan_csv.render(found.draft, language).encode()
    if form == "stratml":
        return to_stratml(found.draft, found.base)
    return in_named_graph(file.about(found), found.edition, form)


def _facts(dataset: Dataset, as_of: datetime.date | None) -> str:
    """All statements, those of the files and those derived, as sorted N-Triples.

    Any SHACL engine finds in them with shapes/ what a check finds.
    """
    from alignchecker.graph.facts import run_facts

    dataset.add_facts(run_facts(as_of))
    lines = sorted(
        f"{subject} {predicate} {value} .\n" for subject, predicate, value in dataset.triples()
    )
    return "".join(lines)


def _links(dataset: Dataset) -> str:
    """The links that the inputs hold, as SSSOM."""
    from pyoxigraph import NamedNode

    from alignchecker.graph.dataset import Role
    from alignchecker.graph.describe import Describer
    from alignchecker.graph.link_records import read_links
    from alignchecker.links.sssom import sssom_text

    describer = Describer(dataset)
    own = []
    for iri, link in read_links(dataset).items():
        home = dataset.file_of(NamedNode(iri))
        if home is not None and home.role is Role.INPUT:
            own.append(link)
    return sssom_text(own, lambda iri: describer.label(NamedNode(iri)))


def _catalogue(dataset: Dataset) -> str:
    """The plans of the inputs as a DCAT catalogue in Turtle."""
    from alignchecker.graph.dcat import catalogue
    from alignchecker.model.names import DCAT, FOAF, VCARD
    from alignchecker.reports.turtle import turtle

    return turtle(catalogue(dataset), {"dcat": DCAT, "vcard": VCARD, "foaf": FOAF})
