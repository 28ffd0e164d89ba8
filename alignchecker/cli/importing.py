"""``import``: a document to a plan file, as JSON or Turtle; says what could not be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.progress import progress
from alignchecker.model.errors import ConfigError
from alignchecker.model.progress import Stage, Step

if TYPE_CHECKING:
    from alignchecker.model.plan import PlanDraft

_FORMATS = ("turtle", "json", "xlsx", "trig", "jsonld")


def import_(
    file: Annotated[
        Path,
        # typer would say in English, with its usage, that a file is not readable; the readers do.
        typer.Argument(help="計画の文書 / plan document", show_default=False, readable=False),
    ],
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
    to: Annotated[str, typer.Option("--to", help="turtle json xlsx trig jsonld")] = "turtle",
    type_: Annotated[
        str | None, typer.Option("--type", help="計画の種類 / plan type, e.g. children")
    ] = None,
    base: Annotated[str | None, typer.Option(help="IRIの土台 / base of IRIs")] = None,
    structure_only: Annotated[
        bool, typer.Option("--structure-only", help="文章を除く / headings and facts only")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="読み取れないものがあれば中止 / warnings are errors")
    ] = False,
    update: Annotated[
        Path | None,
        typer.Option(
            "--update", help="以前の取り込み / earlier import to bring up", readable=False
        ),
    ] = None,
    lang: options.Lang = None,
) -> None:
    """文書から計画を取り込みます / Import a plan from a document."""
    from alignchecker.graph.codes import known
    from alignchecker.importers import read_document
    from alignchecker.importers.corrections import corrected
    from alignchecker.model.names import DATA

    language = options.language(lang)
    form = options.one_of(to, _FORMATS, "形式", "format")
    if type_ is not None:
        options.one_of(type_, known("type"), "計画の種類", "plan type")
    options.not_over(output, [file])
    with progress(language) as observe:
        observe(Step(Stage.IMPORTING, name=file.name))
        draft = read_document(file)
    if update is not None:
        from alignchecker.cli.updating import Request, work_out

        root = _base(base) if base else None
        request = Request(file, update, output, root, type_, structure_only)
        with progress(language) as observe:
            observe(Step(Stage.IMPORTING, name=update.name))
            job = work_out(request, draft, form)
        _tell(job.updated.draft, language, strict=strict)
        job.deliver(form, language)
        return
    draft = replace(draft, plan_type=type_ or draft.plan_type)
    draft = corrected(draft, output, file)
    _tell(draft, language, strict=strict)
    if structure_only:
        draft = draft.structure()
    content = _in_format(draft, form, _base(base or DATA), language)
    if form == "xlsx":
        options.deliver_bytes(content, output)
    else:
        options.deliver(content.decode(), output)


def _tell(draft: PlanDraft, lang: str, *, strict: bool) -> None:
    """Say on stderr what could not be read, and where. Raises ConfigError if that may not be."""
    from alignchecker.lang.import_warnings import warning_text
    from alignchecker.reports.sentences import position_text

    for warning in draft.warnings:
        place = f"{position_text(warning.position, lang)}: " if warning.position else ""
        words = warning_text(warning.code, warning.arguments, lang)
        options.tell(place + words)
    if strict and draft.warnings:
        raise ConfigError(
            f"読み取れないものが{len(draft.warnings)}件あるため、書き出しませんでした（--strict）。"
            "原本で確かめ、訂正ファイルに書いてください。",
            f"{len(draft.warnings)} things could not be read, so nothing was written (--strict). "
            "Look them up and write them into a corrections file.",
        )


def _in_format(draft: PlanDraft, form: str, base: str, lang: str) -> bytes:
    """The plan in one of the formats."""
    from alignchecker.graph.documents import edition_iri, triples
    from alignchecker.graph.named_graph import in_named_graph
    from alignchecker.graph.turtle import to_turtle
    from alignchecker.reports.plan_json import plan_json

    if form == "xlsx":
        from alignchecker.reports.workbook import plan_workbook

        return plan_workbook(draft)
    if form == "json":
        return plan_json(draft, lang)
    if form == "turtle":
        return to_turtle(draft, base).encode()
    return in_named_graph(triples(draft, base), edition_iri(draft, base), form)


def _base(iri: str) -> str:
    """A base of IRIs, ending in a slash. Raises ConfigError for what is no absolute IRI."""
    from pyoxigraph import NamedNode

    try:
        base = NamedNode(iri if iri.endswith("/") else iri + "/").value
    except ValueError as error:
        raise ConfigError(
            f"--base「{iri}」は IRI ではありません。"
            "https://example.jp/data/ のように書いてください。",
            f"'{iri}' is no IRI. Write --base like https://example.jp/data/.",
        ) from error
    return base
