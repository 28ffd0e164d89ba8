"""What several verbs that check plans share: options from the configuration, and the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.cli.kept import parsed_files
from alignchecker.model.asked import Asked
from alignchecker.model.progress import Observer, unobserved

if TYPE_CHECKING:
    from alignchecker.engine.check import Checker, CheckOptions
    from alignchecker.model.finding import Report
    from alignchecker.rules.baseline import Baseline
    from alignchecker.rules.configuration import Configuration

__all__ = ["Asked", "check_options", "reported"]


def check_options(
    paths: Sequence[Path],
    configuration: Configuration,
    asked: Asked,
    observe: Observer = unobserved,
) -> CheckOptions:
    """The options of a check, with the waivers, the answers and the baseline of the project.

    observe: is told of what is read and run of the revision to compare with.
    Raises InputError for answers or a baseline that cannot be read, ConfigError for an unknown
    revision.
    """
    from alignchecker.engine.asking import options_of

    options = options_of(paths, configuration, asked, parsed_files())
    if asked.since is not None:
        # A revision's files lie where no later run will look for them.
        earlier = replace(options, all_plans_here=False, parsed=None)
        before = _before(asked.since, earlier, observe)
        options = replace(options, before=before, since=asked.since)
    return options


def reported(checker: Checker, *, tables: bool, observe: Observer = unobserved) -> Report:
    """What a checker finds by now, as ``coverage.reported`` says; loaded when it is called."""
    from alignchecker.coverage.reported import reported

    return reported(checker, tables=tables, observe=observe)


def _before(revision: str, options: CheckOptions, observe: Observer) -> Baseline:
    """What the same check finds in the files of a revision."""
    from alignchecker.cli.revision import paths_at
    from alignchecker.engine.check import check
    from alignchecker.rules.baseline import Baseline

    every = [*options.paths, *options.waivers]
    with paths_at(revision, every) as found:
        paths, waivers = found[: len(options.paths)], found[len(options.paths) :]
        there = [path for path in paths if path is not None]
        if not there:
            return Baseline()
        kept = [path for path in waivers if path is not None]
        earlier = replace(options, paths=there, waivers=kept)
        return Baseline.of(check(earlier, observe=observe))
