"""A verdict on a link -> the record of it, with what both ends say now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pyoxigraph import NamedNode

from alignchecker.graph import blank
from alignchecker.graph.dataset import Dataset, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.entries import Items, read_items
from alignchecker.graph.fingerprints import wording
from alignchecker.graph.link_records import read_links
from alignchecker.graph.plan_names import plan_names
from alignchecker.links.records import Addition, named
from alignchecker.model.errors import ConfigError, did_you_mean
from alignchecker.model.links import (
    BY_HAND,
    Contribution,
    LinkRecord,
    LinkReview,
    Verdict,
    Wording,
    link_iri,
    valid,
)
from alignchecker.model.normalize import label_key

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of a link: who, on which day (YYYY-MM-DD), what and why."""

    verdict: Verdict
    reviewer: str
    date: str
    reason: str = ""
    contribution: Contribution | None = None
    decides: bool = False


@dataclass(slots=True)
class Reviewing:
    """The links of a project, to which verdicts are added one after the other."""

    dataset: Dataset
    links: dict[str, LinkRecord] = field(init=False)
    items: Items = field(init=False)
    describer: Describer = field(init=False)
    _by_ends: dict[tuple[str, str | None, str | None], str] = field(init=False)

    def __post_init__(self) -> None:
        # Nothing can be added to what a file leaves without a name.
        every = read_links(self.dataset).items()
        self.links = {iri: link for iri, link in every if not iri.startswith(blank.PREFIX)}
        self._by_ends = {}
        for iri, link in self.links.items():
            self._by_ends.setdefault((link.start, link.to, link.none_in), iri)
        self.items = self.dataset.answer(read_items)
        self.describer = Describer(self.dataset)

    def wordings(self, link: LinkRecord) -> tuple[Wording, Wording]:
        """What both ends of a link say now; blank for what is no item that was read."""
        ends = (link.start, link.to)
        start, end = (wording(self.items, NamedNode(e)) if e else Wording() for e in ends)
        return start, end

    def said(self, link: LinkRecord, answer: Answer) -> Addition:
        """The record of an answer to a link, which may be a new one; it counts from here on."""
        start, end = self.wordings(link)
        known = self.links.get(link.iri)
        link = known or link
        review = LinkReview(
            " ".join(answer.reviewer.split()),
            answer.verdict,
            answer.date,
            answer.reason.strip(),
            link.next_order,
            answer.decides,
            answer.contribution,
            start,
            end,
        )
        return self._added(link, review, is_new=known is None)

    def undone(self, link: LinkRecord, answer: Answer, review: str = "") -> Addition:
        """The record that takes back a verdict of a reviewer: their last one, or that of an IRI.

        answer: who, when and why. What it undoes stays on record. Raises ConfigError where there is
        no such verdict of theirs, or one without a name, which nothing can point to.
        """
        who = " ".join(answer.reviewer.split())
        own = [r for r in valid(link.reviews) if r.reviewer == who and review in {"", r.iri}]
        if not own:
            raise ConfigError(
                f"「{who}」の取り消せる判断は、この対応づけにありません。記録した人の名前を確かめて"
                "ください（ほかの人の判断は取り消せません）。",
                f"There is no verdict of '{who}' on this link to take back. Check the name: nobody"
                " takes back what somebody else said.",
            )
        if own[-1].iri.startswith(blank.PREFIX):
            raise ConfigError(
                f"「{who}」の判断は、ファイルの中で名前を持たないため取り消せません。"
                "保留か、正しい判断を記録してください。",
                f"The verdict of '{who}' has no name in its file, so nothing can point to it."
                " Record hold, or the right verdict.",
            )
        said = LinkReview(
            who,
            Verdict.UNDO,
            answer.date,
            answer.reason.strip(),
            link.next_order,
            undoes=own[-1].iri,
        )
        return self._added(link, said, is_new=False)

    def _added(self, link: LinkRecord, review: LinkReview, *, is_new: bool) -> Addition:
        review = named(link.iri, review)
        self.links[link.iri] = replace(link, reviews=(*link.reviews, review))
        self._by_ends.setdefault((link.start, link.to, link.none_in), link.iri)
        return Addition(self.links[link.iri], (review,), is_new)

    def between(self, start: str, to: str | None, none_in: str | None = None) -> LinkRecord:
        """The link between two ends: the one that is there, else a new one made by hand."""
        known = self._by_ends.get((start, to, none_in))
        if known is not None:
            return self.links[known]
        name = link_iri(start, to or none_in or "")
        return LinkRecord(name, start, to, none_in, justification=BY_HAND)

    def link(self, word: str) -> LinkRecord:
        """The link of an IRI. Raises ConfigError naming the nearest where there is none."""
        if word in self.links:
            return self.links[word]
        ja, en = did_you_mean(word, self.links)
        raise ConfigError(
            f"対応づけ「{word}」はありません。{ja}"
            "指摘の JSON か review export の表にある名前を指定してください。",
            f"There is no link '{word}'.{en} Name it as in the JSON of findings.",
        )

    def item(self, word: str) -> str:
        """The IRI of an item, named by IRI, label or code. Raises ConfigError unless it is one."""
        key = label_key(word)
        by_iri = [node.value for node in self.items if node.value == word]
        found = by_iri or [
            node.value for node, e in self.items.items() if key and key in {e.key, e.code}
        ]
        if len(found) == 1:
            return found[0]
        listed = "".join(f"\n  <{iri}>" for iri in sorted(found)[:_SHOWN])
        if found:
            raise ConfigError(
                f"項目「{word}」は{len(found)}件あります。次のどれかを指定してください。{listed}",
                f"There are {len(found)} items '{word}'. Name one of these.{listed}",
            )
        ja, en = did_you_mean(word, [entry.label for entry in self.items.values()])
        raise ConfigError(
            f"項目「{word}」はありません。{ja}計画にある名称か IRI を指定してください。",
            f"There is no item '{word}'.{en} Name it by its label or IRI.",
        )

    def plan(self, word: str) -> str:
        """The IRI of an edition, named by IRI or title. Raises ConfigError unless it is one."""
        return plan_names(self.dataset).the(word).value


def suspect(dataset: Dataset, links: Mapping[str, LinkRecord]) -> list[LinkRecord]:
    """The links whose wording has changed since they were taken."""
    changed: Iterable[str] = {
        node.value for name in ("suspectFrom", "suspectTo") for node, _ in dataset.pairs(aln(name))
    }
    return [links[iri] for iri in sorted(changed) if iri in links]
