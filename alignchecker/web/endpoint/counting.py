"""Counts what a dataset holds."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, aln
from alignchecker.model.names import DCTERMS, RDF
from alignchecker.web.endpoint.counts import Counts

_TYPE = NamedNode(RDF + "type")
_TITLE = NamedNode(DCTERMS + "title")


def counted(dataset: Dataset) -> Counts:
    """Counts the statements of all files, with the facts derived from them."""
    subjects, objects = set(), set()
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    for subject, predicate, value in dataset.triples():
        subjects.add(subject)
        objects.add(value)
        properties[predicate.value] += 1
        if predicate == _TYPE and isinstance(value, NamedNode):
            classes[value.value] += 1
    plan_of = dataset.first(aln("inPlan"))
    links: Counter[tuple[str, str]] = Counter()
    for item, higher in dataset.pairs(aln("contributesTo")):
        ends = plan_of.get(item), None if isinstance(higher, Literal) else plan_of.get(higher)
        if isinstance(ends[0], NamedNode) and isinstance(ends[1], NamedNode):
            links[ends[0].value, ends[1].value] += 1
    titles = dataset.first(_TITLE)
    plans = {
        plan.value: titles[plan].value if plan in titles else plan.value
        for plan in set(plan_of.values())
        if isinstance(plan, NamedNode)
    }
    return Counts(
        sum(properties.values()), len(subjects), len(objects), dict(classes), dict(properties),
        plans, dict(links),
    )  # fmt: skip
