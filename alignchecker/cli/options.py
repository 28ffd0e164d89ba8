"""Options that several verbs share, and how their words are checked."""

from __future__ import annotations

import datetime
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from alignchecker.lang import LANGUAGES
from alignchecker.model.errors import AligncheckerError, ConfigError, did_you_mean
from alignchecker.reports.wrapping import harmless, wrap

if TYPE_CHECKING:
    from rich.console import Console

    from alignchecker.rules.catalogue import Catalogue

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="計画のファイルまたはフォルダー / plan files or folders",
        show_default=False,
        # What cannot be read is told by the readers, in the language asked for.
        readable=False,
    ),
]
Lang = Annotated[str | None, typer.Option("--lang", help="ja / en", show_default=False)]
Format = Annotated[str, typer.Option("--output-format", help="text / json")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--output-format",
        help="text / json / sarif / junit / github / gitlab / markdown / turtle / earl / html"
        " / xlsx / docx / annotated",
        show_default=False,
    ),
]
Outputs = Annotated[list[Path] | None, typer.Option("--output", help="書き出し先 / file to write")]
FailOn = Annotated[
    str | None,
    typer.Option(help="終了コード1にする区分 / exit 1 from here: violation warning info never"),
]
AsOf = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="基準日 / date for rules about today")
]
FAIL_ON = ("violation", "warning", "info", "never")
_PIPED_WIDTH = 100
_NARROWEST = 40
_TAB = 4


def one_of(value: str, known: Iterable[str], ja: str, en: str) -> str:
    """The value, if it is one of the known ones. Raises ConfigError naming the nearest."""
    words = list(known)
    if value in words:
        return value
    close_ja, close_en = did_you_mean(value, words)
    raise ConfigError(
        f"{ja}「{value}」はありません。{close_ja}{', '.join(words)} から選んでください。",
        f"There is no {en} '{value}'.{close_en} Choose one of {', '.join(words)}.",
    )


def language(asked: str | None, configured: str = "ja") -> str:
    """The language to speak: asked for, else configured."""
    return one_of(asked or configured, LANGUAGES, "言語", "language")


def catalogue_here(asked: str | None) -> tuple[str, Catalogue]:
    """The language to speak and all rules, as the configuration of the current folder says."""
    from alignchecker.rules import project
    from alignchecker.rules.catalogue import load_catalogue
    from alignchecker.rules.configuration import find, read
    from alignchecker.rules.own_rules import with_own_rules

    configuration = read(find([]))
    spoken = language(asked, configuration.lang)
    return spoken, with_own_rules(load_catalogue(), project.shapes(configuration))


def date(text: str | None, option: str = "--as-of") -> datetime.date | None:
    """A date as YYYY-MM-DD, or None. Raises ConfigError for anything else, naming the option."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(
            f"日付「{text}」が読めません。{option} 2026-04-01 のように書いてください。",
            f"'{text}' is no date. Write it like {option} 2026-04-01.",
        ) from error


def is_same(path: Path, other: Path) -> bool:
    """Whether both are there and lead to the same file."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def not_over(output: Path | None, inputs: Iterable[Path]) -> None:
    """Raises ConfigError where writing would destroy what is read."""
    for path in inputs:
        if output is not None and is_same(output, path):
            raise ConfigError(
                f"{output}: 読み込むファイルそのものです。上書きすると元の文書が失われるため、"
                "--output には別の名前を指定してください。",
                f"{output}: This is the file that is read, and would be lost."
                " Name another one with --output.",
            )


def tell(text: str) -> None:
    """Says something on stderr; what a document or a file name holds cannot steer the terminal."""
    said = f"alignchecker: {harmless(text)}"
    typer.echo(wrap(said, screen_width(sys.stderr)) if sys.stderr.isatty() else said, err=True)


def screen_width(stream: TextIO) -> int:
    """How many cells a line has on the screen that a stream goes to."""
    try:
        return max(os.get_terminal_size(stream.fileno()).columns, _NARROWEST)
    except OSError:
        return shutil.get_terminal_size().columns


def show(draw: Callable[[Console], None], output: Path | None = None) -> None:
    """Lets ``draw`` print: in colour to a screen, as plain text to a pipe or a file."""
    from rich.console import Console

    if output is None and sys.stdout.isatty():
        draw(Console(highlight=False, emoji=False))
        return
    buffer = io.StringIO()
    draw(Console(file=buffer, width=_piped(), highlight=False, emoji=False, color_system=None))
    # rich fills table cells with spaces up to the edge; nobody wants those in a file.
    deliver("".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines()), output)


def width() -> int:
    """How many cells a line of standard output has: those of the screen, or of a pipe's reader."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _piped()


def _piped() -> int:
    columns = os.environ.get("COLUMNS", "")
    asked = int(columns) if columns.isascii() and columns.isdigit() else _PIPED_WIDTH
    return max(asked, _NARROWEST)


def show_styled(text: str) -> None:
    """Prints a text with ``typer.style`` in it, which a pipe gets without, as ``show`` does.

    It must be harmless. Unlike ``show`` it takes no rich, which loads longer than it prints.
    """
    is_plain = not sys.stdout.isatty() or os.environ.get("TERM") in ("dumb", "unknown")
    with _standard_output():
        typer.echo(text, color=False if is_plain else None)


def deliver(text: str, output: Path | None) -> None:
    """Writes a text to a file, whole or not at all, or to standard output.

    A screen gets it without control characters.
    """
    if output is not None:
        _write(text.encode(errors="replace"), output)
        return
    with _standard_output():
        sys.stdout.write(harmless(text.expandtabs(_TAB)) if sys.stdout.isatty() else text)
        sys.stdout.flush()


def not_to_a_screen(output: Path | None) -> None:
    """Raises ConfigError where what is no text would go to a screen."""
    if output is None and sys.stdout.isatty():
        raise ConfigError(
            "Word や Excel などのファイルは画面に出せません。--output FILE のように書き出し先を"
            "指定してください。",
            "A file for Word, Excel or the like cannot go to the screen."
            " Name a file with --output FILE.",
        )


def deliver_bytes(content: bytes, output: Path | None) -> None:
    """Writes what is no text to a file, whole or not at all, or to a pipe.

    Raises ConfigError where it would go to a screen.
    """
    not_to_a_screen(output)
    if output is not None:
        _write(content, output)
        return
    with _standard_output():
        sys.stdout.buffer.write(content)
        sys.stdout.flush()


def _write(content: bytes, output: Path) -> None:
    from alignchecker.reports.writing import write_whole

    write_whole(output, content)


@contextmanager
def _standard_output() -> Iterator[None]:
    """Turns what keeps standard output from being written to into an error that helps."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        from alignchecker.importers.os_errors import cause

        drop_output()
        ja, en = cause(error)
        raise AligncheckerError(
            f"標準出力に書き込めません（{ja}）。空き容量を確かめるか、"
            "--output で別の場所を指定してください。",
            f"Standard output cannot be written to ({en}). Check the free space,"
            " or name another place with --output.",
        ) from error


def drop_output() -> None:
    """Lets go of what standard output still holds: it would be tried again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
