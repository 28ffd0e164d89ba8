"""``import``: a document to a plan file, as JSON or Turtle; says what could not be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from alignchecker.cli import options
from alignchecker.model.errors import ConfigError

_FORMATS = ("turtle", "json")


def import_(
    file: Annotated[Path, typer.Argument(help="計画の文書 / plan document", show_default=False)],
    output: Annotated[Path | None, typer.Option(help="書き出し先 / file to write")] = None,
    to: Annotated[str, typer.Option("--to", help="turtle / json")] = "turtle",
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
    lang: options.Lang = None,
) -> None:
    """文書から計画を取り込みます / Import a plan from a document."""
    from alignchecker.graph.codes import known
    from alignchecker.graph.turtle import to_turtle
    from alignchecker.importers import read_document
    from alignchecker.importers.corrections import apply_corrections, read_corrections
    from alignchecker.lang.import_warnings import warning_text
    from alignchecker.model.names import DATA
    from alignchecker.reports.plan_json import plan_json

    language = options.language(lang)
    form = options.one_of(to, _FORMATS, "形式", "format")
    if type_ is not None:
        options.one_of(type_, known("type"), "計画の種類", "plan type")
    draft = read_document(file)
    if type_ is not None:
        draft = replace(draft, plan_type=type_)
    for path in dict.fromkeys(p for p in (output, file) if p is not None and p.name):
        beside = path.with_suffix(".corrections.toml")
        if beside.is_file():
            draft = apply_corrections(draft, read_corrections(beside))
            break
    for warning in draft.warnings:
        typer.echo(
            f"alignchecker: {warning_text(warning.code, warning.arguments, language)}", err=True
        )
    if strict and draft.warnings:
        raise ConfigError(
            f"読み取れないものが{len(draft.warnings)}件あるため、書き出しませんでした（--strict）。"
            "原本で確かめ、訂正ファイルに書いてください",
            f"{len(draft.warnings)} things could not be read; nothing was written (--strict). "
            "Look them up and write them into a corrections file",
        )
    if structure_only:
        draft = draft.structure()
    root = _base(base or DATA)
    written = plan_json(draft, language).decode() if form == "json" else to_turtle(draft, root)
    options.deliver(written, output)


def _base(iri: str) -> str:
    """A base of IRIs, ending in a slash. Raises ConfigError for what is no absolute IRI."""
    from pyoxigraph import NamedNode

    try:
        base = NamedNode(iri if iri.endswith("/") else iri + "/").value
    except ValueError as error:
        raise ConfigError(
            f"--base「{iri}」は IRI ではありません。"
            "https://example.jp/data/ のように書いてください",
            f"'{iri}' is no IRI; write --base like https://example.jp/data/",
        ) from error
    return base
