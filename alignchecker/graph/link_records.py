"""Links and reviews as the files have them, and as statements for a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, Statement, Term, aln, integer
from alignchecker.graph.nodes import TYPE, code
from alignchecker.model.links import Contribution, LinkRecord, LinkReview, Verdict, Wording
from alignchecker.model.names import CODE, RDFS, XSD

_Word = TypeVar("_Word", bound=StrEnum)
_COMMENT = NamedNode(RDFS + "comment")
_DECIMAL = NamedNode(XSD + "decimal")
_TRUE = {"true", "1"}


def read_links(dataset: Dataset) -> Mapping[str, LinkRecord]:
    """Every link that has a name and says where it starts, by its IRI, in their order."""
    reviews = read_reviews(dataset)
    links = sorted(dataset.instances(aln("Link")), key=lambda node: node.value)
    read = (read_link(dataset, link, reviews.get(link.value, ())) for link in links)
    return {record.iri: record for record in read if record is not None}


def read_link(dataset: Dataset, link: Node, reviews: Sequence[LinkReview]) -> LinkRecord | None:
    """A link with its reviews; None for one that does not say where it starts or leads."""
    start, to = dataset.value(link, aln("from")), dataset.value(link, aln("to"))
    none_in = dataset.value(link, aln("noCounterpartIn"))
    if not isinstance(start, NamedNode) or not isinstance(to or none_in, NamedNode):
        return None
    said = {name: dataset.value(link, aln(name)) for name in ("justification", "confidence")}
    return LinkRecord(
        link.value,
        start.value,
        to.value if to else None,
        None if to or none_in is None else none_in.value,
        _one_of(Contribution, dataset.value(link, aln("contribution")), "contribution"),
        _text(said["justification"]),
        _text(said["confidence"]),
        dataset.text(link, _COMMENT) or "",
        tuple(reviews),
    )


def read_reviews(dataset: Dataset) -> Mapping[str, list[LinkReview]]:
    """IRI of a link -> its reviews. A verdict that is none of the code list decides nothing."""
    found: dict[str, list[LinkReview]] = defaultdict(list)
    rows = dataset.rows(
        """SELECT ?link ?review ?who ?verdict ?when ?order ?decides WHERE {
           ?link aln:review ?review . ?review aln:reviewer ?who ; aln:verdict ?verdict
           OPTIONAL { ?review aln:reviewDate ?when }
           OPTIONAL { ?review aln:reviewOrder ?order }
           OPTIONAL { ?review aln:decides ?decides } }"""
    )
    for link, review, who, verdict, when, order, decides in rows:
        found[link.value].append(
            LinkReview(
                reviewer=who.value,
                verdict=_one_of(Verdict, verdict, "verdict") or Verdict.HOLD,
                date=_text(when),
                reason=_text(dataset.value(review, aln("reason"))),
                order=integer(order) or 0,
                decides=_text(decides) in _TRUE,
                contribution=_one_of(
                    Contribution, dataset.value(review, aln("contribution")), "contribution"
                ),
                start=_wording(dataset, review, "From"),
                end=_wording(dataset, review, "To"),
                iri=review.value,
                undoes=_text(dataset.value(review, aln("undoes"))),
            )
        )
    return found


def link_statements(link: LinkRecord) -> Iterator[Statement]:
    """What a link says beside its reviews."""
    node = NamedNode(link.iri)
    yield node, TYPE, aln("Link")
    yield node, aln("from"), NamedNode(link.start)
    if link.to is not None:
        yield node, aln("to"), NamedNode(link.to)
    if link.none_in is not None:
        yield node, aln("noCounterpartIn"), NamedNode(link.none_in)
    if link.contribution is not None:
        yield node, aln("contribution"), code("contribution", link.contribution.value)
    if link.justification:
        yield node, aln("justification"), NamedNode(link.justification)
    if link.confidence:
        yield node, aln("confidence"), Literal(link.confidence, datatype=_DECIMAL)
    if link.comment:
        yield node, _COMMENT, Literal(link.comment, language="ja")


def review_statements(link: str, review: LinkReview) -> Iterator[Statement]:
    """What a review says, and that it is one of the link."""
    node = NamedNode(review.iri)
    yield NamedNode(link), aln("review"), node
    yield node, TYPE, aln("Review")
    yield node, aln("verdict"), code("verdict", review.verdict.value)
    texts = {
        "reviewer": review.reviewer,
        "reviewDate": review.date,
        "reason": review.reason,
        "fingerprintFrom": review.start.fingerprint,
        "fingerprintTo": review.end.fingerprint,
        "wordingFrom": review.start.text,
        "wordingTo": review.end.text,
    }
    for name, text in texts.items():
        if text:
            yield node, aln(name), Literal(text)
    if review.order:
        yield node, aln("reviewOrder"), Literal(review.order)
    if review.decides:
        yield node, aln("decides"), Literal(True)
    if review.contribution is not None:
        yield node, aln("contribution"), code("contribution", review.contribution.value)
    if review.undoes:
        yield node, aln("undoes"), NamedNode(review.undoes)


def _wording(dataset: Dataset, review: NamedNode, end: str) -> Wording:
    kept = dataset.value(review, aln(f"fingerprint{end}"))
    return Wording(_text(kept), _text(dataset.value(review, aln(f"wording{end}"))))


def _one_of(words: type[_Word], value: Term | None, scheme: str) -> _Word | None:
    """The word of a code list that a concept is; None for what is none."""
    notation = _text(value).removeprefix(f"{CODE}{scheme}-")
    return next((word for word in words if word.value == notation), None)


def _text(term: Term | None) -> str:
    return "" if term is None else term.value
