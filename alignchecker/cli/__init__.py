"""The command line: one file per verb, each thin. Heavy libraries are imported by the verbs."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """Entry point of the ``alignchecker`` command."""
    try:
        from alignchecker.cli.app import run

        sys.exit(run())
    except KeyboardInterrupt:
        # Stopped before typer was there to say so.
        sys.exit(_INTERRUPTED)
