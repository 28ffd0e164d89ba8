"""What a start costs beside ``import typer``; one empty verb is what typer itself costs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial

from .costs import Asked, Cost, Row, least, run

_ONE_VERB = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.callback()
def options() -> None: ...
@app.command()
def explain(rule: str) -> None: ...
app(["explain", "measure-without-link"])
"""
_STARTS = {
    "import typer": ("-c", "import typer"),
    "one empty verb": ("-c", _ONE_VERB),
    "--help": ("-m", "alignchecker", "--help"),
    "--version": ("-m", "alignchecker", "--version"),
    "check --help": ("-m", "alignchecker", "check", "--help"),
    "explain": ("-m", "alignchecker", "explain", "measure-without-link"),
}
_TIMES = 3
"""So many runs for one of others: what takes so little time is measured less exactly."""


def rows(asked: Asked) -> Iterator[Row]:
    """Of each start, the least of some runs, beside ``import typer``."""
    if not asked.startup:
        return
    runs = {name: partial(_start, *words) for name, words in _STARTS.items()}
    costs = least(runs, _TIMES * asked.times)
    base = costs["import typer"].seconds
    for name, cost in costs.items():
        yield Row(0, f"start: {name}", cost.seconds, cost.seconds / base, "÷ import typer")


def _start(*words: str) -> Cost:
    """A start of what is installed as usual, with its bytecode."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    cost, _ = run(sys.executable, *words, env=env)
    return cost
