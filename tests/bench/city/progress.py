"""Records of progress of plans that have run through a year whose records are due."""

from __future__ import annotations

from random import Random

from tests.bench.city.model import AS_OF_YEAR, Plan
from tests.bench.city.records import Progress
from tests.bench.city.words import REPORTS

DUE = AS_OF_YEAR - 1
_GRADES = "AAABBBBC"
_TOLD = 0.25


def record(plan: Plan, dice: Random) -> None:
    """Adds a record for each measure of a plan that has run through the last year."""
    if plan.first is None or plan.first > DUE:
        return
    for number, measure in enumerate(plan.measures, start=1):
        text = dice.choice(REPORTS) if dice.random() < _TOLD else None
        plan.progress.append(
            Progress(f"{plan.iri}/progress/{number}", measure.iri, DUE, dice.choice(_GRADES), text)
        )
