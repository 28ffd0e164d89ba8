"""Help in plain lines that fit the screen.

typer leaves help to rich, which takes longer to load than all of the command line, and its own
lines count a Japanese character as one cell and break at spaces only.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import typer
from typer.core import TyperCommand, TyperGroup

from alignchecker.reports.wrapping import wrap


# Which click typer stands on, its own or the package, depends on its version.
class _Lines(typer.Context.formatter_class):  # type: ignore[valid-type, misc]
    """What help is written into."""

    def write_text(self, text: str) -> None:
        """A paragraph, indented."""
        lines = wrap(text, self.width - self.current_indent)
        self.write(textwrap.indent(lines, " " * self.current_indent) + "\n")

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Names with what each is; a long name has a line of its own."""
        column = min(max(len(name) for name, _ in rows), col_max) + col_spacing
        for name, text in rows:
            first, *others = wrap(text, self.width - self.current_indent - column).split("\n")
            fits = len(name) + col_spacing <= column
            lines = [f"{name:{column}}{first}"] if fits else [name, " " * column + first]
            lines += [" " * column + line for line in others]
            self.write(textwrap.indent("\n".join(lines), " " * self.current_indent) + "\n")


class _Context(typer.Context):
    formatter_class = _Lines


class Verb(TyperCommand):
    """A verb with plain help."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 – lines are broken, not cut
        """What stands beside its name in the help of its group."""
        return self.help or ""


class Group(TyperGroup):
    """A group of verbs with plain help."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 – lines are broken, not cut
        """What stands beside its name in the help of its group."""
        return self.help or ""
