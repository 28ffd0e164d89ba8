"""Derived facts about law, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pyoxigraph import NamedNode

from alignchecker.graph.contents import content_facts, topic_facts, words_by_node
from alignchecker.graph.dataset import Dataset, Statement
from alignchecker.graph.demands import (
    SHORT_NAMES,
    mentioned_types,
    searched_titles,
)
from alignchecker.graph.legal_statements import cited_provisions, legal_statements
from alignchecker.graph.owed import owed, own_obligations
from alignchecker.graph.plan_texts import WordsOfPlan, passages, words_of_plans
from alignchecker.graph.procedures import mentioned, procedure_words, records

_Words = dict[NamedNode, set[str]]


def _contents(dataset: Dataset) -> _Words:
    return words_by_node(dataset, "contentWord")


def _topics(dataset: Dataset) -> _Words:
    return words_by_node(dataset, "topicWord")


def _titles(dataset: Dataset) -> _Words:
    return searched_titles(dataset, words_by_node(dataset, "titleWord"))


def _words_found(dataset: Dataset) -> dict[NamedNode, WordsOfPlan]:
    """Which of all words that are looked for each plan has."""
    tables = [dataset.answer(table) for table in (_contents, _topics, _titles)]
    _, touching = dataset.answer(procedure_words)
    words = SHORT_NAMES.union(touching, *(of for table in tables for of in table.values()))
    return words_of_plans(dataset, words, dataset.answer(passages))


def _treated(dataset: Dataset) -> Iterator[Statement]:
    return content_facts(dataset, dataset.answer(_contents), dataset.answer(_words_found))


def _about(dataset: Dataset) -> Iterator[Statement]:
    return topic_facts(dataset.answer(_topics), dataset.answer(_words_found))


def _cited(dataset: Dataset) -> Iterator[Statement]:
    return mentioned_types(dataset, dataset.answer(_titles), dataset.answer(_words_found))


def _steps_mentioned(dataset: Dataset) -> Iterator[Statement]:
    return mentioned(dataset.answer(procedure_words)[1], dataset.answer(_words_found))


def _steps_taken(dataset: Dataset) -> Iterator[Statement]:
    return records(dataset.answer(procedure_words)[0], dataset.answer(passages))


def _stated(dataset: Dataset) -> Iterator[Statement]:
    return legal_statements(dataset, dataset.answer(passages))


LAW: Sequence[Callable[[Dataset], Iterator[Statement]]] = (
    owed,
    own_obligations,
    cited_provisions,
    _treated,
    _about,
    _cited,
    _steps_mentioned,
    _steps_taken,
    _stated,
)
"""What makes the facts about Acts, required contents and procedures. Needs aln:constitutes."""
