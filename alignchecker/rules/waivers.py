"""Waivers (対象外, 市独自 …) with reason, person and date, wherever they are recorded."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln
from alignchecker.model.finding import Waived


@dataclass(frozen=True, slots=True)
class Waiver:
    """One that counts. subject: None where its plan or item was not found among those read.

    against: IRI of a rule or a plan edition.
    """

    node: Node
    subject: str | None
    against: str
    said: Waived


@dataclass(frozen=True)
class Waivers:
    """The waivers that count in a run."""

    every: tuple[Waiver, ...]

    @classmethod
    def read(cls, dataset: Dataset, as_of: datetime.date | None) -> Waivers:
        """Those with reason, person and date, and not past their date where one is checked."""
        rows = dataset.select(
            """SELECT ?w ?subject ?against ?reason ?person ?until ?date WHERE {
               ?w a aln:Waiver ; aln:against ?against ;
                  aln:reason ?reason ; aln:person ?person ; aln:date ?date
               FILTER (STR(?reason) != "" && STR(?person) != "" && STR(?date) != "")
               OPTIONAL { ?w aln:subject ?subject } OPTIONAL { ?w aln:until ?until } }"""
        )
        found = {
            Waiver(
                row["w"],
                row["subject"].value if row["subject"] else None,
                row["against"].value,
                Waived(
                    row["reason"].value,
                    row["person"].value,
                    row["until"].value if row["until"] else None,
                    row["date"].value,
                ),
            )
            for row in rows
            if _still_counts(row["until"], as_of)
        }
        return cls(tuple(sorted(found, key=lambda w: (str(w.node), w.subject or "", w.against))))

    @cached_property
    def _by_subject(self) -> Mapping[str, list[Waiver]]:
        found: dict[str, list[Waiver]] = defaultdict(list)
        for waiver in self.every:
            if waiver.subject is not None:
                found[waiver.subject].append(waiver)
        return found

    def of(self, node: Term) -> list[Waiver]:
        """The waivers of a node, against whatever."""
        return self._by_subject.get(node.value, [])

    def covering(self, nodes: Collection[Term], against: NamedNode) -> list[Waiver]:
        """The waivers of one of the nodes against a rule or a plan edition."""
        return [w for node in nodes for w in self.of(node) if w.against == against.value]


def outcome_facts(
    waivers: Waivers,
    covered: Collection[tuple[Node, Node]],
    was_run: Mapping[str, bool],
    *,
    complete: bool,
) -> Iterator[Statement]:
    """What the run made of its waivers: covers, and whether that is known at all (decidable).

    covered: (waiver, what its finding is about). was_run: rule IRI -> whether it was run.
    complete: no rule was left out, so that a waiver against a plan had every chance.
    """
    for waiver, focus in sorted(covered, key=str):
        yield waiver, aln("covers"), focus
    for record in waivers.every:
        if was_run.get(record.against, complete):
            yield record.node, aln("decidable"), Literal(True)


def _still_counts(until: Term | None, as_of: datetime.date | None) -> bool:
    """Without an end, or a date to hold it against, it counts; with an end that is none, not."""
    if not isinstance(until, Literal) or as_of is None:
        return True
    try:
        return datetime.date.fromisoformat(until.value) >= as_of
    except ValueError:
        return False
