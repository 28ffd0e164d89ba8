"""What findings are about: nodes of the inputs, as against shipped frames and the ontology."""

from __future__ import annotations

from functools import cached_property

from alignchecker.graph.dataset import Dataset, Node, Role, Term


def in_scope(dataset: Dataset, node: Node) -> bool:
    """Whether a node is described in an input, as against a shipped frame."""
    source = dataset.file_of(node)
    return source is not None and source.role is Role.INPUT


class Scope:
    """The nodes that a run is about."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def holds(self, node: Node) -> bool:
        """Whether a node is described in an input."""
        return in_scope(self._dataset, node)

    def touches(self, node: Node) -> bool:
        """The same, and of nodes that no file describes those that an input mentions.

        A shape may be aimed at values, also at words; what a frame says is never meant.
        """
        if self._dataset.file_of(node) is None:
            return node in self._mentioned
        return in_scope(self._dataset, node)

    @cached_property
    def _mentioned(self) -> frozenset[Term]:
        inputs = [file for file in self._dataset.files if file.role is Role.INPUT]
        return frozenset(o for file in inputs for _, _, o in self._dataset.statements_of(file))
