"""The findings as rows to sort and filter.

A page shows the first ones; the others lie beside them as data, each text once, until somebody asks
for them. So a page of thousands opens, sorts and prints like one of dozens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from alignchecker.lang import LANGUAGES, say
from alignchecker.lang.answers import STATUSES
from alignchecker.model.finding import Finding, Location, Report, State
from alignchecker.model.severity import Severity
from alignchecker.reports import sentences
from alignchecker.reports.details import details
from alignchecker.reports.families import family
from alignchecker.reports.wrapping import harmless
from alignchecker.rules.answers import shown
from alignchecker.rules.catalogue import Rule

AT_FIRST = 100
"""How many findings are shown before somebody asks for more."""
DETAILS = ("current", "related", "other", "evidence", "remedy", "review", "waived", "note")
"""The parts below the message, by the end of their key ``field.…``."""
FILTERS = ("severity", "plan", "family", "department", "state")
_RANKED = {"severity", "state"}
_COLUMNS = ("id", "place", "label", "message", *FILTERS, *DETAILS, "rule")


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in words: column -> text, "" where there is none. weight: the worst first."""

    texts: Mapping[str, str]
    weight: int
    where: tuple[object, ...]

    @property
    def word(self) -> str:
        """The word of the severity."""
        return Severity(Severity.VIOLATION - self.weight).word


@dataclass(frozen=True)
class Listing:
    """All findings, the worst first.

    details: names of the parts below the message. at_first: how many are shown before more are
    asked for, and how many more then.
    """

    every: Sequence[Shown]
    details = DETAILS
    at_first = AT_FIRST
    blank = MappingProxyType(dict.fromkeys(_COLUMNS, ""))

    @classmethod
    def of(cls, report: Report, rules: Mapping[str, Rule], lang: str) -> Listing:
        """The findings of a report, the worst first, then by plan as they are reported."""
        told = [_shown(finding, rules[finding.rule], lang) for finding in report.findings]
        return cls(sorted(told, key=lambda s: s.weight))

    @property
    def first(self) -> Sequence[Shown]:
        """Those that the page shows at first."""
        return self.every[:AT_FIRST]

    @cached_property
    def choices(self) -> Mapping[str, Sequence[str]]:
        """What there is to choose from, by filter: by weight or in the order of the alphabet."""
        met = {
            name: list(dict.fromkeys(text for s in self.every if (text := s.texts[name])))
            for name in FILTERS
        }
        return {name: met[name] if name in _RANKED else sorted(met[name]) for name in FILTERS}

    @cached_property
    def data(self) -> Mapping[str, object]:
        """Everything for the script: rows of numbers of strings; weight and place to sort by."""
        strings: dict[str, int] = {"": 0}
        rows = [
            [strings.setdefault(harmless(s.texts[name]), len(strings)) for name in _COLUMNS]
            for s in self.every
        ]
        order = sorted(range(len(self.every)), key=lambda n: self.every[n].where)
        places = {number: rank for rank, number in enumerate(order)}
        return {
            "columns": [*_COLUMNS, "weight", "where"],
            "strings": list(strings),
            "rows": [
                [*row, self.every[number].weight, places[number]] for number, row in enumerate(rows)
            ],
            "atFirst": AT_FIRST,
        }


def _shown(finding: Finding, rule: Rule, lang: str) -> Shown:
    parts = details(rule, finding, lang)
    texts = {name: parts.get(name, "") for name in _COLUMNS}
    texts |= {
        "id": finding.fingerprint,
        "place": sentences.document_place(finding, lang),
        "label": finding.focus.name(lang),
        "message": sentences.message(rule, finding, lang),
        "severity": say(f"severity.{finding.severity.word}", lang),
        "plan": finding.plan.title if finding.plan else say("report.no-plan", lang),
        "family": family(rule, lang),
        "state": _status(finding, lang),
        "rule": finding.rule,
    }
    return Shown(texts, Severity.VIOLATION - finding.severity, _where(finding.locations))


def _status(finding: Finding, lang: str) -> str:
    """What became of it in the words of those who answer findings; waived ones are that alone."""
    if finding.state is State.WAIVED:
        return say("state.waived", lang)
    status = STATUSES[shown(finding).status.value][LANGUAGES.index(lang)]
    if finding.state is not State.KNOWN:
        return status
    return f"{status}（{say('state.known', lang)}）"


def _where(places: Iterable[Location]) -> tuple[object, ...]:
    return tuple(_numbers(place) for place in places)


def _numbers(place: Location) -> tuple[str, int, str, int, int, str]:
    """The order of a document: page 2 stands before page 10, A2 before A10."""
    cell = place.cell or ""
    return (
        place.path, place.page or 0, place.sheet or "", place.line or 0, len(cell), cell,
    )  # fmt: skip
