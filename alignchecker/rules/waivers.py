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
               OPTIONAL { ?w aln:until ?until } }"""
        )
        return cls(
            frozenset(
                (row["subject"].value, row["against"].value)
                for row in rows
                if _still_counts(row["until"], as_of)
            )
        )

    def cover(self, rule: NamedNode, nodes: Collection[Term], plans: Collection[Term]) -> bool:
        """Whether one of the nodes is waived against the rule or against one of the plans."""
        against = {rule.value, *(plan.value for plan in plans)}
        return any((node.value, other) in self.pairs for node in nodes for other in against)


def _still_counts(until: Term | None, as_of: datetime.date | None) -> bool:
    if not isinstance(until, Literal) or as_of is None:
        return True
    return until.value >= as_of.isoformat()
