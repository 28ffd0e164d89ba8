"""The room's one task: a check whose rules are about what logic says."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from alignchecker.engine.check import CheckOptions, check
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.describe import Describer
from alignchecker.model.finding import Outcome, Report, RuleRun
from alignchecker.model.progress import Observer, Stage, Step, unobserved
from alignchecker.reasoning.explaining import Found, examine
from alignchecker.reasoning.facts import facts_of
from alignchecker.reasoning.hermit import Hermit, OutOfTime, ReasonerError
from alignchecker.reasoning.java import find_java, hermit_folder
from alignchecker.reasoning.theory import read_theory
from alignchecker.rules.catalogue import load_catalogue
from alignchecker.rules.own_rules import with_own_rules

SECONDS = 120.0
"""That one examination may take, by default."""
_ROUNDS = 3
_NEED = "reasoned"


def reason(
    options: CheckOptions, seconds: float = SECONDS, observe: Observer = unobserved
) -> Report:
    """Examines the logic of the plans at some paths: the rules that need it, and no others.

    seconds: for one examination by the reasoner; finding and explaining contradictions may take
    three times that. Where it does not suffice, the rules have failed, or say that more may be
    left. Raises AligncheckerError where owlready2 or Java is missing, else as check does.
    """
    java, home = find_java(), hermit_folder()
    catalogue = with_own_rules(load_catalogue(), options.shapes)
    rules = [rule.id for rule in catalogue.rules.values() if _NEED in rule.needs]
    with tempfile.TemporaryDirectory(prefix="alignchecker-") as folder:
        deadline = time.monotonic() + _ROUNDS * seconds
        run = _Run(Hermit(Path(folder), seconds, deadline, java, home), observe)
        report = check(replace(options, select=rules), run.add_facts, observe)
    return replace(report, rules=tuple(run.told(rule) for rule in report.rules))


@dataclass(slots=True)
class _Run:
    """One examination: what it found, or why it could not be done."""

    hermit: Hermit
    observe: Observer
    found: Found | None = None
    failure: str | None = None
    seconds: float = 0.0

    def add_facts(self, dataset: Dataset) -> None:
        if not any(file.error is None for file in dataset.files):
            return
        self.observe(Step(Stage.REASONING))
        started = time.perf_counter()
        theory = read_theory(dataset)
        try:
            self.found = examine(theory, self.hermit)
        except OutOfTime:
            self.failure = "reasoner-out-of-time"
        except ReasonerError as error:
            self.failure = str(error)
        else:
            dataset.add_facts(facts_of(self.found, theory, Describer(dataset)))
        self.seconds = time.perf_counter() - started

    def told(self, run: RuleRun) -> RuleRun:
        """The run of a rule, with what became of reasoning; rules share the time that it took."""
        timed = replace(run, seconds=run.seconds + self.seconds)
        if self.failure is not None and run.reason == f"needs-{_NEED}":
            return replace(timed, outcome=Outcome.FAILED, reason=self.failure)
        if run.outcome is Outcome.RAN and self.found is not None and not self.found.all_found:
            return replace(timed, reason="contradictions-left")
        return timed
