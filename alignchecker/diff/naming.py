"""From the IRIs that a new reading would get to the nodes of an earlier import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from alignchecker.diff.earlier import Earlier
from alignchecker.diff.identity import numbered, value_pairs
from alignchecker.graph.dataset import Node
from alignchecker.graph.documents import edition_iri
from alignchecker.model.plan import PlanDraft

_NUMBERED = re.compile(r"([a-z-]+/|.*/v)(\d{1,9})")


class Names:
    """Names the nodes of a new reading.

    draft: the new reading with the ids of the earlier one. pairs: see identity.entry_pairs.
    The edition and its series keep their IRIs even if the period or the publisher is known now.
    """

    def __init__(
        self, earlier: Earlier, draft: PlanDraft, pairs: Mapping[str, Mapping[int, int]]
    ) -> None:
        self.earlier = earlier
        self.prefix = edition_iri(draft, earlier.base).value + "/"
        was = edition_iri(earlier.draft, earlier.base).value
        known = earlier.names or {}
        self.names: dict[str, Node] = {self.prefix[:-1]: earlier.edition}
        series, old_series = _above(self.prefix[:-1]), _above(was)
        self.names[series] = known.get(old_series) or NamedNode(_above(earlier.edition.value))
        if draft.publisher == earlier.draft.publisher:
            body = known.get(_above(old_series))
            self.names |= {_above(series): body} if body else {}
        self.numbers = _highest(earlier.used())
        for kind, entries in numbered(draft).items():
            self.number(f"{kind}/", len(entries), pairs[kind])
        for indicator, places in value_pairs(earlier.draft, draft).items():
            count = next(len(i.values) for i in draft.indicators if i.id == indicator)
            self.number(f"{indicator}/v", count, places)

    def number(self, path: str, count: int, pairs: Mapping[int, int]) -> None:
        """Gives each entry its old number, or one after the highest ever given."""
        for place in range(count):
            before = pairs.get(place)
            if before is None:
                self.numbers[path] = self.numbers.get(path, 0) + 1
            number = self.numbers[path] if before is None else before + 1
            node = self.earlier.node(f"{path}{number}")
            self.names[f"{self.prefix}{path}{place + 1}"] = node

    def of(self, node: Node) -> Node:
        """The node of the earlier import, or a new one below its edition; others as they are."""
        if not isinstance(node, NamedNode):
            return node
        if node.value not in self.names and node.value.startswith(self.prefix):
            path = node.value.removeprefix(self.prefix)
            # Passages are replaced as a whole; one is not the earlier one of its number.
            known = not path.startswith("passage/")
            new = NamedNode(f"{self.earlier.edition.value}/{path}")
            self.names[node.value] = self.earlier.node(path) if known else new
        return self.names.get(node.value, node)


def _above(iri: str) -> str:
    return iri.rpartition("/")[0]


def _highest(paths: Iterable[str]) -> dict[str, int]:
    """The highest number of each kind of entry that has ever been given."""
    highest: dict[str, int] = {}
    for path in paths:
        match = _NUMBERED.fullmatch(path)
        if match:
            highest[match[1]] = max(highest.get(match[1], 0), int(match[2]))
    return highest
