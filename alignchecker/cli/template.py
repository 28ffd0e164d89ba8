"""``template``: an empty workbook to fill in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from alignchecker.model.errors import ConfigError


def template(
    file: Annotated[
        Path, typer.Argument(help="作るファイル（.xlsx） / file to write", show_default=False)
    ],
) -> None:
    """計画を記入する Excel のひな形を作ります / Write an empty workbook for a plan."""
    from alignchecker.reports.workbook import empty_workbook
    from alignchecker.reports.writing import write_whole

    if file.suffix.lower() != ".xlsx":
        raise ConfigError(
            f"「{file}」には作れません。計画.xlsx のように、.xlsx で終わる名前にしてください。",
            f"'{file}' cannot be it. Give a name that ends in .xlsx.",
        )
    # A workbook that somebody filled in would be lost.
    if os.path.exists(file):  # noqa: PTH110 – Path.exists raises for a name that is too long
        raise ConfigError(
            f"「{file}」はすでにあります。別の名前を指定してください。",
            f"'{file}' exists already. Give another name.",
        )
    write_whole(file, empty_workbook())
