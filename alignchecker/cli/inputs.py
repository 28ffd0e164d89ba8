"""What a verb reads: the inputs as the configuration says, and what comes of those unreadable."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from alignchecker.cli import options
from alignchecker.cli.progress import progress

if TYPE_CHECKING:
    from alignchecker.graph.dataset import Dataset
    from alignchecker.rules.configuration import Configuration

NO_INPUT = 3
"""Exit status where nothing was there to be read."""
UNREAD = 2
"""Exit status where an input could not be read."""


def told(paths: Sequence[Path], configuration: Configuration, language: str) -> Dataset:
    """The inputs, with what ``tell_unread`` does."""
    dataset = loaded(paths, configuration, language)
    tell_unread(dataset, language)
    return dataset


def tell_unread(dataset: Dataset, language: str) -> None:
    """Tells what could not be read; ``exit_unread`` ends with it. Exits where nothing was there."""
    for file in dataset.files:
        if file.error is not None:
            options.tell(file.error.text(language))
    if not dataset.files:
        raise typer.Exit(NO_INPUT)


def exit_unread(dataset: Dataset) -> None:
    """Exits with an error where an input could not be read."""
    if any(file.error is not None for file in dataset.files):
        raise typer.Exit(UNREAD)


def whole(paths: Sequence[Path], configuration: Configuration, language: str) -> Dataset:
    """The inputs, for what must not leave anything out: raises the error of one not readable."""
    dataset = loaded(paths, configuration, language)
    for file in dataset.files:
        if file.error is not None:
            raise file.error
    return dataset


def loaded(paths: Sequence[Path], configuration: Configuration, language: str) -> Dataset:
    """The inputs, those not readable with their errors."""
    from alignchecker.cli.kept import parsed_files
    from alignchecker.graph.loading import load
    from alignchecker.rules import project

    with progress(language) as observe:
        return load(
            paths,
            configuration.documents,
            shapes=project.shapes(configuration),
            parsed=parsed_files(),
            observe=observe,
        )
