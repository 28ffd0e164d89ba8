"""The files of a project -> the dataset that queries are about: plans, links and waivers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.loading import load
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.model.progress import Observer, unobserved
from alignchecker.rules import project
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.configuration import Configuration
from alignchecker.rules.own_rules import with_own_rules
from alignchecker.rules.waiver_file import add_waivers


def opened(
    paths: Sequence[Path],
    configuration: Configuration,
    parsed: ParsedFiles | None = None,
    observe: Observer = unobserved,
    frames: Sequence[Path] = (),
) -> Dataset:
    """What the files say, with derived facts and waivers. Arguments and errors as of ``load``.

    What could not be read is in the files of the dataset, with its error.
    """
    shapes = project.shapes(configuration)
    dataset = load(paths, configuration.documents, frames, shapes, parsed, observe)
    return with_waivers(dataset, paths, configuration)


def with_waivers(dataset: Dataset, paths: Sequence[Path], configuration: Configuration) -> Dataset:
    """The dataset, after the waivers of the folders given have been added to it."""
    shapes = project.shapes(configuration)
    waivers = project.waivers(paths, configuration)
    if dataset.files and waivers:
        rules = with_own_rules(load_catalogue(), shapes).rules
        add_waivers(dataset, waivers, rules)
    return dataset
