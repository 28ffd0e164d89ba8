"""How a plan was made, read from its text: steps taken, with their dates where it prints them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Statement, aln
from alignchecker.graph.nodes import TYPE
from alignchecker.graph.plan_texts import Passage, WordsOfPlan
from alignchecker.graph.word_list import WordList
from alignchecker.model.calendar import dates

_PAST = re.compile(r"ました|(?:実施|開催|設置|聴取|反映|審議|募集)した|(?:行っ|得|募っ)た")
# 審議を経て策定します is not done yet.
_NOT_YET = re.compile(r"予定|今後|次期|将来|毎年|ます。?$")
_SENTENCE_END = re.compile(r"(?<=。)")


Kinds = dict[str, set[NamedNode]]
"""Word -> the procedures that it is about."""


def procedure_words(dataset: Dataset) -> tuple[Kinds, Kinds]:
    """The words that say that a step was taken, and all that touch upon it."""
    saying: dict[str, set[NamedNode]] = defaultdict(set)
    touching: dict[str, set[NamedNode]] = defaultdict(set)
    for name, tables in (("procedureWord", (saying, touching)), ("mentionWord", (touching,))):
        for row in dataset.select(f"SELECT ?kind ?word WHERE {{ ?kind aln:{name} ?word }}"):
            for table in tables:
                table[row["word"].value].add(row["kind"])
    return dict(saying), dict(touching)


def mentioned(touching: Kinds, found: dict[NamedNode, WordsOfPlan]) -> Iterator[Statement]:
    """mentionsProcedure: the steps that a plan's text touches upon. found: words of each plan."""
    for plan, words in found.items():
        for kind in set[NamedNode]().union(*(touching.get(word, ()) for word in words.anywhere)):
            yield plan, aln("mentionsProcedure"), kind


def records(saying: Kinds, held: dict[NamedNode, list[Passage]]) -> Iterator[Statement]:
    """A record of each step that a sentence, or a row of a table, says was taken."""
    wanted = WordList(saying)
    for plan, of_plan in held.items():
        number = 0
        for passage in of_plan:
            for sentence in filter(None, _SENTENCE_END.split(passage.text)):
                date = next((day for day, _ in dates(sentence)), None)
                if not _says_it_was_done(sentence, passage, dated=date is not None):
                    continue
                kinds = {k for word in wanted.found(sentence) for k in saying[word]}
                for kind in sorted(kinds, key=str):
                    number += 1
                    node = NamedNode(f"{plan.value}/procedure-read/{number}")
                    yield from _record(plan, node, kind, sentence.strip(), date)
                    if passage.place is not None:
                        yield node, aln("position"), passage.place


def _says_it_was_done(sentence: str, passage: Passage, *, dated: bool) -> bool:
    """In the past tense; or with a date in a row or heading, which has no verb."""
    if _NOT_YET.search(sentence.strip()):
        return False
    return bool(_PAST.search(sentence)) or (dated and "。" not in passage.text)


def _record(
    plan: NamedNode, node: NamedNode, kind: NamedNode, words: str, date: str | None
) -> Iterator[Statement]:
    yield plan, aln("procedure"), node
    yield node, TYPE, aln("ProcedureRecord")
    yield node, aln("procedureKind"), kind
    yield node, aln("quotedAs"), Literal(words, language="ja")
    if date is not None:
        yield node, aln("procedureDate"), Literal(date)
