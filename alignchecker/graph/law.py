"""Derived facts about law, in the order in which they need each other."""

from __future__ import annotations

from alignchecker.graph.contents import content_facts, topic_facts, words_by_node
from alignchecker.graph.dataset import Dataset
from alignchecker.graph.demands import (
    FACTS_OF_LAW,
    SHORT_NAMES,
    mentioned_types,
    searched_titles,
    target_types,
)
from alignchecker.graph.legal_statements import cited_provisions, legal_statements
from alignchecker.graph.owed import owed, own_obligations
from alignchecker.graph.plan_texts import passages, words_of_plans
from alignchecker.graph.procedures import mentioned, procedure_words, records


def derive_law(dataset: Dataset) -> None:
    """Writes the facts about Acts, required contents and procedures. Needs aln:constitutes."""
    dataset.add_facts(target_types(dataset))
    for query in FACTS_OF_LAW:
        dataset.construct(query)
    dataset.add_facts(owed(dataset))
    dataset.add_facts(own_obligations(dataset))
    dataset.add_facts(cited_provisions(dataset))
    held = passages(dataset)
    contents, topics = (words_by_node(dataset, name) for name in ("contentWord", "topicWord"))
    saying, touching = procedure_words(dataset)
    titles = searched_titles(dataset, words_by_node(dataset, "titleWord"))
    words = SHORT_NAMES.union(*contents.values(), *topics.values(), touching, *titles.values())
    found = words_of_plans(dataset, words, held)
    dataset.add_facts(content_facts(dataset, contents, found))
    dataset.add_facts(topic_facts(topics, found))
    dataset.add_facts(mentioned_types(dataset, titles, found))
    dataset.add_facts(mentioned(touching, found))
    dataset.add_facts(records(saying, held))
    dataset.add_facts(legal_statements(dataset, held))
