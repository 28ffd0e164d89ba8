"""A city checked again after an edit, in memory (``Checker``), beside a new check of all of it.

Every edit is of another place, for what was checked once may be remembered, and it stays. After
each the report must be that of the new check, which is a process of its own, from start to end.
"""

from __future__ import annotations

import datetime
import json
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from alignchecker.engine.check import Checker, CheckOptions
from alignchecker.reports import check_json
from alignchecker.rules.catalogue import load_catalogue

from .costs import Asked, Row, alone
from .engines import AS_OF, check_as_json
from .generate import generate

_MEASURE = r"^<\S+> a aln:Item , aln:Measure ;\n"
_LINES = r"(?:    .*\n)"


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of one place of a file: a pattern, and what takes the place of its match."""

    what: str
    pattern: str
    template: str

    def apply(self, city: Path, chance: Random) -> None:
        """Edits one of the files that have such a place. Raises LookupError where none has one."""
        files = sorted(city.glob("*.ttl"))
        for file in chance.sample(files, k=len(files)):
            text = file.read_text(encoding="utf-8")
            if places := list(re.finditer(self.pattern, text, re.MULTILINE)):
                place = chance.choice(places)
                text = text[: place.start()] + place.expand(self.template) + text[place.end() :]
                file.write_text(text, encoding="utf-8")
                return
        raise LookupError(f"no place in {city} for the edit: {self.what}")


EDITS = (
    Edit("label of a measure", rf'{_MEASURE}{_LINES}*?    skos:prefLabel "[^"]+', r"\g<0>の改定"),
    Edit(
        "number of an indicator",
        rf"^<\S+> a aln:IndicatorValue ;\n{_LINES}*?    aln:number [\d.]+", r"\g<0>1",
    ),
    Edit("a measure dropped", rf"{_MEASURE}{_LINES}+", ""),
    Edit(
        "a link added",
        r"^<(\S+)> a aln:Link ;\n(    aln:from .*\n)(?:.*\n)*?"
        r"<\S+> a aln:Link ;\n    aln:from .*\n(    aln:to \S+) ;\n",
        r"<\1/added> a aln:Link ;\n\2\3 .\n\g<0>",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Again:
    """Seconds of processor time: of the report alone that is made again, and of a new check."""

    what: str
    warm: float
    cold: float


def rows(asked: Asked) -> Iterator[Row]:
    """Of each edit, the mean of several such, beside a new check; and the worst of all of them."""
    if not asked.recheck:
        return
    done = alone(measured, asked.recheck, asked.times)
    for edit in EDITS:
        warm = sum(again.warm for again in done if again.what == edit.what)
        cold = sum(again.cold for again in done if again.what == edit.what)
        what = f"check again: {edit.what}"
        yield Row(asked.recheck, what, warm / asked.times, warm / cold, "÷ new check")
    worst = max(done, key=lambda again: again.warm / again.cold)
    ratio = worst.warm / worst.cold
    yield Row(asked.recheck, "check again: worst of all", worst.warm, ratio, "÷ new check")


def measured(measures: int, times: int) -> list[Again]:
    """So many edits of each kind, by turns. Raises AssertionError where reports differ."""
    with tempfile.TemporaryDirectory() as name:
        city, chance = Path(name, "city"), Random(measures)
        generate(city, measures, seed=1)
        checker = Checker(CheckOptions([city], as_of=datetime.date.fromisoformat(AS_OF)))
        checker.report()
        rules = load_catalogue().rules
        done = []
        for edit in EDITS * times:
            edit.apply(city, chance)
            started = time.process_time()
            report = checker.report()
            warm = time.process_time() - started
            cost, anew = check_as_json(city)
            assert _timeless(check_json.render(report, rules, "en")) == _timeless(anew), edit.what
            done.append(Again(edit.what, warm, cost.seconds))
        return done


def _timeless(report: str) -> object:
    """A report without the seconds that its rules took."""
    document = json.loads(report)
    for rule in document["rules"]:
        del rule["seconds"]
    return document
