"""Records of progress of plans that have run through a year whose records are due."""

from __future__ import annotations

from random import Random

from tests.bench.city.model import AS_OF_YEAR, Plan
from tests.bench.city.records import Progress
from tests.bench.city.words import REPORTS

DUE = AS_OF_YEAR - 1
_GRADES = "AAABBBBC"
_TOLD = 0.25
_IN_GENERAL = 0.4
_FEWEST = 3


def record(plan: Plan, dice: Random) -> None:
    """Adds records to a plan that has run through the last year.

    One for each measure, or in some plans one for each item above them.
    """
    if plan.first is None or plan.first > DUE:
        return
    policies = plan.policies()
    in_general = len(policies) >= _FEWEST and dice.random() < _IN_GENERAL
    for number, item in enumerate(policies if in_general else plan.measures, start=1):
        text = dice.choice(REPORTS) if dice.random() < _TOLD else None
        plan.progress.append(
            Progress(f"{plan.iri}/progress/{number}", item.iri, DUE, dice.choice(_GRADES), text)
        )
