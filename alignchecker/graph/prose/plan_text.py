"""The text of a plan as it was read: passages, or headings with what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import itemgetter

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Node, Role
from alignchecker.graph.entries import Entry, entries_of_plans
from alignchecker.graph.plan_texts import passages
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
    """The text of one plan in its order.

    printed: from the document's passages. entries: what stands in the plan.
    """

    edition: NamedNode
    passages: tuple[Passage, ...]
    printed: bool
    entries: tuple[Entry, ...]

    @cached_property
    def whole(self) -> str:
        """All of it, folded, to see quickly whether something occurs at all."""
        return "\n".join(passage.folded for passage in self.passages)


def plan_texts(dataset: Dataset) -> Iterator[PlanText]:
    """The plans of the inputs that have a text, by IRI."""
    printed, plans = dataset.answer(passages), dataset.answer(entries_of_plans)
    for edition in sorted({*printed, *plans}, key=lambda node: node.value):
        source = dataset.file_of(edition)
        if source is None or source.role is not Role.INPUT or not isinstance(edition, NamedNode):
            continue
        entries = plans.get(edition, ())
        told = dataset.memory.once((plan_texts, edition), entries, partial(_told, entries))
        of_document = printed.get(edition, ())
        found = tuple(Passage(p.node, p.text, fold(p.text)) for p in of_document) or told
        if found:
            yield PlanText(edition, found, bool(of_document), entries)


def _told(entries: Sequence[Entry]) -> tuple[Passage, ...]:
    """Names and texts in their order; the name of an item comes before the text below it."""
    said = [
        (entry.order or 0, len(text), entry.node.value, Passage(entry.node, text, fold(text)))
        for entry in entries
        for text in (entry.label, entry.text)
        if text
    ]
    return tuple(entry[3] for entry in sorted(said, key=itemgetter(0, 1, 2)))
