"""Every plan edition that is known: period, status, what it stands under, what follows it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import replace

from pyoxigraph import NamedNode

from alignchecker.graph.citations import fiscal_year
from alignchecker.graph.dataset import Dataset, Role, aln, integer
from alignchecker.graph.describe import Describer
from alignchecker.graph.owed import obligations_by_type
from alignchecker.model.calendar import fiscal_year_of
from alignchecker.model.finding import PlanSummary, PlanTie
from alignchecker.model.names import CODE, DCTERMS, RDF


def summaries(
    dataset: Dataset, describe: Describer, as_of: datetime.date | None
) -> tuple[PlanSummary, ...]:
    """One summary per edition, sorted by IRI."""
    found = {
        plan
        for plan in dataset.subjects(NamedNode(RDF + "type"), aln("PlanEdition"))
        if isinstance(plan, NamedNode)
    }
    # What a text prints about an edition that is known by itself is no plan of its own.
    placed = {
        edition
        for edition in found
        if dataset.value(edition, aln("mentionedIn")) is None
        or dataset.value(edition, NamedNode(DCTERMS + "isVersionOf")) is not None
    }
    editions = sorted(placed, key=lambda node: node.value)
    ending: dict[int, list[NamedNode]] = defaultdict(list)
    for edition in editions:
        last = fiscal_year(dataset, edition, "last")
        if last is not None:
            ending[last].append(edition)
    obligations = obligations_by_type(dataset)
    return tuple(
        replace(
            _summary(dataset, describe, edition, ending, as_of),
            obligation=_notation(dataset, edition, "ownObligation", "obligation"),
            statutory=tuple(sorted(obligations.get(edition, {}).items())),
        )
        for edition in editions
    )


def _summary(
    dataset: Dataset,
    describe: Describer,
    edition: NamedNode,
    ending: dict[int, list[NamedNode]],
    as_of: datetime.date | None,
) -> PlanSummary:
    first, last = (fiscal_year(dataset, edition, end) for end in ("first", "last"))
    publisher = dataset.value(edition, NamedNode(DCTERMS + "publisher"))
    source = dataset.file_of(edition)
    same_year = [
        other
        for other in ending.get(last or 0, [])
        if other != edition
        and publisher is not None
        and publisher in dataset.objects(other, NamedNode(DCTERMS + "publisher"))
    ]
    return PlanSummary(
        iri=edition.value,
        title=describe.label(edition),
        edition=dataset.text(edition, aln("editionName")),
        plan_type=_notation(dataset, edition, "planType", "type"),
        publisher=describe.label(publisher) if publisher is not None else None,
        first_year=first,
        last_year=last,
        form=_notation(dataset, edition, "form", "form"),
        status=status_of(first, last, as_of),
        items=_count(dataset, edition, "itemCount"),
        measures=_count(dataset, edition, "measureCount"),
        input=source is not None and source.role is Role.INPUT,
        stands_under=_stands_under(dataset, describe, edition),
        ends_same_year=tuple(describe.label(e) for e in same_year),
        successor=_successor(dataset, describe, edition, last),
    )


def _notation(dataset: Dataset, node: NamedNode, name: str, scheme: str) -> str | None:
    concept = dataset.value(node, aln(name))
    return concept.value.removeprefix(f"{CODE}{scheme}-") if concept is not None else None


def _count(dataset: Dataset, edition: NamedNode, name: str) -> int:
    return integer(dataset.value(edition, aln(name))) or 0


def status_of(first: int | None, last: int | None, as_of: datetime.date | None) -> str:
    """in-force, ended, coming; period-unknown; not-asked without a date."""
    if as_of is None:
        return "not-asked" if first is not None and last is not None else "period-unknown"
    year = fiscal_year_of(as_of)
    if last is not None and year > last:
        return "ended"
    if first is None or last is None:
        return "period-unknown"
    return "coming" if year < first else "in-force"


def _stands_under(dataset: Dataset, describe: Describer, edition: NamedNode) -> tuple[PlanTie, ...]:
    """Each relation once: to the edition that is meant, else to what is quoted."""
    ties: dict[tuple[str, str], PlanTie] = {}
    for relation in dataset.objects(edition, aln("relation")):
        if isinstance(relation, NamedNode):
            target = dataset.value(relation, aln("targetEdition"))
            if target is None and dataset.text(relation, aln("quotedAs")) is None:
                target = dataset.value(relation, aln("targetSeries"))
            meant = target if isinstance(target, NamedNode) else None
            tie = PlanTie(
                verb=_notation(dataset, relation, "verb", "verb") or "other",
                title=describe.label(meant or relation),
                target=meant.value if meant else None,
                force=_force(dataset, relation),
                uncovered=_uncovered(dataset, edition, meant) if meant else None,
            )
            ties.setdefault((tie.verb, tie.title), tie)
    return tuple(ties.values())


def _force(dataset: Dataset, relation: NamedNode) -> str | None:
    verb = dataset.value(relation, aln("verb"))
    return _notation(dataset, verb, "legalForce", "force") if isinstance(verb, NamedNode) else None


def _uncovered(
    dataset: Dataset, edition: NamedNode, higher: NamedNode
) -> tuple[tuple[int, int], ...] | None:
    """The runs of years of a plan that no edition of the other one's series has."""
    years, known = _years(dataset, edition), _years(dataset, higher)
    if years is None or known is None:
        return None
    series = dataset.value(higher, NamedNode(DCTERMS + "isVersionOf"))
    others = dataset.subjects(NamedNode(DCTERMS + "isVersionOf"), series) if series else []
    periods = (_years(dataset, other) for other in others if isinstance(other, NamedNode))
    left = []
    begin, end = years
    for first, last in sorted([known, *(period for period in periods if period is not None)]):
        if first > begin:
            left.append((begin, min(first - 1, end)))
        begin = max(begin, last + 1)
        if begin > end:
            break
    else:
        left.append((begin, end))
    return tuple(run for run in left if run[0] <= run[1])


def _years(dataset: Dataset, edition: NamedNode) -> tuple[int, int] | None:
    """The first and the last fiscal year; None where they are not known, or cannot be."""
    first, last = (fiscal_year(dataset, edition, end) for end in ("first", "last"))
    return (first, last) if first is not None and last is not None and first <= last else None


def _successor(
    dataset: Dataset, describe: Describer, edition: NamedNode, last: int | None
) -> str | None:
    """The edition that replaces this one, or that of its series which begins when it ends."""
    for later in dataset.subjects(NamedNode(DCTERMS + "replaces"), edition):
        if isinstance(later, NamedNode):
            return describe.label(later)
    series = dataset.value(edition, NamedNode(DCTERMS + "isVersionOf"))
    if series is None or last is None:
        return None
    siblings = dataset.subjects(NamedNode(DCTERMS + "isVersionOf"), series)
    begun = sorted(
        (begin, s.value)
        for s in siblings
        if isinstance(s, NamedNode)
        and (begin := fiscal_year(dataset, s, "first")) is not None
        and begin > last
    )
    return describe.label(NamedNode(begun[0][1])) if begun else None
