"""Waivers recorded in the plan data (対象外, 市独自 …), with reason, person and date."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Term


@dataclass(frozen=True, slots=True)
class Waivers:
    """(subject, against) pairs of waivers that count; against is a rule or a plan edition."""

    pairs: frozenset[tuple[str, str]]

    @classmethod
    def read(cls, dataset: Dataset, as_of: datetime.date | None) -> Waivers:
        """Those with reason, person and date, and not past their date where one is checked."""
        rows = dataset.select(
            """SELECT ?subject ?against ?until WHERE {
               ?w a aln:Waiver ; aln:subject ?subject ; aln:against ?against ;
                  aln:reason ?reason ; aln:person ?person ; aln:date ?date
               FILTER (STR(?reason) != "" && STR(?person) != "" && STR(?date) != "")
               OPTIONAL { ?w aln:until ?until } }"""
        )
        return cls(
            frozenset(
                (row["subject"].value, row["against"].value)
                for row in rows
                if _still_counts(row["until"], as_of)
            )
        )

    def cover(self, nodes: Collection[Term], against: NamedNode) -> bool:
        """Whether one of the nodes is waived against a rule or a plan edition."""
        return any((node.value, against.value) in self.pairs for node in nodes)


def _still_counts(until: Term | None, as_of: datetime.date | None) -> bool:
    """Without an end, or a date to hold it against, it counts; with an end that is none, not."""
    if not isinstance(until, Literal) or as_of is None:
        return True
    try:
        return datetime.date.fromisoformat(until.value) >= as_of
    except ValueError:
        return False
