"""National totals, and those of each prefecture, out of the tables of all municipalities.

What does not apply, what is unknown and what is not there are counted apart. A rate is that of the
municipalities of which everything is known; the others do not lower or raise it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alignchecker.corpus.layout import Corpus, Unit
from alignchecker.corpus.parquet import connect, open_tables
from alignchecker.corpus.results import OUTLINES, SEVERITIES, Failure, Reason

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MUNICIPALITIES = ("checked", "incomplete", "empty", "failed", "unchecked")
"""incomplete: a file was not read or a rule failed; empty: there are no files to check."""
OUTLINE = ("all", "partly", "nothing", "without", "unknown")
"""What is known of a municipality's answer to an outline; without: it has no plan that would
answer; unknown: whether it has one.
"""
ITEM = ("answered", "proposed", "waived", "unanswered", "unknown")
MEASURES = ("linked", "proposed", "no-counterpart", "unlinked", "not-begun", "not-applicable")
CITATIONS = ("in-force", "ended", "unknown")

Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Item:
    """A unit of an outline. outline: the type of that, one of ``OUTLINES``."""

    iri: str
    outline: str
    number: str | None
    label: str


@dataclass(slots=True)
class Answers:
    """How an item is answered: municipalities by state, and those of which everything is known."""

    states: Counts = field(default_factory=Counter)
    answered_of_known: int = 0
    known: int = 0

    @property
    def rate(self) -> float | None:
        """The share answered, 0 to 1; None where nothing is known of any municipality."""
        return self.answered_of_known / self.known if self.known else None

    def add(self, other: Answers) -> None:
        """Takes in what another area has."""
        self.states.update(other.states)
        self.answered_of_known += other.answered_of_known
        self.known += other.known


@dataclass(slots=True)
class Totals:
    """The counts of an area. outlines: by type. plans: by linking, as tables.py has it."""

    municipalities: Counts = field(default_factory=Counter)
    findings: Counts = field(default_factory=Counter)
    outlines: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))
    items: dict[str, Answers] = field(default_factory=lambda: defaultdict(Answers))
    plans: Counts = field(default_factory=Counter)
    measures: Counts = field(default_factory=Counter)
    citations: Counts = field(default_factory=Counter)

    def add(self, other: Totals) -> None:
        """Takes in what another area has."""
        for name in ("municipalities", "findings", "plans", "measures", "citations"):
            getattr(self, name).update(getattr(other, name))
        for kind, counts in other.outlines.items():
            self.outlines[kind].update(counts)
        for iri, answers in other.items.items():
            self.items[iri].add(answers)

    @property
    def rate(self) -> float | None:
        """The share answered of all items of all municipalities of which everything is known."""
        whole = Answers()
        for answers in self.items.values():
            whole.add(answers)
        return whole.rate


@dataclass(frozen=True, slots=True)
class Summary:
    """What ``corpus summary`` shows. items: in the order of their outline; all areas have each.

    prefectures: by code, those that have a municipality. failed: the units without a report.
    """

    country: Totals
    prefectures: Mapping[str, Totals]
    items: tuple[Item, ...]
    failed: Mapping[str, Failure]


def summarize(corpus: Corpus) -> Summary | None:
    """The totals of a corpus as its results have them; None where there are none yet.

    Raises ConfigError without DuckDB, InputError where its files cannot be written.
    """
    with connect() as database:
        checked = open_tables(database, corpus)
        if not checked:
            return None
        return _Reader(database, corpus.units, checked).summary()


class _Reader:
    def __init__(
        self, database: DuckDBPyConnection, units: Iterable[Unit], checked: Iterable[Unit]
    ) -> None:
        self.database = database
        self.areas: dict[str, Totals] = defaultdict(Totals)
        missing = Counter(unit.prefecture for unit in set(units) - set(checked))
        for prefecture in sorted({unit.prefecture for unit in units}):
            self.areas[prefecture].municipalities["unchecked"] = missing[prefecture]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.database.execute(query).fetchall()

    def summary(self) -> Summary:
        for name in ("municipalities", "plans", "measures", "citations"):
            self.count(name)
        sums = ", ".join(f"sum({word})" for word in SEVERITIES)
        for prefecture, *counts in self.rows(f"SELECT prefecture, {sums} FROM units GROUP BY ALL"):
            found = zip(SEVERITIES, counts, strict=True)
            self.areas[prefecture].findings.update({word: int(n or 0) for word, n in found})
        self.outlines()
        items = self.items()
        country = Totals()
        for area in self.areas.values():
            country.add(area)
        failed = self.rows("SELECT unit, reason, detail FROM units WHERE reason IS NOT NULL")
        reasons = {unit: Failure(Reason(reason), detail) for unit, reason, detail in sorted(failed)}
        return Summary(country, self.areas, items, reasons)

    def count(self, name: str) -> None:
        """Rows by state."""
        table = "units" if name == "municipalities" else name
        state = "linking" if name == "plans" else "state"
        for prefecture, word, count in self.rows(
            f"SELECT prefecture, {state}, count(*) FROM {table} GROUP BY ALL"
        ):
            getattr(self.areas[prefecture], name)[word] += count

    def outlines(self) -> None:
        """Municipalities by what is known of their answers.

        Only of one that was checked whole does anybody know that it has no plan.
        """
        for prefecture, outline, known, count in self.rows(
            "SELECT prefecture, outline, known, count(DISTINCT unit) FROM outlines GROUP BY ALL"
        ):
            self.areas[prefecture].outlines[outline][known] = count
        for outline in OUTLINES:
            without = self.rows(
                f"""SELECT prefecture, count(*) FROM units WHERE state = 'checked' AND unit NOT IN
                    (SELECT unit FROM outlines WHERE outline = '{outline}') GROUP BY ALL"""
            )
            for prefecture, count in without:
                self.areas[prefecture].outlines[outline]["without"] = count
            for area in self.areas.values():
                counts = area.outlines[outline]
                counts["unknown"] = area.municipalities.total() - counts.total()

    def items(self) -> tuple[Item, ...]:
        """The answers to each item; unknown also where no link to its outline is recorded."""
        for prefecture, iri, state, known, count in self.rows(
            """SELECT i.prefecture, i.item, i.state, o.known, count(*)
               FROM items i JOIN outlines o ON i.unit = o.unit AND i.edition = o.edition
               GROUP BY ALL"""
        ):
            answers = self.areas[prefecture].items[iri]
            answers.states[state] += count
            if known == "all":
                answers.known += count
                answers.answered_of_known += count if state == "answered" else 0
        found = self.rows(
            """SELECT i.item, o.outline, min(i.number), min(i.label)
               FROM items i JOIN outlines o ON i.unit = o.unit AND i.edition = o.edition
               GROUP BY ALL ORDER BY o.outline, min(i.edition), min(i.position), i.item"""
        )
        for area in self.areas.values():
            for iri, outline, *_ in found:
                area.items[iri].states["unknown"] += area.outlines[outline]["nothing"]
        return tuple(Item(*row) for row in found)
