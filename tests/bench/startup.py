"""What a start costs beside ``import typer``: ``python -m tests.bench.startup``.

``one verb`` is the least that an app of typer's costs which does nothing.
"""

from __future__ import annotations

import sys
from functools import partial

from .speed import least, run

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
    "one verb": ("-c", _ONE_VERB),
    "--help": ("-m", "alignchecker", "--help"),
    "--version": ("-m", "alignchecker", "--version"),
    "check --help": ("-m", "alignchecker", "check", "--help"),
    "explain": ("-m", "alignchecker", "explain", "measure-without-link"),
}


def ratios(times: int = 7) -> list[tuple[str, float, float]]:
    """Name, seconds of processor time (the least of some runs), ratio to ``import typer``."""
    costs = least(
        {name: partial(run, sys.executable, *words) for name, words in _STARTS.items()}, times
    )
    base = costs["import typer"].seconds
    return [(name, cost.seconds, cost.seconds / base) for name, cost in costs.items()]


def main() -> None:
    """The command."""
    for name, seconds, ratio in ratios():
        print(f"{name:14}{seconds:7.3f}{ratio:7.2f}")


if __name__ == "__main__":
    main()
