"""The options of a check: what was asked for, and for the rest what the project says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from alignchecker.engine.options import CheckOptions
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.model.asked import Asked
from alignchecker.rules import project
from alignchecker.rules.baseline import Baseline
from alignchecker.rules.configuration import Configuration
from alignchecker.rules.review_file import Reviews


def options_of(
    paths: Sequence[Path],
    configuration: Configuration,
    asked: Asked,
    parsed: ParsedFiles | None = None,
) -> CheckOptions:
    """The options, with the waivers, the answers and the baseline of the project.

    ``asked.since`` is left to those who know the revision. parsed: what earlier runs read.
    Raises InputError for answers or a baseline that cannot be read, ConfigError for rules that the
    configuration names and that are not there.
    """
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
        parsed=parsed,
    )
    file = asked.baseline or project.baseline_file(paths, configuration)
    return options if file is None else replace(options, baseline=Baseline.read(file))
