"""``explain``: one rule in full, as it stands in shapes/."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from alignchecker.cli import options
from alignchecker.lang import say


def explain(
    rule: Annotated[str, typer.Argument(help="規則の名前 / rule id", show_default=False)],
    lang: options.Lang = None,
) -> None:
    """規則を一つ説明します / Explain one rule."""
    from alignchecker.rules.catalogue import load_catalogue

    language = options.language(lang)
    found = load_catalogue().rule(rule)
    console = options.terminal()
    console.print(Text(f"{found.title[language]}  ({found.id})", style="bold"))
    console.print(Text(found.description[language]))
    facts = {
        "severity": say(f"severity.{found.severity.word}", language),
        "family": say(f"family.{found.family}", language),
        "profile": found.profile,
        "why": found.why[language],
        "remedy": found.remedy[language].replace("[[", "").replace("]]", ""),
        "source": found.source[language],
        "since": found.since,
    }
    for key, value in facts.items():
        console.print(Text.assemble((f"{say(f'field.{key}', language)}: ", "dim"), value))
    for key, code in (
        ("passing", found.passing),
        ("failing", found.failing),
        ("query", found.select),
    ):
        console.print(Text(f"{say(f'field.{key}', language)}:", style="dim"))
        console.print(Padding(Text(code.strip("\n"), no_wrap=True), (0, 0, 0, 2)))
