"""What several verbs that check plans share: options from the configuration, and the run."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.cli.kept import parsed_files
from alignchecker.model.progress import Observer, Stage, Step, unobserved

if TYPE_CHECKING:
    from alignchecker.engine.check import Checker, CheckOptions
    from alignchecker.model.finding import Report
    from alignchecker.rules.baseline import Baseline
    from alignchecker.rules.configuration import Configuration


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; where it is silent, the configuration counts."""

    profile: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    as_of: datetime.date | None = None
    engine: str = "fast"
    baseline: Path | None = None
    since: str | None = None
    rule_timeout: float | None = None


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
    from alignchecker.engine.check import CheckOptions
    from alignchecker.rules import project
    from alignchecker.rules.baseline import Baseline
    from alignchecker.rules.review_file import Reviews

    options = CheckOptions(
        paths=paths,
        documents=configuration.documents,
        profile=asked.profile or configuration.profile,
        select=asked.select or configuration.select,
        ignore=[*asked.ignore, *configuration.ignore],
        severity=configuration.severity,
        plans=configuration.plans,
        all_plans_here=project.holds_all(paths, configuration),
        waivers=project.waivers(paths, configuration),
        reviews=Reviews.read(project.reviews(paths, configuration)),
        shapes=project.shapes(configuration),
        as_of=asked.as_of,
        engine=asked.engine,
        rule_timeout=asked.rule_timeout,
        parsed=parsed_files(),
    )
    file = asked.baseline or project.baseline_file(paths, configuration)
    if file is not None:
        options = replace(options, baseline=Baseline.read(file))
    if asked.since is not None:
        # A revision's files lie where no later run will look for them.
        earlier = replace(options, all_plans_here=False, parsed=None)
        before = _before(asked.since, earlier, observe)
        options = replace(options, before=before, since=asked.since)
    return options


def reported(checker: Checker, *, tables: bool, observe: Observer = unobserved) -> Report:
    """What a checker finds by now. tables: with those of what answers what, which take a while."""
    report = checker.report(observe=observe)
    if not tables:
        return report
    from alignchecker.coverage.tables import coverage

    observe(Step(Stage.TABLES))
    found = coverage(checker.dataset, checker.rules.values(), checker.options.as_of)
    return replace(report, coverage=found)


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
