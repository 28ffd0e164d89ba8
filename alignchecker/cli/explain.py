"""``explain``: one rule in full, as it stands in shapes/."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from alignchecker.cli import options
from alignchecker.lang import say
from alignchecker.reports.sentences import family
from alignchecker.reports.wrapping import wrap

if TYPE_CHECKING:
    from rich.console import Console

    from alignchecker.rules.catalogue import Rule

_PLACEHOLDER = re.compile(r"\{\?\w+\}|\[\[|\]\]")


def explain(
    rule: Annotated[str, typer.Argument(help="規則の名前 / rule id", show_default=False)],
    lang: options.Lang = None,
) -> None:
    """規則を一つ説明します / Explain one rule."""
    language, catalogue = options.catalogue_here(lang)
    found = catalogue.rule(rule)
    options.show(lambda console: _print(found, language, console))


def _print(rule: Rule, lang: str, console: Console) -> None:
    console.print(Text(f"{rule.title[lang]}  ({rule.id})", style="bold"))
    console.print(Text(wrap(rule.description[lang], console.width)))
    facts = {
        "severity": say(f"severity.{rule.severity.word}", lang),
        "family": family(rule, lang),
        "profile": rule.profile,
        "why": rule.why[lang],
        "remedy": _PLACEHOLDER.sub(lambda m: "…" if m[0][0] == "{" else "", rule.remedy[lang]),
        "source": rule.source[lang],
        "since": rule.since,
    }
    for key, value in ((key, value) for key, value in facts.items() if value):
        label = f"{say(f'field.{key}', lang)}: "
        console.print(Text(wrap(label + value, console.width)))
    examples = {"passing": rule.passing, "failing": rule.failing, "query": rule.select}
    for key, code in ((key, code) for key, code in examples.items() if code):
        console.print(Text(f"{say(f'field.{key}', lang)}:", style="dim"))
        console.print(Text(_indented(code), no_wrap=True, overflow="ignore"), crop=False)


def _indented(code: str) -> str:
    return textwrap.indent(textwrap.dedent(code).strip("\n"), "  ")
