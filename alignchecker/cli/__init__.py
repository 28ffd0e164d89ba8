"""The command line: one file per verb, each thin. Heavy libraries are imported by the verbs."""

from __future__ import annotations

import sys

from alignchecker.cli.app import run


def main() -> None:
    """Entry point of the ``alignchecker`` command."""
    sys.exit(run())
