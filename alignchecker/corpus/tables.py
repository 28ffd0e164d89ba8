"""What national totals are made of: the rows of one municipality.

"Not applicable", "unknown" and "none" are never one. A municipality without a children's plan has
no row of the outline; of one whose plan has not been linked, or was read in summary only, it is
unknown whether a unit of the outline is answered; where everything is known, it is unanswered.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from alignchecker.corpus.results import OUTLINES
from alignchecker.engine.scope import in_scope
from alignchecker.graph.dataset import Dataset, Node, Term, aln, integer
from alignchecker.graph.describe import Describer
from alignchecker.model.names import CODE, DCTERMS, RDF
from alignchecker.rules.waivers import Waivers

Row = dict[str, int | str | None]
_TYPE = NamedNode(RDF + "type")
_IS_VERSION_OF = NamedNode(DCTERMS + "isVersionOf")
_PARTIAL = {NamedNode(f"{CODE}form-{form}") for form in ("summary", "extract")}


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of one municipality, sorted.

    plans: linking is begun, not-begun, not-applicable (it names no other plan) or no-measures.
    outlines: one for each outline that a plan is to weigh; known is all, partly (only a summary or
    an extract was read) or nothing (no link to it is recorded).
    items: the answerable ones of those outlines; state is answered, proposed, waived, unanswered or
    unknown.
    measures: state is linked, proposed, no-counterpart, unlinked, or the plan's not-begun and
    not-applicable.
    citations: of other plans; state is in-force, ended (before the citing plan begins) or unknown.
    """

    plans: tuple[Row, ...] = ()
    outlines: tuple[Row, ...] = ()
    items: tuple[Row, ...] = ()
    measures: tuple[Row, ...] = ()
    citations: tuple[Row, ...] = ()


def tables(dataset: Dataset, as_of: datetime.date | None) -> Tables:
    """The rows of the municipality whose plans are the inputs of a dataset."""
    if not any(file.error is None for file in dataset.files):
        return Tables()
    return _Reader(dataset, as_of).tables()


class _Reader:
    def __init__(self, dataset: Dataset, as_of: datetime.date | None) -> None:
        self.dataset, self.as_of = dataset, as_of
        self.describe = Describer(dataset)

    def text(self, node: Term) -> str:
        """What a person calls it."""
        return "" if isinstance(node, Literal) else self.describe.label(node)

    def tables(self) -> Tables:
        read = {p: self.linking(p) for p in self.plans if self.number(p, "itemCount")}
        outlines = list(self.outlines())
        return Tables(
            plans=tuple(self.plan(plan, linking) for plan, linking in read.items()),
            outlines=tuple(row for row, _, _ in outlines),
            items=tuple(
                row
                for outline, edition, plans in outlines
                if edition is not None
                for row in self.items(edition, plans, known=outline["known"] == "all")
            ),
            measures=tuple(self.measures(read)),
            citations=tuple(self.citations()),
        )

    @cached_property
    def plans(self) -> dict[NamedNode, None]:
        """The editions that the inputs describe."""
        found = self.dataset.subjects(_TYPE, aln("PlanEdition"))
        own = (n for n in found if isinstance(n, NamedNode) and in_scope(self.dataset, n))
        return dict.fromkeys(own)

    @cached_property
    def links(self) -> Mapping[NamedNode, set[Term]]:
        """Which editions each plan has links to, accepted or proposed."""
        return {plan: set(self.dataset.objects(plan, aln("linkedPlan"))) for plan in self.plans}

    def number(self, plan: NamedNode, name: str) -> int:
        return integer(self.dataset.value(plan, aln(name))) or 0

    def notation(self, node: NamedNode, name: str) -> str | None:
        concept = self.dataset.value(node, aln(name))
        return None if concept is None else concept.value.rpartition("#")[2].partition("-")[2]

    def pairs(self, pattern: str) -> set[tuple[Term, Term]]:
        """The pairs ?a ?b that match."""
        rows = self.dataset.select(f"SELECT DISTINCT ?a ?b WHERE {{ {pattern} }}")
        return {(row["a"], row["b"]) for row in rows}

    def plan(self, plan: NamedNode, linking: str) -> Row:
        return {
            "plan": plan.value,
            "title": self.text(plan),
            "type": self.notation(plan, "planType"),
            "form": self.notation(plan, "form"),
            "measures": self.number(plan, "measureCount"),
            "linking": linking,
        }

    def linking(self, plan: NamedNode) -> str:
        if not self.number(plan, "measureCount"):
            return "no-measures"
        if self.number(plan, "linkedMeasureCount"):
            return "begun"
        return "not-begun" if plan in self.standing_under_some else "not-applicable"

    @cached_property
    def standing_under_some(self) -> set[Term]:
        return {a for a, _ in self.pairs("?a aln:relation/aln:targetSeries ?b")}

    def outlines(self) -> Iterator[tuple[Row, NamedNode | None, list[NamedNode]]]:
        """The outlines that plans are to weigh, with the edition that is linked and those plans."""
        for kind in OUTLINES:
            concept = f"<{CODE}type-{kind}>"
            bound = self.pairs(
                f"{{ ?a aln:relation/aln:targetEdition/aln:planType ?b }}"
                f" UNION {{ ?a aln:owes/aln:targetType ?b }} FILTER (?b = {concept})"
            )
            plans = [plan for plan in self.plans if any(plan == a for a, _ in bound)]
            editions = self.dataset.subjects(aln("planType"), NamedNode(concept[1:-1]))
            linked = [e for e in editions if any(e in self.links[plan] for plan in plans)]
            unlinked: list[Node | None] = [None] if plans else []
            for edition in linked or unlinked:
                linking = [plan for plan in plans if edition in self.links[plan]]
                partial = all(self.dataset.value(p, aln("form")) in _PARTIAL for p in linking)
                known = "nothing" if edition is None else "partly" if partial else "all"
                row: Row = {
                    "outline": kind,
                    "edition": None if edition is None else edition.value,
                    "title": None if edition is None else self.text(edition),
                    "known": known,
                }
                yield row, edition if isinstance(edition, NamedNode) else None, plans

    def items(
        self, edition: NamedNode, plans: Collection[NamedNode], *, known: bool
    ) -> Iterator[Row]:
        """An outline's items: answered or proposed by whatever plan, waived for one of those."""
        answered, proposed = (
            {unit for unit, plan in self.pairs(f"?a aln:{name} ?b") if plan in self.plans}
            for name in ("answeredIn", "proposedIn")
        )
        waivers = Waivers.read(self.dataset, self.as_of)
        rows = self.dataset.select(
            f"""SELECT DISTINCT ?unit ?order ?number WHERE {{
                ?unit aln:inPlan <{edition.value}> ; aln:answerable true
                OPTIONAL {{ ?unit aln:order ?order }} OPTIONAL {{ ?unit skos:notation ?number }} }}
                ORDER BY ?order ?unit"""
        )
        for row in rows:
            unit = row["unit"]
            if unit in answered:
                state = "answered"
            elif unit in proposed:
                state = "proposed"
            elif any(waivers.covering([unit], plan) for plan in plans):
                state = "waived"
            else:
                state = "unanswered" if known else "unknown"
            yield {
                "edition": edition.value,
                "item": unit.value,
                "number": row["number"].value if row["number"] else None,
                "label": self.text(unit),
                "position": integer(row["order"]),
                "state": state,
            }

    def measures(self, linking: Mapping[NamedNode, str]) -> Iterator[Row]:
        """The measures of the plans: linked to another plan's item by what kind of link."""
        linked, proposed = (
            {measure for measure, _ in self.pairs(f"?a aln:{name} ?b . ?a a aln:Measure")}
            for name in ("contributesTo", "proposedContribution")
        )
        without = {a for a, _ in self.pairs("?a aln:declaredWithoutCounterpartIn ?b")} | self.own
        for measure, plan in sorted(
            self.pairs("?a a aln:Measure ; aln:inPlan ?b"), key=lambda pair: pair[0].value
        ):
            if not isinstance(plan, NamedNode) or plan not in linking:
                continue
            if measure in linked:
                state = "linked"
            elif measure in proposed:
                state = "proposed"
            elif measure in without:
                state = "no-counterpart"
            else:
                state = "unlinked" if linking[plan] == "begun" else linking[plan]
            yield {
                "plan": plan.value,
                "measure": measure.value,
                "label": self.text(measure),
                "state": state,
            }

    @cached_property
    def own(self) -> set[Term]:
        """What a waiver that counts calls the city's own (市独自)."""
        kinds = self.pairs("?a aln:waiverKind code:waiver-own ; aln:subject ?b")
        counting: set[Node] = {w.node for w in Waivers.read(self.dataset, self.as_of).every}
        return {subject for waiver, subject in kinds if waiver in counting}

    def citations(self) -> Iterator[Row]:
        """The other plans that a plan stands under or beside, each once."""
        rows = self.dataset.select(
            """SELECT DISTINCT ?plan ?tie ?edition ?first ?last WHERE {
               ?plan aln:relation ?tie . ?tie aln:principalTie true
               OPTIONAL { ?plan aln:firstFiscalYear ?first }
               OPTIONAL { ?tie aln:targetEdition ?edition
                          OPTIONAL { ?edition aln:lastFiscalYear ?last } }
               FILTER NOT EXISTS {
                 ?plan dcterms:isVersionOf ?own . ?tie aln:targetSeries ?own } }
               ORDER BY ?plan ?tie"""
        )
        for row in rows:
            if row["plan"] not in self.plans:
                continue
            first, last = integer(row["first"]), integer(row["last"])
            state = "unknown"
            if first is not None and last is not None:
                state = "ended" if last < first else "in-force"
            cited = row["edition"] if row["edition"] is not None else row["tie"]
            yield {
                "plan": row["plan"].value,
                "edition": row["edition"].value if row["edition"] else None,
                "cited": self.text(cited),
                "state": state,
            }
