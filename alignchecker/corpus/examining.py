"""One municipality: the check of its folder, as the text of its result file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from alignchecker.corpus import results
from alignchecker.corpus.layout import Unit
from alignchecker.corpus.tables import Tables, tables
from alignchecker.engine.check import CheckOptions, check
from alignchecker.graph.dataset import Dataset
from alignchecker.model.errors import ConfigError
from alignchecker.model.finding import Report
from alignchecker.model.program import installed
from alignchecker.model.resources import resource
from alignchecker.reports import check_json
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.own_rules import with_own_rules


@dataclass(frozen=True, slots=True)
class Terms:
    """How a folder is checked. fail_on: what its configuration says."""

    options: CheckOptions
    lang: str
    fail_on: str


@dataclass(frozen=True, slots=True)
class Job:
    """A unit to check, in a process whose current folder is the root of the corpus.

    frames: below the root. terms: gives how some paths are checked. key: of the result. program:
    the hash of the program that asks, which must be the one that answers.
    """

    unit: Unit
    frames: tuple[Path, ...]
    terms: Callable[[Sequence[Path]], Terms]
    key: str
    program: str


def examine(job: Job) -> str:
    """Checks a unit; gives the text of its result file, the same whenever the same is checked.

    Raises ConfigError and InputError as a check does, and where another program would answer.
    """
    if job.program != installed():
        raise ConfigError(
            "検査を分担する計算機に、別の版の alignchecker が入っています。"
            "すべての計算機に同じ版を入れてください。",
            "The machine that shares the work has another version of alignchecker."
            " Install the same one everywhere.",
        )
    terms = job.terms([job.unit.folder])
    found: list[Tables] = []

    def collect(dataset: Dataset) -> None:
        found.append(tables(dataset, terms.options.as_of))

    report = check(replace(terms.options, frames=job.frames), collect)
    rest = {
        "failOn": terms.fail_on,
        "failed": None,
        "report": _report(report, terms),
        "tables": asdict(found[0]),
    }
    return results.text(job.unit, job.key, rest)


def _report(report: Report, terms: Terms) -> object:
    """The JSON of a check without times, and without the place where this program is installed."""
    runs = tuple(replace(run, seconds=0.0) for run in report.rules)
    rules = with_own_rules(load_catalogue(), terms.options.shapes).rules
    text = check_json.render(replace(report, rules=runs), rules, terms.lang)
    shipped = json.dumps(f"{resource().as_posix()}/", ensure_ascii=False)[1:-1]
    return json.loads(text.replace(shipped, ""))
