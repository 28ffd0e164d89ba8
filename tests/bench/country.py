"""A country checked by municipality in two workers, summed up, and what all of Japan would take."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alignchecker.corpus.layout import RESULTS

from .costs import Asked, Cost, Row, alone, run, size
from .engines import AS_OF
from .generate import generate

MUNICIPALITIES, MEASURES = 1741, 4500
"""Of Japan, and of a city with thirty plans."""
_WORKERS = 2
_CORES = (2, 64)
_GB = 1e9


@dataclass(frozen=True, slots=True)
class Country:
    """What a country of so many municipalities of so many measures costs; disk in bytes."""

    municipalities: int
    of: int
    checking: Cost
    summing: Cost
    inputs: int
    results: int

    @property
    def measures(self) -> int:
        """Of the whole country."""
        return self.municipalities * self.of

    def rows(self) -> Iterator[Row]:
        """The rows of the table. The memory of a check is that of one unit, by its measures."""
        name = f"{self.municipalities:,} × {self.of:,}"
        clock = f"÷ clock, {_WORKERS} workers"
        busy = self.checking.seconds / self.checking.clock
        yield Row(self.measures, f"country of {name}: check", self.checking.seconds, busy, clock)
        part = self.summing.seconds / self.checking.seconds
        yield Row(self.measures, "country: summary", self.summing.seconds, part, "÷ its check")
        share = self.results / self.inputs
        yield Row(self.measures, "country: bytes of results", None, share, "÷ of inputs")
        yield Row(self.of, "country: memory of a unit", None, memory=self.checking.memory)

    def japan(self) -> Iterator[str]:
        """What it would take to check 1,741 × 4,500, by the formulas that stand in front."""
        times = MUNICIPALITIES * MEASURES / self.measures
        larger = max(1.0, MEASURES / self.of)
        yield (
            f"\n{MUNICIPALITIES:,} municipalities of {MEASURES:,} measures, from"
            f" {self.measures:,} measures that took {self.checking.seconds:.1f} s of processor"
            f" time, {self.checking.clock:.1f} s by the clock with {_WORKERS} workers:"
            f"\nhours = seconds × {times:,.0f} ÷ cores ÷ 3,600, and as many workers as cores;"
            f" memory = workers × {self.checking.memory / 1e6:.0f} MB of a unit × {larger:g},"
            f" at most; disk = bytes × {times:,.0f}"
        )
        yield f"{'cores':>6}{'hours':>9}{'memory GB':>11}{'inputs GB':>11}{'results GB':>12}"
        for cores in _CORES:
            hours = self.checking.seconds * times / cores / 3600
            memory = cores * self.checking.memory * larger / _GB
            disk = f"{self.inputs * times / _GB:11.1f}{self.results * times / _GB:12.1f}"
            yield f"{cores:6}{hours:9.2f}{memory:11.1f}{disk}"
        yield f"summary: {self.summing.seconds * times / 60:.1f} minutes on one core"


def rows(asked: Asked) -> Iterator[Row | str]:
    """The country asked for, and Japan, by extrapolation."""
    if asked.municipalities:
        country = measured(asked.municipalities, asked.of)
        yield from country.rows()
        yield from country.japan()


def measured(municipalities: int, of: int) -> Country:
    """Makes a country, checks it and sums it up, once; every municipality must be checked."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "country")
        alone(generate, root, of, seed=1, municipalities=municipalities)
        inputs = size(root)
        command = (sys.executable, "-m", "alignchecker")
        checking, _ = run(
            *command, "check", str(root), "--workers", str(_WORKERS), "--as-of", AS_OF,
            statuses=(0, 1),
        )  # fmt: skip
        summing, _ = run(*command, "corpus", "summary", str(root))
        return Country(municipalities, of, checking, summing, inputs, size(root / RESULTS))
