"""Items that stand beside groups of their siblings, in none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln
from alignchecker.graph.entries import read_items
from alignchecker.model.names import CODE

_GROUP = NamedNode(CODE + "kind-group")


def ungrouped_items(dataset: Dataset) -> Iterator[Statement]:
    """ungroupedBeside, from an item to the group before it, and groupedSiblings. Needs container.

    What stands before the first group may belong to all of them. Where fewer siblings are grouped
    than not, the groups are the exception.
    """
    items = dataset.answer(read_items)
    containers = dataset.first(aln("container"))
    siblings: dict[tuple[Term, str], list[tuple[int, str, Node, Node | None]]] = defaultdict(list)
    for node, item in items.items():
        if item.order is None or not item.level or item.kind == _GROUP or node not in containers:
            continue
        above = items.get(item.parent) if item.parent else None
        group = above.node if above is not None and above.kind == _GROUP else None
        place = item.order, node.value, node, group
        siblings[containers[node], item.level].append(place)
    for found in siblings.values():
        grouped = sum(group is not None for _, _, _, group in found)
        if 2 * grouped <= len(found):
            continue
        before: Node | None = None
        for _, _, node, group in sorted(found, key=lambda place: place[:2]):
            yield node, aln("groupedSiblings"), Literal(grouped)
            if group is not None:
                before = group
            elif before is not None:
                yield node, aln("ungroupedBeside"), before
