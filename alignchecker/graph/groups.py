"""Items that stand beside groups of their siblings, in none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal

from alignchecker.graph.dataset import Dataset, Node, Statement, aln, integer


def ungrouped_items(dataset: Dataset) -> Iterator[Statement]:
    """ungroupedBeside, from an item to the group before it, and groupedSiblings. Needs container.

    What stands before the first group may belong to all of them. Where fewer siblings are grouped
    than not, the groups are the exception.
    """
    rows = dataset.select(
        """SELECT ?item ?container ?level ?order ?group WHERE {
           ?item aln:container ?container ; aln:levelName ?level ; aln:order ?order
           OPTIONAL { ?item aln:parent ?group . ?group aln:kind code:kind-group }
           FILTER NOT EXISTS { ?item aln:kind code:kind-group } }"""
    )
    siblings: dict[tuple[Node, str], list[tuple[int, str, Node, Node | None]]] = defaultdict(list)
    for row in rows:
        place = integer(row["order"]) or 0, row["item"].value, row["item"], row["group"]
        siblings[row["container"], row["level"].value].append(place)
    for found in siblings.values():
        grouped = sum(group is not None for _, _, _, group in found)
        if 2 * grouped <= len(found):
            continue
        before: Node | None = None
        for _, _, item, group in sorted(found, key=lambda place: place[:2]):
            yield item, aln("groupedSiblings"), Literal(grouped)
            if group is not None:
                before = group
            elif before is not None:
                yield item, aln("ungroupedBeside"), before
