"""What an item says, as a value that changes with its wording: for links that were reviewed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal

from alignchecker.graph.dataset import Dataset, Statement, aln
from alignchecker.graph.entries import ancestors, read_items
from alignchecker.model.normalize import label_key


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
    items = dataset.answer(read_items)
    for row in rows:
        labels = [items[n].label for n in (row["end"], *ancestors(items, row["end"])) if n in items]
        if any(labels):
            yield row["end"], aln("fingerprint"), Literal(fingerprint(list(filter(None, labels))))
