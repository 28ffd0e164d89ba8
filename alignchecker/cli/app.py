"""Puts the verbs together and turns errors into one message and exit status 2."""

from __future__ import annotations

import io
import itertools
import os
import sys
from typing import Annotated

import typer

from alignchecker import __version__
from alignchecker.cli import options
from alignchecker.cli.baseline import baseline
from alignchecker.cli.check import check
from alignchecker.cli.config import config
from alignchecker.cli.corpus import corpus
from alignchecker.cli.coverage import coverage
from alignchecker.cli.explain import explain
from alignchecker.cli.export import export
from alignchecker.cli.importing import import_
from alignchecker.cli.plans import plans
from alignchecker.cli.reason import reason
from alignchecker.cli.rules import rules
from alignchecker.cli.template import template
from alignchecker.lang import say
from alignchecker.model.errors import AligncheckerError, InputError

app = typer.Typer(
    name="alignchecker",
    help="市の計画が上位計画・根拠法と整合しているかを調べます。 "
    "/ Tells a city hall whether its plans fit together.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check)
app.command("import")(import_)
app.command("rules")(rules)
app.command("explain")(explain)
app.command("plans")(plans)
app.command("coverage")(coverage)
app.command("reason")(reason)
app.command("export")(export)
app.command("template")(template)
app.add_typer(config, name="config")
app.add_typer(baseline, name="baseline")
app.add_typer(corpus, name="corpus")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"alignchecker {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版を表示 / version")
    ] = False,
) -> None:
    pass


def run() -> int:
    """Runs the command line; returns the exit status (design §5)."""
    for stream in (sys.stdout, sys.stderr):
        # Files and pipes get UTF-8 wherever we run; a terminal keeps its own encoding.
        if isinstance(stream, io.TextIOWrapper):
            utf8 = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=utf8, errors="replace")
    try:
        app()
    except AligncheckerError as error:
        options.tell(_message(error))
        return 2
    except BrokenPipeError:
        # The reader of a pipe went away; nothing more to say, and no traceback at exit either.
        options.drop_output()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    # Whatever else goes wrong is our mistake; the user gets a sentence, we the trace if asked for.
    except Exception as error:
        if os.environ.get("ALIGNCHECKER_TRACEBACK"):
            raise
        words = f"{type(error).__name__}: {error}"
        options.tell(say("error.internal", _language(), words=words))
        return 2
    return 0


def _message(error: AligncheckerError) -> str:
    """What went wrong; a file's name stays on one line, whatever it holds."""
    text = error.text(_language())
    if isinstance(error, InputError) and "\n" in error.path:
        return text.replace(error.path, error.path.replace("\n", " "))
    return text


def _language() -> str:
    """The language asked for; options may not have been parsed when an error comes up."""
    return "en" if "--lang=en" in sys.argv or _after("--lang") == "en" else "ja"


def _after(option: str) -> str | None:
    arguments = sys.argv
    return next((b for a, b in itertools.pairwise(arguments) if a == option), None)
