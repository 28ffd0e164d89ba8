"""Headings of measures and items of two plans, and what reviewed links of other plans teach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.dataset import Dataset, Node, aln
from alignchecker.graph.describe import Describer
from alignchecker.links.suggestion.vectors import Heading
from alignchecker.model.names import CODE

_EXTRACT = NamedNode(CODE + "form-extract")


@dataclass(frozen=True, slots=True)
class Side:
    """The measures of a plan, or the items that may be answered, in its order."""

    iris: tuple[str, ...]
    headings: tuple[Heading, ...]


def measures_of(dataset: Dataset, describe: Describer, plan: NamedNode) -> Side:
    """The measures of a plan that are to be linked."""
    return _side(describe, _ordered(dataset, plan, "a aln:Measure"), {})


def items_of(dataset: Dataset, describe: Describer, plan: NamedNode, scored: NamedNode) -> Side:
    """The items of a plan that may be answered; its measures where it declares none.

    scored: the plan whose links are to be found. None of its own links is read.
    """
    found = _ordered(dataset, plan, "aln:answerable true")
    found = found or _ordered(dataset, plan, "a aln:Measure")
    return _side(describe, found, _taught(dataset, describe, scored))


def plans_above(dataset: Dataset, plan: NamedNode) -> tuple[NamedNode, ...]:
    """The plans that a plan stands under by its relations, with something to be answered.

    In the order in which ``coverage`` has them.
    """
    rows = dataset.select(
        f"""SELECT DISTINCT ?relation ?higher WHERE {{ <{plan.value}> aln:relation ?relation .
            ?relation aln:principalTie true ; aln:targetEdition ?higher .
            FILTER EXISTS {{ ?item aln:inPlan ?higher .
                             {{ ?item aln:answerable true }} UNION {{ ?item a aln:Measure }} }} }}
            ORDER BY ?relation ?higher"""
    )
    found = (row["higher"] for row in rows)
    nodes = (node for node in found if isinstance(node, NamedNode) and node != plan)
    return tuple(dict.fromkeys(nodes))


def is_extract(dataset: Dataset, plan: NamedNode) -> bool:
    """Whether only an extract of a plan was read: what is missing there is unknown."""
    return dataset.says(plan, aln("form"), _EXTRACT)


def _ordered(dataset: Dataset, plan: NamedNode, kind: str) -> list[NamedNode]:
    rows = dataset.select(
        f"""SELECT DISTINCT ?item ?order WHERE {{ ?item aln:inPlan <{plan.value}> ; {kind}
            OPTIONAL {{ ?item aln:order ?order }} }} ORDER BY ?order ?item"""
    )
    nodes = (row["item"] for row in rows)
    return list(dict.fromkeys(node for node in nodes if isinstance(node, NamedNode)))


def _side(
    describe: Describer, nodes: Sequence[NamedNode], taught: Mapping[Node, Sequence[str]]
) -> Side:
    headings = (
        Heading(
            label=describe.label(node),
            above=tuple(describe.trail(node)[:-1]),
            taught=tuple(taught.get(node, ())),
        )
        for node in nodes
    )
    return Side(tuple(node.value for node in nodes), tuple(headings))


def _taught(
    dataset: Dataset, describe: Describer, scored: NamedNode
) -> Mapping[Node, Sequence[str]]:
    """Item -> the measures of other plans that accepted links lead from, by their headings."""
    found: dict[Node, set[str]] = defaultdict(set)
    for start, end in dataset.pairs(aln("contributesTo")):
        plan = dataset.value(start, aln("inPlan"))
        if not isinstance(end, Literal) and plan is not None and plan != scored:
            found[end].add(describe.label(start))
    return {item: sorted(labels) for item, labels in found.items()}
