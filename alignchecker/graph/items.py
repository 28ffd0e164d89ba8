"""The items of all plans, read once for all who derive facts from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Term, aln, integer
from alignchecker.model.names import RDF, SKOS
from alignchecker.model.normalize import label_key

_TYPE = NamedNode(RDF + "type")
_TRUE = {"true", "1"}

Items = Mapping[Node, "Item"]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item of a plan, the first of several values of a property.

    label: empty where it has none. level: what the plan calls it, empty where unknown. key: the
    label as it is compared. printed: the number it is printed with, None where that is no number.
    """

    node: Node
    plan: Node
    parent: Node | None
    kind: Term | None
    label: str
    key: str
    text: str
    level: str
    order: int | None
    code: str | None
    printed: int | None
    repeated: bool
    is_measure: bool

    @property
    def is_reprint(self) -> bool:
        """Whether it says that it stands elsewhere as well."""
        return self.repeated or "再掲" in self.label


def read_items(dataset: Dataset) -> Items:
    """Every item that stands in a plan, in the order of the files."""
    return {item.node: item for item in _items(dataset)}


def _items(dataset: Dataset) -> Iterator[Item]:
    said = {name: dataset.first(aln(name)) for name in (
        "parent", "kind", "levelName", "order", "printedNumber", "repeated", "text",
    )}  # fmt: skip
    labels, codes = (
        dataset.texts(NamedNode(SKOS + "prefLabel")),
        dataset.first(NamedNode(SKOS + "notation")),
    )
    plans = dataset.first(aln("inPlan"))
    measures = set(dataset.instances(aln("Measure")))
    for node in dataset.instances(aln("Item")):
        plan = plans.get(node)
        if plan is None or isinstance(plan, Literal):
            continue
        parent, label = said["parent"].get(node), labels.get(node, "")
        yield Item(
            node,
            plan,
            None if isinstance(parent, Literal) else parent,
            said["kind"].get(node),
            label,
            label_key(label),
            _value(said["text"].get(node)) or "",
            _value(said["levelName"].get(node)) or "",
            integer(said["order"].get(node)),
            _value(codes.get(node)),
            _number(said["printedNumber"].get(node)),
            _value(said["repeated"].get(node)) in _TRUE,
            node in measures,
        )


def _value(term: Term | None) -> str | None:
    return None if term is None else term.value


def _number(term: Term | None) -> int | None:
    number = integer(term)
    return number if number is not None and number >= 0 else None


def ancestors(items: Items, node: Node) -> Iterator[Node]:
    """What stands above an item, the nearest first, known as items or not."""
    seen = {node}
    parent = items[node].parent if node in items else None
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = items[parent].parent if parent in items else None
