"""The plans that were read as a catalogue: W3C DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/).

Only what a plan says of itself. Where its files can be had is not known here, so there are no
distributions: whoever publishes the catalogue adds them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Term, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.nodes import LABEL, TYPE
from alignchecker.graph.plans import summaries
from alignchecker.model.finding import PlanSummary
from alignchecker.model.names import DCAT, DCTERMS, FOAF, VCARD, XSD

_Statement = tuple[NamedNode, NamedNode, Term]
_KEPT = ("spatial", "replaces", "isPartOf", "source")
_DATES = {
    re.compile(r"\d{4}"): "gYear",
    re.compile(r"\d{4}-\d\d"): "gYearMonth",
    re.compile(r"\d{4}-\d\d-\d\d"): "date",
}


def catalogue(dataset: Dataset) -> list[_Statement]:
    """A dcat:Dataset for each edition that the inputs describe, in the order of their IRIs; of each
    publisher a catalogue. What a plan does not say is not there. Subjects stand together.
    """
    about: dict[NamedNode, dict[_Statement, None]] = {}
    for statement in _statements(dataset):
        about.setdefault(statement[0], {})[statement] = None
    return [statement for of in about.values() for statement in of]


def _statements(dataset: Dataset) -> Iterator[_Statement]:
    published: dict[NamedNode, list[NamedNode]] = defaultdict(list)
    for plan in summaries(dataset, Describer(dataset), None):
        if plan.input:
            yield from _plan(dataset, plan)
            for publisher in dataset.objects(NamedNode(plan.iri), _terms("publisher")):
                if isinstance(publisher, NamedNode):
                    published[publisher].append(NamedNode(plan.iri))
    for publisher in sorted(published, key=str):
        yield from _catalogue(publisher, _text(dataset, publisher), published[publisher])


def _plan(dataset: Dataset, plan: PlanSummary) -> Iterator[_Statement]:
    edition = NamedNode(plan.iri)
    yield edition, TYPE, _dcat("Dataset")
    yield from _said(edition, _terms("title"), _text(dataset, edition))
    if plan.edition:
        yield edition, _dcat("version"), Literal(plan.edition)
    series = dataset.value(edition, _terms("isVersionOf"))
    if isinstance(series, NamedNode):
        yield edition, _dcat("inSeries"), series
        yield series, TYPE, _dcat("DatasetSeries")
        yield from _said(series, _terms("title"), _text(dataset, series))
    publisher = dataset.value(edition, _terms("publisher"))
    if isinstance(publisher, NamedNode):
        yield edition, _terms("publisher"), publisher
    for name in _KEPT:
        for value in sorted(dataset.objects(edition, _terms(name)), key=str):
            if not isinstance(value, BlankNode):
                yield edition, _terms(name), value
    for tie in sorted({tie.target for tie in plan.stands_under if tie.target}):
        yield edition, _terms("references"), NamedNode(tie)
    for kind in sorted(dataset.objects(edition, aln("planType")), key=str):
        yield edition, _dcat("theme"), kind
    yield from _issued(edition, dataset.text(edition, aln("published")))
    yield from _period(edition, plan)
    yield from _contact(edition, dataset.text(edition, aln("department")))


def _issued(edition: NamedNode, published: str | None) -> Iterator[_Statement]:
    for form, kind in _DATES.items():
        if published and form.fullmatch(published):
            yield edition, _terms("issued"), Literal(published, datatype=NamedNode(XSD + kind))


def _period(edition: NamedNode, plan: PlanSummary) -> Iterator[_Statement]:
    """Fiscal years as days: that of 2026 begins on 2026-04-01 and ends on 2027-03-31."""
    days: Mapping[str, str | None] = {
        "startDate": f"{plan.first_year:04d}-04-01" if plan.first_year is not None else None,
        "endDate": f"{plan.last_year + 1:04d}-03-31" if plan.last_year is not None else None,
    }
    if any(days.values()):
        period = NamedNode(f"{edition.value}/period")
        yield edition, _terms("temporal"), period
        yield period, TYPE, _terms("PeriodOfTime")
        for name, day in days.items():
            if day is not None:
                yield period, _dcat(name), Literal(day, datatype=NamedNode(XSD + "date"))


def _contact(edition: NamedNode, department: str | None) -> Iterator[_Statement]:
    if department:
        contact = NamedNode(f"{edition.value}/contact")
        yield edition, _dcat("contactPoint"), contact
        yield contact, TYPE, NamedNode(VCARD + "Organization")
        yield from _said(contact, NamedNode(VCARD + "fn"), department)


def _catalogue(
    publisher: NamedNode, name: str | None, plans: Iterable[NamedNode]
) -> Iterator[_Statement]:
    yield publisher, TYPE, NamedNode(FOAF + "Agent")
    yield from _said(publisher, NamedNode(FOAF + "name"), name)
    node = NamedNode(f"{publisher.value}/catalogue")
    yield node, TYPE, _dcat("Catalog")
    yield from _said(node, _terms("title"), name and f"{name}の計画")
    yield node, _terms("publisher"), publisher
    for plan in plans:
        yield node, _dcat("dataset"), plan


def _text(dataset: Dataset, node: NamedNode) -> str | None:
    """What a file calls a node; None where none says, for nothing is to stand for it."""
    return dataset.text(node, _terms("title")) or dataset.text(node, LABEL)


def _said(node: NamedNode, name: NamedNode, text: str | None) -> Iterator[_Statement]:
    if text:
        yield node, name, Literal(text, language="ja")


def _dcat(name: str) -> NamedNode:
    return NamedNode(DCAT + name)


def _terms(name: str) -> NamedNode:
    return NamedNode(DCTERMS + name)
