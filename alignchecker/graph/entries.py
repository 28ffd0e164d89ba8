"""What stands in plans, items and all else, read once for all who derive facts from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Term, aln, integer
from alignchecker.model.names import RDF, SKOS
from alignchecker.model.normalize import label_key
from alignchecker.triples.column import Column

_TYPE = NamedNode(RDF + "type")
_LABEL = NamedNode(SKOS + "prefLabel")
_PROPERTIES = {
    name: aln(name)
    for name in ("inPlan", "parent", "kind", "levelName", "order", "printedNumber", "repeated",
                 "text")
} | {"type": _TYPE, "label": _LABEL, "code": NamedNode(SKOS + "notation")}  # fmt: skip
_TRUE = {"true", "1"}
_JAPANESE = {"ja", None}


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """Something that stands in a plan, with the first of several values of each property.

    label, text: empty where it has none. key: the label as it is compared. level: what the plan
    calls its level, empty where unknown. printed: the number it is printed with, None where that is
    no number.
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
    is_item: bool
    is_measure: bool

    @property
    def is_reprint(self) -> bool:
        """Whether it says that it stands elsewhere as well."""
        return self.repeated or "再掲" in self.label


Items = Mapping[Node, Entry]


def read_entries(dataset: Dataset) -> Mapping[int, Entry]:
    """Everything that stands in a plan, by its number."""
    return dataset.memory.table(read_entries, lambda: _Reader(dataset))


def entries_of_plans(dataset: Dataset) -> Mapping[Node, tuple[Entry, ...]]:
    """Plan -> what stands in it."""
    found: dict[Node, list[Entry]] = defaultdict(list)
    for entry in read_entries(dataset).values():
        found[entry.plan].append(entry)
    return {plan: tuple(entries) for plan, entries in found.items()}


def read_items(dataset: Dataset) -> Items:
    """Every item that stands in a plan."""
    return {entry.node: entry for entry in read_entries(dataset).values() if entry.is_item}


def items_of_plans(dataset: Dataset) -> Mapping[Node, tuple[Entry, ...]]:
    """Plan -> its items."""
    plans = dataset.answer(entries_of_plans)
    return {plan: tuple(e for e in entries if e.is_item) for plan, entries in plans.items()}


class _Reader:
    """Reads entries from the columns of their properties."""

    def __init__(self, dataset: Dataset) -> None:
        self._terms = dataset.index.terms
        find = dataset.index.number
        self._columns: dict[str, Column] = {
            name: dataset.index.column(find(predicate)) for name, predicate in _PROPERTIES.items()
        }
        self._item, self._measure = find(aln("Item")), find(aln("Measure"))

    def numbers(self) -> Sequence[int]:
        """The numbers of all that stands in a plan."""
        return list(self._columns["inPlan"].subjects())

    def read(self, number: int) -> Entry | None:
        """The entry with a number; None for what stands in no plan."""
        plan = self._first("inPlan", number)
        if plan is None or isinstance(plan, Literal):
            return None
        parent = self._first("parent", number)
        label = self._text("label", number)
        types = self._columns["type"].values(number)
        return Entry(
            self._terms[number],  # type: ignore[arg-type]
            plan,
            None if isinstance(parent, Literal) else parent,
            self._first("kind", number),
            label,
            label_key(label),
            self._text("text", number),
            self._value("levelName", number) or "",
            integer(self._first("order", number)),
            self._value("code", number),
            _number(self._first("printedNumber", number)),
            self._value("repeated", number) in _TRUE,
            self._item in types,
            self._measure in types,
        )

    def _first(self, name: str, number: int) -> Term | None:
        values = self._columns[name].values(number)
        terms = [self._terms[value] for value in values]
        return min(terms, key=str) if len(terms) > 1 else terms[0] if terms else None

    def _value(self, name: str, number: int) -> str | None:
        term = self._first(name, number)
        return None if term is None else term.value

    def _text(self, name: str, number: int) -> str:
        """The first text in Japanese, before those in other languages."""
        literals = list(self._literals(name, number))
        if len(literals) > 1:
            literals.sort(key=lambda literal: (literal.language not in _JAPANESE, str(literal)))
        return literals[0].value if literals else ""

    def _literals(self, name: str, number: int) -> Iterator[Literal]:
        for value in self._columns[name].values(number):
            term = self._terms[value]
            if isinstance(term, Literal):
                yield term


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
