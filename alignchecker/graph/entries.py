"""What stands in plans, items and all else, read once for all who derive facts from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
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
        find = dataset.index.number
        terms = self._terms = dataset.index.terms
        columns = {
            name: dataset.index.column(find(predicate)) for name, predicate in _PROPERTIES.items()
        }
        self._plans, self._types = columns["inPlan"], columns["type"]
        self._first = {name: _first(column, terms) for name, column in columns.items()}
        self._label, self._text = (_text(columns[name], terms) for name in ("label", "text"))
        self._item, self._measure = find(aln("Item")), find(aln("Measure"))

    def numbers(self) -> Sequence[int]:
        """The numbers of all that stands in a plan."""
        return list(self._plans.subjects())

    def read(self, number: int) -> Entry | None:
        """The entry with a number; None for what stands in no plan."""
        first = self._first
        plan = first["inPlan"](number)
        if plan is None or isinstance(plan, Literal):
            return None
        parent, level = first["parent"](number), first["levelName"](number)
        code, repeated = first["code"](number), first["repeated"](number)
        label = self._label(number)
        types = self._types.values(number)
        return Entry(
            self._terms[number],  # type: ignore[arg-type]
            plan,
            None if isinstance(parent, Literal) else parent,
            first["kind"](number),
            label,
            label_key(label),
            self._text(number),
            "" if level is None else level.value,
            integer(first["order"](number)),
            None if code is None else code.value,
            _number(first["printedNumber"](number)),
            repeated is not None and repeated.value in _TRUE,
            self._item in types,
            self._measure in types,
        )


def _first(column: Column, terms: Sequence[Term]) -> Callable[[int], Term | None]:
    """Gives a subject's value, of several the first by its words."""
    single = column.single

    def of_one(subject: int) -> Term | None:
        value = single.get(subject)  # type: ignore[union-attr]
        return None if value is None else terms[value]

    def of_several(subject: int) -> Term | None:
        return min((terms[value] for value in column.values(subject)), key=str, default=None)

    return of_several if single is None else of_one


def _text(column: Column, terms: Sequence[Term]) -> Callable[[int], str]:
    """Gives a subject's first text in Japanese, before those in other languages."""

    def text(subject: int) -> str:
        values = [terms[value] for value in column.values(subject)]
        literals = [value for value in values if isinstance(value, Literal)]
        if len(literals) > 1:
            literals.sort(key=lambda literal: (literal.language not in _JAPANESE, str(literal)))
        return literals[0].value if literals else ""

    return text


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
