"""Words in 「…」 that a plan gives as those of another plan, or as its own vision, and are not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, partial
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, aln
from alignchecker.graph.entries import Entry, entries_of_plans
from alignchecker.graph.prose.plan_text import Passage, PlanText
from alignchecker.graph.prose.wordings import Wording, Wordings
from alignchecker.model.names import DCTERMS
from alignchecker.model.normalize import label_key

_TITLE = NamedNode(DCTERMS + "title")
_SERIES = NamedNode(DCTERMS + "isVersionOf")
_QUOTED = re.compile(r"「([^「」]{6,120})」|『([^『』]{6,120})』")
_VISION = re.compile(
    r"基本理念|将来像|将来都市像|都市像|めざす姿|目指す姿|めざすまち|目指すまち|スローガン"
)
_MARKS = re.compile(r"[\"'“”~\-,.、。・!?!?\[\]()<>「」]")
_OPEN = re.compile(r"…|\.\.\.|~|〜|～|○|●")
_BEFORE, _AFTER = 40, 20
_SHORTEST = 8
_NEAR = 0.75
_FEWEST_SHARED = 0.4


@dataclass(frozen=True, slots=True)
class _Source:
    """Words of a plan: its vision or one of its headings. pairs: of characters, of its key."""

    node: Node
    text: str
    key: str
    pairs: frozenset[str]
    is_vision: bool


@dataclass(frozen=True, slots=True)
class Quotable:
    """What a plan may quote: its own vision, and the words of the plans that its relations mean.

    names: plan -> by which names the text may speak of it.
    """

    own: str | None
    others: tuple[tuple[Node, tuple[str, ...], tuple[_Source, ...]], ...]


def quotations(plan: PlanText, quotable: Quotable, found: Wordings) -> None:
    """Wordings of the kinds vision and heading (another plan's words), and own-vision.

    One is made for a true quotation as well: a rule has looked at it.
    """
    own = quotable.own
    if ("「" not in plan.whole and "『" not in plan.whole) or (own is None and not quotable.others):
        return
    others = _Sources(quotable)
    headings = {_key(entry.label) for entry in plan.entries}
    for passage in plan.passages:
        if "「" not in passage.text and "『" not in passage.text:
            continue
        for match in _QUOTED.finditer(passage.text):
            quoted = match[1] or match[2]
            key = _key(quoted)
            if len(key) < _SHORTEST or key in headings or _OPEN.search(quoted):
                continue
            context = _context(passage, match)
            source = others.nearest(key, label_key(passage.text), context)
            if source is not None:
                kind = "vision" if source.is_vision else "heading"
                _add(found, passage, kind, quoted, source)
            elif own is not None and _VISION.search(context):
                _own(found, passage, quoted, plan.edition, own)


def _add(found: Wordings, passage: Passage, kind: str, quoted: str, source: _Source) -> None:
    verbatim = _key(quoted) == source.key
    wording = Wording(kind, quoted, source.text, source.node, verbatim)
    found.add(wording).seen(passage.node)


def _own(found: Wordings, passage: Passage, quoted: str, edition: NamedNode, own: str) -> None:
    """The plan's own vision; neither a part of it nor what merely has its subject."""
    key, vision = _key(quoted), _key(own)
    if key != vision and (key in vision or vision in key or not _is_near(key, vision)):
        return
    wording = Wording("own-vision", quoted, own, edition, key == vision)
    found.add(wording).seen(passage.node)


def _context(passage: Passage, match: re.Match[str]) -> str:
    """The words around a quotation, within its sentence."""
    before = passage.text[max(0, match.start() - _BEFORE) : match.start()].rpartition("。")[2]
    after = passage.text[match.end() : match.end() + _AFTER].partition("。")[0]
    return f"{before}\n{after}"


def _key(text: str) -> str:
    """What two prints of the same words have in common, marks left out."""
    return _MARKS.sub("", label_key(text))


class _Sources:
    """Words of other plans, found by the pairs of characters that they share with a quotation."""

    def __init__(self, quotable: Quotable) -> None:
        self._all = [(source, names) for _, names, of in quotable.others for source in of]

    @cached_property
    def _by_pair(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, (source, _) in enumerate(self._all):
            for pair in source.pairs:
                found[pair].append(number)
        return found

    def nearest(self, key: str, passage: str, context: str) -> _Source | None:
        """The words that a quotation gives, exactly or nearly, of a plan that the passage names.

        Words that some plan has exactly are no altered ones; a part of a heading is a quotation.
        """
        pairs = _pairs(key)
        shared = Counter(n for pair in pairs for n in self._by_pair.get(pair, ()))
        near: list[tuple[float, int]] = []
        for number, count in shared.most_common(20):
            source, names = self._all[number]
            if count < _FEWEST_SHARED * len(pairs) or not _is_meant(
                source, names, passage, context
            ):
                continue
            if source.key == key:
                return source
            if key not in source.key and source.key not in key and _is_near(key, source.key):
                near.append((_ratio(key, source.key), -number))
        if any(self._all[n][0].key == key for n in shared) or not near:
            return None
        return self._all[-max(near)[1]][0]


def _is_meant(source: _Source, names: Sequence[str], passage: str, context: str) -> bool:
    if source.is_vision and _VISION.search(context) is None:
        return False
    return any(name in passage for name in names)


def _pairs(key: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(key))


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_near(one: str, other: str) -> bool:
    return _ratio(one, other) >= _NEAR


def quotable(dataset: Dataset, edition: NamedNode) -> Quotable:
    """What a plan may quote."""
    targets: dict[Node, set[str]] = defaultdict(set)
    for relation in dataset.objects(edition, aln("relation")):
        if isinstance(relation, Literal):
            continue
        quoted = dataset.text(relation, aln("quotedAs"))
        for target in dataset.objects(relation, aln("targetEdition")):
            if not isinstance(target, Literal) and target != edition:
                targets[target] |= {label_key(quoted)} if quoted else set()
    sources = dataset.answer(_sources)
    others = [
        (target, tuple(sorted(targets[target] | set(_titles(dataset, target)))), sources[target])
        for target in sorted(targets, key=str)
        if target in sources
    ]
    return Quotable(dataset.text(edition, aln("vision")), tuple(others))


def _sources(dataset: Dataset) -> dict[Node, tuple[_Source, ...]]:
    """Vision and headings of each plan that a relation means."""
    plans = dataset.answer(entries_of_plans)
    found = {}
    for target in dict.fromkeys(t for _, t in dataset.pairs(aln("targetEdition"))):
        if not isinstance(target, Literal):
            said = dataset.text(target, aln("vision")), plans.get(target, ())
            found[target] = dataset.memory.once(
                (_sources, target), said, partial(_of_plan, target, *said)
            )
    return found


def _of_plan(plan: Node, vision: str | None, entries: Sequence[Entry]) -> tuple[_Source, ...]:
    said = [(plan, vision or "", True), *((e.node, e.label, False) for e in entries)]
    return tuple(
        _Source(node, text, key, _pairs(key), is_vision)
        for node, text, is_vision in said
        if len(key := _key(text)) >= _SHORTEST
    )


def _titles(dataset: Dataset, edition: Node) -> Iterator[str]:
    for node in (edition, *dataset.objects(edition, _SERIES)):
        if not isinstance(node, Literal) and (title := dataset.text(node, _TITLE)):
            yield label_key(title)
