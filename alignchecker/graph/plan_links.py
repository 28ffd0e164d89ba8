"""The links that start from a plan, as a person reads them."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from alignchecker.graph.dataset import Dataset, aln
from alignchecker.graph.describe import Describer
from alignchecker.graph.drafts import StoredPlan
from alignchecker.model.names import CODE, RDFS


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A link: id of the item that it starts from, what it leads to in words and by IRI.

    contribution, status: notations of the code lists. target: also of a plan in which the item
    has no counterpart; to is None then.
    """

    iri: str
    item: str
    plan: str
    to: str | None
    target: str
    contribution: str | None
    status: str | None
    note: str | None


def links_of(dataset: Dataset, plan: StoredPlan) -> tuple[PlanLink, ...]:
    """The links from items of a plan, in the order of the items."""
    describer = Describer(dataset)
    found: list[PlanLink] = []
    for item in plan.draft.items:
        node = plan.node(item.id)
        for link in dataset.subjects(aln("from"), node):
            target = dataset.value(link, aln("to"))
            away = target or dataset.value(link, aln("noCounterpartIn"))
            if not isinstance(link, NamedNode) or not isinstance(away, NamedNode):
                continue
            found.append(
                PlanLink(
                    iri=link.value,
                    item=item.id,
                    plan=describer.label(describer.plan_of(away) or away),
                    to=describer.label(target) if target else None,
                    target=away.value,
                    contribution=_notation(dataset, link, "contribution"),
                    status=_notation(dataset, link, "status"),
                    note=dataset.text(link, NamedNode(RDFS + "comment")),
                )
            )
    return tuple(found)


def _notation(dataset: Dataset, link: NamedNode, name: str) -> str | None:
    value = dataset.value(link, aln(name))
    prefix = f"{CODE}{name}-"
    is_ours = isinstance(value, NamedNode) and value.value.startswith(prefix)
    return value.value.removeprefix(prefix) if is_ours and value else None
