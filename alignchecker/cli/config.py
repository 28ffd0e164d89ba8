"""``config show``: which configuration is in force, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignchecker.cli import options
from alignchecker.cli.plain_help import Group, Verb
from alignchecker.lang import say

if TYPE_CHECKING:
    from rich.console import Console

    from alignchecker.model.severity import Severity

_HANGING = 4

config = typer.Typer(cls=Group, help="設定 / configuration", no_args_is_help=True)


@config.callback()
def _config() -> None:
    pass


def _severities(configured: Mapping[str, Severity]) -> str:
    return ", ".join(f"{rule}={severity.word}" for rule, severity in configured.items()) or "—"


@config.command("show", cls=Verb)
def show(
    folder: Annotated[
        Path, typer.Argument(help="プロジェクトのフォルダー / project folder")
    ] = Path(),
    lang: options.Lang = None,
) -> None:
    """有効な設定を出します / Show the configuration in force."""
    from rich.text import Text

    from alignchecker.reports.wrapping import wrap
    from alignchecker.rules import project
    from alignchecker.rules.catalogue import load_catalogue
    from alignchecker.rules.configuration import find, read
    from alignchecker.rules.own_rules import with_own_rules

    configuration = read(find([folder]))
    language = options.language(lang, configuration.lang)
    shapes = project.shapes(configuration)
    catalogue = with_own_rules(load_catalogue(), shapes)
    severities = [configuration.severity, *(c.severity for c in configuration.plans.values())]
    for rule in (rule for severity in severities for rule in severity):
        catalogue.rule(rule)
    lines = {
        say("config.file", language): configuration.file or say("config.none", language),
        "profile": ", ".join(configuration.profile) or "—",
        "select": ", ".join(configuration.select) or "—",
        "ignore": ", ".join(configuration.ignore) or "—",
        "fail-on": configuration.fail_on,
        "lang": configuration.lang,
        "documents": ", ".join(configuration.documents) or "—",
        "shapes": ", ".join(map(str, shapes)) or "—",
        "severity": _severities(configuration.severity),
        **{
            f'plan."{name}"': f"profile={', '.join(choice.profile) or '—'}"
            f" select={', '.join(choice.select) or '—'} ignore={', '.join(choice.ignore) or '—'}"
            f" severity={_severities(choice.severity)}"
            for name, choice in configuration.plans.items()
        },
        "waivers": ", ".join(map(str, project.waivers([folder], configuration))) or "—",
        "baseline": str(project.baseline_file([folder], configuration) or "—"),
    }
    said = [f"{key}: {value}" for key, value in lines.items()]
    said.append(f"{say('field.profile', language)}:")
    said += [
        f"  {profile.id}: {profile.title[language]}" for profile in catalogue.profiles.values()
    ]

    def draw(console: Console) -> None:
        console.print(Text("\n".join(wrap(line, console.width, _HANGING) for line in said)))

    options.show(draw)
