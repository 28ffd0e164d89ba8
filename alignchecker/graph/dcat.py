"""The plans that were read as a catalogue: W3C DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/).

Only what a plan says of itself. Where its files can be had is not known here, so there are no
distributions: whoever publishes the catalogue adds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Term, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.nodes import TYPE
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
    describer = Describer(dataset)
    plans = [plan for plan in summaries(dataset, describer, None) if plan.input]
    for plan in plans:
        yield from _plan(dataset, describer, plan)
    for publisher in sorted({str(p): p for p in _publishers(dataset, plans)}.values(), key=str):
        yield publisher, TYPE, NamedNode(FOAF + "Agent")
        yield publisher, NamedNode(FOAF + "name"), _ja(describer.label(publisher))
        yield from _catalogue(dataset, describer, publisher, plans)


def _plan(dataset: Dataset, describer: Describer, plan: PlanSummary) -> Iterator[_Statement]:
    edition = NamedNode(plan.iri)
    yield edition, TYPE, _dcat("Dataset")
    yield edition, _terms("title"), _ja(plan.title)
    if plan.edition:
        yield edition, _dcat("version"), Literal(plan.edition)
    series = dataset.value(edition, _terms("isVersionOf"))
    if isinstance(series, NamedNode):
        yield edition, _dcat("inSeries"), series
        yield series, TYPE, _dcat("DatasetSeries")
        yield series, _terms("title"), _ja(describer.label(series))
    publisher = dataset.value(edition, _terms("publisher"))
    if isinstance(publisher, NamedNode):
        yield edition, _terms("publisher"), publisher
    for name in _KEPT:
        for value in sorted(dataset.objects(edition, _terms(name)), key=str):
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
        yield contact, NamedNode(VCARD + "fn"), _ja(department)


def _publishers(dataset: Dataset, plans: list[PlanSummary]) -> Iterator[NamedNode]:
    for plan in plans:
        publisher = dataset.value(NamedNode(plan.iri), _terms("publisher"))
        if isinstance(publisher, NamedNode):
            yield publisher


def _catalogue(
    dataset: Dataset, describer: Describer, publisher: NamedNode, plans: list[PlanSummary]
) -> Iterator[_Statement]:
    node = NamedNode(f"{publisher.value}/catalogue")
    yield node, TYPE, _dcat("Catalog")
    yield node, _terms("title"), _ja(f"{describer.label(publisher)}の計画")
    yield node, _terms("publisher"), publisher
    for plan in plans:
        if publisher in dataset.objects(NamedNode(plan.iri), _terms("publisher")):
            yield node, _dcat("dataset"), NamedNode(plan.iri)


def _ja(text: str) -> Literal:
    return Literal(text, language="ja")


def _dcat(name: str) -> NamedNode:
    return NamedNode(DCAT + name)


def _terms(name: str) -> NamedNode:
    return NamedNode(DCTERMS + name)
