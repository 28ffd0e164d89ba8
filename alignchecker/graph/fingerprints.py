"""What an item says, as a value that changes with its wording: for links that were reviewed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, aln
from alignchecker.model.names import SKOS
from alignchecker.model.normalize import label_key

_LABEL = NamedNode(SKOS + "prefLabel")


def fingerprint(labels: Sequence[str]) -> str:
    """The value for the label of an item and those above it, the item's own first.

    Spaces, width and old forms of characters do not count.

    >>> fingerprint(["居場所づくり", "目標 1"]) == fingerprint(["居場所 づくり", "目標1"])
    True
    """
    joined = "\n".join(label_key(label) for label in labels)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def fingerprints(dataset: Dataset) -> Iterator[Statement]:
    """fingerprint of the items at the ends of links that carry one, as they read now."""
    rows = dataset.select(
        """SELECT DISTINCT ?end WHERE {
           { ?link aln:fingerprintFrom ?any ; aln:from ?end }
           UNION { ?link aln:fingerprintTo ?any ; aln:to ?end }
           ?end a aln:Item }"""
    )
    for row in rows:
        labels = list(_labels(dataset, row["end"]))
        if labels:
            yield row["end"], aln("fingerprint"), Literal(fingerprint(labels))


def _labels(dataset: Dataset, item: Node) -> Iterator[str]:
    seen = set[Node]()
    step: Node | None = item
    while step is not None and step not in seen:
        seen.add(step)
        label = dataset.text(step, _LABEL)
        if label:
            yield label
        above = dataset.value(step, aln("parent"))
        step = above if isinstance(above, NamedNode) else None
