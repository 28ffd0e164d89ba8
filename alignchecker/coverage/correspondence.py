"""対応表: what answers the items of a higher plan, and what the measures of a plan answer.

One table for each plan of the inputs and each plan that it stands under. An item of the higher plan
is answered by the measures of all plans of the same publisher together: the measures of this plan
stand in front.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from alignchecker.engine.scope import in_scope
from alignchecker.graph.codes import notation
from alignchecker.graph.dataset import Dataset, Node, aln
from alignchecker.graph.describe import Describer
from alignchecker.model.coverage import Correspondence, Counterpart, Row
from alignchecker.model.names import CODE, DCTERMS
from alignchecker.rules.catalogue import Rule
from alignchecker.rules.waivers import Waivers

_EXTRACT = NamedNode(CODE + "form-extract")
_PUBLISHER = NamedNode(DCTERMS + "publisher")
_FAMILIES = {"link", "coverage"}
"""The rules on what these tables show: what is waived against one of them is waived here too."""


def correspondences(
    dataset: Dataset, describe: Describer, waivers: Waivers, rules: Iterable[Rule]
) -> tuple[Correspondence, ...]:
    """The tables of all plans of the inputs, sorted by plan and relation.

    rules: of all that were read; what is waived against one on links or coverage is waived here.
    """
    about = frozenset(rule.iri.value for rule in rules if rule.family in _FAMILIES)
    return tuple(_Tables(dataset, describe, waivers, about).every())


class _Tables:
    """Reads tables; what several need is read once."""

    def __init__(
        self, dataset: Dataset, describe: Describer, waivers: Waivers, rules: frozenset[str]
    ) -> None:
        self._dataset, self._describe = dataset, describe
        self._waivers, self._rules = waivers, rules
        self._grouped: dict[NamedNode, Mapping[Node, Sequence[Counterpart]]] = {}

    def every(self) -> Iterator[Correspondence]:
        rows = self._dataset.select(
            """SELECT ?plan ?relation ?higher ?verb ?force WHERE {
               ?plan aln:relation ?relation .
               ?relation aln:principalTie true ; aln:targetEdition ?higher .
               FILTER EXISTS { ?item aln:inPlan ?higher ; aln:answerable true }
               OPTIONAL { ?relation aln:verb ?verb OPTIONAL { ?verb aln:legalForce ?force } } }
               ORDER BY ?plan ?relation ?verb"""
        )
        seen = set[tuple[Node, Node]]()
        for row in rows:
            plan, higher = row["plan"], row["higher"]
            is_new = (plan, higher) not in seen and plan != higher
            if not is_new or not in_scope(self._dataset, plan):
                continue
            seen.add((plan, higher))
            yield Correspondence(
                relation=row["relation"].value,
                plan=plan.value,
                title=self._describe.label(plan),
                higher=higher.value,
                higher_title=self._describe.label(higher),
                verb=notation(row["verb"], "verb"),
                force=notation(row["force"], "force"),
                items=tuple(self._items(plan, higher)),
                measures=tuple(self._measures(plan, higher)),
            )

    def _items(self, plan: NamedNode, higher: NamedNode) -> Iterator[Row]:
        """What answers the items of the higher plan, in plans of the same publisher."""
        known = self._is_linked(plan, higher) and not self._is_extract(higher)
        city, name = self._publisher_of(plan), plan.value
        for item in self._answerable[higher]:
            answers = self._answers_of(item)
            own = answers.get(plan, ())
            others = [c for c in answers.get(city, ()) if c.plan != name] if city else []
            yield self._row(item, (*own, *others), self._waived(item, plan), known=known)

    def _measures(self, plan: NamedNode, higher: NamedNode) -> Iterator[Row]:
        """What the measures of the plan answer in the higher one."""
        known = self._is_linked(plan, higher) and not self._is_extract(higher)
        for measure in self._measures_of[plan]:
            found = [
                counterpart
                for item, accepted in self._links[measure]
                if (counterpart := self._counterpart(item, accepted=accepted, direct=True))
                and counterpart.plan == higher.value
            ]
            found.sort(key=lambda c: (not c.accepted, c))
            yield self._row(measure, _once(found), self._waived(measure, higher), known=known)

    def _row(
        self, node: NamedNode, found: tuple[Counterpart, ...], waived: str | None, *, known: bool
    ) -> Row:
        return Row(
            iri=node.value,
            label=self._describe.label(node),
            number=self._dataset.text(node, aln("printedNumber")),
            above=tuple(self._describe.trail(node)[:-1]),
            counterparts=found,
            waived=waived,
            known=known,
        )

    def _counterpart(self, node: Node, *, accepted: bool, direct: bool) -> Counterpart | None:
        plan = self._dataset.value(node, aln("inPlan"))
        if plan is None or isinstance(plan, Literal):
            return None
        label, title = self._describe.label(node), self._describe.label(plan)
        return Counterpart(node.value, label, plan.value, title, accepted, direct)

    def _publisher_of(self, plan: Node) -> Node | None:
        """Who issued a plan; None where that is not known."""
        publisher = self._dataset.value(plan, _PUBLISHER)
        return None if isinstance(publisher, Literal) else publisher

    def _answers_of(self, item: NamedNode) -> Mapping[Node, Sequence[Counterpart]]:
        """Plan, and publisher -> what in its plans answers an item, each once.

        A city's plans share their answers: they are put together once for all of them.
        """
        if item not in self._grouped:
            found = [
                counterpart
                for measure, accepted, direct in self._answers[item]
                if (counterpart := self._counterpart(measure, accepted=accepted, direct=direct))
            ]
            found.sort(key=lambda c: (not c.accepted, not c.direct, c))
            groups: dict[Node, list[Counterpart]] = defaultdict(list)
            for counterpart in _once(found):
                plan = NamedNode(counterpart.plan)
                groups[plan].append(counterpart)
                publisher = self._publisher_of(plan)
                if publisher is not None:
                    groups[publisher].append(counterpart)
            self._grouped[item] = groups
        return self._grouped[item]

    def _waived(self, node: NamedNode, other: NamedNode) -> str | None:
        """The reason for which an item needs no counterpart in a plan, or in any."""
        plan = self._dataset.value(node, aln("inPlan"))
        against = {other.value, *self._rules, *([plan.value] if plan is not None else [])}
        said = next((w.said for w in self._waivers.of(node) if w.against in against), None)
        if said is not None:
            return said.reason
        declared = self._dataset.objects(node, aln("declaredWithoutCounterpartIn"))
        return self._reasons.get((node, other), "") if other in declared else None

    @cached_property
    def _reasons(self) -> Mapping[tuple[Node, Node], str]:
        """What a reviewer wrote beside 該当なし."""
        rows = self._dataset.select(
            """SELECT ?from ?plan ?reason WHERE { ?link aln:from ?from ; aln:noCounterpartIn ?plan ;
               aln:status code:status-accepted ; aln:review/aln:reason ?reason }
               ORDER BY DESC(?reason)"""
        )
        return {(row["from"], row["plan"]): row["reason"].value for row in rows}

    def _is_linked(self, plan: NamedNode, higher: NamedNode) -> bool:
        return self._dataset.says(plan, aln("linkedPlan"), higher)

    def _is_extract(self, plan: NamedNode) -> bool:
        return self._dataset.says(plan, aln("form"), _EXTRACT)

    @cached_property
    def _answerable(self) -> Mapping[NamedNode, list[NamedNode]]:
        return self._by_plan("?item aln:inPlan ?plan ; aln:answerable true")

    @cached_property
    def _measures_of(self) -> Mapping[NamedNode, list[NamedNode]]:
        return self._by_plan("?item aln:inPlan ?plan ; a aln:Measure")

    def _by_plan(self, pattern: str) -> Mapping[NamedNode, list[NamedNode]]:
        """Items of each plan in its order."""
        rows = self._dataset.select(
            f"""SELECT DISTINCT ?plan ?item ?order WHERE {{ {pattern}
                OPTIONAL {{ ?item aln:order ?order }} }} ORDER BY ?plan ?order ?item"""
        )
        found: dict[NamedNode, dict[NamedNode, None]] = defaultdict(dict)
        for row in rows:
            found[row["plan"]][row["item"]] = None
        return defaultdict(list, {plan: list(items) for plan, items in found.items()})

    @cached_property
    def _links(self) -> Mapping[Node, list[tuple[Node, bool]]]:
        """Measure -> the items that it is linked to, and whether by an accepted link."""
        found: dict[Node, list[tuple[Node, bool]]] = defaultdict(list)
        for name, accepted in (("contributesTo", True), ("proposedContribution", False)):
            for start, end in self._dataset.pairs(aln(name)):
                if not isinstance(end, Literal):
                    found[start].append((end, accepted))
        return found

    @cached_property
    def _answers(self) -> Mapping[Node, list[tuple[Node, bool, bool]]]:
        """Item -> (measure, accepted, direct) of all links to it and to what is below it."""
        found: dict[Node, list[tuple[Node, bool, bool]]] = defaultdict(list)
        for measure, ends in self._links.items():
            for end, accepted in ends:
                seen = set[Node]()
                step: Node | None = end
                while step is not None and step not in seen:
                    seen.add(step)
                    found[step].append((measure, accepted, step == end))
                    parent = self._dataset.value(step, aln("parent"))
                    step = None if isinstance(parent, Literal) else parent
        return found


def _once(found: Iterable[Counterpart]) -> tuple[Counterpart, ...]:
    """Each counterpart once, as it stands first."""
    first: dict[str, Counterpart] = {}
    for counterpart in found:
        first.setdefault(counterpart.iri, counterpart)
    return tuple(first.values())
