"""``config show``: which configuration is in force, and where it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from alignchecker.cli import options
from alignchecker.lang import say

config = typer.Typer(help="設定 / configuration", no_args_is_help=True)


@config.callback()
def _config() -> None:
    pass


@config.command("show")
def show(
    folder: Annotated[
        Path, typer.Argument(help="プロジェクトのフォルダー / project folder")
    ] = Path(),
    lang: options.Lang = None,
) -> None:
    """有効な設定を出します / Show the configuration in force."""
    from alignchecker.rules.catalogue import load_catalogue
    from alignchecker.rules.configuration import find, read

    configuration = read(find([folder]))
    language = options.language(lang, configuration.lang)
    catalogue = load_catalogue()
    for rule in configuration.severity:
        catalogue.rule(rule)
    lines = {
        say("config.file", language): configuration.file or say("config.none", language),
        "profile": ", ".join(configuration.profile) or "—",
        "select": ", ".join(configuration.select) or "—",
        "ignore": ", ".join(configuration.ignore) or "—",
        "fail-on": configuration.fail_on,
        "lang": configuration.lang,
        "documents": ", ".join(configuration.documents) or "—",
        "severity": ", ".join(f"{k}={v.word}" for k, v in configuration.severity.items()) or "—",
    }
    said = [f"{key}: {value}" for key, value in lines.items()]
    said.append(f"{say('field.profile', language)}:")
    said += [
        f"  {profile.id}: {profile.title[language]}" for profile in catalogue.profiles.values()
    ]
    options.show(lambda console: console.print(Text("\n".join(said))))
