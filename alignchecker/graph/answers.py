"""Which of a city's plans answered a unit of a higher plan last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln, integer


def last_answers(dataset: Dataset) -> Iterator[Statement]:
    """lastAnswerTo: of the plans of a city that answer a unit, those that run longest.

    Proposed links count. Where one of the plans has no known end, nobody can say.
    """
    rows = dataset.select(
        """SELECT DISTINCT ?unit ?plan ?city ?last WHERE {
           ?unit aln:answeredIn|aln:proposedIn ?plan . ?plan dcterms:publisher ?city
           OPTIONAL { ?plan aln:lastFiscalYear ?last } }"""
    )
    answers: dict[tuple[Node, Term], dict[Node, int | None]] = defaultdict(dict)
    for row in rows:
        answers[row["unit"], row["city"]][row["plan"]] = integer(row["last"])
    for (unit, _), ends in answers.items():
        known = [end for end in ends.values() if end is not None]
        if len(known) == len(ends):
            for plan, end in ends.items():
                if end == max(known):
                    yield plan, aln("lastAnswerTo"), unit
