"""Which required contents a plan treats, and what it is about, as the words for them show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, Statement, aln
from alignchecker.graph.plan_texts import WordsOfPlan


def words_by_node(dataset: Dataset, name: str) -> dict[NamedNode, set[str]]:
    """The words that a property (aln:contentWord, aln:topicWord) gives to each node."""
    words: dict[NamedNode, set[str]] = defaultdict(set)
    for row in dataset.select(f"SELECT DISTINCT ?node ?word WHERE {{ ?node aln:{name} ?word }}"):
        words[row["node"]].add(row["word"].value)
    return dict(words)


def topic_facts(
    topics: dict[NamedNode, set[str]], found: dict[NamedNode, WordsOfPlan]
) -> Iterator[Statement]:
    """hasTopicOf: the plan types (with their topic words) that a plan's items are about."""
    for plan, words in found.items():
        for plan_type, of_type in topics.items():
            if of_type & words.items:
                yield plan, aln("hasTopicOf"), plan_type


def content_facts(
    dataset: Dataset,
    words: dict[NamedNode, set[str]],
    found: dict[NamedNode, WordsOfPlan],
) -> Iterator[Statement]:
    """treatsContent where a word stands in a heading, a name or a table; else mentionsContent.

    words: of each content; found: of each plan. An item that somebody says answers the demand
    treats it. Needs aln:owes.
    """
    for row in dataset.select(
        "SELECT DISTINCT ?plan ?demand WHERE { ?item aln:answersDemand ?demand ; aln:inPlan ?plan }"
    ):
        yield row["plan"], aln("treatsContent"), row["demand"]
    for row in dataset.select(
        """SELECT DISTINCT ?plan ?demand
           WHERE { ?plan aln:owes ?demand . ?demand aln:contentWord ?word }"""
    ):
        plan = found.get(row["plan"])
        if plan is None:
            continue
        if words[row["demand"]] & plan.headings:
            yield row["plan"], aln("treatsContent"), row["demand"]
        elif words[row["demand"]] & plan.anywhere:
            yield row["plan"], aln("mentionsContent"), row["demand"]
