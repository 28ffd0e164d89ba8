"""What the worker does. Nothing here writes to a project: it says what is to be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode

from alignchecker.coverage.outlines import shelf
from alignchecker.coverage.reported import reported
from alignchecker.engine.asking import options_of
from alignchecker.engine.check import Checker, CheckOptions
from alignchecker.graph.parsed_files import ParsedFiles
from alignchecker.model.asked import Asked
from alignchecker.model.coverage import Coverage
from alignchecker.model.finding import InputFile, Report
from alignchecker.model.outlines import Shelf
from alignchecker.model.progress import Observer, Stage, Step
from alignchecker.reports import correspondence_csv, forms
from alignchecker.reports.office.workbook import render_coverage
from alignchecker.rules import configuration
from alignchecker.rules.catalogue import Rule

COVERAGE: Mapping[str, Callable[[Coverage, str], bytes]] = {
    "coverage-xlsx": render_coverage,
    "coverage-csv": lambda coverage, lang: correspondence_csv.render(
        coverage.relations, lang
    ).encode(errors="replace"),
}
"""What ``coverage`` writes: the tables of a report alone."""


@dataclass(frozen=True, slots=True)
class CheckTask:
    """What to check, and as of which day."""

    paths: tuple[Path, ...]
    asked: Asked
    parsed: ParsedFiles | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. homes: plan of an input -> the file that describes it.

    shelf: all plans with their items.
    """

    report: Report
    rules: Mapping[str, Rule]
    homes: Mapping[str, str]
    shelf: Shelf


class _Kept:
    """The last check of this process: most of it need not be done again after an edit."""

    checker: Checker | None = None

    def checker_for(self, options: CheckOptions) -> Checker:
        if self.checker is None or not self.checker.takes(options):
            self.checker = Checker(options)
        return self.checker


_kept = _Kept()


def check(task: CheckTask, observe: Observer) -> Checked:
    """Checks what is in the folder now. Errors as of ``Checker.report`` and ``options_of``."""
    settings = configuration.read(configuration.find(task.paths))
    options = options_of(task.paths, settings, task.asked, task.parsed)
    checker = _kept.checker_for(options)
    report = reported(checker, tables=True, observe=observe)
    homes = {}
    for plan in report.examined_plans:
        file = checker.dataset.file_of(NamedNode(plan.iri))
        if file is not None:
            homes[plan.iri] = str(file.path)
    return Checked(report, dict(checker.rules), homes, shelf(checker.dataset))


@dataclass(frozen=True, slots=True)
class RenderTask:
    """A report in one of its forms. document: for ``annotated``, the one to write into."""

    checked: Checked
    form: str
    lang: str
    document: Path | None = None


def render(task: RenderTask, observe: Observer) -> bytes:
    """The report, or its tables, in a form, as bytes. Raises the errors of the form."""
    observe(Step(Stage.RENDERING, name=task.form))
    report, rules = task.checked.report, task.checked.rules
    if report.coverage is not None and task.form in COVERAGE:
        return COVERAGE[task.form](report.coverage, task.lang)
    if task.form not in forms.BYTES:
        return forms.render(task.form, report, rules, task.lang).encode(errors="replace")
    if task.document is not None:
        report = _about(report, task.document)
    return forms.render_bytes(task.form, report, rules, task.lang)


def _about(report: Report, document: Path) -> Report:
    """A report in which a document stands for what was imported from it.

    Places in a document are known by its name, wherever it lies.
    """
    findings = tuple(
        replace(finding, locations=tuple(
            replace(place, path=str(document)) if place.path == document.name else place
            for place in finding.locations
            if Path(place.path).suffix.lower() not in {".ttl", ".trig"}
        ))
        for finding in report.findings
        if any(place.path == document.name for place in finding.locations)
    )  # fmt: skip
    return replace(report, findings=findings, inputs=(InputFile(str(document)),))
