"""Options that several verbs share, and how their words are checked."""

from __future__ import annotations

import datetime
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from alignchecker.lang import LANGUAGES
from alignchecker.model.errors import ConfigError, did_you_mean
from alignchecker.reports.writing import write_whole

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="計画のファイルまたはフォルダー / plan files or folders", show_default=False
    ),
]
Lang = Annotated[str | None, typer.Option("--lang", help="ja / en", show_default=False)]
Format = Annotated[str, typer.Option("--output-format", help="text / json")]
_PIPED_WIDTH = 100
_NARROWEST = 40


def one_of(value: str, known: Iterable[str], ja: str, en: str) -> str:
    """The value, if it is one of the known ones. Raises ConfigError naming the nearest."""
    words = list(known)
    if value in words:
        return value
    close_ja, close_en = did_you_mean(value, words)
    raise ConfigError(
        f"{ja}「{value}」はありません。{close_ja}使えるもの: {', '.join(words)}",
        f"There is no {en} '{value}'.{close_en} Known: {', '.join(words)}",
    )


def language(asked: str | None, configured: str = "ja") -> str:
    """The language to speak: asked for, else configured."""
    return one_of(asked or configured, LANGUAGES, "言語", "language")


def date(text: str | None) -> datetime.date | None:
    """A date as YYYY-MM-DD, or None. Raises ConfigError for anything else."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(
            f"日付「{text}」が読めません。--as-of 2026-04-01 のように書いてください",
            f"'{text}' is no date; write it like --as-of 2026-04-01",
        ) from error


def show(draw: Callable[[Console], None], output: Path | None = None) -> None:
    """Lets ``draw`` print: in colour to a screen, as plain text to a pipe or a file."""
    if output is None and sys.stdout.isatty():
        draw(Console(highlight=False, emoji=False))
        return
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isascii() and columns.isdigit() else _PIPED_WIDTH
    width = max(width, _NARROWEST)
    buffer = io.StringIO()
    draw(Console(file=buffer, width=width, highlight=False, emoji=False, color_system=None))
    # rich fills table cells with spaces up to the edge; nobody wants those in a file.
    deliver("".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines()), output)


def deliver(text: str, output: Path | None) -> None:
    """Writes a text to a file, whole or not at all, or to standard output."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_whole(output, text.encode())


def deliver_bytes(content: bytes, output: Path | None) -> None:
    """Writes what is no text to a file, whole or not at all, or to a pipe.

    Raises ConfigError where it would go to a screen.
    """
    if output is not None:
        write_whole(output, content)
    elif sys.stdout.isatty():
        raise ConfigError(
            "Excel のファイルは画面に出せません。--output FILE.xlsx のように書き出し先を"
            "指定してください",
            "An Excel file cannot go to the screen; name a file with --output FILE.xlsx",
        )
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
