"""``explain``: one rule in full, as it stands in shapes/."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.lang import say
from alignchecker.reports.families import family
from alignchecker.reports.wrapping import harmless, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignchecker.rules.catalogue import Rule

_PLACEHOLDER = re.compile(r"\{\?\w+\}|\[\[|\]\]")


def explain(
    rule: Annotated[str, typer.Argument(help="規則の名前 / rule id", show_default=False)],
    lang: options.Lang = None,
) -> None:
    """規則を一つ説明します / Explain one rule."""
    language, found = _rule_here(rule, lang)
    options.show_styled("\n".join(_lines(found, language, options.width())))


def _rule_here(rule: str, asked: str | None) -> tuple[str, Rule]:
    """The language to speak and a rule, as the configuration of the current folder says."""
    from alignchecker.rules.catalogue import load_rule
    from alignchecker.rules.configuration import find, read

    configuration = read(find([]))
    if configuration.shapes:
        # Rules of the project's own are named so that they differ from all others.
        language, catalogue = options.catalogue_here(asked)
        return language, catalogue.rule(rule)
    return options.language(asked, configuration.lang), load_rule(rule)


def _lines(rule: Rule, lang: str, width: int) -> Iterator[str]:
    yield typer.style(wrap(f"{rule.title[lang]}  ({rule.id})", width), bold=True)
    yield wrap(rule.description[lang], width)
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
        yield wrap(label + value, width)
    examples = {"passing": rule.passing, "failing": rule.failing, "query": rule.select}
    for key, code in ((key, code) for key, code in examples.items() if code):
        yield typer.style(f"{say(f'field.{key}', lang)}:", dim=True)
        yield _indented(code)


def _indented(code: str) -> str:
    return textwrap.indent(textwrap.dedent(harmless(code.expandtabs())).strip("\n"), "  ")
