"""What plans say, as far as their text is held: headings, names and table cells, and prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Node, integer
from alignchecker.graph.entries import entries_of_plans
from alignchecker.graph.word_list import WordList

_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a plan's text. place: where it stands in the document, None if unknown."""

    node: NamedNode
    order: int
    text: str
    place: Node | None

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, a caption or a row of a table: short, and no sentence."""
        return len(self.text) <= _LONGEST_HEADING and "。" not in self.text


@dataclass(frozen=True, slots=True)
class WordsOfPlan:
    """The words of a list that a plan has: in its items, in headings, names or cells, anywhere."""

    items: set[str]
    headings: set[str]
    anywhere: set[str]


def passages(dataset: Dataset) -> dict[NamedNode, list[Passage]]:
    """The passages of each plan whose text is held, in their order."""
    rows = dataset.select(
        """SELECT ?plan ?passage ?order ?text ?place WHERE {
           ?plan aln:passage ?passage . ?passage aln:text ?text
           OPTIONAL { ?passage aln:order ?order } OPTIONAL { ?passage aln:position ?place } }"""
    )
    found: dict[NamedNode, dict[str, Passage]] = defaultdict(dict)
    for row in rows:
        plan, node = row["plan"], row["passage"]
        if isinstance(plan, NamedNode) and isinstance(node, NamedNode):
            order = integer(row["order"]) or 0
            found[plan][node.value] = Passage(node, order, row["text"].value, row["place"])
    return {
        plan: sorted(found[plan].values(), key=lambda p: (p.order, p.node.value))
        for plan in sorted(found, key=str)
    }


def words_of_plans(
    dataset: Dataset, words: Collection[str], held: Mapping[NamedNode, Sequence[Passage]]
) -> dict[NamedNode, WordsOfPlan]:
    """Which of some words each plan has, in its passages, its items and its indicators."""
    wanted = WordList(words)
    told = {p: said for p, said in dataset.answer(_told).items() if isinstance(p, NamedNode)}
    found = {}
    for plan in {**held, **told}:
        said = tuple(held.get(plan, ())), told.get(plan, ())
        found[plan] = dataset.memory.once(
            (words_of_plans, plan), (words, *said), partial(_words, wanted, *said)
        )
    return found


def _told(dataset: Dataset) -> Mapping[Node, tuple[tuple[str, str], ...]]:
    """Plan -> names and texts of what stands in it, and of its indicators."""
    found: dict[Node, list[tuple[str, str]]] = defaultdict(list)
    for plan, entries in dataset.answer(entries_of_plans).items():
        found[plan] += [(entry.label, entry.text) for entry in entries]
    rows = dataset.rows(
        """SELECT DISTINCT ?plan ?label ?text WHERE {
           { ?plan aln:hasIndicator ?thing } UNION { ?plan ^aln:inPlan/aln:hasIndicator ?thing }
           FILTER NOT EXISTS { ?thing aln:inPlan ?plan }
           OPTIONAL { ?thing skos:prefLabel ?label } OPTIONAL { ?thing aln:text ?text } }"""
    )
    for plan, label, text in rows:
        found[plan].append((label.value if label else "", text.value if text else ""))
    return {plan: tuple(told) for plan, told in found.items()}


def _words(
    wanted: WordList, passages: Sequence[Passage], told: Sequence[tuple[str, str]]
) -> WordsOfPlan:
    names = wanted.found(*(name for name, _ in told))
    items = names | wanted.found(*(text for _, text in told))
    headings = wanted.found(*(p.text for p in passages if p.is_heading))
    others = wanted.found(*(p.text for p in passages if not p.is_heading))
    return WordsOfPlan(items, names | headings, items | headings | others)
