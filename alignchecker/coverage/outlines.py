"""Reads the outlines of plans with the links of their items, and the facts of an inventory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.codes import notation
from alignchecker.graph.dataset import Dataset, Node, Term, aln, integer
from alignchecker.graph.describe import Describer
from alignchecker.model.names import DCTERMS
from alignchecker.model.outlines import Bond, Entry, Outline, PlanFacts, Shelf


def shelf(dataset: Dataset) -> Shelf:
    """All plans of a dataset; outlines only of those with items. Sorted by IRI."""
    describe = Describer(dataset)
    return Shelf(
        {outline.plan: outline for outline in _outlines(dataset, describe)},
        {facts.iri: facts for facts in _facts(dataset, describe)},
    )


def _outlines(dataset: Dataset, describe: Describer) -> Iterator[Outline]:
    plan_of = dataset.first(aln("inPlan"))
    orders = dataset.first(aln("order"))
    entries = _Entries(dataset, describe)
    items: dict[str, list[tuple[int, str, Entry]]] = defaultdict(list)
    kinds = (aln("Item"), aln("Measure"))
    for node in dict.fromkeys(n for kind in kinds for n in dataset.instances(kind)):
        plan = plan_of.get(node)
        if isinstance(plan, NamedNode) and isinstance(node, NamedNode):
            order = integer(orders.get(node)) or 0
            items[plan.value].append((order, node.value, entries.entry(node)))
    for plan_iri, found in sorted(items.items()):
        found.sort(key=lambda each: each[:2])
        title = describe.label(NamedNode(plan_iri))
        yield Outline(plan_iri, title, tuple(entry for _, _, entry in found))


class _Entries:
    """Makes entries of items; each property is read once for all of them."""

    def __init__(self, dataset: Dataset, describe: Describer) -> None:
        self._describe = describe
        self._measures = frozenset(dataset.instances(aln("Measure")))
        self._parents = dataset.first(aln("parent"))
        self._levels = dataset.texts(aln("levelName"))
        self._numbers = dataset.texts(aln("printedNumber"))
        self._answerable = {
            node for node, value in dataset.pairs(aln("answerable")) if _is_true(value)
        }
        self._excused = _values(dataset, "declaredWithoutCounterpartIn")
        self._accepted = _values(dataset, "contributesTo")
        self._proposed = _values(dataset, "proposedContribution")

    def entry(self, node: NamedNode) -> Entry:
        parent = self._parents.get(node)
        accepted = self._accepted.get(node, ())
        proposed = [iri for iri in self._proposed.get(node, ()) if iri not in accepted]
        return Entry(
            iri=node.value,
            label=self._describe.label(node),
            level=self._levels.get(node, ""),
            number=self._numbers.get(node),
            parent=parent.value if isinstance(parent, NamedNode) else None,
            is_measure=node in self._measures,
            answerable=node in self._answerable,
            bonds=(
                *(Bond(iri, accepted=True) for iri in accepted),
                *(Bond(iri, accepted=False) for iri in proposed),
            ),
            excused=tuple(self._excused.get(node, ())),
        )


def _values(dataset: Dataset, name: str) -> Mapping[Node, list[str]]:
    """Node -> the IRIs that a property leads to, sorted."""
    found: dict[Node, set[str]] = defaultdict(set)
    for node, value in dataset.pairs(aln(name)):
        if isinstance(value, NamedNode):
            found[node].add(value.value)
    return {node: sorted(values) for node, values in found.items()}


def _facts(dataset: Dataset, describe: Describer) -> Iterator[PlanFacts]:
    laws = _laws(dataset, describe)
    level_of = dataset.first(aln("administrationLevel"))
    text, value = dataset.text, dataset.value
    editions = dataset.instances(aln("PlanEdition"))
    for plan in sorted((n for n in editions if isinstance(n, NamedNode)), key=lambda n: n.value):
        series = value(plan, NamedNode(DCTERMS + "isVersionOf"))
        whole = value(plan, NamedNode(DCTERMS + "isPartOf"))
        kind = value(plan, aln("planType"))
        departments = dataset.objects(plan, aln("department"))
        named = [d.value if isinstance(d, Literal) else describe.label(d) for d in departments]
        yield PlanFacts(
            iri=plan.value,
            series=series.value if isinstance(series, NamedNode) else None,
            part_of=whole.value if isinstance(whole, NamedNode) else None,
            level=notation(level_of.get(kind), "level") if isinstance(kind, NamedNode) else None,
            stage=notation(value(plan, aln("stage")), "stage"),
            department="・".join(sorted(named)) or None,
            adopted=text(plan, aln("adopted")) or text(plan, aln("published")),
            laws=tuple(sorted(laws.get(plan, ()))),
        )


def _laws(dataset: Dataset, describe: Describer) -> Mapping[Node, set[str]]:
    """Plan -> titles of the Acts whose demands it is under."""
    found: dict[Node, set[str]] = defaultdict(set)
    for row in dataset.select(
        """SELECT DISTINCT ?plan ?act WHERE { ?plan aln:owes ?demand .
           ?provision aln:demands ?demand ; dcterms:isPartOf ?act }"""
    ):
        found[row["plan"]].add(describe.label(row["act"]))
    return found


def _is_true(value: Term) -> bool:
    return isinstance(value, Literal) and value.value in {"true", "1"}
