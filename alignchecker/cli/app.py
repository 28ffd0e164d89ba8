"""Puts the verbs together and turns errors into one message and exit status 2."""

from __future__ import annotations

import io
import itertools
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from alignchecker import __version__
from alignchecker.cli import options
from alignchecker.cli.plain_help import Group, Verb
from alignchecker.lang import say
from alignchecker.model.errors import AligncheckerError, InputError

VERBS = {
    "check": "check:check",
    "import": "importing:import_",
    "rules": "rules:rules",
    "explain": "explain:explain",
    "plans": "plans:plans",
    "coverage": "coverage:coverage",
    "diff": "diff:diff",
    "impact": "impact:impact",
    "suggest": "suggest:suggest",
    "query": "query:query",
    "reason": "reason:reason",
    "export": "export:export",
    "template": "template:template",
    "serve": "serve:serve",
    "review": "review:review",
    "config": "config:config",
    "baseline": "baseline:baseline",
    "corpus": "corpus:corpus",
}
"""Each verb, and where in this folder its function is, or its group of verbs."""


def app_for(words: Sequence[str]) -> typer.Typer:
    """The command line with the verb that its first word names; with all, where it names none.

    Loading and building the others would cost more than many a verb takes.
    """
    app = typer.Typer(
        name="alignchecker",
        help="市の計画が上位計画・根拠法と整合しているかを調べます。 "
        "/ Tells a city hall whether its plans fit together.",
        cls=Group,
        rich_markup_mode=None,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in VERBS.keys() & words[:1] or VERBS:
        verb = pkgutil.resolve_name(f"alignchecker.cli.{VERBS[name]}")
        if isinstance(verb, typer.Typer):
            app.add_typer(verb, name=name)
        else:
            app.command(name, cls=Verb)(verb)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"alignchecker {__version__}")
        raise typer.Exit


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
        app_for(sys.argv[1:])()
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
