"""What a run over a corpus shows: one line per municipality, those that failed with the reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from alignchecker.corpus import results
from alignchecker.corpus.layout import Corpus, Unit
from alignchecker.corpus.results import SEVERITIES, Failure, Reason, Result
from alignchecker.lang import COMMAS, say
from alignchecker.model.severity import Severity
from alignchecker.reports.wrapping import harmless, wrap


@dataclass(frozen=True, slots=True)
class Overview:
    """The results of all units, in their order. checked: how many of them this run made."""

    corpus: Corpus
    found: Sequence[Result]
    checked: int

    @property
    def pairs(self) -> list[tuple[Unit, Result]]:
        """The units with their results."""
        return list(zip(self.corpus.units, self.found, strict=True))

    @property
    def failed(self) -> int:
        """How many have no report."""
        return sum(result.failed is not None for result in self.found)

    def total(self, severity: str) -> int:
        """The findings of a severity in all municipalities."""
        return sum(result.findings.get(severity, 0) for result in self.found)

    def status(self, fail_on: str | None) -> int:
        """2 if a unit failed or is not whole, else 1 for new findings from a severity up, else 0.

        fail_on None: from where each unit's configuration says.
        """
        if not all(result.is_whole for result in self.found):
            return 2
        return int(any(_fails(result, fail_on or result.fail_on) for result in self.found))


def _fails(result: Result, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    limit = Severity[fail_on.upper()]
    return any(count and Severity[word.upper()] >= limit for word, count in result.new.items())


def reason(failure: Failure, lang: str) -> str:
    """Why a unit failed, in a sentence."""
    if not failure.detail and failure.reason is Reason.MEMORY:
        return say("corpus.memory-all", lang)
    return say(f"corpus.failed.{failure.reason.value}", lang, detail=failure.detail)


def render_json(overview: Overview) -> str:
    """The list as JSON; every key is always there. result: the file as it can be opened here."""
    units = [
        {
            "unit": unit.name,
            "prefecture": unit.prefecture,
            "result": results.place(overview.corpus.results, unit).as_posix(),
            "failed": None
            if result.failed is None
            else {"reason": result.failed.reason.value, "detail": result.failed.detail},
            "findings": dict(result.findings) or None,
            "new": dict(result.new) or None,
            "files": None if result.failed else result.inputs,
            "filesFailed": None if result.failed else result.unread,
            "rulesFailed": None if result.failed else result.rules_failed,
        }
        for unit, result in overview.pairs
    ]
    document = {
        "schema": 1,
        "units": units,
        "summary": {
            "units": len(units),
            "failed": overview.failed,
            "findings": {word: overview.total(word) for word in SEVERITIES},
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def render_text(overview: Overview, lang: str, console: Console) -> None:
    """Prints the list, the failed ones again with their reasons, and the totals."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(say("corpus.municipality", lang), overflow="fold")
    for word in SEVERITIES:
        table.add_column(say(f"severity.{word}", lang), justify="right", no_wrap=True)
    table.add_column("")
    for unit, result in overview.pairs:
        counts = [str(result.findings[word]) if result.findings else "–" for word in SEVERITIES]
        table.add_row(Text(harmless(unit.name)), *counts, Text(_note(result, lang)))
    console.print(table)
    for unit, result in overview.pairs:
        if result.failed is not None:
            line = f"{unit.name}: {reason(result.failed, lang)}"
            console.print(Text(wrap(line, console.width), style="red"))
    totals = {word: overview.total(word) for word in SEVERITIES}
    units = {"count": len(overview.found), "failed": overview.failed, "checked": overview.checked}
    console.print()
    for line in (
        say("corpus.units", lang, **units),
        say("corpus.findings", lang, **totals),
        say("corpus.results", lang, folder=overview.corpus.results.as_posix()),
    ):
        console.print(Text(wrap(line, console.width)))


def _note(result: Result, lang: str) -> str:
    """What keeps a unit from being whole, or its counts from meaning anything."""
    if result.failed is not None:
        return say("corpus.failed", lang)
    notes = {
        say("corpus.unread", lang, count=result.unread): result.unread,
        say("corpus.rules-failed", lang, count=result.rules_failed): result.rules_failed,
        say("corpus.empty", lang): not result.inputs,
    }
    comma = COMMAS[lang]
    return comma.join(note for note, holds in notes.items() if holds)
