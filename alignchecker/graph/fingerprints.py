"""What an item says, as a value that changes with its wording: for links that were reviewed.

A fingerprint is 16 hexadecimal digits of a SHA-256 over the label of the item and those above it,
nearest first, a line each; where the item has a text, a hyphen and 16 more over that. Both are
compared in the form of ``label_key``: NFKC, no white space, one dash and bracket, common forms of
characters, small letters. Numbers, departments and indicators do not count.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, aln
from alignchecker.graph.entries import Items, ancestors, read_items
from alignchecker.graph.link_records import read_reviews
from alignchecker.model.links import LinkRecord, Wording, read_last
from alignchecker.model.names import CODE
from alignchecker.model.normalize import label_key

_LONGEST = 120
_AROUND = 30
"""Of a long text, the letters shown before and after what changed."""
_ENDS = (("from", "From"), ("to", "To"))


def fingerprint(labels: Sequence[str], text: str = "") -> str:
    """The value for the label of an item and those above it, the item's own first, and its text.

    Spaces, width and old forms of characters do not count.

    >>> fingerprint(["居場所づくり", "目標 1"]) == fingerprint(["居場所 づくり", "目標1"])
    True
    >>> fingerprint(["居場所"], "公園を増やす。").startswith(fingerprint(["居場所"]) + "-")
    True
    """
    wording = _digest("\n".join(label_key(label) for label in labels))
    return f"{wording}-{_digest(label_key(text))}" if label_key(text) else wording


def is_same(kept: str, now: str) -> bool:
    """Whether nothing has changed. A text that one of them does not know has not changed.

    >>> is_same(fingerprint(["居場所"]), fingerprint(["居場所"], "公園"))
    True
    """
    return all(one == other for one, other in zip(kept.split("-"), now.split("-"), strict=False))


def wording(items: Items, node: Node) -> Wording:
    """What an item says now; blank for what is no item with a label."""
    labels = [items[n].label for n in (node, *ancestors(items, node)) if n in items]
    labels = [label for label in labels if label]
    if not labels:
        return Wording()
    text = items[node].text
    trail = " > ".join(reversed(labels))
    return Wording(fingerprint(labels, text), f"{trail}：{text}" if text.strip() else trail)


def fingerprints(dataset: Dataset) -> Iterator[Statement]:
    """fingerprint and wordingNow of the items at the ends of links that were read, as they are now;
    and which ends of accepted links say something else than when the link was taken.
    """
    items = dataset.answer(read_items)
    reviews = dataset.answer(read_reviews)
    told: set[Node] = set()
    for link, start, to in _kept(dataset):
        record = LinkRecord("", "", None, reviews=tuple(reviews.get(link.value, ())))
        accepted = dataset.value(link, aln("status")) == NamedNode(f"{CODE}status-accepted")
        for end, suffix, last in zip((start, to), ("From", "To"), read_last(record), strict=True):
            now = wording(items, end) if end is not None and end in items else Wording()
            kept = last.fingerprint or _text(dataset, link, f"fingerprint{suffix}")
            if end is None or not now.fingerprint or not kept:
                continue
            if end not in told:
                told.add(end)
                yield end, aln("fingerprint"), Literal(now.fingerprint)
            if accepted and not is_same(kept, now.fingerprint):
                yield from _suspect(link, suffix, end, (last.text, now.text))


def _suspect(link: Node, suffix: str, end: Node, texts: tuple[str, str]) -> Iterator[Statement]:
    then, now = differing(*texts) if texts[0] else ("", texts[1])
    yield link, aln(f"suspect{suffix}"), end
    yield link, aln(f"now{suffix}"), Literal(now)
    if then:
        yield link, aln(f"then{suffix}"), Literal(then)


def _kept(dataset: Dataset) -> Iterator[tuple[Node, Node | None, Node | None]]:
    """Links of which a fingerprint was kept, with their ends."""
    rows = dataset.select(
        """SELECT DISTINCT ?link WHERE {
           ?link a aln:Link .
           { ?link aln:fingerprintFrom|aln:fingerprintTo ?kept }
           UNION { ?link aln:review/aln:fingerprintFrom ?kept }
           UNION { ?link aln:review/aln:fingerprintTo ?kept } }"""
    )
    for row in sorted(rows, key=lambda row: row["link"].value):
        ends = [dataset.value(row["link"], aln(name)) for name, _ in _ENDS]
        start, to = (None if isinstance(end, Literal) else end for end in ends)
        yield row["link"], start, to


def changes_reach(dataset: Dataset) -> Iterator[Statement]:
    """restsOn: what is built on a suspect link, down from the item whose wording changed.

    The measure that the link starts from, what stands above that measure, and, through accepted
    links, whatever answers any of these measures, with what stands above it.
    """
    items = dataset.answer(read_items)
    answering: dict[Node, list[Node]] = {}
    for measure, answered in dataset.pairs(aln("contributesTo")):
        if not isinstance(answered, Literal):
            answering.setdefault(answered, []).append(measure)
    for suffix in ("From", "To"):
        for link, end in dataset.pairs(aln(f"suspect{suffix}")):
            start = dataset.value(link, aln("from"))
            if start is not None and not isinstance(start, Literal):
                for node in _above_all(items, _answering(answering, start)):
                    if node != end:
                        yield node, aln("restsOn"), end


def _answering(answering: Mapping[Node, Sequence[Node]], start: Node) -> list[Node]:
    found, left = {start}, [start]
    while left:
        for measure in answering.get(left.pop(), ()):
            if measure not in found:
                found.add(measure)
                left.append(measure)
    return sorted(found, key=str)


def _above_all(items: Items, measures: Iterable[Node]) -> Iterator[Node]:
    for measure in measures:
        yield measure
        yield from (node for node in ancestors(items, measure) if node in items)


def differing(one: str, other: str) -> tuple[str, str]:
    """Two texts, long ones cut down to where they differ.

    >>> differing("あ" * 200 + "い", "あ" * 200 + "う")[0] == "…" + "あ" * 30 + "い"
    True
    """
    if max(len(one), len(other)) <= _LONGEST:
        return one, other
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    begin = max(same - _AROUND, 0)
    first, second = (_cut(text[begin:]) for text in (one, other))
    return ("…" + first, "…" + second) if begin else (first, second)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _text(dataset: Dataset, node: Node, name: str) -> str:
    value = dataset.value(node, aln(name))
    return "" if value is None else value.value


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
