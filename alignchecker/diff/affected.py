"""Looks for what a new edition of a plan bears on: links, citations, indicators, periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from alignchecker.diff.entries import EntryChange, name_key
from alignchecker.diff.impact import FORCES, OF_KIND, WORST, Impact, Impacts, Priority, Reason
from alignchecker.diff.revision import Kind, Revision, Row, Sureness
from alignchecker.engine.scope import in_scope
from alignchecker.graph.citations import CitedName, fiscal_year
from alignchecker.graph.codes import notation
from alignchecker.graph.dataset import Dataset, Node, Term, aln
from alignchecker.graph.describe import Describer
from alignchecker.model.names import DCTERMS
from alignchecker.model.plan import IndicatorDraft, ItemDraft, Period

_PRIORITIES = tuple(Priority)
_SERIES = NamedNode(DCTERMS + "isVersionOf")


def impacts(dataset: Dataset, describe: Describer, revision: Revision) -> Impacts:
    """What the plans of the inputs have to look at again because of a new edition.

    dataset: with the derived facts, and with the old edition among its files.
    """
    finder = _Finder(dataset, describe, revision)
    found = dict.fromkeys(finder.every())
    return Impacts(revision, tuple(sorted(found, key=_order)), tuple(finder.unlinked()))


def _order(impact: Impact) -> tuple[int, int, int, bool, str, str, str]:
    return (
        _PRIORITIES.index(impact.priority),
        FORCES.index(impact.force),
        WORST.index(impact.reason),
        impact.accepted is False,
        impact.plan or "",
        impact.focus or "",
        impact.label,
    )


class _Finder:
    def __init__(self, dataset: Dataset, describe: Describer, revision: Revision) -> None:
        self.dataset, self.describe, self.revision = dataset, describe, revision
        self.old, self.new = NamedNode(revision.old.iri), NamedNode(revision.new.iri)
        self.relations = list(self.ties())
        forces: dict[Node, list[str | None]] = defaultdict(list)
        for plan, _, force in self.relations:
            forces[plan].append(force)
        self.force: Mapping[Node, str | None] = {
            plan: min(some, key=FORCES.index) for plan, some in forces.items()
        }
        self.linked = set[Node]()

    def every(self) -> Iterator[Impact]:
        yield from self.links()
        yield from self.to_the_whole()
        yield from self.unanswered()
        yield from self.citations()
        yield from self.indicators()
        yield from self.periods()

    def ties(self) -> Iterator[tuple[Node, Node, str | None]]:
        """Plans of the inputs with their relations to any edition of the changed plan."""
        editions = {self.old, self.new}
        series = {s for e in editions for s in self.dataset.objects(e, _SERIES)}
        rows = self.dataset.select(
            """SELECT DISTINCT ?plan ?relation ?edition ?series ?force WHERE {
               ?plan aln:relation ?relation
               OPTIONAL { ?relation aln:targetEdition ?edition }
               OPTIONAL { ?relation aln:targetSeries ?series }
               OPTIONAL { ?relation aln:verb/aln:legalForce ?force } }
               ORDER BY ?plan ?relation"""
        )
        for row in rows:
            plan, is_meant = row["plan"], row["edition"] in editions or row["series"] in series
            if is_meant and plan not in editions and in_scope(self.dataset, plan):
                force = notation(row["force"], "force")
                yield plan, row["relation"], force if force in FORCES else None

    def links(self) -> Iterator[Impact]:
        """Measures that answer an item of the old edition that is no more what it was."""
        rows = {
            self.revision.old.names[item.id]: row for row in self.revision.rows for item in row.old
        }
        for predicate, accepted in (("contributesTo", True), ("proposedContribution", False)):
            for measure, target in self.dataset.pairs(aln(predicate)):
                plan = self.describe.plan_of(measure)
                row = None if isinstance(target, Literal) else rows.get(str(target.value))
                if row is None or plan is None or not self.is_other(plan):
                    continue
                self.linked.add(plan)
                if row.kinds:
                    yield self.of_link(measure, plan, row, accepted=accepted)

    def of_link(self, measure: Node, plan: NamedNode, row: Row, *, accepted: bool) -> Impact:
        reason = min((OF_KIND[kind] for kind in row.kinds), key=WORST.index)
        return self.impact(
            reason,
            plan,
            measure,
            accepted=accepted,
            old=row.old,
            new=row.new,
            sureness=row.sureness,
        )

    def to_the_whole(self) -> Iterator[Impact]:
        """Measures linked to the old edition as a whole, or said to answer nothing in it."""
        ends = (("to", Reason.WHOLE), ("noCounterpartIn", Reason.NO_COUNTERPART))
        for end, reason in ends:
            for link in self.dataset.subjects(aln(end), self.old):
                measure = self.dataset.value(link, aln("from"))
                if measure is None or isinstance(measure, Literal):
                    continue
                plan = self.describe.plan_of(measure)
                if plan is not None and self.is_other(plan):
                    self.linked.add(plan)
                    yield self.impact(reason, plan, measure)

    def unanswered(self) -> Iterator[Impact]:
        """New items to be answered that no link of the inputs leads to, by the strongest tie.

        One that came where another went is looked at with what answered that one, if anything did.
        """
        answerable = self.answerable()
        answered = {
            str(target.value)
            for predicate in ("contributesTo", "proposedContribution", "to")
            for _, target in self.dataset.pairs(aln(predicate))
            if isinstance(target, NamedNode)
        }
        force = min(self.force.values(), key=FORCES.index, default=None)
        for row in self.revision.rows:
            is_open = Kind.ADDED in row.kinds or (
                Kind.REPLACED in row.kinds
                and self.revision.old.names[row.old[0].id] not in answered
            )
            for item in row.new if is_open else ():
                iri = self.revision.new.names[item.id]
                if iri in answerable and iri not in answered:
                    yield Impact(Reason.UNANSWERED, None, None, force, iri, item.label, new=(item,))

    def answerable(self) -> frozenset[str]:
        """Items of the new edition that others answer: as it says, else on the levels of which the
        old one had such items, else those with nothing below if others linked to the old one.
        """
        old, new = self.revision.old, self.revision.new
        if new.answerable & {*new.names.values()}:
            return new.answerable
        said = {i.level_name for i in old.draft.items if self.is_answered(old.names[i.id])}
        items = new.draft.items
        of_level = frozenset(new.names[i.id] for i in items if i.level_name in said)
        parents = {item.parent for item in items}
        if of_level or not self.linked:
            return of_level
        return frozenset(new.names[i.id] for i in items if i.id not in parents)

    def is_answered(self, iri: str) -> bool:
        answerable = self.dataset.value(NamedNode(iri), aln("answerable"))
        return answerable is not None and str(answerable.value) == "true"

    def citations(self) -> Iterator[Impact]:
        """Relations that name the old edition; and those that name none, of which that is unknown.

        A relation without words means what its file says it means.
        """
        for plan, relation, force in self.relations if self.old != self.new else ():
            target = self.dataset.value(relation, aln("targetEdition"))
            quoted = self.dataset.text(relation, aln("quotedAs"))
            is_stated = quoted is None or CitedName.read(quoted).states_edition
            if target == self.old or (target is None and not is_stated):
                reason = Reason.EDITION if is_stated else Reason.EDITION_UNSTATED
                words = (quoted,) if quoted else ()
                yield self.impact(reason, plan, relation, force=force, words=words)

    def indicators(self) -> Iterator[Impact]:
        """Indicators of other plans under the name of one that changed or went."""
        changed: dict[str, EntryChange[IndicatorDraft]] = {
            name_key(change.old.name): change
            for change in self.revision.indicators
            if change.old is not None
        }
        rows = self.dataset.select(
            """SELECT DISTINCT ?indicator ?plan ?name WHERE {
               ?indicator a aln:Indicator ; skos:prefLabel ?name .
               { ?owner aln:hasIndicator ?indicator . ?owner aln:inPlan ?plan }
               UNION { ?plan aln:hasIndicator ?indicator . ?plan a aln:PlanEdition } }
               ORDER BY ?indicator"""
        )
        for row in rows:
            change = changed.get(name_key(row["name"].value))
            if change is not None and self.is_other(row["plan"]):
                names = [entry.name for entry in (change.old, change.new) if entry is not None]
                words = tuple(dict.fromkeys(names))
                yield self.impact(Reason.INDICATOR, row["plan"], row["indicator"], words=words)

    def periods(self) -> Iterator[Impact]:
        """Tied plans that began before the new edition and run on into it, or beyond its end."""
        period = self.revision.new.draft.period
        for plan in self.force if period is not None else ():
            years = (
                fiscal_year(self.dataset, plan, "first"),
                fiscal_year(self.dataset, plan, "last"),
            )
            if period is not None and _crosses(years, period):
                yield self.impact(Reason.PERIOD, plan, plan, years=years)

    def unlinked(self) -> Iterator[str]:
        """Titles of plans tied to the changed one of which no measure answers it: unknown."""
        left = sorted(str(plan.value) for plan in self.force if plan not in self.linked)
        yield from (self.describe.label(NamedNode(iri)) for iri in left)

    def is_other(self, plan: Term) -> bool:
        """Whether a plan is one of the inputs, and not the one that changed."""
        return (
            isinstance(plan, NamedNode)
            and plan not in {self.old, self.new}
            and in_scope(self.dataset, plan)
        )

    def impact(
        self,
        reason: Reason,
        plan: Node,
        focus: Node,
        *,
        force: str | None = None,
        accepted: bool | None = None,
        old: tuple[ItemDraft, ...] = (),
        new: tuple[ItemDraft, ...] = (),
        sureness: Sureness | None = None,
        words: Iterable[str] = (),
        years: tuple[int | None, int | None] | None = None,
    ) -> Impact:
        return Impact(
            reason=reason,
            plan=str(plan.value),
            title=self.describe.label(plan),
            force=force or self.force.get(plan),
            focus=str(focus.value) if isinstance(focus, NamedNode) else None,
            label=self.describe.label(focus),
            department=self.describe.department(focus),
            accepted=accepted,
            old=old,
            new=new,
            sureness=sureness,
            words=tuple(words),
            years=years,
        )


def _crosses(years: tuple[int | None, int | None], period: Period) -> bool:
    first, last = years
    starts_before = first is not None and first < period.first
    runs_into = last is not None and last >= period.first
    return (starts_before and runs_into) or (last is not None and last > period.last)
