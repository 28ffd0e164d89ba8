"""A check's report, with the tables of what answers what where somebody looks at them."""

from __future__ import annotations

from dataclasses import replace

from alignchecker.coverage.tables import coverage
from alignchecker.engine.check import Checker
from alignchecker.model.finding import Report
from alignchecker.model.progress import Observer, Stage, Step, unobserved


def reported(checker: Checker, *, tables: bool, observe: Observer = unobserved) -> Report:
    """What a checker finds by now. tables: with those of what answers what, which take a while."""
    report = checker.report(observe=observe)
    if not tables:
        return report
    observe(Step(Stage.TABLES))
    found = coverage(checker.dataset, checker.rules.values(), checker.options.as_of)
    return replace(report, coverage=found)
