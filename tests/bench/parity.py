"""The random graphs of tests/engine/parity for as long as one likes.

``python -m tests.bench.parity --minutes 30 --seed 1`` draws other graphs with each seed and prints
how many were compared for how many rules, which deviations of the reference engine were met, and
each difference that is not known, as Turtle that can be made a test of.
"""

from __future__ import annotations

import argparse
import logging
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.engine.parity.cases import ALTERED, ASSERTED, MATCHED, derived
from tests.engine.parity.comparing import Compared, compared
from tests.engine.parity.deviations import deviation
from tests.engine.parity.material import Case, rules

_AT_ONCE = 100
_KINDS: dict[str, tuple[st.SearchStrategy[Case], Callable[[Case], Case]]] = {
    "asserted": (ASSERTED, derived),
    "altered": (ALTERED, lambda case: case),
    "matched": (MATCHED, lambda case: case),
}


@dataclass(slots=True)
class Tally:
    """What came of it so far."""

    until: float
    graphs: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    fired: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    deviations: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)

    def compare(self, kind: str, case: Case) -> None:
        """Asks both engines and prints the first unknown difference of each rule."""
        if time.perf_counter() > self.until:
            return
        self.graphs[kind] += 1
        try:
            found = compared(_KINDS[kind][1](case))
        # Whatever breaks on nonsense is what this looks for; the others go on.
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            self._report(f"{error!r:.200} in {where.filename}:{where.lineno}", kind, case)
            return
        for asked in found:
            self._count(kind, case, asked)

    def _count(self, kind: str, case: Case, asked: Compared) -> None:
        self.compared[kind] += 1
        self.left[asked.rule.id] += asked.left
        self.fired[asked.rule.id] += bool(asked.fast)
        if asked.fast != asked.reference:
            known = deviation(asked)
            if known is not None:
                self.deviations[known] += 1
            else:
                self._report(f"{asked.rule.id}: {asked.failure or ''}", kind, case, asked)

    def _report(self, what: str, kind: str, case: Case, asked: Compared | None = None) -> None:
        self.unknown[what] += 1
        if self.unknown[what] > 1:
            return
        print(f"--- {what} ({kind})", flush=True)
        if asked is not None:
            print("fast:", sorted(asked.fast))
            print("pySHACL:", sorted(asked.reference or ()))
        for subject, predicate, value in case.graph:
            print(f"{subject} {predicate} {value} .")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    # rdflib tells of every ill-typed literal that it meets.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    tally = Tally(time.perf_counter() + asked.minutes * 60)
    number = 0
    while time.perf_counter() < tally.until:
        for kind, (cases, _) in _KINDS.items():
            _draw(tally, kind, cases, asked.seed * 10_000 + number)
            number += 1
    print(f"graphs: {dict(tally.graphs)}, rules asked of them: {dict(tally.compared)}")
    print(f"with results: {sum(tally.fired.values())}, left: {dict(+tally.left)}")
    print("never with results:", [rule.id for rule in rules() if not tally.fired[rule.id]])
    print(f"known deviations: {dict(tally.deviations)}, unknown: {dict(tally.unknown)}")


def _draw(tally: Tally, kind: str, cases: st.SearchStrategy[Case], number: int) -> None:
    @seed(number)
    @settings(
        max_examples=_AT_ONCE,
        deadline=None,
        derandomize=False,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases)
    def run(case: Case) -> None:
        tally.compare(kind, case)

    run()


if __name__ == "__main__":
    main()
