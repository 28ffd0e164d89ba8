"""What plans say, as far as their text is held: headings, names and table cells, and prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Node, integer
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


@dataclass(slots=True)
class WordsOfPlan:
    """The words of a list that a plan has: in its items, in headings, names or cells, anywhere."""

    items: set[str] = field(default_factory=set)
    headings: set[str] = field(default_factory=set)
    anywhere: set[str] = field(default_factory=set)


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
    dataset: Dataset, words: Iterable[str], held: dict[NamedNode, list[Passage]]
) -> dict[NamedNode, WordsOfPlan]:
    """Which of some words each plan has, in its passages, its items and its indicators."""
    wanted = WordList(words)
    found: dict[NamedNode, WordsOfPlan] = defaultdict(WordsOfPlan)
    for plan, held_passages in held.items():
        for passage in held_passages:
            _note(found[plan], wanted.found(passage.text), is_heading=passage.is_heading)
    rows = dataset.select(
        """SELECT DISTINCT ?plan ?label ?text WHERE {
           { ?thing aln:inPlan ?plan } UNION { ?plan aln:hasIndicator ?thing }
           UNION { ?plan ^aln:inPlan/aln:hasIndicator ?thing }
           OPTIONAL { ?thing skos:prefLabel ?label } OPTIONAL { ?thing aln:text ?text } }"""
    )
    for row in rows:
        for text, is_heading in ((row["label"], True), (row["text"], False)):
            if text is not None:
                words_found = wanted.found(text.value)
                found[row["plan"]].items |= words_found
                _note(found[row["plan"]], words_found, is_heading=is_heading)
    return found


def _note(plan: WordsOfPlan, words: set[str], *, is_heading: bool) -> None:
    plan.anywhere |= words
    if is_heading:
        plan.headings |= words
