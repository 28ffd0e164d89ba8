"""The text of a plan as it was read: passages, or headings with what stands below them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Node, Role, integer
from alignchecker.model.normalize import fold


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and the node it is the text of.

    folded: the text in half-width letters and digits, of the same length.
    """

    node: Node
    text: str
    folded: str


@dataclass(frozen=True)
class PlanText:
    """The text of one plan in its order. printed: from the document's passages."""

    edition: NamedNode
    passages: Sequence[Passage]
    printed: bool

    @cached_property
    def whole(self) -> str:
        """All of it, folded, to see quickly whether something occurs at all."""
        return "\n".join(passage.folded for passage in self.passages)


def plan_texts(dataset: Dataset) -> Iterator[PlanText]:
    """The plans of the inputs that have a text, by IRI."""
    printed = _rows(dataset, "?plan aln:passage ?node . ?node aln:text ?text")
    told = _rows(dataset, "?node aln:inPlan ?plan ; skos:prefLabel|aln:text ?text")
    for edition in sorted({*printed, *told}, key=lambda node: node.value):
        source = dataset.file_of(edition)
        if source is not None and source.role is Role.INPUT:
            found = printed.get(edition) or told[edition]
            yield PlanText(edition, found, edition in printed)


def _rows(dataset: Dataset, pattern: str) -> dict[NamedNode, list[Passage]]:
    rows = dataset.rows(
        f"""SELECT DISTINCT ?plan ?node ?text ?order WHERE {{ {pattern}
            FILTER (LANG(?text) IN ("ja", "")) OPTIONAL {{ ?node aln:order ?order }} }}"""
    )
    found: dict[NamedNode, list[tuple[int, int, str, Passage]]] = defaultdict(list)
    for plan, node, words, order in rows:
        text = words.value
        # The heading of an item is shorter than the text below it, and comes first.
        key = (integer(order) or 0, len(text), node.value)
        if isinstance(plan, NamedNode):
            found[plan].append((*key, Passage(node, text, fold(text))))
    return {
        plan: [entry[3] for entry in sorted(entries, key=itemgetter(0, 1, 2))]
        for plan, entries in found.items()
    }
