"""Words in 「…」 that a plan gives as those of another plan, or as its own vision, and are not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, aln
from alignchecker.graph.nodes import LABEL
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
    """Words of a plan: its vision or one of its headings. names: by which a text speaks of it."""

    node: Node
    text: str
    key: str
    is_vision: bool
    names: tuple[str, ...]


def quotations(dataset: Dataset, plan: PlanText, found: Wordings) -> None:
    """Wordings of the kinds vision and heading (another plan's words), and own-vision.

    One is made for a true quotation as well: a rule has looked at it.
    """
    if "「" not in plan.whole and "『" not in plan.whole:
        return
    own = dataset.text(plan.edition, aln("vision"))
    others = _Sources(_others(dataset, plan.edition))
    if own is None and not others:
        return
    headings = {_key(label) for label in _labels(dataset, plan.edition)}
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

    def __init__(self, sources: Iterable[_Source]) -> None:
        self._all = list(sources)
        self._by_pair: dict[str, list[int]] = defaultdict(list)
        for number, source in enumerate(self._all):
            for pair in _pairs(source.key):
                self._by_pair[pair].append(number)

    def __bool__(self) -> bool:
        return bool(self._all)

    def nearest(self, key: str, passage: str, context: str) -> _Source | None:
        """The words that a quotation gives, exactly or nearly, of a plan that the passage names.

        Words that some plan has exactly are no altered ones; a part of a heading is a quotation.
        """
        pairs = _pairs(key)
        shared = Counter(n for pair in pairs for n in self._by_pair.get(pair, ()))
        near: list[tuple[float, int]] = []
        for number, count in shared.most_common(20):
            source = self._all[number]
            if count < _FEWEST_SHARED * len(pairs) or not _names(source, passage, context):
                continue
            if source.key == key:
                return source
            if key not in source.key and source.key not in key and _is_near(key, source.key):
                near.append((_ratio(key, source.key), -number))
        if any(self._all[n].key == key for n in shared) or not near:
            return None
        return self._all[-max(near)[1]]


def _names(source: _Source, passage: str, context: str) -> bool:
    if source.is_vision and _VISION.search(context) is None:
        return False
    return any(name in passage for name in source.names)


def _pairs(key: str) -> set[str]:
    return {a + b for a, b in pairwise(key)}


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_near(one: str, other: str) -> bool:
    return _ratio(one, other) >= _NEAR


def _others(dataset: Dataset, edition: NamedNode) -> Iterator[_Source]:
    """Vision and headings of the editions that the plan's relations mean."""
    targets: dict[Node, set[str]] = defaultdict(set)
    for relation in dataset.objects(edition, aln("relation")):
        if isinstance(relation, Literal):
            continue
        quoted = dataset.text(relation, aln("quotedAs"))
        for target in dataset.objects(relation, aln("targetEdition")):
            if not isinstance(target, Literal) and target != edition:
                targets[target] |= {label_key(quoted)} if quoted else set()
    for target in sorted(targets, key=str):
        names = tuple(sorted(targets[target] | set(_titles(dataset, target))))
        vision = dataset.text(target, aln("vision"))
        if vision is not None and len(_key(vision)) >= _SHORTEST:
            yield _Source(target, vision, _key(vision), True, names)
        for item in dataset.subjects(aln("inPlan"), target):
            label = dataset.text(item, LABEL)
            if label is not None and len(_key(label)) >= _SHORTEST:
                yield _Source(item, label, _key(label), False, names)


def _titles(dataset: Dataset, edition: Node) -> Iterator[str]:
    for node in (edition, *dataset.objects(edition, _SERIES)):
        if not isinstance(node, Literal) and (title := dataset.text(node, _TITLE)):
            yield label_key(title)


def _labels(dataset: Dataset, edition: NamedNode) -> Sequence[str]:
    rows = dataset.select(
        f"SELECT ?label WHERE {{ ?i aln:inPlan {edition} ; skos:prefLabel ?label }}"
    )
    return [row["label"].value for row in rows]
